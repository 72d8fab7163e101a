"""The series in which documents are numbered: by type and organ, through one term; `desktop.domain` only.

The committee, its standing committee and Thường trực share one series, secret papers too; the office and the inspection
committee have their own. A joint paper names its issuers parted by `;` and lies in the series of the first.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from desktop.domain.facts import Facts
from desktop.domain.records import Document, Incoming

SYMBOL = re.compile(r"\s*(\d+)\s*-\s*([^/]+?)\s*/\s*(.+?)[\s.,;:]*")
"""Number, type and organ of a symbol such as `05-NQ/HU`, or `05 - NQ/HU.` as others wrote it."""
SHORT = re.compile(r"\(([^()\s]+)\)$")
"""The abbreviation of a partner: `Hội Khuyến học huyện (HKH)`."""

_SIGNS = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "⁄": "/", "\\": "/"})


def clean_symbol(text: str) -> str:
    """A symbol without what offices write around it: `Số 15 – qđ/hu.` is `15-QĐ/HU`."""
    plain = re.sub(r"\s*([-/])\s*", r"\1", text.translate(_SIGNS)).strip(" .,;:")
    plain = re.sub(r"^s[ốo]\s*:?\s*(?=\d)", "", plain, flags=re.IGNORECASE)
    return plain.upper() if plain == plain.lower() else plain


class Series(NamedTuple):
    """`place` says whether before (-1), in (0) or after (1) the office's term."""

    kind: str
    organ: str
    place: int

    @property
    def key(self) -> tuple[str, str, int]:
        """What tells series apart: `qđ/hu` and `QĐ/HU` are one."""
        return self.kind.casefold(), self.organ.casefold(), self.place


def issuers(document: Document) -> tuple[str, ...]:
    """Everyone who issues the paper, the one in whose series it lies first."""
    return tuple(part.strip() for part in document.issuer.split(";") if part.strip())


def lead(document: Document) -> str:
    return next(iter(issuers(document)), "")


def is_joint(document: Document) -> bool:
    return len(issuers(document)) > 1


def is_secret(document: Document | Incoming) -> bool:
    return document.secrecy != "none"


def organ_symbol(facts: Facts, issuer: str) -> str:
    """What follows the stroke in the symbol of an issuer's papers: of a partner, the abbreviation given in brackets.

    A name of no known organ without one stands for itself.
    """
    own, given = facts.office.office.symbol, SHORT.search(issuer)
    organ = facts.committees.organ(issuer)
    if organ or not issuer:
        return f"{organ.before}{own}" if organ else own
    return given[1] if given else issuer


def series_of(facts: Facts, document: Document) -> Series:
    """As its symbol says, or as its type and issuer do where it bears none."""
    said = SYMBOL.fullmatch(clean_symbol(document.symbol))
    organ = said[3] if said else organ_symbol(facts, lead(document))
    if said and is_joint(document):
        organ = organ.partition("-")[0]
    return Series(document.type or (said[2] if said else ""), organ, place_of(facts, document.date))


def place_of(facts: Facts, day: dt.date | None) -> int:
    term = facts.office.office.term
    if day is None or term is None:
        return 0
    return int(bool(term.to and day > term.to)) - int(bool(term.from_ and day < term.from_))


def in_series(facts: Facts) -> dict[Series, list[Document]]:
    """The numbered documents of each series, by number and then by day."""
    found: defaultdict[Series, list[Document]] = defaultdict(list)
    named: dict[tuple[str, str, int], Series] = {}
    for document in facts.office.documents:
        if document.number is not None:
            series = series_of(facts, document)
            found[named.setdefault(series.key, series)].append(document)
    for papers in found.values():
        papers.sort(key=lambda paper: (paper.number or 0, paper.date or dt.date.max))
    return dict(found)


def of_series(facts: Facts, series: Series) -> Iterable[Document]:
    """The numbered documents of one series, in the order of the register."""
    for document in facts.office.documents:
        alike = not document.type or document.type.casefold() == series.key[0]
        if alike and document.number is not None and series_of(facts, document).key == series.key:
            yield document


def following(facts: Facts, series: Series) -> int:
    """One more than the highest number of the series."""
    return max((paper.number or 0 for paper in of_series(facts, series)), default=0) + 1


def missing(papers: Iterable[Document]) -> list[int]:
    """The numbers left out between the first and the last of a series; what came before a late start is not known."""
    used = sorted({paper.number for paper in papers if paper.number is not None})
    return [number for low, high in pairwise(used) for number in range(low + 1, high)]
