"""The dialogs of an office's own regulation: making one, a value from a later day, its text, a place in that text."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.records import OwnProfile
from desktop.qt.boxes import STRETCH, column, holder, label, scroll
from desktop.qt.dialog import Dialog, choose_file
from desktop.qt.fields import CheckField, DateField, RadioCards, TextArea, TextField
from desktop.qt.notices import Band
from desktop.qt.table import Column, Table
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.filters import search_field
from desktop.screens.base.record_dialog import RecordDialog, SmallDialog
from desktop.screens.base.record_fields import Ask
from desktop.screens.regulations.value import ValueEditor
from desktop.usecases.base import central
from desktop.usecases.regulations import own_profile, own_profile_edits, ruleset
from desktop.usecases.regulations import rows as regulations
from desktop.usecases.regulations.own_cite import EXAMPLE, PLACE
from desktop.usecases.regulations.own_profile import Head, OwnRow, TextPlace

KINDS = f"Văn bản quy chế ({' '.join(f'*{ending}' for ending in regulations.readable())})"
NEW = (
    "Quy chế mẫu cho biết có những nội dung gì; nội dung nào đã đối chiếu với quy chế của đơn vị thì mới được xét, "
    "nhắc và in, với điều của đơn vị."
)
BY_BASE = "Nội dung chưa đối chiếu thì tạm xét theo quy chế mẫu"


class NewProfileDialog(SmallDialog):
    """Whose it is stands in Danh mục, Cơ quan; the shipped regulation of the nearest level is chosen beforehand."""

    def __init__(self, desk: Desk, *, parent: QWidget | None = None) -> None:
        models = central.said(desk.facts, desk.today, "model")
        super().__init__(desk, "Lập quy chế của đơn vị", "Lập quy chế", "\n".join((NEW, *models)), parent)
        head = desk.facts.office.office
        name = head.name
        self.title = TextField("Tên, số quy chế", placeholder=f"Quy chế làm việc của {name}, số 01-QC/ĐU")
        shipped = ruleset.on_offer()
        cards = [(key, *ruleset.card_of(profile)) for key, profile in shipped.items()]
        self.base = RadioCards(f"Quy chế mẫu gần nhất với {name}", cards, name="Quy chế mẫu")
        self.base.set_value(own_profile.closest(name, head.kind))
        self.by_base = CheckField(BY_BASE)
        self.lay_out(self.title, self.base, self.by_base, width=560)

    def change(self) -> tuple[str, Change]:
        title, base = self.title.value(), self.base.value() or ""
        by_base = self.by_base.value()
        create = partial(own_profile_edits.create, facts=self.desk.facts, title=title, base=base, by_base=by_base)
        return f"Lập {title or 'quy chế của đơn vị'}", create


class TitleDialog(RecordDialog[OwnProfile]):
    def __init__(self, desk: Desk, head: Head, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Sửa tên, cách xét của quy chế", "Ghi", "", parent)
        self._head = head
        self.ask(head.own, Ask("title", "Tên, số quy chế"), Ask("by_base", BY_BASE), width=560)

    def change(self) -> tuple[str, Change]:
        own = self.draft()
        amend = partial(own_profile_edits.amend_head, facts=self.desk.facts, ident=own.id)
        return f"Sửa tên, cách xét: {own.title}", partial(amend, title=own.title, by_base=own.by_base)


class LaterValueDialog(SmallDialog):
    """A value that holds from a later day on, beside those before it."""

    def __init__(self, desk: Desk, ident: str, row: OwnRow, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Mức quy định từ ngày", "Ghi mức quy định", row.means, parent)
        self._ident, self._row = ident, row
        self.from_ = DateField("Có hiệu lực từ ngày", today=desk.today, required=True)
        self.value = ValueEditor("Quy chế đơn vị ghi")
        self.value.show_value("", unit=row.parameter.unit, key=row.id, choices=row.choices, none="", base=row.value)
        self.cite = TextField(PLACE, placeholder=EXAMPLE)
        self.lay_out(self.from_, (self.value,), self.cite)

    def typed(self) -> bool:
        return self.value.commit() and super().typed()

    def change(self) -> tuple[str, Change]:
        change = partial(
            own_profile_edits.put_value,
            facts=self.desk.facts,
            ident=self._ident,
            key=self._row.id,
            from_=self.from_.value(),
            text=self.value.text(),
            cite=self.cite.value(),
        )
        return f"Mức quy định từ ngày: {self._row.means}", change


def attach_text(desk: Desk, ident: str, parent: QWidget, band: Band) -> bool:
    """Choose the office's own text and keep it, then say what is odd in it; whether one was kept."""
    path = choose_file(parent, "Kèm văn bản quy chế", kinds=KINDS)
    return path is not None and keep_text(desk, ident, path, parent, band)


def keep_text(desk: Desk, ident: str, path: Path, parent: QWidget, band: Band) -> bool:
    return _keep(
        desk, f"Kèm văn bản {path.name}", partial(regulations.attach_file, path=path, profile=ident), parent, band
    )


def _keep(desk: Desk, what: str, attach: Callable[[Any], regulations.TextRead], parent: QWidget, band: Band) -> bool:
    kept: list[regulations.TextRead] = []
    if not desk.do(what, lambda store: kept.append(attach(store)), band=band):
        return False
    band.clear()
    TextDialog(kept[0], parent=parent).exec()
    return True


class PasteDialog(Dialog):
    """The words of a regulation, pasted; they stay in the field until they can be read. `kept`: they were."""

    def __init__(self, desk: Desk, ident: str, *, parent: QWidget | None = None) -> None:
        super().__init__("Dán văn bản quy chế", primary="Kèm văn bản", close="Hủy", parent=parent)
        self._desk, self._ident, self.kept = desk, ident, False
        self.band = Band()
        self.text = TextArea("Toàn văn quy chế", lines=18, placeholder="Bấm Ctrl+V để dán")
        self.body.addLayout(column(self.band, self.text, STRETCH, gap=10))
        self.set_size(680, 480)

    def accept(self) -> None:
        self.text.commit()
        attach = partial(regulations.attach_pasted, text=self.text.value(), profile=self._ident)
        if _keep(self._desk, "Kèm văn bản đã dán", attach, self, self.band):
            self.kept = True
            super().accept()


class TextDialog(Dialog):
    """What was read of a text, and what is odd in it."""

    def __init__(self, read: regulations.TextRead, *, parent: QWidget | None = None) -> None:
        super().__init__("Đã kèm văn bản quy chế", parent=parent)
        self.body.addWidget(label(read.summary, "section", wrap=True))
        odd = read.oddities
        lead = "Cần xem lại trong văn bản:" if odd else "Không thấy điểm nào cần xem lại."
        self.body.addWidget(label(lead, "second", wrap=True))
        lines = [label(one, wrap=True) for one in odd]
        self.body.addWidget(scroll(holder(column(*lines, STRETCH, gap=8, margins=(0, 0, 8, 0)))), 1)
        self.set_size(560, 420 if odd else 200)


class PlacesDialog(Dialog):
    """The articles, clauses and points of the attached text, to pick the one that is cited."""

    def __init__(self, places: Sequence[TextPlace], *, parent: QWidget | None = None) -> None:
        super().__init__("Chọn nơi dẫn trong văn bản", primary="Chọn", close="Hủy", parent=parent)
        self.search = search_field("Tìm trong văn bản", 320)
        self.table = Table(
            (
                Column("Nơi dẫn", lambda r: r.words, width=190, tone="accent"),
                Column("Lời văn", lambda r: r.begins, tone="text2", tip=lambda r: r.begins),
            ),
            name="Nơi dẫn trong văn bản",
            row_height=28,
            row_key=lambda r: r.words,
            empty="Văn bản không có chỗ nào khớp.",
        )
        self.table.set_rows(tuple(places))
        self.table.select_first()
        self.body.addWidget(self.search)
        self.body.addWidget(self.table, 1)
        self.search.line.textChanged.connect(self._find)
        self.table.opened.connect(lambda _row: self.accept())
        self.set_size(720, 520)

    def _find(self, text: str) -> None:
        self.table.set_filter(text)
        if self.table.current() is None:
            self.table.select_first()

    def picked(self) -> str:
        row: TextPlace | None = self.table.current()
        return row.words if row else ""
