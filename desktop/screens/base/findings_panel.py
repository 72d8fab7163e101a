"""The findings of one record at the right of its page: mark, fact and limit, article, the clause itself if attached."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.findings import Finding, gravest
from desktop.qt.boxes import STRETCH, column, framed, label, row
from desktop.qt.pages import ClickFrame, SidePanel
from desktop.screens.base.desk import Desk
from desktop.screens.base.show import grounds, mark_of
from desktop.usecases.base.said import said_of


class FindingsPanel(SidePanel):
    """One block a finding; `quote` gives the clause's words to the chosen one, where the office attached its text."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, title: str = "Quy chế") -> None:
        super().__init__(title)
        self._desk = desk
        self._findings: tuple[Finding, ...] = ()
        self._name: Callable[[Finding], str] = lambda finding: finding.rule
        self._quote: Callable[[Finding], str] = lambda _finding: ""
        self._current: Finding | None = None

    def set_quote(self, quote: Callable[[Finding], str]) -> None:
        self._quote = quote

    def set_findings(self, findings: Sequence[Finding], names: Callable[[Finding], str]) -> None:
        """Show these in this order; `names` gives the heading of each."""
        self._findings, self._name = tuple(findings), names
        kept = [f for f in self._findings if self._current and self._same(f, self._current)]
        self._current = kept[0] if kept else None
        self._draw()

    def choose(self, finding: Finding | None) -> None:
        """Show one as chosen, without telling listeners."""
        self._current = finding
        self._draw()

    def current(self) -> Finding | None:
        return self._current

    def worst(self) -> str:
        return gravest(finding.verdict for finding in self._findings)

    @staticmethod
    def _same(one: Finding, other: Finding) -> bool:
        return (one.rule, one.subject) == (other.rule, other.subject)

    def _draw(self) -> None:
        self.clear()
        self.set_title("Quy chế", f"{len(self._findings)} nội dung")
        for finding in self._findings:
            self.add(self._block(finding), bare=True)

    def _block(self, finding: Finding) -> QWidget:
        chosen = self._current is not None and self._same(finding, self._current)
        head = row((label(self._name(finding), "strong", wrap=True), 1), label(said_of(finding), finding.verdict))
        lines = column(head, label(finding.text, "caption", wrap=True), gap=0)
        quote = self._quote(finding) if chosen else ""
        if quote:
            words = column(label(quote, "caption-text", wrap=True), margins=(8, 0, 0, 0))
            lines.addSpacing(4)
            lines.addWidget(framed(words, "quote"))
            lines.addSpacing(4)
        lines.addWidget(grounds(self._desk, finding))
        inside = row(column(mark_of(finding), STRETCH), (lines, 1), gap=10, margins=(14, 8, 14, 8))
        name = f"{said_of(finding)}: {self._name(finding)}. {finding.text}"
        frame = ClickFrame(inside, "chosen" if chosen else "plain", name)
        frame.clicked.connect(lambda: self._pick(finding))
        return frame

    def _pick(self, finding: Finding) -> None:
        self._current = finding
        self._draw()
        self.chosen.emit(finding)
