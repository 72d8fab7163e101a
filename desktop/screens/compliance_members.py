"""Theo ủy viên: what each member did in the period, in figures, for the yearly review."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.facts import Facts
from desktop.qt.table import Column, GroupRow, Table
from desktop.usecases.member_figures import MemberFigures


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
           tip=lambda one: "Có mặt trên số phiên đã điểm danh của các cơ quan là thành viên"),
    Column("Vắng có lý do", lambda one: _count(one.figures.excused), width=94, align="right", drop=4),
    Column("Không lý do", lambda one: _count(one.figures.absent), width=82, align="right"),
    Column("Biểu quyết", lambda one: _count(one.figures.votes), width=78, align="right", drop=3,
           tip=lambda one: "Số lần biểu quyết tại hội nghị"),
    Column("Bảo lưu", lambda one: _count(one.figures.reserved), width=62, align="right", drop=2),
    Column("Phiếu đúng hạn", lambda one: _of(one.figures.ballots_in_time, one.figures.ballots), width=102,
           align="right", tip=lambda one: _ballots(one.figures)),
    Column("Báo cáo đúng hạn", lambda one: _of(one.figures.reports_in_time, one.figures.reports), width=116,
           align="right", tip=lambda one: _reports(one.figures)),
    Column("Đi vắng có báo cáo", lambda one: _of(one.figures.absences_reported, one.figures.absences), width=124,
           align="right", drop=5),
    Column("Đi cơ sở", lambda one: _count(one.figures.visits), width=66, align="right", drop=1),
    Column("Nhiệm vụ xong", lambda one: _of(one.figures.tasks_done, one.figures.tasks), width=98, align="right"),
    Column("Trễ", lambda one: _count(one.figures.tasks_late), width=44, align="right", drop=6,
           tip=lambda one: "Nhiệm vụ xong sau hạn hoặc quá hạn chưa xong"),
)  # fmt: skip


def _ballots(one: MemberFigures) -> str:
    return f"Trong {one.ballots} phiếu: {one.ballots_late} gửi lại muộn, {one.ballots_missing} không gửi lại"


def _reports(one: MemberFigures) -> str:
    return f"Trong {one.reports} báo cáo: {one.reports_late} muộn, {one.reports_missing} chưa có"


def members_table() -> Table:
    return Table(
        COLUMNS,
        name="Theo ủy viên",
        row_height=28,
        least=150,
        empty="Chưa có ai trong cấp ủy. Ghi người và chức vụ ở Danh mục.",
    )


_STANDING, _COMMITTEE, _GONE = "Ban Thường vụ", "Ủy viên Ban Chấp hành", "Đã thôi tham gia"


def rows(facts: Facts, figures: Sequence[MemberFigures], last: dt.date) -> list[MemberRow | GroupRow]:
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
