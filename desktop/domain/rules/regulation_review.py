"""How the regulation was kept is reviewed in every period the text names: the term."""

import datetime as dt
from collections.abc import Iterator

from desktop.domain.cases import OFFICE
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.judging import Window
from desktop.domain.keys import Key
from desktop.domain.reviews import held_in, judge_review, of_period
from desktop.domain.rule import Reads, Rule
from desktop.domain.spans import asked, last

PERIODS = Key("regulation.review.periods")

RULE = Rule("regulation.review", of=OFFICE, reads=(Reads.REVIEWS, Reads.OFFICE), cites=(PERIODS,))


@RULE.judged_by
def judge(facts: Facts, window: Window) -> Iterator[Finding]:
    for period, ruling in asked(facts, PERIODS, window, by=last):
        if period.last != dt.date.max:
            held = held_in(facts, "regulation-review", period, window.on)
            name = f"tổng kết việc thực hiện quy chế {period.words}"
            judged = judge_review(name, held, period, ruling.cite, window.on)
            yield judged.of(RULE.id, f"office/{period.code}")


RULE.looks_through(of_period("regulation-review"))
