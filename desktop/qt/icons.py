"""Icons drawn from the font that ships with qtawesome (mdi6), in any colour and size.

qtawesome itself is not imported: its import costs a fifth of the time to the first paint, and only its font and its
table of code points are needed.
"""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

if TYPE_CHECKING:  # touching a class of Qt costs time, and the Qt namespace most of all
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

_CENTRED = 0x84 | 0x200
"""Qt.AlignCenter and Qt.TextDontClip, which `drawText` takes as numbers."""

_STEM = "materialdesignicons6-webfont"


@cache
def _fonts() -> Path:
    spec = find_spec("qtawesome")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "fonts"


@cache
def _family() -> str:
    """The font given as bytes: on Windows, Qt without a screen cannot open a file whose path has Vietnamese letters."""
    files = sorted(_fonts().glob(f"{_STEM}-*.ttf"))
    added = QFontDatabase.addApplicationFontFromData(files[-1].read_bytes())
    return QFontDatabase.applicationFontFamilies(added)[0]


@cache
def _table() -> dict[str, str]:
    files = sorted(_fonts().glob(f"{_STEM}-charmap-*.json"))
    table: dict[str, str] = json.loads(files[-1].read_text(encoding="utf-8"))
    return table


@cache
def glyph(name: str) -> str:
    """Return the character of an icon named as in qtawesome, `mdi6.check`; KeyError if there is none."""
    return chr(int(_table()[name.removeprefix("mdi6.")], 16))


def font(pixels: int) -> QFont:
    """The icon font at a size."""
    made = QFont(_family())
    made.setPixelSize(pixels)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def paint(painter: "QPainter", rect: "QRectF", name: str, color: "QColor") -> None:
    """Draw an icon filling the rectangle."""
    painter.save()
    painter.setFont(font(round(rect.height())))
    painter.setPen(color)
    painter.drawText(rect, _CENTRED, glyph(name))
    painter.restore()


def pixmap(name: str, color: "QColor", size: int, ratio: float) -> "QPixmap":
    from PySide6.QtCore import QRectF, QSize, Qt
    from PySide6.QtGui import QPainter, QPixmap

    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    paint(painter, QRectF(0, 0, size, size), name, color)
    painter.end()
    return picture


def icon(name: str, color: "QColor", faint: "QColor", size: int) -> "QIcon":
    """Return an icon sharp at 100, 150 and 200 %, pale where the control is disabled."""
    from PySide6.QtGui import QIcon

    made = QIcon()
    for ratio in (1.0, 1.5, 2.0):
        made.addPixmap(pixmap(name, color, size, ratio), QIcon.Mode.Normal)
        made.addPixmap(pixmap(name, faint, size, ratio), QIcon.Mode.Disabled)
    return made
