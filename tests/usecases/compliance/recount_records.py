"""Counts in an office's JSON: who sat where, what was held, issued, sent and done; the standard library only."""

import datetime as dt
from dataclasses import dataclass, field

from tests.usecases.compliance.recount_days import DAY, Days, Plain, day
from tests.usecases.compliance.recount_texts import Text

SESSIONS = ("regular", "extraordinary", "enlarged")
KINDS = (*SESSIONS, "weekly")
BODIES = ("bch", "btv", "thuong-truc")


def covers(seat: Plain, on: dt.date) -> bool:
    begun, ended = day(seat["from"]), day(seat["to"])
    return begun is not None and begun <= on and (ended is None or on <= ended)


def _goes_on(run: list[Plain], one: Plain) -> bool:
    """Whether an absence goes on where a trip ends; of the same days told twice it does not."""
    ended = max(part["to"] for part in run)
    return run[-1]["from"] < one["from"] <= str((day(ended) or dt.date.min) + DAY) and ended < one["to"]


@dataclass
class Records:
    """One office, one period, as of one day."""

    office: Plain
    text: Text
    first: dt.date
    last: dt.date
    on: dt.date
    days: Days = field(init=False)

    def __post_init__(self) -> None:
        self.days = Days(self.office["calendar"])
        self.until = min(self.last, self.on)
        self.meetings = [one for one in self.office["meetings"] if not one["cancelled"]]
        self.meetings.sort(key=lambda one: (one["start"], one["id"]))
        self.since = day(self.office["office"]["kept_from"]) or dt.date.min

    def inside(self, one: dt.date | None, last: dt.date | None = None) -> bool:
        return one is not None and self.first <= one <= (last or self.last)

    def kept(self, one: dt.date) -> bool:
        """Whether the office keeps its records of that day."""
        return self.since <= one

    def judged(self, one: dt.date) -> bool:
        """Whether a regulation was in force that day, and the office kept its records."""
        return self.kept(one) and self.text.since <= one

    def years(self) -> range:
        return range(self.first.year - 1, self.last.year + 2)

    def term(self) -> list[tuple[str, dt.date, dt.date]]:
        own = self.office["office"]["term"]
        begun = day(own["from"]) if own else None
        return [("term", begun, day(own["to"]) or dt.date.max)] if begun else []

    def stands(self, unit: Plain, on: dt.date) -> bool:
        return (day(unit["from"]) or on) <= on <= (day(unit["to"]) or on)

    def away(self, person: str, on: dt.date) -> bool:
        said = on.isoformat()
        return any(one["person"] == person and one["from"] <= said <= one["to"] for one in self.office["absences"])

    def trip(self, absence: Plain) -> list[Plain]:
        """The absences of one person, equally far, that touch it one after the other."""
        near = absence["area"] == "outside-commune"
        own = [one for one in self.office["absences"] if one["person"] == absence["person"]]
        own = sorted((one for one in own if (one["area"] == "outside-commune") == near), key=lambda one: one["from"])
        runs: list[list[Plain]] = []
        for one in own:
            goes_on = next((run for run in reversed(runs) if _goes_on(run, one)), None)
            if goes_on:
                goes_on.append(one)
            else:
                runs.append([one])
        return next(run for run in runs if absence in run)

    def members(self, body: str, on: dt.date) -> set[str]:
        people = self.office["people"]
        return {one["id"] for one in people if any(seat["body"] == body and covers(seat, on) for seat in one["seats"])}

    def held(self, body: str, kinds: tuple[str, ...], last: dt.date | None = None) -> list[Plain]:
        return [
            one
            for one in self.meetings
            if one["body"] == body and one["kind"] in kinds and self.inside(day(one["start"]), last or self.until)
        ]

    def here(self, meeting: Plain) -> set[str]:
        on = day(meeting["start"])
        assert on
        present = {line["person"] for line in meeting["attendance"] if line["status"] == "present"}
        return present & self.members(meeting["body"], on)

    def is_marked(self, meeting: Plain) -> bool:
        return any(line["person"] and line["status"] for line in meeting["attendance"])

    # Counts

    def counts(self) -> dict[str, tuple[int, int | None]]:
        found: dict[str, tuple[int, int | None]] = {}
        for body in BODIES:
            for kind in KINDS:
                found[f"held.{body}.{kind}"] = len(self.held(body, (kind,))), None
            found[f"held.{body}"] = len(self.held(body, KINDS)), None
            marked = [one for one in self.held(body, KINDS) if self.is_marked(one)]
            whole = sum(len(self.members(body, day(one["start"]) or self.on)) for one in marked)
            found[f"attendance.{body}"] = sum(len(self.here(one)) for one in marked), whole
        items = [item for body in ("bch", "btv") for one in self.held(body, SESSIONS) for item in one["agenda"]]
        found["agenda.items"] = len(items), None
        found["agenda.voted"] = sum(item["vote"] is not None for item in items), None
        for name, key, own in (
            ("ballots", "ballots.sent", "sent"),
            ("delegated", "decisions.delegated", "decided"),
            ("absences", "absences.taken", "from"),
            ("visits", "visits.made", "date"),
            ("reviews", "reviews.held", "date"),
            ("documents", "documents.issued", "date"),
            ("directives", "directives.issued", "date"),
            ("reports", "reports.reminded", "reminded"),
        ):
            found[key] = sum(self.inside(day(one[own]), self.until) for one in self.office[name]), None
        held = [one for one in self.office["reviews"] if self.inside(day(one["date"]), self.until)]
        found["reviews.questions"] = sum(len(one["questions"]) for one in held), None
        return found | self._items() | self._types() | {"ballots.answers": self._answers(), "tasks.done": self._tasks()}

    def _types(self) -> dict[str, tuple[int, int | None]]:
        types = [one["type"] for one in self.office["documents"] if self.inside(day(one["date"]), self.until)]
        return {f"documents.issued.{kind}": (types.count(kind), None) for kind in set(types)}

    def _items(self) -> dict[str, tuple[int, int | None]]:
        adopted = [
            one
            for one in self.office["programmes"]
            if one["adopted"] and any(item["done"] or item["progress"] for item in one["items"])
        ]
        items = [item for one in adopted for item in one["items"] if self.inside(day(item["due"]), self.until)]
        done = sum(bool(item["done"]) and item["done"] <= self.until.isoformat() for item in items)
        return {"programmes.items": (done, len(items))} if items else {}

    def _answers(self) -> tuple[int, int]:
        back = asked = 0
        for ballot in self.office["ballots"]:
            sent = day(ballot["sent"])
            if sent and self.inside(sent, self.until):
                wanted = self.members(ballot["body"], sent)
                wanted = wanted if ballot["sent_to"] is None else wanted & set(ballot["sent_to"])
                came = {
                    one["person"] for one in ballot["responses"] if one["returned"] or one["choice"] or one["questions"]
                }
                back, asked = back + len(wanted & came), asked + len(wanted)
        return back, asked

    def _tasks(self) -> tuple[int, int]:
        due = [one for one in self.office["tasks"] if self.inside(day(one["due"]), self.until)]
        return sum(bool(one["done"]) and one["done"] <= one["due"] for one in due), len(due)

    def sat(self, person: str) -> tuple[int, int]:
        """Sessions a member was at, of those of his bodies at which attendance was marked."""
        present = whole = 0
        for body in BODIES:
            for one in self.held(body, KINDS):
                if self.is_marked(one) and person in self.members(body, day(one["start"]) or self.on):
                    present, whole = present + (person in self.here(one)), whole + 1
        return present, whole
