"""Reads words marked by hand for one content: as it is usually worded, else the value that stands in them.

May import domain. They need not announce the content: whoever marked them says what they are about.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import Any

from desktop.domain.findings import Clause
from desktop.exchange.regulations.clause import words_at
from desktop.exchange.regulations.propose.cadence import CADENCE, read_cadence
from desktop.exchange.regulations.propose.candidates import Proposal, candidates, proposal
from desktop.exchange.regulations.propose.deadline import DEADLINE
from desktop.exchange.regulations.propose.fold import fold
from desktop.exchange.regulations.propose.mentions import Cast, own_names, units_above
from desktop.exchange.regulations.propose.numbers import NUMBER
from desktop.exchange.regulations.propose.periods import PERIODS
from desktop.exchange.regulations.propose.places import Sentence, sentences
from desktop.exchange.regulations.propose.reading_words import Content, cast_of, contents
from desktop.exchange.regulations.propose.share import SHARE
from desktop.exchange.regulations.propose.topics import marked
from desktop.exchange.regulations.propose.values import Found, read
from desktop.exchange.regulations.propose.wordings import Met, Words
from desktop.exchange.regulations.words import RegulationWords

Span = tuple[int, int]


def place_at(words: RegulationWords, article: str, offset: int) -> Clause | None:
    """Where a letter of an article's words stands, as citations print it; None where it stands in none."""
    held = _sentence(words, article, offset)
    return held.at if held else None


def read_marked(words: RegulationWords, key: str, article: str, span: Span) -> Proposal | None:
    """What the marked letters of an article say of a content; None where no value of its shape is read in them."""
    held = _sentence(words, article, span[0])
    whole = words_at(words, Clause(article=article))
    if held is None or whole is None:
        return None
    cast = cast_of(own_names(each.folded for each in sentences(words)), units_above(fold(words.title)))
    known = [each for each in contents(cast) if each.key == key]
    text = whole[slice(*span)]
    said = Sentence(held.at, span[0], text, fold(text), held.heading, held.lead)
    met = [one for shapes in marked([said], cast) for one in candidates(shapes, known, cast)]
    if met:
        return min(met, key=lambda one: one.order).proposal
    return next(_standing(said, whole[span[1] : span[1] + _AFTER], known, cast), None)


def stated_cadence(text: str) -> tuple[dict[str, Any] | None, str]:
    """How often a sentence says that something is done, and the sentence without those words."""
    folded = fold(text)
    found = re.search(rf"(?:,? ?\b(?:dinh ky|it nhat|toi thieu)\b )*{CADENCE}", folded)
    often = read_cadence(found[0], folded[found.start() :]) if found else None
    if found is None or often is None:
        return None, text
    return often, f"{text[: found.start()].rstrip(' ,')}{text[found.end() :]}".strip(" ,")


def _sentence(words: RegulationWords, article: str, offset: int) -> Sentence | None:
    held = [each for each in sentences(words) if each.at.article == article]
    before = list(takewhile(lambda each: each.start <= offset, held))
    return before[-1] if before else next(iter(held), None)


def _standing(said: Sentence, after: str, known: list[Content], cast: Cast) -> Iterator[Proposal]:
    """The value that stands in the words, whatever stands around it; what follows them may say of whom a share is."""
    words = Words(cast.mark(said.folded + fold(re.split(r"[;.\n]", after)[0])))
    for content in known:
        hole = re.search(_HOLE[content.shape], said.folded) if content.shape in _HOLE else None
        if hole:
            plain = replace(content, shape="share") if content.shape == "majority" else content
            value = read(Found(plain, words, Met(hole.span(), hole.span()), cast))
            if value is not None:
                yield proposal(content.key, content.name, value, said, (0, len(said.text)), sure=False)


_AFTER = 90
"""How many letters behind the marked words may say what they are of."""
_NAMED = ".+"
_HOLE = {
    **{
        "cadence": CADENCE,
        "share": SHARE,
        "majority": SHARE,
        "deadline": DEADLINE,
        "periods": PERIODS,
        "count": NUMBER,
    },
    **dict.fromkeys(("body", "bodies", "addressee", "role"), _NAMED),
}
"""What stands in the words for each shape; of the others the words around it decide."""
