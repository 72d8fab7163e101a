"""What a value of each unit may be, for parameters, overrides and settings. May import domain only.

A check answers with what was expected, in Vietnamese, or with None where the value is right. Nothing is coerced.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

from desktop.domain import delegation, own_items, papers, records, reports
from desktop.domain.keys import Cited, Key
from desktop.domain.names import same_name
from desktop.domain.records import Value
from desktop.domain.rules import (
    absence_reported,
    meeting_chair,
    meeting_papers_received,
    meeting_report_between_sessions,
    report_member,
    report_received,
    review_quarterly,
)
from desktop.domain.spans import occasion, unit_of
from desktop.exchange.checks import MOST, Check, one_of, some_of, whole
from desktop.exchange.shape_kinds import cadence, deadline, fraction, share, unfit_for

PERIODS = ("week", "fortnight", "month", "quarter", "half", "nine-months", "year", "term")
"""Periods by which programmes, reports and reviews recur; `term` is the whole term of office."""
POSTS = ("truong-cong-an", "chi-huy-truong-quan-su", "chu-tich-ubnd", "chu-tich-hdnd", "chanh-van-phong")
EFFECT_FROM = Key("regulation.effect.from")
AMENDED_WHEN = Key("regulation.amended.when")
WORD_CHOICES: dict[str, tuple[str, ...]] = {
    meeting_chair.DEPUTY: ("automatic", "authorised", "named"),
    absence_reported.FORM: get_args(records.ReportForm),
    reports.FORM.of(report_received.RULE.id): get_args(records.ReportForm),
    reports.FORM.of(report_member.RULE.id): get_args(records.ReportForm),
    EFFECT_FROM: ("signature",),
    AMENDED_WHEN: ("when-needed",),
}
"""Parameters of unit `word` whose words are codes."""


def _yes_no(value: object) -> str | None:
    return None if isinstance(value, bool) else "true hoặc false"


def _text(value: object) -> str | None:
    return None if isinstance(value, str) and value.strip() else "chữ, không để trống"


def _texts(value: object) -> str | None:
    right = isinstance(value, list) and all(_text(each) is None for each in value)
    return None if right else "một danh sách chữ, không có mục trống"


LISTS: dict[str, tuple[str, ...]] = {
    "bodies": get_args(records.Body),
    "roles": get_args(records.Role),
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
"""The codes of each unit that is a list of them."""
UNITS: dict[str, Check] = {
    "working-days": whole(0, MOST, "số ngày làm việc"),
    "days": whole(0, MOST, "số ngày"),
    "months": whole(1, MOST, "số tháng"),
    "count": whole(0, MOST, "một số nguyên"),
    "day": whole(1, 31, "ngày trong tháng"),
    "fraction": fraction,
    "share": share,
    "cadence": cadence,
    "deadline": deadline,
    "yes-no": _yes_no,
    "word": _text,
    "words": _texts,
    "body": one_of(get_args(records.Body)),
    "addressee": one_of(get_args(records.Addressee)),
    "role": one_of(get_args(records.Role)),
    **{unit: some_of(codes) for unit, codes in LISTS.items()},
}


@dataclass(frozen=True, slots=True)
class Own:
    """What the office's own text may name in a list beside the codes: an item, one such, and what may be there once."""

    fits: Callable[[str], bool]
    like: str
    once: Callable[[str], object] = same_name


_KIND = Own(own_items.is_own_kind, own_items.KIND_LIKE)
OWN: tuple[tuple[Cited, Own], ...] = (
    (papers.EXEMPT_KINDS, _KIND),
    (meeting_papers_received.UNCLEAR_KINDS, _KIND),
    (meeting_report_between_sessions.UNCLEAR_KINDS, _KIND),
    (delegation.ITEMS, Own(delegation.is_item, delegation.LIKE)),
    (review_quarterly.PERIODS, Own(lambda item: occasion(item) is not None, review_quarterly.LIKE, unit_of)),
)
"""The lists of whose own items a rule can count, since a record can bear them; no other list takes any."""
NO_OWN = "nội dung này không nhận tên riêng của đơn vị, vì không có chỗ ghi tên ấy để đối chiếu"


def own_of(key: str) -> Own | None:
    return next((own for known, own in OWN if known.matches(key)), None)


def problem_of(key: str, unit: str, value: Value | None) -> str | None:
    """What a value of that parameter should have been, or None where it is right or silent."""
    if value is None:
        return None
    own = own_of(key)
    if own:
        return _listed(LISTS.get(unit, ()), own, value)
    check = one_of(WORD_CHOICES[key]) if key in WORD_CHOICES else UNITS[unit]
    wrong = check(value)
    if wrong and unit in LISTS and _names_own(value):
        return f"{wrong}; {NO_OWN}"
    return wrong or unfit_for(key, unit, value)


def _listed(codes: tuple[str, ...], own: Own, value: object) -> str | None:
    """Each item once: two ways of writing an own name are one, and so are two items of one kind of period."""
    wrong = some_of(codes, own=own.fits, like=own.like)(value)
    if wrong or not isinstance(value, list):
        return wrong
    return None if len(set(map(own.once, value))) == len(value) else "mỗi mục, mỗi kỳ chỉ một lần trong danh sách"


def _names_own(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, str) and own_items.is_own(item) for item in value)
