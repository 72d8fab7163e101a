"""Defends the layout the README draws: which part may import which, read off the import statements themselves."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

MAY_IMPORT: dict[str, set[str]] = {
    "desktop.domain": {"desktop.domain"},
    "desktop.vi": {"desktop.domain"},
    "desktop.nouns": set(),
    "db": {"db", "desktop.domain", "desktop.files", "sqlalchemy", "alembic"},
    "desktop.exchange": {
        *("desktop.exchange", "desktop.domain", "desktop.vi", "resources"),
        *("openpyxl", "docx", "holidays", "lunar_vn"),
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
    "desktop.qt": {"desktop.qt", "desktop.vi", "desktop.files", "PySide6", "pypdfium2", "resources"},
    "desktop.screens": {
        *("desktop.screens", "desktop.usecases", "desktop.domain", "desktop.qt", "desktop.vi", "desktop.nouns"),
        "desktop.files",
        "PySide6",
    },
}
"""What each part may import beside the standard library; what is not named here (app, cli …) may import all."""


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


def test_the_top_level_names_are_the_agreed_ones() -> None:
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith((".", "__"))}
    assert folders - {"build", "dist", "demo", "thuky.egg-info"} == {"desktop", "resources", "db", "tests", "installer"}


def test_the_resources_hold_no_code() -> None:
    assert [path.name for path in (ROOT / "resources").rglob("*.py")] == ["__init__.py"]
