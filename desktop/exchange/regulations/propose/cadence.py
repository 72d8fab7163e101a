"""Reads how often something is held: `ba tháng một lần`, `02 lần/tháng`, `hằng tuần vào thứ Hai`.

Standard library only. A cadence is `{"n": 2, "per": "month"}` or `{"gap": 3, "unit": "months"}`, with when in the
period it falls.
"""

import re

from desktop.exchange.regulations.propose.numbers import NUMBER, number

Plain = dict[str, object]

_PER = {"tuan": "week", "thang": "month", "quý": "quarter", "nam": "year", "nua thang": "fortnight", "nua nam": "half"}
_GAP = {"tuan": "weeks", "thang": "months"}
_MANY = {(1, unit): _PER[unit] for unit in ("tuan", "thang", "quý", "nam")} | {
    (2, "tuan"): "fortnight",
    (3, "thang"): "quarter",
    (6, "thang"): "half",
    (12, "thang"): "year",
}
"""What so many units are called: `sáu tháng hai lần` is twice a half-year."""
_UNIT = r"(?:nua thang|nua nam|tuan|thang|quý|nam)\b"
_TIMES = r"(?:lan|ky|phien|cuoc|buoi)\b"
_EACH = r"\b(?:moi|hang|dinh ky|mot|trong|trong mot|trong moi|01|1)\b"
_SLASH = r"\s*(?:/|-|,|trong|tren)?\s*"
_MORE = (
    r"(?:(?: it nhat| toi thieu| khong it hon| tu| hop| to chuc| dinh ky| thuong ky| thuong le| sinh hoat| hoi y"
    r"| giao ban| co)*,?)"
)
_FORMS = (
    rf"(?P<gap6>{NUMBER}) ?(?P<unit6>tuan|thang|nam|quý)\b{_MORE} (?P<n6>(?!(?:1|01|mot)\b){NUMBER}) {_TIMES}",
    rf"(?P<gap>{NUMBER}) ?(?P<unit>tuan|thang|nam|quý)\b{_MORE} ?/? ?(?:1|01|mot|moi)? ?(?:\(mot\) )?{_TIMES}",
    rf"\b(?:1|01|mot) {_TIMES}{_SLASH}(?:{_EACH} )?(?P<gap2>\d+|hai|ba|bon|sau) ?(?P<unit2>tuan|thang)\b",
    rf"(?P<n>{NUMBER})(?: mot)? {_TIMES}{_SLASH}(?:{_EACH} )*(?P<per>{_UNIT})",
    rf"(?:{_EACH} )+(?P<per2>{_UNIT}){_MORE} (?P<n2>{NUMBER}) {_TIMES}",
    rf"\b(?P<per3>{_UNIT}){_MORE} (?P<n3>{NUMBER}) {_TIMES}",
    rf"\b(?P<per4>{_UNIT}) ?/ ?(?:1 |01 |mot )?{_TIMES}",
    rf"(?:dinh ky|moi) (?P<gap5>{NUMBER}) ?(?P<unit5>tuan|thang)\b(?! ?/)(?!,? (?:hop )?(?:\w+|\(\w+\)) {_TIMES})",
    r"(?<=\bgiao ban )(?P<per2>tuan|thang|quý)\b",
    r"^(?P<per3>tuan|thang|quý)$",
    rf"\b(?:(?:moi|hang|dinh ky) )+(?P<bare>{_UNIT})(?! (?:ke|thu|cuoi|dau))",
    rf"\b(?:trong )?(?:mot|1|01) (?P<counted>{_UNIT})(?=,? [\ue000-\ue0ff]|$)",
)
CADENCE = "(?:" + "|".join(re.sub(r"\?P<\w+>", "?:", form) for form in _FORMS) + ")"
"""How often, in folded words."""
_LAST_DAY = 31
_DAY = r"(?:hai|ba|tu|nam|sau|bay|2|3|4|5|6|7)"
_WEEKDAYS = {"hai": "monday", "ba": "tuesday", "tu": "wednesday", "nam": "thursday", "sau": "friday", "bay": "saturday"}
_BY_NUMBER = dict(zip("234567", _WEEKDAYS.values(), strict=True))
_WHEN = (
    ("first-month", r"thang (?:dau|thu nhat)(?: tien)?(?: cua)?(?: moi| hang)? (?:quý|nam|ky)"),
    ("last-month", r"thang cuoi(?: cung)?(?: cua)?(?: moi| hang)? (?:quý|nam|ky)"),
    ("first-week", r"tuan (?:dau|thu nhat)\b"),
    ("last-week", r"tuan cuoi\b"),
    ("start", r"\bvao (?:nhung ngay |khoang )?dau\b(?! gio| buoi)|\bdau (?:thang|quý|nam|tuan|ky)\b"),
    ("end", r"\bvao (?:nhung ngay |khoang )?cuoi\b|\bcuoi (?:thang|quý|nam|tuan|ky)\b"),
)
_COUNT = re.compile(rf"\b(?:hop|sinh hoat|giao ban|hoi y|to chuc)\b[^;.]{{0,40}}?({NUMBER}) {_TIMES}")
_DAYS = re.compile(r"\bngay \d+(?:,| va) (?:ngay )?\d+")
"""Two days of one period are no day that the shape can hold."""
_WEEKS = re.compile(
    r"\btuan (?:dau|thu)[^;.]{0,30}?(?:,| va| hoac) (?:tuan )?(?:thu|cuoi|giua)"
    r"|\b(?:dau|giua)[^;.]{0,15} va (?:giua|cuoi)"
)
"""Two places in one period are none that the shape can hold; neither are two days of the week."""
_BEFORE = re.compile(r"\btruoc ngay (\d{1,2})\b(?!\s*[/-]\s*\d)")
_LATEST = re.compile(
    r"\b(?:cham nhat|muon nhat|khong qua|khong cham hon)(?: la)?(?: vao)? ngay (\d{1,2})\b(?! ?[/-] ?\d| thang \d)"
)
_ON = re.compile(r"\bvao (?:cac )?ngay (\d{1,2})\b(?!\s*[/-]\s*\d)")


def read_cadence(words: str, around: str = "") -> Plain | None:
    """The cadence the words say; `around` is the rest of the clause, which may say when in the period."""
    match = next(filter(None, (look(form, words) for look in (re.match, re.search) for form in _FORMS)), None)
    if match is None:
        return None
    parts = {name.rstrip("23456"): held for name, held in match.groupdict().items() if held}
    said = _bare(parts, around) if "bare" in parts or "counted" in parts else _said(parts)
    return None if said is None or _DAYS.search(around) else said | _when(around)


def _bare(parts: dict[str, str], around: str) -> Plain | None:
    """A unit alone is once in it, unless how many times stands further on: `Hằng tháng, … họp hai lần`."""
    times = _COUNT.search(around)
    if times is None and "counted" in parts:
        return None
    return {"n": number(times[1]) if times else 1, "per": _PER[parts.get("bare") or parts["counted"]]}


def _said(parts: dict[str, str]) -> Plain | None:
    if "gap" in parts and "n" in parts:
        per = _MANY.get((number(parts["gap"]), parts["unit"]))
        return {"n": number(parts["n"]), "per": per} if per else None
    if "gap" in parts:
        return _gap(number(parts["gap"]), parts["unit"])
    return {"n": number(parts["n"]) if "n" in parts else 1, "per": _PER[parts["per"]]}


def _gap(count: int, unit: str) -> Plain:
    """Once in one unit is n times per unit; quarters and years apart are counted in months."""
    if count == 1:
        return {"n": 1, "per": _PER[unit]}
    if unit == "thang" and count == 12:
        return {"n": 1, "per": "year"}
    months = {"quý": 3, "nam": 12}.get(unit)
    return {"gap": count * months, "unit": "months"} if months else {"gap": count, "unit": _GAP[unit]}


def _when(words: str) -> Plain:
    found: Plain = {}
    if (place := next((code for code, form in _WHEN if re.search(form, words)), None)) and not _WEEKS.search(words):
        found["when"] = place
    days = {
        _WEEKDAYS.get(day) or _BY_NUMBER[day] for day in re.findall(rf"(?<!\btuan )\bthu ({_DAY})\b(?! nhat)", words)
    }
    if len(days) == 1:
        found["weekday"] = days.pop()
    if before := _BEFORE.search(words):
        found["before_day"] = int(before[1])
    elif (latest := _LATEST.search(words)) and int(latest[1]) < _LAST_DAY:
        found["before_day"] = int(latest[1]) + 1
    if on := _ON.search(words):
        found["on_day"] = int(on[1])
    return found
