"""Two texts beside each other as a page of rich text: the old one left, the new one right, or one under the other.

Colours are those of the theme; what changed is marked by shape too: struck through on the left, in bold on the right.
"""

from collections.abc import Iterator, Sequence
from html import escape

from desktop import vi
from desktop.domain.change_words import only_numbers, state_of, together
from desktop.domain.text_change import Content, Line, Piece, Shown, Side
from desktop.qt import theme

_STYLE = """
body {{ color: {text}; }}
td {{ padding: 8px 12px 8px 12px; border-bottom: 1px solid {line}; }}
td.head {{ background: {surface2}; font-weight: 600; padding-top: 6px; padding-bottom: 6px; }}
.at {{ color: {accent}; font-size: 9pt; }}
.state {{ color: {text2}; font-size: 9pt; }}
.none, .said {{ color: {text3}; font-size: 9pt; }}
.old {{ color: {text2}; text-decoration: line-through; background: {surface2}; }}
.new {{ color: {accent}; font-weight: 600; background: {asoft}; }}
.value {{ color: {text2}; font-size: 9pt; }}
.other {{ color: {text}; font-weight: 600; }}
"""
_COLOURS = ("text", "text2", "text3", "accent", "asoft", "surface2", "line")
NOT_CONFIRMED, NOT_SAID, WAITS, BEFORE = "chưa xác nhận", "chưa ghi", "chờ xác nhận", "trước đây"


def style() -> str:
    tokens = theme.current().tokens
    return _STYLE.format(**{name: tokens[name] for name in _COLOURS})


def page(rows: Sequence[Shown], *, stacked: bool) -> str:
    """Each row is a table of its own: one long table is laid out whole before any of it is seen."""
    table = '<table width="100%" cellspacing="0" cellpadding="0">{}</table>'
    return "".join(table.format(_row(each, stacked=stacked)) for each in rows)


def _row(shown: Shown, *, stacked: bool) -> str:
    line = shown.line
    if shown.only_numbers:
        return _across(f'<span class="said">{escape(vi.capital(only_numbers(shown.lines)))}</span>', stacked=stacked)
    if shown.head or _is_title(line):
        return _cells(_head(line.old), _head(line.new), stacked=stacked, name="head")
    old, new = _side(line, line.old, "old", stacked=stacked), _side(line, line.new, "new", stacked=stacked)
    return _cells(old, new, stacked=stacked)


def _is_title(line: Line) -> bool:
    """Whether it is no more than the name of an article or a chapter, with the same words in both texts."""
    at = line.side.at
    return not (at.clause or at.point) and line.kind in ("kept", "moved") and "\n" not in line.side.text


def _across(words: str, *, stacked: bool) -> str:
    return f"<tr><td>{words}</td></tr>" if stacked else f'<tr><td colspan="2">{words}</td></tr>'


def _cells(old: str, new: str, *, stacked: bool, name: str = "") -> str:
    if stacked:
        both = old if old == new else "<br>".join(filter(None, (old, new)))
        return f'<tr><td class="{name}">{both}</td></tr>'
    return f'<tr><td width="50%" class="{name}">{old}</td><td width="50%" class="{name}">{new}</td></tr>'


def _head(side: Side | None) -> str:
    return escape(f"{vi.clause(side.at)}. {side.text.partition(chr(10))[0]}".removesuffix(". ")) if side else ""


def _side(line: Line, side: Side | None, name: str, *, stacked: bool) -> str:
    """Where one stands under the other it is said which is the old one, and what is not there needs no words."""
    if side is None:
        return "" if stacked else f'<span class="none">{"Chưa có" if name == "old" else "Bỏ"}</span>'
    state = state_of(line) if name == "new" or (stacked and line.new is None) else BEFORE if stacked else ""
    said = f' <span class="state">· {state}</span>' if state else ""
    at = f'<span class="at">{escape(vi.capital(vi.clause(side.at)))}</span>{said}'
    return f"{at}<br>{''.join(_pieces(side.pieces, name))}{_values(line.contents, old=name == 'old')}"


def _pieces(pieces: Sequence[Piece], name: str) -> Iterator[str]:
    for piece in pieces:
        words = escape(piece.text).replace("\n", "<br>")
        yield f'<span class="{name}">{words}</span>' if piece.marked else words


def _values(contents: Sequence[Content], *, old: bool) -> str:
    """What the clause lays down, each on a line of its own under it."""
    said = (_value(name, each, old=old) for name, each in together(contents).items())
    return "".join(f'<br><span class="value">{words}</span>' for words in said)


def _value(name: str, content: Content, *, old: bool) -> str:
    value, at = (content.old, content.old_at) if old else (content.new, content.new_at)
    if at is not None:
        return f"{escape(name)}: {'trước ở' if old else 'nay ở'} {escape(vi.clause(at))}"
    told = escape(f"{value[:1].lower()}{value[1:]}" or (NOT_SAID if old else NOT_CONFIRMED))
    marked = f'<span class="other">{told}</span>' if content.differs else told
    waits = f", {WAITS}" if content.waiting and not old else ""
    return f"{escape(name)}: {marked}{waits}"
