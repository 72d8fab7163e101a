"""The page Đối chiếu: the office's text on the left, on the right each content it was read to say, confirmed by keys.

Enter keeps what was read and goes on, K says that the text lays nothing down, N takes the words marked with the mouse,
D makes a duty of the office's own. Everything is kept at once and can be undone; a page begins where the last ended.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.qt.boxes import STRETCH, column, holder, label, row, scroll
from desktop.qt.buttons import Button, KeyHint
from desktop.qt.fields import Combo
from desktop.qt.model import Column, GroupRow, mark_column
from desktop.qt.notices import Band
from desktop.qt.reading_text import ReadingText
from desktop.qt.table import Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.filters import narrow
from desktop.screens.base.panes import Panes, Part
from desktop.screens.base.screen import Width
from desktop.screens.duties.dialogs import DutyDialog
from desktop.screens.regulations.own_panel import OwnPanel
from desktop.usecases.duties import edits as duty_edits
from desktop.usecases.regulations import confirming, own_profile_edits
from desktop.usecases.regulations.confirming import Step, Unread
from desktop.usecases.regulations.own_profile import STATE, next_waiting

UNREAD = "Câu chưa thuộc nội dung nào"
PARTS = (("text", "Văn bản"), ("steps", "Nội dung"))
HINTS = (
    ("Enter", "đúng, sang nội dung sau"),
    ("K", "văn bản không quy định"),
    ("N", "lấy chữ đã đánh dấu"),
    ("D", "ghi thành việc riêng"),
)
NO_VALUE = "Chữ đã đánh dấu không cho biết mức quy định; đã ghi nơi dẫn, cần ghi mức quy định."
NO_PLACE = "Chữ đã đánh dấu không thuộc điều nào của quy chế; cần đánh dấu trong một điều."
NOTHING_MARKED = "Chưa đánh dấu chữ nào; kéo chuột qua những chữ nói nội dung này rồi bấm lại."
_CHAPTER = 330
Item = Step | Unread
T = TypeVar("T")


def _mark(item: Item) -> str:
    if isinstance(item, Unread):
        return "unknown"
    if item.waits:
        return "due" if item.row.read else "unknown"
    return "exempt" if item.row.state == "silent" else "met"


def _word(item: Item) -> str:
    return "chưa thuộc nội dung nào" if isinstance(item, Unread) else STATE[item.row.state]


class ConfirmPage(QWidget):
    """`closed` asks for the list of contents again."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self._ident = desk, ""
        self._leaving: str | None = None
        self._steps: tuple[Step, ...] = ()
        self._make()
        self._lay_out()
        self._connect()

    def _make(self) -> None:
        self.band = Band()
        self.back = Button("Danh sách nội dung", icon="mdi6.arrow-left", run=self.closed.emit)
        self.chapter = narrow(Combo("", name="Chương"), _CHAPTER)
        self.count = label("", "second")
        self.text = ReadingText("Văn bản quy chế của đơn vị")
        self.table = Table(
            (mark_column(_mark, _word), Column("Nội dung", lambda one: one.name, second=lambda one: one.value,
                                               tip=lambda one: f"{one.name}\n{one.value}", sortable=False)),
            name="Nội dung cần đối chiếu",
            row_height=42,
            row_key=lambda one: one.id,
            empty="Chưa kèm văn bản quy chế.",
            least=150,
        )  # fmt: skip
        self.panel = OwnPanel(self.desk, self.band, quoting=False)
        self.right = Button("Đúng, tiếp tục", icon="mdi6.check", kind="primary", run=lambda: self._open(self.current()))
        self.take = Button("Lấy chữ đã đánh dấu", run=self.take_marked)
        self.duty = Button("Việc riêng…", run=self.make_duty)

    def _lay_out(self) -> None:
        keys = holder(row(*(KeyHint(key, said) for key, said in HINTS), STRETCH, gap=14))
        bar = row(self.back, self.chapter, self.count, STRETCH, gap=12, margins=(20, 12, 16, 0))
        left = holder(column((self.text, 1), keys, gap=8, margins=(20, 10, 8, 12)))
        acts = holder(row(self.right, self.take, self.duty, STRETCH, margins=(8, 4, 16, 0)))
        below = scroll(self.panel)
        steps = holder(column((self.table, 1), acts, (below, 2), gap=6, margins=(8, 10, 16, 12)))
        self.panes = Panes(
            "regulations.confirming",
            Part(left, ("text",)),
            Part(steps, ("steps",)),
            segments=PARTS,
            sizes=(640, 470),
            memory=self.desk.state,
            first="steps",
            least={keys: Width.MIDDLE},
        )
        self.setLayout(column(bar, holder(row((self.band, 1), margins=(20, 0, 16, 0))), (self.panes, 1), gap=6))
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self._open)
        self.table.keyed.connect(self._key)
        self.chapter.saved.connect(self._jump)
        self.text.picked.connect(self._offer)
        for key, run in (("Escape", self.table.setFocus), ("Alt+N", self.take_marked), ("Alt+D", self.make_duty)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    # Showing

    def begin(self, ident: str) -> None:
        """Show a regulation from the first content that still waits."""
        self._ident = ident
        self._go_on("", self.refresh)

    def refresh(self) -> None:
        facts = self.desk.facts
        text = confirming.shown(facts, self._ident)
        if text is None:
            self.closed.emit()
            return
        heads = [(part.start, part.end) for part in text.chapters]
        self.text.set_text(text.text, heads, [(part.start, part.end) for part in text.articles])
        self._steps = confirming.steps(facts, self._ident)
        self._fill(confirming.unread(facts, self._ident))
        if self.current() is None:
            self._show(None)

    def _following(self) -> str | None:
        """The content to stand on once the one in hand is answered; None to stay."""
        if self._leaving is None or any(step.id == self._leaving and step.waits for step in self._steps):
            return None
        return next_waiting(self._steps, self._leaving)

    def _fill(self, unread: tuple[Unread, ...]) -> None:
        rows: list[Item | GroupRow] = []
        found = confirming.progress(self._steps)
        for each in found:
            rows.append(GroupRow(each.title, note=f"{each.done}/{each.of}"))
            rows += [step for step in self._steps if step.chapter == each.title]
        if unread:
            rows += [GroupRow(UNREAD, len(unread)), *unread]
        options = [(each.title, f"{each.title} ({each.done}/{each.of})") for each in found]
        self.chapter.set_options([*options, *([(UNREAD, f"{UNREAD} ({len(unread)})")] if unread else [])])
        self.table.set_rows(rows, at=self._following())
        done, of = sum(each.done for each in found), sum(each.of for each in found)
        self.count.setText(f"Đã đối chiếu {done}/{of} nội dung" if done < of else f"Đã đối chiếu cả {of} nội dung")

    def current(self) -> Item | None:
        one: Item | None = self.table.current()
        return one

    def _show(self, one: Item | None) -> None:
        done = [step.span for step in self._steps if step.span and not step.waits]
        self.text.set_marks(one.span if one else None, done)
        step = one if isinstance(one, Step) else None
        self.panel.show_row(self._ident, step.row if step else None)
        self.right.setVisible(step is not None)
        if one:
            self.chapter.set_value(step.chapter if step else UNREAD)
        self._offer()

    def _offer(self) -> None:
        """Marked words can be taken once there are any."""
        self.take.setEnabled(self.text.selected() is not None and isinstance(self.current(), Step))

    def _jump(self, title: object) -> None:
        held: list[Item] = [each for each in self.table.rows() if not isinstance(each, GroupRow)]
        in_it = [one for one in held if (one.chapter if isinstance(one, Step) else UNREAD) == title]
        waiting = [one for one in in_it if isinstance(one, Step) and one.waits]
        for one in (*waiting, *in_it)[:1]:
            self.table.select(one.id)
        self.table.setFocus()

    def set_width(self, width: Width) -> None:
        self.panes.set_width(width)
        self.panel.set_quoting(self.panes.are_alone())

    # What is done

    def _key(self, one: Item, key: str) -> None:
        if key == "K" and isinstance(one, Step):
            self._do(one, f"Không quy định: {one.name}", own_profile_edits.put_silent)
        elif key == "N":
            self.take_marked()
        elif key == "D":
            self.make_duty()

    def _open(self, one: Item | None) -> None:
        """What was read is confirmed; what was answered is passed by; what was not found is gone into."""
        if isinstance(one, Unread):
            self.make_duty()
        elif one and one.row.state == "read":
            self._do(one, f"Xác nhận: {one.name}", own_profile_edits.accept)
        elif one and one.waits:
            self.panes.turn_to("steps")
            self.panel.value.set_focus()
        elif one:
            self.table.select(next_waiting(self._steps, one.id))

    def take_marked(self) -> None:
        """Keep what the marked words say of the content in hand; where they give no value, their place at least."""
        one, span = self.current(), self.text.selected()
        if not isinstance(one, Step):
            return
        if span is None:
            self.band.show_refusal(NOTHING_MARKED)
            return
        found = confirming.marked(self.desk.facts, self._ident, one.id, span)
        if found is None:
            self.band.show_refusal(NO_PLACE)
        elif found.proposal is None:
            self.panel.cite.set_value(vi.clause(found.at))
            self.panel.value.set_error(NO_VALUE)
            self.panel.value.set_focus()
        else:
            self.text.clear_selection()
            self._do(one, f"Xác nhận: {one.name}", partial(own_profile_edits.accept, read=found.proposal))

    def make_duty(self) -> None:
        """A duty of the office's own from the marked words, else from the sentence in hand."""
        one, span = self.current(), self.text.selected()
        found = confirming.marked(self.desk.facts, self._ident, "", span) if span else None
        at, words = (found.at, found.text) if found else (one.at, one.text) if isinstance(one, Unread) else (None, "")
        if span is None and one and one.span and at is None:
            found = confirming.marked(self.desk.facts, self._ident, "", one.span)
            at = found.at if found else None
        draft = duty_edits.drafted(words, self._ident, at)
        if DutyDialog(self.desk, draft, parent=self).exec():
            self.text.clear_selection()

    def _do(self, one: Step, what: str, change: Callable[..., object]) -> None:
        made = partial(change, facts=self.desk.facts, ident=self._ident, key=one.id)
        if self._go_on(one.id, partial(self.desk.do, what, made, band=self.band)):
            self.band.clear()

    def _go_on(self, leaving: str, act: Callable[[], T]) -> T:
        """Let `act` show the contents anew, standing on the one that waits next after `leaving`."""
        self._leaving = leaving
        done = act()
        self._leaving = None
        self.table.setFocus()
        return done
