"""Turns the words met into a value of the content's shape. May import nothing but the readers beside it."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from desktop.exchange.regulations.propose.cadence import read_cadence
from desktop.exchange.regulations.propose.deadline import read_deadline
from desktop.exchange.regulations.propose.mentions import Cast
from desktop.exchange.regulations.propose.numbers import number
from desktop.exchange.regulations.propose.periods import read_periods
from desktop.exchange.regulations.propose.reading_words import Content
from desktop.exchange.regulations.propose.share import read_share

Value = Any
Reader = Callable[["Met"], Value | None]
BODIES = ("bch", "btv", "thuong-truc", "ubkt")
ROLES = ("bi-thu", "pho-bi-thu-thuong-truc", "pho-bi-thu")
_AROUND = 90


class Met:
    """The words that a wording met: the value in them, its clause up to the next semicolon, and what follows it."""

    def __init__(self, content: Content, text: str, match: re.Match[str], cast: Cast) -> None:
        self.content, self.cast, self.match = content, cast, match
        self.words = match.groupdict().get("value") or ""
        self.begin = text.rfind(";", 0, match.start()) + 1
        close = text.find(";", match.end())
        self.segment = text[self.begin : close if close >= 0 else len(text)]
        end = match.end("value") if self.words else match.end()
        self.after = text[end : end + _AROUND].partition(";")[0]

    @property
    def options(self) -> Mapping[str, Any]:
        return self.content.options


def read(met: Met) -> Value | None:
    return _READERS[met.content.shape](met)


def size(value: Value) -> int:
    """How much a value says: of two found in like places the fuller one is taken."""
    return len(value) if isinstance(value, (list, dict)) else 1


def _cadence(met: Met) -> Value | None:
    return read_cadence(met.words, _own_clause(met))


def _own_clause(met: Met) -> str:
    """From the match on, as far as the next meeting is spoken of."""
    tail = met.match[0] + met.after
    return re.split(r"dot xuat|bat thuong", tail)[0]


def _share(met: Met) -> Value | None:
    return read_share(met.words, met.after, whole=met.options.get("whole", ""))


def _deadline(met: Met) -> Value | None:
    return read_deadline(met.words, side=met.options["side"], of=met.options["of"])


def _body(met: Met) -> Value | None:
    found = _named(met, BODIES)
    return found[0] if len(found) == 1 else None


def _addressee(met: Met) -> Value | None:
    found = _named(met, (*BODIES, *ROLES))
    return found[0] if found else None


def _bodies(met: Met) -> Value | None:
    return _named(met, BODIES) or None


def _role(met: Met) -> Value | None:
    found = _named(met, ROLES)
    return found[0] if found else None


def _named(met: Met, codes: tuple[str, ...]) -> list[str]:
    return [code for code in met.cast.named(met.words) if code in codes]


def _periods(met: Met) -> Value | None:
    return read_periods(met.words)


def _count(met: Met) -> Value | None:
    return number(met.words)


def _fixed(met: Met) -> Value | None:
    return met.options["value"]


def _codes(met: Met) -> Value | None:
    """The codes whose words stand in the place the wording leaves open."""
    return [code for code, words in met.content.codes.items() if words.search(met.words or met.segment)] or None


def _grounds(met: Met) -> Value | None:
    """An extraordinary session that the text names without a ground is no ground."""
    return _codes(met)


def _fixed_body(met: Met) -> Value | None:
    return met.options["body"]


def _deputy(met: Met) -> Value | None:
    """Whether the deputy stands in by himself, when authorised, or whom the secretary names."""
    if "automatic" not in met.options:
        return None
    return None


def _majority(met: Met) -> Value | None:
    return _share(met)


def _electorate(met: Met) -> Value | None:
    """Members asked one by one are their body."""
    found = met.cast.named(met.words)
    asked = [body for body in ("bch", "btv") if body in found or f"member-{body}" in found]
    return asked or None


def _members(met: Met) -> Value | None:
    found = met.cast.named(met.words)
    return [body for body in ("bch", "btv") if f"member-{body}" in found] or None


def _inspection(met: Met) -> Value | None:
    return read_periods(met.words)


def _lead(met: Met) -> Value | None:
    return number(met.words) if met.words else 1


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
    "grounds": _grounds,
    "fixed-body": _fixed_body,
    "deputy": _deputy,
    "majority": _majority,
    "electorate": _electorate,
    "members": _members,
    "inspection": _inspection,
    "lead": _lead,
}
