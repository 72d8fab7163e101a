"""The sample office's work and inspection programmes: items, how far they came, one adjusted, some carried over.

May import `desktop.domain` and the other sample modules.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from desktop.domain.records import (
    Body,
    Meeting,
    Programme,
    ProgrammeItem,
    ProgrammeKind,
    ProgrammeVersion,
    Task,
)
from desktop.sample.periods import Span, spans
from desktop.sample.plan import Plan

_DAY = dt.timedelta(days=1)
_MOST = 12
"""How many items a programme has at most."""


def programmes(plan: Plan, meetings: list[Meeting], tasks: list[Task]) -> tuple[Programme, ...]:
    """The bodies' work programmes and the committee's inspection programmes, by the periods the profile names."""
    made: list[Programme] = []
    numbers = count(1)
    before: Programme | None = None
    for name, kinds in plan.generated["programmes"].items():
        kind: ProgrammeKind = "inspection" if name == "inspection" else "work"
        body: Body = "bch" if name == "inspection" else name
        for code, first, last in _programme_spans(plan, kinds):
            key = f"{name}/{code}"
            if key in plan.generated.get("missing_programmes", ()):
                before = None
                continue
            items = _items(plan, kind, body, first, last, meetings, tasks)
            monthly = _is_monthly(code)
            if monthly and before:
                items = (*items, *_carried(before, first, tasks))
            one = Programme(
                id=f"w{next(numbers)}", kind=kind, body=body, period=code, adopted=_adopted(plan, key, code, first),
                items=items,
            )  # fmt: skip
            before = one if monthly else None
            made.append(_adjusted(plan, one, first) if key == f"btv/{plan.data['demo_day']:%Y-%m}" else one)
    return tuple(made)


def _adopted(plan: Plan, key: str, code: str, first: dt.date) -> dt.date:
    lead = 3 + first.month % 4 if len(code) > 4 and "W" not in code else 2
    late: dict[str, dt.date] = plan.generated.get("late_programmes", {})
    return late.get(key) or plan.workdays.before(first, lead)


def _is_monthly(code: str) -> bool:
    return code.partition("-")[2].isdecimal()


def _programme_spans(plan: Plan, kinds: list[str]) -> Iterator[Span]:
    for kind in kinds:
        if kind == "term":
            yield "term", plan.term_start + 120 * _DAY, plan.last
        else:
            yield from spans(plan, kind, ahead=True)


def _items(
    plan: Plan, kind: str, body: Body, first: dt.date, last: dt.date, meetings: list[Meeting], tasks: list[Task]
) -> tuple[ProgrammeItem, ...]:
    if kind == "inspection":
        return tuple(ProgrammeItem(title=title, product="Kết luận") for title in _INSPECTIONS)
    own = [m for m in meetings if first <= m.start.date() <= last and _listed(m, body, (last - first).days)]
    held = [ProgrammeItem(title=m.title, due=m.start.date(), meeting=m.id) for m in own]
    if not 7 < (last - first).days < 32:
        return tuple(held[:_MOST])
    due = [task for task in tasks if task.due and first <= task.due <= last]
    todo = [_of_task(task, task.due) for task in due][: max(0, _MOST - len(held) - 1)]
    return (*held, *todo, _information(plan, last))


def _of_task(task: Task, due: dt.date | None) -> ProgrammeItem:
    return ProgrammeItem(
        title=task.title, lead=task.unit, product=task.product, due=due, done=task.done,
        progress=task.evidence if task.done else "",
    )  # fmt: skip


def _information(plan: Plan, last: dt.date) -> ProgrammeItem:
    """What the office itself does at every month's end."""
    day = plan.workdays.before(last + _DAY, 1)
    return ProgrammeItem(
        title=f"Thông tin tình hình nổi bật tháng {last.month} đến cấp ủy viên",
        lead=plan.data["desks"]["van-phong"]["unit"],
        participants="Các cơ quan tham mưu, giúp việc",
        product="Bản thông tin",
        due=day,
        done=day,
        progress="Đã gửi",
    )


def _carried(before: Programme, first: dt.date, tasks: list[Task]) -> Iterator[ProgrammeItem]:
    """At most two that the month before left undone, without a day of their own any more."""
    by_title = {task.title: task for task in tasks}
    undone = [one for one in before.items if one.lead and (one.done is None or one.done >= first)]
    for item in [one for one in undone if one.title in by_title][:2]:
        yield replace(_of_task(by_title[item.title], None), carried_from=before.id)


_INSPECTIONS = (
    "Kiểm tra việc lãnh đạo, chỉ đạo phát triển đảng viên",
    "Kiểm tra việc thực hiện Quy chế làm việc ở cơ sở",
    "Giám sát chuyên đề về trách nhiệm nêu gương",
    "Kiểm tra thu, nộp, quản lý và sử dụng đảng phí",
)


def _listed(meeting: Meeting, body: Body, days: int) -> bool:
    if meeting.kind == "extraordinary":
        return False
    if days < 8:
        return True
    return meeting.body == body if days > 32 else meeting.kind != "weekly"


def _next_month(first: dt.date) -> dt.date:
    return (first + 31 * _DAY).replace(day=1)


def _adjusted(plan: Plan, made: Programme, first: dt.date) -> Programme:
    """The month of the day shown was adjusted in its second week: one item put in, one given more time."""
    day = plan.workdays.after(first, 7)
    added = ProgrammeItem(
        title="Rà soát, báo cáo các nhiệm vụ chậm tiến độ",
        lead=plan.data["desks"]["van-phong"]["unit"],
        product="Báo cáo",
        participants="Các đơn vị được giao chủ trì",
        due=min(plan.workdays.after(day, 14), plan.workdays.before(_next_month(first), 1)),
        progress="Đang tổng hợp số liệu của các đơn vị",
    )
    work = [place for place, item in enumerate(made.items) if item.lead and item.due]
    earlier = made.items
    if work:
        old = made.items[work[0]]
        assert old.due
        sooner = replace(old, due=plan.workdays.before(old.due, 3), done=None, progress="")
        earlier = (*made.items[: work[0]], sooner, *made.items[work[0] + 1 :])
    version = ProgrammeVersion(
        adopted=made.adopted,
        replaced=day,
        reason="Bổ sung việc theo chỉ đạo của cấp trên",
        items=earlier,
    )
    return replace(made, items=(*made.items, added), versions=(version,))
