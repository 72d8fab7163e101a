"""The dialogs of a duty of the office's own: what it asks, and that it was done."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.domain.records import Duty, DutyDone
from desktop.qt.fields import Combo, TextField
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.record_dialog import RecordDialog
from desktop.screens.base.record_fields import Ask
from desktop.usecases.duties import edits
from desktop.usecases.duties import rows as duties
from desktop.usecases.duties.rows import DutyRow
from desktop.usecases.regulations import own_profile, shape_words
from desktop.usecases.regulations.own_cite import EXAMPLE, PLACE, cite_words

LEAD = (
    "Việc mà quy chế của đơn vị giao và chương trình không có sẵn nội dung riêng. "
    "Ghi việc làm theo kỳ, hoặc làm một lần với một hạn."
)


class DutyDialog(RecordDialog[Duty]):
    """Adds a duty, which has no id yet and may be filled from a regulation's words, or amends one."""

    def __init__(self, desk: Desk, duty: Duty | None = None, *, parent: QWidget | None = None) -> None:
        title = "Sửa việc riêng theo quy chế" if duty and duty.id else "Ghi việc riêng theo quy chế"
        super().__init__(desk, title, "Ghi", LEAD, parent)
        before = duty or Duty(id="", profile=_in_force(desk))
        held = [(head.id, head.title) for head in own_profile.heads(desk.facts)]
        self.often = TextField(edits.OFTEN, placeholder="1 lần một tháng")
        self.due = TextField(edits.DUE, placeholder="ngày 05 tháng sau")
        self.cite = TextField(PLACE, placeholder=EXAMPLE)
        self.ask(
            before,
            Ask("title", edits.TITLE, lines=3),
            (Ask("actor", "Ai làm", hint="Văn phòng"), Ask("addressee", "Cho ai, gửi đến đâu", hint="Ban Thường vụ")),
            (self.often, self.due),
            (Ask("by", "Hạn, nếu làm một lần", hint="Không ghi hạn"), self.cite),
            (Ask("from_", "Từ ngày", hint="Khi quy chế có hiệu lực"), Ask("to", "Đến ngày", hint="Còn áp dụng")),
            Ask("profile", "Theo quy chế", held, "Quy chế đang có hiệu lực", search=False),
            width=600,
        )
        self.often.set_value(shape_words.said(before.often) if before.often else "")
        self.due.set_value(shape_words.said(before.due) if before.due else "")
        self.cite.set_value(cite_words(before.cite))

    def change(self) -> tuple[str, Change]:
        typed = edits.Typed(duty=self.draft(), often=self.often.value(), due=self.due.value(), cite=self.cite.value())
        what = "Sửa việc riêng" if self.record.id else "Ghi việc riêng"
        change = partial(edits.save, facts=self.desk.facts, before=self.record, typed=typed)
        return f"{what}: {typed.duty.title}", change


def _in_force(desk: Desk) -> str:
    """The office's own regulation that holds today, if one does."""
    held = desk.facts.in_force(desk.today)
    return held.profile.name if held and held.profile.described else ""


class DutyDoneDialog(RecordDialog[DutyDone]):
    """Done on a day, for a period where it has periods, with the record that shows it."""

    def __init__(self, desk: Desk, row: DutyRow, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Đã làm", "Ghi", row.duty.title, parent)
        self._row = row
        offered = duties.periods(row)
        self.period = Combo("Của kỳ", offered)
        shown = duties.showing(desk.facts)
        self.ask(
            DutyDone(period=row.code, date=desk.today),
            (Ask("date", edits.DONE, required=True), self.period),
            Ask("record", "Văn bản, hội nghị cho thấy đã làm", shown, "Không kèm", search=True),
            Ask("note", "Ghi chú"),
            width=520,
        )
        self.period.setVisible(bool(offered))
        self.period.set_value(row.code or (offered[0][0] if offered else None))

    def change(self) -> tuple[str, Change]:
        draft, duty = self.draft(), self._row.duty
        done = DutyDone(
            period=str(self.period.value() or ""), date=draft.date, record=draft.record or "", note=draft.note
        )
        change = partial(edits.add_done, duty=duty, done=done, on=self.desk.today)
        return f"Đã làm: {duty.title}", change
