"""Defends that a file another program holds is waited for, and that what cannot be written leaves the old one whole."""

import errno
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop import files, vi


class Held(PermissionError):
    """What Windows answers while another program has the file open."""

    winerror = 32


def held(times: int, error: OSError) -> tuple[Callable[[], str], list[int]]:
    """An act that is refused so many times, and the list of its tries."""
    tries: list[int] = []

    def act() -> str:
        tries.append(len(tries))
        if len(tries) <= times:
            raise error
        return "done"

    return act, tries


def test_a_held_file_is_tried_again() -> None:
    act, tries = held(3, Held())
    assert files.patiently(act) == "done"
    assert len(tries) == 4


def test_patience_ends_with_the_error_and_one_clear_line() -> None:
    act, tries = held(1_000, Held())
    with pytest.raises(PermissionError) as caught:
        files.patiently(act, patience=0.3)
    assert 2 < len(tries) < 10
    assert vi.os_reason(caught.value) == "tệp đang mở ở chương trình khác, hãy đóng tệp ở đó rồi làm lại"


@pytest.mark.parametrize("error", [PermissionError(), FileNotFoundError(), OSError(28, "full")])
def test_what_does_not_pass_is_not_waited_for(error: OSError) -> None:
    act, tries = held(1, error)
    with pytest.raises(type(error)):
        files.patiently(act)
    assert len(tries) == 1


def test_a_file_is_written_whole_over_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "Giấy mời họp.pdf"
    path.write_bytes(b"old")
    files.write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_written_leaves_the_old_one_and_nothing_beside_it(tmp_path: Path) -> None:
    """A folder stands where the file should: a real refusal of the system, met when all is written but the name."""
    target = tmp_path / "bien-ban.docx"
    target.mkdir()
    (target / "cũ").write_bytes(b"old")
    with pytest.raises(OSError, match=str(target.name)):
        files.write_whole(target, b"new")
    assert (target / "cũ").read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_path_of_more_than_260_letters_with_vietnamese_in_it(tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["Hồ sơ hội nghị Ban Thường vụ quý IV"] * 8)
    folder.mkdir(parents=True)
    path = folder / "Biên bản.pdf"
    assert len(str(path)) > 300
    files.write_whole(path, b"paper")
    assert path.read_bytes() == b"paper"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (r"C:\Hồ sơ\office.thuky", r"\\?\C:\Hồ sơ\office.thuky"),
        (r"\\may-chu\van-phong\office.thuky", r"\\?\UNC\may-chu\van-phong\office.thuky"),
        (r"\\?\C:\x", r"\\?\C:\x"),
    ],
)
def test_windows_form_without_a_limit(path: str, said: str) -> None:
    assert files.without_limit(path) == said


@pytest.mark.parametrize(
    "path", [r"C:\Hồ sơ\office.thuky", r"\\may-chu\van-phong\office.thuky", "/home/van phong/x.thuky"]
)
def test_a_path_is_shown_as_a_person_knows_it(path: str) -> None:
    assert files.shown(Path(path)) == path
    assert files.shown(Path(files.without_limit(path))) == path


def test_an_opening_that_windows_denies_may_be_a_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    denied = PermissionError(errno.EACCES, "Permission denied")  # no winerror: open() goes through the C library
    assert not files.is_held(denied)
    monkeypatch.setattr(sys, "platform", "win32")
    assert files.is_held(denied)
    assert "đang mở ở chương trình khác" in vi.os_reason(denied)
    assert not files.is_held(FileNotFoundError(errno.ENOENT, "No such file"))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Giấy mời: Hội nghị 12/2024?", "Giấy mời- Hội nghị 12-2024-"),
        ('Nghị quyết "Về chuyển đổi số" ', "Nghị quyết -Về chuyển đổi số-"),
        (" ... ", "-"),
        ("ắ" * 200, "ắ" * 120),
    ],
)
def test_a_title_becomes_a_name_every_system_takes(title: str, name: str) -> None:
    assert files.safe_name(title) == name


def test_a_file_that_cannot_be_reached_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "x.thuky").touch()
    assert files.is_there(tmp_path / "x.thuky")
    assert not files.is_there(tmp_path)
    assert not files.is_there(tmp_path / ("dài" * 200))  # the system refuses to look for it


def left(path: Path, *, seconds: float) -> Path:
    """Something a killed process left half done, so long ago."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"all that an office knows")
    then = time.time() - seconds
    os.utime(path, (then, then))
    return path


def test_what_a_killed_process_left_goes_with_the_next_file_written_there(tmp_path: Path) -> None:
    old = [
        left(tmp_path / name, seconds=3600) for name in (".o.json.77.tmp", ".b.thuky.7.tmp", ".b.thuky.7.tmp-journal")
    ]
    folder = left(tmp_path / ".xuất.9.tmp" / "a" / "b.pdf", seconds=3600).parent.parent
    os.utime(folder, (0, 0))
    kept = [left(tmp_path / name, seconds=age) for name, age in ((".c.json.5.tmp", 5), ("a.tmp", 3600), (".tmp", 3600))]
    files.write_whole(tmp_path / "new.json", b"{}")
    assert not any(path.exists() for path in (*old, folder))
    assert all(path.exists() for path in kept)


def test_nothing_is_put_in_the_place_of_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="not a file"):
        files.write_whole(tmp_path / "folder", b"x")
    if sys.platform != "win32":
        with pytest.raises(OSError, match="not a file"):
            files.write_whole(Path(os.devnull), b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize("name", ["CON", "nul.txt", "COM1.pdf", "lpt9", "aux.tar.gz"])
def test_no_name_is_one_of_windows_devices(name: str) -> None:
    assert files.safe_name(name) == f"_{name}"
    assert files.safe_name(f"x{name}") == f"x{name}"
