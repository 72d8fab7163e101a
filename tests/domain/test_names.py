"""Names as they are typed, found, put in order and told apart."""

from itertools import pairwise

import pytest

from desktop.domain.names import fold, name_key, pasted_cells, typed, typed_line, word_key
from desktop.domain.namesakes import told_apart
from desktop.domain.records import Person

ICELANDIC = "\u00d0ặng Thị \u00d0ào"
"""Looks like Đặng Thị Đào; files converted from old fonts hold it."""


def test_the_icelandic_letter_counts_as_the_vietnamese_one() -> None:
    assert fold(ICELANDIC) == "dang thi dao"
    assert typed_line(ICELANDIC) == "Đặng Thị Đào"
    assert name_key("Trần Thị \u00d0ào") > name_key("Lê Văn An")
    assert name_key("Trần Thị \u00d0ào") == name_key("Trần Thị Đào")


def test_letters_stand_in_the_order_of_dictionaries_and_tones_only_between_the_same_letters() -> None:
    order = "a à ả ã á ạ ác ai ăn âm ba dê đa e ê ma mà mả mã má mạ mạc mai o ô ơ u ư"
    words = order.split()
    assert all(word_key(one) < word_key(other) for one, other in pairwise(words))
    names = ["Lê Văn An", "Trần Thị An", "Lê Thị Ân", "Nguyễn Văn Bình", "Đỗ Chí", "Đỗ Dũng", "Lê Đào"]
    assert all(name_key(one) < name_key(other) for one, other in pairwise(names))


def test_what_no_eye_sees_goes_and_breaks_are_of_one_kind() -> None:
    assert typed("a\x0bb\x0cc\u2028d\r\ne\u00ad\u200b\x07") == "a\nb\nc\nd\ne"
    assert typed_line("a\x0bb\tc ") == "a b c"


def test_a_copied_cell_with_a_break_is_one_cell() -> None:
    assert pasted_cells('"Trần\nMẫu"\t1970\nLê "Hai"\t\n') == [["Trần Mẫu", "1970"], ['Lê "Hai"', ""]]
    assert pasted_cells('"Ông ""Ba"" Tư"') == [['Ông "Ba" Tư']]


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ({"position": "Phó Bí thư"}, {"position": "Trưởng Công an"}, ["(Phó Bí thư)", "(Trưởng Công an)"]),
        ({"born": 1978}, {"born": 1987}, ["(sinh 1978)", "(sinh 1987)"]),
        ({"position": "Ủy viên"}, {"position": "Ủy viên"}, ["(Ủy viên, mã p2)", "(Ủy viên, mã p9)"]),
        ({}, {}, ["(mã p2)", "(mã p9)"]),
    ],
)
def test_people_of_one_name_are_told_apart(one: dict[str, object], other: dict[str, object], shown: list[str]) -> None:
    people = (
        Person(id="p1", name="Lê Thị Hai"),
        Person(id="p2", name="Nguyễn Văn Hùng", **one),  # type: ignore[arg-type]
        Person(id="p9", name="Nguyễn  Văn hùng", **other),  # type: ignore[arg-type]
    )
    found = told_apart(people)
    assert set(found) == {"p2", "p9"}
    assert [text[text.index("(") :] for text in found.values()] == shown
