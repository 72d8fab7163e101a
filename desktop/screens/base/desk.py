"""What every screen is handed: the facts, the day, the door for writes, and the way to other screens.

Imports next to nothing at the start: the office is opened by `wake`, after the window's first paint.
"""

import datetime as dt
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QTemporaryDir, Signal

from desktop.qt.memory import Memory
from desktop.qt.tasks import Tasks
from desktop.screens.base.searching import Searching

if TYPE_CHECKING:
    from desktop.domain.facts import Facts
    from desktop.domain.findings import Cite, Finding
    from desktop.domain.records import Office
    from desktop.domain.refusal import Refusal
    from desktop.usecases.base.afterwards import Question
    from desktop.usecases.office.backups import Copy
    from desktop.usecases.office.file import Restored
    from desktop.usecases.today.page import Page

T = TypeVar("T")


class File(Protocol):
    """The open office file, as `db.session.OfficeFile` is."""

    path: Path
    sequence: int
    read_only: bool

    def read(self) -> AbstractContextManager[Any]: ...
    def write(self, what: str) -> AbstractContextManager[Any]: ...
    def undo(self) -> frozenset[str]: ...
    def redo(self) -> frozenset[str]: ...
    def undoable(self) -> str | None: ...
    def redoable(self) -> str | None: ...
    def last_records(self) -> tuple[tuple[str, str], ...]: ...
    def close(self) -> None: ...
    def reopened(self) -> "File": ...


class Copies(Protocol):
    """The file's copies as the window keeps them; `trouble` says why the last was not made."""

    trouble: str

    def start(self) -> None: ...
    def last_words(self) -> str: ...
    def made(self) -> "list[Copy]": ...
    def make_now(self, done: "Callable[[Copy], object]", failed: Callable[[str], object]) -> None: ...
    def copy_to(self, target: Path, done: Callable[[], object], failed: Callable[[str], object]) -> None: ...
    def restore(self, copy: Path, done: "Callable[[Restored], object]", failed: Callable[[str], object]) -> None: ...


class Refusing(Protocol):
    """Whatever shows a refusal where it was met, such as a Band over the form."""

    def show_refusal(
        self, sentence: str, *, article: str = "", button: str = "", run: Callable[[], object] | None = None
    ) -> None: ...


class Rules(Protocol):
    """The doors into the rules that are imported only after the first paint."""

    def facts_of(self, office: "Office") -> "Facts": ...
    def check(self, facts: "Facts", *, on: dt.date) -> "list[Finding]": ...
    def page_of(self, facts: "Facts", findings: "Sequence[Finding]", on: dt.date) -> "Page": ...


@dataclass(frozen=True, slots=True)
class Judged:
    """The findings and what Hôm nay makes of them; `took` is the processor time it took, in seconds."""

    findings: "list[Finding]"
    page: "Page"
    took: float


@dataclass(frozen=True, slots=True)
class Opened:
    """An office read and judged, ready to be shown."""

    file: File
    rules: Rules
    facts: "Facts"
    judged: Judged


def read_and_judge(open_file: Callable[[], File], rules: Rules, on: dt.date) -> Opened:
    """Open an office file and try every rule on it; touches no widget, so that it may run beside the window."""
    file = open_file()
    with file.read() as store:
        facts = rules.facts_of(store.office())
    return Opened(file, rules, facts, judge(rules, facts, on))


def judge(rules: Rules, facts: "Facts", on: dt.date) -> Judged:
    began = time.thread_time()
    found = rules.check(facts, on=on)
    page = rules.page_of(facts, found, on)
    return Judged(found, page, time.thread_time() - began)


PATIENCE = 0.05
"""Judging that last took longer than this many seconds is done off the window's thread."""

PAPERS = "papers"
"""The name under which the folder for papers is remembered."""

UNDONE = "Đã hoàn tác: {what}", "Không còn việc nào để hoàn tác"
REDONE = "Đã làm lại: {what}", "Không còn việc nào để làm lại"


@dataclass(slots=True)
class Asking:
    """A question about a change, and the answer: None where it is not to be made, else the reason, if one was asked."""

    question: "Question"
    answer: str | None = None


class _Asked(Exception):
    """Nothing is written before the question is answered."""

    def __init__(self, question: "Question") -> None:
        self.question = question


Change = Callable[[Any], object]
"""Takes the store inside the one transaction; may raise Refusal, and then nothing is written."""


class Desk(QObject):
    """The clerk's desk. Signals tell the shell what to show; screens only call the methods."""

    changed = Signal(frozenset)
    judged = Signal()
    stepped = Signal(str, object)
    """Something was undone or made again: the sentence, and the kinds and ids of the records."""
    went = Signal(str, str)
    said = Signal(str, bool)
    told = Signal(str, str)
    busied = Signal(bool)
    article_asked = Signal(object)
    reasoning_asked = Signal(object)
    preview_asked = Signal(str, str, object)
    plan_asked = Signal(object, str, str)
    look_asked = Signal(str)
    asking = Signal(object)
    """An `Asking` to be answered before the change it belongs to is taken."""

    def __init__(
        self,
        *,
        clock: Callable[[], dt.datetime],
        memory: Memory,
        patience: float = PATIENCE,
        documents: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock, self._patience = clock, patience
        self.today = clock().date()
        self.state = memory
        self._documents = documents or Path()
        self.tasks = Tasks(self)
        self.searching = Searching(self)
        self._folder: QTemporaryDir | None = None
        self.copies: Copies | None = None
        self._file: File | None = None
        self._rules: Rules | None = None
        self._facts: Facts | None = None
        self._judged: Judged | None = None
        self._stale = self._judging = self.paused = False

    def papers_folder(self) -> Path:
        """Where a paper is offered to be saved: the folder chosen on this machine, else the user's documents."""
        return Path(str(self.state.get(PAPERS) or self._documents))

    # the office

    def take(self, opened: Opened) -> None:
        """Take an office that was read and judged beside the window."""
        self._file, self._rules, self._facts = opened.file, opened.rules, opened.facts
        self._judged, self._stale, self.paused = opened.judged, False, False
        self.changed.emit(frozenset())

    def exchange(
        self, act: Callable[[Path], T], done: Callable[[T], object], failed: Callable[[Exception], object]
    ) -> None:
        """Close the file, let `act` put another in its place beside the window, and open what then lies there."""
        old, rules, on = self.file, self._rules, self.today
        assert rules is not None
        self.tasks.wait()
        self.paused = True
        old.close()

        def work() -> tuple[Opened, T | Exception]:
            answer: T | Exception
            try:
                answer = act(old.path)
            except Exception as error:
                answer = error
            return read_and_judge(old.reopened, rules, on), answer

        def come_back(result: tuple[Opened, T | Exception]) -> None:
            self.take(result[0])
            if isinstance(result[1], Exception):
                failed(result[1])
            else:
                done(result[1])

        self.tasks.run(work, come_back, failed)

    @property
    def ready(self) -> bool:
        """False until the office is open, while the window shows what it remembered."""
        return self._facts is not None

    @property
    def file(self) -> File:
        assert self._file is not None
        return self._file

    @property
    def facts(self) -> "Facts":
        assert self._facts is not None
        return self._facts

    def folder(self) -> Path:
        """Where copies of attached files lie while the window is open; it goes with the desk."""
        self._folder = self._folder or QTemporaryDir()
        return Path(self._folder.path())

    def now(self) -> dt.datetime:
        return self._clock()

    def findings(self) -> "list[Finding]":
        """Every finding of the office as of today, judged once after each change.

        In a large office the last ones stand until the new ones come, which `judged` tells.
        """
        return self._last_judged().findings

    def page(self) -> "Page":
        """Hôm nay as data, as of the same facts as the findings."""
        return self._last_judged().page

    def _last_judged(self) -> Judged:
        if self._judged is None or (self._stale and self._judged.took <= self._patience):
            assert self._rules is not None
            self._judged, self._stale = judge(self._rules, self.facts, self.today), False
        elif self._stale:
            self._judge_beside()
        return self._judged

    @property
    def judging(self) -> bool:
        """Whether newer findings are still being worked out."""
        return self._judging

    def _judge_beside(self) -> None:
        """One at a time; what comes back for facts no longer shown is dropped and judged anew."""
        if self._judging:
            return
        assert self._rules is not None
        self._judging = True
        facts, on = self.facts, self.today
        self.tasks.run(partial(judge, self._rules, facts, on), partial(self._arrived, facts, on), self._not_judged)

    def _arrived(self, facts: "Facts", on: dt.date, judged: Judged) -> None:
        self._judging = False
        if facts is not self._facts or on != self.today:
            self._judge_beside()
            return
        self._judged, self._stale = judged, False
        self.judged.emit()

    def _not_judged(self, error: Exception) -> None:
        self._judging = False
        raise error

    def _reread(self, kinds: frozenset[str]) -> None:
        assert self._rules is not None
        with self.file.read() as store:
            office = store.office()
        self._facts, self._stale = self._rules.facts_of(office), True
        self.changed.emit(kinds)

    def turn_day(self) -> None:
        """Take up the new day when the clock has passed midnight."""
        if self.now().date() != self.today:
            self.today = self.now().date()
            self._stale = True
            self.changed.emit(frozenset())

    # writes

    def do(
        self, what: str, change: Change, *, said: str = "", band: Refusing | None = None, title: str = "Chưa làm được"
    ) -> bool:
        """Make a change through the one door; False, with the sentence shown, where it was refused.

        `said` is the toast after success; a refusal is shown in `band` if one is given, else in a dialog. What the
        change does to votes, signed minutes and issued papers is asked first, and then it is made again.
        """
        from desktop.domain.refusal import Refusal, Stale
        from desktop.usecases.base.afterwards import KEPT

        try:
            try:
                kinds = self._write(what, change, None)
            except _Asked as asked:
                asking = Asking(asked.question)
                self.asking.emit(asking)
                if asking.answer is None:
                    self.changed.emit(frozenset())
                    if band is not None:
                        band.show_refusal(KEPT)
                    else:
                        self.toast(KEPT)
                    return False
                kinds = self._write(what, change, asking.answer)
        except Refusal as refusal:
            if isinstance(refusal, Stale):
                self._reread(frozenset())
            self.show_refusal(refusal, band=band, title=title)
            return False
        if kinds:
            self._reread(kinds)
        if said:
            self.toast(said, undo=True)
        return True

    def _write(self, what: str, change: Change, answer: str | None) -> frozenset[str]:
        """Return the kinds touched; raises `_Asked`, with nothing written, where there is a question and no answer."""
        from desktop.usecases.base import afterwards

        with self.file.write(what) as store:
            change(store)
            question = afterwards.question(self.facts, store)
            if question is not None and answer is None:
                raise _Asked(question)
            if question is not None and question.needs_reason:
                afterwards.note(store, question.bound, answer or "", self.today)
        return frozenset(store.touched)

    def undo(self) -> None:
        """Take the last change of this run back; says what was taken back and where, or that there is nothing."""
        self._step(self.file.undoable(), self.file.undo, UNDONE)

    def redo(self) -> None:
        """Make again what was undone last."""
        self._step(self.file.redoable(), self.file.redo, REDONE)

    def _step(self, what: str | None, act: Callable[[], frozenset[str]], words: tuple[str, str]) -> None:
        from desktop.domain.refusal import Refusal

        done, nothing = words
        if what is None:
            self.toast(nothing)
            return
        try:
            kinds = act()
        except Refusal as refusal:
            self.show_refusal(refusal)
            return
        touched = self.file.last_records()
        self._reread(frozenset(kinds))
        self.stepped.emit(done.format(what=what), touched)

    def show_refusal(self, refusal: "Refusal", *, band: Refusing | None = None, title: str = "Chưa làm được") -> None:
        from desktop import vi

        article = vi.cite(refusal.cite) if refusal.cite else ""
        if band is not None:
            band.show_refusal(refusal.sentence, article=article)
        else:
            self.told.emit(title, f"{refusal.sentence} {article}".strip())

    # the window

    def go(self, place: str, record_id: str = "") -> None:
        """Show a screen: today, calendar, meetings, ballots, absences, assignments, programmes, documents, …"""
        self.went.emit(place, record_id)

    def toast(self, text: str, undo: bool = False) -> None:
        self.said.emit(text, undo)

    def tell(self, title: str, sentence: str) -> None:
        """Say in a dialog what stops the work."""
        self.told.emit(title, sentence)

    def busy(self, busy: bool) -> None:
        self.busied.emit(busy)

    def show_article(self, cite: "Cite") -> None:
        self.article_asked.emit(cite)

    def show_reasoning(self, finding: "Finding | None") -> None:
        """Open a finding to what its rule read and how it counted; none is said to be none."""
        self.reasoning_asked.emit(finding)

    def preview(self, slug: str, record_id: str, person: str | None = None) -> None:
        """Show a form before printing it."""
        self.preview_asked.emit(slug, record_id, person)

    def plan(self, day: dt.date | None = None, *, body: str = "", kind: str = "") -> None:
        """Plan a meeting on a day, of a body and kind if named, with its deadlines and its quorum shown first."""
        self.plan_asked.emit(day, body, kind)
