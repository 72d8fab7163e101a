"""Reads a line of the reading words into a regular expression over folded words. Standard library only.

`[a|b]` one of these, `(a|b)` one of these or nothing, `{name}` what is called so elsewhere, `~` words in between that
name nobody, `…` any words in between; neither goes past a semicolon.
"""

import re
from collections.abc import Mapping

from desktop.exchange.regulations.propose.fold import fold

SOMEBODY = "\ue000-\uf8ff"
"""Every character that stands for somebody who was named (`mentions.py`)."""
_TOKEN = re.compile(r"\{[^}]*\}|\[[^\]]*\]|\([^)]*\)|[…~;]|[^\s{\[(…~]+")
_GAPS = {";": r"\s*;\s*", "…": "[^;]{0,240}?", "~": f"[^;{SOMEBODY}]{{0,120}}?"}
_SPACE = r"[\s,\"'().:-]{1,4}"


def pattern(line: str, names: Mapping[str, str]) -> str:
    """The expression of a line; raises `KeyError` for a name that is nobody's and nothing's."""
    made, joined = "", True
    for token in _TOKEN.findall(line):
        if token in _GAPS:
            made, joined = made + _GAPS[token], True
            continue
        words = _expression(token, names)
        if token[0] != "(":
            made, joined = f"{made}{'' if joined else _SPACE}(?:{words})", False
        else:
            made += f"(?:(?:{words}){_SPACE})?" if joined else f"(?:{_SPACE}(?:{words}))?"
    return made


def _expression(token: str, names: Mapping[str, str]) -> str:
    if token[0] == "{":
        return names[token[1:-1]]
    if token[0] in "[(":
        return "|".join(_phrase(each, names) for each in token[1:-1].split("|"))
    return _phrase(token, names)


def _phrase(words: str, names: Mapping[str, str]) -> str:
    return _SPACE.join(_word(word, names) for word in words.split())


def _word(word: str, names: Mapping[str, str]) -> str:
    return names[word[1:-1]] if word.startswith("{") else rf"\b{re.escape(fold(word))}\b"
