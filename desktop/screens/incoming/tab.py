"""The tab Văn bản đến: what came in, what it asks for and by when, whom it was passed to, how it was answered."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.findings import Cite
from desktop.domain.incoming import whom
from desktop.domain.records import Incoming
from desktop.qt.boxes import column, holder, label, row
from desktop.qt.buttons import Button, Link, small_link
from desktop.qt.commands import Command
from desktop.qt.dialog import NOT_SAVED, choose_file, write_file
from desktop.qt.model import Column, GroupRow, button_column, mark_column
from desktop.screens.base.attachments import AttachmentsPanel
from desktop.screens.base.blocks import block
from desktop.screens.base.faults_dialog import KINDS
from desktop.screens.base.filters import Choice, Search
from desktop.screens.base.record_tab import Begin, Listed, Nothing, RecordTab
from desktop.screens.base.screen import Width
from desktop.screens.base.show import judged, word
from desktop.screens.base.tab import grouped
from desktop.screens.incoming.dialogs import IncomingDialog, PassDialog, SettleDialog
from desktop.usecases.incoming import edits, sheet
from desktop.usecases.incoming import rows as incoming
from desktop.usecases.incoming.rows import IncomingRow

REGISTER, SLIP = "so-van-ban-den", "phieu-chuyen"
EXCEL = "mdi6.file-excel-outline"


class IncomingTab(RecordTab[IncomingRow]):
    key = "incoming"
    FILTERS: ClassVar = {
        "state": Choice("Tình trạng", 176, tuple(incoming.STATE.items()), "Mọi tình trạng"),
        "year": Choice("Năm", 120, empty="Mọi năm", least=Width.NARROW),
    }
    SEARCH = Search("Tìm số, trích yếu, nơi gửi", 200, widths={Width.SINGLE: 130, Width.MIDDLE: 160})
    TABLE = Listed("Sổ văn bản đến", "Không có văn bản nào khớp. Đổi bộ lọc hoặc chữ cần tìm.", least=240)
    LIST = "incoming"
    NOTHING = Nothing(
        "mdi6.inbox-arrow-down-outline",
        "Sổ chưa có văn bản đến nào",
        "Vào sổ văn bản của cấp trên và các nơi gửi đến: yêu cầu gì, hạn nào, chuyển cho ai, "
        "trả lời bằng văn bản nào; đến hạn sẽ hiện ở Hôm nay.",
    )
    BEGIN = Begin("Vào sổ văn bản đến", "incoming.add", "Vào sổ văn bản đến…")
    UNCHOSEN = "Chưa chọn văn bản nào"

    def make(self) -> None:
        """Ctrl+V anywhere on the tab puts what was scanned or copied beside the paper chosen."""
        pasting = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        pasting.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        pasting.activated.connect(self.paste)

    def paste(self) -> None:
        if self.current() is not None:
            self.files.paste()

    def said(self) -> str:
        return incoming.counted(self.desk.facts, self.desk.today)

    def columns(self) -> tuple[Column, ...]:
        return (
            mark_column(lambda one: one.verdict, _state_word),
            Column("Số đến", lambda one: one.number, 92, bold=True, second=_arrived),
            Column("Số, ký hiệu", lambda one: one.paper.symbol or "Không số", 124, second=_own_day, drop=2),
            Column("Trích yếu", lambda one: one.paper.title, second=_below, tip=_whole),
            Column("Chuyển cho", lambda one: one.passed or "Chưa chuyển", 150, tone="text2", drop=1, tip=_passed),
            Column("Hạn", _due, width=104, second=self._distance, second_tone=_late_tone),
            button_column(96),
        )

    def _distance(self, one: IncomingRow) -> str:
        if one.settled and one.state == incoming.DONE:
            return f"xong {vi.day_short(one.settled, self.desk.today)}"
        return vi.distance(one.paper.due, self.desk.today) if one.paper.due else ""

    def rows(self) -> tuple[IncomingRow | GroupRow, ...]:
        self.filters["year"].set_options(incoming.years(self.desk.facts))
        found = incoming.rows(
            self.desk.facts,
            self.desk.findings(),
            self.desk.today,
            state=self.filters.of("state"),
            year=self.filters.of("year"),
            text=self.filters.text(),
        )
        return grouped(found, lambda one: incoming.STATE[one.state])

    # One paper

    def title(self, one: IncomingRow) -> str:
        return f"Số đến {one.number}"

    def show_one(self, one: IncomingRow) -> None:
        self.side.add(column(*self._what(one), gap=3))
        if one.finding:
            self.side.add(holder(judged(self.desk, one.finding, role="caption", gap=1)))
        if one.paper.order:
            self.side.add(block("Ý kiến chỉ đạo", [label(one.paper.order, wrap=True)]))
        self.side.add(block("Đã chuyển", self._passed(one.paper)))
        self.side.add(block("Kết quả", self._result(one)))
        self.files = AttachmentsPanel(self.desk)
        self.files.show_owner(one.paper)
        self.side.add(self.files)
        self.side.set_foot(*self._buttons(one))

    def _what(self, one: IncomingRow) -> list[QWidget]:
        paper = one.paper
        own = " · ".join(filter(None, (paper.symbol, f"ngày {vi.day(paper.date)}" if paper.date else "")))
        came = f"{paper.sender}{', cấp trên' if paper.superior else ''}"
        due = f"{one.asked}, hạn {vi.day(paper.due)}" if paper.due else one.asked
        lines = [label(paper.title, "strong", wrap=True)]
        return [*lines, *(label(text, "second", wrap=True) for text in (own, came, due, vi.marks(paper)) if text)]

    def _passed(self, paper: Incoming) -> list[QWidget]:
        lines = [self._one_passed(paper, place) for place in range(len(paper.passed))]
        return [*lines, Link("Chuyển cho…", run=partial(self.pass_on, paper))]

    def _one_passed(self, paper: Incoming, place: int) -> QWidget:
        one = paper.passed[place]
        name = whom(self.desk.facts, one)
        day = f", {vi.day(one.date)}" if one.date else ""
        said = label(f"{name}{day}{' · chủ trì' if one.lead else ''}", wrap=True)
        gone = small_link("Bỏ", f"Bỏ chuyển cho {name}", partial(self._take_back, paper, place))
        return holder(row((said, 1), gone, gap=8))

    def _result(self, one: IncomingRow) -> list[QWidget]:
        paper = one.paper
        if not (paper.answer or paper.settled):
            waits = one.state in (incoming.LATE, incoming.WAITING)
            return [label("Chưa có." if waits else "Không yêu cầu.", wrap=True)]
        when = f"Xong ngày {vi.day(one.settled)}" if one.settled else "Văn bản trả lời chưa ghi ngày"
        lines: list[QWidget] = [label(f"{when}{f': {one.answer}' if one.answer else ''}.", wrap=True)]
        lines += [label(paper.result, "second", wrap=True)] if paper.result else []
        if paper.answer:
            lines.append(Link("Mở văn bản trả lời", run=partial(self.desk.go, "documents", paper.answer)))
        return lines

    def _buttons(self, one: IncomingRow) -> list[Button]:
        paper = one.paper
        amend = Button("Sửa…", run=partial(self._amend, paper))
        slip = Button("In phiếu", icon="mdi6.printer-outline", run=partial(self.desk.preview, SLIP, paper.id))
        if paper.answer or paper.settled:
            return [amend, Button("Chưa xong", icon="mdi6.undo", run=partial(self.reopen, paper)), slip]
        return [Button("Đã xong…", icon="mdi6.check", run=partial(self.settle, paper)), amend, slip]

    # What is done

    def begin(self) -> None:
        dialog = IncomingDialog(self.desk, parent=self)
        dialog.exec()
        if dialog.made:
            self.select(dialog.made)

    def _amend(self, paper: Incoming) -> None:
        IncomingDialog(self.desk, paper, parent=self).exec()

    def open(self, one: IncomingRow) -> None:
        self._amend(one.paper)

    def action(self, one: IncomingRow) -> str:
        return "Đã xong" if one.state in (incoming.LATE, incoming.WAITING) else ""

    def act(self, one: IncomingRow) -> None:
        self.settle(one.paper)

    def settle(self, paper: Incoming) -> None:
        SettleDialog(self.desk, paper, parent=self).exec()

    def pass_on(self, paper: Incoming) -> None:
        PassDialog(self.desk, paper, parent=self).exec()

    def reopen(self, paper: Incoming) -> None:
        change = partial(edits.reopen, paper=paper)
        self.desk.do(f"Chưa xong: {paper.symbol or paper.title}", change, band=self.band)

    def _take_back(self, paper: Incoming, place: int) -> None:
        change = partial(edits.take_back, paper=paper, place=place)
        self.desk.do(f"Bỏ chuyển: {paper.symbol or paper.title}", change, said="Đã bỏ.", band=self.band)

    def delete(self, one: IncomingRow) -> None:
        named, change = one.paper.symbol or one.paper.title, partial(edits.remove, paper=one.paper)
        self.desk.do(f"Xóa khỏi sổ văn bản đến: {named}", change, said=f"Đã xóa {named}.", band=self.band)

    def print_register(self) -> None:
        """The year shown; this year's where none is chosen."""
        self.desk.preview(REGISTER, self.filters.of("year") or str(self.desk.today.year))

    def take_out(self) -> None:
        """The lines shown, as an Excel sheet."""
        path = choose_file(self, "Xuất sổ văn bản đến ra Excel", save=True, name=sheet.NAME, kinds=KINDS)
        if path:
            self.write_sheet(path)

    def write_sheet(self, path: Path) -> None:
        shown = [one for one in self.table.rows() if not isinstance(one, GroupRow)]
        if write_file(path, sheet.export(shown), partial(self.desk.tell, NOT_SAVED)):
            self.desk.toast(f"Đã xuất {len(shown)} văn bản đến ra {path.name}.")

    def secondary(self) -> tuple[Button, ...]:
        return (Button("In sổ", icon="mdi6.printer-outline", run=self.print_register),)

    def more(self) -> tuple[Command, ...]:
        return (
            Command("incoming.print", "In sổ văn bản đến", self.print_register, icon="mdi6.printer-outline"),
            Command("incoming.export", "Xuất sổ văn bản đến ra Excel…", self.take_out, icon=EXCEL),
        )

    def commands(self) -> tuple[Command, ...]:
        one = self.current()
        passing = (Command("incoming.pass", "Chuyển văn bản đến…", partial(self.pass_on, one.paper)),) if one else ()
        return (*super().commands(), *passing, *self.more())

    def governing(self) -> tuple[Cite, ...]:
        one = self.current()
        return (one.finding.cite,) if one and one.finding else ()


def _state_word(one: IncomingRow) -> str:
    return word(one.verdict) if one.finding else incoming.STATE[one.state]


def _arrived(one: IncomingRow) -> str:
    return vi.day(one.paper.arrived) if one.paper.arrived else "Chưa ghi ngày"


def _own_day(one: IncomingRow) -> str:
    return vi.day(one.paper.date) if one.paper.date else ""


def _below(one: IncomingRow) -> str:
    return " · ".join(filter(None, (one.paper.sender, one.asked if one.paper.asks else "", vi.marks(one.paper))))


def _whole(one: IncomingRow) -> str:
    return "\n".join(filter(None, (one.paper.title, one.paper.sender, one.paper.order)))


def _passed(one: IncomingRow) -> str:
    return one.passed


def _due(one: IncomingRow) -> str:
    return vi.day(one.paper.due) if one.paper.due else ""


def _late_tone(one: IncomingRow) -> str:
    return "breach" if one.state == incoming.LATE else "text2"
