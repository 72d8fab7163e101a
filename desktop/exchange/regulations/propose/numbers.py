"""Reads whole numbers as Vietnamese texts write them: `03`, `ba`, `03 (ba)`, `mười lăm`. Standard library only."""

import re

_ONES = {
    **{"mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9},
    "muoi": 10,
}
_ONE = "mot|hai|ba|bon|nam|sau|bay|tam|chin"
_WORD = rf"(?:muoi (?:lam|{_ONE})|(?:hai|ba|bon) muoi(?: lam)?|{_ONE}|muoi)"
NUMBER = rf"(?:\b\d{{1,3}}(?:\s*\(\s*{_WORD}\s*\))?(?! ?%)|\b{_WORD}\b)"
"""A number in folded words."""


def number(words: str) -> int:
    """The number that stands in the words; digits outweigh the word beside them."""
    if digits := re.search(r"\d+", words):
        return int(digits[0])
    return _spelled(words.split())


def _spelled(words: list[str]) -> int:
    """`muoi lam` is 15, `hai muoi` 20, `hai muoi lam` 25."""
    total = 0
    for word in words:
        total = total * 10 if word == "muoi" and total else total + _ONES[word]
    return total
