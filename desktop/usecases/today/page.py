"""Hôm nay as data: what the screen paints, small enough to be remembered and painted before anything else is loaded.

Standard library and `desktop.vi` only; `today.py` makes it.
"""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass

from desktop import vi

DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing to do: what, on whom it waits, the article, the last day, and the one act that deals with it."""

    id: str
    title: str
    second: str = ""
    article: str = ""
    caption: str = ""
    due: dt.date
    action: str = ""
    act: str = ""
    place: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLine:
    verdict: str
    day: dt.date
    text: str
    figure: str = ""
    faint: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A meeting soon to be held, with its deadlines and the forecast of who will be there."""

    record: str
    title: str
    start: dt.datetime
    lines: tuple[CardLine, ...]
    present: int
    members: int
    needed: int
    away: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Something a session has to be told of."""

    text: str
    article: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekDay:
    """A day of the week strip; `lines` pairs a text with whether it stands back."""

    date: dt.date
    lunar: str
    off: bool
    lines: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    place: str
    count: int
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything on the screen and round it, as of a day."""

    day: dt.date
    office: str
    term: str = ""
    regulation: str = ""
    lunar: str = ""
    rows: tuple[Row, ...] = ()
    holidays: tuple[dt.date, ...] = ()
    holiday_words: str = ""
    cards: tuple[Card, ...] = ()
    told_title: str = ""
    told: tuple[Told, ...] = ()
    week: tuple[WeekDay, ...] = ()
    badges: tuple[Badge, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    title: str
    note: str
    rows: tuple[Row, ...]


def sunday_of(day: dt.date) -> dt.date:
    return day + DAY * (6 - day.weekday())


def groups(page: Page, today: dt.date) -> list[Group]:
    """The rows by how near they are on a day, the oldest first; groups without rows are left out."""
    sunday = sunday_of(today)
    near = [row.due for row in page.rows]
    made = [
        _group("Quá hạn", "", page, lambda due: due < today),
        _group("Phải xong hôm nay", f"{vi.capital(vi.weekday(today))} {vi.day_short(today)}", page, today.__eq__),
        _group(f"Đến Chủ nhật {vi.day_short(sunday)}", page.holiday_words, page, lambda due: today < due <= sunday),
    ]
    if near and max(near) > sunday:
        made.append(_group("Sau đó", f"đến {vi.day_short(max(near), today)}", page, lambda due: due > sunday))
    return [group for group in made if group.rows]


def _group(title: str, note: str, page: Page, fits: Callable[[dt.date], bool]) -> Group:
    return Group(title=title, note=note, rows=tuple(row for row in page.rows if fits(row.due)))


def verdict_of(row: Row, today: dt.date) -> str:
    return "breach" if row.due < today else "due"


def to_json(page: Page) -> str:
    return json.dumps(asdict(page), ensure_ascii=False, default=str)
