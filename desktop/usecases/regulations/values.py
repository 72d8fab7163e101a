"""Values of parameters and settings as a clerk reads and types them.

May import domain, exchange and vi. A value is whole numbers, shares as text, codes and words: never a float.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from desktop import vi
from desktop.domain.posts import POSTS
from desktop.domain.records import Value
from desktop.domain.refusal import Refusal
from desktop.domain.terms import ADDRESSEE, ASSIGNMENT, PERIOD
from desktop.exchange.value_kinds import Own
from desktop.exchange.value_kinds import own_of as own_of
from desktop.usecases.regulations import shape_words


def _words(codes: Mapping[Any, str]) -> dict[str, str]:
    return dict(codes)


REASON = {"no-meeting-possible": "không tổ chức họp được", "not-complex": "nội dung không phức tạp"}
CODE_WORDS: dict[str, str] = {
    "automatic": "đương nhiên chủ trì",
    "authorised": "khi được ủy quyền",
    "named": "người được phân công",
    "signature": "từ ngày ký",
    "when-needed": "khi cần",
    "written": "bằng văn bản",
    "oral": "bằng lời",
    "nth-working-day": "tính ngược từ ngày họp, ngày làm việc liền trước là ngày thứ nhất",
    "clear-days": "phải còn đủ số ngày làm việc giữa ngày gửi và ngày họp",
    **PERIOD,
    **_words(vi.BODY),
}
"""Words for the codes of parameters and settings of the unit `word`."""
COUNTED = {"working-days": "ngày làm việc", "days": "ngày", "months": "tháng", "count": "", "day": ""}
"""What is counted by each unit whose values are whole numbers."""
WORDS: dict[str, Mapping[str, str]] = {
    "body": _words(vi.BODY),
    "bodies": _words(vi.BODY),
    "addressee": _words(ADDRESSEE),
    "role": _words(vi.ROLE),
    "roles": _words(vi.ROLE),
    "matters": _words(vi.MATTER),
    "kinds": _words(vi.MEETING_KIND),
    "grounds": _words(vi.GROUND),
    "reasons": REASON,
    "areas": _words(vi.AREA),
    "purposes": _words(vi.ABSENCE_PURPOSE),
    "unit-kinds": _words(vi.UNIT_KIND),
    "assignment-kinds": _words(ASSIGNMENT),
    "posts": POSTS,
    "periods": PERIOD,
    "word": CODE_WORDS,
}
"""The codes of each unit with their words."""
SHAPES = ("cadence", "share", "deadline")
"""Units whose values have parts and are typed as a phrase."""
LISTS = frozenset(WORDS) - {"body", "addressee", "role", "word"} | {"words"}
YES, NO = "Có", "Không"
EMPTY = "không có"
"""A list of nothing, which is another thing than a silence."""
_MOST, _LAST_DAY = 1000, 31


def said(unit: str, value: Value | None) -> str:
    """The value in words: `3 ngày làm việc`, `2/3`, `Ban Thường vụ`; a repealed value is said to be none."""
    if value is None:
        return vi.SILENT
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, list):
        return "; ".join(_word(unit, code) for code in value) or EMPTY
    if isinstance(value, dict):
        return shape_words.said(value)
    if isinstance(value, int):
        return f"{value} {COUNTED.get(unit, '')}".strip()
    return _word(unit, value)


def _parts(unit: str, text: str, own: Own | None) -> list[str]:
    """The items of a typed list; a word of a vocabulary may hold a comma of its own, as an own item may."""
    whole = {vi.fold(word) for word in WORDS.get(unit, {}).values()}
    one = vi.fold(text) in whole or (own is not None and own.fits(text))
    mark = ";" if ";" in text or unit == "words" or one else ","
    return [part.strip() for part in text.split(mark) if part.strip()]


def _word(unit: str, code: str) -> str:
    return WORDS.get(unit, {}).get(code, code)


def offered(unit: str, choices: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
    """The codes one of which may be chosen, with their words; empty where a value is typed."""
    if unit == "yes-no":
        return ((YES, YES), (NO, NO))
    codes = choices or (tuple(WORDS[unit]) if unit in ("body", "addressee", "role") else ())
    words = (vi.capital(_word(unit, code)) for code in codes)
    return tuple((word, word) for word in words)


def ticked(unit: str) -> tuple[tuple[str, str], ...]:
    """The codes of a list that is ticked rather than typed, with their words; empty where items are typed."""
    if unit not in LISTS or unit not in WORDS:
        return ()
    return tuple((code, vi.capital(word)) for code, word in WORDS[unit].items())


def typed(
    what: str,
    unit: str,
    text: str,
    *,
    choices: tuple[str, ...] = (),
    was: Value | None = None,
    own: Own | None = None,
) -> Value:
    """Return what was typed as a value of the unit; raises `Refusal` naming `what` and what was expected.

    A number alone is put in the place of that of the value there `was`; a list may hold items of the office's `own`.
    """
    clean = vi.nfc(" ".join(text.split()))
    if unit in COUNTED:
        return _whole(what, unit, clean)
    if unit == "fraction":
        return _fraction(what, clean)
    if unit in SHAPES:
        return _shape(what, unit, clean, was)
    if unit == "yes-no":
        return _yes(what, clean)
    if unit in LISTS:
        if vi.fold(clean) == vi.fold(EMPTY):
            return []
        known = tuple(WORDS.get(unit, ()))
        return [_item(what, unit, part, known, own) for part in _parts(unit, clean, own)]
    return _code(what, unit, clean, choices or (() if unit == "word" else tuple(WORDS[unit])))


def _whole(what: str, unit: str, text: str) -> int:
    digits = text.removesuffix(COUNTED[unit]).strip()
    most = _LAST_DAY if unit == "day" else _MOST
    if digits.isascii() and digits.isdigit() and len(digits) < 5 and int(digits) <= most:
        return int(digits)
    if unit == "day":
        raise Refusal(f"{what}: “{text}” chưa đúng; cần một ngày trong tháng, từ 1 đến {most}.", field="value")
    counted = f"số {COUNTED[unit]}".strip() if COUNTED[unit] else "một số"
    raise Refusal(f"{what}: “{text}” chưa đúng; cần {counted} bằng chữ số, như 3.", field="value")


def _fraction(what: str, text: str) -> str:
    above, _, below = text.replace(" ", "").partition("/")
    plain = all(part.isascii() and part.isdigit() and len(part) <= len(str(_MOST)) for part in (above, below))
    if plain and int(below) and 0 < Fraction(int(above), int(below)) <= 1:
        return f"{int(above)}/{int(below)}"
    raise Refusal(f"{what}: “{text}” chưa đúng; cần một phân số không quá 1, như 2/3.", field="value")


def _shape(what: str, unit: str, text: str, was: Value | None) -> Value:
    found = shape_words.typed(unit, text, was if isinstance(was, dict) else None)
    if found is None:
        raise Refusal(f"{what}: “{text}” chưa đúng; cần ghi như {shape_words.example(unit)}.", field="value")
    return found


def _yes(what: str, text: str) -> bool:
    folded = vi.fold(text)
    if folded in ("co", "khong"):
        return folded == "co"
    raise Refusal(f"{what}: “{text}” chưa đúng; cần Có hoặc Không.", field="value")


def _item(what: str, unit: str, text: str, known: tuple[str, ...], own: Own | None) -> str:
    """A code by its words, else an item in words where the list takes such."""
    try:
        return _code(what, unit, text, known)
    except Refusal as refused:
        if own and own.fits(text):
            return text
        like = f"; hoặc tên riêng như “{own.like}”." if own else "."
        raise Refusal(f"{refused.sentence.rstrip('.')}{like}", field="value") from refused


def _code(what: str, unit: str, text: str, choices: tuple[str, ...]) -> str:
    wanted = vi.fold(text.strip())
    for code in choices:
        if wanted in (vi.fold(code), vi.fold(_word(unit, code))):
            return code
    if choices:
        offered = ", ".join(_word(unit, code) for code in choices)
        raise Refusal(f"{what}: “{text.strip()}” chưa đúng; cần một trong: {offered}.", field="value")
    if not text:
        raise Refusal(f"{what}: cần ghi nội dung.", field="value")
    return text
