"""Form 14: what a Công văn đôn đốc can be of: a meeting's papers, a ballot's slips, a task, a period's reports."""

from desktop.domain.facts import Facts
from desktop.domain.periods import Period, period
from desktop.domain.records import Ballot, Meeting, Task
from desktop.domain.refs import RecordRef
from desktop.papers.forms.base.form import Entry, Form, RecordKind
from desktop.papers.forms.base.writing import Writing
from desktop.papers.forms.meetings import made_of
from desktop.papers.forms.meetings.made_of import Items
from desktop.papers.forms.reminders import don_doc, don_doc_bao_cao, don_doc_khac
from desktop.papers.forms.reminders.don_doc_bao_cao import letter_on
from desktop.papers.paper import Paper

Reminded = Items | Ballot | Task | Period


def _read(facts: Facts, typed: str) -> RecordRef:
    """A meeting that bears the id comes first, then a ballot and a task; a period is only what is no record."""
    about = RecordRef.of(Meeting, typed)
    if facts.at(about):
        return about
    kind = next((one for one in (Ballot, Task) if facts.one(one, typed)), None)
    if kind:
        return RecordRef.of(kind, typed)
    return RecordRef.of("period", typed) if period(typed) else about


def _open(writing: Writing, ref: RecordRef) -> Reminded:
    record = writing.facts.at(ref)
    if isinstance(record, Ballot | Task):
        return record
    span = None if ref.is_record else period(ref.rest)
    return span or made_of.items(writing, ref)


def _make(writing: Writing, of: Reminded) -> Paper:
    if isinstance(of, Ballot):
        return don_doc_khac.of_ballot(writing, of)
    if isinstance(of, Task):
        return don_doc_khac.of_task(writing, of)
    if isinstance(of, Period):
        return don_doc_bao_cao.letter(writing, of.code, writing.whom)
    return don_doc.reminder(writing, of.meeting, of.items)


def _entry(writing: Writing, of: Reminded) -> Entry | None:
    """One of a meeting's papers is known by its meeting."""
    if isinstance(of, Items):
        return None
    title = don_doc_bao_cao.title_of(of.code) if isinstance(of, Period) else don_doc_khac.title_of(of)
    return Entry(title, letter_on(writing.facts, title, writing.on))


FORM = Form(
    slug="don-doc",
    title="Công văn đôn đốc",
    of=RecordKind(
        name="meeting+item",
        takes=f"{made_of.MEETING.takes}, {made_of.ITEM.takes}, mã phiếu, mã việc, hoặc kỳ báo cáo như 2024-08",
        read=_read,
        open=_open,
        fits=made_of.every,
    ),
    may_add=", có thể thêm mã đơn vị",
    type="CV",
    entry=_entry,
    make=_make,
)
