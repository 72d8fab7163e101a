"""Which office file is opened: named, remembered, chosen or made at the first run; and the lock on it."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop import files
from desktop.context import Context
from desktop.opening.dress import dress
from desktop.opening.plain import plain_imports
from desktop.qt.memory import Memory
from desktop.screens.window import offices

if TYPE_CHECKING:
    from PySide6.QtCore import QLockFile
    from PySide6.QtWidgets import QWidget

LAST_FILE = "office"
"""The name under which the file made or chosen at the first run is remembered."""


def chosen_office(asked: str, parent: "QWidget", path: Path, context: Context) -> Path | None:
    """The file of the office asked for: made anew, chosen, the sample's, or named; None where it was closed."""
    with plain_imports():
        from desktop.domain.refusal import Refusal
        from desktop.qt.dialog import choose_file, tell
        from desktop.sample.file import create_sample
        from desktop.screens.window.wizard import KINDS, Wizard
    if asked == offices.NEW:
        wizard = Wizard(path, clock=context.clock, who=context.who, parent=parent)
        wizard.exec()
        return wizard.result_path
    if asked == offices.OTHER:
        return choose_file(parent, "Mở tệp văn phòng", name=str(path.parent), kinds=KINDS)
    if asked != offices.SAMPLE:
        return Path(asked)
    try:
        return create_sample(context.paths.data, clock=context.clock, who=context.who)
    except Refusal as refusal:
        tell(parent, "Chưa mở được văn phòng mẫu", refusal.sentence)
        return None


def office_asked_for(words: list[str], context: Context, memory: Memory) -> Path:
    """The file named in the command, else the one made or chosen at the first run, else the user's own."""
    if "--office" in words[:-1]:
        return files.given(words[words.index("--office") + 1])
    named = [word for word in words if word.lower().endswith(".thuky")]
    return files.given(named[0]) if named else Path(str(memory.get(LAST_FILE) or context.paths.office))


def office_to_open(app: QApplication, chosen: Path, memory: Memory, context: Context) -> Path | None:
    """The file asked for, or what the clerk has instead of it; None where the window is not wanted after all."""
    if files.is_there(chosen):
        return chosen
    if str(chosen) != memory.get(LAST_FILE):
        return _make_office(app, chosen, memory, context)
    dress(app, memory)
    with plain_imports():
        from desktop.screens.window.missing import MissingOffice
    missing = MissingOffice(chosen)
    missing.exec()
    if missing.found:
        memory.put(LAST_FILE, str(missing.found))
    return _make_office(app, context.paths.office, memory, context) if missing.anew else missing.found


def take_lock(path: Path) -> "QLockFile | None":
    """Keep a second window off the same file; None, after saying who holds it, where somebody does."""
    from desktop import lock

    try:
        return lock.take(path)
    except lock.Held as held:
        from desktop.qt.dialog import tell

        tell(None, "Tệp đang được mở", held.sentence)
        return None


def _make_office(app: QApplication, path: Path, memory: Memory, context: Context) -> Path | None:
    """The first run: ask for the office and remember its file; None if it was closed."""
    dress(app, memory)
    with plain_imports():
        from desktop.screens.window.wizard import Wizard

        wizard = Wizard(path, clock=context.clock, who=context.who)
    wizard.exec()
    if wizard.result_path and wizard.result_path.name != offices.SAMPLE_FILE:
        memory.put(LAST_FILE, str(wizard.result_path))
    return wizard.result_path


def context_of(path: Path, context: Context) -> Context:
    """The sample is looked at on a day of its own, in the middle of its work."""
    if path.name != offices.SAMPLE_FILE:
        return context
    with plain_imports():
        from desktop.sample.sample import SHOWN, demo_day
    day = demo_day(SHOWN)
    return replace(context, clock=lambda: dt.datetime.combine(day, context.clock().time()))
