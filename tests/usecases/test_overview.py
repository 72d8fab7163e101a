"""The findings of a year as lines: every rule has its name, every subject is told in words, each in its year."""

import datetime as dt
import re

import pytest

from desktop.domain.compliance import RULES, check
from desktop.usecases import overview, today
from desktop.usecases.facts import facts_of
from desktop.usecases.sample import PROFILES, sample_office

END = {"tay-son-2024": dt.date(2024, 12, 31), "lung-phinh-2025": dt.date(2026, 6, 30)}
LAST = dt.date(2024, 12, 31)


def test_every_rule_has_its_name() -> None:
    assert set(overview._RULE) == set(RULES)


@pytest.mark.parametrize("profile", PROFILES)
def test_every_line_is_told_in_words(profile: str) -> None:
    ready, on = facts_of(sample_office(profile)), END.get(profile, LAST)
    found = check(ready, on=on)
    told = [line for year in overview.years(ready, found, on) for line in overview.lines(ready, found, year)]
    assert {one.rule for one in found} - {line.finding.rule for line in told} <= {"regulation.in-force"}
    codes = re.compile(r"office|term|inspection|units/|people/|\d-[QHW9]\d?M?\b|\d{4}-\d\d\b")
    assert [line.subject for line in told if codes.search(line.subject)] == []
    assert [line.finding.subject for line in told if not line.subject] == []


def test_a_period_lies_in_its_year_and_a_term_in_every_one() -> None:
    ready, on = facts_of(sample_office("lung-phinh-2025")), END["lung-phinh-2025"]
    found = check(ready, on=on)
    assert overview.years(ready, found, on) == [2026, 2025]
    for year in (2025, 2026):
        lines = {(one.rule, one.subject) for one in overview.lines(ready, found, year)}
        assert ("Tổng kết quy chế", "Toàn khóa") in lines
        assert (("Kiểm điểm hằng năm", f"Ban Thường vụ, năm {year}") in lines) == (year == 2026)
        assert ("Chương trình", f"Ban Chấp hành, kiểm tra, giám sát, năm {year}") in lines or year == 2025


def test_what_comes_round_again_is_told_once_for_a_period() -> None:
    office = sample_office("tay-son-2024", as_of=dt.date(2024, 8, 29))
    ready, on = facts_of(office), dt.date(2024, 8, 29)
    rows = {row.title: row for row in today.rows_of(ready, check(ready, on=on), on)}
    reports = rows["Báo cáo tháng 08/2024: 3 đơn vị chưa gửi"]
    assert (reports.article, reports.caption, reports.due) == (
        "Điều 19 khoản 2",
        "ngày do đơn vị đặt",
        dt.date(2024, 8, 22),
    )
    assert reports.second == "Chi bộ Kiểm lâm, Đảng ủy xã Tây Hà, Đảng ủy xã Vĩnh Lâm"
    assert rows["Chương trình tháng 09 của BTV chưa thông qua"].due == dt.date(2024, 8, 31)
    assert rows["Thông tin tháng 08 gửi cấp ủy viên"].second == "Văn phòng Huyện ủy, Ban Tuyên giáo Huyện ủy"
    opened = {row.record for row in rows.values() if row.place == "programmes"}
    lists = (office.reports, office.programmes, office.directives, office.visits)
    assert opened <= {record.id for records in lists for record in records}
