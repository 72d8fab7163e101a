"""Each kind of committee by its own names: letterhead, symbols, bodies, who signs with which words; told by hand."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.compliance import check
from desktop.domain.facts import Facts
from desktop.domain.records import Document, Meeting, Office, OfficeHead, Person, Post, RegulationUse, Seat
from desktop.domain.refusal import Refusal
from desktop.domain.series import organ_symbol
from desktop.domain.signing import Asked, decide
from desktop.domain.terms import area_words
from desktop.domain.wording import BODY
from desktop.exchange.forms import load_committees
from desktop.usecases.base.facts import facts_of
from desktop.usecases.directory import office_head, seats, units
from desktop.usecases.documents import rows as documents
from desktop.usecases.meetings import cadence_plan
from desktop.usecases.office import start
from desktop.usecases.papers.printing import print_form, writing_of

DAY = dt.date(2025, 9, 10)
SINCE = dt.date(2025, 7, 1)
KINDS = (
    # name, kind chosen, symbol, place, party, committee as it signs, area, level, model
    ("Tỉnh ủy Lào Cai", "province", "TU", "Lào Cai", "Đảng bộ tỉnh Lào Cai", "Tỉnh ủy", "", "tay-son-2024"),
    ("Thành ủy Quy Nhơn", "", "TU", "Quy Nhơn", "Đảng bộ thành phố Quy Nhơn", "Thành ủy", "thành phố", "tay-son-2024"),
    ("Huyện ủy Tây Sơn", "", "HU", "Tây Sơn", "Đảng bộ huyện Tây Sơn", "Huyện ủy", "huyện", "tay-son-2024"),
    ("Quận ủy Ba Đình", "", "QU", "Ba Đình", "Đảng bộ quận Ba Đình", "Quận ủy", "quận", "tay-son-2024"),
    ("Thị uỷ An Khê", "", "ThU", "An Khê", "Đảng bộ thị xã An Khê", "Thị ủy", "thị xã", "tay-son-2024"),
    ("Đảng ủy xã Lùng Phình", "", "ĐU", "Lùng Phình", "Đảng bộ xã Lùng Phình", "Đảng ủy", "xã", "lung-phinh-2025"),
    ("Đảng ủy phường Tân Lâm", "", "ĐU", "Tân Lâm", "Đảng bộ phường Tân Lâm", "Đảng ủy", "phường", "lung-phinh-2025"),
    ("Đảng ủy đặc khu Côn Sơn", "", "ĐU", "Côn Sơn", "Đảng bộ đặc khu Côn Sơn", "Đảng ủy", "đặc khu",
     "lung-phinh-2025"),
    ("Đảng ủy Các cơ quan tỉnh Bắc Kạn", "", "ĐU", "Các cơ quan tỉnh Bắc Kạn", "Đảng bộ Các cơ quan tỉnh Bắc Kạn",
     "Đảng ủy", "", "bac-kan-ccq-2020"),
    ("Đảng ủy Tổng công ty Sông Xanh", "", "ĐU", "Tổng công ty Sông Xanh", "Đảng bộ Tổng công ty Sông Xanh",
     "Đảng ủy", "", "bac-kan-ccq-2020"),
    ("Đảng ủy Trường Đại học Sông Xanh", "", "ĐU", "Trường Đại học Sông Xanh", "Đảng bộ Trường Đại học Sông Xanh",
     "Đảng ủy", "", "bac-kan-ccq-2020"),
    ("Đảng ủy Sở Tư pháp", "", "ĐU", "Sở Tư pháp", "Đảng bộ Sở Tư pháp", "Đảng ủy", "", "bac-kan-ccq-2020"),
)  # fmt: skip
ALONE = ("Đảng ủy Sở Tư pháp", "grassroots-committee", "ĐU")


def seat(body: str, role: str = "uy-vien") -> Seat:
    return Seat(body=body, role=role, from_=SINCE)  # type: ignore[arg-type]


WHOLE = (
    Person(id="p1", name="Nguyễn Văn An", seats=(seat("bch"), seat("btv"), seat("thuong-truc", "bi-thu"))),
    Person(id="p2", name="Trần Thị Bình", seats=(seat("bch"), seat("btv")), posts=(Post(post="chanh-van-phong"),)),
    Person(id="p3", name="Lê Văn Cường", seats=(seat("bch"), seat("ubkt", "chu-nhiem"))),
)
WITHOUT = (
    Person(id="p1", name="Nguyễn Văn An", seats=(seat("bch", "bi-thu"),)),
    Person(id="p2", name="Trần Thị Bình", seats=(seat("bch", "pho-bi-thu"),), posts=(Post(post="chanh-van-phong"),)),
    Person(id="p3", name="Lê Văn Cường", seats=(seat("bch"), seat("ubkt", "chu-nhiem"))),
)


def of(name: str, kind: str = "", symbol: str = "ĐU", people: tuple[Person, ...] = WHOLE, **more: object) -> Facts:
    head = OfficeHead(name=name, kind=kind, symbol=symbol, superior="Đảng bộ cấp trên", regulations=())
    return facts_of(Office(office=head, people=people, **more))  # type: ignore[arg-type]


def signed(facts: Facts, organ: str, who: str, authority: str = "") -> tuple[str, str]:
    made = decide(facts, Asked(organ=organ, day=DAY, signed_by=who, authority=authority))
    return made.line, made.post


@pytest.mark.parametrize(("name", "kind", "symbol", "place", "party", "committee", "area", "model"), KINDS)
def test_a_committee_is_called_bears_and_signs_by_its_kind(
    name: str, kind: str, symbol: str, place: str, party: str, committee: str, area: str, model: str
) -> None:
    facts = of(name, kind, symbol)
    names = writing_of(facts, DAY).names
    assert start.suggested(name) == {"symbol": symbol, "place": place}
    assert (names.body("bch"), names.body("btv")) == (f"Ban Chấp hành {party}", f"Ban Thường vụ {committee}")
    assert (names.permanent, names.chancery) == (f"Thường trực {committee}", f"Văn phòng {committee}")
    assert signed(facts, "bch", "p1") == (f"T/M {committee}", "Bí thư")
    assert signed(facts, "btv", "p1") == ("T/M Ban Thường vụ", "Bí thư")
    assert signed(facts, "thuong-truc", "p2", "T/L") == ("T/L Ban Thường vụ", "Chánh Văn phòng")
    assert signed(facts, "van-phong", "p2") == ("", "Chánh Văn phòng")
    assert signed(facts, "ubkt", "p3") == ("T/M Ủy ban Kiểm tra", "Chủ nhiệm")
    assert facts.bodies == ("bch", "btv", "thuong-truc", "ubkt")
    assert area_words("outside-commune", facts.own_area) == (f"Ngoài {area}" if area else "Ngoài địa bàn")
    assert office_head.model_of(name, kind) == model


@pytest.mark.parametrize(("issuer", "above", "body", "series"), [
    ("bch", "Đảng bộ cấp trên", "Huyện ủy Tây Sơn", "HU"), ("btv", "Đảng bộ cấp trên", "Huyện ủy Tây Sơn", "HU"),
    ("thuong-truc", "Đảng bộ cấp trên", "Huyện ủy Tây Sơn", "HU"),
    ("van-phong", "Huyện ủy Tây Sơn", "Văn phòng", "VPHU"),
    ("ubkt", "Huyện ủy Tây Sơn", "Ủy ban Kiểm tra", "UBKTHU"),
])  # fmt: skip
def test_the_letterhead_and_the_series_are_those_of_the_organ(issuer: str, above: str, body: str, series: str) -> None:
    facts = of("Huyện ủy Tây Sơn", symbol="HU")
    head = writing_of(facts, DAY).head("TB", Document(id="o1", issuer=issuer), DAY, 2025)
    assert (head.superior, head.body) == (above, body)
    assert head.number.endswith(f"-TB/{series}")
    assert organ_symbol(facts, issuer) == series


def test_a_committee_without_a_standing_committee_leads_and_signs_by_itself() -> None:
    facts = of(*ALONE, people=WITHOUT)
    names = writing_of(facts, DAY).names
    assert facts.bodies == ("bch", "ubkt")
    assert names.permanent == "Bí thư, Phó Bí thư Đảng ủy"
    assert [person.id for person in facts.leaders(DAY)] == ["p1", "p2"]
    secretary = facts.secretary(DAY)
    assert secretary
    assert secretary.id == "p1"
    assert signed(facts, "bch", "p1") == ("T/M Đảng ủy", "Bí thư")
    assert signed(facts, "bch", "p2") == ("T/M Đảng ủy", "Phó Bí thư")
    assert signed(facts, "bch", "p2", "T/L") == ("T/L Đảng ủy", "Chánh Văn phòng")
    for organ in ("btv", "thuong-truc"):
        with pytest.raises(Refusal, match="chưa có cách ký cho cơ quan ban hành này"):
            signed(facts, organ, "p1")


def test_what_it_has_not_is_no_issuer_no_role_and_asked_for_by_no_rhythm() -> None:
    facts = of(*ALONE, people=WITHOUT)
    assert [code for code, _ in documents.issuer_options(facts)] == ["bch", "van-phong", "ubkt"]
    assert facts.roles("bch") == ("uy-vien", "bi-thu", "pho-bi-thu")
    whole = by_the_model(of("Đảng ủy Sở Tư pháp"))
    assert "btv" in asked_for(whole)
    assert {"btv", "thuong-truc"}.isdisjoint(asked_for(by_the_model(facts)))
    assert "bch" in asked_for(by_the_model(facts))


def by_the_model(facts: Facts) -> Facts:
    use = (RegulationUse(profile="bac-kan-ccq-2020", from_=SINCE),)
    return facts_of(replace(facts.office, office=replace(facts.office.office, regulations=use)))


def asked_for(facts: Facts) -> set[str]:
    """The bodies whose sessions and programmes are proposed or judged."""
    proposed = {row.slot.body for row in cadence_plan.proposal(facts, 2026, DAY).rows}
    offered = {code for code, _ in cadence_plan.rhythms(facts, 2026)}
    rules = ("meeting.cadence", "programme.adopted")
    judged = {one.subject.kind for one in check(facts, on=dt.date(2025, 12, 31)) if one.rule in rules}
    return proposed | offered | judged


def test_its_invitations_and_notices_go_to_its_secretary_and_deputies() -> None:
    session = Meeting(id="m1", body="bch", kind="regular", title="Hội nghị Đảng ủy lần thứ 3", chair="p1",
                      start=dt.datetime(2025, 9, 20, 8), convened_by="bch")  # fmt: skip
    facts = of(*ALONE, people=WITHOUT, meetings=(session,))
    (paper,) = print_form(facts, "giay-moi", "m1", on=DAY)
    said = str(paper.blocks)
    assert "báo cáo Bí thư, Phó Bí thư Đảng ủy qua Văn phòng Đảng ủy" in said
    assert "Thường trực" not in said + str(paper.recipients)
    assert "Ban Thường vụ" not in said + str(paper.recipients) + str(paper.signer)


def test_a_title_that_the_clerk_typed_is_never_changed() -> None:
    typed = "Làm việc với Ban Thường vụ Tỉnh ủy"
    session = Meeting(id="m1", body="bch", kind="working-session", title=typed, chair="p1",
                      start=dt.datetime(2025, 9, 20, 8))  # fmt: skip
    for facts in (of("Đảng ủy xã E", meetings=(session,)), of(*ALONE, people=WITHOUT, meetings=(session,))):
        assert typed[1:] in str(print_form(facts, "giay-moi", "m1", on=DAY)[0].blocks)


@pytest.mark.parametrize(
    ("name", "kind", "on", "above"),
    [
        ("Đảng ủy xã Lùng Phình", "", "2025-07-01", "Đảng bộ tỉnh …, Đảng bộ thành phố …"),
        ("Đảng ủy xã Bình Nghi", "", "2025-06-30",
         "Đảng bộ huyện …, Đảng bộ quận …, Đảng bộ thị xã …, Đảng bộ thành phố …"),
        ("Huyện ủy Tây Sơn", "", "2024-05-31", "Đảng bộ tỉnh …, Đảng bộ thành phố …"),
        ("Đảng ủy Sông Xanh", "", "2025-07-01", ""),
    ],
)  # fmt: skip
def test_what_stands_above_goes_by_level_and_day(name: str, kind: str, on: str, above: str) -> None:
    assert office_head.superiors(of(name, kind).office.office, dt.date.fromisoformat(on)) == above


@pytest.mark.parametrize(
    ("name", "on", "bodies", "posts", "not_posts"),
    [
        ("Đảng ủy xã Lùng Phình", "2025-07-01", "Ban Xây dựng Đảng", {"truong-ban-xay-dung-dang"},
         {"truong-ban-to-chuc", "truong-ban-dan-van", "Trưởng Ban Nội chính"}),
        ("Đảng ủy xã Bình Nghi", "2025-06-30", "", {"truong-ban-to-chuc", "truong-ban-xay-dung-dang"}, set()),
        ("Tỉnh ủy Lào Cai", "2025-09-10", "Ban Tổ chức, Ban Tuyên giáo và Dân vận, Ban Nội chính",
         {"truong-ban-to-chuc", "Trưởng Ban Nội chính"}, {"truong-ban-dan-van", "truong-ban-xay-dung-dang"}),
        ("Huyện ủy Tây Sơn", "2024-09-10", "Ban Tổ chức, Ban Tuyên giáo, Ban Dân vận, Trung tâm Chính trị",
         {"truong-ban-tuyen-giao", "truong-ban-dan-van"}, {"truong-ban-xay-dung-dang"}),
        ("Đảng ủy Tổng công ty Sông Xanh", "2025-09-10", "", {"truong-ban-to-chuc", "chanh-van-phong"}, set()),
    ],
)  # fmt: skip
def test_the_bodies_that_advise_and_the_posts_offered_go_by_level_and_day(
    name: str, on: str, bodies: str, posts: set[str], not_posts: set[str]
) -> None:
    facts, day = of(name, "province" if name.startswith("Tỉnh") else ""), dt.date.fromisoformat(on)
    offered = {code for code, _ in seats.offered_posts(facts, day)}
    assert units.examples(facts, day) == bodies
    assert offered >= posts | {"chu-tich-ubnd", "chanh-van-phong"}
    assert offered.isdisjoint(not_posts)


def test_the_levels_say_until_when_there_were_such_committees() -> None:
    offered = dict(office_head.kinds())
    assert offered["district"] == "Cấp ủy huyện (đến hết 30/6/2025)"
    assert offered["commune"] == "Cấp ủy xã, phường"
    assert "cell" not in offered


def test_the_organs_are_called_as_the_codes_of_bodies_are_read_out() -> None:
    organs = {organ.code: organ.name for organ in load_committees().organs}
    assert organs == {**BODY, "van-phong": "Văn phòng"}


def test_a_term_is_said_as_far_as_its_days_are_known() -> None:
    term = load_committees().term
    assert term.said(dt.date(2025, 7, 1), dt.date(2030, 6, 30)) == "nhiệm kỳ 2025–2030"
    for open_end in (None, dt.date.max):
        assert term.said(dt.date(2025, 7, 1), open_end) == "nhiệm kỳ từ năm 2025"
