"""The form of a delegated matter: what, under which point of the catalogue, of which kind, urgent or not, when."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain import delegation
from desktop.domain.records import Delegated
from desktop.domain.rules import delegated_matter
from desktop.domain.terms import FIELD, MATTER
from desktop.qt.boxes import STRETCH, column, empty, label, row
from desktop.screens.base.desk import Desk
from desktop.screens.base.live import on_typing, typed
from desktop.screens.base.record_fields import Ask, RecordFields
from desktop.screens.base.show import article_link
from desktop.usecases.delegated import rows as delegated

MATTERS = tuple(MATTER.items())
_SHORT = 33


class DelegatedFields(QWidget):
    """The fields, with the point chosen told in full under them; `changed` names the field and carries the record."""

    changed = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._one: Delegated | None = None
        self._brought: str | None = None
        self.fields = RecordFields(Delegated, desk.today)
        upper = self.fields.form(
            Ask("title", "Nội dung việc", lines=3),
            Ask("item", FIELD["item"], empty=delegated.NOT_LISTED),
        )
        lower = self.fields.form(
            Ask("matter", FIELD["matter"], MATTERS, "Chưa chọn"),
            Ask("urgent", "Cấp bách, đột xuất giữa hai kỳ họp"),
            Ask("decided", "Ngày quyết định", hint="Chưa quyết định"),
        )
        self.item = self.fields.choice("item")
        self.means = label("", "caption", wrap=True)
        self._article = row(gap=4)
        self.item.box.setMinimumContentsLength(12)
        means = column(self.means, row(self._article, STRETCH, gap=0), gap=1)
        self.setLayout(column(upper, means, lower, gap=9))
        for name, field in self.fields.items():
            field.saved.connect(lambda _, name=name: self._saved(name))
        on_typing(self.item, self._show_point)

    def show_decision(self, one: Delegated, *, anew: bool) -> None:
        self._one, self._brought = one, None if anew else self._brought
        points = delegated.catalogue(self._desk.facts, self._day())
        options = [(point.code, _short(delegated.said_of(point))) for point in points]
        held = delegated.point_of(self._desk.facts, one, self._desk.today)
        if one.item and held is None:
            options.append((one.item, vi.capital(delegated.place_of(one.item))))
        self.item.set_options(options)
        self.item.setVisible(bool(options))
        self.fields.fill(one, anew=anew, item=held.code if held else one.item)
        self._show_point()

    def _day(self) -> dt.date:
        return delegated.day_of(self._one, self._desk.today) if self._one else self._desk.today

    def _show_point(self) -> None:
        """The point in full with its article; where the text lists none, the article that says so."""
        empty(self._article)
        points = {point.code: point for point in delegated.catalogue(self._desk.facts, self._day())}
        point = points.get(typed(self.item) or "")
        if point is not None:
            kinds = delegated.matters_words(point)
            self.means.setText(f"{point.means} Vấn đề: {kinds}." if kinds else point.means)
            self._article.addWidget(article_link(self._desk, point.cite))
            return
        key = delegation.ITEMS if points else delegated_matter.OPEN
        ruling = self._desk.facts.ruling(key, self._day())
        self.means.setText(ruling.means if ruling else f"Danh mục ủy quyền: {vi.SILENT.lower()}")
        if ruling:
            self._article.addWidget(article_link(self._desk, ruling.cite))

    def _take_matter(self) -> None:
        """The kind of matter, where the point chosen covers one alone and the clerk has said none."""
        matter = self.fields["matter"]
        if self._one is not None and matter.value() in (None, self._brought):
            draft = self.fields.typed(self._one)
            self._brought = delegated.only_matter(self._desk.facts, draft, self._desk.today)
            matter.set_value(self._brought)

    def _saved(self, name: str) -> None:
        if name == "item":
            self._show_point()
            self._take_matter()
        if self._one is not None:
            draft, kept = self.fields.typed(self._one), (name, "matter") if name == "item" else (name,)
            self.changed.emit(name, replace(self._one, **{one: getattr(draft, one) for one in kept}))


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1].rstrip()}…"
