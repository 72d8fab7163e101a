"""What the sample office's leaders attend beside its sessions: some once a month, some from time to time.

May import `desktop.domain` and the other sample modules.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from desktop.domain.records import Event
from desktop.sample.build import Table, build
from desktop.sample.plan import Plan

_DAY = dt.timedelta(days=1)


def events(plan: Plan) -> tuple[Event, ...]:
    made = sorted((one for row in plan.common["events"] for one in _made(plan, row)), key=lambda one: one.start)
    return tuple(replace(one, id=f"e{n}") for n, one in enumerate(made, 1))


def _made(plan: Plan, row: Table) -> Iterator[Event]:
    if "often" in row:
        yield _event(plan, row, _first(plan, row), 1)
        return
    day, n = plan.first + _DAY * row["after"], 1
    while day <= plan.last:
        yield _event(plan, row, _saturday(day) if "days" in row else plan.working(day), n)
        day, n = day + _DAY * row["every"], n + 1


def _first(plan: Plan, row: Table) -> dt.date:
    """Of a series; on its weekday, where it has one."""
    day: dt.date = plan.first + _DAY * row["after"]
    return day - _DAY * ((day.weekday() - row["weekday"]) % 7) if "weekday" in row else day


def _saturday(day: dt.date) -> dt.date:
    return day + _DAY * ((5 - day.weekday()) % 7)


def _event(plan: Plan, row: Table, day: dt.date, n: int) -> Event:
    whole = "days" in row
    start = dt.datetime.combine(day, row.get("at", dt.time()))
    until = dt.datetime.combine(day, row["to"]) if "to" in row else ""
    units = plan.units_of("advisory-body")
    made = {
        **row,
        "id": "",
        "title": row["title"].format(superior=plan.words("superior")),
        "start": start,
        "end": start + _DAY * (row["days"] - 1) if whole else until,
        "all_day": whole,
        "people": [plan.role(role) for role in row.get("who", ())],
        "chair": plan.role(row["chair"]) if "chair" in row else "",
        "units": [units[(n + place) % len(units)].id for place in range(row.get("units", 0))],
        "called_by": row.get("called", "").format(n=13 + 29 * n),
    }
    again = {"often": row.get("often", ""), "until": plan.last, "working_days": row.get("working_days", False)}
    return build(Event, {**made, "repeats": again if "often" in row else ""})
