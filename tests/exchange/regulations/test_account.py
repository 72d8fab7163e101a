"""Whatever way a regulation is handed in, as much of it is found, and every character is accounted for."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.exchange.regulations.source import RegulationSource
from desktop.exchange.regulations.text import parse_text
from desktop.usecases.regulations.rows import parse
from tests.exchange.regulations.account import figures, unaccounted
from tests.exchange.regulations.deformations import DEFORMATIONS, Made, utf8

WORDS = st.sampled_from(
    [
        "Họp mỗi quý",
        "Ban Thường vụ họp mỗi tháng",
        "Quyết định theo Điều 3 khoản 2",
        "Nghe báo cáo của các chi bộ (nếu có)",
    ]
)
SLOW = ("pdf", "docx")
QUICK = [name for name in DEFORMATIONS if not name.startswith(SLOW)]


def clause(number: int, words: str, points: int) -> str:
    listed = "".join(f"{letter}) {words};\n" for letter in "abcdđe"[:points])
    return f"{number}. {words}{':' if points else '.'}\n{listed}"


@st.composite
def regulations(draw: st.DrawFn) -> str:
    """A regulation of a few chapters, its articles counted through, each with its clauses and points."""
    parts, number = ["QUY CHẾ LÀM VIỆC\ncủa Đảng ủy xã Thử\n\n- Căn cứ Điều lệ Đảng;\n\n"], 0
    for chapter in ("I", "II", "III")[: draw(st.integers(1, 3))]:
        parts.append(f"Chương {chapter}\nQUY ĐỊNH CHUNG\n\n")
        for _ in range(draw(st.integers(1, 3))):
            number += 1
            parts.append(f"Điều {number}. Chế độ của Đảng ủy\n")
            counts = draw(st.lists(st.integers(0, 6), min_size=1, max_size=4))
            parts += [clause(at, draw(WORDS), points) for at, points in enumerate(counts, 1)]
    return "".join([*parts, "\nNơi nhận:\n- Các chi bộ,\n- Lưu Văn phòng.\n"])


def read(made: Made, folder: Path) -> tuple[object, int]:
    file = folder / f"quy-che{made.ending}"
    file.write_bytes(made.data)
    words = parse(file)
    return figures(words), unaccounted(made.shown, words, cased=made.cased)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(regulations(), st.sampled_from(QUICK))
def test_a_text_deformed_is_read_like_itself(tmp_path: Path, text: str, name: str) -> None:
    assert read(DEFORMATIONS[name](text), tmp_path) == (read(utf8(text), tmp_path)[0], 0)


@pytest.mark.parametrize("name", [name for name in DEFORMATIONS if name.startswith(SLOW)])
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=regulations())
def test_a_word_or_pdf_file_is_read_like_its_text(tmp_path: Path, name: str, text: str) -> None:
    assert read(DEFORMATIONS[name](text), tmp_path) == (read(utf8(text), tmp_path)[0], 0)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.lists(st.text(min_size=1, max_size=20), max_size=3))
def test_nothing_is_lost_of_any_text_on_one_line(rest: str, oddities: list[str]) -> None:
    text = f"Chương I ĐẦU Điều 1. Một 1. Hai. {rest} Điều 2. Ba. Điều 3. Bốn."
    source = RegulationSource(text, oddities=tuple(oddities))
    words = parse_text(source.text, source.left_out, source.oddities)
    assert unaccounted(text, words) == 0
    assert set(oddities) <= set(words.oddities)
