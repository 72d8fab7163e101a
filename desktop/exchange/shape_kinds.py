"""What a value of each shape may be: how often, how large a share, by when. May import domain only.

A check answers with what was expected, in Vietnamese, or with None where the value is right. Nothing is coerced. Some
contents take only part of a shape: nobody can be given more than a rule can judge.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, get_args

from desktop.domain import own_items, records, reports, shapes
from desktop.domain.keys import Cited
from desktop.domain.rules import (
    absence_reported,
    absence_result,
    ballot_majority,
    delegated_written,
    document_direction,
    meeting_extraordinary,
    meeting_invitations,
    meeting_minutes,
    meeting_papers_received,
    meeting_papers_sent,
    meeting_quorum,
    programme_adopted,
)
from desktop.exchange.checks import MOST, Check, one_of, some_of, whole

Checks = Mapping[str, Check]

_WHOLE = "số nguyên"
FRACTION = "một phân số viết bằng chữ số, lớn hơn 0 và không quá 1, như “2/3”"
CADENCE = "số lần trong một kỳ {n, per} hoặc khoảng cách {gap, unit}"
SHARE = "một tỷ lệ {at_least hoặc over, of}"
DEADLINE = "một thời hạn {n, unit, side, of} hoặc ngày trong tháng {day, of}"


def fraction(value: object) -> str | None:
    above, bar, below = value.partition("/") if isinstance(value, str) else ("", "", "")
    plain = all(part.isascii() and part.isdigit() and len(part) <= len(str(MOST)) for part in (above, below))
    if not (bar and plain and int(below)):
        return FRACTION
    return None if 0 < Fraction(int(above), int(below)) <= 1 else FRACTION


_PLACED: Checks = {
    "when": one_of(get_args(shapes.When)),
    "weekday": one_of(shapes.WEEKDAYS),
    "before_day": whole(2, 31, _WHOLE),
    "on_day": whole(1, 31, _WHOLE),
    "kinds": some_of(get_args(records.MeetingKind), least=1, own=own_items.is_own_kind, like=own_items.KIND_LIKE),
}
_TIMES: Checks = {"n": whole(1, MOST, _WHOLE), "per": one_of(get_args(shapes.Per))}
_GAP: Checks = {"gap": whole(1, MOST, _WHOLE), "unit": one_of(get_args(shapes.GapUnit))}
_SPAN: Checks = {
    "n": whole(0, MOST, _WHOLE),
    "unit": one_of(get_args(shapes.DueUnit)),
    "side": one_of(get_args(shapes.Side)),
    "of": one_of(get_args(shapes.Event)),
}
_DAY_OF: Checks = {"day": whole(1, 31, _WHOLE), "of": one_of(get_args(shapes.Month))}


def _unfit(value: Mapping[str, Any], needed: Checks, further: Checks, shape: str) -> str | None:
    """What is wrong with the parts of a shape: a missing one, an unknown one, a wrong one."""
    if not needed.keys() <= value.keys() <= needed.keys() | further.keys():
        return shape
    checks = {**needed, **further}
    wrong = ((name, checks[name](part)) for name, part in value.items())
    return next((f"{shape}; {name} là {expected}" for name, expected in wrong if expected), None)


def cadence(value: object) -> str | None:
    if not isinstance(value, dict):
        return CADENCE
    unfit = _unfit(value, _GAP if "gap" in value else _TIMES, _PLACED, CADENCE)
    short = value.get("per") in ("week", "fortnight") or value.get("unit") == "weeks"
    if unfit is None and short and value.keys() & {"when", "before_day", "on_day"}:
        return f"{CADENCE}; theo tuần thì chỉ kèm weekday"
    return unfit


def share(value: object) -> str | None:
    if not isinstance(value, dict):
        return SHARE
    return _unfit(value, _portion(value), {"except": _exceptions}, SHARE)


def _portion(value: Mapping[str, Any]) -> Checks:
    return {"over" if "over" in value else "at_least": fraction, "of": one_of(get_args(shapes.Base))}


def _exceptions(value: object) -> str | None:
    matters = {"matters": some_of(get_args(records.Matter), least=1)}
    right = f"danh sách {SHARE} kèm matters"
    fit = (
        isinstance(value, list)
        and value
        and all(isinstance(one, dict) and _unfit(one, {**_portion(one), **matters}, {}, SHARE) is None for one in value)
    )
    return None if fit else right


def deadline(value: object) -> str | None:
    if not isinstance(value, dict):
        return DEADLINE
    return _unfit(value, _DAY_OF if "day" in value else _SPAN, {}, DEADLINE)


_BEFORE_MEETING = {"side": ("before",), "of": ("meeting",)}
_OF_PERIOD = {"of": ("month", "next-month", "period-end"), "unit": ("working-days", "days")}
_FIT: tuple[tuple[Cited, Mapping[str, tuple[str, ...]]], ...] = (
    (meeting_quorum.SHARE, {"of": ("members", "summoned")}),
    (meeting_extraordinary.PETITION, {"of": ("members",)}),
    (ballot_majority.SHARE, {"of": ("members", "valid")}),
    (meeting_invitations.AHEAD, _BEFORE_MEETING),
    (meeting_papers_received.AHEAD, _BEFORE_MEETING),
    (meeting_papers_sent.AHEAD, _BEFORE_MEETING),
    (absence_reported.LEAD, {"side": ("before",), "of": ("departure",)}),
    (absence_result.DUE, {"side": ("after",), "of": ("return",)}),
    (ballot_majority.DUE, {"side": ("after",), "of": ("sending",)}),
    (delegated_written.DUE, {"side": ("after",), "of": ("decision",)}),
    (meeting_minutes.DUE, {"side": ("after",), "of": ("meeting",)}),
    (document_direction.DUE, {"side": ("after",), "of": ("meeting",)}),
    (programme_adopted.DUE, _OF_PERIOD),
    (reports.DUE, _OF_PERIOD),
)
"""Which parts of their shape some contents take."""


def of_period(value: object) -> str | None:
    """A deadline within a period, as reports have."""
    return deadline(value) or _beyond(value, _OF_PERIOD)


def unfit_for(key: str, unit: str, value: object) -> str | None:
    """What a content takes of its shape, where a value goes beyond it: a rule reads no other."""
    allowed = next((parts for known, parts in _FIT if known.matches(key)), {})
    return _beyond(value, allowed) if unit in ("share", "deadline") else None


def _beyond(value: object, allowed: Mapping[str, tuple[str, ...]]) -> str | None:
    if not isinstance(value, dict):
        return None
    wrong = (name for name, codes in allowed.items() if name in value and value[name] not in codes)
    missing = "side" in allowed and "side" not in value
    name = next(wrong, "side" if missing else None)
    return f"{name} là một trong: {', '.join(allowed[name])}" if name else None
