"""One person's panel: name and position, seats over time, posts; fields save when left."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.records import Person, Post, Seat
from desktop.qt.boxes import STRETCH, column, empty, hairline, holder, label, row
from desktop.qt.buttons import Button, small_link
from desktop.qt.fields import NumberField, TextField, form
from desktop.qt.notices import Band
from desktop.screens.base.desk import Desk
from desktop.screens.base.end_dialog import EndDialog
from desktop.screens.base.live import show
from desktop.screens.directory.dialogs import PostDialog, SeatDialog
from desktop.usecases.directory import rows as directory
from desktop.usecases.directory import seats
from desktop.usecases.directory.seats import SeatRow

_BLOCK = (16, 12, 16, 12)


class PersonPanel(QWidget):
    """The fields stay when another person is shown, so that the focus does; seats and posts are laid out anew."""

    def __init__(self, desk: Desk, band: Band, remove: Callable[[Person], None]) -> None:
        super().__init__()
        self.desk, self.band = desk, band
        self._id, self._on = "", desk.today
        self.name = TextField("Họ và tên")
        self.born = NumberField("Năm sinh", low=1900, high=2100)
        self.position = TextField("Chức vụ, nơi công tác")
        self.add_seat = Button(
            "Thêm…", kind="small", icon="mdi6.plus", tip="Thêm chức vụ trong cấp ủy", run=self._give_seat
        )
        self.add_post = Button("Thêm…", kind="small", icon="mdi6.plus", tip="Thêm chức danh", run=self._give_post)
        self.remove = Button("Xóa khỏi danh mục", icon="mdi6.trash-can-outline", run=lambda: remove(self.held()))
        self._seats, self._posts = column(gap=10), column(gap=10)
        self._lay_out()
        for field in (self.name, self.born, self.position):
            field.saved.connect(self._amend)

    def _lay_out(self) -> None:
        fields = column(form((self.name, (self.born, 0)), self.position), margins=_BLOCK)
        self.born.setFixedWidth(72)
        seats = column(
            row(label("Chức vụ trong cấp ủy", "section"), STRETCH, self.add_seat), self._seats, gap=10, margins=_BLOCK
        )
        posts = column(row(label("Chức danh", "section"), STRETCH, self.add_post), self._posts, gap=10, margins=_BLOCK)
        foot = row(self.remove, STRETCH, margins=_BLOCK)
        self.setLayout(column(fields, hairline(), seats, hairline(), posts, hairline(), foot, gap=0))

    def held(self) -> Person:
        """The person shown, as the file has it now."""
        person = self.desk.facts.person(self._id)
        assert person, self._id
        return person

    def show_person(self, person: Person | None, on: dt.date) -> None:
        self.setVisible(person is not None)
        self._id, self._on = person.id if person else "", on
        if person:
            self._fill(person)

    def _fill(self, person: Person) -> None:
        show(self.name, person.name)
        show(self.born, person.born)
        show(self.position, person.position)
        empty(self._seats)
        empty(self._posts)
        for seat in seats.seats_of(person, self._on, self.desk.facts.office.office.name):
            self._seats.addWidget(self._seat_line(seat))
        for post in person.posts:
            self._posts.addWidget(self._post_line(post))
        if not person.seats:
            self._seats.addWidget(label("Chưa giữ chức vụ nào trong cấp ủy.", "faint"))
        if not person.posts:
            self._posts.addWidget(label("Chưa ghi chức danh nào.", "faint"))

    def _seat_line(self, seat: SeatRow) -> QWidget:
        end = small_link("Kết thúc…", f"Thôi giữ chức vụ {seat.words}", partial(self._end_seat, seat.seat))
        fix = small_link("Sửa…", f"Sửa chức vụ {seat.words}", partial(self._amend_seat, seat.seat))
        links = (end, fix) if seat.seat.to is None else (fix,)
        words = label(seat.words, "body" if seat.held else "second", wrap=True)
        return holder(column(words, row(label(seat.span, "caption"), STRETCH, *links, gap=12), gap=0))

    def _post_line(self, post: Post) -> QWidget:
        words = seats.post_words(post) or "chưa ghi tên"
        end = small_link("Kết thúc…", f"Kết thúc chức danh {words}", partial(self._end_post, post))
        drop = small_link("Bỏ", f"Bỏ chức danh {words}", partial(self._remove_post, post))
        links = (end, drop) if post.to is None else (drop,)
        held = vi.span(post.from_, post.to) or "không ghi ngày"
        return holder(column(label(words, wrap=True), row(label(held, "caption"), STRETCH, *links, gap=12), gap=0))

    # What is done

    def _amend(self, _saved: object) -> None:
        person = self.held()
        change = partial(
            directory.amend_person,
            facts=self.desk.facts,
            person=person,
            name=self.name.value(),
            position=self.position.value(),
            born=self.born.value(),
        )
        if self.desk.do(f"Sửa {person.name}", change, band=self.band):
            self.band.clear()

    def _give_seat(self) -> None:
        SeatDialog(self.desk, self.held(), parent=self).exec()

    def _amend_seat(self, seat: Seat) -> None:
        SeatDialog(self.desk, self.held(), seat=seat, parent=self).exec()

    def _end_seat(self, seat: Seat) -> None:
        end = partial(seats.end_seat, facts=self.desk.facts, person=self.held(), seat=seat)
        title = f"Thôi giữ chức vụ {seats.seat_words(seat, self.desk.facts.office.office.name)}"
        EndDialog(self.desk, title, self.held().name, end, parent=self).exec()

    def _give_post(self) -> None:
        PostDialog(self.desk, self.held(), parent=self).exec()

    def _end_post(self, post: Post) -> None:
        end = partial(seats.end_post, person=self.held(), post=post)
        title = f"Kết thúc chức danh {seats.post_words(post)}"
        EndDialog(self.desk, title, self.held().name, end, parent=self).exec()

    def _remove_post(self, post: Post) -> None:
        person = self.held()
        change = partial(seats.remove_post, person=person, post=post)
        if self.desk.do(f"Bỏ chức danh của {person.name}", change, band=self.band):
            self.desk.toast(f"Đã bỏ chức danh {seats.post_words(post)}", undo=True)
