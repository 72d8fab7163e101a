"""What a kind of committee is called, which organs it has, who stands above it, who signs; `desktop.domain` only.

All of it is data; here is only what it looks like and how it is asked for.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from desktop.domain.names import fold
from desktop.domain.records import OfficeHead


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How a committee's name begins; `symbol` is what its papers bear, `area` the place it leads where none follows.

    `above` is how the committees above it are called in a text, `committee` what is elected where it is not the
    Ban Chấp hành.
    """

    name: str
    party: str
    symbol: str = ""
    area: str = ""
    above: tuple[str, ...] = ()
    committee: str = ""
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """Where a committee stands; without a `model`, the regulation offered for its own, the program is not for it.

    `to` is the last day on which there were such committees.
    """

    code: str
    name: str
    words: str
    model: str = ""
    lacks: tuple[str, ...] = ()
    to: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organ:
    """`signs` is the organ in whose name its papers are signed, `instead` who acts where a committee has it not.

    One with `before`, which stands before the committee's symbol, has its own series, and its own letterhead.
    """

    code: str
    name: str
    before: str = ""
    signs: str = ""
    instead: str = ""
    leaders: str = ""

    @property
    def own(self) -> bool:
        return bool(self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What holds for committees of some levels, between two days."""

    name: str
    levels: tuple[str, ...]
    from_: dt.date | None = None
    to: dt.date | None = None

    def holds(self, level: str, on: dt.date) -> bool:
        began, over = self.from_ and on < self.from_, self.to and self.to < on
        return level in self.levels and not began and not over


@dataclass(frozen=True, slots=True, kw_only=True)
class Superior(Dated):
    """The committee above, and the Party organisation that stands for it in a letterhead."""

    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Advisory(Dated):
    """A body that advises the committee; `head` is the post of who leads it, a code or the office's words."""

    head: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermWords:
    """How a term is said: of two years, of the first alone, and the number of its congress."""

    years: str
    open: str
    congress: str

    def said(self, first: dt.date, last: dt.date | None) -> str:
        """`nhiệm kỳ 2020–2025`, as far as its last day is known."""
        known = last not in (None, dt.date.max)
        return (self.years if known else self.open).format(first=first.year, last=last.year if last else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One way to sign; `recorded` only where the authority is on record, `acting` puts `Quyền` before the post.

    `needs` are organs without which nobody signs so.
    """

    organs: tuple[str, ...]
    authority: str
    line: str
    holds: str
    post: str = ""
    needs: tuple[str, ...] = ()
    recorded: bool = False
    acting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """Who issues joint papers with the committee, and the abbreviation in their symbol."""

    name: str
    short: str


T = TypeVar("T", bound=Dated)
_BEFORE = r"(?:ban chap hanh )?(?:dang (?:bo|uy) )?"
_TERM = TermWords(years="{first}–{last}", open="{first}", congress="{congress}")


@dataclass(frozen=True, kw_only=True)
class Committees:
    """What `resources/committees.toml` says; empty, nothing is known of any committee."""

    kinds: tuple[Kind, ...] = ()
    places: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    organs: tuple[Organ, ...] = ()
    superiors: tuple[Superior, ...] = ()
    advisories: tuple[Advisory, ...] = ()
    term: TermWords = _TERM
    signs: tuple[Row, ...] = ()
    partners: tuple[Partner, ...] = ()

    def kind_of(self, name: str) -> Kind | None:
        """The kind a committee's name begins with, however `ủy` is spelt."""
        folded = fold(name)
        return next((kind for kind in self.kinds if folded.startswith(fold(kind.name))), None)

    def called(self, name: str) -> str:
        """`Huyện ủy` of `Huyện ủy Tây Sơn`, as the office itself spells it."""
        kind = self.kind_of(name)
        return " ".join(name.split()[: len(kind.name.split()) if kind else 2])

    def place_of(self, name: str) -> str:
        """The place's own name: `Lùng Phình` of `Đảng ủy xã Lùng Phình`."""
        rest = self._after_kind(name)
        return rest[len(self._said(rest)) :].strip()

    def area_of(self, name: str) -> str:
        """The area it leads: `xã` of `Đảng ủy xã Lùng Phình`, `huyện` of `Huyện ủy Tây Sơn`; empty of no area."""
        kind = self.kind_of(name)
        return (kind.area or self._said(self._after_kind(name))) if kind else ""

    def _after_kind(self, name: str) -> str:
        return " ".join(name.split()[len(self.called(name).split()) :])

    def _said(self, rest: str) -> str:
        """The word for a kind of place that a name begins with."""
        return next((place for place in self.places if rest.casefold().startswith(f"{place} ")), "")

    def of_party(self, organisation: str) -> str:
        """The committee of a Party organisation: `Tỉnh ủy Bình Định` of `Đảng bộ tỉnh Bình Định`."""
        kinds = sorted(self.kinds, key=lambda kind: -len(kind.party))
        kind = next((each for each in kinds if organisation.startswith(each.party)), None)
        return f"{kind.name}{organisation[len(kind.party) :]}" if kind else organisation

    def level_of(self, name: str, code: str = "") -> Level | None:
        """The level of that code; else the one the first words of a committee's name tell, None where they do not."""
        said = " ".join(fold(name).split())
        chosen = (each for each in self.levels if each.code == code)
        told = (each for each in self.levels if each.words and re.match(rf"{_BEFORE}(?:{fold(each.words)})\b", said))
        return next(chosen, None) or next(told, None)

    def organ(self, code: str) -> Organ | None:
        return self._organs.get(code)

    @cached_property
    def _organs(self) -> dict[str, Organ]:
        return {organ.code: organ for organ in self.organs}

    def lacking(self, head: OfficeHead) -> frozenset[str]:
        """The organs that a committee of its kind or its level has not."""
        kind, level = self.kind_of(head.name), self.level_of(head.name, head.kind)
        return frozenset((*(kind.lacks if kind else ()), *(level.lacks if level else ())))

    def acting(self, head: OfficeHead, organ: str) -> str:
        """The organ itself, or whoever acts for it in a committee that has it not."""
        known = self.organ(organ)
        return known.instead if known and known.instead and organ in self.lacking(head) else organ

    def superiors_of(self, head: OfficeHead, on: dt.date) -> tuple[Superior, ...]:
        return tuple(self._holding(self.superiors, head, on))

    def advisories_of(self, head: OfficeHead, on: dt.date) -> tuple[Advisory, ...]:
        return tuple(self._holding(self.advisories, head, on))

    def _holding(self, rows: Iterable[T], head: OfficeHead, on: dt.date) -> list[T]:
        level = self.level_of(head.name, head.kind)
        return [row for row in rows if level and row.holds(level.code, on)]

    def short(self, name: str) -> str:
        """The abbreviation a joint paper's symbol bears for a partner; empty where none is known."""
        return next((known.short for known in self.partners if fold(known.name) in fold(name)), "")
