"""Counts an account again from an office's JSON: written anew, on nothing but the standard library."""

import datetime as dt
from collections.abc import Iterator

from tests.usecases.compliance.recount_days import DAY, Plain, day, spans
from tests.usecases.compliance.recount_duties import Duties
from tests.usecases.compliance.recount_meetings import Case
from tests.usecases.compliance.recount_records import BODIES

Kept = list[Case]


class Recount(Duties):
    """The rules over the records of one office, in one period, as of one day."""

    def rules(self) -> dict[str, Kept]:
        text, found = self.text, dict[str, Kept]()
        for body in ("bch", "btv"):
            found[f"meeting.quorum.{body}"] = list(self.quorum(body))
        found["meeting.invitations"] = [] if text.invited is None else list(self.invitations())
        found["meeting.papers.sent"] = [] if text.invited is None else list(self.sent())
        found["meeting.papers.received"] = [] if text.received is None else list(self.received())
        found["meeting.report-between-sessions"] = list(self.heard())
        found["meeting.minutes"] = list(self.minutes()) if text.minutes else []
        found["decision.majority"] = list(self.carried())
        found["meeting.cadence.bch"] = list(self.intervals() if text.months else self.often("bch", "quarter"))
        found["meeting.cadence.btv"] = list(self.often("btv", "month"))
        found["meeting.cadence.thuong-truc"] = list(self.often("thuong-truc", "week"))
        found["programme.adopted.btv"] = list(self._programmes("btv", text.programmes))
        found["programme.adopted.thuong-truc"] = list(self._programmes("thuong-truc", ("week",) if text.weeks else ()))
        found["report.received"] = list(self._received_reports())
        found["report.member"] = list(self._own_reports()) if text.members else []
        found["report.government"] = list(self._office_reports("government", text.government, text.government_to))
        found["report.upward"] = list(self._office_reports("office", text.upward, ("superior",)))
        found["incoming.answered"] = list(self._answered()) if text.answers else []
        informed = (text.informed,) if text.informed else ()
        found["information.members"] = list(self._office_reports("office", informed, ("members",)))
        found["meeting.convened"] = list(self.called_by())
        found["meeting.chair"] = list(self.chaired())
        found["ballot.majority"] = list(self.asked_in_writing())
        found["visit.unit"] = list(self.visited())
        found["review.annual"] = list(self.reviewed())
        found["review.annual.people"] = list(self._own_reviews())
        found["absence.reported"] = list(self._away()) if text.away else []
        found["assignment.unit"] = list(self._units()) if text.charged else []
        found["assignment.member"] = list(self._charged()) if text.charged else []
        return found

    def _programmes(self, body: str, kinds: tuple[str, ...]) -> Iterator[Case]:
        """Before the period begins; a term's own is awaited, and never late."""
        for kind in kinds:
            for code, begun, _ended in self.term() if kind == "term" else spans(kind, self.years()):
                eve, done = begun - DAY, self._adopted(body, code)
                if self.inside(begun) and self.kept(begun if kind == "term" else eve):
                    judged = self.from_its_day(eve, self.settled(eve, done))
                    if kind == "term":
                        last = max(eve, self.text.since)
                        judged = ((last, True) for _each in self.settled(dt.date.max, done))
                    if done and not self.members(body, done):
                        judged = (each for each in judged if not each[1])
                    yield from judged if kind == "term" or begun >= self.text.since else ()

    def _adopted(self, body: str, code: str) -> dt.date | None:
        own = (
            day(version["adopted"])
            for one in self.office["programmes"]
            for version in (one, *one["versions"])
            if (one["kind"], one["body"], one["period"]) == ("work", body, code) and version["adopted"]
        )
        return min((one for one in own if one), default=None)

    # Reports and reviews

    def _asked(self, kinds: tuple[str, ...]) -> Iterator[tuple[str, dt.date, dt.date]]:
        for kind in kinds:
            for code, begun, ended in spans(kind, self.years()):
                if self.judged(begun) and begun <= self.on and self.inside(ended):
                    yield code, begun, ended

    def _one_report(
        self, sent: list[Plain], span: tuple[dt.date, dt.date], to: tuple[str, ...], form: str | None
    ) -> Iterator[Case]:
        """What does not say its addressee or its form, where the text asks for one, may be the one or not."""
        begun, last = span
        right = [one for one in sent if one["to"] in (None, *to) and (not form or one["form"] in (None, form))]
        came = [one for one in right if one["received"] and (day(one["received"]) or self.on) <= self.on]
        told = [one for one in came if (one["to"] or not to) and (one["form"] or not form)]
        wrong = [
            one for one in sent if one not in right and one["received"] and (day(one["received"]) or begun) <= self.on
        ]
        if told:
            first = min(told, key=lambda one: str(one["received"]))
            yield from self.settled(day(first["due"]) or last, day(first["received"]), begun)
        elif not came and wrong:
            yield None, False
        elif not came:
            own = next((one["due"] for one in right if one["due"]), None)
            yield from self.settled(day(own) or last, None)

    def _received_reports(self) -> Iterator[Case]:
        """A unit that was there for a part of the period only cannot plainly have missed it."""
        number = self.office["office"]["settings"]["report.received.day"]
        for code, begun, ended in self._asked(self.text.reports):
            for unit in self.office["units"]:
                if unit["kind"] in self.text.units and self.stands(unit, ended):
                    sent = [one for one in self.office["reports"] if (one["unit"], one["period"]) == (unit["id"], code)]
                    to = self.text.front_to if unit["kind"] == "front-and-unions" and self.text.front_to else ("btv",)
                    judged = self._one_report(sent, (begun, ended.replace(day=number)), to, self.text.written)
                    yield from (each for each in judged if each[1] or self.stands(unit, begun))

    def _own_reports(self) -> Iterator[Case]:
        exempt = ("chi-huy-truong-quan-su", "truong-cong-an")
        people = {one["id"]: one for one in self.office["people"]}
        for code, begun, ended in self._asked(("quarter",)):
            for person in self.members("btv", ended):
                posts = [post if isinstance(post, str) else post["post"] for post in people[person]["posts"]]
                if not set(posts) & set(exempt):
                    sent = [one for one in self.office["reports"] if (one["person"], one["period"]) == (person, code)]
                    yield from self._one_report(sent, (begun, ended), ("btv",), self.text.written)

    def _office_reports(self, unit: str, kinds: tuple[str, ...], to: tuple[str, ...]) -> Iterator[Case]:
        for code, begun, ended in self._asked(kinds):
            sent = [one for one in self.office["reports"] if (one["unit"], one["period"]) == (unit, code)]
            if unit == "office":
                sent = [one for one in sent if one["to"] in (None, *to)]
            yield from self._one_report(sent, (begun, ended), to, None)

    def _answered(self) -> Iterator[Case]:
        """What a superior asked for in writing: by the day of the paper that answers it, or of its being settled."""
        sent = {one["id"]: one for one in self.office["documents"] if not one["cancelled"]}
        for one in self.office["incoming"]:
            came, due, own = (day(one[name]) for name in ("arrived", "due", "date"))
            entered, answer = came or own, sent.get(one["answer"])
            done = day(answer["date"]) if answer else day(one["settled"])
            if not (one["superior"] and one["asks"] and entered and self.judged(entered) and entered <= self.on):
                continue
            if answer and done is None:
                continue
            if due and self.inside(due):
                yield from self.settled(due, done, own)
            elif due is None and self.inside(entered) and done and done <= self.on and not (own and done < own):
                yield None, True

    def _own_reviews(self) -> Iterator[Case]:
        """Each member of the bodies the text names reviews himself within the year, by what is in force at its end."""
        for code, begun, ended in spans("year", self.years()):
            if ended >= self.text.since and begun <= self.on and self.kept(begun) and self.inside(ended):
                for person in set[str]().union(*(self.members(body, ended) for body in self.text.reviewed)):
                    own = [one for one in self.office["reviews"] if one["kind"] == "annual-review"]
                    held = [one["date"] for one in own if one["subject"] == person and (one["date"] or "")[:4] == code]
                    yield from self.settled(ended, day(min((one for one in held if one), default=None)))

    # People

    def _away(self) -> Iterator[Case]:
        """A trip in several records is one; told of in time, in the form and to the body asked."""
        for one in self.office["absences"]:
            left = day(one["from"])
            assert left
            member = any(one["person"] in self.members(body, left) for body in BODIES)
            if one["area"] in ("outside-province", "abroad") and member and self.inside(left) and self.judged(left):
                parts = self.trip(one)
                first, back = min(str(part["from"]) for part in parts), max(str(part["to"]) for part in parts)
                if self.days.between(day(first) or left, day(back) or left) >= (self.text.away or 0):
                    judged = self.from_its_day(day(first) or left, self._told(parts, day(first) or left))
                    yield from (each for each in judged if each[1] or self.kept(day(first) or left))

    def _told(self, parts: list[Plain], left: dt.date) -> Iterator[Case]:
        told = min((one for one in parts if one["reported"]), key=lambda one: str(one["reported"]), default=parts[0])
        form, on = self.text.away_form, day(told["reported"])
        unsaid = (form and told["form"] is None) or told["reported_to"] is None
        wrong = (form and told["form"] not in (None, form)) or told["reported_to"] not in (None, "thuong-truc")
        if on is None or on > min(left, self.on):
            yield from self.settled(left, on)
        elif wrong or not unsaid:
            yield left, not wrong

    def _standing(self) -> list[Plain]:
        gone = {unit["id"] for unit in self.office["units"] if not self.stands(unit, self.until)}
        lines = [one for one in self.office["assignments"] if one["unit"] not in gone]
        on = self.until.isoformat()
        return [one for one in lines if (one["from"] or "") <= on and (one["to"] is None or on <= one["to"])]

    def _units(self) -> Iterator[Case]:
        people = set[str]().union(*(self.members(body, self.until) for body in BODIES))
        kinds = ("area", "field", "unit", "team")
        charged = {one["unit"] for one in self._standing() if one["person"] in people and one["kind"] in kinds}
        for unit in self.office["units"]:
            if unit["kind"] == "party-organisation" and self.kept(self.until) and self.stands(unit, self.until):
                yield None, unit["id"] in charged

    def _charged(self) -> Iterator[Case]:
        """By the body the text has give it, where any line says by whom."""
        lines = self._standing()
        for person in self.members("bch", self.until) if self.kept(self.until) else ():
            own = [one for one in lines if one["person"] == person]
            kinds, by = {one["kind"] for one in own}, {one["decided_by"] for one in own}
            fitting = bool(kinds & set(self.text.charged or ()))
            if not kinds or (fitting and (not self.text.charged_by or by & {None, self.text.charged_by})):
                yield None, fitting
