"""What a parameter asks, said anew for another value: the number or the word in its sentence is changed.

May import domain and vi. Where the sentence does not name the value, the value is said after it.
"""

import re
from fractions import Fraction
from typing import Any

from desktop.domain.records import Value
from desktop.domain.regulation import Parameter
from desktop.usecases.regulations import values

_NUMBERS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_COUNTED = "ngày|tháng|phiên|lần|cuộc|cơ quan|đồng chí|ủy viên|việc|buổi|nội dung|hội nghị"


def sentence(parameter: Parameter, was: Value | None, value: Value | None) -> str:
    """The sentence of a parameter for another value than the one it was written for."""
    if value is None or value == was or isinstance(value, list):
        return parameter.means
    changed = _changed(parameter, was, value)
    return changed or f"{parameter.means.rstrip('.')}; quy chế của đơn vị ghi: {_inner(parameter, value)}."


def _inner(parameter: Parameter, value: Value) -> str:
    said = values.said(parameter.unit, value)
    return said.lower() if isinstance(value, bool) else said


def _changed(parameter: Parameter, was: Value | None, value: Value) -> str:
    """Empty where the old value does not stand in the sentence exactly once, or where it speaks of `cơ quan này`."""
    named = parameter.unit in ("body", "addressee") and "cơ quan" in parameter.means.lower()
    if isinstance(value, bool) or was is None or named:
        return ""
    for old, new in _words(parameter.unit, was, value):
        found = list(re.finditer(old, parameter.means, re.IGNORECASE))
        if len(found) == 1:
            start, end = found[0].span()
            made = f"{parameter.means[:start]}{new}{parameter.means[end:]}"
            return made[:1].upper() + made[1:]
    return ""


def _words(unit: str, was: Value, value: Value) -> list[tuple[str, str]]:
    """Patterns of how a value is written in a sentence, each with what is written in its place."""
    if isinstance(was, dict) and isinstance(value, dict):
        changed = [key for key in value if was.get(key) != value[key]]
        return _words("fraction", was[changed[0]], value[changed[0]]) if _is_one_part(changed, was, value) else []
    if isinstance(was, int) and isinstance(value, int):
        return [(rf"\b{_number(was)}\b(?= (?:{_COUNTED}))", _number(value)), (rf"\b{was}\b", str(value))]
    if unit == "fraction":
        return [(rf"\b{_share(str(was), half)}\b", _share(str(value))) for half in ("một nửa", "nửa")]
    return [(rf"\b{re.escape(values.said(unit, was))}\b", values.said(unit, value))]


def _is_one_part(changed: list[str], was: dict[str, Any], value: dict[str, Any]) -> bool:
    """Whether two shapes differ in a number or a fraction only, which can be said in the place of the other."""
    return was.keys() == value.keys() and len(changed) == 1 and changed[0] in ("n", "gap", "day", "at_least", "over")


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _share(text: str, half: str = "một nửa") -> str:
    share = Fraction(text)
    if share == Fraction(1, 2):
        return half
    return f"{_number(share.numerator)} phần {'tư' if share.denominator == 4 else _number(share.denominator)}"
