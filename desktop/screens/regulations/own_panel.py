"""One parameter of the office's own regulation: its value, the day, the article of the own text, its meaning.

A value is kept once it has its article; typing the article alone keeps the value of the regulation it was made from.
"""

from collections.abc import Callable
from functools import partial
from html import escape
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.refusal import Refusal
from desktop.qt.boxes import STRETCH, column, empty, framed, hairline, holder, label, row
from desktop.qt.buttons import Button
from desktop.qt.fields import Combo, DateField, Field, TextArea, TextField
from desktop.qt.notices import Band
from desktop.qt.pages import SegmentRow
from desktop.screens.base.desk import Desk
from desktop.screens.base.show import article_link
from desktop.screens.regulations.own_dialogs import LaterValueDialog, PlacesDialog
from desktop.screens.regulations.value import ValueEditor
from desktop.usecases.regulations import own_follows, own_profile, own_profile_edits
from desktop.usecases.regulations.own_cite import EXAMPLE, PLACE
from desktop.usecases.regulations.own_profile import STATE, OwnRow, OwnValue

SAYS = (("says", "Có quy định"), ("silent", "Không quy định"))
SAID = {
    "read": "Đọc được trong văn bản; Enter ở danh sách để giữ, K nếu văn bản không quy định, hoặc sửa mức, điều ở đây.",
    "unsaid": "Chưa đối chiếu với quy chế đơn vị, nên chưa được xét; quy chế mẫu chỉ để so.",
    "unchecked": "Chưa đối chiếu với quy chế đơn vị; đang xét như quy chế mẫu.",
    "uncited": "Mức quy định đã giữ; còn phải ghi điều của quy chế đơn vị, ít nhất như “Điều 11”.",
    "own": "Đã ghi theo quy chế đơn vị.",
    "frame": "Theo quy định khung của cấp trên; ghi điều nếu quy chế đơn vị cũng quy định.",
    "silent": "Quy chế đơn vị không quy định; việc này không bị xét.",
    "absent": "Ghi mức quy định và điều nếu quy chế đơn vị có quy định.",
}
_BLOCK = (16, 12, 16, 12)
_LONGEST, _BEFORE = 300, 80
"""How many letters of a clause are shown, and how many before the words that were read."""


def _marked(words: str, row: OwnRow | None) -> str:
    """The clause around the words that the value rests on, those in bold."""
    found = row.read.text if row and row.read and row.read.text in words else ""
    at = words.index(found)
    first = 0 if at < _LONGEST // 2 else words.rindex(" ", 0, at - _BEFORE) + 1
    before, after = words[first:at], words[at + len(found) :][: _LONGEST - _BEFORE]
    cut = "… " if first else ""
    return f"{cut}{escape(before)}<b>{escape(found)}</b>{escape(after)}".replace("\n", "<br>")


class OwnPanel(QWidget):
    """Everything saves when left; a refusal stands under the field it names.

    Where the text itself stands beside it, its words are not quoted again.
    """

    kept = Signal()

    def __init__(self, desk: Desk, band: Band, *, quoting: bool = True) -> None:
        super().__init__()
        self._quoting = quoting
        self.desk, self.band = desk, band
        self._ident, self._row, self._suggested = "", None, ""
        self._shown: OwnValue | None = None
        self._make()
        self._lay_out()
        self._connect()

    _row: OwnRow | None

    def _make(self) -> None:
        self.title, self.base = label("", "strong", wrap=True), label("", wrap=True)
        self.state = label("", "caption", wrap=True)
        self.link = column(gap=0)
        self.says = SegmentRow(SAYS, name="Quy chế đơn vị", small=True)
        self.which = Combo("Mức quy định", name="Mức quy định nào")
        self.value = ValueEditor("Quy chế đơn vị ghi")
        self.from_ = DateField("Có hiệu lực từ ngày", today=self.desk.today, required=True)
        self.cite = TextField(PLACE, placeholder=EXAMPLE)
        self.words = label("", "caption-text", wrap=True, selectable=True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.quote = framed(column(self.words, margins=(8, 0, 0, 0)), "quote")
        self.means = TextArea("Ý nghĩa", lines=3)
        self.pick = Button("Chọn trong văn bản…", kind="small", run=self._pick)
        self.later = Button("Thêm mức từ ngày…", kind="small", run=self._add_later)
        self.drop = Button("Bỏ mức này", kind="small", run=self._drop)
        self.back = Button("Theo mẫu", kind="small", run=self._give_back)

    def _lay_out(self) -> None:
        head = column(self.title, self.base, self.link, self.state, gap=4, margins=_BLOCK)
        cited = column(self.cite, row(self.pick, STRETCH), self.quote, gap=6)
        self.fields = holder(column(self.which, self.value, self.from_, cited, self.means, gap=9))
        below = column(row(self.later, STRETCH), row(self.drop, self.back, STRETCH), gap=6)
        own = column(row(self.says, STRETCH), self.fields, below, gap=10, margins=_BLOCK)
        self.setLayout(column(head, hairline(), own, gap=0))

    def _connect(self) -> None:
        self.says.chosen.connect(self._say)
        self.which.saved.connect(lambda _at: self._fill())
        self.value.saved.connect(self._value_left)
        self.from_.saved.connect(lambda _day: self._save())
        self.cite.saved.connect(lambda _text: self._save())
        self.cite.line.textChanged.connect(self._show_words)
        self.means.saved.connect(lambda _text: self._save())

    # showing

    def set_quoting(self, quoting: bool) -> None:
        if quoting is not self._quoting:
            self._quoting = quoting
            self._show_words(self.cite.line.text())

    def show_row(self, ident: str, row: OwnRow | None) -> None:
        """Show a parameter; what is being typed stays where it is the same one, unchanged."""
        self.setVisible(row is not None)
        if (ident, row) == (self._ident, self._row):
            return
        self._ident, self._row = ident, row
        if row:
            self._offer_values(row)
            self._fill()

    def _offer_values(self, row: OwnRow) -> None:
        """The latest value is shown first."""
        self.which.set_options([(str(at), f"{each.since}: {each.value}") for at, each in enumerate(row.own)])
        self.which.setVisible(len(row.own) > 1)
        self.which.set_value(str(len(row.own) - 1) if row.own else None)

    def _fill(self) -> None:
        row = self._row
        assert row is not None
        at = self.which.value()
        self._shown = row.own[int(at)] if at and row.own else None
        self._show_base(row)
        silent = row.state == "silent"
        self.says.choose("silent" if silent else "says")
        self.fields.setVisible(not silent)
        self._fill_fields(row, self._shown)
        self.later.setVisible(not silent)
        self.drop.setVisible(len(row.own) > 1)
        self.back.setVisible(bool(row.own))
        self.pick.setVisible(bool(own_profile.places(self.desk.facts.office, self._ident)))

    def _show_base(self, row: OwnRow) -> None:
        said = f"Quy chế mẫu: {row.base[:1].lower()}{row.base[1:]}" if row.base_cite else vi.capital(STATE["absent"])
        self.title.setText(row.means)
        before = own_follows.said_before(self.desk.facts.office, self._ident, row.parameter)
        self.base.setText("\n".join(filter(None, (before, said))))
        empty(self.link)
        if row.base_cite:
            self.link.addWidget(article_link(self.desk, row.base_cite))
        self.state.setText(SAID[row.state])

    def _fill_fields(self, row: OwnRow, shown: OwnValue | None) -> None:
        value = shown.value if shown and shown.given.value is not None else row.read_value
        base = row.base if row.base_cite else ""
        none = f"Như mẫu: {base}" if base else ""
        self.value.show_value(value, unit=row.parameter.unit, key=row.id, choices=row.choices, none=none, base=base)
        self.value.set_error("")
        self.from_.setVisible(bool(shown and shown.given.from_))
        self.from_.set_value(shown.given.from_ if shown else None)
        self.cite.set_value(shown.article if shown else row.read_article)
        self._suggested = (shown.given.means if shown else "") or row.parameter.means
        self.means.set_value(self._suggested)
        self._show_words(self.cite.line.text())

    def _show_words(self, cite: str) -> None:
        """The clause word for word beside the field, where the office attached its text."""
        words = own_profile.words_there(self.desk.facts.office, self._ident, cite)
        self.quote.setVisible(bool(words) and self._quoting)
        self.words.setText(_marked(words or "", self._row))
        self.cite.set_note("Văn bản đã kèm không có chỗ này." if words == "" else "", "unclear" if words == "" else "")

    # saving

    def _value_left(self, text: str) -> None:
        """The sentence follows the value as long as the clerk has not written another."""
        row = self._row
        if row and self.means.value() == self._suggested:
            self._suggested = own_profile_edits.suggested_means(row, text)
            self.means.set_value(self._suggested)
        self._save()

    def _save(self) -> None:
        row = self._row
        if row is None or self.says.current() == "silent":
            return
        self._do(
            f"Ghi {row.means[:1].lower()}{row.means[1:]}",
            own_profile_edits.put_value,
            from_=self.from_.value() if self._shown else None,
            text=self.value.text(),
            cite=self.cite.value(),
            means=self.means.value(),
            instead=self._shown.given if self._shown else None,
        )

    def _say(self, key: str) -> None:
        row = self._row
        if row is None:
            return
        self.fields.setVisible(key == "says")
        if key == "silent":
            self._do(f"Không quy định: {row.means}", own_profile_edits.put_silent)
        elif row.state == "silent":
            self._give_back()

    def _drop(self) -> None:
        if self._row and self._shown:
            what = f"Bỏ mức quy định {self._shown.since}: {self._row.means}"
            self._do(what, own_profile_edits.drop_value, from_=self._shown.given.from_)

    def _give_back(self) -> None:
        if self._row:
            self._do(f"Theo mẫu: {self._row.means}", own_profile_edits.give_back)

    def _add_later(self) -> None:
        if self._row:
            LaterValueDialog(self.desk, self._ident, self._row, parent=self).exec()

    def _pick(self) -> None:
        dialog = PlacesDialog(own_profile.places(self.desk.facts.office, self._ident), parent=self)
        if dialog.exec() and dialog.picked():
            self.cite.line.setText(dialog.picked())
            self.cite.commit()

    def _do(self, what: str, edit: Callable[..., object], **rest: object) -> None:
        """Make the change; a refusal goes under the field it names, else over the table."""
        assert self._row is not None
        refused = _UnderField(self)
        change = partial(edit, facts=self.desk.facts, ident=self._ident, key=self._row.id, **rest)
        if self.desk.do(what, partial(refused.trying, change), band=refused):
            self.band.clear()
            self.kept.emit()


class _UnderField:
    """Shows a refusal under the field of a panel that it names."""

    def __init__(self, panel: OwnPanel) -> None:
        self._panel = panel
        self._field = ""

    def trying(self, change: Callable[[Any], object], store: Any) -> None:  # noqa: ANN401 - the store of the one door
        try:
            change(store)
        except Refusal as refusal:
            self._field = refusal.field
            raise

    def show_refusal(
        self, sentence: str, *, article: str = "", button: str = "", run: Callable[[], object] | None = None
    ) -> None:
        panel = self._panel
        places: dict[str, Field[Any] | ValueEditor] = {"cite": panel.cite, "value": panel.value, "from_": panel.from_}
        place = places.get(self._field)
        if place:
            place.set_error(sentence)
        else:
            panel.band.show_refusal(sentence, article=article, button=button, run=run)
