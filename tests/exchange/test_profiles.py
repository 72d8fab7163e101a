"""Every parameter of every regulation that ships, and an office's own values checked against them."""

import ast
import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from desktop.domain.findings import Cite, Clause
from desktop.domain.records import Office, OfficeHead, OwnCite, OwnParameter, OwnProfile, RegulationUse, Value
from desktop.domain.refusal import Refusal
from desktop.domain.regulation import Dated, InForce, Parameter, Profile
from desktop.exchange.profile_file import parse_clause, parse_profile, parse_settings
from desktop.exchange.profiles import (
    PROFILES,
    check_own_profiles,
    check_settings,
    load_practice,
    load_profile,
    load_profiles,
    load_settings,
    own_profile,
    profiles_of,
)
from desktop.exchange.value_kinds import UNITS, problem_of

EVERY = (*load_profiles().values(), load_practice())
DAY = dt.date(2025, 1, 15)


def parameters() -> Iterator[tuple[Profile, Parameter]]:
    for profile in EVERY:
        for parameter in profile.parameters.values():
            yield profile, parameter


ALL = list(parameters())
IDS = [f"{profile.name}:{parameter.key}" for profile, parameter in ALL]


def sentences(profile: Profile) -> Iterator[str]:
    yield from (parameter.means for parameter in profile.parameters.values())
    yield from (silence.means for silence in profile.silences)
    for oddity in profile.oddities:
        yield from (oddity.finding, oddity.treatment)


@pytest.mark.parametrize(("profile", "parameter"), ALL, ids=IDS)
def test_a_parameter_is_whole(profile: Profile, parameter: Parameter) -> None:
    assert parameter.unit in UNITS
    assert re.fullmatch(r"[a-zđ0-9_-]+(\.[a-zđ0-9_-]+)+", parameter.key)
    for dated in parameter.values:
        assert problem_of(parameter.key, parameter.unit, dated.value) is None
        assert dated.at is not None
        for clause in (dated.at, *dated.also):
            assert within(profile, parameter.key, clause), clause


def within(profile: Profile, key: str, clause: Clause) -> bool:
    """Whether the article cited exists in the regulation it stands in; the national report has sections instead."""
    owner = profile.inherited.get(key, profile.name)
    if owner == "practice":
        return clause.article.startswith("Mục ")
    number = re.fullmatch(r"Điều (\d+)", clause.article)
    return number is not None and 1 <= int(number[1]) <= load_profile(owner).articles


@pytest.mark.parametrize("profile", EVERY, ids=lambda profile: profile.name)
def test_what_a_profile_says_is_one_sentence_each(profile: Profile) -> None:
    for text in sentences(profile):
        assert text == unicodedata.normalize("NFC", text)
        assert re.fullmatch(r"[^.!?]+(\.[^\s.!?]+)*\.", text), text
        assert text[0].isupper(), text
        assert "uỷ" not in text.lower(), text


@pytest.mark.parametrize("profile", EVERY, ids=lambda profile: profile.name)
def test_a_silence_is_no_parameter(profile: Profile) -> None:
    keys = [silence.key for silence in profile.silences]
    assert len(keys) == len(set(keys))
    assert not set(keys) & profile.parameters.keys()
    assert {silence.setting for silence in profile.silences if silence.setting} <= load_settings().keys()


def test_a_key_has_one_unit_in_every_regulation() -> None:
    units: dict[str, str] = {}
    for _, parameter in ALL:
        assert units.setdefault(parameter.key, parameter.unit) == parameter.unit, parameter.key


def test_every_setting_fills_a_silence_and_is_named_by_it() -> None:
    silent = {silence.key: silence.setting for profile in EVERY for silence in profile.silences if silence.setting}
    for key, setting in load_settings().items():
        assert setting.key == key
        for filled in setting.fills:
            assert silent.get(filled, key) == key, filled
        assert setting.means.endswith(".")
    assert set(silent.values()) <= load_settings().keys()


@pytest.mark.parametrize(
    ("name", "articles", "status"),
    [
        ("tay-son-2024", 24, "có hiệu lực"),
        ("202-qd-tw-2019", 11, "có hiệu lực"),
        ("lung-phinh-2025", 23, "dự thảo"),
        ("bac-kan-ccq-2020", 16, "có hiệu lực"),
    ],
)
def test_the_headers(name: str, articles: int, status: str) -> None:
    profile = load_profile(name)
    assert (profile.articles, profile.status, profile.binding) == (articles, status, True)


TWO_THIRDS: Value = {"at_least": "2/3", "of": "members"}
OVER_HALF: Value = {"over": "1/2", "of": "members"}


def ahead(n: int, unit: str) -> Value:
    return {"n": n, "unit": unit, "side": "before", "of": "meeting"}


AGREED: list[tuple[str, tuple[Value | None, ...]]] = [
    ("meeting.quorum.bch", (TWO_THIRDS, None, TWO_THIRDS, TWO_THIRDS)),
    ("meeting.quorum.btv", (TWO_THIRDS, None, TWO_THIRDS, TWO_THIRDS)),
    ("meeting.invitations.bch", (ahead(3, "working-days"), None, ahead(1, "days"), None)),
    ("meeting.invitations.exempt_kinds", (["extraordinary"], None, ["extraordinary"], None)),
    ("meeting.papers.sent.bch", (ahead(3, "working-days"), None, ahead(1, "days"), None)),
    ("meeting.papers.sent.exempt_kinds", (["extraordinary"], None, ["extraordinary"], None)),
    ("meeting.papers.sent.exempt_matters", (["personnel", "organisation"], None, None, None)),
    ("meeting.papers.received", (ahead(4, "working-days"), None, ahead(2, "days"), None)),
    ("meeting.papers.received.unclear_kinds", (["extraordinary"], None, ["extraordinary"], None)),
    ("meeting.chair.role", ("bi-thu", None, "bi-thu", "bi-thu")),
    ("meeting.chair.deputy", ("automatic", None, "authorised", "named")),
    ("meeting.minutes.bodies", (["thuong-truc"], None, None, None)),
    ("meeting.convened.bch.decided_by", ("btv", "btv", "btv", "btv")),
    ("meeting.convened.btv.convened_by", ("thuong-truc", "thuong-truc", "thuong-truc", "thuong-truc")),
    (
        "meeting.extraordinary.bch.grounds",
        (["need", "petition", "superior"], None, ["petition", "superior"], ["need", "superior"]),
    ),
    ("meeting.extraordinary.bch.petition", ({"at_least": "1/2", "of": "members"}, None, OVER_HALF, None)),
    ("meeting.guests.ubkt.required", (True, None, True, True)),
    ("meeting.guests.superior.required", (None, None, None, True)),
    ("meeting.guests.in-charge.required", (None, None, None, True)),
    ("meeting.questioning.required", (True, None, None, None)),
    ("meeting.report-between-sessions.required", (True, True, True, True)),
    (
        "meeting.cadence.bch",
        (
            {"gap": 3, "unit": "months"},
            None,
            {"gap": 3, "unit": "months", "when": "start"},
            {"n": 1, "per": "quarter"},
        ),
    ),
    (
        "meeting.cadence.btv",
        ({"n": 2, "per": "month"}, None, {"n": 1, "per": "month", "when": "end"}, {"n": 1, "per": "month"}),
    ),
    (
        "meeting.cadence.thuong-truc",
        ({"n": 1, "per": "week"}, None, {"n": 1, "per": "week", "weekday": "monday"}, None),
    ),
    (
        "meeting.working.front-and-unions",
        ({"gap": 6, "unit": "months"}, {"gap": 12, "unit": "months"}, {"n": 1, "per": "month"}, None),
    ),
    ("decision.majority", (OVER_HALF, None, OVER_HALF, None)),
    ("ballot.electorate.bodies", (["btv"], None, ["btv"], ["bch", "btv"])),
    ("ballot.matter.excluded", (["personnel"], None, None, None)),
    ("ballot.matter.btv.allowed", (None, None, None, ["political-standard", "evaluation"])),
    ("delegated.unanimity.required", (True, True, None, None)),
    ("absence.reported.working_days", (3, None, 2, None)),
    ("absence.commune.required", (None, None, True, None)),
    ("visit.unit.periods", (["year"], None, None, None)),
    ("report.upward.periods", (None, None, None, ["month", "quarter", "half", "nine-months", "year"])),
]


@pytest.mark.parametrize(("key", "expected"), AGREED, ids=[key for key, _ in AGREED])
def test_the_agreed_values(key: str, expected: tuple[Value | None, ...]) -> None:
    held = [InForce(profile=load_profile(name), from_=dt.date(2018, 1, 1)).ruling(key, DAY) for name in PROFILES]
    assert tuple(ruling.value if ruling else None for ruling in held) == expected


@pytest.mark.parametrize(
    ("name", "count"), [("tay-son-2024", 13), ("202-qd-tw-2019", 10), ("lung-phinh-2025", 9), ("bac-kan-ccq-2020", 0)]
)
def test_the_delegated_matters_are_listed_one_by_one(name: str, count: int) -> None:
    own = load_profile(name).parameters
    items = own["delegated.matter.items"].values[-1].value if "delegated.matter.items" in own else []
    assert isinstance(items, list)
    assert len(items) == count
    assert {key.removeprefix("delegated.matter.item.") for key in own if ".item." in key} == set(items)


def test_a_ruling_reads_its_share_as_a_fraction() -> None:
    ruling = InForce(profile=load_profile("tay-son-2024"), from_=DAY).ruling("meeting.quorum.bch", DAY)
    assert ruling is not None
    assert (ruling.share.fraction, ruling.share.over) == (Fraction(2, 3), False)
    assert ruling.cite == Cite(profile="tay-son-2024", at=Clause(article="Điều 18", clause="khoản 1"))


def test_what_the_district_inherits_cites_the_frame() -> None:
    profile = load_profile("tay-son-2024")
    assert dict(profile.inherited) == {"body.thuong-truc.roles": "202-qd-tw-2019"}
    ruling = InForce(profile=profile, from_=DAY).ruling("body.thuong-truc.roles", DAY)
    assert ruling is not None
    assert (ruling.cite.profile, ruling.cite.at) == ("202-qd-tw-2019", Clause(article="Điều 2", clause="khoản 3"))
    assert not load_profile("lung-phinh-2025").inherited


def test_the_national_report_is_advice_and_no_profile() -> None:
    assert not load_practice().binding
    assert load_practice().name not in load_profiles()
    with pytest.raises(Refusal, match="practice"):
        load_profile("practice")


# Files that are wrong

HEAD = """
title = "Quy chế thử"
committee = ""
superior = ""
level = ""
status = ""
issued = ""
binding = true
articles = 3
"""
ONE = """
[parameters."absence.reported.working_days"]
unit = "working-days"
value = 2
at = "Điều 1, khoản 2, điểm đ, đoạn 2, gạch đầu dòng thứ 3"
means = "Đi từ hai ngày trở lên phải báo."
"""


def test_a_file_is_read() -> None:
    profile = parse_profile("thu", HEAD + ONE)
    (dated,) = profile.parameters["absence.reported.working_days"].values
    assert dated.value == 2
    assert dated.from_ is None
    assert dated.at == Clause(
        article="Điều 1", clause="khoản 2", point="điểm đ", paragraph="đoạn 2", dash="gạch đầu dòng thứ 3"
    )


def test_a_repealed_rule_is_a_dated_silence() -> None:
    values = """
[parameters."absence.reported.working_days"]
unit = "working-days"
means = "Đi vắng phải báo."
values = [
  { value = 2, at = "Điều 1" },
  { repealed = true, from = 2025-01-01, at = "Điều 3" },
]
"""
    in_force = InForce(profile=parse_profile("thu", HEAD + values), from_=dt.date(2024, 1, 1))
    key = "absence.reported.working_days"
    before = in_force.ruling(key, dt.date(2024, 12, 31))
    assert before is not None
    assert before.value == 2
    assert in_force.ruling(key, dt.date(2025, 1, 1)) is None


def test_an_override_where_the_text_is_silent_rests_on_the_office_alone() -> None:
    key = "absence.reported.working_days"
    silent = Parameter(key=key, unit="working-days", means="", values=(Dated(value=None, at=Clause(article="Điều 9")),))
    profile = Profile(name="thu", title="", parameters={key: silent})
    ruling = InForce(profile=profile, from_=DAY, overrides={key: 4}).ruling(key, DAY)
    assert ruling is not None
    assert (ruling.value, ruling.cite, ruling.overridden) == (4, Cite(office=True), True)


@pytest.mark.parametrize(
    ("changed", "to", "named"),
    [
        ("value = 2", 'value = "2"', "parameters.absence.reported.working_days.value"),
        ("value = 2", "value = 2.0", "parameters.absence.reported.working_days"),
        ("value = 2", "", "parameters.absence.reported.working_days"),
        ('unit = "working-days"', 'unit = "hours"', "parameters.absence.reported.working_days.unit"),
        ("khoản 2,", "khoản hai,", "khoản hai"),
        ("Điều 1, khoản 2, điểm đ", "khoản 2, điểm đ", "thiếu điều"),
        ("means =", "meaning =", "parameters.absence.reported.working_days"),
        ("phải báo.", "phải báo", "means"),
        ("binding = true", 'binding = "yes"', "binding"),
        ("articles = 3", "articles = 3\nextra = 1", "extra"),
        ("articles = 3", 'articles = 3\ninherits = ["a.b"]', "inherits"),
        ("articles = 3", "articles = [", "tệp chưa đúng"),
        ('[parameters."absence.reported.working_days"]', '[parameters]\n"a.b" = 5\n[other]', "parameters.a.b"),
        ('[parameters."absence.reported.working_days"]', "[[parameters]]", "parameters"),
    ],
)
def test_a_wrong_file_is_named_with_its_key(changed: str, to: str, named: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_profile("thu", (HEAD + ONE).replace(changed, to))
    assert refused.value.sentence.startswith("thu.toml")
    assert named in refused.value.sentence


@pytest.mark.parametrize("text", ["", "Điều", "Điều 1, Điều 2", "khoản 1", "Điều 1, điểm a, khoản 2", "Điều 1 khoản 2"])
def test_a_citation_is_read_strictly(text: str) -> None:
    with pytest.raises(Refusal):
        parse_clause(text)


def test_a_wrong_default_of_a_setting_is_refused() -> None:
    text = '["a.b"]\nkind = "count"\ndefault = "hai"\nmeans = "Số ngày."\nfills = []\n'
    with pytest.raises(Refusal, match=r"a\.b\.default"):
        parse_settings("settings.toml", text)
    with pytest.raises(Refusal, match=r"a"):
        parse_settings("settings.toml", "a = 3\n")


# An office's own values


def head(overrides: dict[str, Value] | None = None, settings: dict[str, Value] | None = None) -> OfficeHead:
    use = RegulationUse(profile="tay-son-2024", from_=DAY, overrides=overrides)
    return OfficeHead(name="Huyện ủy An Bình", regulations=(use,), settings=settings)


def test_right_values_pass() -> None:
    settings: dict[str, Value] = {
        **{"count": "nth-working-day", "report.received.day": 22, "ballot.days": 5, "absence.result.days": 5},
        **{"decision.majority": "1/2", "spelling": "ủy"},
    }
    assert check_settings(head({"absence.reported.working_days": 2}, settings), load_profiles()) == []


@pytest.mark.parametrize(
    ("overrides", "settings", "path"),
    [
        ({"absence.reported.working_days": "2"}, {}, "overrides.absence.reported.working_days"),
        ({"absence.reported.working_days": True}, {}, "overrides.absence.reported.working_days"),
        ({"absence.reported.days": 2}, {}, "overrides.absence.reported.days"),
        ({"ballot.due": 2}, {}, "overrides.ballot.due"),
        ({"meeting.quorum.bch.share": "3/2"}, {}, "overrides.meeting.quorum.bch.share"),
        ({"meeting.chair.deputy": "anyone"}, {}, "overrides.meeting.chair.deputy"),
        ({"ballot.matter.excluded": ["personnel", "x"]}, {}, "overrides.ballot.matter.excluded"),
        ({}, {"count": "all"}, "settings.count"),
        ({}, {"report.received.day": 32}, "settings.report.received.day"),
        ({}, {"nothing": 1}, "settings.nothing"),
    ],
)
def test_wrong_values_are_named(overrides: dict[str, Value], settings: dict[str, Value], path: str) -> None:
    ((where, expected),) = check_settings(head(overrides, settings), load_profiles())
    assert where.startswith("office.")
    assert where.endswith(path)
    assert expected


def test_an_unknown_regulation_is_named() -> None:
    wrong = OfficeHead(name="", regulations=(RegulationUse(profile="x", from_=DAY),))
    ((where, expected),) = check_settings(wrong, load_profiles())
    assert where == "office.regulations[0].profile"
    assert "tay-son-2024" in expected


OWN = OwnProfile(
    id="an-binh-2026",
    title="Quy chế An Bình",
    base="lung-phinh-2025",
    parameters=(
        OwnParameter(key="absence.reported.working_days", value=4, cite=OwnCite(article="Điều 7", clause="khoản 2")),
        OwnParameter(key="absence.commune.required", value=None),
        OwnParameter(key="absence.reported.form", value="written", cite=OwnCite(article="Điều 7")),
    ),
)


def test_an_office_may_describe_its_own_regulation() -> None:
    office = Office(office=head(), profiles=(OWN,))
    assert check_own_profiles(office) == []
    in_force = InForce(profile=profiles_of(office)["an-binh-2026"], from_=DAY)
    days = in_force.ruling("absence.reported.working_days", DAY)
    assert days is not None
    assert (days.value, days.cite.profile, days.cite.at) == (
        *(4, "an-binh-2026"),
        Clause(article="Điều 7", clause="khoản 2"),
    )
    assert in_force.ruling("absence.commune.required", DAY) is None
    kept = in_force.ruling("meeting.quorum.bch", DAY)
    assert kept is not None
    assert kept.cite.profile == "lung-phinh-2025"
    assert "absence.reported.form" not in {silence.key for silence in in_force.profile.silences}


def test_an_own_value_may_change_from_a_day() -> None:
    key = "absence.reported.working_days"
    later = OwnParameter(key=key, value=1, from_=dt.date(2026, 6, 1))
    own = OwnProfile(id="x", base="lung-phinh-2025", parameters=(later, OwnParameter(key=key, value=4)))
    in_force = InForce(profile=own_profile(own, load_profiles()), from_=DAY)
    held = [in_force.ruling(key, day) for day in (dt.date(2026, 5, 31), dt.date(2026, 6, 1))]
    assert [ruling.value for ruling in held if ruling] == [4, 1]


def test_a_wrong_own_regulation_is_named() -> None:
    wrong = OwnProfile(
        id="tay-son-2024",
        base="khong-co",
        parameters=(OwnParameter(key="a.b", value=1), OwnParameter(key="meeting.quorum.bch", value=2)),
    )
    paths = [path for path, _ in check_own_profiles(Office(office=head(), profiles=(wrong,)))]
    assert paths == [
        *("profiles[0].id", "profiles[0].base"),
        *("profiles[0].parameters[0].key", "profiles[0].parameters[1].value"),
    ]


def test_an_own_value_of_a_key_no_regulation_has_is_named_and_stops_nothing() -> None:
    own = OwnProfile(id="own1", base="lung-phinh-2025", parameters=(OwnParameter(key="ballot.dues", value=5),))
    office = Office(office=head(), profiles=(own,))
    assert "ballot.dues" not in profiles_of(office)["own1"].parameters
    assert [path for path, _ in check_own_profiles(office)] == ["profiles[0].parameters[0].key"]


# What the program asks

ROOT = Path(__file__).resolve().parents[2]
FAMILIES = {parameter.key.partition(".")[0] for _, parameter in ALL} - {"practice"}
NAMED = re.compile(rf"({'|'.join(sorted(FAMILIES))})(\.[a-z_-]+)+")
ABOUT_NONE = ("regulation.in-force", "document.number", "delegated.point")
"""A rule for where no regulation holds, one that rests on `document.form.required`, and a key of the figures."""


def test_the_program_asks_for_no_key_that_no_regulation_has() -> None:
    silent = {silence.key for profile in EVERY for silence in profile.silences}
    known = {parameter.key for _, parameter in ALL} | silent | load_settings().keys()
    for path in [path for part in ("domain", "usecases") for path in (ROOT / "desktop" / part).rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            word = node.value if isinstance(node, ast.Constant) else None
            if isinstance(word, str) and NAMED.fullmatch(word) and word not in ABOUT_NONE:
                assert any(key == word or key.startswith(f"{word}.") for key in known), f"{path.name}: {word}"
