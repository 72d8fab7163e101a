"""What a value of each unit may be, for parameters, overrides and settings. May import domain only.

A check answers with what was expected, in Vietnamese, or with None where the value is right. Nothing is coerced.
"""

from typing import get_args

from desktop.domain import records, reports
from desktop.domain.keys import Key
from desktop.domain.records import Value
from desktop.domain.rules import absence_reported, meeting_chair, report_member, report_received
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
    "bodies": some_of(get_args(records.Body)),
    "roles": some_of(get_args(records.Role)),
    "matters": some_of(get_args(records.Matter)),
    "kinds": some_of(get_args(records.MeetingKind)),
    "grounds": some_of(get_args(records.Ground)),
    "reasons": some_of(get_args(records.BallotReason)),
    "areas": some_of(get_args(records.AbsenceArea)),
    "purposes": some_of(get_args(records.AbsencePurpose)),
    "unit-kinds": some_of(get_args(records.UnitKind)),
    "assignment-kinds": some_of(get_args(records.AssignmentKind)),
    "posts": some_of(POSTS),
    "periods": some_of(PERIODS),
}


def problem_of(key: str, unit: str, value: Value | None) -> str | None:
    """What a value of that parameter should have been, or None where it is right or silent."""
    if value is None:
        return None
    check = one_of(WORD_CHOICES[key]) if key in WORD_CHOICES else UNITS[unit]
    return check(value) or unfit_for(key, unit, value)
