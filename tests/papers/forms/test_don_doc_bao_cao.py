"""Công văn đôn đốc of periodic reports: whom it goes to, what it says of each, and how it stands on the page."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.facts import Facts
from desktop.domain.refusal import Refusal
from desktop.papers.lines import MM
from desktop.papers.paper import DOTS, Paper
from desktop.papers.readback import read_pdf
from desktop.sample.sample import PROFILES, closing_day, sample_office
from desktop.usecases.base.facts import facts_of
from desktop.usecases.papers.printing import print_form, to_docx, to_pdf
from tests.papers.forms.test_forms import lines
from tests.papers.reading import at, page_check, whole_text
from tests.usecases.meeting_office import an_office
from tests.usecases.reports.test_reports import REPORTS, UNITS

SEPTEMBER = dt.date(2024, 9, 3)


def given(**lists: Any) -> Facts:  # noqa: ANN401 - lists of the interchange JSON
    return facts_of(an_office(meetings=[], units=UNITS, **{"reports": REPORTS, **lists}))


def letter(facts: Facts, code: str, on: dt.date = SEPTEMBER, who: str | None = None) -> Paper:
    (paper,) = print_form(facts, "don-doc", code, on=on, person=who)
    return paper


def test_it_names_all_who_are_late_with_their_day_and_article() -> None:
    paper = letter(given(), "2024-08")
    said = lines(paper)
    assert paper.addressed == ("Đảng ủy xã Vĩnh Lâm", "Đảng ủy xã Tây Hà")
    asked = "Thực hiện chế độ báo cáo hằng tháng quy định tại khoản 2 Điều 19 Quy chế làm việc"
    assert f"{asked}; thời hạn gửi: chậm nhất ngày cuối kỳ báo cáo." in said
    assert any("chưa nhận được báo cáo của 2/2 cơ quan, đơn vị, cá nhân phải báo cáo" in line for line in said)
    assert said.count("Quá hạn 3 ngày") == 2
    assert said.count("31/8/2024") == 2
    assert paper.head
    assert paper.head.letter_summary == "V/v gửi báo cáo tháng 8/2024"


def test_the_offices_own_day_is_said_to_be_its_own() -> None:
    office = an_office(meetings=[], units=UNITS)
    changed = facts_of(replace(office, office=replace(office.office, settings={"report.received.day": 22})))
    said = lines(letter(changed, "2024-08"))
    last = "; thời hạn gửi: chậm nhất ngày 22 tháng cuối kỳ báo cáo, theo quy định của Huyện ủy."
    assert any(line.endswith(last) for line in said)
    assert said.count("Quá hạn 12 ngày") == 2


def test_one_of_them_alone_and_who_owes_nothing_is_refused() -> None:
    assert letter(given(), "2024-08", who="u2").addressed == ("Đảng ủy xã Vĩnh Lâm",)
    with pytest.raises(Refusal, match="'u4' không thiếu báo cáo tháng 8/2024"):
        letter(given(), "2024-08", who="u4")


def test_the_office_does_not_remind_itself() -> None:
    with pytest.raises(Refusal, match="Văn phòng Huyện ủy không gửi công văn đôn đốc cho chính mình"):
        letter(given(), "2024-08", who="u1")


def test_an_earlier_reminder_is_told_of() -> None:
    reminded = [*REPORTS, {"id": "r9", "unit": "u2", "period": "2024-08", "reminded": "2024-09-02"}]
    assert any("Đã đôn đốc 02/9/2024" in line for line in lines(letter(given(reports=reminded), "2024-08")))


def test_before_the_last_day_those_awaited_are_named_and_after_all_came_nobody() -> None:
    early = lines(letter(given(), "2024-08", dt.date(2024, 8, 28)))
    assert "Còn 3 ngày" in early
    assert not [line for line in early if "chưa nhận được" in line or "gửi ngay" in line]
    came = [{"id": f"r{n}", "unit": f"u{n}", "period": "2024-08", "received": "2024-08-20"} for n in (1, 2, 3)]
    paper = letter(given(reports=came), "2024-08")
    assert paper.addressed == (DOTS,)
    assert any("đã nhận đủ 2 báo cáo tháng 8/2024" in line for line in lines(paper))
    assert paper.faults == ("Không còn báo cáo tháng 8/2024 nào chưa nhận; không có nơi nào để đôn đốc.",)


def test_members_and_the_government_are_named_as_such_in_a_quarter() -> None:
    paper = letter(given(), "2024-Q3", dt.date(2024, 10, 2))
    said = lines(paper)
    assert paper.addressed == ("Các cơ quan, đơn vị, cá nhân có tên dưới đây",)
    assert "Đồng chí Lê Quốc Bảo" in said
    assert "Ủy ban nhân dân" in said
    assert all(any(f"Điều {number} " in line for line in said) for number in (5, 12, 19))


def test_the_page_is_in_form_and_the_table_within_its_margins() -> None:
    papers = [letter(given(), "2024-08")]
    pdf = to_pdf(papers)
    assert page_check(pdf, papers) == []
    (page,) = read_pdf(pdf)
    assert "ĐảngủyxãVĩnhLâm" in whole_text([page])
    name, state = at(page, "Đảng ủy xã Tây Hà"), at(page, "Quá hạn 3 ngày")
    assert name.x >= 30 * MM
    assert state.x > name.x
    assert to_docx(papers)[:2] == b"PK"


@pytest.mark.parametrize("profile", PROFILES)
def test_every_period_of_the_sample_prints_without_a_fault(profile: str) -> None:
    day = closing_day(profile)
    facts = facts_of(sample_office(profile, as_of=day))
    for code in (f"{day:%Y-%m}", f"{day.year}-Q{(day.month + 2) // 3}", f"{day.year}"):
        papers = [letter(facts, code, day)]
        assert page_check(to_pdf(papers), papers) == []
