"""Reviews: what a year asks beside what is on record, its steps, votes never more than voters, questions."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.compliance import check
from desktop.domain.facts import Facts
from desktop.domain.records import ConfidenceScore, Questioning, Review
from desktop.domain.refusal import Refusal
from desktop.usecases.base.facts import facts_of
from desktop.usecases.reviews import edits as review_edits
from desktop.usecases.reviews import rows as reviews
from desktop.usecases.reviews.rows import ReviewRow
from desktop.usecases.today import acts as today_acts
from desktop.usecases.today import rows as today
from tests.usecases.meeting_office import Door, an_office, session

D = dt.date
ON = D(2025, 12, 20)
SESSION = session(
    id="h1",
    body="bch",
    title="Hội nghị Huyện ủy lần thứ 25",
    start="2025-12-18T07:30",
    end="2025-12-18T11:00",
    attendance=[{"person": f"p{n}", "status": "present" if n < 21 else "excused"} for n in range(1, 26)],
    agenda=[{"id": "a1", "title": "Chất vấn về giải ngân", "purpose": "questioning"}],
)
REVIEWS = [
    {"id": "k1", "kind": "annual-review", "subject": "btv", "date": "2025-12-15", "reported_at": "h1"},
    {"id": "k2", "kind": "annual-review", "subject": "p2", "date": "2025-12-15"},
    {"id": "k3", "kind": "confidence-vote", "subject": "btv", "date": "2025-12-18", "reported_at": "h1"},
    {"id": "k4", "kind": "annual-review", "subject": "btv", "date": "2024-12-15"},
]


def office(**lists: Any) -> Any:  # noqa: ANN401 - lists of the interchange JSON
    return an_office(**{"meetings": [SESSION], "reviews": REVIEWS, **lists})


def rows(facts: Facts, on: dt.date = ON, **only: Any) -> dict[str, ReviewRow]:  # noqa: ANN401 - the use case's arguments
    return {row.id: row for row in reviews.rows(facts, check(facts, on=on), on, **{"year": on.year, **only})}


def put(door: Door, edit: Callable[..., Any], **rest: Any) -> Any:  # noqa: ANN401 - the use case's own arguments
    facts = door.facts
    with door.writing() as store:
        return edit(store, facts=facts, on=ON, **rest)


def of(door: Door, ident: str) -> Review:
    found = door.facts.one(Review, ident)
    assert found is not None
    return found


def test_what_a_year_asks_stands_beside_what_is_on_record() -> None:
    found = rows(facts_of(office()))
    assert list(found) == [
        "review.annual|btv/2025", "review.annual|thuong-truc/2025", "members/btv/2025", "k3", "meetings/h1",
        "review.term|office/term", "regulation.review|office/term",
    ]  # fmt: skip
    assert found["review.annual|btv/2025"].review
    assert found["review.annual|btv/2025"].review.id == "k1"
    assert found["review.annual|thuong-truc/2025"].waiting
    assert [one.id for one in found["members/btv/2025"].reviews] == ["k2"]
    assert len(found["members/btv/2025"].people) == 13
    assert list(rows(facts_of(office()), kind="confidence-vote")) == ["k3"]
    assert list(rows(facts_of(office()), text="thuong truc")) == ["review.annual|thuong-truc/2025"]
    before = rows(facts_of(office()), year=2024)["review.annual|btv/2024"]
    assert before.review
    assert before.review.id == "k4"


def test_a_row_says_what_is_done_and_what_the_text_still_asks() -> None:
    facts = facts_of(office())
    found = rows(facts)
    assert reviews.lacking(facts, found["review.annual|btv/2025"], ON) == ["chưa gửi cấp trên"]
    assert reviews.lacking(facts, found["members/btv/2025"], ON) == []
    assert reviews.state(facts, found["members/btv/2025"], ON) == "1/13 người đã kiểm điểm"
    assert reviews.state(facts, found["review.annual|thuong-truc/2025"], ON) == "Chưa làm"
    assert reviews.state(facts, found["meetings/h1"], ON) == "1 mục trong chương trình, chưa ghi nội dung"
    assert "p2" not in {one.id for one in reviews.without(facts, found["members/btv/2025"], ON)}
    early = rows(facts_of(office()), D(2025, 12, 1))
    assert reviews.state(facts, early["members/btv/2025"], D(2025, 12, 1)) == "0/13 người đã kiểm điểm"


def test_quarters_are_rated_where_the_text_asks_it() -> None:
    facts = facts_of(
        office(reviews=[{"id": "k1", "kind": "quarterly-rating", "date": "2025-09-20"}], profile="lung-phinh-2025")
    )
    found = rows(facts)
    assert found["review.quarterly|office/2025-Q3"].review
    assert found["review.quarterly|office/2025-Q4"].waiting
    assert not any(one.people for one in rows(facts_of(office(profile="202-qd-tw-2019"))).values())


def test_a_review_is_entered_sent_up_and_amended(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    put(door, review_edits.send_up, review=of(door, "k1"), day=ON)
    found = rows(door.facts)["review.annual|btv/2025"]
    assert found.finding
    assert found.finding.verdict == "met"
    put(door, review_edits.hold, kind="annual-review", subjects=["thuong-truc"], day=ON)
    assert not rows(door.facts)["review.annual|thuong-truc/2025"].waiting
    waiting = [one.id for one in reviews.without(door.facts, rows(door.facts)["members/btv/2025"], ON)]
    put(door, review_edits.hold, kind="annual-review", subjects=waiting, day=ON)
    assert reviews.without(door.facts, rows(door.facts)["members/btv/2025"], ON) == []
    door.file.undo()
    assert len(reviews.without(door.facts, rows(door.facts)["members/btv/2025"], ON)) == 12


@pytest.mark.parametrize(
    ("draft", "field", "words"),
    [
        (Review(id="", date=ON), "kind", "Chưa chọn loại"),
        (Review(id="", kind="annual-review", date=ON), "subject", "Chưa chọn tập thể, cá nhân"),
        (Review(id="", kind="questioning"), "date", "Chưa ghi ngày"),
        (Review(id="", kind="questioning", date=ON, reported_at="h1"), "reported_at", "trước ngày họp 20/12/2025"),
        (Review(id="", kind="term-review", subject="bch", date=ON, sent_up=D(2025, 12, 25)), "sent_up", "chưa đến"),
        (Review(id="", kind="term-review", subject="bch", date=ON, sent_up=D(2025, 12, 1)), "sent_up", "trước ngày"),
        (Review(id="", kind="annual-review", subject="btv", date=D(2025, 12, 15)), "date", "lần thứ hai"),
    ],
)
def test_what_is_no_review_is_refused(tmp_path: Path, draft: Review, field: str, words: str) -> None:
    door = Door(tmp_path / "a.thuky", office())
    with pytest.raises(Refusal, match=words) as refused:
        put(door, review_edits.add, draft=draft)
    assert refused.value.field == field
    assert len(door.facts.office.reviews) == 4


def test_no_one_gets_more_votes_than_there_were_voters(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    assert reviews.present(door.facts, of(door, "k3")) == 20
    exact = ConfidenceScore(person="p1", high=17, middle=2, low=1)
    put(door, review_edits.put_scores, review=of(door, "k3"), scores=[exact, ConfidenceScore(person="p2")])
    assert of(door, "k3").scores == (exact,)
    with pytest.raises(Refusal, match="Nguyễn Văn An: 18 \\+ 2 \\+ 1 = 21 phiếu, nhiều hơn 20") as refused:
        put(door, review_edits.put_scores, review=of(door, "k3"), scores=[replace(exact, high=18)])
    assert refused.value.field == "scores.p1"
    assert of(door, "k3").scores == (exact,)
    assert len(reviews.scored(door.facts, of(door, "k3"))) == 13


def test_without_an_attendance_list_all_in_office_could_vote() -> None:
    facts = facts_of(office())
    nowhere = Review(id="k9", kind="confidence-vote", date=ON)
    assert reviews.present(facts, nowhere) == 25


def test_questions_are_kept_with_who_asked_and_who_answered(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    made = put(door, review_edits.add, draft=Review(id="", kind="questioning", date=D(2025, 12, 18), reported_at="h1"))
    asked = Questioning(asker="p14", answerer="p3", question="Vì sao giải ngân chậm?")
    put(door, review_edits.put_question, review=of(door, made.id), place=None, asked=asked)
    row = rows(door.facts)["meetings/h1"]
    assert reviews.state(door.facts, row, ON) == "1 chất vấn, 0 đã trả lời"
    answered = replace(asked, answer="Do vướng mặt bằng.")
    put(door, review_edits.put_question, review=of(door, made.id), place=0, asked=answered)
    assert of(door, made.id).questions == (answered,)
    for wrong, field in (
        (replace(asked, question=" "), "question"),
        (replace(asked, answerer=None), "answerer"),
        (replace(asked, asker="p3"), "asker"),
    ):
        with pytest.raises(Refusal) as refused:
            put(door, review_edits.put_question, review=of(door, made.id), place=None, asked=wrong)
        assert refused.value.field == field
    put(door, review_edits.remove_question, review=of(door, made.id), place=0)
    assert of(door, made.id).questions == ()


def test_todays_list_enters_a_review_on_the_spot(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    facts = door.facts
    found = {row.record: row for row in today.rows_of(facts, check(facts, on=ON), ON)}
    line = found["reviews:review.annual|thuong-truc/2025"]
    assert (line.action, line.act) == ("Ghi đã làm", "review-held")
    assert found["reviews:review.annual|btv/2025"].act == "open"
    with door.writing() as store:
        today_acts.ACTS["review-held"].take(store, facts=facts, record=line.record, on=ON)
    assert [one.subject for one in door.facts.office.reviews if one.date == ON] == ["thuong-truc"]
