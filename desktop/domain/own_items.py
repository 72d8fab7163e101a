"""What an office's own text names in a list beside the codes: own items, which are words where a code is one word.

`desktop.domain` only. However capitals and tone marks are written, it is the same item.
"""

import datetime as dt
import re
from collections.abc import Collection, Iterator
from typing import Any

from desktop.domain.facts import Facts
from desktop.domain.names import nfc, same, same_name
from desktop.domain.records import Meeting, Value

KIND_LIKE = "Hội nghị chuyên đề"
_KIND = re.compile(r"(?:hội nghị|cuộc họp|phiên họp|buổi|họp|giao ban|sinh hoạt|đối thoại|tọa đàm) \S")


def is_own(item: str) -> bool:
    return len(item.split()) > 1


def is_own_kind(name: str) -> bool:
    """Whether it is an office's own name for a kind of meeting: `Hội nghị chuyên đề`, `Giao ban tư tưởng`."""
    return _KIND.match(nfc(name).lower()) is not None


def names(listed: Collection[str], name: str) -> bool:
    """Whether the list names what bears this name of the office's own; one without such a name is none of them."""
    return bool(name) and any(same(each, name) for each in listed)


def is_of_kind(meeting: Meeting, kinds: Collection[str]) -> bool:
    """A session under a name of its own is still of the kind that carries it."""
    return meeting.kind in kinds or names(kinds, meeting.kind_name)


def offered(facts: Facts, unit: str, day: dt.date) -> list[str]:
    """The own items that the lists of a unit name in the regulation in force, each once."""
    held = facts.in_force(day)
    if held is None:
        return []
    rulings = ((each.unit, held.ruling(key, day)) for key, each in held.profile.parameters.items())
    found = (item for of, ruling in rulings if ruling for item in _named(unit, of, ruling.value) if is_own(item))
    return list({same_name(item): item for item in found}.values())


def choices(facts: Facts, unit: str, day: dt.date, kept: str) -> tuple[tuple[str, str], ...]:
    """What a record may be called on a day, as its form offers it; what it is called already stays as it is written."""
    items = [kept if kept and same(item, kept) else item for item in offered(facts, unit, day)]
    return tuple((item, item) for item in (*items, *([kept] if kept and kept not in items else ())))


def _named(unit: str, of: str, value: Value) -> Iterator[Any]:
    """The items of a list, or of the part of a shape that is such a list."""
    if unit == of and isinstance(value, list):
        yield from value
    if unit == "kinds" and of == "cadence" and isinstance(value, dict):
        yield from value.get("kinds", ())
