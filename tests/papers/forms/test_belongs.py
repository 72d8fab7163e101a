"""What stands on a paper: nothing it does not belong to, nothing unconfirmed, nothing missing, nothing torn."""

import datetime as dt
import json
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document as read_docx

from desktop.cli import run
from desktop.context import Context, Paths
from desktop.domain.compliance import check
from desktop.domain.facts import Facts
from desktop.domain.findings import Clause, Verdict
from desktop.domain.records import (
    AgendaItem,
    Attendance,
    Choice,
    Counts,
    Document,
    Guest,
    OwnCite,
    OwnParameter,
    OwnProfile,
    RegulationUse,
    Source,
    Vote,
)
from desktop.domain.refusal import Refusal
from desktop.domain.wording import clause, day
from desktop.exchange.findings_json import write_findings
from desktop.exchange.office_json import write_office
from desktop.papers.gaps import gaps
from desktop.papers.layout import Setter
from desktop.papers.lines import Text
from desktop.papers.paper import Paper
from desktop.papers.unbroken import unbroken
from desktop.usecases.base.facts import facts_of
from desktop.usecases.papers.printing import _typeface, checks, print_form, to_docx, to_pdf
from tests.db.small import clock
from tests.papers.conftest import ON
from tests.papers.forms.an_office import assignments, committee_session, head, invitations, meeting, office, people
from tests.papers.forms.test_forms import lines
from tests.papers.reading import page_check

ALONE = "Bổ nhiệm lại cán bộ"


def regulated(**changes: object) -> Facts:
    return facts_of(office(**changes))


def one(slug: str, record: str, given: Facts | None = None, on: dt.date = ON) -> Paper:
    (paper,) = print_form(given or regulated(), slug, record, on=on)
    return paper


def said(paper: Paper) -> str:
    return "\n".join((paper.summary, *lines(paper), *paper.recipients))


def with_meeting(**changes: object) -> Facts:
    return regulated(meetings=(replace(meeting(), **changes), committee_session()))  # type: ignore[arg-type]


# Citations and days


@pytest.mark.parametrize(
    ("at", "printed"),
    [
        (Clause(article="Điều 20", clause="khoản 3"), "khoản 3 Điều 20"),
        (Clause(article="Điều 2", clause="khoản 10", point="điểm b"), "điểm b khoản 10 Điều 2"),
        (
            Clause(article="Điều 2", clause="khoản 10", dash="gạch đầu dòng thứ 1"),
            "gạch đầu dòng thứ nhất khoản 10 Điều 2",
        ),
        (Clause(article="Điều 16", paragraph="đoạn 3"), "đoạn 3 Điều 16"),
    ],
)
def test_a_place_is_cited_the_smallest_part_first(at: Clause, printed: str) -> None:
    assert clause(at) == printed


@pytest.mark.parametrize(("month", "printed"), [(9, "06/9/2024"), (2, "06/02/2024"), (12, "06/12/2024")])
def test_of_the_months_only_the_first_two_take_a_zero(month: int, printed: str) -> None:
    assert day(dt.date(2024, month, 6)) == printed


# What does not leave the room


def test_a_personnel_item_is_on_the_papers_of_members_only() -> None:
    given = regulated()
    for slug, record in (("giay-moi", "m1"), ("chuong-trinh-hoi-nghi", "m1"), ("thong-bao-ket-luan", "m1")):
        assert ALONE not in said(one(slug, record, given)), slug
    for slug in ("nghi-quyet", "ket-luan", "quyet-dinh"):
        assert ALONE not in said(one(slug, "m1", given)), slug
    assert ALONE not in said(one("lich-tuan", "2024-W36", given))
    assert ALONE in said(one("bien-ban", "m1", given))
    member, guest, sent = invitations(given, "m1", ["p2", "g1", "u2"], on=ON)
    assert ALONE in said(member)
    assert ALONE not in said(guest) + said(sent)
    assert "Bổ sung dự toán ngân sách năm 2024" in said(guest)


def test_without_guests_the_members_one_invitation_names_everything() -> None:
    assert ALONE in said(one("giay-moi", "m1", with_meeting(guests=())))


def test_of_a_closed_session_a_guest_reads_nothing_and_no_notice_goes_out() -> None:
    given = with_meeting(closed_session=True)
    invitation = said(one("giay-moi", "m1", given))
    assert not [item.title for item in meeting().agenda if item.title in invitation]
    with pytest.raises(Refusal, match="in riêng từng mục, như m1/a1"):
        one("thong-bao-ket-luan", "m1", given)
    assert "Thống nhất với báo cáo." in said(one("thong-bao-ket-luan", "m1/a1", given))


def test_a_closed_item_is_in_no_letter_that_reminds_others_nor_in_the_report_between_sessions() -> None:
    items = tuple(replace(item, closed=item.id == "a2", documents_received=None) for item in meeting().agenda)
    given = with_meeting(agenda=items)
    title = "Bổ sung dự toán ngân sách năm 2024"
    assert title not in said(one("don-doc", "m1", given))
    assert title in said(one("don-doc", "m1/a2", given))
    told = said(one("bao-cao-giua-hai-ky", "m2", given, on=dt.date(2024, 10, 1)))
    assert title not in told
    assert "1 nội dung về cán bộ, kỷ luật hoặc họp kín được báo cáo riêng." in told


# Names as they are


@pytest.mark.parametrize(
    "title",
    ["Làm việc với Ban Thường vụ Tỉnh ủy", "Giao ban Thường trực HĐND, UBND", "Hội nghị Ban Chấp hành Trung ương"],
)
def test_the_title_of_a_meeting_prints_as_typed(title: str) -> None:
    given = with_meeting(title=title)
    for slug, record in (("giay-moi", "m1"), ("bien-ban", "m1"), ("lich-tuan", "2024-W36")):
        assert title in said(one(slug, record, given)), slug
    kept = replace(assignments()[0], subject="Trực thay Ban Thường vụ Tỉnh ủy")
    assert "Trực thay Ban Thường vụ Tỉnh ủy" in said(one("phan-cong-truc", "g1", regulated(assignments=(kept,))))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Nguyễn Văn Khách", "Đồng chí Nguyễn Văn Khách"),
        ("Đ/c Nguyễn Văn Khách, Bí thư Đảng ủy xã", "Đồng chí Nguyễn Văn Khách, Bí thư Đảng ủy xã"),
        ("Trưởng phòng Tài chính", "Đồng chí Trưởng phòng Tài chính"),
        ("Ông Phạm Văn Ba", "Ông Phạm Văn Ba"),
        ("Các đồng chí Phó Chủ tịch UBND huyện", "Các đồng chí Phó Chủ tịch UBND huyện"),
        ("Đại diện lãnh đạo Sở Tài chính", "Đại diện lãnh đạo Sở Tài chính"),
        ("Phòng Nội vụ", "Phòng Nội vụ"),
    ],
)
def test_a_guest_is_called_as_he_is_and_a_unit_by_its_name(typed: str, printed: str) -> None:
    given = with_meeting(guests=(Guest(name=typed),))
    assert f"- {printed}." in lines(one("giay-moi", "m1", given))
    (own,) = invitations(given, "m1", [typed], on=ON)
    assert printed[1:] in lines(own)[0]


def test_what_was_typed_of_recipients_ends_as_the_form_ends_it() -> None:
    kept = Document(id="o5", type="NQ", title="về phát triển kinh tế", recipients=("Như trên,", "Đảng ủy xã;", "Lưu."))
    assert one("nghi-quyet", "o5", regulated(documents=(kept,))).recipients == ("Như trên", "Đảng ủy xã", "Lưu")


@pytest.mark.parametrize(
    ("slug", "kind", "title", "summary"),
    [
        ("nghi-quyet", "NQ", "Nghị quyết về phát triển kinh tế", "về phát triển kinh tế"),
        ("ket-luan", "KL", "Bổ sung dự toán ngân sách", "về bổ sung dự toán ngân sách"),
        ("thong-bao-ket-luan", "TB", "Thông báo kết luận: Hội nghị lần thứ 57", "kết luận Hội nghị lần thứ 57"),
    ],
)
def test_the_summary_does_not_say_the_type_again(slug: str, kind: str, title: str, summary: str) -> None:
    given = regulated(documents=(Document(id="o5", type=kind, title=title, source=Source(meeting="m1")),))
    assert one(slug, "o5", given).summary == summary


def test_a_summary_made_of_an_item_says_what_was_decided() -> None:
    items = (AgendaItem(id="a1", title="Cho ý kiến dự toán ngân sách", purpose="decision"),)
    assert one("nghi-quyet", "m1/a1", with_meeting(agenda=items)).summary == "về dự toán ngân sách"


@pytest.mark.parametrize("slug", ["nghi-quyet", "ket-luan"])
def test_a_decision_on_one_item_does_not_say_its_summary_again(slug: str) -> None:
    first = AgendaItem(id="a1", title="Dự toán ngân sách", purpose="decision", conclusion="Thống nhất chủ trương.")
    second = AgendaItem(id="a2", title="Quy hoạch", purpose="decision", conclusion="Đồng ý quy hoạch.")
    given = with_meeting(agenda=(first, second))
    alone, both = lines(one(slug, "m1/a1", given)), lines(one(slug, "m1", given))
    assert "Thống nhất chủ trương." in alone
    assert not [line for line in alone if line.startswith(("1.", "Dự toán"))]
    assert {"1. Dự toán ngân sách", "2. Quy hoạch"} <= set(both)


def test_a_notice_of_one_item_still_names_it() -> None:
    items = (AgendaItem(id="a1", title="Dự toán ngân sách", purpose="decision", conclusion="Thống nhất chủ trương."),)
    said = lines(one("thong-bao-ket-luan", "m1", with_meeting(agenda=items)))
    assert "Dự toán ngân sách" in said
    assert "1. Dự toán ngân sách" not in said


# Several days, other places


def test_a_session_of_several_days_is_one_everywhere() -> None:
    items = (
        AgendaItem(id="a1", title="Khai mạc", time=dt.time(7, 30)),
        AgendaItem(id="a2", title="Thảo luận tổ", time=dt.time(14, 0)),
        AgendaItem(id="a3", title="Bế mạc", time=dt.time(8, 0)),
    )
    given = with_meeting(end=dt.datetime(2024, 9, 7, 16, 45), agenda=items, guests=())
    until = "từ 07 giờ 30 phút, thứ Sáu, ngày 06 tháng 9 năm 2024 đến thứ Bảy, ngày 07 tháng 9 năm 2024."
    assert any(line.endswith(until) for line in lines(one("giay-moi", "m1", given)))
    assert any("Từ ngày 06 đến ngày 07 tháng 9 năm 2024" in line for line in lines(one("ket-luan", "m1", given)))
    programme = lines(one("chuong-trinh-hoi-nghi", "m1", given))
    assert programme.index("Thảo luận tổ") < programme.index("Thứ Bảy, ngày 07 tháng 9 năm 2024")
    assert programme.index("Thứ Bảy, ngày 07 tháng 9 năm 2024") < programme.index("Bế mạc")
    week = lines(one("lich-tuan", "2024-W36", given))
    assert week.count("Hội nghị Ban Thường vụ lần thứ 57 (tiếp theo)") == 3
    assert "Thứ Bảy\n07/9" in week


def test_an_item_stands_under_the_day_it_bears_whatever_its_hour() -> None:
    items = (
        AgendaItem(id="a1", title="Khai mạc", time=dt.time(7, 30)),
        AgendaItem(id="a2", title="Thảo luận hội trường", day=dt.date(2024, 9, 7), time=dt.time(14, 0)),
    )
    given = with_meeting(end=dt.datetime(2024, 9, 7, 16, 45), agenda=items, guests=())
    programme = lines(one("chuong-trinh-hoi-nghi", "m1", given))
    days = [programme.index(f"Thứ {day} tháng 9 năm 2024") for day in ("Sáu, ngày 06", "Bảy, ngày 07")]
    assert days[0] < programme.index("Khai mạc") < days[1] < programme.index("Thảo luận hội trường")


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("Huyện ủy Tây Sơn", "ngoài huyện"),
        ("Đảng ủy xã Bình An", "ngoài xã"),
        ("Đảng ủy Khối Các cơ quan", "ngoài địa bàn"),
    ],
)
def test_a_trip_is_out_of_the_committees_own_area(name: str, area: str) -> None:
    trip = replace(office().absences[0], area="outside-commune")
    given = regulated(absences=(trip,), office=replace(head(), name=name))
    assert one("bao-cao-vang-mat", "x1", given).summary == f"về việc đi {area}"


# Votes


def test_no_published_paper_counts_votes_and_who_was_away_did_not_abstain() -> None:
    for slug in ("nghi-quyet", "quyet-dinh", "ket-luan"):
        assert "/11" not in said(one(slug, "m1/a2")), slug
    counted = "Biểu quyết (giơ tay): tán thành 8/11; không tán thành 1/11; ý kiến khác 1/11 ủy viên."
    assert counted in lines(one("bien-ban", "m1"))


def test_minutes_never_hold_more_votes_than_members_present() -> None:
    def faults(**changes: object) -> tuple[str, ...]:
        return one("bien-ban", "m1", with_meeting(agenda=(replace(meeting().agenda[1], **changes),))).faults  # type: ignore[arg-type]

    slips = Vote(method="secret-ballot", counts=Counts(approve=9, reject=2, other=1))
    assert faults(vote=slips) == ("“Bổ sung dự toán ngân sách năm 2024”: 12 phiếu biểu quyết, có mặt 10 ủy viên.",)
    absent = Vote(method="show-of-hands", choices=(Choice(person="p11", choice="approve"),))
    assert "Lý Thanh Ý được ghi vắng mặt nhưng có biểu quyết." in faults(vote=absent)[0]
    assert faults() == ()


def test_the_same_votes_make_the_verdict_and_the_paper() -> None:
    votes = (*meeting().agenda[1].vote.choices, Choice(person="g1", choice="approve"))  # type: ignore[union-attr]
    items = (replace(meeting().agenda[1], vote=Vote(method="show-of-hands", choices=votes)),)
    given = with_meeting(agenda=items)
    (finding,) = [each for each in check(given, on=ON) if each.rule == "decision.majority"]
    assert finding.actual == "8/11"
    assert any("tán thành 8/11" in line for line in lines(one("bien-ban", "m1", given)))


BY_TEXT = "trên 1/2 tổng số ủy viên (khoản 3 Điều 20 Quy chế làm việc)"
BY_OFFICE = "trên 2/3 tổng số ủy viên"


@pytest.mark.parametrize(
    ("profile", "settings", "approve", "result"),
    [
        ("tay-son-2024", {}, 6, f"Kết luận: Thông qua: tán thành 6/10, cần {BY_TEXT}."),
        ("tay-son-2024", {}, 5, f"Kết luận: Không thông qua: tán thành 5/10, cần {BY_TEXT}."),
        ("bac-kan-ccq-2020", {"decision.majority": "2/3"}, 7, f"Kết luận: Thông qua: tán thành 7/10, cần {BY_OFFICE}."),
        (
            "bac-kan-ccq-2020",
            {"decision.majority": "2/3"},
            6,
            f"Kết luận: Không thông qua: tán thành 6/10, cần {BY_OFFICE}.",
        ),
        ("tay-son-2024", {}, 0, "Kết luận:…"),
    ],
)
def test_the_tally_is_carried_by_more_than_the_share_of_all_members(
    profile: str, settings: dict[str, str], approve: int, result: str
) -> None:
    voted = tuple(Choice(person=f"p{n}", choice="approve" if n <= approve else "reject") for n in range(1, 10))
    vote = Vote(method="secret-ballot", choices=voted) if approve else None
    own = replace(head(**settings), regulations=(RegulationUse(profile=profile, from_=dt.date(2024, 5, 31)),))
    held = (replace(meeting(), agenda=(replace(meeting().agenda[2], vote=vote),)),)
    given = regulated(office=own, people=people(standing=10), meetings=held)
    assert lines(one("kiem-phieu", "m1/a3", given))[-1] == result


# What the office did not confirm

OWN = OwnProfile(
    id="own1",
    title="Quy chế số 01-QC/ĐU",
    base="tay-son-2024",
    by_base=True,
    parameters=(
        OwnParameter(
            key="meeting.papers.received",
            value={"n": 6, "unit": "working-days", "side": "before", "of": "meeting"},
            cite=OwnCite(article="Điều 91", clause="khoản 7"),
        ),
    ),
)


def under_own() -> Facts:
    made = replace(head(), regulations=(RegulationUse(profile="own1", from_=dt.date(2024, 5, 31)),))
    items = tuple(replace(item, documents_received=None) for item in meeting().agenda)
    held = (replace(meeting(), agenda=items), committee_session())
    return regulated(office=made, profiles=(OWN,), meetings=held)


def test_what_an_office_did_not_confirm_of_a_model_is_on_no_paper() -> None:
    given = under_own()
    for slug, record in (
        ("bao-cao-quy-che", "2024"),
        ("cong-van-xin-y-kien", "b1"),
        ("tong-hop-y-kien", "b1"),
        ("phan-cong-truc", "g1"),
        ("bao-cao-uy-quyen", "m1"),
        ("don-doc", "m1"),
        ("viec-can-lam", "2024-09-05"),
    ):
        for paper in print_form(given, slug, record, on=ON):
            cited = [line for line in (*lines(paper),) if "Điều " in line.replace("Điều lệ", "")]
            assert all("Điều 91" in line for line in cited), (slug, cited)
            assert "Quy chế chưa quy định" not in said(paper), slug
            assert "không quy định tỷ lệ" not in said(paper), slug
    assert any("khoản 7 Điều 91 Quy chế làm việc" in line for line in lines(one("don-doc", "m1", given)))


def test_a_finding_on_it_is_no_breach_is_marked_and_counts_in_no_total() -> None:
    found = check(under_own(), on=dt.date(2024, 12, 11))
    open_ = [finding for finding in found if finding.cite.unchecked]
    assert open_
    assert not [finding for finding in open_ if finding.verdict is Verdict.BREACH]
    assert all(finding.text.endswith("(theo mẫu, chưa đối chiếu).") for finding in open_)
    assert [finding.verdict for finding in found if not finding.cite.unchecked and "a2" in finding.subject]
    cites = [each["cite"] for each in json.loads(write_findings(found, ON))["findings"]]
    assert {cite.get("unchecked") for cite in cites if cite.get("profile") == "tay-son-2024"} == {True}
    assert not [cite for cite in cites if cite.get("profile") == "own1" and "unchecked" in cite]


def test_what_is_not_confirmed_is_not_judged_unless_the_office_works_by_the_model_meanwhile() -> None:
    given = under_own()
    alone = facts_of(replace(given.office, profiles=(replace(OWN, by_base=False),)))
    found = check(alone, on=dt.date(2024, 12, 11))
    assert {finding.cite.profile for finding in found if finding.cite.at} == {"own1"}
    assert {finding.rule for finding in found if finding.cite.at} == {"meeting.papers.received"}
    assert not any(finding.cite.unchecked for finding in found)


# Whole, or not at all


def test_a_paper_with_something_to_be_written_says_what() -> None:
    items = (replace(meeting().agenda[1], conclusion=""),)
    bare = replace(meeting(), chair=None, place="", secretary=None, guests=(), agenda=items)
    given = regulated(meetings=(bare,), people=people()[4:], documents=())
    assert list(gaps(one("bien-ban", "m1", given))) == [
        "Chưa có họ tên người ký (Chủ trì hội nghị).",
        "Còn chỗ để trống: “Địa điểm”.",
        "Còn chỗ để trống: “Chủ trì”.",
        "Còn chỗ để trống: “Người ghi biên bản”.",
        "Còn chỗ để trống: “Kết luận”.",
    ]
    assert "Trích yếu còn để trống." in list(gaps(one("nghi-quyet", "m1", regulated(documents=()))))


def test_what_is_filled_in_by_hand_and_what_bears_no_number_is_whole() -> None:
    for slug, record in (("kiem-phieu", "m1/a3"), ("phieu-xin-y-kien", "b1"), ("diem-danh", "m1")):
        for paper in print_form(regulated(), slug, record, on=ON):
            assert not list(gaps(paper)), slug
    secret = Document(id="o5", type="NQ", number=5, symbol="05-NQ/HU", title="Việc mật", signed_by="p1", secrecy="mat")
    assert not list(gaps(one("nghi-quyet", "o5", regulated(documents=(secret,)))))


def test_the_checks_of_the_preview_are_red_on_it() -> None:
    papers = print_form(with_meeting(place=""), "giay-moi", "m1", on=ON)
    found = {check.name: check.problems for check in checks(to_pdf(papers), papers)}
    assert found["Không còn chỗ để trống"] == ("Còn chỗ để trống: “5. Địa điểm”.",)


def test_print_refuses_what_is_not_whole_and_prints_it_as_a_draft(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    context = Context(Paths.under(tmp_path / "home"), clock, "Văn thư")
    kept, file = tmp_path / "a.json", tmp_path / "a.docx"
    kept.write_text(write_office(with_meeting(place="").office), encoding="utf-8")
    asked = ["print", "giay-moi", "m1", "--office", str(kept), "-o", str(file), "--on", "2024-08-30"]
    assert run(asked, context) == 2
    assert capsys.readouterr().err == (
        "Văn bản chưa hoàn chỉnh: Còn chỗ để trống: “5. Địa điểm”. Thêm --draft để in bản dự thảo.\n"
    )
    assert not file.exists()
    assert run([*asked, "--draft"], context) == 0
    table = read_docx(str(file)).tables[0]
    assert "DỰ THẢO" in table.rows[0].cells[1].text


def test_a_person_twice_in_a_list_is_wrong_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    context = Context(Paths.under(tmp_path / "home"), clock, "Văn thư")
    kept = tmp_path / "a.json"
    twice = (*meeting().attendance, Attendance(person="p1", status="absent"))
    kept.write_text(write_office(with_meeting(attendance=twice).office), encoding="utf-8")
    assert run(["check", str(kept)], context) == 2
    assert "meetings[0].attendance[11].person (bản ghi “m1”)" in capsys.readouterr().err
    slips = office().ballots[0]
    for other, status in ((dt.date(2024, 8, 28), 2), (dt.date(2024, 8, 29), 0)):
        answers = (*slips.responses, replace(slips.responses[0], returned=other))
        given = office(ballots=(replace(slips, responses=answers),))
        kept.write_text(write_office(given), encoding="utf-8")
        assert (run(["check", str(kept), "--on", "2024-08-30"], context) == 2) is (status == 2)


# The page


def test_names_days_and_citations_stand_on_one_line() -> None:
    for slug, record in (("bien-ban", "m1"), ("giay-moi", "m1"), ("tong-hop-y-kien", "b1"), ("phan-cong-truc", "g1")):
        paper = replace(one(slug, record), names=())
        kept = print_form(regulated(), slug, record, on=ON)[0]
        assert "Nguyễn Văn An" in kept.names
        assert lines(kept) == lines(paper)
        ends = [_words(mark) for mark in _marks(kept)]
        for first, second in pairwise(ends):
            joint = f"{first[-1]} {second[0]}"
            assert first[-1] not in ("Điều", "khoản"), joint
            assert not (first[-1] in ("ngày", "tháng", "năm", "số") and second[0][:1].isdigit()), joint
            assert not any(joint in name for name in kept.names), joint


def _marks(paper: Paper) -> list[Text]:
    pages = Setter(_typeface()).pages(unbroken(paper))
    marks = [mark for page in pages for part in page.parts for mark in part if isinstance(mark, Text)]
    return [mark for mark in marks if _words(mark) and mark.width > 400]


def _words(mark: Text) -> list[str]:
    return "".join(piece.text for piece in mark.pieces).split()


def test_what_no_line_is_long_enough_for_is_broken_between_words() -> None:
    long = replace(people()[0], name="Tôn Nữ " + "Ngọc Hoàng Anh Thư " * 12 + "Ý")
    papers = print_form(regulated(people=(long, *people()[1:])), "bien-ban", "m1", on=ON)
    assert page_check(to_pdf(papers), papers) == []


@pytest.mark.parametrize("count", [36, 60])
def test_a_title_longer_than_a_page_goes_on_with_the_next(count: int) -> None:
    papers = print_form(
        with_meeting(title="Hội nghị về phát triển kinh tế và quốc phòng của huyện " * count), "giay-moi", "m1", on=ON
    )
    assert page_check(to_pdf(papers), papers) == []


@pytest.mark.parametrize("length", [240, 255, 300])
def test_a_word_file_is_made_of_any_title(length: int) -> None:
    title = ("Hội nghị bàn việc " * 30)[:length]
    made = to_docx(print_form(with_meeting(title=title), "giay-moi", "m1", on=ON))
    assert len(read_docx(BytesIO(made)).core_properties.title) <= 255


def test_no_paper_says_whose_the_rule_is_that_the_regulation_leaves_open() -> None:
    given = regulated(office=head(**{"ballot.days": 5, "absence.result.days": 3, "report.received.day": 22}))
    for slug, record in (
        ("phieu-xin-y-kien", "b1"),
        ("cong-van-xin-y-kien", "b1"),
        ("tong-hop-y-kien", "b1"),
        ("bao-cao-vang-mat", "x1"),
        ("bao-cao-quy-che", "2024"),
        ("don-doc", "b1"),
        ("don-doc", "2024-08"),
    ):
        for paper in print_form(given, slug, record, on=ON):
            for words in (
                "quy ước của đơn vị",
                "do đơn vị",
                "ghi tại đây",
                "hai cách",
                "thiếu dữ liệu",
                "gửi lại được",
            ):
                assert words not in said(paper), (slug, words)
