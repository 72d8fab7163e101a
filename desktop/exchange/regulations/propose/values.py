"""Turns the words met into a value of the content's shape. May import nothing but the readers beside it."""

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from desktop.exchange.regulations.propose.cadence import read_cadence
from desktop.exchange.regulations.propose.deadline import read_deadline
from desktop.exchange.regulations.propose.mentions import Cast
from desktop.exchange.regulations.propose.numbers import number
from desktop.exchange.regulations.propose.periods import PERIODS, read_periods
from desktop.exchange.regulations.propose.reading_words import Content
from desktop.exchange.regulations.propose.share import ALL, SHARE, read_share
from desktop.exchange.regulations.propose.wordings import Met, Words, met_by

Value = Any
Reader = Callable[["Found"], Value | None]
BODIES = ("bch", "btv", "thuong-truc", "ubkt")
ROLES = ("bi-thu", "pho-bi-thu-thuong-truc", "pho-bi-thu")
_AROUND = 90
_CONDITION = re.compile(r"\b(?:khi|nếu|neu|truong hop)\b[^,;.]*$")
_EACH_REPORT = re.compile(rf"\bbao cao ({PERIODS})")


class Found:
    """The words that a wording met: the value in them, its clause up to the next semicolon, and what follows it."""

    def __init__(self, content: Content, words: Words, met: Met, cast: Cast) -> None:
        text, (begin, end) = words.text, met.span
        self.content, self.cast, self.text = content, cast, text
        self.whole = text[begin:end]
        self.words = text[slice(*met.value)] if met.value else ""
        self.before = text[: met.value[0]] if met.value else ""
        close = text.find(";", end)
        self.segment = text[text.rfind(";", 0, begin) + 1 : close if close >= 0 else len(text)]
        after = met.value[1] if met.value else end
        self.after = text[after : after + _AROUND].partition(";")[0]

    @property
    def options(self) -> Mapping[str, Any]:
        return self.content.options


def read(found: Found) -> Value | None:
    return _READERS[found.content.shape](found)


def size(value: Value) -> int:
    """How much a value says: of two found in like places the fuller one is taken."""
    return len(value) if isinstance(value, (list, dict)) else 1


def _cadence(found: Found) -> Value | None:
    return read_cadence(found.words, _own_clause(found))


def _own_clause(found: Found) -> str:
    """From the match on, as far as the next meeting is spoken of."""
    tail = found.whole + found.after
    return re.split(r"dot xuat|bat thuong", tail)[0]


def _share(found: Found) -> Value | None:
    return read_share(found.words, found.after, found.options.get("among", ALL))


def _deadline(found: Found) -> Value | None:
    return read_deadline(found.words, side=found.options["side"], of=found.options["of"])


def _body(found: Found) -> Value | None:
    """One body; where several are named none is proposed.

    `Khi không họp được Ban Thường vụ, Thường trực …` names one that is a condition and one that acts.
    """
    named = _named(found, BODIES)
    if len(named) > 1 and _CONDITION.search(found.before) and "," in found.words:
        named = [each for each in found.cast.named(found.words.rpartition(",")[2]) if each in BODIES]
    return named[0] if len(named) == 1 else None


def _addressee(found: Found) -> Value | None:
    return next(iter(_named(found, (*BODIES, *ROLES))), None)


def _bodies(found: Found) -> Value | None:
    return _named(found, BODIES) or None


def _role(found: Found) -> Value | None:
    return next(iter(_named(found, ROLES)), None)


def _named(found: Found, codes: tuple[str, ...]) -> list[str]:
    return [code for code in dict.fromkeys(found.cast.named(found.words)) if code in codes]


def _periods(found: Found) -> Value | None:
    """`Báo cáo tháng gửi trước ngày 20, báo cáo quý …` names its periods one by one."""
    if found.before.endswith("bao cao "):
        return read_periods(", ".join(_EACH_REPORT.findall(found.text)))
    return read_periods(found.words)


def _count(found: Found) -> Value | None:
    return number(found.words)


def _fixed(found: Found) -> Value | None:
    return found.options["value"]


def _codes(found: Found) -> Value | None:
    """The codes whose words stand in the place the wording leaves open."""
    return _coded(found, found.words or found.segment) or None


def _coded(found: Found, text: str) -> list[str]:
    words = Words(text)
    return [code for code, says in found.content.codes.items() if met_by(says, words)]


def _fixed_body(found: Found) -> Value | None:
    return found.options["body"]


_OWN_MATTER = re.compile(rf";|,?\s(?=rieng\b)|,\s(?=doi voi\b)|,\s(?:va |con )?(?={SHARE})")
_AGREED = re.compile(r"\b(?:tan thanh|dong y|nhat tri|dong thuan|bieu quyet|thong nhat|thong qua|ban hanh)\b")
_OTHERS = re.compile(r"\b(?:khac|con lai|binh thuong)\b")


def _majority(found: Found) -> Value | None:
    """The share for every matter, then those for matters of their own: `riêng kỷ luật phải được hai phần ba`."""
    base, excepted = None, []
    for clause in _OWN_MATTER.split(found.text):
        match = re.search(SHARE, clause)
        others = _OTHERS.search(clause)
        matters = [] if others else _coded(found, clause)
        if match is None or not (_AGREED.search(clause) or others or matters):
            continue
        share = read_share(match[0], clause[match.end() :], found.options["among"])
        if share and matters:
            excepted.append({"matters": matters, **share})
        elif share and base is None:
            base = share
    return base and (base | {"except": excepted} if excepted else base)


def _electorate(found: Found) -> Value | None:
    """Members asked one by one are their body."""
    named = found.cast.named(found.words)
    asked = [body for body in ("bch", "btv") if body in named or f"member-{body}" in named]
    return asked or None


def _members(found: Found) -> Value | None:
    """`Ủy viên Ban Chấp hành, Ban Thường vụ` are members of both."""
    named = found.cast.named(found.words)
    shared = [next_one for one, next_one in pairwise(named) if one == "member-bch" and next_one == "btv"]
    return [body for body in ("bch", "btv") if f"member-{body}" in named or body in shared] or None


def _lead(found: Found) -> Value | None:
    return number(found.words) if found.words else 1


_READERS: dict[str, Reader] = {
    "cadence": _cadence,
    "share": _share,
    "deadline": _deadline,
    "body": _body,
    "bodies": _bodies,
    "addressee": _addressee,
    "role": _role,
    "periods": _periods,
    "count": _count,
    "fixed": _fixed,
    "codes": _codes,
    "fixed-body": _fixed_body,
    "majority": _majority,
    "electorate": _electorate,
    "members": _members,
    "lead": _lead,
}
