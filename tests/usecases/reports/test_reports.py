"""Periodic reports: who owes which one, marked received many at once, wrong days refused, reminded in one letter."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.compliance import check
from desktop.domain.facts import Facts
from desktop.domain.owed import owing
from desktop.domain.records import Document
from desktop.domain.refusal import Refusal
from desktop.papers.forms.reminders.reminded import FORM as REMINDER
from desktop.usecases.base.facts import facts_of
from desktop.usecases.calendar import rows as calendar
from desktop.usecases.office.search import Index
from desktop.usecases.papers import preview, printing
from desktop.usecases.reports import edits
from desktop.usecases.reports import rows as reports
from desktop.usecases.reports.edits import Key
from desktop.usecases.reports.rows import Cell, Grid
from desktop.usecases.today import acts as today_acts
from desktop.usecases.today import rows as today
from tests.usecases.meeting_office import TODAY, Door, an_office, people

D = dt.date
UNITS = [
    {"id": "u1", "name": "Văn phòng Huyện ủy", "kind": "advisory-body"},
    {"id": "u2", "name": "Đảng ủy xã Vĩnh Lâm", "kind": "party-organisation"},
    {"id": "u3", "name": "Đảng ủy xã Tây Hà", "kind": "party-organisation"},
    {"id": "u4", "name": "Tòa án huyện", "kind": "justice"},
]
REPORTS = [
    {"id": "r1", "unit": "u1", "period": "2024-07", "to": "btv", "due": "2024-07-25", "received": "2024-07-20",
     "form": "written"},
    {"id": "r2", "unit": "u2", "period": "2024-07", "to": "btv", "received": "2024-08-09", "form": "written"},
    {"id": "r3", "unit": "office", "to": "superior", "period": "2024-07", "received": "2024-07-30"},
]  # fmt: skip


def office(**lists: Any) -> Any:  # noqa: ANN401 - lists of the interchange JSON
    return an_office(meetings=[], **{"units": UNITS, "reports": REPORTS, **lists})


def shown(facts: Facts, kind: Any = "month", on: dt.date = TODAY) -> Grid:  # noqa: ANN401 - a kind of period
    return reports.grid(facts, check(facts, on=on), kind, 2024, on)


def cell(grid: Grid, line: str, code: str) -> Cell:
    place = next(n for n, span in enumerate(grid.periods) if span.code == code)
    return grid.cells[line][place]


def put(door: Door, edit: Callable[..., Any], **rest: Any) -> Any:  # noqa: ANN401 - the use case's own arguments
    facts = door.facts
    with door.writing() as store:
        return edit(store, facts=facts, on=TODAY, **rest)


def unit(ident: str, code: str = "2024-08") -> Key:
    return Key(rule=reports.RECEIVED, unit=ident, code=code)


def test_the_grid_holds_everyone_who_owes_or_sent_a_report() -> None:
    grid = shown(facts_of(office()))
    assert [line.name for line in grid.lines] == [
        "Đảng ủy xã Vĩnh Lâm", "Đảng ủy xã Tây Hà", "Văn phòng Huyện ủy", "Báo cáo lên cấp trên",
        "Thông tin cho cấp ủy viên",
    ]  # fmt: skip
    assert [span.code for span in grid.periods][:2] == ["2024-01", "2024-02"]
    assert len(grid.periods) == 12
    assert grid.counts(6) == (2, 4)
    assert grid.counts(7) == (0, 4)
    assert grid.counts(0) == (0, 0)


@pytest.mark.parametrize(
    ("line", "code", "words", "late"),
    [
        ("units/u1", "2024-07", "20/7", False),
        ("units/u2", "2024-07", "09/8", True),
        ("units/u3", "2024-07", "quá 30", True),
        ("units/u3", "2024-08", "còn 1", False),
        ("units/u3", "2024-01", "", False),
        ("office/superior", "2024-07", "30/7", False),
    ],
)
def test_a_cell_says_in_few_figures_what_its_tip_says_in_words(line: str, code: str, words: str, late: bool) -> None:
    facts = facts_of(office())
    found = cell(shown(facts), line, code)
    assert (reports.short(found, TODAY), found.late) == (words, late)
    assert reports.tip(facts, found, TODAY)
    assert found.missing is (late and not found.report)


def test_what_is_not_judged_says_why() -> None:
    facts = facts_of(office())
    grid = shown(facts)
    before, sent, ahead = (
        cell(grid, line, code)
        for line, code in (("units/u3", "2024-02"), ("office/superior", "2024-07"), ("units/u3", "2024-11"))
    )
    assert "trước khi quy chế có hiệu lực" in reports.tip(facts, before, TODAY)
    assert reports.tip(facts, sent, TODAY) == "Đã gửi 30/7/2024. Quy chế không quy định kỳ báo cáo này."
    assert reports.tip(facts, ahead, TODAY) == "Chưa đến kỳ."


def test_members_report_by_quarter_but_those_whose_post_is_exempt() -> None:
    roster = people()
    roster[8] |= {"posts": [{"post": "chi-huy-truong-quan-su"}]}
    grid = shown(facts_of(office(roster=roster)), "quarter")
    found = cell(grid, "people/p9", "2024-Q3")
    assert reports.short(found, TODAY) == "Miễn"
    assert found.finding
    assert "khoản 4 Điều 5" in found.finding.text
    assert [line.name for line in grid.lines if line.group == reports.OWN] == ["Báo cáo của Ủy ban nhân dân"]
    assert sum(line.group == reports.MEMBERS for line in grid.lines) == 13


def test_kinds_and_years_come_from_the_regulation_and_the_records() -> None:
    assert reports.kinds(facts_of(office()), TODAY) == ["month", "quarter", "half", "year"]
    weekly = facts_of(office(reports=[{"id": "r1", "unit": "office", "to": "members", "period": "2023-W52"}]))
    assert reports.kinds(weekly, TODAY)[0] == "week"
    assert reports.years(weekly, TODAY) == [2024, 2023]
    weeks = reports.spans(weekly, "week", 2024, TODAY)
    assert (weeks[0].code, weeks[-1].code) == ("2024-W01", "2024-W52")
    assert [span.code for span in reports.spans(weekly, "year", 2024, TODAY)] == ["2023", "2024"]
    assert [span.code for span in reports.spans(weekly, "nine-months", 2024, TODAY)] == ["2023-9M", "2024-9M"]


@pytest.mark.parametrize("code", ["2024", "2024-H2", "2024-9M", "2024-Q3", "2024-08", "2024-W35"])
def test_a_code_names_its_kind(code: str) -> None:
    kinds = {"": "year", "H2": "half", "9M": "nine-months", "Q3": "quarter", "08": "month", "W35": "week"}
    assert reports.kind_of(code) == kinds[code.partition("-")[2]]


# Writes


def test_several_are_marked_received_at_once_and_undone_at_once(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    put(door, edits.receive, keys=[unit("u1"), unit("u2"), unit("u3")], day=TODAY)
    made = [one for one in door.facts.office.reports if one.period == "2024-08"]
    assert [(one.unit, one.received, one.to, one.form) for one in made] == [
        (ident, TODAY, "btv", "written") for ident in ("u1", "u2", "u3")
    ]
    assert all(one.verdict == "met" for one in check(door.facts, on=TODAY) if one.subject.endswith("u3/2024-08"))
    door.file.undo()
    assert [one.period for one in door.facts.office.reports] == ["2024-07"] * 3


def test_a_report_on_record_is_amended_never_doubled(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    put(door, edits.receive, keys=[unit("u1", "2024-07")], day=D(2024, 7, 26))
    (report,) = (one for one in door.facts.office.reports if one.unit == "u1")
    assert (report.id, report.received, report.due) == ("r1", D(2024, 7, 26), D(2024, 7, 25))
    put(door, edits.take_back, keys=[unit("u1", "2024-07"), unit("u2", "2024-07")])
    left = {one.id: one for one in door.facts.office.reports}
    assert left["r1"].received is None
    assert "r2" not in left


def test_what_the_committee_sends_bears_where_it_goes(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    key = edits.key_of("information.members", "office", "2024-08")
    put(door, edits.receive, keys=[key], day=TODAY)
    (told,) = (one for one in door.facts.office.reports if one.to == "members")
    assert (told.unit, told.received) == ("office", TODAY)
    government = edits.key_of("report.government", "government", "2024-Q3")
    put(door, edits.receive, keys=[government], day=TODAY)
    (sent,) = (one for one in door.facts.office.reports if one.unit == "government")
    assert sent.to == "thuong-truc"
    put(door, edits.set_addressee, key=government, to="bch")
    assert next(one for one in door.facts.office.reports if one.unit == "government").to == "bch"


def test_what_is_marked_received_is_judged_met_without_another_word(tmp_path: Path) -> None:
    """Of a unit, the Front, a member, the government: form and addressee are what the text asks, each its own."""
    units = [*UNITS, {"id": "u5", "name": "Hội Nông dân huyện", "kind": "front-and-unions"}]
    door = Door(tmp_path / "a.thuky", office(units=units, reports=[{**REPORTS[1], "id": "r9", "period": "2024-08",
                                             "received": None, "form": None, "to": None}]))  # fmt: skip
    keys = [unit("u1"), unit("u2"), unit("u5"), edits.key_of("report.member", "p4", "2024-Q3"),
            edits.key_of("report.government", "government", "2024-Q3")]  # fmt: skip
    put(door, edits.receive, keys=keys, day=TODAY)
    verdicts = {one.subject: one.verdict for one in check(door.facts, on=TODAY)}
    assert [verdicts[key.subject] for key in keys] == ["met"] * len(keys)
    assert [edits.held(door.facts, key).to for key in keys] == ["btv", "btv", "btv", "btv", "thuong-truc"]  # type: ignore[union-attr]
    assert edits.asked_to(door.facts, unit("u5")) == ("btv", "thuong-truc")


@pytest.mark.parametrize(
    ("edit", "rest", "field", "words"),
    [
        (edits.receive, {"day": D(2024, 8, 31)}, "received", "Ngày nhận 31/8/2024 chưa đến"),
        (edits.receive, {"day": D(2024, 7, 31)}, "received", "trước khi tháng 8/2024 bắt đầu"),
        (edits.remind, {"day": D(2024, 9, 1)}, "reminded", "Ngày đôn đốc 01/9/2024 chưa đến"),
        (edits.set_due, {"day": D(2024, 7, 1)}, "due", "không thuộc tháng 8/2024"),
        (edits.set_due, {"day": D(2026, 8, 20)}, "due", "không thuộc tháng 8/2024"),
    ],
)
def test_a_wrong_day_is_refused_in_one_sentence_and_nothing_is_written(
    tmp_path: Path, edit: Callable[..., Any], rest: dict[str, Any], field: str, words: str
) -> None:
    door = Door(tmp_path / "a.thuky", office())
    with pytest.raises(Refusal, match=words) as refused:
        put(door, edit, keys=[unit("u1", "2024-08"), unit("u2")], **rest)
    assert refused.value.field == field
    assert len(door.facts.office.reports) == 3


def test_a_report_of_which_nothing_is_left_to_say_goes(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    put(door, edits.set_due, keys=[unit("u3")], day=D(2024, 8, 25))
    assert len(door.facts.office.reports) == 4
    assert any(one.subject == "units/u3/2024-08" and one.verdict == "breach" for one in check(door.facts, on=TODAY))
    put(door, edits.set_due, keys=[unit("u3")], day=None)
    assert len(door.facts.office.reports) == 3
    put(door, edits.set_form, keys=[unit("u3")], form="oral")
    put(door, edits.receive, keys=[unit("u3")], day=TODAY)
    (wrong,) = (one for one in owing(door.facts, "2024-08", D(2024, 9, 2)) if one.who == "u3")
    assert wrong.wrong
    assert "bằng văn bản" in wrong.finding.text


# The reminder


SEPTEMBER = D(2024, 9, 3)


def test_only_those_who_are_late_are_reminded_and_before_that_those_awaited() -> None:
    facts = facts_of(office())
    assert [one.name for one in owing(facts, "2024-08", SEPTEMBER)] == [
        "Đảng ủy xã Vĩnh Lâm", "Đảng ủy xã Tây Hà",
    ]  # fmt: skip
    assert [one.late for one in owing(facts, "2024-08", TODAY)] == [False] * 2
    assert [one.who for one in owing(facts, "2024-07", TODAY)] == ["u3"]
    assert owing(facts, "không phải kỳ", TODAY) == []
    own = facts_of(office(reports=[{"id": "r1", "unit": "u3", "period": "2024-08", "due": "2024-08-25"}]))
    assert [one.who for one in owing(own, "2024-08", TODAY)] == ["u3"]
    quarter = owing(facts, "2024-Q3", D(2024, 10, 2))
    assert [one.who for one in quarter][-1] == "government"
    assert sum(one.rule == "report.member" for one in quarter) == 13


def test_a_period_is_reminded_of_unless_a_record_bears_its_code() -> None:
    assert REMINDER.read(facts_of(office()), "2024-08", TODAY) == "period/2024-08"
    named = facts_of(office(tasks=[{"id": "2024-08", "title": "Lập kế hoạch", "unit": "u2"}]))
    assert REMINDER.read(named, "2024-08", TODAY) == "tasks/2024-08"
    assert "Lập kế hoạch" in str(printing.print_form(named, "don-doc", "2024-08", on=TODAY)[0].blocks)


def test_the_letter_is_numbered_once_a_day_and_those_it_went_to_are_noted(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    facts = door.facts
    what = preview.subject(facts, "don-doc", "2024-08", on=SEPTEMBER)
    assert (what.kind, what.sending.counted, what.numbers[0][0]) == ("CV", "công văn", "next")
    assert [one.id for one in what.sending.recipients] == ["u2", "u3"]
    assert what.sending.recipients[0].note == "quá 3 ngày"
    choice = preview.Choice(mode="all", number="next", day=SEPTEMBER, recipients=("u2", "u3"))
    made = preview.make(facts, what, choice, on=SEPTEMBER)
    with door.writing() as store:
        preview.carry_out(store, facts=facts, what=what, choice=choice, made=made, sent=True, on=SEPTEMBER)
    reminded = {one.unit: one.reminded for one in door.facts.office.reports if one.period == "2024-08"}
    assert reminded == {"u2": SEPTEMBER, "u3": SEPTEMBER}
    (letter,) = door.facts.office.documents
    assert isinstance(letter, Document)
    assert (letter.type, letter.title, letter.source) == ("CV", "Công văn đôn đốc báo cáo tháng 8/2024", None)
    again = preview.subject(door.facts, "don-doc", "2024-08", on=SEPTEMBER)
    assert again.numbers == (("kept", "01-CV/HU, đã cấp"),)
    later = preview.subject(door.facts, "don-doc", "2024-08", on=D(2024, 9, 9))
    assert later.numbers[0][0] == "next"
    assert owing(door.facts, "2024-08", SEPTEMBER)[0].reminded == SEPTEMBER


def test_one_letter_to_all_or_one_to_each_and_none_to_nobody() -> None:
    facts = facts_of(office())
    what = preview.subject(facts, "don-doc", "2024-08", on=SEPTEMBER)
    for mode, whom, papers in (("all", ("u2", "u3"), 1), ("each", ("u2", "u3"), 2)):
        choice = preview.Choice(mode=mode, day=SEPTEMBER, recipients=whom)
        made = preview.make(facts, what, choice, on=SEPTEMBER)
        assert len(made.papers) == papers
        assert [name for name, problems in made.checks if problems] == []
    with pytest.raises(Refusal, match="ít nhất một nơi"):
        preview.make(facts, what, preview.Choice(mode="all", day=SEPTEMBER), on=SEPTEMBER)
    alone = preview.subject(facts, "don-doc", "2024-08", person="u2", on=SEPTEMBER)
    assert not alone.of_many


# Found and shown elsewhere


def test_reports_and_directives_are_found_by_the_names_of_units() -> None:
    lead = [{"id": "n1", "symbol": "05-NQ/HU", "title": "Nghị quyết về nông thôn mới", "lead": "u2"}]
    found = {hit.kind: hit for hit in Index(facts_of(office(directives=lead)), None).find("vinh lam")}
    assert found["Báo cáo"].second == "tháng 7/2024, nhận 09/8/2024"
    assert (found["Báo cáo"].record, found["Báo cáo"].place) == ("r2", "programmes")
    assert (found["Sơ kết, tổng kết"].title, found["Sơ kết, tổng kết"].record) == (lead[0]["title"], "n1")


def test_the_calendar_leads_to_the_period_that_falls_due() -> None:
    facts = facts_of(office(directives=[{"id": "n1", "title": "x", "reviews": [{"due": "2024-08-31"}]}]))
    (day,) = calendar.days(facts, check(facts, on=TODAY), D(2024, 8, 31), D(2024, 8, 31))
    leads = {entry.text: (entry.place, entry.record) for entry in day.entries if entry.kind == "deadline"}
    assert leads["Báo cáo (3)"] == ("programmes", "reports:2024-08")
    assert leads["Sơ kết, tổng kết"] == ("programmes", "n1")


def test_todays_list_enters_what_the_committee_sends(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    facts = door.facts
    rows = {row.act: row for row in today.rows_of(facts, check(facts, on=TODAY), TODAY)}
    line = rows["report-in"]
    assert (line.action, line.record) == ("Đã gửi", "reports:2024-08/information.members")
    with door.writing() as store:
        today_acts.ACTS["report-in"].take(store, facts=facts, record=line.record, on=TODAY)
    (told,) = (one for one in door.facts.office.reports if one.to == "members")
    assert (told.period, told.received) == ("2024-08", TODAY)
    late = today.rows_of(door.facts, check(door.facts, on=SEPTEMBER), SEPTEMBER)
    assert [row.record for row in late if row.act == "urge"] == ["reports:2024-07", "reports:2024-08"]


def test_a_report_may_come_on_the_first_day_of_its_period_and_not_before(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", office())
    put(door, edits.receive, keys=[unit("u2")], day=D(2024, 8, 1))
    assert next(one.received for one in door.facts.office.reports if one.period == "2024-08") == D(2024, 8, 1)
    with pytest.raises(Refusal, match="31/7/2024 trước khi tháng 8/2024 bắt đầu"):
        put(door, edits.receive, keys=[unit("u3")], day=D(2024, 7, 31))


def test_a_period_is_summed_up_with_those_that_are_late() -> None:
    facts = facts_of(office())
    grid = shown(facts)
    place = {span.code: number for number, span in enumerate(grid.periods)}
    assert reports.summary(facts, grid, place["2024-07"]) == "Tháng 7/2024: 2/4 đã có, 2 quá hạn"
    assert reports.summary(facts, grid, place["2024-08"]) == "Tháng 8/2024: 0/4 đã có"
    assert reports.summary(facts, grid, place["2024-01"]) == "Tháng 01/2024: không có báo cáo nào được xét"
