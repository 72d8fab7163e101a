"""Contents as 0.1 named them, whose values had one part each, told as the shapes that hold those parts now.

`desktop.domain` only. Old office files and old JSON are read by it; nothing is written in these names any more.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, TypeVar

from desktop.domain.records import Office, OfficeHead, OwnParameter, OwnProfile, Value

R = TypeVar("R")
Part = Callable[[Value], dict[str, Any]]

_WHEN = {"quarter-start": "start", "month-end": "end"}
_AHEAD = r"(meeting\.invitations\.\w+|meeting\.papers\.sent\.[\w-]+|meeting\.papers\.received)"
_RHYTHM = r"(meeting\.(?:cadence|working)\.[\w-]+)"
_FORMER: tuple[tuple[str, Part], ...] = (
    (rf"{_RHYTHM}\.months", lambda value: {"gap": value, "unit": "months"}),
    (rf"{_RHYTHM}\.per_week", lambda value: {"n": value, "per": "week"}),
    (rf"{_RHYTHM}\.per_month", lambda value: {"n": value, "per": "month"}),
    (rf"{_RHYTHM}\.per_quarter", lambda value: {"n": value, "per": "quarter"}),
    (rf"{_RHYTHM}\.when", lambda value: {"when": _WHEN.get(str(value), value)}),
    (rf"{_RHYTHM}\.weekday", lambda value: {"weekday": value}),
    (r"(meeting\.quorum\.[\w-]+)\.share", lambda value: {"at_least": value, "of": "members"}),
    (r"(decision\.majority|ballot\.majority)\.share", lambda value: {"over": value, "of": "members"}),
    (r"(decision\.majority)\.base", lambda value: {"of": value}),
    (r"(meeting\.extraordinary\.\w+\.petition)_share", lambda value: {"over": value, "of": "members"}),
    (r"(meeting\.extraordinary\.\w+\.petition)_over", lambda value: {"strict": value}),
    (rf"{_AHEAD}\.working_days", lambda value: {"n": value, "unit": "working-days", "side": "before", "of": "meeting"}),
    (rf"{_AHEAD}\.days", lambda value: {"n": value, "unit": "days", "side": "before", "of": "meeting"}),
)
_ALONE = ({"when", "weekday"}, {"of"}, {"strict"})
"""Parts that are no value by themselves."""
_BASES: tuple[tuple[str, dict[str, Any]], ...] = (
    (r"meeting\.cadence\.bch", {"gap": 3, "unit": "months"}),
    (r"meeting\.cadence\.btv", {"n": 1, "per": "month"}),
    (r"meeting\.cadence\..+", {"n": 1, "per": "week"}),
    (r".+", {"over": "1/2", "of": "members"}),
)
"""What the regulations that had such a part said beside it."""
_BESIDE: Mapping[str, Mapping[str, dict[str, Any]]] = {
    "lung-phinh-2025": {
        "meeting.cadence.bch": {"when": "start"},
        "meeting.cadence.btv": {"when": "end"},
        "meeting.cadence.thuong-truc": {"weekday": "monday"},
    }
}
"""What a regulation that ships said in other contents of the same shape, which an office's own value left as it was."""


def is_former(key: str) -> bool:
    return _found(key)[1] is not None


def key_now(key: str) -> str:
    """The content that holds what stood under a key."""
    return _found(key)[0]


def value_now(parts: Iterable[tuple[str, Value | None]]) -> Value | None:
    """The one value that former ones of one content make together; None where all of them say nothing."""
    made: dict[str, Any] = {}
    name = ""
    for key, value in sorted(parts, key=lambda each: _is_alone(each[0])):
        name, part = _found(key)
        if part and value is not None:
            made.update(part(value))
    return _whole(name, made) if made else None


def overrides_now(overrides: Mapping[str, Value], profile: str = "") -> dict[str, Value]:
    """An office's own values of a regulation under the names of today; those it laid over one content become one."""
    now = {key: value for key, value in overrides.items() if not is_former(key)}
    former = [key for key in overrides if is_former(key)]
    for key in dict.fromkeys(map(key_now, former)):
        value = value_now((one, overrides[one]) for one in former if key_now(one) == key)
        if isinstance(value, dict):
            now.setdefault(key, {**_BESIDE.get(profile, {}).get(key, {}), **value})
    return now


def parameters_now(given: Sequence[OwnParameter]) -> tuple[OwnParameter, ...]:
    """An own regulation's values under the names of today, under the article of the first that says anything."""
    now = [each for each in given if not is_former(each.key)]
    former = sorted((each for each in given if is_former(each.key)), key=_place)
    for (key, _), group in groupby(former, _place):
        parts = list(group)
        main = next((each for each in parts if each.value is not None), parts[0])
        value = value_now((each.key, each.value) for each in parts)
        if not any(each.key == key and each.from_ == main.from_ for each in now):
            now.append(replace(main, key=key, value=value))
    return tuple(now)


def record_now(record: R) -> R:
    """The same record; the very same where nothing in it bears a name of 0.1."""
    if isinstance(record, OfficeHead) and any(map(is_former, _overridden(record))):
        uses = (
            replace(one, overrides=overrides_now(one.overrides or {}, one.profile) or None)
            for one in record.regulations
        )
        return replace(record, regulations=tuple(uses))
    if isinstance(record, OwnProfile) and any(is_former(each.key) for each in record.parameters):
        return replace(record, parameters=parameters_now(record.parameters))
    return record


def office_now(office: Office) -> Office:
    return replace(office, office=record_now(office.office), profiles=tuple(map(record_now, office.profiles)))


def _overridden(head: OfficeHead) -> list[str]:
    return [key for use in head.regulations for key in use.overrides or ()]


def _place(each: OwnParameter) -> tuple[str, dt.date]:
    return key_now(each.key), each.from_ or dt.date.min


def _is_alone(key: str) -> bool:
    """Whether it named a part that is no value by itself."""
    return key.rpartition(".")[2] in ("when", "weekday", "base", "petition_over")


def _found(key: str) -> tuple[str, Part | None]:
    matches = ((re.fullmatch(pattern, key), part) for pattern, part in _FORMER)
    return next(((match[1], part) for match, part in matches if match), (key, None))


def _whole(name: str, made: dict[str, Any]) -> dict[str, Any]:
    lacking = any(made.keys() <= parts for parts in _ALONE)
    base = next(value for pattern, value in _BASES if re.fullmatch(pattern, name))
    whole = {**base, **made} if lacking else made
    strict = whole.pop("strict", None)
    loose = strict is False and "over" in whole
    return {"at_least": whole["over"], "of": whole["of"]} if loose else whole
