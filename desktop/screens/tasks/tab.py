"""The tab Nhiệm vụ: tasks from conclusions with who, by when, their state and what came of them."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.records import Task
from desktop.qt.boxes import column, holder, label, row
from desktop.qt.buttons import Button, Link
from desktop.qt.commands import Command
from desktop.qt.marks import Mark
from desktop.qt.model import Column, GroupRow, button_column, mark_column
from desktop.screens.base.attachments import AttachmentsPanel
from desktop.screens.base.blocks import block
from desktop.screens.base.filters import Choice, Search
from desktop.screens.base.record_tab import Begin, Listed, Nothing, RecordTab
from desktop.screens.base.screen import Width
from desktop.screens.base.tab import grouped
from desktop.screens.tasks.dialogs import CauseDialog, DoneDialog, TaskDialog
from desktop.usecases.tasks import rows as tasks
from desktop.usecases.tasks.rows import State, TaskRow

REMINDER = "don-doc"
STATES = tuple((str(state), text) for state, text in tasks.STATE.items())


class TasksTab(RecordTab[TaskRow]):
    key = "tasks"
    FILTERS: ClassVar = {
        "state": Choice("Tình trạng", 164, STATES, "Mọi tình trạng"),
        "unit": Choice("Đơn vị chủ trì, phối hợp", 190, empty="Mọi đơn vị", least=Width.NARROW),
    }
    SEARCH = Search("Tìm nhiệm vụ, người", 180)
    TABLE = Listed("Nhiệm vụ", "Không có nhiệm vụ nào khớp bộ lọc.", least=240)
    LIST = "tasks"
    NOTHING = Nothing(
        "mdi6.clipboard-list-outline",
        "Chưa có nhiệm vụ nào",
        "Nhiệm vụ lấy từ kết luận của hội nghị: ghi kết luận ở trang hội nghị, phần Diễn biến, "
        "rồi giao cho đơn vị hoặc người làm.",
    )
    BEGIN = Begin("Giao nhiệm vụ", "tasks.give", "Giao nhiệm vụ…")
    UNCHOSEN = "Chưa chọn nhiệm vụ nào"

    def said(self) -> str:
        """How much is still to be done, and how much of it is late."""
        rows = tasks.rows(self.desk.facts, self.desk.today)
        open_ = sum(1 for row in rows if row.task.done is None)
        late = sum(1 for row in rows if row.state is State.LATE)
        return f"{open_}/{len(rows)} chưa xong · {late} quá hạn" if rows else ""

    def columns(self) -> tuple[Column, ...]:
        return (
            mark_column(lambda one: one.verdict, _word),
            Column(
                "Nhiệm vụ", lambda one: one.task.title, second=lambda one: one.source, tip=lambda one: one.task.title
            ),
            Column("Ai làm", lambda one: one.unit or one.person, 200, _person, tone="text2", drop=1, tip=_with),
            Column("Hạn", self._due, width=104, second=self._distance, second_tone=_late_tone),
            button_column(96),
        )

    def _due(self, one: TaskRow) -> str:
        return vi.day(one.task.due) if one.task.due else "Không ghi thời hạn"

    def _distance(self, one: TaskRow) -> str:
        if one.task.done:
            return f"xong chậm {one.late} ngày" if one.late else f"xong {vi.day_short(one.task.done, self.desk.today)}"
        return vi.distance(one.task.due, self.desk.today) if one.task.due else ""

    def rows(self) -> tuple[TaskRow | GroupRow, ...]:
        self.filters["unit"].set_options(tasks.unit_options(self.desk.facts))
        state, unit = self.filters.of("state"), self.filters.of("unit")
        state_is = State(state) if state else None
        rows = tasks.rows(self.desk.facts, self.desk.today, state_is=state_is, unit=unit, text=self.filters.text())
        return grouped(rows, lambda one: tasks.STATE[one.state])

    # One task

    def show_one(self, one: TaskRow) -> None:
        task = one.task
        self.side.add(column(*self._what(one), gap=4))
        self.side.add(block("Kết quả", self._result(one)))
        if one.late:
            self.side.add(block("Nguyên nhân quá hạn", self._cause(task)))
        self.side.add(block("Nguồn", self._source(one)))
        files = AttachmentsPanel(self.desk)
        files.show_owner(task)
        self.side.add(files)
        self.side.set_foot(*self._buttons(one))

    def _what(self, one: TaskRow) -> list[QWidget]:
        task, verdict = one.task, one.verdict
        due = f"Hạn {vi.day(task.due)}" if task.due else "Kết luận không ghi thời hạn"
        state = row(Mark(verdict, _word(one), 16), (label(f"{tasks.STATE[one.state]} · {due}", wrap=True), 1), gap=8)
        lines: list[QWidget] = [label(task.title, "strong", wrap=True), holder(state)]
        product = f"Sản phẩm: {task.product}" if task.product else "Chưa ghi sản phẩm."
        said = (product, one.who, f"Phối hợp: {one.with_}" if one.with_ else "", one.reminded)
        lines += [label(text, "second", wrap=True) for text in said if text]
        return lines

    def _result(self, one: TaskRow) -> list[QWidget]:
        task = one.task
        if task.done:
            late = f", quá hạn {one.late} ngày" if one.late else ""
            done = label(f"Xong ngày {vi.day(task.done)}{late}.", wrap=True)
            return [done, label(task.evidence or "Chưa ghi sản phẩm, văn bản.", "second", wrap=True)]
        return [label(task.evidence or "Chưa có.", "second", wrap=True)]

    def _cause(self, task: Task) -> list[QWidget]:
        link = Link("Ghi nguyên nhân…" if not task.cause else "Sửa nguyên nhân…", run=lambda: self.explain(task))
        return [label(task.cause or "Chưa ghi nguyên nhân.", wrap=True), link]

    def _source(self, one: TaskRow) -> list[QWidget]:
        source = one.task.source
        lines: list[QWidget] = [label(one.source, wrap=True)]
        words = tasks.conclusion_of(self.desk.facts, one.task)
        if words:
            lines.append(label(f"“{words}”", "caption", wrap=True))
        if source and source.meeting:
            meeting = source.meeting
            lines.append(Link("Mở hội nghị", run=lambda: self.desk.go("meetings", meeting)))
        return lines

    def _buttons(self, one: TaskRow) -> list[Button]:
        task = one.task
        amend = Button("Sửa…", run=lambda: TaskDialog(self.desk, task=task, parent=self).exec())
        if task.done:
            return [amend, Button("Chưa xong", icon="mdi6.undo", run=lambda: self.reopen(task))]
        remind = Button("Đôn đốc", icon="mdi6.printer-outline", run=lambda: self.desk.preview(REMINDER, task.id))
        return [Button("Đã xong…", icon="mdi6.check", run=lambda: self.finish(task)), amend, remind]

    # What is done

    def begin(self) -> None:
        TaskDialog(self.desk, parent=self).exec()

    def act(self, one: TaskRow) -> None:
        self.finish(one.task)

    def finish(self, task: Task) -> None:
        DoneDialog(self.desk, task, parent=self).exec()

    def explain(self, task: Task) -> None:
        CauseDialog(self.desk, task, parent=self).exec()

    def reopen(self, task: Task) -> None:
        change = partial(tasks.reopen, facts=self.desk.facts, task=task)
        self.desk.do(f"Nhiệm vụ chưa xong: {task.title}", change, band=self.band)

    def delete(self, one: TaskRow) -> None:
        title, change = one.task.title, partial(tasks.remove, task=one.task)
        self.desk.do(f"Xóa nhiệm vụ: {title}", change, said=f"Đã xóa nhiệm vụ {title}.", band=self.band)

    def commands(self) -> tuple[Command, ...]:
        one = self.current()
        if one is None or one.task.done:
            return super().commands()
        done = Command("tasks.done", f"Đã xong: {one.task.title}…", partial(self.finish, one.task))
        return (*super().commands(), done)

    def action(self, one: TaskRow) -> str:
        return "" if one.task.done else "Đã xong"


def _person(one: TaskRow) -> str:
    return one.person if one.unit else ""


def _with(one: TaskRow) -> str:
    return one.who + (f"\nPhối hợp: {one.with_}" if one.with_ else "")


def _word(one: TaskRow) -> str:
    return f"Xong chậm {one.late} ngày" if one.task.done and one.late else tasks.STATE[one.state]


def _late_tone(one: TaskRow) -> str:
    return "breach" if one.state is State.LATE else "text2"
