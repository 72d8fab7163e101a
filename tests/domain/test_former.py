"""Names of 0.1 in office files and in JSON are read as those of today, and say the same."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.former import office_now, overrides_now, parameters_now
from desktop.domain.records import Office, OfficeHead, OwnCite, OwnParameter, OwnProfile, RegulationUse, Value
from desktop.exchange.office_json import read_office, write_office

AHEAD: Value = {"n": 5, "unit": "working-days", "side": "before", "of": "meeting"}
NOW: list[tuple[str, dict[str, Value], dict[str, Value]]] = [
    ("", {"meeting.cadence.bch.months": 4}, {"meeting.cadence.bch": {"gap": 4, "unit": "months"}}),
    ("", {"meeting.cadence.btv.per_month": 3}, {"meeting.cadence.btv": {"n": 3, "per": "month"}}),
    (
        "lung-phinh-2025",
        {"meeting.cadence.btv.per_month": 3},
        {"meeting.cadence.btv": {"n": 3, "per": "month", "when": "end"}},
    ),
    (
        "lung-phinh-2025",
        {"meeting.cadence.thuong-truc.weekday": "friday"},
        {"meeting.cadence.thuong-truc": {"n": 1, "per": "week", "weekday": "friday"}},
    ),
    (
        "",
        {"meeting.working.front-and-unions.months": 3, "meeting.working.front-and-unions.bodies": ["btv"]},
        {
            "meeting.working.front-and-unions.bodies": ["btv"],
            "meeting.working.front-and-unions": {"gap": 3, "unit": "months"},
        },
    ),
    ("", {"meeting.invitations.btv.working_days": 5}, {"meeting.invitations.btv": AHEAD}),
    ("", {"meeting.papers.received.working_days": 5}, {"meeting.papers.received": AHEAD}),
    ("", {"meeting.quorum.bch.share": "3/4"}, {"meeting.quorum.bch": {"at_least": "3/4", "of": "members"}}),
    ("", {"decision.majority.base": "present"}, {"decision.majority": {"over": "1/2", "of": "present"}}),
    (
        "",
        {"decision.majority.base": "present", "decision.majority.share": "2/3"},
        {"decision.majority": {"over": "2/3", "of": "present"}},
    ),
    (
        "",
        {"meeting.extraordinary.bch.petition_over": False, "meeting.extraordinary.bch.petition_share": "1/3"},
        {"meeting.extraordinary.bch.petition": {"at_least": "1/3", "of": "members"}},
    ),
    ("", {"absence.reported.working_days": 2}, {"absence.reported.working_days": 2}),
]


@pytest.mark.parametrize(("profile", "formerly", "now"), NOW)
def test_an_offices_own_values_are_those_of_today(
    profile: str, formerly: dict[str, Value], now: dict[str, Value]
) -> None:
    assert overrides_now(formerly, profile) == now
    assert overrides_now(now, profile) == now


def test_parts_of_one_content_become_one_value_under_the_first_article() -> None:
    first, second = OwnCite(article="Điều 12"), OwnCite(article="Điều 13")
    later = dt.date(2026, 1, 1)
    given = (
        OwnParameter(key="meeting.cadence.bch.months", value=None),
        OwnParameter(key="meeting.cadence.bch.per_quarter", value=2, cite=first),
        OwnParameter(key="meeting.cadence.bch.when", value="quarter-start", cite=second),
        OwnParameter(key="meeting.cadence.bch.per_quarter", value=1, from_=later, cite=second),
        OwnParameter(key="meeting.quorum.btv.share", value=None),
        OwnParameter(key="absence.reported.working_days", value=4),
    )
    assert parameters_now(given) == (
        OwnParameter(key="absence.reported.working_days", value=4),
        OwnParameter(key="meeting.cadence.bch", value={"n": 2, "per": "quarter", "when": "start"}, cite=first),
        OwnParameter(key="meeting.cadence.bch", value={"n": 1, "per": "quarter"}, from_=later, cite=second),
        OwnParameter(key="meeting.quorum.btv", value=None),
    )


def test_json_of_0_1_is_read_and_written_in_todays_names() -> None:
    use = RegulationUse(
        profile="tay-son-2024", from_=dt.date(2024, 5, 31), overrides={"meeting.quorum.bch.share": "3/4"}
    )
    own = OwnProfile(
        id="own1", base="lung-phinh-2025", parameters=(OwnParameter(key="ballot.majority.share", value="2/3"),)
    )
    office = Office(office=OfficeHead(name="Đảng ủy thử", regulations=(use,)), profiles=(own,))
    read = read_office(write_office(office))
    assert read.office.regulations[0].overrides == {"meeting.quorum.bch": {"at_least": "3/4", "of": "members"}}
    (kept,) = read.profiles[0].parameters
    assert (kept.key, kept.value) == ("ballot.majority", {"over": "2/3", "of": "members"})
    assert read_office(write_office(read)) == read


def test_an_office_that_speaks_of_today_stays_the_very_same() -> None:
    head = OfficeHead(name="Đảng ủy thử", regulations=(RegulationUse(profile="tay-son-2024"),))
    office = Office(office=head)
    assert office_now(office).office is head
    assert office_now(office) == replace(office)
