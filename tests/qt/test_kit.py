"""The rest of the kit: look, marks, dialogs, work off the window's thread, what is remembered."""

import re
import struct
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QRawFont, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.findings import Verdict
from desktop.qt import icons, marks, theme
from desktop.qt.buttons import Button
from desktop.qt.dialog import Dialog
from desktop.qt.fields import TextField
from desktop.qt.memory import Memory
from desktop.qt.notices import Band, QuorumBar, Toast
from desktop.qt.pages import SegmentRow, Tabs
from desktop.qt.tasks import Tasks
from desktop.qt.tips import set_tip
from desktop.qt.tokens import DARK, LIGHT
from installer import icons as icon_font

ROOT = Path(__file__).resolve().parents[2]


def _light_of(colour: QColor) -> float:
    parts = (value / 255 for value in (colour.red(), colour.green(), colour.blue()))
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_light_of(QColor(one)), _light_of(QColor(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_on_every_ground(tokens: dict[str, str]) -> None:
    for tone in ("text", "text2", "text3", "accent", "met", "due", "breach", "unclear", "exempt"):
        for ground in ("bg", "surface", "surface2", "rail"):
            assert _contrast(tokens[tone], tokens[ground]) >= 4.5, (tone, ground)
    for verdict in ("met", "due", "breach", "unclear", "exempt", "unknown"):
        assert _contrast(tokens[verdict], tokens[f"{verdict}-soft"]) >= 4.5, verdict


def test_light_and_dark_name_the_same_colours() -> None:
    assert LIGHT.keys() == DARK.keys()


@pytest.mark.parametrize("dark", [False, True])
def test_the_stylesheet_is_filled_whole(dark: bool) -> None:
    assert not re.findall(r"@[a-z]", theme.Theme(dark).stylesheet())


def test_the_icon_font_holds_every_icon_the_program_names_and_no_other(qapp: QApplication) -> None:
    named = {f"mdi6.{name}" for name in icon_font.named()}
    assert len(named) > 30
    assert named == {f"mdi6.{name}" for name in icons._table()}
    font = QRawFont(str(icon_font.FOLDER / "icons.ttf"), 16)
    (glyphs,) = struct.unpack(">H", bytes(font.fontTable("maxp").data())[4:6])
    drawn = {font.glyphIndexesForString(icons.glyph(name))[0] for name in named}
    assert drawn == set(range(1, glyphs)), "`installer.icons` makes the font anew"
    assert all(not font.boundingRect(glyph).isEmpty() for glyph in drawn)


def test_every_name_of_an_icon_is_written_whole() -> None:
    """A name put together when it is used would not be in the font."""
    sources = [file for file in (ROOT / "desktop").rglob("*.py") if file.name != "icons.py"]
    begun = [name for file in sources for name in re.findall(r"[\"']mdi6\.[^\"']*[\"']", file.read_text("utf-8"))]
    assert [name for name in begun if not re.fullmatch(r'"mdi6\.[a-z0-9-]+"', name)] == []


def test_every_verdict_has_its_own_shape_and_colour() -> None:
    assert set(marks.SHAPE) == {verdict.value for verdict in Verdict}
    assert len(set(marks.SHAPE.values())) == len(Verdict)
    assert set(marks.SHAPE) <= LIGHT.keys()


def test_vietnamese_letters_have_glyphs(qapp: QApplication) -> None:
    font = QRawFont.fromFont(theme.current().font())
    assert 0 not in font.glyphIndexesForString("ăâđêôơưệữẫỹĐỦỶ–…·›")


def test_a_button_without_words_has_a_name(qtbot: QtBot) -> None:
    button = Button("", icon="mdi6.dots-horizontal", kind="icon", tip="Việc khác")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Việc khác", "Việc khác")


def test_choosing_a_segment_moves_nothing(qtbot: QtBot) -> None:
    segments = SegmentRow([("a", "Tháng"), ("b", "Tuần")])
    qtbot.addWidget(segments)
    before = segments.sizeHint()
    heard: list[str] = []
    segments.chosen.connect(heard.append)
    segments.choose("b")
    assert (segments.sizeHint(), heard, segments.current()) == (before, [], "b")


def test_arrows_move_between_tabs(qtbot: QtBot) -> None:
    tabs = Tabs([("a", "Chuẩn bị"), ("b", "Thành phần")])
    qtbot.addWidget(tabs)
    tabs.show()
    heard: list[str] = []
    tabs.chosen.connect(heard.append)
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert heard == ["b", "a"]


def test_enter_is_the_primary_and_escape_closes(qtbot: QtBot) -> None:
    dialog = Dialog("Xếp lịch", primary="Xếp lịch")
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    dialog.show()
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.close_button.text() == "Đóng"


@pytest.mark.parametrize("others", [(), ("Quay lại",), ("Mẫu", "Tệp khác")])
def test_tab_leads_from_the_last_field_to_the_primary(qtbot: QtBot, others: tuple[str, ...]) -> None:
    between = tuple(map(Button, others))
    dialog = Dialog("Thôi giữ chức vụ", primary="Kết thúc", others=between)
    qtbot.addWidget(dialog)
    field = TextField("Đến hết ngày")
    dialog.body.addWidget(field)
    dialog.show()
    field.line.setFocus()
    met = []
    for _ in range(len(others) + 3):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        met.append(dialog.focusWidget())
    assert met == [dialog.primary, *between, dialog.close_button, field.line]


def test_enter_presses_the_button_the_keyboard_stands_on(qtbot: QtBot) -> None:
    pressed: list[str] = []
    other = Button("Bỏ, không ghi", run=lambda: pressed.append("other"))
    dialog = Dialog("Chưa ghi", primary="Ở lại", others=(other,))
    qtbot.addWidget(dialog)
    dialog.accepted.connect(lambda: pressed.append("primary"))
    dialog.rejected.connect(lambda: pressed.append("close"))
    dialog.show()
    for button in (other, dialog.close_button):
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == ["other", "close"]


def test_enter_presses_a_button_of_a_page_as_space_does(qtbot: QtBot) -> None:
    pressed: list[int] = []
    button = Button("In giấy mời", run=lambda: pressed.append(1))
    qtbot.addWidget(button)
    button.show()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(button, key)
    assert len(pressed) == 3


def test_a_refused_primary_leads_to_the_field_at_fault(qtbot: QtBot) -> None:
    class Ending(Dialog):
        def accept(self) -> None:
            last.set_error("Ngày thôi giữ chức vụ phải sau ngày nhận.")

    first, last = TextField("Chức vụ"), TextField("Đến hết ngày")
    dialog = Ending("Thôi giữ chức vụ", primary="Kết thúc")
    qtbot.addWidget(dialog)
    dialog.body.addWidget(first)
    dialog.body.addWidget(last)
    dialog.show()
    QTest.keyClick(first.line, Qt.Key.Key_Return)
    assert dialog.focusWidget() is last.line


def test_a_band_says_the_sentence_the_article_and_what_to_do_instead(qtbot: QtBot) -> None:
    band, run = Band(), []
    qtbot.addWidget(band)
    band.show_refusal("Không đưa ra phiếu.", article="khoản 3 Điều 20", button="Xếp lịch", run=lambda: run.append(1))
    assert band.isVisible()
    assert band.accessibleName() == "Không đưa ra phiếu. khoản 3 Điều 20"
    band.clear()
    assert not band.isVisible()


def test_a_toast_offers_to_undo(qtbot: QtBot) -> None:
    page = Dialog("Trang")
    qtbot.addWidget(page)
    toast = Toast(page)
    page.show()
    toast.say("Đã ghi", undo=True)
    with qtbot.waitSignal(toast.undo_asked):
        QTest.keyClick(toast._undo, Qt.Key.Key_Return)
    assert not toast.isVisible()


def test_a_quorum_bar_is_spoken(qtbot: QtBot) -> None:
    bar = QuorumBar()
    qtbot.addWidget(bar)
    bar.set(11, 13, 9)
    assert bar.accessibleName() == "11/13, cần 9"


def test_work_runs_elsewhere_and_comes_back_here(qtbot: QtBot) -> None:
    tasks, here, seen = Tasks(), threading.get_ident(), []
    tasks.run(threading.get_ident, lambda there: seen.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(seen))
    there, back = seen[0]
    assert there != here
    assert back == here


def test_failed_work_is_told(qtbot: QtBot) -> None:
    tasks, seen = Tasks(), []
    tasks.run(lambda: 1 // 0, lambda _: None, lambda error: seen.append(type(error)))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [ZeroDivisionError]


def test_memory_is_kept_and_a_damaged_file_is_none(tmp_path: Path) -> None:
    path = tmp_path / "cửa sổ" / "state.ini"
    Memory(path).put("split.x", [200, 300])
    assert Memory(path).sizes("split.x") == [200, 300]
    path.write_text("{", encoding="utf-8")
    assert Memory(path).get("split.x") is None


def test_a_tip_is_words_whatever_they_are(qtbot: QtBot) -> None:
    hostile = "<img src='//server/x.png'> & Tờ trình\nhai dòng"
    shown = QWidget()
    qtbot.addWidget(shown)
    set_tip(shown, hostile)
    read = QTextDocument()
    read.setHtml(shown.toolTip())
    assert read.toPlainText() == hostile
    assert "<img" not in shown.toolTip()
    set_tip(shown, "Điều 5 & khoản 2")
    assert shown.toolTip() == "Điều 5 & khoản 2"


def test_no_tip_is_set_but_as_words() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "desktop").rglob("*.py")}
    assert {name for name, text in texts.items() if ".setToolTip(" in text} == {"tips.py"}
    assert all("plain(" in text for text in texts.values() if "ToolTipRole" in text)
