"""A company committee, none of the four that ship, confirms what is read in its own text, key by key."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.decoding import from_plain
from desktop.domain.findings import Verdict
from desktop.domain.records import Office, OwnProfile, RegulationText, RegulationUse
from desktop.usecases.regulations.own_profile import OPEN
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import Key
from tests.screens.regulations.test_own_profile import WARD, own_tab

NOW = dt.datetime(2026, 4, 1, 8, 0)
TEXT = """QUY CHẾ LÀM VIỆC
của Ban Chấp hành Đảng bộ Tổng công ty Sông Xanh

Chương I
CHẾ ĐỘ HỘI NGHỊ
Điều 1. Hội nghị
1. Ban Chấp hành họp thường kỳ mỗi năm hai lần.
2. Ban Thường vụ họp thường kỳ mỗi tháng một lần.
3. Thường trực Đảng ủy họp hai tuần một lần.
4. Hội nghị Ban Chấp hành, Ban Thường vụ được tiến hành khi có ít nhất hai phần ba số ủy viên được triệu tập có mặt.
5. Nghị quyết được thông qua khi có trên một phần hai tổng số ủy viên tán thành.
Điều 2. Tài liệu
1. Giấy mời và tài liệu hội nghị phải gửi đến ủy viên trước ngày họp ít nhất 02 ngày làm việc.
Điều 3. Báo cáo
1. Ủy viên đi công tác ngoài tỉnh từ 05 ngày làm việc trở lên phải báo cáo Thường trực Đảng ủy bằng văn bản.
"""
READ = {
    "meeting.cadence.bch": {"n": 2, "per": "year"},
    "meeting.cadence.btv": {"n": 1, "per": "month"},
    "meeting.cadence.thuong-truc": {"gap": 2, "unit": "weeks"},
    "meeting.quorum.btv": {"at_least": "2/3", "of": "summoned"},
    "meeting.invitations.btv": {"n": 2, "unit": "working-days", "side": "before", "of": "meeting"},
    "decision.majority": {"over": "1/2", "of": "members"},
    "absence.reported.working_days": 5,
}


@pytest.fixture
def company(window: MakeWindow) -> Window:
    office: Office = from_plain(Office, WARD)
    use = RegulationUse(profile="f1", from_=dt.date(2026, 1, 1))
    head = replace(office.office, name="Đảng ủy Tổng công ty Sông Xanh", regulations=(use,))
    own = OwnProfile(id="f1", title="Quy chế Tổng công ty", base="bac-kan-ccq-2020", by_base=True)
    text = RegulationText(id="l1", profile="f1", text=TEXT)
    made = window(replace(office, office=head, profiles=(own,), regulation_texts=(text,)))
    made.move_clock(NOW)
    return made


def waiting(tab: Any) -> Any:  # noqa: ANN401 - the OwnRow under the cursor, if it still waits
    row = tab.table.current()
    return row if row is not None and row.state in OPEN else None


def test_a_whole_text_is_confirmed_with_a_key_for_each_content(company: Window) -> None:
    tab = own_tab(company)
    tab.table.setFocus()
    tab.table.select(next(row.id for row in tab.table.rows() if getattr(row, "state", "") in OPEN))
    keys = 0
    while row := waiting(tab):
        if row.state == "read":
            assert tab.panel.value.text().lower() == row.read_value.lower()
            assert tab.panel.cite.value() == row.read_article
        QTest.keyClick(tab.table, Key.Key_Return if row.state == "read" else Key.Key_K)
        QApplication.processEvents()
        keys += 1
        assert keys <= 200
    (own,) = company.desk.facts.office.profiles
    said = {each.key: each for each in own.parameters}
    assert {key: said[key].value for key in READ} == READ
    assert all(each.cite and each.cite.article for each in own.parameters if each.value is not None)
    assert {finding.cite.profile for finding in company.desk.findings() if finding.cite.at} == {"f1"}
    assert not any(finding.cite.unchecked for finding in company.desk.findings())


def test_the_words_a_value_rests_on_stand_in_bold(company: Window) -> None:
    tab = own_tab(company)
    tab.table.select("meeting.cadence.thuong-truc")
    assert "<b>Thường trực Đảng ủy họp hai tuần một lần</b>" in tab.panel.words.text()
    assert tab.panel.cite.value() == "khoản 3 Điều 1"


def test_what_is_read_is_not_judged_as_confirmed(company: Window) -> None:
    """Until then the model is judged by, says so, and is at worst unclear."""
    found = [one for one in company.desk.findings() if one.rule.startswith("meeting.quorum")]
    assert found
    assert all(one.cite.unchecked and one.verdict is not Verdict.BREACH for one in found)


def test_what_was_read_can_be_said_otherwise_and_taken_back(company: Window) -> None:
    tab = own_tab(company)
    tab.table.setFocus()
    tab.table.select("meeting.cadence.btv")
    QTest.keyClick(tab.table, Key.Key_K)
    kept = {each.key: each.value for each in company.desk.facts.office.profiles[0].parameters}
    assert kept == {"meeting.cadence.btv": None}
    company.desk.undo()
    QApplication.processEvents()
    tab.table.select("meeting.cadence.btv")
    assert tab.table.current().state == "read"
    QTest.keyClick(tab.table, Key.Key_Return)
    kept = {each.key: each.value for each in company.desk.facts.office.profiles[0].parameters}
    assert kept == {"meeting.cadence.btv": {"n": 1, "per": "month"}}
