"""Defends what comes out on paper: each page in its own orientation, to the edge, and none taken for printed."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from desktop.qt.pdf_view import page_sizes
from desktop.qt.print_job import PrintJob, lay_paper
from desktop.qt.tasks import Tasks

UPRIGHT, ACROSS = (595.28, 841.89), (841.89, 595.28)
EDGE = 20
"""Points from the edge of the paper to the mark in each corner."""


def marked(*sizes: tuple[float, float]) -> bytes:
    """Pages with a black square in the upper left and the lower right corner."""
    out = BytesIO()
    canvas = Canvas(out)
    for width, height in sizes:
        canvas.setPageSize((width, height))
        canvas.rect(EDGE, height - EDGE - 10, 10, 10, fill=1, stroke=0)
        canvas.rect(width - EDGE - 10, EDGE, 10, 10, fill=1, stroke=0)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


class Stubborn(QPrinter):
    """Takes the first page and no other, as where the job was cancelled in the system's queue."""

    def newPage(self) -> bool:
        return False


def on_paper(printer: QPrinter, path: Path) -> QPrinter:
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def run(qtbot: QtBot, printer: QPrinter, pdf: bytes) -> bool:
    window = QWidget()
    qtbot.addWidget(window)
    sizes = page_sizes(pdf)
    job = PrintJob(printer, pdf, sizes, tuple(range(len(sizes))), Tasks(window, threads=1))
    with qtbot.waitSignal(job.ended, timeout=20_000) as ended:
        job.start()
    return bool(ended.args and ended.args[0])


def test_pages_that_stand_and_lie_come_out_so_and_to_the_edge(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "giấy.pdf"
    assert run(qtbot, on_paper(QPrinter(), path), marked(UPRIGHT, ACROSS, UPRIGHT))
    with pypdfium2.PdfDocument(path) as printed:
        assert [tuple(map(round, page.get_size())) for page in printed] == [(595, 842), (842, 595), (595, 842)]
        for page in printed:
            image = page.render(scale=1).to_pil().convert("L").point(lambda grey: 255 * (grey < 128))
            left, top, right, bottom = image.getbbox()
            width, height = (round(side) for side in page.get_size())
            assert (left, top) == pytest.approx((EDGE, EDGE), abs=1)
            assert (width - right, height - bottom) == pytest.approx((EDGE, EDGE), abs=1)


def test_a_printer_that_takes_no_more_pages_has_not_printed(qtbot: QtBot, tmp_path: Path) -> None:
    assert not run(qtbot, on_paper(Stubborn(), tmp_path / "giấy.pdf"), marked(UPRIGHT, UPRIGHT))


def test_the_paper_is_laid_to_its_edge_whatever_was_there(tmp_path: Path) -> None:
    printer = on_paper(QPrinter(), tmp_path / "giấy.pdf")
    lay_paper(printer, ACROSS)
    layout = printer.pageLayout()
    assert layout.mode() is QPageLayout.Mode.FullPageMode
    assert layout.orientation() is QPageLayout.Orientation.Landscape
    assert layout.pageSize().name().startswith("A4")
    assert layout.margins().isNull()
