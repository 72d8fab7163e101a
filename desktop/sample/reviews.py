"""The sample office's directives with the papers of their reviews, and its own reviews with votes and questions.

May import `desktop.domain` and the other sample modules.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from desktop.domain.records import ConfidenceScore, Directive, DirectiveReview, Meeting, Review
from desktop.sample.build import build
from desktop.sample.plan import Plan

PAPERS = (("BC", "report", 3), ("TB", "notice", 5))
"""What follows a review: its type, the field that names it, and how many working days after."""


def directives(plan: Plan) -> tuple[Directive, ...]:
    """Each review held bears the report sent up and the notice sent down, where they were issued in the year."""
    return tuple(_with_papers(plan, build(Directive, row)) for row in plan.data.get("directives", ()))


def _with_papers(plan: Plan, one: Directive) -> Directive:
    made: list[DirectiveReview] = []
    for n, review in enumerate(one.reviews):
        issued = {
            field: paper_id(one, n, kind)
            for kind, field, after in PAPERS
            if (day := paper_day(plan, review, after)) and plan.first <= day <= plan.last
        }
        made.append(replace(review, report=issued.get("report"), notice=issued.get("notice")))
    return replace(one, reviews=tuple(made))


def paper_id(one: Directive, n: int, kind: str) -> str:
    return f"o-{one.id}-{n}-{kind.lower()}"


def paper_day(plan: Plan, review: DirectiveReview, after: int) -> dt.date | None:
    return plan.workdays.after(review.done, after) if review.done else None


def reviews(plan: Plan, meetings: Iterable[Meeting]) -> tuple[Review, ...]:
    """Those of the profile, the votes counted out; then each member's own, but those the profile leaves out."""
    held = {meeting.id: meeting for meeting in meetings}
    made = [_counted(plan, build(Review, row), held) for row in plan.data.get("reviews", ())]
    return (*made, *_personal(plan, {one.subject for one in made if one.kind == "annual-review"}))


def _counted(plan: Plan, review: Review, held: dict[str, Meeting]) -> Review:
    session = held.get(review.reported_at or "")
    if review.kind != "confidence-vote" or session is None:
        return review
    voters = sum(one.status == "present" for one in session.attendance)
    scores = tuple(_score(person.id, voters, n) for n, person in enumerate(plan.members("btv")))
    return replace(review, subject="btv", scores=scores)


def _score(person: str, voters: int, n: int) -> ConfidenceScore:
    low, middle = (n * 7) % 4 // 2, 2 + (n * 5) % 6
    return ConfidenceScore(person=person, high=max(voters - middle - low, 0), middle=middle, low=low)


def _personal(plan: Plan, told: set[str]) -> Iterator[Review]:
    given = plan.generated.get("personal_reviews")
    if given is None:
        return
    for n, person in enumerate(plan.members(given.get("body", "btv"))):
        if person.id not in told and person.id not in given["missing"]:
            day = plan.workdays.before(given["date"], 1 + n % 3)
            yield Review(id=f"k-{person.id}", kind="annual-review", subject=person.id, date=day)
