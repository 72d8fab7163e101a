"""The look as data: colours by role for light and dark, type sizes, and the one stylesheet filled with them.

The theme in use hangs on the application object, so that whatever paints itself finds it without a global.
"""

from importlib.resources import files

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.qt import icons
from desktop.qt.tokens import DARK, FAMILIES, LIGHT


class Theme:
    """One set of colours with the icons and fonts made from it; made once a change of mode."""

    def __init__(self, dark: bool) -> None:
        self.dark = dark
        self.tokens = DARK if dark else LIGHT
        self._icons: dict[tuple[str, str, int], QIcon] = {}
        self._colors = {name: QColor(value) for name, value in self.tokens.items()}
        self._fonts: dict[tuple[float, bool], QFont] = {}

    def color(self, token: str) -> QColor:
        return self._colors[token]

    def icon(self, name: str, token: str = "text2", size: int = 16) -> QIcon:
        key = (name, token, size)
        if key not in self._icons:
            self._icons[key] = icons.icon(name, self.color(token), self.color("lines"), size)
        return self._icons[key]

    def pixmap(self, name: str, token: str = "text2", size: int = 16, ratio: float = 1.0) -> QPixmap:
        return icons.pixmap(name, self.color(token), size, ratio)

    def font(self, pt: float = 10, semibold: bool = False) -> QFont:
        key = (pt, semibold)
        if key not in self._fonts:
            self._fonts[key] = _font(pt, semibold)
        return self._fonts[key]

    def stylesheet(self) -> str:
        """Return resources/style.qss with every `@token` replaced, longest names first."""
        text = (files("resources") / "style.qss").read_text(encoding="utf-8")
        for name in sorted(self.tokens, key=len, reverse=True):
            text = text.replace(f"@{name};", f"{self.tokens[name]};")
        return text

    def palette(self) -> QPalette:
        palette = QPalette()
        for role, token in _PALETTE.items():
            palette.setColor(role, self.color(token))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("text3"))
        return palette


_PALETTE = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface2",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "prim",
    QPalette.ColorRole.HighlightedText: "prim-text",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Mid: "lines",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Dark: "edge",
}


def _font(pt: float, semibold: bool) -> QFont:
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPointSizeF(pt)
    font.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
    return font


def install(app: QApplication, mode: str = "system") -> Theme:
    """Dress the application; `mode` is system, light or dark. What it wears already is left on: dressing takes long."""
    dark = mode == "dark" or (mode == "system" and _system_is_dark(app))
    worn = app.property("look")
    if isinstance(worn, Theme) and worn.dark is dark:
        return worn
    theme = Theme(dark)
    app.setProperty("look", theme)
    if app.style().name().lower() != "fusion":
        app.setStyle("Fusion")
    app.setFont(theme.font())
    app.setPalette(theme.palette())
    app.setStyleSheet(theme.stylesheet())
    return theme


def _system_is_dark(app: QApplication) -> bool:
    return app.styleHints().colorScheme() is Qt.ColorScheme.Dark


def current() -> Theme:
    """Return the theme the application wears; the light one if none was put on."""
    app = QApplication.instance()
    look = app.property("look") if app else None
    return look if isinstance(look, Theme) else Theme(False)


def text_width(text: str, pt: float = 10, semibold: bool = False) -> int:
    """Return the width of a line of text in the program's own type."""
    return QFontMetrics(current().font(pt, semibold)).horizontalAdvance(text)


def paint_icon(painter: QPainter, rect: QRectF, name: str, token: str) -> None:
    icons.paint(painter, rect, name, current().color(token))
