"""Every test of the kit runs in the light look."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.qt import theme


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    theme.install(qapp, "light")
