"""A parameter accepted is a parameter judged: changing it changes some finding of some worked case.

Or it is for reading only, says why, and no rule asks for it. The worked cases of tests/cases are tried with every value
the parameter's unit allows near its own.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from typing import get_args

import pytest

from desktop.domain import records
from desktop.domain.compliance import RULES
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.records import Value
from desktop.domain.regulation import InForce, Parameter
from desktop.exchange.profiles import PROFILES, load_profile
from desktop.exchange.value_kinds import PERIODS, POSTS, WORD_CHOICES, problem_of
from tests.domain.worked import Tried, expectations, judged

CODES: dict[str, tuple[str, ...]] = {
    "body": get_args(records.Body),
    "role": get_args(records.Role),
    "bodies": get_args(records.Body),
    "matters": get_args(records.Matter),
    "kinds": get_args(records.MeetingKind),
    "grounds": get_args(records.Ground),
    "reasons": get_args(records.BallotReason),
    "areas": get_args(records.AbsenceArea),
    "purposes": get_args(records.AbsencePurpose),
    "unit-kinds": get_args(records.UnitKind),
    "assignment-kinds": get_args(records.AssignmentKind),
    "posts": POSTS,
    "periods": PERIODS,
}
EVERY = [(name, each) for name in PROFILES for each in load_profile(name).parameters.values()]


@cache
def askers(profile: str) -> dict[str, list[Tried]]:
    """For each parameter the rules that ask for it, on every worked case on which they do."""
    asking = defaultdict(list)
    for under in expectations():
        for tried in judged(under) if under.profile == profile else ():
            for key in tried.asked:
                asking[key].append(tried)
    return asking


def others(parameter: Parameter) -> Iterator[Value]:
    """Values beside the parameter's own that its unit allows."""
    own = parameter.values[-1].value
    if isinstance(own, bool):
        yield not own
    elif isinstance(own, int):
        yield from (own + 1, own + 40, max(0, own - 1))
    elif isinstance(own, list):
        codes = CODES.get(parameter.unit, ())
        yield from ([each for each in own if each != gone] for gone in own)
        yield from ([*own, code] for code in codes if code not in own)
        yield []
    elif parameter.unit == "share":
        yield from ("1/1", "1/40", "3/4")
    else:
        yield from (code for code in WORD_CHOICES.get(parameter.key, CODES.get(parameter.unit, ())) if code != own)


def changed(each: InForce, key: str, value: Value | None) -> InForce:
    """The same regulation with another value, or silent where its unit allows but the one."""
    if value is not None:
        return replace(each, overrides={**each.overrides, key: value})
    parameters = {name: one for name, one in each.profile.parameters.items() if name != key}
    return replace(each, profile=replace(each.profile, parameters=parameters))


def changes(profile: str, parameter: Parameter) -> bool:
    key = parameter.key
    every = product(askers(profile).get(key, ()), values_of(parameter) or [None])
    return any(again(tried, key, value) != tried.found for tried, value in every)


def again(tried: Tried, key: str, value: Value | None) -> list[Finding]:
    """What the same rule finds in the same case with another value of a parameter."""
    held = tuple(changed(each, key, value) for each in tried.ready.in_force_list)
    ready = Facts(tried.ready.office, held, tried.ready.workdays, tried.ready.settings, tried.ready.committees)
    return list(RULES[tried.rule](ready, tried.window))


def values_of(parameter: Parameter) -> list[Value]:
    return [value for value in others(parameter) if not problem_of(parameter.key, parameter.unit, value)]


@pytest.mark.parametrize(("profile", "parameter"), EVERY, ids=[f"{name}-{each.key}" for name, each in EVERY])
def test_no_value_that_is_accepted_makes_a_rule_fail(profile: str, parameter: Parameter) -> None:
    for tried, value in product(askers(profile).get(parameter.key, ())[:2], values_of(parameter)):
        assert isinstance(again(tried, parameter.key, value), list)


@pytest.mark.parametrize(("profile", "parameter"), EVERY, ids=[f"{name}-{each.key}" for name, each in EVERY])
def test_a_parameter_accepted_is_a_parameter_judged(profile: str, parameter: Parameter) -> None:
    if parameter.reading:
        assert parameter.key not in askers(profile), "a rule asks for it"
    else:
        assert changes(profile, parameter), "no finding of any worked case changes with it"
