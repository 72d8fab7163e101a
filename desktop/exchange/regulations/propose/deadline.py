"""Reads by when something is due: `trước 03 ngày làm việc`, `chậm nhất ngày 05 tháng sau`. Standard library only.

A deadline is `{"n": 3, "unit": "working-days", "side": "before", "of": "meeting"}` or `{"day": 5, "of": "next-month"}`.
"""

import re

from desktop.exchange.regulations.propose.numbers import NUMBER, number

Plain = dict[str, object]

_UNITS = (("working-days", "ngay lam viec"), ("hours", "(?:gio|tieng)"), ("days", "ngay"), ("days", "tuan"))
_UNIT = r"(?:ngay lam viec|ngay|gio|tieng|tuan)\b(?! \d)"
_LEAST = r"(?:it nhat|toi thieu|cham nhat(?: la)?|khong qua|khong cham hon|muon nhat|toi da|khong it hon)"
SPAN = rf"(?:(?:{_LEAST} )?(?:truoc |sau |trong(?: thoi han| vong)? |qua )?(?:{_LEAST} )?(?:la |tu )?{NUMBER} {_UNIT})"
_LATEST = "truoc|vao|han (?:cuoi|chot)(?: la)?|cham nhat(?: la)?(?: vao)?|khong qua|muon nhat|den|tu"
_UNTIL = rf"(?:{_LATEST})(?: sang)?(?: chieu)?"
_NUMBERED = rf"ngay (?:mung |mong )?{NUMBER}\b(?! ?[/-] ?\d| ngay)"
_NEXT = r"(?:lien )?(?:sau|ke tiep|tiep theo|do|cuoi|nay|lien ke)"
_MONTH = rf"(?: cua| hang| moi| cac)* (?:thang|ky)(?! ?\d)(?: dau(?: tien)?)?(?: cua)?(?: quý| ky| nam)?(?: {_NEXT})*"
_DAY = rf"(?:{_UNTIL} {_NUMBERED}(?:{_MONTH})?|{_NUMBERED}{_MONTH})"
DEADLINE = rf"(?:{_DAY}|{SPAN})"
"""A day of the month, or so many days or hours, in folded words."""


def read_deadline(words: str, *, side: str, of: str) -> Plain | None:
    """The deadline the words say; which side of what, for those that count days, is the content's own."""
    if day := re.search(rf"ngay (?:mung |mong )?({NUMBER})(?! ngay)\b", words):
        return _on_day(number(day[1]), words)
    span = re.search(rf"({NUMBER}) ({_UNIT})", words)
    if span is None:
        return None
    unit = next(code for code, form in _UNITS if re.fullmatch(form, span[2]))
    count = number(span[1]) * (7 if span[2] == "tuan" else 1)
    return {"n": count, "unit": unit, "side": side, "of": of}


def _on_day(day: int, words: str) -> Plain | None:
    if not 1 <= day <= 31:
        return None
    following = re.search(r"(?:thang|ky|quý)(?: lien)? (?:sau|ke|tiep|lien ke)", words)
    return {"day": day, "of": "next-month" if following else "month"}
