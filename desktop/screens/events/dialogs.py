"""The dialog of an event: what, when, where, who attends, by which paper, how it comes again."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.events import WEEKDAYS, Happening
from desktop.domain.facts import Facts
from desktop.domain.incoming import name as paper_name
from desktop.domain.records import Event, Person
from desktop.qt.boxes import STRETCH, column, holder
from desktop.qt.fields.ticks import TickField
from desktop.screens.base.blocks import bodies
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.record_dialog import RecordDialog
from desktop.screens.base.record_fields import Ask
from desktop.screens.base.unit_ticks import UnitTicks
from desktop.usecases.base import names
from desktop.usecases.events import edits
from desktop.usecases.events import rows as events
from desktop.usecases.events.edits import Typed

ONCE = "Một lần"
LEAD = "Việc lãnh đạo tham dự ngoài phiên họp của các cơ quan: hiện ở Lịch, lịch tuần, và khi dự kiến người dự họp."
TICKS = 128
"""How high the lists to tick are: both stand in sight at the smallest window."""


@dataclass(frozen=True, slots=True)
class _Choice:
    id: str
    name: str


class EventDialog(RecordDialog[Typed]):
    """Enters an event on a day, or mends the one handed in; of a series every time is mended."""

    def __init__(
        self, desk: Desk, event: Event | None = None, *, typed: Typed | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, "Sửa sự kiện" if event else "Thêm sự kiện", "Ghi" if event else "Thêm", LEAD, parent)
        self.event_ = event
        shown = edits.typed_of(event) if event else typed or Typed(day=desk.today)
        self._make(desk.facts, shown)
        beside = holder(column(self.people, self.organs, self.units, STRETCH, gap=10))
        self.ask(shown, *self._lines(desk.facts, shown), width=860, beside=beside)
        self.fields["organs"], self.fields["weekdays"] = self.organs, self.weekdays
        self.organs.set_value(shown.organs)
        self.weekdays.set_value(shown.weekdays)
        for name in ("often", "all_day"):
            self.fields[name].saved.connect(lambda _: self._fit())
        self._fit()

    def _make(self, facts: Facts, shown: Typed) -> None:
        people = _leaders_first(facts, shown.day or self.desk.today)
        held = [one for one in facts.office.units if one.to is None or one.id in shown.units]
        self.people = UnitTicks(_choices(facts, people), edits.PEOPLE, height=TICKS)
        self.units = UnitTicks(held, "Đơn vị tham dự", height=TICKS)
        self.people.set_value(shown.people)
        self.units.set_value(shown.units)
        self.organs = TickField(
            "Cả cơ quan cùng dự", [(code, vi.BODY_SHORT[code]) for code, _ in bodies(facts)], across=True
        )
        self.weekdays = TickField("Vào các thứ, cùng thứ của ngày đầu", _weekdays(), across=True)

    def _lines(self, facts: Facts, shown: Typed) -> list[Ask | QWidget | tuple[object, ...]]:
        office = facts.office
        papers = [(one.id, f"{paper_name(one)}: {one.title}") for one in reversed(office.incoming)]
        people = names.everyone(facts)
        kept = events.left_out(self.event_) if self.event_ else ""
        lines: list[Ask | QWidget | tuple[object, ...]] = [
            Ask("title", edits.TITLE, hint="Hội nghị trực tuyến sơ kết 6 tháng của Tỉnh ủy"),
            (
                Ask("kind", "Loại", tuple(vi.EVENT_KIND.items()), "Chưa xếp loại"),
                Ask("kind_name", "Tên gọi của cơ quan"),
            ),
            (
                (Ask("day", edits.DAY, required=True), 4),
                (Ask("hour", edits.HOUR), 3),
                (Ask("last", edits.LAST, hint="Trong ngày"), 4),
                (Ask("to", edits.TO), 3),
            ),
            ((Ask("place", "Địa điểm"), 3), (Ask("vehicle", "Xe"), 2), (Ask("all_day", edits.ALL_DAY), 2)),
            (Ask("chair", edits.CHAIR, people, "Chưa ghi"), Ask("others", edits.OTHERS)),
            (
                (Ask("called_by", "Theo văn bản", hint="90-GM/ĐU"), 2),
                (Ask("paper", "hoặc văn bản đến", papers, "Không có", search=True), 3),
            ),
            (
                (Ask("often", edits.OFTEN, tuple(events.OFTEN.items()), ONCE), 4),
                (Ask("every", "Cách mấy tuần, tháng", low=1, high=52), 3),
                (Ask("until", edits.UNTIL, hint="Không hạn"), 3),
            ),
            self.weekdays,
            Ask("working_days", "Bỏ những lần rơi vào ngày nghỉ lễ, ngày nghỉ của cơ quan"),
        ]
        if kept:
            lines.append(Ask("keep_left_out", f"Giữ các ngày đã bỏ: {kept}"))
        return [*lines, Ask("note", "Ghi chú")]

    def _fit(self) -> None:
        """What a choice leaves without a meaning cannot be typed in."""
        often, all_day = self.fields["often"].value(), bool(self.fields["all_day"].value())
        for name in ("every", "until", "working_days"):
            self.fields[name].set_enabled(often is not None)
        self.weekdays.set_enabled(often == "weekly")
        for name in ("hour", "to"):
            self.fields[name].set_enabled(not all_day)

    def draft(self) -> Typed:
        told = {"people": self.people.value(), "units": self.units.value()}
        return replace(super().draft(), **told, organs=self.organs.read(), weekdays=self.weekdays.read())  # type: ignore[arg-type]

    def change(self) -> tuple[str, Change]:
        draft = self.draft()
        change = partial(edits.save, facts=self.desk.facts, before=self.event_, typed=draft)
        return f"{'Sửa' if self.event_ else 'Thêm'} sự kiện: {draft.title}", change


def _leaders_first(facts: Facts, day: dt.date) -> list[Person]:
    leading = [one for body in (facts.permanent, facts.standing) for one in facts.members(body, day)]
    others = sorted(facts.office.people, key=lambda one: vi.name_key(one.name))
    return list({one.id: one for one in (*leading, *others)}.values())


def _choices(facts: Facts, people: list[Person]) -> list[_Choice]:
    return [_Choice(one.id, facts.named(one.id)) for one in people]


def _weekdays() -> list[tuple[str, str]]:
    return list(zip(WEEKDAYS, vi.WEEKDAY_SHORT, strict=True))


# What is done to one without a form


def cancel(desk: Desk, event: Event, *, cancelled: bool) -> None:
    what = "Hủy sự kiện" if cancelled else "Không hủy sự kiện"
    change = partial(edits.cancel, event=event, cancelled=cancelled)
    desk.do(f"{what}: {event.title}", change, said="Đã hủy." if cancelled else "Đã ghi lại.")


def leave_out(desk: Desk, one: Happening) -> None:
    title, day = vi.event_title(one.event), vi.day(one.day)
    said = f"Đã bỏ ngày {day}; những lần khác giữ nguyên."
    desk.do(f"Bỏ ngày {day}: {title}", partial(edits.leave_out, one=one), said=said)


def remove(desk: Desk, event: Event) -> None:
    title = vi.event_title(event)
    desk.do(f"Xóa sự kiện: {title}", partial(edits.remove, event=event), said=f"Đã xóa {title}.")
