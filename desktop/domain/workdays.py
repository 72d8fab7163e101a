"""Working days and calendar arithmetic, on a table of days handed in; standard library only.

Weekends and national holidays are off, unless ordered otherwise by the State (a make-up day) or by the office's table.
"""

import datetime as dt
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Workdays:
    """The office's own table stands over the national one; of its two lists, the one that orders work stands first."""

    national: Mapping[dt.date, str] = field(default_factory=dict)
    make_up: Mapping[dt.date, str] = field(default_factory=dict)
    days_off: Mapping[dt.date, str] = field(default_factory=dict)
    working_days: Mapping[dt.date, str] = field(default_factory=dict)
    provisional: frozenset[int] = frozenset()

    def is_working(self, day: dt.date) -> bool:
        return self.why_off(day) is None

    def why_off(self, day: dt.date) -> str | None:
        """Say why nobody works on a day (`Quốc khánh`, `nghỉ cuối tuần`, `nghỉ theo …`); None on a working day."""
        if day in self.working_days:
            return None
        if day in self.days_off:
            return f"nghỉ theo {self.days_off[day] or 'lịch của đơn vị'}"
        if day in self.make_up:
            return None
        return self.national.get(day) or ("nghỉ cuối tuần" if day.weekday() >= 5 else None)

    def before(self, day: dt.date, n: int, *, clear: bool = False) -> dt.date:
        """The last day in time for `n working days before`; with `clear`, n whole working days lie between the two."""
        return self._step(day, n + 1 if clear else n, -_DAY)

    def after(self, day: dt.date, n: int) -> dt.date:
        """The n-th working day after a day, that day not counted."""
        return self._step(day, n, _DAY)

    def count(self, first: dt.date, last: dt.date) -> int:
        """The working days from first to last, both included."""
        return sum(self.is_working(first + _DAY * ahead) for ahead in range((last - first).days + 1))

    def _step(self, day: dt.date, n: int, step: dt.timedelta) -> dt.date:
        while n > 0:
            day += step
            n -= self.is_working(day)
        return day


def plus_months(day: dt.date, n: int) -> dt.date:
    """The same day n months later, or that month's last day where it has none such."""
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
