"""The cadres are rated in every period the text names (002), under the name the office's own text has for it."""

from collections.abc import Iterator

from desktop.domain.cases import OFFICE
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.judging import Window
from desktop.domain.keys import Key
from desktop.domain.refs import RecordRef
from desktop.domain.reviews import held_in, judge_review, of_period
from desktop.domain.rule import Reads, Rule
from desktop.domain.spans import asked, last, name_of, occasion

PERIODS = Key("review.quarterly.periods")
LIKE = "Nhận xét hằng tháng"

RULE = Rule("review.quarterly", of=OFFICE, reads=(Reads.REVIEWS, Reads.OFFICE), cites=(PERIODS,))


@RULE.judged_by
def judge(facts: Facts, window: Window) -> Iterator[Finding]:
    for period, ruling in asked(facts, PERIODS, window, by=last):
        name = name_of(ruling.words, period)
        held = held_in(facts, "quarterly-rating", period, window.on, name=name)
        judged = judge_review(f"{what(name)} {period.words}", held, period, ruling.cite, window.on)
        yield judged.of(RULE.id, RecordRef.of("office", period.code))


def what(name: str) -> str:
    """What is done in a period: `nhận xét` of `Nhận xét hằng tháng`."""
    said = occasion(name)
    return f"{said.name[:1].lower()}{said.name[1:]}" if said else "đánh giá, xếp loại cán bộ"


RULE.looks_through(of_period("quarterly-rating"))
