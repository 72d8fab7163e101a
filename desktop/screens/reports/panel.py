"""One periodic report beside the grid, or several marked together: its day, its form, to whom, when it was urged."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from desktop import vi
from desktop.domain.findings import Cite
from desktop.domain.periods import period
from desktop.qt.boxes import STRETCH, column, empty, label, row
from desktop.qt.buttons import Button
from desktop.qt.fields import Combo, DateField, Field, form
from desktop.qt.pages import SidePanel
from desktop.screens.base.desk import Desk
from desktop.screens.base.live import refill
from desktop.screens.base.show import grounds, mark_of
from desktop.usecases.base.said import said_of
from desktop.usecases.reports import edits
from desktop.usecases.reports import rows as reports
from desktop.usecases.reports.rows import Cell

REMINDER = "don-doc"
FORMS = tuple(reports.FORM.items())
_NAMED = 6


class AtField:
    """Puts a refusal under the field that was typed in."""

    def __init__(self, field: Field[Any]) -> None:
        self._field = field

    def show_refusal(
        self, sentence: str, *, article: str = "", button: str = "", run: Callable[[], object] | None = None
    ) -> None:
        self._field.set_error(sentence)


class ReportPanel(SidePanel):
    """The fields stay while other cells are shown, so that typing in them is never lost under the clerk's hands."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Báo cáo")
        self._desk = desk
        self.cells: tuple[Cell, ...] = ()
        self.received = DateField("Nhận ngày", today=desk.today, placeholder="Chưa nhận")
        self.due = DateField("Hạn riêng", today=desk.today)
        self.form_ = Combo("Hình thức", FORMS, empty="Chưa ghi")
        self.to = Combo("Gửi đến", (), empty="Chưa ghi")
        self.reminded = DateField("Đã đôn đốc ngày", today=desk.today, placeholder="Chưa đôn đốc")
        self._what = column(gap=6)
        self.add(self._what)
        self.add(form((self.received, self.due), self.form_, self.to, self.reminded))
        self._connect()

    def _connect(self) -> None:
        self.received.saved.connect(self._receive)
        self.due.saved.connect(lambda day: self._save(self.due, "Hạn riêng", partial(edits.set_due, day=day)))
        self.form_.saved.connect(lambda form: self._save(self.form_, "Hình thức", partial(edits.set_form, form=form)))
        self.to.saved.connect(self._address)
        self.reminded.saved.connect(
            lambda day: self._save(self.reminded, "Ngày đôn đốc", partial(edits.remind, day=day))
        )

    def _receive(self, day: dt.date | None) -> None:
        edit: Callable[..., object] = edits.take_back if day is None else partial(edits.receive, day=day)
        self._save(self.received, self.received.editor.accessibleName(), edit)

    def _address(self, to: str | None) -> None:
        if len(self.cells) == 1:
            key, facts, today = self.cells[0].key, self._desk.facts, self._desk.today
            edit = partial(edits.set_addressee, facts=facts, key=key, to=to, on=today)
            self._desk.do(f"Nơi nhận {self._words()}", edit, band=AtField(self.to))

    def _save(self, field: Field[Any], what: str, edit: Callable[..., Any]) -> None:
        keys = [cell.key for cell in self.cells]
        change = partial(edit, facts=self._desk.facts, keys=keys, on=self._desk.today)
        self._desk.do(f"{what}: {self._words()}", change, band=AtField(field))

    def _words(self) -> str:
        return words_of(self._desk, self.cells)

    # What is shown

    def show_cells(self, cells: Sequence[Cell]) -> None:
        anew = [cell.key for cell in cells] != [cell.key for cell in self.cells]
        self.cells = tuple(cells)
        empty(self._what)
        empty(self.foot)
        for field in (self.received, self.due, self.form_, self.to, self.reminded):
            field.setVisible(bool(cells))
        if not cells:
            self.set_title("Chưa chọn báo cáo nào")
            return
        if len(cells) == 1:
            self._show_one(cells[0])
        else:
            self._show_many(cells)
        self._fill(anew)
        self._add_buttons()

    def _show_one(self, cell: Cell) -> None:
        span, finding = period(cell.key.code), cell.finding
        self.set_title(reports.title_of(self._desk.facts, cell.key))
        self._what.addWidget(label(vi.capital(span.words) if span else cell.key.code, "strong"))
        said = reports.tip(self._desk.facts, cell, self._desk.today)
        line = (label(said, wrap=True), 1)
        if finding is None:
            self._what.addLayout(row(line))
            return
        mark = column(1, mark_of(finding, 16), STRETCH, gap=0)
        self._what.addLayout(row(mark, (column(label(said_of(finding), finding.verdict), line[0], gap=1), 1)))
        self._what.addWidget(grounds(self._desk, finding))

    def _show_many(self, cells: Sequence[Cell]) -> None:
        self.set_title(f"{len(cells)} báo cáo đang chọn")
        for cell in cells[:_NAMED]:
            span = period(cell.key.code)
            name = reports.title_of(self._desk.facts, cell.key)
            self._what.addWidget(label(f"{name}, {span.words if span else cell.key.code}", "second", wrap=True))
        if cells[_NAMED:]:
            self._what.addWidget(label(f"và {len(cells) - _NAMED} báo cáo khác", "second"))

    def _fill(self, anew: bool) -> None:
        """Where several are marked, a field shows what they have in common."""
        first = self.cells[0]
        _done, label_, waiting = reports.deed(first.key)
        self.received.set_label(label_)
        self.received.line.setPlaceholderText(waiting)
        found = [cell.report for cell in self.cells]
        pairs: tuple[tuple[Field[Any], str], ...] = (
            (self.received, "received"), (self.due, "due"), (self.form_, "form"), (self.reminded, "reminded"),
        )  # fmt: skip
        for field, name in pairs:
            values = {getattr(report, name, None) for report in found}
            refill(field, values.pop() if len(values) == 1 else None, anew=anew)
        self._offer_addressees(anew)
        due = first.finding.due if first.finding and len(self.cells) == 1 else None
        self.due.line.setPlaceholderText(vi.day(due) if due else "")
        self.reminded.setVisible(all(not cell.key.to for cell in self.cells))

    def _offer_addressees(self, anew: bool) -> None:
        """Only where the text names several bodies, or another is on record, is there anything to choose."""
        cell = self.cells[0]
        offered: list[str] = list(edits.asked_to(self._desk.facts, cell.key))
        on_record = cell.report.to if cell.report else None
        codes = [*offered, *([on_record] if on_record and on_record not in offered else [])]
        self.to.set_options([(code, reports.ADDRESSEE[code]) for code in codes if code in reports.ADDRESSEE])
        refill(self.to, on_record, anew=anew)
        self.to.setVisible(len(self.cells) == 1 and len(codes) > 1 and not cell.key.to)

    def _add_buttons(self) -> None:
        if len(self.cells) == 1 and self.cells[0].missing and not self.cells[0].key.to:
            self.foot.addWidget(
                Button("In công văn đôn đốc", icon="mdi6.printer-outline", run=partial(self._remind, self.cells[0]))
            )
        self.foot.addStretch(1)

    def _remind(self, cell: Cell) -> None:
        self._desk.preview(REMINDER, cell.key.code, cell.key.person or cell.key.unit)

    def governing(self) -> tuple[Cite, ...]:
        found = [cell.finding.cite for cell in self.cells if cell.finding]
        return tuple(dict.fromkeys(found))


def words_of(desk: Desk, cells: Sequence[Cell]) -> str:
    """What is changed, as the history and undo name it."""
    if len(cells) != 1:
        return f"{len(cells)} báo cáo"
    span = period(cells[0].key.code)
    return f"{reports.title_of(desk.facts, cells[0].key)}, {span.words if span else cells[0].key.code}"
