"""Events in the printed week: by the hour among the meetings, all day under the halves, days that go on, a series."""

import datetime as dt

from desktop.domain.records import Event, Repeats
from desktop.papers.paper import Paper, Table
from desktop.usecases.papers.printing import print_form, to_pdf
from tests.papers.forms.test_forms import ON, facts
from tests.papers.reading import page_check

EVENTS = (
    Event(id="e1", title="Chào cờ", start=dt.datetime(2024, 8, 26, 7), organs=("thuong-truc",),
          repeats=Repeats(often="weekly", weekdays=("fri",))),
    Event(id="e2", title="Tập huấn.", start=dt.datetime(2024, 9, 4, 14), end=dt.datetime(2024, 9, 5, 11), chair="p1",
          people=("p2", "p3"), units=("u1",), others="Lái xe;", place="Trường Chính trị", vehicle="77A-001.23"),
    Event(id="e3", title="Trực", start=dt.datetime(2024, 9, 7), end=dt.datetime(2024, 9, 8), all_day=True, paper="i1",
          people=("p4",)),
    Event(id="e4", title="Hoãn", start=dt.datetime(2024, 9, 4, 8), cancelled=True),
    Event(id="e5", kind="citizens", start=dt.datetime(2024, 9, 6, 14), called_by="90-GM/HU"),
)  # fmt: skip


def week() -> Paper:
    (paper,) = print_form(facts(events=EVENTS), "lich-tuan", "2024-W36", on=ON)
    return paper


def rows(paper: Paper) -> list[list[str]]:
    """The cells as they are read: what stands for the row above is left out."""
    (table,) = (block for block in paper.blocks if isinstance(block, Table))
    return [["" if cell is None else _text(cell) for cell in row.cells] for row in table.rows]


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else "".join(_text(getattr(part, "text", "")) for part in cell)  # type: ignore[attr-defined]


def test_events_stand_by_the_hour_with_who_where_vehicle_and_paper() -> None:
    found = rows(week())
    (start,) = (row for row in found if row[3] == "Tập huấn")
    assert start[1:] == [
        "Chiều", "14:00", "Tập huấn", "Nguyễn Văn An",
        "các đồng chí: Nguyễn Đức Lâm, Trần Thị Hạnh; đại diện: Phòng Tài chính – Kế hoạch; Lái xe",
        "Trường Chính trị\nXe 77A-001.23", "",
    ]  # fmt: skip
    (on,) = (row for row in found if row[3] == "Tập huấn (tiếp theo)")
    assert on[:3] == ["Thứ Năm\n05/9", "Sáng", ""]
    friday = found[[row[0] for row in found].index("Thứ Sáu\n06/9") :]
    assert [(row[2], row[3].splitlines()[0]) for row in friday[:3]] == [
        ("07:00", "Chào cờ"),
        ("07:30", "Hội nghị Ban Thường vụ lần thứ 57"),
        ("14:00", "Tiếp công dân (theo 90-GM/HU)"),
    ]


def test_what_lasts_all_day_stands_on_each_of_its_days_and_the_cancelled_on_none() -> None:
    found = rows(week())
    assert [row[0] for row in found if row[3] == "Trực (theo 120-CV/VPTU)"] == ["Thứ Bảy\n07/9", "Chủ nhật\n08/9"]
    assert not [row for row in found if "Hoãn" in row[3]]


def test_the_page_is_in_order() -> None:
    paper = week()
    assert page_check(to_pdf([paper]), [paper]) == []
