"""A cell as text, as a day and folded for comparing; what is wrong with a list. May import domain and vi."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop import vi
from desktop.domain.refusal import Refusal

HEAD_ROWS = 30
"""How far down a head is looked for."""
Cells = Sequence[Sequence[object]]

_CENTURY = 100
_OLD_LETTERS = re.compile("[§®¬µ¶·¸¹ÄÅÆÇËÎÏÖ×ØÛÜÞßäåæçëîïö÷øûüþÿ]")
"""Signs no Vietnamese name holds; Ñ is left out, for names of the highlands have it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one cell; `row` counts from 0 in the rows as read, `column` from 0 in the sheet."""

    sentence: str
    row: int = -1
    column: int = -1


class UnreadableList(Refusal):
    """Raised with every fault of the list, each a sentence that names its cell; `rest` is what could be read."""

    def __init__(self, faults: Iterable[Fault | str], rest: object = None) -> None:
        self.found = tuple(fault if isinstance(fault, Fault) else Fault(fault) for fault in faults)
        self.faults = tuple(fault.sentence for fault in self.found)
        self.rest = rest
        more = f" Còn {len(self.faults) - 1} chỗ khác cần sửa." if len(self.faults) > 1 else ""
        super().__init__(f"{self.faults[0]}{more}", field="people")


def text_of(value: object) -> str:
    """A cell as trimmed clean text; a whole number loses its `.0`, an apostrophe that guards a formula goes."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime | dt.date):
        return vi.day(value.date() if isinstance(value, dt.datetime) else value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = " ".join(vi.typed(str(value)).split())
    return text[1:] if re.match(r"'[=+\-@']", text) else text


def folded(value: object) -> str:
    """The cell for comparing with words: without diacritics, capitals and the signs around it."""
    return vi.fold(text_of(value)).strip(" .:*()")


def short(text: str) -> str:
    """At most 40 letters, for a sentence that quotes a cell."""
    return text if len(text) <= 40 else f"{text[:37]}…"


def letter(column: int) -> str:
    """The name Excel gives a column counted from 0: `A`, `Z`, `AA`."""
    above, rest = divmod(column, 26)
    return (letter(above - 1) if above else "") + chr(ord("A") + rest)


def is_formula(value: object) -> bool:
    """Whether a cell holds anything but plain text, a number or a day."""
    plain = value is None or isinstance(value, str | int | float | dt.date | dt.time | dt.timedelta)
    return not plain or (isinstance(value, str) and value.startswith("="))


def day_of(value: object) -> dt.date | None:
    """The day of a cell, held by Excel as one or typed as text."""
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else parse_day(text_of(value))


def parse_day(text: str) -> dt.date | None:
    """`1/8/2020`, `01-08-2020`, `1/8/20`, `01082020`, `2020-08-01`; None where it is no day."""
    parts = re.fullmatch(
        r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d\d)|(\d{2})(\d{2})(\d{4})|(\d{4})-(\d\d)-(\d\d)", text.strip(" .")
    )
    if not parts:
        return None
    found = [int(part) for part in parts.groups() if part]
    year, month, day = found if parts.group(7) else found[::-1]
    return _date(year if year >= _CENTURY else whole_year(year), month, day)


def whole_year(year: int, *, turn: int = 70) -> int:
    """Of a year in two figures: those from `turn` on are of the last century."""
    return year + (1900 if year >= turn else 2000)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def is_old_letters(text: str) -> bool:
    """Whether a text is written in the old code TCVN3, whose letters a Unicode program shows as signs."""
    return bool(_OLD_LETTERS.search(text))
