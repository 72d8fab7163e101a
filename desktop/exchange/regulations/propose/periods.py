"""Reads the periods by which something recurs: `hằng tháng, quý, 6 tháng và năm`. Standard library only."""

import re

_PERIODS = {
    "term": r"(?:toan|ca|cuoi|dau|moi|trong) (?:khoa|nhiem ky)|nhiem ky",
    "nine-months": r"(?:9|09|chin) thang",
    "half": r"(?:6|06|sau) thang|nua nam",
    "week": r"tuan",
    "month": r"(?<!\d )(?<!\d)(?<!\bba )thang",
    "quarter": r"quý|(?:3|03|ba) thang (?:mot|1|01) (?:lan|ky)",
    "year": r"nam",
}
_ORDER = ("term", "week", "month", "quarter", "half", "nine-months", "year")
_ONE = "|".join(f"(?:{form})" for form in _PERIODS.values())
_BEFORE = r"(?:dinh ky|hang|moi|tung|theo|trong|ca|mot|1|01|dau|cuoi|ket thuc|,)"
_ASIDE = r"(?:\s*\([^)]{1,60}\))?"
_JOIN = rf"{_ASIDE}(?:\s*(?:,|;|va|hoac|/|-|cung nhu)\s*)+(?:chuong trinh (?:(?:cong tac|lam viec)\s*)?)?"
PERIODS = rf"\b(?:{_BEFORE}\s*)*(?:{_ONE})\b(?:{_JOIN}(?:{_BEFORE}\s+)*(?:{_ONE})\b)*"
"""One period or a list of them, in folded words."""


def read_periods(words: str) -> list[str] | None:
    """The periods named, the longest names first so that `6 tháng` is no month; in the order of their length."""
    found, rest = set(), re.sub(r"\([^)]*\)", "", words)
    for code, form in _PERIODS.items():
        rest, count = re.subn(rf"\b(?:{form})\b", "", rest)
        if count:
            found.add(code)
    return [code for code in _ORDER if code in found] or None
