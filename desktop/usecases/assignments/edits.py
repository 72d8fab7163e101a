"""What changes an assignment: giving, amending and ending it, and handing all of a person's work to another.

Each function is handed a store and raises `Refusal`; nothing is committed here.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import Assignment
from desktop.domain.refusal import Refusal
from desktop.usecases.assignments import rows as assignments
from desktop.usecases.base.deciding import decider

_DAY = dt.timedelta(days=1)


def check(facts: Facts, one: Assignment) -> None:
    """Refuse what no assignment can be, naming the field."""
    if facts.person(one.person) is None:
        raise Refusal("Chưa chọn người được phân công; cần chọn một người trong danh mục.", field="person")
    if one.from_ is None:
        raise Refusal("Chưa ghi ngày bắt đầu; cần ngày phân công có hiệu lực.", field="from_")
    if one.to is not None and one.to < one.from_:
        said = f"Ngày kết thúc {vi.day(one.to)} trước ngày bắt đầu {vi.day(one.from_)}"
        raise Refusal(f"{said}; cần ngày bắt đầu hoặc sau đó.", field="to")
    if not (one.subject or one.unit or one.field):
        raise Refusal("Chưa ghi phụ trách gì; cần chọn đơn vị hoặc ghi lĩnh vực, nội dung.", field="subject")
    _refuse_twice(facts, one)


def _refuse_twice(facts: Facts, one: Assignment) -> None:
    """The same thing given twice to the same person at the same time; two people on one unit are told, not refused."""
    for other in facts.office.assignments:
        if other.id != one.id and _same(other, one) and _overlap(other, one):
            person = facts.person(one.person)
            name = person.name if person else ""
            held = vi.span(other.from_, other.to)
            raise Refusal(f"{name} đã được giao {assignments.subject(facts, other)} ({held}).", field="subject")


def _same(one: Assignment, other: Assignment) -> bool:
    def what(each: Assignment) -> tuple[object, ...]:
        return each.person, assignments.kind_of(each), each.unit, vi.fold(each.field), vi.fold(each.subject)

    return what(one) == what(other)


def _overlap(one: Assignment, other: Assignment) -> bool:
    first = max(one.from_ or dt.date.min, other.from_ or dt.date.min)
    return first <= min(one.to or dt.date.max, other.to or dt.date.max)


def _clean(one: Assignment) -> Assignment:
    return replace(one, subject=vi.nfc(" ".join(one.subject.split())), field=vi.nfc(" ".join(one.field.split())))


def assign(store: Store, *, facts: Facts, draft: Assignment) -> Assignment:
    """Put a new assignment under a new id."""
    one = replace(_clean(draft), id=store.new_id(Assignment))
    check(facts, one)
    store.put(one, before=None)
    return one


def amend(store: Store, *, facts: Facts, one: Assignment, after: Assignment) -> Assignment:
    changed = _clean(after)
    if changed != one:
        check(facts, changed)
        store.put(changed, before=one)
    return changed


def end(store: Store, *, facts: Facts, one: Assignment, to: dt.date) -> Assignment:
    """End an assignment at the end of a day."""
    return amend(store, facts=facts, one=one, after=replace(one, to=to))


def remove(store: Store, *, one: Assignment) -> None:
    """Take out one entered by mistake; work that was really held is ended instead."""
    store.remove(Assignment, one.id)


def to_hand_over(facts: Facts, person: str, day: dt.date) -> list[Assignment]:
    """What a person would still hold on the day from which another takes over."""
    own = assignments.of_person(facts, person)
    return [one for one in own if assignments.kind_of(one) != "duty" and (one.to is None or one.to >= day)]


def hand_over(
    store: Store,
    *,
    facts: Facts,
    person: str,
    to: str,
    day: dt.date,
    ids: Iterable[str] | None = None,
    document: str | None = None,
) -> list[Assignment]:
    """All of a person's work, or the part named, passes to another from a day; with the one it ends the day before.

    Work that was to begin on that day or later is given to the other person as it stands.
    """
    wanted = None if ids is None else set(ids)
    passing = [one for one in to_hand_over(facts, person, day) if wanted is None or one.id in wanted]
    _check_handing(facts, person, to, passing)
    return [_pass_on(store, facts, one, to, day, document) for one in passing]


def _check_handing(facts: Facts, person: str, to: str, passing: list[Assignment]) -> None:
    taker = facts.person(to)
    if taker is None:
        raise Refusal("Chưa chọn người nhận bàn giao; cần chọn một người trong danh mục.", field="to")
    if to == person:
        raise Refusal("Người nhận bàn giao phải là người khác.", field="to")
    if not passing:
        raise Refusal("Không có việc nào để bàn giao từ ngày này; cần chọn ngày khác hoặc việc khác.", field="day")


def _pass_on(store: Store, facts: Facts, one: Assignment, to: str, day: dt.date, document: str | None) -> Assignment:
    """What the taker holds already is only ended with the giver."""
    begun = one.from_ is None or one.from_ < day
    given = replace(
        one,
        id=store.new_id(Assignment) if begun else one.id,
        person=to,
        from_=day if begun else one.from_,
        document=document or one.document,
        decided_by=one.decided_by or decider(facts, day, assignments.kind_of(one)),
    )
    if begun:
        store.put(replace(one, to=day - _DAY), before=one)
    if any(_same(other, given) and _overlap(other, given) for other in facts.office.assignments):
        if not begun:
            store.remove(Assignment, one.id)
        return given
    store.put(given, before=None if begun else one)
    return given
