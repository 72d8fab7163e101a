"""Vietnamese text compared: one composed form, the search fold, dictionary order and the order of people's names.

Standard library only.
"""

import re
import unicodedata
from functools import lru_cache

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền hỏi ngã sắc nặng, the order of dictionaries


def nfc(text: str) -> str:
    """The text in the composed form in which everything is stored and printed."""
    return unicodedata.normalize("NFC", text)


_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\ufeff]")


def typed(text: str) -> str:
    """Text as it was meant by whoever typed or pasted it: composed, one kind of line break, no sign that is not seen.

    The Icelandic Ð of converted files looks like Đ and is taken for it.
    """
    return nfc(_UNSEEN.sub("", _BREAKS.sub("\n", text)).replace("\u00d0", "Đ").replace("\u00f0", "đ"))


def typed_line(text: str) -> str:
    """The same for what stands on one line: breaks and tabs are spaces, none outside."""
    return re.sub(r"[\n\t]+", " ", typed(text)).strip()


_QUOTED = re.compile(r'(?<![^\t\n])"((?:[^"]|"")*)"(?=[\t\n]|$)')


def pasted_cells(text: str) -> list[list[str]]:
    """The cells Word or Excel put on the clipboard; one that holds a break comes between quotes and is one line."""
    plain = _QUOTED.sub(lambda found: re.sub(r"[\t\n]+", " ", found[1].replace('""', '"')), typed(text))
    return [line.split("\t") for line in plain.rstrip("\n").split("\n")]


def fold(text: str) -> str:
    """The text without diacritics, in small letters: thus `nguyen duc` finds `Nguyễn Đức`, and `uỷ` `ủy`."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d").replace("\u00f0", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def same_name(name: str) -> tuple[tuple[str, str], ...]:
    """What two ways of writing one name have in common: capitals and where the tone mark stands do not tell apart.

    `Hoà` and `Hòa`, `Uỷ` and `Ủy` are one; `Hùng` and `Hưng` are not.
    """
    return tuple(_apart(word) for word in typed_line(name).casefold().split())


def same(one: str, other: str) -> bool:
    """Whether two names are the same but for capitals and where a tone mark stands; diacritics count."""
    return same_name(one) == same_name(other)


def _apart(word: str) -> tuple[str, str]:
    """The letters without their tones, and the tones."""
    parts = unicodedata.normalize("NFD", word)
    letters = nfc("".join(mark for mark in parts if mark not in _TONES))
    return letters, "".join(mark for mark in parts if mark in _TONES)


@lru_cache(maxsize=1024)
def _letter_key(letter: str) -> tuple[int, int]:
    parts = unicodedata.normalize("NFD", letter)
    tone = next((_TONES.index(mark) + 1 for mark in parts[1:] if mark in _TONES), 0)
    base = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in _TONES))
    return (_LETTERS.index(base) if base in _LETTERS else ord(base[0]) - 1000, tone)


@lru_cache(maxsize=16_384)
def word_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Dictionary order: letters first (a ă â … d đ …), tones only between words of the same letters."""
    keys = [_letter_key(letter) for letter in unicodedata.normalize("NFC", text.casefold().replace("\u00f0", "đ"))]
    return tuple(key[0] for key in keys), tuple(key[1] for key in keys)


@lru_cache(maxsize=16_384)
def name_key(name: str) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """The order of people's names in Vietnamese lists: given name, then family name, then middle names."""
    words = name.split()
    return tuple(word_key(word) for word in (*words[-1:], *words[:-1]))


def given_name(name: str) -> str:
    return name.split()[-1] if name.split() else name
