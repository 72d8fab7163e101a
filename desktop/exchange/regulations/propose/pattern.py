"""Reads the words of one step of a wording into an expression over folded words. Standard library only.

`[a|b]` is one of these, `(a|b)` one of these or nothing, `{name}` what is called so elsewhere; words follow each other
over blanks, commas, brackets and dashes.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from desktop.exchange.regulations.propose.fold import fold

SIGNS = tuple(map(chr, range(0xE000, 0xE100)))
"""The characters that each stand for somebody; what fills up a name is none of them."""
SPACE = r"[\s,\"'().:-]{1,4}"
_TOKEN = re.compile(r"\{[^}]*\}|\[[^\]]*\]|\([^)]*\)|[^\s{\[(]+")


def tokens(line: str) -> list[str]:
    return _TOKEN.findall(line)


def joined(parts: Iterable[str], names: Mapping[str, str], space: str = SPACE) -> str:
    """The expression of tokens that follow each other; raises `KeyError` for a name that is not known."""
    made, first = "", True
    for token in parts:
        words = _expression(token, names)
        if token[0] != "(":
            made, first = f"{made}{'' if first else space}(?:{words})", False
        else:
            made += f"(?:(?:{words}){space})?" if first else f"(?:{space}(?:{words}))?"
    return made


def beginnings(parts: Iterable[str], names: Mapping[str, str]) -> set[str]:
    """The words one of which begins whatever the tokens meet."""
    found: set[str] = set()
    for token in parts:
        found |= first_words(token, names)
        if token[0] != "(":
            break
    return found


def first_words(token: str, names: Mapping[str, str]) -> set[str]:
    """The first word of each choice that a token gives; a name gives those of what it stands for."""
    choices = token[1:-1].split("|") if token[0] in "[(" else [token]
    firsts = {choice.split()[0] for choice in choices}
    named = {first for first in firsts if first[0] == "{"}
    plain = {folded(first) for first in firsts - named}
    return plain | {each.split()[0] for first in named for each in names[first[1:-1]].split("|")}


def _expression(token: str, names: Mapping[str, str]) -> str:
    if token[0] == "{":
        return names[token[1:-1]]
    if token[0] in "[(":
        return "|".join(_phrase(each, names) for each in token[1:-1].split("|"))
    return _phrase(token, names)


def _phrase(words: str, names: Mapping[str, str]) -> str:
    return SPACE.join(_word(word, names) for word in words.split())


def _word(word: str, names: Mapping[str, str]) -> str:
    if word.startswith("{"):
        return f"(?:{names[word[1:-1]]})"
    bare = word.rstrip(",")
    return rf"\b{re.escape(folded(bare))}\b" + re.escape(word[len(bare) :])


folded = cache(fold)
"""The same few words stand in many wordings."""
