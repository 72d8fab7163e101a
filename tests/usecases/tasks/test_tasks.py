"""Tasks: only from a conclusion, never with a day nobody gave, done only with what came of them."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.records import Source, Task
from desktop.domain.refusal import Refusal
from desktop.usecases.base.facts import facts_of
from desktop.usecases.tasks import rows as tasks
from desktop.usecases.tasks.rows import State
from tests.usecases.meeting_office import AGENDA, TODAY, Door, an_office, session

D = dt.date
HELD = session(
    id="m0",
    start="2024-08-16T07:30",
    end="2024-08-16T11:00",
    agenda=[
        {**AGENDA[1], "conclusion": "Giao Phòng Tài chính lập kế hoạch."},
        {**AGENDA[2], "discussion": [{"person": "p8", "text": "Nên giao Ban Tuyên giáo làm trước tháng 10."}]},
    ],
)


def put(door: Door, edit: Callable[..., Any], **rest: Any) -> Any:  # noqa: ANN401 - the use case's own arguments
    """One use case through the one door, on the facts as they are now."""
    facts = door.facts
    with door.writing() as store:
        return edit(store, facts=facts, **rest)


def office(**lists: Any) -> Any:  # noqa: ANN401 - lists of the interchange JSON
    return an_office(meetings=[HELD], **lists)


def draft(**changed: Any) -> Task:  # noqa: ANN401 - fields of the record
    held: dict[str, Any] = {"title": "Lập kế hoạch", "product": "Kế hoạch", "unit": "u2", **changed}
    return Task(id="", **{"source": Source(meeting="m0", agenda="a2"), **held})


def test_a_task_follows_from_a_conclusion_and_has_no_invented_day(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    made = put(door, tasks.make, draft=draft())
    (row,) = tasks.rows(door.facts, TODAY)
    assert (row.id, row.state, row.task.due) == (made.id, State.NO_DAY, None)
    assert row.source == "Kết luận mục 1, hội nghị Ban Thường vụ 16/8/2024"
    assert tasks.conclusion_of(door.facts, made) == "Giao Phòng Tài chính lập kế hoạch."
    assert tasks.of_item(door.facts, "m0", "a2") == [made]
    assert tasks.of_item(door.facts, "m0", "a3") == []
    assert tasks.of_item(door.facts, "m9", "a2") == []
    unsourced = facts_of(office(tasks=[{"id": "t9", "title": "Không nguồn", "unit": "u2"}]))
    assert tasks.of_item(unsourced, "m0", "a2") == []
    assert [item.id for _, item in tasks.conclusions(door.facts, TODAY)] == ["a2"]


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        (draft(source=Source(meeting="m0", agenda="a3")), "source", "ý kiến thảo luận chưa phải là nhiệm vụ"),
        (draft(source=None), "source", "phải lấy từ một kết luận"),
        (draft(source=Source(meeting="m0", agenda="a9")), "source", "phải lấy từ một kết luận"),
        (draft(title="  "), "title", "chưa có nội dung"),
        (draft(unit=None), "unit", "chưa có ai làm"),
        (draft(with_=("u2",)), "with_", "không đồng thời"),
        (draft(due=D(2024, 8, 15)), "due", "trước ngày họp"),
    ],
)
def test_what_is_no_task_is_refused(tmp_path: Path, wrong: Task, field: str, words: str) -> None:
    door = Door(tmp_path / "a.thuky", office())
    with pytest.raises(Refusal, match=words) as refused:
        put(door, tasks.make, draft=wrong)
    assert refused.value.field == field
    assert door.facts.office.tasks == ()


def test_done_needs_the_product_and_late_keeps_its_cause(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    task = put(door, tasks.make, draft=draft(due=D(2024, 8, 26)))
    (late,) = tasks.overdue(door.facts, TODAY)
    assert (late.late, late.verdict) == (4, "breach")
    task = put(door, tasks.explain, task=task, cause="Chờ số liệu của xã")
    for day, evidence, field in (
        (TODAY, " ", "evidence"),
        (D(2024, 9, 1), "12-KH/HU", "done"),
        (D(2024, 8, 1), "x", "done"),
    ):
        with pytest.raises(Refusal) as refused:
            put(door, tasks.finish, task=task, day=day, evidence=evidence, on=TODAY)
        assert refused.value.field == field
    task = put(door, tasks.finish, task=task, day=TODAY, evidence="12-KH/HU", on=TODAY)
    (row,) = tasks.rows(door.facts, TODAY)
    assert (row.state, row.late, row.verdict) == (State.DONE, 4, "breach")
    assert (row.task.evidence, row.task.cause) == ("12-KH/HU", "Chờ số liệu của xã")
    put(door, tasks.reopen, task=task)
    assert tasks.overdue(door.facts, TODAY)


def test_the_undone_come_first_by_their_day() -> None:
    given = [
        {"id": "t1", "title": "Xong", "unit": "u1", "due": "2024-08-01", "done": "2024-08-01", "evidence": "x"},
        {"id": "t2", "title": "Không ngày", "unit": "u1"},
        {"id": "t3", "title": "Còn lâu", "unit": "u1", "due": "2024-12-01"},
        {"id": "t4", "title": "Trễ", "unit": "u1", "due": "2024-08-20", "with": ["u2"]},
    ]
    facts = facts_of(office(tasks=given))
    assert [row.id for row in tasks.rows(facts, TODAY)] == ["t4", "t3", "t2", "t1"]
    assert [row.id for row in tasks.rows(facts, TODAY, unit="u2")] == ["t4"]
    assert [row.id for row in tasks.rows(facts, TODAY, text="con lau")] == ["t3"]
    assert tasks.rows(facts_of(office()), TODAY) == []
