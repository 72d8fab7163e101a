"""What changes a review: entering, amending and removing it, the votes of confidence, questions with their answers.

Each function is handed a store and raises `Refusal`; nothing is committed here. A day to come is a review planned.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.names import same_name
from desktop.domain.records import ConfidenceScore, Questioning, Review, ReviewKind
from desktop.domain.refusal import Refusal
from desktop.usecases.base import edits
from desktop.usecases.base.names import clean
from desktop.usecases.reviews.rows import KIND, OF_SESSION, present, subject_words

_OF_SUBJECT: tuple[ReviewKind, ...] = ("annual-review", "term-review")
"""Kinds that must say whom they review."""


def check(facts: Facts, review: Review, on: dt.date) -> None:
    """Refuse what no review can be, naming the field."""
    if review.kind is None:
        raise Refusal("Chưa chọn loại; cần chọn kiểm điểm, xếp loại, tín nhiệm hay chất vấn.", field="kind")
    if review.kind in _OF_SUBJECT and not subject_words(facts, review.subject):
        raise Refusal("Chưa chọn tập thể, cá nhân được kiểm điểm.", field="subject")
    if review.date is None:
        raise Refusal("Chưa ghi ngày; cần một ngày, ngày sắp tới là đã xếp.", field="date")
    _check_steps(facts, review, review.date, on)
    check_scores(facts, review, review.scores)
    if any(_same(one, review) for one in facts.office.reviews):
        what = review.kind_name or KIND[review.kind]
        said = f"Đã ghi {what.lower()} {subject_words(facts, review.subject)} ngày {vi.day(review.date)}"
        raise Refusal(f"{' '.join(said.split())}; sửa dòng ấy, không ghi lần thứ hai.", field="date")


def _same(one: Review, other: Review) -> bool:
    return one.id != other.id and _what(one) == _what(other)


def _what(one: Review) -> tuple[object, ...]:
    return one.kind, same_name(one.kind_name), one.subject, one.date


def _check_steps(facts: Facts, review: Review, day: dt.date, on: dt.date) -> None:
    session, up = facts.meeting(review.reported_at), review.sent_up
    held = session.start.date() if session else None
    if held and held < day:
        said = f"Hội nghị ngày {vi.day(held)} trước ngày {'họp' if review.kind in OF_SESSION else 'kiểm điểm'}"
        raise Refusal(f"{said} {vi.day(day)}; cần hội nghị ngày ấy hoặc sau đó.", field="reported_at")
    edits.not_after(up, on, "sent_up", "Ngày gửi")
    if up and up < day:
        raise Refusal(f"Ngày gửi {vi.day(up)} trước ngày kiểm điểm {vi.day(day)}; cần ngày ấy trở đi.", field="sent_up")


def check_scores(facts: Facts, review: Review, scores: Iterable[ConfidenceScore]) -> None:
    """No one can have more votes than there were voters."""
    most = present(facts, review)
    for one in scores:
        person = facts.person(one.person)
        total = one.high + one.middle + one.low
        if person and total > most:
            said = f"{person.name}: {one.high} + {one.middle} + {one.low} = {total} phiếu"
            raise Refusal(f"{said}, nhiều hơn {most} người bỏ phiếu.", field=f"scores.{person.id}")


def _clean(review: Review) -> Review:
    result, suggested = vi.nfc(review.result).strip(), vi.nfc(review.suggested).strip()
    return replace(review, result=result, suggested=suggested)


def add(store: Store, *, facts: Facts, draft: Review, on: dt.date) -> Review:
    return edits.add(store, _clean(draft), lambda made: check(facts, made, on))


def amend(store: Store, *, facts: Facts, review: Review, after: Review, on: dt.date) -> Review:
    return edits.amend(store, review, _clean(after), lambda changed: check(facts, changed, on))


def hold(
    store: Store, *, facts: Facts, kind: ReviewKind, subjects: Sequence[str], name: str = "", day: dt.date, on: dt.date
) -> list[Review]:
    """Held on a day, of each of those named: a body, members one by one, or nobody in particular."""
    drafts = [Review(id="", kind=kind, kind_name=name, subject=subject, date=day) for subject in subjects or ("",)]
    return [add(store, facts=facts, draft=one, on=on) for one in drafts]


def send_up(store: Store, *, facts: Facts, review: Review, day: dt.date, on: dt.date) -> Review:
    return amend(store, facts=facts, review=review, after=replace(review, sent_up=day), on=on)


def put_scores(
    store: Store, *, facts: Facts, review: Review, scores: Sequence[ConfidenceScore], on: dt.date
) -> Review:  # fmt: skip
    """The votes of everyone at once; those without any vote are left out."""
    kept = tuple(one for one in scores if one.person and one.high + one.middle + one.low)
    return amend(store, facts=facts, review=review, after=replace(review, scores=kept), on=on)


def put_question(
    store: Store, *, facts: Facts, review: Review, place: int | None, asked: Questioning, on: dt.date
) -> Review:
    """Put a question in its place among the others, or a new one after them."""
    made = replace(asked, question=vi.nfc(asked.question).strip(), answer=vi.nfc(asked.answer).strip())
    if not clean(made.question):
        raise Refusal("Chưa ghi nội dung chất vấn.", field="question")
    if facts.person(made.answerer) is None:
        raise Refusal("Chưa chọn người bị chất vấn; cần chọn một người trong danh mục.", field="answerer")
    if made.asker == made.answerer:
        raise Refusal("Người chất vấn phải là người khác người trả lời.", field="asker")
    after = replace(review, questions=edits.put_in(review.questions, place, made))
    return amend(store, facts=facts, review=review, after=after, on=on)


def remove_question(store: Store, *, facts: Facts, review: Review, place: int, on: dt.date) -> Review:
    after = replace(review, questions=edits.without(review.questions, place))
    return amend(store, facts=facts, review=review, after=after, on=on)


def remove(store: Store, *, review: Review) -> None:
    """Take out one entered by mistake; undo brings it back."""
    store.remove(Review, review.id)
