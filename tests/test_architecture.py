"""Defends the layout the README draws: which part may import which, read off the import statements themselves."""

import ast
import sys
from collections.abc import Container, Iterator, Mapping
from pathlib import Path

import pytest

from desktop.nouns import NOUNS

ROOT = Path(__file__).resolve().parent.parent

MAY_IMPORT: dict[str, set[str]] = {
    "desktop.domain": {"desktop.domain"},
    "desktop.vi": {"desktop.domain"},
    "desktop.nouns": set(),
    "db": {"db", "desktop.domain", "desktop.files", "sqlalchemy", "alembic"},
    "desktop.exchange": {
        *("desktop.exchange", "desktop.domain", "desktop.vi", "resources"),
        *("openpyxl", "docx", "pypdfium2", "holidays", "lunar_vn", "icalendar"),
    },
    "desktop.papers": {"desktop.papers", "desktop.domain", "desktop.vi", "reportlab", "docx", "pypdfium2"},
    "desktop.usecases": {
        *(
            "desktop.usecases",
            "desktop.domain",
            "desktop.vi",
            "desktop.nouns",
            "desktop.files",
            "db",
            "desktop.papers",
            "desktop.exchange",
            "resources",
        ),
    },
    "desktop.sample": {
        "desktop.sample",
        "desktop.domain",
        "desktop.vi",
        "desktop.exchange",
        "desktop.usecases",
        "resources",
    },
    "desktop.qt": {"desktop.qt", "desktop.vi", "desktop.files", "PySide6", "pypdfium2", "resources"},
    "desktop.screens": {
        *("desktop.screens", "desktop.usecases", "desktop.domain", "desktop.qt", "desktop.vi", "desktop.nouns"),
        *("desktop.files", "desktop.sample"),
        "PySide6",
    },
}
"""What each part may import beside the standard library; what is not named here (app, cli …) may import all."""

NEIGHBOURS: dict[str, dict[str, set[str]]] = {
    "desktop.usecases": {
        "absences": {"meetings"},
        "ballots": {"meetings"},
        "calendar": {"events", "meetings"},
        "compliance": {"regulations"},
        "delegated": {"meetings"},
        "directory": {"assignments", "meetings", "regulations"},
        "documents": {"ballots", "meetings"},
        "duties": {"regulations"},
        "events": {"meetings"},
        "meetings": {"regulations"},
        "office": {"directory", "documents", "meetings", "programmes"},
        "papers": {"compliance", "documents", "regulations", "reports", "today"},
        "programmes": {"documents", "meetings", "tasks"},
        "tasks": {"meetings"},
        "today": {"absences", "ballots", "calendar", "incoming", "meetings", "programmes", "tasks"},
    },
    "desktop.papers.forms": {"delegated": {"meetings"}, "reminders": {"meetings"}},
    "desktop.screens": {
        "ballots": {"delegated", "meetings"},
        "calendar": {"events", "meetings"},
        "meetings": {"tasks"},
        "regulations": {"duties"},
        "window": {"compliance", "directory", "documents", "meetings", "papers", "programmes", "regulations", "today"}
        | {"absences", "calendar"},
    },
}
"""Which noun of a layer may use which other one; `base` is everybody's. Whoever is not named uses none."""
FREE = {"base"}


def part_of(module: str) -> str | None:
    return next((part for part in MAY_IMPORT if module == part or module.startswith(f"{part}.")), None)


def python_files() -> list[Path]:
    return sorted(path for top in ("desktop", "db") for path in (ROOT / top).rglob("*.py"))


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported_modules(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.relative_to(ROOT)}: a relative import"
            for alias in node.names:
                yield f"{node.module}.{alias.name}"


def allowed(module: str, part: str) -> bool:
    top = module.partition(".")[0]
    return top in sys.stdlib_module_names or any(
        module == name or module.startswith(f"{name}.") for name in MAY_IMPORT[part]
    )


@pytest.mark.parametrize("path", python_files(), ids=module_name)
def test_a_file_imports_only_what_its_part_may(path: Path) -> None:
    part = part_of(module_name(path))
    if part is not None:
        strangers = sorted({name for name in imported_modules(path) if not allowed(name, part)})
        assert not strangers, f"{path.relative_to(ROOT)} may not import {', '.join(strangers)}"


def noun_of(module: str, layer: str) -> str | None:
    """The folder of the layer that a module lies in; None for one outside the layer, or right in it."""
    inside = module.removeprefix(f"{layer}.").partition(".")[0] if module.startswith(f"{layer}.") else ""
    return inside if inside and (ROOT / layer.replace(".", "/") / inside).is_dir() else None


@pytest.mark.parametrize("layer", NEIGHBOURS)
def test_a_noun_uses_only_its_neighbours(layer: str) -> None:
    used: dict[str, set[str]] = {}
    for path in (ROOT / layer.replace(".", "/")).rglob("*.py"):
        own = noun_of(module_name(path), layer)
        if own:
            used.setdefault(own, set()).update(filter(None, (noun_of(one, layer) for one in imported_modules(path))))
    assert {own: found - {own} - FREE for own, found in used.items() if found - {own} - FREE} == NEIGHBOURS[layer]


def test_what_every_noun_uses_knows_no_noun() -> None:
    for layer in NEIGHBOURS:
        assert "base" not in NEIGHBOURS[layer]


def test_no_noun_uses_itself_through_others() -> None:
    for layer, uses in NEIGHBOURS.items():
        for noun in uses:
            assert noun not in reached(uses, noun), f"{layer}.{noun}"


def test_no_file_imports_itself_through_others() -> None:
    files = {module_name(path): path for path in python_files()}
    graph = {name: _files_imported(path, files) - {name} for name, path in files.items()}
    assert [name for name in graph if name in reached(graph, name)] == []


def _files_imported(path: Path, files: Container[str]) -> set[str]:
    """The project's own files that a file imports anywhere in it; a name out of a file counts as the file."""
    found = set()
    for name in imported_modules(path):
        found |= {one for one in (name, name.rpartition(".")[0]) if one in files}
    return found


def reached(graph: Mapping[str, set[str]], start: str) -> set[str]:
    """Everything that is reached from a node in one step or more."""
    seen: set[str] = set()
    waiting = list(graph.get(start, ()))
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting += graph.get(one, ())
    return seen


def test_every_noun_has_a_folder_of_its_own() -> None:
    for noun in NOUNS:
        folders = [ROOT / "desktop" / layer / noun.key for layer in ("usecases", "screens")]
        assert any(folder.is_dir() for folder in folders), noun.key


def test_the_top_level_names_are_the_agreed_ones() -> None:
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith((".", "__"))}
    assert folders - {"build", "dist", "demo", "thuky.egg-info"} == {"desktop", "resources", "db", "tests", "installer"}


def test_the_resources_hold_no_code() -> None:
    assert [path.name for path in (ROOT / "resources").rglob("*.py")] == ["__init__.py"]
