"""Theo ủy viên: what each member did in the period, in figures, for the yearly review."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desktop.domain.facts import Facts
from desktop.qt.dialog import NOT_SAVED, choose_file, write_file
from desktop.qt.table import Column, GroupRow, Table
from desktop.screens.base.desk import Desk
from desktop.usecases.compliance.member_figures import MemberFigures, member_figures

KINDS = "Tệp Excel (*.xlsx)"
EXCEL_NAME = "Theo dõi ủy viên.xlsx"


@dataclass(frozen=True, slots=True)
class MemberRow:
    id: str
    name: str
    figures: MemberFigures


def _of(part: int, whole: int) -> str:
    """`11/12`; nothing where there was nothing to do."""
    return f"{part}/{whole}" if whole else ""


def _count(number: int) -> str:
    return str(number) if number else ""


COLUMNS = (
    Column("Họ và tên", lambda one: one.name),
    Column("Dự họp", lambda one: _of(one.figures.present, one.figures.sessions), width=72, align="right",
           tip=lambda one: "Có mặt trên số phiên họp đã điểm danh của các cơ quan là thành viên"),
    Column("Có lý do", lambda one: _count(one.figures.excused), width=72, align="right", drop=3,
           tip=lambda one: "Số phiên họp vắng có lý do"),
    Column("Không lý do", lambda one: _count(one.figures.absent), width=90, align="right", drop=5,
           tip=lambda one: "Số phiên họp vắng không lý do"),
    Column("Biểu quyết", lambda one: _count(one.figures.votes), width=86, align="right", drop=1,
           tip=lambda one: "Số lần biểu quyết tại hội nghị"),
    Column("Bảo lưu", lambda one: _count(one.figures.reserved), width=68, align="right", drop=2,
           tip=lambda one: "Số lần bảo lưu ý kiến"),
    Column("Phiếu đúng hạn", lambda one: _of(one.figures.ballots_in_time, one.figures.ballots), width=114,
           align="right", tip=lambda one: _ballots(one.figures)),
    Column("Báo cáo đúng hạn", lambda one: _of(one.figures.reports_in_time, one.figures.reports), width=130,
           align="right", tip=lambda one: _reports(one.figures)),
    Column("Báo đi vắng", lambda one: _of(one.figures.absences_reported, one.figures.absences), width=92,
           align="right", drop=4, tip=lambda one: "Số lần đi vắng đã báo cáo trên số lần đi vắng"),
    Column("Đi cơ sở", lambda one: _count(one.figures.visits), width=72, align="right", drop=6),
    Column("Nhiệm vụ xong", lambda one: _of(one.figures.tasks_done, one.figures.tasks), width=112, align="right"),
    Column("Chậm", lambda one: _count(one.figures.tasks_late), width=56, align="right", drop=7,
           tip=lambda one: "Nhiệm vụ xong sau hạn hoặc quá hạn chưa xong"),
)  # fmt: skip


def _ballots(one: MemberFigures) -> str:
    return f"Trong {one.ballots} phiếu: {one.ballots_late} gửi lại chậm, {one.ballots_missing} không gửi lại"


def _reports(one: MemberFigures) -> str:
    return f"Trong {one.reports} báo cáo: {one.reports_late} chậm, {one.reports_missing} chưa có"


class MembersTable(Table):
    """One line a member under a heading for each body; the figures shown can be written as an Excel sheet."""

    def __init__(self) -> None:
        super().__init__(
            COLUMNS,
            name="Theo ủy viên",
            row_height=28,
            least=140,
            empty="Chưa có ai trong cấp ủy. Ghi người và chức vụ ở Danh mục.",
        )
        self._figures: tuple[MemberFigures, ...] = ()

    def show_days(self, desk: Desk, first: dt.date, last: dt.date) -> None:
        self._figures = member_figures(desk.facts, desk.findings(), first, last)
        self.set_rows(_rows(desk.facts, self._figures, last))

    def export(self, desk: Desk) -> None:
        path = choose_file(self, "Xuất số liệu theo ủy viên", save=True, name=EXCEL_NAME, kinds=KINDS)
        if path:
            self.write(desk, path)

    def write(self, desk: Desk, path: Path) -> None:
        from desktop.usecases.compliance import member_sheet  # brings the writer of Excel sheets with it

        if write_file(path, member_sheet.sheet(desk.facts, self._figures), partial(desk.tell, NOT_SAVED)):
            desk.toast(f"Đã xuất số liệu của {len(self._figures)} người ra {path.name}.")


_STANDING, _COMMITTEE, _GONE = "Ban Thường vụ", "Ủy viên Ban Chấp hành", "Đã thôi tham gia"


def _rows(facts: Facts, figures: Sequence[MemberFigures], last: dt.date) -> list[MemberRow | GroupRow]:
    """Under a heading for each body, in the order of the roster on the last day."""
    found: dict[str, list[MemberRow]] = {_STANDING: [], _COMMITTEE: [], _GONE: []}
    for one in figures:
        person = facts.person(one.person)
        standing = facts.holds(one.person, "btv", last) or facts.holds(one.person, "thuong-truc", last)
        group = _STANDING if standing else _COMMITTEE if facts.holds(one.person, "bch", last) else _GONE
        found[group].append(MemberRow(one.person, person.name if person else "", one))
    made: list[MemberRow | GroupRow] = []
    for title, people in found.items():
        made += [GroupRow(title, len(people)), *people] if people else []
    return made
