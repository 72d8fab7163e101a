"""Duties of an office's own regulation: written from its words, refused where they cannot stand, each time done."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.compliance import check
from desktop.domain.facts import Facts
from desktop.domain.findings import Clause
from desktop.domain.records import Duty, DutyDone
from desktop.domain.refusal import Refusal
from desktop.usecases.duties import edits
from desktop.usecases.duties import rows as duties
from desktop.usecases.duties.edits import Typed
from desktop.usecases.duties.rows import DutyRow
from tests.usecases.meeting_office import TODAY, Door, an_office

DUTIES = [
    {"id": "y1", "title": "Gửi lịch trực", "actor": "Văn phòng", "often": {"n": 1, "per": "month"},
     "due": {"day": 5, "of": "next-month"}, "cite": {"article": "Điều 30"}, "from": "2024-06-01",
     "done": [{"period": "2024-06", "date": "2024-07-04", "record": "documents/o1"}]},
    {"id": "y2", "title": "Sắp xếp kho lưu trữ", "by": "2024-12-31", "cite": {"article": "Điều 31"}},
    {"id": "y3", "title": "Kiểm kê con dấu", "often": {"n": 2, "per": "year"}, "cite": {"article": "Điều 32"}},
]  # fmt: skip
DOCUMENTS = [{"id": "o1", "type": "BC", "symbol": "21-BC/VP", "title": "Lịch trực tháng 6", "date": "2024-07-04"}]


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return Door(tmp_path / "a.thuky", an_office(meetings=[], duties=DUTIES, documents=DOCUMENTS))


def rows(facts: Facts, **only: str) -> dict[str, DutyRow]:
    return {row.id: row for row in duties.rows(facts, check(facts, on=TODAY), **only)}


def put(door: Door, edit: Callable[..., Any], **rest: Any) -> Any:  # noqa: ANN401 - the use case's own arguments
    with door.writing() as store:
        return edit(store, **rest)


def of(door: Door, ident: str) -> Duty:
    found = door.facts.one(Duty, ident)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("words", "actor", "title", "often"),
    [
        ("Văn phòng phải gửi lịch trực cho các đơn vị, định kỳ hằng tháng.", "Văn phòng",
         "Gửi lịch trực cho các đơn vị", {"n": 1, "per": "month"}),
        ("Ban Dân vận có trách nhiệm đối thoại với công nhân ít nhất mỗi năm hai lần;", "Ban Dân vận",
         "Đối thoại với công nhân", {"n": 2, "per": "year"}),
        ("Hai tuần một lần, Văn phòng phải báo số đơn còn tồn", "Văn phòng", "Báo số đơn còn tồn",
         {"gap": 2, "unit": "weeks"}),
        ("Không uống rượu, bia trong giờ làm việc.", "", "Không uống rượu, bia trong giờ làm việc", None),
        ("", "", "", None),
    ],
)  # fmt: skip
def test_a_duty_is_drafted_from_the_words(words: str, actor: str, title: str, often: dict[str, object] | None) -> None:
    at = Clause(article="Điều 5", clause="khoản 1")
    made = edits.drafted(words, "f1", at)
    assert (made.actor, made.title, made.often, made.profile) == (actor, title, often, "f1")
    assert made.cite is not None
    assert (made.cite.article, made.cite.clause) == ("Điều 5", "khoản 1")


def test_long_words_are_cut_between_words() -> None:
    made = edits.drafted("việc " * 80, "", None)
    assert made.title.endswith(" việc…")
    assert len(made.title) <= 161


def test_what_is_late_comes_first_with_what_is_to_be_answered(door: Door) -> None:
    found = rows(door.facts)
    assert [row.state for row in found.values()] == ["late", "open", "idle"]
    first = found["y1"]
    assert (first.code, first.when) == ("2024-07", "1 lần một tháng, hạn ngày 05 tháng sau")
    assert first.told(first.findings[0]).text.startswith("Tháng ")
    assert found["y2"].when == "Hạn 31/12/2024"
    assert list(rows(door.facts, state="late")) == ["y1"]
    assert list(rows(door.facts, text="kho luu tru")) == ["y2"]


def test_each_time_is_said_with_what_shows_it(door: Door) -> None:
    (done,) = of(door, "y1").done
    assert duties.said(door.facts, done) == "Xong 04/7/2024, tháng 6/2024: 21-BC/VP · Lịch trực tháng 6"
    assert duties.said(door.facts, replace(done, record="documents/o9")).endswith("văn bản, hội nghị không còn")
    assert duties.showing(door.facts)[0] == ("documents/o1", "21-BC/VP · Lịch trực tháng 6")


def typed(duty: Duty, **words: str) -> Typed:
    return Typed(duty=duty, **{"cite": "khoản 2 Điều 9", **words})


def test_a_duty_is_kept_in_shapes(door: Door) -> None:
    new = Duty(id="", title="  Rà soát đơn thư ")
    made = put(door, edits.save, facts=door.facts, before=new, typed=typed(new, often="2 lần một quý"))
    kept = of(door, made.id)
    assert (kept.title, kept.often, kept.due) == ("Rà soát đơn thư", {"n": 2, "per": "quarter"}, None)
    assert kept.cite is not None
    assert (kept.cite.article, kept.cite.clause) == ("Điều 9", "khoản 2")
    after = typed(replace(kept, actor="Văn phòng"), often="hằng tháng", due="ngày 10 tháng sau")
    put(door, edits.save, facts=door.facts, before=kept, typed=after)
    amended = of(door, made.id)
    assert (amended.actor, amended.due) == ("Văn phòng", {"day": 10, "of": "next-month"})


NEW = Duty(id="", title="Rà soát đơn thư")


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        (typed(replace(NEW, title=" ")), "title", "Việc phải làm: cần ghi quy chế giao làm việc gì."),
        (typed(NEW, cite=""), "cite", "Điều, khoản, điểm: cần ghi việc này theo điều nào"),
        (typed(NEW, cite="khoản 2"), "cite", "“khoản 2” không đọc được"),
        (typed(NEW, often="thỉnh thoảng"), "often", "Bao lâu một lần: “thỉnh thoảng” chưa đúng; cần ghi như"),
        (typed(NEW, often="hằng tháng", due="sớm"), "due", "Hạn trong mỗi kỳ: “sớm” chưa đúng"),
        (typed(NEW, often="hằng tháng", due="3 ngày trước ngày họp"), "due", "không phải hạn của một kỳ"),
        (typed(NEW, due="ngày 05 tháng sau"), "often", "cần ghi bao lâu một lần"),
        (typed(replace(NEW, by=dt.date(2024, 9, 1)), often="hằng tháng"), "by", "không có một hạn chung"),
        (typed(replace(NEW, from_=dt.date(2024, 9, 2), to=dt.date(2024, 9, 1))), "to",
         "Đến ngày 01/9/2024 trước từ ngày 02/9/2024."),
    ],
)  # fmt: skip
def test_what_cannot_stand_is_refused_by_its_field(door: Door, given: Typed, field: str, said: str) -> None:
    with pytest.raises(Refusal) as refused:
        put(door, edits.save, facts=door.facts, before=given.duty, typed=given)
    assert refused.value.field == field
    assert said in refused.value.sentence
    assert len(door.facts.office.duties) == len(DUTIES)


def test_it_was_done_once_more(door: Door) -> None:
    done = DutyDone(period="2024-07", date=TODAY, note=" gửi qua mạng ")
    put(door, edits.add_done, duty=of(door, "y1"), done=done, on=TODAY)
    kept = of(door, "y1").done
    assert [each.period for each in kept] == ["2024-06", "2024-07"]
    assert kept[1].note == "gửi qua mạng"
    put(door, edits.remove_done, duty=of(door, "y1"), place=0)
    assert [each.period for each in of(door, "y1").done] == ["2024-07"]


def test_a_day_to_come_or_none_is_refused_and_what_is_done_once_is_not_done_twice(door: Door) -> None:
    for day, said in ((None, "Ngày xong: cần ghi"), (TODAY + dt.timedelta(days=1), "chưa đến")):
        with pytest.raises(Refusal, match=said):
            put(door, edits.add_done, duty=of(door, "y2"), done=DutyDone(date=day), on=TODAY)
    put(door, edits.add_done, duty=of(door, "y2"), done=DutyDone(date=TODAY), on=TODAY)
    with pytest.raises(Refusal, match="làm một lần"):
        put(door, edits.add_done, duty=of(door, "y2"), done=DutyDone(date=TODAY), on=TODAY)
    put(door, edits.remove, duty=of(door, "y2"))
    assert [duty.id for duty in door.facts.office.duties] == ["y1", "y3"]
