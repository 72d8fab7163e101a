"""The small dialogs of the directory: a person, a seat, a post, a unit; each keeps what was typed if refused."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.records import Body, Person, Post, Seat, Unit
from desktop.qt.fields import Combo, TextField
from desktop.screens.base.blocks import bodies
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.record_dialog import RecordDialog
from desktop.screens.base.record_fields import Ask
from desktop.usecases.directory import rows as directory
from desktop.usecases.directory import seats, units


class PersonDialog(RecordDialog[Person]):
    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Thêm người", "Thêm người", "", parent)
        self.ask(
            Person(id="", name=""),
            ((Ask("name", "Họ và tên"), 3), (Ask("born", "Năm sinh", low=1900, high=2100), 1)),
            Ask("position", "Chức vụ, nơi công tác"),
        )

    def change(self) -> tuple[str, Change]:
        draft = self.draft()
        return f"Thêm {draft.name}", partial(
            directory.add_person, facts=self.desk.facts, name=draft.name, position=draft.position, born=draft.born
        )


class SeatDialog(RecordDialog[Seat]):
    """Gives a seat, or amends the one handed in."""

    def __init__(self, desk: Desk, person: Person, *, seat: Seat | None = None, parent: QWidget | None = None) -> None:
        title = "Sửa chức vụ trong cấp ủy" if seat else "Thêm chức vụ trong cấp ủy"
        super().__init__(desk, title, "Ghi chức vụ trong cấp ủy", person.name, parent)
        self.person, self.seat = person, seat
        self.ask(
            seat or Seat(body="bch", role="uy-vien", from_=desk.today),
            (
                Ask("body", "Cơ quan", bodies(desk.facts, kept=seat.body if seat else None)),
                Ask("role", "Chức vụ trong cơ quan"),
            ),
            (Ask("from_", "Từ ngày"), Ask("to", "Đến hết ngày", hint="Đang giữ")),
        )
        self.fields["body"].saved.connect(self._offer_roles)
        self._offer_roles(self.record.body)

    def _offer_roles(self, body: Body) -> None:
        roles, field = self.desk.facts.roles(body), self.fields.choice("role")
        field.set_options([(role, vi.ROLE[role]) for role in roles])
        if field.value() not in roles:
            field.set_value(roles[0])

    def change(self) -> tuple[str, Change]:
        seat = self.draft()
        given: dict[str, Any] = {"facts": self.desk.facts, "person": self.person}
        what = f"{seats.seat_words(seat, self.desk.facts.office.office.name)}: {self.person.name}"
        if self.seat:
            return what, partial(seats.amend_seat, old=self.seat, new=seat, **given)
        return what, partial(seats.give_seat, seat=seat, **given)


class PostDialog(RecordDialog[Post]):
    """A post of the list, or one in the office's own words."""

    def __init__(self, desk: Desk, person: Person, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Thêm chức danh", "Ghi chức danh", person.name, parent)
        self.person = person
        self.post = Combo("Chức danh", seats.offered_posts(desk.facts, desk.today), empty="Chức danh khác")
        self.words = TextField("Tên chức danh khác")
        self.ask(
            Post(),
            self.post,
            self.words,
            (Ask("from_", "Từ ngày", hint="Không ghi"), Ask("to", "Đến hết ngày", hint="Đang giữ")),
        )
        self.post.saved.connect(lambda code: self.words.set_enabled(not code))

    def change(self) -> tuple[str, Change]:
        post = replace(self.draft(), post=self.post.value() or self.words.value())
        what = f"{seats.post_words(post)}: {self.person.name}"
        return what, partial(seats.give_post, person=self.person, post=post)


class UnitDialog(RecordDialog[Unit]):
    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Thêm đơn vị", "Thêm đơn vị", "", parent)
        name = Ask("name", "Tên đơn vị", hint=units.examples(desk.facts, desk.today))
        self.ask(Unit(id=""), name, Ask("kind", "Loại", list(vi.UNIT_KIND.items())))

    def change(self) -> tuple[str, Change]:
        draft = self.draft()
        return f"Thêm {draft.name}", partial(units.add_unit, facts=self.desk.facts, name=draft.name, kind=draft.kind)
