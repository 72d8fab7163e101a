"""A finding opened to its reasoning from wherever it is shown: by mouse, by Shift+F1, and on to the record read."""

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.domain.findings import Finding
from desktop.qt.buttons import ArticleLink, Link
from desktop.qt.dialog import Dialog
from desktop.sample.sample import demo_day, sample_office
from desktop.screens.base.show import ReasoningLink
from desktop.screens.compliance.reasoning import ReasoningDialog
from desktop.screens.window.article import ArticleDialog
from desktop.usecases.compliance import overview
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import click

PROFILE = "tay-son-2024"
DAY = dt.datetime.combine(demo_day(PROFILE), dt.time(8, 0))
LATE = "meetings/btv-53/a2"
"""The papers of an item sent after the day, which a weekend made earlier."""


@pytest.fixture
def opened(window: MakeWindow) -> Window:
    made = window(sample_office(PROFILE, as_of=DAY.date()))
    made.move_clock(DAY)
    return made


def said(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def finding(made: Window, rule: str, subject: str) -> Finding:
    return next(one for one in made.desk.findings() if (one.rule, one.subject) == (rule, subject))


def looked_at(made: Window, act: Any) -> list[str]:  # noqa: ANN401 - what opens the dialog
    """What the reasoning says that opens by an act."""
    seen: list[str] = []

    def look(dialog: Dialog) -> None:
        assert isinstance(dialog, ReasoningDialog)
        seen.append(said(dialog))
        dialog.reject()

    made.in_dialog(look)
    act()
    return seen


def test_a_late_paper_is_counted_day_by_day(opened: Window) -> None:
    opened.shell.show_place("compliance", overview.key_of(finding(opened, "meeting.papers.sent", LATE)))
    (seen,) = looked_at(opened, lambda: click(opened.shell.current().panel.why_button))
    assert "Gửi tài liệu 24/6/2024; hạn cuối 21/6/2024" in seen
    for head in ("Quy chế quy định", "Quy ước của đơn vị", "Đã đọc", "Cách đếm ngày"):
        assert head in seen
    assert "khoản 3 Điều 18" in seen
    assert "bỏ qua 23/6/2024 (nghỉ cuối tuần), 22/6/2024 (nghỉ cuối tuần)" in seen


def test_the_record_read_is_gone_to_and_the_article_opened(opened: Window) -> None:
    opened.shell.show_place("compliance", overview.key_of(finding(opened, "meeting.papers.sent", LATE)))
    articles: list[bool] = []

    def article(dialog: Dialog) -> None:
        articles.append(isinstance(dialog, ArticleDialog))
        dialog.reject()

    def follow(dialog: Dialog) -> None:
        opened.in_dialog(article)
        click(dialog.findChildren(ArticleLink)[0].link)
        link = next(one for one in dialog.findChildren(Link) if "lần thứ 53" in one.text())
        click(link)

    opened.in_dialog(follow)
    click(opened.shell.current().panel.why_button)
    assert articles == [True]
    assert opened.shell.current().place == "meetings"
    assert "lần thứ 53" in said(opened.shell.current())


def test_shift_f1_tells_of_the_row_of_today(opened: Window) -> None:
    screen: Any = opened.screen("today")
    screen.table.select("meeting.minutes|meetings/tt-2024-34")
    opened.activate()
    screen.table.setFocus()
    found = screen.reasoned()
    assert found is not None
    (seen,) = looked_at(opened, lambda: QTest.keyClick(screen.table, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier))
    assert found.text in seen


def test_the_findings_of_a_meeting_each_have_the_way(opened: Window) -> None:
    opened.shell.show_place("meetings", "bch-19")
    QApplication.processEvents()
    links = [one for one in opened.shell.current().findChildren(ReasoningLink) if one.isVisible()]
    assert len(links) >= 3
    (seen,) = looked_at(opened, lambda: click(links[0]))
    assert links[0].finding.text in seen


@pytest.mark.parametrize(
    ("place", "record"),
    [
        ("ballots", "b5"),
        ("absences", "x24"),
        ("assignments", ""),
        ("programmes", "programmes"),
        ("programmes", "reviews"),
        ("programmes", "directives"),
        ("documents", ""),
    ],
)
def test_every_screen_of_records_answers_shift_f1(opened: Window, place: str, record: str) -> None:
    opened.shell.show_place(place, record)
    QApplication.processEvents()
    screen = opened.shell.current()
    found = screen.reasoned()
    assert found is not None
    (seen,) = looked_at(opened, opened.shell.show_reasoning)
    assert found.text in seen


def test_where_nothing_is_judged_that_is_said(opened: Window) -> None:
    opened.shell.show_place("directory")
    opened.shell.show_reasoning()
    assert "không có kết quả đối chiếu nào" in said(opened.shell.toast)


def test_it_is_a_command_of_the_palette(opened: Window) -> None:
    opened.screen("compliance")
    named = {one.text: one.shortcut for one in opened.shell.commands()}
    assert named["Cách tính kết quả đối chiếu"] == "Shift+F1"


def test_from_the_preview_the_record_is_shown_once_the_preview_is_left(opened: Window) -> None:
    def follow(dialog: Dialog) -> None:
        assert isinstance(dialog, ReasoningDialog)
        click(next(one for one in dialog.findChildren(Link) if "lần thứ 54" in one.text()))

    def look(preview: Dialog) -> None:
        opened.qtbot.waitUntil(lambda: bool(preview.findChildren(ReasoningLink)), timeout=20_000)
        opened.in_dialog(follow)
        click(preview.findChildren(ReasoningLink)[0])

    opened.in_dialog(look)
    opened.desk.preview("giay-moi", "btv-54")
    assert opened.shell.current().place == "meetings"
    assert QApplication.activeModalWidget() is None
