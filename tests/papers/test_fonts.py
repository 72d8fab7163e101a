"""The typeface is found at run time, and one that lacks Vietnamese letters is refused in words that help."""

import shutil
from pathlib import Path

import pytest
import reportlab

from desktop.domain.refusal import Refusal
from desktop.papers.fonts import VIETNAMESE, Typeface, find_typeface

NAMES = ("Regular", "Bold", "Italic", "BoldItalic")


def test_vietnamese_has_134_letters_beyond_ascii(typeface: Typeface) -> None:
    assert len(VIETNAMESE) == 134
    for bold in (False, True):
        for italic in (False, True):
            assert not typeface.face(bold=bold, italic=italic).lacks(VIETNAMESE)


def test_an_empty_machine_is_told_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="fonts-liberation2"):
        find_typeface([tmp_path])


def test_a_font_without_vietnamese_is_refused(tmp_path: Path) -> None:
    poor = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
    for name in NAMES:
        shutil.copy(poor, tmp_path / f"LiberationSerif-{name}.ttf")
    with pytest.raises(Refusal, match=r"thiếu .* chữ tiếng Việt"):
        find_typeface([tmp_path])


def test_a_poor_font_beside_a_good_one_is_passed_over(tmp_path: Path, typeface: Typeface) -> None:
    for folder, files in (("a", [Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"] * 4), ("b", typeface.files)):
        (tmp_path / folder).mkdir()
        for name, file in zip(NAMES, files, strict=True):
            shutil.copy(file, tmp_path / folder / f"LiberationSerif-{name}.ttf")
    assert find_typeface([tmp_path / "a", tmp_path / "b"]).files[0].parent.name == "b"


def test_a_damaged_font_is_refused(tmp_path: Path) -> None:
    for name in NAMES:
        (tmp_path / f"LiberationSerif-{name}.ttf").write_bytes(b"not a font")
    with pytest.raises(Refusal, match="Không đọc được"):
        find_typeface([tmp_path])
