"""The numbers of documents: the next one of a series, its symbol, and the refusal of one that is in use.

May import domain, vi and db. A number is given once and never used again.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import Document
from desktop.domain.refusal import Refusal
from desktop.domain.series import Series, following, in_series, missing, of_series, organ_symbol, place_of, series_of

COMMITTEE = "btv"


def next_number(facts: Facts, kind: str, on: dt.date, issuer: str = COMMITTEE) -> int:
    """One more than the highest number of that type and organ in the term."""
    return following(facts, Series(kind, organ_symbol(facts, issuer), place_of(facts, on)))


def symbol_of(facts: Facts, kind: str, number: int, issuers: Iterable[str] = (COMMITTEE,)) -> str:
    """`05-NQ/HU`; `05-CTr/HU-MTTQ` where several issue it together."""
    organ = "-".join(organ_symbol(facts, issuer) for issuer in issuers)
    return f"{number:02}-{kind}/{organ}".rstrip("/")


def issued_name(symbol: str) -> str:
    """`05-NQ-HU.pdf`, a name every file system takes."""
    return f"{symbol.replace('/', '-')}.pdf"


def holder_of(facts: Facts, document: Document) -> Document | None:
    """Another document that already has this one's number in its series."""
    series = series_of(facts, document)
    papers = of_series(facts, series)
    return next((one for one in papers if one.number == document.number and one.id != document.id), None)


def in_store(store: Store, facts: Facts) -> Facts:
    """The facts with the register as the file holds it inside this change, not as the window last saw it."""
    return replace(facts, office=store.now())


def refuse_taken(store: Store, facts: Facts, document: Document, on: dt.date) -> None:
    """Raises `Refusal` for a day to come, for no number at all, and for a number in use, naming what has it."""
    facts = in_store(store, facts)
    if document.date and document.date > on:
        raise Refusal(f"Ngày văn bản {vi.day(document.date)} chưa đến; cần ngày không sau hôm nay.", field="date")
    if document.number is None:
        return
    if document.number < 1:
        raise Refusal("Số văn bản cần từ 1 trở lên.", field="number")
    held = holder_of(facts, document)
    if held:
        free = following(facts, series_of(facts, document))
        raise Refusal(
            f"Số {held.symbol or held.number} đã cấp cho {named(held)}; số tiếp theo là {free}.", field="number"
        )


def named(document: Document) -> str:
    """`“Về công tác cán bộ” ngày 03/6/2024`; a secret paper is not named by what it is about."""
    what = f"“{document.title}”" if document.title and document.secrecy == "none" else "một văn bản khác"
    return f"{what} ngày {vi.day(document.date)}" if document.date else what


@dataclass(frozen=True, slots=True, kw_only=True)
class Oddity:
    """What is wrong in one series, as a sentence, with the documents it is seen on."""

    kind: str
    text: str
    documents: tuple[str, ...]


def oddities(facts: Facts) -> list[Oddity]:
    """Numbers left out, given twice, and days out of order, series by series."""
    found = []
    for series, papers in sorted(in_series(facts).items()):
        name = f"{series.kind}/{series.organ}" if series.organ != facts.office.office.symbol else series.kind
        found += [
            Oddity(kind=series.kind, text=f"{name}: {text}", documents=ids) for text, ids in _faults(papers) if text
        ]
    return found


def _faults(papers: list[Document]) -> Iterable[tuple[str, tuple[str, ...]]]:
    left_out = missing(papers)
    later = tuple(one.id for one in papers if one.number and one.number - 1 in left_out)
    yield (f"{_numbers(left_out)} còn trống" if left_out else ""), later
    often = Counter(one.number for one in papers)
    doubles = [one for one in papers if often[one.number] > 1]
    yield (f"{_numbers(_each(doubles))} cấp hơn một lần" if doubles else ""), tuple(one.id for one in doubles)
    back = [b for a, b in pairwise(papers) if a.date and b.date and b.date < a.date]
    yield (f"{_numbers(_each(back))} ghi ngày trước số liền trước" if back else ""), tuple(one.id for one in back)


def _each(papers: list[Document]) -> list[int]:
    return list(dict.fromkeys(paper.number for paper in papers if paper.number is not None))


def _numbers(numbers: list[int]) -> str:
    """`số 12, 15`; runs as `20–24`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words = [f"{run[0]:02}–{run[-1]:02}" if len(run) > 1 else f"{run[0]:02}" for run in runs]
    return f"số {', '.join(words)}"
