"""The sample office's periods, periodic reports, assignments, visits.

May import `desktop.domain` and the other sample modules.
"""

import datetime as dt
from collections.abc import Iterator

from desktop.domain.records import (
    Assignment,
    Report,
    Unit,
    Visit,
)
from desktop.domain.workdays import plus_months
from desktop.sample.build import build
from desktop.sample.plan import Plan

_DAY = dt.timedelta(days=1)
Span = tuple[str, dt.date, dt.date]
"""A period's code with its first and last day."""


def spans(plan: Plan, kind: str, *, ahead: bool = False) -> list[Span]:
    """The periods of a kind that end in the sample's year; with `ahead`, those that begin in it or on the day after."""
    if ahead:
        first, last = plan.first - _DAY, plan.last + _DAY
        return [span for span in _all_spans(plan, kind) if first <= span[1] <= last]
    return [span for span in _all_spans(plan, kind) if plan.first <= span[2] <= plan.last]


def _all_spans(plan: Plan, kind: str) -> Iterator[Span]:
    if kind == "week":
        yield from _weeks(plan)
        return
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "9M": 9}[kind]
    for year in range(plan.first.year, plan.last.year + 2):
        for n in range(12 // months):
            start = dt.date(year, 1 + n * months, 1)
            yield _code(kind, year, n), start, plus_months(start, months) - _DAY


def _code(kind: str, year: int, n: int) -> str:
    ending = {"month": f"-{n + 1:02}", "quarter": f"-Q{n + 1}", "half": f"-H{n + 1}", "9M": "-9M", "year": ""}
    return f"{year}{ending[kind]}"


def _weeks(plan: Plan) -> Iterator[Span]:
    day = plan.first - _DAY * plan.first.weekday()
    while day <= plan.last:
        iso = day.isocalendar()
        yield f"{iso.year}-W{iso.week:02}", day, day + 6 * _DAY
        day += 7 * _DAY


# Reports


def reports(plan: Plan) -> tuple[Report, ...]:
    made = [report for rows in (_unit_reports(plan), _member_reports(plan), _office_reports(plan)) for report in rows]
    return tuple(build(Report, {**row, "id": f"r{n}"}) for n, row in enumerate(made, 1))


Row = dict[str, object]


def _unit_reports(plan: Plan) -> Iterator[Row]:
    made = plan.generated
    kinds = made["report_kinds"]
    for kind in made["report_periods"]:
        for code, _, last in spans(plan, kind):
            for n, unit in enumerate(unit for unit in plan.units if unit.kind in kinds):
                late = unit.id in made["late_reports"].get(code, ())
                row: Row = {"unit": unit.id, "period": code, "to": "btv"}
                row |= {"reminded": _reminded(plan, last)} if late else {}
                if unit.id not in made["missing_reports"].get(code, ()):
                    form = _form(plan, code, unit.id)
                    yield {**row, "received": _received(plan, last, n, late), "form": form}
                elif late:
                    yield row


def _form(plan: Plan, code: str, who: str) -> str:
    """Some came in without anybody noting in which form."""
    return "" if who in plan.generated.get("unsaid_reports", {}).get(code, ()) else "written"


def _reminded(plan: Plan, last: dt.date) -> dt.date:
    """Four working days after the office's own day."""
    return plan.workdays.after(plan.workdays.before(last.replace(day=23), 1), 4)


def _received(plan: Plan, last: dt.date, n: int, late: bool) -> dt.date:
    """On one of the working days up to the 22nd of the period's last month, or nine working days after it."""
    limit = plan.workdays.before(last.replace(day=23), 1)
    return plan.workdays.after(limit, 9) if late else plan.workdays.before(limit, 1 + n % 4)


def _member_reports(plan: Plan) -> Iterator[Row]:
    made = plan.generated
    for kind in made.get("member_reports", ()):
        for code, _, last in spans(plan, kind):
            for n, person in enumerate(plan.members("btv")):
                if person.id in made["exempt_posts"] or person.id in made["missing_member_reports"].get(code, ()):
                    continue
                received = plan.workdays.before(last, 1 + n % 5)
                form = _form(plan, code, person.id)
                yield {"person": person.id, "period": code, "to": "btv", "received": received, "form": form}


def _office_reports(plan: Plan) -> Iterator[Row]:
    for row in plan.generated["office_reports"]:
        for kind in row["periods"]:
            for code, _, last in spans(plan, kind):
                if code in row.get("missing", ()):
                    continue
                day = row.get("late", {}).get(code) or plan.workdays.before(last + _DAY, row.get("days", 1))
                to = "" if code in row.get("unsaid", ()) else row["to"]
                yield {"unit": row["unit"], "period": code, "to": to, "received": day, "form": "written"}


# Assignments and visits


def assignments(plan: Plan) -> tuple[Assignment, ...]:
    """Who answers for which unit and field; the units and members the profile names are left without."""
    made = plan.generated
    units = [unit for unit in plan.units_of("party-organisation") if unit.id not in made["uncovered"]]
    members = [p for p in plan.members("bch") if p.id not in made["unassigned"]]
    rows: list[Row] = [_cover(unit, members[n % len(members)].id) for n, unit in enumerate(units)]
    rows += [
        _field(plan.common["fields"][desk], row)
        for desk, row in plan.data["desks"].items()
        if row["person"] in {p.id for p in members}
    ]
    covered = {row["person"] for row in rows}
    rows += [
        {"person": p.id, "kind": "field", "subject": f"Theo chức trách {p.position}", "field": p.position}
        for p in members
        if p.id not in covered
    ]
    rows += [dict(row) for row in plan.data.get("assignments", ())]
    common = {"decided_by": "btv", "document": "o-phan-cong", "from": plan.first}
    return tuple(build(Assignment, {**common, **row, "id": f"g{n}"}) for n, row in enumerate(rows, 1))


def _cover(unit: Unit, person: str) -> Row:
    commune = unit.name.startswith(("Đảng ủy xã", "Đảng ủy thị trấn", "Chi bộ thôn", "Chi bộ bản"))
    kind = "area" if commune else "unit"
    return {"person": person, "kind": kind, "subject": f"Phụ trách {unit.name}", "unit": unit.id}


def _field(field: str, row: dict[str, str]) -> Row:
    return {"person": row["person"], "kind": "field", "subject": field, "field": field}


def visits(plan: Plan) -> tuple[Visit, ...]:
    """One visit of the standing committee to every subordinate organisation, but those the profile leaves out."""
    made = plan.generated
    told = [dict(row) for row in plan.data.get("visits", ())]
    left_out = {*made["unvisited"], *(row["unit"] for row in told)}
    units = [unit for unit in plan.units_of("party-organisation") if unit.id not in left_out]
    members = plan.members("btv")
    span = (plan.last - plan.first).days - 50
    for n, unit in enumerate(units):
        day = plan.working(plan.first + _DAY * (25 + span * n // len(units)))
        person = members[n * 5 % len(members)].id
        said = {"content": plan.pick("visit_contents", n), "result": plan.pick("visit_results", n)}
        told.append({"unit": unit.id, "person": person, "date": day, **said})
    told.sort(key=lambda row: (row["date"], row["unit"]))
    return tuple(build(Visit, {"body": "btv", **row, "id": f"v{n}"}) for n, row in enumerate(told, 1))
