"""What is to be brought to the nearest session of a body after an act; `desktop.domain` only.

The nearest session is the first on a later day, extraordinary ones included. One that is only planned gives the last
day; where none is planned yet, nothing is late.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Verdict
from desktop.domain.judging import CONTRARY, Outcome, awaited
from desktop.domain.records import Meeting
from desktop.domain.sittings import is_session
from desktop.domain.wording import BODY, day, distance_said


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """Something to be brought to a session of one of the bodies, with its two words (`Báo`, `chưa báo`)."""

    bodies: Sequence[str]
    since: dt.date
    cite: Cite
    word: str
    undone: str


def bodies_words(bodies: Sequence[str]) -> str:
    return " hoặc ".join(name for code, name in BODY.items() if code in bodies)


def session_named(facts: Facts, id: str | None, bodies: Sequence[str], first: dt.date) -> Meeting | None:
    """The meeting of that id, if it is a session of one of the bodies, not cancelled, and not before the first day."""
    named = facts.meeting(id)
    if named is None or named.is_off or not is_session(named) or named.body not in bodies:
        return None
    return named if named.start.date() >= first else None


def outstanding(facts: Facts, errand: Errand, on: dt.date) -> Outcome:
    """What has not been brought to any session: due through the nearest one, missed after it."""
    nearest = facts.next_session(errand.bodies, errand.since)
    asked = Outcome(verdict=Verdict.DUE, cite=errand.cite, text="")
    if nearest is None:
        return replace(asked, text=f"{errand.undone}; chưa có phiên họp {bodies_words(errand.bodies)} nào sau đó.")
    last = nearest.start.date()
    text = f"{errand.undone}; phải đưa ra phiên họp {BODY[nearest.body]} ngày {day(last)}, {distance_said(last, on)}."
    return replace(asked, verdict=awaited(last, on), text=text, expected=last.isoformat(), due=last)


def brought(facts: Facts, errand: Errand, at: Meeting, on: dt.date) -> Outcome:
    """What was, or is to be, brought to a named session, against the nearest one."""
    told, nearest = at.start.date(), facts.next_session(errand.bodies, errand.since)
    if told < errand.since:
        text = f"{errand.word} tại phiên họp {BODY[at.body]} {day(told)}, trước ngày {day(errand.since)}; {CONTRARY}."
        return Outcome(verdict=Verdict.UNCLEAR, cite=errand.cite, text=text, actual=told.isoformat())
    last = max(told, errand.since) if nearest is None else nearest.start.date()
    fact = f"{errand.word} tại phiên họp {BODY[at.body]} {day(told)}"
    judged = Outcome(
        verdict=Verdict.MET,
        cite=errand.cite,
        text=f"{fact}, kịp phiên họp gần nhất.",
        expected=last.isoformat(),
        actual=told.isoformat(),
        due=last,
    )
    if told > last:
        text = f"{fact}; phiên họp gần nhất {day(last)}, chậm {(told - last).days} ngày."
        return replace(judged, verdict=awaited(last, on), text=text)
    if told > on:
        text = f"{errand.undone}; đã xếp vào phiên họp {BODY[at.body]} {day(told)}, {distance_said(told, on)}."
        return replace(judged, verdict=Verdict.DUE, text=text, actual="", due=told)
    return judged
