"""The table that compares two of the office's regulations, clause by clause. May import domain, vi, papers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop import vi
from desktop.domain.change_words import only_numbers, state_of, summary, together
from desktop.domain.refs import RecordRef
from desktop.domain.text_change import Content, Line, Piece, Shown, Side, shown
from desktop.papers.forms.base.form import Form, RecordKind
from desktop.papers.forms.base.writing import Writing
from desktop.papers.paper import Block, Column, Paper, Row, Run, Table, group, para, row

COLUMNS = (
    Column("Quy chế trước", 100),
    Column("Quy chế mới", 100),
    Column("Nội dung thay đổi, mức quy định", 62),
)
KEPT = "Giữ nguyên lời văn."
LEGEND = "Ở cột thứ nhất, chữ in nghiêng là chữ bỏ hoặc sửa; ở cột thứ hai, chữ in đậm là chữ mới. "
REST = "Điều, khoản, điểm không nêu ở bảng được giữ nguyên lời văn."
SAME = "Hai văn bản không khác nhau về lời văn và mức quy định."


@dataclass(frozen=True, slots=True)
class Compared:
    """What is compared; `new` and `old` name the regulations, empty where the office's own order tells."""

    new: str = ""
    old: str = ""


def table(writing: Writing, compared: Compared) -> Paper:
    """An inner paper without number or signature; only what differs, each clause under its article."""
    found = writing.gathers.compared(compared.new, compared.old)
    day = writing.issue.day or writing.on
    rows = tuple(_rows(shown(found)))
    words: list[Block] = [
        para(f"So với quy chế trước, quy chế mới {summary(found)}."),
        Table(columns=COLUMNS, rows=rows),
        para(LEGEND, REST),
    ]
    return Paper(
        pack=writing.pack(day),
        slug="bang-so-sanh",
        day=day,
        head=writing.head("", None, day, day.year),
        title="Bảng so sánh",
        summary=f"{found.old_title} và {found.new_title}",
        blocks=tuple(words) if rows else (para(SAME),),
        landscape=True,
    )


def _rows(rows: Sequence[Shown]) -> Iterator[Row]:
    for each in rows:
        if each.head:
            yield group(_heading(each.line))
        elif each.only_numbers:
            yield Row(cells=(vi.capital(only_numbers(each.lines)),), span=True)
        else:
            yield _row(each.line)


def _heading(line: Line) -> str:
    """`Điều 2. Hội nghị (trước là Điều 1)`."""
    title = _titled(line.side)
    moved = line.old and line.new and line.old.at != line.new.at
    return f"{title} (trước là {vi.clause(line.old.at)})" if moved and line.old else title


def _row(line: Line) -> Row:
    return row(_cell(line.old, old=True), _cell(line.new, old=False), _change(line), runs_on=True)


def _cell(side: Side | None, *, old: bool) -> tuple[Run, ...] | str:
    """As it stands in its text, its number before it; the words that changed are set apart."""
    if side is None:
        return ""
    return (Run(f"{side.mark} "), *(_run(each, old=old) for each in side.pieces))


def _run(piece: Piece, *, old: bool) -> Run:
    return Run(piece.text, bold=piece.marked and not old, italic=piece.marked and old)


def _titled(side: Side) -> str:
    return f"{side.mark} {side.text.partition(chr(10))[0]}".rstrip()


def _change(line: Line) -> str:
    values = [words for name, each in together(line.contents).items() if (words := _value(name, each))]
    state = state_of(line)
    return "\n".join((f"{vi.capital(state)}." if state else KEPT, *values))


def _value(name: str, content: Content) -> str:
    """Only what the office confirmed of the new one."""
    old, new = (f"{value[:1].lower()}{value[1:]}" for value in (content.old, content.new))
    if not new:
        return ""
    place = f" (nay ở {vi.clause(content.new_at)})" if content.new_at else ""
    place = f" (trước ở {vi.clause(content.old_at)})" if content.old_at else place
    if not content.differs:
        return f"{name}: giữ mức {new}{place}."
    return f"{name}: {f'từ {old} thành {new}' if old else new}{place}."


def _compared(_writing: Writing, ref: RecordRef) -> Compared:
    new, _, old = ref.rest.partition("/")
    return Compared(new, old)


FORM = Form(
    slug="bang-so-sanh",
    title="Bảng so sánh quy chế",
    of=RecordKind(
        name="regulations",
        takes="mã quy chế mới, như f2, hoặc f2/f1 để so với quy chế f1; bỏ trống là quy chế lập sau cùng",
        read=lambda _facts, typed: RecordRef.of("regulations", typed),
        open=_compared,
        without=lambda _on: "",
    ),
    make=table,
)
