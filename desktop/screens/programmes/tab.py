"""The tab Chương trình: every work programme there is or ought to be, and the one opened from the list."""

from typing import cast

from PySide6.QtWidgets import QDialog, QStackedWidget

from desktop import vi
from desktop.domain.bodies import BODIES
from desktop.domain.findings import Cite
from desktop.domain.records import Programme
from desktop.qt.boxes import column, empty, holder, label, row
from desktop.qt.buttons import Button, Link
from desktop.qt.commands import Command
from desktop.qt.fields import Combo
from desktop.qt.pages import EmptyState
from desktop.qt.table import Column, Table
from desktop.screens.base.blocks import block
from desktop.screens.base.desk import Desk
from desktop.screens.base.screen import Width
from desktop.screens.base.show import word
from desktop.screens.base.tab import DirectoryTab, grouped, keep_chosen, narrow, search_field
from desktop.screens.programmes.acts import ProgrammeActs
from desktop.screens.programmes.dialogs import NOT_ASKED, StartDialog, verdict_lines
from desktop.screens.programmes.page import ProgrammePage, item_lines
from desktop.screens.programmes.side import programme_blocks, version_blocks
from desktop.usecases.programmes import list as programmes_list
from desktop.usecases.programmes import rows as programmes
from desktop.usecases.programmes.list import ProgrammeRow
from desktop.usecases.programmes.rows import ItemRow, State

LIST, PAGE = 0, 1


class ProgrammesTab(DirectoryTab):
    key = "programmes"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        bodies = [(body, vi.BODY[body]) for body in BODIES]
        self.body = narrow(Combo("", bodies, empty="Mọi cơ quan", name="Cơ quan"), 150)
        self.unit = narrow(Combo("", tuple(programmes.UNIT.items()), empty="Mọi kỳ", name="Loại kỳ"), 124)
        self.year = narrow(Combo("", (), empty="Mọi năm", name="Năm"), 110)
        self.search = search_field("Tìm chương trình", 170)
        self.table = Table(self._columns(), name="Chương trình", row_height=42, action=_action, least=230,
                           empty="Không có chương trình nào khớp bộ lọc.", memory=desk.state)  # fmt: skip
        start = Button("Lập chương trình", icon="mdi6.plus", kind="primary", run=self.begin)
        self.none = EmptyState("mdi6.clipboard-list-outline", "Chưa có chương trình nào",
                               "Chọn quy chế trong Danh mục để thấy những kỳ phải có chương trình, hoặc lập chương "
                               "trình đầu tiên ngay.", primary=start)  # fmt: skip
        self.page = ProgrammePage(desk, self.band)
        self.acts = ProgrammeActs(desk, self.band, self)
        self.stack = QStackedWidget()
        self.stack.addWidget(holder(column((self.table, 1), (self.none, 1), gap=0)))
        self.stack.addWidget(self.page)
        self.filters = holder(row(self.body, self.unit, self.year, self.search))
        self.page.head.hide()
        self.lay_out(self.stack, self.filters, self.page.head)
        self.setFocusProxy(self.table)
        self.spare = (self.year, self.search)
        self._connect()

    def _connect(self) -> None:
        for field in (self.body, self.unit, self.year):
            field.saved.connect(self.refresh)
        self.search.line.textChanged.connect(self.refresh)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self._open)
        self.table.acted.connect(self._act)
        self.table.keyed.connect(lambda one, key: self.acts.remove(one.programme) if key == "Delete" else None)
        self.page.chosen.connect(self._show_item)
        self.page.left.connect(self.close_page)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("", lambda _: "", width=36, mark=lambda one: one.verdict, word=lambda one: word(one.verdict),
                   sortable=False),
            Column("Chương trình", lambda one: one.title, second=lambda one: vi.BODY[one.body],
                   tip=lambda one: f"{one.title}\n{vi.BODY[one.body]}"),
            Column("Tình trạng", lambda one: programmes.STATE[one.state], width=124, second=self._when,
                   second_tone=_tone),
            Column("Việc", lambda one: f"{one.done}/{one.total}" if one.total else "", width=84, align="right", drop=1,
                   second=lambda one: f"{one.late} quá hạn" if one.late else "", second_tone="breach"),
            Column("", lambda _: "", width=136, sortable=False),
        )  # fmt: skip

    def _when(self, one: ProgrammeRow) -> str:
        if one.programme and one.programme.adopted:
            return vi.day(one.programme.adopted)
        return f"hạn {vi.day(one.due)}" if one.due else ""

    def set_width(self, width: Width) -> None:
        super().set_width(width)
        self.page.about.setVisible(width is not Width.SINGLE)

    # What is shown

    def refresh(self) -> None:
        facts, found, today = self.desk.facts, self.desk.findings(), self.desk.today
        self.year.set_options([(str(year), str(year)) for year in programmes_list.years(facts, found, today)])
        year = self.year.value()
        rows = programmes_list.rows(
            facts, found, today, body=self.body.value() or "", unit=self.unit.value() or "",
            year=int(year) if year else None, text=self.search.line.text(),
        )  # fmt: skip
        any_ = bool(facts.office.programmes) or any(one.rule == programmes.RULE for one in found)
        self.table.setVisible(any_)
        self.none.setVisible(not any_)
        self.table.set_rows(grouped(rows, lambda one: programmes_list.group_of(one, today)))
        keep_chosen(self.table)
        if self.on_page():
            self.page.refresh()
        elif self.table.current() is None:
            self._show(None)
        if self.on_page():
            self.headed.emit()

    def on_page(self) -> bool:
        return self.stack.currentIndex() == PAGE

    def open_page(self, ident: str) -> None:
        """Show one programme in place of the list."""
        self.band.clear()
        self.stack.setCurrentIndex(PAGE)
        self.filters.hide()
        self.page.head.show()
        self.page.show_programme(ident)
        self.page.table.setFocus()
        self.headed.emit()

    def close_page(self) -> None:
        self.band.clear()
        self.stack.setCurrentIndex(LIST)
        self.filters.show()
        self.page.head.hide()
        self._show(self.current())
        self.table.setFocus()
        self.headed.emit()

    def select(self, record_id: str) -> None:
        """A programme opens; one only asked for is chosen in the list, or after `new:` drawn up; `propose` proposes."""
        if record_id == "propose":
            self.acts.propose()
            return
        wanted = record_id.removeprefix("new:")
        self.search.set_value("")
        for field in (self.body, self.unit, self.year):
            field.set_value(None)
        self.refresh()
        self.table.select(wanted)
        if self.desk.facts.one(Programme, wanted):
            self.open_page(wanted)
        elif self.on_page():
            self.close_page()
        if wanted != record_id:
            self.start(wanted)

    def show_side(self) -> None:
        """The list's panel comes to the front; beside an open programme its items do."""
        self.toggle.setChecked(not self.on_page())

    def current(self) -> ProgrammeRow | None:
        return cast("ProgrammeRow | None", self.table.current())

    def _programme(self) -> Programme | None:
        if self.on_page():
            return self.page.programme
        one = self.current()
        return one.programme if one else None

    # The panel

    def _clear_side(self, title: str) -> None:
        self.side.clear()
        empty(self.side.foot)
        self.side.set_title(title)

    def _show(self, one: ProgrammeRow | None) -> None:
        if self.on_page():
            return
        self._clear_side("Chương trình" if one else "Chưa chọn chương trình nào")
        if one is None:
            return
        for content in programme_blocks(self.desk, one):
            self.side.add(content)
        for button in self._row_buttons(one):
            self.side.foot.addWidget(button)
        self.side.foot.addStretch(1)

    def _row_buttons(self, one: ProgrammeRow) -> list[Button]:
        if one.programme is None:
            return [Button("Lập chương trình", icon="mdi6.plus", run=lambda: self.start(one.id))]
        programme = one.programme
        printing = Button("In", icon="mdi6.printer-outline", run=lambda: self.acts.print(programme))
        return [Button("Mở chương trình", run=lambda: self._open(one)), printing]

    def _show_item(self, one: ItemRow | None) -> None:
        if not self.on_page():
            return
        self._clear_side("Việc đang chọn" if one else "Chưa có việc nào")
        self._show_verdict()
        if one:
            self.side.add(column(*item_lines(one), *self._session_link(one), gap=4))
            for button in self._item_buttons(one):
                self.side.foot.addWidget(button)
            self.side.foot.addStretch(1)
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
        up = Button("", icon="mdi6.arrow-up", kind="icon", tip="Lên (Alt+↑)",
                    run=lambda: self.page.move_item(one.place, -1))  # fmt: skip
        down = Button("", icon="mdi6.arrow-down", kind="icon", tip="Xuống (Alt+↓)",
                      run=lambda: self.page.move_item(one.place, 1))  # fmt: skip
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

    def _open(self, one: ProgrammeRow) -> None:
        if one.programme is None:
            self.start(one.id)
        else:
            self.open_page(one.id)

    def _act(self, one: ProgrammeRow) -> None:
        if one.programme is None:
            self.start(one.id)
        else:
            self.acts.adopt(one.programme)

    def begin(self) -> None:
        self.start("")

    def start(self, subject: str) -> None:
        """Draw up the programme of that subject, or of the one wanted next; it opens once made."""
        dialog = StartDialog(self.desk, subject=subject, parent=self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.open_page(dialog.made)

    # The head

    def primary(self) -> Button:
        if self.on_page() and programmes.is_open(self.page.programme):
            return Button("Thêm việc", icon="mdi6.plus", kind="primary", run=self.page.add)
        return Button("Lập chương trình", icon="mdi6.plus", kind="primary", run=self.begin)

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
        found = [Command("programme.new", "Lập chương trình…", self.begin, "Ctrl+N", "mdi6.plus")]
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


def _action(one: ProgrammeRow) -> str:
    if one.programme is None:
        return "Lập chương trình"
    return "" if one.state is State.ADOPTED else "Ghi thông qua"


def _tone(one: ProgrammeRow) -> str:
    return "breach" if one.verdict == "breach" else "text2"
