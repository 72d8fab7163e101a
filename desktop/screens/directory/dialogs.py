"""The small dialogs of the directory: a person, a seat, a post, a unit, a day; each keeps what was typed if refused."""

from functools import partial
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.bodies import BODIES, ROLES_OF
from desktop.domain.posts import POSTS
from desktop.domain.records import Body, Person, Post, Role, Seat, UnitKind
from desktop.qt.fields import Combo, DateField, NumberField, TextField
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.record_dialog import SmallDialog
from desktop.usecases.directory import rows as directory
from desktop.usecases.directory import seats, units


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
