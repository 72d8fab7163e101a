"""The tab Văn bản đến, as a clerk works it: a paper entered, passed on, its scan pasted, answered, printed."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.records import Incoming
from desktop.usecases.base import attachments
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import CTRL, Key, click, write
from tests.usecases.meeting_office import NOW, an_office

DOCUMENTS = [{"id": "o1", "type": "BC", "symbol": "07-BC/HU", "title": "Kết quả quý II", "date": "2024-08-29"}]


@pytest.fixture
def office(window: MakeWindow) -> Window:
    made = window(an_office(meetings=[], documents=DOCUMENTS))
    made.move_clock(NOW)
    made.desk.go("documents", "incoming")
    return made


def tab(window: Window) -> Any:  # noqa: ANN401 - an IncomingTab
    screen: Any = window.shell.current()
    return screen.tab()


def papers(window: Window) -> tuple[Incoming, ...]:
    return window.desk.facts.office.incoming


def enter(window: Window, title: str, **typed: str) -> None:
    """A paper of the superior that asks for a report."""

    def fill(dialog: Any) -> None:  # noqa: ANN401 - an IncomingDialog
        write(dialog.fields["sender"].editor, "Tỉnh ủy")
        dialog.fields["superior"].set_value(True)
        write(dialog.fields["title"].editor, title)
        dialog.fields["asks"].set_value("report")
        for name, text in typed.items():
            write(dialog.fields[name].editor, text)
        click(dialog.primary)

    window.in_dialog(fill)
    tab(window).begin()
    QApplication.processEvents()


def test_a_paper_is_entered_passed_on_and_answered(office: Window) -> None:
    enter(office, "Báo cáo quý III", symbol="120-CV/TU", date="28/8/2024", due="05/9/2024")
    (paper,) = papers(office)
    assert (paper.number, paper.arrived, paper.superior, paper.asks) == (1, NOW.date(), True, "report")
    assert paper.due == dt.date(2024, 9, 5)
    held = tab(office)
    assert held.table.current().id == paper.id
    assert held.title(held.table.current()) == "Số đến 01"

    def to_the_office(dialog: Any) -> None:  # noqa: ANN401 - a PassDialog
        dialog.fields["unit"].set_value("u1")
        click(dialog.primary)

    office.in_dialog(to_the_office)
    held.pass_on(paper)
    (paper,) = papers(office)
    assert [(one.unit, one.date, one.lead) for one in paper.passed] == [("u1", NOW.date(), True)]

    def by_the_report(dialog: Any) -> None:  # noqa: ANN401 - a SettleDialog
        dialog.fields["answer"].set_value("o1")
        click(dialog.primary)

    office.in_dialog(by_the_report)
    held.act(held.table.current())
    QApplication.processEvents()
    assert papers(office)[0].answer == "o1"
    assert held.table.current().state == "done"
    office.desk.undo()
    assert papers(office)[0].answer is None


def test_what_is_refused_stays_in_the_dialog(office: Window) -> None:
    seen: list[str] = []

    def fill(dialog: Any) -> None:  # noqa: ANN401 - an IncomingDialog
        write(dialog.fields["sender"].editor, "Tỉnh ủy")
        click(dialog.primary)
        seen.append(dialog.band.text())
        assert dialog.fields["sender"].editor.text() == "Tỉnh ủy"
        dialog.reject()

    office.in_dialog(fill)
    tab(office).begin()
    assert seen == ["Trích yếu: cần ghi nội dung văn bản, một câu ngắn."]
    assert papers(office) == ()


def test_what_was_scanned_is_pasted_beside_the_paper(office: Window, tmp_path: Path) -> None:
    enter(office, "Báo cáo quý III")
    held = tab(office)
    office.activate()
    held.table.setFocus()
    scan = tmp_path / "quét.pdf"
    scan.write_bytes(b"%PDF-1.7 x")
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(scan))])
    QApplication.clipboard().setMimeData(copied)
    QTest.keyClick(held.table, Key.Key_V, CTRL)
    QApplication.processEvents()
    QApplication.clipboard().setImage(QImage(4, 4, QImage.Format.Format_RGB32))
    QTest.keyClick(held.table, Key.Key_V, CTRL)
    QApplication.processEvents()
    (paper,) = papers(office)
    assert [one.name for one in paper.attachments] == ["quét.pdf", "Ảnh dán 2024-08-30 08.00.png"]
    with office.desk.file.read() as store:
        assert attachments.read(store, paper.attachments[1]).startswith(b"\x89PNG")
    QApplication.clipboard().setText("chữ thường")
    QTest.keyClick(held.table, Key.Key_V, CTRL)
    assert held.files.band.text().startswith("Chưa có tệp hay ảnh nào được sao chép")
    assert len(papers(office)[0].attachments) == 2


def test_hom_nay_leads_to_the_paper(office: Window) -> None:
    enter(office, "Báo cáo quý III", due="05/9/2024")
    enter(office, "Xin ý kiến", due="06/9/2024")
    office.desk.go("today", "")
    page = office.desk.page()
    row = next(one for one in page.rows if one.record == "i1")
    assert row.title == "Chưa trả lời: văn bản số đến 01 của Tỉnh ủy"
    office.desk.go(row.place, row.record)
    QApplication.processEvents()
    assert tab(office).table.current().id == "i1"


def test_the_lines_shown_go_out_and_the_register_is_offered_for_print(office: Window, tmp_path: Path) -> None:
    enter(office, "Báo cáo quý III")
    held = tab(office)
    held.write_sheet(tmp_path / "sổ.xlsx")
    assert (tmp_path / "sổ.xlsx").read_bytes().startswith(b"PK")
    asked: list[tuple[str, str]] = []
    office.desk.preview_asked.disconnect()
    office.desk.preview_asked.connect(lambda slug, record, _person: asked.append((slug, record)))
    held.print_register()
    assert asked == [("so-van-ban-den", "2024")]


def test_the_empty_register_says_what_it_is_for(office: Window) -> None:
    held = tab(office)
    assert held.none.isVisible()
    assert not held.table.isVisible()
    assert held.said() == ""
