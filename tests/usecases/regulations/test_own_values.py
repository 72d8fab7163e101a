"""A value of the office's own holds from a day on: what happened before stays judged by what then held."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.compliance import check
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.records import OfficeHead
from desktop.domain.refusal import Refusal
from desktop.sample.sample import PROFILES, demo_day, sample_office
from desktop.usecases.base.facts import facts_of
from desktop.usecases.compliance import regulation_change
from desktop.usecases.compliance.account import account
from desktop.usecases.regulations import own_values, ruleset, settings
from desktop.usecases.regulations import settings_gathered as office_settings
from desktop.usecases.regulations.own_values import Kept, Subject

TODAY = dt.date(2024, 8, 29)
JULY = dt.date(2024, 7, 1)
AUGUST = dt.date(2024, 8, 1)
AWAY = "absence.reported.working_days"
REPORT = "report.received.day"


@pytest.fixture(scope="module")
def facts() -> Facts:
    return facts_of(sample_office("tay-son-2024", as_of=TODAY))


def setting(facts: Facts, key: str = REPORT) -> Subject:
    return own_values.of_setting(next(one for one in settings.settings(facts, TODAY) if one.key == key))


def parameter(facts: Facts, key: str = AWAY) -> Subject:
    held = facts.in_force(TODAY)
    assert held
    return own_values.of_parameter(next(one for one in ruleset.parameters(held, TODAY) if one.key == key))


def under(facts: Facts, head: OfficeHead) -> Facts:
    return own_values.proposed(facts, head)


def found(facts: Facts, rule: str) -> dict[str, Finding]:
    return {one.subject: one for one in check(facts, on=TODAY) if one.rule == rule}


def differing(facts: Facts, changed: Facts, rule: str) -> set[str]:
    before, after = found(facts, rule), found(changed, rule)
    return {one for one in before.keys() | after.keys() if before.get(one) != after.get(one)}


# Records on both sides of the day


def test_a_report_day_of_july_leaves_june_as_it_was(facts: Facts) -> None:
    changed = under(facts, own_values.with_value(facts, setting(facts), "3", JULY))
    periods = {subject.rpartition("/")[2] for subject in differing(facts, changed, "report.received")}
    assert {"2024-07", "2024-08"} <= periods
    assert all(period >= "2024-07" for period in periods)
    assert found(changed, "report.received")["units/cbkl/2024-07"].due == dt.date(2024, 7, 3)


def test_an_own_value_of_august_leaves_the_trips_of_july_as_they_were(facts: Facts) -> None:
    changed = under(facts, own_values.with_value(facts, parameter(facts), "6", AUGUST))
    started = {one.id: one.from_ for one in facts.office.absences}
    days = [started[subject.partition("/")[2]] for subject in differing(facts, changed, "absence.reported")]
    assert days
    assert min(days) >= AUGUST
    assert any(day < AUGUST for day in started.values())
    everything = own_values.own_head(facts, AWAY, "6", dt.date(2024, 5, 31))
    whole = under(facts, everything)
    earlier = [started[subject.partition("/")[2]] for subject in differing(facts, whole, "absence.reported")]
    assert min(earlier) < AUGUST, "from its first day it would have judged July anew"


def test_what_changes_is_told_before_with_its_day(facts: Facts) -> None:
    head = own_values.with_value(facts, parameter(facts), "6", AUGUST)
    effects = regulation_change.effects(facts, under(facts, head), AUGUST, TODAY)
    assert effects.past or effects.ahead
    assert not effects.earlier
    later = dt.date(2024, 10, 1)
    head = own_values.with_value(facts, setting(facts), "3", later)
    effects = regulation_change.effects(facts, under(facts, head), later, TODAY)
    assert (effects.past, effects.ahead, effects.earlier) == ((), (), ())


# Day by day


def test_the_values_of_a_setting_follow_each_other_and_each_can_be_taken_out(facts: Facts) -> None:
    first = under(facts, own_values.set_head(facts, REPORT, "3", JULY))
    both = under(first, own_values.set_head(first, REPORT, "", AUGUST))
    (*_, july, august) = own_values.history(both, setting(both))
    assert (july.from_, july.to, july.value) == (JULY, AUGUST - dt.timedelta(days=1), "3")
    assert (august.from_, august.to) == (AUGUST, None)
    gone = under(both, own_values.without(both, setting(both), AUGUST))
    assert gone.own_setting(REPORT, TODAY) == 3
    undated = replace(facts.office.office, settings={REPORT: 22}, settings_from=())
    kept = own_values.history(under(facts, undated), setting(facts))
    assert kept == (Kept(from_=None, to=None, value="22"),)
    assert own_values.without(under(facts, undated), setting(facts), None).settings == {}


def test_an_own_value_lists_the_regulation_again_and_taken_out_it_goes(facts: Facts) -> None:
    changed = under(facts, own_values.with_value(facts, parameter(facts), "6", AUGUST))
    first, second = changed.office.office.regulations
    assert (first.overrides, second.from_, second.overrides) == (None, AUGUST, {AWAY: 6})
    (only,) = own_values.history(changed, parameter(changed))
    assert (only.from_, only.to, only.value) == (AUGUST, None, "6 ngày làm việc")
    back = own_values.without(changed, parameter(changed), AUGUST)
    assert back.regulations == facts.office.office.regulations


def test_a_later_amendment_loses_the_value_with_it_but_keeps_its_own(facts: Facts) -> None:
    other, five = "meeting.invitations.btv", {"n": 5, "unit": "working-days", "side": "before", "of": "meeting"}
    once = under(facts, own_values.with_value(facts, parameter(facts), "6", JULY))
    twice = under(once, own_values.with_value(once, parameter(once, other), "5", AUGUST))
    assert [use.overrides for use in twice.office.office.regulations] == [None, {AWAY: 6}, {AWAY: 6, other: five}]
    back = own_values.without(twice, parameter(twice), JULY)
    assert [(use.from_, use.overrides) for use in back.regulations][1:] == [(AUGUST, {other: five})]


def test_the_texts_own_value_ends_the_offices(facts: Facts) -> None:
    own = under(facts, own_values.with_value(facts, parameter(facts), "6", JULY))
    back = under(own, own_values.with_value(own, parameter(own), "", AUGUST))
    assert [one.value for one in own_values.history(back, parameter(back))] == ["6 ngày làm việc", "Theo văn bản"]
    started = {f"absences/{one.id}": one.from_ for one in facts.office.absences}
    assert max(started[subject] for subject in differing(facts, back, "absence.reported")) < AUGUST


def test_what_changes_nothing_and_a_day_before_every_regulation_are_refused(facts: Facts) -> None:
    with pytest.raises(Refusal, match="khác mức đang dùng"):
        own_values.with_value(facts, parameter(facts), "3", AUGUST)
    with pytest.raises(Refusal, match="chưa có quy chế nào có hiệu lực"):
        own_values.with_value(facts, parameter(facts), "6", dt.date(2000, 1, 1))


def test_the_account_names_the_regulation_once(facts: Facts) -> None:
    changed = under(facts, own_values.with_value(facts, parameter(facts), "6", AUGUST))
    assert account(changed, "2024", on=TODAY).regulations == account(facts, "2024", on=TODAY).regulations


# What is offered


@pytest.mark.parametrize("profile", PROFILES)
def test_what_bears_on_nothing_is_not_offered(profile: str) -> None:
    day = demo_day(profile)
    facts = facts_of(sample_office(profile, as_of=day))
    lines = {one.key: one for one in office_settings.gathered(facts, day) if one.setting}
    assert not lines["report.council.period"].offered
    assert not lines["report.hearing.period"].offered
    assert lines["report.received.day"].offered
    assert lines["count"].offered is (profile == "tay-son-2024"), "no other of these counts in working days"
    changed = own_values.proposed(facts, own_values.set_head(facts, "count", "clear-days", dt.date(2020, 1, 1)))
    same = check(facts, on=day) == check(changed, on=day)
    assert same is not lines["count"].offered
