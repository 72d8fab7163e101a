"""The rules on sessions counted again from an office's JSON: written anew, on nothing but the standard library."""

import datetime as dt
from collections.abc import Iterator
from math import ceil

from tests.usecases.compliance.recount_days import DAY, Plain, day, months_after, spans
from tests.usecases.compliance.recount_records import SESSIONS, Records

Case = tuple[dt.date | None, bool]
"""The last day of a case that is settled, and whether it was kept."""
OF_CADRES = ("evaluation", "political-standard")


class Sessions(Records):
    """What the regulation asks of sessions, their papers and their votes."""

    def settled(self, last: dt.date, done: dt.date | None, since: dt.date | None = None) -> Iterator[Case]:
        """Kept or broken; nothing while there is time, or where it is said to be done before what it follows."""
        if done and done <= self.on:
            if not (since and done < since):
                yield last, done <= last
        elif self.on > last:
            yield last, False

    def from_its_day(self, last: dt.date, judged: Iterator[Case]) -> Iterator[Case]:
        """Nothing is missed whose last day fell before the regulation took effect."""
        yield from (each for each in judged if each[1] or last >= self.text.since)

    def judged_sessions(self, *bodies: str) -> Iterator[tuple[Plain, dt.date]]:
        for one in self.meetings:
            on = day(one["start"])
            wanted = bodies or ("bch", "btv")
            if on and one["kind"] in SESSIONS and one["body"] in wanted and self.inside(on) and self.judged(on):
                yield one, on

    def called(self, meeting: Plain) -> bool:
        """Whether its members' attendance was taken."""
        on = day(meeting["start"])
        assert on
        members = self.members(meeting["body"], on)
        marked = {line["person"] for line in meeting["attendance"] if line["status"]} & members
        return bool(self.here(meeting)) if self.on == on else self.on > on and bool(marked)

    def need(self, meeting: Plain) -> int:
        on = day(meeting["start"])
        assert on
        return ceil((self.text.quorum or 0) * len(self.members(meeting["body"], on)))

    def lacks_quorum(self, meeting: Plain) -> bool:
        """Whether it had too few, or had enough only with members on record as away."""
        session = meeting["kind"] in SESSIONS and meeting["body"] in ("bch", "btv")
        return session and self.called(meeting) and len(self.surely_here(meeting)) < self.need(meeting)

    def surely_here(self, meeting: Plain) -> set[str]:
        return {person for person in self.here(meeting) if not self.away(person, _held(meeting))}

    def quorum(self, body: str) -> Iterator[Case]:
        """What hangs on members marked present and recorded away is on neither side."""
        for one, on in self.judged_sessions(body):
            here = self.here(one)
            enough = len(here) >= self.need(one)
            asked = self.text.quorum and self.called(one) and self.members(body, on)
            if asked and not (enough and self.lacks_quorum(one)):
                yield None, enough

    def ahead(self, on: dt.date, count: int) -> dt.date:
        return self.days.before(on, count) if self.text.working else on - DAY * count

    def invitations(self) -> Iterator[Case]:
        for one, on in self.judged_sessions():
            if one["kind"] != "extraordinary":
                last = self.ahead(on, self.text.invited or 0)
                yield from self.from_its_day(last, self.settled(last, day(one["invitations_sent"])))

    def sent(self) -> Iterator[Case]:
        for one, on in self.judged_sessions():
            for item in one["agenda"]:
                papers = ("preparer", "documents_received", "documents_sent", "documents_state")
                exempt = one["kind"] == "extraordinary" or item["matter"] in self.text.exempt_matters
                if any(item[name] for name in papers) and not exempt:
                    last = self.ahead(on, self.text.invited or 0)
                    judged = self.from_its_day(last, self.settled(last, day(item["documents_sent"])))
                    doubt = _let_in(item) or _of_cadres(item, self.text.exempt_matters)
                    early = (item["documents_sent"] or "") < (item["documents_received"] or "")
                    yield from (each for each in judged if not (early if each[1] else doubt))

    def received(self) -> Iterator[Case]:
        """What may be exempt or not is on neither side, unless it was in time anyhow."""
        for one, on in self.judged_sessions():
            for item in one["agenda"]:
                came = None if item["documents_state"] == "returned" else day(item["documents_received"])
                unclear = self.text.unclear_matters
                doubt = one["kind"] == "extraordinary" and (unclear or not self.text.working)
                doubt = doubt or item["matter"] in unclear or _let_in(item) or _of_cadres(item, unclear)
                if item["preparer"]:
                    last = self.ahead(on, self.text.received or 0)
                    judged = self.from_its_day(last, self.settled(last, came))
                    awaited = item["documents_state"] == "awaited"
                    yield from (each for each in judged if not (awaited if each[1] else doubt))

    def heard(self) -> Iterator[Case]:
        """Whether an extraordinary session must hear it too, no text says."""
        for one, on in self.judged_sessions("bch"):
            heard = any(item["purpose"] == "report-between-sessions" for item in one["agenda"])
            if (heard and on <= self.on) or (self.on > on and not heard and one["kind"] != "extraordinary"):
                yield None, heard

    def minutes(self) -> Iterator[Case]:
        for one in self.meetings:
            on = day(one["start"])
            if on and one["body"] == "thuong-truc" and self.inside(on) and self.judged(on):
                ended = day(one["end"]) or on
                yield from self.settled(ended, day(one["minutes"]), ended)

    def carried(self) -> Iterator[Case]:
        """Over half of all members; nothing is carried by a vote that another record contradicts."""
        own = (self.office["office"]["settings"] or {}).get("decision.majority")
        for one, on in self.judged_sessions():
            members = self.members(one["body"], on)
            for item in one["agenda"]:
                votes = self._votes(one, item["vote"]) if item["vote"] else None
                if item["purpose"] == "decision" and votes and members and on <= self.on:
                    carried = 2 * votes[0] > len(members)
                    if (self.text.quorum or own) and not (carried and self._contradicted(one, item["vote"], votes)):
                        yield None, carried

    def _votes(self, meeting: Plain, vote: Plain) -> tuple[int, int, int] | None:
        """For, against, of another opinion; what was agreed without a vote has its attendance."""
        said = list(self._named(meeting, vote).values())
        if vote["counts"] and (
            vote["method"] == "secret-ballot" or not any(line["choice"] for line in vote["choices"])
        ):
            return vote["counts"]["approve"], vote["counts"]["reject"], vote["counts"]["other"]
        if said:
            return said.count("approve"), said.count("reject"), said.count("other")
        marked = any(line["status"] for line in meeting["attendance"])
        return (len(self.here(meeting)), 0, 0) if vote["method"] == "consensus" and marked else None

    def _named(self, meeting: Plain, vote: Plain) -> dict[str, str]:
        on = day(meeting["start"])
        assert on
        members = self.members(meeting["body"], on)
        return {
            line["person"]: line["choice"] for line in vote["choices"] if line["choice"] and line["person"] in members
        }

    def _contradicted(self, meeting: Plain, vote: Plain, votes: tuple[int, int, int]) -> bool:
        on = day(meeting["start"])
        assert on
        named, here, called = self._named(meeting, vote), self.here(meeting), self.called(meeting)
        said = list(named.values())
        by_name = said.count("approve"), said.count("reject"), said.count("other")
        counts = vote["counts"]
        two = counts and said and by_name != (counts["approve"], counts["reject"], counts["other"])
        most = len(here) if called else len(self.members(meeting["body"], on))
        absent = called and set(named) - here
        return bool(two or sum(votes) > most or absent or self.lacks_quorum(meeting)) or self._hangs(meeting, vote, on)

    def _hangs(self, meeting: Plain, vote: Plain, on: dt.date) -> bool:
        """Whether without those who approved though on record as away it would not be carried; by consensus all did."""
        approved = {person for person, choice in self._named(meeting, vote).items() if choice == "approve"}
        if vote["method"] == "consensus" and not approved and not vote["counts"]:
            approved = set(self.here(meeting))
        away = {person for person in approved if self.away(person, on)}
        return bool(away) and 2 * len(approved - away) <= len(self.members(meeting["body"], on))

    def often(self, body: str, kind: str) -> Iterator[Case]:
        """Sessions in a period; one without its quorum, or on another day than the text names, may not be one."""
        need = {"quarter": self.text.quarterly, "month": self.text.monthly, "week": self.text.weekly}[kind]
        counted = ("regular", "enlarged", "weekly") if body == "thuong-truc" else ("regular", "enlarged")
        own = [one for one in self.meetings if one["body"] == body and one["kind"] in counted]
        for _code, begun, ended in spans(kind, self.years()):
            if need and self.judged(begun) and begun <= self.on and self.inside(ended):
                held = [one for one in own if begun <= _held(one) <= min(ended, self.on)]
                sound = [one for one in held if self._on_its_day(one, kind, ended) and not self.lacks_quorum(one)]
                enough, idle = len(held) >= need, not self.days.between(begun, ended)
                if (enough and len(sound) >= need) or (not enough and self.on > ended and not idle):
                    yield ended, enough

    def _on_its_day(self, meeting: Plain, kind: str, ended: dt.date) -> bool:
        held = _held(meeting)
        if kind == "week" and self.text.mondays:
            monday = held - DAY * held.weekday()
            return held == monday or not self.days.works(monday)
        return not (kind == "month" and self.text.fixed) or held > ended - 7 * DAY

    def intervals(self) -> Iterator[Case]:
        counted = [one for one in self.meetings if one["body"] == "bch" and one["kind"] in ("regular", "enlarged")]
        held = [one for one in counted if self.text.since <= _held(one) <= self.on]
        opened = [self.text.since, *map(_held, held)]
        for since, following in zip(opened, [*held, None], strict=True):
            due, came = months_after(since, self.text.months or 0), _held(following) if following else None
            doubt = following is not None and (self.lacks_quorum(following) or not self._in_its_month(following))
            if self.inside(due) and self.judged(since):
                yield from (each for each in self.settled(due, came) if not (each[1] and doubt))

    def _in_its_month(self, meeting: Plain) -> bool:
        return not self.text.fixed or (_held(meeting).month - 1) % 3 == 0


def _held(meeting: Plain) -> dt.date:
    on = day(meeting["start"])
    assert on
    return on


def _let_in(item: Plain) -> bool:
    """An item let in after the agenda was set: no day is asked of it."""
    return bool(item["unscheduled"] and item["approved_by"])


def _of_cadres(item: Plain, listed: tuple[str, ...]) -> bool:
    """Evaluations are work on cadres, perhaps: where that is excused, they may be."""
    return item["matter"] in OF_CADRES and "personnel" in listed
