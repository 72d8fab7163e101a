"""Thực hiện Quy chế by keyboard: cells walked, one read, its record opened, a note written and taken back."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.domain.findings import Verdict
from desktop.domain.records import Office, OfficeHead, RegulationUse
from desktop.qt.table import GroupRow
from desktop.sample.sample import demo_day, sample_office
from desktop.screens.compliance import reports as compliance_reports
from desktop.screens.compliance.model import ARTICLE, FIRST, NAME
from desktop.screens.compliance.paint import share_words
from desktop.screens.compliance.screen import BY_QUARTER, BY_YEAR, ComplianceScreen
from desktop.screens.meetings.screen import MeetingsScreen
from desktop.usecases.compliance import overview
from desktop.usecases.compliance.grid import Cell
from desktop.usecases.regulations import rows as regulations
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import CTRL, Key, click, type_text, write

PROFILE = "tay-son-2024"
DAY = dt.datetime.combine(demo_day(PROFILE), dt.time(8, 0))
Shown = tuple[Window, ComplianceScreen]


@pytest.fixture
def shown(window: MakeWindow) -> Shown:
    made = window(sample_office(PROFILE, as_of=DAY.date()))
    made.move_clock(DAY)
    screen = made.screen("compliance")
    assert isinstance(screen, ComplianceScreen)
    return made, screen


def texts(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def press(screen: ComplianceScreen, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(screen.table, key)


def stand(made: Window, screen: ComplianceScreen, rule: str, part: str, code: str) -> None:
    made.activate()
    screen.table.setFocus()
    made.qtbot.waitUntil(screen.table.hasFocus)
    screen.table.select(rule, part, code)


def cell_of(screen: ComplianceScreen) -> Cell:
    found = screen.table.cell()
    assert found is not None
    return found


def shown_widths(screen: ComplianceScreen) -> list[int]:
    table = screen.table
    return [table.columnWidth(at) for at in range(table.grid.columnCount()) if not table.isColumnHidden(at)]


def test_the_year_is_shown_month_by_month_and_the_worst_cell_is_chosen(shown: Shown) -> None:
    _made, screen = shown
    titles = [screen.table.title_of(FIRST + month) for month in range(12)]
    assert titles == [f"th.{month}" for month in range(1, 13)]
    groups = [line.title for line in screen.table.grid.lines if isinstance(line, GroupRow)]
    assert groups[:4] == ["Hội nghị", "Biểu quyết, phiếu", "Ủy quyền, đi vắng", "Phân công"]
    screen.table.setFocus()
    assert cell_of(screen).verdict is Verdict.BREACH
    assert "hiệu lực từ 31/5/2024" in screen.head._facts.text()
    assert screen.report.text() == "Lập báo cáo năm 2024"


def test_arrows_walk_the_cells_over_headings_and_the_panel_follows(shown: Shown) -> None:
    made, screen = shown
    stand(made, screen, "meeting.cadence", "btv", "2024-07")
    assert screen.panel.rule.text() == "Ban Thường vụ họp 2 lần/tháng · tháng 7/2024"
    assert screen.panel.words.text() == "1/2 phiên họp"
    assert "khoản 1 Điều 18" in texts(screen.panel)
    assert "Mỗi tháng Ban Thường vụ phải họp từ hai phiên trở lên." in texts(screen.panel)
    press(screen, Key.Key_Right)
    assert screen.panel.rule.text().endswith("tháng 8/2024")
    press(screen, Key.Key_Down)
    assert screen.panel.rule.text() == "Thường trực họp hằng tuần · tháng 8/2024"
    stand(made, screen, "meeting.working", "advisory-bodies", "2024-08")
    press(screen, Key.Key_Down)
    row = screen.table.row()
    assert row
    assert (row.group, row.rule) == ("Biểu quyết, phiếu", "decision.majority")
    press(screen, Key.Key_Up, Key.Key_End)
    assert screen.panel.rule.text() == "Giao ban tham mưu hằng quý · tháng 12/2024"
    assert screen.panel.words.text() == "Không có nội dung trong kỳ này."
    press(screen, Key.Key_Home, Key.Key_Left, Key.Key_Left)
    assert screen.table.currentIndex().column() == FIRST


def test_the_words_of_an_attached_text_stand_beside_the_finding(shown: Shown) -> None:
    made, screen = shown
    text = "Điều 18. Chế độ hội nghị\n1. Lời riêng của văn bản. " + "Nói thêm cho dài. " * 40
    made.desk.do("Kèm văn bản", lambda store: regulations.attach(store, text=text, profile=PROFILE))
    stand(made, screen, "meeting.cadence", "btv", "2024-07")
    assert "Lời riêng của văn bản. Nói thêm" in texts(screen.panel)
    assert re.search(r"(Nói|thêm|cho|dài\.)…$", texts(screen.panel), re.MULTILINE)


def test_letters_find_a_rule(shown: Shown) -> None:
    made, screen = shown
    stand(made, screen, "meeting.cadence", "btv", "2024-08")
    type_text(screen.table, "giấy mời")
    row = screen.table.row()
    assert row
    assert row.rule == "meeting.invitations"
    assert screen.panel.rule.text().endswith("tháng 8/2024")


def test_a_screen_reader_hears_the_rule_the_month_and_the_verdict(shown: Shown) -> None:
    made, screen = shown
    stand(made, screen, "report.received", "", "2024-08")
    heard = "Báo cáo của cấp dưới, tháng 8/2024: Chưa đúng, 47/50 đạt, 3 chưa đúng"
    assert screen.table.accessibleDescription() == heard
    assert screen.table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == heard
    press(screen, Key.Key_Home)
    assert screen.table.accessibleDescription().endswith("tháng 01/2024: Chưa có quy chế")


def test_what_was_not_met_comes_first_and_all_can_be_seen(shown: Shown) -> None:
    made, screen = shown
    stand(made, screen, "report.received", "", "2024-08")
    panel = screen.panel
    assert panel.heading.text() == "3 nội dung chưa đạt"
    assert [one.subject for one in panel.list.rows()] == ["Chi bộ Kiểm lâm", "Đảng ủy xã Tây Hà", "Đảng ủy xã Vĩnh Lâm"]
    assert "hạn cuối 22/8/2024" in panel.told.text()
    assert panel.more.text() == "Xem cả 50"
    QTest.keyClick(panel.more, Key.Key_Return)
    assert len(panel.list.rows()) == 50
    QTest.keyClick(panel.more, Key.Key_Return)
    assert len(panel.list.rows()) == 3


def test_enter_leads_to_the_list_enter_there_to_the_record_and_escape_back(shown: Shown) -> None:
    made, screen = shown
    stand(made, screen, "meeting.papers.received", "", "2024-06")
    press(screen, Key.Key_Return)
    made.qtbot.waitUntil(screen.panel.list.hasFocus)
    QTest.keyClick(screen.panel.list, Key.Key_Escape)
    made.qtbot.waitUntil(screen.table.hasFocus)
    press(screen, Key.Key_Return)
    made.qtbot.waitUntil(screen.panel.list.hasFocus)
    line = screen.panel.line()
    assert line
    assert line.finding.verdict is Verdict.BREACH
    QTest.keyClick(screen.panel.list, Key.Key_Return)
    meetings = made.shell.current()
    assert isinstance(meetings, MeetingsScreen)
    assert meetings.page.meeting
    assert meetings.page.meeting.id == line.finding.subject.split("/")[1]


def test_control_enter_opens_the_record_from_the_grid(shown: Shown) -> None:
    made, screen = shown
    stand(made, screen, "report.received", "", "2024-08")
    went: list[tuple[str, str]] = []
    made.desk.went.connect(lambda place, record: went.append((place, record)))
    QTest.keyClick(screen.table, Key.Key_Return, CTRL)
    assert [place for place, _record in went] == ["programmes"]


def test_a_note_is_kept_on_leaving_the_field_and_taken_back(shown: Shown) -> None:
    made, screen = shown
    stand(made, screen, "report.received", "", "2024-08")
    panel = screen.panel
    assert panel.text.value() == "Chi bộ thay bí thư trong tháng; đã có công văn đôn đốc ngày 28/8."
    panel.list.setFocus()
    QTest.keyClick(panel.list, Key.Key_Down)
    assert panel.text.value() == ""
    write(panel.text.editor, "Mất điện ba ngày.")
    made.qtbot.waitUntil(panel.remedy.editor.hasFocus)
    type_text(panel.remedy.editor, "Gửi bù trước 05/9.")
    QTest.keyClick(panel.remedy.editor, Key.Key_Tab)
    line = panel.line()
    assert line
    made.qtbot.waitUntil(lambda: panel.remedy.value() != "")
    (note,) = (one for one in made.desk.facts.office.notes if one.subject == line.finding.subject)
    assert (note.rule, note.text, note.remedy) == ("report.received", "Mất điện ba ngày.", "Gửi bù trước 05/9.")
    assert screen.panel.line() == line
    screen.table.setFocus()
    made.desk.undo()
    assert (panel.text.value(), panel.remedy.value()) == ("Mất điện ba ngày.", "")
    made.desk.undo()
    assert (panel.text.value(), panel.remedy.value()) == ("", "")
    assert [one for one in made.desk.facts.office.notes if one.subject == line.finding.subject] == []


def test_the_kind_of_cause_is_kept_alone_and_taken_back(shown: Shown) -> None:
    made, screen = shown
    stand(made, screen, "report.received", "", "2024-08")
    panel = screen.panel
    panel.list.setFocus()
    QTest.keyClick(panel.list, Key.Key_Down)
    assert panel.cause.value() is None
    made.activate()
    panel.cause.box.setFocus()
    QTest.keyClicks(panel.cause.box, "quy dinh")
    QTest.keyClick(panel.cause.box, Key.Key_Tab)
    line = panel.line()
    assert line
    (note,) = (one for one in made.desk.facts.office.notes if one.subject == line.finding.subject)
    assert (note.cause, note.text, note.remedy) == ("unclear-rule", "", "")
    QTest.keyClick(panel.list, Key.Key_Up)
    assert panel.cause.value() is None
    QTest.keyClick(panel.list, Key.Key_Down)
    assert panel.cause.value() == "unclear-rule"
    made.desk.undo()
    assert [one for one in made.desk.facts.office.notes if one.subject == line.finding.subject] == []


def test_an_emptied_note_is_removed(shown: Shown) -> None:
    made, screen = shown
    stand(made, screen, "report.received", "", "2024-08")
    assert "thay bí thư" in screen.panel.text.value()
    before = len(made.desk.facts.office.notes)
    made.activate()
    screen.panel.text.setFocus()
    made.qtbot.waitUntil(screen.panel.text.editor.hasFocus)
    QTest.keyClick(screen.panel.text.editor, Key.Key_A, CTRL)
    QTest.keyClick(screen.panel.text.editor, Key.Key_Delete)
    QTest.keyClick(screen.panel.text.editor, Key.Key_Tab)
    made.qtbot.waitUntil(lambda: len(made.desk.facts.office.notes) == before - 1)
    made.desk.undo()
    assert "thay bí thư" in screen.panel.text.value()


def test_what_is_being_typed_outlives_findings_that_come_meanwhile(shown: Shown) -> None:
    made, screen = shown
    stand(made, screen, "report.received", "", "2024-08")
    write(screen.panel.text.editor, "Đang gõ", leave=False)
    screen.refresh(frozenset({"findings"}))
    assert screen.panel.text.read() == "Đang gõ"


def test_a_rule_kept_needs_no_explanation(shown: Shown) -> None:
    made, screen = shown
    stand(made, screen, "report.received", "", "2024-06")
    assert not screen.panel.text.isVisible()
    stand(made, screen, "report.received", "", "2024-08")
    assert screen.panel.text.isVisible()


def test_only_breaches(shown: Shown) -> None:
    _made, screen = shown
    click(screen.only)
    rows = [line for line in screen.table.grid.lines if not isinstance(line, GroupRow)]
    assert rows
    assert all(row.total and row.total.verdict is Verdict.BREACH for row in rows)
    click(screen.only)
    assert len(screen.table.grid.lines) > len(rows) * 2


def test_without_a_regulation_the_screen_says_what_to_do_first(window: MakeWindow) -> None:
    made = window(Office(office=OfficeHead(name="Văn phòng mới", regulations=())))
    screen = made.screen("compliance")
    assert screen.none.isVisible()
    assert not screen.panel.isVisible()
    assert "Chưa có gì để xem xét" in texts(screen.none)


def test_where_nothing_is_broken_the_filter_leaves_nothing_to_choose(window: MakeWindow) -> None:
    use = RegulationUse(profile=PROFILE, from_=dt.date(2024, 8, 30))
    made = window(Office(office=OfficeHead(name="Văn phòng mới", regulations=(use,))))
    screen = made.screen("compliance")
    assert screen.table.grid.rowCount() > 0
    click(screen.only)
    assert screen.table.grid.rowCount() == 0
    assert screen.panel.rule.text() == "Chọn một ô trong bảng"
    before = screen.table.grab().toImage()
    click(screen.only)
    assert screen.table.grab().toImage() != before
    screen.table.setFocus()
    press(screen, Key.Key_Down, Key.Key_Right)
    assert screen.panel.rule.text() != "Chọn một ô trong bảng"


def test_the_term_by_years_shows_the_share_kept(shown: Shown) -> None:
    made, screen = shown
    screen.show_span(BY_YEAR)
    assert [screen.table.title_of(FIRST + at) for at in range(7)] == [
        "2020",
        "2021",
        "2022",
        "2023",
        "2024",
        "2025",
        "Cả khóa",
    ]
    stand(made, screen, "report.received", "", "2024")
    cell = cell_of(screen)
    kept, whole = cell.share
    assert share_words(cell) == f"{kept}/{whole} · {100 * kept // whole} %"
    press(screen, Key.Key_End)
    assert screen.panel.rule.text() == "Báo cáo của cấp dưới · cả khóa"
    assert cell_of(screen).findings == cell.findings or len(cell_of(screen).findings) > len(cell.findings)
    assert screen.report.text() == "Lập báo cáo toàn khóa"
    screen.show_span(BY_QUARTER)
    stand(made, screen, "report.received", "", "2024-Q3")
    assert "tháng 7/2024" in "".join(one.subject for one in screen.panel.list.rows())


def test_the_report_is_previewed_for_what_is_shown(shown: Shown) -> None:
    made, screen = shown
    asked: list[tuple[str, str]] = []
    made.desk.preview_asked.disconnect()
    made.desk.preview_asked.connect(lambda slug, record, _person: asked.append((slug, record)))
    click(screen.report)
    screen.show_span(BY_YEAR)
    click(screen.report)
    screen.show_span("2024")
    stand(made, screen, "report.received", "", "2024-08")
    for command in screen.commands():
        if command.id.startswith("compliance.report."):
            command.run()
    codes = ["2024", "term", "2024-08", "2024-Q3", "term"]
    assert asked == [(compliance_reports.PAPER, code) for code in codes]


def test_who_owes_a_report_is_reminded(shown: Shown) -> None:
    made, screen = shown
    asked: list[tuple[str, str, str]] = []
    made.desk.preview_asked.disconnect()
    made.desk.preview_asked.connect(lambda *said: asked.append(said))
    stand(made, screen, "report.received", "", "2024-08")
    click(screen.panel.remind_button)
    assert asked == [("don-doc", "2024-08", "cbkl")]
    stand(made, screen, "meeting.cadence", "btv", "2024-07")
    assert not screen.panel.remind_button.isVisible()


def test_members_by_figures(shown: Shown) -> None:
    made, screen = shown
    screen.show_view("members")
    rows = [row for row in screen.members.rows() if not isinstance(row, GroupRow)]
    assert len(rows) == 41
    assert not screen.panel.isVisible()
    first = rows[0]
    assert first.figures.present <= first.figures.sessions
    screen.members.setFocus()
    screen.members.select(rows[3].id)
    QTest.keyClick(screen.members, Key.Key_Return)
    assert made.shell.current().place == "directory"


def test_the_figures_of_members_go_to_excel(shown: Shown, tmp_path: Path) -> None:
    made, screen = shown
    screen.show_view("members")
    said: list[str] = []
    made.desk.said.connect(lambda text, _undo: said.append(text))
    screen.members.write(made.desk, tmp_path / "số liệu.xlsx")
    assert said == ["Đã xuất số liệu của 41 người ra số liệu.xlsx."]
    lines = list(load_workbook(tmp_path / "số liệu.xlsx").worksheets[0].iter_rows(values_only=True))
    first = next(row for row in screen.members.rows() if not isinstance(row, GroupRow))
    assert len(lines) == 42
    assert lines[0][:5] == ("TT", "Họ và tên", "Chức vụ", "Số phiên họp", "Có mặt")
    assert lines[1][1] == first.name
    assert lines[1][3:5] == (first.figures.sessions, first.figures.present)
    told: list[tuple[str, str]] = []
    made.desk.told.disconnect()
    made.desk.told.connect(lambda title, sentence: told.append((title, sentence)))
    screen.members.write(made.desk, tmp_path)
    assert told == [
        ("Chưa lưu được", f"Không ghi được tệp {tmp_path.name}: đây là thư mục hoặc thiết bị, cần một tệp.")
    ]


def test_the_figures_of_what_is_shown_go_to_json_and_excel(
    shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, screen = shown
    (command,) = (one for one in screen.commands() if one.id == "compliance.figures")
    assert command.text == "Xuất số liệu…"
    said: list[str] = []
    made.desk.said.connect(lambda text, _undo: said.append(text))
    for name in ("a.json", "b.xlsx", "c"):
        monkeypatch.setattr(compliance_reports, "choose_file", lambda *_given, to=tmp_path / name, **_options: to)
        command.run()
    assert said == [f"Đã xuất số liệu năm 2024 ra {name}." for name in ("a.json", "b.xlsx", "c.json")]
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["period"]["code"] == "2024"
    assert load_workbook(tmp_path / "b.xlsx").sheetnames == ["Tổng hợp", "Số liệu", "Nguyên nhân"]
    told: list[tuple[str, str]] = []
    made.desk.told.disconnect()
    made.desk.told.connect(lambda title, sentence: told.append((title, sentence)))
    monkeypatch.setattr(compliance_reports, "choose_file", lambda *_given, **_options: tmp_path / "d.pdf")
    command.run()
    assert told == [("Chưa lưu được", "Tệp số liệu phải có đuôi .json hoặc .xlsx, không phải d.pdf")]


def test_a_silence_is_said_in_words(shown: Shown) -> None:
    made, screen = shown
    stand(made, screen, "report.upward", "", "2024-08")
    assert screen.table.accessibleDescription() == "Báo cáo lên cấp trên, tháng 8/2024: Không có quy định"
    assert texts(screen.panel) == "Báo cáo lên cấp trên · tháng 8/2024\nKhông có quy định"
    stand(made, screen, "visit.unit", "", "2024-08")
    assert "khoản 1 Điều 22" in texts(screen.panel)
    assert screen.panel.words.text() == "Không có nội dung trong kỳ này."


def test_one_finding_is_shown_by_its_name(shown: Shown) -> None:
    made, screen = shown
    (wanted,) = (one for one in made.desk.findings() if overview.key_of(one) == "meeting.cadence|btv/2024-07")
    screen.show_view("members")
    made.shell.show_place("compliance", overview.key_of(wanted))
    line = screen.panel.line()
    assert line
    assert line.finding == wanted


@pytest.mark.parametrize("width", [1366, 1280, 900, 683])
def test_the_columns_fill_the_sheet_at_every_width(shown: Shown, width: int) -> None:
    made, screen = shown
    made.shell.resize(width, 700 if width > 700 else 352)
    QApplication.processEvents()
    for span in ("2024", BY_YEAR, BY_QUARTER):
        screen.show_span(span)
        QApplication.processEvents()
        assert sum(shown_widths(screen)) == screen.table.viewport().width(), span
        assert screen.table.columnWidth(NAME) >= 150
    screen.show_span("2024")
    assert screen.panel.isVisible() == (width >= 1100)
    assert screen.table.title_of(FIRST) == ("th.1" if width > 700 else "th.1–5")


def test_one_pane_at_a_time_in_a_narrow_window(shown: Shown) -> None:
    made, screen = shown
    made.shell.resize(683, 352)
    QApplication.processEvents()
    stand(made, screen, "report.received", "", "2024-08")
    press(screen, Key.Key_Return)
    assert screen.panel.isVisible()
    assert not screen.table.isVisible()
    assert screen.toggle.text() == "Về bảng"
    made.qtbot.waitUntil(screen.panel.list.hasFocus)
    QTest.keyClick(screen.panel.list, Key.Key_Escape)
    assert screen.table.isVisible()
    assert not screen.panel.isVisible()
    press(screen, Key.Key_Left)
    assert screen.panel.rule.text().endswith("tháng 7/2024")


def test_a_click_on_an_article_shows_it(shown: Shown) -> None:
    made, screen = shown
    asked: list[object] = []
    made.desk.article_asked.disconnect()
    made.desk.article_asked.connect(asked.append)
    place = screen.table.place_of("meeting.cadence", "btv")
    spot = screen.table.visualRect(screen.table.grid.index(place, ARTICLE)).center()
    QTest.mouseClick(screen.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert len(asked) == 1
    july = screen.table.visualRect(screen.table.grid.index(place, FIRST + 6)).center()
    QTest.mouseClick(screen.table.viewport(), Qt.MouseButton.LeftButton, pos=july)
    assert screen.panel.rule.text().endswith("tháng 7/2024")
    assert QPoint(july).x() > spot.x()
