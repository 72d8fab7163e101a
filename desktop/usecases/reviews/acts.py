"""What is dealt with on Hôm nay of reviews: held."""

import datetime as dt

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.periods import period
from desktop.domain.refs import RecordRef
from desktop.domain.rules import review_term
from desktop.usecases.base.act import Act
from desktop.usecases.reviews import edits as review_edits
from desktop.usecases.reviews import rows as reviews


def _review_held(store: Store, facts: Facts, record: str, on: dt.date) -> object:
    """`reviews:RULE|SUBJECT`: of the body the subject names, of each of those a text asks for at the term's end."""
    rule, _, subject = record.removeprefix("reviews:").partition("|")
    body, kind = RecordRef(subject).kind, reviews.KIND_OF[rule]
    name = reviews.name_asked(facts, kind, period(RecordRef(subject).code))
    asked = facts.ruling(review_term.BODIES, on) if rule == review_term.RULE.id else None
    subjects = asked.words if asked else (body,) if body in vi.BODY else ()
    return review_edits.hold(store, facts=facts, kind=kind, subjects=subjects, name=name, day=on, on=on)


ACTS = {
    "review-held": Act("Ghi đã kiểm điểm, tổng kết", "Đã làm ngày", _review_held),
}
