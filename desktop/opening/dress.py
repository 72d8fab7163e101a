"""The window's colours, focus ring, icon and Vietnamese words of Qt."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop.opening.plain import plain_imports
from desktop.qt.memory import Memory

if TYPE_CHECKING:
    pass


ICON = Path(__file__).resolve().parents[2] / "resources" / "icons" / "thuky-64.png"


def dress(app: QApplication, memory: Memory) -> None:
    """Put on the colours kept, or the system's, the focus ring, and the program's own icon."""
    with plain_imports():
        from PySide6.QtGui import QIcon

        from desktop.qt import theme
        from desktop.qt.focus import FocusRing
        from desktop.qt.words import speak_vietnamese
    speak_vietnamese(app)
    theme.install(app, str(memory.get("theme", "system")))
    FocusRing.of(app)
    app.setWindowIcon(QIcon(str(ICON)))
