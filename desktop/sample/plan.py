"""A sample office's plan: its own table and the common one, its people and units, its working days.

May import `desktop.domain` and the facts. Everything is plain arithmetic over the tables: no clock, no chance.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from desktop.domain.records import Absence, Body, OfficeCalendar, OfficeHead, Person, Post, Seat, Unit, UnitKind
from desktop.domain.workdays import Workdays
from desktop.sample.build import Table, build, table
from desktop.usecases.base.facts import workdays_of

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Plan:
    """One profile's table with what is read off it."""

    data: Table

    @cached_property
    def common(self) -> Table:
        return table("common")

    @cached_property
    def head(self) -> OfficeHead:
        return build(OfficeHead, self.data["office"])

    @cached_property
    def calendar(self) -> OfficeCalendar:
        return build(OfficeCalendar, self.data.get("calendar", {}))

    @cached_property
    def workdays(self) -> Workdays:
        return workdays_of(self.calendar)

    @property
    def first(self) -> dt.date:
        day: dt.date = self.data["first"]
        return day

    @property
    def last(self) -> dt.date:
        day: dt.date = self.data["last"]
        return day

    @property
    def term_start(self) -> dt.date:
        start: dt.date = self.data["office"]["term"]["from"]
        return start

    @cached_property
    def people(self) -> tuple[Person, ...]:
        return tuple(_person(row, self.term_start) for row in self.data["roster"]["people"])

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        lists: dict[UnitKind, list[list[str]]] = self.data["roster"]["units"]
        return tuple(Unit(id=id, name=name, kind=kind) for kind, rows in lists.items() for id, name in rows)

    @cached_property
    def absences(self) -> tuple[Absence, ...]:
        explicit = [dict(row) for row in self.data.get("absences", ())]
        rows = sorted([*explicit, *self._trips()], key=lambda row: (row["from"], row["person"]))
        return tuple(build(Absence, {**row, "id": f"x{n}"}) for n, row in enumerate(rows, 1))

    @property
    def generated(self) -> Table:
        """How much of what is made by arithmetic, and where it departs from the ordinary."""
        made: Table = self.data["generated"]
        return made

    def words(self, key: str) -> Any:  # noqa: ANN401 - a text or a list of them, as the tables have it
        return self.data["words"].get(key) or self.common["words"][key]

    def pick(self, key: str, n: int) -> str:
        """The n-th of a list of sentences, from the start again after the last."""
        sentences: list[str] = self.words(key)
        return sentences[n % len(sentences)]

    def members(self, body: Body) -> tuple[Person, ...]:
        return tuple(person for person in self.people if any(seat.body == body for seat in person.seats))

    def units_of(self, kind: UnitKind) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.units if unit.kind == kind)

    def role(self, role: str) -> str:
        """The id of who holds a role in Thường trực."""
        return next(p.id for p in self.people for s in p.seats if s.body == "thuong-truc" and s.role == role)

    def working(self, day: dt.date) -> dt.date:
        """The day itself where it is worked, else the next one that is."""
        while not self.workdays.is_working(day):
            day += _DAY
        return day

    def away(self, person: str, day: dt.date) -> Absence | None:
        return next((a for a in self.absences if a.person == person and a.from_ <= day <= a.to), None)

    def _trips(self) -> Iterator[dict[str, Any]]:
        made = self.generated["trips"]
        members = [p.id for p in self.members("bch") if p.id not in made["skip"]]
        span = (self.last - self.first).days - 20
        for n in range(made["count"]):
            trip = self.common["trips"][n % len(self.common["trips"])]
            person = members[n * made["step"] % len(members)]
            yield self._trip(n, person, trip, self.working(self.first + _DAY * (span * n // made["count"])))

    def _trip(self, n: int, person: str, trip: Table, start: dt.date) -> dict[str, Any]:
        made = self.generated["trips"]
        end = self.workdays.after(start, trip["days"] - 1)
        row = {**trip, "person": person, "from": start, "to": end}
        if trip["area"] == "outside-commune":
            row["destination"] = self.words("inside")
        if (trip["area"] == "outside-commune" and not made.get("commune")) or n % 9 == 1:
            return row
        if trip["days"] >= made["written_days"] or n % 2:
            row["reported"] = end if n % 13 == 7 else self.workdays.before(start, 1 + n % 3)
            row |= {"reported_to": "thuong-truc", "form": "oral" if n % 11 == 6 else "written"}
        if made.get("results") and n % 4 != 3:
            row["result_reported"] = self.workdays.after(end, 2 + n % 3)
        return row


def _person(row: Table, start: dt.date) -> Person:
    since = row.get("since", start)
    role = row.get("role", "uy-vien")
    seats = [Seat(body=body, role=role, from_=since) for body in row.get("bodies", "").split()]
    if "ubkt" in row:
        seats.append(Seat(body="ubkt", role=row["ubkt"], from_=since))
    posts = tuple(Post(post=post, from_=since) for post in row.get("posts", ()))
    return Person(
        id=row["id"], name=row["name"], born=row["born"], position=row["position"], posts=posts, seats=tuple(seats)
    )
