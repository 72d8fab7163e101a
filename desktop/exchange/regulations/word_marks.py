"""Marks in two wordings of a clause the words that the other one has not. May import domain.

Signs, letter case, line ends and where the tone stands (`uỷ`, `ủy`) make no difference: they are no other words.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from desktop.domain.text_change import Piece, joined

_WORD = re.compile(r"\d+(?:[.,/]\d+)*|\w+")
_TONE = re.compile("(?<!q)(o|u)([àáảãạèéẻẽẹỳýỷỹỵ])")
_PLAIN = str.maketrans("àáảãạèéẻẽẹỳýỷỹỵ", "aaaaaeeeeeyyyyy")
_TONED = {"o": "òóỏõọ", "u": "ùúủũụ"}

Span = tuple[int, int]
Pieces = tuple[Piece, ...]


def words_of(text: str) -> tuple[str, ...]:
    return tuple(map(_alike, _WORD.findall(text)))


@lru_cache(maxsize=8192)
def _alike(word: str) -> str:
    """`uỷ` and `ủy`, `hoà` and `hòa` are one word; a syllable that goes on behind the vowels has one spelling only."""
    small = word.lower()
    found = _TONE.search(small)
    if found is None or found.end() != len(small):
        return small
    tone = "àáảãạèéẻẽẹỳýỷỹỵ".index(found[2]) % 5
    return f"{small[: found.start()]}{_TONED[found[1]][tone]}{found[2].translate(_PLAIN)}"


def marked(old: str, new: str) -> tuple[Pieces, Pieces]:
    """Both wordings in pieces; a single word left between two changes is marked with them."""
    ours, theirs = list(_spans(old)), list(_spans(new))
    kept = [words_of(old), words_of(new)]
    changes = list(_changes(*kept))
    return _pieces(old, ours, [each[0] for each in changes]), _pieces(new, theirs, [each[1] for each in changes])


def unmarked(text: str) -> Pieces:
    return joined([Piece(text)])


def _spans(text: str) -> Iterator[Span]:
    return (found.span() for found in _WORD.finditer(text))


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Span, Span]]:
    """Runs of words, in each text, that differ."""
    held: tuple[int, int, int, int] | None = None
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if held and i1 - held[1] <= 1:
            held = (held[0], i2, held[2], j2)
            continue
        if held:
            yield held[:2], held[2:]
        held = (i1, i2, j1, j2)
    if held:
        yield held[:2], held[2:]


def _pieces(text: str, spans: Sequence[Span], changed: Sequence[Span]) -> Pieces:
    made, done = list[Piece](), 0
    for first, last in changed:
        if first == last:
            continue
        begin, end = spans[first][0], spans[last - 1][1]
        made += [Piece(text[done:begin]), Piece(text[begin:end], marked=True)]
        done = end
    return joined([*made, Piece(text[done:])])
