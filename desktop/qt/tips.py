"""Tool tips that are words and nothing else, whatever stands in the records."""

import html

from PySide6.QtWidgets import QWidget


def plain(text: str) -> str:
    """The text as a tool tip shows it letter by letter; Qt would read marks in it, and fetch the pictures they name."""
    return f"<qt>{html.escape(text)}</qt>".replace("\n", "<br>") if "<" in text else text


def set_tip(widget: QWidget, text: str) -> None:
    """Say a text beside the pointer."""
    widget.setToolTip(plain(text))
