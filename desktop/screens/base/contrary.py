"""Records that contradict each other: said under the field that brings it about, and all of an office in one list."""

from collections.abc import Collection, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from desktop.domain import contradictions
from desktop.domain.contrary import Contradiction
from desktop.domain.records import Record
from desktop.domain.refs import RecordRef
from desktop.qt.boxes import STRETCH, column, empty, framed, holder, label, row, scroll
from desktop.qt.buttons import Link
from desktop.qt.dialog import Dialog
from desktop.qt.marks import Mark
from desktop.screens.base import where
from desktop.screens.base.desk import Desk

TITLE = "Chỗ ghi trái nhau"
NONE = "Không có hai mục nào ghi trái nhau."
LEAD = "Hai điều dưới đây không thể cùng đúng; mở mục để sửa điều ghi nhầm."
MOST = 200
"""Blocks shown at once; the rest are counted."""
SHOWN = 3
"""Lines under one field."""


class ContraryLines(QWidget):
    """What the record being typed contradicts, under one field; never a refusal."""

    def __init__(self, desk: Desk, fields: Collection[str], *, within: Dialog | None = None) -> None:
        super().__init__()
        self._desk, self._fields, self._within = desk, fields, within
        self.shown: tuple[Contradiction, ...] = ()
        self._box = column(gap=4)
        self.setLayout(self._box)
        self.hide()

    def show_of(self, record: Record | None, found: Sequence[Contradiction]) -> None:
        """Those of the fields this stands under; `record` itself needs no way to it."""
        mine = tuple(one for one in found if one.field.partition("/")[0] in self._fields or one.field in self._fields)
        if mine == self.shown:
            return
        self.shown = mine
        empty(self._box)
        for one in mine[:SHOWN]:
            self._box.addLayout(self._line(one, record))
        if mine[SHOWN:]:
            self._box.addWidget(label(f"Còn {len(mine) - SHOWN} chỗ ghi trái nhau khác.", "caption"))
        self.setVisible(bool(mine))
        self._stand()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def _stand(self) -> None:
        """As high as the lines are at this width: a form that is as low as it can be would cut them."""
        if self.shown and not self.isHidden():
            self.setFixedHeight(self._box.totalHeightForWidth(self.width()))
            self._box.setGeometry(self.rect())

    def _line(self, one: Contradiction, record: Record | None) -> QLayout:
        others = [ref for ref in one.subjects if record is None or ref.rest != record.id]
        links = [_link(self._desk, ref, self._within) for ref in others]
        words = column(label(one.text, "caption-text", wrap=True), *links, gap=1)
        return row(column(1, Mark("unclear", "Ghi trái nhau", 16), STRETCH, gap=0), (words, 1), gap=8)


def found_with(desk: Desk, record: Record) -> list[Contradiction]:
    """What a record as it is typed contradicts."""
    return contradictions.about(desk.facts.replacing(record), record)


def _link(desk: Desk, ref: RecordRef, within: Dialog | None) -> Link:
    """The way to a record; a dialog it stands in is left first, unless what was typed there is to stay."""

    def go() -> None:
        if within is not None:
            within.reject()
            if within.isVisible():
                return
        desk.go(*where.way_to(ref))

    link = Link(where.words_of(desk.facts, ref), run=go)
    link.setWordWrap(True)
    return link


class ContraryDialog(Dialog):
    """Every contradiction of the office's records, each with the way to both sides."""

    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, parent=parent)
        self.found = contradictions.of_office(desk.facts)
        self.body.addWidget(label(LEAD if self.found else NONE, wrap=True))
        self.links: list[Link] = []
        blocks = [self._block(desk, one) for one in self.found[:MOST]]
        if blocks:
            self.body.addWidget(scroll(holder(column(*blocks, STRETCH, gap=8, margins=(0, 0, 8, 0)))), 1)
        left = len(self.found) - MOST
        self.foot_note(f"{len(self.found)} chỗ" + (f", đang hiện {MOST}" if left > 0 else "") if self.found else "")
        self.set_size(680, 520 if blocks else 160)

    def _block(self, desk: Desk, one: Contradiction) -> QWidget:
        links = [_link(desk, ref, self) for ref in one.subjects]
        self.links += links
        words = column(label(one.text, wrap=True), *links, gap=3)
        mark = column(1, Mark("unclear", "Ghi trái nhau", 16), STRETCH, gap=0)
        return framed(row(mark, (words, 1), gap=8, margins=(12, 8, 12, 8)))
