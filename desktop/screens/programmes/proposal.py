"""Đề xuất lịch họp năm: every meeting the regulation asks for, with day, reason and article, to keep or move."""

import datetime as dt
from functools import partial
from typing import cast

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.refusal import Refusal
from desktop.qt.boxes import STRETCH, column, empty, label, row
from desktop.qt.buttons import Button
from desktop.qt.dialog import Dialog
from desktop.qt.fields import Combo, DateField, TextField, form
from desktop.qt.notices import Band
from desktop.qt.table import Column, GroupRow, Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.filters import narrow
from desktop.screens.base.show import article_link
from desktop.usecases.meetings import cadence_plan
from desktop.usecases.meetings.cadence_plan import PlanRow, Proposal

_SHOWN = 3


class ProposalDialog(Dialog):
    """Nothing is written until the meetings are planned, all in one change."""

    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(
            "Đề xuất lịch họp năm", primary="Xếp các hội nghị", primary_icon="mdi6.calendar-plus", close="Hủy",
            parent=parent,
        )  # fmt: skip
        self.desk = desk
        self.moved: dict[str, dt.date] = {}
        self.dropped: set[str] = set()
        self.superior: frozenset[dt.date] = frozenset()
        self._layout()
        self._connect()
        self.show_proposal()
        self.table.select_first()

    def _layout(self) -> None:
        today = self.desk.today
        self.band = Band()
        self.year = narrow(Combo("Năm", [(str(one), str(one)) for one in cadence_plan.years(today)]), 90)
        self.year.set_value(str(cadence_plan.usual_year(today)))
        self.which = narrow(Combo("Cuộc họp", (), empty="Tất cả các cuộc họp"), 220)
        self.busy = TextField("Ngày của cấp trên, không xếp trùng", placeholder="15/3; 20/4–22/4")
        self.table = Table(self._columns(), name="Lịch họp đề xuất", row_height=42, least=150, memory=self.desk.state,
                           empty="Quy chế không quy định kỳ họp nào ở khoảng này.")  # fmt: skip
        self.words = label("", wrap=True)
        self.article = column(gap=0)
        self.day = narrow(DateField("", today=today, required=True, name="Dời sang ngày"), 130)
        self.move_button = Button("Dời ngày", icon="mdi6.calendar-arrow-right", run=self.move_row)
        self.drop_button = Button("Bỏ khỏi đề xuất", run=self.drop_row)
        self.short = column(gap=2)
        said = column(self.words, self.article, gap=0)
        foot = row((said, 1), column(row(self.day, self.move_button, self.drop_button), STRETCH, gap=0), gap=12)
        top = form((self.year, self.which, (self.busy, 1)))
        self.body.addLayout(column(self.band, top, (self.table, 1), foot, self.short, gap=10), 1)
        self.set_size(980, 660)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("", lambda _: "", width=40, check=_ticked, sortable=False),
            Column("Ngày", self._day, width=104, second=_weekday, sortable=False),
            Column("Hội nghị", lambda one: one.title, width=250, second=lambda one: one.asked, sortable=False,
                   tip=lambda one: f"{one.title}\n{one.asked}"),
            Column("Vì sao ngày này", _why, tone="text2", icon=_icon, icon_tone=lambda one: one.verdict or "text2",
                   sortable=False, tip=_why),
            Column("Điều", lambda one: vi.cite(one.slot.cite), width=150, tone="text2", drop=1, sortable=False,
                   tip=lambda one: vi.cite(one.slot.cite)),
        )  # fmt: skip

    def _day(self, one: PlanRow) -> str:
        return vi.day(one.day) if one.day else "không xếp được"

    def _connect(self) -> None:
        self.year.saved.connect(self._begin_anew)
        self.which.saved.connect(lambda _: self.show_proposal())
        self.busy.saved.connect(lambda _: self.show_proposal())
        self.table.chosen.connect(self._show_row)
        self.table.ticked.connect(self._toggle)
        self.table.keyed.connect(lambda one, key: self._toggle(one) if key == "Delete" else None)

    def _begin_anew(self, _year: object) -> None:
        """Days moved in one year say nothing of another."""
        self.moved.clear()
        self.dropped.clear()
        self.show_proposal()

    # What is shown

    def _year(self) -> int:
        return int(self.year.value() or self.desk.today.year)

    def proposal(self) -> Proposal:
        which = self.which.value()
        return cadence_plan.proposal(
            self.desk.facts, self._year(), self.desk.today, superior=self.superior,
            names=frozenset({which}) if which else None, moved=self.moved, dropped=frozenset(self.dropped),
        )  # fmt: skip

    def show_proposal(self) -> None:
        self.band.clear()
        self.which.set_options(cadence_plan.rhythms(self.desk.facts, self._year()))
        try:
            self.superior = cadence_plan.read_days(self.busy.value(), self._year())
        except Refusal as refusal:
            self.busy.set_error(refusal.sentence)
            return
        made = self.proposal()
        shown: list[PlanRow | GroupRow] = []
        for month, rows in cadence_plan.months(made.rows):
            shown += [GroupRow(month, len(rows)), *rows]
        self.table.set_rows(tuple(shown))
        count = len(made.to_plan)
        self.primary.setText(f"Xếp {count} hội nghị")
        self.primary.setEnabled(count > 0)
        kept = sum(one.planned for one in made.rows)
        said = f"{count} hội nghị mới · giữ {kept} hội nghị đã xếp"
        if made.assumed:
            said += f" · tính như {len(made.assumed)} hội nghị còn lại năm {self.desk.today.year} vẫn họp"
        self.foot_note(said if made.rows else "")
        self._show_short(made)
        self._show_row(self.current())

    def _show_short(self, made: Proposal) -> None:
        """What the year would still lack, as the rules would judge it."""
        empty(self.short)
        found = cadence_plan.shortfalls(self.desk.facts, made) if not self.which.value() else []
        for one in found[:_SHOWN]:
            self.short.addWidget(label(one.text, one.verdict, wrap=True))
        if len(found) > _SHOWN:
            self.short.addWidget(label(f"và {len(found) - _SHOWN} kỳ khác", "caption"))

    def current(self) -> PlanRow | None:
        return cast("PlanRow | None", self.table.current())

    def _show_row(self, one: PlanRow | None) -> None:
        empty(self.article)
        free = one is not None and not one.planned
        for widget in (self.day, self.move_button, self.drop_button):
            widget.setEnabled(free)
        if one is None:
            self.words.setText("")
            return
        self.words.setText(f"{one.title}, {one.asked}" + (f": {one.why}." if one.why else "."))
        self.article.addWidget(article_link(self.desk, one.slot.cite))
        self.day.set_value(one.day or one.slot.last)
        self.drop_button.setText("Bỏ khỏi đề xuất" if one.wanted else "Giữ lại")

    # What is done

    def move_row(self) -> None:
        one = self.current()
        if one is None or one.planned or not self.day.commit():
            return
        day = self.day.value()
        if day and day <= self.desk.today:
            self.day.set_error(f"Cần ngày sau hôm nay, {vi.day(self.desk.today)}.")
            return
        if day:
            self.moved[one.id] = day
            self.show_proposal()
            self.table.select(one.id)

    def drop_row(self) -> None:
        one = self.current()
        if one is not None:
            self._toggle(one)

    def _toggle(self, one: PlanRow) -> None:
        if one.planned or one.day is None:
            return
        self.dropped ^= {one.id}
        self.show_proposal()

    def holds_work(self) -> bool:
        return bool(self.moved or self.dropped) or self.busy.by_hand

    def accept(self) -> None:
        if not self.busy.commit():
            return
        rows = self.proposal().to_plan
        change = partial(cadence_plan.plan_all, facts=self.desk.facts, rows=rows, on=self.desk.today)
        what = f"Xếp {len(rows)} hội nghị năm {self._year()}"
        if self.desk.do(what, change, said=f"Đã xếp {len(rows)} hội nghị.", band=self.band):
            super().accept()


def _ticked(one: PlanRow) -> bool | None:
    """Nothing to tick where it is already planned, or cannot be."""
    return None if one.planned or one.day is None else one.wanted


def _weekday(one: PlanRow) -> str:
    return vi.capital(vi.weekday(one.day)) if one.day else ""


def _why(one: PlanRow) -> str:
    if one.planned:
        return "đã xếp, giữ nguyên"
    return one.why or "ngày làm việc gần giữa kỳ, đủ người"


def _icon(one: PlanRow) -> str:
    return {"breach": "mdi6.close-octagon", "unclear": "mdi6.help-rhombus-outline"}.get(one.verdict, "")
