"""The form of a delegated matter: what, under which point of the catalogue, of which kind, urgent or not, when."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.records import Delegated
from desktop.domain.terms import FIELD, MATTER
from desktop.qt.boxes import STRETCH, column, empty, label, row
from desktop.qt.fields import CheckField, Combo, DateField, Field, TextArea, form
from desktop.screens.base.desk import Desk
from desktop.screens.base.live import on_typing, refill, typed
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
        self.title = TextArea("Nội dung việc", lines=3)
        self.item = Combo(FIELD["item"], empty=delegated.NOT_LISTED)
        self.matter = Combo(FIELD["matter"], MATTERS, empty="Chưa chọn")
        self.urgent = CheckField("Cấp bách, đột xuất giữa hai kỳ họp")
        self.decided = DateField("Ngày quyết định", today=desk.today, placeholder="Chưa quyết định")
        self.means = label("", "caption", wrap=True)
        self._article = row(gap=4)
        self.item.box.setMinimumContentsLength(12)
        self.setLayout(
            column(
                form(self.title, self.item),
                column(self.means, row(self._article, STRETCH, gap=0), gap=1),
                form(self.matter, self.urgent, self.decided),
                gap=9,
            )
        )
        for name, field in self.fields().items():
            field.saved.connect(lambda _, name=name: self._saved(name))
        on_typing(self.item, self._show_point)

    def fields(self) -> dict[str, Field]:
        return {
            "title": self.title,
            "item": self.item,
            "matter": self.matter,
            "urgent": self.urgent,
            "decided": self.decided,
        }

    def show_decision(self, one: Delegated, *, anew: bool) -> None:
        self._one, self._brought = one, None if anew else self._brought
        points = delegated.catalogue(self._desk.facts, self._day())
        options = [(point.code, _short(f"{vi.capital(point.place)}: {point.means}")) for point in points]
        if one.item and one.item not in {point.code for point in points}:
            options.append((one.item, vi.capital(delegated.place_of(one.item))))
        self.item.set_options(options)
        self.item.setVisible(bool(options))
        for name, field in self.fields().items():
            value = getattr(one, name)
            refill(field, value or None if name == "item" else value, anew=anew)
        self._show_point()

    def _day(self) -> dt.date:
        return delegated.day_of(self._one, self._desk.today) if self._one else self._desk.today

    def _show_point(self) -> None:
        """The point in full with its article; where the text lists none, the article that says so."""
        empty(self._article)
        points = {point.code: point for point in delegated.catalogue(self._desk.facts, self._day())}
        point = points.get(str(typed(self.item) or ""))
        if point is not None:
            self.means.setText(f"{point.means} Vấn đề: {delegated.matters_words(point)}.")
            self._article.addWidget(article_link(self._desk, point.cite))
            return
        key = "delegated.matter.items" if points else "delegated.matter.open"
        ruling = self._desk.facts.ruling(key, self._day())
        self.means.setText(ruling.means if ruling else f"Danh mục ủy quyền: {vi.SILENT.lower()}")
        if ruling:
            self._article.addWidget(article_link(self._desk, ruling.cite))

    def _take_matter(self) -> None:
        """The kind of matter, where the point chosen covers one alone and the clerk has said none."""
        if self._one is not None and self.matter.value() in (None, self._brought):
            draft = self.draft(self._one)
            self._brought = delegated.only_matter(self._desk.facts, draft, self._desk.today)
            self.matter.set_value(self._brought)

    def draft(self, one: Delegated) -> Delegated:
        values = {name: typed(field) for name, field in self.fields().items()}
        return replace(one, **{**values, "item": values["item"] or ""})  # type: ignore[arg-type]  # each field reads the type its record has

    def _saved(self, name: str) -> None:
        if name == "item":
            self._show_point()
            self._take_matter()
        if self._one is not None:
            draft, kept = self.draft(self._one), (name, "matter") if name == "item" else (name,)
            self.changed.emit(name, replace(self._one, **{one: getattr(draft, one) for one in kept}))


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1].rstrip()}…"
