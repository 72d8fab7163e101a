"""Lists of people from a file, from the clipboard or from a typed grid, as screens ask for them.

May import domain, vi and exchange. Nothing is stored here; an unreadable list raises `UnreadableList` with every fault.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from desktop import vi
from desktop.domain.bodies import LEADING
from desktop.domain.facts import Facts
from desktop.domain.names import same_name
from desktop.domain.records import Person, Seat
from desktop.exchange.lists.cell_text import Fault, UnreadableList
from desktop.exchange.lists.excel import read_people, template
from desktop.exchange.lists.people_cells import PEOPLE, Entry, PeopleRead, cells, cells_of, in_our_order, read_cells
from desktop.exchange.lists.sheet_file import Stopped
from desktop.usecases.directory.seats import seat_words

__all__ = ["HEADERS", "Entry", "Fault", "PeopleRead", "Stopped", "UnreadableList", "read_people", "template"]

HEADERS = PEOPLE.titles
State = Literal["new", "known", "asked"]
STATE: dict[State, str] = {"new": "Thêm mới", "known": "Đã có", "asked": "Trùng tên"}


@dataclass(frozen=True, slots=True)
class Incoming:
    """A person of a list held against the directory: `known` stays as is, `asked` may be the one named in `told`."""

    entry: Entry
    state: State
    told: str = ""

    @property
    def row(self) -> int:
        return self.entry.row

    @property
    def asked(self) -> bool:
        return self.state == "asked"

    @property
    def comes_in(self) -> bool:
        return self.state == "new"

    @property
    def seats(self) -> str:
        return seats_words(self.entry)


def standing(facts: Facts, entries: Iterable[Entry]) -> tuple[Incoming, ...]:
    """Each person beside those of the same name; without both birth years nobody can tell whether they are one."""
    by_name: defaultdict[object, list[Person]] = defaultdict(list)
    for person in facts.office.people:
        by_name[same_name(person.name)].append(person)
    return tuple(_standing(entry, by_name[same_name(entry.name)]) for entry in entries)


def _standing(entry: Entry, alike: Sequence[Person]) -> Incoming:
    if any(entry.born is not None and person.born == entry.born for person in alike):
        return Incoming(entry, "known", "Đã có trong Danh mục, giữ nguyên.")
    doubtful = [person for person in alike if entry.born is None or person.born is None]
    if not doubtful:
        return Incoming(entry, "new")
    there = "; ".join(", ".join(part for part in _person_words(person) if part) for person in doubtful)
    return Incoming(entry, "asked", f"Danh mục đã có {there}; thiếu năm sinh nên chưa rõ có phải một người.")


def _person_words(person: Person) -> tuple[str, str, str]:
    return person.name, f"sinh {person.born}" if person.born else "không ghi năm sinh", person.position


def read_grid(rows: Sequence[Sequence[str]], *, start: dt.date) -> tuple[Entry, ...]:
    """The people of a grid whose columns are `HEADERS`; empty lines are passed over."""
    return read_cells([list(HEADERS.values()), *rows], start=start, typed=True).entries


def pasted(text: str) -> list[list[str]]:
    """The cells of a pasted text, in our own order where it brings its head line along."""
    rows = cells_of(text)
    return in_our_order(rows) or rows


def grid_of(entries: Sequence[Entry]) -> list[list[str]]:
    """The entries as the cells of the grid."""
    return [[str(value or "") for value in cells(entry)] for entry in entries]


def fitted(entries: Iterable[Entry], lacking: Container[str]) -> tuple[Entry, ...]:
    """The same people without seats in what the committee has not: who leads it leads from the seat in it."""
    return tuple(replace(entry, seats=_fitted(entry.seats, lacking)) for entry in entries)


def _fitted(seats: Sequence[Seat], lacking: Container[str]) -> tuple[Seat, ...]:
    led = next((seat for seat in seats if seat.body in lacking and seat.role in LEADING), None)
    kept = [seat for seat in seats if seat.body not in lacking and not (led and seat.body == "bch")]
    return (*([replace(led, body="bch")] if led else []), *kept)


def seats_words(entry: Entry) -> str:
    """`Ban Chấp hành, Bí thư`."""
    return ", ".join(vi.BODY[seat.body] if seat.role == "uy-vien" else seat_words(seat) for seat in entry.seats)
