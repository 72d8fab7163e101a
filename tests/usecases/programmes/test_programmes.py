"""Work programmes: which are asked for, what a draft holds, adopting and adjusting, how far they have come."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.compliance import check
from desktop.domain.facts import Facts
from desktop.domain.programmes import document as issued_as
from desktop.domain.records import Programme, ProgrammeItem
from desktop.domain.refusal import Refusal
from desktop.usecases.base.facts import facts_of
from desktop.usecases.calendar import rows as calendar
from desktop.usecases.office.search import Index
from desktop.usecases.programmes import draft as programmes_draft
from desktop.usecases.programmes import edits as programmes_edits
from desktop.usecases.programmes import list as programmes_list
from desktop.usecases.programmes import periods as programmes_periods
from desktop.usecases.programmes import rows as programmes
from desktop.usecases.programmes import versions as programmes_versions
from desktop.usecases.programmes.rows import State
from desktop.usecases.tasks import rows as tasks
from desktop.usecases.today.acts import ACTS
from desktop.usecases.today.rows import page_of
from tests.usecases.meeting_office import TODAY, Door, an_office, session

D = dt.date
AUGUST = {
    "id": "w1", "kind": "work", "body": "btv", "period": "2024-08", "adopted": "2024-07-30",
    "items": [
        {"title": "Rà soát quy hoạch chợ", "lead": "u2", "product": "Báo cáo", "due": "2024-08-20"},
        {"title": "Sơ kết công tác hè", "lead": "u3", "due": "2024-08-25", "done": "2024-08-24"},
        {"title": "Hội nghị Ban Thường vụ lần thứ 57", "due": "2024-09-06", "meeting": "m1"},
    ],
}  # fmt: skip
QUARTER = {
    "id": "w2", "kind": "work", "body": "btv", "period": "2024-Q3", "adopted": "2024-06-20",
    "items": [{"title": "Đề án sắp xếp trường, lớp học", "lead": "u3", "product": "Đề án", "due": "2024-09-18"}],
}  # fmt: skip
DIRECTIVE = {
    "id": "n1", "symbol": "05-NQ/HU", "title": "Nghị quyết về chợ", "lead": "u2",
    "reviews": [{"kind": "so-ket", "due": "2024-09-30"}],
}  # fmt: skip


def facts(**lists: Any) -> Facts:  # noqa: ANN401 - lists of the interchange JSON
    return facts_of(an_office(**{"programmes": [AUGUST, QUARTER], **lists}))


def rows(given: Facts, on: dt.date = TODAY, **filters: Any) -> list[programmes_list.ProgrammeRow]:  # noqa: ANN401 - filters
    return programmes_list.rows(given, check(given, on=on), on, **filters)


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return Door(tmp_path / "văn phòng.thuky", an_office(programmes=[AUGUST, QUARTER]))


def held(door: Door, ident: str) -> Programme:
    found = door.facts.one(Programme, ident)
    assert found
    return found


def edit(door: Door, act: Any, ident: str, **rest: Any) -> Programme:  # noqa: ANN401 - the use case's own arguments
    programme = held(door, ident)
    with door.writing() as store:
        act(store, programme=programme, **rest)
    return held(door, ident)


def make(door: Door, period: str, *items: ProgrammeItem) -> Programme:
    facts = door.facts
    with door.writing() as store:
        return programmes_edits.make(store, facts=facts, kind="work", body="btv", period=period, items=items)


# What there is and what is asked for


def test_what_is_asked_for_and_not_drawn_up_stands_first_with_its_last_day() -> None:
    found = rows(facts())
    pending = [one for one in found if programmes_list.is_pending(one, TODAY)]
    assert found[: len(pending)] == pending
    whole = [one for one in pending if one.due == D(2024, 5, 31)]
    assert {(one.id, one.state, one.verdict) for one in whole} == {
        (name, State.MISSING, "unclear") for name in ("bch/term", "btv/term", "bch/term/inspection")
    }
    first = pending[len(whole)]
    assert (first.id, first.state, first.due) == ("btv/2024-H2", State.MISSING, D(2024, 6, 30))
    asked = {one.id for one in pending}
    assert {"btv/2024-09", "btv/2024-Q4", "bch/2025", "bch/2025/inspection", "btv/2025-H1"} <= asked


def test_a_programme_is_counted_and_its_lateness_named() -> None:
    august = next(one for one in rows(facts()) if one.id == "w1")
    assert (august.state, august.done, august.total, august.late) == (State.ADOPTED, 1, 3, 1)
    assert programmes_list.counted(august) == "1/3 việc xong · 1 quá hạn"
    assert august.verdict == "met"


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        ({"unit": "quarter"}, {"w2", "btv/2024-Q4"}),
        ({"body": "bch", "unit": "year"}, {"bch/2025", "bch/2025/inspection"}),
        ({"text": "quy iii"}, {"w2"}),
        ({"year": 2025, "body": "btv"}, {"btv/2025", "btv/2025-H1", "btv/term"}),
    ],
)
def test_filters(filters: dict[str, Any], wanted: set[str]) -> None:
    assert {one.id for one in rows(facts(), **filters)} == wanted


def test_an_item_that_is_a_meeting_is_done_once_that_was_held() -> None:
    given = facts()
    item = programmes.items(given, given.office.programmes[0], TODAY)[2]
    assert (item.done, item.session) == (None, "BTV lần 57, 06/9")
    after = programmes.items(given, given.office.programmes[0], D(2024, 9, 7))[2]
    assert (after.done, after.state) == (D(2024, 9, 6), tasks.State.DONE)


# A draft


def drafted(given: Facts, body: Any = "btv", code: str = "2024-09", kind: Any = "work") -> dict[str, ProgrammeItem]:  # noqa: ANN401 - codes
    return {one.title: one for one in programmes_draft.draft(given, kind, body, code, TODAY)}


def test_a_draft_takes_planned_meetings_duties_wider_programmes_and_what_was_left_undone() -> None:
    found = drafted(facts(directives=[DIRECTIVE]))
    assert found["Hội nghị Ban Thường vụ lần thứ 57"].meeting == "m1"
    asked = found["Hội nghị Ban Thường vụ thường lệ, phiên họp 2/2 tháng 9/2024"]
    assert asked.progress == "Theo khoản 1 Điều 18"
    assert asked.due
    assert found["Sơ kết 05-NQ/HU Nghị quyết về chợ"].lead == "u2"
    assert found["Thông tin tháng 9/2024 cho cấp ủy viên"].progress == "Theo khoản 1 Điều 19"
    assert found["Thông qua chương trình tháng 10/2024 của Ban Thường vụ"].due == D(2024, 9, 30)
    wider = found["Đề án sắp xếp trường, lớp học"]
    assert (wider.progress, wider.lead) == ("Theo chương trình quý III/2024", "u3")
    left = found["Rà soát quy hoạch chợ"]
    assert (left.carried_from, left.due, left.progress) == ("w1", None, "Hạn cũ 20/8/2024")
    assert "Sơ kết công tác hè" not in found


def test_a_draft_stands_by_day_and_names_each_thing_once() -> None:
    found = programmes_draft.draft(facts(), "work", "btv", "2024-09", TODAY)
    days = [one.due or dt.date.max for one in found]
    assert days == sorted(days)
    assert len({(one.title, one.due) for one in found}) == len(found)


def test_the_committees_year_has_its_sessions_finances_and_reviews() -> None:
    found = drafted(facts(), "bch", "2025")
    assert sum(title.startswith("Hội nghị Ban Chấp hành thường lệ") for title in found) == 4
    assert found["Xem xét công tác tài chính đảng năm 2025"].progress == "Theo khoản 6 Điều 1"
    assert "Kiểm điểm năm 2025 của Ban Thường vụ" in found
    assert not any(title.startswith("Tổng hợp báo cáo") for title in found)


def test_an_inspection_programme_takes_only_of_its_own_kind() -> None:
    term = {
        "id": "w9", "kind": "inspection", "body": "bch", "period": "term",
        "items": [{"title": "Kiểm tra thu, nộp đảng phí", "due": "2025-05-30"}],
    }  # fmt: skip
    assert list(drafted(facts(programmes=[term]), "bch", "2025", "inspection")) == ["Kiểm tra thu, nộp đảng phí"]


def test_a_term_without_days_gives_an_empty_draft() -> None:
    given = facts()
    head = replace(given.office.office, term=None)
    bare = facts_of(replace(given.office, office=head))
    assert programmes_draft.draft(bare, "work", "bch", "term", TODAY) == []
    assert programmes_periods.choices(bare, "term", TODAY) == []


def test_a_draft_says_where_its_items_come_from() -> None:
    said = programmes_draft.told(programmes_draft.draft(facts(), "work", "btv", "2024-09", TODAY))
    assert said.startswith("Dự thảo có ")
    assert "1 việc kỳ trước chưa xong" in said
    assert "1 việc của chương trình kỳ dài hơn" in said


def test_the_programme_wanted_next_is_the_soonest_without_a_draft() -> None:
    given = facts()
    key = programmes_periods.next_wanted(given, check(given, on=TODAY), TODAY)
    assert key == ("work", "btv", "2024-09")
    assert programmes_periods.choices(given, "quarter", TODAY)[:2] == ["2024-Q3", "2024-Q4"]
    assert programmes_periods.first_free(given, "work", "btv", ["2024-Q3", "2024-Q4"]) == "2024-Q4"


# Writing


def test_a_draft_is_made_once_for_a_period(door: Door) -> None:
    assert held(door, make(door, "2024-09").id).adopted is None
    for period, words in (("2024-09", "đã có; cần chọn kỳ khác"), ("2024-13", "chưa rõ từ ngày nào")):
        with pytest.raises(Refusal, match=words):
            make(door, period)


def draft_of(door: Door) -> str:
    return make(door, "2024-09", ProgrammeItem(title="Việc một", due=D(2024, 9, 10))).id


def test_items_are_added_moved_changed_and_taken_out(door: Door) -> None:
    ident = draft_of(door)
    given = {"facts": door.facts, "on": TODAY}
    made = edit(door, programmes_edits.add_item, ident, item=ProgrammeItem(title="  Việc   hai "), **given)
    assert [one.title for one in made.items] == ["Việc một", "Việc hai"]
    moved = edit(door, programmes_edits.move_item, ident, place=1, by=-1)
    assert [one.title for one in moved.items] == ["Việc hai", "Việc một"]
    assert edit(door, programmes_edits.move_item, ident, place=0, by=-1) == moved
    after = replace(moved.items[0], due=D(2024, 9, 30))
    assert edit(door, programmes_edits.amend_item, ident, place=0, item=after, **given).items[0].due == D(2024, 9, 30)
    assert [one.title for one in edit(door, programmes_edits.remove_item, ident, place=0).items] == ["Việc một"]


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (ProgrammeItem(title=" "), "cần ghi nội dung công việc"),
        (ProgrammeItem(title="Việc", due=D(2024, 10, 1)), "nằm ngoài tháng 9/2024; cần ngày từ 01/9/2024"),
        (ProgrammeItem(title="Việc", done=D(2024, 9, 1)), "chưa đến"),
    ],
)
def test_a_bad_item_is_refused_in_one_sentence(door: Door, item: ProgrammeItem, words: str) -> None:
    ident = draft_of(door)
    with pytest.raises(Refusal, match=words):
        edit(door, programmes_edits.add_item, ident, item=item, facts=door.facts, on=TODAY)
    assert len(held(door, ident).items) == 1


def test_adopting_needs_items_and_a_day_that_has_come(door: Door) -> None:
    given = {"facts": door.facts, "on": TODAY}
    empty = make(door, "2024-10")
    with pytest.raises(Refusal, match="chưa có việc nào"):
        edit(door, programmes_edits.adopt, empty.id, day=TODAY, **given)
    ident = draft_of(door)
    with pytest.raises(Refusal, match="chưa đến"):
        edit(door, programmes_edits.adopt, ident, day=D(2024, 9, 1), **given)
    assert edit(door, programmes_edits.adopt, ident, day=TODAY, **given).adopted == TODAY
    with pytest.raises(Refusal, match="đã ghi thông qua"):
        edit(door, programmes_edits.adopt, ident, day=TODAY, **given)


def test_the_verdict_on_a_day_is_known_before_it_is_written(door: Door) -> None:
    ident = draft_of(door)
    late, hint = programmes.judged(door.facts, held(door, ident), D(2024, 9, 6), D(2024, 9, 6))
    assert late
    assert (late.verdict, late.due) == ("breach", D(2024, 8, 31))
    assert hint == ""
    nowhere, hint = programmes.judged(door.facts, held(door, ident), TODAY, TODAY)
    assert nowhere
    assert nowhere.verdict == "unclear"
    said = "Ngày 30/8/2024 Ban Thường vụ không có phiên họp nào. Chưa rõ chương trình được thông qua ở đâu."
    assert hint == said
    sat = facts(meetings=[session(id="m0", start="2024-08-30T07:30", end="2024-08-30T11:00")])
    met, hint = programmes.judged(sat, held(door, ident), TODAY, TODAY)
    assert met
    assert (met.verdict, hint) == ("met", "")


def test_an_adopted_programme_is_changed_only_by_adjusting(door: Door) -> None:
    given = {"facts": door.facts, "on": TODAY}
    with pytest.raises(Refusal, match="cần chọn Điều chỉnh trước"):
        edit(door, programmes_edits.remove_item, "w1", place=0)
    done = replace(held(door, "w1").items[0], done=D(2024, 8, 29), progress="Báo cáo 12")
    assert edit(door, programmes_edits.amend_item, "w1", place=0, item=done, **given).items[0].progress == "Báo cáo 12"
    with pytest.raises(Refusal, match="vì sao điều chỉnh"):
        edit(door, programmes_edits.adjust, "w1", reason=" ")
    open_ = edit(door, programmes_edits.adjust, "w1", reason="Có việc mới")
    assert (programmes.state_of(open_), open_.versions[0].replaced) == (State.ADJUSTING, None)
    edit(door, programmes_edits.remove_item, "w1", place=1)
    edit(door, programmes_edits.add_item, "w1", item=ProgrammeItem(title="Việc mới", due=D(2024, 8, 31)), **given)
    later = replace(held(door, "w1").items[0], due=D(2024, 8, 31))
    edit(door, programmes_edits.amend_item, "w1", place=0, item=later, **given)
    after = edit(door, programmes_edits.adopt, "w1", day=TODAY, **given)
    version = after.versions[0]
    assert (version.adopted, version.replaced, version.reason) == (D(2024, 7, 30), TODAY, "Có việc mới")
    assert len(version.items) == 3
    said = [(one.verb, one.title, one.words) for one in programmes_versions.version_changes(door.facts, after, version)]
    assert said == [
        ("Thêm", "Việc mới", ""),
        ("Bỏ", "Sơ kết công tác hè", ""),
        ("Sửa", "Rà soát quy hoạch chợ", "ngày 20/8/2024 → 31/8/2024"),
    ]


def test_adjusting_late_does_not_make_the_programme_late(door: Door) -> None:
    edit(door, programmes_edits.adjust, "w1", reason="Có việc mới")
    with pytest.raises(Refusal, match="chưa khác gì bản đã thông qua"):
        edit(door, programmes_edits.adopt, "w1", day=TODAY, facts=door.facts, on=TODAY)
    edit(door, programmes_edits.remove_item, "w1", place=1)
    for after in (held(door, "w1"), edit(door, programmes_edits.adopt, "w1", day=TODAY, facts=door.facts, on=TODAY)):
        found = programmes.finding_of(door.facts, after, TODAY)
        assert found
        assert (found.verdict, found.actual) == ("met", "2024-07-30")


def test_giving_up_an_adjustment_keeps_how_far_the_work_has_come(door: Door) -> None:
    edit(door, programmes_edits.adjust, "w1", reason="Có việc mới")
    done = replace(held(door, "w1").items[0], done=TODAY)
    edit(door, programmes_edits.amend_item, "w1", place=0, item=done, facts=door.facts, on=TODAY)
    edit(door, programmes_edits.remove_item, "w1", place=1)
    back = edit(door, programmes_edits.give_up_adjusting, "w1")
    assert (back.adopted, back.versions, len(back.items)) == (D(2024, 7, 30), (), 3)
    assert back.items[0].done == TODAY
    with pytest.raises(Refusal, match="không đang điều chỉnh"):
        edit(door, programmes_edits.give_up_adjusting, "w1")


def test_an_adopted_programme_gets_its_number_once_and_an_adjusted_one_another(door: Door) -> None:
    given = {"number": 7, "day": TODAY, "facts": door.facts, "on": TODAY}
    with pytest.raises(Refusal, match="chưa thông qua"):
        edit(door, programmes_edits.issue, draft_of(door), **given)
    with pytest.raises(Refusal, match="trước ngày thông qua"):
        edit(door, programmes_edits.issue, "w1", **{**given, "day": D(2024, 7, 1)})
    adopted = edit(door, programmes_edits.issue, "w1", **given)
    paper = issued_as(door.facts, adopted)
    assert paper
    assert (paper.symbol, paper.title) == ("07-CTr/HU", "Chương trình công tác tháng 8/2024")
    assert "07-CTr/HU" in programmes.standing(door.facts, adopted, [])
    with pytest.raises(Refusal, match="đã có số 07-CTr/HU"):
        edit(door, programmes_edits.issue, "w1", **{**given, "facts": door.facts, "number": 8})
    edit(door, programmes_edits.adjust, "w1", reason="Có việc mới")
    edit(door, programmes_edits.remove_item, "w1", place=1)
    tomorrow = D(2024, 8, 31)
    after = edit(door, programmes_edits.adopt, "w1", day=tomorrow, facts=door.facts, on=tomorrow)
    assert issued_as(door.facts, after) is None


def test_only_a_draft_can_be_taken_out(door: Door) -> None:
    adopted, draft = held(door, "w1"), held(door, draft_of(door))
    with pytest.raises(Refusal, match="điều chỉnh"), door.writing() as store:
        programmes_edits.remove(store, programme=adopted)
    with door.writing() as store:
        programmes_edits.remove(store, programme=draft)
    assert door.facts.one(Programme, draft.id) is None


def test_what_a_draft_lacks_is_offered(door: Door) -> None:
    ident = draft_of(door)
    lacking = programmes_draft.lacking(door.facts, held(door, ident), TODAY)
    assert "Rà soát quy hoạch chợ" in [one.title for one in lacking]
    after = edit(door, programmes_edits.add_items, ident, items=lacking)
    assert programmes_draft.lacking(door.facts, after, TODAY) == []


# Elsewhere


def test_today_adopts_a_draft_and_draws_up_what_is_lacking(door: Door) -> None:
    def of(body: str) -> Any:  # noqa: ANN401 - a row of today, or none
        given = door.facts
        page = page_of(given, check(given, on=TODAY), TODAY)
        return next((one for one in page.rows if one.id == f"programme.adopted|{body}"), None)

    assert (of("btv/2024-09").act, of("btv/2024-09").record) == ("draw-up", "btv/2024-09")
    ident = draft_of(door)
    assert (of("btv/2024-09").act, of("btv/2024-09").record) == ("open", ident)
    held_today = replace(door.facts.office.meetings[0], id="m0", start=dt.datetime(2024, 8, 30, 7))
    with door.writing() as store:
        store.put(held_today, before=None)
    assert (of("btv/2024-09").act, of("btv/2024-09").record) == ("adopt", ident)
    given = door.facts
    with door.writing() as store:
        ACTS["adopt"].take(store, facts=given, record=ident, on=TODAY)
    assert held(door, ident).adopted == TODAY
    assert of("btv/2024-09") is None


def test_the_calendar_shows_each_item_that_is_no_meeting_once() -> None:
    twice = {**QUARTER, "id": "w3", "period": "2024-09"}
    given = facts(programmes=[QUARTER, twice, AUGUST])
    first, last = D(2024, 8, 1), D(2024, 9, 30)
    days = calendar.days(given, (), first, last, frozenset({"programme"}))
    found = [(day.date, one.text, one.record) for day in days for one in day.entries if one.record]
    assert found == [
        (D(2024, 8, 20), "Rà soát quy hoạch chợ", "w1"),
        (D(2024, 9, 18), "Đề án sắp xếp trường, lớp học", "w2"),
    ]


def test_a_programme_is_found_without_diacritics() -> None:
    hit = Index(facts(), None).find("chuong trinh quy iii")[0]
    assert (hit.kind, hit.record, hit.place) == ("Chương trình", "w2", "programmes")


def test_the_session_of_a_meeting_moved_elsewhere_is_still_named() -> None:
    cancelled = facts(meetings=[session(cancelled=True)])
    item = programmes.items(cancelled, cancelled.office.programmes[0], D(2024, 9, 7))[2]
    assert item.done is None


def test_an_item_that_was_not_done_after_all_is_open_again_and_keeps_what_was_written(door: Door) -> None:
    done = held(door, "w1").items[1]
    assert done.done
    after = edit(door, programmes_edits.reopen, "w1", place=1)
    assert after.items[1] == replace(done, done=None)
    assert (after.items[0], after.items[2]) == (held(door, "w1").items[0], held(door, "w1").items[2])


def test_each_item_of_a_draft_is_counted_under_one_source() -> None:
    items = [
        ProgrammeItem(title="Phiên họp", meeting="m1"),
        ProgrammeItem(title="Phiên họp bỏ lỡ", meeting="m2", carried_from="w0"),
        ProgrammeItem(title="Sơ kết", progress="Theo chương trình quý III/2024"),
        ProgrammeItem(title="Đề án chậm", progress="Theo chương trình quý II/2024", carried_from="w0"),
        ProgrammeItem(title="Thông tin tháng", progress="Theo khoản 1 Điều 19"),
    ]
    assert programmes_draft.told(items) == (
        "Dự thảo có 5 việc: 1 kỳ họp đã xếp, 1 việc Quy chế yêu cầu, 1 việc của chương trình kỳ dài hơn, "
        "2 việc kỳ trước chưa xong."
    )


def test_a_meeting_of_another_name_that_stands_in_the_programme_is_not_lacking() -> None:
    august = {**AUGUST, "period": "2024-09", "items": [{"title": "Phiên họp 57", "due": "2024-09-06", "meeting": "m1"}]}
    given = facts(programmes=[august])
    (programme,) = given.office.programmes
    assert all(one.meeting != "m1" for one in programmes_draft.lacking(given, programme, TODAY))
