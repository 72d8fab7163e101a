"""Writes text in the codes of the time before Unicode: TCVN3 (ABC), VNI, Windows 1258."""

import unicodedata
from functools import cache

from desktop.exchange.regulations.old_codes import CODES


@cache
def _table(coding: str) -> dict[str, str]:
    """Each letter as that code writes it; capitals with a tone, which TCVN3 lacks, as the small letter."""
    table = {letter: code for code, letter in CODES[coding].letters.items()}
    return {**{letter.upper(): code for letter, code in table.items() if letter.upper() not in table}, **table}


def written(text: str, coding: str) -> str:
    table = _table(coding)
    return "".join(table.get(letter, letter if ord(letter) < 127 else "?") for letter in _plain(text))


def shown(text: str, coding: str) -> str:
    """What can be written in that code of a text."""
    table = set(_table(coding)) if coding in CODES else set()
    return "".join(
        letter if letter in table or ord(letter) < 127 or (not table and letter.isalpha()) else "?"
        for letter in _plain(text)
    )


def cp1258(text: str) -> bytes:
    """The tone stands behind its vowel, as Windows writes it."""
    return "".join(map(_behind, shown(text, "cp1258"))).encode("cp1258")


def _behind(letter: str) -> str:
    apart = unicodedata.normalize("NFD", letter)
    tone = next((sign for sign in apart if sign in "\u0300\u0301\u0303\u0309\u0323"), "")
    return unicodedata.normalize("NFC", apart.replace(tone, "")) + tone if tone else letter


def _plain(text: str) -> str:
    """Signs that none of the codes has, as a typist of that time wrote them."""
    return unicodedata.normalize("NFC", text).translate(_SIGNS)


_SIGNS = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "\u00a0": " ", "•": "*"}
)
