"""The sample office's register of papers that come in, each passed on, most of them answered in time.

May import `desktop.domain` and the other sample modules.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.domain.records import Directive, Document, Incoming, Unit
from desktop.sample.build import Table, build
from desktop.sample.plan import Plan

EVERY = dt.timedelta(days=9)
"""How far apart they come."""
_DAY = dt.timedelta(days=1)
_LATE, _UNTOLD = 11, 13
"""Each so many-th is answered late, or was never noted as done."""


def incoming(plan: Plan, documents: Sequence[Document], directed: Sequence[Directive]) -> tuple[Incoming, ...]:
    made = _made(plan, documents)
    return tuple(replace(one, directive=directed[0].id) if one.asks == "work" else one for one in made)


def _made(plan: Plan, documents: Sequence[Document]) -> Iterator[Incoming]:
    rows: list[Table] = plan.common["incoming"]
    used: set[str] = set()
    numbers: Counter[int] = Counter()
    day, n = plan.first + EVERY, 0
    while day <= plan.last:
        arrived, row = plan.working(day), rows[n % len(rows)]
        numbers[arrived.year] += 1
        paper = _paper(plan, row, n, arrived, numbers[arrived.year])
        made = _settled(plan, paper, row, n, [one for one in documents if one.id not in used])
        used.add(made.answer or "")
        yield made
        day, n = day + EVERY, n + 1


def _paper(plan: Plan, row: Table, n: int, arrived: dt.date, number: int) -> Incoming:
    superior = plan.words("superior")
    units: tuple[Unit, ...] = plan.units_of("advisory-body")
    unit, asks = units[n % len(units)], row.get("asks", "")
    told = [{"unit": unit.id, "date": arrived, "lead": True}]
    told += [{"person": plan.role("pho-bi-thu-thuong-truc"), "date": arrived}] if asks else []
    made = {
        **row,
        "id": f"i{n + 1}",
        "number": number,
        "arrived": arrived,
        "date": min(plan.working(arrived - 3 * _DAY), arrived),
        "sender": row["sender"].format(superior=superior),
        "superior": "{superior}" in row["sender"],
        "symbol": f"{37 + 11 * n}-{row['symbol']}",
        "due": arrived + row["days"] * _DAY if row["days"] else "",
        "passed": told,
        "order": f"Giao {unit.name} tham mưu." if asks else "",
    }
    return build(Incoming, {key: value for key, value in made.items() if key != "result"})


def _settled(plan: Plan, paper: Incoming, row: Table, n: int, documents: Sequence[Document]) -> Incoming:
    """By a report of the register that went out between, where there is one; else on a day, with what was done."""
    arrived, due = paper.arrived, paper.due
    if arrived is None or due is None or n % _UNTOLD == _UNTOLD - 1:
        return paper
    fit = (one.id for one in documents if one.type == "BC" and one.date and arrived < one.date <= due)
    answer = next(fit, None) if paper.asks == "report" else None
    if answer:
        return replace(paper, answer=answer)
    day = plan.working(due + 2 * _DAY) if n % _LATE == _LATE - 1 else max(arrived, plan.working(due - 3 * _DAY))
    return replace(paper, settled=day, result=row.get("result", "Đã báo cáo bằng văn bản của cơ quan tham mưu"))
