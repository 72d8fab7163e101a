"""A regulation taken into use, or the one in force amended, from a day: the difference and what follows come first."""

import datetime as dt
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop import vi
from desktop.domain.refusal import Refusal
from desktop.domain.regulation import InForce
from desktop.qt.boxes import STRETCH, column, hairline, holder, label, row, scroll
from desktop.qt.buttons import Button
from desktop.qt.dialog import Dialog
from desktop.qt.fields import CheckField, Combo, DateField, TextField
from desktop.qt.notices import Band
from desktop.qt.pages import SegmentRow
from desktop.screens.base.desk import Desk
from desktop.screens.base.tab import grouped
from desktop.screens.regulations.beside import BesideDialog
from desktop.screens.regulations.difference import effects_table, group_of, values_table
from desktop.screens.regulations.value import ValueEditor
from desktop.usecases.compliance import regulation_change
from desktop.usecases.compliance.regulation_change import DIFFERENT, ChangeRow, Draft, Effects
from desktop.usecases.regulations import own_follows, own_profile, ruleset, text_beside

REPLACE = "Quy chế mới thay quy chế đang dùng từ ngày này; việc trước đó vẫn xét theo quy chế khi ấy."
AMEND = "Chọn nội dung ở bảng, ghi quy định mới; các nội dung khác giữ như quy chế đang dùng."
SEGMENTS = (("diff", "Chỗ khác nhau"), ("all", "Tất cả"), ("effects", "Kết luận thay đổi"))
NARROW = 900
"""Under this width of the dialog one pane shows at a time."""
_FORM, _NO_LIMIT = 290, 16_777_215


class ChangeDialog(Dialog):
    """`amend` changes values of the one in force; else another regulation is chosen, beforehand `profile`.

    Nothing is written before the primary is pressed; a refusal keeps everything as typed.
    """

    def __init__(self, desk: Desk, *, amend: bool = False, profile: str = "", parent: QWidget | None = None) -> None:
        title = "Sửa đổi quy chế từ ngày" if amend else "Áp dụng quy chế khác"
        super().__init__(title, primary="Ghi sửa đổi" if amend else "Áp dụng", close="Hủy", parent=parent)
        self.desk, self._amend = desk, amend
        self._typed: dict[str, str] = {}
        self._rows: tuple[ChangeRow, ...] = ()
        self._effects: Effects | None = None
        self._asked, self._old = 0, ""
        self.profiles = ruleset.on_offer(desk.facts.office)
        self._make()
        self._lay_out()
        self._connect()
        if profile:
            self.profile.set_value(profile)
            self._offer_issue()
        self.only.choose("all" if amend else "diff")
        self._show()

    def take_day(self, day: dt.date) -> None:
        """Fill the day in and show what follows from it."""
        self.first.set_value(day)
        self._show()

    def _make(self) -> None:
        today = self.desk.today
        options = [(name, ruleset.title_of(held)) for name, held in self.profiles.items()]
        example = f"Quyết định 15-QĐ/{self.desk.facts.office.office.symbol} ngày {vi.day(today)}"
        self.band = Band()
        self.profile = Combo("Quy chế", options)
        self.first = DateField("Có hiệu lực từ ngày", today=today, required=True)
        self.document = TextField("Theo quyết định", placeholder=example)
        self.carry = CheckField("")
        self.note, self.waiting = label("", "caption", wrap=True), label("", "unclear", wrap=True)
        self.what, self.said = label("", "strong", wrap=True), label("", "second", wrap=True)
        self.value = ValueEditor(regulation_change.VALUE)
        self.only = SegmentRow(SEGMENTS, name="Xem gì")
        self.table, self.effects = values_table(self.desk.state), effects_table(self.desk.state)
        self.past = label("", "second", wrap=True)
        self.texts = Button("So lời văn…", icon="mdi6.file-document-outline", run=self._compare)
        self.toggle = Button("Quy chế, ngày", checkable=True)
        self.toggle.setChecked(True)

    def _lay_out(self) -> None:
        lead = label(AMEND if self._amend else REPLACE, "second", wrap=True)
        self._edit = holder(column(hairline(), self.what, self.said, self.value, gap=8))
        fields = column(lead, self.profile, self.first, self.document, self.carry, self.note, self.waiting, gap=9)
        self.form = scroll(holder(column(fields, self._edit, STRETCH, gap=10, margins=(0, 0, 12, 0))))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.effects)
        self.right = holder(column((self.stack, 1), self.past, gap=10))
        self.corner = label("Sửa đổi" if self._amend else "Quy chế mới", "section")
        self.corner.setFixedWidth(_FORM)
        bar = row(self.toggle, self.corner, self.only, STRETCH, self.texts, gap=16)
        self.body.addLayout(column(self.band, bar, (row((self.form, 0), (self.right, 1), gap=16), 1), gap=10))
        self.profile.setVisible(not self._amend)
        self._edit.setVisible(self._amend)
        self.setMinimumSize(600, 320)
        self.set_size(1240, 660)
        self._show_panes()

    def _show_panes(self) -> None:
        """Where only one pane fits, the button brings the fields in the place of the table."""
        narrow = self.width() < NARROW
        self.toggle.setVisible(narrow)
        self.corner.setVisible(not narrow)
        self.form.setVisible(not narrow or self.toggle.isChecked())
        self.right.setVisible(not narrow or not self.toggle.isChecked())
        self.form.setMinimumWidth(_FORM)
        self.form.setMaximumWidth(_NO_LIMIT if narrow else _FORM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_panes()

    def _connect(self) -> None:
        self.profile.saved.connect(lambda _name: self._offer_issue())
        for field in (self.profile, self.first):
            field.saved.connect(lambda _value: self._show())
        self.toggle.toggled.connect(lambda _on: self._show_panes())
        self.only.chosen.connect(lambda _key: self.toggle.setChecked(False))
        self.carry.saved.connect(lambda _on: self._show())
        self.only.chosen.connect(lambda _key: self._list())
        self.table.chosen.connect(self._choose)
        self.value.saved.connect(self._take_value)

    # what is about to be taken

    def draft(self, day: dt.date | None) -> Draft:
        """Raises `Refusal` where a value cannot be read or nothing stands to be amended."""
        facts, document = self.desk.facts, self.document.value()
        if not self._amend:
            kept = self._carried() if self.carry.value() else {}
            return Draft(profile=self.profile.value() or "", from_=day, document=document, overrides=kept)
        if day is None:
            raise Refusal("Ngày có hiệu lực: cần ghi ngày sửa đổi bắt đầu áp dụng tại đơn vị.", field="from_")
        made = regulation_change.amendment(facts, day)
        for key, text in self._typed.items():
            made = regulation_change.with_value(made, facts, key, text)
        return replace(made, document=document)

    def _day(self) -> dt.date:
        """The day as of which the difference is shown: tomorrow as long as none is written."""
        return self.first.value() or self.desk.today + dt.timedelta(days=1)

    def _carried(self) -> regulation_change.Overrides:
        return regulation_change.carried(
            self.desk.facts, self.first.value(), self.profiles.get(self.profile.value() or "")
        )

    def _show(self) -> None:
        """Work out the difference anew; without a day it is shown as of today."""
        self.band.clear()
        self._offer_carried()
        facts, day = self.desk.facts, self._day()
        before, after = regulation_change.in_force_before(facts, day), None
        self._offer_texts(before)
        try:
            after = regulation_change.drafted(facts, self.draft(day), day)
        except Refusal as refusal:
            self.band.show_refusal(refusal.sentence)
        self._rows = regulation_change.difference(before, after, day) if after else ()
        self._effects = None
        self._say_waiting()
        self._list()
        self._ask_effects()

    def _offer_issue(self) -> None:
        """The decision that issued the text, and its day of effect, as long as nothing was typed there."""
        document, effect = own_profile.issued(self.desk.facts.office, self.profile.value() or "")
        if not self.document.value():
            self.document.set_value(document)
        if self.first.value() is None:
            self.first.set_value(effect)

    def _offer_carried(self) -> None:
        """Values of the office's own are not inherited: they are carried over in sight of the clerk, or left."""
        count = len(self._carried())
        self.carry.setVisible(not self._amend and count > 0)
        self.carry.box.setText(f"Giữ {count} quy ước của đơn vị")
        self.note.setText(f"Giữ {count} quy ước của đơn vị ở quy chế đang dùng.")
        self.note.setVisible(self._amend and count > 0)

    def _offer_texts(self, before: InForce | None) -> None:
        """Where both regulations have their texts, those can be laid beside each other too."""
        known = text_beside.titles(self.desk.facts.office)
        old, new = before.profile.name if before else "", self.profile.value() or ""
        self._old = old
        self.texts.setVisible(not self._amend and old != new and old in known and new in known)

    def _say_waiting(self) -> None:
        """What was taken over from the one in use, and not confirmed yet, counts in no difference."""
        count = own_follows.waiting(self.desk.facts.office, self.profile.value() or "")
        self.waiting.setText(f"{count} nội dung chờ xác nhận, chưa được xét theo quy chế mới.")
        self.waiting.setVisible(not self._amend and count > 0)

    def _compare(self) -> None:
        BesideDialog(self.desk, self.profile.value() or "", self._old, parent=self).exec()

    # the tables

    def _list(self) -> None:
        key = self.only.current()
        self.stack.setCurrentIndex(1 if key == "effects" else 0)
        different = [one for one in self._rows if one.kind in DIFFERENT]
        shown = list(self._rows) if key == "all" else different
        self.table.set_rows(grouped(shown, lambda one: one.topic))
        self.only.set_text("diff", f"Chỗ khác nhau ({len(different)})")
        self.only.set_text("all", f"Tất cả ({len(self._rows)})")
        self._list_effects()
        if self.table.current() is None:
            self.table.select_first()
        self._choose(self.table.current())

    def _list_effects(self) -> None:
        found, day = self._effects, self.first.value()
        self.past.setVisible(found is not None)
        rows = (*found.ahead, *found.past) if found else ()
        self.only.set_text("effects", f"Kết quả đối chiếu thay đổi ({len(rows)})" if found else "Kết luận thay đổi")
        self.effects.set_rows(grouped(rows, partial(group_of, found)) if found else ())
        if found and day:
            self.past.setText(_past(found, day))

    def _ask_effects(self) -> None:
        """Every rule is tried twice, off the window's thread; an answer to an older question is dropped."""
        self._asked += 1
        day = self.first.value()
        if day is None or not self._changed():
            return
        try:
            changed = regulation_change.proposed(self.desk.facts, self.draft(day), self.profiles)
        except Refusal:
            return
        work = partial(regulation_change.effects, self.desk.facts, changed, day, self.desk.today)
        self.desk.tasks.run(work, partial(self._arrived, self._asked))

    def _arrived(self, asked: int, found: Effects) -> None:
        if asked == self._asked:
            self._effects = found
            self._list_effects()

    def _changed(self) -> bool:
        return not self._amend or any(one.kind in DIFFERENT for one in self._rows)

    # one value

    def _choose(self, one: ChangeRow | None) -> None:
        if not self._amend:
            return
        self._edit.setEnabled(one is not None)
        if one is None:
            return
        editing = regulation_change.editing(self.desk.facts, one.key, self._day())
        self.what.setText(one.means)
        old = f"{one.old.value[:1].lower()}{one.old.value[1:]}"
        article = f" ({vi.cite(one.old.cite)})" if one.old.cite else ""
        self.said.setText(f"Đang áp dụng: {old}{article}")
        typed = self._typed.get(one.key, "")
        self.value.show_value(
            typed, unit=editing.unit, key=one.key, choices=editing.choices, none="Giữ như đang dùng", base=one.new.value
        )

    def _take_value(self, text: str) -> None:
        one: ChangeRow | None = self.table.current()
        if one is None:
            return
        kept = dict(self._typed)
        self._typed = {**kept, one.key: text} if text.strip() else {k: v for k, v in kept.items() if k != one.key}
        try:
            self.draft(self._day())
        except Refusal as refusal:
            if refusal.field == "value":
                self._typed = kept
                self.value.set_error(refusal.sentence)
                return
        self._show()

    def accept(self) -> None:
        fields = (self.profile, self.first, self.document)
        wrong = [field for field in fields if not field.commit()]
        if wrong:
            return
        try:
            draft = self.draft(self.first.value())
            if not self._changed():
                raise Refusal("Quy định mới: cần đổi ít nhất một nội dung so với quy chế đang dùng.", field="value")
        except Refusal as refusal:
            self.band.show_refusal(refusal.sentence)
            return
        assert draft.from_ is not None
        words = "Sửa đổi quy chế" if self._amend else "Áp dụng quy chế"
        change = partial(regulation_change.take, facts=self.desk.facts, draft=draft, profiles=self.profiles)
        said = f"{words} từ {vi.day(draft.from_)}"
        if self.desk.do(said, change, said=f"Đã ghi: {said[:1].lower()}{said[1:]}", band=self.band):
            super().accept()


def _past(found: Effects, day: dt.date) -> str:
    """What lies before the day stays as it was judged; a period that runs past the day may not."""
    kept = f"Việc trước {vi.day(day)} vẫn xét theo quy chế khi ấy"
    if not found.earlier:
        return f"{kept}: kết quả đối chiếu không thay đổi."
    return f"{kept}; {len(found.earlier)} kết quả đối chiếu thay đổi vì kỳ đang xét vắt qua ngày này."
