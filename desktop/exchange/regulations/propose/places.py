"""Cuts a parsed regulation into its sentences, each with where it stands as citations print it. May import domain.

A sentence knows where it begins in its article's words as F1 shows them (`clause.words_at`), so that what was found
can be marked there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.domain.findings import Clause
from desktop.exchange.regulations.propose.fold import fold
from desktop.exchange.regulations.words import RegulationWords, TextArticle, TextClause, TextPoint

_END = re.compile(r"(?<=[.!?…])[\"”)]*\s+(?=[\W\d]*[A-ZÀ-ỸĐ])|\n")
_DASHES = ("-", "–", "+", "•")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`start` counts in the article's words; `lead` is the line that a list hangs on, `heading` the article's title."""

    at: Clause
    start: int
    text: str
    folded: str
    heading: str
    lead: str


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph before it is cut; `skip` letters of it are its mark."""

    at: Clause
    text: str
    skip: int = 0
    lead: str = ""


def sentences(words: RegulationWords) -> Iterator[Sentence]:
    for article in words.articles:
        yield from _cut(article)


def _cut(article: TextArticle) -> Iterator[Sentence]:
    heading, start = fold(article.title), len(article.heading) + 1
    for part in _parts(article):
        for begin, end in _spans(part.text, part.skip):
            text = part.text[begin:end]
            yield Sentence(part.at, start + begin, text, fold(text), heading, fold(part.lead))
        start += len(part.text) + 1


def _spans(text: str, skip: int) -> Iterator[tuple[int, int]]:
    begin = skip
    for match in _END.finditer(text, skip):
        yield begin, match.start()
        begin = match.end()
    yield begin, len(text)


def _parts(article: TextArticle) -> Iterator[_Part]:
    """In the order in which `words_at` prints them."""
    at = Clause(article=printed_article(article.number))
    yield from _paragraphs(at, article.paragraphs, 0, "", first="đoạn mở đầu")
    lead = article.paragraphs[-1] if article.paragraphs else ""
    for point in article.points:
        yield from _point(at, point, lead)
    for clause in article.clauses:
        yield from _clause(at, clause)


def printed_article(number: str) -> str:
    return f"Điều {number}" if number[:1].isdigit() else f"Mục {number}"


def _clause(article: Clause, clause: TextClause) -> Iterator[_Part]:
    at = Clause(article=article.article, clause=f"khoản {clause.number}")
    yield from _paragraphs(at, clause.paragraphs, len(clause.mark) + 1, clause.mark)
    lead = "\n".join(each for each in clause.paragraphs if not each.startswith(_DASHES))
    for point in clause.points:
        yield from _point(at, point, lead)


def _point(holder: Clause, point: TextPoint, lead: str) -> Iterator[_Part]:
    at = Clause(article=holder.article, clause=holder.clause, point=f"điểm {point.number}")
    yield from _paragraphs(at, point.paragraphs, len(point.mark) + 1, point.mark, lead=lead, under=holder)


def _paragraphs(
    at: Clause,
    paragraphs: Sequence[str],
    skip: int,
    mark: str,
    *,
    lead: str = "",
    first: str | None = None,
    under: Clause | None = None,
) -> Iterator[_Part]:
    """The first stands behind its mark and needs no number; what begins with a dash hangs on the line above it."""
    counted: dict[str, int] = {}
    plain = lead
    for index, text in enumerate(paragraphs):
        sign = "+" if text.startswith("+") else "-" if text.startswith(_DASHES) else ""
        counted[sign] = counted.get(sign, 0) + 1
        whole = f"{mark} {text}" if index == 0 and mark else text
        hidden = skip if index == 0 and mark else 0
        if sign:
            yield _Part(_dash(at, sign, counted[sign]), whole, hidden + 1, plain)
        else:
            yield _Part(_paragraph(at, index, len(paragraphs), first, under), whole, hidden, lead)
            plain = f"{lead}\n{text}" if lead else text


def _dash(at: Clause, sign: str, count: int) -> Clause:
    name = "dấu cộng" if sign == "+" else "gạch đầu dòng"
    return Clause(article=at.article, clause=at.clause, point=at.point, dash=f"{name} thứ {count}")


def _paragraph(at: Clause, index: int, count: int, first: str | None, under: Clause | None) -> Clause:
    """Plain paragraphs below a lettered point belong to the clause above it."""
    if index == 0:
        return Clause(article=at.article, clause=at.clause, point=at.point, paragraph=first if count > 1 else None)
    if under and at.point and at.point.removeprefix("điểm ").isalpha():
        name = "đoạn cuối" if index == count - 1 else f"đoạn sau {at.point}"
        return Clause(article=at.article, clause=under.clause, point=None, paragraph=name)
    return Clause(article=at.article, clause=at.clause, point=at.point, paragraph=f"đoạn {index + 1}")
