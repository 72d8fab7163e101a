"""Visits to units, year by year, and the working sessions the regulation asks for; and what changes a visit.

Reads return frozen rows whose verdicts are those of the desk's findings. Writes are handed a store and raise `Refusal`.
Imports domain, vi and db. A visit of a day to come is planned, not made.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.records import Body, Meeting, MeetingKind, Unit, Visit
from desktop.domain.refs import RecordRef
from desktop.domain.refusal import Refusal
from desktop.domain.rules import meeting_working, visit_unit
from desktop.domain.units import stands_within
from desktop.usecases.base import edits
from desktop.usecases.base.names import clean

RULE, WORKING = visit_unit.RULE.id, meeting_working.RULE.id
OTHERS = "Nơi khác đã đến"


# Units by year


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCell:
    """The visits of one unit in one year, the earliest first."""

    year: int
    made: tuple[Visit, ...]
    planned: tuple[Visit, ...]
    finding: Finding | None

    @property
    def missing(self) -> bool:
        return self.finding is not None and self.finding.verdict is Verdict.BREACH


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    unit: Unit
    group: str
    cells: tuple[YearCell, ...]

    @property
    def last(self) -> Visit | None:
        """The latest visit made."""
        made = [visit for cell in self.cells for visit in cell.made]
        return made[-1] if made else None


def years(facts: Facts, on: dt.date) -> list[int]:
    """From the first regulation or visit to this year, or the last planned one; at most the last six."""
    found = {one.date.year for one in facts.office.visits if one.date} | {on.year}
    found |= {one.from_.year for one in facts.in_force_list if one.from_ <= on}
    return list(range(min(found), max(found) + 1))[-6:]


def lines(facts: Facts, findings: Iterable[Finding], on: dt.date, *, missing: int | None = None) -> list[UnitLine]:
    """The units the text names, then any other visited; `missing` keeps those not visited in that year."""
    judged = {one.subject: one for one in findings if one.rule == RULE}
    by: defaultdict[tuple[str | None, int], list[Visit]] = defaultdict(list)
    for visit in facts.office.visits:
        if visit.date:
            by[visit.unit, visit.date.year].append(visit)
    found = [_line(unit, group, by, judged, years(facts, on), on) for unit, group in _units(facts, on)]
    if missing is None:
        return found
    return [line for line in found if any(cell.year == missing and not cell.made for cell in line.cells)]


def _units(facts: Facts, on: dt.date) -> list[tuple[Unit, str]]:
    """Where the text names no kind, the committee's own subordinate organisations."""
    ruling = facts.ruling(visit_unit.KINDS, on)
    kinds = ruling.words if ruling else ("party-organisation",)
    visited = {one.unit for one in facts.office.visits}
    shown = years(facts, on)
    first, last = dt.date(shown[0], 1, 1), dt.date(shown[-1], 12, 31)
    there = [unit for unit in facts.office.units if unit.id in visited or stands_within(unit, first, last)]
    own = [(unit, vi.UNIT_KIND[unit.kind]) for unit in there if unit.kind in kinds and unit.kind]
    others = [(unit, OTHERS) for unit in there if unit.kind not in kinds and unit.id in visited]
    return [*own, *others]


def _line(
    unit: Unit, group: str, by: dict[tuple[str | None, int], list[Visit]], judged: dict[RecordRef, Finding],
    shown: list[int], on: dt.date,
) -> UnitLine:  # fmt: skip
    cells = []
    for year in shown:
        held = sorted(by.get((unit.id, year), ()), key=_day)
        made = tuple(one for one in held if _day(one) <= on)
        finding = judged.get(RecordRef.to(unit, str(year)))
        cells.append(YearCell(year=year, made=made, planned=tuple(held[len(made) :]), finding=finding))
    return UnitLine(unit=unit, group=group, cells=tuple(cells))


def _day(visit: Visit) -> dt.date:
    return visit.date or dt.date.min


def short(cell: YearCell) -> str:
    """`24/9`, `24/9 ×2`; the planned day where none was made yet."""
    if cell.made:
        more = f" ×{len(cell.made)}" if cell.made[1:] else ""
        return vi.day_short(_day(cell.made[-1])) + more
    return f"xếp {vi.day_short(_day(cell.planned[0]))}" if cell.planned else ""


def tip(cell: YearCell) -> str:
    if cell.finding:
        return cell.finding.text
    if not (cell.made or cell.planned):
        return ""
    said = ", ".join(vi.day(_day(one)) for one in cell.made) or "chưa đến"
    planned = f"; xếp {', '.join(vi.day(_day(one)) for one in cell.planned)}" if cell.planned else ""
    return f"Năm {cell.year}: {said}{planned}."


# One visit


def who(facts: Facts, visit: Visit) -> str:
    """`Ban Thường vụ · Lê Quốc Bảo`."""
    person = facts.person(visit.person)
    body = vi.BODY[visit.body] if visit.body else ""
    return " · ".join(part for part in (body, person.name if person else "") if part) or "Chưa ghi ai đi"


def state(visit: Visit, on: dt.date) -> str:
    """What is still to be said of it: planned, without a result, or done."""
    if visit.date is None:
        return "Chưa ghi thời hạn"
    if visit.date > on:
        return f"Đã xếp, {vi.distance(visit.date, on)}"
    return "" if visit.result else "Chưa ghi kết quả"


def of_unit(facts: Facts, unit: str, year: int | None = None) -> list[Visit]:
    """The latest first."""
    found = [
        one
        for one in facts.office.visits
        if one.unit == unit and (year is None or (one.date is not None and one.date.year == year))
    ]
    return sorted(found, key=_day, reverse=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRow:
    id: str
    visit: Visit
    unit: str
    who: str
    state: str


def rows(facts: Facts, on: dt.date, *, year: int, text: str = "") -> list[VisitRow]:
    """The visits of a year, the latest first; one without a day stands on top."""
    wanted = vi.fold(text.strip())
    found = [_row(facts, one, on) for one in facts.office.visits if one.date is None or one.date.year == year]
    kept = [row for row in found if wanted in vi.fold(f"{row.unit} {row.who} {row.visit.content} {row.visit.result}")]
    return sorted(kept, key=lambda row: (row.visit.date or dt.date.max, row.id), reverse=True)


def _row(facts: Facts, visit: Visit, on: dt.date) -> VisitRow:
    unit = facts.unit(visit.unit)
    return VisitRow(id=visit.id, visit=visit, unit=unit.name if unit else "Chưa ghi nơi đến",
                    who=who(facts, visit), state=state(visit, on))  # fmt: skip


# Working sessions


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingRow:
    """One working session the text asks for; `planned` is a meeting of that kind still to come in time."""

    id: str
    kind: MeetingKind
    body: Body
    title: str
    finding: Finding
    held: tuple[Meeting, ...]
    planned: Meeting | None

    @property
    def open(self) -> bool:
        """Whether holding one now still answers it: a period gone by cannot be made good."""
        verdict = self.finding.verdict
        return verdict is Verdict.DUE or (verdict is Verdict.BREACH and not self.finding.actual)


_OF: tuple[MeetingKind, ...] = ("front-and-unions-deputy", "front-and-unions", "advisory-bodies", "internal-affairs")


def working(facts: Facts, findings: Iterable[Finding], on: dt.date, *, year: int) -> list[WorkingRow]:
    """Of a year, by last day: what is still to be held first, then what was."""
    found = [
        _working(facts, one, on)
        for one in findings
        if one.rule == WORKING and one.due is not None and one.due.year == year
    ]
    return sorted(found, key=lambda row: (row.finding.verdict is not Verdict.DUE, _order(row, on), row.id))


def _order(row: WorkingRow, on: dt.date) -> int:
    due = row.finding.due or on
    return due.toordinal() if row.finding.verdict is Verdict.DUE else -due.toordinal()


def _working(facts: Facts, finding: Finding, on: dt.date) -> WorkingRow:
    about = finding.subject
    meeting = facts.meeting(about.id) if about.names(Meeting) else None
    kind: MeetingKind = meeting.kind if meeting else next(one for one in _OF if one == about.kind)
    alike = [one for one in facts.sessions if one.kind == kind]
    coming = [one for one in alike if on <= one.start.date() and finding.due and one.start.date() <= finding.due]
    return WorkingRow(
        id=finding.subject,
        kind=kind,
        body=alike[-1].body if alike else facts.permanent,
        title=vi.MEETING_KIND[kind],
        finding=finding,
        held=tuple(one for one in reversed(alike) if one.start.date() <= on)[:4],
        planned=coming[0] if coming and finding.verdict is Verdict.DUE else None,
    )


# Writes


def _check(facts: Facts, visit: Visit, on: dt.date) -> None:
    if facts.unit(visit.unit) is None:
        raise Refusal("Chưa chọn nơi đến; cần chọn một đơn vị trong danh mục.", field="unit")
    if visit.date is None:
        raise Refusal("Chưa ghi ngày đi; cần một ngày, ngày sắp tới là chuyến đã xếp.", field="date")
    if visit.body is None and facts.person(visit.person) is None:
        raise Refusal("Chưa ghi ai đi; cần chọn cơ quan hoặc người đi.", field="person")
    if visit.result and visit.date > on:
        raise Refusal(f"Chuyến ngày {vi.day(visit.date)} chưa đi nên chưa có kết quả.", field="result")
    if any(_same(one, visit) for one in facts.office.visits):
        raise Refusal(f"Đã ghi chuyến này ngày {vi.day(visit.date)}; sửa dòng ấy, không ghi lần thứ hai.", field="date")


def _same(one: Visit, other: Visit) -> bool:
    whose = (other.unit, other.person, other.body, other.date)
    return one.id != other.id and (one.unit, one.person, one.body, one.date) == whose


def _clean(visit: Visit) -> Visit:
    return replace(visit, content=clean(visit.content), result=clean(visit.result))


def _of_the_body(facts: Facts, visit: Visit) -> Visit:
    """One of a member of the body that is to go, where nothing else is said, is that body's."""
    ruling = facts.ruling(visit_unit.VISITOR, visit.date) if visit.date and not visit.body else None
    body: Body | None = next((code for code in vi.BODY if ruling and code == ruling.word), None)
    if body is None or visit.date is None or facts.holds(visit.person, body, visit.date) is None:
        return visit
    return replace(visit, body=body)


def add(store: Store, *, facts: Facts, draft: Visit, on: dt.date) -> Visit:
    return edits.add(store, _of_the_body(facts, _clean(draft)), lambda made: _check(facts, made, on))


def amend(store: Store, *, facts: Facts, visit: Visit, after: Visit, on: dt.date) -> Visit:
    changed = _of_the_body(facts, _clean(after))
    return edits.amend(store, visit, changed, lambda one: _check(facts, one, on))


def remove(store: Store, *, visit: Visit) -> None:
    """Take out one entered by mistake; undo brings it back."""
    store.remove(Visit, visit.id)
