"""The dialogs of Nhiệm vụ: giving a task from a conclusion, amending it, saying it is done, saying why it is late."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.records import Meeting, Source, Task
from desktop.domain.refs import RecordRef
from desktop.qt.fields import Combo, DateField, TextArea, TextField
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.record_dialog import SmallDialog
from desktop.usecases.base import names
from desktop.usecases.directory import units
from desktop.usecases.meetings import rows as meetings
from desktop.usecases.tasks import rows as tasks


class TaskDialog(SmallDialog):
    """Gives a task from the conclusion named, or one chosen here; amends the task handed in."""

    def __init__(
        self,
        desk: Desk,
        *,
        task: Task | None = None,
        meeting: str = "",
        item: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, "Sửa nhiệm vụ" if task else "Giao nhiệm vụ", "Ghi" if task else "Giao", "", parent)
        self.task = task
        facts = desk.facts
        people = sorted(facts.office.people, key=lambda one: vi.name_key(one.name))
        offered = units.options(facts, desk.today, keep=(task.unit, *task.with_) if task else ())
        self.source = Combo("Theo kết luận", _sources(desk), searchable=False)
        self.title = TextField("Nội dung nhiệm vụ")
        self.product = TextField("Sản phẩm", placeholder="Kế hoạch, báo cáo, quyết định")
        self.unit = Combo("Đơn vị chủ trì", offered, empty="Chưa chọn", searchable=True)
        self.with_ = Combo("Đơn vị phối hợp", offered, empty="Không có", searchable=True)
        self.person = Combo("Người phụ trách", names.options(desk.facts, people), empty="Chưa chọn", searchable=True)
        self.due = DateField("Hạn", today=desk.today, placeholder="Kết luận không ghi thời hạn")
        self.lay_out(self.source, self.title, self.product, (self.unit, self.with_), (self.person, self.due))
        self._fill(task, meeting, item)
        self.source.saved.connect(lambda _: self._quote())
        self._quote()
        self.setMinimumWidth(520)

    def _fill(self, task: Task | None, meeting: str, item: str) -> None:
        source = task.source if task else None
        if meeting or source:
            given = (source.meeting or "", source.agenda or "") if source else (meeting, item)
            self.source.set_value(RecordRef.of(Meeting, *given))
        self.source.set_enabled(not (task or meeting))
        if task:
            values = (
                (self.title, task.title), (self.product, task.product), (self.unit, task.unit),
                (self.with_, next(iter(task.with_), None)), (self.person, task.person), (self.due, task.due),
            )  # fmt: skip
            for field, value in values:
                field.set_value(value)

    def _quote(self) -> None:
        """The conclusion itself, so that nothing is given that it does not say."""
        meeting, item = self._source()
        found = self.desk.facts.meeting(meeting)
        concluded = meetings.item_of(found, item) if found else None
        words = concluded.conclusion if concluded else ""
        self.source.set_note(f"“{words}”" if words else "Mục này chưa có kết luận.")

    def _source(self) -> tuple[str, str]:
        about = RecordRef(self.source.value() or "")
        return about.id, about.part or ""

    def draft(self) -> Task:
        meeting, item = self._source()
        held = self.task or Task(id="", source=Source(meeting=meeting or None, agenda=item or None))
        more = held.with_[1:]
        return replace(
            held,
            title=self.title.value(),
            product=self.product.value(),
            unit=self.unit.value(),
            with_=(*((self.with_.value(),) if self.with_.value() else ()), *more),
            person=self.person.value(),
            due=self.due.value(),
        )

    def change(self) -> tuple[str, Change]:
        draft, facts = self.draft(), self.desk.facts
        if self.task:
            return f"Sửa nhiệm vụ: {draft.title}", partial(tasks.amend, facts=facts, task=self.task, after=draft)
        return f"Giao nhiệm vụ: {draft.title}", partial(tasks.make, facts=facts, draft=draft)


def _sources(desk: Desk) -> list[tuple[str, str]]:
    return [
        (RecordRef.to(meeting, item.id), f"{vi.BODY[meeting.body]} {vi.day(meeting.start)}: {item.title}")
        for meeting, item in tasks.conclusions(desk.facts, desk.today)
    ]


class DoneDialog(SmallDialog):
    """Done on a day, and what came of it; nothing is done without that."""

    def __init__(self, desk: Desk, task: Task, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Đã xong", "Ghi", task.title, parent)
        self.task = task
        self.day = DateField("Xong ngày", today=desk.today, required=True)
        self.evidence = TextField(
            "Kết quả: sản phẩm, văn bản đã có", placeholder=f"Ví dụ: {task.product or 'Kế hoạch'} số, ngày"
        )
        self.lay_out(self.day, self.evidence)
        self.day.set_value(task.done or desk.today)
        self.evidence.set_value(task.evidence)

    def change(self) -> tuple[str, Change]:
        return f"Nhiệm vụ đã xong: {self.task.title}", partial(
            tasks.finish,
            facts=self.desk.facts,
            task=self.task,
            day=self.day.value() or self.desk.today,
            evidence=self.evidence.value(),
            on=self.desk.today,
        )


class CauseDialog(SmallDialog):
    def __init__(self, desk: Desk, task: Task, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Nguyên nhân quá hạn", "Ghi", task.title, parent)
        self.task = task
        self.cause = TextArea("Vì sao quá hạn", lines=3)
        self.lay_out(self.cause)
        self.cause.set_value(task.cause)

    def change(self) -> tuple[str, Change]:
        return f"Nguyên nhân quá hạn: {self.task.title}", partial(
            tasks.explain, facts=self.desk.facts, task=self.task, cause=self.cause.value()
        )
