"""Tells of whom a sentence speaks when it does not say so itself. Standard library only.

`họp mỗi quý một lần` under `Điều 12. Ban Chấp hành`, after a sentence on it, or after a semicolon, is said of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.exchange.regulations.propose.mentions import Cast
from desktop.exchange.regulations.propose.places import Sentence
from desktop.exchange.regulations.propose.wordings import Words

_SIGN = "[\ue000-\ue0ff]"
_BEFORE = (
    "dinh ky|hang|moi|tuan|thang|quý|nam|nhiem ky|cuoi|dau|cac|hoi nghi|cuoc hop|phien hop|ky hop|hop|tap the|dong chi"
    "|khi|can thiet|doi voi|noi dung|che do|ve|mot|hai|ba|lan|toan the|thuong le|thuong ky"
)
_SUBJECT = re.compile(rf"^(?:[\s\d.,:'\"()/+-]|\b(?:{_BEFORE})\b)*({_SIGN})")
_TITLED = ("government", "council", "superior", "office")
"""Who is named in a title beside the one it is about."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence or a part of it with its names marked, whom it speaks of before it where that is said elsewhere.

    `whole` is the sentence, `earlier` what was said before it, `shift` how many letters further on the words stand than
    in the sentence.
    """

    sentence: Sentence
    words: Words
    whole: Words
    shift: int
    heading: Words
    lead: Words
    earlier: Words


def marked(read: Sequence[Sentence], cast: Cast) -> Iterator[list[Marked]]:
    """Every sentence as it stands, then its parts that do not say of whom they speak, with the name before them."""
    before, topic, earlier = None, "", _Earlier()
    titles: dict[str, Words] = {}
    for sentence in read:
        text, heading, lead = (cast.mark(each) for each in (sentence.folded, sentence.heading, sentence.lead))
        own = _subject(text)
        told = own or (topic if before == sentence.at else "") or _subject(lead) or _titled(heading, cast)
        before, topic = sentence.at, told
        whole, said = Words(text), Words(earlier.than(sentence, text))
        parts = _parts(text, told) if told else ()
        title, list_of = titles.setdefault(heading, Words(heading)), Words(lead)
        yield [
            Marked(sentence, words, whole, shift, title, list_of, said)
            for words, shift in ((whole, 0), *((Words(part), shift) for part, shift in parts))
        ]


class _Earlier:
    """What was said in an article before a sentence: in its clause; before the first one of a clause, in the last."""

    def __init__(self) -> None:
        self._at: tuple[str | None, str | None] = (None, None)
        self._clause, self._last = "", ""

    def than(self, sentence: Sentence, text: str) -> str:
        at = (sentence.at.article, sentence.at.clause)
        if at != self._at:
            self._last = self._clause if at[0] == self._at[0] else ""
            self._at, self._clause = at, ""
        said = self._clause or self._last
        self._clause += f"\n{text}"
        return said


def _parts(text: str, told: str) -> Iterator[tuple[str, int]]:
    """The whole and what follows each semicolon, with the last subject before it where it begins with none."""
    begin = 0
    while begin >= 0:
        part = text[begin:]
        shift = -begin - (len(part) - len(part.lstrip()))
        if own := _subject(part):
            told = own
            if begin:
                yield part.lstrip(), shift
        else:
            yield f"{told} {part.lstrip()}", 2 + shift
        begin = text.find(";", begin) + 1 or -1


def _subject(text: str) -> str:
    match = _SUBJECT.match(text)
    return match[1] if match else ""


def _titled(heading: str, cast: Cast) -> str:
    """The one body or post that a title is about."""
    beside = {cast.sign(code) for code in _TITLED}
    found = set(re.findall(_SIGN, heading)) - beside
    return found.pop() if len(found) == 1 else ""
