"""The sample office's meetings with their agendas, attendance and votes, and the tasks their conclusions give.

May import `desktop.domain` and the other sample modules.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from desktop.domain.records import (
    SESSION_KINDS,
    AgendaItem,
    Attendance,
    Choice,
    Counts,
    Guest,
    Meeting,
    Opinion,
    Remark,
    Source,
    Task,
    Vote,
)
from desktop.usecases.sample_build import Table, build, words_of
from desktop.usecases.sample_plan import Plan


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
class _Maker:
    """Makes one meeting: what its series says, changed by what the profile says of this one."""

    plan: Plan
    spec: Table
    id: str
    number: int
    ordinal: int
    day: dt.date

    def sitting(self, topics: list[Table]) -> Sitting:
        attendance = self._attendance()
        present = [row.person for row in attendance if row.status == "present"]
        changes = self.plan.data.get("changes", {})
        specs = [{**topic, **changes.get(f"meetings/{self.id}/a{n}", {})} for n, topic in enumerate(topics, 1)]
        items = [_Item(self, n, spec, present, len(specs)) for n, spec in enumerate(specs, 1)]
        agenda = tuple(item.record() for item in items)
        tasks = tuple(task for item in items if (task := item.task()))
        return Sitting(self._meeting(agenda, attendance, present), () if self.cancelled else tasks)

    @property
    def session(self) -> bool:
        return self.spec["kind"] in SESSION_KINDS and self.spec["body"] in ("bch", "btv")

    @property
    def cancelled(self) -> bool:
        return bool(self.spec.get("cancelled", False))

    def before(self, key: str, days: int) -> dt.date:
        """The day so many working days before the meeting; the profile may set the number under `lead`."""
        lead = self.plan.data.get("lead", {}).get(key, days)
        return self.plan.workdays.before(self.day, 1 if self.spec["kind"] == "extraordinary" else lead)

    def fill(self, text: str) -> str:
        units = self.spec.get("units", ())
        unit = units[self.ordinal % len(units)] if units else ""
        name = next((row.name for row in self.plan.units if row.id == unit), "")
        return text.format(so=self.number, don_vi=name, **words_of(self.day)) if "{" in text else text

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


@dataclass(frozen=True)
class _Item:
    """Makes one item of an agenda, as topic and changes have it."""

    of: _Maker
    n: int
    spec: Table
    present: list[str]
    count: int

    @property
    def turn(self) -> int:
        """A number of its own, by which remarks, votes and delays vary."""
        return self.of.ordinal * 5 + self.n

    @property
    def manner(self) -> str:
        """How the item is treated: decided, opined on, reported or questioned."""
        purpose = self.spec["purpose"]
        return purpose if purpose in ("decision", "opinion", "questioning") else "report"

    def record(self) -> AgendaItem:
        desk = self.of.plan.data["desks"][self.spec["desk"]]
        standing = {person.id for person in self.of.plan.members("btv")}
        own: dict[str, Any] = {
            "id": f"a{self.n}",
            "time": self._time(),
            "preparer": desk["unit"],
            "presenter": desk["person"],
            "in_charge": desk.get("in_charge", desk["person"] if desk["person"] in standing else ""),
            "discussion": (),
            "field": self.of.plan.common["fields"][self.spec["desk"]],
        }
        spec = {**own, **self.spec}
        spec |= {"title": self.of.fill(self.spec["title"]), "vote": "", "conclusion": ""}
        spec = {**self._papers(spec), **spec}
        item = build(AgendaItem, spec)
        return self._held(item) if self.present else item

    def _held(self, item: AgendaItem) -> AgendaItem:
        return replace(item, discussion=tuple(self._remarks(item)), conclusion=self._conclusion(), vote=self._vote())

    def _time(self) -> dt.time:
        start = dt.datetime.combine(self.of.day, self.of.spec["start"])
        whole = dt.datetime.combine(self.of.day, self.of.spec["end"]) - start
        minutes = int(whole.total_seconds()) // 60 * (self.n - 1) // self.count
        return (start + dt.timedelta(minutes=minutes // 10 * 10)).time()

    def _papers(self, spec: Table) -> dict[str, Any]:
        if not spec["preparer"] or not self.of.session:
            return {}
        received = self.of.before("received", 4 + self.turn % 3)
        return {
            "documents_received": received,
            "documents_state": "accepted",
            "documents_sent": self.of.before("sent", 3),
        }

    def _remarks(self, item: AgendaItem) -> Iterator[Remark]:
        said: Mapping[str, str] = self.spec.get("said", {})
        asked = self.manner == "questioning"
        speakers = 2 if asked else 1 + self.turn % 3 if self.of.session else self.turn % 2
        remarks = "remarks" if self.manner in ("decision", "opinion") else f"remarks_{self.manner}"
        start, step = (self.turn * 2, 1) if asked else (self.turn * 7, 3)
        for k in range(speakers):
            person = self.present[(self.turn * 3 + k * 5 + 2) % len(self.present)]
            if person not in said and person != item.presenter:
                yield Remark(person=person, text=self.of.plan.pick(remarks, start + k * step))
        yield from (Remark(person=person, text=f"{text}.") for person, text in said.items() if person in self.present)

    def due(self) -> dt.date:
        due: dt.date | None = self.spec.get("due")
        return due or self.of.plan.working(
            self.of.day + dt.timedelta(days=self.spec.get("within", 12 + self.turn * 7 % 30))
        )

    def _unit(self) -> str:
        desk: str = self.of.plan.data["desks"][self.spec["desk"]]["unit"]
        return desk

    def _conclusion(self) -> str:
        if "conclusion" in self.spec:
            return self.of.fill(self.spec["conclusion"])
        if self._lost():
            return self.of.plan.pick("failed", self.turn)
        if not self.spec.get("task"):
            return self.of.plan.pick(f"noted_{self.manner}", self.turn)
        unit = next(row.name for row in self.of.plan.units if row.id == self._unit())
        task, due = self.of.fill(self.spec["task"]), self.due()
        opening = self.of.plan.pick(f"openings_{self.manner}", self.turn)
        return f"{opening}; giao {unit} {task}, xong trước ngày {due:%d/%m/%Y}."

    def _vote(self) -> Vote | None:
        if self.spec["purpose"] != "decision" or not self.of.session or self.spec.get("vote") == "":
            return None
        if self.spec["matter"] == "personnel":
            less = self.turn % 3
            counts = Counts(approve=len(self.present) - less, reject=less // 2, other=less - less // 2)
            return Vote(method="secret-ballot", counts=counts)
        return Vote(method="show-of-hands", choices=tuple(self._choice(person) for person in self.present))

    def _lost(self) -> bool:
        vote = self._vote()
        return vote is not None and not carried(vote, len(self.of.plan.members(self.of.spec["body"])))

    def _choice(self, person: str) -> Choice:
        said: Mapping[str, str] = self.spec.get("said", {})
        choice = self._opinion(person)
        notes = {"other": "other_notes", "reject": "reject_notes"}
        default = self.of.plan.pick(notes[choice], self.turn) if choice in notes else ""
        reserved = person in self.spec.get("reserved", ()) or (choice == "reject" and "reject" not in self.spec)
        return Choice(person=person, choice=choice, note=said.get(person, default), reserved=reserved)

    def _opinion(self, person: str) -> Opinion:
        told = "reject" in self.spec or "other" in self.spec
        if told:
            return "reject" if person in self.spec.get("reject", ()) else _other(person in self.spec.get("other", ()))
        where = self.present.index(person)
        if self.turn % 9 == 4 and where == (self.turn * 3 + 7) % len(self.present):
            return "reject"
        return _other(self.turn % 4 == 1 and where == (self.turn * 5 + 4) % len(self.present))

    def task(self) -> Task | None:
        """The task the conclusion gives; some are late, some not done, each with its cause."""
        if not self.spec.get("task") or not self.present or self._lost():
            return None
        plan, due = self.of.plan, self.due()
        late, undone = self.turn % 7 == 3, self.turn % 11 == 5 or due > plan.last
        done = None if undone else plan.workdays.after(due, 4) if late else plan.workdays.before(due, 1 + self.turn % 3)
        title = self.of.fill(self.spec["task"])
        return Task(
            id=f"t-{self.of.id}-{self.n}",
            title=title[:1].upper() + title[1:],
            product=self.spec.get("product", ""),
            source=Source(meeting=self.of.id, agenda=f"a{self.n}"),
            unit=self._unit(),
            person=plan.data["desks"][self.spec["desk"]]["person"],
            due=due,
            done=done,
            evidence=f"{self.spec.get('product', 'Báo cáo')} ngày {done:%d/%m/%Y}" if done else "",
            cause=plan.pick("causes", self.turn) if (late or undone) and due <= plan.last else "",
        )


def carried(vote: Vote, members: int) -> bool:
    """Over half of all members approve."""
    agree = vote.counts.approve if vote.counts else sum(choice.choice == "approve" for choice in vote.choices)
    return 2 * agree > members


def _other(differs: bool) -> Opinion:
    return "other" if differs else "approve"
