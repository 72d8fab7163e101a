"""The report on how the regulation was kept in a year, the term, a month or quarter of what is shown; its figures."""

import datetime as dt
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.domain.periods import TERM, holding, period
from desktop.domain.refusal import Refusal
from desktop.qt.commands import Command
from desktop.qt.dialog import NOT_SAVED, choose_file, write_file
from desktop.screens.base.desk import Desk

PAPER = "bao-cao-quy-che"
ICON = "mdi6.file-chart-outline"


def code_of(span: str) -> str:
    """The period of a year shown, or the term for either way of showing it."""
    return span if span.isdecimal() else TERM


def words_of(code: str) -> str:
    """`Lập báo cáo năm 2024`."""
    return f"Lập báo cáo {of_period(code)}"


def of_period(code: str) -> str:
    found = period(code)
    return found.words if found else "toàn khóa"


def commands(desk: Desk, day: dt.date) -> tuple[Command, ...]:
    """The reports on the month and the quarter of a day, and on the whole term."""
    codes = (holding("month", day).code, holding("quarter", day).code, TERM)
    return tuple(
        Command(f"compliance.report.{code}", words_of(code), partial(desk.preview, PAPER, code), icon=ICON)
        for code in codes
    )


# Figures

FIGURES, FIGURES_ICON = "Xuất số liệu…", "mdi6.file-excel-outline"
KINDS = "Số liệu để cộng (*.json);;Tệp Excel (*.xlsx)"


def export_figures(desk: Desk, code: str, parent: QWidget) -> None:
    """Ask where the figures of a period are to stand; the ending says as what."""
    path = choose_file(parent, "Xuất số liệu", save=True, name=f"Số liệu thực hiện Quy chế {code}.json", kinds=KINDS)
    if path:
        write_figures(desk, code, path if path.suffix else path.with_name(f"{path.name}.json"))


def write_figures(desk: Desk, code: str, path: Path) -> None:
    from desktop.usecases.compliance import figures, figures_file  # they bring the account with them

    refuse = partial(desk.tell, NOT_SAVED)
    try:
        figures_file.refuse_ending(path)
        content = figures_file.as_file(path, [figures.figures(desk.facts, code, on=desk.today)])
    except Refusal as refusal:
        refuse(refusal.sentence)
        return
    if write_file(path, content, refuse):
        desk.toast(f"Đã xuất số liệu {of_period(code)} ra {path.name}.")
