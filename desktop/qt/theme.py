"""The look as data: colours by role for light and dark, type sizes, and the one stylesheet filled with them.

The theme in use hangs on the application object, so that whatever paints itself finds it without a global.
"""

from importlib.resources import files

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.qt import icons

FAMILIES = ["Segoe UI", "Noto Sans"]

_COMMON = {"prim-text": "#FFFFFF", "page": "#FFFFFF", "page-text": "#000000"}
LIGHT = _COMMON | {
    "bg": "#F7F6F3",
    "rail": "#EFEDE7",
    "surface": "#FFFFFF",
    "surface2": "#F3F1EC",
    "off": "#F1EEE7",
    "line": "#E3E0D8",
    "lines": "#CFCBC1",
    "edge": "#8A877F",
    "text": "#1D2126",
    "text2": "#4D535B",
    "text3": "#646A72",
    "accent": "#1F4F9E",
    "prim": "#1F4F9E",
    "prim-hover": "#183F80",
    "asoft": "#E4ECF8",
    "met": "#1A7040",
    "met-soft": "#E3F1E8",
    "due": "#835100",
    "due-soft": "#FBEFD8",
    "breach": "#B3261E",
    "breach-soft": "#FBE8E6",
    "exempt": "#56606B",
    "exempt-soft": "#EBEDEF",
    "unknown": "#56606B",
    "unknown-soft": "#EBEDEF",
    "unclear": "#6A3D9A",
    "unclear-soft": "#F1EAF8",
    "unregulated": "#646A72",
    "unregulated-soft": "#EBEDEF",
    "paper": "#D9D6CF",
}
DARK = _COMMON | {
    "bg": "#1B1D20",
    "rail": "#151719",
    "surface": "#222529",
    "surface2": "#292D32",
    "off": "#1E2023",
    "line": "#353A40",
    "lines": "#4B5159",
    "edge": "#848B93",
    "text": "#E9E7E2",
    "text2": "#BABEC3",
    "text3": "#9DA3AA",
    "accent": "#8DB4F2",
    "prim": "#34649F",
    "prim-hover": "#2C578C",
    "asoft": "#26374F",
    "met": "#6CC795",
    "met-soft": "#1F3529",
    "due": "#E5B35A",
    "due-soft": "#3A2F18",
    "breach": "#F48B81",
    "breach-soft": "#45241F",
    "exempt": "#ABB3BC",
    "exempt-soft": "#30353B",
    "unknown": "#ABB3BC",
    "unknown-soft": "#30353B",
    "unclear": "#C6A6EE",
    "unclear-soft": "#352B45",
    "unregulated": "#9DA3AA",
    "unregulated-soft": "#30353B",
    "paper": "#121315",
}


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
    """Dress the application; `mode` is system, light or dark."""
    dark = mode == "dark" or (mode == "system" and _system_is_dark(app))
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
