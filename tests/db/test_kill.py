"""kill -9 while a change is written: the file holds the change whole or not at all, and nothing acknowledged is lost.

30 kills here; `THUKY_KILLS=200 pytest tests/db/test_kill.py` for more.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.exchange.office_json import write_office
from desktop.usecases.office.file import doctor
from tests.db.small import made, office_in, opened, small_office

KILLS = int(os.environ.get("THUKY_KILLS", "30"))

WRITER = """
import sys
from pathlib import Path
from desktop.domain.records import Person, Unit
from tests.db.small import opened

with opened(Path(sys.argv[1])) as file:
    print("ready", flush=True)
    while True:
        with file.write("Ghi") as store:
            for cls in (Person, Unit):
                store.put(cls(id=store.new_id(cls), name="dài " * 500))
        print(file.sequence, flush=True)
"""


@pytest.mark.parametrize("run", range(3))
def test_a_killed_writer_leaves_the_file_whole(tmp_path: Path, run: int) -> None:
    path = tmp_path / "a.thuky"
    chance = random.Random(run)
    made(path).close()
    for _ in range(KILLS // 3):
        acknowledged = _write_and_kill(path, chance.uniform(0.0, 0.06))
        assert doctor(path) == []
        with opened(path) as file, file.read() as store:
            office = store.office()
            assert file.sequence >= acknowledged
            assert len(office.people) - 3 == len(office.units) - 1 == file.sequence


def _write_and_kill(path: Path, after: float) -> int:
    """Let a writer write for a while, kill it, and return the last change it said was done."""
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        time.sleep(after)
        writer.send_signal(signal.SIGKILL)
        said = [line for line in writer.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    return int(said[-1]) if said else 0


COPIER = """
import sys
from pathlib import Path
from desktop.usecases.office.file import backup, import_file, restore
from tests.db.small import clock

folder = Path(sys.argv[1])
print("ready", flush=True)
for number in range(10_000):
    backup(folder / "a.thuky", folder / f"b{number}.thuky")
    restore(folder / f"b{number}.thuky", folder / "a.thuky", clock=clock)
    import_file(folder / "a.json", folder / f"c{number}.thuky", clock=clock, who="An")
"""


@pytest.mark.parametrize("run", range(max(3, KILLS // 10)))
def test_a_killed_copy_restore_or_import_leaves_only_whole_files(tmp_path: Path, run: int) -> None:
    made(tmp_path / "a.thuky").close()
    (tmp_path / "a.json").write_text(write_office(small_office()), encoding="utf-8")
    with subprocess.Popen([sys.executable, "-c", COPIER, str(tmp_path)], stdout=subprocess.PIPE, text=True) as copier:
        assert copier.stdout is not None
        copier.stdout.readline()
        time.sleep(random.Random(run).uniform(0.0, 0.6))
        copier.send_signal(signal.SIGKILL)
    files = [path for path in tmp_path.glob("*.thuky") if not path.name.startswith(".")]
    assert tmp_path / "a.thuky" in files
    for path in files:
        assert doctor(path) == []
        assert office_in(path) == small_office()
