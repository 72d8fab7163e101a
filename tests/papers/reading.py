"""What the tests of papers read in a page."""

from desktop.papers.lines import MM
from desktop.papers.readback import Read, ReadPage, squeezed

NEAR = 0.5 * MM


def at(page: ReadPage, text: str) -> Read:
    """The piece that reads so; raises StopIteration where there is none."""
    return next(read for read in page.texts if squeezed(read.text) == squeezed(text))


def page_text(page: ReadPage) -> str:
    return " ".join(read.text.strip() for read in page.texts)


def whole_text(pages: list[ReadPage]) -> str:
    return squeezed("".join(read.text for page in pages for read in page.texts))
