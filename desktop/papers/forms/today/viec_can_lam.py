"""The list of what has to be done, with the last day and the article behind each. May import domain, vi, papers."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop import vi
from desktop.papers.forms.base.writing import Writing
from desktop.papers.paper import Column, Paper, Row, Table, para, row

COLUMNS = (
    Column("TT", 11, "center"),
    Column("Hạn", 32, "center"),
    Column("Việc cần làm", 80),
    Column("Căn cứ", 30),
    Column("Ghi chú", 20),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """`second` says on whom or what it waits."""

    due: dt.date
    title: str
    second: str = ""
    article: str = ""


def todo_list(writing: Writing, day: dt.date, things: Sequence[Todo]) -> Paper:
    """An inner paper without number or signature."""
    rows = tuple(_row(thing, place, day) for place, thing in enumerate(things, 1))
    return Paper(
        pack=writing.pack(day),
        slug="viec-can-lam",
        day=day,
        head=writing.head("", None, day, day.year),
        title="Việc cần làm",
        summary=f"(tính đến ngày {vi.day(day)})",
        blocks=(Table(columns=COLUMNS, rows=rows) if rows else para("Không có việc nào đến hạn trong 14 ngày tới."),),
    )


def _row(thing: Todo, place: int, day: dt.date) -> Row:
    due = f"{vi.day(thing.due)}\n({vi.distance_said(thing.due, day)})"
    return row(str(place), due, "\n".join(part for part in (thing.title, thing.second) if part), thing.article, "")
