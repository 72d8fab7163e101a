"""Resolutions and directives: one lead, reviews with their days, what is to come first, what no record can be."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.compliance import check
from desktop.domain.facts import Facts
from desktop.domain.records import Directive, DirectiveReview
from desktop.domain.refusal import Refusal
from desktop.usecases.base.facts import facts_of
from desktop.usecases.directives import rows as directives
from desktop.usecases.directives.rows import DirectiveRow
from desktop.usecases.today import acts as today_acts
from desktop.usecases.today import rows as today
from tests.usecases.meeting_office import TODAY, Door, an_office

D = dt.date
DIRECTIVES = [
    {"id": "n1", "symbol": "05-NQ/HU", "title": "Nghị quyết về nông thôn mới", "date": "2021-10-15", "lead": "u2",
     "with": ["u3"], "reviews": [{"kind": "so-ket", "due": "2024-08-20"}, {"kind": "tong-ket", "due": "2025-05-31"}]},
    {"id": "n2", "symbol": "12-CT/HU", "title": "Chỉ thị về phòng, chống đuối nước", "with": ["u3", "u4"],
     "reviews": [{"kind": "so-ket", "due": "2024-09-05"}]},
    {"id": "n3", "symbol": "17-NQ/HU", "title": "Nghị quyết về du lịch", "lead": "u3"},
    {"id": "n4", "symbol": "15-CT/HU", "title": "Chỉ thị về rừng", "lead": "u2",
     "reviews": [{"kind": "so-ket", "due": "2024-06-30", "done": "2024-06-20", "report": "o1"}]},
]  # fmt: skip
DOCUMENTS = [{"id": "o1", "type": "BC", "symbol": "21-BC/HU", "title": "Kết quả sơ kết", "date": "2024-06-24"}]


def office(**lists: Any) -> Any:  # noqa: ANN401 - lists of the interchange JSON
    return an_office(meetings=[], **{"directives": DIRECTIVES, "documents": DOCUMENTS, **lists})


def rows(facts: Facts, **only: str) -> list[DirectiveRow]:
    return directives.rows(facts, check(facts, on=TODAY), TODAY, **only)


def put(door: Door, edit: Callable[..., Any], **rest: Any) -> Any:  # noqa: ANN401 - the use case's own arguments
    facts = door.facts
    with door.writing() as store:
        return edit(store, facts=facts, on=TODAY, **rest)


def of(door: Door, ident: str) -> Directive:
    found = door.facts.one(Directive, ident)
    assert found is not None
    return found


def test_due_today_is_not_late() -> None:
    due = [{"id": f"n{days}", "symbol": f"{days}", "title": "x", "reviews": [{"kind": "so-ket", "due": str(day)}]}
           for days, day in enumerate((TODAY - dt.timedelta(days=1), TODAY, TODAY + dt.timedelta(days=1)))]  # fmt: skip
    found = {row.id: row.state for row in rows(facts_of(office(directives=due)))}
    assert found == {"n0": "late", "n1": "open", "n2": "open"}


def test_what_is_late_stands_first_and_what_is_done_last() -> None:
    found = rows(facts_of(office()))
    assert [(row.id, row.state, row.verdict) for row in found] == [
        ("n1", "late", "breach"), ("n2", "open", "breach"), ("n3", "open", "due"), ("n4", "done", "met"),
    ]  # fmt: skip
    assert [row.id for row in rows(facts_of(office()), state="late")] == ["n1"]
    assert [row.id for row in rows(facts_of(office()), lead="u3")] == ["n1", "n2", "n3"]
    assert [row.id for row in rows(facts_of(office()), text="rung")] == ["n4"]


def test_a_row_names_its_lead_its_helpers_and_the_articles_behind_its_mark() -> None:
    first, second, *_rest = rows(facts_of(office()))
    assert (first.lead, first.with_) == ("Phòng Tài chính – Kế hoạch", ("Ban Tuyên giáo",))
    assert (first.next and first.next.due, first.name) == (D(2024, 8, 20), "05-NQ/HU · Nghị quyết về nông thôn mới")
    assert {finding.rule for finding in second.findings} == {directives.LEAD, directives.REVIEW}
    assert second.lead == ""
    assert directives.paper_words(facts_of(office()), "o1") == "21-BC/HU ngày 24/6/2024"
    assert directives.papers(facts_of(office()), "BC") == [("o1", "21-BC/HU: Kết quả sơ kết")]


def test_a_review_is_planned_held_and_taken_out(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    planned = DirectiveReview(kind="so-ket", due=D(2024, 10, 1))
    put(door, directives.put_review, directive=of(door, "n3"), place=None, review=planned)
    assert of(door, "n3").reviews == (planned,)
    put(door, directives.hold, directive=of(door, "n1"), day=TODAY)
    assert [one.done for one in of(door, "n1").reviews] == [TODAY, None]
    put(door, directives.remove_review, directive=of(door, "n1"), place=0)
    assert [one.kind for one in of(door, "n1").reviews] == ["tong-ket"]
    door.file.undo()
    assert len(of(door, "n1").reviews) == 2


def test_a_directive_is_added_amended_and_taken_out(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    draft = Directive(id="", symbol=" 20-NQ/HU ", title="Nghị  quyết về chuyển đổi số", lead="u2", with_=("u3",))
    made = put(door, directives.add, draft=draft)
    assert (made.symbol, made.title) == ("20-NQ/HU", "Nghị quyết về chuyển đổi số")
    put(door, directives.amend, directive=made, after=replace(made, lead="u4"))
    assert of(door, made.id).lead == "u4"
    kept = of(door, made.id)
    with door.writing() as store:
        directives.remove(store, directive=kept)
    assert door.facts.one(Directive, made.id) is None


N1 = Directive(id="", symbol="05-NQ/HU", title="Nghị quyết khác", date=D(2021, 10, 15))


@pytest.mark.parametrize(
    ("draft", "field", "words"),
    [
        (Directive(id=""), "title", "ít nhất một"),
        (Directive(id="", title="x", date=D(2024, 9, 1)), "date", "chưa đến"),
        (Directive(id="", title="x", lead="u2", with_=("u2",)), "lead", "không đồng thời"),
        (N1, "symbol", "Đã có 05-NQ/HU"),
        (Directive(id="", title="x", reviews=(DirectiveReview(done=D(2024, 9, 1)),)), "done", "chưa đến"),
        (
            Directive(id="", title="x", date=D(2024, 8, 1), reviews=(DirectiveReview(due=D(2024, 7, 1)),)),
            "due",
            "trước ngày ban hành",
        ),
    ],
)
def test_what_is_no_directive_is_refused(tmp_path: Path, draft: Directive, field: str, words: str) -> None:
    door = Door(tmp_path / "a.thuky", office())
    with pytest.raises(Refusal, match=words) as refused:
        put(door, directives.add, draft=draft)
    assert refused.value.field == field
    assert len(door.facts.office.directives) == 4


def test_the_symbol_of_another_year_is_another_paper(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    put(door, directives.add, draft=replace(N1, date=D(2016, 10, 15)))
    assert len(door.facts.office.directives) == 5


def test_a_review_needs_its_kind_and_nothing_is_held_that_is_not_planned(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    with pytest.raises(Refusal, match="sơ kết hay tổng kết"):
        put(door, directives.put_review, directive=of(door, "n3"), place=None, review=DirectiveReview())
    with pytest.raises(Refusal, match="cần thêm một lần trước"):
        put(door, directives.hold, directive=of(door, "n3"), day=TODAY)


def test_todays_list_holds_a_review_on_the_spot(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    facts = door.facts
    lines = {
        row.record: row for row in today.rows_of(facts, check(facts, on=TODAY), TODAY) if row.place == "programmes"
    }
    assert (lines["n1"].action, lines["n1"].act) == ("Ghi đã làm", "directive-held")
    with door.writing() as store:
        today_acts.ACTS["directive-held"].take(store, facts=facts, record="n1", on=TODAY)
    assert of(door, "n1").reviews[0].done == TODAY
    with pytest.raises(Refusal, match="Không còn"), door.writing() as store:
        today_acts.ACTS["directive-held"].take(store, facts=facts, record="n9", on=TODAY)
