"""The official form of Party papers: page, elements, words and names, as one dated pack. Standard library only.

Lengths of the page are in millimetres, type sizes and pitches in points.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """How one element of the form is set."""

    size: float
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    capitals: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """`number_top` is measured from the top edge to the middle of the figures."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    both_sides: bool = False
    number_top: float

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadMeasures:
    """`left` and `right` are the columns of an upright page; rule and date hang from the Party's line."""

    left: float
    right: float
    pitch: float
    rule: float
    rule_below: float
    date_below: float
    stamp_gap: float
    stamp_padding: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMeasures:
    """`gap` is the least room between paragraphs, `indent` that of a first line in millimetres.

    Lines may be set as tight as `least_pitch` where that saves a short paper its last page.
    """

    pitch: float
    least_pitch: float
    gap: float
    indent: float
    title_above: float
    summary_pitch: float
    title_below: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureMeasures:
    """`room` is left between post and name for the signature and the seal."""

    above: float
    pitch: float
    room: float
    recipients_pitch: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMeasures:
    """`padding` at both sides of a cell in millimetres."""

    pitch: float
    padding: float
    line: float
    above: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPack:
    """One guideline's form, for papers dated `from_` to `until`."""

    name: str
    title: str
    from_: dt.date | None = None
    until: dt.date | None = None
    page: Page
    head: HeadMeasures
    text: TextMeasures
    signature: SignatureMeasures
    table: TableMeasures
    elements: Mapping[str, Element]
    words: Mapping[str, str]
    stamps: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    symbols: Mapping[str, str] = field(default_factory=dict)

    def holds_on(self, day: dt.date) -> bool:
        return (self.from_ is None or self.from_ <= day) and (self.until is None or day <= self.until)

    def set(self, element: str, text: str) -> str:
        """Return the words of an element in the case the form asks for."""
        return text.upper() if self.elements[element].capitals else text


def pack_on(packs: Mapping[str, FormPack], day: dt.date) -> FormPack:
    """Return the pack for a paper of that day; packs are tried in order, the last one where none holds."""
    held = [pack for pack in packs.values() if pack.holds_on(day)]
    return held[0] if held else list(packs.values())[-1]
