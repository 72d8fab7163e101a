"""Thực hiện Quy chế: every finding of a year in one table, with the article and the record behind the chosen one."""

from PySide6.QtWidgets import QWidget

from desktop.domain.findings import Cite, Verdict
from desktop.qt.boxes import STRETCH, column, framed, holder, label, row
from desktop.qt.buttons import Button
from desktop.qt.fields import Combo
from desktop.qt.marks import MarkLine, Pill
from desktop.qt.pages import EmptyState, PageHead, SidePanel
from desktop.qt.table import Column, Table
from desktop.screens.desk import Desk
from desktop.screens.screen import Screen, Width
from desktop.screens.show import article_link, word
from desktop.usecases import articles, overview
from desktop.usecases.overview import Line

LEGEND = (Verdict.MET, Verdict.DUE, Verdict.BREACH, Verdict.EXEMPT, Verdict.UNCLEAR, Verdict.UNKNOWN)
COLUMNS = (
    Column("", lambda _row: "", width=36, mark=lambda one: one.finding.verdict,
           word=lambda one: word(one.finding.verdict), key=lambda one: one.gravity),
    Column("Quy định", lambda one: one.rule, width=170),
    Column("Về việc", lambda one: one.subject, width=212, drop=2, tip=lambda one: one.subject),
    Column("Kết quả", lambda one: one.finding.text, tone="text2", tip=lambda one: one.finding.text),
    Column("Điều", lambda one: one.article, width=126, tone=lambda one: "accent" if one.finding.cite.at else "text2",
           caption=True, drop=1),
)  # fmt: skip


class ComplianceScreen(Screen):
    place = "compliance"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._layout()
        self._connect()
        self.refresh(frozenset())

    def _layout(self) -> None:
        self.head = PageHead("Thực hiện Quy chế")
        self.only = Button("Chỉ xem vi phạm", icon="mdi6.filter-outline", checkable=True)
        self.head.set_secondary(self.only)
        self.year = Combo("", name="Năm")
        self.year.setFixedWidth(110)
        self.counts = {verdict: MarkLine(verdict, word(verdict), word=word(verdict)) for verdict in LEGEND}
        self.legend = holder(row(*self.counts.values(), gap=14))
        self._bar = row(self.year, STRETCH, self.legend, margins=(20, 0, 20, 10))
        self.table = Table(
            COLUMNS, name="Thực hiện Quy chế", row_height=28, row_key=lambda one: one.key, memory=self.desk.state,
            empty="Không có nội dung nào khớp với bộ lọc.",
        )  # fmt: skip
        self.none = EmptyState(
            "mdi6.scale-balance", "Chưa có gì để xem xét", "Khi có hội nghị, mỗi quy định được đối chiếu tại đây."
        )
        self.side = SidePanel()
        self.side.setFixedWidth(284)
        left = column((self.table, 1), (self.none, 1), gap=0, margins=(20, 0, 14, 14))
        self.setLayout(
            column(self.head, row((column(holder(self._bar), (left, 1), gap=0), 1), self.side, gap=0), gap=0)
        )

    def _connect(self) -> None:
        self.only.toggled.connect(lambda _on: self.refresh(frozenset()))
        self.year.saved.connect(lambda _year: self.refresh(frozenset()))
        self.table.chosen.connect(self._show)
        self.table.opened.connect(lambda one: self.desk.go(*one.leads_to))

    def refresh(self, kinds: frozenset[str]) -> None:
        findings, today = self.desk.findings(), self.desk.today
        years = overview.years(self.desk.facts, findings, today)
        chosen = self.year.value() or str(today.year)
        self.year.set_options([(str(year), f"Năm {year}") for year in years])
        self.year.set_value(chosen)
        lines = overview.lines(self.desk.facts, findings, int(self.year.value() or today.year))
        for verdict, count in self.counts.items():
            found = sum(1 for one in lines if one.finding.verdict is verdict)
            count.set(verdict, f"{word(verdict)} {found}", word(verdict))
            count.setVisible(found > 0)
        shown = [one for one in lines if not self.only.isChecked() or one.finding.verdict is Verdict.BREACH]
        self.table.set_rows(shown)
        self.table.setVisible(bool(lines))
        self.none.setVisible(not lines)
        self.head.set_facts(overview.in_force_words(self.desk.facts, today))
        if self.table.current() is None:
            self.table.select_first()
        self._show(self.table.current())

    def _show(self, one: Line | None) -> None:
        self.side.clear()
        if one is None:
            return
        finding = one.finding
        self.side.add(
            column(label(one.rule, "caption"), row(Pill(finding.verdict, word(finding.verdict)), STRETCH), gap=4)
        )
        self.side.add(column(label(one.subject, "strong", wrap=True), label(finding.text, wrap=True), gap=4))
        cite = article_link(self.desk, finding.cite)
        block = column(cite, gap=4)
        for article in articles.articles(self.desk.facts, (finding.cite,), self.desk.today)[:1]:
            for means in article.means[:3]:
                block.addWidget(label(means, wrap=True))
            if article.words:
                words = label(article.words[:600], "caption-text", wrap=True)
                block.addWidget(framed(column(words, margins=(8, 0, 0, 0)), "quote"))
        self.side.add(block)
        if one.leads_to[1]:
            button = Button("Mở hồ sơ", kind="small", run=lambda: self.desk.go(*one.leads_to))
            self.side.add(row(button, STRETCH))

    def open_record(self, record_id: str) -> None:
        self.table.setFocus()

    def governing(self) -> tuple[Cite, ...]:
        one = self.table.current()
        return (one.finding.cite,) if one else ()

    def set_width(self, width: Width) -> None:
        single = width is Width.SINGLE
        self.head.set_compact(single)
        self.legend.setVisible(width >= Width.MIDDLE)
        self.side.setVisible(width >= Width.MIDDLE)
        self.side.setFixedWidth(284 if width is Width.WIDE else 260)
