"""A file that is written, replaced or taken away under the open window is noticed before the next write."""

import shutil
from pathlib import Path

import pytest

from db.session import OfficeFile
from desktop.domain.records import Unit
from desktop.domain.refusal import Refusal, Stale
from tests.db.small import clock, made, office_in, opened


def add(file: OfficeFile, name: str) -> None:
    with file.write("Thêm đơn vị") as store:
        store.put(Unit(id=store.new_id(Unit), name=name))


def units(file: OfficeFile) -> list[str]:
    with file.read() as store:
        return [unit.name for unit in store.office().units]


def branches(folder: Path) -> tuple[Path, Path, OfficeFile]:
    """A file open in a window, and its other branch with as many changes, made on another computer."""
    path, other = folder / "a.thuky", folder / "khac.thuky"
    made(path).close()
    shutil.copy2(path, other)
    with OfficeFile.open(other, clock=clock, who="Bình") as elsewhere:
        add(elsewhere, "Máy khác")
    file = opened(path)
    add(file, "Máy này")
    assert "Máy này" in units(file)
    return path, other, file


def test_two_windows_never_give_from_what_they_do_not_see(tmp_path: Path) -> None:
    path = tmp_path / "a.thuky"
    made(path).close()
    with opened(path) as one, opened(path) as two:
        assert units(one) == units(two)
        add(one, "Một")
        with pytest.raises(Stale, match="vừa được ghi ở nơi khác"):
            add(two, "Hai")
        assert units(two)[-1] == "Một"
        add(two, "Hai")
        assert units(two)[-2:] == ["Một", "Hai"]


def test_a_replaced_file_is_noticed_and_shown(tmp_path: Path) -> None:
    path, other, file = branches(tmp_path)
    other.replace(path)
    with file, pytest.raises(Stale, match="đã bị thay bằng một bản khác"):
        add(file, "Sau")
    with opened(path) as file:
        assert units(file)[-1] == "Máy khác"


def test_a_file_written_over_in_place_is_read_anew_and_never_mixed(tmp_path: Path) -> None:
    path, other, file = branches(tmp_path)
    path.write_bytes(other.read_bytes())
    with file:
        with pytest.raises(Stale, match="đã bị thay"):
            add(file, "Sau")
        assert units(file)[-1] == "Máy khác"
        add(file, "Sau")
        file.undo()
        with pytest.raises(Refusal, match="Không còn thay đổi nào"):
            file.undo()
    assert [unit.name for unit in office_in(path).units][-1] == "Máy khác"


def test_a_file_that_is_gone_is_called_gone(tmp_path: Path) -> None:
    path = tmp_path / "a.thuky"
    with made(path) as file:
        units(file)
        path.unlink()
        for act in (lambda: add(file, "Sau"), lambda: units(file), file.undo):
            with pytest.raises(Refusal, match="Không tìm thấy tệp a"):
                act()
        assert not path.exists()


def test_what_this_window_wrote_is_nobody_else_s(tmp_path: Path) -> None:
    with made(tmp_path / "a.thuky") as file:
        for number in range(3):
            add(file, f"Đơn vị {number}")
            file.undo()
            file.redo()
        assert units(file)[-3:] == [f"Đơn vị {number}" for number in range(3)]
