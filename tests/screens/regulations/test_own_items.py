"""A ward's own regulation names items in its own words; they are entered, picked in the records' forms and counted."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.findings import Finding, Verdict
from desktop.domain.records import Delegated, Meeting, Review
from desktop.screens.ballots.screen import BallotsScreen
from desktop.screens.delegated.dialogs import StartDelegated
from desktop.screens.meetings.plan import PlanDialog
from desktop.screens.reviews.dialogs import ReviewDialog
from desktop.usecases.delegated import rows as delegated
from tests.screens.ballots.test_flow import choose
from tests.screens.conftest import Window
from tests.screens.hands import click, write
from tests.screens.regulations.test_own_profile import begin, take_into_use
from tests.screens.regulations.test_own_profile import ward as ward
from tests.screens.reviews.test_tab import shown

COMMENT, SPECIAL, AID = "Nhận xét hằng tháng", "Hội nghị chuyên đề", "Chi hỗ trợ đột xuất"


def name_own(tab: Any, key: str, words: str, cite: str) -> None:  # noqa: ANN401 - an OwnTab
    """Beside what is ticked already, under an article."""
    tab.select(key)
    assert tab.panel.value.own.isVisibleTo(tab.panel)
    write(tab.panel.value.own.line, words)
    write(tab.panel.cite.editor, cite)


def found(window: Window, rule: str, subject: str) -> Finding | None:
    return next((one for one in window.desk.findings() if (one.rule, one.subject) == (rule, subject)), None)


@pytest.fixture
def named(ward: Window) -> Window:
    tab = begin(ward)
    name_own(tab, "review.quarterly.periods", COMMENT, "khoản 1 Điều 14")
    name_own(tab, "meeting.invitations.exempt_kinds", SPECIAL, "khoản 3 Điều 12")
    tab.select("delegated.matter.items")
    write(tab.panel.value.typed.line, f"a; k; {AID}")
    write(tab.panel.cite.editor, "khoản 4 Điều 3")
    tab.select("delegated.matter.item.k")
    tab.panel.value.ticks.boxes["investment"].box.click()
    write(tab.panel.cite.editor, "khoản 4 Điều 3 điểm k")
    take_into_use(ward, tab, "01/01/2026")
    return ward


def test_what_is_entered_in_words_is_kept_beside_the_codes(named: Window) -> None:
    kept = {each.key: each.value for each in named.desk.facts.office.profiles[0].parameters}
    assert kept["review.quarterly.periods"] == ["quarter", COMMENT]
    assert kept["meeting.invitations.exempt_kinds"] == ["extraordinary", SPECIAL]
    assert kept["delegated.matter.items"] == ["a", "k", AID]
    assert kept["delegated.matter.item.k"] == ["investment"]


def test_words_that_no_rule_could_count_are_refused_under_their_field(ward: Window) -> None:
    tab = begin(ward)
    name_own(tab, "review.quarterly.periods", "Nhận xét cán bộ", "khoản 1 Điều 14")
    assert f"tên riêng như “{COMMENT}”" in tab.panel.value.own.editor.accessibleDescription()
    assert ward.desk.facts.office.profiles[0].parameters == ()
    tab.select("report.received.periods")
    assert not tab.panel.value.own.isVisibleTo(tab.panel)


def test_a_review_under_the_name_of_the_text_is_entered_from_its_row(named: Window) -> None:
    tab = shown(named, "reviews:review.quarterly|office/2026-03")
    assert tab.table.current().title == f"{COMMENT}, tháng 3/2026"
    judged = found(named, "review.quarterly", "office/2026-03")
    assert judged is not None
    assert (judged.verdict, judged.text[:24]) == (Verdict.BREACH, "Chưa nhận xét tháng 3/20")

    def fill(dialog: ReviewDialog) -> None:
        assert dialog.fields["kind_name"].value() == COMMENT
        write(dialog.fields["date"].editor, "30/3")
        click(dialog.primary)

    named.in_dialog(fill)
    tab.open(tab.table.current())
    (kept,) = named.desk.facts.office.reviews
    assert isinstance(kept, Review)
    assert kept.kind_name == COMMENT
    judged = found(named, "review.quarterly", "office/2026-03")
    assert judged is not None
    assert judged.verdict is Verdict.MET


def test_a_session_is_planned_under_the_name_and_is_excused(named: Window) -> None:
    def fill(dialog: PlanDialog) -> None:
        assert dialog.kind_name.isVisibleTo(dialog)
        choose(dialog.kind_name, SPECIAL)
        click(dialog.primary)

    named.in_dialog(fill)
    PlanDialog(named.desk, day=named.desk.today, body="btv", parent=named.shell).exec()
    meeting = next(one for one in named.desk.facts.office.meetings if one.kind_name)
    assert isinstance(meeting, Meeting)
    assert meeting.kind_name == SPECIAL
    judged = found(named, "meeting.invitations", f"meetings/{meeting.id}")
    assert judged is not None
    assert (judged.verdict, judged.text.startswith(f"{SPECIAL}; miễn")) == (Verdict.EXEMPT, True)


def test_a_matter_is_filed_under_what_the_text_names(named: Window) -> None:
    screen = named.screen("ballots")
    assert isinstance(screen, BallotsScreen)

    def fill(dialog: StartDelegated) -> None:
        write(dialog.fields_.fields["title"].editor, "Hỗ trợ hộ ông Lò Văn Páo sau bão")
        choose(dialog.fields_.fields["item"], "k")
        assert "Vấn đề: đầu tư." in dialog.fields_.means.text()
        choose(dialog.fields_.fields["item"], AID)
        assert dialog.fields_.means.text() == f"{AID}."
        click(dialog.primary)

    named.in_dialog(fill)
    screen.start_delegated()
    QApplication.processEvents()
    (kept,) = named.desk.facts.office.delegated
    assert isinstance(kept, Delegated)
    assert kept.item == AID
    judged = delegated.judge(named.desk.facts, kept, named.desk.today)
    assert judged[0].text == f"Việc “{AID}” có trong danh mục ủy quyền tại khoản 4 Điều 3."
