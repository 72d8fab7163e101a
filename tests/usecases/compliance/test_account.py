"""The account of a period: every figure leads to its records, every case is told once, each judged by its own text."""

import datetime as dt
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from desktop.domain.account import Account
from desktop.domain.facts import Facts
from desktop.domain.findings import Verdict
from desktop.domain.records import Note, Office, OfficeHead, Questioning, RegulationUse, Term
from desktop.domain.refusal import Refusal
from desktop.papers.forms.compliance import bao_cao_quy_che
from desktop.sample.sample import PROFILES, closing_day, sample_office
from desktop.usecases.base.facts import facts_of
from desktop.usecases.compliance import reasoning
from desktop.usecases.compliance.account import AS_THINGS_STAND, account
from desktop.usecases.papers import preview
from desktop.usecases.papers.printing import print_form
from tests.papers.forms.test_forms import lines
from tests.usecases.meeting_office import Door

DAY = closing_day("tay-son-2024")
every_profile = pytest.mark.parametrize("profile", PROFILES)


@cache
def sample(profile: str = "tay-son-2024") -> Office:
    return sample_office(profile, as_of=closing_day(profile))


@cache
def drawn(profile: str = "tay-son-2024", code: str = "") -> Account:
    return account(facts_of(sample(profile)), code, on=closing_day(profile))


def under(*uses: tuple[str, dt.date], document: str = "") -> Facts:
    """The sample of Tây Sơn under other regulations."""
    head = sample().office
    taken = tuple(RegulationUse(profile=name, from_=since, document=document) for name, since in uses)
    return facts_of(replace(sample(), office=replace(head, regulations=taken)))


def printed(facts: Facts, code: str, on: dt.date) -> str:
    return " ".join(line for paper in print_form(facts, "bao-cao-quy-che", code, on=on) for line in lines(paper))


@every_profile
def test_every_share_counts_the_records_it_names(profile: str) -> None:
    office = sample(profile)
    ids = {f"{name}/{one.id}" for name in ("meetings", "ballots", "documents", "tasks", "people", "units", "visits")
           for one in getattr(office, name)}  # fmt: skip
    for section in drawn(profile).sections:
        for line in section.lines:
            assert line.figure.whole == len(line.figure.subjects), line.figure.key
            assert 0 <= line.figure.part == line.figure.whole - len(line.broken)
            assert line.state != "judged" or line.figure.cites, line.figure.key
        for figure in section.counts:
            assert figure.whole is not None or figure.part == len(figure.subjects), figure.key
            named = {"/".join(subject.split("/")[:2]) for subject in figure.subjects}
            assert {one for one in named if one.partition("/")[0] in ("meetings", "ballots", "documents")} <= ids


@every_profile
@pytest.mark.parametrize("code", ["", "term"])
def test_the_articles_hold_every_case_once(profile: str, code: str) -> None:
    made = drawn(profile, code)
    cases = Counter((case.finding.rule, case.finding.subject) for one in made.articles for case in one.cases)
    assert set(cases.values()) == {1}
    broken = {(finding.rule, finding.subject) for line in made.lines for finding in line.broken}
    unclear = {(finding.rule, finding.subject) for line in made.lines for finding in line.unclear}
    assert len(cases) == len(broken) + len(unclear) + made.total.unknown
    assert broken | unclear <= set(cases)
    assert sum(one.figure.part for one in made.articles) == made.total.figure.part
    assert sum(one.figure.whole or 0 for one in made.articles) == made.total.figure.whole
    assert all(case.record for one in made.articles for case in one.cases)


@every_profile
def test_every_case_is_counted_on_paper_as_its_reasoning_counts_it(profile: str) -> None:
    facts, day = facts_of(sample(profile)), closing_day(profile)
    cases = [case for one in drawn(profile).articles for case in one.cases]
    assert any(case.counting for case in cases)
    for case in cases:
        finding = case.finding
        as_of = min(day, dt.date(day.year, 12, 31)) if finding.rule in AS_THINGS_STAND else day
        told = reasoning.tell(facts, finding.rule, finding.subject, as_of)
        assert set(case.counting) == set(reasoning.brief(told))
        assert len(case.counting) <= 2


def test_a_late_paper_and_a_missing_session_say_what_was_counted() -> None:
    said = printed(facts_of(sample()), "2024", DAY)
    assert "chậm 3 ngày.\nĐếm ngược 3 ngày làm việc từ 26/6/2024, bỏ qua 22/6, 23/6 (nghỉ cuối tuần)." in said
    assert "thiếu 1.\nĐã tính: Hội nghị Ban Thường vụ lần thứ 54 ngày 11/7/2024." in said


def test_the_parts_of_a_year_make_the_year() -> None:
    """A month's account says of its own days what the year's says of them."""
    facts = facts_of(sample())
    months = [account(facts, f"2024-{month:02}", on=DAY) for month in range(1, 13)]
    for key in ("held.btv", "attendance.bch", "documents.issued", "meeting.papers.sent", "report.received"):
        found = [figure for one in months if (figure := one.figure(key))]
        year = drawn().figure(key)
        assert year
        assert sum(one.part for one in found) == year.part, key


def test_what_is_judged_as_things_stand_is_so_on_the_last_day_of_a_past_period() -> None:
    facts = facts_of(sample())
    left = replace(facts, office=replace(facts.office, assignments=()))
    later = replace(facts.office.assignments[0], from_=dt.date(2024, 11, 1))
    once = replace(facts, office=replace(facts.office, assignments=(later,)))
    quarter = [account(each, "2024-Q3", on=DAY).figure("assignment.member") for each in (facts, left, once)]
    assert [figure.part for figure in quarter if figure] == [40, 0, 0]
    year = account(once, "2024", on=DAY).figure("assignment.member")
    assert year
    assert year.part == 1


def test_a_note_of_the_office_stands_beside_its_case_and_among_causes_and_lessons() -> None:
    note = Note(
        id="c9", rule="meeting.cadence", subject="btv/2024-07", text="Bận chống bão.", remedy="Xếp lịch từ đầu quý."
    )
    facts = facts_of(replace(sample(), notes=(note,)))
    said = printed(facts, "2024", DAY)
    assert "- Kỳ họp của Ban Thường vụ (Ban Thường vụ, tháng 7/2024): Bận chống bão." in said
    assert "- Kỳ họp của Ban Thường vụ (Ban Thường vụ, tháng 7/2024): Xếp lịch từ đầu quý." in said
    assert "Bận chống bão.\nKhắc phục: Xếp lịch từ đầu quý." in said


def test_the_kind_of_a_cause_stands_before_the_words_and_alone_where_there_are_none() -> None:
    noted = Note(id="c9", rule="meeting.cadence", subject="btv/2024-07", text="Bận chống bão.", cause="weather")
    where = "- Kỳ họp của Ban Thường vụ (Ban Thường vụ, tháng 7/2024):"
    said = printed(facts_of(replace(sample(), notes=(noted,))), "2024", DAY)
    assert f"{where} Thiên tai, thời tiết: Bận chống bão." in said
    said = printed(facts_of(replace(sample(), notes=(replace(noted, text=""),))), "2024", DAY)
    assert f"{where} Thiên tai, thời tiết." in said
    said = printed(facts_of(replace(sample(), notes=(replace(noted, cause="other"),))), "2024", DAY)
    assert f"{where} Bận chống bão." in said


def test_where_nothing_is_noted_of_causes_and_lessons_the_report_says_so() -> None:
    facts = facts_of(replace(sample(), notes=()))
    (report, *_more) = print_form(facts, "bao-cao-quy-che", "2024", on=DAY)
    said = lines(report)
    assert said[said.index("3. Nguyên nhân") + 1] == "Trong kỳ chưa ghi nhận nguyên nhân cụ thể."
    assert said[said.index("4. Bài học kinh nghiệm") + 1] == "Trong kỳ chưa ghi nhận bài học, biện pháp cụ thể."
    assert "…" not in said
    assert not [line for line in said if "ghi tại đây" in line]


def test_a_regulation_changed_within_the_year_judges_what_came_after_it() -> None:
    changed = dt.date(2024, 9, 1)
    facts = under(("tay-son-2024", dt.date(2024, 5, 31)), ("lung-phinh-2025", changed), document="Quyết định 12-QĐ/HU")
    made = account(facts, "2024", on=DAY)
    assert [(one.name, one.from_, one.to) for one in made.regulations] == [
        ("tay-son-2024", dt.date(2024, 5, 31), dt.date(2024, 8, 31)),
        ("lung-phinh-2025", changed, None),
    ]
    for line in made.lines:
        for finding in line.broken:
            meeting = facts.meeting(finding.subject.split("/")[1]) if finding.subject.startswith("meetings/") else None
            if meeting and line.rule != "meeting.cadence":
                expected = "tay-son-2024" if meeting.start.date() < changed else "lung-phinh-2025"
                assert finding.cite.profile == expected, finding
    assert len({one.regulation for one in made.articles}) == 2
    said = printed(facts, "2024", DAY)
    assert "có hiệu lực từ ngày 31/5/2024 đến ngày 31/8/2024, theo Quyết định 12-QĐ/HU." in said
    assert "mỗi việc được xét theo quy chế có hiệu lực vào ngày của việc đó" in said
    assert len(account(facts, "2024-Q4", on=DAY).regulations) == 1


def test_before_any_regulation_records_are_counted_and_nothing_is_judged() -> None:
    facts = facts_of(sample())
    made = account(facts, "2024-Q1", on=DAY)
    assert (made.regulations, made.articles, made.total.state) == ((), (), "idle")
    assert made.before > 200
    held = made.figure("held.btv")
    assert held
    assert held.part > 0
    said = printed(facts, "2024-Q1", DAY)
    assert "Trong kỳ chưa có quy chế nào có hiệu lực tại đơn vị" in said
    assert "Quy chế không quy định" not in said
    assert "Phụ lục 2" not in said


def test_an_empty_office_has_an_account_too() -> None:
    uses = (RegulationUse(profile="tay-son-2024", from_=dt.date(2024, 5, 31)),)
    facts = facts_of(Office(office=OfficeHead(name="Huyện ủy Tây Sơn", regulations=uses)))
    made = account(facts, "2024", on=DAY)
    assert made.members == ()
    assert not any(line.figure.part for line in made.lines)
    assert len(print_form(facts, "bao-cao-quy-che", None, on=DAY)) == 2


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("2024-W08", "Kỳ báo cáo '2024-W08' chưa đúng; cần tháng, quý, nửa năm, chín tháng, năm hoặc cả nhiệm kỳ"),
        ("quý 3", "chưa đúng; cần"),
        ("2025", "Kỳ báo cáo '2025' chưa bắt đầu"),
    ],
)
def test_what_is_no_period_gone_by_is_refused(code: str, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        account(facts_of(sample()), code, on=DAY)


def test_the_term_is_the_offices_own() -> None:
    assert drawn(code="term").period.first == dt.date(2020, 8, 1)
    assert bao_cao_quy_che.summary_of(facts_of(sample()), drawn(code="term").period).endswith("nhiệm kỳ 2020–2025")
    open_end = replace(sample().office, term=Term(from_=dt.date(2020, 8, 1)))
    unended = account(facts_of(replace(sample(), office=open_end)), "term", on=DAY)
    assert bao_cao_quy_che.summary_of(facts_of(sample()), unended.period).endswith("nhiệm kỳ từ năm 2020")
    assert unended.total.figure.part == drawn(code="term").total.figure.part
    head = replace(sample().office, term=None)
    with pytest.raises(Refusal, match="Nhiệm kỳ: cần ghi ngày bắt đầu nhiệm kỳ"):
        account(facts_of(replace(sample(), office=head)), "term", on=DAY)


def test_what_the_office_notes_of_its_programmes_reports_and_questions_is_counted() -> None:
    office = sample()
    bare = replace(
        office,
        reports=tuple(replace(one, reminded=None) for one in office.reports),
        reviews=tuple(replace(one, questions=()) for one in office.reviews),
        directives=tuple(replace(one, date=None) for one in office.directives),
        programmes=tuple(
            replace(one, items=tuple(replace(item, done=None, progress="") for item in one.items))
            for one in office.programmes
        ),
    )
    programme = next(one for one in bare.programmes if one.adopted and one.period == "2024-08" and one.items)
    items = tuple(replace(item, due=dt.date(2024, 8, 20), done=dt.date(2024, 8, 21)) for item in programme.items)
    late = replace(bare.reports[-1], reminded=dt.date(2024, 8, 28))
    asked = replace(bare.reviews[0], date=dt.date(2024, 8, 5), questions=(Questioning(question="Vì sao chậm?"),))
    issued = replace(bare.directives[0], date=dt.date(2024, 8, 1))
    facts = facts_of(bare).replacing(replace(programme, items=items))
    for record in (late, asked, issued):
        facts = facts.replacing(record)
    made = account(facts, "2024-08", on=DAY)
    for key in ("reports.reminded", "reviews.questions", "directives.issued"):
        found = made.figure(key)
        assert found
        assert (found.part, len(found.subjects)) == (1, 1), key
    done = made.figure("programmes.items")
    assert done
    assert done.part == len(items) <= (done.whole or 0)
    assert account(facts_of(bare), "2024-08", on=DAY).figure("programmes.items") is None
    said = printed(facts, "2024-08", DAY)
    assert f"chương trình có ghi kết quả: {done.part}/{done.whole} mục" in said
    assert "- Số lượt chất vấn đã ghi: 1 lượt." in said


def test_advice_is_marked_as_no_rule_and_gives_no_verdict() -> None:
    said = printed(facts_of(sample()), "2024", DAY)
    assert "2. Khuyến nghị tham khảo (không phải quy định)" in said
    assert "đây là khuyến nghị, không phải quy định:" in said
    assert all(one.cite.profile == "practice" for one in drawn().advice)
    assert all(one.cite.profile != "practice" for one in drawn().articles)


def test_a_trip_out_of_the_area_is_called_as_the_office_calls_its_area() -> None:
    for profile, away in (("tay-son-2024", "ngoài huyện"), ("lung-phinh-2025", "ngoài xã")):
        found = drawn(profile)
        told = [line for section in found.sections for line in section.lines if line.rule == "absence.commune"]
        assert [line.topic for line in told] == [f"báo cáo khi đi {away}"]
        assert not [one for one in found.articles if "{" in one.words + one.topic]


def test_points_read_in_two_ways_and_settings_are_proposed_for_clearing_up() -> None:
    points = drawn().open_points
    unclear = {finding.rule for line in drawn().lines for finding in line.unclear}
    assert sum("cần làm rõ cách hiểu" in one for one in points) == len(unclear)
    assert any("đang áp dụng số ngày ủy viên được trả lời phiếu xin ý kiến: 5" in one for one in points)
    assert all(case.finding.verdict is not Verdict.MET for one in drawn().articles for case in one.cases)


def test_the_report_takes_its_number_and_bears_it_from_then_on(tmp_path: Path) -> None:
    door = Door(tmp_path / "a.thuky", sample())
    facts = door.facts
    what = preview.subject(facts, "bao-cao-quy-che", "2024", on=DAY)
    assert (what.kind, what.title) == ("BC", "Báo cáo kết quả thực hiện Quy chế làm việc năm 2024")
    choice = preview.Choice(number="next", day=DAY, signer=what.signer)
    made = preview.make(facts, what, choice, on=DAY)
    assert not [problem for _name, problems in made.checks for problem in problems]
    assert len(made.pages) == 3
    with door.writing() as store:
        preview.carry_out(store, facts=facts, what=what, choice=choice, made=made, sent=False, on=DAY)
    after = door.facts
    (kept,) = [each for each in after.office.documents if each.title == what.title]
    assert (kept.type, kept.issuer, kept.date, kept.source) == ("BC", "btv", DAY, None)
    assert preview.subject(after, "bao-cao-quy-che", "2024", on=DAY).numbers[0][0] == "kept"
    assert preview.subject(after, "bao-cao-quy-che", "2024-Q3", on=DAY).numbers[0][0] == "next"
    report, appendix, _members = print_form(after, "bao-cao-quy-che", "2024", on=DAY)
    assert report.head
    assert report.head.number == f"Số {kept.symbol}"
    assert f"(Kèm theo Báo cáo số {kept.symbol}, ngày 11 tháng 12 năm 2024)" in lines(appendix)
