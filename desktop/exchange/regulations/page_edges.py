"""Recognises over all pages what stands at their heads and feet: page numbers, and lines that return. Stdlib only."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.exchange.regulations.words import LeftOut

NUMBER, RUNNING = "Số trang", "Đầu trang, cuối trang lặp lại"
_EDGE = 0.14
"""Heads and feet stand within this share of the page's height."""
_LOOKED_AT = 3
"""So many lines from the upper and lower end of a page."""
_PAGE_NUMBER = re.compile(r"[\W_]*(?:trang\s*)?(\d{1,3})(?:\s*/\s*\d{1,3})?[\W_]*", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:điều|chương|mục|phần|khoản)\s*[\divxlc]|\(?\d{1,2}\s*[.)/-]|[a-zđ]\s*[.)/-]", re.IGNORECASE)
"""How the parts of a regulation begin, which return from page to page in form only."""
_OFTEN, _FEWEST = 0.4, 2
"""What returns on so many of the pages, and at least on so many, is no part of the text."""
_STRAY = 6
"""So far, in points, the same head may stand from page to page."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line: `y` is how far it stands below the page's upper edge, `at` its place in the order of the page."""

    words: str
    y: float
    height: float
    page: int
    at: int

    @property
    def upper(self) -> bool:
        return self.y < self.height / 2

    @property
    def alike(self) -> tuple[str, bool]:
        """What two pages' heads have in common: their words without numbers, above or below."""
        return re.sub(r"\d+", "#", self.words), self.upper


def edges(pages: Sequence[Sequence[Line]]) -> dict[Line, LeftOut]:
    """The lines of all pages that are no part of the text, in their order."""
    outer = [line for page in pages for line in _outer(page)]
    numbers = set(_page_numbers(outer))
    running = {line for lines in _returning(outer, len(pages)) for line in lines} - numbers
    return {
        line: LeftOut(line.words, NUMBER if line in numbers else RUNNING)
        for page in pages
        for line in page
        if line in numbers or line in running
    }


def _outer(page: Sequence[Line]) -> Iterator[Line]:
    """The uppermost and lowest lines of a page, near its edges."""
    by_height = sorted(page, key=lambda line: line.y)
    for line in {*by_height[:_LOOKED_AT], *by_height[-_LOOKED_AT:]}:
        if min(line.y, line.height - line.y) < line.height * _EDGE:
            yield line


def _page_numbers(outer: Sequence[Line]) -> Iterator[Line]:
    """Numbers that count with the pages, from whichever they begin at."""
    numbered = [(line, int(found[1])) for line in outer if (found := _PAGE_NUMBER.fullmatch(line.words))]
    ahead = Counter(number - line.page for line, number in numbered)
    for line, number in numbered:
        if number == line.page or ahead[number - line.page] >= _FEWEST:
            yield line


def _returning(outer: Sequence[Line], pages: int) -> Iterator[list[Line]]:
    alike: dict[tuple[str, bool], list[Line]] = {}
    for line in outer:
        if _NUMBERED.match(line.words):
            continue
        alike.setdefault(line.alike, []).append(line)
    for lines in alike.values():
        heights = [line.y for line in lines]
        often = len({line.page for line in lines}) >= max(_FEWEST, pages * _OFTEN)
        if often and max(heights) - min(heights) <= _STRAY:
            yield lines
