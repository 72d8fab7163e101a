"""Tells of whom a sentence speaks when it does not say so itself. Standard library only.

`họp mỗi quý một lần` under `Điều 12. Ban Chấp hành`, or after a sentence on it, is said of that body.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.exchange.regulations.propose.mentions import SIGNS, Cast
from desktop.exchange.regulations.propose.pattern import SOMEBODY
from desktop.exchange.regulations.propose.places import Sentence

_SIGN = f"[{SIGNS[0]}-{SIGNS[-1]}]"
_SUBJECT = re.compile(rf"^[^{SOMEBODY};]{{0,60}}?({_SIGN})")
_WORD = re.compile(rf"{_SIGN}|\w+")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with its names marked; `shift` letters before it are whom it speaks of, said elsewhere."""

    sentence: Sentence
    text: str
    shift: int
    words: frozenset[str]
    heading: str
    lead: str


def marked(read: Sequence[Sentence], cast: Cast) -> Iterator[list[Marked]]:
    """Every sentence as it stands, then, where it names nobody at its beginning, with whom it speaks of before it."""
    before, topic = None, ""
    for sentence in read:
        text, heading, lead = (cast.mark(each) for each in (sentence.folded, sentence.heading, sentence.lead))
        own = _subject(text)
        carried = topic if before == sentence.at else ""
        told = "" if own else carried or _subject(lead) or _only(heading)
        before, topic = sentence.at, own or told
        shapes = [text] + ([f"{told} {text}"] if told else [])
        yield [
            Marked(sentence, each, len(each) - len(text), frozenset(_WORD.findall(each)), heading, lead)
            for each in shapes
        ]


def _subject(text: str) -> str:
    match = _SUBJECT.match(text)
    return match[1] if match else ""


def _only(heading: str) -> str:
    """The one body or post that a title names."""
    found = set(re.findall(_SIGN, heading))
    return found.pop() if len(found) == 1 else ""
