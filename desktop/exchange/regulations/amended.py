"""A regulation with what amends it written in, as one text. May import domain and exchange.

What cannot be written in is handed back; nothing else of the text changes.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import TypeVar

from desktop.domain.findings import Clause
from desktop.exchange.regulations.amendment import Instruction, instructions
from desktop.exchange.regulations.text import parse_text
from desktop.exchange.regulations.words import RegulationWords, TextArticle, TextChapter, TextClause, TextPoint

_CLAUSE = re.compile(r"^(\d{1,2}[a-zđ]?)\s?([.)/-])\s+(.+)$")
_POINT = re.compile(r"^([a-zđ])(\))\s+(.+)$")
_ARTICLE = re.compile(r"^Điều\s+(\d+[a-zđ]?)\s?([.:])\s*(.*)$")
_QUOTES = '“”"'

Part = TypeVar("Part", TextClause, TextPoint)


@dataclass(frozen=True, slots=True)
class Amended:
    """`done` are the instructions written in, `left` those that were not understood or found no place."""

    text: str
    done: tuple[str, ...]
    left: tuple[str, ...]


def amended(old: str, paper: str) -> Amended | None:
    """None where the paper amends nothing."""
    told = instructions(paper)
    if not told:
        return None
    words, done, left = parse_text(old), list[str](), list[str]()
    for each in told:
        tried = deepcopy(words)
        if _done(tried, each):
            words = tried
            done.append(each.said)
        else:
            left.append(each.said)
    return Amended("\n".join(_lines(words)), tuple(done), tuple(left))


def _done(words: RegulationWords, each: Instruction) -> bool:
    """Whether it could be written in at each of its places; some may be written in where another could not."""
    if each.act == "words" and not each.at:
        return _any(_in_article(article, each) for article in words.articles)
    return bool(each.at) and all(_write(words, each, at) for at in each.at)


def _write(words: RegulationWords, each: Instruction, at: Clause) -> bool:
    acts: dict[str, Callable[[RegulationWords, Instruction, Clause], bool]] = {
        "change": _change,
        "add": _add,
        "drop": _drop,
        "words": _exchange,
    }
    return each.act in acts and acts[each.act](words, each, at)


# Where things stand


def _article(words: RegulationWords, at: Clause) -> TextArticle | None:
    return next((each for each in words.articles if each.name == at.article), None)


def _holding(words: RegulationWords, at: Clause) -> tuple[TextArticle | None, TextClause | None]:
    """The article, and the clause where one is named; no article where the text lacks either."""
    article = _article(words, at)
    if article is None or at.clause is None:
        return article, None
    clause = _find(article.clauses, at.clause)
    return (article, clause) if clause else (None, None)


def _find(parts: Sequence[Part], printed: str) -> Part | None:
    return next((each for each in parts if each.number == printed.rpartition(" ")[2]), None)


# What is put there


@dataclass(slots=True)
class _Body:
    paragraphs: list[str]
    clauses: list[TextClause]
    points: list[TextPoint]


def _body(lines: Sequence[str]) -> _Body:
    body = _Body([], [], [])
    into = body.paragraphs
    for line in _unquoted(lines):
        if clause := _CLAUSE.match(line):
            body.clauses.append(TextClause(clause[1], f"{clause[1]}{clause[2]}", [clause[3]]))
            into = body.clauses[-1].paragraphs
        elif point := _POINT.match(line):
            held = body.clauses[-1].points if body.clauses else body.points
            held.append(TextPoint(point[1], f"{point[1]})", [point[3]]))
            into = held[-1].paragraphs
        else:
            into.append(line)
    return body


def _unquoted(lines: Sequence[str]) -> Iterator[str]:
    for place, line in enumerate(lines):
        text = line.lstrip(_QUOTES) if place == 0 else line
        last = place == len(lines) - 1
        yield re.sub(r"[”\"][.;,]?$", "", text).strip() if last else text


def _new_article(lines: Sequence[str], name: str) -> TextArticle | None:
    first, *rest = list(_unquoted(lines)) or [""]
    found = _ARTICLE.match(first)
    if found is None or f"Điều {found[1]}" != name:
        return None
    body = _body(rest)
    return TextArticle(found[1], first, found[3], body.paragraphs, body.clauses, body.points)


# The acts


def _change(words: RegulationWords, each: Instruction, at: Clause) -> bool:
    article, clause = _holding(words, at)
    if article is None or not each.body:
        return False
    if at.point:
        return _put(clause.points if clause else article.points, at.point, _body(each.body).points)
    if clause:
        return _put_clause(article, clause, _body(each.body))
    made = _new_article(each.body, article.name)
    body = _body(each.body)
    if made:
        article.heading, article.title = made.heading, made.title
        body = _Body(made.paragraphs, made.clauses, made.points)
    elif len(each.at) > 1:
        return False
    article.paragraphs, article.clauses, article.points = body.paragraphs, body.clauses, body.points
    return True


def _put(parts: list[Part], printed: str, instead: Sequence[Part]) -> bool:
    there = _find(parts, printed)
    number = printed.rpartition(" ")[2]
    if there is None or number not in (each.number for each in instead):
        return False
    place = parts.index(there)
    parts[place : place + 1] = [each for each in instead if each.number == number]
    return True


def _put_clause(article: TextArticle, clause: TextClause, body: _Body) -> bool:
    if body.clauses:
        return _put(article.clauses, clause.number, body.clauses)
    clause.paragraphs, clause.points = body.paragraphs or clause.paragraphs, body.points or clause.points
    return True


def _add(words: RegulationWords, each: Instruction, at: Clause) -> bool:
    if not each.body:
        return False
    if at.clause is None and at.point is None:
        return _add_article(words, each, at)
    article = _article(words, at)
    if article is None:
        return False
    if at.point:
        holder = _find(article.clauses, at.clause) if at.clause else article
        return holder is not None and _insert(holder.points, at.point, _body(each.body).points)
    return _insert(article.clauses, at.clause or "", _body(each.body).clauses)


def _add_article(words: RegulationWords, each: Instruction, at: Clause) -> bool:
    made = _new_article(each.body, at.article)
    before = _article(words, each.after) if each.after else words.articles[-1] if words.articles else None
    if made is None or before is None or _article(words, at):
        return False
    chapter = next(chapter for chapter in words.chapters if any(held is before for held in chapter.articles))
    chapter.articles.insert(next(at for at, held in enumerate(chapter.articles) if held is before) + 1, made)
    return True


def _insert(parts: list[Part], printed: str, new: Sequence[Part]) -> bool:
    """After the parts whose numbers come before its own."""
    made = next((each for each in new if each.number == printed.rpartition(" ")[2]), None)
    if made is None or _find(parts, printed):
        return False
    place = sum(_order(each.number) < _order(made.number) for each in parts)
    parts.insert(place, made)
    return True


def _order(number: str) -> tuple[int, str]:
    """`2`, `2a`, `3`; letters as in their alphabet, `đ` after `d`."""
    digits = re.match(r"\d*", number)
    assert digits
    return int(digits[0] or 0), number[digits.end() :].replace("đ", "d~")


def _drop(words: RegulationWords, each: Instruction, at: Clause) -> bool:
    article, clause = _holding(words, at)
    if article is None:
        return False
    if at.point:
        held = clause.points if clause else article.points
        return _without(held, at.point)
    if clause:
        return _without(article.clauses, at.clause or "")
    for chapter in words.chapters:
        chapter.articles[:] = [held for held in chapter.articles if held is not article]
    return True


def _without(parts: list[Part], printed: str) -> bool:
    there = _find(parts, printed)
    if there is not None:
        parts.remove(there)
    return there is not None


def _exchange(words: RegulationWords, each: Instruction, at: Clause) -> bool:
    article, clause = _holding(words, at)
    if article is None:
        return False
    if at.point:
        point = _find(clause.points if clause else article.points, at.point)
        return point is not None and _say(point.paragraphs, each)
    if clause:
        return _any(_say(held, each) for held in (clause.paragraphs, *(point.paragraphs for point in clause.points)))
    return _in_article(article, each)


def _in_article(article: TextArticle, each: Instruction) -> bool:
    points = [*article.points, *(point for clause in article.clauses for point in clause.points)]
    titled = each.old in article.title
    article.title, article.heading = (text.replace(each.old, each.new) for text in (article.title, article.heading))
    held = [article.paragraphs, *(part.paragraphs for part in points), *(part.paragraphs for part in article.clauses)]
    return _any([titled, *(_say(paragraphs, each) for paragraphs in held)])


def _say(paragraphs: list[str], each: Instruction) -> bool:
    found = any(each.old in text for text in paragraphs)
    paragraphs[:] = [re.sub(" {2,}", " ", text.replace(each.old, each.new)) for text in paragraphs]
    return found


def _any(done: Iterable[bool]) -> bool:
    """Like `any`, but each is done."""
    return sum(done) > 0


# As a text again


def _lines(words: RegulationWords) -> Iterator[str]:
    yield from words.preamble
    for chapter in words.chapters:
        yield from _of_chapter(chapter)
    yield from ("", *words.closing) if words.closing else ()


def _of_chapter(chapter: TextChapter) -> Iterator[str]:
    yield from ("", chapter.heading, *chapter.paragraphs) if chapter.heading else ()
    for article in chapter.articles:
        yield from ("", article.heading, *article.paragraphs)
        yield from map(_marked, article.points)
        for clause in article.clauses:
            yield _marked(clause)
            yield from map(_marked, clause.points)


def _marked(part: TextClause | TextPoint) -> str:
    return f"{part.mark} {part.text}"
