"""The registers as plain rows: a record's id, its cells in words, and a key for each cell to sort by. Reads only."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.periods import period

Cell = str | dt.date | int | None
Key = tuple[int, object]


@dataclass(frozen=True, slots=True)
class RecordRow:
    id: str
    cells: tuple[str, ...]
    keys: tuple[Key, ...]


def _row(ident: str, *cells: Cell) -> RecordRow:
    return RecordRow(ident, tuple(map(_words, cells)), tuple(map(_key, cells)))


def _words(cell: Cell) -> str:
    if isinstance(cell, dt.date):
        return vi.day(cell)
    return "" if cell is None else str(cell)


def _key(cell: Cell) -> Key:
    """Empty cells come last; words sort as dictionaries do."""
    if cell is None or cell == "":
        return (2, ())
    if isinstance(cell, dt.date):
        return (1, cell.toordinal())
    return (1, cell) if isinstance(cell, int) else (1, vi.word_key(cell))


def _latest(rows: Iterable[tuple[dt.date | None, RecordRow]]) -> list[RecordRow]:
    """The latest first; those without a day last."""
    return [row for _day, row in sorted(rows, key=lambda pair: pair[0] or dt.date.min, reverse=True)]


def _person(facts: Facts, ident: str | None) -> str:
    found = facts.person(ident)
    return found.name if found else ""


def _unit(facts: Facts, ident: str | None) -> str:
    found = facts.unit(ident)
    return found.name if found else {"office": "Văn phòng", "government": "Ủy ban nhân dân"}.get(ident or "", "")


def _period(code: str) -> str:
    found = period(code)
    return found.words if found else code


def reports(facts: Facts, _on: dt.date) -> list[RecordRow]:
    return _latest(
        (
            one.due,
            _row(
                one.id,
                _unit(facts, one.unit) or _person(facts, one.person),
                _period(one.period),
                one.due,
                one.received or "chưa gửi",
            ),
        )
        for one in facts.office.reports
    )


def directives(facts: Facts, _on: dt.date) -> list[RecordRow]:
    kinds = {None: "", "so-ket": "Sơ kết", "tong-ket": "Tổng kết"}
    return _latest(
        (review.due, _row(one.id, f"{one.symbol} {one.title}".strip(), kinds[review.kind], review.due, review.done))
        for one in facts.office.directives
        for review in one.reviews
    )


def visits(facts: Facts, _on: dt.date) -> list[RecordRow]:
    return _latest(
        (one.date, _row(one.id, _unit(facts, one.unit), _person(facts, one.person), one.date, one.result))
        for one in facts.office.visits
    )
