"""Runs in Windows' Python under Wine and does by hand what a clerk does outside the program's own window.

`pages` goes through a Setup or an uninstaller page by page, `open` opens an office file as a double click does. Each
page is said as one line of JSON (its words, and the name of its picture); the program's window is closed by its X.
Usage: python.exe -I -B -X utf8 smoke_hand.py pages|open FILE FOLDER [WORDS OF A BOX TO TICK …]
"""

import ctypes
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from ctypes import wintypes
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication

user32 = ctypes.WinDLL("user32")
CLICK, CLOSE, TEXT, TEXT_LENGTH = 0x00F5, 0x0010, 0x000D, 0x000E
"""The messages BM_CLICK, WM_CLOSE, WM_GETTEXT and WM_GETTEXTLENGTH."""
DIALOG, OWNER = "#32770", 4
NEXT, OK_ALONE = 1, 2
"""Ids of the button that leads on: a page's, and that of a message with one button."""
PATIENCE = 120
"""Seconds for the longest page, the one that copies the files."""
LET_GO = 4
"""Seconds without a page after which there is none to come: an uninstaller goes on in a process of its own."""

Handle = int
visitor = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)


def shown(parent: Handle = 0) -> list[Handle]:
    """The visible windows, the topmost first, or the visible parts of one."""
    found: list[Handle] = []

    def visit(window: Handle, _: int) -> bool:
        if user32.IsWindowVisible(window):
            found.append(window)
        return True

    if parent:
        user32.EnumChildWindows(parent, visitor(visit), 0)
    else:
        user32.EnumWindows(visitor(visit), 0)
    return found


def kind(window: Handle) -> str:
    text = ctypes.create_unicode_buffer(64)
    user32.GetClassNameW(window, text, len(text))
    return text.value


def words(window: Handle) -> str:
    text = ctypes.create_unicode_buffer(user32.SendMessageW(window, TEXT_LENGTH, 0, 0) + 1)
    user32.SendMessageW(window, TEXT, len(text), text)
    return text.value


def dialog() -> Handle:
    """The page, or the message over it; 0 where there is neither."""
    dialogs = [one for one in shown() if kind(one) == DIALOG]
    owned = [one for one in dialogs if user32.GetWindow(one, OWNER)]
    return (owned or dialogs or [0])[0]


def onward(page: Handle) -> Handle:
    """The button that leads on, or 0 while it cannot be pressed."""
    for number in (NEXT, OK_ALONE):
        button = user32.GetDlgItem(page, number)
        if button and user32.IsWindowVisible(button):
            return button if user32.IsWindowEnabled(button) else 0
    return 0


def picture(window: Handle, path: Path) -> None:
    """What the screen shows where the window stands."""
    place = wintypes.RECT()
    user32.GetWindowRect(window, ctypes.byref(place))
    screen = QGuiApplication.primaryScreen()
    there = QRect(QPoint(place.left, place.top), QPoint(place.right - 1, place.bottom - 1)) & screen.geometry()
    screen.grabWindow(0, there.x(), there.y(), there.width(), there.height()).save(str(path))


def pages(file: Path, boxes: list[str]) -> Iterator[tuple[Handle, list[str]]]:
    """Every page with its words, its boxes ticked; the way on is pressed when the page has been dealt with."""
    nothing = subprocess.DEVNULL
    process = subprocess.Popen([str(file)], stdin=nothing, stdout=nothing, stderr=nothing)
    last: list[str] = []
    end, gone = time.monotonic() + PATIENCE, 0.0
    while time.monotonic() < end:
        time.sleep(0.4)
        page = dialog()
        if not page:
            gone = gone or time.monotonic()
            if last and process.poll() is not None and time.monotonic() - gone > LET_GO:
                return
            continue
        gone = 0.0
        said = [words(page), *filter(None, map(words, shown(page)))]
        if said == last or not onward(page):
            continue
        for part in shown(page):
            if words(part).replace("&", "") in boxes:
                user32.SendMessageW(part, CLICK, 0, 0)
        time.sleep(0.4)
        yield page, said
        last, end = said, time.monotonic() + PATIENCE
        user32.PostMessageW(onward(page), CLICK, 0, 0)
    raise TimeoutError(f"no way on after {last}")


def program_window(folder: Path) -> Handle:
    """The program's window once what it shows stands still."""
    before, path = b"", folder / "program.png"
    for _ in range(PATIENCE):
        time.sleep(1.0)
        window = next((one for one in shown() if kind(one).startswith("Qt")), 0)
        if window:
            picture(window, path)
            if path.read_bytes() == before and len(before) > 20_000:
                return window
            before = path.read_bytes()
    raise TimeoutError("the program's window does not come to rest")


def look_and_close(folder: Path, name: str) -> None:
    window = program_window(folder)
    (folder / "program.png").replace(folder / f"{name}.png")
    print(json.dumps({"words": [words(window)], "picture": f"{name}.png"}, ensure_ascii=False), flush=True)
    user32.PostMessageW(window, CLOSE, 0, 0)
    while user32.IsWindow(window):
        time.sleep(0.2)


def main(what: str, file: Path, folder: Path, boxes: list[str]) -> None:
    if what == "open":
        os.startfile(file)  # as a double click: the system finds the program
        look_and_close(folder, "double-click")
        return
    for number, (page, said) in enumerate(pages(file, boxes), start=1):
        name = f"{file.stem}-{number}.png"
        picture(page, folder / name)
        print(json.dumps({"words": said, "picture": name}, ensure_ascii=False), flush=True)
    if "Setup" in file.stem:
        look_and_close(folder, "first-start")


if __name__ == "__main__":
    app = QGuiApplication([sys.argv[0], "-platform", "windows"])
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4:])
