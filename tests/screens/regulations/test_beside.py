"""A clerk whose committee adopts another regulation: its text is read, seen beside the old one, and only what changed
is asked."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.qt.model import GroupRow
from desktop.screens.regulations.beside import BesideDialog
from desktop.screens.regulations.change import ChangeDialog
from desktop.screens.regulations.follow import follow_with
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import Key, click, write
from tests.screens.regulations.test_own_profile import own_tab
from tests.usecases.regulations.following import CHANGED, NEW, an_office

NOW = dt.datetime(2026, 4, 1, 8, 0)
TITLE = "Quy chế Tổng công ty, số 02-QC/ĐU"
AMENDS = """QUYẾT ĐỊNH
Số 12-QĐ/ĐU
sửa đổi, bổ sung một số điều của Quy chế làm việc
Điều 1. Sửa đổi, bổ sung một số điều của Quy chế như sau:
1. Sửa đổi khoản 2 Điều 1 như sau: “2. Ban Thường vụ họp thường kỳ mỗi tháng hai lần.”
2. Bãi bỏ Điều 40.
Điều 2. Quyết định này có hiệu lực từ ngày 01/3/2026.
"""


@pytest.fixture
def company(window: MakeWindow) -> Window:
    made = window(an_office())
    made.move_clock(NOW)
    return made


def begin(window: Window, folder: Path, text: str, title: str = TITLE) -> tuple[Any, list[str]]:
    """Begin the regulation that follows from a file of that text; its id, and what was told before."""
    tab, path = own_tab(window), folder / "moi.txt"
    path.write_text(text, encoding="utf-8")
    told: list[str] = []
    done: list[str] = []

    def fill(dialog: Any) -> None:  # noqa: ANN401 - a FollowDialog
        told.append(dialog.title.value())
        told.extend(dialog.coming.told)
        write(dialog.title.editor, title)
        click(dialog.primary)

    window.in_dialog(fill)
    follow_with(window.desk, tab.head(), path, tab, tab.band, done.append)
    window.qtbot.waitUntil(lambda: bool(done), timeout=10_000)
    tab.show_made(done[0])
    return tab, told


def waiting(tab: Any) -> list[str]:  # noqa: ANN401 - an OwnTab
    return [row.id for row in tab.table.rows() if not isinstance(row, GroupRow) and row.state == "read"]


def compared(window: Window, new: str, old: str = "") -> BesideDialog:
    dialog = BesideDialog(window.desk, new, old, parent=window.shell)
    window.qtbot.addWidget(dialog)
    dialog.show()
    window.qtbot.waitUntil(lambda: bool(dialog.page.toPlainText()), timeout=10_000)
    return dialog


def test_a_successor_is_begun_from_its_text_and_only_what_changed_is_asked(company: Window, tmp_path: Path) -> None:
    tab, told = begin(company, tmp_path, NEW)
    assert told[1:] == [
        "Sửa đổi 2, bổ sung 1, giữ nguyên lời văn 9 điều, khoản, điểm.",
        f"Giữ nguyên 9 nội dung; {len(CHANGED)} nội dung chờ xác nhận lại.",
    ]
    assert tab.head().title == TITLE
    assert set(waiting(tab)) == set(CHANGED)
    tab.select("meeting.cadence.btv")
    assert "Quy chế trước: 1 lần một tháng (khoản 2 Điều 1)" in tab.panel.base.text()
    assert tab.panel.cite.value() == "khoản 2 Điều 2"
    QTest.keyClick(tab.table, Key.Key_Return)
    assert len(waiting(tab)) == len(CHANGED) - 1


def test_an_amendment_is_written_into_the_old_text_and_asks_only_what_it_changes(
    company: Window, tmp_path: Path
) -> None:
    tab, told = begin(company, tmp_path, AMENDS, "Quy chế sửa đổi")
    assert told[0] == "Quy chế Tổng công ty, số 01-QC/ĐU (sửa đổi theo 12-QĐ/ĐU)"
    assert "Văn bản sửa đổi, bổ sung: 1 chỗ đã ghi vào lời văn của quy chế trước." in told
    assert "Chưa ghi được vào lời văn, cần đối chiếu tay: “Bãi bỏ Điều 40.”." in told
    assert waiting(tab) == ["meeting.cadence.btv"]


def test_old_and_new_stand_beside_each_other_with_what_changed(company: Window, tmp_path: Path) -> None:
    tab, _ = begin(company, tmp_path, NEW)
    dialog = compared(company, tab.head().id)
    assert (dialog.old.value(), dialog.only.current()) == ("f1", "diff")
    shown = dialog.page.toPlainText()
    assert "Ban Thường vụ họp thường kỳ mỗi tháng hai lần." in shown
    assert "2 lần một tháng, chờ xác nhận" in shown
    assert "Điều 3 cũ nay là Điều 4; lời văn giữ nguyên." in shown
    assert "Ban Chấp hành họp thường kỳ mỗi năm hai lần." not in shown, "it did not change"
    dialog.only.choose("all")
    dialog.only.chosen.emit("all")
    assert "Ban Chấp hành họp thường kỳ mỗi năm hai lần." in dialog.page.toPlainText()


def test_what_changed_is_struck_out_on_the_left_and_bold_on_the_right(company: Window, tmp_path: Path) -> None:
    tab, _ = begin(company, tmp_path, NEW)
    html = compared(company, tab.head().id).page.toHtml()
    assert "line-through" in html.split(">một<")[0][-200:]
    assert "font-weight:600" in html.split(">hai<")[0][-200:]


def test_where_there_is_no_room_the_new_wording_stands_under_the_old_one(company: Window, tmp_path: Path) -> None:
    tab, _ = begin(company, tmp_path, NEW)
    dialog = compared(company, tab.head().id)
    dialog.resize(640, 360)
    QApplication.processEvents()
    shown = dialog.page.toPlainText()
    assert "Khoản 2 Điều 1 · trước đây" in shown
    assert "Chưa có" not in shown


def test_the_paper_is_printed_from_there(company: Window, tmp_path: Path) -> None:
    tab, _ = begin(company, tmp_path, NEW)
    asked: list[tuple[str, str]] = []
    company.desk.preview_asked.disconnect()
    company.desk.preview_asked.connect(lambda slug, record, _person: asked.append((slug, record)))
    ident = tab.head().id
    compared(company, ident).print()
    assert asked == [("bang-so-sanh", f"{ident}/f1")]


def test_the_same_text_twice_is_said_to_be_the_same_and_one_alone_cannot_be_compared(
    company: Window, tmp_path: Path
) -> None:
    tab, _ = begin(company, tmp_path, NEW)
    dialog = compared(company, tab.head().id)
    dialog.old.set_value(tab.head().id)
    dialog.old.saved.emit(tab.head().id)
    QApplication.processEvents()
    assert dialog.band.isVisible()
    assert dialog.page.toPlainText() == ""


def test_where_it_is_taken_into_use_both_texts_are_offered(company: Window, tmp_path: Path) -> None:
    tab, _ = begin(company, tmp_path, NEW)
    dialog = ChangeDialog(company.desk, profile=tab.head().id, parent=company.shell)
    company.qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.texts.isVisible()
    assert dialog.waiting.text() == f"{len(CHANGED)} nội dung chờ xác nhận, chưa được xét theo quy chế mới."

    def look(shown: Any) -> None:  # noqa: ANN401 - a BesideDialog
        assert (shown.old.value(), shown.new.value()) == ("f1", tab.head().id)
        shown.reject()

    company.in_dialog(look)
    click(dialog.texts)
    dialog.profile.set_value("lung-phinh-2025")
    dialog.profile.saved.emit("lung-phinh-2025")
    assert not dialog.texts.isVisible(), "no text of that one is attached"
