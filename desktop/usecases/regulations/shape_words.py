"""Shapes as a clerk reads and types them: `2 lần một tháng`, `trên 1/2 tổng số ủy viên`, `3 ngày trước ngày họp`.

May import domain and vi. What is said can be typed again and is the same value.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from desktop import vi
from desktop.domain.own_items import is_own_kind
from desktop.domain.shapes import WEEKDAYS, Cadence, Deadline, Portion, Share
from desktop.domain.terms import OF, PERIOD
from desktop.domain.wording import WEEKDAY

Shape = dict[str, Any]

_EVENT = {
    "meeting": "ngày họp",
    "sending": "ngày gửi",
    "decision": "ngày quyết định",
    "departure": "ngày đi",
    "return": "ngày về",
    "period-end": "ngày cuối kỳ",
}
_UNIT = {"working-days": "ngày làm việc", "days": "ngày", "hours": "giờ"}
_SIDE = {"before": "trước", "after": "sau"}
_MONTH = {"month": "tháng cuối kỳ", "next-month": "tháng sau"}
_ONLY = "; chỉ tính "
_GAP = {"months": "tháng", "weeks": "tuần"}
_PER = {code: PERIOD[code] for code in ("week", "fortnight", "month", "quarter", "half", "year")}
_MEETING: Mapping[str, str] = dict[str, str](vi.MEETING_KIND.items())
_WHEN = {
    "start": "vào đầu kỳ",
    "end": "vào cuối kỳ",
    "first-week": "vào tuần đầu",
    "last-week": "vào tuần cuối",
    "first-month": "vào tháng đầu",
    "last-month": "vào tháng cuối",
}


def said(value: Mapping[str, Any]) -> str:
    """The value in words; `typed` reads them back."""
    if "gap" in value or "per" in value:
        return _cadence(Cadence.read(value))
    if "at_least" in value or "over" in value:
        return _share(Share.read(value))
    return _deadline(Deadline.read(value))


def _cadence(often: Cadence) -> str:
    every = f"{often.n} lần một {_PER[often.per]}" if often.per else f"{often.gap} {_GAP[often.unit]} một lần"
    parts = (
        _WHEN[often.when] if often.when else "",
        WEEKDAY[WEEKDAYS.index(often.weekday)] if often.weekday else "",
        f"trước ngày {often.before_day:02}" if often.before_day else "",
        f"ngày {often.on_day:02}" if often.on_day else "",
    )
    said = ", ".join((every, *(part for part in parts if part)))
    kinds = "; ".join(_MEETING.get(kind, kind) for kind in often.kinds)
    return f"{said}{_ONLY}{kinds}" if kinds else said


def _share(share: Share) -> str:
    others = (f"{_portion(other)} về {' và '.join(map(vi.MATTER.__getitem__, m))}" for m, other in share.exceptions)
    return "; ".join((_portion(share), *others))


def _portion(portion: Portion) -> str:
    return f"{portion.words} {OF[portion.of]}"


def _deadline(due: Deadline) -> str:
    if due.day is not None:
        return f"ngày {due.day:02} {_MONTH[due.of]}"
    return f"{due.n} {_UNIT[due.unit]} {_SIDE[due.side]} {_EVENT[due.of]}"


# Typed


def typed(unit: str, text: str, was: Shape | None = None) -> Shape | None:
    """What was typed as a value of the shape; None where it cannot be read. A number alone changes that of `was`."""
    clean = " ".join(text.split())
    return _READ[unit](clean) or (_with_number(clean, was) if was else None)


def _with_number(text: str, was: Shape) -> Shape | None:
    place = next((each for each in ("n", "gap", "day", "at_least", "over") if each in was), "")
    if place in ("at_least", "over"):
        return {**was, place: text} if re.fullmatch(r"\d+/\d+", text) else None
    return {**was, place: int(text)} if re.fullmatch(r"\d{1,4}", text) and place else None


def example(unit: str) -> str:
    """How a value of the shape is written, for the sentence that asks for it."""
    return _EXAMPLE[unit]


_EXAMPLE = {
    "cadence": "“2 lần một tháng”, “3 tháng một lần, vào đầu kỳ”, “1 lần một tuần, thứ Hai”",
    "share": "“ít nhất 2/3 tổng số ủy viên”, “trên 1/2 số ủy viên dự”",
    "deadline": "“3 ngày làm việc trước ngày họp”, “24 giờ trước ngày họp”, “ngày 05 tháng sau”",
}


def _code(words: Mapping[Any, str], text: str) -> str | None:
    wanted = vi.fold(text.strip())
    return next((code for code, word in words.items() if vi.fold(word) == wanted), None)


def _read_cadence(text: str) -> Shape | None:
    text, _, only = text.partition(_ONLY)
    every, *places = [part.strip() for part in text.split(",")]
    value = _every(every)
    for part in places:
        placed = _place(part) if value is not None else None
        value = {**value, **placed} if value is not None and placed else None
    kinds = [_kind(part.strip()) for part in only.split(";")] if only else []
    if value is None or not all(kinds):
        return None
    return {**value, "kinds": kinds} if kinds else value


def _kind(text: str) -> str | None:
    """The code of a kind of meeting, or the office's own name for one."""
    return _code(vi.MEETING_KIND, text) or (text if is_own_kind(text) else None)


def _every(text: str) -> Shape | None:
    times = re.fullmatch(r"(\d+) lần (?:một|/) ?(.+)|(\d+) lần/(.+)", text)
    if times:
        per = _code(_PER, times[2] or times[4])
        return {"n": int(times[1] or times[3]), "per": per} if per else None
    apart = re.fullmatch(r"(\d+) (tuần|tháng)(?: một lần|/lần)", text)
    if apart:
        return {"gap": int(apart[1]), "unit": "months" if apart[2] == "tháng" else "weeks"}
    every = re.fullmatch(r"(?:hằng|mỗi) (.+)", text)
    per = _code(_PER, every[1]) if every else None
    return {"n": 1, "per": per} if per else None


def _place(text: str) -> Shape | None:
    if when := _code(_WHEN, text):
        return {"when": when}
    if weekday := _code(dict(zip(WEEKDAYS, WEEKDAY, strict=True)), text):
        return {"weekday": weekday}
    if before := re.fullmatch(r"trước ngày (\d+)", text):
        return {"before_day": int(before[1])}
    if on := re.fullmatch(r"(?:vào )?ngày (\d+)", text):
        return {"on_day": int(on[1])}
    return None


def _read_share(text: str) -> Shape | None:
    first, *others = [part.strip() for part in text.split(";")]
    value, exceptions = _read_portion(first), [_read_exception(other) for other in others]
    if value is None or not all(exceptions):
        return None
    return {**value, "except": exceptions} if exceptions else value


def _read_portion(text: str) -> Shape | None:
    found = re.fullmatch(r"(ít nhất|trên|quá) (\d+/\d+)(?: (.+))?", text)
    of = _code(OF, found[3] or OF["members"]) if found else None
    return {"at_least" if found[1] == "ít nhất" else "over": found[2], "of": of} if found and of else None


def _read_exception(text: str) -> Shape | None:
    portion, _, about = text.partition(" về ")
    value, matters = _read_portion(portion), [_code(vi.MATTER, part) for part in about.split(" và ")]
    return {**value, "matters": matters} if value and all(matters) else None


def _read_deadline(text: str) -> Shape | None:
    day = re.fullmatch(r"ngày (\d+) (.+)", text)
    of = _code(_MONTH, day[2]) if day else None
    if day and of:
        return {"day": int(day[1]), "of": of}
    span = re.fullmatch(r"(\d+) (ngày làm việc|ngày|giờ) (trước|sau) (.+)", text)
    event = _code(_EVENT, span[4]) if span else None
    unit, side = (_code(_UNIT, span[2]), _code(_SIDE, span[3])) if span else (None, None)
    return {"n": int(span[1]), "unit": unit, "side": side, "of": event} if span and event else None


_READ: Mapping[str, Callable[[str], Shape | None]] = {
    "cadence": _read_cadence,
    "share": _read_share,
    "deadline": _read_deadline,
}
