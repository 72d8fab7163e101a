"""A form that knows itself: what it is made of, what it is issued as, its day and how it is made.

May import domain and papers. Each form's row stands under the function that makes it; `forms.table` names them all.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop.domain.facts import Facts
from desktop.domain.records import Ballot, Document, Meeting, Record, Source
from desktop.domain.refs import RecordRef
from desktop.domain.refusal import Refusal
from desktop.papers.forms.base.writing import Writing
from desktop.papers.paper import Paper

T = TypeVar("T")
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordKind(Generic[T]):
    """What a form is made of: `name` is the program's word for it, `takes` tells the user what to type.

    `read` makes a reference of what was typed, `open` finds what it names or raises Refusal; `without` is what was
    meant where nothing was typed. `fits` says of which meetings, taken whole, it can be.
    """

    name: str
    takes: str
    read: Callable[[Facts, str], RecordRef]
    open: Callable[[Writing, RecordRef], T]
    without: Callable[[dt.date], str] | None = None
    fits: Callable[[Meeting], bool] = lambda _meeting: False


@dataclass(frozen=True, slots=True)
class Entry:
    """The title by which the register knows a paper that comes of no meeting or ballot, and its line there."""

    title: str
    document: Document | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Generic[T]):
    """`type` is that of the document it is issued as, empty where it bears no number.

    `settled_by` are other types that put in writing what it would. `day` is the day the records give it, where it need
    not be that of printing; `entry` how the register knows it, where not by its meeting or ballot.
    """

    slug: str
    title: str
    of: RecordKind[T]
    make: Callable[[Writing, T], Paper | list[Paper]]
    may_add: str = ""
    type: str = ""
    settled_by: tuple[str, ...] = ()
    day: Callable[[Writing, T], dt.date | None] | None = None
    entry: Callable[[Writing, T], Entry | None] | None = None

    @property
    def takes(self) -> str:
        return f"{self.of.takes}{self.may_add}"

    def read(self, facts: Facts, record: str | None, on: dt.date) -> RecordRef:
        """What was typed, or what is meant where nothing was; raises Refusal where something must be."""
        if record:
            return self.of.read(facts, record)
        if self.of.without is None:
            raise Refusal(f"Mẫu '{self.slug}' cần {self.takes}", field="record")
        return self.of.read(facts, self.of.without(on))

    def papers(self, writing: Writing, ref: RecordRef) -> list[Paper]:
        made = self.make(writing, self.of.open(writing, ref))
        return made if isinstance(made, list) else [made]

    def day_of(self, writing: Writing, ref: RecordRef) -> dt.date | None:
        return self.day(writing, self.of.open(writing, ref)) if self.day else None

    def entry_of(self, writing: Writing, ref: RecordRef) -> Entry | None:
        return self.entry(writing, self.of.open(writing, ref)) if self.entry else None

    def source(self, ref: RecordRef) -> Source | None:
        """What a numbered paper comes from: a meeting, an item of it, or a ballot."""
        if not self.type:
            return None
        if ref.names(Meeting):
            return Source(meeting=ref.id, agenda=ref.part or None)
        return Source(ballot=ref.id) if ref.names(Ballot) and self.entry is None else None


def named(facts: Facts, kind: type[R], ident: str, what: str) -> R:
    """Raises Refusal where there is no such record."""
    record = facts.one(kind, ident)
    if record is None:
        raise Refusal(f"Không có {what} '{ident}'", field="record")
    return record


def of_records(kind: type[R], name: str, takes: str, what: str) -> RecordKind[R]:
    """Any record of a kind, by its id."""
    return RecordKind(
        name=name,
        takes=takes,
        read=lambda _facts, typed: RecordRef.of(kind, typed),
        open=lambda writing, ref: named(writing.facts, kind, ref.rest, what),
    )


def of_periods(
    name: str,
    takes: str,
    open: Callable[[Writing, str], T],
    without: Callable[[dt.date], str] | None = None,
) -> RecordKind[T]:
    """A week, a month, a year … as its code is typed."""
    return RecordKind(
        name=name,
        takes=takes,
        read=lambda _facts, typed: RecordRef.of("period", typed),
        open=lambda writing, ref: open(writing, ref.rest),
        without=without,
    )


def _day(_writing: Writing, typed: str) -> dt.date:
    try:
        return dt.date.fromisoformat(typed)
    except ValueError as error:
        raise Refusal(f"Ngày '{typed}' chưa đúng; cần dạng NNNN-TT-NN, như 2024-08-28", field="record") from error


DAY = of_periods("day", "một ngày, như 2024-08-28; bỏ trống là hôm nay", _day, dt.date.isoformat)
BALLOT = of_records(Ballot, "ballot", "mã phiếu xin ý kiến", "phiếu xin ý kiến")
