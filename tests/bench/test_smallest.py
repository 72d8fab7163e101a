"""Every bench runs, in its smallest form: a figure that nobody can take any more is not being watched."""

import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
SMALLEST = {
    "deformed": "",
    "edit": "1",
    "mutants": "domain 1 --at workdays.py --tests tests/domain/test_workdays.py",
    "papers": "1",
    "propose": "resources",
    "search": "2000",
    "stall": "0",
    "startup": "1",
}
"""Each bench with the words that make it small."""


def test_every_bench_has_its_smallest_form() -> None:
    runs = {path.stem for path in FOLDER.glob("*.py") if "__main__" in path.read_text(encoding="utf-8")}
    assert runs - {Path(__file__).stem} == SMALLEST.keys()


@pytest.mark.parametrize(("bench", "words"), SMALLEST.items())
def test_a_bench_runs_and_prints_its_figures(bench: str, words: str) -> None:
    command = [sys.executable, "-m", f"tests.bench.{bench}", *words.split()]
    done = subprocess.run(command, cwd=FOLDER.parents[1], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert any(sign.isdigit() for sign in done.stdout)
