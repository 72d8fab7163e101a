"""Adds up what was read of a file: how many articles, clauses and points, and every character of it."""

from collections import Counter
from dataclasses import dataclass

from desktop.exchange.regulations.text import seen
from desktop.exchange.regulations.words import RegulationWords, TextArticle


@dataclass(frozen=True, slots=True)
class Figures:
    """How much of a text was found."""

    articles: int
    clauses: int
    points: int


def figures(words: RegulationWords) -> Figures:
    clauses = [clause for article in words.articles for clause in article.clauses]
    holders = [*words.articles, *clauses]
    return Figures(len(words.articles), len(clauses), sum(len(each.points) for each in holders))


def places(words: RegulationWords) -> dict[str, str]:
    """The words that stand at each article, clause and point, without their blanks."""
    found: dict[str, str] = {}
    for article in words.articles:
        found[article.name] = article.title + "".join(article.paragraphs)
        found |= {f"{article.name} {point.number}": point.text for point in article.points}
        for at, clause in enumerate(article.clauses):
            found[f"{article.name} {at}"] = clause.text
            found |= {f"{article.name} {at} {point.number}": point.text for point in clause.points}
    return {place: "".join(text.lower().split()) for place, text in found.items()}


def unaccounted(shown: str, words: RegulationWords, *, cased: bool = True) -> int:
    """How many characters are seen in the file and not in what was read, or the other way round."""
    given, found = (_characters(text if cased else text.lower()) for text in (shown, "".join(all_words(words))))
    return ((given - found) + (found - given)).total()


def _characters(text: str) -> Counter[str]:
    return Counter("".join(seen(text).split()))


def all_words(words: RegulationWords) -> list[str]:
    """Every word of a parsed text, and of what was left out, each once."""
    found = [*words.preamble, *words.closing, *(each.text for each in words.left_out)]
    for chapter in words.chapters:
        found += [chapter.heading, *chapter.paragraphs]
        for article in chapter.articles:
            found += _of_article(article)
    return found


def _of_article(article: TextArticle) -> list[str]:
    found = [article.heading, *article.paragraphs]
    points = [*article.points, *(point for clause in article.clauses for point in clause.points)]
    for part in [*article.clauses, *points]:
        found += [part.mark, part.text]
    return found
