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


def absences(facts: Facts, _on: dt.date) -> list[RecordRow]:
    return _latest(
        (
            one.from_,
            _row(
                one.id,
                _person(facts, one.person),
                one.from_,
                one.to,
                ", ".join(p for p in (one.destination, vi.AREA[one.area], one.content) if p),
                one.reported or "chưa báo cáo",
                one.result_reported,
            ),
        )
        for one in facts.office.absences
    )


def assignments(facts: Facts, _on: dt.date) -> list[RecordRow]:
    rows = [
        _row(one.id, _person(facts, one.person), _subject(facts, one.subject, one.field, one.unit), one.from_, one.to)
        for one in facts.office.assignments
    ]
    return sorted(rows, key=lambda row: vi.name_key(row.cells[0]))


def _subject(facts: Facts, subject: str, field: str, unit: str | None) -> str:
    """What is not already said by the part before it."""
    said = ""
    for part in (subject, field, _unit(facts, unit)):
        if part and part not in said:
            said = f"{said} · {part}" if said else part
    return said


def tasks(facts: Facts, _on: dt.date) -> list[RecordRow]:
    return _latest(
        (one.due, _row(one.id, one.title, _person(facts, one.person) or _unit(facts, one.unit), one.due, one.done))
        for one in facts.office.tasks
    )


def delegated(facts: Facts, _on: dt.date) -> list[RecordRow]:
    """What Thường trực decided for the standing committee, and at which of its sessions that was reported."""

    def told(meeting: str | None) -> dt.date | str:
        found = facts.meeting(meeting)
        return found.start.date() if found else "chưa báo cáo"

    return _latest(
        (one.decided, _row(one.id, one.title, one.item, one.decided, told(one.reported_at)))
        for one in facts.office.delegated
    )


def _period(code: str) -> str:
    found = period(code)
    return found.words if found else code


def programmes(facts: Facts, _on: dt.date) -> list[RecordRow]:
    return _latest(
        (
            one.adopted,
            _row(
                one.id,
                f"Chương trình {'kiểm tra ' if one.kind == 'inspection' else ''}{_period(one.period)} của "
                f"{vi.BODY[one.body] if one.body else 'cấp ủy'}",
                one.adopted or "chưa thông qua",
                len(one.items),
            ),
        )
        for one in facts.office.programmes
    )


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
    kinds = {"so-ket": "Sơ kết", "tong-ket": "Tổng kết"}
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


def documents(facts: Facts, _on: dt.date) -> list[RecordRow]:
    return _latest(
        (one.date, _row(one.id, one.symbol, one.date, one.type, one.title, _person(facts, one.signed_by)))
        for one in facts.office.documents
    )
