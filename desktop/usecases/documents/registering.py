"""The register's line of a paper that gets a number: what it shows is what is kept. May import domain and papers."""

import datetime as dt

from desktop.domain.facts import Facts
from desktop.domain.records import Document, Source
from desktop.domain.refusal import Refusal
from desktop.papers.gaps import gaps
from desktop.papers.paper import Paper
from desktop.usecases.documents.numbers import symbol_of


def entered(
    facts: Facts,
    paper: Paper,
    *,
    id: str,
    kind: str,
    number: int,
    day: dt.date,
    issuer: str,
    source: Source | None,
    title: str = "",
) -> Document:
    """Trích yếu, signer, authority and recipients as printed.

    `title` stands for the trích yếu where the paper is of no meeting or ballot, and is found by it.
    """
    signer = paper.signer
    return Document(
        id=id,
        type=kind,
        number=number,
        symbol=symbol_of(facts, kind, number, (issuer,)),
        date=day,
        title=title or summary_of(paper),
        issuer=issuer,
        signed_by=signer.person or None if signer else None,
        authority=signer.code if signer else "",
        recipients=paper.recipients,
        source=source,
    )


def summary_of(paper: Paper) -> str:
    """The trích yếu; that of a công văn stands under its number."""
    return paper.summary or (paper.head.letter_summary.removeprefix("V/v ") if paper.head else "")


def refuse_incomplete(*papers: Paper) -> None:
    """Nothing gets a number that is not whole, or that says what the records contradict; raises `Refusal`."""
    missing = list(dict.fromkeys(problem for paper in papers for problem in (*gaps(paper), *paper.faults)))
    if missing:
        raise Refusal(f"Chưa cấp số được. {' '.join(missing)}", field="number")
