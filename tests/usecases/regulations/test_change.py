"""A change of regulation: what differs, with both articles, what follows, and what stays as it was judged."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.compliance import check
from desktop.domain.facts import Facts
from desktop.domain.findings import Clause, Verdict
from desktop.domain.keys import Key
from desktop.domain.records import OfficeHead, OwnCite, OwnParameter, OwnProfile, RegulationUse, Value
from desktop.domain.refusal import Refusal
from desktop.domain.regulation import InForce
from desktop.exchange.profiles import load_profiles, profiles_of
from desktop.sample.sample import sample_office
from desktop.usecases.base.facts import facts_of
from desktop.usecases.compliance import regulation_change
from desktop.usecases.compliance.regulation_change import ChangeRow, Draft, Effects
from desktop.usecases.regulations import own_profile, ruleset
from desktop.usecases.regulations import settings_gathered as office_settings
from desktop.usecases.regulations.own_cite import cite_words, read_cite
from desktop.usecases.regulations.own_means import sentence

TODAY = dt.date(2024, 8, 30)
DAY = dt.date(2024, 9, 1)
PAST = dt.date(2024, 7, 1)
INVITED = "meeting.invitations.btv"


def ahead(n: int, unit: str = "days") -> dict[str, Value]:
    return {"n": n, "unit": unit, "side": "before", "of": "meeting"}  # type: ignore[dict-item]


@pytest.fixture(scope="module")
def facts() -> Facts:
    return facts_of(sample_office("tay-son-2024", as_of=TODAY))


def rows_of(facts: Facts, draft: Draft) -> dict[str, ChangeRow]:
    assert draft.from_ is not None
    before = regulation_change.in_force_before(facts, draft.from_)
    after = regulation_change.drafted(facts, draft, draft.from_)
    assert after is not None
    return {row.key: row for row in regulation_change.difference(before, after, draft.from_)}


def effects_of(facts: Facts, draft: Draft) -> Effects:
    assert draft.from_ is not None
    changed = regulation_change.proposed(facts, draft, ruleset.on_offer(facts.office))
    return regulation_change.effects(facts, changed, draft.from_, TODAY)


# The difference


@pytest.mark.parametrize(
    ("key", "kind", "old", "new"),
    [
        ("meeting.cadence.btv", "changed", ("2 lần một tháng", "Điều 18"), ("1 lần một tháng, vào cuối kỳ", "Điều 11")),
        (INVITED, "changed", ("3 ngày làm việc trước ngày họp", "Điều 18"), ("1 ngày trước ngày họp", "Điều 11")),
        ("meeting.questioning.required", "silent", ("Có", "Điều 21"), ("Không có quy định", "")),
        ("absence.commune.required", "added", ("Không có quy định", ""), ("Có", "Điều 14")),
        ("ballot.matter.excluded", "silent", ("Công tác cán bộ", "Điều 20"), ("Không có quy định", "")),
        (
            "meeting.quorum.btv",
            "place",
            ("ít nhất 2/3 tổng số ủy viên", "Điều 18"),
            ("ít nhất 2/3 tổng số ủy viên", "Điều 11"),
        ),
    ],
)
def test_each_value_stands_with_its_article_on_both_sides(
    facts: Facts, key: str, kind: str, old: tuple[str, str], new: tuple[str, str]
) -> None:
    row = rows_of(facts, Draft(profile="lung-phinh-2025", from_=DAY))[key]
    sides = [(side.value, side.cite.at.article if side.cite and side.cite.at else "") for side in (row.old, row.new)]
    assert (row.kind, *sides) == (kind, old, new)


def test_every_parameter_of_either_is_listed_once(facts: Facts) -> None:
    rows = rows_of(facts, Draft(profile="lung-phinh-2025", from_=DAY))
    shipped = load_profiles()
    assert set(rows) == {*shipped["tay-son-2024"].parameters, *shipped["lung-phinh-2025"].parameters}


# An amendment


def with_override(facts: Facts, key: str, value: Value) -> Facts:
    head = facts.office.office
    uses = tuple(replace(use, overrides={key: value}) for use in head.regulations)
    return facts_of(replace(facts.office, office=replace(head, regulations=uses)))


def test_an_amendment_carries_the_offices_own_values_over(facts: Facts) -> None:
    held = with_override(facts, "absence.reported.working_days", 2)
    draft = regulation_change.with_value(regulation_change.amendment(held, DAY), held, INVITED, "5")
    assert draft.overrides == {"absence.reported.working_days": 2, INVITED: ahead(5, "working-days")}
    rows = rows_of(held, draft)
    assert [key for key, row in rows.items() if row.kind in regulation_change.DIFFERENT] == [INVITED]
    assert rows[INVITED].new.overridden
    back = regulation_change.with_value(draft, held, INVITED, "3")
    assert INVITED not in back.overrides, "the text's own value needs no override"


def test_what_another_regulation_could_take_over_is_named(facts: Facts) -> None:
    held = with_override(facts, "absence.reported.working_days", 2)
    shipped = load_profiles()
    assert regulation_change.carried(held, DAY, shipped["lung-phinh-2025"]) == {"absence.reported.working_days": 2}
    assert regulation_change.carried(held, DAY, shipped["bac-kan-ccq-2020"]) == {}


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        (INVITED, "nhiều", "cần ghi như “3 ngày làm việc trước ngày họp”, “24 giờ trước ngày họp”, "
         "“ngày 05 tháng sau” (khoản 3 Điều 18)."),
        ("meeting.quorum.btv", "3/2", "at_least là một phân số"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_refused_with_the_article(facts: Facts, key: str, text: str, expected: str) -> None:
    with pytest.raises(Refusal) as refused:
        regulation_change.with_value(regulation_change.amendment(facts, DAY), facts, key, text)
    assert expected in refused.value.sentence


def test_nothing_stands_to_be_amended_before_the_first_regulation(facts: Facts) -> None:
    with pytest.raises(Refusal, match="chưa có quy chế nào có hiệu lực"):
        regulation_change.amendment(facts, dt.date(2020, 1, 1))


def test_a_day_taken_already_is_refused(facts: Facts) -> None:
    with pytest.raises(Refusal, match="đã có một quy chế bắt đầu từ 31/5/2024"):
        effects_of(facts, Draft(profile="lung-phinh-2025", from_=dt.date(2024, 5, 31)))


# What follows


def test_what_is_ahead_is_judged_anew_and_what_is_past_stays(facts: Facts) -> None:
    draft = regulation_change.with_value(regulation_change.amendment(facts, DAY), facts, INVITED, "5")
    found = effects_of(facts, draft)
    assert found.past == found.earlier == ()
    assert {row.rule.partition(" ")[0] for row in found.ahead} == {"Giấy"}
    assert all(row.day >= DAY for row in found.ahead)
    assert all(row.before and row.after and row.before.due != row.after.due for row in found.ahead)


@pytest.mark.parametrize("profile", ["lung-phinh-2025", "bac-kan-ccq-2020"])
def test_nothing_before_the_day_is_touched(facts: Facts, profile: str) -> None:
    found = effects_of(facts, Draft(profile=profile, from_=PAST))
    assert found.past, "what lies between the day and today is judged anew"
    assert found.earlier == ()


def test_each_meeting_is_judged_by_the_regulation_of_its_day(facts: Facts) -> None:
    """Across the change day: the citation of each session names the regulation then in force."""
    draft = Draft(profile="lung-phinh-2025", from_=PAST)
    changed = regulation_change.proposed(facts, draft, ruleset.on_offer(facts.office))
    days = {meeting.id: meeting.start.date() for meeting in facts.office.meetings}
    seen = set()
    for one in check(changed, on=TODAY):
        if one.rule == "meeting.quorum" and one.cite.profile:
            after = days[one.subject.split("/")[1]] >= PAST
            seen.add((after, one.cite.profile))
    assert seen == {(False, "tay-son-2024"), (True, "lung-phinh-2025")}


def test_what_changes_before_the_day_is_told_apart(facts: Facts) -> None:
    """Asked as of a later day than that of the change, what lies between the two is earlier."""
    draft = Draft(profile="lung-phinh-2025", from_=PAST)
    changed = regulation_change.proposed(facts, draft, ruleset.on_offer())
    found = regulation_change.effects(facts, changed, DAY, TODAY)
    assert found.earlier
    assert all(PAST <= row.day < DAY for row in found.earlier)


# The office's own regulation


OWN = OwnProfile(
    id="f1",
    title="Quy chế phường",
    base="lung-phinh-2025",
    by_base=True,
    parameters=(
        OwnParameter(key=INVITED, value=ahead(3), from_=DAY, cite=OwnCite(article="Điều 12")),
        OwnParameter(key="meeting.quorum.btv"),
        OwnParameter(key="meeting.questioning.required", value=True, cite=OwnCite(article="Điều 20")),
        OwnParameter(key="decision.majority", value={"over": "2/3", "of": "members"}),
    ),
)


@pytest.mark.parametrize(
    ("key", "state"),
    [
        (INVITED, "unchecked"),
        ("meeting.quorum.btv", "silent"),
        ("meeting.questioning.required", "own"),
        ("decision.majority", "uncited"),
        ("meeting.invitations.bch", "unchecked"),
        ("meeting.minutes.bodies", "absent"),
    ],
)
def test_how_far_each_has_been_checked(facts: Facts, key: str, state: str) -> None:
    held = replace(facts, office=replace(facts.office, profiles=(OWN,)))
    rows = [*own_profile.rows(held, "f1"), *own_profile.rows(held, "f1", only="absent")]
    assert next(row.state for row in rows if row.id == key) == state


def test_what_is_not_checked_waits_and_is_not_judged_where_the_office_does_not_work_by_the_model(facts: Facts) -> None:
    alone = replace(OWN, by_base=False)
    held = replace(facts, office=replace(facts.office, profiles=(alone,)))
    rows = {row.id: row.state for row in own_profile.rows(held, "f1")}
    assert (rows[INVITED], rows["meeting.invitations.bch"], rows["meeting.quorum.btv"]) == (
        "unsaid",
        "unsaid",
        "silent",
    )
    head = replace(facts.office.office, regulations=(RegulationUse(profile="f1", from_=PAST),))
    judged = facts_of(replace(held.office, office=head))
    assert judged.ruling(Key("meeting.invitations.bch"), DAY) is None
    assert judged.ruling(Key(INVITED), DAY - dt.timedelta(days=1)) is None
    ruled = judged.ruling(Key(INVITED), DAY)
    assert ruled is not None
    assert (ruled.value, ruled.cite.profile) == (ahead(3), "f1")


def test_what_the_frame_lays_down_need_not_be_checked(facts: Facts) -> None:
    own = OwnProfile(id="f1", title="Quy chế huyện", base="tay-son-2024", by_base=True)
    rows = own_profile.rows(replace(facts, office=replace(facts.office, profiles=(own,))), "f1")
    framed = load_profiles()["tay-son-2024"].inherited
    assert {row.id for row in rows if row.state == "frame"} == set(framed)


def test_the_base_value_holds_before_the_first_dated_one_and_is_cited_as_the_base(facts: Facts) -> None:
    profile = profiles_of(replace(facts.office, profiles=(OWN,)))["f1"]
    held = InForce(profile=profile, from_=PAST)
    before, after = (held.ruling(INVITED, day) for day in (DAY - dt.timedelta(days=1), DAY))
    assert before is not None
    assert after is not None
    assert (before.value, before.cite.profile, before.cite.unchecked) == (ahead(1), "lung-phinh-2025", True)
    assert (after.value, after.cite.profile, after.cite.at) == (ahead(3), "f1", Clause(article="Điều 12"))


def test_the_eve_and_the_day_are_compared_where_a_value_changes_on_that_day(facts: Facts) -> None:
    head = replace(facts.office.office, regulations=(RegulationUse(profile="f1", from_=PAST),))
    held = facts_of(replace(facts.office, office=head, profiles=(OWN,)))
    row = rows_of(held, regulation_change.amendment(held, DAY))[INVITED]
    assert (row.kind, row.old.value, row.new.value) == (*("changed", "1 ngày trước ngày họp", "3 ngày trước ngày họp"),)


@pytest.mark.parametrize(
    ("name", "base"),
    [
        ("Đảng ủy phường Tân Lâm", "lung-phinh-2025"),
        ("Đảng ủy xã An Bình", "lung-phinh-2025"),
        ("Đảng uỷ đặc khu Sao Biển", "lung-phinh-2025"),
        ("Huyện ủy Sông Xanh", "tay-son-2024"),
        ("Thành ủy Sông Xanh", "tay-son-2024"),
        ("Đảng ủy Các cơ quan Đảng tỉnh", "bac-kan-ccq-2020"),
        ("Đảng ủy xã Trường Sơn", "lung-phinh-2025"),
        ("Đảng ủy phường Trường Thi", "lung-phinh-2025"),
        ("Ban Chấp hành Đảng bộ xã Khối Đá", "lung-phinh-2025"),
        ("Tỉnh ủy Bình An", "tay-son-2024"),
        ("Đảng ủy Trường Đại học An Bình", "bac-kan-ccq-2020"),
        ("Đảng ủy Tổng công ty Sông Xanh", "bac-kan-ccq-2020"),
    ],
)
def test_the_closest_shipped_one_is_suggested(name: str, base: str) -> None:
    assert own_profile.closest(name) == base


def test_the_kind_the_office_says_goes_before_its_name() -> None:
    assert own_profile.closest("Đảng ủy xã Trường Sơn", "company") == "bac-kan-ccq-2020"
    assert own_profile.closest("Đảng ủy Sông Xanh") == "lung-phinh-2025"
    assert own_profile.closest("Đảng ủy Sông Xanh", "district") == "tay-son-2024"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("11.3", "khoản 3 Điều 11"),
        ("11.3.a", "điểm a khoản 3 Điều 11"),
        ("Điều 11, khoản 3, điểm đ", "điểm đ khoản 3 Điều 11"),
        ("đ11 k3", "khoản 3 Điều 11"),
        ("ĐIỀU 4 gạch đầu dòng thứ 2", "gạch đầu dòng thứ hai Điều 4"),
        ("điều 5 đoạn cuối", "đoạn cuối Điều 5"),
        ("điểm a khoản 1 Điều 10", "điểm a khoản 1 Điều 10"),
        ("khoản 2, Điều 5", "khoản 2 Điều 5"),
        ("Khoản 2 - Điều 5a", "khoản 2 Điều 5a"),
        ("5a.2", "khoản 2 Điều 5a"),
        ("mục 2.1 Điều 5", "điểm 2.1 Điều 5"),
        ("Điều 10, khoản 1, điểm a", "điểm a khoản 1 Điều 10"),
        ("Điều 10 (khoản 1): điểm a)", "điểm a khoản 1 Điều 10"),
        ("điểm a) của khoản (1) tại Điều 10 Quy chế này", "điểm a khoản 1 Điều 10"),
        ("đ.a k.1 Đ.10", "điểm a khoản 1 Điều 10"),
        ("khoản 2.1 Điều 5", "điểm 2.1 Điều 5"),
        ("Điều 4, gạch thứ 2", "gạch đầu dòng thứ hai Điều 4"),
        ("khoản 1 mục II", "khoản 1 Mục II"),
        ("mục 2.1", "Mục 2.1"),
        ("tiết a khoản 1 Điều 3", "điểm a khoản 1 Điều 3"),
        ("gạch đầu dòng thứ nhất điểm b khoản 10 Điều 2", "gạch đầu dòng thứ nhất điểm b khoản 10 Điều 2"),
        ("đoạn sau điểm d khoản 2 mục iv.1", "đoạn sau điểm d khoản 2 Mục IV.1"),
    ],
)
def test_a_place_is_read_as_a_clerk_types_it(typed: str, shown: str) -> None:
    assert cite_words(read_cite(typed)) == shown


@pytest.mark.parametrize("typed", ["", "khoản 3", "quy chế", "Điều", "Điều 3 abc", "Điều 3 khoản 1 Điều 4"])
def test_a_place_without_an_article_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match="Điều, khoản, điểm: "):
        read_cite(typed)


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        (INVITED, ahead(3), "Giấy mời hội nghị Ban Thường vụ phải gửi trước ngày họp ba ngày."),
        (INVITED, ahead(15), "Giấy mời hội nghị Ban Thường vụ phải gửi trước ngày họp 15 ngày."),
        ("meeting.quorum.btv", {"at_least": "3/4", "of": "members"},
         "Hội nghị Ban Thường vụ chỉ được tiến hành khi có từ ba phần tư tổng số ủy viên trở lên."),
        ("absence.commune.required", False,
         "Ủy viên đi công tác ra khỏi xã phải báo cáo, dù chỉ trong ngày; quy chế của đơn vị ghi: không."),
        ("meeting.invitations.exempt_kinds", [], "Loại hội nghị không phải theo thời hạn gửi giấy mời."),
    ],
)  # fmt: skip
def test_a_sentence_is_said_anew_for_another_value(key: str, value: Value, said: str) -> None:
    parameter = load_profiles()["lung-phinh-2025"].parameters[key]
    assert sentence(parameter, parameter.values[-1].value, value) == said


# The settings gathered


def test_every_setting_and_every_silence_stands_once(facts: Facts) -> None:
    lines = office_settings.gathered(facts, TODAY)
    assert len({line.key for line in lines}) == len(lines)
    assert {line.key for line in lines if line.setting} == set(facts.settings)
    silent = {row.key for row in ruleset.parameters(facts.in_force_list[0], TODAY, only="silent") if not row.setting}
    assert {line.key for line in lines if line.setting is None} == silent


def test_a_setting_the_regulation_answers_itself_is_not_called_upon(facts: Facts) -> None:
    lines = {line.key: line for line in office_settings.gathered(facts, TODAY)}
    assert lines["decision.majority"].group == office_settings.IDLE
    assert lines["decision.majority"].cites
    assert lines["ballot.days"].group == office_settings.FILLING
    assert lines["ballot.days"].source == "theo quy ước của đơn vị"


def test_an_office_without_a_regulation_has_its_settings_all_the_same() -> None:
    empty = facts_of(replace(sample_office("tay-son-2024"), office=OfficeHead(name="", regulations=())))
    lines = office_settings.gathered(empty, TODAY)
    assert {line.key for line in lines} == set(empty.settings)


def test_a_use_keeps_the_decision_behind_it(facts: Facts) -> None:
    draft = Draft(profile="lung-phinh-2025", from_=DAY, document="  Quyết định   15-QĐ/HU ")
    changed = regulation_change.proposed(facts, draft, ruleset.on_offer())
    assert changed.office.office.regulations[-1] == RegulationUse(
        profile="lung-phinh-2025", from_=DAY, document="Quyết định 15-QĐ/HU"
    )
    assert [use.document for use in ruleset.uses(changed, TODAY)] == [
        "Quyết định 15-QĐ/HU",
        "Nghị quyết hội nghị Huyện ủy ngày 31/5/2024",
    ]
    assert Verdict.MET in {one.verdict for one in check(changed, on=TODAY)}
