"""The tab Nhiệm vụ: tasks from conclusions with who, by when, their state and what came of them."""

from typing import cast

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.records import Task
from desktop.qt.boxes import column, empty, holder, label, row
from desktop.qt.buttons import Button, Link
from desktop.qt.commands import Command
from desktop.qt.fields import Combo
from desktop.qt.marks import Mark
from desktop.qt.pages import EmptyState
from desktop.qt.table import Column, Table
from desktop.screens.absences.parts import block
from desktop.screens.base.attachments import AttachmentsPanel
from desktop.screens.base.desk import Desk
from desktop.screens.base.tab import DirectoryTab, grouped, keep_chosen, narrow, search_field
from desktop.screens.tasks.dialogs import CauseDialog, DoneDialog, TaskDialog
from desktop.usecases.tasks import rows as tasks
from desktop.usecases.tasks.rows import State, TaskRow

REMINDER = "don-doc"
STATES = tuple((str(state), text) for state, text in tasks.STATE.items())


class TasksTab(DirectoryTab):
    key = "tasks"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state = narrow(Combo("", STATES, empty="Mọi tình trạng", name="Tình trạng"), 164)
        self.unit = narrow(Combo("", (), empty="Mọi đơn vị", name="Đơn vị chủ trì, phối hợp"), 190)
        self.search = search_field("Tìm nhiệm vụ, người", 180)
        self.table = Table(self._columns(), name="Nhiệm vụ", row_height=42, action=_action, least=240,
                           empty="Không có nhiệm vụ nào khớp bộ lọc.", memory=desk.state)  # fmt: skip
        give = Button("Giao nhiệm vụ", icon="mdi6.plus", kind="primary", run=self.give)
        self.none = EmptyState("mdi6.clipboard-list-outline", "Chưa có nhiệm vụ nào",
                               "Nhiệm vụ lấy từ kết luận của hội nghị: ghi kết luận ở trang hội nghị, phần Diễn biến, "
                               "rồi giao cho đơn vị hoặc người làm.", primary=give)  # fmt: skip
        self.lay_out(holder(column((self.table, 1), (self.none, 1), gap=0)), self.state, self.unit, self.search)
        self.spare = (self.unit,)
        for field in (self.state, self.unit):
            field.saved.connect(self.refresh)
        self.search.line.textChanged.connect(self.refresh)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self.show_side)
        self.table.acted.connect(lambda one: self.finish(one.task))
        self.table.keyed.connect(lambda one, key: self.remove(one.task) if key == "Delete" else None)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("", lambda _: "", width=36, mark=lambda one: one.verdict, word=_word, sortable=False),
            Column("Nhiệm vụ", lambda one: one.task.title, second=lambda one: one.source,
                   tip=lambda one: one.task.title),
            Column("Ai làm", lambda one: one.unit or one.person, width=200, tone="text2", drop=1,
                   second=lambda one: one.person if one.unit else "",
                   tip=lambda one: one.who + (f"\nPhối hợp: {one.with_}" if one.with_ else "")),
            Column("Hạn", self._due, width=104, second=self._distance, second_tone=_late_tone),
            Column("", lambda _: "", width=96, sortable=False),
        )  # fmt: skip

    def _due(self, one: TaskRow) -> str:
        return vi.day(one.task.due) if one.task.due else "Không ghi thời hạn"

    def _distance(self, one: TaskRow) -> str:
        if one.task.done:
            return f"xong chậm {one.late} ngày" if one.late else f"xong {vi.day_short(one.task.done, self.desk.today)}"
        return vi.distance(one.task.due, self.desk.today) if one.task.due else ""

    def refresh(self) -> None:
        self.unit.set_options(tasks.unit_options(self.desk.facts))
        state = self.state.value()
        rows = tasks.rows(
            self.desk.facts,
            self.desk.today,
            state_is=State(state) if state else None,
            unit=self.unit.value() or "",
            text=self.search.line.text(),
        )
        any_ = bool(self.desk.facts.office.tasks)
        self.table.setVisible(any_)
        self.none.setVisible(not any_)
        self.table.set_rows(grouped(rows, lambda one: tasks.STATE[one.state]))
        keep_chosen(self.table)
        if self.table.current() is None:
            self._show(None)

    def select(self, record_id: str) -> None:
        self.search.set_value("")
        for field in (self.state, self.unit):
            field.set_value(None)
        self.refresh()
        self.table.select(record_id)

    # One task

    def _show(self, one: TaskRow | None) -> None:
        self.side.clear()
        empty(self.side.foot)
        self.side.set_title("Nhiệm vụ" if one else "Chưa chọn nhiệm vụ nào")
        if one is None:
            return
        task = one.task
        self.side.add(column(*self._what(one), gap=4))
        self.side.add(block("Kết quả", self._result(one)))
        if one.late:
            self.side.add(block("Nguyên nhân quá hạn", self._cause(task)))
        self.side.add(block("Nguồn", self._source(one)))
        files = AttachmentsPanel(self.desk)
        files.show_owner(task)
        self.side.add(files)
        for button in self._buttons(one):
            self.side.foot.addWidget(button)
        self.side.foot.addStretch(1)

    def _what(self, one: TaskRow) -> list[QWidget]:
        task, verdict = one.task, one.verdict
        due = f"Hạn {vi.day(task.due)}" if task.due else "Kết luận không ghi thời hạn"
        state = row(Mark(verdict, _word(one), 16), (label(f"{tasks.STATE[one.state]} · {due}", wrap=True), 1), gap=8)
        lines: list[QWidget] = [label(task.title, "strong", wrap=True), holder(state)]
        lines += [label(text, "second", wrap=True) for text in (
            f"Sản phẩm: {task.product}" if task.product else "Chưa ghi sản phẩm.",
            one.who, f"Phối hợp: {one.with_}" if one.with_ else "", one.reminded) if text]  # fmt: skip
        return lines

    def _result(self, one: TaskRow) -> list[QWidget]:
        task = one.task
        if task.done:
            late = f", quá hạn {one.late} ngày" if one.late else ""
            return [label(f"Xong ngày {vi.day(task.done)}{late}.", wrap=True),
                    label(task.evidence or "Chưa ghi sản phẩm, văn bản.", "second", wrap=True)]  # fmt: skip
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

    def give(self) -> None:
        TaskDialog(self.desk, parent=self).exec()

    def finish(self, task: Task) -> None:
        DoneDialog(self.desk, task, parent=self).exec()

    def explain(self, task: Task) -> None:
        CauseDialog(self.desk, task, parent=self).exec()

    def reopen(self, task: Task) -> None:
        facts = self.desk.facts
        self.desk.do(f"Nhiệm vụ chưa xong: {task.title}", lambda store: tasks.reopen(store, facts=facts, task=task),
                     band=self.band)  # fmt: skip

    def remove(self, task: Task) -> None:
        self.desk.do(f"Xóa nhiệm vụ: {task.title}", lambda store: tasks.remove(store, task=task),
                     said=f"Đã xóa nhiệm vụ {task.title}.", band=self.band)  # fmt: skip

    def begin(self) -> None:
        self.give()

    def primary(self) -> Button:
        return Button("Giao nhiệm vụ", icon="mdi6.plus", kind="primary", run=self.give)

    def commands(self) -> tuple[Command, ...]:
        found = [Command("tasks.give", "Giao nhiệm vụ…", self.give, "Ctrl+N", "mdi6.plus")]
        one = cast("TaskRow | None", self.table.current())
        if one and not one.task.done:
            found.append(Command("tasks.done", f"Đã xong: {one.task.title}…", lambda: self.finish(one.task)))
        return tuple(found)


def _action(one: TaskRow) -> str:
    return "" if one.task.done else "Đã xong"


def _word(one: TaskRow) -> str:
    return f"Xong chậm {one.late} ngày" if one.task.done and one.late else tasks.STATE[one.state]


def _late_tone(one: TaskRow) -> str:
    return "breach" if one.state is State.LATE else "text2"
