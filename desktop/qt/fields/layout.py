"""How the fields of a form stand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.qt.boxes import row

Line = QWidget | tuple[object, ...]


def form(*lines: Line, gap: int = 9) -> QGridLayout:
    """Stack fields; a tuple stands side by side, each alone or with its share: (field, 2)."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(gap)
    for index, line in enumerate(lines):
        parts = line if isinstance(line, tuple) else (line,)
        grid.addLayout(_side_by_side(parts), index, 0)
    return grid


def _side_by_side(parts: Sequence[object]) -> QHBoxLayout:
    box = row(gap=8)
    for part in parts:
        item, share = part if isinstance(part, tuple) else (part, 1)
        if isinstance(item, QWidget):
            box.addWidget(item, share, Qt.AlignmentFlag.AlignTop)
        elif isinstance(item, int):
            box.addSpacing(item)
    return box
