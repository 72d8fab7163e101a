"""Ballots and delegated matters worked through the window by keyboard and mouse."""

import datetime as dt
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.records import Ballot, Delegated
from desktop.qt.buttons import Button, Link
from desktop.screens.ballots.page import BallotPage
from desktop.screens.ballots.screen import BallotsScreen
from desktop.screens.ballots.start import StartBallot
from desktop.screens.delegated.dialogs import StartDelegated
from desktop.screens.delegated.page import DelegatedPage
from desktop.screens.meetings.plan import PlanDialog
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import CTRL, Key, click, write
from tests.usecases.meeting_office import TODAY, an_office, session

TITLE = "Chủ trương đầu tư Nhà văn hóa xã Bình Thuận"


def choose(combo: Any, code: str) -> None:  # noqa: ANN401 - any Combo of the kit
    """To the line by the arrow keys, as a clerk does, and out of the field."""
    combo.editor.setFocus()
    QTest.keyClick(combo.editor, Key.Key_Home)
    for _ in range(combo.box.count()):
        if combo.box.currentData() == code:
            break
        QTest.keyClick(combo.editor, Key.Key_Down)
    assert combo.box.currentData() == code
    combo.commit()


def ballot_of(window: Window) -> Ballot:
    (found,) = window.desk.facts.office.ballots
    return found


def screen_of(window: Window) -> BallotsScreen:
    screen = window.screen("ballots")
    assert isinstance(screen, BallotsScreen)
    return screen


def start(window: Window) -> BallotPage:
    """Refused first for its matter, with the article; nothing typed is lost; then lawful."""
    screen = screen_of(window)
    assert screen.middle.currentWidget() is not screen.table
    assert not screen.new.isVisible()
    seen: list[str] = []

    def fill(dialog: StartBallot) -> None:
        fields = dialog.fields_
        write(fields["title"].editor, TITLE)
        choose(fields["reason"], "no-meeting-possible")
        choose(fields["matter"], "personnel")
        write(fields["due"].editor, "5/9")
        write(fields["questions"].editor, "Chủ trương đầu tư, tổng mức 4,2 tỷ đồng", leave=False)
        click(dialog.primary)
        assert dialog.isVisible()
        seen.append(dialog.band.accessibleName())
        assert fields["title"].line.text() == TITLE
        assert window.desk.facts.office.ballots == ()
        choose(fields["matter"], "investment")
        click(dialog.primary)

    window.in_dialog(fill)
    button = next(one for one in screen.middle.currentWidget().findChildren(Button) if one.text())
    click(button)
    window.activate()
    assert "khoản 3 Điều 20" in seen[0]
    assert "đưa ra hội nghị" in seen[0]
    assert screen.stack.currentWidget() is screen.page
    return screen.page


def test_a_ballot_is_refused_then_sent_counted_judged_and_put_on_an_agenda(window: MakeWindow) -> None:
    shown = window(an_office(absences=[]))
    page = start(shown)
    made = ballot_of(shown)
    assert (made.title, made.matter, made.due) == (TITLE, "investment", dt.date(2024, 9, 5))
    assert [check.verdict for check in page.form.checks.shown] == ["met"] * 4
    table = page.slips.table
    table.setFocus()
    for place, key in enumerate("TTTTTTTTKY", 1):
        table.select(f"p{place}")
        QTest.keyClick(table, getattr(Key, f"Key_{key}"))
    assert page.result.count.count.text() == "8/13"
    assert page.result.count.pill.accessibleName() == "Quá 1/2, cần 7"
    assert page.result.count.names.text() == "Chưa về: Hồ Anh Tuấn, Mai Thị Vân, Lý Thanh Ý."
    words(shown, page)
    judge(shown, page)
    assert ballot_of(shown).referred_to == "m1"
    assert shown.meeting().agenda[-1].title == TITLE


def test_a_heap_of_slips_is_entered_by_one_key_for_each(window: MakeWindow) -> None:
    shown = window(an_office(absences=[]))
    table = start(shown).slips.table
    table.setFocus()
    table.select_first()
    ids = [one.id for one in table.rows()]
    for key in "TTKTY":
        QTest.keyClick(table, getattr(Key, f"Key_{key}"))
    answers = {one.person: one.choice for one in ballot_of(shown).responses}
    assert [answers.get(one) for one in ids[:5]] == ["approve", "approve", "reject", "approve", "other"]
    assert table.current().id == ids[4], "whose words are still to be typed"


def words(window: Window, page: BallotPage) -> None:
    """The opinion word for word, a slip taken away by Delete and brought back by Ctrl+Z."""
    table = page.slips.table
    table.select("p10")
    QTest.keyClick(table, Key.Key_Return)
    write(page.slips.slip.note.editor, "Bố trí vốn trong 2 năm")
    answer = next(one for one in ballot_of(window).responses if one.person == "p10")
    assert (answer.choice, answer.note, answer.returned) == ("other", "Bố trí vốn trong 2 năm", TODAY)
    table.setFocus()
    table.select("p9")
    QTest.keyClick(table, Key.Key_Delete)
    assert len(ballot_of(window).responses) == 9
    window.shell._undo()
    assert len(ballot_of(window).responses) == 10


def judge(window: Window, page: BallotPage) -> None:
    """A judgement is somebody's, for a reason; until both are said nothing is recorded and nothing is lost."""
    block = page.result.differences
    click(block.choice._cards["yes"])
    assert block.by.editor.property("wrong")
    assert ballot_of(window).differences_judged is None
    choose(block.by, "p1")
    assert ballot_of(window).differences_judged is None
    write(block.reason.editor, "Nguồn vốn năm 2025 chưa được xác định.")
    judged = ballot_of(window)
    assert judged.important_differences
    assert judged.differences_judged is not None
    assert (judged.differences_judged.by, judged.differences_judged.on) == ("p1", TODAY)
    write(page.result.conclusion.editor, "Ban hành nghị quyết")
    assert "khoản 3 Điều 20" in page.band.accessibleName()
    assert ballot_of(window).conclusion == ""
    click(block.put)


def test_refused_the_matter_can_go_to_a_session_planned_from_the_refusal(window: MakeWindow) -> None:
    shown = window(an_office(absences=[], meetings=[]))
    screen = screen_of(shown)

    def plan(dialog: PlanDialog) -> None:
        assert dialog.body_.value() == "btv"
        write(dialog.day.editor, "13/9")
        dialog.accept()

    def fill(dialog: StartBallot) -> None:
        write(dialog.fields_["title"].editor, "Bổ nhiệm Phó Trưởng ban")
        choose(dialog.fields_["reason"], "no-meeting-possible")
        choose(dialog.fields_["matter"], "personnel")
        click(dialog.primary)
        shown.in_dialog(lambda inner: plan(inner) if isinstance(inner, PlanDialog) else fill(inner))
        click(dialog.band._button)

    shown.in_dialog(fill)
    screen.start()
    shown.activate()
    (meeting,) = shown.desk.facts.office.meetings
    assert [(item.title, item.matter) for item in meeting.agenda] == [("Bổ nhiệm Phó Trưởng ban", "personnel")]
    assert shown.desk.facts.office.ballots == ()


def a_ballot(place: int) -> dict[str, Any]:
    return {
        "id": f"b{place}", "body": "btv", "title": f"Việc thứ {place}", "sent": f"2024-{place:02}-05",
        "matter": "budget", "reason": "no-meeting-possible", "directed_by": "thuong-truc",
    }  # fmt: skip


def test_twelve_ballots_are_listed_opened_and_left_by_keys(window: MakeWindow) -> None:
    shown = window(an_office(absences=[], ballots=[a_ballot(place) for place in range(1, 13)]))
    screen = screen_of(shown)
    assert len(screen.table.rows()) == 12
    screen.table.setFocus()
    screen.table.select("b7")
    QTest.keyClick(screen.table, Key.Key_Return)
    assert screen.page.ballot is not None
    assert screen.page.ballot.id == "b7"
    back = next(one for one in screen.commands() if one.id == "ballots.back")
    back.run()
    assert screen.table.current().id == "b7"
    write(screen.search.editor, "thu 11", leave=False)
    assert [one.id for one in screen.table.rows()] == ["b11"]


def test_every_width_shows_the_page_and_the_slips(window: MakeWindow) -> None:
    shown = window(an_office(absences=[], ballots=[a_ballot(8)]))
    screen = screen_of(shown)
    screen.open_record("b8")
    for size, form, result in ((1366, True, True), (1280, True, True), (900, False, True), (683, False, False)):
        shown.shell.resize(size, 700)
        QApplication.processEvents()
        assert screen.page.slips.table.isVisible()
        assert screen.page.form.isVisible() is form
        assert screen.page.result.isVisible() is result


def decision_of(window: Window, place: int = -1) -> Delegated:
    return window.desk.facts.office.delegated[place]


def test_a_delegated_decision_not_agreed_is_prepared_again_then_passed_on(window: MakeWindow) -> None:
    shown = window(an_office(absences=[], meetings=[session(agenda=[])]))
    screen = screen_of(shown)
    click(screen.kinds._buttons["delegated"])

    def fill(dialog: StartDelegated) -> None:
        write(dialog.fields_.fields["title"].editor, "Chi dự phòng chống hạn")
        choose(dialog.fields_.fields["item"], "c-1")
        assert any("điểm c khoản 10 Điều 2" in one.accessibleName() for one in dialog.fields_.findChildren(Link))
        choose(dialog.fields_.fields["matter"], "reserve-budget")
        click(dialog.primary)

    shown.in_dialog(fill)
    screen.start()
    shown.activate()
    page = screen.decision
    assert screen.stack.currentWidget() is page
    speak(page, "T", "T", "K")
    page.adopt()
    assert "khoản 4 Điều 3" in page.band.accessibleName()
    assert decision_of(shown).decision is None
    click(page.course.again)
    assert decision_of(shown, 0).decision == "prepare-again"
    assert page.decision is not None
    assert page.decision.id == decision_of(shown).id != decision_of(shown, 0).id
    speak(page, "T", "T", "Y")
    assert not page.course.again.isVisible()
    click(page.course.refer)
    assert (decision_of(shown).decision, decision_of(shown).referred_to) == ("referred", "m1")
    assert "Huỳnh Tấn Dũng ý kiến khác" in shown.meeting().agenda[0].documents_note


def speak(page: DelegatedPage, *keys: str) -> None:
    table = page.course.table
    table.setFocus()
    for place, key in enumerate(keys, 1):
        table.select(f"p{place}")
        QTest.keyClick(table, getattr(Key, f"Key_{key}"))


def test_all_agree_by_one_key_and_the_report_is_planned(window: MakeWindow) -> None:
    decision = {"id": "d1", "item": "c-2", "matter": "finance", "title": "Mua máy tính"}
    shown = window(an_office(absences=[], meetings=[session(agenda=[])], delegated=[decision]))
    screen = screen_of(shown)
    screen.open_record("delegated:d1")
    page = screen.decision
    page.course.table.setFocus()
    QTest.keyClick(page.course.table, Key.Key_A, CTRL)
    assert page.course.count.text() == "3/3"
    page.adopt()
    assert decision_of(shown).reported_at == "m1"
    assert shown.meeting().agenda[0].purpose == "delegated-report"
    assert page.findings.worst() in ("due", "met")


def test_the_point_chosen_brings_what_the_matter_is_or_has_it_chosen(window: MakeWindow) -> None:
    shown = window(an_office(absences=[], meetings=[session(agenda=[])]))
    screen = screen_of(shown)

    def fill(dialog: StartDelegated) -> None:
        write(dialog.fields_.fields["title"].editor, "Mua xe ô tô")
        choose(dialog.fields_.fields["item"], "a-1")
        click(dialog.primary)
        assert "điểm a, gạch 1 gồm công tác cán bộ" in dialog.band.accessibleName()
        choose(dialog.fields_.fields["item"], "c-2")
        assert dialog.fields_.fields["matter"].value() == "finance"
        click(dialog.primary)

    shown.in_dialog(fill)
    screen.start_delegated()
    assert (decision_of(shown).item, decision_of(shown).matter) == ("c-2", "finance")
    page = screen.decision
    choose(page.form.item, "a-3")
    assert (decision_of(shown).item, decision_of(shown).matter) == ("a-3", "finance")


def test_urgent_personnel_is_refused_in_bac_kan_and_can_go_to_the_session(window: MakeWindow) -> None:
    shown = window(an_office(absences=[], profile="bac-kan-ccq-2020", meetings=[session(agenda=[])]))
    screen = screen_of(shown)

    def fill(dialog: StartDelegated) -> None:
        write(dialog.fields_.fields["title"].editor, "Bổ nhiệm Phó Trưởng phòng")
        choose(dialog.fields_.fields["matter"], "personnel")
        QTest.keyClick(dialog.fields_.fields["urgent"].box, Key.Key_Space)
        click(dialog.primary)
        assert "khoản 3 Điều 3" in dialog.band.accessibleName()
        click(dialog.band._button)

    shown.in_dialog(fill)
    screen.start_delegated()
    shown.activate()
    assert shown.desk.facts.office.delegated == ()
    assert [item.title for item in shown.meeting().agenda] == ["Bổ nhiệm Phó Trưởng phòng"]
