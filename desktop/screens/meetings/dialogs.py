"""Small dialogs of a meeting's page: a note, a choice of people, one member's vote, what was said on an item."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import Choice, Guest, Meeting, Person, Remark, Unit
from desktop.qt.boxes import STRETCH, column, label, row
from desktop.qt.buttons import Button
from desktop.qt.dialog import Dialog
from desktop.qt.fields import CheckField, Combo, TextArea, TextField, form
from desktop.qt.table import Column, Table
from desktop.usecases.base import names
from desktop.usecases.meetings import rows as meetings

OPINIONS = tuple(vi.OPINION.items())


class NoteDialog(Dialog):
    """`taken` carries the note; without one the dialog stays and says so."""

    taken = Signal(str)

    def __init__(
        self, title: str, asked: str, act: str, *, required: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, primary=act, parent=parent)
        self._required = required
        self.note = TextArea(asked, lines=4)
        self.body.addWidget(self.note)
        self.set_size(440, 220)

    def accept(self) -> None:
        self.note.commit()
        if self._required and not self.note.value():
            self.note.set_error("Cần ghi một câu.")
            return
        super().accept()
        self.taken.emit(self.note.value())


class InsteadDialog(Dialog):
    """Which meeting took the place of one called off; `taken` carries its id, empty where none did."""

    taken = Signal(str)

    def __init__(self, facts: Facts, meeting: Meeting, *, parent: QWidget | None = None) -> None:
        super().__init__("Hội nghị họp thay", primary="Ghi hội nghị họp thay", parent=parent)
        offered = [
            (one.id, f"{meetings.title_of(one)}, {vi.day(one.start)}") for one in meetings.stand_ins(facts, meeting)
        ]
        self.other = Combo("Hội nghị họp thay", offered, empty="Chưa có", searchable=True)
        self.other.set_value(meeting.postponed_to)
        self.body.addLayout(
            column(label(f"{meetings.title_of(meeting)}, đã hoãn", wrap=True), form(self.other), gap=10)
        )
        self.set_size(480, 220)

    def accept(self) -> None:
        if self.other.commit():
            super().accept()
            self.taken.emit(self.other.value() or "")


@dataclass(frozen=True, slots=True)
class Tick:
    id: str
    name: str
    position: str
    on: bool


TICKS = (
    Column("", lambda row: "", width=40, check=lambda row: row.on, sortable=False),
    Column("Họ và tên", lambda row: row.name, bold=True, key=lambda row: vi.name_key(row.name)),
    Column("Chức vụ", lambda row: row.position, tone="text2", drop=1),
)


class PeopleDialog(Dialog):
    """`taken` carries the ids of the people ticked, in the order of the list."""

    taken = Signal(object)

    def __init__(
        self, title: str, people: Sequence[Person], chosen: Sequence[str], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, primary="Ghi", parent=parent)
        self._people, self._on, self._chosen = people, set(chosen), set(chosen)
        self.search = TextField("", name="Tìm người", placeholder="Tìm theo tên")
        self.table = Table(TICKS, name=title, empty="Không có ai để chọn.")
        self.count = label("", "caption")
        self.body.addLayout(column(self.search, (self.table, 1), self.count))
        self.search.line.textEdited.connect(self.table.set_filter)
        self.table.ticked.connect(self._tick)
        self.set_size(520, 560)
        self._fill()

    def _fill(self) -> None:
        self.table.set_rows(tuple(Tick(one.id, one.name, one.position, one.id in self._on) for one in self._people))
        self.count.setText(f"Đã chọn {len(self._on)}/{len(self._people)}")

    def _tick(self, one: Tick) -> None:
        self._on ^= {one.id}
        self._fill()

    def holds_work(self) -> bool:
        return self._on != self._chosen

    def accept(self) -> None:
        super().accept()
        self.taken.emit(tuple(person.id for person in self._people if person.id in self._on))


class ChoiceDialog(Dialog):
    """One member's vote that is not plain approval; `taken` carries the Choice."""

    taken = Signal(object)

    def __init__(
        self,
        facts: Facts,
        people: Sequence[Person],
        choice: Choice | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Ý kiến của một ủy viên", primary="Ghi ý kiến", parent=parent)
        self.person = Combo("Ủy viên có mặt", names.options(facts, people), empty="Chưa chọn", searchable=True)
        self.choice = Combo("Ý kiến", OPINIONS)
        self.note = TextArea("Nội dung ý kiến", lines=3)
        self.reserved = CheckField("Bảo lưu ý kiến")
        self.body.addLayout(form(self.person, self.choice, self.note, self.reserved))
        self.person.set_value(choice.person if choice else None)
        self.person.set_enabled(choice is None)
        self.choice.set_value(choice.choice if choice else "reject")
        self.note.set_value(choice.note if choice else "")
        self.reserved.set_value(choice.reserved if choice else False)
        self.set_size(440, 360)

    def accept(self) -> None:
        if not (self.person.commit() and self.note.commit()):
            return
        person, choice = self.person.value(), self.choice.value()
        if not person:
            self.person.set_error("Chọn một ủy viên có mặt.")
            return
        super().accept()
        self.taken.emit(
            Choice(
                person=person,
                choice=choice or "reject",
                note=self.note.value(),
                reserved=self.reserved.value(),
            )
        )


class GuestDialog(Dialog):
    """A person of the office's own list, a unit, or a name written down; `taken` carries the Guest."""

    taken = Signal(object)

    def __init__(
        self, facts: Facts, people: Sequence[Person], units: Sequence[Unit], *, parent: QWidget | None = None
    ) -> None:
        super().__init__("Thêm khách mời", primary="Thêm khách mời", parent=parent)
        self.person = Combo("Người trong danh mục", names.options(facts, people), empty="Không", searchable=True)
        self.unit = Combo("Đơn vị", [(one.id, one.name) for one in units], empty="Không", searchable=True)
        self.name = TextField("Hoặc ghi tên, chức danh")
        self.superior = CheckField("Đại diện cấp trên")
        self.body.addLayout(form(self.person, self.unit, self.name, self.superior))
        self.set_size(440, 320)

    def accept(self) -> None:
        if not all(field.commit() for field in (self.person, self.unit, self.name)):
            return
        guest = Guest(
            person=self.person.value(),
            unit=self.unit.value(),
            name=self.name.value(),
            superior=self.superior.value(),
        )
        if not (guest.person or guest.unit or guest.name):
            self.name.set_error("Chọn người, đơn vị hoặc ghi tên.")
            return
        super().accept()
        self.taken.emit(guest)


@dataclass(frozen=True, slots=True)
class Said:
    id: int
    name: str
    text: str


SAID = (
    Column("Người phát biểu", lambda row: row.name, width=180, bold=True, sortable=False),
    Column("Nội dung", lambda row: row.text, sortable=False, tip=lambda row: row.text),
)


class DiscussionDialog(Dialog):
    """What was said on an item, in order; `taken` carries all remarks."""

    taken = Signal(object)

    def __init__(
        self,
        facts: Facts,
        title: str,
        people: Sequence[Person],
        remarks: Sequence[Remark],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"Thảo luận: {title}", primary="Ghi thảo luận", parent=parent)
        self._names = dict(names.options(facts, people))
        self._remarks, self._shown = list(remarks), tuple(remarks)
        self.table = Table(SAID, name="Ý kiến thảo luận", empty="Chưa có ý kiến nào.")
        self.person = Combo("Người phát biểu", names.options(facts, people), empty="Không ghi tên", searchable=True)
        self.text = TextArea("Nội dung", lines=3)
        self.add = Button("Thêm ý kiến", icon="mdi6.plus", kind="small", run=self._add)
        self.drop = Button("Bỏ ý kiến đang chọn", icon="mdi6.trash-can-outline", kind="small", run=self._drop)
        self.body.addLayout(
            column((self.table, 1), row((self.person, 1), gap=8), self.text, row(self.add, self.drop, STRETCH))
        )
        self.table.keyed.connect(lambda _, key: self._drop() if key == "Delete" else None)
        self.set_size(620, 560)
        self._fill()

    def _fill(self) -> None:
        self.table.set_rows(
            tuple(
                Said(index, self._names.get(one.person or "", ""), one.text) for index, one in enumerate(self._remarks)
            )
        )

    def _add(self) -> None:
        if self.person.commit() and self.text.commit() and self.text.value():
            self._remarks.append(Remark(person=self.person.value(), text=self.text.value()))
            self.text.set_value("")
            self._fill()
            self.person.setFocus()

    def holds_work(self) -> bool:
        return super().holds_work() or tuple(self._remarks) != self._shown

    def _drop(self) -> None:
        said = self.table.current()
        if said is not None:
            self._remarks.pop(said.id)
            self._fill()

    def accept(self) -> None:
        self._add()
        super().accept()
        self.taken.emit(tuple(self._remarks))
