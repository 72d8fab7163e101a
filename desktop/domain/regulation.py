"""A working regulation as dated data: every parameter with its value, the day it holds from, and its citation.

Where the text says nothing there is no ruling (`None`), never a default. A repealed rule is a dated value `None`,
never a deleted line.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from desktop.domain.findings import Cite, Clause
from desktop.domain.records import OwnCite, Value
from desktop.domain.shapes import Cadence, Deadline, Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A value from a day on; `from_` is None where the text bears no day: it holds since the regulation took effect.

    `owner` names the regulation to cite and `means` what this value asks, where either is not the parameter's.
    """

    value: Value | None
    from_: dt.date | None = None
    at: Clause | None = None
    also: tuple[Clause, ...] = ()
    owner: str = ""
    means: str = ""


def clause_of(cite: OwnCite | None) -> Clause | None:
    """The place that an office itself cites; None where it names no article."""
    if cite is None or not cite.article:
        return None
    return Clause(article=cite.article, clause=cite.clause, point=cite.point, paragraph=cite.paragraph, dash=cite.dash)


_NOTHING = Dated(value=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One thing a regulation lays down; `means` is the project's own sentence.

    `unit` says what a value is: a shape (cadence, share, deadline), a number (working-days, days, months, count), a
    fraction, yes-no, a code (body, role, word) or a list of codes or words (bodies, roles, matters, kinds, periods,
    grounds, reasons, areas, purposes, unit-kinds, assignment-kinds, posts, words). `reading` says why no rule judges by
    it; empty where one does.
    """

    key: str
    unit: str
    means: str
    values: tuple[Dated, ...]
    reading: str = ""

    def on(self, day: dt.date) -> Dated:
        """Return the value that held on a day; before the first dated value, the first one."""
        held = [value for value in self.values if value.from_ is None or value.from_ <= day]
        return held[-1] if held else self.values[0]

    def says(self, day: dt.date) -> str:
        """What is asked on a day, in the sentence of the value that then held."""
        return self.on(day).means or self.means


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A question on which the text is silent. `setting` names the office setting that may fill it, if one may."""

    key: str
    means: str
    setting: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Oddity:
    """A defect of the text (a chapter numbered twice, a bracket never closed) and how it is treated."""

    at: Clause | None
    finding: str
    treatment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One regulation as it ships or as an office described it, with what it inherits already laid under it.

    `inherited` names, for each parameter taken from another regulation, that regulation: it is the one to cite.
    `described` is True for one an office described itself; `parent` is then the shipped one it was made from.
    `partial` is True where only what the office confirmed of it is kept: of the rest nothing is known.
    """

    name: str
    title: str
    committee: str = ""
    superior: str = ""
    level: str = ""
    status: str = ""
    issued: str = ""
    replaces: str = ""
    parent: str | None = None
    binding: bool = True
    described: bool = False
    partial: bool = False
    articles: int = 0
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    inherited: Mapping[str, str] = field(default_factory=dict)
    silences: tuple[Silence, ...] = ()
    oddities: tuple[Oddity, ...] = ()

    def cite(self, key: str, dated: Dated) -> Cite:
        """The ground of one value, in the regulation that lays it down."""
        owner = self._owner(key, dated)
        return Cite(profile=owner, at=dated.at, also=dated.also, unchecked=self.described and owner != self.name)

    def confirmed(self) -> "Profile":
        """Of one an office described itself only what it confirmed; what stands for another text is not its own."""
        if not self.described:
            return self
        kept = {}
        for key, each in self.parameters.items():
            own = [self._owner(key, dated) == self.name for dated in each.values]
            values = (
                dated if mine else replace(_NOTHING, from_=dated.from_)
                for dated, mine in zip(each.values, own, strict=True)
            )
            if any(own):
                kept[key] = replace(each, values=tuple(values))
        return replace(self, parameters=kept, silences=(), partial=True)

    def _owner(self, key: str, dated: Dated) -> str:
        return dated.owner or self.inherited.get(key, self.name)


@dataclass(frozen=True, kw_only=True)
class Ruling:
    """What the regulation in force says on one parameter on one day."""

    value: Value
    cite: Cite
    means: str = ""
    overridden: bool = False

    @property
    def number(self) -> int:
        assert isinstance(self.value, int), self.value
        return self.value

    @cached_property
    def cadence(self) -> Cadence:
        return Cadence.read(self._parts)

    @cached_property
    def share(self) -> Share:
        return Share.read(self._parts)

    @cached_property
    def deadline(self) -> Deadline:
        return Deadline.read(self._parts)

    @property
    def _parts(self) -> dict[str, Any]:
        assert isinstance(self.value, dict), self.value
        return self.value

    @property
    def word(self) -> str:
        assert isinstance(self.value, str), self.value
        return self.value

    @property
    def words(self) -> list[str]:
        assert isinstance(self.value, list), self.value
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """A profile in force in an office from a day, with the office's overrides laid over it."""

    profile: Profile
    from_: dt.date
    overrides: Mapping[str, Value] = field(default_factory=dict)
    _undated: dict[str, Ruling | None] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What holds on every day, once it was asked for."""

    def ruling(self, key: str, day: dt.date) -> Ruling | None:
        """Return what holds on that day, or None where the text is silent on it.

        An override keeps the citation of the parameter it changes and is marked as the office's own; where the text
        has fallen silent the override rests on the office alone.
        """
        if key in self._undated:
            return self._undated[key]
        parameter = self.profile.parameters.get(key)
        found = self._said(parameter, parameter.on(day)) if parameter else None
        if parameter is None or len(parameter.values) == 1:
            self._undated[key] = found
        return found

    def every(self, key: str) -> list[Value]:
        """Every value that holds on some day."""
        parameter = self.profile.parameters.get(key)
        said = [self.overrides.get(key, dated.value) for dated in parameter.values] if parameter else []
        return [value for value in said if value is not None]

    def _said(self, parameter: Parameter, dated: Dated) -> Ruling | None:
        key = parameter.key
        value = self.overrides.get(key, dated.value)
        if value is None:
            return None
        return Ruling(
            value=value,
            cite=Cite(office=True) if dated.value is None else self.profile.cite(key, dated),
            means=dated.means or parameter.means,
            overridden=key in self.overrides,
        )
