"""Lịch out as a calendar file (.ics) for phones and other programs, and events in from one."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.qt.boxes import STRETCH, column, label
from desktop.qt.dialog import NOT_SAVED, Dialog, choose_file, write_file
from desktop.qt.fields import Combo
from desktop.qt.table import Column
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.import_dialog import ImportDialog
from desktop.screens.base.reading import read_aside
from desktop.usecases.directory.people import UnreadableList
from desktop.usecases.events import exporting, importing
from desktop.usecases.events.importing import Incoming

KINDS = "Tệp lịch iCalendar (*.ics)"
OUT = (
    "Tệp .ics mở được ở điện thoại và chương trình lịch khác: hội nghị, sự kiện với giờ và địa điểm. "
    "Không có tên người, ghi chú, xe; phiên họp kín không có nội dung."
)
WORDS = {"breach": "Không đọc được", "exempt": "Đã có", "met": "Nhập được"}


class ExportDialog(Dialog):
    """Which years go out; then where to."""

    def __init__(self, desk: Desk, year: int, *, parent: QWidget | None = None) -> None:
        super().__init__("Xuất lịch (.ics)", primary="Xuất…", close="Hủy", parent=parent)
        self.desk = desk
        self.span = Combo("Thời gian", exporting.spans(desk.facts, year))
        self.body.addLayout(column(label(OUT, "second", wrap=True), self.span, STRETCH, gap=12))
        self.setMinimumWidth(460)

    def accept(self) -> None:
        chosen = self.span.value() or ""
        path = choose_file(self, "Xuất lịch", save=True, name=exporting.name_of(self.desk.facts, chosen), kinds=KINDS)
        if path and self.write_to(path, chosen):
            super().accept()

    def write_to(self, path: Path, chosen: str) -> bool:
        content, count = exporting.export(self.desk.facts, chosen, self.desk.now())
        if not write_file(path, content, partial(self.desk.tell, NOT_SAVED)):
            return False
        self.desk.toast(f"Đã xuất {count} hội nghị, sự kiện ra {path.name}.")
        return True


class EventsImportDialog(ImportDialog):
    """What was read, those that cannot be first."""

    TITLE, ENTER, UNIT, NAME = "Nhập sự kiện từ tệp lịch", "Nhập", "sự kiện", "Sự kiện đọc được"
    OTHERS = "{} dòng khác"
    COLUMNS = (
        Column("", lambda _: "", width=36, mark=lambda one: one.verdict, word=lambda one: WORDS[one.verdict],
               sortable=False),
        Column("Ngày", lambda one: vi.day(one.event.start) if one.event else "", width=96,
               key=lambda one: str(one.event.start if one.event else "")),
        Column("Giờ", lambda one: _hour(one), width=72, tone="text2"),
        Column("Nội dung", lambda one: one.title, second=lambda one: one.told, tip=lambda one: one.told,
               second_tone=lambda one: "breach" if one.verdict == "breach" else "text3"),
        Column("Địa điểm", lambda one: one.event.place if one.event else "", width=160, tone="text2", drop=1),
    )  # fmt: skip

    def __init__(self, desk: Desk, lines: Sequence[Incoming], *, parent: QWidget | None = None) -> None:
        super().__init__(desk, lines, parent=parent)
        self.incoming = lines
        counts = {verdict: sum(one.verdict == verdict for one in lines) for verdict in WORDS}
        told = [f"{counts[verdict]} {words.lower()}" for verdict, words in WORDS.items() if counts[verdict]]
        self.wrong = counts["breach"]
        self.lay_out(
            label(f"{len(lines)} sự kiện trong tệp: {', '.join(told)}. Giờ ghi theo giờ Việt Nam.", "second", wrap=True)
        )
        order = list(WORDS)
        self.show_lines(sorted(lines, key=lambda one: order.index(one.verdict)))

    def change(self, *, others: bool) -> Change:
        return partial(importing.put, incoming=self.incoming)

    def left(self) -> str:
        return f", còn {self.wrong} dòng không đọc được" if self.wrong else ""


def _hour(one: Incoming) -> str:
    if one.event is None:
        return ""
    return "Cả ngày" if one.event.all_day else vi.clock(one.event.start)


def import_events(desk: Desk, parent: QWidget) -> None:
    """Choose a file, read it beside the window, and show what would come in."""
    path = choose_file(parent, "Nhập sự kiện từ tệp lịch", kinds=KINDS)
    if path:
        read_calendar(desk, parent, path)


def read_calendar(desk: Desk, parent: QWidget, path: Path) -> None:
    facts = desk.facts

    def show(lines: list[Incoming]) -> None:
        EventsImportDialog(desk, lines, parent=parent).exec()

    def refused(error: UnreadableList) -> None:
        desk.tell("Chưa nhập được", error.sentence)

    read_aside(desk.tasks, parent, path, lambda _stop: importing.read_file(path, facts), show, refused)
