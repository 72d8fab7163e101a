"""One thing has one word: what people read holds none of the words that `resources/words.toml` has put away."""

import ast
import re
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desktop.demo import example
from desktop.papers.readback import read_pdf
from desktop.sample.sample import PROFILES, closing_day, sample_office
from desktop.usecases.base.facts import facts_of
from desktop.usecases.papers import printing

ROOT = Path(__file__).resolve().parents[1]
VIETNAMESE = re.compile("[à-ỹÀ-ỸđĐ]")
CONCEPTS: list[dict[str, Any]] = tomllib.loads((ROOT / "resources/words.toml").read_text(encoding="utf-8"))["concept"]
UNREAD = ("resources/words.toml", "resources/sample/", "resources/regulations/reading_words.toml")
"""The table itself, what the sample offices wrote (their own titles), and the words looked for in others' texts."""
Said = tuple[str, str]
"""Where a string stands, and the string; the holes of an f-string are `{…}`."""


def python_strings(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    passed = {id(node) for node in _docstrings(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            passed |= {id(part) for part in node.values}
            yield "".join(part.value if isinstance(part, ast.Constant) else "{…}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            yield node.value


def _docstrings(tree: ast.AST) -> Iterator[ast.Constant]:
    """Of modules, classes and functions, and the sentences under constants."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def toml_strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (said for each in value.values() for said in toml_strings(each))
    elif isinstance(value, list):
        yield from (said for each in value for said in toml_strings(each))


@cache
def sources() -> tuple[Said, ...]:
    """Every string of the program and of its resources; a place with Vietnamese letters or capitals alone."""
    found: list[Said] = []
    for top in ("desktop", "db"):
        for path in sorted((ROOT / top).rglob("*.py")):
            found += [(path.relative_to(ROOT).as_posix(), said) for said in python_strings(path)]
    for path in sorted((ROOT / "resources").rglob("*.toml")):
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(UNREAD):
            table = tomllib.loads(path.read_text(encoding="utf-8"))
            found += [(name, said) for said in toml_strings(table)]
    return tuple(one for one in found if VIETNAMESE.search(one[1]) or one[1].isupper())


@cache
def papers() -> tuple[Said, ...]:
    """Every page of one paper of each form, as a sample office sends it, read back from its PDF."""
    found: list[Said] = []
    for profile in PROFILES:
        on = closing_day(profile)
        given = facts_of(sample_office(profile, as_of=on))
        for form in printing.FORMS.values():
            record = example(given, form.slug, form.of.name, on)
            pages = read_pdf(printing.to_pdf(printing.print_form(given, form.slug, record, on=on))) if record else []
            found += [(f"papers/{form.slug}", " ".join(one.text for one in page.texts)) for page in pages]
    return tuple(found)


def broken(concept: dict[str, Any], place: str, said: str) -> str:
    """The first word put away that stands in the string, its allowed phrases taken out; else nothing."""
    if concept.get("where", "") not in place:
        return ""
    for allowed in concept.get("allow", ()):
        if fnmatch(place, allowed["in"]):
            if "says" not in allowed:
                return ""
            said = re.sub(re.escape(allowed["says"]), "", said, flags=re.IGNORECASE)
    flags = 0 if concept.get("exact") else re.IGNORECASE
    found = re.search(rf"(?<!\w)(?:{'|'.join(concept['never'])})(?!\w)", said, flags)
    return found.group() if found else ""


@pytest.mark.parametrize("concept", [one for one in CONCEPTS if "typed" not in one], ids=lambda one: str(one["keep"]))
def test_no_paper_says_a_word_put_away(concept: dict[str, Any]) -> None:
    found = {f"{place}: {word}" for place, said in papers() if (word := broken(concept, place, said))}
    assert not found, sorted(found)


@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda one: str(one["keep"]))
def test_no_string_of_the_program_uses_a_word_put_away(concept: dict[str, Any]) -> None:
    found = {f"{place}: {word} in “{said[:90]}”" for place, said in sources() if (word := broken(concept, place, said))}
    assert not found, sorted(found)


def test_every_exception_is_still_needed() -> None:
    for concept in CONCEPTS:
        for allowed in concept.get("allow", ()):
            strict = concept | {"allow": [one for one in concept["allow"] if one is not allowed]}
            needed = any(broken(strict, place, said) and fnmatch(place, allowed["in"]) for place, said in sources())
            assert needed, (concept["keep"], allowed)
            assert allowed["why"]
