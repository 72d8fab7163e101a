"""Reads the list of what is delegated: every point and dash that hangs on the sentence that delegates.

May import the readers beside it. An item is named as it is numbered: `a-1` is the first dash of point a, `b` a point
without dashes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from desktop.exchange.regulations.propose.mentions import Cast
from desktop.exchange.regulations.propose.places import Sentence
from desktop.exchange.regulations.propose.wordings import Wording, Words, met_by

OTHER = ["other"]
_OPENS = re.compile(r"(?::|\bgồm|\bsau đây|\bnhư sau|\bsau)[\s:]*$", re.IGNORECASE)
Item = tuple[str, list[str], Sentence]


def delegated(
    read: Sequence[Sentence], cast: Cast, says: Sequence[Wording], matters: Mapping[str, Sequence[Wording]]
) -> tuple[Sentence | None, list[Item]]:
    """The sentence that opens the list, and the items with the matters each is about."""
    for index, sentence in enumerate(read):
        words = Words(cast.mark(f"{sentence.heading} {sentence.folded}"))
        if _OPENS.search(sentence.text) and met_by(says, words):
            found = list(_items(list(_below(read[index + 1 :], sentence)), cast, matters))
            if len(found) > 1:
                return sentence, found
    return None, []


def _below(following: Sequence[Sentence], opening: Sentence) -> Iterator[Sentence]:
    """What is listed under the opening sentence: points and dashes of its clause, up to the next paragraph."""
    for sentence in following:
        here = (sentence.at.article, sentence.at.clause) == (opening.at.article, opening.at.clause)
        if not here or not (sentence.at.point or sentence.at.dash):
            return
        yield sentence


def _items(listed: Sequence[Sentence], cast: Cast, matters: Mapping[str, Sequence[Wording]]) -> Iterator[Item]:
    dashed = {each.at.point for each in listed if each.at.dash}
    for name, group in groupby(listed, key=_name):
        sentences = list(group)
        if sentences[0].at.dash or sentences[0].at.point not in dashed:
            yield name, _matters(" ".join(each.folded for each in sentences), cast, matters), sentences[0]


def _name(sentence: Sentence) -> str:
    point = (sentence.at.point or "").removeprefix("điểm ")
    dash = re.sub(r"\D", "", sentence.at.dash or "")
    return "-".join(part for part in (point, dash) if part)


def _matters(text: str, cast: Cast, matters: Mapping[str, Sequence[Wording]]) -> list[str]:
    words = Words(cast.mark(text))
    return [code for code, says in matters.items() if met_by(says, words)] or OTHER
