"""One cell beside the grid: the article and what it asks, the findings not met first, the office's words on the chosen.

Its widgets stay while cells change, so that a field being typed in is never taken away.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from desktop import vi
from desktop.domain.findings import Cite, Finding, Verdict
from desktop.domain.periods import Period
from desktop.domain.records import Cause
from desktop.domain.rules import report_member, report_received
from desktop.qt import theme
from desktop.qt.boxes import STRETCH, column, empty, framed, holder, label, row
from desktop.qt.buttons import Button, Link
from desktop.qt.fields import Combo, TextArea
from desktop.qt.marks import Pill
from desktop.qt.pages import SidePanel
from desktop.qt.table import Column, Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.show import REASONING, article_link, word
from desktop.usecases.base.said import said_of
from desktop.usecases.compliance import notes as overview_notes
from desktop.usecases.compliance import overview
from desktop.usecases.compliance import rules as overview_rules
from desktop.usecases.compliance.grid import Cell, Row
from desktop.usecases.compliance.overview import Line
from desktop.usecases.regulations import articles

_LINE, _MOST = 26, 9
"""The height of a line of the list, and how many show before it scrolls."""
_BESIDE, _EDGES = 42 + 74, 26
"""What stands beside a name in the list: its mark and how late it is; what stands beside the list."""
_ROOM = 240
"""Letters of a clause."""
_KEPT = (Verdict.MET, Verdict.EXEMPT, Verdict.UNREGULATED)
_REMINDED = (report_received.RULE.id, report_member.RULE.id)
COLUMNS = (
    Column("", lambda one: one.subject, mark=lambda one: one.finding.verdict,
           word=lambda one: said_of(one.finding), tip=lambda one: f"{one.subject}: {one.finding.text}"),
    Column("", lambda one: one.distance, width=74, align="right", caption=True, tone="text2"),
)  # fmt: skip


def _beginning(words: str) -> str:
    """As much of a clause as the panel has room for, to the last whole word; the whole is behind its link."""
    return words if len(words) <= _ROOM else f"{words[:_ROOM].rpartition(' ')[0]}…"


def _within(subject: str, when: str) -> str:
    """A subject without the period of its cell, which stands over the list."""
    return subject.removesuffix(f", {when}")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A cell with its row and the words of its period; a cell of the whole term has no period of its own."""

    row: Row
    cell: Cell | None
    when: str
    period: Period | None


class CellPanel(SidePanel):
    """`opened` carries the line whose record is wanted."""

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chosen: Chosen | None = None
        self._whole, self._noted = False, ""
        self._make()
        self._lay()
        self.list.chosen.connect(lambda _one: self._show_line())
        self.list.opened.connect(self.opened)
        for field in (self.cause, self.text, self.remedy):
            field.saved.connect(lambda _value: self._save())

    def _make(self) -> None:
        self.rule, self.pill, self.words = label("", "caption", wrap=True), Pill(), label("", "strong", wrap=True)
        self._article = column(gap=3)
        self.heading = label("", "strong")
        self.more = Link("", run=self._turn, role="link-caption")
        self.list = Table(
            COLUMNS, name="Mục đã ghi trong ô", row_height=_LINE, row_key=lambda one: one.key, head=False, bare=True
        )
        self.list.setMinimumHeight(_LINE)
        self.told = label("", wrap=True)
        self.open_button = Button("Mở mục đã ghi", kind="small", run=self._open)
        self.why_button = Button(REASONING, icon="mdi6.calculator-variant-outline", kind="small", run=self._explain)
        self.remind_button = Button("In công văn đôn đốc", icon="mdi6.printer-outline", kind="small", run=self._remind)
        self.cause: Combo[Cause] = Combo("Nguyên nhân", tuple(vi.CAUSE.items()), empty="Chưa phân loại")
        self.text = TextArea("Giải trình (in trong báo cáo)", lines=3, placeholder="Nêu nguyên nhân…")
        self.remedy = TextArea("Biện pháp khắc phục", lines=2, placeholder="Nêu cách khắc phục, ai làm, bao giờ xong…")

    def _lay(self) -> None:
        self.add(column(self.rule, row(self.pill, (self.words, 1), gap=8), gap=6))
        self.add(self._article)
        acts = column(row(self.open_button, self.why_button, STRETCH), row(self.remind_button, STRETCH), gap=6)
        head = row(self.heading, STRETCH, self.more, margins=(16, 12, 16, 4))
        below = column(self.told, acts, gap=8, margins=(16, 8, 16, 12))
        found = holder(column(head, row(self.list, margins=(4, 0, 8, 0)), below, gap=0))
        notes = holder(column(self.cause, self.text, self.remedy, gap=9))
        self._found, self._notes = self.add(found, bare=True), self.add(notes)

    def _show_blocks(self, found: bool, notes: bool) -> None:
        self._found.setVisible(found)
        self._notes.setVisible(notes)

    # What is shown

    def show_cell(self, chosen: Chosen | None) -> None:
        """Show a cell; the finding chosen in it before stays chosen."""
        before = self._chosen
        if before is None or chosen is None or (before.row.key, before.when) != (chosen.row.key, chosen.when):
            self._whole = False
        self._chosen = chosen
        self._show_head()
        self._show_article()
        self._fill()

    def _show_head(self) -> None:
        chosen = self._chosen
        cell = chosen.cell if chosen else None
        self.rule.setText(f"{chosen.row.name} · {chosen.when}" if chosen else "Chọn một ô trong bảng")
        self.pill.set(cell.verdict if cell else "", word(cell.verdict) if cell else "")
        none = "" if chosen is None or chosen.row.silent else "Không có nội dung trong kỳ này."
        self.words.setText(cell.words if cell else none)
        self.words.set_role("strong" if cell else "second")
        self.words.setVisible(bool(self.words.text()))

    def _show_article(self) -> None:
        empty(self._article)
        chosen, facts = self._chosen, self._desk.facts
        if chosen is None:
            return
        cite, day = self._cite(chosen), self._day(chosen)
        self._article.addWidget(article_link(self._desk, cite))
        said = articles.articles(facts, (cite,), day)[:1]
        own = overview_rules.asks(facts, chosen.row.rule, chosen.row.part, day)
        for means in own or (said[0].means[:2] if said else ()):
            self._article.addWidget(label(means, wrap=True))
        if said and said[0].words:
            words = label(_beginning(said[0].words), "caption-text", wrap=True, selectable=True)
            self._article.addWidget(framed(column(words, margins=(8, 0, 0, 0)), "quote"))

    def _cite(self, chosen: Chosen) -> Cite:
        return chosen.cell.findings[0].cite if chosen.cell else chosen.row.cite

    def _day(self, chosen: Chosen) -> dt.date:
        """The day whose regulation speaks: the period's last, or today within it."""
        last = chosen.period.last if chosen.period else self._desk.today
        began = self._desk.facts.in_force_list
        return max(min(last, self._desk.today), began[0].from_) if began else last

    def _fill(self) -> None:
        chosen = self._chosen
        cell = chosen.cell if chosen else None
        if chosen is None or cell is None:
            self._show_blocks(False, False)
            return
        kept = [one for one in cell.findings if one.verdict in _KEPT]
        apart = len(cell.findings) - len(kept)
        shown = cell.findings if self._whole or not apart else cell.findings[:apart]
        waits = "còn hạn" if all(one.verdict is Verdict.DUE for one in cell.findings[:apart]) else "chưa đạt"
        self.heading.setText(f"{apart} nội dung {waits}" if apart else f"{len(kept)} nội dung")
        self.more.setVisible(bool(apart and kept))
        self.more.set_text("Chỉ xem chưa đạt" if self._whole else f"Xem cả {len(cell.findings)}")
        year = (chosen.period.last if chosen.period else self._desk.today).year
        lines = overview.lines(self._desk.facts, shown, self._desk.today, year)
        self._list([replace(one, subject=_within(one.subject, chosen.when)) for one in lines])
        self.list.setFixedHeight(min(len(shown), _MOST) * _LINE + 2)
        if self.list.current() is None:
            self.list.select_first()
        self._show_line()

    def _list(self, lines: Sequence[Line]) -> None:
        """How late each is stands beside it where that cuts no name."""
        longest = max((theme.text_width(one.subject) for one in lines), default=0) + _BESIDE
        fits = longest <= self.width() - _EDGES and any(one.distance for one in lines)
        columns, kept = COLUMNS if fits else COLUMNS[:1], self.line()
        if columns != self.list.model_rows.columns:
            self.list.set_columns(columns)
        self.list.set_rows(lines)
        if kept:
            self.list.select(kept.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self.line():
            self._list(self.list.rows())

    def _turn(self) -> None:
        self._whole = not self._whole
        self._fill()

    def line(self) -> Line | None:
        """The finding chosen in the list."""
        return cast("Line | None", self.list.current()) if self._chosen and self._chosen.cell else None

    def select(self, key: str) -> None:
        """Choose one finding of the cell, among all where it was met."""
        if self._chosen and self._chosen.cell and key not in {one.key for one in self.list.rows()}:
            self._whole = True
            self._fill()
        self.list.select(key)

    def _show_line(self) -> None:
        one = self.line()
        if one is None:
            return
        self.told.setText(one.finding.text)
        self.remind_button.setVisible(self._is_owed(one.finding))
        self._show_note(one.finding)

    def _is_owed(self, finding: Finding) -> bool:
        return finding.rule in _REMINDED and not finding.actual and finding.verdict is Verdict.BREACH

    def _show_note(self, finding: Finding) -> None:
        """What is being typed on a finding stays while that finding does."""
        note = overview_notes.note_on(self._desk.facts, finding)
        self._show_blocks(True, finding.verdict not in _KEPT or note is not None)
        same = self._noted == overview.key_of(finding)
        if not same or not self.cause.being_typed():
            self.cause.set_value(note.cause if note else None)
        for field, said in ((self.text, note.text if note else ""), (self.remedy, note.remedy if note else "")):
            if not same or field.read() == field.value():
                field.set_value(said)
        self._noted = overview.key_of(finding)

    # What is done

    def _save(self) -> None:
        one = self.line()
        if one is None or overview.key_of(one.finding) != self._noted:
            return
        finding, cause, text, remedy = one.finding, self.cause.value(), self.text.value(), self.remedy.read()
        self._desk.do(
            f"Giải trình: {one.subject}",
            lambda store: overview_notes.put_note(
                store, facts=self._desk.facts, finding=finding, cause=cause, text=text, remedy=remedy
            ),
        )

    def _open(self) -> None:
        one = self.line()
        if one is not None:
            self.opened.emit(one)

    def _explain(self) -> None:
        one = self.line()
        if one is not None:
            self._desk.show_reasoning(one.finding)

    def _remind(self) -> None:
        """The letter of the period to whom the finding is on."""
        one = self.line()
        if one is not None:
            self._desk.preview("don-doc", one.finding.subject.code, one.finding.subject.id)

    def governing(self) -> tuple[Cite, ...]:
        return (self._cite(self._chosen),) if self._chosen else ()
