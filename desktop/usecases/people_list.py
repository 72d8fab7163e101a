"""Lists of people from a file, from the clipboard or from a typed grid, as screens ask for them.

May import exchange. Nothing is stored here; a list that cannot be read raises `UnreadableList` with every fault.
"""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from desktop import vi
from desktop.domain.bodies import BODIES
from desktop.exchange.excel import read_people, template
from desktop.exchange.people_cells import HEADERS, Entry, Fault, UnreadableList, cells_of, in_our_order, read_cells
from desktop.usecases.seats import seat_words

__all__ = ["HEADERS", "Entry", "Fault", "UnreadableList", "template"]


def read_file(path: Path, *, start: dt.date) -> tuple[Entry, ...]:
    """The people of an Excel file; `start` is the first day of seats whose line names none."""
    return read_people(path, start=start)


def read_grid(rows: Sequence[Sequence[str]], *, start: dt.date) -> tuple[Entry, ...]:
    """The people of a grid whose columns are `HEADERS`; empty lines are passed over."""
    return read_cells([list(HEADERS.values()), *rows], start=start, typed=True)


def pasted(text: str) -> list[list[str]]:
    """The cells of a pasted text, in our own order where it brings its head line along."""
    rows = cells_of(text)
    return in_our_order(rows) or rows


def grid_of(entries: Sequence[Entry]) -> list[list[str]]:
    """The entries as the cells of the grid."""
    return [_cells(entry) for entry in entries]


def _cells(entry: Entry) -> list[str]:
    seats = {seat.body: vi.ROLE[seat.role] for seat in entry.seats}
    first = min((seat.from_ for seat in entry.seats), default=None)
    bodies = (seats.get(body, "") for body in BODIES)
    return [entry.name, str(entry.born or ""), entry.position, *bodies, vi.day(first) if first else ""]


def seats_words(entry: Entry) -> str:
    """`Ban Chấp hành, Bí thư`."""
    return ", ".join(vi.BODY[seat.body] if seat.role == "uy-vien" else seat_words(seat) for seat in entry.seats)
