"""Form 14: Công văn đôn đốc of slips not returned and of a task not done. May import domain, vi, papers."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.issued import standing
from desktop.domain.records import Ballot, Document, Person, Task
from desktop.papers.forms.base.slips import UNRETURNED, last_day, subject, unreturned
from desktop.papers.forms.base.words import bare, meeting_name, post_of
from desktop.papers.forms.base.writing import Writing
from desktop.papers.forms.reminders.don_doc import nobody
from desktop.papers.forms.reminders.don_doc_bao_cao import letter_on
from desktop.papers.paper import DOTS, Block, Column, Paper, Table, bold, para, row

MEMBERS = (
    Column("TT", 11, "center"),
    Column("Họ và tên", 48),
    Column("Chức vụ", 66),
    Column("Tình trạng", 40),
)
TASK = (
    Column("Nhiệm vụ", 62),
    Column("Sản phẩm", 30),
    Column("Hạn", 27, "center"),
    Column("Tình trạng", 46),
)
FEW = 5
"""The most members who are addressed one by one."""


def title_of(one: Ballot | Task) -> str:
    """How the letter stands in the register, where it is found by it."""
    if isinstance(one, Ballot):
        return f"Công văn đôn đốc gửi phiếu xin ý kiến {subject(one)}"
    return f"Công văn đôn đốc nhiệm vụ: {bare(one.title)}"


def letters(facts: Facts, one: Ballot | Task) -> list[Document]:
    """The reminders of it that were given a number, the latest last."""
    title = title_of(one)
    kept = [each for each in standing(facts) if (each.type, each.title) == ("CV", title) and each.date]
    return sorted(kept, key=lambda each: each.date or dt.date.min)


def _letter(
    writing: Writing, one: Ballot | Task, summary: str, addressed: tuple[str, ...], blocks: Iterator[Block]
) -> Paper:
    document = letter_on(writing.facts, title_of(one), writing.issue.day or writing.on)
    issued = writing.day(document)
    day = issued or writing.on
    return Paper(
        pack=writing.pack(day),
        slug="don-doc",
        day=day,
        head=writing.head("CV", document, issued, day.year, summary=f"V/v {summary}"),
        title="",
        addressed=addressed,
        blocks=tuple(blocks),
        signer=writing.office_signer(document, day),
        recipients=writing.recipients(document, "Như trên", f"{writing.names.permanent} (báo cáo)"),
    )


def of_ballot(writing: Writing, ballot: Ballot) -> Paper:
    """To the members from whom no slip came, by name."""
    late = unreturned(writing, ballot)
    everyone = (f"Các đồng chí {writing.members_of(ballot.body)} có tên dưới đây",)
    addressed = tuple(f"Đồng chí {person.name}" for person in late) if 0 < len(late) <= FEW else everyone
    letter = _letter(
        writing, ballot, f"gửi phiếu xin ý kiến {subject(ballot)}", addressed, _of_ballot(writing, ballot, late)
    )
    return letter if late else replace(letter, faults=nobody("Các phiếu xin ý kiến đã gửi lại đủ"))


def _of_ballot(writing: Writing, ballot: Ballot, late: list[Person]) -> Iterator[Block]:
    office, last = writing.names.chancery, last_day(writing, ballot)
    due = f", thời hạn gửi lại {vi.day_words(last)}" if last else ""
    yield para(
        f"{vi.capital(vi.day_words(ballot.sent))}, {office} đã gửi phiếu xin ý kiến ", bold(subject(ballot)), f"{due}."
    )
    total = len(writing.facts.members(ballot.body, ballot.sent))
    if not late:
        yield para(f"Đến ngày {vi.day(writing.on)}, {office} đã nhận đủ {total}/{total} phiếu.")
        return
    yield para(f"Đến ngày {vi.day(writing.on)}, {office} còn chưa nhận được {len(late)}/{total} phiếu:", tied=True)
    state = _state(last, writing.on)
    rows = [
        row(str(place), person.name, post_of(writing, person, ballot.sent), state)
        for place, person in enumerate(late, 1)
    ]
    yield Table(columns=MEMBERS, rows=tuple(rows))
    yield para(f"Đề nghị các đồng chí cho ý kiến, ký và gửi phiếu về {office}. {UNRETURNED}")


def _state(last: dt.date | None, on: dt.date) -> str:
    if last is None:
        return "Chưa gửi lại"
    far = vi.distance_said(last, on)
    return f"Chưa gửi lại, {far if far.startswith(('còn', 'quá hạn')) else f'hạn {far}'}"


def of_task(writing: Writing, task: Task) -> Paper:
    """To the unit in charge, or to the person where no unit is."""
    unit, person = writing.facts.unit(task.unit), writing.facts.person(task.person)
    to = (unit.name if unit else "") or (f"Đồng chí {person.name}" if person else DOTS)
    helpers = [each.name for each in map(writing.facts.unit, task.with_) if each and each.name]
    title = bare(task.title)
    summary = f"thực hiện nhiệm vụ: {title[:1].lower()}{title[1:]}" if title else "thực hiện nhiệm vụ được giao"
    letter = _letter(writing, task, summary, (to, *helpers), _of_task(writing, task))
    return replace(letter, faults=nobody("Nhiệm vụ đã hoàn thành")) if task.done else letter


def _of_task(writing: Writing, task: Task) -> Iterator[Block]:
    meeting = writing.facts.meeting(task.source.meeting) if task.source else None
    if meeting:
        held = f"{meeting_name(writing, meeting)}, {vi.day_words(meeting.start.date())}"
        yield para(f"Nhiệm vụ dưới đây được giao theo kết luận tại {held}.")
    yield para(f"Đến ngày {vi.day(writing.on)}, {_report(writing, task)}:", tied=True)
    due = vi.day(task.due) if task.due else ""
    yield Table(columns=TASK, rows=(row(bare(task.title), bare(task.product), due, _progress(writing, task)),))
    if task.done is None:
        yield para(
            f"Đề nghị cơ quan, đơn vị được giao khẩn trương hoàn thành, báo cáo kết quả về {writing.names.chancery}; "
            "trường hợp có vướng mắc, nêu rõ nguyên nhân và đề xuất."
        )


def _report(writing: Writing, task: Task) -> str:
    office = writing.names.chancery
    return f"{office} đã nhận được kết quả" if task.done else f"{office} chưa nhận được kết quả"


def _progress(writing: Writing, task: Task) -> str:
    on = writing.on
    if task.done:
        return f"Đã hoàn thành {vi.day(task.done)}"
    late = f", {vi.distance_said(task.due, on)}" if task.due else ""
    before = [each.date for each in letters(writing.facts, task) if each.date and each.date < on]
    asked = f"\nĐã đôn đốc {vi.day(before[-1])}" if before else ""
    return f"Chưa hoàn thành{late}{asked}" + (f"\nNguyên nhân: {bare(task.cause)}" if task.cause else "")
