"""The office itself: its names, place and term, as they stand on every paper."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.records import Term
from desktop.qt.boxes import STRETCH, column, empty, framed, holder, label, scroll
from desktop.qt.buttons import Link
from desktop.qt.fields import Combo, DateField, TextField, form
from desktop.screens.base.desk import Desk
from desktop.screens.base.live import show
from desktop.screens.base.tab import DirectoryTab
from desktop.usecases.base import central
from desktop.usecases.directory import office_head as office
from desktop.usecases.regulations import ruleset
from desktop.usecases.regulations.ruleset import UseRow

_WIDEST = 760


class OfficeTab(DirectoryTab):
    """Every field saves when left; what the regulations leave to the office is set beside, in Quy ước của đơn vị."""

    key = "office"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.fields = {key: TextField(title) for key, title in office.FIELDS.items()}
        self.kind = Combo(office.KIND, office.kinds(), empty="Theo tên gọi")
        self.term_from = DateField("Nhiệm kỳ từ", today=desk.today)
        self.term_to = DateField("đến hết", today=desk.today)
        self.sheet = framed(column(self._form(), margins=(16, 12, 16, 14)))
        self.sheet.setMaximumWidth(_WIDEST)
        self.lay_out(scroll(holder(column(self.sheet, STRETCH))), label("Cơ quan", "section"))
        self.regulations = column(gap=12)
        self.side.set_title("Quy chế của cơ quan")
        self.side.add(self.regulations)
        self._connect()

    def _form(self) -> QWidget:
        names = ((self.fields["name"], 2), (self.fields["superior"], 2), (self.fields["province"], 2))
        marks = ((self.fields["place"], 3), (self.fields["symbol"], 2), (self.fields["congress"], 2))
        return holder(form(names, (*marks, (self.term_from, 2), (self.term_to, 2)), self.kind))

    def _connect(self) -> None:
        for key, field in self.fields.items():
            field.saved.connect(partial(self._amend, key))
        self.kind.saved.connect(self._amend_kind)
        for day in (self.term_from, self.term_to):
            day.saved.connect(self._amend_term)

    def refresh(self) -> None:
        head = self.desk.facts.office.office
        for key, field in self.fields.items():
            show(field, getattr(head, key))
        self.kind.set_value(head.kind or None)
        self.fields["superior"].line.setPlaceholderText(office.superiors(head, self.desk.today))
        self.kind.set_note("" if head.kind else office.kind_told(self.desk.facts))
        term = head.term or Term()
        show(self.term_from, term.from_)
        show(self.term_to, term.to)
        self._list_regulations()

    def _list_regulations(self) -> None:
        """The regulations taken into use, the latest first; the list itself and the settings have tabs of their own."""
        empty(self.regulations)
        for use in ruleset.uses(self.desk.facts, self.desk.today):
            self.regulations.addWidget(_use(use))
        for place, words in (("regulation", "Mở Quy chế"), ("settings", "Mở Quy ước của đơn vị")):
            self.regulations.addWidget(Link(words, run=partial(self.desk.go, "directory", place)))
        if told := central.said(self.desk.facts, self.desk.today):
            lines = [label(each, "caption", wrap=True) for each in told]
            self.regulations.addWidget(holder(column(label("Quy định của Trung ương", "strong"), *lines, gap=4)))

    def _amend(self, key: str, text: object) -> None:
        change = partial(office.amend_head, facts=self.desk.facts, field=key, text=str(text))
        if self.desk.do(f"Sửa {office.FIELDS[key]}", change, band=self.band):
            self.band.clear()

    def _amend_kind(self, code: object) -> None:
        change = partial(office.amend_kind, facts=self.desk.facts, kind=str(code or ""))
        if self.desk.do("Sửa loại cấp ủy", change, band=self.band):
            self.band.clear()

    def _amend_term(self, _day: object) -> None:
        change = partial(
            office.amend_term, facts=self.desk.facts, from_=self.term_from.value(), to=self.term_to.value()
        )
        if self.desk.do("Sửa nhiệm kỳ", change, band=self.band):
            self.band.clear()


def _use(use: UseRow) -> QWidget:
    span = f"Từ {vi.day(use.from_)}" + (f" đến {vi.day(use.to)}" if use.to else ", đang áp dụng" if use.now else "")
    lines = [label(use.title, "strong" if use.now else "body", wrap=True), label(span, "second", wrap=True)]
    lines += [label(use.document, "caption", wrap=True)] if use.document else []
    return holder(column(*lines, gap=1))
