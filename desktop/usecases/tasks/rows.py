"""Tasks that follow from a conclusion: what, by whom, by when, what came of it; and what changes them.

A task is made only from an agenda item with a conclusion; its day is the one given, never one invented. Reads return
frozen rows; writes are handed a store and raise `Refusal`. Imports domain, vi and papers.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import AgendaItem, Meeting, Source, Task
from desktop.domain.refusal import Refusal
from desktop.usecases.meetings import rows as meetings

SOON = dt.timedelta(days=7)


class State(StrEnum):
    LATE = "late"
    SOON = "soon"
    OPEN = "open"
    NO_DAY = "no-day"
    DONE = "done"


STATE = {
    State.LATE: "Quá hạn",
    State.SOON: "Sắp đến hạn",
    State.OPEN: "Đang làm",
    State.NO_DAY: "Chưa ghi thời hạn",
    State.DONE: "Đã xong",
}
VERDICT = {State.LATE: "breach", State.SOON: "due", State.OPEN: "due", State.NO_DAY: "unknown", State.DONE: "met"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    id: str
    task: Task
    state: State
    unit: str
    person: str
    with_: str
    source: str
    late: int
    reminded: str

    @property
    def verdict(self) -> str:
        """The mark of its state; work done after its day is done, and late."""
        return "breach" if self.state is State.DONE and self.late else VERDICT[self.state]

    @property
    def who(self) -> str:
        return " · ".join(part for part in (self.unit, self.person) if part)


def state(task: Task, on: dt.date) -> State:
    if task.done:
        return State.DONE
    if task.due is None:
        return State.NO_DAY
    if task.due < on:
        return State.LATE
    return State.SOON if task.due <= on + SOON else State.OPEN


def late_by(task: Task, on: dt.date) -> int:
    """Days after its day: until it was done, or until now; 0 in time or without a day."""
    return max(((task.done or on) - task.due).days, 0) if task.due else 0


def rows(
    facts: Facts, on: dt.date, *, state_is: State | None = None, unit: str = "", year: int | None = None, text: str = ""
) -> list[TaskRow]:
    """Tasks not done first, the earliest day first; then those done, the latest first."""
    wanted = vi.fold(text.strip())
    made = [_row(facts, task, on) for task in facts.office.tasks]
    kept = [
        row
        for row in made
        if (state_is is None or row.state is state_is)
        and (not unit or unit == row.task.unit or unit in row.task.with_)
        and (year is None or row.task.done is None or row.task.done.year == year)
        and wanted in vi.fold(f"{row.task.title} {row.task.product} {row.who} {row.source}")
    ]
    return sorted(kept, key=_order)


def _order(row: TaskRow) -> tuple[bool, int, str]:
    done, due = row.task.done, row.task.due or dt.date.max
    return done is not None, -done.toordinal() if done else due.toordinal(), row.id


def _row(facts: Facts, task: Task, on: dt.date) -> TaskRow:
    unit, person = facts.unit(task.unit), facts.person(task.person)
    return TaskRow(
        id=task.id,
        task=task,
        state=state(task, on),
        unit=unit.name if unit else "",
        person=person.name if person else "",
        with_=", ".join(unit.name for ident in task.with_ if (unit := facts.unit(ident))),
        source=source_words(facts, task),
        late=late_by(task, on),
        reminded=_reminded(facts, task),
    )


def _reminded(facts: Facts, task: Task) -> str:
    """`Đã đôn đốc 03/09/2024, công văn 12-CV/HU.`, of the latest letter."""
    from desktop.papers.forms.reminders import don_doc_khac  # the forms are slow to import, and few lists show tasks

    sent = don_doc_khac.letters(facts, task)
    return f"Đã đôn đốc {vi.day(sent[-1].date)}, công văn {sent[-1].symbol}." if sent and sent[-1].date else ""


def source_words(facts: Facts, task: Task) -> str:
    """`Kết luận mục 3, hội nghị Ban Thường vụ 06/9/2024`."""
    meeting = facts.meeting(task.source.meeting if task.source else None)
    if meeting is None:
        ballot = task.source.ballot if task.source else None
        return f"Kết quả phiếu {ballot}" if ballot else "Không ghi nguồn"
    item = meetings.item_of(meeting, task.source.agenda or "") if task.source else None
    held = f"{vi.BODY[meeting.body]} {vi.day(meeting.start)}"
    return f"Kết luận mục {meeting.agenda.index(item) + 1}, hội nghị {held}" if item else f"Hội nghị {held}"


def conclusion_of(facts: Facts, task: Task) -> str:
    meeting = facts.meeting(task.source.meeting if task.source else None)
    item = meetings.item_of(meeting, task.source.agenda or "") if meeting and task.source else None
    return item.conclusion if item else ""


def of_item(facts: Facts, meeting: str, item: str) -> list[Task]:
    """The tasks an item's conclusion has led to."""
    return [
        task
        for task in facts.office.tasks
        if task.source and (task.source.meeting, task.source.agenda) == (meeting, item)
    ]


def conclusions(facts: Facts, on: dt.date) -> list[tuple[Meeting, AgendaItem]]:
    """The concluded items tasks may be made from, the latest meeting first."""
    held = [meeting for meeting in facts.sessions if meeting.start.date() <= on]
    return [(meeting, item) for meeting in reversed(held) for item in meeting.agenda if item.conclusion.strip()]


def overdue(facts: Facts, on: dt.date) -> list[TaskRow]:
    return rows(facts, on, state_is=State.LATE)


def years(facts: Facts, today: dt.date) -> list[int]:
    return sorted({today.year, *(task.done.year for task in facts.office.tasks if task.done)}, reverse=True)


# Writes


def make(store: Store, *, facts: Facts, draft: Task) -> Task:
    """A task from the conclusion its source names; refused where there is none, only a discussion."""
    check_source(facts, draft.source)
    task = replace(_clean(draft), id=store.new_id(Task))
    _check(facts, task)
    store.put(task, before=None)
    return task


def check_source(facts: Facts, source: Source | None) -> None:
    """Refuse a task that no conclusion stands behind."""
    meeting = facts.meeting(source.meeting if source else None)
    item = meetings.item_of(meeting, source.agenda or "") if meeting and source else None
    if item is None:
        raise Refusal("Nhiệm vụ phải lấy từ một kết luận; cần chọn mục chương trình đã có kết luận.", field="source")
    if not item.conclusion.strip():
        said = f"Mục “{item.title}” chưa có kết luận"
        raise Refusal(f"{said}; ý kiến thảo luận chưa phải là nhiệm vụ, cần ghi kết luận trước.", field="source")


def may_follow(_store: Store, *, facts: Facts, meeting: Meeting, item_id: str, on: dt.date) -> None:
    """Refuse where the item has no conclusion yet from which a task could follow; nothing is written."""
    check_source(facts, Source(meeting=meeting.id, agenda=item_id))


def _check(facts: Facts, task: Task) -> None:
    if not task.title:
        raise Refusal("Nhiệm vụ chưa có nội dung; cần ghi việc phải làm.", field="title")
    if facts.unit(task.unit) is None and facts.person(task.person) is None:
        raise Refusal("Nhiệm vụ chưa có ai làm; cần chọn đơn vị chủ trì hoặc người phụ trách.", field="unit")
    if task.unit and task.unit in task.with_:
        raise Refusal("Đơn vị chủ trì không đồng thời là đơn vị phối hợp.", field="with_")
    meeting = facts.meeting(task.source.meeting if task.source else None)
    if task.due and meeting and task.due < meeting.start.date():
        said = f"Hạn {vi.day(task.due)} trước ngày họp {vi.day(meeting.start)}"
        raise Refusal(f"{said}; cần ngày họp hoặc sau đó.", field="due")


def _clean(task: Task) -> Task:
    return replace(
        task,
        title=vi.nfc(" ".join(task.title.split())),
        product=vi.nfc(" ".join(task.product.split())),
        evidence=vi.nfc(task.evidence).strip(),
        cause=vi.nfc(task.cause).strip(),
    )


def amend(store: Store, *, facts: Facts, task: Task, after: Task) -> Task:
    changed = _clean(after)
    if changed != task:
        _check(facts, changed)
        store.put(changed, before=task)
    return changed


def finish(store: Store, *, facts: Facts, task: Task, day: dt.date, evidence: str, on: dt.date) -> Task:
    """Done on a day, with what shows it: refused without the product or paper that came of it."""
    if not vi.nfc(evidence).strip():
        asked = f" (sản phẩm giao: {task.product})" if task.product else ""
        raise Refusal(f"Chưa ghi kết quả; cần nêu sản phẩm, văn bản đã có{asked}.", field="evidence")
    if day > on:
        raise Refusal(f"Ngày xong {vi.day(day)} chưa đến; cần ngày không sau hôm nay, {vi.day(on)}.", field="done")
    meeting = facts.meeting(task.source.meeting if task.source else None)
    if meeting and day < meeting.start.date():
        said = f"Ngày xong {vi.day(day)} trước ngày họp giao việc {vi.day(meeting.start)}"
        raise Refusal(f"{said}; cần ngày họp hoặc sau đó.", field="done")
    return amend(store, facts=facts, task=task, after=replace(task, done=day, evidence=evidence))


def reopen(store: Store, *, facts: Facts, task: Task) -> Task:
    """Not done after all: what was written as its result was none, and undo brings it back."""
    return amend(store, facts=facts, task=task, after=replace(task, done=None, evidence=""))


def explain(store: Store, *, facts: Facts, task: Task, cause: str) -> Task:
    """Why it is late."""
    if not cause.strip():
        raise Refusal("Chưa ghi nguyên nhân; cần nêu vì sao quá hạn.", field="cause")
    return amend(store, facts=facts, task=task, after=replace(task, cause=cause))


def remove(store: Store, *, task: Task) -> None:
    """Take out one entered by mistake; undo brings it back."""
    store.remove(Task, task.id)


def unit_options(facts: Facts) -> list[tuple[str, str]]:
    return _named((unit.id, unit.name) for unit in facts.office.units)


def _named(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(pairs, key=lambda pair: vi.word_key(pair[1]))
