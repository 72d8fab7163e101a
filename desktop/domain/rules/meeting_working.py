"""How often bodies work with others: the Front and unions, the advisory bodies, internal affairs."""

import datetime as dt
from collections.abc import Iterator

from desktop.domain import cadence
from desktop.domain.cadence import CHAIR, Rhythm, judge_rhythm, of_period
from desktop.domain.cases import BODIES
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.judging import Window
from desktop.domain.records import MeetingKind, Person
from desktop.domain.rule import Placed, Reads, Rule

RULE = Rule(
    "meeting.working",
    of=BODIES,
    placed=Placed.LAST_DAY,
    reads=(Reads.PEOPLE, Reads.MEETINGS, Reads.ABSENCES, Reads.SETTINGS, Reads.WORKDAYS),
    cites=(*cadence.KEYS,),
)

WORKING = (
    Rhythm(
        rule=RULE.id,
        name="front-and-unions",
        words="buổi làm việc với Mặt trận, đoàn thể",
        kinds=("front-and-unions",),
    ),
    Rhythm(
        rule=RULE.id,
        name="front-and-unions-deputy",
        words="buổi Phó Bí thư làm việc với Mặt trận, đoàn thể",
        kinds=("front-and-unions-deputy",),
    ),
    Rhythm(
        rule=RULE.id,
        name="advisory-bodies",
        words="buổi giao ban cơ quan tham mưu",
        kinds=("advisory-bodies",),
    ),
    Rhythm(rule=RULE.id, name="internal-affairs", words="buổi họp nội chính", kinds=("internal-affairs",)),
)


@RULE.judged_by
def judge(facts: Facts, window: Window) -> Iterator[Finding]:
    for rhythm in WORKING:
        yield from judge_rhythm(facts, window, rhythm)


def chair_of(facts: Facts, kind: MeetingKind, on: dt.date) -> Person | None:
    """Who is to chair such a meeting: whoever holds the role the text names for it, else the secretary."""
    rhythms = (rhythm for rhythm in WORKING if kind in rhythm.kinds)
    named = next((ruling for rhythm in rhythms if (ruling := facts.ruling(CHAIR.of(RULE.id, rhythm.name), on))), None)
    role = named.word if named else "bi-thu"
    for person in facts.leaders(on):
        seat = facts.leads(person.id, on)
        if seat and seat.role.startswith(role):
            return person
    return None


RULE.looks_through(of_period(WORKING))
