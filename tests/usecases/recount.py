"""Counts an account again from an office's JSON: written anew, on nothing but the standard library."""

import datetime as dt
from collections.abc import Iterator
from math import ceil

from tests.usecases.recount_days import DAY, Plain, day, months_after, spans
from tests.usecases.recount_records import BODIES, SESSIONS, Records

Kept = list[tuple[dt.date | None, bool]]
"""The last day of each case that is settled, and whether it was kept."""


class Recount(Records):
    """The rules over the records of one office, in one period, as of one day."""

    def settled(self, last: dt.date, done: dt.date | None) -> Kept:
        """Kept or broken; nothing while there is still time."""
        if done:
            return [(last, done <= last)]
        return [] if self.on <= last else [(last, False)]

    def rules(self) -> dict[str, Kept]:
        text, found = self.text, dict[str, Kept]()
        for body in ("bch", "btv"):
            found[f"meeting.quorum.{body}"] = list(self._quorum(body))
        found["meeting.invitations"] = [] if text.invited is None else list(self._invitations())
        found["meeting.papers.sent"] = [] if text.invited is None else list(self._sent())
        found["meeting.papers.received"] = [] if text.received is None else list(self._received())
        found["meeting.report-between-sessions"] = list(self._heard())
        found["meeting.minutes"] = list(self._minutes()) if text.minutes else []
        found["decision.majority"] = list(self._carried())
        found["meeting.cadence.bch"] = list(self._intervals() if text.months else self._often("bch", "quarter"))
        found["meeting.cadence.btv"] = list(self._often("btv", "month"))
        found["meeting.cadence.thuong-truc"] = list(self._often("thuong-truc", "week"))
        found["programme.adopted.btv"] = list(self._programmes("btv", text.programmes))
        found["programme.adopted.thuong-truc"] = list(self._programmes("thuong-truc", ("week",) if text.weeks else ()))
        found["report.received"] = list(self._received_reports())
        found["report.member"] = list(self._own_reports()) if text.members else []
        found["report.government"] = list(self._office_reports("government", text.government, text.government_to))
        found["report.upward"] = list(self._office_reports("office", text.upward, ("superior",)))
        informed = (text.informed,) if text.informed else ()
        found["information.members"] = list(self._office_reports("office", informed, ("members",)))
        found["absence.reported"] = list(self._away()) if text.away else []
        found["assignment.unit"] = list(self._units()) if text.charged else []
        found["assignment.member"] = list(self._charged()) if text.charged else []
        return found

    def judged_sessions(self, *bodies: str) -> Iterator[tuple[Plain, dt.date]]:
        for one in self.meetings:
            on = day(one["start"])
            wanted = bodies or ("bch", "btv")
            if on and one["kind"] in SESSIONS and one["body"] in wanted and self.inside(on) and on >= self.text.since:
                yield one, on

    def _quorum(self, body: str) -> Iterator[tuple[dt.date | None, bool]]:
        for one, on in self.judged_sessions(body):
            marked = bool(self.here(one)) or (self.on > on and any(line["status"] for line in one["attendance"]))
            if self.text.quorum and self.on >= on and marked:
                yield None, len(self.here(one)) >= ceil(self.text.quorum * len(self.members(body, on)))

    def ahead(self, on: dt.date, count: int) -> dt.date:
        return self.days.before(on, count) if self.text.working else on - DAY * count

    def _invitations(self) -> Iterator[tuple[dt.date | None, bool]]:
        for one, on in self.judged_sessions():
            if one["kind"] != "extraordinary":
                yield from self.settled(self.ahead(on, self.text.invited or 0), day(one["invitations_sent"]))

    def _sent(self) -> Iterator[tuple[dt.date | None, bool]]:
        for one, on in self.judged_sessions():
            for item in one["agenda"]:
                papers = ("preparer", "documents_received", "documents_sent", "documents_state")
                exempt = one["kind"] == "extraordinary" or item["matter"] in self.text.exempt_matters
                if any(item[name] for name in papers) and not exempt:
                    judged = self.settled(self.ahead(on, self.text.invited or 0), day(item["documents_sent"]))
                    yield from (each for each in judged if each[1] or not _let_in(item))

    def _received(self) -> Iterator[tuple[dt.date | None, bool]]:
        """What may be exempt or not is on neither side, unless it was in time anyhow."""
        for one, on in self.judged_sessions():
            for item in one["agenda"]:
                came = None if item["documents_state"] == "returned" else day(item["documents_received"])
                doubt = one["kind"] == "extraordinary" and (self.text.unclear_matters or not self.text.working)
                doubt = doubt or item["matter"] in self.text.unclear_matters or _let_in(item)
                if item["preparer"]:
                    judged = self.settled(self.ahead(on, self.text.received or 0), came)
                    yield from (each for each in judged if each[1] or not doubt)

    def _heard(self) -> Iterator[tuple[dt.date | None, bool]]:
        for one, on in self.judged_sessions("bch"):
            heard = any(item["purpose"] == "report-between-sessions" for item in one["agenda"])
            if heard or self.on > on:
                yield None, heard

    def _minutes(self) -> Iterator[tuple[dt.date | None, bool]]:
        for one in self.meetings:
            on = day(one["start"])
            if on and one["body"] == "thuong-truc" and self.inside(on) and on >= self.text.since:
                yield from self.settled(on, day(one["minutes"]))

    def _carried(self) -> Iterator[tuple[dt.date | None, bool]]:
        """Over half of all members; a secret ballot has its counts, what was agreed without a vote its attendance."""
        own = (self.office["office"]["settings"] or {}).get("decision.majority")
        for one, on in self.judged_sessions():
            for item in one["agenda"]:
                vote = item["vote"]
                if item["purpose"] == "decision" and vote and (self.text.quorum or own):
                    members = self.members(one["body"], on)
                    named = {line["person"]: line["choice"] for line in vote["choices"] if line["choice"]}
                    approve = sum(choice == "approve" for person, choice in named.items() if person in members)
                    if vote["counts"] and (vote["method"] == "secret-ballot" or not named):
                        approve = vote["counts"]["approve"]
                    elif not named:
                        approve = len(self.here(one))
                    yield None, 2 * approve > len(members)

    def years(self) -> range:
        return range(self.first.year - 1, self.last.year + 2)

    def _often(self, body: str, kind: str) -> Iterator[tuple[dt.date | None, bool]]:
        need = {"quarter": self.text.quarterly, "month": self.text.monthly, "week": self.text.weekly}[kind]
        counted = ("regular", "enlarged", "weekly") if body == "thuong-truc" else ("regular", "enlarged")
        for _code, begun, ended in spans(kind, self.years()):
            if need and begun >= self.text.since and begun <= self.on and self.inside(ended):
                days = [day(one["start"]) for one in self.meetings if one["body"] == body and one["kind"] in counted]
                days = [one for one in days if one and begun <= one <= min(ended, self.on)]
                fitting = [one for one in days if one and (kind != "month" or one > ended - 7 * DAY)]
                enough, clear = len(days) >= need, not self.text.fixed or len(fitting) >= need
                idle = not self.days.between(begun, ended)
                if (enough and clear) or (not enough and self.on > ended and not idle):
                    yield ended, enough

    def _intervals(self) -> Iterator[tuple[dt.date | None, bool]]:
        days = [day(one["start"]) for one in self.meetings if one["body"] == "bch"]
        kinds = [one["kind"] for one in self.meetings if one["body"] == "bch"]
        held = [one for one, kind in zip(days, kinds, strict=True) if one and kind in ("regular", "enlarged")]
        held = [one for one in held if self.text.since <= one <= self.on]
        for since, following in zip([self.text.since, *held], [*held, None], strict=True):
            due = months_after(since, self.text.months or 0)
            fits = following is None or not self.text.fixed or (following.month - 1) % 3 == 0 or following > due
            if self.inside(due) and fits:
                yield from self.settled(due, following)

    def _programmes(self, body: str, kinds: tuple[str, ...]) -> Iterator[tuple[dt.date | None, bool]]:
        for kind in kinds:
            for code, begun, _ended in spans(kind, self.years()):
                own = [
                    day(version["adopted"])
                    for one in self.office["programmes"]
                    for version in (one, *one["versions"])
                    if (one["kind"], one["body"], one["period"]) == ("work", body, code) and version["adopted"]
                ]
                if begun >= self.text.since and self.inside(begun):
                    yield from self.settled(begun - DAY, min((one for one in own if one), default=None))

    # Reports

    def _asked(self, kinds: tuple[str, ...]) -> Iterator[tuple[str, dt.date, dt.date]]:
        for kind in kinds:
            for code, begun, ended in spans(kind, self.years()):
                if self.text.since <= begun <= self.on and self.inside(ended):
                    yield code, begun, ended

    def _one_report(
        self, sent: list[Plain], last: dt.date, to: tuple[str, ...], form: str | None
    ) -> Iterator[tuple[dt.date | None, bool]]:
        proper = [one for one in sent if one["to"] in (None, *to) and (not form or one["form"] in (None, form))]
        came = sorted((one for one in proper if one["received"]), key=lambda one: one["received"])
        if not came and any(one["received"] for one in sent):
            yield None, False
            return
        own = came[0]["due"] if came else next((one["due"] for one in proper if one["due"]), None)
        yield from self.settled(day(own) or last, day(came[0]["received"]) if came else None)

    def _received_reports(self) -> Iterator[tuple[dt.date | None, bool]]:
        number = self.office["office"]["settings"]["report.received.day"]
        form = "written"
        for code, _begun, ended in self._asked(self.text.reports):
            for unit in self.office["units"]:
                if unit["kind"] in self.text.units:
                    sent = [one for one in self.office["reports"] if (one["unit"], one["period"]) == (unit["id"], code)]
                    yield from self._one_report(sent, ended.replace(day=number), ("btv",), form)

    def _own_reports(self) -> Iterator[tuple[dt.date | None, bool]]:
        exempt = ("chi-huy-truong-quan-su", "truong-cong-an")
        people = {one["id"]: one for one in self.office["people"]}
        for code, _begun, ended in self._asked(("quarter",)):
            for person in self.members("btv", ended):
                posts = [post if isinstance(post, str) else post["post"] for post in people[person]["posts"]]
                if not set(posts) & set(exempt):
                    sent = [one for one in self.office["reports"] if (one["person"], one["period"]) == (person, code)]
                    yield from self._one_report(sent, ended, ("btv",), "written")

    def _office_reports(
        self, unit: str, kinds: tuple[str, ...], to: tuple[str, ...]
    ) -> Iterator[tuple[dt.date | None, bool]]:
        for code, _begun, ended in self._asked(kinds):
            sent = [one for one in self.office["reports"] if (one["unit"], one["period"]) == (unit, code)]
            if unit == "office":
                sent = [one for one in sent if one["to"] in to]
            yield from self._one_report(sent, ended, to, None)

    # People

    def _away(self) -> Iterator[tuple[dt.date | None, bool]]:
        for one in self.office["absences"]:
            left, back, told = day(one["from"]), day(one["to"]), day(one["reported"])
            assert left
            assert back
            member = any(one["person"] in self.members(body, left) for body in BODIES)
            far = one["area"] in ("outside-province", "abroad") and self.days.between(left, back) >= (
                self.text.away or 0
            )
            if member and far and self.inside(left) and left >= self.text.since:
                form = self.text.away_form
                wrong = (form and one["form"] != form) or one["reported_to"] != "thuong-truc"
                unsaid = (form and one["form"] is None) or one["reported_to"] is None
                if told is None or told > left:
                    yield from self.settled(left, told)
                elif not unsaid:
                    yield left, not wrong

    def _standing(self) -> list[Plain]:
        lines = self.office["assignments"]
        on = self.until.isoformat()
        return [one for one in lines if (one["from"] or "") <= on and (one["to"] is None or on <= one["to"])]

    def _units(self) -> Iterator[tuple[dt.date | None, bool]]:
        people = set[str]().union(*(self.members(body, self.until) for body in BODIES))
        kinds = ("area", "field", "unit", "team")
        charged = {one["unit"] for one in self._standing() if one["person"] in people and one["kind"] in kinds}
        for unit in self.office["units"]:
            if unit["kind"] == "party-organisation":
                yield None, unit["id"] in charged

    def _charged(self) -> Iterator[tuple[dt.date | None, bool]]:
        lines = self._standing()
        for person in self.members("bch", self.until):
            kinds = {one["kind"] for one in lines if one["person"] == person}
            fitting = bool(kinds & set(self.text.charged or ()))
            if fitting or not kinds:
                yield None, fitting


def _let_in(item: Plain) -> bool:
    """An item let in after the agenda was set: no day is asked of it."""
    return bool(item["unscheduled"] and item["approved_by"])
