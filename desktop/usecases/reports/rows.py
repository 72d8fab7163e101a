"""Periodic reports as a grid: who reports, for which periods, each cell with its report, its verdict, its words.

Reads only: the findings are those of the desk. Imports domain and vi.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.keys import RuleId
from desktop.domain.periods import UNITS, Period, Unit, period, periods
from desktop.domain.records import Report
from desktop.domain.refs import RecordRef
from desktop.domain.reports import PERIODS
from desktop.domain.rules import information_members, report_government, report_member, report_received, report_upward
from desktop.domain.units import stands_within
from desktop.usecases.reports.edits import RULE_OF_OFFICE, Key, first_of

RECEIVED, MEMBER, GOVERNMENT = report_received.RULE.id, report_member.RULE.id, report_government.RULE.id
RULES = (RECEIVED, MEMBER, GOVERNMENT, report_upward.RULE.id, information_members.RULE.id)
KIND: dict[Unit, str] = {
    "week": "Tuần",
    "month": "Tháng",
    "quarter": "Quý",
    "half": "6 tháng",
    "nine-months": "9 tháng",
    "year": "Năm",
}
OWN = "Của cấp ủy"
MEMBERS = "Cấp ủy viên"
ADDRESSEE: dict[str, str] = {**dict[str, str](vi.BODY.items()), "superior": "Cấp trên", "members": "Cấp ủy viên"}
FORM = {"written": "Bằng văn bản", "oral": "Bằng lời"}
LONG_KINDS: tuple[Unit, ...] = ("half", "nine-months", "year")
"""Kinds of which a year has so few that several years stand side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One who reports: a unit, a member, the government; or what the committee itself sends, by where it goes."""

    id: str
    group: str
    name: str
    rule: RuleId
    unit: str | None = None
    person: str | None = None
    to: str | None = None

    def key(self, code: str) -> Key:
        return Key(rule=self.rule, unit=self.unit, person=self.person, to=self.to, code=code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    key: Key
    report: Report | None
    finding: Finding | None

    @property
    def missing(self) -> bool:
        """Asked for, not in hand, and late."""
        return self.late and not (self.report and self.report.received)

    @property
    def late(self) -> bool:
        return self.finding is not None and self.finding.verdict is Verdict.BREACH


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """`cells` holds a row of cells for every line, in the order of the periods."""

    periods: tuple[Period, ...]
    lines: tuple[Line, ...]
    cells: dict[str, tuple[Cell, ...]]

    def counts(self, place: int) -> tuple[int, int]:
        """How many came in, of how many asked for, in one period; those excused are not asked."""
        asked = [row[place] for row in self.cells.values() if _is_asked(row[place])]
        return sum(bool(cell.report and cell.report.received) for cell in asked), len(asked)


def _is_asked(cell: Cell) -> bool:
    return cell.finding is not None and cell.finding.verdict is not Verdict.EXEMPT


def kind_of(code: str) -> Unit:
    """The kind of period a code names: `2024-Q3` a quarter."""
    part = code.partition("-")[2]
    if not part:
        return "year"
    if part == "9M":
        return "nine-months"
    if part[0] in "WQH":
        return {"W": "week", "Q": "quarter", "H": "half"}[part[0]]  # type: ignore[return-value]
    return "month"


def kinds(facts: Facts, on: dt.date) -> list[Unit]:
    """The kinds of period the regulation asks a report for, and those of which reports are on record."""
    asked = {word for rule in RULES if (ruling := facts.ruling(PERIODS.of(rule), on)) for word in ruling.words}
    asked |= {kind_of(one.period) for one in facts.office.reports if period(one.period)}
    return [unit for unit in UNITS if unit in asked]


def years(facts: Facts, on: dt.date) -> list[int]:
    """From the first regulation or the first report to this year, the latest first."""
    found = {span.last.year for one in facts.office.reports if (span := period(one.period))}
    found |= {one.from_.year for one in facts.in_force_list if one.from_ <= on}
    return list(range(max({on.year, *found}), min({on.year, *found}) - 1, -1))


def spans(facts: Facts, kind: Unit, year: int, on: dt.date) -> tuple[Period, ...]:
    """The periods of a year; of the long kinds those of every year there is."""
    wanted = sorted(years(facts, on)) if kind in LONG_KINDS else [year]
    return tuple(span for one in wanted for span in _of_year(kind, one))


def _of_year(kind: Unit, year: int) -> Iterable[Period]:
    """The last week of a year is that of 28 December."""
    if kind == "week":
        return periods(kind, dt.date.fromisocalendar(year, 1, 1), dt.date(year, 12, 28))
    return periods(kind, dt.date(year, 1, 1), dt.date(year, 12, 31))


def grid(facts: Facts, findings: Iterable[Finding], kind: Unit, year: int, on: dt.date) -> Grid:
    """Everyone who owes or sent a report of that kind in the year."""
    shown = spans(facts, kind, year, on)
    codes = {span.code for span in shown}
    judged = {(one.rule, one.subject): one for one in findings if one.rule in RULES}
    mine = {key: one for key, one in judged.items() if key[1].code in codes}
    sent = [one for one in facts.office.reports if one.period in codes]
    lines = (*_units(facts, kind, shown, mine, sent, on), *_members(facts, mine, sent), *_own(mine, sent))
    by = _by_whom(sent)
    cells = {line.id: tuple(_cell(by, line.key(span.code), mine) for span in shown) for line in lines}
    return Grid(periods=shown, lines=lines, cells=cells)


Judged = dict[tuple[RuleId, RecordRef], Finding]
Sent = dict[tuple[str | None, str | None, str], list[Report]]


def _by_whom(sent: Iterable[Report]) -> Sent:
    by: Sent = defaultdict(list)
    for one in sent:
        by[one.unit, one.person, one.period].append(one)
    return by


def _cell(by: Sent, key: Key, judged: Judged) -> Cell:
    report = first_of(by.get((key.unit, key.person, key.code), ()), key)
    return Cell(key=key, report=report, finding=judged.get((key.rule, key.subject)))


def _asked_kinds(facts: Facts, rule: RuleId, kind: Unit, on: dt.date) -> bool:
    ruling = facts.ruling(PERIODS.of(rule), on)
    return ruling is not None and kind in ruling.words


def _units(
    facts: Facts, kind: Unit, shown: Sequence[Period], judged: Judged, sent: Sequence[Report], on: dt.date
) -> list[Line]:
    """By kind of unit; a unit not asked stands there only where it sent a report."""
    named = {subject.id for rule, subject in judged if rule == RECEIVED} | {one.unit for one in sent}
    ruling = facts.ruling(report_received.KINDS, on) if _asked_kinds(facts, RECEIVED, kind, on) else None
    groups: defaultdict[str, list[Line]] = defaultdict(list)
    for unit in facts.office.units:
        asked = ruling and unit.kind in ruling.words and stands_within(unit, shown[0].first, shown[-1].last)
        if unit.id in named or asked:
            group = vi.UNIT_KIND[unit.kind] if unit.kind else "Đơn vị khác"
            groups[group].append(Line(id=RecordRef.to(unit), group=group, name=unit.name, rule=RECEIVED, unit=unit.id))
    order = [*vi.UNIT_KIND.values(), "Đơn vị khác"]
    return [line for group in sorted(groups, key=order.index) for line in groups[group]]


def _members(facts: Facts, judged: Judged, sent: Sequence[Report]) -> list[Line]:
    named = {subject.id for rule, subject in judged if rule == MEMBER} | {one.person for one in sent}
    people = [one for one in facts.office.people if one.id in named]
    return [
        Line(id=RecordRef.to(one), group=MEMBERS, name=one.name, rule=MEMBER, person=one.id)
        for one in sorted(people, key=lambda one: vi.name_key(one.name))
    ]


def _own(judged: Judged, sent: Sequence[Report]) -> list[Line]:
    """What the government sends, and what goes from the committee upward and to its members."""
    made = [
        Line(id="office/superior", group=OWN, name="Báo cáo lên cấp trên", rule=report_upward.RULE.id, unit="office",
             to="superior"),
        Line(id="office/members", group=OWN, name="Thông tin cho cấp ủy viên", rule=information_members.RULE.id,
             unit="office", to="members"),
        Line(id="government", group=OWN, name="Báo cáo của Ủy ban nhân dân", rule=GOVERNMENT, unit="government"),
    ]  # fmt: skip
    rules = {rule for rule, _subject in judged}
    on_record = {RULE_OF_OFFICE.get(one.to or "", GOVERNMENT if one.unit == "government" else "") for one in sent}
    return [line for line in made if line.rule in rules | on_record]


# Words


def title_of(facts: Facts, key: Key) -> str:
    """Whose report it is."""
    unit, person = facts.unit(key.unit), facts.person(key.person)
    if unit or person:
        return (unit or person).name  # type: ignore[union-attr]
    return {"superior": "Báo cáo lên cấp trên", "members": "Thông tin cho cấp ủy viên"}.get(
        key.to or "", "Báo cáo của Ủy ban nhân dân"
    )


def deed(key: Key) -> tuple[str, str, str]:
    """`Đã nhận`, `Nhận ngày`, `Chưa nhận`; what the committee itself owes is sent."""
    return ("Đã gửi", "Gửi ngày", "Chưa gửi") if key.to else ("Đã nhận", "Nhận ngày", "Chưa nhận")


def short(cell: Cell, on: dt.date) -> str:
    """The few figures of a cell: the day it came in, how late or how far off it is, or that it is excused."""
    finding, report = cell.finding, cell.report
    if report and report.received:
        return vi.day_short(report.received)
    if finding is None:
        return ""
    if finding.verdict is Verdict.EXEMPT:
        return "Miễn"
    if finding.due is None:
        return ""
    days = (finding.due - on).days
    return f"quá {-days}" if days < 0 else f"còn {days}" if days < 100 else ""


def unjudged(facts: Facts, first: dt.date, on: dt.date, otherwise: str) -> str:
    """Why nothing is judged of a period that begins on a day."""
    if first > on:
        return "Chưa đến kỳ."
    return otherwise if facts.in_force(first) else "Kỳ này bắt đầu trước khi quy chế có hiệu lực nên không xét."


def tip(facts: Facts, cell: Cell, on: dt.date) -> str:
    """The cell in words: the finding, or what is on record and why nothing is judged."""
    report, span = cell.report, period(cell.key.code)
    said = cell.finding.text if cell.finding else ""
    if not said and span:
        said = unjudged(facts, span.first, on, "Quy chế không quy định kỳ báo cáo này.")
        if report and report.received:
            said = f"{deed(cell.key)[0]} {vi.day(report.received)}. {said}"
    if report and report.reminded:
        said = f"{said} Đã đôn đốc {vi.day(report.reminded)}.".strip()
    return said


def column_title(span: Period) -> str:
    """`T8`, `Quý III`, `6T đầu 2024`, a week by its number alone: what fits the head of a column."""
    part = span.code.partition("-")[2]
    if part.isdecimal():
        return f"th.{int(part)}"
    if part.startswith("W"):
        return str(int(part[1:]))
    if part.startswith("Q"):
        return vi.capital(span.words.partition("/")[0])
    if part.startswith("H"):
        return f"6 tháng {'đầu' if part == 'H1' else 'cuối'} {span.code[:4]}"
    return f"9 tháng {span.code[:4]}" if part else span.code


def summary(facts: Facts, shown: Grid, place: int) -> str:
    """`Tháng 08/2024: 48/51 đã có, 3 trễ`."""
    if not shown.periods:
        return ""
    have, asked = shown.counts(place)
    late = sum(row[place].missing for row in shown.cells.values())
    said = f"{vi.capital(shown.periods[place].words)}: "
    if not asked:
        return said + "không có báo cáo nào được xét"
    return said + f"{have}/{asked} đã có" + (f", {late} quá hạn" if late else "")


def this_period(shown: Grid, on: dt.date) -> int:
    """The place of the period to stand on: the last that has begun and is asked for."""
    begun = [place for place, span in enumerate(shown.periods) if span.first <= on]
    return begun[-1] if begun else 0
