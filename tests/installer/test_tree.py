"""Defends what of the packages is installed, and that two builds of it can be told apart by nothing but content."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from installer.bootstrap import ROOT
from installer.windows import compare, tree
from installer.windows.inputs import Stopped
from installer.windows.tree import Parts

PARTS = Parts.read()


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/QtWidgets.pyd",
        "PySide6/plugins/platforms/qwindows.dll",
        "shiboken6/Shiboken.pyd",
        "reportlab/pdfgen/canvas.py",
        "sqlalchemy-2.1.9.dist-info/licenses/LICENSE",
    ],
)
def test_what_the_program_needs_is_kept(name: str) -> None:
    assert PARTS.wants(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt6Quick.dll",
        "PySide6/opengl32sw.dll",
        "PySide6/plugins/tls/qschannelbackend.dll",
        "PySide6/QtWidgets.pyi",
        "PIL/_avif.cp312-win_amd64.pyd",
        "reportlab-5.1.0.dist-info/RECORD",
    ],
)
def test_what_it_does_not_need_is_left_out(name: str) -> None:
    assert not PARTS.wants(name)


def test_every_part_of_qt_that_the_program_imports_is_kept() -> None:
    asked = {
        module
        for path in (ROOT / "desktop").rglob("*.py")
        for module in re.findall(r"^\s*from PySide6\.(\w+) import", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert {"QtCore", "QtGui", "QtWidgets", "QtPrintSupport"} <= asked
    wanted = [f"PySide6/{module}.pyd" for module in asked] + [f"PySide6/Qt6{module[2:]}.dll" for module in asked]
    assert [name for name in sorted(wanted) if not PARTS.wants(name)] == []


def wheel(path: Path, names: list[str]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, name)
    return path


def test_a_kept_part_that_a_new_version_lacks_stops_the_build(tmp_path: Path) -> None:
    parts = replace(PARTS, keep={"PySide6/": ("QtCore.pyd", "Qt6Core.dll")})
    made = wheel(tmp_path / "pyside6_essentials-6.9.3-cp39-abi3-win_amd64.whl", ["PySide6/QtCore.pyd"])
    with pytest.raises(Stopped, match=r"PySide6/Qt6Core\.dll"):
        tree.lay_wheels([made], tmp_path / "site", parts)


def test_build_tools_are_not_installed(tmp_path: Path) -> None:
    made = wheel(tmp_path / "setuptools-84.2.1-py3-none-any.whl", ["setuptools/__init__.py"])
    tree.lay_wheels([made], tmp_path / "site", replace(PARTS, keep={}))
    assert not (tmp_path / "site").exists()


def test_a_name_that_leads_out_of_the_folder_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(Stopped, match="no place in the Setup"):
        tree.put(tmp_path / "../outside.py", b"")


def test_the_network_and_what_is_replaced_of_python_stay_out(tmp_path: Path) -> None:
    tree.lay_python({"python312.dll": b"", "_ssl.pyd": b"", "python312._pth": b"theirs"}, tmp_path, PARTS)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["python312._pth", "python312.dll"]
    assert (tmp_path / "python312._pth").read_bytes() == b"python312.zip\r\n.\r\nsite-packages\r\n..\\app\r\n"


def test_the_program_goes_in_without_what_is_for_its_owners(tmp_path: Path) -> None:
    tree.lay_program(tmp_path)
    laid = {path.name for path in (tmp_path / "resources").iterdir()}
    there = {path.name for path in (ROOT / "resources").iterdir() if path.name != "__pycache__"}
    assert there - laid == {"decisions", "pictures"}


def test_folders_are_compared_file_by_file(tmp_path: Path) -> None:
    for name in ("a", "b"):
        tree.put(tmp_path / name / "same.py", b"x = 1\n")
        tree.put(tmp_path / name / "other.py", name.encode())
    tree.put(tmp_path / "a" / "gone.py", b"")
    found = compare.differences(compare.contents(tmp_path / "a"), compare.contents(tmp_path / "b"))
    assert list(found) == ["only in the first: gone.py", "differs: other.py"]


def test_every_file_gets_one_day_and_a_fixed_place(tmp_path: Path) -> None:
    for name in ("b/z.py", "a.dll", "b/a.py", "a.py"):
        tree.put(tmp_path / name, b"x")
    assert [str(name) for name in tree.files_of(tmp_path)] == ["a.dll", "a.py", "b/a.py", "b/z.py"]
    assert tree.settle(tmp_path) == 4
    assert {int(path.stat().st_mtime) for path in tmp_path.rglob("*.py")} == {tree.DAY}


@pytest.mark.parametrize(("version", "said"), [("0.1.0", "0,1,0,0"), ("1.2", "1,2,0,0"), ("1.2.3.4", "1,2,3,4")])
def test_versions_as_windows_wants_them(version: str, said: str) -> None:
    assert tree.numbers(version) == said
