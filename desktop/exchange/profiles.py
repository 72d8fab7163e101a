"""The regulations that ship and those an office described itself, and the office's settings. May import domain only."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import resources
from itertools import groupby
from typing import Any

from desktop.domain import delegation
from desktop.domain.following import followed, taken_from
from desktop.domain.former import is_former, key_now, value_now
from desktop.domain.records import Duty, Office, OfficeHead, OwnParameter, OwnProfile, Value
from desktop.domain.refusal import Refusal
from desktop.domain.regulation import Dated, Parameter, Profile, clause_of
from desktop.domain.rules import delegated_matter, duty_own
from desktop.domain.settings import Setting
from desktop.domain.wording import listed_point
from desktop.exchange.profile_file import (
    fault,
    parse_contents,
    parse_profile,
    parse_reading,
    parse_settings,
    setting_problem,
)
from desktop.exchange.shape_kinds import of_period
from desktop.exchange.value_kinds import UNITS, problem_of

PROFILES = ("tay-son-2024", "202-qd-tw-2019", "lung-phinh-2025", "bac-kan-ccq-2020")
PRACTICE = "practice"
READING = "reading.toml"

Problem = tuple[str, str]
"""Where something is wrong (its JSON path) and what was expected there, in Vietnamese."""


def load_profiles() -> dict[str, Profile]:
    """The regulations that ship, by name; the national report is not one of them."""
    return dict(_profiles())


def load_profile(name: str) -> Profile:
    """Raises `Refusal` where no regulation of that name ships."""
    if name not in PROFILES:
        raise Refusal(f"Quy chế “{name}” chưa có sẵn, cần một trong: {', '.join(PROFILES)}.", field="profile")
    return _profiles()[name]


@cache
def load_practice() -> Profile:
    """The national report (practice and advice), never a ground for a verdict."""
    return parse_profile(PRACTICE, _shipped(f"regulations/{PRACTICE}.toml"))


def load_settings() -> dict[str, Setting]:
    """What the texts leave to the office, in the order in which it is shown."""
    return dict(_settings())


@cache
def _settings() -> dict[str, Setting]:
    return parse_settings("settings.toml", _shipped("settings.toml"))


@cache
def _profiles() -> dict[str, Profile]:
    read = {name: _marked(parse_profile(name, _shipped(f"regulations/{name}.toml"))) for name in PROFILES}
    return {name: _with_parent(profile, read) for name, profile in read.items()}


def _marked(profile: Profile) -> Profile:
    """With the reason beside every parameter that is for reading only."""
    reading = parse_reading(READING, _shipped(f"regulations/{READING}"), profile.name)
    marked = {key: replace(each, reading=reading.get(key, "")) for key, each in profile.parameters.items()}
    return replace(profile, parameters=marked)


def _shipped(path: str) -> str:
    return resources.files("resources").joinpath(*path.split("/")).read_text(encoding="utf-8")


def _with_parent(profile: Profile, read: dict[str, Profile]) -> Profile:
    """Lay what the profile inherits under its own parameters; its own always come first."""
    if not profile.inherited:
        return profile
    above = {key: read[owner].parameters.get(key) for key, owner in profile.inherited.items()}
    wrong = [key for key, held in above.items() if held is None or key in profile.parameters]
    if wrong:
        raise fault(f"{profile.name}.toml", "inherits", f"không kế thừa được {', '.join(wrong)}")
    return replace(profile, parameters={**profile.parameters, **{key: held for key, held in above.items() if held}})


# Regulations an office described itself


def profiles_of(office: Office) -> dict[str, Profile]:
    """Every regulation the office may name: those that ship, then its own, which are in its name."""
    shipped, head = load_profiles(), office.office
    described = (
        own_profile(own, shipped, followed(own, office.profiles)) for own in office.profiles if own.base in shipped
    )
    return {**shipped, **{own.name: replace(own, committee=head.name, superior=head.superior) for own in described}}


def regulations_of(office: Office) -> dict[str, Profile]:
    """Every regulation as an office is judged by it: of its own only what it confirmed, where it did not choose to
    work by the model meanwhile."""
    meanwhile = {own.id for own in office.profiles if own.by_base}
    return {name: each if name in meanwhile else each.confirmed() for name, each in profiles_of(office).items()}


def own_profile(own: OwnProfile, profiles: Mapping[str, Profile], before: OwnProfile | None = None) -> Profile:
    """An office's own regulation laid over its base; what it leaves unchanged still cites the base, as unchecked.

    What it only took over from the one `before` it still cites that one, unchecked too.
    """
    base = profiles[own.base]
    known = known_parameters(profiles)
    known = {each.key: found for each in own.parameters if (found := known_as(each.key, known))}
    by_key = sorted((each for each in own.parameters if each.key in known), key=lambda each: each.key)
    groups = ((key, list(group)) for key, group in groupby(by_key, lambda each: each.key))
    set_here = {key: _own_parameter(base, base.parameters.get(key, known[key]), group, before) for key, group in groups}
    kept = {key: base.inherited.get(key, base.name) for key in base.parameters if key not in set_here}
    return replace(
        base,
        name=own.id,
        title=own.title or base.title,
        parent=base.name,
        described=True,
        status="",
        issued="",
        replaces="",
        articles=0,
        parameters={**base.parameters, **set_here},
        inherited=kept,
        silences=tuple(each for each in base.silences if each.key not in set_here),
        oddities=(),
    )


def _own_parameter(base: Profile, known: Parameter, given: list[OwnParameter], before: OwnProfile | None) -> Parameter:
    """The own values in the order of their days; before the first dated one the base's value still holds."""
    ordered = sorted(given, key=lambda each: each.from_ or dt.date.min)
    own = [_own_value(known, each, before) for each in ordered]
    if own[0].from_ is not None and known.key in base.parameters:
        owner = base.inherited.get(known.key, base.name)
        laid_under = known.on(own[0].from_ - dt.timedelta(days=1))
        own.insert(0, replace(laid_under, from_=None, owner=laid_under.owner or owner))
    return replace(known, values=tuple(own))


def _own_value(known: Parameter, given: OwnParameter, before: OwnProfile | None) -> Dated:
    was = taken_from(given, before)
    return Dated(
        value=given.value,
        from_=given.from_,
        at=clause_of((was or given).cite),
        owner=before.id if was and before else "",
        means=given.means or known.means,
    )


def known_parameters(profiles: Mapping[str, Profile]) -> dict[str, Parameter]:
    """Every parameter a regulation may have, with its unit; the first regulation that has it explains it."""
    found: dict[str, Parameter] = dict(_contents())
    for profile in profiles.values():
        found = {**profile.parameters, **found}
    return found


def known_as(key: str, known: Mapping[str, Parameter]) -> Parameter | None:
    """A parameter a regulation may have; also what a point of delegation covers that no regulation that ships has."""
    code = key.removeprefix(delegated_matter.ITEM.of(""))
    if key in known or code == key or not delegation.is_point(code):
        return known.get(key)
    means = f"Những loại vấn đề thuộc {listed_point(code)} của danh mục ủy quyền."
    return Parameter(key=key, unit="matters", means=means, values=(Dated(value=None),))


@cache
def _contents() -> dict[str, Parameter]:
    return parse_contents("contents.toml", _shipped("contents.toml"))


# What an office file says about its regulations and settings


def check_settings(head: OfficeHead, profiles: Mapping[str, Profile]) -> list[Problem]:
    """What is wrong with the office's choice of regulations, its overrides and its settings; empty where nothing is."""
    problems = []
    taken: set[dt.date] = set()
    for index, use in enumerate(head.regulations):
        path = f"office.regulations[{index}]"
        if use.from_ in taken:
            problems.append((f"{path}.from", "mỗi ngày chỉ một quy chế bắt đầu có hiệu lực"))
        taken |= {use.from_} if use.from_ else set()
        if not use.profile:  # none yet: nothing is in force
            continue
        if use.profile not in profiles:
            problems.append((f"{path}.profile", f"một trong: {', '.join(profiles)}"))
        else:
            problems += _wrong_overrides(f"{path}.overrides", use.overrides or {}, profiles[use.profile])
    problems += _wrong_settings(head.settings or {}, "office.settings")
    for index, each in enumerate(head.settings_from):
        if each.key:
            problems += _wrong_settings({each.key: each.value}, f"office.settings_from[{index}]")
    return problems


def _wrong_overrides(path: str, overrides: Mapping[str, Any], profile: Profile) -> Iterator[Problem]:
    for key, value in overrides.items():
        parameter = profile.parameters.get(key_now(key))
        if parameter is None:
            yield f"{path}.{key}", f"một nội dung mà lệnh “thuky regulations {profile.name}” liệt kê"
        elif expected := _problem(parameter, key, value):
            yield f"{path}.{key}", expected


def _problem(parameter: Parameter, key: str, value: Value | None) -> str | None:
    """What a value should have been, also under the name that 0.1 gave it."""
    now = value_now([(key, value)]) if is_former(key) else value
    return problem_of(parameter.key, parameter.unit, now)


def _wrong_settings(settings: Mapping[str, Any], path: str) -> Iterator[Problem]:
    known = load_settings()
    for key, value in settings.items():
        if key not in known:
            yield f"{path}.{key}", f"một trong: {', '.join(known)}"
        elif value is not None and (expected := setting_problem(known[key], value)):
            yield f"{path}.{key}", expected


def check_own_profiles(office: Office) -> list[Problem]:
    """What is wrong with the regulations the office described itself; empty where nothing is."""
    shipped = load_profiles()
    known = known_parameters(shipped)
    return [
        problem
        for index, own in enumerate(office.profiles)
        for problem in _wrong_own(f"profiles[{index}]", own, shipped, known)
    ]


def check_duties(office: Office) -> list[Problem]:
    """What is wrong with how often and by when the office's own duties are asked for, and with what shows them done."""
    return [problem for index, duty in enumerate(office.duties) for problem in _wrong_duty(f"duties[{index}]", duty)]


def _wrong_duty(path: str, duty: Duty) -> Iterator[Problem]:
    for name, value, check in (("often", duty.often, UNITS["cadence"]), ("due", duty.due, of_period)):
        if value is not None and (expected := check(value)):
            yield f"{path}.{name}", expected
    for index, done in enumerate(duty.done):
        if done.record and not any(re.fullmatch(rf"{kind}/[^/]+", done.record) for kind in duty_own.SHOWING):
            yield f"{path}.done[{index}].record", "meetings/ID hoặc documents/ID"


def _wrong_own(
    path: str, own: OwnProfile, shipped: Mapping[str, Profile], known: Mapping[str, Parameter]
) -> Iterator[Problem]:
    if own.id in shipped:
        yield f"{path}.id", "một tên khác với các quy chế có sẵn trong chương trình"
    if own.base and own.base not in shipped:  # none yet: it cannot be taken into use
        yield f"{path}.base", f"một trong: {', '.join(shipped)}"
    for index, each in enumerate(own.parameters):
        place = f"{path}.parameters[{index}]"
        if not each.key:
            continue
        parameter = known_as(key_now(each.key), known)
        if parameter is None:
            yield f"{place}.key", "một nội dung mà lệnh “thuky regulations” liệt kê"
        elif expected := _problem(parameter, each.key, each.value):
            yield f"{place}.value", expected
