"""Printing the pages of a PDF straight to a printer, a page at a time, so that it can be stopped between two.

Pages are rendered off the window's thread at the printer's size and painted onto its paper.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.qt.pdf_view import POINTS_AN_INCH, render
from desktop.qt.tasks import Tasks

DOTS_AN_INCH = 300


def printers() -> tuple[str, ...]:
    """The printers of this machine, its default one first."""
    names = list(QPrinterInfo.availablePrinterNames())
    default = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(names, key=lambda name: name != default))


def in_use_first(names: Sequence[str], last: str) -> tuple[str, ...]:
    """The printers with the one printed on last before the rest, where the machine still has it."""
    return tuple(sorted(names, key=lambda name: name != last))


def printer_named(name: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    return printer


def lies(size: tuple[float, float]) -> QPageLayout.Orientation:
    width, height = size
    return QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait


def lay_paper(printer: QPrinter, size: tuple[float, float]) -> None:
    """The paper of a page whose size is in points, painted on from its very edge.

    One thing after the other: a layout without margins given as a whole is refused by a printer that cannot print to
    the edge, with the size and the orientation in it; and while it prints a printer takes an orientation, no layout.
    """
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QSizeF(min(size), max(size)), QPageSize.Unit.Point, "", _NEAR))
    printer.setPageOrientation(lies(size))
    printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)


class PrintJob(QObject):
    """`moved(done, all)` after each page; `ended(True)` when all are out, `ended(False)` when stopped or refused."""

    moved = Signal(int, int)
    ended = Signal(bool)

    def __init__(
        self,
        printer: QPrinter,
        pdf: bytes,
        sizes: Sequence[tuple[float, float]],
        pages: Sequence[int],
        tasks: Tasks,
        *,
        both_sides: bool = False,
    ) -> None:
        super().__init__()
        self._printer, self._pdf, self._sizes, self._pages, self._tasks = printer, pdf, sizes, tuple(pages), tasks
        self._painter = QPainter()
        self._stopped = False
        sides = QPrinter.DuplexMode.DuplexLongSide if both_sides else QPrinter.DuplexMode.DuplexNone
        printer.setDuplex(sides)
        printer.setResolution(DOTS_AN_INCH)

    def start(self) -> None:
        lay_paper(self._printer, self._sizes[self._pages[0]])
        if self._painter.begin(self._printer):
            self._next(0)
        else:
            self.ended.emit(False)

    def stop(self) -> None:
        """Stop before the next page."""
        self._stopped = True

    def give_up(self) -> None:
        """Stop at once, when no rendering is under way any more."""
        self._stopped = True
        self._finish()

    def _next(self, done: int) -> None:
        self.moved.emit(done, len(self._pages))
        if self._stopped or done == len(self._pages):
            self._finish()
            return
        self._tasks.run(partial(render, self._pdf, self._pages[done], DOTS_AN_INCH), partial(self._paint, done))

    def _paint(self, done: int, image: QImage) -> None:
        if done and not self._turn_page(self._pages[done]):
            self._stopped = True
            self._finish()
            return
        width, height = (side * DOTS_AN_INCH / POINTS_AN_INCH for side in self._sizes[self._pages[done]])
        self._painter.drawImage(QRectF(0, 0, width, height), image)
        self._next(done + 1)

    def _turn_page(self, page: int) -> bool:
        """Whether the printer still takes pages: a job cancelled in the system's queue takes none."""
        self._printer.setPageOrientation(lies(self._sizes[page]))
        return self._printer.newPage()

    def _finish(self) -> None:
        if self._stopped:
            self._printer.abort()
        self._painter.end()
        self.ended.emit(not self._stopped)


_NEAR = QPageSize.SizeMatchPolicy.FuzzyMatch
