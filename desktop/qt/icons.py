"""Icons drawn from a font of Material Design Icons that holds those the program names, in any colour and size.

`installer.icons` makes it anew when a name is added.
"""

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

import resources

if TYPE_CHECKING:  # touching a class of Qt costs time, and the Qt namespace most of all
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

_CENTRED = 0x84 | 0x200
"""Qt.AlignCenter and Qt.TextDontClip, which `drawText` takes as numbers."""

_FOLDER = Path(str(resources.__file__)).parent / "icons"


@cache
def _family() -> str:
    """The font given as bytes: on Windows, Qt without a screen cannot open a file whose path has Vietnamese letters."""
    added = QFontDatabase.addApplicationFontFromData((_FOLDER / "icons.ttf").read_bytes())
    return QFontDatabase.applicationFontFamilies(added)[0]


@cache
def _table() -> dict[str, str]:
    table: dict[str, str] = json.loads((_FOLDER / "icons.json").read_text(encoding="utf-8"))
    return table


@cache
def glyph(name: str) -> str:
    """Return the character of an icon by its name, `mdi6.check`; KeyError if there is none."""
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
