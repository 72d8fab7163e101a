"""Absences as the office reads them: rows of the list, and the working days counted.

Reads only; a year of every member is in `absence_year`, what changes an absence in `absence_edits`, what one would mean
before it is saved in `absence_outlook`. Imports domain and vi.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.records import Absence, Person
from desktop.domain.refs import RecordRef
from desktop.domain.rules import absence_commune, absence_reported, absence_result

DAY = dt.timedelta(days=1)
_OPEN = (Verdict.DUE, Verdict.BREACH)


class State(StrEnum):
    AHEAD = "ahead"
    AWAY = "away"
    BACK = "back"
    UNREPORTED = "unreported"
    NO_RESULT = "no-result"


STATE = {
    State.AWAY: "Đang vắng",
    State.AHEAD: "Sắp vắng",
    State.BACK: "Đã về",
    State.UNREPORTED: "Chưa báo cáo",
    State.NO_RESULT: "Chưa báo kết quả",
}
FORM = {"written": "bằng văn bản", "oral": "bằng lời"}


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceRow:
    """An absence with the gravest of what the regulation says of it; `told` says how and whether it was reported."""

    id: str
    absence: Absence
    name: str
    position: str
    days: int
    where: str
    told: str
    result: str
    verdict: str
    state: State
    findings: tuple[Finding, ...]


def state(absence: Absence, on: dt.date) -> State:
    """Where the person is that day: still here, away, or back."""
    if on < absence.from_:
        return State.AHEAD
    return State.AWAY if on <= absence.to else State.BACK


def rows(
    facts: Facts,
    findings: Sequence[Finding],
    on: dt.date,
    *,
    year: int | None = None,
    person: str = "",
    area: str = "",
    state_is: State | None = None,
    text: str = "",
) -> list[AbsenceRow]:
    """Those away now, soon and back, of the absences that pass every filter; a year holds whatever touches it."""
    judged: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.rule.startswith("absence."):
            judged[finding.subject].append(finding)
    wanted = vi.fold(text.strip())
    made = [
        _row(facts, absence, judged[RecordRef.to(absence)], on)
        for absence in facts.office.absences
        if (year is None or absence.from_.year <= year <= absence.to.year)
        and (not person or absence.person == person)
        and (not area or absence.area == area)
    ]
    kept = [row for row in made if _in_state(row, state_is) and wanted in vi.fold(f"{row.name} {row.where}")]
    return sorted(kept, key=_order)


_GROUPS = (State.AWAY, State.AHEAD, State.BACK)


def _order(row: AbsenceRow) -> tuple[int, int, str]:
    """The next to leave first, the last to come back first."""
    day = row.absence.from_.toordinal()
    return _GROUPS.index(row.state), -day if row.state is State.BACK else day, row.id


def _in_state(row: AbsenceRow, wanted: State | None) -> bool:
    if wanted is State.UNREPORTED:
        return (
            any(_is_open(one) and one.rule != absence_result.RULE.id for one in row.findings)
            and not row.absence.reported
        )
    if wanted is State.NO_RESULT:
        return any(_is_open(one) for one in row.findings if one.rule == absence_result.RULE.id)
    return wanted is None or row.state is wanted


def _is_open(finding: Finding) -> bool:
    return finding.verdict in _OPEN


def _row(facts: Facts, absence: Absence, judged: list[Finding], on: dt.date) -> AbsenceRow:
    return AbsenceRow(
        id=absence.id,
        absence=absence,
        name=name_of(facts, absence.person),
        position=position_of(facts, absence),
        days=facts.workdays.count(absence.from_, absence.to),
        where=where(absence),
        told=_told(absence, judged),
        result=_result(absence, judged),
        verdict=gravest(judged),
        state=state(absence, on),
        findings=tuple(judged),
    )


def gravest(findings: Iterable[Finding]) -> str:
    order = (Verdict.BREACH, Verdict.DUE, Verdict.UNCLEAR, Verdict.UNKNOWN, Verdict.UNREGULATED, Verdict.MET)
    found = {finding.verdict for finding in findings}
    return next((verdict for verdict in order if verdict in found), "")


def _told(absence: Absence, judged: list[Finding]) -> str:
    if absence.reported:
        return f"{vi.day_short(absence.reported, absence.from_)}{', ' + FORM[absence.form] if absence.form else ''}"
    asked = any(one.rule in (absence_reported.RULE.id, absence_commune.RULE.id) for one in judged)
    return "Chưa báo cáo" if asked else "Không phải báo cáo"


def _result(absence: Absence, judged: list[Finding]) -> str:
    if absence.result_reported:
        return vi.day_short(absence.result_reported, absence.from_)
    return "Chưa báo" if any(one.rule == absence_result.RULE.id for one in judged) else ""


def name_of(facts: Facts, ident: str | None) -> str:
    return facts.named(ident)


def position_of(facts: Facts, absence: Absence) -> str:
    """The post written on the person, or the role held in the committee when they left."""
    person, seat = facts.person(absence.person), facts.holds(absence.person, "bch", absence.from_)
    return (person.position if person else "") or (vi.ROLE[seat.role] if seat else "")


def where(absence: Absence) -> str:
    """`Hà Nội, công tác`: where to and what for, the area where no place is named."""
    parts = (
        vi.capital(absence.destination) or vi.AREA[absence.area],
        vi.ABSENCE_PURPOSE.get(absence.purpose or "", ""),
    )
    return ", ".join(part for part in parts if part)


def span(absence: Absence) -> str:
    return span_of(absence.from_, absence.to)


def span_of(first: dt.date, last: dt.date) -> str:
    """`30/8–06/9/2024`."""
    return vi.day(first) if first == last else f"{vi.day_short(first, last)}–{vi.day(last)}"


def years(facts: Facts, today: dt.date) -> list[int]:
    """The years with absences, and this one; the latest first."""
    found = {day.year for absence in facts.office.absences for day in (absence.from_, absence.to)}
    return sorted({today.year, *found}, reverse=True)


def people(facts: Facts) -> list[Person]:
    """Everyone who may be away, in Vietnamese name order."""
    return sorted(facts.office.people, key=lambda person: vi.name_key(person.name))


# Working days


def counted(facts: Facts, first: dt.date, last: dt.date) -> str:
    """`4 ngày làm việc: đã trừ 02/9, 03/9 và 2 ngày cuối tuần`; make-up days are said too."""
    days = [first + DAY * ahead for ahead in range((last - first).days + 1)]
    total = sum(map(facts.workdays.is_working, days))
    off = [day for day in days if day.weekday() < 5 and not facts.workdays.is_working(day)]
    weekend = sum(1 for day in days if day.weekday() >= 5 and not facts.workdays.is_working(day))
    worked = [day for day in days if day.weekday() >= 5 and facts.workdays.is_working(day)]
    parts = [", ".join(vi.day_short(day, last) for day in off)] if off else []
    parts += [f"{weekend} ngày cuối tuần"] if weekend else []
    said = f"{total} ngày làm việc" + (f": đã trừ {' và '.join(parts)}" if parts else "")
    return said + (f"; tính cả ngày làm bù {', '.join(vi.day_short(day, last) for day in worked)}" if worked else "")


def first_steps(facts: Facts, today: dt.date) -> list[tuple[str, str, bool]]:
    """What stands before the first absence: title, where it stands, whether it is done."""
    ruling = facts.ruling(absence_reported.WORKING_DAYS, today)
    said = f"Đi từ {ruling.number} ngày làm việc phải báo cáo" if ruling else vi.SILENT
    bch = len(facts.members("bch", today))
    return [
        ("Nhập danh sách cấp ủy", f"{bch} cấp ủy viên", bool(bch)),
        ("Quy chế về đi vắng", said, ruling is not None),
    ]
