"""The columns of the list of absences, and what the button of a row does."""

from desktop import vi
from desktop.qt.table import Column
from desktop.screens.base.show import word
from desktop.usecases.absences import rows as absences
from desktop.usecases.absences.rows import AbsenceRow, State


def _told_tone(one: AbsenceRow) -> str:
    if one.absence.reported:
        return "text2"
    return "text" if one.told == "Chưa báo cáo" else "text3"


COLUMNS = (
    Column("", lambda _: "", width=36, mark=lambda one: one.verdict, sortable=False,
           word=lambda one: word(one.verdict)),
    Column("Họ và tên", lambda one: one.name, bold=True, share=27, second=lambda one: one.position,
           key=lambda one: vi.name_key(one.name), tip=lambda one: f"{one.name}, {one.position}"),
    Column("Ngày", lambda one: absences.span(one.absence), width=146, second=lambda one: f"{one.days} ngày làm việc",
           key=lambda one: one.absence.from_),
    Column("Nơi đến, lý do", lambda one: one.where, second=lambda one: one.absence.content, drop=2, share=23,
           key=lambda one: vi.word_key(one.where), tip=lambda one: f"{one.where}. {one.absence.content}"),
    Column("Báo cáo", lambda one: one.told, width=154, tone=_told_tone, drop=1,
           second=lambda one: f"Kết quả: {one.result.lower()}" if one.result else "",
           key=lambda one: (one.absence.reported is not None, one.absence.reported), sortable=False),
    Column("", lambda _: "", width=126, sortable=False),
)  # fmt: skip


def action_of(one: AbsenceRow) -> str:
    """What the row's button does: the next thing still to be written down."""
    if one.told == "Chưa báo cáo":
        return "Đã báo cáo"
    return "Đã báo kết quả" if one.result == "Chưa báo" and one.state is State.BACK else ""
