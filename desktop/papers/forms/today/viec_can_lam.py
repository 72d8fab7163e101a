"""The list of what has to be done, with the last day and the article behind each. May import domain, vi, papers."""

import datetime as dt

from desktop import vi
from desktop.papers.forms.base.form import DAY, Form
from desktop.papers.forms.base.gathered import Todo
from desktop.papers.forms.base.writing import Writing
from desktop.papers.paper import Column, Paper, Row, Table, para, row

COLUMNS = (
    Column("TT", 11, "center"),
    Column("Hạn", 32, "center"),
    Column("Việc cần làm", 80),
    Column("Căn cứ", 30),
    Column("Ghi chú", 20),
)


def todo_list(writing: Writing, day: dt.date) -> Paper:
    """What Hôm nay lists as of a day; an inner paper without number or signature."""
    rows = tuple(_row(thing, place, day) for place, thing in enumerate(writing.gathers.todos(day), 1))
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


FORM = Form(slug="viec-can-lam", title="Việc cần làm", of=DAY, day=lambda _writing, day: day, make=todo_list)
