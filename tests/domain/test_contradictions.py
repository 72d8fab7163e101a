"""Two records that contradict each other are listed, each with its records and both facts, in any office."""

from typing import Any

import pytest
from hypothesis import given, settings

from desktop.domain import contradictions
from desktop.domain.decoding import from_plain
from desktop.domain.facts import Facts
from desktop.domain.records import Office
from desktop.usecases.base.facts import facts_of
from tests.conftest import Kept
from tests.domain.small_office import EVERY_BODY, QUICK, people, seat, seated
from tests.offices import offices

MEETING = {"id": "m1", "body": "btv", "kind": "regular", "title": "Phiên 1", "start": "2024-09-06T07:30"}
PRESENT = [{"person": f"p{number}", "status": "present"} for number in range(1, 11)]
TRIP = {"id": "x1", "person": "p2", "from": "2024-09-05", "to": "2024-09-07", "area": "outside-province"}


def office(**lists: Any) -> Office:  # noqa: ANN401 - lists of the interchange JSON
    head = {"name": "Huyện ủy Thử", "symbol": "HU", "regulations": [{"profile": "tay-son-2024", "from": "2020-01-01"}]}
    given: dict[str, Any] = {"format": "thuky-office/1", "office": head, "people": people(EVERY_BODY), **lists}
    return from_plain(Office, given)


def told(**lists: Any) -> list[tuple[tuple[str, ...], str]]:  # noqa: ANN401
    return [(one.subjects, one.text) for one in contradictions.of_office(facts_of(office(**lists)))]


def test_records_that_agree_are_no_contradiction() -> None:
    held = MEETING | {"chair": "p1", "attendance": PRESENT, "minutes": "2024-09-06"}
    made = facts_of(office(meetings=[held], absences=[TRIP | {"person": "p11"}]))
    assert contradictions.of_office(made) == []
    for record in (*made.office.meetings, *made.office.absences, *made.office.people):
        assert contradictions.about(made, record) == []


def vote(**given: Any) -> dict[str, Any]:  # noqa: ANN401
    item = {"id": "a1", "title": "Việc", "purpose": "decision", "vote": given}
    return MEETING | {"attendance": PRESENT, "agenda": [item]}


def choice(*names: str) -> list[dict[str, str]]:
    return [{"person": name, "choice": "approve"} for name in names]


CASES: dict[str, tuple[dict[str, Any], tuple[str, ...], str]] = {
    "a chair marked away": (
        {"meetings": [MEETING | {"chair": "p1", "attendance": [*PRESENT[1:], {"person": "p1", "status": "absent"}]}]},
        ("meetings/m1",),
        "chủ trì phiên họp Ban Thường vụ ngày 06/9/2024 nhưng điểm danh ghi Nguyễn Văn 1 vắng mặt",
    ),
    "a chair on a trip": (
        {"meetings": [MEETING | {"chair": "p2"}], "absences": [TRIP]},
        ("meetings/m1", "absences/x1"),
        "Nguyễn Văn 2 chủ trì phiên họp Ban Thường vụ ngày 06/9/2024 nhưng Nguyễn Văn 2 vắng từ 05/9/2024",
    ),
    "present and on a trip": (
        {"meetings": [MEETING | {"attendance": PRESENT}], "absences": [TRIP]},
        ("meetings/m1", "absences/x1"),
        "ghi có mặt nhưng Nguyễn Văn 2 vắng từ 05/9/2024 đến 07/9/2024",
    ),
    "authorised beside the secretary": (
        {"meetings": [MEETING | {"chair": "p2", "chair_authorised": {"by": "p1"}, "attendance": PRESENT}]},
        ("meetings/m1",),
        "ủy quyền chủ trì",
    ),
    "minutes before the meeting": (
        {"meetings": [MEETING | {"minutes": "2024-09-01"}]}, ("meetings/m1",), "trước ngày họp",
    ),
    "more slips than present": (
        {"meetings": [vote(method="secret-ballot", counts={"approve": 11})]},
        ("meetings/m1/a1",),
        "kiểm được 11 phiếu nhưng điểm danh ghi có mặt 10",
    ),
    "a vote of somebody absent": (
        {"meetings": [vote(choices=choice("p11"))]}, ("meetings/m1/a1",), "điểm danh không ghi có mặt",
    ),
    "a vote of no member": (
        {"meetings": [vote(choices=choice("p30"))]}, ("meetings/m1/a1",), "không phải ủy viên Ban Thường vụ",
    ),
    "two counts of one vote": (
        {"meetings": [vote(method="secret-ballot", counts={"approve": 5}, choices=choice("p1"))]},
        ("meetings/m1/a1",),
        "kiểm được 5 tán thành nhưng ghi tên 1",
    ),
    "a vote without a quorum": (
        {"meetings": [vote(choices=choice("p1")) | {"attendance": PRESENT[:2]}]},
        ("meetings/m1/a1",),
        "có ghi biểu quyết nhưng hội nghị có mặt 2/11",
    ),
    "papers sent before they came": (
        {"meetings": [MEETING | {"agenda": [
            {"id": "a1", "title": "Việc", "documents_received": "2024-09-03", "documents_sent": "2024-09-02"}]}]},
        ("meetings/m1/a1",),
        "trước ngày nhận",
    ),
    "two meetings of one body at one hour": (
        {"meetings": [MEETING | {"end": "2024-09-06T11:00"}, MEETING | {"id": "m2", "start": "2024-09-06T09:00"}]},
        ("meetings/m1", "meetings/m2"),
        "trùng giờ",
    ),
    "called off with minutes": (
        {"meetings": [MEETING | {"cancelled": True, "minutes": "2024-09-06"}]}, ("meetings/m1",), "ghi hoãn nhưng",
    ),
    "held instead before": (
        {"meetings": [MEETING | {"postponed_to": "m2"}, MEETING | {"id": "m2", "start": "2024-09-01T07:30"}]},
        ("meetings/m1", "meetings/m2"),
        "trước ngày hoãn",
    ),
    "on duty and away": (
        {"assignments": [{"id": "g1", "person": "p2", "kind": "duty", "from": "2024-09-07"}], "absences": [TRIP]},
        ("assignments/g1", "absences/x1"),
        "trực từ 07/9/2024 nhưng",
    ),
    "a stand-in away": (
        {"absences": [TRIP, TRIP | {"id": "x2", "person": "p3", "cover": "p2"}]},
        ("absences/x2", "absences/x1"),
        "làm thay Nguyễn Văn 3",
    ),
    "his own stand-in": ({"absences": [TRIP | {"cover": "p2"}]}, ("absences/x1",), "chính người đi vắng"),
    "days away told twice": (
        {"absences": [TRIP, TRIP | {"id": "x2", "from": "2024-09-06"}]}, ("absences/x1", "absences/x2"), "lại ghi vắng",
    ),
    "a result before the return": (
        {"absences": [TRIP | {"result_reported": "2024-09-06"}]}, ("absences/x1",), "trước ngày về 07/9/2024",
    ),
    "a visit while away": (
        {"visits": [{"id": "v1", "person": "p2", "date": "2024-09-06"}], "absences": [TRIP]},
        ("visits/v1", "absences/x1"),
        "đi cơ sở",
    ),
    "two secretaries": (
        {"people": seated(people(EVERY_BODY), [{"person": "p9", **seat("thuong-truc", "bi-thu")}])},
        ("people/p1", "people/p9"),
        "cùng giữ chức Bí thư",
    ),
    "twice in a body": (
        {"people": seated(people(EVERY_BODY), [{"person": "p9", **seat("btv")}])}, ("people/p9",), "hai chức vụ",
    ),
    "a ballot counted before it was sent": (
        {"ballots": [{"id": "b1", "body": "btv", "sent": "2024-09-06", "closed": "2024-09-01"}]},
        ("ballots/b1",),
        "trước ngày gửi",
    ),
    "an answer before the question": (
        {"ballots": [{"id": "b1", "body": "btv", "sent": "2024-09-06",
                      "responses": [{"person": "p1", "choice": "approve", "returned": "2024-09-01"}]}]},
        ("ballots/b1",),
        "trả phiếu 01/9/2024, trước ngày gửi",
    ),
    "an answer after the count": (
        {"ballots": [{"id": "b1", "body": "btv", "sent": "2024-09-06", "closed": "2024-09-10",
                      "responses": [{"person": "p1", "choice": "approve", "returned": "2024-09-11"}]}]},
        ("ballots/b1",),
        "sau ngày chốt",
    ),
    "a report before its period": (
        {"reports": [{"id": "r1", "unit": "government", "period": "2024-Q4", "received": "2024-09-01"}]},
        ("reports/r1",),
        "trước ngày đầu kỳ",
    ),
    "a decision in writing before it was taken": (
        {"delegated": [{"id": "d1", "title": "Việc", "decided": "2024-09-06"}], "documents": [
            {"id": "o1", "type": "TB", "number": 5, "date": "2024-09-01", "source": {"delegated": "d1"}}]},
        ("documents/o1", "delegated/d1"),
        "trước ngày quyết định",
    ),
    "a notice before its session": (
        {"meetings": [MEETING], "documents": [
            {"id": "o1", "type": "TB", "number": 5, "date": "2024-09-01", "source": {"meeting": "m1"}}]},
        ("documents/o1", "meetings/m1"),
        "trước ngày họp",
    ),
    "minutes of two days": (
        {"meetings": [MEETING | {"minutes": "2024-09-07"}], "documents": [
            {"id": "o1", "type": "BB", "number": 5, "date": "2024-09-08", "source": {"meeting": "m1"}}]},
        ("documents/o1", "meetings/m1"),
        "ghi ký biên bản 07/9/2024",
    ),
    "one number twice": (
        {"documents": [{"id": "o1", "type": "QĐ", "number": 15, "symbol": "15-QĐ/HU", "date": "2024-09-01"},
                       {"id": "o2", "type": "QĐ", "number": 15, "symbol": "15 - QĐ/HU.", "date": "2024-09-02"}]},
        ("documents/o1", "documents/o2"),
        "cấp cho 2 văn bản",
    ),
    "chairing in two places": (
        {"meetings": [MEETING | {"chair": "p1"}, MEETING | {"id": "m2", "body": "bch", "chair": "p1"}]},
        ("meetings/m1", "meetings/m2"),
        "Nguyễn Văn 1 chủ trì",
    ),
    "speaking while away": (
        {"delegated": [{"id": "d1", "title": "Việc", "decided": "2024-09-06",
                        "choices": [{"person": "p2", "choice": "approve"}]}], "absences": [TRIP]},
        ("delegated/d1", "absences/x1"),
        "có ý kiến nhưng",
    ),
    "signing while away": (
        {"documents": [{"id": "o1", "type": "TB", "number": 5, "date": "2024-09-06", "signed_by": "p2"}],
         "absences": [TRIP]},
        ("documents/o1", "absences/x1"),
        "do Nguyễn Văn 2 ký nhưng",
    ),
    "told to a session before": (
        {"meetings": [MEETING],
         "delegated": [{"id": "d1", "title": "Việc", "decided": "2024-09-09", "reported_at": "m1"}]},
        ("delegated/d1", "meetings/m1"),
        "họp 06/9/2024, trước ngày 09/9/2024",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_contradiction_is_listed_with_its_records(case: str) -> None:
    lists, subjects, words = CASES[case]
    found = told(**lists)
    assert any(of == subjects and words in text for of, text in found), found


@pytest.mark.parametrize("case", CASES)
def test_a_form_that_asks_of_one_record_hears_of_it(case: str) -> None:
    what_is_listed_names_its_records_and_is_listed_of_them(facts_of(office(**CASES[case][0])))


def test_a_chair_whom_the_list_has_away_is_held_against_the_list_and_not_against_his_trip() -> None:
    marked = [*PRESENT[2:], {"person": "p2", "status": "absent"}]
    found = told(meetings=[MEETING | {"chair": "p2", "attendance": marked}], absences=[TRIP])
    assert [of for of, text in found if "chủ trì phiên họp" in text] == [("meetings/m1",)]


def test_every_contradiction_is_said_as_is_kept(kept: Kept) -> None:
    lines = []
    for case, (lists, _subjects, _words) in CASES.items():
        lines += [case, *(f"  {' '.join(of)}: {text}" for of, text in told(**lists))]
    kept("contradictions", lines)


def test_a_day_of_handing_over_is_none() -> None:
    made = people(EVERY_BODY)
    made[0]["seats"][2]["to"] = "2024-03-01"
    handed = seated(made, [{"person": "p9", **seat("thuong-truc", "bi-thu"), "from": "2024-03-01"}])
    assert told(people=handed) == []


def test_a_paper_whose_number_was_cancelled_contradicts_nothing_by_who_signed_it() -> None:
    paper = {"id": "o1", "type": "TB", "number": 5, "date": "2024-09-06", "issuer": "btv", "signed_by": "p2"}
    assert told(absences=[TRIP], documents=[paper])
    assert told(absences=[TRIP], documents=[paper | {"cancelled": "2024-09-06"}]) == []


def test_a_trip_that_goes_on_is_none() -> None:
    assert told(absences=[TRIP, TRIP | {"id": "x2", "from": "2024-09-07", "to": "2024-09-09"}]) == []


@settings(QUICK, max_examples=5)
@given(offices())
def test_what_is_listed_of_any_office_names_its_records_and_is_listed_of_them(office: Office) -> None:
    what_is_listed_names_its_records_and_is_listed_of_them(facts_of(office))


def what_is_listed_names_its_records_and_is_listed_of_them(facts: Facts) -> None:
    """A form that asks of one record hears all that is said of it."""
    for one in contradictions.of_office(facts):
        assert one.subjects
        assert one.text.endswith(".")
        for subject in one.subjects:
            kind, ident, *item = subject.split("/", 2)
            record = next(each for each in getattr(facts.office, kind) if each.id == ident)
            assert not item or any(each.id == item[0] for each in record.agenda)
            if kind in ("absences", "people", "assignments"):
                assert one in contradictions.about(facts, record)
