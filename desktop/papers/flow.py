"""Breaks a column of strips into pages. May import the papers' own modules only.

A strip is the least thing that goes on a page whole: a line, a line of a table's row, the signature block.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.papers.lines import Mark, Rule


@dataclass(frozen=True, slots=True)
class Strip:
    """`above` falls away at the top of a page; a tied strip stays on the page of the one before it.

    A `kept` strip stays there too, as long as a break is allowed anywhere else on the page; a `bound` one (the
    signature) even where everything is tied and something has to be torn.

    `head` is repeated above the strip where it opens a page, and `opening` drawn over it; `close` is drawn under it
    where it ends one.
    """

    height: float
    marks: tuple[Mark, ...]
    above: float = 0
    tied: bool = False
    kept: bool = False
    bound: bool = False
    head: "Strip | None" = None
    opening: tuple[Mark, ...] = ()
    close: tuple[Mark, ...] = ()


class Placed(NamedTuple):
    """A mark's page coordinates are its own plus `y`, from the top of the text."""

    y: float
    marks: tuple[Mark, ...]


def break_pages(strips: Sequence[Strip], room: float) -> list[list[Placed]]:
    """Fill pages of that height, breaking at the last place allowed, or where the page is full if there is none."""
    pages: list[list[Placed]] = []
    start = 0
    while start < len(strips):
        end = _fill(strips, start, room)
        if end < len(strips):
            end = _allowed(strips, start, end)
        pages.append(_place(strips[start:end], ends_early=end < len(strips)))
        start = end
    return pages or [[]]


def _fill(strips: Sequence[Strip], start: int, room: float) -> int:
    """Return the first strip that does not fit on a page that begins with `start`, at least one further."""
    first = strips[start]
    used = first.height + (first.head.height if first.head else 0)
    end = start + 1
    while end < len(strips) and used + strips[end].above + strips[end].height <= room + 0.01:
        used += strips[end].above + strips[end].height
        end += 1
    return end


def _allowed(strips: Sequence[Strip], start: int, end: int) -> int:
    free = [place for place in range(end, start, -1) if not strips[place].tied]
    torn = next((place for place in range(end, start, -1) if not strips[place].bound), end)
    return next((place for place in free if not strips[place].kept), free[0] if free else torn)


def _place(strips: Sequence[Strip], *, ends_early: bool) -> list[Placed]:
    placed: list[Placed] = []
    y = 0.0
    if strips[0].head:
        placed.append(Placed(y, strips[0].head.marks))
        y += strips[0].head.height
    placed.append(Placed(y, strips[0].opening))
    for place, strip in enumerate(strips):
        y += strip.above if place else 0
        placed.append(Placed(y, strip.marks))
        y += strip.height
    if ends_early and strips[-1].close:
        placed.append(Placed(y, strips[-1].close))
    return placed


def shifted(mark: Mark, x: float, y: float) -> Mark:
    """The mark moved by x and y."""
    if not isinstance(mark, Rule):
        return mark._replace(x=round(mark.x + x, 3), y=round(mark.y + y, 3))
    return Rule(
        round(mark.x + x, 3), round(mark.y + y, 3), round(mark.to_x + x, 3), round(mark.to_y + y, 3), mark.thickness
    )
