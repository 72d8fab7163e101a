"""Defends the icon: what Windows reads out of it is, pixel for pixel, what was drawn."""

import struct
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from PIL.IcoImagePlugin import IcoImageFile
from PySide6.QtGui import QImage

from installer.windows import icon
from installer.windows.tree import ICONS

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"
SIDES = ICONS


@pytest.fixture(scope="module")
def packed() -> bytes:
    return icon.make_icon((FOLDER / f"thuky-{side}.png").read_bytes() for side in reversed(SIDES))


def test_every_size_is_there_smallest_first(packed: bytes, tmp_path: Path) -> None:
    (tmp_path / "thuky.ico").write_bytes(packed)
    count = struct.unpack_from("<HHH", packed)[2]
    assert [packed[6 + 16 * at] or 256 for at in range(count)] == list(SIDES)
    assert QImage(str(tmp_path / "thuky.ico")).isNull() is False


@pytest.mark.parametrize("side", SIDES)
def test_each_size_is_read_back_as_it_was_drawn(packed: bytes, side: int, tmp_path: Path) -> None:
    (tmp_path / "thuky.ico").write_bytes(packed)
    with Image.open(tmp_path / "thuky.ico") as shown, Image.open(FOLDER / f"thuky-{side}.png") as drawn:
        assert isinstance(shown, IcoImageFile)
        assert shown.ico.getimage((side, side)).convert("RGBA").tobytes() == drawn.convert("RGBA").tobytes()


def test_a_picture_of_another_kind_is_refused(tmp_path: Path) -> None:
    grey = tmp_path / "grey.png"
    Image.new("L", (16, 16)).save(grey)
    with pytest.raises(ValueError, match="RGBA"):
        icon.make_icon([grey.read_bytes()])


def test_the_sidebar_shows_the_icon_on_paper(tmp_path: Path) -> None:
    (tmp_path / "sidebar.bmp").write_bytes(icon.make_sidebar((FOLDER / "thuky-64.png").read_bytes()))
    with Image.open(tmp_path / "sidebar.bmp") as shown, Image.open(FOLDER / "thuky-64.png") as drawn:
        paper = Image.new("RGBA", shown.size, (241, 239, 233, 255))
        paper.alpha_composite(drawn, (50, 50))
        differing = ImageChops.difference(shown.convert("RGB"), paper.convert("RGB"))
        assert shown.size == (164, 314)
        assert max(differing.tobytes()) <= 1
