"""Slips coming back: a member's choice, the day, the opinion word for word, whether the paper is valid.

Each function takes the ballot as it was read. Nothing is committed here.
"""

import datetime as dt
from dataclasses import replace

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import Ballot, Opinion, Response
from desktop.domain.refusal import Refusal
from desktop.usecases.ballots import rows as ballots
from desktop.usecases.ballots.edits import amend
from desktop.usecases.base.edits import not_after, not_before


def _may_answer(facts: Facts, ballot: Ballot, person: str) -> None:
    known = facts.person(person)
    name = known.name if known else person
    if facts.holds(person, ballot.body, ballot.sent) is None:
        raise Refusal(
            f"{name} không phải ủy viên {vi.BODY[ballot.body]} vào ngày gửi {vi.day(ballot.sent)} "
            "nên không có phiếu; chỉ nhập phiếu của ủy viên đương nhiệm.",
            field="slips",
        )
    if ballot.sent_to is not None and person not in ballot.sent_to:
        raise Refusal(f"{name} chưa được gửi phiếu; cần gửi phiếu cho đủ ủy viên trước khi nhập.", field="slips")


def put(store: Store, *, facts: Facts, ballot: Ballot, answer: Response, on: dt.date) -> Ballot:
    """Enter or change one slip in its place; refused after the count is closed."""
    if ballot.closed is not None:
        raise Refusal(
            f"Đã chốt kiểm phiếu ngày {vi.day(ballot.closed)} nên không sửa được phiếu; có thể mở lại kiểm phiếu.",
            field="slips",
        )
    _may_answer(facts, ballot, answer.person or "")
    not_after(answer.returned, on, "returned", "Ngày về")
    not_before(answer.returned, ballot.sent, "returned", "Ngày về", "ngày gửi")
    clean = replace(answer, note=vi.nfc(answer.note).strip(), questions=answer.questions or None)
    nameless = tuple(one for one in ballot.responses if one.person is None)
    kept = {one.person: one for one in ballot.responses if one.person}
    kept[answer.person or ""] = clean
    order = {person.id: rank for rank, person in enumerate(facts.members(ballot.body, ballot.sent))}
    listed = sorted(kept.values(), key=lambda one: order.get(one.person or "", len(order)))
    return amend(store, facts=facts, ballot=ballot, after=replace(ballot, responses=(*listed, *nameless)), on=on)


def choose(store: Store, *, facts: Facts, ballot: Ballot, person: str, choice: Opinion, on: dt.date) -> Ballot:
    """One choice for every question; a slip that had no day came back today."""
    old = ballots.answer_of(ballot, person) or Response(person=person)
    questions = {question.id: choice for question in ballot.questions}
    day = old.returned or max(on, ballot.sent)
    answer = replace(old, choice=choice, returned=day, questions=questions)
    return put(store, facts=facts, ballot=ballot, answer=answer, on=on)


def choose_one(
    store: Store, *, facts: Facts, ballot: Ballot, person: str, question: str, choice: Opinion | None, on: dt.date
) -> Ballot:
    """The choice on one question; where all questions agree, that is the slip's choice too."""
    old = ballots.answer_of(ballot, person) or Response(person=person)
    answers = dict(old.questions or {})
    if choice is None:
        answers.pop(question, None)
    else:
        answers[question] = choice
    given = set(answers.values())
    whole = next(iter(given)) if len(given) == 1 and len(answers) == len(ballot.questions) else None
    day = old.returned or max(on, ballot.sent)
    answer = replace(old, choice=whole, questions=answers, returned=day if answers else old.returned)
    return put(store, facts=facts, ballot=ballot, answer=answer, on=on)


def mend(
    store: Store,
    *,
    facts: Facts,
    ballot: Ballot,
    person: str,
    on: dt.date,
    returned: dt.date | None,
    note: str,
    valid: bool,
) -> Ballot:
    """The day, the words and the validity of a slip that is back."""
    old = ballots.answer_of(ballot, person) or Response(person=person)
    if returned is None and (old.choice or old.questions):
        said = "Phiếu đã ghi ý kiến nên cần có ngày về; phiếu chưa về thì xóa ý kiến đã ghi."
        raise Refusal(said, field="returned")
    answer = replace(old, returned=returned, note=note, valid=valid)
    return put(store, facts=facts, ballot=ballot, answer=answer, on=on)


def clear(store: Store, *, facts: Facts, ballot: Ballot, person: str, on: dt.date) -> Ballot:
    """Take a slip away, as if it had never come back."""
    if ballot.closed is not None:
        raise Refusal(
            f"Đã chốt kiểm phiếu ngày {vi.day(ballot.closed)} nên không xóa được phiếu; có thể mở lại kiểm phiếu.",
            field="slips",
        )
    left = tuple(one for one in ballot.responses if one.person != person)
    return amend(store, facts=facts, ballot=ballot, after=replace(ballot, responses=left), on=on)
