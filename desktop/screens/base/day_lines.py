"""A day in a side panel: who will be there, who is away, the last days counted back from it."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtWidgets import QLayout, QWidget

from desktop import vi
from desktop.domain.records import Absence, Meeting
from desktop.qt.boxes import column, holder, label, row
from desktop.qt.marks import Mark
from desktop.qt.notices import QuorumBar
from desktop.screens.base.desk import Desk
from desktop.screens.base.show import article_link
from desktop.usecases.meetings import planning
from desktop.usecases.meetings import rows as meetings


def section(title: str, parts: Sequence[QLayout | QWidget]) -> QLayout:
    return column(label(title, "caption"), *parts, gap=8)


def quorum_lines(desk: Desk, meeting: Meeting) -> list[QWidget]:
    """Who will be there: figures, bar, and whether that is enough; nothing where the meeting has no members."""
    count = meetings.present(desk.facts, meeting) if meeting.attendance else meetings.forecast(desk.facts, meeting)
    if not count.members:
        return []
    said = "Có mặt" if meeting.attendance else "Dự kiến có mặt"
    needed = f"cần {count.needed}" if count.needed is not None else ""
    bar = QuorumBar()
    bar.set(count.present, count.members, count.needed or 0)
    bar.setAccessibleName(f"{said} {count.present}/{count.members} {needed}")
    head = row((label(said), 1), label(f"{count.present}/{count.members}", "strong"), label(needed, "second"), gap=6)
    lines: list[QWidget] = [holder(column(4, head, bar, gap=4))]
    if count.needed is not None and count.share is not None and count.cite is not None:
        verdict, word = ("met", count.share.reached) if count.holds else ("breach", f"không {count.share.reached}")
        text = label(vi.capital(word))
        lines.append(holder(row(Mark(verdict, text.text()), text, article_link(desk, count.cite), gap=6)))
    return lines


def absence_lines(desk: Desk, absence: Absence) -> QLayout:
    where = ", ".join(
        part
        for part in (
            absence.destination,
            vi.ABSENCE_PURPOSE.get(absence.purpose or "", ""),
            vi.AREA[absence.area].lower(),
        )
        if part
    )
    reported = "" if absence.reported else " · chưa báo cáo"
    name = label(desk.facts.named(absence.person), "strong", wrap=True)
    head = row((name, 1), label(vi.day_range(absence.from_, absence.to), "caption"))
    return column(head, label(vi.capital(where) + reported, "caption", wrap=True), gap=2)


def deadline_line(one: planning.DueDay, day: dt.date) -> QLayout:
    mark = Mark(one.verdict, vi.VERDICT[one.verdict], 16)
    return row(mark, (label(one.title), 1), label(vi.day_short(one.due, day)), gap=8)
