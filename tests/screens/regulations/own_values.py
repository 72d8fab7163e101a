"""Laying a value of the office's own down in the window, as a clerk does it: written, what follows seen, taken."""

from typing import Any

from tests.screens.conftest import Window
from tests.screens.hands import click, write


def lay_down(made: Window, part: Any, text: str, day: str = "") -> None:  # noqa: ANN401 - an OwnValuePart
    def fill(dialog: Any) -> None:  # noqa: ANN401 - an OwnValueDialog
        write(dialog.value.typed.editor, text)
        if day:
            write(dialog.first.editor, day)
        take(made, dialog)

    made.in_dialog(fill)
    click(part.change)


def give_back(made: Window, part: Any) -> None:  # noqa: ANN401 - an OwnValuePart
    made.in_dialog(lambda dialog: take(made, dialog))
    click(part.back)


def take(made: Window, dialog: Any) -> None:  # noqa: ANN401 - an OwnValueDialog
    made.qtbot.waitUntil(dialog.primary.isEnabled, timeout=20_000)
    click(dialog.primary)
