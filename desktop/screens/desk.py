"""What every screen is handed: the facts, the day, the door for writes, and the way to other screens.

Imports next to nothing at the start: the office is opened by `wake`, after the window's first paint.
"""

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from desktop.qt.memory import Memory
from desktop.qt.tasks import Tasks

if TYPE_CHECKING:
    from desktop.domain.facts import Facts
    from desktop.domain.findings import Cite, Finding
    from desktop.domain.records import Office
    from desktop.domain.refusal import Refusal


class File(Protocol):
    """The open office file, as `db.session.OfficeFile` is."""

    path: Path
    sequence: int
    read_only: bool

    def read(self) -> AbstractContextManager[Any]: ...
    def write(self, what: str) -> AbstractContextManager[Any]: ...
    def undo(self) -> frozenset[str]: ...
    def undoable(self) -> str | None: ...
    def close(self) -> None: ...


class Refusing(Protocol):
    """Whatever shows a refusal where it was met, such as a Band over the form."""

    def show_refusal(
        self, sentence: str, *, article: str = "", button: str = "", run: Callable[[], object] | None = None
    ) -> None: ...


class Rules(Protocol):
    """The two doors into the rules that are imported only after the first paint."""

    def facts_of(self, office: "Office") -> "Facts": ...
    def check(self, facts: "Facts", *, on: dt.date) -> "list[Finding]": ...


Change = Callable[[Any], object]
"""Takes the store inside the one transaction; may raise Refusal, and then nothing is written."""


class Desk(QObject):
    """The clerk's desk. Signals tell the shell what to show; screens only call the methods."""

    changed = Signal(frozenset)
    went = Signal(str, str)
    said = Signal(str, bool)
    told = Signal(str, str)
    busied = Signal(bool)
    article_asked = Signal(object)
    preview_asked = Signal(str, str, object)
    plan_asked = Signal(object)
    look_asked = Signal(str)

    def __init__(self, *, clock: Callable[[], dt.datetime], memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.today = clock().date()
        self.state = memory
        self.tasks = Tasks(self)
        self._file: File | None = None
        self._rules: Rules | None = None
        self._facts: Facts | None = None
        self._findings: list[Finding] | None = None

    # the office

    def open(self, file: File, rules: Rules) -> None:
        """Take the office file and read its facts; screens hear of it as of a change of everything."""
        self._file, self._rules = file, rules
        self._reread(frozenset())

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

    def now(self) -> dt.datetime:
        return self._clock()

    def findings(self) -> "list[Finding]":
        """Every finding of the office as of today, judged once after each change."""
        assert self._rules is not None
        if self._findings is None:
            self._findings = self._rules.check(self.facts, on=self.today)
        return self._findings

    def _reread(self, kinds: frozenset[str]) -> None:
        assert self._rules is not None
        with self.file.read() as store:
            office = store.office()
        self._facts, self._findings = self._rules.facts_of(office), None
        self.changed.emit(kinds)

    def turn_day(self) -> None:
        """Take up the new day when the clock has passed midnight."""
        if self.now().date() != self.today:
            self.today = self.now().date()
            self._findings = None
            self.changed.emit(frozenset())

    # writes

    def do(
        self, what: str, change: Change, *, said: str = "", band: Refusing | None = None, title: str = "Chưa làm được"
    ) -> bool:
        """Make a change through the one door; False, with the sentence shown, where it was refused.

        `said` is the toast after success; a refusal is shown in `band` if one is given, else in a dialog.
        """
        from desktop.domain.refusal import Refusal

        try:
            with self.file.write(what) as store:
                change(store)
            kinds = frozenset(store.touched)
        except Refusal as refusal:
            self.show_refusal(refusal, band=band, title=title)
            return False
        if kinds:
            self._reread(kinds)
        if said:
            self.toast(said, undo=True)
        return True

    def undo(self) -> None:
        """Take the last change back; says what was taken back, or that there is nothing."""
        from desktop.domain.refusal import Refusal

        what = self.file.undoable()
        if what is None:
            self.toast("Không còn việc nào để hoàn tác")
            return
        try:
            kinds = self.file.undo()
        except Refusal as refusal:
            self.show_refusal(refusal)
            return
        self._reread(frozenset(kinds))
        self.toast(f"Đã hoàn tác: {what}")

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

    def preview(self, slug: str, record_id: str, person: str | None = None) -> None:
        """Show a form before printing it."""
        self.preview_asked.emit(slug, record_id, person)

    def plan(self, day: dt.date | None = None) -> None:
        """Plan a meeting on a day, with its deadlines and its quorum shown first."""
        self.plan_asked.emit(day)
