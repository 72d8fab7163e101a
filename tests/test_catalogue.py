"""The catalogue of operational rules against the program: `catalogue.toml` says for every row what is done with it.

A row cannot go stale: what it names must exist, be tried, be kept by some sample office; and whatever the program has
must stand in some row.
"""

import ast
import functools
import tomllib
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import SAMPLE_PROFILES
from desktop.domain import records
from desktop.domain.compliance import RULES
from desktop.domain.records import LIST_OF, Office
from desktop.exchange.profiles import load_profiles, load_settings
from desktop.sample.files import with_files
from desktop.sample.sample import closing_day, sample_office
from desktop.usecases.papers.printing import FORMS
from tests.domain.small_office import facts

TESTS = Path(__file__).parent
KINDS = ("judges", "due", "records", "paper", "setting", "cites", "silent", "shown")


@dataclass(frozen=True)
class Row:
    id: str
    about: str
    judges: tuple[str, ...] = ()
    due: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    paper: tuple[str, ...] = ()
    setting: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()


def _load() -> dict[str, dict[str, Any]]:
    return tomllib.loads((TESTS / "catalogue.toml").read_text(encoding="utf-8"))


def _rows() -> list[Row]:
    return [
        Row(ident, **{key: value if key == "about" else tuple(value) for key, value in row.items()})
        for section in _load().values()
        for ident, row in section.items()
    ]


ROWS = _rows()
each_row = pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])


@functools.cache
def expected() -> list[dict[str, Any]]:
    """Every expectation of the worked cases."""
    read = (tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((TESTS / "cases").glob("*.toml")))
    return [expected for cases in read for case in cases["case"] for expected in case["expect"]]


@functools.cache
def parameters() -> frozenset[str]:
    return frozenset(key for profile in load_profiles().values() for key in profile.parameters)


@functools.cache
def silences() -> frozenset[str]:
    return frozenset(silence.key for profile in load_profiles().values() for silence in profile.silences)


@functools.cache
def held() -> frozenset[str]:
    """`Class.field` of everything some sample office or worked case says."""
    offices = [with_files(sample_office(profile), closing_day(profile))[0] for profile in SAMPLE_PROFILES]
    return frozenset(name for office in (*offices, *_cases()) for name in _said(office))


def _cases() -> Iterator[Office]:
    """The offices of the worked cases."""
    for path in sorted((TESTS / "cases").glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            given = {key: case[key] for key in LIST_OF.values() if key in case}
            yield facts(profile=case["expect"][0]["profile"], from_="2024-05-31", **given).office


def _said(value: Office | Any) -> Iterator[str]:  # noqa: ANN401 - any record, or object inside one
    for field in fields(value):
        inner = getattr(value, field.name)
        default = None if field.default is MISSING else field.default
        if inner not in (default, None, "", ()):
            yield f"{type(value).__name__}.{field.name}"
        for each in inner if isinstance(inner, tuple) else (inner,):
            if is_dataclass(each):
                yield from _said(each)


@functools.cache
def functions_of(name: str) -> frozenset[str]:
    tree = ast.parse((TESTS / name).read_text(encoding="utf-8"))
    return frozenset(each.name for each in tree.body if isinstance(each, ast.FunctionDef))


def test_every_row_of_the_catalogue_is_there() -> None:
    """The rows of a section are numbered from one on, under a letter of its own: none can drop out unseen."""
    letters = []
    for rows in _load().values():
        letters.append(next(iter(rows))[0])
        assert list(rows) == [f"{letters[-1]}{number}" for number in range(1, len(rows) + 1)]
    assert len(set(letters)) == len(letters)


@each_row
def test_the_row_is_judged_reckoned_kept_printed_or_cited(row: Row) -> None:
    assert row.about
    assert any(getattr(row, kind) for kind in KINDS if kind != "shown")
    assert row.judges or row.shown, "nothing shows it"


@each_row
def test_what_judges_it_is_tried_by_worked_cases(row: Row) -> None:
    assert set(row.due) <= set(row.judges)
    for rule in row.judges:
        assert rule in RULES
    for rule in row.due:
        assert any(each["rule"] == rule and (each["verdict"] == "due" or "due" in each) for each in expected()), rule


@each_row
def test_what_keeps_it_is_kept_by_a_sample_office(row: Row) -> None:
    for place in row.records:
        name, _, field = place.partition(".")
        assert field in {each.name for each in fields(getattr(records, name))}
        assert place in held()


@each_row
def test_what_prints_sets_cites_and_leaves_it_open_exists(row: Row) -> None:
    assert set(row.paper) <= set(FORMS)
    assert set(row.setting) <= set(load_settings())
    for pattern in row.cites:
        assert any(fnmatchcase(key, pattern) for key in parameters()), pattern
    for pattern in row.silent:
        assert any(fnmatchcase(key, pattern) for key in silences()), pattern


@each_row
def test_what_shows_it_is_a_test_there_is(row: Row) -> None:
    for shown in row.shown:
        name, _, function = shown.partition("::")
        assert function in functions_of(name), shown


@pytest.mark.parametrize(
    ("kind", "known"),
    [
        ("judges", lambda: frozenset(RULES)),
        ("paper", lambda: frozenset(FORMS)),
        ("setting", lambda: frozenset(load_settings())),
        ("cites", parameters),
        ("silent", silences),
    ],
)
def test_whatever_the_program_has_stands_in_some_row(kind: str, known: Any) -> None:  # noqa: ANN401 - a table's cell
    kinds = ("cites", "silent") if kind == "silent" else (kind,)
    named = [name for row in ROWS for each in kinds for name in getattr(row, each)]
    assert sorted(each for each in known() if not any(fnmatchcase(each, name) for name in named)) == []
