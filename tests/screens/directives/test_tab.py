"""Sơ kết, tổng kết through the window: added with its helpers, held with its papers, refused, undone."""

import datetime as dt
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.qt.buttons import Link
from desktop.screens.directives.dialogs import DirectiveDialog, DirectiveReviewDialog
from desktop.screens.directives.tab import DirectivesTab
from desktop.screens.programmes.screen import ProgrammesScreen
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import CTRL, Key, click, write
from tests.usecases.directives.test_directives import office
from tests.usecases.meeting_office import TODAY, an_office


def shown(window: Window, record: str = "directives") -> DirectivesTab:
    window.shell.show_place("programmes", record)
    QApplication.processEvents()
    screen = window.shell.current()
    assert isinstance(screen, ProgrammesScreen)
    tab = screen.tab()
    assert isinstance(tab, DirectivesTab)
    return tab


def words(widget: Any) -> str:  # noqa: ANN401 - any widget
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_a_directive_is_added_with_its_lead_and_helpers(window: MakeWindow) -> None:
    made = window(an_office(meetings=[]))
    tab = shown(made)
    assert tab.none.isVisibleTo(tab)

    def fill(dialog: DirectiveDialog) -> None:
        QTest.keyClick(dialog.fields["title"].line, Key.Key_Return)
        assert "ít nhất một" in words(dialog.band)
        write(dialog.fields["symbol"].line, "05-NQ/HU")
        write(dialog.fields["date"].line, "15/10/2021")
        write(dialog.fields["title"].line, "Nghị quyết về nông thôn mới")
        line = dialog.fields["lead"].box.lineEdit()
        assert line
        write(line, "phong tai chinh")
        write(dialog.with_.search.line, "tuyen giao")
        dialog.with_.table.select_first()
        QTest.keyClick(dialog.with_.table, Key.Key_Space)
        assert dialog.with_.count.text() == "Đã chọn 1/5"
        click(dialog.primary)

    made.in_dialog(fill)
    tab.begin()
    (kept,) = made.desk.facts.office.directives
    assert (kept.symbol, kept.date, kept.lead, kept.with_) == ("05-NQ/HU", dt.date(2021, 10, 15), "u2", ("u3",))
    assert tab.table.current().id == kept.id
    assert "Phối hợp: Ban Tuyên giáo" in words(tab.side)
    made.desk.undo()
    assert tab.none.isVisibleTo(tab)


def test_the_next_review_is_held_with_ctrl_enter_and_its_papers(window: MakeWindow) -> None:
    made = window(office())
    tab = shown(made)
    assert tab.table.current().id == "n1"

    def fill(dialog: DirectiveReviewDialog) -> None:
        assert dialog.fields["done"].value() == TODAY
        write(dialog.fields["done"].line, "1/9")
        click(dialog.primary)
        assert "chưa đến" in words(dialog.band)
        write(dialog.fields["done"].line, "29/8")
        line = dialog.fields["report"].box.lineEdit()
        assert line
        write(line, "21-bc")
        click(dialog.primary)

    made.in_dialog(fill)
    QTest.keyClick(tab.table, Key.Key_Return, CTRL)
    (held, _next) = made.desk.facts.office.directives[0].reviews
    assert (held.done, held.report) == (dt.date(2024, 8, 29), "o1")
    assert "Sơ kết ngày 29/8/2024" in words(tab.side)
    assert "Chưa ghi thông báo kết quả." in words(tab.side)


def test_the_panel_judges_the_lead_and_leads_to_the_papers(window: MakeWindow) -> None:
    made = window(office())
    tab = shown(made, "n2")
    assert "Chưa có cơ quan chủ trì" in words(tab.side)
    assert {cite.at.article for cite in tab.governing() if cite.at} == {"Điều 23"}
    tab.select("n4")
    went: list[tuple[str, str]] = []
    made.desk.went.connect(lambda *where: went.append(where))
    link = next(one for one in tab.side.findChildren(Link) if one.text().startswith("Báo cáo 21-BC/HU"))
    click(link)
    assert went == [("documents", "o1")]


def test_filters_and_delete(window: MakeWindow) -> None:
    made = window(office())
    tab = shown(made)
    tab.filters["state"].set_value("late")
    tab.refresh()
    assert [one.id for one in tab.table.rows() if hasattr(one, "directive")] == ["n1"]
    write(tab.search.line, "du lich")
    assert tab.table.current() is None
    tab.select("n3")
    QTest.keyClick(tab.table, Key.Key_Delete)
    assert [one.id for one in made.desk.facts.office.directives] == ["n1", "n2", "n4"]
    made.desk.undo()
    assert len(made.desk.facts.office.directives) == 4
