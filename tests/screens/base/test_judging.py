"""Judging a large office beside the window: the old findings stand until the new ones come, never out of order."""

import datetime as dt
import threading
from dataclasses import replace

import pytest

from desktop.domain.findings import Finding
from desktop.sample.sample import demo_day, sample_office
from desktop.screens.today.screen import TodayScreen
from desktop.usecases.today.page import Page, Row
from tests.screens.conftest import MakeWindow, Window

PROFILE = "tay-son-2024"
DAY = dt.datetime.combine(demo_day(PROFILE), dt.time(8, 30))


class SlowRules:
    """The rules, which answer only when let; they keep on whose behalf they were asked and in which thread."""

    def __init__(self, window: Window) -> None:
        self._rules = window.desk._rules
        self.let = threading.Event()
        self.places: list[str] = []
        self.threads: set[int] = set()

    def facts_of(self, office: object) -> object:
        assert self._rules is not None
        return self._rules.facts_of(office)  # type: ignore[arg-type]

    def page_of(self, facts: object, findings: list[Finding], on: dt.date) -> Page:
        assert self._rules is not None
        return self._rules.page_of(facts, findings, on)  # type: ignore[arg-type]

    def check(self, facts: object, *, on: dt.date) -> list[Finding]:
        assert self._rules is not None
        assert self.let.wait(10)
        self.threads.add(threading.get_ident())
        self.places.append(facts.meeting("btv-57").place)  # type: ignore[attr-defined]
        return self._rules.check(facts, on=on)  # type: ignore[arg-type]


@pytest.fixture
def slow(window: MakeWindow) -> tuple[Window, SlowRules]:
    made = window(sample_office(PROFILE, as_of=DAY.date()))
    made.move_clock(DAY)
    made.screen("today")
    rules = SlowRules(made)
    made.desk._rules = rules  # type: ignore[assignment]
    made.desk._patience = -1.0
    return made, rules


def rows(window: Window) -> set[str]:
    screen = window.screen("today")
    assert isinstance(screen, TodayScreen)
    return {row.id for row in screen.table.rows() if isinstance(row, Row)}


def move(window: Window, place: str) -> None:
    assert window.desk.do("Đổi nơi", lambda store: store.put(replace(window.meeting("btv-57"), place=place)))


def test_the_window_goes_on_with_the_old_findings_until_the_new_come(slow: tuple[Window, SlowRules]) -> None:
    window, rules = slow
    before = window.desk.findings()
    meeting = window.meeting("btv-57")
    assert "meeting.invitations|meetings/btv-57" in rows(window)
    later = dt.timedelta(days=28)
    sent = replace(meeting, start=meeting.start + later, end=meeting.end and meeting.end + later)
    assert window.desk.do("Dời", lambda store: store.put(sent))
    assert window.desk.findings() is before
    with window.qtbot.waitSignal(window.desk.judged, timeout=10_000):
        rules.let.set()
    assert window.desk.findings() is not before
    assert "meeting.invitations|meetings/btv-57" not in rows(window)
    assert rules.threads
    assert threading.get_ident() not in rules.threads


def test_only_findings_of_the_facts_shown_are_taken(slow: tuple[Window, SlowRules]) -> None:
    window, rules = slow
    heard: list[str] = []
    window.desk.judged.connect(lambda: heard.append(window.meeting("btv-57").place))
    for place in ("Phòng B", "Phòng C", "Phòng D"):
        move(window, place)
    with window.qtbot.waitSignal(window.desk.judged, timeout=10_000):
        rules.let.set()
    assert heard == ["Phòng D"]
    assert rules.places == ["Phòng B", "Phòng D"]


def test_a_small_office_is_judged_at_once(window: MakeWindow) -> None:
    made = window(sample_office(PROFILE, as_of=DAY.date()))
    before = made.desk.findings()
    meeting = made.meeting("btv-57")
    assert made.desk.do("Đổi nơi", lambda store: store.put(replace(meeting, place="Phòng B")))
    assert made.desk.findings() is not before
