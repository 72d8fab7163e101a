"""The regulations that ship, described; an office's own text, read, kept in its file and shown clause by clause.

May import domain, vi, db and exchange. Reads return plain rows; writes are handed a store and raise `Refusal`.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
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
from desktop.exchange.regulations import formats
from desktop.exchange.regulations.clause import words_at
from desktop.exchange.regulations.file import read_pasted, read_regulation
from desktop.exchange.regulations.source import RegulationSource
from desktop.exchange.regulations.text import parse_text
from desktop.exchange.regulations.words import IssuedBy, RegulationWords, TextArticle, TextPoint
from desktop.usecases.regulations.plain import render_list, render_parsed, render_profile, to_look_at

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
        "reading": parameter.reading or None,
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


def readable() -> tuple[str, ...]:
    """The endings of files that can be read."""
    return formats.offered()


def parse(path: Path) -> RegulationWords:
    """Raises `Refusal` where the file cannot be read; a text in which no article is found says so in its oddities."""
    return _parsed_source(read_regulation(path))


def parse_pasted(text: str) -> RegulationWords:
    """The same of words pasted into the window."""
    return _parsed_source(read_pasted(text))


def _parsed_source(source: RegulationSource) -> RegulationWords:
    return parse_text(source.text, source.left_out, source.oddities)


def plain_text(words: RegulationWords) -> Plain:
    """The parsed text as the interchange writes it."""
    return {
        "title": words.title,
        "decision": _plain_decision(words.decision),
        "preamble": list(words.preamble),
        "chapters": [
            {
                "kind": chapter.kind,
                "name": chapter.name,
                "number": chapter.number,
                "title": chapter.title,
                "heading": chapter.heading,
                "paragraphs": list(chapter.paragraphs),
                "articles": [_plain_article(article) for article in chapter.articles],
            }
            for chapter in words.chapters
        ],
        "closing": list(words.closing),
        "left_out": [{"text": each.text, "reason": each.reason} for each in words.left_out],
        "oddities": list(words.oddities),
    }


def _plain_decision(decision: IssuedBy) -> Plain:
    days = {"date": decision.day, "effect": decision.effect}
    return {"number": decision.number, **{name: day and day.isoformat() for name, day in days.items()}}


def _plain_article(article: TextArticle) -> Plain:
    return {
        "name": article.name,
        "number": article.number,
        "title": article.title,
        "heading": article.heading,
        "paragraphs": list(article.paragraphs),
        "clauses": [
            {"number": clause.number, "mark": clause.mark, "text": clause.text, "points": _plain_points(clause.points)}
            for clause in article.clauses
        ],
        "points": _plain_points(article.points),
    }


def _plain_points(points: Sequence[TextPoint]) -> list[Plain]:
    return [{"number": point.number, "mark": point.mark, "text": point.text} for point in points]


def attach_file(store: Store, path: Path, *, profile: str) -> "TextRead":
    """Keep the text of a file and return how much it holds, and what of the file it lacks."""
    source = read_regulation(path)
    attach(store, text=source.text, profile=profile)
    return _read(_parsed_source(source))


def attach_pasted(store: Store, text: str, *, profile: str) -> "TextRead":
    """The same of words pasted into the window."""
    attach(store, text=read_pasted(text).text, profile=profile)
    return _read(parse_pasted(text))


def attach(store: Store, *, text: str, profile: str) -> RegulationText:
    """Keep a regulation's text in the office file, in the place of an earlier one of the same regulation."""
    office = store.office()
    known = profiles_of(office)
    if profile not in known:
        raise Refusal(f"Quy chế “{profile}” không có, cần một trong: {', '.join(known)}.", field="profile")
    if not parsed(text).articles:
        raise Refusal("Văn bản không có điều nào, cần một quy chế chia thành các điều.", field="text")
    earlier = next((each for each in office.regulation_texts if each.profile == profile), None)
    ident = earlier.id if earlier else store.new_id(RegulationText)
    record = RegulationText(id=ident, profile=profile, text=vi.nfc(text))
    store.put(record, before=earlier)
    return record


@dataclass(frozen=True, slots=True)
class TextRead:
    """How much a text holds, in words, and what is odd in it."""

    summary: str
    oddities: tuple[str, ...]


def told(read: TextRead) -> str:
    """The summary of a text just kept, then what is odd in it."""
    return "\n".join((read.summary, *to_look_at(read.oddities)))


def _read(words: RegulationWords) -> TextRead:
    clauses = sum(len(article.clauses) for article in words.articles)
    counted = f"{len(words.chapters)} chương, {len(words.articles)} {words.unit}, {clauses} khoản"
    return TextRead(f"{words.title or 'Văn bản không ghi tên'}: {counted}", tuple(words.oddities))


# One clause, word for word


def clause_text(office: Office, cite: Cite) -> str | None:
    """The words a citation points at, from the text the office attached; None where it attached none or they lack."""
    text = next((each.text for each in office.regulation_texts if each.profile == cite.profile), None)
    if text is None or cite.at is None:
        return None
    return words_at(parsed(text), cite.at)


@lru_cache(maxsize=16)
def parsed(text: str) -> RegulationWords:
    """A text that an office attached, parsed once however many ask; it is only read."""
    return parse_text(text)
