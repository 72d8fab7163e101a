"""A line of the register under judgement: the one before it in its series, what its signer was ever assigned.

`desktop.domain` only. A document is held against the one before it, so that a double is told of the later one. One
without a day is a draft.
"""

import datetime as dt
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from desktop.domain.facts import Facts
from desktop.domain.records import Assignment, Document
from desktop.domain.series import in_series


class _Days:
    """The days on which one of some assignments stands: spans in order that do not meet, searched by halves."""

    def __init__(self, lines: Iterable[Assignment]) -> None:
        self._firsts: list[dt.date] = []
        self._lasts: list[dt.date] = []
        for first, last in sorted((line.from_ or dt.date.min, line.to or dt.date.max) for line in lines):
            if self._lasts and first <= self._lasts[-1]:
                self._lasts[-1] = max(self._lasts[-1], last)
            else:
                self._firsts.append(first)
                self._lasts.append(last)

    def __contains__(self, value: dt.date) -> bool:
        before = bisect_right(self._firsts, value)
        return before > 0 and value <= self._lasts[before - 1]


class Given:
    """All that one person was ever assigned: the days on which it was anything, and on which it was to sign."""

    def __init__(self, lines: Iterable[Assignment]) -> None:
        every = list(lines)
        self.days, self.signing = _Days(every), _Days(filter(_to_sign, every))


def _to_sign(line: Assignment) -> bool:
    """Whether what was given says `ký`; folding it would also find `kỳ` and `kỷ`."""
    return "ký" in re.findall(r"\w+", f"{line.subject} {line.field}".lower())


class Register:
    """What is asked of every document, found once for all of them."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._given: dict[str | None, Given] = {}

    @cached_property
    def before(self) -> Mapping[str, Document]:
        """The document before each in its series."""
        return {later.id: earlier for papers in in_series(self._facts).values() for earlier, later in pairwise(papers)}

    def given(self, person: str | None) -> Given:
        if person not in self._given:
            self._given[person] = Given(self._lines.get(person, ()))
        return self._given[person]

    @cached_property
    def _lines(self) -> Mapping[str | None, list[Assignment]]:
        lines: defaultdict[str | None, list[Assignment]] = defaultdict(list)
        for line in self._facts.office.assignments:
            lines[line.person].append(line)
        return lines


@dataclass(frozen=True)
class Paper:
    """A document of a day, as of another."""

    facts: Facts
    document: Document
    day: dt.date
    on: dt.date
    register: Register
