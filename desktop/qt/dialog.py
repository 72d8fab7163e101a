"""Dialogs: native frame, buttons bottom right in the order others, Đóng, primary; Esc closes, Enter is the button
the keyboard stands on, else the primary; Ctrl+Enter is the primary wherever it stands.

A dialog opens with the keyboard in its first field, from whose last one Tab leads to the primary, and asks before it
closes over what was typed in it.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desktop import files, vi
from desktop.qt.boxes import STRETCH, column, framed, label, row
from desktop.qt.buttons import Button
from desktop.qt.fields import Field
from desktop.qt.notices import ProgressLine

EDITORS = (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox, QAbstractItemView)
STAY, LEAVE = "Ở lại", "Bỏ, không ghi"
LEFT = 2
"""How the question ends where what was typed is let go."""
TYPED = "Những điều vừa gõ ở đây chưa được ghi. Đóng bây giờ thì bỏ đi."


class Dialog(QDialog):
    """`body` is the column to fill; without a primary there is only the button that closes."""

    def __init__(
        self,
        title: str,
        *,
        primary: str = "",
        primary_icon: str = "",
        close: str = "Đóng",
        others: Sequence[Button] = (),
        parent: QWidget | None = None,
        bare: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        margin = (0, 0, 0, 0) if bare else (20, 16, 20, 16)
        self.body = column(gap=9, margins=margin)
        self._note, self._others = label("", "second"), others
        self.close_button = Button(close, run=self.reject)
        self.primary = Button(primary, icon=primary_icon, kind="primary", run=self.accept)
        if not primary:
            self.primary.hide()
        self.primary.clicked.connect(self._to_what_is_wrong)
        self.primary.setDefault(bool(primary))
        buttons = row(self._note, STRETCH, *others, self.close_button, self.primary, margins=(16, 10, 16, 10))
        self._progress = ProgressLine()
        self._foot = framed(buttons, "foot")
        self.setLayout(column(self._progress, (self.body, 1), self._foot, gap=0))

    def foot_note(self, text: str) -> None:
        self._note.setText(text)

    def set_busy(self, busy: bool) -> None:
        """Show that work goes on, and keep the primary from being pressed twice."""
        self._progress.set_busy(busy)
        self.primary.setEnabled(not busy)

    def set_size(self, width: int, height: int) -> None:
        """Ask for a size, never more than the screen gives."""
        room = self.screen().availableGeometry()
        self.resize(min(width, room.width() - 40), min(height, room.height() - 40))

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins where there is something to type or to choose, unless the dialog has put it elsewhere."""
        super().showEvent(event)
        for after in (self.close_button, *reversed(self._others)):  # only here: Qt moves nothing after the last of all
            self.setTabOrder(self.primary, after)
        chosen = self.focusWidget()
        if chosen is None or self._foot.isAncestorOf(chosen):
            first = next((widget for widget in self._chain() if self._begins(widget)), None)
            if first is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)

    def _chain(self) -> Iterator[QWidget]:
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            yield widget
            widget = widget.nextInFocusChain()

    def _begins(self, widget: QWidget) -> bool:
        """Whether it is an editor somebody can work in now."""
        if not (isinstance(widget, EDITORS) or widget.property("begins")) or self._foot.isAncestorOf(widget):
            return False
        usable = widget.isEnabled() and widget.isVisibleTo(self) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        return bool(usable) and not (isinstance(widget, (QLineEdit, QPlainTextEdit)) and widget.isReadOnly())

    def _to_what_is_wrong(self) -> None:
        """After a primary that did not close: the keyboard goes to the first field that says why."""
        wrong = next((field for field in self.findChildren(Field) if field.editor.property("wrong")), None)
        if wrong is not None and self.isVisible() and wrong.isVisible():
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)

    def holds_work(self) -> bool:
        """Whether closing would lose what was typed; dialogs with sheets of their own say more."""
        return any(field.by_hand for field in self.findChildren(Field))

    def reject(self) -> None:
        if not self.isVisible() or not self.holds_work() or sure_to_leave(self):
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entering = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        wherever = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if entering and (wherever or not isinstance(self.focusWidget(), QPlainTextEdit)):
            if self.primary.isVisible() and self.primary.isEnabled():
                self.primary.setFocus()
                self.primary.click()
            return
        super().keyPressEvent(event)


def ask(parent: QWidget | None, title: str, sentence: str, primary: str, *, close: str = "Hủy") -> bool:
    """Ask before paper numbers or files are touched; return whether the named act is wanted."""
    dialog = Dialog(title, primary=primary, close=close, parent=parent)
    words = label(sentence, wrap=True)
    words.setMinimumWidth(360)
    dialog.body.addWidget(words)
    return dialog.exec() == QDialog.DialogCode.Accepted


def sure_to_leave(parent: QWidget) -> bool:
    """Ask before what was typed is let go; Esc and Enter both stay, so that no key pressed twice loses anything."""
    leave = Button(LEAVE)
    dialog = Dialog("Chưa ghi", primary=STAY, others=(leave,), parent=parent)
    leave.clicked.connect(partial(dialog.done, LEFT))
    dialog.close_button.hide()
    words = label(TYPED, wrap=True)
    words.setMinimumWidth(360)
    dialog.body.addWidget(words)
    dialog.primary.setFocus()
    return dialog.exec() == LEFT


def tell(parent: QWidget | None, title: str, sentence: str) -> None:
    """Say a sentence that has no place on the page; only for what stops the work."""
    dialog = Dialog(title, parent=parent)
    words = label(sentence, wrap=True)
    words.setMinimumWidth(360)
    dialog.body.addWidget(words)
    dialog.exec()


NOT_SAVED = "Chưa lưu được"
"""The title over the sentence of `write_file`, where there is no band to show it in."""


def write_file(path: Path, content: bytes, refuse: Callable[[str], object]) -> bool:
    """Write a file whole, or say in a sentence why it could not be: what stood there is then as it was."""
    try:
        files.write_whole(path, content)
    except OSError as error:
        refuse(f"Không ghi được tệp {path.name}: {vi.os_reason(error)}.")
        return False
    return True


def choose_folder(parent: QWidget | None, title: str, start: Path) -> Path | None:
    """Let a folder be chosen in the system's own dialog; None if it was closed."""
    dialog = QFileDialog(parent, title, str(start))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(_chosen(dialog)), None)


def choose_file(
    parent: QWidget | None, title: str, *, save: bool = False, name: str = "", kinds: str = "PDF (*.pdf)"
) -> Path | None:
    """Let a file be chosen in the system's own dialog; None if it was closed."""
    given = Path(name)
    folder, file = (given, "") if given.is_dir() else (given.parent, given.name)
    dialog = QFileDialog(parent, title, "" if folder == Path() else str(folder), kinds)
    if save:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    if folder == Path():
        _begin(dialog)
    if file:
        dialog.selectFile(file)
    return next(iter(_chosen(dialog)), None)


def choose_files(parent: QWidget | None, title: str, *, kinds: str = "Mọi tệp (*)") -> list[Path]:
    """Let some files be chosen in the system's own dialog; none if it was closed."""
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    _begin(dialog)
    return _chosen(dialog)


def _begin(dialog: QFileDialog) -> None:
    """Begin where a file was last chosen, the first time among the user's own documents, not beside the program."""
    if dialog.directory() == QDir.current():
        own = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog.setDirectory(own if Path(own).is_dir() else QDir.homePath())


def _chosen(dialog: QFileDialog) -> list[Path]:
    """What is chosen in a dialog of our own making.

    One that Qt makes and ends by itself takes the page it was opened from along, once Python has seen its parents.
    """
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return [files.given(each) for each in chosen]
