"""How often bodies meet: so many sessions a period, or one within months of the last."""

from collections.abc import Iterator

from desktop.domain import cadence
from desktop.domain.cadence import Rhythm, judge_rhythm, of_period
from desktop.domain.cases import BODIES
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.judging import Window
from desktop.domain.rule import Placed, Reads, Rule
from desktop.domain.rules import meeting_quorum

RULE = Rule(
    "meeting.cadence",
    of=BODIES,
    beside="day",
    placed=Placed.LAST_DAY,
    reads=(Reads.PEOPLE, Reads.MEETINGS, Reads.ABSENCES, Reads.SETTINGS, Reads.OFFICE, Reads.WORKDAYS),
    cites=(*cadence.KEYS, cadence.HOLIDAY_WEEKS, meeting_quorum.SHARE),
)

CADENCES = (
    Rhythm(
        rule=RULE.id,
        name="bch",
        words="phiên họp Ban Chấp hành",
        kinds=("regular", "enlarged"),
        bodies=("bch",),
    ),
    Rhythm(
        rule=RULE.id,
        name="btv",
        words="phiên họp Ban Thường vụ",
        kinds=("regular", "enlarged"),
        bodies=("btv",),
    ),
    Rhythm(
        rule=RULE.id,
        name="thuong-truc",
        words="phiên họp Thường trực",
        kinds=("weekly", "regular", "enlarged"),
        bodies=("thuong-truc",),
    ),
    Rhythm(
        rule=RULE.id,
        name="ubkt",
        words="phiên họp Ủy ban Kiểm tra",
        kinds=("weekly", "regular", "enlarged"),
        bodies=("ubkt",),
    ),
)


@RULE.judged_by
def judge(facts: Facts, window: Window) -> Iterator[Finding]:
    for rhythm in CADENCES:
        yield from judge_rhythm(facts, window, rhythm)


RULE.looks_through(of_period(CADENCES))
