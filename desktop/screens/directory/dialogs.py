"""The small dialogs of the directory: a person, a seat, a post, a unit, a day; each keeps what was typed if refused."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.bodies import BODIES, ROLES_OF
from desktop.domain.posts import POSTS
from desktop.domain.records import Body, Person, Post, Role, Seat, UnitKind
from desktop.qt.boxes import column, label
from desktop.qt.dialog import Dialog
from desktop.qt.fields import Combo, DateField, Field, Line, NumberField, RadioCards, TextField, form
from desktop.qt.notices import Band
from desktop.screens.base.desk import Change, Desk
from desktop.usecases.directory import days, seats, units
from desktop.usecases.directory import rows as directory


class SmallDialog(Dialog):
    """A form with one primary; it closes only when the change is through."""

    def __init__(self, desk: Desk, title: str, primary: str, lead: str, parent: QWidget | None) -> None:
        super().__init__(title, primary=primary, close="Hủy", parent=parent)
        self.desk = desk
        self.band = Band()
        self._lead = label(lead, "second", wrap=True)
        self._fields: list[Field] = []

    def lay_out(self, *lines: Line) -> None:
        self._fields = [field for line in lines for field in _fields_of(line)]
        self.body.addLayout(column(self.band, self._lead, form(*lines), gap=10))
        self._lead.setVisible(bool(self._lead.text()))
        self.body.addStretch(1)
        self.setMinimumWidth(420)

    def typed(self) -> bool:
        """Whether every field can be read; those that cannot say so themselves."""
        wrong = [field for field in self._fields if not field.commit()]
        return not wrong

    def change(self) -> tuple[str, Change]:
        """What is done, in words for the history, and how."""
        raise NotImplementedError

    def accept(self) -> None:
        if not self.typed():
            return
        what, change = self.change()
        if self.desk.do(what, change, band=self.band):
            super().accept()


def _fields_of(line: Line) -> list[Field]:
    parts = line if isinstance(line, tuple) else (line,)
    inner = (part[0] if isinstance(part, tuple) else part for part in parts)
    return [part for part in inner if isinstance(part, Field)]


class PersonDialog(SmallDialog):
    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Thêm người", "Thêm người", "", parent)
        self.name, self.born = TextField("Họ và tên"), NumberField("Năm sinh", low=1900, high=2100)
        self.position = TextField("Chức vụ, nơi công tác")
        self.person_id = ""
        self.lay_out(((self.name, 3), (self.born, 1)), self.position)

    def change(self) -> tuple[str, Change]:
        return f"Thêm {self.name.value()}", self._add

    def _add(self, store: Any) -> None:  # noqa: ANN401 - the store, which screens do not know
        self.person_id = directory.add_person(
            store,
            facts=self.desk.facts,
            name=self.name.value(),
            position=self.position.value(),
            born=self.born.value(),
        )


class SeatDialog(SmallDialog):
    """Gives a seat, or amends the one handed in."""

    def __init__(self, desk: Desk, person: Person, *, seat: Seat | None = None, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            "Sửa chức vụ trong cấp ủy" if seat else "Thêm chức vụ trong cấp ủy",
            "Ghi chức vụ trong cấp ủy",
            person.name,
            parent,
        )
        self.person, self.seat = person, seat
        self.in_body = Combo("Cơ quan", [(body, vi.BODY[body]) for body in BODIES])
        self.role = Combo("Chức vụ trong cơ quan")
        self.first = DateField("Từ ngày", today=desk.today, required=True)
        self.last = DateField("Đến hết ngày", today=desk.today, placeholder="Đang giữ")
        self.in_body.saved.connect(self._offer_roles)
        self.lay_out((self.in_body, self.role), (self.first, self.last))
        self._fill(seat or Seat(body="bch", role="uy-vien", from_=desk.today))

    def _fill(self, seat: Seat) -> None:
        self.in_body.set_value(seat.body)
        self._offer_roles()
        self.role.set_value(seat.role)
        self.first.set_value(seat.from_)
        self.last.set_value(seat.to)

    def _offer_roles(self) -> None:
        roles = ROLES_OF[self._body()]
        self.role.set_options([(role, vi.ROLE[role]) for role in roles])
        if self.role.value() not in roles:
            self.role.set_value(roles[0])

    def _body(self) -> Body:
        return cast("Body", self.in_body.value() or "bch")

    def change(self) -> tuple[str, Change]:
        first = self.first.value() or self.desk.today
        role = cast("Role", self.role.value() or "uy-vien")
        seat = Seat(body=self._body(), role=role, from_=first, to=self.last.value())
        given: dict[str, Any] = {"facts": self.desk.facts, "person": self.person}
        what = f"{seats.seat_words(seat, self.desk.facts.office.office.name)}: {self.person.name}"
        if self.seat:
            return what, partial(seats.amend_seat, old=self.seat, new=seat, **given)
        return what, partial(seats.give_seat, seat=seat, **given)


class PostDialog(SmallDialog):
    """A post of the list, or one in the office's own words."""

    def __init__(self, desk: Desk, person: Person, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Thêm chức danh", "Ghi chức danh", person.name, parent)
        self.person = person
        self.post = Combo("Chức danh", list(POSTS.items()), empty="Chức danh khác")
        self.words = TextField("Tên chức danh khác")
        self.first = DateField("Từ ngày", today=desk.today, placeholder="Không ghi")
        self.last = DateField("Đến hết ngày", today=desk.today, placeholder="Đang giữ")
        self.lay_out(self.post, self.words, (self.first, self.last))
        self.post.saved.connect(lambda code: self.words.set_enabled(not code))

    def change(self) -> tuple[str, Change]:
        post = Post(
            post=self.post.value() or self.words.value(),
            from_=self.first.value(),
            to=self.last.value(),
        )
        what = f"{seats.post_words(post)}: {self.person.name}"
        return what, partial(seats.give_post, person=self.person, post=post)


class EndDialog(SmallDialog):
    """Asks for the last day of something and ends it."""

    def __init__(
        self, desk: Desk, title: str, lead: str, end: Callable[..., object], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, title, "Kết thúc", lead, parent)
        self._what, self._end = f"{title}: {lead}", end
        self.last = DateField("Đến hết ngày", today=desk.today, required=True)
        self.last.set_value(desk.today)
        self.lay_out(self.last)

    def change(self) -> tuple[str, Change]:
        return self._what, partial(self._end, to=self.last.value())


class UnitDialog(SmallDialog):
    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Thêm đơn vị", "Thêm đơn vị", "", parent)
        self.name = TextField("Tên đơn vị")
        self.kind = Combo("Loại", list(vi.UNIT_KIND.items()))
        self.unit_id = ""
        self.lay_out(self.name, self.kind)

    def change(self) -> tuple[str, Change]:
        return f"Thêm {self.name.value()}", self._add

    def _add(self, store: Any) -> None:  # noqa: ANN401 - the store, which screens do not know
        kind = cast("UnitKind | None", self.kind.value())
        self.unit_id = units.add_unit(store, facts=self.desk.facts, name=self.name.value(), kind=kind)


OFF, WORKED = "off", "worked"


class DayDialog(SmallDialog):
    """A day off or a make-up day of the office's own, with the document that ordered it."""

    def __init__(self, desk: Desk, day: dt.date | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Thêm ngày của đơn vị", "Ghi ngày", "", parent)
        self.day = DateField("Ngày", today=desk.today, required=True)
        self.kind = RadioCards(
            "Loại",
            [
                (OFF, "Nghỉ", "Một ngày làm việc được cho nghỉ"),
                (WORKED, "Làm việc bù", "Một ngày nghỉ phải làm việc"),
            ],
        )
        self.document = TextField("Theo văn bản", placeholder="Thông báo 12-TB/VPHU")
        self.lay_out(self.day, self.kind, self.document)
        self.day.set_value(day)
        self.kind.set_value(OFF)

    def change(self) -> tuple[str, Change]:
        add = days.add_working_day if self.kind.value() == WORKED else days.add_day_off
        day = self.day.value() or self.desk.today
        what = f"{'Làm bù' if self.kind.value() == WORKED else 'Nghỉ'} ngày {vi.day(day)}"
        return what, partial(add, facts=self.desk.facts, day=day, document=self.document.value())
