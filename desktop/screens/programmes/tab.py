"""The tab Chương trình: every work programme there is or ought to be, and the one opened from the list."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from desktop import vi
from desktop.domain.bodies import BODIES
from desktop.domain.findings import Cite
from desktop.domain.records import Programme
from desktop.qt.boxes import column, holder, label, row
from desktop.qt.buttons import Button, Link
from desktop.qt.commands import Command
from desktop.qt.model import Column, GroupRow, button_column, mark_column
from desktop.screens.base.blocks import block
from desktop.screens.base.filters import Choice, Search
from desktop.screens.base.record_tab import Begin, Listed, Nothing, RecordTab
from desktop.screens.base.screen import Width
from desktop.screens.base.show import word
from desktop.screens.base.tab import grouped
from desktop.screens.programmes.acts import ProgrammeActs
from desktop.screens.programmes.dialogs import NOT_ASKED, StartDialog, verdict_lines
from desktop.screens.programmes.page import ProgrammePage, item_lines
from desktop.screens.programmes.side import programme_blocks, version_blocks
from desktop.usecases.programmes import list as programmes_list
from desktop.usecases.programmes import rows as programmes
from desktop.usecases.programmes.list import ProgrammeRow
from desktop.usecases.programmes.rows import ItemRow, State

LIST, PAGE = 0, 1


class ProgrammesTab(RecordTab[ProgrammeRow]):
    key = "programmes"
    FILTERS: ClassVar = {
        "body": Choice("Cơ quan", 150, [(body, vi.BODY[body]) for body in BODIES], "Mọi cơ quan"),
        "unit": Choice("Loại kỳ", 124, tuple(programmes.UNIT.items()), "Mọi kỳ"),
        "year": Choice("Năm", 110, empty="Mọi năm", least=Width.NARROW),
    }
    SEARCH = Search("Tìm chương trình", 170, least=Width.NARROW)
    TABLE = Listed("Chương trình", "Không có chương trình nào khớp bộ lọc.", least=230)
    NOTHING = Nothing(
        "mdi6.clipboard-list-outline",
        "Chưa có chương trình nào",
        "Chọn quy chế trong Danh mục để thấy những kỳ phải có chương trình, hoặc lập chương trình đầu tiên ngay.",
    )
    BEGIN = Begin("Lập chương trình", "programme.new", "Lập chương trình…")
    UNCHOSEN = "Chưa chọn chương trình nào"

    def make(self) -> None:
        self.page = ProgrammePage(self.desk, self.band)
        self.acts = ProgrammeActs(self.desk, self.band, self)
        self.stack = QStackedWidget()
        self.stack.addWidget(super().sheet())
        self.stack.addWidget(self.page)
        self.picking = holder(row(*self.filters.widgets()))
        self.page.head.hide()
        self.page.chosen.connect(self._show_item)
        self.page.left.connect(self.close_page)
        self.least[self.page.about] = Width.NARROW

    def bar(self) -> tuple[QWidget, ...]:
        return self.picking, self.page.head

    def sheet(self) -> QWidget:
        return self.stack

    def columns(self) -> tuple[Column, ...]:
        return (
            mark_column(lambda one: one.verdict, lambda one: word(one.verdict)),
            Column("Chương trình", lambda one: one.title, second=_body, tip=lambda one: f"{one.title}\n{_body(one)}"),
            Column("Tình trạng", lambda one: programmes.STATE[one.state], 124, self._when, second_tone=_tone),
            Column("Việc", _done, width=84, align="right", drop=1, second=_late, second_tone="breach"),
            button_column(136),
        )

    def action(self, one: ProgrammeRow) -> str:
        if one.programme is None:
            return "Lập chương trình"
        return "" if one.state is State.ADOPTED else "Ghi thông qua"

    def _when(self, one: ProgrammeRow) -> str:
        if one.programme and one.programme.adopted:
            return vi.day(one.programme.adopted)
        return f"hạn {vi.day(one.due)}" if one.due else ""

    # What is shown

    def rows(self) -> tuple[ProgrammeRow | GroupRow, ...]:
        years = programmes_list.years(self.desk.facts, self.desk.findings(), self.desk.today)
        self.filters["year"].set_options([(str(year), str(year)) for year in years])
        facts, found, today, of = self.desk.facts, self.desk.findings(), self.desk.today, self.filters.of
        body, unit, year, text = of("body"), of("unit"), self.filters.year(), self.filters.text()
        rows = programmes_list.rows(facts, found, today, body=body, unit=unit, year=year, text=text)
        return grouped(rows, lambda one: programmes_list.group_of(one, today))

    def any(self, found: bool) -> bool:
        asked = any(one.rule == programmes.RULE for one in self.desk.findings())
        return asked or bool(self.desk.facts.office.programmes)

    def refresh(self) -> None:
        super().refresh()
        if self.on_page():
            self.page.refresh()
            self.headed.emit()

    def on_page(self) -> bool:
        return self.stack.currentIndex() == PAGE

    def open_page(self, ident: str) -> None:
        """Show one programme in place of the list."""
        self.band.clear()
        self.stack.setCurrentIndex(PAGE)
        self.picking.hide()
        self.page.head.show()
        self.page.show_programme(ident)
        self.page.table.setFocus()
        self.headed.emit()

    def close_page(self) -> None:
        self.band.clear()
        self.stack.setCurrentIndex(LIST)
        self.picking.show()
        self.page.head.hide()
        self.show_row(self.current())
        self.table.setFocus()
        self.headed.emit()

    def select(self, record_id: str) -> None:
        """A programme opens; one only asked for is chosen in the list, or after `new:` drawn up; `propose` proposes."""
        if record_id == "propose":
            self.acts.propose()
            return
        wanted = record_id.removeprefix("new:")
        super().select(wanted)
        if self.desk.facts.one(Programme, wanted):
            self.open_page(wanted)
        elif self.on_page():
            self.close_page()
        if wanted != record_id:
            self.start(wanted)

    def show_side(self) -> None:
        """The list's panel comes to the front; beside an open programme its items do."""
        self.toggle.setChecked(not self.on_page())

    def _programme(self) -> Programme | None:
        if self.on_page():
            return self.page.programme
        one = self.current()
        return one.programme if one else None

    # The panel

    def show_row(self, one: ProgrammeRow | None) -> None:
        if not self.on_page():
            super().show_row(one)

    def show_one(self, one: ProgrammeRow) -> None:
        for content in programme_blocks(self.desk, one):
            self.side.add(content)
        self.side.set_foot(*self._row_buttons(one))

    def _row_buttons(self, one: ProgrammeRow) -> list[Button]:
        if one.programme is None:
            return [Button("Lập chương trình", icon="mdi6.plus", run=lambda: self.start(one.id))]
        programme = one.programme
        printing = Button("In", icon="mdi6.printer-outline", run=lambda: self.acts.print(programme))
        return [Button("Mở chương trình", run=lambda: self.open(one)), printing]

    def _show_item(self, one: ItemRow | None) -> None:
        if not self.on_page():
            return
        self.side.begin("Việc đang chọn" if one else "Chưa có việc nào")
        self._show_verdict()
        if one:
            self.side.add(column(*item_lines(one), *self._session_link(one), gap=4))
            self.side.set_foot(*self._item_buttons(one))
        self._show_about()

    def _show_verdict(self) -> None:
        """Where one pane fits, the rule's answer has no room over the list."""
        programme = self.page.programme
        if programme and self._width is Width.SINGLE:
            finding = programmes.finding_of(self.desk.facts, programme, self.desk.today)
            self.side.add(column(verdict_lines(self.desk, finding, NOT_ASKED)))

    def _session_link(self, one: ItemRow) -> list[Link]:
        meeting = one.item.meeting
        if not meeting or not one.session:
            return []
        return [Link(f"Kỳ họp: {one.session}", run=lambda: self.desk.go("meetings", meeting))]

    def _item_buttons(self, one: ItemRow) -> list[Button]:
        amend = Button("Sửa…", run=lambda: self.page.amend(one))
        done = [Button("Đã xong…", icon="mdi6.check", run=lambda: self.page.finish(one))]
        if one.done:
            undone = Button("Chưa xong", icon="mdi6.undo", run=lambda: self.page.reopen(one))
            done = [undone] if one.item.done else []
        if not programmes.is_open(self.page.programme):
            return [*done, amend]
        rise, sink = (partial(self.page.move_item, one.place, step) for step in (-1, 1))
        up = Button("", icon="mdi6.arrow-up", kind="icon", tip="Lên (Alt+↑)", run=rise)
        down = Button("", icon="mdi6.arrow-down", kind="icon", tip="Xuống (Alt+↓)", run=sink)
        return [*done, amend, up, down]

    def _show_about(self) -> None:
        """What the regulation still asks for and the draft lacks, and the earlier versions."""
        programme = self.page.programme
        if programme is None:
            return
        lacking = self.acts.lacking(programme)
        if lacking:
            names = [label(one.title, "caption-text", wrap=True) for one in lacking[:6]]
            more = [label(f"và {len(lacking) - 6} việc khác", "caption")] if len(lacking) > 6 else []
            put = Link("Đưa vào dự thảo", run=lambda: self.acts.put_lacking(programme))
            self.side.add(block("Chưa có trong dự thảo", [*names, *more, put]))
        for content in version_blocks(self.desk, programme):
            self.side.add(content)

    # What is done

    def open(self, one: ProgrammeRow) -> None:
        if one.programme is None:
            self.start(one.id)
        else:
            self.open_page(one.id)

    def act(self, one: ProgrammeRow) -> None:
        if one.programme is None:
            self.start(one.id)
        else:
            self.acts.adopt(one.programme)

    def delete(self, one: ProgrammeRow) -> None:
        self.acts.remove(one.programme)

    def begin(self) -> None:
        self.start("")

    def start(self, subject: str) -> None:
        """Draw up the programme of that subject, or of the one wanted next; it opens once made."""
        dialog = StartDialog(self.desk, subject=subject, parent=self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.open_page(dialog.made)

    # The head

    def primary(self) -> Button | None:
        if self.on_page() and programmes.is_open(self.page.programme):
            return Button("Thêm việc", icon="mdi6.plus", kind="primary", run=self.page.add)
        return super().primary()

    def secondary(self) -> tuple[Button, ...]:
        programme = self.page.programme if self.on_page() else None
        if programme is None:
            return (Button("Đề xuất lịch họp năm…", icon="mdi6.calendar-plus", run=self.acts.propose),)
        printing = Button("In chương trình", icon="mdi6.printer-outline", run=lambda: self.acts.print(programme))
        if programmes.is_open(programme):
            return (printing, Button("Ghi thông qua…", icon="mdi6.check", run=lambda: self.acts.adopt(programme)))
        return (printing, Button("Điều chỉnh…", run=lambda: self.acts.adjust(programme)))

    def more(self) -> tuple[Command, ...]:
        programme = self._programme() if self.on_page() else None
        return self.acts.further(programme) if programme else ()

    def commands(self) -> tuple[Command, ...]:
        found = list(super().commands())
        found.append(Command("programme.propose", "Đề xuất lịch họp năm…", self.acts.propose, "", "mdi6.calendar-plus"))
        programme = self._programme()
        if programme:
            if self.on_page():
                found.append(Command("programme.list", "Về danh sách chương trình", self.close_page, "Alt+Left"))
            if self.on_page() and programmes.is_open(programme):
                found.append(Command("programme.item", "Thêm việc vào chương trình…", self.page.add, "Ctrl+Shift+N"))
            if programmes.is_open(programme):
                found.append(
                    Command("programme.adopt", "Ghi thông qua chương trình…", lambda: self.acts.adopt(programme))
                )
            else:
                found.append(
                    Command("programme.adjust", "Điều chỉnh chương trình…", lambda: self.acts.adjust(programme))
                )
            found.append(
                Command("programme.print", "In chương trình công tác", lambda: self.acts.print(programme), "Ctrl+P")
            )
            found += self.more()
        return tuple(found)

    def governing(self) -> tuple[Cite, ...]:
        programme = self._programme()
        if programme:
            found = programmes.finding_of(self.desk.facts, programme, self.desk.today)
        else:
            one = self.current()
            found = one.finding if one else None
        return (found.cite,) if found else ()


def _body(one: ProgrammeRow) -> str:
    return vi.BODY[one.body]


def _done(one: ProgrammeRow) -> str:
    return f"{one.done}/{one.total}" if one.total else ""


def _late(one: ProgrammeRow) -> str:
    return f"{one.late} quá hạn" if one.late else ""


def _tone(one: ProgrammeRow) -> str:
    return "breach" if one.verdict == "breach" else "text2"
