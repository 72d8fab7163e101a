"""The grid of rules and periods: every finding in exactly one cell, every row and record told in words and numbers."""

import datetime as dt
import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.compliance import RULES, check
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Clause, Finding, Verdict
from desktop.domain.keys import RuleId
from desktop.domain.records import Office
from desktop.domain.refs import RecordRef
from desktop.exchange.rule_words import load_words
from desktop.sample.sample import PROFILES, closing_day, demo_day, sample_office
from desktop.usecases.base.facts import facts_of
from desktop.usecases.compliance import grid as overview_grid
from desktop.usecases.compliance import notes as overview_notes
from desktop.usecases.compliance import overview
from desktop.usecases.compliance.grid import Cell, Grid, article_short
from desktop.usecases.compliance.rules import asks, name_of
from desktop.usecases.today import rows as today
from tests.offices import offices

every_profile = pytest.mark.parametrize("profile", PROFILES)
Judged = tuple[Facts, list[Finding], dt.date]


def judged(profile: str, on: dt.date) -> Judged:
    ready = facts_of(sample_office(profile, as_of=on))
    return ready, check(ready, on=on), on


def keys_in(grid: Grid) -> Counter[str]:
    return Counter(
        overview.key_of(finding) for row in grid.rows for cell in row.cells if cell for finding in cell.findings
    )


@every_profile
@pytest.mark.parametrize("late", [False, True])
def test_every_finding_stands_in_exactly_one_cell(profile: str, late: bool) -> None:
    ready, found, on = judged(profile, closing_day(profile) if late else demo_day(profile))
    wanted = Counter(overview.key_of(one) for one in found)
    assert max(wanted.values()) == 1
    years = range(2018, 2036)
    by_month = sum((keys_in(overview_grid.year_grid(ready, found, on, year)) for year in years), Counter[str]())
    assert by_month == wanted
    for unit in ("year", "quarter"):
        term = overview_grid.term_grid(ready, found, on, unit)
        assert keys_in(term) == wanted
        assert sum(len(row.total.findings) for row in term.rows if row.total) == len(found)


@given(offices(), st.dates(dt.date(2019, 1, 1), dt.date(2027, 12, 31)))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_an_office_holds_its_findings_stand_in_one_cell_each(office: Office, on: dt.date) -> None:
    ready = facts_of(office)
    found = check(ready, on=on)
    wanted = Counter(overview.key_of(one) for one in found)
    for grid in (
        overview_grid.term_grid(ready, found, on, "quarter"),
        overview_grid.term_grid(ready, found, on, "year"),
    ):
        assert keys_in(grid) == wanted
        assert all(row.name for row in grid.rows)
    overview.lines(ready, found, on, on.year)
    assert all(overview.leads_to(ready, one)[0] for one in found)


@every_profile
def test_the_years_offered_are_those_with_something_judged(profile: str) -> None:
    ready, found, on = judged(profile, closing_day(profile))
    offered = overview_grid.years(ready, found, on)
    assert offered == sorted(offered, reverse=True)
    for year in range(2018, 2036):
        rows = overview_grid.year_grid(ready, found, on, year).rows
        full = [row for row in rows if row.total and row.rule != "regulation.in-force"]
        assert (year in offered) == bool(full or year == on.year)


@every_profile
def test_every_row_and_line_is_told_in_words(profile: str) -> None:
    ready, found, on = judged(profile, closing_day(profile))
    grid = overview_grid.term_grid(ready, found, on, "year")
    names = [row.name for row in grid.rows]
    assert len(set(names)) == len(names)
    codes = re.compile(r"office|term|inspection|units/|people/|\d-[QHW9]\d?M?\b|\d{4}-\d\d\b|None|bch|btv")
    told = overview.lines(ready, found, on, on.year)
    assert [text for text in (*names, *(line.subject for line in told)) if not text or codes.search(text)] == []
    for row in grid.rows:
        assert row.rule == "regulation.in-force" or bool(row.article) != row.silent


@every_profile
def test_a_line_leads_to_a_record_that_is_there(profile: str) -> None:
    ready, found, _on = judged(profile, closing_day(profile))
    office, lists = ready.office, ("programmes", "reports", "visits", "reviews", "directives")
    held = {record.id for name in lists for record in getattr(office, name)}
    leads = [(one, overview.leads_to(ready, one)) for one in found]
    assert {place for _one, (place, _record) in leads} <= {
        "meetings",
        "ballots",
        "absences",
        "assignments",
        "programmes",
        "documents",
    }
    for one, (place, record) in leads:
        if place == "programmes":
            assert record in held or record in lists
        if place == "meetings" and record:
            assert ready.meeting(record)
        if one.rule.startswith("delegated."):
            assert record.startswith("delegated:")


def test_rows_bear_the_numbers_of_the_regulation_in_force() -> None:
    ready, _found, on = judged("tay-son-2024", demo_day("tay-son-2024"))
    named = [
        name_of(ready, rule, part, on)
        for rule, part in (
            ("meeting.cadence", "btv"),
            ("meeting.cadence", "bch"),
            ("meeting.cadence", "thuong-truc"),
            ("meeting.invitations", ""),
            ("decision.majority", ""),
            ("absence.reported", ""),
            ("report.member", ""),
        )
    ]
    assert named == [
        "Ban Thường vụ họp 2 lần/tháng",
        "Ban Chấp hành họp 3 tháng/lần",
        "Thường trực họp hằng tuần",
        "Giấy mời trước 3 ngày làm việc",
        "Trên 1/2 tổng số tán thành",
        "Báo cáo khi đi ngoài tỉnh từ 3 ngày",
        "Báo cáo của ủy viên BTV (quý)",
    ]
    other, _found, day = judged("lung-phinh-2025", demo_day("lung-phinh-2025"))
    assert name_of(other, "meeting.cadence", "btv", day) == "Ban Thường vụ họp hằng tháng"
    assert name_of(other, "meeting.invitations", "", day) == "Giấy mời trước 1 ngày"


def test_the_sentences_of_a_row_name_their_values() -> None:
    ready, _found, on = judged("tay-son-2024", demo_day("tay-son-2024"))
    said = asks(ready, "report.received", "", on)
    assert said[0] == "Các đầu mối phải báo cáo theo những kỳ này: tháng, quý, 6 tháng, năm."
    assert said[-1] == "Quy chế không nêu ngày; hạn ngày 22 của kỳ theo quy ước của đơn vị."
    assert asks(ready, "meeting.cadence", "btv", on) == ("Mỗi tháng Ban Thường vụ phải họp từ hai phiên trở lên.",)
    assert "kiểm tra, giám sát" in asks(ready, "programme.adopted", "inspection", on)[0]


def test_the_cells_of_the_sample_read_as_drawn() -> None:
    ready, found, on = judged("tay-son-2024", demo_day("tay-son-2024"))
    grid = overview_grid.year_grid(ready, found, on, 2024)
    assert [column.state for column in grid.columns] == ["before"] * 5 + ["live"] * 7
    july, august = (grid.cell("meeting.cadence", "btv", f"2024-{month}") for month in ("07", "08"))
    assert july
    assert august
    assert (july.verdict, july.figure, july.words) == (Verdict.BREACH, "1/2", "1/2 phiên họp")
    assert (august.verdict, august.figure) == (Verdict.DUE, "1/2")
    reports = grid.cell("report.received", "", "2024-08")
    assert reports
    assert (reports.verdict, reports.figure, reports.words) == (Verdict.BREACH, "47/50", "47/50 đạt, 3 chưa đúng")
    assert [one.verdict for one in reports.findings[:4]] == [Verdict.BREACH] * 3 + [Verdict.MET]


def test_rules_without_a_case_and_silences_have_their_rows() -> None:
    ready, found, on = judged("tay-son-2024", demo_day("tay-son-2024"))
    rows = {(row.rule, row.part): row for row in overview_grid.year_grid(ready, found, on, 2024).rows}
    idle, silent = rows["visit.unit", ""], rows["report.upward", ""]
    assert (idle.name, idle.article, idle.silent, idle.total) == (
        "Ban Thường vụ làm việc với cơ sở (năm)",
        "22.1",
        False,
        None,
    )
    assert (silent.group, silent.article, silent.silent, silent.total) == (overview_grid.SILENT, "", True, None)
    assert all(row.rule == "regulation.in-force" for row in overview_grid.year_grid(ready, found, on, 2023).rows)


@every_profile
def test_every_rule_has_a_row_in_a_year_under_a_regulation(profile: str) -> None:
    ready, found, on = judged(profile, demo_day(profile))
    rows = overview_grid.year_grid(ready, found, on, on.year).rows
    told = {plan.rule for plan in load_words().plans if plan.told}
    assert {row.rule for row in rows} - {"regulation.in-force"} == told & set(RULES) - {"regulation.in-force"}
    assert len({row.key for row in rows}) == len(rows)
    for row in rows:
        assert not (row.silent and row.total)


def test_a_quarter_lies_in_its_last_month_and_a_programme_in_its_first() -> None:
    ready, found, on = judged("tay-son-2024", demo_day("tay-son-2024"))
    grid = overview_grid.year_grid(ready, found, on, 2024)
    members = grid.cell("report.member", "", "2024-09")
    assert members
    assert {one.subject.rpartition("/")[2] for one in members.findings} == {"2024-Q3"}
    planned = grid.cell("programme.adopted", "btv", "2024-07")
    assert planned
    assert {one.subject for one in planned.findings} == {"btv/2024-07", "btv/2024-Q3", "btv/2024-H2"}


@pytest.mark.parametrize(
    ("verdict", "due", "actual", "told"),
    [
        (Verdict.BREACH, dt.date(2024, 8, 22), "", "quá 7 ngày"),
        (Verdict.BREACH, dt.date(2024, 8, 22), "2024-08-24", "chậm 2 ngày"),
        (Verdict.BREACH, dt.date(2024, 8, 22), "2024-08-20", ""),
        (Verdict.BREACH, dt.date(2024, 7, 31), "1", ""),
        (Verdict.BREACH, None, "", ""),
        (Verdict.DUE, dt.date(2024, 8, 29), "", "hôm nay"),
        (Verdict.DUE, dt.date(2024, 9, 1), "", "còn 3 ngày"),
        (Verdict.DUE, dt.date(2024, 8, 31), "1", "còn 2 ngày"),
        (Verdict.MET, dt.date(2024, 8, 22), "2024-08-20", ""),
    ],
)
def test_how_late_or_how_long(verdict: Verdict, due: dt.date | None, actual: str, told: str) -> None:
    one = Finding(
        rule=RuleId("report.received"),
        subject=RecordRef("units/u/2024-08"),
        verdict=verdict,
        cite=Cite(),
        text="",
        due=due,
        actual=actual,
    )
    (line,) = overview.lines(facts_of(sample_office("tay-son-2024")), [one], dt.date(2024, 8, 29), 2024)
    assert line.distance == told


def finding(verdict: Verdict, number: int = 0) -> Finding:
    return Finding(
        rule=RuleId("decision.majority"),
        subject=RecordRef(f"meetings/m{number}/a1"),
        verdict=verdict,
        cite=Cite(),
        text="",
    )


MET, BREACH, DUE, EXEMPT, UNCLEAR = Verdict.MET, Verdict.BREACH, Verdict.DUE, Verdict.EXEMPT, Verdict.UNCLEAR


@pytest.mark.parametrize(
    ("verdicts", "verdict", "figure", "words", "share"),
    [
        ([MET, MET], MET, "2", "2/2 đạt", (2, 2)),
        ([MET, BREACH], BREACH, "1/2", "1/2 đạt, 1 chưa đúng", (1, 2)),
        ([BREACH, BREACH], BREACH, "0/2", "0/2 đạt, 2 chưa đúng", (0, 2)),
        ([DUE, DUE], DUE, "2", "0/2 đạt, 2 còn hạn", (0, 0)),
        ([MET, DUE], DUE, "1/2", "1/2 đạt, 1 còn hạn", (1, 1)),
        ([MET, EXEMPT], MET, "1", "1/1 đạt, 1 miễn", (1, 1)),
        ([EXEMPT], EXEMPT, "1", "1 miễn", (0, 0)),
        ([UNCLEAR, DUE, BREACH], BREACH, "0/3", "0/3 đạt, 1 chưa đúng, 1 còn hạn, 1 chưa rõ", (0, 1)),
        ([Verdict.UNREGULATED], Verdict.UNREGULATED, "1", "1 chưa có quy chế", (0, 0)),
    ],
)
def test_what_a_cell_says(
    verdicts: list[Verdict], verdict: Verdict, figure: str, words: str, share: tuple[int, int]
) -> None:
    cell = Cell(findings=tuple(finding(one, number) for number, one in enumerate(verdicts)))
    assert (cell.verdict, cell.figure, cell.words, cell.share) == (verdict, figure, words, share)


@pytest.mark.parametrize(
    ("cite", "short"),
    [
        (Cite(at=Clause(article="Điều 18", clause="khoản 1")), "18.1"),
        (Cite(at=Clause(article="Điều 2", clause="khoản 10", point="điểm a")), "2.10"),
        (Cite(at=Clause(article="Điều 23", paragraph="đoạn 5")), "23"),
        (Cite(office=True), "đơn vị"),
        (Cite(), ""),
    ],
)
def test_an_article_in_short(cite: Cite, short: str) -> None:
    assert article_short(cite) == short


def test_a_note_is_found_by_rule_and_subject() -> None:
    ready, found, _on = judged("tay-son-2024", demo_day("tay-son-2024"))
    (broken,) = (one for one in found if (one.rule, one.subject) == ("meeting.cadence", "btv/2024-07"))
    note = overview_notes.note_on(ready, broken)
    assert note
    assert "sạt lở" in note.text
    assert overview_notes.note_on(ready, finding(MET)) is None


def test_what_comes_round_again_is_told_once_for_a_period() -> None:
    office = sample_office("tay-son-2024", as_of=dt.date(2024, 8, 29))
    ready, on = facts_of(office), dt.date(2024, 8, 29)
    rows = {row.title: row for row in today.rows_of(ready, check(ready, on=on), on)}
    reports = rows["Báo cáo tháng 8/2024: 3 đơn vị chưa gửi"]
    assert (reports.article, reports.caption, reports.due) == (
        "khoản 2 Điều 19",
        "ngày theo quy ước của đơn vị",
        dt.date(2024, 8, 22),
    )
    assert reports.second == "Chi bộ Kiểm lâm, Đảng ủy xã Tây Hà, Đảng ủy xã Vĩnh Lâm"
    assert rows["Chương trình tháng 9 của Ban Thường vụ chưa thông qua"].due == dt.date(2024, 8, 31)
    assert rows["Thông tin tháng 8 gửi cấp ủy viên"].second == "Văn phòng Huyện ủy, Ban Tuyên giáo Huyện ủy"
    opened = {row.record for row in rows.values() if row.place == "programmes"}
    held = {record.id for records in (office.programmes, office.directives) for record in records}
    assert {one for one in opened if one.partition(":")[0] not in ("reports", "visits", "reviews")} <= held
    assert (reports.action, reports.act, reports.record) == ("In công văn đôn đốc", "urge", "reports:2024-08")
    told = rows["Thông tin tháng 8 gửi cấp ủy viên"]
    assert (told.action, told.act, told.record) == ("Đã gửi", "report-in", "reports:2024-08/information.members")
