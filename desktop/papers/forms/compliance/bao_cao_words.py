"""How figures are written in the report on the regulation: with what they are out of. May import domain, papers."""

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop import vi
from desktop.domain.account import Case, Figure, Line
from desktop.domain.findings import Cite, Clause
from desktop.domain.judging import BY_OFFICE
from desktop.papers.forms.base.words import place

MOST_CITES = 3
"""The clauses named behind one figure; the appendix has them all."""


def lowered(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


def of_office(text: str) -> str:
    """A finding's sentence without whose the day is: the report says once what the office laid down itself."""
    return text.replace(f" {vi.BY_OFFICE}", "").replace(BY_OFFICE, "")


def explained(case: Case) -> str:
    """`Thiên tai, thời tiết: bận chống bão`; that a cause is another one says nothing beside words of its own."""
    text = case.explanation.strip()
    kind = "" if case.cause is None or (case.cause == "other" and text) else vi.CAUSE[case.cause]
    return ": ".join(filter(None, (kind, text)))


def of_whole(figure: Figure) -> str:
    """`27/30`, or the bare count."""
    return str(figure.part) if figure.whole is None else f"{figure.part}/{figure.whole}"


def counted(figure: Figure) -> str:
    """`Phiếu thu về: 154/171 phiếu`."""
    return f"{figure.words}: {of_whole(figure)} {figure.unit}{cited(figure.cites)}"


def article(cite: Cite) -> str:
    """The clause, its numbers not torn from their words."""
    return _kept(place(cite))


def _kept(text: str) -> str:
    """The text with its numbers on the lines of the words before them."""
    return re.sub(r" (?=\d)", "\u00a0", text)


def named(cites: Sequence[Cite], before: str) -> str:
    """The clauses after a mark of punctuation; many points of a clause are named by it, many clauses by the first."""
    words = list(dict.fromkeys(filter(None, map(article, cites))))
    if len(words) > MOST_CITES:
        words = list(dict.fromkeys(filter(None, map(article, map(_shallow, cites)))))
    if not words:
        return ""
    more = f" và {len(words) - MOST_CITES} chỗ khác" if len(words) > MOST_CITES else ""
    return f"{before}{'; '.join(words[:MOST_CITES])}{more}"


def _shallow(cite: Cite) -> Cite:
    return replace(cite, at=Clause(article=cite.at.article, clause=cite.at.clause)) if cite.at else cite


def cited(cites: Sequence[Cite]) -> str:
    """` (khoản 3 Điều 18)`."""
    words = named(cites, "")
    return f" ({words})" if words else ""


def beside(line: Line) -> str:
    """`; ngoài ra chưa đến hạn 2, được miễn 1`: what is counted on neither side."""
    said = unsettled(line)
    return f"; ngoài ra {said}" if said else ""


def unsettled(line: Line) -> str:
    """`chưa đến hạn 2, được miễn 1`."""
    apart = (
        ("chưa đến hạn", line.due),
        ("cần làm rõ cách hiểu", len(line.unclear)),
        ("được miễn", line.exempt),
        ("chưa đủ thông tin để đánh giá", line.unknown),
    )
    return ", ".join(_kept(f"{words} {count}") for words, count in apart if count)
