"""Folds Vietnamese words so that `Uỷ ban`, `ủy ban` and what a scan made of them are the same. Standard library only.

Every letter gives exactly one, so that a place in the folded words is the same place in the text. A few words that
mean something else without their marks (`hợp`, `quý`, `từ`) keep them.
"""

import re
import unicodedata
from functools import cache

KEPT = (
    "hợp",
    "quý",
    "bàn",
    "đền",
    "trừ",
    "từ",
    "mời",
    "nếu",
    "ký",
    "mở",
    "vắng",
    "gồm",
    "lấy",
    "hoãn",
    "thư",
    "thì",
    "tình",
    "bố",
    "bỏ",
)
"""Words that other common words become without their marks: `họp`, `quy`, `ban`, `đến`, `trú`, `tư`, `mới`, `bộ` …"""
_SIGNS = str.maketrans("–—−‐‑“”‘’*_\t\n\r\xa0", "-----\"\"''" + " " * 6)
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Small letters without marks, one for each letter of a text in composed form; line ends and stars are blanks.

    Private characters, such as the bullets of old fonts, are blanks too: here they stand for names.
    """
    small = "".join(letter.lower()[0] for letter in text)
    return _WORD.sub(lambda word: _word(word[0]), _PRIVATE.sub(" ", small.translate(_SIGNS)))


@cache
def _word(word: str) -> str:
    return word if word in KEPT else "".join(map(_letter, word))


def _letter(letter: str) -> str:
    return "d" if letter == "đ" else unicodedata.normalize("NFD", letter)[0]
