"""What a test needs that only the system can give, by the Debian package that brings it.

A test without it is skipped and named at the end of the run, so that one without root can test the rest; `--no-skips`
makes a failure of every skip.
"""

import shutil
from collections import Counter
from collections.abc import Iterable
from functools import cache

import pytest

from desktop.domain.refusal import Refusal
from desktop.papers import fonts

PROGRAMS = {
    "libreoffice-writer-nogui": "soffice",
    "nsis": "makensis",
    "openssl": "openssl",
    "osslsigncode": "osslsigncode",
}
TYPEFACE = "fonts-liberation2"
SAID = "without "
"""How the reason of a skip begins."""


def _without_qt() -> str:
    """The system's library that Qt cannot be loaded without; nothing where it can."""
    try:
        import PySide6.QtPrintSupport  # noqa: F401 - whether it can be
    except ImportError as error:
        return str(error).partition(":")[0]
    return ""


WITHOUT_QT = _without_qt()


@cache
def is_there(package: str) -> bool:
    if package != TYPEFACE:
        return shutil.which(PROGRAMS[package]) is not None
    try:
        fonts.find_typeface()
    except Refusal:
        return False
    return True


def need(*packages: str) -> None:
    """Skip the running test unless these are there."""
    if missing := [package for package in packages if not is_there(package)]:
        pytest.skip(SAID + ", ".join(missing))


def missing_by(error: BaseException) -> str:
    """The package or library whose absence this is about, or nothing."""
    if isinstance(error, Refusal) and fonts.MISSING in str(error):
        return "" if is_there(TYPEFACE) else TYPEFACE
    return WITHOUT_QT if WITHOUT_QT and WITHOUT_QT in str(error) else ""


def reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Why a test, or the tests of a file, were skipped."""
    why = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
    return str(why).removeprefix("Skipped: ")


def listing(reports: Iterable[pytest.TestReport | pytest.CollectReport]) -> list[str]:
    """Each reason, and under it the tests it cost; one with parameters is named once."""
    told: dict[str, Counter[str]] = {}
    for report in reports:
        told.setdefault(reason(report), Counter())[report.nodeid.partition("[")[0]] += 1
    return [
        line
        for why, tests in sorted(told.items())
        for line in (f"{why}: {tests.total()} not run", *(f"{name} ({times})" for name, times in tests.items()))
    ]
