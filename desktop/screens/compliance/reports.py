"""The report on how the regulation was kept, asked for what is shown: a year, the term, a month or quarter of it."""

import datetime as dt
from functools import partial

from desktop.domain.periods import TERM, holding, period
from desktop.qt.commands import Command
from desktop.screens.base.desk import Desk

PAPER = "bao-cao-quy-che"
ICON = "mdi6.file-chart-outline"


def code_of(span: str) -> str:
    """The period of a year shown, or the term for either way of showing it."""
    return span if span.isdecimal() else TERM


def words_of(code: str) -> str:
    """`Lập báo cáo năm 2024`."""
    found = period(code)
    return f"Lập báo cáo {found.words if found else 'toàn khóa'}"


def commands(desk: Desk, day: dt.date) -> tuple[Command, ...]:
    """The reports on the month and the quarter of a day, and on the whole term."""
    codes = (holding("month", day).code, holding("quarter", day).code, TERM)
    return tuple(
        Command(f"compliance.report.{code}", words_of(code), partial(desk.preview, PAPER, code), icon=ICON)
        for code in codes
    )
