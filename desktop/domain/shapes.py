"""What a regulation can say of how often, how many and by when: the values of its contents that have parts.

`desktop.domain` only. A shape is read from the plain value that files hold; what those may hold, `value_kinds` says.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Any, Literal, get_args

from desktop.domain.periods import Unit
from desktop.domain.records import Matter
from desktop.domain.workdays import plus_months

Per = Literal["week", "fortnight", "month", "quarter", "half", "year"]
GapUnit = Literal["weeks", "months"]
When = Literal["start", "end", "first-week", "last-week", "first-month", "last-month"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Base = Literal["members", "summoned", "present", "valid"]
DueUnit = Literal["working-days", "days", "hours"]
Side = Literal["before", "after"]
Event = Literal["meeting", "sending", "decision", "departure", "return", "period-end"]
Month = Literal["month", "next-month"]

WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
Plain = Mapping[str, Any]

_DAY = dt.timedelta(days=1)
_PERIOD_OF_GAP: dict[tuple[int, GapUnit], Unit] = {
    (1, "weeks"): "week",
    (2, "weeks"): "fortnight",
    (1, "months"): "month",
    (2, "months"): "month",
    (6, "months"): "half",
    (12, "months"): "year",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """So many times a period (`n`, `per`), or never further apart than a gap (`gap`, `unit`).

    `when` and the days after it say where in the period; `kinds` which meetings count, where the text says it:
    by their codes or by the office's own name for a kind.
    """

    n: int = 0
    per: Per | None = None
    gap: int = 0
    unit: GapUnit = "months"
    when: When | None = None
    weekday: Weekday | None = None
    before_day: int | None = None
    on_day: int | None = None
    kinds: tuple[str, ...] = ()

    @classmethod
    def read(cls, plain: Plain) -> "Cadence":
        return cls(**{**plain, "kinds": tuple(plain.get("kinds", ()))})

    @property
    def period(self) -> Unit:
        """The period its `when` speaks of: its own, or the one as long as the gap; of other gaps, the quarter."""
        return self.per or _PERIOD_OF_GAP.get((self.gap, self.unit), "quarter")

    def latest_after(self, day: dt.date) -> dt.date:
        """The last day on which the next is in time: a month's last day where the month has no such day."""
        return plus_months(day, self.gap) if self.unit == "months" else day + 7 * self.gap * _DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """`at_least` a fraction of some base, or `over` it: the fraction itself is then not enough."""

    fraction: Fraction
    over: bool = False
    of: Base = "members"

    def needed(self, total: int) -> int:
        """The least whole number that is enough."""
        return floor(self.fraction * total) + 1 if self.over else ceil(self.fraction * total)

    @property
    def words(self) -> str:
        """`ít nhất 2/3`, `trên 1/2`."""
        return f"trên {self.plain}" if self.over else f"ít nhất {self.plain}"

    @property
    def reached(self) -> str:
        """What a number that is enough is said to be: `đủ 2/3`, `quá 1/2`."""
        return f"quá {self.plain}" if self.over else f"đủ {self.plain}"

    @property
    def plain(self) -> str:
        return f"{self.fraction.numerator}/{self.fraction.denominator}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Portion):
    """A portion, with others for some matters."""

    exceptions: tuple[tuple[tuple[Matter, ...], Portion], ...] = ()

    @classmethod
    def read(cls, plain: Plain) -> "Share":
        others = ((tuple(one["matters"]), Portion(**_parts(one))) for one in plain.get("except", ()))
        return cls(**_parts(plain), exceptions=tuple(others))

    def about(self, *matters: Matter | None) -> Portion:
        """What is needed for these matters together: the greatest of what is asked for each."""
        asked = [portion for listed, portion in self.exceptions if set(listed) & set(matters)]
        return max(asked, key=lambda portion: (portion.fraction, portion.over), default=self)


def _parts(plain: Plain) -> dict[str, Any]:
    over = "over" in plain
    return {"fraction": Fraction(plain["over" if over else "at_least"]), "over": over, "of": plain["of"]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """So long before or after an event (`n`, `unit`, `side`), or by a day of a period's last month or the next."""

    of: Event | Month
    n: int = 0
    unit: DueUnit = "days"
    side: Side = "before"
    day: int | None = None

    @classmethod
    def read(cls, plain: Plain) -> "Deadline":
        return cls(**plain)
