"""What the tests of papers read in a page."""

from collections.abc import Sequence

from desktop.papers import selfcheck
from desktop.papers.lines import MM
from desktop.papers.paper import Paper
from desktop.papers.readback import Read, ReadPage, squeezed

NEAR = 0.5 * MM


def at(page: ReadPage, text: str) -> Read:
    """The piece that reads so; raises StopIteration where there is none."""
    return next(read for read in page.texts if squeezed(read.text) == squeezed(text))


def page_text(page: ReadPage) -> str:
    return " ".join(read.text.strip() for read in page.texts)


def whole_text(pages: list[ReadPage]) -> str:
    return squeezed("".join(read.text for page in pages for read in page.texts))


def page_check(pdf: bytes, papers: Sequence[Paper]) -> list[str]:
    """What is wrong with the pages themselves, whatever of the records is still to be written."""
    of_records = (selfcheck.WHOLE, selfcheck.RECORDS)
    found = selfcheck.checks(pdf, papers)
    return [problem for check in found if check.name not in of_records for problem in check.problems]
