"""Writes out the numbers Word gives to paragraphs of lists, from the file's numbering definitions and styles.

May import docx.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

Node: TypeAlias = Any
"""A node of the file's XML."""

_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def qualified(name: str) -> str:
    """The name of a node of WordprocessingML as the parser gives it."""
    return _SPACE + name


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str = "decimal"
    pattern: str = ""
    start: int = 1
    legal: bool = False


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
        known = {_attribute(each, "styleId") or "": each for each in _all(styles, "style")}
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
        properties = _child(paragraph, "pPr")
        given = [_numbered(properties), *(_numbered(each) for each in self._style_chain(properties))]
        ident = next((number for number, _ in given if number is not None), "0")
        level = next((level for _, level in given if level is not None), "0")
        return ident, int(level) if level.isdigit() else 0

    def _style_chain(self, properties: Node) -> Iterator[Node]:
        name, seen = _value(_child(properties, "pStyle")), set[str]()
        while name and name in self._styles and name not in seen:
            seen.add(name)
            yield _child(self._styles[name], "pPr")
            name = _value(_child(self._styles[name], "basedOn"))

    def _count(self, ident: str, held: _List, level: int, made: _Level) -> None:
        counts = self._counts.setdefault(held.family, {})
        if level in held.restarts and (ident, level) not in self._begun:
            counts[level] = held.restarts[level] - 1
        self._begun.add((ident, level))
        counts[level] = counts.get(level, made.start - 1) + 1
        for deeper in [each for each in counts if each > level]:
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
    families = {_attribute(each, "abstractNumId") or "": each for each in _all(part, "abstractNum")}
    numbers = {_attribute(each, "numId") or "": each for each in _all(part, "num")}
    return {ident: _list(node, numbers, families, styles) for ident, node in numbers.items()}


def _list(node: Node, numbers: dict[str, Node], families: dict[str, Node], styles: dict[str, Node]) -> _List:
    family = _value(_child(node, "abstractNumId"))
    definition = families.get(family)
    if link := _value(_child(definition, "numStyleLink")):  # the levels stand with the list of that style
        ident, _ = _numbered(_child(styles.get(link), "pPr"))
        family = _value(_child(numbers.get(ident or ""), "abstractNumId")) or family
        definition = families.get(family)
    levels = dict(_level(each) for each in _children(definition, "lvl"))
    restarts = {}
    for override in _children(node, "lvlOverride"):
        at = int(_attribute(override, "ilvl") or 0)
        own = _child(override, "lvl")
        if own is not None:
            levels[at] = _level(own)[1]
        if start := _value(_child(override, "startOverride")):
            restarts[at] = int(start)
            levels[at] = replace(levels.get(at, _Level()), start=int(start))
    return _List(family, levels, restarts)


def _level(node: Node) -> tuple[int, _Level]:
    start = _value(_child(node, "start"))
    legal = _child(node, "isLgl")
    level = _Level(
        _value(_child(node, "numFmt")) or "decimal",
        _value(_child(node, "lvlText")),
        int(start) if start.isdigit() else 1,
        legal is not None and _value(legal) not in ("0", "false"),
    )
    return int(_attribute(node, "ilvl") or 0), level


def _numbered(properties: Node) -> tuple[str | None, str | None]:
    """The list and level paragraph properties name; a list `0` takes a style's number off."""
    given = _child(properties, "numPr")
    ident, level = _child(given, "numId"), _child(given, "ilvl")
    return (None if ident is None else _value(ident), None if level is None else _value(level))


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


# The XML


def _all(part: Any, name: str) -> list[Node]:  # noqa: ANN401 - as above
    return _children(getattr(part, "element", None), name)


def _children(node: Node, name: str) -> list[Node]:
    return [] if node is None else list(node.findall(qualified(name)))


def _child(node: Node, name: str) -> Node:
    return None if node is None else node.find(qualified(name))


def _attribute(node: Node, name: str) -> str | None:
    found = node.get(qualified(name))
    return None if found is None else str(found)


def _value(node: Node) -> str:
    return "" if node is None else _attribute(node, "val") or ""
