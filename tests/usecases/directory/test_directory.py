"""The directory through the one door, on a real office file: what is kept, what is refused and in which words."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db.session import OfficeFile
from db.store import Store
from desktop.domain.facts import Facts
from desktop.domain.records import Absence, Body, Office, Person, Post, Role, Seat
from desktop.domain.refusal import Refusal
from desktop.exchange.lists.people_cells import Entry
from desktop.exchange.profiles import load_profiles
from desktop.exchange.value_kinds import WORD_CHOICES
from desktop.usecases.base.facts import facts_of
from desktop.usecases.days import edits as days
from desktop.usecases.directory import office_head as office
from desktop.usecases.directory import people as people_list
from desktop.usecases.directory import rows as directory
from desktop.usecases.directory import seats, units
from desktop.usecases.regulations import own_values, ruleset, settings, values

START, TODAY = dt.date(2020, 8, 1), dt.date(2024, 9, 2)
FROM = dt.date(2024, 5, 31)


def seat(body: Body, role: Role = "uy-vien", from_: dt.date = START, to: dt.date | None = None) -> Seat:
    return Seat(body=body, role=role, from_=from_, to=to)


ENTRIES = (
    Entry(
        name="Nguyễn Văn An", born=1970, position="Bí thư Huyện ủy", seats=(seat("bch"), seat("thuong-truc", "bi-thu"))
    ),
    Entry(name="Trần Đức Ánh", born=1975, seats=(seat("bch"), seat("btv"))),
    Entry(name="Lê Thị Anh", born=1980, position="Văn phòng Huyện ủy", seats=(seat("bch"),)),
    Entry(name="Đỗ Minh Châu", position="Chánh Văn phòng"),
)
TEXTS = {"name": "Huyện ủy Tây Sơn", "symbol": "HU", "place": "Tây Sơn", "congress": "XXI"}


def new_office(**changed: object) -> Office:
    given: dict[str, object] = {
        "texts": TEXTS,
        "term_from": START,
        "term_to": dt.date(2025, 6, 30),
        "profile": "tay-son-2024",
        "from_": FROM,
        "entries": ENTRIES,
        "profiles": load_profiles(),
    }
    return office.start_office(**{**given, **changed})  # type: ignore[arg-type]


class Desk:
    """A file with the facts made anew after every change, as the window does it."""

    def __init__(self, file: OfficeFile) -> None:
        self.file = file

    @property
    def facts(self) -> Facts:
        with self.file.read() as store:
            return facts_of(store.office())

    def do(self, change: Callable[..., object], **given: object) -> None:
        facts = self.facts
        with self.file.write("thử") as store:
            change(store, facts=facts, **given)

    def person(self, name: str) -> Person:
        return next(person for person in self.facts.office.people if person.name == name)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    moment = dt.datetime(2024, 9, 2, 8)
    file = OfficeFile.create(tmp_path / "a.thuky", new_office(), clock=lambda: moment, who="văn thư")
    yield Desk(file)
    file.close()


def sentence(desk: Desk, change: Callable[..., object], **given: object) -> str:
    before = desk.facts.office
    with pytest.raises(Refusal) as caught:
        desk.do(change, **given)
    assert desk.facts.office == before, "a refused change leaves nothing behind"
    return caught.value.sentence


# Starting an office


def test_a_new_office_holds_what_was_entered(desk: Desk) -> None:
    held = desk.facts.office
    assert (held.office.name, held.office.congress) == ("Huyện ủy Tây Sơn", "XXI")
    assert [use.profile for use in held.office.regulations] == ["tay-son-2024"]
    assert [person.name for person in held.people] == [entry.name for entry in ENTRIES]
    assert directory.counts(desk.facts, TODAY) == {"bch": 3, "btv": 1, "thuong-truc": 1, "ubkt": 0}


@pytest.mark.parametrize(
    ("changed", "said", "field"),
    [
        ({"texts": {**TEXTS, "name": "Huyện"}}, "Tên cơ quan: cần ghi đủ tên, như Huyện ủy Tây Sơn.", "name"),
        ({"texts": {**TEXTS, "symbol": "h u"}}, "Ký hiệu văn bản: “h u” chưa đúng", "symbol"),
        ({"term_to": dt.date(2019, 1, 1)}, "Nhiệm kỳ: ngày cuối 01/01/2019 trước ngày đầu 01/8/2020.", "term_to"),
        ({"profile": "khac"}, "Quy chế: cần chọn một quy chế trong danh sách.", "profile"),
        ({"from_": None}, "Ngày có hiệu lực: cần ghi ngày quy chế bắt đầu áp dụng tại đơn vị.", "from_"),
        ({"entries": ()}, "Danh sách cấp ủy: cần ít nhất một người trong Ban Chấp hành.", "people"),
    ],
)
def test_each_step_of_starting_is_refused_in_one_sentence(changed: dict[str, object], said: str, field: str) -> None:
    with pytest.raises(Refusal) as caught:
        new_office(**changed)
    assert caught.value.sentence.startswith(said)
    assert caught.value.field == field


# People and seats


def test_people_are_listed_by_given_name_in_vietnamese_order(desk: Desk) -> None:
    names = [row.person.name for row in directory.members(desk.facts, TODAY)]
    assert names == ["Nguyễn Văn An", "Lê Thị Anh", "Trần Đức Ánh", "Đỗ Minh Châu"]


def test_the_search_folds_and_the_filter_keeps_the_body(desk: Desk) -> None:
    assert [row.person.name for row in directory.members(desk.facts, TODAY, text="tran duc")] == ["Trần Đức Ánh"]
    assert [row.person.name for row in directory.members(desk.facts, TODAY, body="btv")] == ["Trần Đức Ánh"]
    assert len(directory.members(desk.facts, TODAY, everyone=False)) == 3
    assert directory.members(desk.facts, dt.date(2019, 1, 1), everyone=False) == ()


def test_a_person_is_added_amended_and_removed(desk: Desk) -> None:
    desk.do(directory.add_person, name="  Võ  Thị Lan ", position="Phó Chánh Văn phòng", born=1985)
    lan = desk.person("Võ Thị Lan")
    desk.do(directory.amend_person, person=lan, name=lan.name, position="Chánh Văn phòng", born=1986)
    assert desk.person("Võ Thị Lan").position == "Chánh Văn phòng"
    desk.do(directory.remove_person, person=desk.person("Võ Thị Lan"))
    assert len(desk.facts.office.people) == 4


def test_a_person_named_elsewhere_is_not_removed(desk: Desk) -> None:
    an = desk.person("Nguyễn Văn An")
    away = Absence(id="x1", person=an.id, from_=TODAY, to=TODAY, area="abroad")
    with desk.file.write("thử") as store:
        store.put(away)
    assert sentence(desk, directory.remove_person, person=an) == (
        "Nguyễn Văn An còn được ghi ở lần đi vắng ngày 02/9/2024; chỉ ghi thôi giữ chức vụ, không xóa khỏi danh mục."
    )


def test_names_and_years_are_checked(desk: Desk) -> None:
    assert sentence(desk, directory.add_person, name="An") == "Họ và tên: cần ghi đủ họ và tên."
    assert sentence(desk, directory.add_person, name="Võ Thị Lan", born=1785).startswith("Năm sinh: 1785 không hợp lý")
    assert "đã có trong danh mục" in sentence(desk, directory.add_person, name="Nguyễn Văn An", born=1970)
    desk.do(directory.add_person, name="Nguyễn Văn An", born=1988)


def test_a_seat_ends_and_the_next_begins(desk: Desk) -> None:
    an, anh = desk.person("Nguyễn Văn An"), desk.person("Trần Đức Ánh")
    desk.do(seats.end_seat, person=an, seat=an.seats[1], to=dt.date(2024, 9, 1))
    desk.do(seats.give_seat, person=anh, seat=seat("thuong-truc", "bi-thu", TODAY))
    facts = desk.facts
    assert [person.name for day in (1, 2) if (person := facts.secretary(dt.date(2024, 9, day)))] == [an.name, anh.name]
    rows = seats.seats_of(desk.person(an.name), TODAY, desk.facts.office.office.name)
    assert [(row.words, row.span, row.held) for row in rows] == [
        ("Ủy viên Ban Chấp hành", "01/8/2020–nay", True),
        ("Bí thư Huyện ủy", "01/8/2020–01/9/2024", False),
    ]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            seat("thuong-truc", "bi-thu", TODAY),
            "Bí thư: Nguyễn Văn An đang giữ (01/8/2020–nay); mỗi lúc chỉ một người",
        ),
        (seat("btv", "uy-vien", TODAY), "Trần Đức Ánh đang giữ chức vụ Ủy viên Ban Thường vụ (01/8/2020–nay)"),
        (
            seat("ubkt", "uy-vien", TODAY, START),
            "Chức vụ trong cấp ủy: ngày kết thúc 01/8/2020 trước ngày bắt đầu 02/9/2024.",
        ),
        (seat("ubkt", "bi-thu"), "Chức vụ trong Ủy ban Kiểm tra: chọn một trong Ủy viên, Chủ nhiệm, Phó Chủ nhiệm."),
    ],
)
def test_seats_that_cannot_be_are_refused(desk: Desk, given: Seat, said: str) -> None:
    assert sentence(desk, seats.give_seat, person=desk.person("Trần Đức Ánh"), seat=given).startswith(said)


def test_posts_are_held_in_time(desk: Desk) -> None:
    chau = desk.person("Đỗ Minh Châu")
    desk.do(lambda store, facts: seats.give_post(store, person=chau, post=Post(post="chanh-van-phong", from_=START)))
    row = directory.members(desk.facts, TODAY, text="chanh van phong")[0]
    assert row.posts == "Chánh Văn phòng"
    chau = desk.person("Đỗ Minh Châu")
    again = Post(post="chanh-van-phong")
    twice: Callable[[Store, Facts], None] = lambda store, facts: seats.give_post(store, person=chau, post=again)  # noqa: E731
    assert "đã giữ chức danh Chánh Văn phòng" in sentence(desk, twice)


def test_a_list_is_added_whole_or_not_at_all(desk: Desk) -> None:
    fresh = Entry(name="Bùi Xuân Nam", seats=(seat("ubkt", "chu-nhiem"),))
    second = Entry(name="Lý Thanh Ý", seats=(seat("ubkt", "chu-nhiem"),))
    assert "mỗi lúc chỉ một người" in sentence(desk, directory.add_people, entries=[fresh, second])
    desk.do(directory.add_people, entries=[fresh, *ENTRIES])
    assert len(desk.facts.office.people) == 5


def test_a_list_without_birth_years_doubles_nobody(desk: Desk) -> None:
    before = desk.facts.office.people
    again = [Entry(name=person.name.upper(), seats=person.seats) for person in before]
    assert {one.state for one in people_list.standing(desk.facts, again)} == {"asked"}
    desk.do(directory.add_people, entries=again)
    assert desk.facts.office.people == before
    same_year = [Entry(name=person.name, born=person.born) for person in before if person.born]
    assert {one.state for one in people_list.standing(desk.facts, same_year)} == {"known"}
    moved = [Entry(name="Lê Thị Hoà"), Entry(name="Lê Thị Hoá")]
    desk.do(directory.add_person, name="Lê Thị Hòa", born=1970)
    assert [one.state for one in people_list.standing(desk.facts, moved)] == ["asked", "new"]
    assert "năm sinh" in sentence(desk, directory.add_person, name="Lê Thị Hoà")
    before = desk.facts.office.people
    other = Entry(name=same_year[0].name, born=(same_year[0].born or 0) + 9)
    assert [one.state for one in people_list.standing(desk.facts, [other])] == ["new"]
    desk.do(directory.add_people, entries=[Entry(name=before[0].name)], others=True)
    assert len(desk.facts.office.people) == len(before) + 1


def test_units_are_kept_by_kind_and_name(desk: Desk) -> None:
    desk.do(units.add_unit, name="Đảng ủy xã Vĩnh Lâm", kind="party-organisation")
    desk.do(units.add_unit, name="Ban Tổ chức Huyện ủy", kind="advisory-body")
    desk.do(units.add_unit, name="Đảng ủy xã Ân Hảo", kind="party-organisation")
    names = [row.unit.name for row in units.units(desk.facts, TODAY)]
    assert names == ["Đảng ủy xã Ân Hảo", "Đảng ủy xã Vĩnh Lâm", "Ban Tổ chức Huyện ủy"]
    assert "đã có" in sentence(desk, units.add_unit, name="ĐẢNG ỦY XÃ ÂN HẢO", kind=None)


# The office, its regulations and settings


def test_the_head_is_changed_a_field_at_a_time(desk: Desk) -> None:
    desk.do(office.amend_head, field="superior", text="Đảng bộ tỉnh  Bình Định")
    assert desk.facts.office.office.superior == "Đảng bộ tỉnh Bình Định"
    assert "số La Mã" in sentence(desk, office.amend_head, field="congress", text="hai mốt")


def test_an_override_is_marked_and_keeps_its_article(desk: Desk) -> None:
    lay_down(desk, "absence.reported.working_days", "2 ngày làm việc", FROM)
    in_force = desk.facts.in_force(TODAY)
    assert in_force
    (row,) = [r for r in ruleset.parameters(in_force, TODAY) if r.key == "absence.reported.working_days"]
    assert (row.value, row.overridden) == ("2 ngày làm việc", True)
    assert row.cite
    assert row.cite.at
    assert row.cite.at.article == "Điều 4"
    assert ruleset.text_says(in_force, row.key, TODAY) == "3 ngày làm việc"
    lay_down(desk, row.key, "", FROM)
    assert desk.facts.office.office.regulations[0].overrides is None


def test_a_wrong_override_says_what_was_expected_and_names_the_article(desk: Desk) -> None:
    with pytest.raises(Refusal) as caught:
        lay_down(desk, "absence.reported.working_days", "vài ngày", FROM)
    assert caught.value.sentence.startswith(
        "Quy ước của đơn vị: “vài ngày” chưa đúng; cần số ngày làm việc bằng chữ số, như 3 (khoản 14 Điều 4"
    )
    assert caught.value.cite
    with pytest.raises(Refusal, match="không có nội dung"):
        lay_down(desk, "absence.reported.days", "3", FROM)


def lay_down(desk: Desk, key: str, text: str, day: dt.date) -> None:
    """As the window does, of a setting or of a parameter."""
    make = own_values.set_head if key in desk.facts.settings else own_values.own_head
    desk.do(own_values.put, head=make(desk.facts, key, text, day))


def test_every_value_of_every_regulation_is_said_in_words_and_read_back() -> None:
    for profile in load_profiles().values():
        for parameter in profile.parameters.values():
            for dated in parameter.values:
                words = values.said(parameter.unit, dated.value)
                assert words
                if dated.value not in (None, []):
                    choices = WORD_CHOICES.get(parameter.key, ())
                    assert values.typed("x", parameter.unit, words, choices=choices) == dated.value, parameter.key


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("share", "0.5"),
        ("share", "3/2"),
        ("share", "1/0"),
        ("count", "-1"),
        ("days", "²"),
        ("yes-no", "ừ"),
        ("body", "x"),
    ],
)
def test_wrong_values_are_refused(unit: str, text: str) -> None:
    with pytest.raises(Refusal, match=f"“{text}” chưa đúng; cần "):
        values.typed("Mức quy định", unit, text)


def test_silences_are_listed_and_said(desk: Desk) -> None:
    in_force = desk.facts.in_force(TODAY)
    assert in_force
    silent = [row for row in ruleset.parameters(in_force, TODAY) if row.cite is None]
    assert silent
    assert {row.value for row in silent} == {"Không có quy định"}


def test_settings_are_the_offices_own_until_given_back(desk: Desk) -> None:
    lay_down(desk, "ballot.days", "5", TODAY)
    row = next(row for row in settings.settings(desk.facts, TODAY) if row.key == "ballot.days")
    assert row.own
    assert desk.facts.setting("ballot.days", TODAY) == 5
    assert desk.facts.own_setting("ballot.days", TODAY - dt.timedelta(days=1)) is None
    lay_down(desk, "ballot.days", "7", TODAY)
    assert [each.value for each in desk.facts.office.office.settings_from] == [7]
    later = TODAY + dt.timedelta(days=30)
    lay_down(desk, "ballot.days", " ", later)
    assert desk.facts.own_setting("ballot.days", TODAY) == 7
    assert desk.facts.own_setting("ballot.days", later) is None
    lay_down(desk, "ballot.days", "7", later)
    assert [each.value for each in desk.facts.office.office.settings_from] == [7]


def test_a_second_regulation_follows_the_first(desk: Desk) -> None:
    later = dt.date(2025, 7, 1)
    given = {"profile": "lung-phinh-2025", "from_": later, "profiles": load_profiles()}
    desk.do(ruleset.take_into_use, **given)
    assert [(row.from_, row.to, row.now) for row in ruleset.uses(desk.facts, TODAY)] == [
        (later, None, False),
        (FROM, dt.date(2025, 6, 30), True),
    ]
    assert "đã có một quy chế bắt đầu từ 01/7/2025" in sentence(desk, ruleset.take_into_use, **given)
    desk.do(ruleset.end_use, from_=later)
    assert "ít nhất một quy chế" in sentence(desk, ruleset.end_use, from_=FROM)


# Days


def test_days_of_a_year_stand_in_order_with_their_lunar_days(desk: Desk) -> None:
    rows = {row.date: row for row in days.days_of(desk.facts, 2024)}
    assert rows[TODAY].what.startswith("Quốc khánh")
    assert list(rows) == sorted(rows)
    assert not any(row.own for row in rows.values())
    assert rows[dt.date(2024, 2, 10)].lunar == "Mùng 1 tháng Giêng"


def test_own_days_stand_over_the_national_ones(desk: Desk) -> None:
    off, worked = dt.date(2024, 10, 21), dt.date(2024, 10, 26)
    desk.do(days.add_day_off, day=off, document="Thông báo 12-TB/HU")
    desk.do(days.add_working_day, day=worked, document="Thông báo 12-TB/HU")
    facts = desk.facts
    assert (facts.workdays.is_working(off), facts.workdays.is_working(worked)) == (False, True)
    assert "vốn đã nghỉ (nghỉ cuối tuần)" in sentence(desk, days.add_day_off, day=dt.date(2024, 10, 27), document="x")
    assert "vốn là ngày làm việc" in sentence(desk, days.add_working_day, day=worked, document="x")
    assert "cần ghi văn bản" in sentence(desk, days.add_day_off, day=dt.date(2024, 10, 22), document=" ")
    desk.do(days.remove_day, day=off)
    assert desk.facts.workdays.is_working(off)


def test_a_seat_is_held_to_the_end_of_its_last_day() -> None:
    seat = Seat(body="bch", role="uy-vien", from_=dt.date(2020, 8, 1), to=dt.date(2024, 8, 29))
    around = (dt.date(2020, 7, 31), seat.from_, dt.date(2024, 8, 29), dt.date(2024, 8, 30))
    assert [seats.held_on(seat, day) for day in around] == [False, True, True, False]
