"""The cadres are rated in every period the text names (002)."""

from collections.abc import Iterator

from desktop.domain.cases import OFFICE
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.judging import Window
from desktop.domain.keys import Key
from desktop.domain.reviews import held_in, judge_review, of_period
from desktop.domain.rule import Reads, Rule
from desktop.domain.spans import asked, last

PERIODS = Key("review.quarterly.periods")

RULE = Rule("review.quarterly", of=OFFICE, reads=(Reads.REVIEWS, Reads.OFFICE), cites=(PERIODS,))


@RULE.judged_by
def judge(facts: Facts, window: Window) -> Iterator[Finding]:
    for period, ruling in asked(facts, PERIODS, window, by=last):
        held = held_in(facts, "quarterly-rating", period, window.on)
        judged = judge_review(f"đánh giá, xếp loại cán bộ {period.words}", held, period, ruling.cite, window.on)
        yield judged.of(RULE.id, f"office/{period.code}")


RULE.looks_through(of_period("quarterly-rating"))
