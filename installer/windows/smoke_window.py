"""Runs inside the installed Python under Wine: opens the program's own window and does what a clerk would.

`plan` plans a meeting through its dialog, `find` looks for it again; both save a picture of what is on the screen.
Usage: python.exe -I -B -X utf8 smoke_window.py plan|find TITLE PICTURE.png PLATFORM
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from desktop.app import open_window
from desktop.context import of_machine
from desktop.sample.file import create_sample
from desktop.screens.meetings.plan import PlanDialog
from desktop.screens.meetings.screen import MeetingsScreen
from desktop.screens.window.first import FirstWindow
from desktop.screens.window.shell import Shell

PLACE = "Phòng họp tầng hai"


class Clerk:
    """Waits for each thing to appear before the next is done."""

    def __init__(self, app: QApplication, title: str, picture: Path) -> None:
        self._app, self._title, self._picture = app, title, picture

    def when(self, there: Callable[[], object], act: Callable[[], object]) -> None:
        if there():
            act()
        else:
            QTimer.singleShot(50, lambda: self.when(there, act))

    def window(self) -> FirstWindow:
        return next(one for one in self._app.topLevelWidgets() if isinstance(one, FirstWindow))

    def shell(self) -> Shell | None:
        made = [one for one in self._app.allWidgets() if isinstance(one, Shell)]
        return made[0] if made and made[0].desk.ready and made[0].isVisible() else None

    def plan(self) -> None:
        shell = self.shell()
        assert shell
        self.when(lambda: isinstance(self._app.activeModalWidget(), PlanDialog), self._fill)
        shell.desk.plan()

    def _fill(self) -> None:
        dialog = self._app.activeModalWidget()
        assert isinstance(dialog, PlanDialog)
        for field, text in ((dialog.title, self._title), (dialog.place_, PLACE)):
            field.line.selectAll()
            field.line.insert(text)
            field.line.textEdited.emit(text)
            field.line.editingFinished.emit()
        dialog.primary.click()
        QTimer.singleShot(0, self._planned)

    def _planned(self) -> None:
        dialog = self._app.activeModalWidget()
        if isinstance(dialog, QDialog):
            print("refused:", [button.text() for button in dialog.findChildren(QPushButton)])
            dialog.reject()
        self.look()

    def look(self) -> None:
        """Say whether the meeting is among the facts and on the screen, and close the window by its X."""
        shell = self.shell()
        assert shell
        found = [one for one in shell.desk.facts.office.meetings if one.title == self._title]
        if found:
            shell.desk.go("meetings", found[0].id)
        screen = shell.current()
        listed = isinstance(screen, MeetingsScreen) and screen.page.isVisible()
        print(f"meetings: {len(found)}, place: {[one.place for one in found]}, on the screen: {listed}")
        QTimer.singleShot(1500, self._leave)

    def _leave(self) -> None:
        self.window().grab().save(str(self._picture))
        self.window().close()


def main(what: str, title: str, picture: str, platform: str) -> int:
    if platform == "offscreen":
        os.environ["QT_QPA_FONTDIR"] = str(Path(os.environ["WINDIR"]) / "Fonts")
    context = of_machine()
    office = create_sample(context.paths.data, clock=context.clock, who=context.who)
    print(f"office: {office}")
    app = QApplication([sys.argv[0], "-platform", platform])
    clerk = Clerk(app, title, Path(picture))
    QTimer.singleShot(0, lambda: clerk.when(clerk.shell, clerk.plan if what == "plan" else clerk.look))
    status = open_window(["--office", str(office)], context)
    print(f"closed with {status}")
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
