"""In which series a paper lies, and before, in or after which term; ends that nobody wrote down are open."""

import datetime as dt
from typing import Any

import pytest

from desktop.domain.records import Document
from desktop.domain.series import clean_symbol, following, is_joint, is_secret, missing, place_of, series_of
from tests.domain.small_office import day, facts

TERM = {"from": "2020-08-01", "to": "2025-06-30"}


@pytest.mark.parametrize(
    ("term", "places"),
    [
        (TERM, [-1, 0, 0, 1]),
        ({"from": TERM["from"]}, [-1, 0, 0, 0]),
        ({"to": TERM["to"]}, [0, 0, 0, 1]),
        ({}, [0, 0, 0, 0]),
        (None, [0, 0, 0, 0]),
    ],
)
def test_a_day_lies_before_in_or_after_the_term_whose_both_ends_belong_to_it(
    term: dict[str, str] | None, places: list[int]
) -> None:
    given = facts(head={"term": term} if term is not None else {})
    days = [day(text) for text in ("2020-07-31", "2020-08-01", "2025-06-30", "2025-07-01")]
    assert [place_of(given, each) for each in days] == places
    assert place_of(given, None) == 0


def paper(number: int | None, **more: Any) -> Document:  # noqa: ANN401 - fields of the record
    return Document(
        id=f"o{number}", **{"type": "NQ", "number": number, "issuer": "btv", "date": dt.date(2024, 9, 1), **more}
    )


@pytest.mark.parametrize(
    ("given", "key"),
    [
        (paper(1), ("nq", "hu", 0)),
        (paper(1, issuer="ubkt"), ("nq", "ubkthu", 0)),
        (paper(1, issuer="van-phong"), ("nq", "vphu", 0)),
        (paper(1, issuer="Hội Khuyến học huyện (HKH)"), ("nq", "hkh", 0)),
        (paper(1, issuer="Hội Khuyến học"), ("nq", "hội khuyến học", 0)),
        (paper(1, type="", symbol="01 – kl/hu."), ("kl", "hu", 0)),
        (paper(1, type=""), ("", "hu", 0)),
        (paper(1, symbol="01-NQ/HU-HKH", issuer="btv; Hội Khuyến học (HKH)"), ("nq", "hu", 0)),
        (paper(1, symbol="01-NQ/HU-HKH"), ("nq", "hu-hkh", 0)),
        (paper(1, date=dt.date(2025, 7, 1)), ("nq", "hu", 1)),
    ],
)
def test_a_paper_lies_where_its_symbol_says_or_its_type_and_issuer(given: Document, key: tuple[str, str, int]) -> None:
    assert series_of(facts(head={"symbol": "HU", "term": TERM}), given).key == key


def test_what_is_secret_and_what_is_joint() -> None:
    assert [is_secret(paper(1, secrecy=mark)) for mark in ("none", "mat", "toi-mat")] == [False, True, True]
    assert [is_joint(paper(1, issuer=text)) for text in ("", "btv", "btv; ", "btv; HKH")] == [False, False, False, True]


def test_the_number_that_follows_and_those_left_out() -> None:
    listed = [
        {"id": f"o{place}", "type": kind, "number": number, "issuer": issuer, "date": "2024-09-01"}
        for place, (kind, number, issuer) in enumerate(
            [
                ("NQ", 3, "bch"),
                ("nq", 7, "btv"),
                ("NQ", None, "btv"),
                ("NQ", 9, "ubkt"),
                ("KL", 12, "btv"),
                ("NQ", 5, "btv"),
            ]
        )
    ]
    given = facts(head={"symbol": "HU", "term": TERM}, documents=listed)
    assert following(given, series_of(given, paper(1))) == 8
    assert following(given, series_of(given, paper(1, type="QĐ"))) == 1
    assert missing([paper(3), paper(7), paper(5), paper(None), paper(5)]) == [4, 6]
    assert missing([]) == []


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("Số 15 – qđ/hu.", "15-QĐ/HU"),
        ("15-QĐ/HU", "15-QĐ/HU"),
        (" 05 - NQ / HU ;", "05-NQ/HU"),
        ("số: 7-Nq/HU", "7-Nq/HU"),
    ],
)
def test_a_symbol_without_what_is_written_around_it(typed: str, clean: str) -> None:
    assert clean_symbol(typed) == clean
