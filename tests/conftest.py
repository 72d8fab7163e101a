"""What every test shares: an offscreen window system, never the user's own folders, a say where one is skipped, and
the texts that are kept.
"""

import os
from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import Any

import pytest

from tests import needs

os.environ["QT_QPA_PLATFORM"] = "offscreen"
Kept = Callable[[str, Iterable[str]], None]
OF_WINDOWS = ("qt", "screens")
"""Folders of tests that cannot even be read without Qt."""


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    parser.addoption("--no-skips", action="store_true", help="a test that is skipped has failed")
    parser.addoption("--keep", action="store_true", help="write the kept texts anew; read what changed before you do")
    if not pluginmanager.hasplugin("pytest-qt"):  # left out where Qt cannot be loaded; its settings stay written
        for name in ("qt_api", "qt_default_raising"):
            parser.addini(name, "of pytest-qt")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    unreadable = needs.WITHOUT_QT and collection_path in map(Path(__file__).with_name, OF_WINDOWS)
    return True if unreadable and not config.getoption("--no-skips") else None


def pytest_runtest_setup(item: pytest.Item) -> None:
    if needs.WITHOUT_QT and {"qapp", "qtbot"} & set(getattr(item, "fixturenames", ())):
        pytest.skip(needs.SAID + needs.WITHOUT_QT)
    for mark in item.iter_markers("needs"):
        needs.need(*mark.args)


@pytest.hookimpl(hookwrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Generator[None, Any, None]:
    report = (yield).get_result()
    missing = "" if collector.config.getoption("--no-skips") else needs.WITHOUT_QT
    if report.failed and missing and missing in str(report.longrepr):
        report.outcome, report.longrepr = "skipped", (str(collector.path), 0, needs.SAID + missing)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, None]:
    """What failed for want of a package is skipped; with `--no-skips` whatever is skipped has failed."""
    report = (yield).get_result()
    if call.excinfo and (missing := needs.missing_by(call.excinfo.value)):
        report.outcome, report.longrepr = "skipped", (str(item.path), 0, needs.SAID + missing)
    if report.skipped and not hasattr(report, "wasxfail") and item.config.getoption("--no-skips"):
        report.outcome, report.longrepr = "failed", needs.reason(report)


def pytest_terminal_summary(terminalreporter: Any) -> None:  # noqa: ANN401 - pytest keeps the class to itself
    lines = needs.listing(terminalreporter.stats.get("skipped", ()))
    if needs.WITHOUT_QT:
        lines += [f"{needs.SAID}{needs.WITHOUT_QT}: tests/{folder} not read" for folder in OF_WINDOWS]
    if lines:
        terminalreporter.section("not run")
        terminalreporter.write_line("\n".join(lines))


@pytest.fixture
def kept(request: pytest.FixtureRequest) -> Kept:
    """Holds lines against those kept in `kept/` beside the test: whatever the program says otherwise is seen."""
    folder = Path(request.path).parent / "kept"

    def compare(name: str, lines: Iterable[str]) -> None:
        path, said = folder / f"{name}.txt", "\n".join(lines) + "\n"
        if request.config.getoption("--keep"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(said, encoding="utf-8")
        assert said.splitlines() == path.read_text(encoding="utf-8").splitlines()

    return compare
