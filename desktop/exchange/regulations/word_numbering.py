"""Writes out the numbers Word gives to paragraphs of lists, from the file's numbering definitions and styles.

May import docx.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from desktop.exchange.regulations.word_xml import Node, attribute, child, children, on, value

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str = "decimal"
    pattern: str = ""
    start: int = 1
    legal: bool = False
    style: str = ""
    again_after: int | None = None
    """It begins anew after this level, counted from 1, and those above; 0 for never, None for every one above."""

    def begins_anew(self, level: int) -> bool:
        return self.again_after is None or level < self.again_after


@dataclass(frozen=True, slots=True)
class _List:
    """One numbered list: those made of one definition (`family`) count on, unless one begins anew."""

    family: str
    levels: dict[int, _Level]
    restarts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts through the paragraphs of a file in order."""

    def __init__(self, lists: dict[str, _List], styles: dict[str, Node]) -> None:
        self._lists, self._styles = lists, styles
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    @classmethod
    def of(cls, part: Any) -> "Numbering":  # noqa: ANN401 - python-docx does not name the type of its parts
        held = {relation.reltype.rsplit("/", 1)[-1]: relation.target_part for relation in part.rels.values()
                if not relation.is_external}  # fmt: skip
        numbering, styles = held.get("numbering"), held.get("styles")
        known = {attribute(each, "styleId"): each for each in _all(styles, "style")}
        return cls(_lists(numbering, known), known)

    def mark(self, paragraph: Node) -> str:
        """The number or dash Word sets before a paragraph; empty where it sets none."""
        ident, level = self._place(paragraph)
        held = self._lists.get(ident)
        made = held.levels.get(level) if held else None
        if held is None or made is None or made.kind == "none":
            return ""
        if made.kind == "bullet":
            return "-"
        self._count(ident, held, level, made)
        return self._written(held, made, level)

    def _place(self, paragraph: Node) -> tuple[str, int]:
        """The list and the level, of the paragraph itself or else of its style and those it is based on."""
        properties = child(paragraph, "pPr")
        given = [_numbered(properties), *(_numbered(each) for each in self._style_chain(properties))]
        ident = next((number for number, _ in given if number is not None), "0")
        level = next((level for _, level in given if level is not None), "")
        return ident, int(level) if level.isdigit() else self._level_of_style(ident, value(child(properties, "pStyle")))

    def _level_of_style(self, ident: str, style: str) -> int:
        """Where a style names its list only, the list says which of its levels is that style's."""
        held = self._lists.get(ident)
        return next((at for at, made in held.levels.items() if style and made.style == style), 0) if held else 0

    def _style_chain(self, properties: Node) -> Iterator[Node]:
        name, seen = value(child(properties, "pStyle")), set[str]()
        while name and name in self._styles and name not in seen:
            seen.add(name)
            yield child(self._styles[name], "pPr")
            name = value(child(self._styles[name], "basedOn"))

    def _count(self, ident: str, held: _List, level: int, made: _Level) -> None:
        counts = self._counts.setdefault(held.family, {})
        if level in held.restarts and (ident, level) not in self._begun:
            counts[level] = held.restarts[level] - 1
        self._begun.add((ident, level))
        counts[level] = counts.get(level, made.start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            if held.levels.get(deeper, made).begins_anew(level):
                del counts[deeper]

    def _written(self, held: _List, made: _Level, level: int) -> str:
        counts = self._counts[held.family]

        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            other = held.levels.get(at, _Level())
            kind = "decimal" if made.legal and at != level else other.kind
            return _formatted(counts.get(at, other.start), kind)

        return re.sub(r"%(\d)", number, made.pattern).strip()


def _lists(part: Any, styles: dict[str, Node]) -> dict[str, _List]:  # noqa: ANN401 - as above
    families = {attribute(each, "abstractNumId"): each for each in _all(part, "abstractNum")}
    numbers = {attribute(each, "numId"): each for each in _all(part, "num")}
    return {ident: _list(node, numbers, families, styles) for ident, node in numbers.items()}


def _list(node: Node, numbers: dict[str, Node], families: dict[str, Node], styles: dict[str, Node]) -> _List:
    family = value(child(node, "abstractNumId"))
    definition = families.get(family)
    if link := value(child(definition, "numStyleLink")):  # the levels stand with the list of that style
        ident, _ = _numbered(child(styles.get(link), "pPr"))
        family = value(child(numbers.get(ident or ""), "abstractNumId")) or family
        definition = families.get(family)
    levels = dict(_level(each) for each in children(definition, "lvl"))
    restarts = {}
    for override in children(node, "lvlOverride"):
        at = int(attribute(override, "ilvl") or 0)
        own = child(override, "lvl")
        if own is not None:
            levels[at] = _level(own)[1]
        if start := value(child(override, "startOverride")):
            restarts[at] = int(start)
            levels[at] = replace(levels.get(at, _Level()), start=int(start))
    return _List(family, levels, restarts)


def _level(node: Node) -> tuple[int, _Level]:
    start = value(child(node, "start"))
    again = value(child(node, "lvlRestart"))
    level = _Level(
        value(child(node, "numFmt")) or "decimal",
        value(child(node, "lvlText")),
        int(start) if start.isdigit() else 1,
        on(node, "isLgl"),
        value(child(node, "pStyle")),
        int(again) if again.isdigit() else None,
    )
    return int(attribute(node, "ilvl") or 0), level


def _numbered(properties: Node) -> tuple[str | None, str | None]:
    """The list and level paragraph properties name; a list `0` takes a style's number off."""
    given = child(properties, "numPr")
    ident, level = child(given, "numId"), child(given, "ilvl")
    return (None if ident is None else value(ident), None if level is None else value(level))


def _formatted(number: int, kind: str) -> str:
    if kind.endswith("Letter"):
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if kind.startswith("upper") else letters
    if kind.endswith("Roman"):
        return _roman(number).upper() if kind.startswith("upper") else _roman(number)
    return f"{number:02}" if kind == "decimalZero" else str(number)


def _roman(number: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        while number >= worth:
            number, written = number - worth, written + letters
    return written


def _all(part: Any, name: str) -> list[Node]:  # noqa: ANN401 - as above
    return children(getattr(part, "element", None), name)
