"""The dialogs of Nhiệm vụ: giving a task from a conclusion, amending it, saying it is done, saying why it is late."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.records import Source, Task
from desktop.domain.refs import RecordRef
from desktop.qt.fields import Combo
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.record_dialog import RecordDialog
from desktop.screens.base.record_fields import Ask
from desktop.usecases.base import names
from desktop.usecases.directory import units
from desktop.usecases.meetings import rows as meetings
from desktop.usecases.tasks import rows as tasks


class TaskDialog(RecordDialog[Task]):
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
        people = sorted(desk.facts.office.people, key=lambda one: vi.name_key(one.name))
        offered = units.options(desk.facts, desk.today, keep=(task.unit, *task.with_) if task else ())
        self.source = Combo("Theo kết luận", _sources(desk))
        self.with_ = Combo("Đơn vị phối hợp", offered, empty="Không có", searchable=True)
        self.ask(
            task or Task(id="", source=Source(meeting=meeting or None, agenda=item or None)),
            self.source,
            Ask("title", "Nội dung nhiệm vụ"),
            Ask("product", "Sản phẩm", hint="Kế hoạch, báo cáo, quyết định"),
            (Ask("unit", "Đơn vị chủ trì", offered, "Chưa chọn"), self.with_),
            (
                Ask("person", "Người phụ trách", names.options(desk.facts, people), "Chưa chọn"),
                Ask("due", "Hạn", hint="Kết luận không ghi thời hạn"),
            ),
            width=520,
        )
        source = self.record.source
        if source and source.meeting:
            self.source.set_value(f"{source.meeting}/{source.agenda or ''}")
        self.source.set_enabled(not (task or meeting))
        self.with_.set_value(next(iter(self.record.with_), None))
        self.source.saved.connect(lambda _: self._quote())
        self._quote()

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
        draft = super().draft()
        with_ = self.with_.value()
        together = (*((with_,) if with_ else ()), *draft.with_[1:])
        if self.task:
            return replace(draft, with_=together)
        meeting, item = self._source()
        return replace(draft, source=Source(meeting=meeting or None, agenda=item or None), with_=together)

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


class DoneDialog(RecordDialog[Task]):
    """Done on a day, and what came of it; nothing is done without that."""

    def __init__(self, desk: Desk, task: Task, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Đã xong", "Ghi", task.title, parent)
        self.task = task
        example = f"Ví dụ: {task.product or 'Kế hoạch'} số, ngày"
        self.ask(
            replace(task, done=task.done or desk.today),
            Ask("done", "Xong ngày", required=True),
            Ask("evidence", "Kết quả: sản phẩm, văn bản đã có", hint=example),
        )

    def change(self) -> tuple[str, Change]:
        draft, today = self.draft(), self.desk.today
        return f"Nhiệm vụ đã xong: {self.task.title}", partial(
            tasks.finish,
            facts=self.desk.facts,
            task=self.task,
            day=draft.done or today,
            evidence=draft.evidence,
            on=today,
        )


class CauseDialog(RecordDialog[Task]):
    def __init__(self, desk: Desk, task: Task, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Nguyên nhân quá hạn", "Ghi", task.title, parent)
        self.task = task
        self.ask(task, Ask("cause", "Vì sao quá hạn", lines=3))

    def change(self) -> tuple[str, Change]:
        return f"Nguyên nhân quá hạn: {self.task.title}", partial(
            tasks.explain, facts=self.desk.facts, task=self.task, cause=self.draft().cause
        )
