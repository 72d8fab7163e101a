"""How wide the columns of the grid are: what is judged now equally wide, what lies before and ahead folded together.

Pure: it is given the room, and how wide a title is. May import the rows of `usecases.overview_grid`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from desktop.usecases.compliance.grid import Column, State

NAME, NAME_LEAST, ARTICLE, BEFORE, FUTURE, LIVE = 212, 150, 46, 26, 30, 47
"""Of the names as drawn and at the least, the article, a month before a regulation, one to come, a live one."""
_EASE = 9
"""What each live period gets beyond its least width before names longer than drawn do."""
_FOLDS: tuple[tuple[State, ...], ...] = ((), ("before",), ("before", "future"))
"""What folds together, tried in this order."""


@dataclass(frozen=True, slots=True)
class Room:
    """`article` is 0 where there is no room for it; a period of width 0 is folded into the one before it."""

    name: int
    article: int
    widths: tuple[int, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """Columns of one state side by side, one width for each, or one for them all."""

    columns: tuple[Column, ...]
    folded: bool
    width: int

    @property
    def total(self) -> int:
        return self.width if self.folded else self.width * len(self.columns)


def share_out(
    columns: Sequence[Column], room: int, *, live: int, longest: int, measure: Callable[[str], int], totals: str = ""
) -> Room:
    """Part the room to the pixel; `live` is the least width of a live period, `longest` that of the longest name.

    The column of all periods, where there is one, comes last and is as wide as a live period.
    """
    count = sum(one.state == "live" for one in columns) + bool(totals)
    for folds in _FOLDS:
        runs = [_run(tuple(run), state in folds, measure) for state, run in groupby(columns, key=lambda one: one.state)]
        spare = room - ARTICLE - sum(run.total for run in runs) - count * live
        if spare >= NAME_LEAST:
            break
    article = ARTICLE if spare >= NAME_LEAST else 0
    spare += ARTICLE - article
    name = _name(spare, count, longest) if article else max(NAME_LEAST, spare)
    rest = spare + count * live - name
    widths = [max(24, (rest + place) // count) for place in range(count)]
    laid = [one for run in runs for one in _laid(run, widths)]
    laid += [(widths.pop(), totals)] if totals else []
    return Room(name, article, tuple(width for width, _ in laid), tuple(title for _, title in laid))


def _run(columns: tuple[Column, ...], folds: bool, measure: Callable[[str], int]) -> _Run:
    state = columns[0].state
    if state == "live":
        return _Run(columns, False, 0)
    if folds and len(columns) > 1:
        return _Run(columns, True, measure(_range(columns)) + 12)
    widest = max(measure(one.title) for one in columns) + 12
    least = BEFORE if state == "before" else FUTURE
    return _Run(columns, False, least if widest <= BEFORE + 8 else widest)


def _range(columns: Sequence[Column]) -> str:
    """`th.1–5`, `2020–2023`."""
    if columns[0].title.startswith("th."):
        return f"{columns[0].title}–{columns[-1].title.removeprefix('th.')}"
    years = dict.fromkeys((columns[0].period.first.year, columns[-1].period.last.year))
    return "–".join(map(str, years))


def _name(spare: int, count: int, longest: int) -> int:
    """The names first, as drawn; then the live periods; what is left goes to names still cut."""
    name = min(spare, NAME)
    if not count:
        return spare
    return min(max(longest, NAME), name + max(0, spare - name - count * _EASE))


def _laid(run: _Run, widths: list[int]) -> list[tuple[int, str]]:
    if run.folded:
        return [(run.width, _range(run.columns)), *((0, "") for _ in run.columns[1:])]
    return [(run.width or widths.pop(), one.title) for one in run.columns]
