"""Qt's own menus and dialogs in Vietnamese, of the texts kept in `resources/qt_words.toml`."""

import tomllib
from importlib.resources import files

from PySide6.QtCore import QCoreApplication, QTranslator


class QtWords(QTranslator):
    """What is not in the list stays as Qt has it: key names are the same everywhere."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        text = (files("resources") / "qt_words.toml").read_text(encoding="utf-8")
        self._words: dict[str, str] = tomllib.loads(text)

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # type: ignore[override]  # None, unlike an empty text, says that there is none
        return self._words.get(source)


def speak_vietnamese(app: QCoreApplication) -> None:
    """Once for an application, before its first dialog."""
    if app.findChild(QtWords) is None:
        app.installTranslator(QtWords(app))
