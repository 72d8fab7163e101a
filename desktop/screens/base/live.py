"""Fields read while they are typed in, and filled again without losing what was typed wrongly."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit

from desktop.qt.fields import Field, Wrong

T = TypeVar("T")


def on_typing(field: Field[Any], run: Callable[[], object]) -> None:
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


def typed(field: Field[T]) -> T:
    """What stands in the field, or the last value that could be read where this one cannot."""
    try:
        return field.read()
    except Wrong:
        return field.value()


def is_wrong(field: Field[Any]) -> bool:
    return bool(field.editor.property("wrong"))


def show(field: Field[T], value: T) -> None:
    """Show a value where it is not shown already, so that what is being typed stays."""
    if field.value() != value:
        field.set_value(value)


def refill(field: Field[T], value: T, *, anew: bool) -> None:
    """Show a stored value; what is being typed, and what was refused, stays unless another record is shown (`anew`)."""
    being_typed = field.being_typed() and field.editor is field.window().focusWidget()
    if anew or not (is_wrong(field) or being_typed):
        field.set_value(value)
