"""Reads what part of how many is needed: `ít nhất hai phần ba`, `quá nửa`, `trên 50%`. Standard library only.

A share is `{"at_least": "2/3", "of": "members"}` or `{"over": "1/2", "of": "present"}`.
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from desktop.exchange.regulations.propose.numbers import NUMBER, number

Plain = dict[str, object]

_OVER = r"(?:tren|qua|hon|nhieu hon|lon hon|vuot qua|vuot)"
_LEAST = r"(?:it nhat(?: la)?|toi thieu(?: la)?|khong duoi|khong it hon|tu|du|dat)"
_WRITTEN = r"\d{1,2} ?/ ?\d{1,2}(?:\s*\([^)]{3,20}\))?(?! ?/)"
_SPELLED = rf"{NUMBER} phan (?:hai|ba|tu|nam|sau|muoi|\d{{1,2}})\b(?:\s*\(\d+/\d+\))?"
_FRACTION = rf"(?:{_WRITTEN}|{_SPELLED}|\d{{2,3}} ?%(?: ?\+ ?1)?|mot nua)"
_BOUND = rf"\b(?:{_OVER}|{_LEAST}) (?:(?:du|tu|co|dat|du tu|mot) )?"
SHARE = rf"(?:{_BOUND}(?:nua|ban)\b|(?:{_BOUND})?(?<![\d/])\b{_FRACTION})(?: tro len)?"
"""A share in folded words; the words `nửa` and `bán` are one only after `quá` or `trên`."""
_OF = (
    ("valid", r"phieu hop le|so phieu|phieu (?:bau|thu ve|tra loi)"),
    ("summoned", r"trieu tap|(?:duoc )?mời"),
    ("present", r"(?:co mat|du hop|tham du|tham gia hop|du hoi nghi|dai bieu)"),
    ("members", r"(?:uy vien|thanh vien|dong chi|tong so|so nguoi)"),
)
ALL = tuple(code for code, _ in _OF)


def read_share(words: str, after: str = "", among: Sequence[str] = ALL) -> Plain | None:
    """The share the words say, of those `among` whom the words after it name first; else of all members."""
    part = _fraction(words)
    if part is None or not 0 < part <= 1:
        return None
    bound = "over" if re.search(rf"\b{_OVER}\b|\+ ?1", words) and "tro len" not in words else "at_least"
    of = next((code for code, form in _OF if code in among and re.search(form, after)), "members")
    return {bound: f"{part.numerator}/{part.denominator}", "of": of}


def _fraction(words: str) -> Fraction | None:
    if plain := re.search(r"(\d{1,2}) ?/ ?(\d{1,2})", words):
        return Fraction(int(plain[1]), int(plain[2])) if int(plain[2]) else None
    if percent := re.search(r"(\d{2,3}) ?%", words):
        return Fraction(int(percent[1]), 100)
    if spelled := re.search(rf"({NUMBER}) phan (\w+)", words):
        return Fraction(number(spelled[1]), number("bon" if spelled[2] == "tu" else spelled[2]))
    return Fraction(1, 2)
