"""The list of work programmes: those on record and those the regulation asks for, with how far each has come.

Reads only. Imports domain and vi.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop import vi
from desktop.domain.bodies import BODIES
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.periods import Period, period
from desktop.domain.records import Body, Programme, ProgrammeKind
from desktop.usecases.programmes.rows import (
    KIND,
    RULE,
    UNIT,
    State,
    items,
    key_of,
    span_of,
    state_of,
    subject_of,
    unit_of,
)
from desktop.usecases.tasks import rows as tasks

PENDING = "Chưa thông qua"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeRow:
    """A programme on record, or one the regulation asks for and nobody has drawn up; `id` is then its subject."""

    id: str
    kind: ProgrammeKind
    body: Body
    span: Period
    state: State
    programme: Programme | None = None
    finding: Finding | None = None
    done: int = 0
    total: int = 0
    late: int = 0

    @property
    def title(self) -> str:
        return f"{KIND[self.kind]} {self.span.words}"

    @property
    def unit(self) -> str:
        return unit_of(self.span.code)

    @property
    def verdict(self) -> str:
        return self.finding.verdict if self.finding else ""

    @property
    def due(self) -> dt.date | None:
        return self.finding.due if self.finding else None


def rows(
    facts: Facts,
    findings: Sequence[Finding],
    on: dt.date,
    *,
    body: str = "",
    unit: str = "",
    year: int | None = None,
    text: str = "",
) -> list[ProgrammeRow]:
    """What still has to be adopted first, then by kind of period, the longest kind first and the latest in it."""
    wanted = vi.fold(text.strip())
    kept = [
        row
        for row in _all(facts, findings, on)
        if (not body or row.body == body)
        and (not unit or row.unit == unit)
        and (year is None or row.span.first.year <= year <= row.span.last.year)
        and wanted in vi.fold(f"{row.title} {vi.BODY[row.body]}")
    ]
    return sorted(kept, key=lambda row: _order(row, on))


def _order(row: ProgrammeRow, on: dt.date) -> tuple[bool, int, int, int, str]:
    first = row.span.first.toordinal()
    if is_pending(row, on):
        return False, (row.due or row.span.first).toordinal(), 0, 0, row.id
    return True, list(UNIT).index(row.unit), -first, BODIES.index(row.body), row.id


def is_pending(row: ProgrammeRow, on: dt.date) -> bool:
    """Not adopted and still of use."""
    return row.state is not State.ADOPTED and on <= row.span.last


def group_of(row: ProgrammeRow, on: dt.date) -> str:
    return PENDING if is_pending(row, on) else UNIT[row.unit]


def _all(facts: Facts, findings: Iterable[Finding], on: dt.date) -> Iterator[ProgrammeRow]:
    asked = {one.subject: one for one in findings if one.rule == RULE}
    there = set()
    for programme in facts.office.programmes:
        made = _row(facts, programme, asked.get(subject_of(programme)), on)
        if made:
            there.add(subject_of(programme))
            yield made
    for name, finding in asked.items():
        key = key_of(name)
        span = span_of(facts, key[2]) if key else None
        if key and span and name not in there:
            kind, body, _code = key
            yield ProgrammeRow(id=name, kind=kind, body=body, span=span, state=State.MISSING, finding=finding)


def _row(facts: Facts, programme: Programme, finding: Finding | None, on: dt.date) -> ProgrammeRow | None:
    span = span_of(facts, programme.period)
    if span is None or programme.body is None:
        return None
    held = items(facts, programme, on)
    return ProgrammeRow(
        id=programme.id,
        kind=programme.kind,
        body=programme.body,
        span=span,
        state=state_of(programme),
        programme=programme,
        finding=finding,
        done=sum(one.done is not None for one in held),
        total=len(held),
        late=sum(one.state is tasks.State.LATE for one in held),
    )


def years(facts: Facts, findings: Iterable[Finding], today: dt.date) -> list[int]:
    """The years in which a programme begins, of record or asked for; the latest first."""
    codes = [one.period for one in facts.office.programmes]
    codes += [one.subject.id for one in findings if one.rule == RULE]
    return sorted({today.year, *(found.first.year for code in codes if (found := period(code)))}, reverse=True)


def counted(row: ProgrammeRow) -> str:
    """`7/12 việc xong · 2 quá hạn`."""
    if not row.total:
        return "Chưa có việc nào"
    return f"{row.done}/{row.total} việc xong" + (f" · {row.late} quá hạn" if row.late else "")
