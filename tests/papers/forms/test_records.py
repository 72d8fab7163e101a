"""What the papers of ballots, absences, duty, assignments and reports say; a missing fact is dots, never words."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.facts import Facts
from desktop.domain.records import (
    Absence,
    Assignment,
    Delegated,
    DifferencesJudged,
    Document,
    Meeting,
    Person,
    RegulationUse,
    Seat,
    Source,
    Task,
    Value,
)
from desktop.domain.refusal import Refusal
from desktop.domain.sittings import is_session
from desktop.papers.lines import MM
from desktop.papers.paper import DOTS, Paper, Table
from desktop.papers.readback import read_pdf
from desktop.sample.sample import PROFILES, demo_day, sample_office
from desktop.usecases.base.facts import facts_of
from desktop.usecases.papers.printing import FORMS, print_form, to_pdf
from tests.papers.forms.an_office import SINCE, ballot, delegated, meeting, office, people
from tests.papers.forms.test_forms import lines
from tests.papers.reading import at, page_check, page_text, whole_text

ON = dt.date(2024, 9, 6)


def regulated(**changes: object) -> Facts:
    return facts_of(office(**changes))


def one(slug: str, record: str, given: Facts | None = None, on: dt.date = ON, person: str | None = None) -> Paper:
    (paper,) = print_form(given or regulated(), slug, record, on=on, person=person)
    return paper


def records_of(facts: Facts, kind: str, on: dt.date) -> list[str]:
    """Every record of which a form of that kind can be made."""
    held = facts.office
    bodies = {"session-btv": "btv", "session-bch": "bch"}
    return {
        "ballot": [each.id for each in held.ballots],
        "absence": [each.id for each in held.absences],
        "month": [f"{on:%Y-%m}", f"{on:%Y}-01"],
        "duty": [each.id for each in held.assignments if each.kind == "duty"],
        "day": [on.isoformat()],
        "meeting+item": [*(each.id for each in held.ballots), *(each.id for each in held.tasks)],
    }.get(kind, [each.id for each in held.meetings if is_session(each) and each.body == bodies.get(kind)])


NEW = (
    "phieu-xin-y-kien", "cong-van-xin-y-kien", "tong-hop-y-kien", "bao-cao-vang-mat", "bang-vang-mat-thang",
    "phan-cong-truc", "bang-phan-cong", "bao-cao-uy-quyen", "bao-cao-giua-hai-ky", "don-doc",
)  # fmt: skip


@pytest.mark.parametrize("profile", PROFILES)
def test_every_record_of_the_sample_prints_a_good_paper(profile: str) -> None:
    on = demo_day(profile)
    given = facts_of(sample_office(profile, as_of=on))
    for slug in NEW:
        for record in records_of(given, FORMS[slug].of.name, on):
            papers = print_form(given, slug, record, on=on)
            assert page_check(to_pdf(papers), papers) == [], (slug, record)


# Slips and their letter


def test_every_member_gets_a_slip_with_the_question_three_boxes_and_his_name() -> None:
    papers = print_form(regulated(), "phieu-xin-y-kien", "b1", on=ON)
    pages = read_pdf(to_pdf(papers))
    assert len(papers) == len(pages) == 11
    first = page_text(pages[0])
    for words in ("Kính gửi:", "Nguyễn Văn An, Bí thư Huyện ủy", "tổng mức 4,2 tỷ đồng", "Tán thành", "Ý kiến khác"):
        assert words in first
    assert "chậm nhất thứ Năm, ngày 29 tháng 8 năm 2024." in " ".join(lines(papers[0]))
    assert papers[-1].signer
    assert papers[-1].signer.name == "Lý Thanh Ý"
    signer = at(pages[0], "NGƯỜI CHO Ý KIẾN")
    assert signer.middle == pytest.approx((30 + 76 + 89 / 2) * MM, abs=0.5 * MM)


def test_one_member_gets_his_own_slip_and_who_is_not_asked_gets_none() -> None:
    assert one("phieu-xin-y-kien", "b1", person="p5").addressed[0].startswith("Đồng chí Huỳnh Tấn Dũng")
    named = regulated(ballots=(ballot(sent_to=("p1", "p2")),))
    assert len(print_form(named, "phieu-xin-y-kien", "b1", on=ON)) == 2
    with pytest.raises(Refusal, match="không gửi cho 'p5'"):
        one("phieu-xin-y-kien", "b1", named, person="p5")


def test_a_ballot_of_41_members_fills_41_sheets() -> None:
    given = regulated(people=people(standing=41, committee=41))
    papers = print_form(given, "phieu-xin-y-kien", "b1", on=ON)
    assert len(papers) == len(read_pdf(to_pdf(papers))) == 41
    said = " ".join(lines(one("tong-hop-y-kien", "b1", given)))
    assert "Chưa gửi lại phiếu: 31/41: các đồng chí " in said
    assert "Lê Thị Hồng Vân 40" in said


def test_the_letter_names_the_article_only_where_it_provides_for_asking_that_body() -> None:
    paper = one("cong-van-xin-y-kien", "b1")
    said = " ".join(lines(paper))
    assert "Căn cứ khoản 3 Điều 20 Quy chế làm việc của Ban Chấp hành Đảng bộ huyện Tây Sơn;" in said
    assert "Do không tổ chức họp được, thực hiện chỉ đạo của Thường trực Huyện ủy, Văn phòng Huyện ủy gửi" in said
    assert paper.head
    assert paper.head.letter_summary.startswith("V/v xin ý kiến về chủ trương đầu tư")
    assert paper.addressed == ("Các đồng chí Ủy viên Ban Thường vụ Huyện ủy",)
    assert paper.signer
    assert paper.signer.authority == ("T/L Ban Thường vụ",)
    of_committee = one("cong-van-xin-y-kien", "b1", regulated(ballots=(ballot(body="bch", reason=None),)))
    assert "Điều 20" not in " ".join(lines(of_committee))
    assert "Lý do lấy ý kiến bằng văn bản:…" in lines(of_committee)


def test_the_letter_on_record_gives_its_number_and_day() -> None:
    kept = Document(
        id="o9", type="CV", number=645, symbol="645-CV/HU", date=dt.date(2024, 8, 27), source=Source(ballot="b1")
    )
    paper = one("cong-van-xin-y-kien", "b1", regulated(documents=(kept,)))
    assert paper.head
    assert paper.head.number == "Số 645-CV/HU"
    assert paper.head.place_date == "Tây Sơn, ngày 27 tháng 8 năm 2024"


# The result


def test_the_result_counts_out_of_all_members_and_names_who_is_silent() -> None:
    paper = one("tong-hop-y-kien", "b1")
    said = lines(paper)
    for line in (
        "- Số phiếu gửi đi: 11/11.",
        "- Số phiếu thu về: 10/11.",
        "- Chưa gửi lại phiếu: 1/11: đồng chí Lý Thanh Ý.",
        "- Đồng chí Đặng Ngọc Phúc (không tán thành): Chưa rõ nguồn vốn.",
        "Nên lùi lại.",
        "- Đồng chí Hồ Anh Tuấn (ý kiến khác): Chia làm hai năm",
        "Tạm dừng, đưa ra hội nghị.",
        "- Tỷ lệ tán thành: 8/11; cần 6/11, trên 1/2 tổng số ủy viên (khoản 3 Điều 20): đạt.",
        "- Kết quả có giá trị như nghị quyết thông qua tại hội nghị (khoản 3 Điều 20).",
    ):
        assert line in said
    for count in ("8/11", "1/11"):
        assert count in said
    assert paper.left_signer
    assert paper.left_signer.authority == ("Người lập biên bản",)
    assert paper.head
    assert paper.head.place_date == "Tây Sơn, ngày 30 tháng 8 năm 2024"


def test_a_void_paper_and_one_after_the_count_are_no_answer() -> None:
    first, second, *rest = ballot().responses
    answers = (replace(first, valid=False), replace(second, returned=dt.date(2024, 9, 2)), *rest)
    said = lines(one("tong-hop-y-kien", "b1", regulated(ballots=(ballot(responses=answers),))))
    assert "- Số phiếu thu về: 9/11." in said
    assert "- Số phiếu hợp lệ: 8/9; không hợp lệ 1: đồng chí Nguyễn Văn An." in said
    assert "- Phiếu về sau khi chốt, không tính: đồng chí Nguyễn Đức Lâm." in said
    assert "6/11" in said


def test_important_differences_go_to_a_session_by_the_word_of_who_judged() -> None:
    judged = DifferencesJudged(by="p1", on=dt.date(2024, 8, 30), reason="Khác nhau về nguồn vốn.")
    changed = ballot(important_differences=True, differences_judged=judged, referred_to="m1")
    said = lines(one("tong-hop-y-kien", "b1", regulated(ballots=(changed,))))
    lead = "- Đồng chí Nguyễn Văn An, Bí thư Huyện ủy, ngày 30 tháng 8 năm 2024 nhận định"
    assert f"{lead} vấn đề còn ý kiến khác nhau là vấn đề quan trọng; lý do: Khác nhau về nguồn vốn." in said
    assert any(
        line.startswith("- Đưa ra hội nghị Ban Chấp hành hoặc Ban Thường vụ (khoản 3 Điều 20): Hội nghị Ban Thường vụ")
        for line in said
    )
    assert not any("như nghị quyết" in line for line in said)


def test_an_open_ballot_of_which_nothing_came_back_is_told_as_it_stands() -> None:
    bare = ballot(responses=(), closed=None, conclusion="", questions=(), reason=None, directed_by=None)
    said = lines(one("tong-hop-y-kien", "b1", regulated(ballots=(bare,)), on=dt.date(2024, 8, 27)))
    assert "(Phiếu chưa chốt; số liệu tính đến ngày 27/8/2024.)" in said
    assert "- Số phiếu thu về: 0/11." in said
    assert "- Tỷ lệ tán thành: 0/11; cần 6/11, trên 1/2 tổng số ủy viên (khoản 3 Điều 20): chưa đạt." in said
    assert "…" in said


def test_the_committee_of_the_agencies_tells_the_nearest_session() -> None:
    given = facts_of(sample_office("bac-kan-ccq-2020"))
    said = lines(one("tong-hop-y-kien", "b6", given, on=dt.date(2024, 12, 31)))
    assert any(
        "Thông báo kết quả tại phiên họp Ban Chấp hành" in line and "(gạch đầu dòng thứ năm khoản 1 Điều 11)" in line
        for line in said
    )


# Absences


def test_a_member_reports_to_whom_the_regulation_says_with_the_days_counted() -> None:
    paper = one("bao-cao-vang-mat", "x1")
    said = lines(paper)
    assert paper.addressed == ("Thường trực Huyện ủy",)
    assert any(line.startswith("Thực hiện khoản 14 Điều 4 Quy chế làm việc") for line in said)
    time = "3. Thời gian: Từ ngày 29 tháng 8 năm 2024 đến hết ngày 05 tháng 9 năm 2024; 4 ngày làm việc, "
    assert f"{time}trừ 2 ngày nghỉ lễ và 2 ngày cuối tuần." in said
    assert "2. Lý do, nội dung: Công tác: Dự lớp bồi dưỡng." in said
    assert any("đi vắng: Đồng chí Trần Thị Hạnh, Phó Bí thư Huyện ủy" in line for line in said)
    assert paper.signer
    assert (paper.signer.authority, paper.signer.name) == (("Người báo cáo",), "Nguyễn Đức Lâm")
    assert paper.head
    assert paper.head.place_date == "Tây Sơn, ngày 27 tháng 8 năm 2024"


def test_what_a_report_of_absence_lacks_is_dots() -> None:
    bare = Absence(id="x1", person="p9", from_=ON, to=ON, area="outside-commune")
    paper = one("bao-cao-vang-mat", "x1", regulated(absences=(bare,)))
    said = lines(paper)
    assert "2. Lý do, nội dung:…" in said
    assert "4. Người giải quyết công việc trong thời gian đi vắng:…" in said
    assert paper.head
    assert "tháng\u00a0" in paper.head.place_date
    assert not any("Điều" in line for line in said)


def test_the_month_holds_every_absence_that_touches_it() -> None:
    paper = one("bang-vang-mat-thang", "2024-09")
    said = lines(paper)
    assert paper.landscape
    assert said.index("29/8 – 05/9/2024") < said.index("05/9 – 10/9/2024")
    assert "27/8/2024\n(bằng văn bản)" in said
    assert "Chưa báo cáo" in said
    assert "Trong tháng có 2 lượt đi vắng của 2 đồng chí." in said
    assert "Trong tháng có 1 lượt đi vắng của 1 đồng chí." in lines(one("bang-vang-mat-thang", "2024-08"))
    for wrong in ("2024-13", "tháng 9", "2024-9"):
        with pytest.raises(Refusal, match="2024-08"):
            one("bang-vang-mat-thang", wrong)


# Duty and assignments


def test_duty_is_assigned_by_the_standing_committee_while_all_the_permanent_members_are_away() -> None:
    away = tuple(
        Absence(id=f"y{n}", person=f"p{n}", from_=dt.date(2024, 9, 9), to=dt.date(2024, 9, 10), area="abroad")
        for n in (1, 2, 3)
    )
    paper = one("phan-cong-truc", "g1", regulated(absences=away))
    said = lines(paper)
    assert said[0].startswith("Căn cứ khoản 5 Điều 5 Quy chế làm việc")
    assert "- Đồng chí Nguyễn Văn An, Bí thư Huyện ủy, 09/9–10/9;" in said
    assert "Thời gian: Từ ngày 09 tháng 9 năm 2024 đến hết ngày 10 tháng 9 năm 2024." in said
    assert "Nhiệm vụ: Trực thay Thường trực." in said
    assert paper.title == "Thông báo"
    assert paper.signer
    assert paper.signer.authority == ("T/M Ban Thường vụ",)
    assert "Điều" not in " ".join(lines(one("phan-cong-truc", "g1")))  # they are not all away: no article asks for it


def test_duty_may_be_a_decision_and_other_assignments_are_refused() -> None:
    kept = Document(id="o9", type="QĐ", number=7, symbol="07-QĐ/HU", title="Phân công trực", date=dt.date(2024, 9, 4))
    line = Assignment(id="g1", kind="duty", person="p4", document="o9", from_=dt.date(2024, 9, 9))
    paper = one("phan-cong-truc", "g1", regulated(documents=(kept,), assignments=(line,)))
    assert (paper.title, paper.summary) == ("Quyết định", "về phân công trực")
    assert "BAN THƯỜNG VỤ HUYỆN ỦY QUYẾT ĐỊNH:" in lines(paper)
    with pytest.raises(Refusal, match="không phải phân công trực"):
        one("phan-cong-truc", "g2")


def test_the_table_of_assignments_shows_who_has_what_and_what_no_one_has() -> None:
    paper = one("bang-phan-cong", "2024-09-05")
    said = lines(paper)
    assert paper.landscape
    assert "Đảng ủy xã Bình Nghi" in said
    assert "Dân vận" in said
    assert "Tổ chức đảng trực thuộc chưa có người phụ trách (1/2): Đảng ủy xã Tây Thuận." in said
    assert any(line.startswith("Ủy viên chưa được phân công (10/11): Nguyễn Văn An") for line in said)


def cells_of(person: str, *given: Assignment) -> dict[str, str]:
    """What stands in the table of assignments for one person, by the titles of its columns."""
    paper = one("bang-phan-cong", "2024-09-05", regulated(assignments=given))
    (table,) = [block for block in paper.blocks if isinstance(block, Table)]
    row = next(row for row in table.rows if str(row.cells[1]).startswith(person))
    return {column.title: str(cell) for column, cell in zip(table.columns[2:], row.cells[2:], strict=True)}


def test_an_assignment_without_a_kind_stands_under_what_it_names() -> None:
    given = (
        Assignment(id="g1", person="p5", unit="u4"),
        Assignment(id="g2", person="p5", field="Dân vận"),
        Assignment(id="g3", person="p5", subject="Ký báo cáo định kỳ"),
    )
    assert cells_of("Huỳnh Tấn Dũng", *given) == {
        "Đơn vị": "Đảng ủy xã Bình Nghi",
        "Lĩnh vực": "Dân vận",
        "Việc cụ thể": "Ký báo cáo định kỳ",
    }


@pytest.mark.parametrize(
    ("subject", "unit", "said"),
    [
        ("Phụ trách Đảng ủy xã Bình Nghi", "u4", "Đảng ủy xã Bình Nghi"),
        ("Theo dõi", "u4", "Đảng ủy xã Bình Nghi"),
        ("Theo dõi", None, "Theo dõi"),
        ("Theo dõi cụm phía Tây", "u4", "Theo dõi cụm phía Tây"),
        ("Đảng ủy xã Bình Nghi (cùng tổ số 2)", "u4", "Đảng ủy xã Bình Nghi (cùng tổ số 2)"),
        ("", "u4", "Đảng ủy xã Bình Nghi"),
    ],
)
def test_what_is_in_charge_of_is_named_and_more_where_more_is_said(subject: str, unit: str | None, said: str) -> None:
    line = Assignment(id="g1", person="p5", kind="unit", unit=unit, subject=subject)
    assert cells_of("Huỳnh Tấn Dũng", line)["Đơn vị"] == said


def test_what_was_settled_by_authority_is_told_to_the_committee_where_its_regulation_asks_so() -> None:
    told: dict[str, Value] = {"delegated.reported.to": ["btv", "bch"]}
    use = RegulationUse(profile="tay-son-2024", from_=dt.date(2024, 5, 31), overrides=told)
    head = replace(office().office, regulations=(use,))
    later = replace(delegated()[0], id="d0", title="Mua vật tư chống bão", decided=dt.date(2024, 8, 25))
    said = " ".join(lines(one("bao-cao-giua-hai-ky", "m2", regulated(office=head, delegated=(later, *delegated())))))
    assert "Việc Thường trực giải quyết theo ủy quyền" in said
    assert said.index("Chi dự phòng khắc phục sạt lở") < said.index("Mua vật tư chống bão")
    assert "Cử cán bộ đi học" not in said
    plain = " ".join(lines(one("bao-cao-giua-hai-ky", "m2", regulated())))
    assert "theo ủy quyền" not in plain


def test_the_sheet_of_a_month_holds_whoever_was_away_on_its_first_or_its_last_day_and_nobody_else() -> None:
    spans = {"x1": ((8, 28), (9, 1)), "x2": ((9, 30), (10, 2)), "x3": ((8, 28), (8, 31)), "x4": ((10, 1), (10, 2))}
    given = [
        Absence(
            id=ident, person=f"p{number}", from_=dt.date(2024, *first), to=dt.date(2024, *last), area="outside-province"
        )
        for number, (ident, (first, last)) in enumerate(spans.items(), 1)
    ]
    said = " ".join(lines(one("bang-vang-mat-thang", "2024-09", regulated(absences=tuple(given)))))
    assert "Trong tháng có 2 lượt đi vắng của 2 đồng chí." in said
    assert "28/8 – 01/9/2024" in said
    assert "30/9 – 02/10/2024" in said


def test_a_table_of_nobody_has_lines_to_write_on() -> None:
    paper = one("bang-phan-cong", "2024-09-05", regulated(people=(), assignments=(), absences=()))
    (table,) = [block for block in paper.blocks if isinstance(block, Table)]
    assert len(table.rows) == 5
    assert all(not cell for row in table.rows for cell in row.cells)


def test_nobody_who_is_neither_member_nor_guest_is_invited() -> None:
    given = regulated(people=(*people(standing=9), Person(id="g1", name="Trịnh Quang Vinh")))
    assert "đồng chí Trịnh Quang Vinh" in lines(one("giay-moi", "m1", given, person="g1"))[0]
    with pytest.raises(Refusal, match="p10"):
        one("giay-moi", "m1", given, person="p10")


def test_a_long_table_repeats_its_head_and_keeps_long_names_whole() -> None:
    long = Person(
        id="p99",
        name="Hoàng Thị Ngọc Phương Thảo Nguyên Bích Trâm Quỳnh Anh",
        position="Ủy viên Ban Thường vụ, Trưởng Ban Tuyên giáo Huyện ủy, Giám đốc Trung tâm Chính trị huyện",
        seats=(Seat(body="bch", role="uy-vien", from_=SINCE), Seat(body="btv", role="uy-vien", from_=SINCE)),
    )
    given = regulated(people=(*people(standing=41, committee=41), long))
    for slug, record in (("bang-phan-cong", "2024-09-05"), ("don-doc", "b1"), ("tong-hop-y-kien", "b1")):
        papers = print_form(given, slug, record, on=ON)
        pages = read_pdf(to_pdf(papers))
        assert page_check(to_pdf(papers), papers) == []
        assert "QuỳnhAnh" in whole_text(pages)
    assert len(read_pdf(to_pdf(print_form(given, "bang-phan-cong", "2024-09-05", on=ON)))) > 2


# Reminders


def test_a_reminder_of_slips_goes_to_those_who_have_not_returned_theirs() -> None:
    paper = one("don-doc", "b1", on=dt.date(2024, 8, 30))
    assert paper.addressed == ("Đồng chí Lý Thanh Ý",)
    assert "Chưa gửi lại, quá hạn 1 ngày" in lines(paper)
    early = one("don-doc", "b1", on=dt.date(2024, 8, 27))
    assert early.addressed == ("Các đồng chí Ủy viên Ban Thường vụ Huyện ủy có tên dưới đây",)
    assert any("còn chưa nhận được 11/11 phiếu" in line for line in lines(early))


def test_a_reminder_of_a_task_says_when_it_was_due_and_goes_to_the_unit() -> None:
    paper = one("don-doc", "t1", on=dt.date(2024, 9, 25))
    assert paper.addressed == ("Phòng Tài chính – Kế hoạch", "Văn phòng Huyện ủy")
    assert "Chưa hoàn thành, quá hạn 5 ngày" in lines(paper)
    assert any("Hội nghị Ban Thường vụ lần thứ 57" in line for line in lines(paper))
    lonely = Task(id="t9", title="")
    assert one("don-doc", "t9", regulated(tasks=(lonely,))).addressed == (DOTS,)


# Reports


def test_what_was_settled_by_delegation_is_told_with_positions_and_documents() -> None:
    kept = Document(id="o9", type="TB", symbol="420-TB/HU", date=dt.date(2024, 8, 21), source=Source(delegated="d1"))
    paper = one("bao-cao-uy-quyen", "m1", regulated(documents=(kept,)))
    said = lines(paper)
    for line in (
        "I. Việc đã giải quyết theo ủy quyền (1)",
        "1. Chi dự phòng khắc phục sạt lở, ngày 20 tháng 8 năm 2024",
        "Ý kiến của Thường trực: tán thành 2/3; ý kiến khác 1/3.",
        "- Đồng chí Trần Thị Hạnh, ý kiến khác: Chia hai đợt.",
        "Văn bản: Thông báo số 420-TB/HU, ngày 21 tháng 8 năm 2024.",
        "II. Việc chuẩn bị lại, việc trình Ban Thường vụ (1)",
        "Quyết định: chuẩn bị lại.",
    ):
        assert line in said
    assert any(line.startswith("Thực hiện khoản 4 Điều 3 Quy chế làm việc") for line in said)
    assert paper.signer
    assert paper.signer.authority == ("T/M Ban Thường vụ",)


@pytest.mark.parametrize(
    ("item", "printed"),
    [("d-4", "Gạch đầu dòng thứ tư điểm d."), ("Điểm y", "Điểm y."), ("12", "Điểm 12.")],
)
def test_a_point_the_list_has_not_is_named_as_papers_name_points(item: str, printed: str) -> None:
    given = regulated(delegated=(replace(delegated()[0], item=item, urgent=False),))
    assert f"Căn cứ ủy quyền: {printed}" in lines(one("bao-cao-uy-quyen", "m1", given))


def test_what_an_earlier_session_was_not_told_is_told_now() -> None:
    first = Meeting(id="m0", body="btv", kind="regular", start=dt.datetime(2024, 8, 22, 7, 30))
    given = regulated(meetings=(first, meeting()), delegated=(delegated()[0],))
    assert "I. Việc giải quyết từ trước kỳ họp trước, chưa báo cáo (1)" in lines(one("bao-cao-uy-quyen", "m1", given))
    told = replace(delegated()[0], reported_at="m0")
    said = lines(one("bao-cao-uy-quyen", "m1", regulated(meetings=(first, meeting()), delegated=(told,))))
    assert "Trong thời gian trên không có việc nào được giải quyết theo ủy quyền." in said


def test_a_decision_leads_to_the_report_of_the_session_it_is_told_at() -> None:
    assert lines(one("bao-cao-uy-quyen", "d1")) == lines(one("bao-cao-uy-quyen", "m1"))
    later = Delegated(id="d9", title="Việc sau cùng", decided=dt.date(2024, 12, 30), decision="adopted")
    said = lines(one("bao-cao-uy-quyen", "d9", regulated(delegated=(later,)), on=dt.date(2024, 12, 31)))
    assert "1. Việc sau cùng, ngày 30 tháng 12 năm 2024" in said
    with pytest.raises(Refusal, match="không phải hội nghị Ban Thường vụ"):
        one("bao-cao-uy-quyen", "m2")


def test_the_committee_hears_what_was_concluded_voted_and_issued_in_between() -> None:
    on = dt.date(2024, 9, 9)
    papers = (
        Document(id="o1", type="KL", symbol="12-KL/HU", date=on, title="Ngân sách", issuer="btv"),
        Document(id="o2", type="CT", symbol="02-CT/HU", date=on, title="Bí mật", issuer="btv", secrecy="mat"),
        Document(id="o3", type="GM", symbol="09-GM/HU", date=on, title="Mời họp", issuer="btv"),
    )
    paper = one("bao-cao-giua-hai-ky", "m2", regulated(documents=papers), on=dt.date(2024, 9, 30))
    said = lines(paper)
    for line in (
        "- Tổ chức 1 hội nghị, xem xét 4 nội dung, có kết luận 2 nội dung;",
        "- Lấy ý kiến bằng văn bản 1 lần;",
        "- Ban hành 2 văn bản (1 chỉ thị, 1 kết luận).",
        "12-KL/HU",
        "(văn bản mật)",
    ):
        assert line in said
    assert any("(biểu quyết tán thành 8/11): Thông qua chủ trương bổ sung dự toán." in line for line in said)
    assert any("tán thành 8/11 ủy viên): Tạm dừng, đưa ra hội nghị." in line for line in said)
    assert not any("Bí mật" in line or "theo ủy quyền: Thống nhất" in line for line in said)
    with pytest.raises(Refusal, match="không phải hội nghị"):
        one("bao-cao-giua-hai-ky", "m1")


def test_an_unknown_record_is_refused_by_its_id() -> None:
    for slug in NEW:
        with pytest.raises(Refusal):
            one(slug, "zz")
