"""Kiểm điểm, tín nhiệm through the window: entered, sent up, votes typed as a sheet, questions with their answers."""

import datetime as dt
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.qt.buttons import Link
from desktop.screens.programmes.screen import ProgrammesScreen
from desktop.screens.reviews.dialogs import QuestionDialog, ReviewDialog
from desktop.screens.reviews.scores import ScoresDialog
from desktop.screens.reviews.tab import ReviewsTab
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import CTRL, Key, click, write
from tests.usecases.reviews.test_reviews import ON, office

NOW = dt.datetime.combine(ON, dt.time(8))


def shown(window: Window, record: str = "reviews") -> ReviewsTab:
    window.shell.show_place("programmes", record)
    QApplication.processEvents()
    screen = window.shell.current()
    assert isinstance(screen, ProgrammesScreen)
    tab = screen.tab()
    assert isinstance(tab, ReviewsTab)
    return tab


def words(widget: Any) -> str:  # noqa: ANN401 - any widget
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def opened(make: MakeWindow) -> Window:
    made = make(office())
    made.move_clock(NOW)
    return made


def test_what_is_asked_is_entered_from_its_row(window: MakeWindow) -> None:
    made = opened(window)
    tab = shown(made, "reviews:review.annual|thuong-truc")
    assert tab.table.current().id == "review.annual|thuong-truc/2025"
    assert "khoản 1 Điều 21" in words(tab.panel)

    def fill(dialog: ReviewDialog) -> None:
        draft = dialog.draft()
        assert (draft.kind, draft.subject) == ("annual-review", "thuong-truc")
        write(dialog.fields["sent_up"].line, "25/12")
        click(dialog.primary)
        assert "Ngày gửi 25/12/2025 chưa đến" in words(dialog.band)
        assert dialog.fields["sent_up"].line.text() == "25/12/2025"
        write(dialog.fields["sent_up"].line, "20/12")
        write(dialog.fields["result"].edit, "Hoàn thành tốt nhiệm vụ")
        click(dialog.primary)

    made.in_dialog(fill)
    QTest.keyClick(tab.table, Key.Key_Return, CTRL)
    kept = made.desk.facts.office.reviews[-1]
    assert (kept.subject, kept.date, kept.sent_up, kept.result) == ("thuong-truc", ON, ON, "Hoàn thành tốt nhiệm vụ")
    assert "Hoàn thành tốt nhiệm vụ" in words(tab.panel)
    made.desk.undo()
    assert len(made.desk.facts.office.reviews) == 4


def test_sent_up_and_members_one_by_one_with_one_key(window: MakeWindow) -> None:
    made = opened(window)
    tab = shown(made)
    tab.table.select("review.annual|btv/2025")
    assert "Chưa gửi cấp trên" in words(tab.panel)
    QTest.keyClick(tab.table, Key.Key_Return, CTRL)
    assert made.desk.facts.office.reviews[0].sent_up == ON
    tab.table.select("members/btv/2025")
    assert "Chưa kiểm điểm 12" in words(tab.panel)
    QTest.keyClick(tab.table, Key.Key_Return, CTRL)
    assert "Đã kiểm điểm 13" in words(tab.panel)
    made.desk.undo()
    assert "Chưa kiểm điểm 12" in words(tab.panel)


def test_votes_are_typed_as_a_sheet_and_too_many_are_refused_in_place(window: MakeWindow) -> None:
    made = opened(window)
    tab = shown(made, "k3")

    def fill(dialog: ScoresDialog) -> None:
        sheet = dialog.sheet
        for at, text in enumerate(("18", "2", "1"), 1):
            item = sheet.item(0, at)
            assert item
            item.setText(text)
        assert sheet.text(0, 4) == "21"
        click(dialog.primary)
        assert "nhiều hơn 20 người bỏ phiếu" in words(dialog.band)
        assert sheet.currentRow() == 0
        item = sheet.item(0, 1)
        assert item
        item.setText("mười bảy")
        click(dialog.primary)
        assert "cần số phiếu bằng chữ số" in words(dialog.band)
        item.setText("17")
        click(dialog.primary)

    made.in_dialog(fill)
    tab.acts.scores(made.desk.facts.office.reviews[2])
    (score,) = made.desk.facts.office.reviews[2].scores
    assert (score.person, score.high, score.middle, score.low) == ("p1", 17, 2, 1)
    assert "Số người bỏ phiếu: 20" in words(tab.panel)


def test_questioning_of_a_session_is_written_down(window: MakeWindow) -> None:
    made = opened(window)
    tab = shown(made)
    tab.table.select("meetings/h1")
    assert "Chất vấn về giải ngân" in words(tab.panel)

    def enter(dialog: ReviewDialog) -> None:
        draft = dialog.draft()
        assert (draft.kind, draft.reported_at, draft.date) == (
            "questioning", "h1", dt.date(2025, 12, 18),
        )  # fmt: skip
        assert not dialog.fields["sent_up"].isVisibleTo(dialog)
        click(dialog.primary)

    made.in_dialog(enter)
    QTest.keyClick(tab.table, Key.Key_Return, CTRL)

    def ask(dialog: QuestionDialog) -> None:
        click(dialog.primary)
        assert "Chưa ghi nội dung chất vấn" in words(dialog.band)
        write(dialog.fields["question"].edit, "Vì sao giải ngân chậm?")
        line = dialog.fields["answerer"].box.lineEdit()
        assert line
        write(line, "huynh tan dung")
        click(dialog.primary)

    made.in_dialog(ask)
    click(next(one for one in tab.panel.findChildren(Link) if one.text() == "Thêm chất vấn…"))
    (question,) = made.desk.facts.office.reviews[-1].questions
    assert (question.question, question.answerer) == ("Vì sao giải ngân chậm?", "p3")
    assert "Chưa trả lời." in words(tab.panel)


def test_filters_years_and_delete(window: MakeWindow) -> None:
    made = opened(window)
    tab = shown(made, "k4")
    assert tab.filters["year"].value() == "2024"
    QTest.keyClick(tab.table, Key.Key_Delete)
    assert [one.id for one in made.desk.facts.office.reviews] == ["k1", "k2", "k3"]
    tab.filters["year"].set_value("2025")
    tab.filters["kind"].set_value("confidence-vote")
    tab.refresh()
    assert [one.id for one in tab._rows()] == ["k3"]
