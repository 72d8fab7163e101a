"""Who signs: what is printed is what the person holds on the paper's day, or the paper is refused."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.records import Document, Person, Post, Seat, Source
from desktop.domain.refusal import Refusal
from desktop.domain.signing import Asked, decide
from desktop.exchange.forms import load_committees
from desktop.papers.forms.base.names import Names
from desktop.papers.paper import Paper
from desktop.usecases.base.facts import facts_of
from desktop.usecases.papers.printing import FORMS, Issue, print_form
from tests.papers.conftest import ON
from tests.papers.forms.an_office import SINCE, facts, head, meeting, office, people

DAY = dt.date(2024, 9, 10)
DEPUTY = Person(id="v1", name="Lê Văn Phó", posts=(Post(post="pho-chanh-van-phong"),))
ORGANISER = replace(people()[4], position="Trưởng Ban Tổ chức Huyện ủy")
MEMBER = Person(id="c1", name="Tô Cấp Ủy", seats=(Seat(body="bch", role="uy-vien", from_=SINCE),))
INSPECTOR = Person(id="k1", name="Hồ Văn Kiểm", seats=(Seat(body="ubkt", role="chu-nhiem", from_=SINCE),))
FORMER = Person(
    id="x1",
    name="Võ Cựu Bí",
    seats=(Seat(body="thuong-truc", role="bi-thu", from_=dt.date(2015, 8, 1), to=dt.date(2020, 7, 31)),),
    posts=(Post(post="chanh-van-phong", to=dt.date(2024, 9, 9)),),
)
PEOPLE = (*people()[:4], ORGANISER, *people()[5:], DEPUTY, MEMBER, INSPECTOR, FORMER)


def paper_of(slug: str = "nghi-quyet", kind: str = "NQ", **recorded: object) -> Paper:
    """The paper of one document on record."""
    number = f"05-{kind}/HU"
    given = {"type": kind, "number": 5, "symbol": number, "date": DAY, "title": "về việc A", "issuer": "btv"}
    document = Document(id="o9", **{**given, **recorded})  # type: ignore[arg-type]
    return print_form(facts(people=PEOPLE, documents=(document,)), slug, "o9", on=ON)[0]


def signed(paper: Paper) -> tuple[str, str, str]:
    assert paper.signer
    return " ".join(paper.signer.authority), " ".join(paper.signer.post), paper.signer.name


@pytest.mark.parametrize(
    ("recorded", "authority", "post", "name"),
    [
        ({"signed_by": "p1", "authority": "T/M"}, "T/M Ban Thường vụ", "Bí thư", "Nguyễn Văn An"),
        ({"signed_by": "p2", "authority": "T/M"}, "T/M Ban Thường vụ", "Phó Bí thư", "Nguyễn Đức Lâm"),
        ({"signed_by": "p3", "authority": "T/M", "issuer": "bch"}, "T/M Huyện ủy", "Phó Bí thư", "Trần Thị Hạnh"),
        ({"signed_by": "p5", "authority": "T/M"}, "T/M Ban Thường vụ", "Ủy viên Ban Thường vụ", "Huỳnh Tấn Dũng"),
        (
            {"signed_by": "p5", "authority": "T/M", "post": "Trưởng Ban Tổ chức"},
            "T/M Ban Thường vụ",
            "Trưởng Ban Tổ chức",
            "Huỳnh Tấn Dũng",
        ),
        ({"signed_by": "p4", "authority": "T/M"}, "T/M Ban Thường vụ", "Ủy viên Ban Thường vụ", "Đỗ Minh Châu"),
        ({"signed_by": "p4", "authority": "T/L"}, "T/L Ban Thường vụ", "Chánh Văn phòng", "Đỗ Minh Châu"),
        ({"signed_by": "v1", "authority": "T/L"}, "T/L Ban Thường vụ", "Phó Chánh Văn phòng", "Lê Văn Phó"),
        ({"signed_by": "p5", "authority": "T/L"}, "T/L Ban Thường vụ", "Trưởng Ban Tổ chức", "Huỳnh Tấn Dũng"),
        ({"signed_by": "p5", "authority": "T/U"}, "T/U Ban Thường vụ", "Trưởng Ban Tổ chức", "Huỳnh Tấn Dũng"),
        ({"signed_by": "p2", "authority": "T/U"}, "T/U Ban Thường vụ", "Phó Bí thư", "Nguyễn Đức Lâm"),
        ({"signed_by": "p2", "authority": "Q"}, "T/M Ban Thường vụ", "Quyền Bí thư", "Nguyễn Đức Lâm"),
        ({"signed_by": "v1", "authority": "Q."}, "T/L Ban Thường vụ", "Quyền Chánh Văn phòng", "Lê Văn Phó"),
        (
            {"signed_by": "p5", "authority": "Q", "post": "Trưởng Ban Dân vận"},
            "T/M Ban Thường vụ",
            "Quyền Trưởng Ban Dân vận",
            "Huỳnh Tấn Dũng",
        ),
        ({"signed_by": "p1"}, "T/M Ban Thường vụ", "Bí thư", "Nguyễn Văn An"),
        ({"signed_by": "v1"}, "T/L Ban Thường vụ", "Phó Chánh Văn phòng", "Lê Văn Phó"),
        ({}, "T/M Ban Thường vụ", "Bí thư", "Nguyễn Văn An"),
        ({"authority": "T/L"}, "T/L Ban Thường vụ", "Chánh Văn phòng", "Đỗ Minh Châu"),
    ],
)
def test_a_paper_is_signed_as_recorded_with_the_post_the_person_holds(
    recorded: dict[str, object], authority: str, post: str, name: str
) -> None:
    assert signed(paper_of(**recorded)) == (authority, post, name)


@pytest.mark.parametrize(
    ("recorded", "told"),
    [
        ({"signed_by": "c1", "authority": "T/M"}, "Tô Cấp Ủy không giữ chức vụ nào để ký T/M"),
        ({"signed_by": "p5", "authority": "T/M", "issuer": "bch"}, "không giữ chức vụ nào để ký T/M"),
        ({"signed_by": "x1", "authority": "T/M"}, "ngày 10/9/2024 Võ Cựu Bí không giữ chức vụ nào"),
        ({"signed_by": "x1", "authority": "T/L"}, "không giữ chức vụ nào để ký T/L"),
        ({"signed_by": "p1", "authority": "T/L"}, "không giữ chức vụ nào để ký T/L"),
        ({"signed_by": "p5", "authority": "T/M", "post": "Phó Bí thư"}, "không giữ chức vụ Phó Bí thư"),
        ({"signed_by": "v1", "authority": "K/T"}, "K/T chỉ dùng trên văn bản của Văn phòng"),
        ({"authority": "K/T"}, "K/T chỉ dùng trên văn bản của Văn phòng"),
        ({"authority": "T/U"}, "thẩm quyền T/U chưa ghi người ký"),
        ({"authority": "Q"}, "thẩm quyền Q chưa ghi người ký"),
        ({"signed_by": "p1", "authority": "P/Q"}, "thẩm quyền P/Q không dùng"),
        ({"signed_by": "c1"}, "05-NQ/HU: ngày 10/9/2024 Tô Cấp Ủy không giữ chức vụ nào để ký;"),
        ({"signed_by": "p1", "issuer": "btv; Hội Khuyến học", "symbol": "05-NQ/HU-HKH"}, "văn bản liên tịch"),
    ],
)
def test_what_cannot_be_decided_is_refused_and_no_post_is_made_up(recorded: dict[str, object], told: str) -> None:
    with pytest.raises(Refusal) as refused:
        paper_of(**recorded)
    assert told in refused.value.sentence


@pytest.mark.parametrize(
    ("recorded", "authority", "post"),
    [
        ({"signed_by": "p4"}, "", "Chánh Văn phòng"),
        ({"signed_by": "v1", "authority": "K/T"}, "K/T Chánh Văn phòng", "Phó Chánh Văn phòng"),
        ({"authority": "K/T"}, "K/T Chánh Văn phòng", "Phó Chánh Văn phòng"),
    ],
)
def test_the_office_issues_its_own_papers_under_its_own_head(
    recorded: dict[str, object], authority: str, post: str
) -> None:
    paper = paper_of("thong-bao-ket-luan", "TB", issuer="van-phong", symbol="05-TB/VPHU", **recorded)
    assert paper.head
    assert (paper.head.superior, paper.head.body, paper.head.number) == (
        "Huyện ủy Tây Sơn",
        "Văn phòng",
        "Số 05-TB/VPHU",
    )
    assert signed(paper)[:2] == (authority, post)


def test_whoever_chairs_the_office_is_found_by_position_where_no_post_was_recorded() -> None:
    """Lists that come in from Excel say it only there; one who held the post and left it is not he."""
    named = replace(people()[3], posts=(), position="Ủy viên Ban Thường vụ, Chánh Văn phòng Huyện ủy")
    office = facts(people=(*people()[:3], named), documents=())
    assert signed(print_form(office, "giay-moi", "m1", on=ON)[0]) == (
        "T/L Ban Thường vụ",
        "Chánh Văn phòng",
        "Đỗ Minh Châu",
    )
    left = replace(named, posts=(Post(post="chanh-van-phong", to=dt.date(2024, 1, 1)),))
    office = facts(people=(*people()[:3], left), documents=())
    assert signed(print_form(office, "giay-moi", "m1", on=ON)[0])[2] == ""


def of_inspection(slug: str, who: tuple[Person, ...] = PEOPLE) -> Paper:
    session = replace(meeting(), body="ubkt", title="Kỳ họp Ủy ban Kiểm tra lần thứ 12", chair="k1", secretary=None)
    return print_form(facts(people=who, meetings=(session,), documents=()), slug, "m1", on=ON)[0]


@pytest.mark.parametrize("slug", ["giay-moi", "chuong-trinh-hoi-nghi", "bien-ban", "thong-bao-ket-luan", "ket-luan"])
def test_the_inspection_committee_has_its_own_head_symbol_and_signer(slug: str) -> None:
    paper = of_inspection(slug)
    assert paper.head
    assert (paper.head.superior, paper.head.body) == ("Huyện ủy Tây Sơn", "Ủy ban Kiểm tra")
    assert paper.head.number.endswith("/UBKTHU")
    if slug != "bien-ban":
        assert signed(paper) == ("T/M Ủy ban Kiểm tra", "Chủ nhiệm", "Hồ Văn Kiểm")
        assert paper.recipients[-1] in ("Lưu Ủy ban Kiểm tra Huyện ủy", "Lưu Ủy ban Kiểm tra")


@pytest.mark.parametrize("slug", ["nghi-quyet", "quyet-dinh"])
def test_the_inspection_committee_does_not_ground_its_papers_on_the_committees_regulation(slug: str) -> None:
    held = replace(meeting(), id="m9", body="ubkt", chair="k1", secretary=None)
    given = office(people=PEOPLE, meetings=(meeting(), held), documents=())
    own, committees = (str(print_form(facts_of(given), slug, ident, on=ON)[0].blocks) for ident in ("m9", "m1"))
    assert "Căn cứ Điều lệ Đảng" in own
    assert "Căn cứ Quy chế làm việc" not in own
    assert "Căn cứ Quy chế làm việc" in committees


def test_the_inspection_committee_invites_and_is_told_of_absences_itself() -> None:
    text = str(of_inspection("giay-moi").blocks)
    assert "Ủy ban Kiểm tra Huyện ủy trân trọng kính mời" in text
    assert "Thường trực Huyện ủy trân trọng" not in text
    assert "qua Văn phòng Huyện ủy" not in text


def test_minutes_of_a_body_without_members_count_nothing() -> None:
    assert "0/0" not in str(of_inspection("bien-ban", people()).blocks)


@pytest.mark.parametrize("slug", ["giay-moi", "bien-ban", "thong-bao-ket-luan"])
def test_a_chi_bo_is_not_printed_with_organs_it_does_not_have(slug: str) -> None:
    office = facts(documents=())
    renamed = replace(office.office, office=replace(head(), name="Chi bộ Trường Nguyễn Huệ", symbol="CB"))
    with pytest.raises(Refusal, match="Chi bộ không có"):
        print_form(replace(facts(), office=renamed), slug, "m1", on=ON)


def test_a_chi_bo_names_its_chi_uy() -> None:
    session = replace(meeting(), id="m1", body="bch", title="Họp chi ủy tháng 9", guests=())
    office = facts(documents=(), meetings=(session,))
    renamed = replace(office.office, office=replace(head(), name="Chi bộ Trường Nguyễn Huệ", symbol="CB"))
    text = str(print_form(replace(facts(), office=renamed), "bien-ban", "m1", on=ON)[0].blocks)
    assert "Chi ủy Chi bộ Trường Nguyễn Huệ" in text
    assert "Ban Chấp hành" not in text


# Which record a paper is made of


@pytest.mark.parametrize("slug", ["nghi-quyet", "ket-luan", "quyet-dinh", "thong-bao-ket-luan"])
@pytest.mark.parametrize(
    ("kind", "word"),
    [("CV", "Công văn"), ("TTr", "Tờ trình"), ("CT", "Chỉ thị"), ("KH", "Kế hoạch"), ("BC", "Báo cáo"),
     ("QĐi", "Quy định"), ("CTr", "Chương trình"), ("", "văn bản chưa ghi loại")],
)  # fmt: skip
def test_a_document_is_printed_under_no_other_type_than_its_own(slug: str, kind: str, word: str) -> None:
    with pytest.raises(Refusal) as refused:
        paper_of(slug, kind, symbol=f"05-{kind}/HU", signed_by="p1")
    assert (
        f"05-{kind}/HU là {word}; mẫu này cần {FORMS[slug].title.removesuffix(' kết luận')}." in refused.value.sentence
    )


@pytest.mark.parametrize("agenda", [None, "a2"])
def test_a_meeting_of_one_item_finds_the_number_recorded_for_either(agenda: str | None) -> None:
    session = replace(meeting(), agenda=(meeting().agenda[1],))
    given = Document(
        id="o2", type="TB", number=5, symbol="05-TB/HU", date=DAY, title="kết luận về dự toán", signed_by="p1",
        authority="T/M", recipients=("Phòng Tài chính",), body="Toàn văn riêng.",
        source=Source(meeting="m1", agenda=agenda),
    )  # fmt: skip
    office = facts(meetings=(session,), documents=(given,))
    for record in ("m1", "m1/a2"):
        paper = print_form(office, "thong-bao-ket-luan", record, on=ON)[0]
        assert paper.head
        assert (paper.head.number, paper.recipients) == ("Số 05-TB/HU", ("Phòng Tài chính",))
        assert "Toàn văn riêng." in str(paper.blocks)


def test_an_items_number_is_not_that_of_a_meeting_of_several() -> None:
    given = Document(id="o2", type="KL", number=5, symbol="05-KL/HU", source=Source(meeting="m1", agenda="a2"))
    paper = print_form(facts(documents=(given,)), "ket-luan", "m1", on=ON)[0]
    assert paper.head
    assert "05" not in paper.head.number


def test_a_cancelled_number_is_no_longer_the_papers() -> None:
    given = Document(
        id="o2", type="TB", number=5, symbol="05-TB/HU", source=Source(meeting="m1"), cancelled=DAY, signed_by="p1"
    )
    office = facts(documents=(given,))
    paper = print_form(office, "thong-bao-ket-luan", "m1", on=ON)[0]
    assert paper.head
    assert "05" not in paper.head.number
    with pytest.raises(Refusal, match="05-TB/HU đã hủy số ngày 10/9/2024"):
        print_form(office, "thong-bao-ket-luan", "o2", on=ON)


@pytest.mark.parametrize("slug", ["giay-moi", "chuong-trinh-hoi-nghi", "diem-danh", "bien-ban", "don-doc"])
def test_no_paper_goes_out_for_a_meeting_that_is_not_held(slug: str) -> None:
    office = facts(meetings=(replace(meeting(), cancelled=True),), documents=())
    with pytest.raises(Refusal, match="lần thứ 57 đã hoãn hoặc hủy"):
        print_form(office, slug, "m1", on=ON)


def test_another_signer_chosen_for_a_printing_signs_by_his_own_authority() -> None:
    issue = Issue(number=6, day=DAY, signed_by="v1")
    paper = print_form(facts(people=PEOPLE), "giay-moi", "m1", on=ON, issue=issue)[0]
    assert signed(paper) == ("T/L Ban Thường vụ", "Phó Chánh Văn phòng", "Lê Văn Phó")


def test_a_grassroots_committee_without_a_standing_committee_signs_as_itself() -> None:
    """Its kind is chosen, its name tells nothing of it; what would be of a standing committee is refused."""
    plain = replace(head(), name="Đảng ủy Sở Tư pháp", symbol="ĐU", kind="grassroots-committee")
    given = facts(people=PEOPLE, office=plain)
    for authority, signer, line, post in (
        ("T/M", "p1", "T/M Đảng ủy", "Bí thư"),
        ("T/L", "p4", "T/L Đảng ủy", "Chánh Văn phòng"),
    ):
        asked = Asked(organ="bch", day=DAY, signed_by=signer, authority=authority)
        made = decide(given, asked)
        assert (made.line, made.post) == (line, post)
    with pytest.raises(Refusal, match="chưa có cách ký cho cơ quan ban hành này"):
        decide(given, Asked(organ="btv", day=DAY))
    with pytest.raises(Refusal, match="Đảng ủy không có Ban Thường vụ"):
        Names(plain, load_committees()).body("btv")
    assert Names(plain, load_committees()).body("bch") == "Ban Chấp hành Đảng bộ Sở Tư pháp"
