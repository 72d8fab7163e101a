"""Finds in a parsed regulation the words a citation points at. May import domain."""

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop.domain.findings import Clause
from desktop.exchange.regulations.words import RegulationWords, TextArticle, TextClause, TextPoint


def words_at(words: RegulationWords, at: Clause) -> str | None:
    """The words of the article, clause, point, paragraph or dash cited; None where the text has no such place."""
    at = of_section(at)
    article = next((each for each in words.articles if each.name == at.article), None)
    return _at(article, at) if article else None


def of_section(at: Clause) -> Clause:
    """`Mục I.2.1` is point 2.1, under clause 2 of section I."""
    section, *parts = at.article.split(".")
    if not parts:
        return at
    clause = f"khoản {parts[0]}"
    return replace(at, article=section, clause=clause, point=f"điểm {'.'.join(parts)}" if parts[1:] else at.point)


def _at(article: TextArticle, at: Clause) -> str | None:
    if at.clause is None and at.point is None:
        return _within(_own_paragraphs(article, at), at) if at.paragraph or at.dash else _whole_article(article)
    clause = _find_clause(article, at.clause) if at.clause else None
    if at.clause and clause is None:
        return None
    if at.point is None:
        return _of_clause(clause, at) if clause else None
    points = clause.points if clause else article.points
    point = next((each for each in points if each.number == at.point.removeprefix("điểm ")), None)
    return _of_point(point, at) if point else None


def _of_point(point: TextPoint, at: Clause) -> str | None:
    """A lettered point is its first paragraph and its dashes; plain paragraphs below a list belong to the clause."""
    if at.paragraph or at.dash or not point.number.isalpha():
        return _within(point.paragraphs, at)
    first, *rest = point.paragraphs
    return "\n".join([f"{point.mark} {first}", *(each for each in rest if each.startswith(("-", "–", "+")))])


def _find_clause(article: TextArticle, printed: str) -> TextClause | None:
    """A clause `phần …` is looked for in the last series of its article."""
    number = re.search(r"\d+(?:[a-zđ]\b)?", printed)
    found = [clause for clause in article.clauses if number and clause.number == number[0]]
    return (found[-1] if "phần" in printed else found[0]) if found else None


def _of_clause(clause: TextClause, at: Clause) -> str | None:
    if at.paragraph in ("đoạn cuối",) or (at.paragraph or "").startswith("đoạn sau điểm"):
        return _after_points(clause, at.paragraph or "")
    if at.paragraph or at.dash:
        return _within(clause.paragraphs, at)
    return "\n".join([_marked(clause), *(_marked(point) for point in clause.points)])


def _after_points(clause: TextClause, paragraph: str) -> str | None:
    """The paragraphs that follow the last point of a list stand under that point in the parsed text."""
    after = clause.points[-1].paragraphs[1:] if clause.points else clause.paragraphs
    if not after:
        return None
    return after[-1] if paragraph == "đoạn cuối" else after[0]


def _own_paragraphs(article: TextArticle, at: Clause) -> list[str]:
    return ["\n".join(article.paragraphs)] if at.paragraph == "đoạn mở đầu" else article.paragraphs


def _within(paragraphs: Sequence[str], at: Clause) -> str | None:
    """The paragraph, dash or plus item a citation counts to; the whole where it counts none."""
    if at.dash:
        sign = "+" if at.dash.startswith("dấu cộng") else ("-", "–")
        chosen = [each for each in paragraphs if each.startswith(sign)]
    elif at.paragraph == "đoạn mở đầu":
        return paragraphs[0] if paragraphs and paragraphs[0] else None
    elif at.paragraph == "đoạn cuối":
        return paragraphs[-1] if paragraphs else None
    elif at.paragraph:
        chosen = list(paragraphs)
    else:
        return "\n".join(paragraphs)
    counted = re.search(r"\d+", at.dash or at.paragraph or "")
    place = int(counted[0]) - 1 if counted else -1
    return chosen[place] if 0 <= place < len(chosen) else None


def _whole_article(article: TextArticle) -> str:
    clauses = [line for clause in article.clauses for line in (_marked(clause), *map(_marked, clause.points))]
    return "\n".join([article.heading, *article.paragraphs, *map(_marked, article.points), *clauses])


def _marked(part: TextClause | TextPoint) -> str:
    return f"{part.mark} {part.text}"
