"""Fields read while they are typed in, and filled again without losing what was typed wrongly."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit

from desktop.qt.fields import Field, Wrong


def on_typing(field: Field, run: Callable[[], object]) -> None:
    """Call `run` at every key, choice or tick made by hand; filling the field does not count."""
    editor = field.editor
    if isinstance(editor, QLineEdit):
        editor.textEdited.connect(lambda _: run())
    elif isinstance(editor, QComboBox):
        editor.currentIndexChanged.connect(lambda _: run() if editor.hasFocus() else None)
    elif isinstance(editor, QPlainTextEdit):
        editor.textChanged.connect(lambda: run() if editor.hasFocus() else None)
    elif isinstance(editor, QCheckBox):
        editor.clicked.connect(lambda _: run())


def typed(field: Field) -> object:
    """What stands in the field, or the last value that could be read where this one cannot."""
    try:
        return field.read()
    except Wrong:
        return field.value()


def is_wrong(field: Field) -> bool:
    return bool(field.editor.property("wrong"))


def refill(field: Field, value: object, *, anew: bool) -> None:
    """Show a stored value; what is being typed, and what was refused, stays unless another record is shown (`anew`)."""
    being_typed = field.being_typed() and field.editor is field.window().focusWidget()
    if anew or not (is_wrong(field) or being_typed):
        field.set_value(value)
