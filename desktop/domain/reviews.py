"""Self-criticism every year, rating every quarter, reviews at the end of a term; `desktop.domain` only.

Each falls due on the last day of its period, and the regulation then in force asks for it. A review belongs to the
period in which it was held. What the text asks to follow (telling the committee, sending it up) bears no day of its
own: it is missed where the period ends without it, and whenever it is done it is done.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from desktop.domain.facts import Facts
from desktop.domain.findings import Cite
from desktop.domain.judging import Deed, Outcome, by_day
from desktop.domain.names import same
from desktop.domain.periods import Period, period
from desktop.domain.records import Review, ReviewKind
from desktop.domain.refs import RecordRef
from desktop.domain.rule import Through
from desktop.domain.wording import BODY

NAME_OF = dict[str, str](BODY.items())


def held_in(
    facts: Facts, kind: ReviewKind, period: Period, on: dt.date, subject: str | None = None, name: str = ""
) -> list[Review]:
    """The reviews held in the period by a day; one planned for a day to come is not.

    One that bears a `name` of the office's own is held under that name and no other.
    """
    return [
        review
        for review in facts.office.reviews
        if review.kind == kind and (subject is None or review.subject == subject)
        if same(review.kind_name, name)
        if review.date and period.first <= review.date <= min(period.last, on)
    ]


def judge_review(name: str, held: Sequence[Review], period: Period, cite: Cite, on: dt.date) -> Outcome:
    done = min((review.date for review in held if review.date), default=None)
    deed = Deed(done=done, word=f"{name[:1].upper()}{name[1:]} ngày", undone=f"Chưa {name}")
    return by_day(deed, period.last, cite, on)


def of_period(kind: ReviewKind) -> Through:
    """The reviews of a kind held in a period; over the term all of them."""

    def through(facts: Facts, about: RecordRef) -> Iterator[Review]:
        span = period(about.code)
        return (one for one in facts.office.reviews if one.kind == kind and (span is None or span.holds(one.date)))

    return through
