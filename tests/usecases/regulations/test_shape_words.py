"""A cadence of meetings that the office calls by a name of its own is said, typed and held in files."""

import pytest

from desktop.exchange.shape_kinds import cadence
from desktop.usecases.regulations import shape_words

OWN = {"n": 2, "per": "year", "kinds": ["regular", "Hội nghị chuyên đề"]}


def test_an_own_name_is_said_and_typed_again() -> None:
    words = shape_words.said(OWN)
    assert words == "2 lần một năm; chỉ tính Thường lệ; Hội nghị chuyên đề"
    assert shape_words.typed("cadence", words) == OWN
    assert cadence(OWN) is None


@pytest.mark.parametrize("name", ["Thường kì", "chuyên đề", "hội nghị", "họp  ", "regula"])
def test_what_is_no_name_of_a_meeting_is_refused(name: str) -> None:
    assert shape_words.typed("cadence", f"1 lần một quý; chỉ tính {name}") is None
    assert "một trong: regular" in str(cadence({**OWN, "kinds": [name]}))
