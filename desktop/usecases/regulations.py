"""The regulations that ship, described; an office's own text, read, kept in its file and shown clause by clause.

May import domain, vi, db and exchange. Reads return plain rows; writes are handed a store and raise `Refusal`.
"""

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from db.store import Store
from desktop import vi
from desktop.domain.findings import Cite, Clause
from desktop.domain.records import Office, RegulationText
from desktop.domain.refusal import Refusal
from desktop.domain.regulation import Dated, Parameter, Profile
from desktop.exchange.profiles import load_profile, load_profiles, load_settings, profiles_of
from desktop.exchange.regulation_file import read_regulation
from desktop.exchange.regulation_text import RegulationWords, TextArticle, TextClause, TextPoint, parse_text
from desktop.usecases.regulations_plain import render_list, render_parsed, render_profile

Plain = dict[str, Any]


def show(name: str | None, *, as_json: bool = False) -> str:
    """What `thuky regulations [NAME]` prints; raises `Refusal` where no such regulation ships."""
    if name is None:
        rows = [summary(profile) for profile in load_profiles().values()]
        return _json({"regulations": rows, "settings": settings()}) if as_json else render_list(rows)
    described = describe(load_profile(name))
    return _json(described) if as_json else render_profile(described)


def show_parsed(path: Path, *, as_json: bool = False) -> str:
    """What `thuky regulations parse FILE` prints."""
    parsed = plain_text(parse(path))
    return _json(parsed) if as_json else render_parsed(parsed)


def _json(data: Plain) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


# The regulations that ship

_HEADER = ("title", "committee", "superior", "level", "status", "issued", "replaces", "parent", "binding", "articles")


def summary(profile: Profile) -> Plain:
    """One row of the list of regulations."""
    header = {name: getattr(profile, name) for name in _HEADER}
    return {"name": profile.name, **header, "count": len(profile.parameters), "silent": len(profile.silences)}


def describe(profile: Profile) -> Plain:
    """Everything a regulation holds, as plain data in a stable order; the first values of the latest come outermost."""
    header = {name: getattr(profile, name) for name in _HEADER}
    return {
        "name": profile.name,
        **header,
        "parameters": [_parameter(profile, each) for each in profile.parameters.values()],
        "silences": [{"key": each.key, "means": each.means, "setting": each.setting} for each in profile.silences],
        "oddities": [
            {"at": _clause(each.at) if each.at else None, "finding": each.finding, "treatment": each.treatment}
            for each in profile.oddities
        ],
        "settings": settings(),
    }


def settings() -> list[Plain]:
    return [
        {
            "key": each.key,
            "kind": each.kind,
            "default": each.default,
            "choices": list(each.choices),
            "means": each.means,
            "fills": list(each.fills),
        }
        for each in load_settings().values()
    ]


def _parameter(profile: Profile, parameter: Parameter) -> Plain:
    owner = profile.inherited.get(parameter.key, profile.name)
    values = [_dated(owner, each) for each in parameter.values]
    return {
        "key": parameter.key,
        "unit": parameter.unit,
        **values[-1],
        "means": parameter.means,
        "inherited": owner if parameter.key in profile.inherited else None,
        "values": values,
    }


def _dated(owner: str, dated: Dated) -> Plain:
    cite = {"profile": owner, **_clause(dated.at), "also": [_clause(each) for each in dated.also]} if dated.at else None
    return {"value": dated.value, "from": dated.from_.isoformat() if dated.from_ else None, "cite": cite}


def _clause(at: Clause) -> Plain:
    return {
        "article": at.article,
        "clause": at.clause,
        "point": at.point,
        "paragraph": at.paragraph,
        "dash": at.dash,
    }


# An office's own text


def parse(path: Path) -> RegulationWords:
    """Raises `Refusal` where the file cannot be read; a text in which no article is found says so in its oddities."""
    return parse_text(read_regulation(path))


def plain_text(words: RegulationWords) -> Plain:
    """The parsed text as the interchange writes it."""
    return {
        "title": words.title,
        "chapters": [
            {
                "number": chapter.number,
                "title": chapter.title,
                "paragraphs": list(chapter.paragraphs),
                "articles": [_plain_article(article) for article in chapter.articles],
            }
            for chapter in words.chapters
        ],
        "oddities": list(words.oddities),
    }


def _plain_article(article: TextArticle) -> Plain:
    return {
        "number": article.number,
        "title": article.title,
        "paragraphs": list(article.paragraphs),
        "clauses": [
            {"number": clause.number, "text": clause.text, "points": _plain_points(clause.points)}
            for clause in article.clauses
        ],
        "points": _plain_points(article.points),
    }


def _plain_points(points: Sequence[TextPoint]) -> list[Plain]:
    return [{"number": point.number, "text": point.text} for point in points]


def attach_file(store: Store, path: Path, *, profile: str) -> RegulationText:
    return attach(store, text=read_regulation(path), profile=profile)


def attach(store: Store, *, text: str, profile: str) -> RegulationText:
    """Keep a regulation's text in the office file, in the place of an earlier one of the same regulation."""
    office = store.office()
    known = profiles_of(office)
    if profile not in known:
        raise Refusal(f"Quy chế “{profile}” không có, cần một trong: {', '.join(known)}.", field="profile")
    if not parse_text(text).articles:
        raise Refusal("Văn bản không có điều nào, cần một quy chế chia thành các điều.", field="text")
    earlier = next((each for each in office.regulation_texts if each.profile == profile), None)
    ident = earlier.id if earlier else store.new_id(RegulationText)
    record = RegulationText(id=ident, profile=profile, text=vi.nfc(text))
    store.put(record, before=earlier)
    return record


# One clause, word for word


def clause_text(office: Office, cite: Cite) -> str | None:
    """The words a citation points at, from the text the office attached; None where it attached none or they lack."""
    text = next((each.text for each in office.regulation_texts if each.profile == cite.profile), None)
    if text is None or cite.at is None:
        return None
    article = _article(_parsed(text), cite.at.article)
    return _words_at(article, cite.at) if article else None


@lru_cache(maxsize=4)
def _parsed(text: str) -> RegulationWords:
    return parse_text(text)


def _article(words: RegulationWords, printed: str) -> TextArticle | None:
    number = printed.removeprefix("Điều ")
    return next((article for article in words.articles if article.number == number), None)


def _words_at(article: TextArticle, at: Clause) -> str | None:
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
    number = re.search(r"\d+", printed)
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
