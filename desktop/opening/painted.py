"""The window as it is painted before anything is known but what the file remembers."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from db.glance import read_glance
from desktop.context import Context
from desktop.opening.glance import GLANCE
from desktop.opening.plain import plain_imports
from desktop.qt.memory import Memory
from desktop.qt.tokens import DARK, LIGHT
from desktop.screens.window import first
from desktop.screens.window.first import FirstWindow

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

MADE_FOR, FRAME = (1366, 736), 40
"""The size the window is made for, and the height a title bar takes above it."""


def first_window(app: QApplication, path: Path, memory: Memory, context: Context) -> FirstWindow:
    """The window as it is painted before anything is known but what the file remembers."""
    mode = memory.get("theme", "system")
    dark = mode == "dark" or (mode == "system" and app.palette().window().color().lightness() < 128)
    room = app.primaryScreen().availableGeometry()
    width, height, maximised = first_size(memory.get("window"), room.size())
    size = min(width, room.width()), min(height, room.height())
    window = first_picture(path, context, size, dark=dark)
    window.resize(*size)
    if maximised:
        window.showMaximized()
    return window


def first_size(kept: object, room: "QSize") -> tuple[int, int, bool]:
    """As it was left, else as made for; whether it fills the screen, as where its frame would stand outside."""
    if isinstance(kept, list) and len(kept) == 3:
        return int(kept[0]), int(kept[1]), bool(kept[2])
    width, height = MADE_FOR
    return width, height, room.width() <= width or room.height() <= height + FRAME


def first_picture(path: Path, context: Context, size: tuple[int, int], *, dark: bool) -> FirstWindow:
    """The window that plays the picture kept of this day, or paints the remembered page."""
    text, fresh = read_glance(path, GLANCE) or ("", False)
    kept = first.play(context.paths.data, first.fits(text, context.today, size, dark=dark)) if fresh else None
    if kept:
        return FirstWindow(*kept, of_today=True)
    with plain_imports():
        from desktop.screens.window import first_paint
    page = first_paint.read_page(text) if fresh else None
    painting = first_paint.FirstPaint(DARK if dark else LIGHT, page, file_name=path.name, today=context.today)
    of_today = page is not None and first_paint.day_of(page) == context.today
    return FirstWindow(first_paint.title_of(page), painting.paint, of_today=of_today)
