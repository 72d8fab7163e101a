"""Cuts a parsed regulation into its headings, articles, clauses and points, each with its own words only.

May import domain and exchange.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.domain.findings import Clause
from desktop.exchange.regulations.clause import of_section
from desktop.exchange.regulations.words import RegulationWords, TextArticle, TextChapter, TextClause, TextPoint


@dataclass(frozen=True, slots=True)
class Unit:
    """`own` is its number within `holder`, the place in the list of what it stands in (-1 for the outermost)."""

    at: Clause
    mark: str
    text: str
    own: str
    holder: int = -1


def units(words: RegulationWords) -> tuple[Unit, ...]:
    """In the order of the text; every word of its headings, articles, clauses and points stands in exactly one."""
    made: list[Unit] = []
    for chapter in words.chapters:
        if chapter.heading or chapter.paragraphs:
            made.append(_of_chapter(chapter))
        for article in chapter.articles:
            made += _of_article(article, len(made))
    return tuple(made)


def _of_chapter(chapter: TextChapter) -> Unit:
    words = "\n".join(filter(None, (chapter.title, *chapter.paragraphs)))
    return Unit(Clause(article=chapter.name), chapter.name, words, chapter.name)


def _of_article(article: TextArticle, place: int) -> Iterator[Unit]:
    words = "\n".join(filter(None, (article.title, *article.paragraphs)))
    yield Unit(Clause(article=article.name), f"{article.name}.", words, article.name)
    count = place + 1
    for point in article.points:
        yield _of_point(article, None, point, place)
        count += 1
    for clause in article.clauses:
        yield _of_clause(article, clause, place)
        yield from (_of_point(article, clause, point, count) for point in clause.points)
        count += 1 + len(clause.points)


def _of_clause(article: TextArticle, clause: TextClause, holder: int) -> Unit:
    at = Clause(article=article.name, clause=f"khoản {clause.number}")
    return Unit(at, clause.mark, clause.text, clause.number, holder)


def _of_point(article: TextArticle, clause: TextClause | None, point: TextPoint, holder: int) -> Unit:
    number = f"khoản {clause.number}" if clause else None
    at = Clause(article=article.name, clause=number, point=f"điểm {point.number}")
    return Unit(at, point.mark, point.text, point.number, holder)


def place_of(found: Sequence[Clause | None], at: Clause, *, exactly: bool = False) -> int | None:
    """Which of the units' places a citation lies in, the smallest; None where there is no such, or only a wider one."""
    at = of_section(at)
    wanted = (at.article, at.clause, at.point)
    for ends in (3,) if exactly else (3, 2, 1):
        near = (*wanted[:ends], None, None)[:3]
        for place, unit in enumerate(found):
            if unit and (unit.article, unit.clause, unit.point) == near:
                return place
    return None
