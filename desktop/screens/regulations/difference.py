"""What a change of regulation does, as two tables: values with both articles, then findings before and after."""

from collections.abc import Callable

from desktop import vi
from desktop.domain.findings import Finding
from desktop.qt.memory import Memory
from desktop.qt.table import Column, Table
from desktop.screens.base.tab import halves
from desktop.usecases.base.said import said_of
from desktop.usecases.compliance.regulation_change import KIND, ChangeRow, EffectRow, Effects, Side

LETTERS = 44
"""How many letters of a sentence stand in a line of the narrower table of values."""


def _place(side: Side) -> str:
    article = vi.cite(side.cite) if side.cite else ""
    return f"{article}, {vi.BY_OFFICE}" if side.overridden and article else article


def _value_tone(side: Side) -> str:
    return "text" if side.cite else "text2"


def _unchecked(side: Side) -> bool:
    return side.cite is not None and side.cite.unchecked


def _value_tip(side: Side) -> str:
    noted = f" ({vi.UNCHECKED})" if _unchecked(side) else ""
    return f"{side.value}\n{_place(side)}{noted}".strip()


def values_table(memory: Memory) -> Table:
    """Old and new side by side."""
    first, rest = halves(LETTERS, lambda row: row.means)
    columns = (
        Column("Nội dung", first, second=rest, second_tone="text", caption=True, tip=lambda r: r.means),
        _side("Đang áp dụng", lambda r: r.old),
        _side("Áp dụng mới", lambda r: r.new),
        Column("Thay đổi", _kind, width=150, tone="text2", drop=1),
    )
    return Table(
        columns, name="So sánh quy chế", row_height=42, least=310, memory=memory,
        empty="Không có nội dung nào khác nhau.",
    )  # fmt: skip


def _kind(row: ChangeRow) -> str:
    return KIND[row.kind]


def _side(title: str, side: Callable[[ChangeRow], Side]) -> Column:
    return Column(
        title,
        lambda r: side(r).value,
        width=150,
        second=lambda r: _place(side(r)),
        second_tone=lambda r: "unclear" if _unchecked(side(r)) else "accent",
        tone=lambda r: _value_tone(side(r)),
        tip=lambda r: _value_tip(side(r)),
    )


def effects_table(memory: Memory) -> Table:
    """The verdict before and after, of each rule and record on which they differ."""
    columns = (
        Column("Ngày", lambda r: vi.day(r.day), width=92),
        Column("Quy định", lambda r: r.rule, tip=lambda r: r.rule, second=lambda r: r.subject),
        _verdict("Trước", lambda r: r.before),
        _verdict("Sau", lambda r: r.after),
    )
    return Table(
        columns, name="Kết luận thay đổi", row_height=42, least=260, memory=memory,
        empty="Kết quả đối chiếu không thay đổi.",
    )  # fmt: skip


def group_of(found: Effects, one: EffectRow) -> str:
    """Over which of the three parts of the effects a line stands."""
    if one in found.ahead:
        return "Việc sắp tới, việc còn hạn"
    return "Việc đã qua từ ngày áp dụng, xét lại" if one in found.past else "Kỳ đang xét vắt qua ngày áp dụng"


def _verdict(title: str, side: Callable[[EffectRow], Finding | None]) -> Column:
    def said(row: EffectRow) -> str:
        found = side(row)
        return said_of(found) if found else "Không xét"

    def limit(row: EffectRow) -> str:
        found = side(row)
        if found is None:
            return ""
        return f"hạn {vi.day(found.due)}" if found.due else f"cần {found.expected}" if found.expected else ""

    def text(row: EffectRow) -> str:
        found = side(row)
        return found.text if found else "Quy chế này không có quy định để xét."

    def verdict(row: EffectRow) -> str:
        found = side(row)
        return str(found.verdict) if found else ""

    return Column(title, said, width=160, mark=verdict, word=said, second=limit, tip=text)
