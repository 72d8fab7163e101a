"""The sample office's meetings: when each is held, what stands on its agenda, who attends and who is invited.

May import `desktop.domain` and the other sample modules.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from desktop.domain.records import AgendaItem, Attendance, Guest, Meeting, Task
from desktop.sample.build import Table, build
from desktop.sample.items import Item, Occasion
from desktop.sample.plan import Plan


@dataclass(frozen=True)
class Sitting:
    meeting: Meeting
    tasks: tuple[Task, ...]


class Pool:
    """Topics taken one after another, each again only when all have been taken."""

    def __init__(self, topics: list[Table], skip: int) -> None:
        spread = sorted(range(len(topics)), key=lambda n: (n * 29) % len(topics))
        self._all = [topics[n] for n in spread]
        self._left = self._all[skip % len(topics) :] if topics else []

    def take(self, month: int, count: int) -> list[Table]:
        taken: list[Table] = []
        for _ in range(count):
            topic = self._next(month, taken)
            taken.append(topic)
            self._left.remove(topic)
        return taken

    def _next(self, month: int, taken: list[Table]) -> Table:
        fitting = [topic for topic in self._left if month in topic.get("months", range(1, 13))]
        if not fitting:
            self._left = self._left + [topic for topic in self._all if topic not in self._left and topic not in taken]
            fitting = [topic for topic in self._left if month in topic.get("months", range(1, 13))]
        return fitting[0]


def sittings(plan: Plan) -> list[Sitting]:
    """Every meeting of the year in the order of its start."""
    made = [sitting for series in plan.data["series"] for sitting in _series(plan, series)]
    return sorted(made, key=lambda sitting: (sitting.meeting.start, sitting.meeting.id))


def _series(plan: Plan, series: Table) -> Iterator[Sitting]:
    pool = Pool(_topics(plan, series["pool"]), series.get("skip", 0))
    for ordinal, day in enumerate(_days(plan, series)):
        number = series.get("number", 1) + ordinal
        weekly = series["kind"] == "weekly"
        iso = day.isocalendar()
        id = f"{series['key']}-{iso.year}-{iso.week:02}" if weekly else f"{series['key']}-{number}"
        spec = {**series, **plan.data.get("changes", {}).get(f"meetings/{id}", {})}
        topics = plan.data.get("agenda", {}).get(id) or _agenda(plan, series, pool, ordinal, day.month)
        yield _Maker(plan, spec, id, number, ordinal, day).sitting(topics)


def _days(plan: Plan, series: Table) -> list[dt.date]:
    if "days" in series:
        return list(series["days"])
    day, days = series["from"], []
    while day <= series["to"]:
        if day not in series.get("without", ()):
            days.append(plan.working(day))
        day += dt.timedelta(days=series["every"])
    return days


def _topics(plan: Plan, pool: str) -> list[Table]:
    return [topic for topic in plan.common["pools"].get(pool, ()) if topic["desk"] in plan.data["desks"]]


def _agenda(plan: Plan, series: Table, pool: Pool, ordinal: int, month: int) -> list[Table]:
    opening = _topics(plan, series["opening"]) if series["opening"] else []
    if series["opening"] == "monthly":
        opening = [opening[ordinal % 2]]
    return opening[:1] + pool.take(month, series["items"] - len(opening)) + opening[1:]


@dataclass(frozen=True)
class _Maker(Occasion):
    """Makes one meeting: what its series says, changed by what the profile says of this one."""

    def sitting(self, topics: list[Table]) -> Sitting:
        attendance = self._attendance()
        present = [row.person for row in attendance if row.person and row.status == "present"]
        changes = self.plan.data.get("changes", {})
        specs = [{**topic, **changes.get(f"meetings/{self.id}/a{n}", {})} for n, topic in enumerate(topics, 1)]
        items = [Item(self, n, spec, present, len(specs)) for n, spec in enumerate(specs, 1)]
        agenda = tuple(item.record() for item in items)
        tasks = tuple(task for item in items if (task := item.task()))
        return Sitting(self._meeting(agenda, attendance, present), () if self.cancelled else tasks)

    @property
    def cancelled(self) -> bool:
        return bool(self.spec.get("cancelled", False))

    def _meeting(self, agenda: tuple[AgendaItem, ...], attendance: list[Attendance], present: list[str]) -> Meeting:
        minutes = self.plan.workdays.after(self.day, 2 + self.ordinal % 2)
        held: dict[str, Any] = {
            "minutes": self.day if self.spec["body"] == "thuong-truc" else minutes,
            "chair": self._chair(present),
            "secretary": self._secretary(present),
            "invitations_sent": "" if self.spec["kind"] == "weekly" else self.before("invited", 3 + self.ordinal % 2),
        }
        spec = {**held, **self.spec}
        if self.cancelled:
            spec |= {"minutes": ""}
        spec |= {
            "id": self.id,
            "title": self.fill(self.spec["title"]),
            "start": dt.datetime.combine(self.day, self.spec["start"]),
            "end": dt.datetime.combine(self.day, self.spec["end"]),
        }
        plain = {key: value for key, value in spec.items() if key not in ("guests", "attendance")}
        guests = tuple(self._guests(agenda))
        meeting = build(Meeting, {**plain, "guests": (), "attendance": (), "agenda": ()})
        return replace(meeting, guests=guests, attendance=tuple(attendance), agenda=agenda)

    def _chair(self, present: list[str]) -> str:
        order = [self.plan.role(role) for role in ("bi-thu", "pho-bi-thu-thuong-truc", "pho-bi-thu")]
        return next((person for person in order if person in present or not present), order[0])

    def _secretary(self, present: list[str]) -> str:
        head: str = self.plan.words("head")
        return head if not self.plan.away(head, self.day) else self.plan.words("deputy_head")

    def _attendance(self) -> list[Attendance]:
        if self.cancelled or self.spec.get("attendance") == "":
            return []
        members = [person.id for person in self.plan.members(self.spec["body"])]
        excused, absent = self._missing(members)
        return [self._row(n, person, excused, absent) for n, person in enumerate(members)]

    def _missing(self, members: list[str]) -> tuple[list[str], list[str]]:
        if "excused" in self.spec or "absent" in self.spec:
            return self.spec.get("excused", []), self.spec.get("absent", [])
        keep = (self.plan.role("bi-thu"), self.plan.role("pho-bi-thu-thuong-truc"), self.plan.words("head"))
        size, few = len(members), len(members) < 5
        sick = [members[(self.ordinal * 13 + k * 17 + 5) % size] for k in range(0 if few else self.ordinal % 3)]
        rude = [members[(self.ordinal * 7 + 3) % size]] if not few and self.ordinal % 5 == 2 else []
        return [p for p in sick if p not in keep], [p for p in rude if p not in keep and p not in sick]

    def _row(self, n: int, person: str, excused: list[str], absent: list[str]) -> Attendance:
        away = self.plan.away(person, self.day)
        if away:
            return Attendance(person=person, status="excused", reason=f"{away.content}, {away.destination}".strip(", "))
        if person in excused:
            return Attendance(person=person, status="excused", reason=self.plan.pick("excuses", n + self.ordinal))
        return Attendance(person=person, status="absent" if person in absent else "present")

    def _guests(self, agenda: tuple[AgendaItem, ...]) -> Iterator[Guest]:
        made = self.plan.generated
        own = ["ubkt*", *made.get("superior_guests", ())] if self.spec["body"] == "bch" else []
        if made.get("invite_in_charge") and self.spec["body"] == "thuong-truc":
            inside = {person.id for person in self.plan.members("thuong-truc")}
            own += sorted({item.in_charge for item in agenda if item.in_charge} - inside)
        outside = {u.id for u in self.plan.units if u.kind in ("government", "front-and-unions", "justice")}
        own += sorted({item.preparer for item in agenda if item.preparer in outside})
        units = self.spec.get("units")
        own += [units[self.ordinal % len(units)]] if units else []
        for code in self.spec.get("guests", own):
            yield from self._guest(code)

    def _guest(self, code: str) -> Iterator[Guest]:
        inside = {person.id for person in self.plan.members("bch")}
        if code == "ubkt*":
            yield from (Guest(person=p.id) for p in self.plan.members("ubkt") if p.id not in inside)
        elif code.startswith("@"):
            yield Guest(person=code[1:], superior=True)
        elif any(person.id == code for person in self.plan.people):
            yield Guest(person=code)
        else:
            yield Guest(unit=code)
