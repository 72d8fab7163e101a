"""Taking a regulation into use, amending it, and the office's settings, as a clerk does it in the window."""

import datetime as dt
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.records import Office
from desktop.qt.buttons import Link
from desktop.qt.model import GroupRow
from desktop.sample.sample import sample_office
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import Key, click, write
from tests.screens.regulations.own_values import give_back, lay_down, take

TODAY = dt.date(2024, 8, 30)
INVITED = "meeting.invitations.btv"
FIVE = {"n": 5, "unit": "working-days", "side": "before", "of": "meeting"}


@pytest.fixture(scope="module")
def office() -> Office:
    return sample_office("tay-son-2024", as_of=TODAY)


@pytest.fixture
def opened(window: MakeWindow, office: Office) -> Window:
    return window(office)


def tab(window: Window, key: str) -> Any:  # noqa: ANN401 - each test knows the class of its tab
    screen = window.screen("directory")
    screen.show_tab(key)
    QApplication.processEvents()
    return screen.tab()


def shown(table: Any) -> list[Any]:  # noqa: ANN401 - a Table
    return [row for row in table.rows() if not isinstance(row, GroupRow)]


def choose(dialog: Any, key: str) -> None:  # noqa: ANN401 - a ChangeDialog
    dialog.only.choose(key)
    dialog.only.chosen.emit(key)


# Another regulation


def test_the_difference_and_what_follows_are_seen_before_it_is_taken(opened: Window) -> None:
    page, seen = tab(opened, "regulation"), dict[str, Any]()

    def look(dialog: Any) -> None:  # noqa: ANN401 - a ChangeDialog
        dialog.profile.set_value("lung-phinh-2025")
        write(dialog.first.editor, "01/7/2024")
        seen["different"] = shown(dialog.table)
        choose(dialog, "all")
        seen["all"] = shown(dialog.table)
        opened.qtbot.waitUntil(lambda: bool(shown(dialog.effects)), timeout=20_000)
        choose(dialog, "effects")
        seen["effects"], seen["past"] = shown(dialog.effects), dialog.past.text()
        dialog.reject()

    opened.in_dialog(look)
    page.begin()
    assert 0 < len(seen["different"]) < len(seen["all"])
    assert all(row.kind not in ("same", "place") for row in seen["different"])
    assert all(row.day >= dt.date(2024, 7, 1) for row in seen["effects"])
    assert seen["past"] == "Việc trước 01/7/2024 vẫn xét theo quy chế khi ấy: kết quả đối chiếu không thay đổi."
    assert len(opened.desk.facts.office.office.regulations) == 1, "nothing is taken by looking"


def test_a_day_already_taken_is_refused_and_the_dialog_stays(opened: Window) -> None:
    page, said = tab(opened, "regulation"), list[str]()

    def fill(dialog: Any) -> None:  # noqa: ANN401 - a ChangeDialog
        dialog.profile.set_value("lung-phinh-2025")
        write(dialog.first.editor, "31/5/2024")
        click(dialog.primary)
        said.append(dialog.band.text())
        dialog.reject()

    opened.in_dialog(fill)
    page.begin()
    assert said == ["Ngày có hiệu lực: đã có một quy chế bắt đầu từ 31/5/2024."]


# An amendment


def test_values_are_amended_from_a_day_and_undone(opened: Window) -> None:
    page = tab(opened, "regulation")
    page.select("absence.reported.working_days")
    lay_down(opened, page.panel.own, "2", "31/5/2024")
    notes: list[str] = []

    def fill(dialog: Any) -> None:  # noqa: ANN401 - a ChangeDialog
        write(dialog.first.editor, "01/9/2024")
        notes.append(dialog.note.text())
        dialog.table.select(INVITED)
        write(dialog.value.typed.editor, "5")
        dialog.table.select("ballot.matter.excluded")
        QTest.keyClick(dialog.value.ticks.boxes["discipline"].box, Key.Key_Space)
        click(dialog.primary)

    opened.in_dialog(fill)
    page.amend()
    assert notes == ["Giữ 1 quy ước của đơn vị ở quy chế đang dùng."]
    first, second = opened.desk.facts.office.office.regulations
    assert (second.profile, second.from_) == ("tay-son-2024", dt.date(2024, 9, 1))
    assert second.overrides == {
        "absence.reported.working_days": 2,
        INVITED: FIVE,
        "ballot.matter.excluded": ["personnel", "discipline"],
    }
    assert first.overrides == {"absence.reported.working_days": 2}
    opened.desk.undo()
    assert opened.desk.facts.office.office.regulations == (first,)


def test_an_amendment_that_changes_nothing_is_refused(opened: Window) -> None:
    page, said = tab(opened, "regulation"), list[str]()

    def fill(dialog: Any) -> None:  # noqa: ANN401 - a ChangeDialog
        write(dialog.first.editor, "01/9/2024")
        click(dialog.primary)
        said.append(dialog.band.text())
        dialog.table.select("meeting.quorum.btv")
        write(dialog.value.typed.editor, "quá nửa")
        said.append(dialog.value.typed._line_text.text())
        said.append(dialog.value.typed.line.text())
        dialog.reject()

    opened.in_dialog(fill)
    page.amend()
    assert said == [
        "Quy định mới: cần đổi ít nhất một nội dung so với quy chế đang dùng.",
        "Quy định mới: “quá nửa” chưa đúng; cần ghi như “ít nhất 2/3 tổng số ủy viên”, "
        "“trên 1/2 số ủy viên dự” (khoản 1 Điều 18).",
        "quá nửa",
    ]


def test_one_pane_at_a_time_in_a_small_window(opened: Window) -> None:
    page, seen = tab(opened, "regulation"), list[tuple[bool, bool]]()

    def look(dialog: Any) -> None:  # noqa: ANN401 - a ChangeDialog
        for width in (1200, 640):
            dialog.resize(width, 340)
            QApplication.processEvents()
            seen.append((dialog.form.isVisible(), dialog.right.isVisible()))
        choose(dialog, "all")
        seen.append((dialog.form.isVisible(), dialog.right.isVisible()))
        dialog.reject()

    opened.in_dialog(look)
    page.begin()
    assert seen == [(True, True), (True, False), (False, True)]


# Lists are ticked


def test_an_own_value_of_a_list_is_ticked_and_given_back(opened: Window) -> None:
    page = tab(opened, "regulation")
    page.select("ballot.matter.excluded")

    def fill(dialog: Any) -> None:  # noqa: ANN401 - an OwnValueDialog
        assert dialog.value.ticks.value() == ("personnel",), "it begins as the text has it"
        QTest.keyClick(dialog.value.ticks.boxes["personnel"].box, Key.Key_Space)
        take(opened, dialog)

    opened.in_dialog(fill)
    click(page.panel.own.change)
    assert opened.desk.facts.office.office.regulations[-1].overrides == {"ballot.matter.excluded": []}
    assert page.table.current().value == "không có"
    give_back(opened, page.panel.own)
    assert opened.desk.facts.office.office.regulations[-1].overrides is None


# The settings on one page


def test_a_wrong_setting_is_refused_in_one_sentence_and_kept(opened: Window) -> None:
    page = tab(opened, "settings")
    page.table.select("report.received.day")
    said: list[str] = []

    def fill(dialog: Any) -> None:  # noqa: ANN401 - an OwnValueDialog
        write(dialog.value.typed.editor, "45")
        said.extend((dialog.value.typed._line_text.text(), dialog.value.typed.line.text()))
        write(dialog.value.typed.editor, "20")
        take(opened, dialog)

    opened.in_dialog(fill)
    click(page.panel.own.change)
    assert said == ["Quy ước của đơn vị: “45” chưa đúng; cần một ngày trong tháng, từ 1 đến 31.", "45"]
    assert page.table.current().value == "20"


def test_what_a_setting_alters_is_seen_before_it_is_taken(opened: Window) -> None:
    page, seen = tab(opened, "settings"), dict[str, Any]()
    page.table.select("report.received.day")

    def look(dialog: Any) -> None:  # noqa: ANN401 - an OwnValueDialog
        write(dialog.value.typed.editor, "3")
        opened.qtbot.waitUntil(dialog.primary.isEnabled, timeout=20_000)
        seen["today"] = (dialog.first.value(), dialog.found.text(), dialog.said.text())
        write(dialog.first.editor, "01/7/2024")
        opened.qtbot.waitUntil(dialog.primary.isEnabled, timeout=20_000)
        seen["past"] = (shown(dialog.table), dialog.found.text(), dialog.said.text())
        dialog.reject()

    opened.in_dialog(look)
    click(page.panel.own.change)
    day, found, said = seen["today"]
    assert day == opened.desk.today
    assert found.startswith("Không có kết quả nào thay đổi")
    assert "xét lại" not in said
    rows, found, said = seen["past"]
    assert found == f"Kết quả đối chiếu thay đổi ({len(rows)})"
    assert rows
    assert said == ("Việc trước 01/7/2024 vẫn xét theo mức khi ấy. Việc từ 01/7/2024 đến nay được xét lại.")
    assert opened.desk.facts.own_setting("report.received.day", opened.desk.today) == 22, "nothing is taken by looking"


def test_the_values_of_a_setting_are_listed_and_one_is_taken_out(opened: Window) -> None:
    page, seen = tab(opened, "settings"), list[str]()
    page.table.select("meeting.minutes.days")
    lay_down(opened, page.panel.own, "3", "01/8/2024")
    lay_down(opened, page.panel.own, "5", "20/8/2024")
    QApplication.processEvents()
    links = [one for one in page.panel.own.findChildren(Link) if one.isVisible()]
    assert [one.accessibleName() for one in links] == [
        "Bỏ 5, từ 20/8/2024",
        "Bỏ 3, từ 01/8/2024 đến 19/8/2024",
    ]

    def look(dialog: Any) -> None:  # noqa: ANN401 - an OwnValueDialog
        seen.append(dialog.said.text())
        take(opened, dialog)

    opened.in_dialog(look)
    click(links[0])
    assert seen == ["Bỏ mức “5” ghi áp dụng từ 20/8/2024."]
    assert page.table.current().value == "3"


def test_what_bears_on_nothing_is_not_offered(opened: Window) -> None:
    page = tab(opened, "settings")
    page.table.select("decision.majority")
    assert not page.panel.own.change.isVisible()
    assert page.panel.own.note.text() == (
        "Quy chế đang áp dụng đã quy định; quy ước riêng không làm thay đổi kết quả đối chiếu nào."
    )
    page = tab(opened, "regulation")
    page.only.choose("reading")
    page.only.chosen.emit("reading")
    assert not page.panel.own.change.isVisible()


def test_what_nothing_fills_is_plain_words(opened: Window) -> None:
    page = tab(opened, "settings")
    page.only.choose("open")
    page.only.chosen.emit("open")
    rows = shown(page.table)
    assert rows
    assert {row.value for row in rows} == {"Không có quy định"}
    assert not page.panel.own.isVisible()
    page.search.line.setText("bien ban")
    assert all("biên bản" in row.title for row in shown(page.table))
