"""Whether a numbered paper, made again from the records, still says what was issued. May import domain and papers.

Only a copy the program kept itself is held against it; a paper scanned or made elsewhere has other pages anyway.
"""

from collections.abc import Sequence
from typing import Any

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.issued import standing
from desktop.domain.records import Document
from desktop.domain.refs import RecordRef
from desktop.papers.forms.base.form import Form
from desktop.papers.forms.meetings.giay_moi import FORM as INVITATION
from desktop.papers.paper import Paper
from desktop.usecases.documents.numbers import issued_name
from desktop.usecases.papers import printing


def issued_as(facts: Facts, papers: Sequence[Paper]) -> Document | None:
    """The line of the register whose number the papers bear, where the program kept what was issued."""
    number = next((paper.head.number for paper in papers if paper.head), "")
    return next((one for one in standing(facts) if is_kept(one) and number.endswith(f" {one.symbol}")), None)


def is_kept(document: Document) -> bool:
    """Whether the copy is one the program made when it gave the number."""
    return document.issued is not None and document.issued.name == issued_name(document.symbol)


def differs(facts: Facts, form: Form[Any], ref: RecordRef, document: Document, content: bytes) -> bool:
    """Whether a page that was issued is none of those the records make now, on the paper's own day."""
    made = set(_pages(printing.to_pdf(_again(facts, form, ref, document))))
    return any(page not in made for page in _pages(content))


def _again(facts: Facts, form: Form[Any], ref: RecordRef, document: Document) -> list[Paper]:
    """As it went out, to all as one and to each."""
    on = document.date
    assert on is not None, document
    papers = printing.made(facts, form, ref, on=on)
    if form is INVITATION:
        whom = [one.key for one in printing.invitees(facts, ref, on=on)]
        papers += printing.made(facts, form, ref, on=on, whom=whom)
    return papers


def _pages(pdf: bytes) -> list[str]:
    from desktop.papers.readback import read_pdf, squeezed  # it brings pypdfium2, which is slow to import

    texts = ("".join(read.text for read in page.texts) for page in read_pdf(pdf))
    return [squeezed(text) for text in texts if text.strip()]


def changed(document: Document) -> str:
    """What is told where they differ."""
    day = f" ngày {vi.day(document.date)}" if document.date else ""
    return f"{document.symbol} đã phát hành{day}; bản lập theo nội dung ghi hiện nay khác bản đã phát hành"
