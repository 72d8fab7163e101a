"""What each form says, from the records of one meeting; a missing fact is dots, never words."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.facts import Facts
from desktop.domain.records import (
    Absence,
    Assignment,
    Attendance,
    Ballot,
    Delegated,
    Document,
    Guest,
    Meeting,
    Remark,
    Source,
    Task,
)
from desktop.domain.refs import RecordRef
from desktop.domain.refusal import Refusal
from desktop.papers.paper import DOTS, Paper, Paragraph, Table
from desktop.papers.readback import read_pdf
from desktop.usecases.papers.printing import FORMS, Issue, invitees, on_both_sides, print_form, to_pdf
from tests.papers.conftest import ON
from tests.papers.forms.an_office import facts, head, invitations, meeting, people
from tests.papers.reading import page_check, whole_text

RECORDS = {
    "viec-can-lam": "2024-09-05",
    "kiem-phieu": "m1/a3",
    "ket-luan": "m1/a2",
    "quyet-dinh": "m1/a2",
    "lich-tuan": "2024-W36",
    "phieu-xin-y-kien": "b1",
    "cong-van-xin-y-kien": "b1",
    "tong-hop-y-kien": "b1",
    "bao-cao-vang-mat": "x1",
    "bang-vang-mat-thang": "2024-09",
    "phan-cong-truc": "g1",
    "bang-phan-cong": "2024-09-05",
    "bao-cao-uy-quyen": "m1",
    "bao-cao-giua-hai-ky": "m2",
    "bao-cao-quy-che": "2024",
    "so-van-ban": "2024",
    "so-van-ban-den": "2024",
    "phieu-chuyen": "i1",
    "chuong-trinh-cong-tac": "w1",
    "bang-so-sanh": "f2",
}


def record_of(slug: str) -> str:
    return RECORDS.get(slug, "m1")


def lines(paper: Paper) -> list[str]:
    """Every paragraph and every cell as plain text."""
    found: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            found.append("".join(run.text for run in block.runs) + ("…" if block.dotted else ""))
        elif isinstance(block, Table):
            for row in block.rows:
                found += ["".join(r.text for r in c) if isinstance(c, tuple) else c or "" for c in row.cells]
    return found


def one(slug: str, record: str | None = None, given: Facts | None = None, **more: object) -> Paper:
    (paper,) = print_form(given or facts(), slug, record or record_of(slug), on=ON, **more)  # type: ignore[arg-type]
    return paper


@pytest.mark.parametrize("slug", FORMS)
def test_every_form_passes_its_own_check(slug: str) -> None:
    papers = print_form(facts(), slug, record_of(slug), on=ON)
    assert page_check(to_pdf(papers), papers) == []


@pytest.mark.parametrize("slug", FORMS)
def test_every_form_of_a_meeting_of_which_nothing_is_known_yet_is_still_whole(slug: str) -> None:
    bare = Meeting(id="m1", body="btv", kind="regular", start=dt.datetime(2024, 9, 6, 7, 30))
    if slug in ("kiem-phieu", "ket-luan", "quyet-dinh"):
        bare = replace(
            bare, agenda=tuple(replace(item, vote=None, conclusion="", discussion=()) for item in meeting().agenda)
        )
    given = facts(
        meetings=(bare, replace(bare, id="m2", body="bch")),
        people=(),
        units=(),
        tasks=(),
        documents=(),
        ballots=(Ballot(id="b1", body="btv", sent=dt.date(2024, 8, 26)),),
        absences=(Absence(id="x1", person="", from_=ON, to=ON, area="outside-province"),),
        assignments=(Assignment(id="g1", kind="duty"),),
        delegated=(Delegated(id="d1"),),
    )
    papers = print_form(given, slug, record_of(slug), on=ON)
    assert page_check(to_pdf(papers), papers) == []
    assert "None" not in whole_text(read_pdf(to_pdf(papers)))


def test_an_invitation_says_who_what_when_where_and_by_whom() -> None:
    paper = one("giay-moi")
    said = " ".join(lines(paper))
    for words in (
        "Thường trực Huyện ủy trân trọng kính mời các đồng chí Ủy viên Ban Thường vụ Huyện ủy",
        "dự Hội nghị Ban Thường vụ lần thứ 57",
        "Bổ sung dự toán ngân sách năm 2024: đồng chí Huỳnh Tấn Dũng trình bày;",
        "Chương trình công tác quý IV năm 2024: Văn phòng Huyện ủy trình bày.",
        "Đồng chí Nguyễn Văn An, Bí thư Huyện ủy.",
        "07 giờ 30 phút, thứ Sáu, ngày 06 tháng 9 năm 2024.",
        "Phòng họp A, trụ sở Huyện ủy.",
        "báo cáo Thường trực Huyện ủy qua Văn phòng Huyện ủy",
        "Đại diện Ban Tuyên giáo Huyện ủy;",
    ):
        assert words in said
    assert paper.head
    assert paper.signer
    assert (paper.head.number, paper.head.place_date) == ("Số 41-GM/HU", "Tây Sơn, ngày 30 tháng 8 năm 2024")
    assert paper.signer.authority == ("T/L Ban Thường vụ",)
    assert (paper.signer.post, paper.signer.name) == (("Chánh Văn phòng",), "Đỗ Minh Châu")
    assert paper.recipients == ("Như trên", "Thường trực Huyện ủy (báo cáo)", "Lưu Văn phòng Huyện ủy")


def test_a_person_is_invited_by_name_and_position() -> None:
    assert "kính mời đồng chí Nguyễn Đức Lâm, Phó Bí thư Thường trực Huyện ủy" in lines(one("giay-moi", person="p2"))[0]
    assert "kính mời đại diện Ban Tuyên giáo Huyện ủy, dự" in lines(one("giay-moi", person="u2"))[0]
    with pytest.raises(Refusal, match="p99"):
        one("giay-moi", person="p99")


def test_papers_are_said_to_go_along_only_where_the_records_say_so() -> None:
    sent = tuple(replace(item, documents_sent=dt.date(2024, 8, 30)) for item in meeting().agenda)
    along = facts(meetings=(replace(meeting(), agenda=sent),))
    assert any("Tài liệu gửi kèm giấy mời" in line for line in lines(one("giay-moi", given=along)))
    assert not any("gửi kèm" in line for line in lines(one("giay-moi")))


def test_everyone_is_invited_members_before_guests() -> None:
    rows = invitees(facts(), RecordRef("meetings/m1"), on=ON)
    assert [row.key for row in rows[:3]] == ["p1", "p2", "p3"]
    assert [(row.name, row.member) for row in rows[11:]] == [
        ("Trưởng phòng Tài chính – Kế hoạch", False),
        ("Ban Tuyên giáo Huyện ủy", False),
        ("Trịnh Quang Vinh", False),
    ]
    papers = invitations(facts(), "m1", [row.key for row in rows], on=ON)
    assert len(papers) == len(read_pdf(to_pdf(papers))) == 14
    assert page_check(to_pdf(papers), papers) == []


def test_before_it_is_issued_there_is_room_for_number_and_day() -> None:
    paper = one("giay-moi", given=facts(documents=(), meetings=(replace(meeting(), invitations_sent=None),)))
    assert paper.head
    assert paper.head.number.replace("\u00a0", " ") == "Số    -GM/HU"
    assert paper.head.place_date.replace("\u00a0", " ") == "Tây Sơn, ngày    tháng    năm 2024"


def test_what_was_chosen_for_one_printing_is_printed() -> None:
    issue = Issue(number=7, day=dt.date(2024, 9, 2), signed_by="p3")
    paper = one("giay-moi", given=facts(documents=()), issue=issue)
    assert paper.head
    assert paper.signer
    assert (paper.head.number, paper.head.place_date) == ("Số 07-GM/HU", "Tây Sơn, ngày 02 tháng 9 năm 2024")
    assert (paper.signer.authority, paper.signer.post) == (("T/M Ban Thường vụ",), ("Phó Bí thư",))


def test_minutes_follow_the_prescribed_order() -> None:
    said = lines(one("bien-ban"))
    order = [
        "Thời gian khai mạc: 07 giờ 30 phút, thứ Sáu, ngày 06 tháng 9 năm 2024.",
        "Địa điểm: Phòng họp A, trụ sở Huyện ủy.",
        "Nội dung:",
        "Chủ trì: Đồng chí Nguyễn Văn An, Bí thư Huyện ủy.",
        "Người ghi biên bản: Đồng chí Đỗ Minh Châu, Ủy viên Ban Thường vụ, Chánh Văn phòng Huyện ủy.",
        "Tài liệu sử dụng tại hội nghị:",
        "1. Thành phần",
        "1.1. Ủy viên Ban Thường vụ Huyện ủy",
        "Tổng số: 11 đồng chí; có mặt: 10/11 đồng chí; vắng mặt: 1 đồng chí, gồm:",
        "- Đồng chí Lý Thanh Ý, có lý do: đi công tác tại Hà Nội.",
        "1.2. Đại biểu được mời",
        "2. Diễn biến hội nghị",
        "2.2. Bổ sung dự toán ngân sách năm 2024",
        "- Đồng chí Phan Đình Khôi: Đề nghị làm rõ nguồn tăng thu và thứ tự ưu tiên các công trình chuyển tiếp.",
        "Biểu quyết (giơ tay): tán thành 8/11; không tán thành 1/11; ý kiến khác 1/11 ủy viên.",
        "- Đồng chí Đặng Ngọc Phúc, không tán thành: đề nghị giữ mức chi cho giáo dục.",
        "Ý kiến bảo lưu: Đồng chí Hồ Anh Tuấn, ý kiến khác: nên chờ số liệu quyết toán.",
        "Kết luận: Thông qua chủ trương bổ sung dự toán.",
        "Biểu quyết (phiếu kín): tán thành 9/11; không tán thành 1/11; ý kiến khác 1/11 ủy viên.",
        "Hội nghị kết thúc lúc 11 giờ cùng ngày.",
    ]
    places = [said.index(line) for line in order]
    assert places == sorted(places)


def test_minutes_bear_two_signatures_and_dots_for_what_is_missing() -> None:
    paper = one("bien-ban")
    assert paper.signer
    assert paper.left_signer
    assert (paper.left_signer.authority, paper.left_signer.name) == (("Người ghi biên bản",), "Đỗ Minh Châu")
    assert (paper.signer.authority, paper.signer.name) == (("Chủ trì hội nghị",), "Nguyễn Văn An")
    empty = one("bien-ban", given=facts(meetings=(replace(meeting(), agenda=(), attendance=(), end=None, place=""),)))
    said = lines(empty)
    assert "Địa điểm:…" in said
    assert "Tổng số: 11 đồng chí; có mặt: ………… đồng chí; vắng mặt: ………… đồng chí." in said
    assert "Hội nghị kết thúc lúc…" in said


def test_a_notice_turns_tasks_into_orders_and_never_makes_up_a_day() -> None:
    said = lines(one("thong-bao-ket-luan"))
    lead = "- Giao Phòng Tài chính – Kế hoạch chủ trì, phối hợp với Văn phòng Huyện ủy hoàn thiện hồ sơ bổ sung dự toán"
    assert f"{lead}, hoàn thành trước ngày 20/9/2024." in said
    open_ended = next(line for line in said if "Ban Tuyên giáo" in line)
    assert open_ended.endswith(f"hoàn thành trước ngày {DOTS}.")


def test_decisions_are_signed_for_the_body_by_the_secretary() -> None:
    for slug, title in (("nghi-quyet", "Nghị quyết"), ("ket-luan", "Kết luận"), ("quyet-dinh", "Quyết định")):
        paper = one(slug)
        assert paper.signer
        assert paper.title == title
        assert (paper.signer.authority, paper.signer.post) == (("T/M Ban Thường vụ",), ("Bí thư",))
    committee = facts(meetings=(replace(meeting(), body="bch"),))
    paper = one("nghi-quyet", given=committee)
    assert paper.signer
    assert paper.signer.authority == ("T/M Huyện ủy",)


def test_a_decision_of_a_document_keeps_its_own_words_and_a_secret_one_has_none() -> None:
    document = Document(
        id="o9", type="QĐ", number=3, date=dt.date(2024, 9, 7), title="về phân công cán bộ", signed_by="p2",
        body="Điều 1. Phân công đồng chí Võ Thị Lan.\nĐiều 2. Quyết định có hiệu lực từ ngày ký.",
        source=Source(meeting="m1", agenda="a3"),
    )  # fmt: skip
    paper = one("quyet-dinh", "o9", given=facts(documents=(document,)))
    assert paper.head
    assert paper.signer
    assert (paper.head.number, paper.summary) == ("Số 03-QĐ/HU", "về phân công cán bộ")
    assert (paper.signer.post, paper.signer.name) == (("Phó Bí thư",), "Nguyễn Đức Lâm")
    assert lines(paper)[-3:] == [
        "BAN THƯỜNG VỤ HUYỆN ỦY QUYẾT ĐỊNH:",
        "Điều 1. Phân công đồng chí Võ Thị Lan.",
        "Điều 2. Quyết định có hiệu lực từ ngày ký.",
    ]
    secret = one("quyet-dinh", "o9", given=facts(documents=(replace(document, secrecy="mat", urgency="khan"),)))
    assert secret.stamps == ("Mật", "Khẩn")
    assert set(lines(secret)) == {"…"}


def test_the_tally_counts_out_of_all_members() -> None:
    said = lines(one("kiem-phieu"))
    opinions = ["Tán thành", "9", "9/11", "Không tán thành", "1", "1/11", "Ý kiến khác", "1", "1/11"]
    assert said[said.index("Kết quả kiểm phiếu:") + 1 :][:9] == opinions
    assert "- Số phiếu hợp lệ: 11 phiếu; số phiếu không hợp lệ: …………." in said


def test_only_members_who_came_are_present_at_the_count() -> None:
    """Not the excused, not the absent, not one nobody has marked yet, not a guest."""
    marks = {"p11": "excused", "p10": "absent", "p9": None}
    marked = tuple(replace(line, status=marks.get(line.person, "present")) for line in meeting().attendance)  # type: ignore[arg-type]
    guest = Attendance(person="g1", status="present")

    def there(*lines_of: Attendance, **office: object) -> str:
        given = facts(meetings=(replace(meeting(), attendance=lines_of),), **office)
        return next(line for line in lines(one("kiem-phieu", given=given)) if "có mặt" in line)

    assert there(*marked, guest) == "- Ủy viên Ban Thường vụ Huyện ủy: 11 đồng chí; có mặt: 8 đồng chí."
    assert there(guest, marked[8]) == "- Ủy viên Ban Thường vụ Huyện ủy: 11 đồng chí; có mặt: …………."
    assert there(people=()) == "- Ủy viên Ban Thường vụ Huyện ủy: ………… đồng chí; có mặt: …………."


def test_the_slip_of_a_meeting_holds_what_is_voted_in_secret_and_bears_no_name() -> None:
    paper = one("phieu-bieu-quyet")
    assert "Bổ nhiệm lại cán bộ" in lines(paper)
    assert "Bổ sung dự toán ngân sách năm 2024" not in lines(paper)
    assert paper.signer is None


def test_the_attendance_sheet_is_wide_and_goes_over_many_pages_with_its_head() -> None:
    given = facts(people=people(standing=60, committee=60))
    papers = print_form(given, "diem-danh", "m1", on=ON)
    pages = read_pdf(to_pdf(papers))
    assert papers[0].landscape
    assert len(pages) > 2
    heads = [[read for read in page.texts if read.bold and read.text.strip() == "Ký tên"] for page in pages]
    assert [len(found) for found in heads[:-1]] == [1] * (len(pages) - 1)
    assert page_check(to_pdf(papers), papers) == []
    names = [row.cells[1] for row in papers[0].blocks[2].rows if len(row.cells) > 1]  # type: ignore[union-attr]
    assert len(names) == 63


def test_the_week_stands_by_weekday_and_half_day() -> None:
    paper = one("lich-tuan")
    said = lines(paper)
    assert "Thứ Sáu\n06/9" in said
    assert "07:30" in said
    assert not any(line.startswith("Thứ Bảy") for line in said)
    for wrong in ("2024-35", "2024-W60", "tuần này"):
        with pytest.raises(Refusal, match="2024-W35"):
            one("lich-tuan", wrong)


def test_the_week_names_everyone_invited_in_few_words() -> None:
    guests = (
        Guest(person="g1"),
        Guest(unit="u2"),
        Guest(unit="u4"),
        Guest(unit="u5"),
        Guest(name="Trưởng phòng Tài chính"),
    )
    said = lines(one("lich-tuan", given=facts(meetings=(replace(meeting(), guests=guests),))))
    people = "các đồng chí: Trịnh Quang Vinh, Trưởng phòng Tài chính"
    units = "đại diện: Ban Tuyên giáo, Đảng ủy xã Bình Nghi, Tây Thuận"
    assert f"Ủy viên Ban Thường vụ Huyện ủy; {people}; {units}" in said
    assert "Văn phòng, Phòng Tài chính – Kế hoạch" in said


@pytest.mark.parametrize(
    ("name", "body", "party", "authority"),
    [
        ("Huyện ủy Tây Sơn", "Ban Thường vụ Huyện ủy", "Ban Chấp hành Đảng bộ huyện Tây Sơn", "T/M Huyện ủy"),
        ("Đảng ủy xã Lùng Phình", "Ban Thường vụ Đảng ủy", "Ban Chấp hành Đảng bộ xã Lùng Phình", "T/M Đảng ủy"),
        (
            "Đảng ủy Các cơ quan tỉnh Bắc Kạn",
            "Ban Thường vụ Đảng ủy",
            "Ban Chấp hành Đảng bộ Các cơ quan tỉnh Bắc Kạn",
            "T/M Đảng ủy",
        ),
    ],
)
def test_bodies_are_named_after_the_committee(name: str, body: str, party: str, authority: str) -> None:
    given = facts(office=replace(head(), name=name), meetings=(replace(meeting(), body="bch", title=""),))
    paper = one("nghi-quyet", given=given)
    assert paper.signer
    assert paper.signer.authority == (authority,)
    minutes = one("bien-ban", given=given)
    assert minutes.summary == f"Hội nghị {party}"
    standing = facts(office=replace(head(), name=name), meetings=(replace(meeting(), title=""),))
    assert one("bien-ban", given=standing).summary == f"Hội nghị {body}"


def test_the_office_spells_as_it_chose() -> None:
    given = facts(office=head(spelling="uỷ"))
    pages = read_pdf(to_pdf(print_form(given, "giay-moi", "m1", on=ON)))
    assert "Thườngtrực Huyệnuỷ".replace(" ", "") in whole_text(pages)
    assert "HUYỆNUỶTÂYSƠN" in whole_text(pages)
    assert "ủy" not in whole_text(pages)


@pytest.mark.parametrize(
    ("slug", "record", "said"),
    [
        ("giay-mời", "m1", "Không có mẫu"),
        ("giay-moi", None, "cần mã hội nghị"),
        ("giay-moi", "m9", "Không có hội nghị 'm9'"),
        ("kiem-phieu", "m1/zz", "không có mục 'zz'"),
        ("kiem-phieu", "m1", "không có mục"),
    ],
)
def test_a_wrong_request_is_refused_in_one_sentence(slug: str, record: str | None, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        print_form(facts(), slug, record, on=ON)


def test_a_reminder_names_what_is_missing_and_goes_to_who_prepares_it() -> None:
    first, second, third, fourth = meeting().agenda
    late = replace(fourth, preparer="u2", documents_state="returned", documents_note="thiếu phụ lục")
    paper = one("don-doc", given=facts(meetings=(replace(meeting(), agenda=(first, second, third, late)),)))
    assert paper.head
    assert paper.head.number.replace("\u00a0", " ") == "Số    -CV/HU"
    assert paper.head.letter_summary == "V/v gửi tài liệu Hội nghị Ban Thường vụ lần thứ 57"
    assert (paper.title, paper.addressed) == ("", ("Ban Tuyên giáo Huyện ủy",))
    said = lines(paper)
    assert "Chương trình công tác quý IV năm 2024" in said
    assert "Đã trả lại: thiếu phụ lục" in said
    assert "Bổ sung dự toán ngân sách năm 2024" not in said
    assert paper.recipients[0] == "Như trên"


def test_the_list_of_things_to_do_needs_a_day() -> None:
    assert one("viec-can-lam").title == "Việc cần làm"
    with pytest.raises(Refusal, match="NNNN-TT-NN"):
        one("viec-can-lam", "29/8/2024")


def test_closed_text_of_tasks_is_not_said_twice() -> None:
    first, second, *rest = meeting().agenda
    told = replace(second, conclusion="Giao Ban Tuyên giáo Huyện ủy thông tin kết quả đến các chi bộ trước 20/9/2024.")
    source, title = Source(meeting="m1", agenda="a2"), "Thông tin kết quả đến các chi bộ"
    task = Task(id="t", title=title, source=source, unit="u2", due=dt.date(2024, 9, 20))
    given = facts(meetings=(replace(meeting(), agenda=(first, told, *rest)),), tasks=(task,))
    assert sum("thông tin kết quả" in line for line in lines(one("thong-bao-ket-luan", given=given))) == 1
    assert "Ban Tuyên giáo Huyện ủy" in one("thong-bao-ket-luan", given=given).recipients


def test_minutes_of_twenty_pages_pass_their_check_and_end_with_both_signatures() -> None:
    remarks = tuple(
        Remark(person=f"p{n % 9 + 1}", text="Đề nghị làm rõ nguồn tăng thu và thứ tự ưu tiên. " * 8) for n in range(96)
    )
    first, second, *rest = meeting().agenda
    long = replace(meeting(), agenda=(first, replace(second, discussion=remarks), *rest))
    papers = print_form(facts(meetings=(long,)), "bien-ban", "m1", on=ON)
    pages = read_pdf(to_pdf(papers))
    assert len(pages) >= 18
    assert page_check(to_pdf(papers), papers) == []
    assert {"NGƯỜI GHI BIÊN BẢN", "CHỦ TRÌ HỘI NGHỊ"} <= {read.text.strip() for read in pages[-1].texts}


def test_printed_on_both_sides_every_invitation_has_a_sheet_of_its_own() -> None:
    papers = on_both_sides(invitations(facts(), "m1", ["p1", "p2", "p3"], on=ON))
    pages = read_pdf(to_pdf(papers))
    assert [bool(page.texts) for page in pages] == [True, False, True, False, True]
    assert page_check(to_pdf(papers), papers) == []
    minutes = on_both_sides(print_form(facts(), "bien-ban", "m1", on=ON))
    assert page_check(to_pdf(minutes), minutes) == []
