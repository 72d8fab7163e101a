"""One edit saved, beside raw sqlite3 doing the same UPDATE: `python -m tests.bench.edit [ROUNDS]`.

Office of 1×; journal DELETE, synchronous EXTRA, foreign keys on for both; A B A B, medians; nothing is asserted.
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from db.connect import connect
from db.session import OfficeFile
from desktop.domain.records import Absence, Meeting
from desktop.sample.sample import sample_office
from tests.bench.grow import grow
from tests.db.small import clock


def raw_edit(connection: sqlite3.Connection, statement: str, ident: str, number: int, *, history: bool) -> None:
    """The UPDATE alone, or with a history row written by hand."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(statement, (f"lần {number}", ident))
    if history:
        sequence = connection.execute("SELECT max(sequence) + 1 FROM changes").fetchone()[0]
        connection.execute(
            "INSERT INTO changes VALUES (?, ?, ?, ?, NULL)", (sequence, "2024-06-12T08:30:05", "An", "Ghi")
        )
        row = (sequence, "absences", ident, None, "x" * 500, "y" * 500)
        connection.execute("INSERT INTO history VALUES (?, ?, ?, ?, ?, ?)", row)
    connection.execute("COMMIT")


def door_edit(file: OfficeFile, cls: type, field: str, ident: str, number: int) -> None:
    with file.write("Ghi") as store:
        record = store.find(cls, ident)
        store.put(replace(record, **{field: f"lần {number} qua cửa"}), before=record)  # type: ignore[type-var]  # a record


def measured(ways: dict[str, Callable[[int], None]], rounds: int) -> dict[str, float]:
    """The median time of each way, taken in turns."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds):
        for name, way in ways.items():
            start = time.perf_counter()
            way(number)
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(taken[rounds // 10 :]) for name, taken in times.items()}


def main(rounds: int) -> None:
    office = grow(sample_office("tay-son-2024"), 1)
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        path, other = Path(folder, "a.thuky"), Path(folder, "b.thuky")
        OfficeFile.create(other, office, clock=clock, who="An").close()
        with OfficeFile.create(path, office, clock=clock, who="An") as file, closing(connect(other)) as raw:
            for cls, table, field in ((Absence, "absences", "content"), (Meeting, "meetings", "place")):
                ident = getattr(office, table)[len(getattr(office, table)) // 2].id
                statement = f"UPDATE {table} SET {field} = ? WHERE id = ?"
                ways: dict[str, Callable[[int], None]] = {
                    "raw": lambda n, s=statement, i=ident: raw_edit(raw, s, i, n, history=False),  # type: ignore[misc]
                    "raw+history": lambda n, s=statement, i=ident: raw_edit(raw, s, i, n, history=True),  # type: ignore[misc]
                    "door": lambda n, c=cls, f=field, i=ident: door_edit(file, c, f, i, n),  # type: ignore[misc]
                }
                medians = measured(ways, rounds)
                print(
                    f"{table}:",
                    *(
                        f"{name} {taken / medians['raw']:.2f} ({taken * 1000:.2f} ms)"
                        for name, taken in medians.items()
                    ),
                )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
