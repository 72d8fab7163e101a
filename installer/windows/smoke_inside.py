"""Runs inside the installed Python under Wine: files another program holds, paths over 260 letters, every module.

Prints one line for each thing seen and ends with 0; anything else ends with a traceback.
Usage: python.exe -I -B -X utf8 smoke_inside.py FOLDER
"""

import datetime as dt
import importlib
import pkgutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Timer

import db
import desktop
from db.backup import backup, restore
from desktop import files, vi
from desktop.sample.file import create_sample
from desktop.usecases.office.file import doctor


def held(path: Path, seconds: float) -> Callable[[], None]:
    """Hold a file as a scanner does: Windows lets nobody replace what another has open without leave."""
    stream = path.open("rb")
    Timer(seconds, stream.close).start()
    return stream.close


def a_held_file_is_waited_for(folder: Path) -> None:
    path = folder / "giấy mời.pdf"
    path.write_bytes(b"old")
    held(path, 0.7)
    began = time.monotonic()
    files.write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert time.monotonic() - began > 0.5, "nothing held the file"
    print("a file held for a moment is written once it is let go")


def a_file_not_let_go_is_said(folder: Path) -> None:
    path = folder / "biên bản.docx"
    path.write_bytes(b"old")
    let_go = held(path, 60)
    began = time.monotonic()
    try:
        files.write_whole(path, b"new")
    except OSError as error:
        took, said = time.monotonic() - began, vi.os_reason(error)
    else:
        raise AssertionError("a held file was replaced")
    let_go()
    assert 1.5 < took < 5, took
    assert path.read_bytes() == b"old"
    assert not list(folder.glob(".*.tmp")), "something was left beside it"
    print(f"a file not let go is refused after {took:.1f} s and kept as it was: {said}")


def a_long_path_is_taken(folder: Path) -> None:
    """An office, its copy, its restoring and its lock, all under a path of far more than 260 letters."""
    deep = files.given(str(folder.joinpath(*["Hồ sơ hội nghị Ban Thường vụ quý IV năm 2024"] * 6)))
    deep.mkdir(parents=True)
    office = create_sample(deep, clock=dt.datetime.now, who="văn thư")
    copy = deep / "bản sao.thuky"
    backup(office, copy)
    restore(copy, office, on=dt.date(2024, 12, 11))
    assert len(str(office)) > 260
    assert doctor(office) == []
    files.write_whole(deep / "Biên bản.pdf", b"paper")
    print(f"an office, its copy and a paper lie under a path of {len(str(office))} letters")


def every_module_comes_in(_folder: Path) -> None:
    """Nothing that was left out of the packages is missed, not even by what no form and no screen asks for."""
    names = [
        each.name
        for package in (desktop, db)
        for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        if not each.name.startswith("db.migrations.")  # these run only inside a migration
    ]
    for name in names:
        importlib.import_module(name)
    assert len(names) > 250, names
    print(f"all {len(names)} modules of the program come in")


def main(folder: str) -> int:
    checks = (a_held_file_is_waited_for, a_file_not_let_go_is_said, a_long_path_is_taken, every_module_comes_in)
    for check in checks:
        check(Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
