"""Defends that a page stays sharp when its window is moved to a screen of another fineness."""

from io import BytesIO

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from desktop.qt.pdf_view import PdfView, page_sizes
from desktop.qt.tasks import Tasks


class FinerLater(PdfView):
    """On a screen whose fineness the test changes, as the system does."""

    ratio = 1.0

    def devicePixelRatioF(self) -> float:
        return self.ratio


@pytest.fixture
def pdf() -> bytes:
    made = BytesIO()
    canvas = Canvas(made)
    canvas.drawString(100, 700, "Trang in")
    canvas.save()
    return made.getvalue()


def test_a_finer_screen_gets_a_finer_page(qtbot: QtBot, pdf: bytes) -> None:
    tasks = Tasks()
    view = FinerLater(tasks)
    qtbot.addWidget(view)
    view.resize(600, 800)
    view.show()
    view.set_pdf(pdf, page_sizes(pdf), 0)
    qtbot.waitUntil(lambda: view.image() is not None, timeout=20_000)
    first = view.image()
    assert first is not None
    coarse = first.width()
    view.ratio = 1.5
    QApplication.sendEvent(view, QEvent(QEvent.Type.DevicePixelRatioChange))
    qtbot.waitUntil(lambda: (shown := view.image()) is not None and shown.width() > coarse, timeout=20_000)
    finer = view.image()
    assert finer is not None
    assert abs(finer.width() - coarse * 1.5) <= 2
    tasks.end()
