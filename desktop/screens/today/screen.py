"""Hôm nay: what has to be done, the meetings soon to be held, the week.

Paints a remembered page until the office is open; imports what its acts need when they are taken.
"""

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea, QWidget

from desktop import vi
from desktop.qt.boxes import STRETCH, Elided, column, empty, framed, hairline, holder, label, row, scroll
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.notices import QuorumBar
from desktop.qt.pages import ClickFrame, EmptyState, PageHead, SegmentRow
from desktop.qt.table import Column, GroupRow, Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.screen import Screen, Width
from desktop.screens.today.parts import Sign, WeekStrip
from desktop.usecases.today import page as today_page
from desktop.usecases.today.page import Card, CardLine, Page, Row

if TYPE_CHECKING:
    from desktop.domain.findings import Cite, Finding

NO_SESSION = "Chưa xếp lịch hội nghị nào trong 30 ngày tới."
SEEN = 9
"""How many rows show at once on a window of 1366 × 768."""
PANES = (("list", "Việc cần làm"), ("soon", "Sắp họp"), ("week", "Tuần này"))


class TodayScreen(Screen):
    place = "today"

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, page: Page | None = None) -> None:
        super().__init__(desk, parent)
        self.page = page
        self._width = Width.WIDE
        self._layout()
        self._connect()
        if desk.ready:
            self.refresh(frozenset())
        elif page is not None:
            self._show(page)

    def columns(self) -> tuple[Column, ...]:
        """Mark, what and whose, article, last day; the row's act stands at the right."""
        desk = self.desk
        return (
            Column("", lambda _row: "", width=33, word=self._word,
                   mark=lambda one: today_page.verdict_of(one, desk.today)),
            Column("Việc", lambda one: one.title, second=lambda one: one.second, tip=lambda one: one.title),
            Column("Điều", lambda one: one.article, width=126, drop=1, second=lambda one: one.caption,
                   tone=_article_tone, second_tone="text2", caption=True),
            Column("Hạn", lambda one: vi.day_short(one.due, desk.today), width=92, caption=True,
                   second=lambda one: vi.distance(one.due, desk.today), second_tone=self._late_tone),
            Column("", lambda _row: "", width=158),
        )  # fmt: skip

    def _word(self, one: Row) -> str:
        return "Quá hạn" if one.due < self.desk.today else "Còn hạn"

    def _late_tone(self, one: Row) -> str:
        return "breach" if one.due < self.desk.today else "text2"

    def _layout(self) -> None:
        self._explain = Command(
            "today.reasoning", "Cách tính kết quả đối chiếu", self._show_reasoning, "Shift+F1",
            "mdi6.calculator-variant-outline", "Trợ giúp",
        )  # fmt: skip
        self.head = PageHead("Hôm nay")
        self.head.set_facts(f"{vi.capital(vi.weekday(self.desk.today))}, {vi.day(self.desk.today)}")
        self.print_button = Button("In việc cần làm", icon="mdi6.printer-outline")
        self.plan_button = Button("Xếp lịch hội nghị", icon="mdi6.calendar-plus", kind="primary")
        self.side_button = Button("Sắp họp", icon="mdi6.account-group-outline", checkable=True)
        self.side_button.setChecked(bool(self.desk.state.get("today.side", False)))
        self.head.set_secondary(self.print_button, self.side_button)
        self.head.set_primary(self.plan_button)
        self.head.set_more((self._explain,))
        self.panes = SegmentRow(PANES, name="Phần của trang")
        self.pane_row = holder(row(self.panes, STRETCH, margins=(12, 8, 12, 0)))
        self.table = Table(
            self.columns(), name="Việc cần làm", row_height=44, action=lambda one: one.action, head=False, least=280,
            memory=self.desk.state,
        )  # fmt: skip
        self.week = WeekStrip()
        self.none = EmptyState("mdi6.check", "Không còn việc nào đến hạn", "Việc của hai tuần tới sẽ hiện ở đây.")
        self.none.hide()
        self.side = QWidget()
        self._cards = column(gap=0)
        self.side.setLayout(column(self._cards, STRETCH, gap=0))
        self._side_area: QScrollArea = scroll(self.side)
        self._side_area.setFixedWidth(316)
        left = column((self.table, 1), (self.none, 1), self.week, gap=12)
        self._left = holder(left)
        self._body = row((self._left, 1), self._side_area, gap=16, margins=(20, 0, 20, 14))
        self.setLayout(column(self.head, self.pane_row, (self._body, 1), gap=0))
        self.pane_row.hide()

    def _connect(self) -> None:
        self.table.opened.connect(self._open)
        self.table.acted.connect(self._act)
        self.plan_button.clicked.connect(lambda: self.desk.plan())
        self.print_button.clicked.connect(self._print)
        self.side_button.toggled.connect(self._toggle_side)
        self.panes.chosen.connect(lambda _key: self.set_width(self._width))
        self.week.day_clicked.connect(lambda day: self.desk.go("calendar", day.isoformat()))

    # showing

    def refresh(self, kinds: frozenset[str]) -> None:
        if not self.desk.ready:
            return
        page = self.desk.page()
        if page is not self.page:
            self.page = page
            self._show(page)

    def _show(self, page: Page) -> None:
        today = self.desk.today
        self.head.set_facts(" · ".join(part for part in (_day_words(today), page.lunar) if part))
        shown: list[Row | GroupRow] = []
        for group in today_page.groups(page, today):
            shown += [GroupRow(group.title, len(group.rows), group.note), *group.rows]
        self.table.set_rows(shown)
        if self.table.current() is None:
            self._choose_first(shown)
        self.none.setVisible(not shown)
        self.table.setVisible(bool(shown))
        self.week.set_days(page.week, today)
        self._show_side(page)

    def _choose_first(self, shown: list[Row | GroupRow]) -> None:
        """Stand on the first thing that can still be done in time, else on the first; the list opens at its top."""
        rows = [one for one in shown if isinstance(one, Row)]
        first = next((one for one in rows[:SEEN] if one.due >= self.desk.today), rows[0] if rows else None)
        if first:
            self.table.select(first.id)
            self.table.scrollToTop()

    def _show_side(self, page: Page) -> None:
        empty(self._cards)
        self._cards.addWidget(label("Sắp họp", "section"))
        if not page.cards:
            self._cards.addSpacing(10)
            self._cards.addWidget(framed(column(label(NO_SESSION, "second", wrap=True), margins=(12, 10, 12, 10))))
        for card in page.cards:
            self._cards.addSpacing(10)
            self._cards.addWidget(self._card(card))
        if page.told:
            self._cards.addSpacing(14)
            self._cards.addWidget(label(page.told_title, "section"))
        for told in page.told:
            self._cards.addSpacing(8)
            article = [label(told.article, "link-caption")] if told.article else []
            self._cards.addWidget(framed(column(label(told.text, wrap=True), *article, gap=0, margins=(12, 8, 12, 8))))

    def _card(self, card: Card) -> QWidget:
        today = self.desk.today
        day = card.start.date()
        shown = vi.day(day) if self._width is Width.WIDE else vi.day_short(day, today)
        when = f"{vi.capital(vi.weekday(day))} {shown}, {vi.clock(card.start)} · {vi.distance(day, today)}"
        lines = [_card_line(line, today) for line in card.lines]
        counted = f"{card.present}/{card.members}"
        figures = row(
            (label("Dự kiến có mặt"), 1), label(counted, "strong"), label(f"cần {card.needed}", "second"), gap=8
        )
        bar = QuorumBar()
        bar.set(card.present, card.members, card.needed)
        away = [label(f"Vắng: {card.away}", "caption", wrap=True)] if card.away else []
        head = column(label(card.title, "strong", wrap=True), label(when, "second", wrap=True), gap=0)
        forecast = column(figures, bar, *away, gap=0)
        inside = column(head, 7, *lines, 6, hairline(), 7, forecast, gap=0, margins=(12, 10, 12, 10))
        frame = ClickFrame(inside, name=f"{card.title}, {when}, dự kiến có mặt {counted}")
        frame.clicked.connect(partial(self.desk.go, "meetings", card.record))
        return frame

    def _toggle_side(self, shown: bool) -> None:
        self.desk.state.put("today.side", shown)
        self.set_width(self._width)

    def set_width(self, width: Width) -> None:
        if self.page is not None and (width is Width.WIDE) is not (self._width is Width.WIDE):
            self._width = width
            self._show_side(self.page)
        self._width = width
        single = width is Width.SINGLE
        self.head.set_compact(single)
        self.pane_row.setVisible(single)
        pane = self.panes.current()
        self._side_area.setFixedWidth(316 if width is Width.WIDE else 260)
        if single:
            self._side_area.setMinimumWidth(0)
            self._side_area.setMaximumWidth(16_777_215)
        narrow = width is Width.NARROW
        self.side_button.setVisible(narrow)
        self._side_area.setVisible(pane == "soon" if single else self.side_button.isChecked() if narrow else True)
        self._left.setVisible(not single or pane != "soon")
        self.week.setVisible(not single or pane == "week")
        listed = not single or pane == "list"
        self.table.setVisible(listed and bool(self.table.rows()))
        self.week.set_tall(single)
        margin = 12 if single else 20
        self._body.setContentsMargins(margin, 8 if single else 0, margin, 8 if single else 14)

    # acting

    def _open(self, one: Row) -> None:
        """Of a meeting's item the meeting; a programme nobody drew up is known by its subject, with its slashes."""
        from desktop.domain.refs import RecordRef

        self.desk.go(one.place, one.record if one.place == "programmes" else RecordRef.of(one.place, one.record).id)

    def _act(self, one: Row) -> None:
        acts = {
            "invite": lambda: self.desk.preview("giay-moi", one.record),
            "print-absence": lambda: self.desk.preview("bao-cao-vang-mat", one.record),
            "urge": lambda: self.desk.preview("don-doc", one.record.partition(":")[2]),
            "plan": lambda: self.desk.plan(),
            "open": lambda: self._open(one),
            "draw-up": lambda: self.desk.go("programmes", f"new:{one.record}"),
        }
        if one.act in acts:
            acts[one.act]()
        elif self.desk.ready:
            self._write(one)

    def _write(self, one: Row) -> None:
        """Take an act that changes the record: received, sent, signed, all as of today."""
        from desktop.usecases.today import acts as today_acts

        act, today = today_acts.ACTS[one.act], self.desk.today
        change = partial(act.take, facts=self.desk.facts, record=one.record, on=today)
        self.desk.do(act.what, change, said=f"{act.said} {vi.day(today)}: {_after(one.title)}")

    def _print(self) -> None:
        self.desk.preview("viec-can-lam", self.desk.today.isoformat())

    def _print_week(self) -> None:
        year, week, _ = self.desk.today.isocalendar()
        self.desk.preview("lich-tuan", f"{year}-W{week:02}")

    def open_record(self, record_id: str) -> None:
        if record_id:
            self.table.select(record_id)
        self.table.setFocus()

    def commands(self) -> tuple[Command, ...]:
        return (
            Command("today.print", "In việc cần làm", self._print, "Ctrl+P", "mdi6.printer-outline", "Việc"),
            Command("today.week", "In lịch tuần", self._print_week, "", "mdi6.printer-outline", "Việc"),
        )

    def governing(self) -> "tuple[Cite, ...]":
        found = self.reasoned()
        return (found.cite,) if found else ()

    def _show_reasoning(self) -> None:
        self.desk.show_reasoning(self.reasoned())

    def reasoned(self) -> "Finding | None":
        from desktop.usecases.today.rows import finding_of

        one: Row | None = self.table.current()
        return finding_of(self.desk.findings(), one.id) if one and self.desk.ready else None


def _day_words(day: dt.date) -> str:
    return f"{vi.capital(vi.weekday(day))}, {vi.day(day)}"


def _after(title: str) -> str:
    return title.partition(": ")[2] or title


def _article_tone(one: Row) -> str:
    return "accent" if one.article.startswith("Điều") else "text2"


def _card_line(line: CardLine, today: dt.date) -> QWidget:
    tone = "faint10" if line.faint else "body"
    day, text = label(vi.day_short(line.day, today), tone), Elided(line.text, tone)
    day.setFixedWidth(40)
    sign = Sign(line.verdict, "Còn hạn" if line.verdict == "due" else "")
    return holder(row(sign, day, (text, 1), label(line.figure, "caption"), gap=8, margins=(0, 3, 0, 3)))
