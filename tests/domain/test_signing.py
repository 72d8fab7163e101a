"""Who signs as what: every organ, authority and person, and what is refused; kept line by line."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop.domain.facts import Facts
from desktop.domain.records import Document, Person, Post, Seat
from desktop.domain.refusal import Refusal
from desktop.domain.signing import Asked, code_of, decide, organ_of, own_post, refuse_joint, signers
from desktop.exchange.forms import load_committees
from tests.conftest import Kept
from tests.domain.small_office import day, facts

DAY = day("2024-09-10")
SINCE = day("2020-08-01")
TABLE = load_committees()


def seat(body: str, role: str = "uy-vien", **more: dt.date) -> Seat:
    return Seat(**{"body": body, "role": role, "from_": SINCE, **more})  # type: ignore[arg-type]


PEOPLE = (
    Person(id="secretary", name="An", seats=(seat("bch"), seat("btv"), seat("thuong-truc", "bi-thu"))),
    Person(id="standing", name="Bình", seats=(seat("bch"), seat("thuong-truc", "pho-bi-thu-thuong-truc"))),
    Person(
        id="deputy",
        name="Chi",
        position="Phó Bí thư Huyện ủy, Chủ tịch Ủy ban nhân dân huyện",
        seats=(seat("bch"), seat("btv"), seat("thuong-truc", "pho-bi-thu")),
    ),
    Person(
        id="chief",
        name="Dũng",
        position="Ủy viên Ban Thường vụ, Chánh Văn phòng Huyện ủy",
        posts=(Post(post="chanh-van-phong", from_=DAY),),
        seats=(seat("bch"), seat("btv")),
    ),
    Person(id="under-chief", name="Em", posts=(Post(post="pho-chanh-van-phong"),)),
    Person(id="organiser", name="Giang", position="Trưởng Ban Tổ chức Huyện ủy", seats=(seat("bch"), seat("btv"))),
    Person(id="member", name="Hà", seats=(seat("bch"),)),
    Person(id="inspector", name="Khôi", seats=(seat("ubkt", "chu-nhiem"),)),
    Person(id="under-inspector", name="Lan", seats=(seat("ubkt", "pho-chu-nhiem"),)),
    Person(id="own-words", name="Minh", posts=(Post(post="Tổ trưởng Tổ giúp việc Huyện ủy"),), seats=(seat("btv"),)),
    Person(
        id="former",
        name="Nam",
        position="Chánh Văn phòng",
        posts=(Post(post="chanh-van-phong", to=day("2024-09-09")),),
        seats=(seat("thuong-truc", "bi-thu", to=day("2024-09-09")),),
    ),
    Person(id="said-only", name="Oanh", position="Chánh Văn phòng Huyện ủy"),
    Person(id="acting", name="Phú", posts=(Post(post="Quyền Bí thư"),), seats=(seat("thuong-truc", "pho-bi-thu"),)),
)


def office(name: str = "Huyện ủy Tây Sơn", people: tuple[Person, ...] = PEOPLE) -> Facts:
    made = facts(head={"symbol": "HU"})
    return replace(made, office=replace(made.office, office=replace(made.office.office, name=name), people=people))


def _decided(given: Facts, asked: Asked) -> str:
    try:
        made = decide(given, asked)
    except Refusal as refused:
        return f"! {refused.field}: {refused.sentence}"
    return f"{made.organ} {made.code}: {made.line} / {made.post} / {made.person.id if made.person else '…'}"


def _every(given: Facts) -> Iterator[str]:
    for organ in ("bch", "btv", "thuong-truc", "van-phong", "ubkt", "Hội Khuyến học"):
        for authority in ("", "T/M", "T/L", "T/U", "KT.", "Q.", "P/Q"):
            for who in (None, *(person.id for person in given.office.people)):
                for post in ("", "Phó Bí thư") if who in ("deputy", "organiser") else ("",):
                    asked = Asked(organ=organ, day=DAY, signed_by=who, authority=authority, post=post)
                    yield f"{organ} | {authority} | {who or ''} | {post} → {_decided(given, asked)}"


def test_who_signs_as_what_in_every_way(kept: Kept) -> None:
    kept("signing", _every(office()))


@pytest.mark.parametrize("name", ["Chi bộ Trường Nguyễn Huệ", "Đảng ủy xã Bình Nghi", "Ban cán sự"])
def test_other_committees_sign_with_their_own_words(kept: Kept, name: str) -> None:
    given = office(name, PEOPLE[:6])
    kept(f"signing-{name}", [line for line in _every(given) if " |  | " in line or "| T/L |" in line])


def test_the_office_signs_by_order_where_nobody_is_on_record() -> None:
    asked = Asked(organ="btv", day=DAY, by_order=True)
    assert _decided(office(), asked) == "btv T/L: T/L Ban Thường vụ / Chánh Văn phòng / chief"
    assert _decided(office(), replace(asked, by_order=False)) == "btv T/M: T/M Ban Thường vụ / Bí thư / secretary"
    before = replace(asked, day=day("2024-09-09"))
    assert _decided(office(people=PEOPLE[:4]), before) == "btv T/L: T/L Ban Thường vụ / Chánh Văn phòng / …"


def test_whoever_is_authorised_signs_by_the_post_on_record_where_there_is_no_other() -> None:
    asked = Asked(organ="btv", day=DAY, signed_by="member", authority="T/U", post="Trưởng đoàn kiểm tra")
    assert _decided(office(), asked) == "btv T/U: T/U Ban Thường vụ / Trưởng đoàn kiểm tra / member"
    assert _decided(office(), replace(asked, post="")).startswith("! signed_by: Văn bản: ngày 10/9/2024 Hà không giữ")


def test_everyone_who_may_sign_is_offered_once_in_the_order_of_the_table(kept: Kept) -> None:
    lines = []
    for organ in ("bch", "btv", "thuong-truc", "van-phong", "ubkt"):
        made = signers(office(), Asked(organ=organ, day=DAY))
        lines += [
            f"{organ}: {one.code} {one.line} / {one.post} / {one.person.id if one.person else ''}" for one in made
        ]
    kept("signers", lines)


@pytest.mark.parametrize(
    ("said", "code"),
    [("T/M Ban Thường vụ", "T/M"), ("TM.", "T/M"), ("tl", "T/L"), ("KT", "K/T"), ("Q.", "Q"), ("", ""), ("TUQ", "TUQ")],
)
def test_an_authority_is_known_however_it_is_written(said: str, code: str) -> None:
    assert code_of(said) == code


@pytest.mark.parametrize(
    ("symbol", "issuer", "organ"),
    [
        ("05-NQ/HU", "bch", "bch"),
        ("05-NQ/HU", "", "btv"),
        ("05-TB/VPHU", "btv", "van-phong"),
        ("05-tb/vphu", "btv", "van-phong"),
        ("05-TB/UBKTHU", "", "ubkt"),
        ("05-TB/UBKTDU", "bch", "bch"),
        ("", "van-phong; Hội Khuyến học", "van-phong"),
    ],
)
def test_whose_letterhead_a_paper_bears(symbol: str, issuer: str, organ: str) -> None:
    given = Document(id="o1", symbol=symbol, issuer=issuer)
    assert organ_of(office(), given, "btv") == organ
    assert organ_of(office(), None, "bch") == "bch"


def test_the_post_of_ones_own_is_outside_the_seats_and_without_the_committees_name() -> None:
    own = {person.id: own_post(office(), person, DAY) for person in PEOPLE}
    assert {ident: post for ident, post in own.items() if post} == {
        "deputy": "Chủ tịch Ủy ban nhân dân huyện",
        "chief": "Chánh Văn phòng",
        "under-chief": "Phó Chánh Văn phòng",
        "organiser": "Trưởng Ban Tổ chức",
        "own-words": "Tổ trưởng Tổ giúp việc",
        "former": "Chánh Văn phòng",
        "said-only": "Chánh Văn phòng",
        "acting": "Quyền Bí thư",
    }


def test_the_kind_of_a_committee_and_its_partners() -> None:
    kind = TABLE.kind_of("HUYỆN UỶ Tây Sơn")
    assert kind is not None
    assert kind.party == "Đảng bộ huyện"
    assert TABLE.kind_of("Ban cán sự") is None
    known = TABLE.partners[0]
    assert TABLE.short(f"{known.name} huyện Tây Sơn") == known.short
    assert TABLE.short("Không ai biết") == ""


def test_a_joint_paper_is_refused_by_its_symbol_or_its_title() -> None:
    joint = Document(id="o1", issuer="btv; Hội Khuyến học", title="về việc học", symbol="05-CTr/HU-HKH")
    with pytest.raises(Refusal, match=r"^05-CTr/HU-HKH là văn bản liên tịch"):
        refuse_joint(joint)
    with pytest.raises(Refusal, match=r"^về việc học là văn bản liên tịch"):
        refuse_joint(replace(joint, symbol=""))
    refuse_joint(replace(joint, issuer="btv"))
    refuse_joint(None)
