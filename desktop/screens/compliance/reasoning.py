"""Cách tính: one finding with the articles asked, the office's settings, the records read and the days counted."""

import datetime as dt
from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.findings import Finding
from desktop.domain.refs import RecordRef
from desktop.qt.boxes import STRETCH, column, framed, holder, label, scroll
from desktop.qt.buttons import Link
from desktop.qt.dialog import Dialog
from desktop.qt.marks import MarkLine
from desktop.screens.base import where
from desktop.screens.base.desk import Desk
from desktop.screens.base.show import REASONING, article_link
from desktop.usecases.base.said import said_of
from desktop.usecases.compliance import overview, reasoning
from desktop.usecases.compliance.reasoning import Line


class ReasoningDialog(Dialog):
    """`way` is the screen and the record that was asked for on leaving, if one was."""

    def __init__(self, desk: Desk, finding: Finding, parent: QWidget | None = None) -> None:
        """Raises `Refusal` where the finding is no longer one of the office as of today."""
        super().__init__(REASONING, parent=parent)
        self.desk = desk
        self.way: tuple[str, str] | None = None
        told = reasoning.tell(desk.facts, finding.rule, finding.subject, desk.today)
        found = told.finding
        head = MarkLine(found.verdict, found.text, word=said_of(found), tone="strong", wrap=True)
        parts = [self._part(title, told.of(kind)) for kind, title in reasoning.HEADS.items() if told.of(kind)]
        self.body.addWidget(label(overview.subject_words(desk.facts, found, dt.date.min), "caption", wrap=True))
        self.body.addWidget(head)
        self.body.addWidget(scroll(holder(column(*parts, STRETCH, gap=10, margins=(0, 0, 8, 0)))))
        self.foot_note(f"Tính đến {vi.day(desk.today)}")
        self.setMinimumSize(420, 280)
        self.set_size(620, 560)

    def _part(self, title: str, lines: tuple[Line, ...]) -> QWidget:
        inside = [
            widget for line, after in zip(lines, (*lines[1:], None), strict=True) for widget in self._line(line, after)
        ]
        return framed(column(label(title, "section"), *inside, gap=4, margins=(12, 10, 12, 10)))

    def _line(self, line: Line, after: Line | None) -> Iterator[QWidget]:
        """Lines of one article bear it once, under the last of them."""
        if line.kind == "record" and len(line.records) == 1:
            link = Link(line.text, run=partial(self._go, line.records[0]))
            link.setWordWrap(True)
            yield link
            return
        yield label(line.text, wrap=True, selectable=True)
        if line.kind == "article" and line.cite and (after is None or after.cite != line.cite):
            yield article_link(self.desk, line.cite)

    def _go(self, record: RecordRef) -> None:
        self.way = where.way_to(record)
        self.accept()
