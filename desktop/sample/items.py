"""The items of the sample's agendas: papers, discussion, votes, conclusions, and the tasks these give.

May import `desktop.domain` and the other sample modules.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from desktop import vi
from desktop.domain.records import (
    SESSION_KINDS,
    AgendaItem,
    Choice,
    Counts,
    Opinion,
    Remark,
    Source,
    Task,
    Vote,
)
from desktop.sample.build import Table, build, words_of
from desktop.sample.plan import Plan


@dataclass(frozen=True)
class Occasion:
    """One meeting of a series: what the series says, changed by what the profile says of this one."""

    plan: Plan
    spec: Table
    id: str
    number: int
    ordinal: int
    day: dt.date

    @property
    def session(self) -> bool:
        return self.spec["kind"] in SESSION_KINDS and self.spec["body"] in ("bch", "btv")

    def before(self, key: str, days: int) -> dt.date:
        """The day so many working days before the meeting; the profile may set the number under `lead`."""
        lead = self.plan.data.get("lead", {}).get(key, days)
        return self.plan.workdays.before(self.day, 1 if self.spec["kind"] == "extraordinary" else lead)

    def fill(self, text: str) -> str:
        units = self.spec.get("units", ())
        unit = units[self.ordinal % len(units)] if units else ""
        name = next((row.name for row in self.plan.units if row.id == unit), "")
        return text.format(so=self.number, don_vi=name, **words_of(self.day)) if "{" in text else text


@dataclass(frozen=True)
class Item:
    """Makes one item of an agenda, as topic and changes have it."""

    of: Occasion
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
        unmarked = self.spec.get("unmarked_vote", "")
        spec |= {"title": self.of.fill(self.spec["title"]), "vote": unmarked, "conclusion": ""}
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
        return f"{opening}; giao {unit} {task}, xong trước ngày {vi.day(due)}."

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

    def _done(self, due: dt.date) -> dt.date | None:
        """In time mostly; every seventh task four working days late, every eleventh not at all."""
        workdays = self.of.plan.workdays
        early = max(workdays.before(due, 1 + self.turn % 3), workdays.after(self.of.day, 1))
        done = workdays.after(due, 4) if self.turn % 7 == 3 else min(early, due)
        return None if self.turn % 11 == 5 or done > self.of.plan.last else done

    def task(self) -> Task | None:
        """The task the conclusion gives; some are late, some not done, each with its cause."""
        if not self.spec.get("task") or not self.present or self._lost():
            return None
        plan, due = self.of.plan, self.due()
        done = self._done(due)
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
            evidence=f"{self.spec.get('product', 'Báo cáo')} ngày {vi.day(done)}" if done else "",
            cause=plan.pick("causes", self.turn) if due <= plan.last and (done is None or done > due) else "",
        )


def carried(vote: Vote, members: int) -> bool:
    """Over half of all members approve."""
    agree = vote.counts.approve if vote.counts else sum(choice.choice == "approve" for choice in vote.choices)
    return 2 * agree > members


def _other(differs: bool) -> Opinion:
    return "other" if differs else "approve"
