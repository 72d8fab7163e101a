"""Pages of a PDF on the screen: rendered off the window's thread at the very size they are shown in.

PDFium works in one thread at a time, so all rendering goes through tasks of one thread that are handed in.
"""

from collections.abc import Callable
from functools import partial

import pypdfium2
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.qt import theme
from desktop.qt.tasks import Tasks

WHOLE, ACROSS = "whole", "across"
"""The two ways a page fits; a number is a scale of its own, 1 being 96 dots to the inch."""
POINTS_AN_INCH = 72
_SCREEN, _LEAST, _MOST, _STEP = 96, 0.25, 4.0, 1.25
_MARGIN, _KEPT = 8, 12

Zoom = str | float


def render(pdf: bytes, page: int, dots_an_inch: float) -> QImage:
    """One page as an image; not to be called in two threads at a time."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        bitmap = document[page].render(scale=dots_an_inch / POINTS_AN_INCH)
        image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_BGR888)
        return image.copy()
    finally:
        document.close()


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of every page in points."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(document[page].get_size() for page in range(len(document)))
    finally:
        document.close()


class _Sheet(QWidget):
    """The page itself, white in the dark theme too."""

    def __init__(self) -> None:
        super().__init__()
        self.image: QImage | None = None
        self.page = QSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = QRect(QPoint(0, 0), self.page)
        place.moveCenter(self.rect().center())
        painter.fillRect(self.rect(), theme.current().color("paper"))
        painter.fillRect(place, QColor("white"))
        if self.image:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self.image)
        painter.setPen(theme.current().color("lines"))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()


class PdfView(QScrollArea):
    """Shows one page; while it is rendered anew the old image stands in its place."""

    shown = Signal(int)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._pdf, self._sizes, self._page = b"", tuple[tuple[float, float], ...](), 0
        self._zoom: Zoom = WHOLE
        self._images: dict[tuple[int, int], QImage] = {}
        self._asked: tuple[int, int] | None = None
        self._sheet = _Sheet()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(self._sheet)
        self.setMinimumSize(160, 120)
        self.setAccessibleName("Trang in")

    def set_pdf(self, pdf: bytes, sizes: tuple[tuple[float, float], ...], page: int = 0) -> None:
        self._pdf, self._sizes, self._images = pdf, sizes, {}
        self.show_page(page)

    def show_page(self, page: int) -> None:
        self._page = max(0, min(page, len(self._sizes) - 1))
        self._lay_out()
        self.shown.emit(self._page)

    def page(self) -> int:
        return self._page

    def zoom(self) -> Zoom:
        return self._zoom

    def set_zoom(self, zoom: Zoom) -> None:
        self._zoom = zoom
        self._lay_out()

    def step_zoom(self, larger: bool) -> None:
        """Enlarge or reduce from the size now shown."""
        scale = self._scale() * (_STEP if larger else 1 / _STEP)
        self.set_zoom(max(_LEAST, min(_MOST, scale)))

    def image(self) -> QImage | None:
        return self._sheet.image

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        """A window moved to a screen of another fineness has its page rendered anew."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._lay_out()
        return super().event(event)

    def _scale(self) -> float:
        if not isinstance(self._zoom, str):
            return self._zoom
        width, height = (side * _SCREEN / POINTS_AN_INCH for side in self._sizes[self._page])
        room = self.maximumViewportSize()
        across = (room.width() - 2 * _MARGIN) / width
        return across if self._zoom == ACROSS else min(across, (room.height() - 2 * _MARGIN) / height)

    def _lay_out(self) -> None:
        if not self._sizes:
            return
        scale = max(self._scale(), 0.05)
        width, height = (round(side * _SCREEN / POINTS_AN_INCH * scale) for side in self._sizes[self._page])
        self._sheet.page = QSize(width, height)
        self._sheet.setMinimumSize(width + 2, height + 2 * _MARGIN if self._zoom != WHOLE else height)
        self._ask(width)
        self._sheet.update()

    def _ask(self, width: int) -> None:
        """Show the image at hand, or have it made."""
        pixels = width * self.devicePixelRatioF()
        key = (self._page, round(pixels))
        if key in self._images:
            self._sheet.image = self._images[key]
            return
        if key != self._asked:
            self._asked = key
            dots = pixels / (self._sizes[self._page][0] / POINTS_AN_INCH)
            work: Callable[[], QImage] = partial(render, self._pdf, self._page, dots)
            self._tasks.run(work, partial(self._rendered, self._pdf, key))

    def _rendered(self, pdf: bytes, key: tuple[int, int], image: QImage) -> None:
        if pdf is not self._pdf:
            return
        self._images = dict(list(self._images.items())[-_KEPT:]) | {key: image}
        if key == self._asked:
            self._sheet.image, self._asked = image, None
            self._sheet.update()
