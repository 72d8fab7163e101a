"""What every test shares: an offscreen window system, never the user's own folders, and the texts that are kept."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"

Kept = Callable[[str, Iterable[str]], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--keep", action="store_true", help="write the kept texts anew; read what changed before you do")


@pytest.fixture
def kept(request: pytest.FixtureRequest) -> Kept:
    """Holds lines against those kept in `kept/` beside the test, so that whatever the program says otherwise is seen."""
    folder = Path(request.path).parent / "kept"

    def compare(name: str, lines: Iterable[str]) -> None:
        path, said = folder / f"{name}.txt", "\n".join(lines) + "\n"
        if request.config.getoption("--keep"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(said, encoding="utf-8")
        assert said.splitlines() == path.read_text(encoding="utf-8").splitlines()

    return compare
