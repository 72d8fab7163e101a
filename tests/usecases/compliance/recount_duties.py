"""Who calls and chairs sessions, ballots, visits and reviews, counted again: nothing but the standard library."""

import datetime as dt
from collections.abc import Iterator

from tests.usecases.compliance.recount_days import Plain, day, spans
from tests.usecases.compliance.recount_meetings import Case, Sessions
from tests.usecases.compliance.recount_records import covers


class Duties(Sessions):
    """What is right only where more than one record says so."""

    def called_by(self) -> Iterator[Case]:
        """The committee's session is decided by its standing committee, and that's called by Thường trực."""
        for one, _on in self.judged_sessions():
            named = {one["decided_by"], one["convened_by"]} - {None}
            if one["body"] == "bch" and one["decided_by"]:
                called = one["convened_by"] in (None, "thuong-truc") or not self.text.bch_called
                yield None, one["decided_by"] == "btv" and called
            elif one["body"] == "btv" and named:
                kept = "thuong-truc" in named
                if not (kept and named - {"thuong-truc", "btv"}):
                    yield None, kept

    def chaired(self) -> Iterator[Case]:
        for one, on in self.judged_sessions():
            if one["chair"] and on <= self.on and self.text.deputy and self.members("thuong-truc", on):
                kept = self._chaired(one, on)
                if kept is False or (kept and not self._elsewhere(one, one["chair"], on)):
                    yield None, kept

    def _elsewhere(self, meeting: Plain, person: str, on: dt.date) -> bool:
        marks = [line["status"] for line in meeting["attendance"] if line["person"] == person and line["status"]]
        here, members = self.here(meeting), self.members(meeting["body"], on)
        unlisted = self.called(meeting) and 2 * len(here) > len(members) and person in members - here
        other = any(self._at_once(meeting, one) for one in self.meetings if one["chair"] == person)
        return marks[:1] not in ([], ["present"]) or self.away(person, on) or unlisted or other

    def _at_once(self, meeting: Plain, other: Plain) -> bool:
        """Of what bears no end only the beginning is known."""
        first, then = sorted((meeting, other), key=lambda one: str(one["start"]))
        same_day = first["start"][:10] == then["start"][:10]
        overlap = first["start"] == then["start"] or (first["end"] or "") > then["start"]
        return meeting["id"] != other["id"] and same_day and overlap

    def _chaired(self, meeting: Plain, on: dt.date) -> bool | None:
        """None where the texts do not say, or the records leave it open."""
        role, secretary = self.role(meeting["chair"], on), self._secretary(on)
        if role == "bi-thu" or secretary is None:
            return True if role == "bi-thu" else None
        here = secretary in {line["person"] for line in meeting["attendance"] if line["status"] == "present"}
        if self.text.deputy == "automatic":
            if role != "pho-bi-thu-thuong-truc":
                return None if meeting["chair_authorised"] else False
            marked = {line["person"] for line in meeting["attendance"] if line["status"]}
            known = self.away(secretary, on) or secretary in marked or self.called(meeting)
            return True if known and not here else None
        if not role.startswith("pho-bi-thu") or (self.text.deputy == "authorised" and role == "pho-bi-thu"):
            return False
        return self._authorised(meeting, on, here)

    def _authorised(self, meeting: Plain, on: dt.date, here: bool) -> bool | None:
        given = meeting["chair_authorised"]
        if given is None:
            return False
        since = day(given["on"])
        if (given["by"] and self.role(given["by"], since or on) != "bi-thu") or (since and since > on):
            return False
        return None if given["by"] is None or since is None or since > self.on or here else True

    def role(self, person: str, on: dt.date) -> str:
        order = ("bi-thu", "pho-bi-thu-thuong-truc", "pho-bi-thu", "uy-vien")
        own = next((one["seats"] for one in self.office["people"] if one["id"] == person), ())
        held = [one["role"] for one in own if one["body"] == "thuong-truc" and covers(one, on)]
        return min(held, key=order.index, default="")

    def _secretary(self, on: dt.date) -> str | None:
        return next((one for one in self.members("thuong-truc", on) if self.role(one, on) == "bi-thu"), None)

    # Ballots

    def asked_in_writing(self) -> Iterator[Case]:
        """Over half of all members approve every question; an answer without its day carries nothing."""
        own = (self.office["office"]["settings"] or {}).get("decision.majority")
        for one in self.office["ballots"]:
            sent = day(one["sent"])
            assert sent
            provided = self.text.asked is None or one["body"] in self.text.asked
            members = self.members(one["body"], sent)
            if self.inside(sent, self.until) and self.judged(sent) and provided and (self.text.half or own) and members:
                yield from self._counted(one, sent, members)

    def _counted(self, ballot: Plain, sent: dt.date, members: set[str]) -> Iterator[Case]:
        closed, last = day(ballot["closed"]), day(ballot["due"])
        until = min(self.on, closed) if closed and closed >= sent else self.on
        lines = [one for one in ballot["responses"] if one["person"] in members and one["valid"] and one["choice"]]
        sure = [one for one in lines if one["returned"] and sent <= (day(one["returned"]) or sent) <= until]
        open_ = [one for one in lines if not one["returned"] or (day(one["returned"]) or sent) < sent]
        ended = closed is not None and closed <= self.on
        if self._approve(ballot, sure) * 2 > len(members):
            if closed is None or closed >= sent:
                yield None, True
        elif self._approve(ballot, [*sure, *open_]) * 2 <= len(members) and (ended or (last and last < self.on)):
            yield None, False

    def _approve(self, ballot: Plain, lines: list[Plain]) -> int:
        """The least over the questions; of one person's answers the latest counts."""
        latest = {one["person"]: one for one in sorted(lines, key=lambda one: str(one["returned"] or ""))}
        asked = [one["id"] for one in ballot["questions"]] or [""]
        said = [[(one["questions"] or {}).get(each, one["choice"]) for one in latest.values()] for each in asked]
        return min(answers.count("approve") for answers in said)

    # Visits and reviews

    def visited(self) -> Iterator[Case]:
        for code, begun, ended in spans("year", self.years()) if self.text.visits else ():
            if self.judged(begun) and begun <= self.on and self.inside(ended):
                for unit in self.office["units"]:
                    there = unit["kind"] == "party-organisation" and (unit["from"] or "") <= ended.isoformat()
                    if there and (unit["to"] or "9999") >= begun.isoformat():
                        yield from self._visited(
                            unit, code, ended, self.stands(unit, begun) and self.stands(unit, ended)
                        )

    def _visited(self, unit: Plain, code: str, ended: dt.date, whole: bool) -> Iterator[Case]:
        own = [one for one in self.office["visits"] if one["unit"] == unit["id"] and (one["date"] or "")[:4] == code]
        own = [one for one in own if self.stands(unit, day(one["date"]) or ended)]
        made = [one for one in own if one["date"] <= self.on.isoformat()]
        perhaps = any(one["body"] is None for one in made)
        theirs = [one for one in made if one["body"] == "btv"]
        if theirs:
            sure = [one for one in theirs if not self.away(one["person"], day(one["date"]) or ended)]
            yield from [(None, True)] if sure else []
        elif self.on > ended and whole and not perhaps:
            yield None, False

    def reviewed(self) -> Iterator[Case]:
        """A body's own yearly review, told to the committee and sent up where the text asks, by the year's end."""
        for code, begun, ended in spans("year", self.years()):
            if ended >= self.text.since and begun <= self.on and self.kept(begun) and self.inside(ended):
                for body in self.text.bodies_reviewed:
                    own = [one for one in self.office["reviews"] if one["kind"] == "annual-review"]
                    own = [one for one in own if one["subject"] == body and (one["date"] or "")[:4] == code]
                    held = [one for one in own if one["date"] <= self.on.isoformat()]
                    done = bool(held) and self._heard_by_bch(held) and self._sent_up(held)
                    sent = [one for one in held if one["sent_up"]]
                    early = self.text.sent_up and sent and all(one["sent_up"] < one["date"] for one in sent)
                    if (done and not early) or (not done and self.on > ended):
                        yield None, done

    def _heard_by_bch(self, held: list[Plain]) -> bool:
        sessions = {
            one["id"]: one for one in self.meetings if one["body"] == "bch" and one["kind"] != "working-session"
        }
        at = [(one, sessions[one["reported_at"]]["start"][:10]) for one in held if one["reported_at"] in sessions]
        return not self.text.told or any(one["date"] <= when <= self.on.isoformat() for one, when in at)

    def _sent_up(self, held: list[Plain]) -> bool:
        return not self.text.sent_up or any(one["sent_up"] and one["sent_up"] <= self.on.isoformat() for one in held)
