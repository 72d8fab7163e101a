"""Finds who is named in a sentence, whatever the committee calls itself. May import domain and exchange.

A name becomes one private character and a filling as long as the rest of it, so that a line of the reading words meets
`{btv}` where the text has `Ban Thường vụ Đảng ủy`. A superior's or another's body has a character of its own.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from desktop.domain.names import fold
from desktop.exchange.forms import load_committees
from desktop.exchange.regulations.propose.pattern import SIGNS, beginnings, joined, tokens

_ABOVE = {fold(kind.name): tuple(map(fold, kind.above)) for kind in load_committees().kinds if kind.symbol}
"""Each committee as it is called, with those above it; what has no symbol of its own issues no regulation."""
COMMITTEES = tuple(_ABOVE)
_OF_OTHERS = _ABOVE["huyen uy"]
"""What stands above a committee that calls itself by no name of a kind."""
_UNITS = ("tap doan", "tong cong ty", "khoi", "bo", "dai hoc", "tinh", "chinh phu", "cac co quan", "thanh pho", "huyen")
"""Units whose Đảng ủy is above, where the committee is not their own."""
_GENERAL = "cap uy"
_SCANNED = ("cap iiy", "cap uv", "cap ny", "cap liy", "cap ủv")
"""What scans make of `cấp uỷ`."""
_STANDING = re.compile(rf"(?:thuong truc|ban thuong vu) ({'|'.join(COMMITTEES)})\b")
BODIES = ("bch", "btv", "thuong-truc", "ubkt")
_ALONE = re.compile(rf"\b({'|'.join((*COMMITTEES, _GENERAL))})\b")
_BLANK = r"\s{1,3}(?:-\s{1,2})?"
_REST = "\uf8ff"
_AND = r"(?:[\s,/-]|\b(?:va|hoac|cung|hay|cua|hoi nghi|cuoc hop|phien hop|cac|tap the|dong chi|voi|den|cho)\b)*"


def own_names(texts: Iterable[str]) -> tuple[str, ...]:
    """What the committee of a text calls itself: the word joined with its standing bodies, else the commonest."""
    whole = "\n".join(texts)
    joined_names = Counter(_STANDING.findall(whole))
    alone = Counter(_ALONE.findall(whole))
    counted = joined_names or alone
    if not joined_names and alone and alone[_GENERAL] >= max(alone.values()):
        return (_GENERAL, *_SCANNED)
    return (counted.most_common(1)[0][0], _GENERAL, *_SCANNED) if counted else (_GENERAL, *_SCANNED)


def units_above(title: str) -> tuple[str, ...]:
    """The units whose Đảng ủy stands above the committee that a folded title names."""
    return tuple(each for each in _UNITS if f"dang bo {each}" not in title)


def _names(own: tuple[str, ...], units: tuple[str, ...]) -> dict[str, str]:
    """The committee's own names, and those of the committees above and below it, as whole words: `Bộ` is no `bốn`."""
    above = ("trung uong", *_ABOVE.get(own[0], _OF_OTHERS))
    below = [each for each in COMMITTEES if each not in (*own, *above)] or ["không ai"]
    named = {"own": own, "above": above, "below": below, "unit": units}
    return {hole: "|".join(rf"{each}\b" for each in each_of) for hole, each_of in named.items()}


class Cast:
    """Who may be named in one text, and the characters that stand for them."""

    def __init__(self, who: Mapping[str, list[str]], own: tuple[str, ...], units: tuple[str, ...] = _UNITS) -> None:
        names = _names(own, units)
        self._sign = {code: SIGNS[index] for index, code in enumerate(who)}
        lines = [(code, tokens(line)) for code, each in who.items() for line in each]
        self._groups = [code for code, _ in lines]
        firsts = set().union(*(beginnings(line, names) for _, line in lines))
        choices = "|".join(f"({joined(line, names, _BLANK)})" for _, line in lines)
        self._who = re.compile(rf"\b(?=(?:{'|'.join(sorted(firsts))})\b)(?:{choices})")
        self.holes = {code: f"{sign}{_REST}*" for code, sign in self._sign.items()}
        self.holes["body"] = self.listing("".join(self._sign[code] for code in BODIES))
        self.holes["to"] = self.listing("".join(self._sign.values()))

    def mark(self, folded: str) -> str:
        """The words with every name in its characters, letter for letter."""
        return self._who.sub(self._signed, folded)

    def _signed(self, match: re.Match[str]) -> str:
        return self._sign[self._groups[(match.lastindex or 1) - 1]] + _REST * (len(match[0]) - 1)

    def named(self, marked: str) -> list[str]:
        """The codes of whom some words name, in their order, each as often as it is named."""
        codes = {sign: code for code, sign in self._sign.items()}
        return [codes[letter] for letter in marked if letter in codes]

    def listing(self, signs: str) -> str:
        """The expression of a list of names, each one of some."""
        return rf"[{signs}]{_REST}*(?:{_AND}[{signs}]{_REST}*)*"

    def listing_with(self, code: str, among: Sequence[str] = BODIES) -> str:
        """The expression of a list of names among which that one stands."""
        every, one = "".join(self._sign[each] for each in among), self._sign[code]
        return rf"(?:[{every}]{_REST}*{_AND})*{one}{_REST}*(?:{_AND}[{every}]{_REST}*)*"

    def others(self, body: str) -> str:
        """The expression of any body but that one."""
        return rf"[{''.join(self._sign[each] for each in BODIES if each != body)}]{_REST}*"

    def sign(self, code: str) -> str:
        return self._sign[code]
