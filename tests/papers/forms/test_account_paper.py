"""Form 16 on its pages: the form's elements, appendices with numbers of their own, Word with the same text."""

import datetime as dt
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from desktop.domain.facts import Facts
from desktop.papers.paper import Chart, Paper, Paragraph
from desktop.papers.readback import number_on, read_pdf, runs_of
from desktop.sample.sample import PROFILES, closing_day, sample_office
from desktop.usecases.base.facts import facts_of
from desktop.usecases.papers.printing import on_both_sides, print_form, to_docx, to_pdf
from tests.papers.reading import at, page_check, page_text
from tests.papers.test_word import letters

SLUG = "bao-cao-quy-che"


@cache
def facts_for(profile: str) -> Facts:
    return facts_of(sample_office(profile, as_of=closing_day(profile)))


def papers(profile: str = "tay-son-2024", code: str = "2024") -> list[Paper]:
    return print_form(facts_for(profile), SLUG, code, on=closing_day(profile))


def charts(paper: Paper) -> list[Chart]:
    return [block for block in paper.blocks if isinstance(block, Chart)]


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("part", ["", "-H1", "-9M", "-Q1", "-05", "term"])
def test_every_period_of_every_sample_passes_its_own_check(profile: str, part: str) -> None:
    year = closing_day(profile).year
    made = papers(profile, "term" if part == "term" else f"{year}{part}")
    assert page_check(to_pdf(made), made) == []
    both = on_both_sides(made)
    assert page_check(to_pdf(both), both) == []


def test_the_report_has_the_head_the_type_and_the_signature_of_the_form() -> None:
    pages = read_pdf(to_pdf(papers()))
    for words in ("ĐẢNG BỘ TỈNH BÌNH ĐỊNH", "HUYỆN ỦY TÂY SƠN", "BÁO CÁO"):
        assert at(pages[0], words)
    assert "kết quả thực hiện Quy chế làm việc năm 2024" in page_text(pages[0])
    signed = next(page for page in pages if "T/M BAN THƯỜNG VỤ" in page_text(page))
    said = page_text(signed)
    assert "Nơi nhận: - Tỉnh ủy Bình Định (để báo cáo)," in said
    assert "BÍ THƯ" in said
    assert signed is pages[len(next(runs_of(pages))) - 1]


def test_the_parts_stand_in_the_order_of_the_survey() -> None:
    report = papers()[0]
    heads = [line.runs[0].text for line in report.blocks if isinstance(line, Paragraph) and line.runs and line.tied]
    parts = [head for head in heads if head.isupper() or head.startswith(("1. Ưu", "2. Hạn", "3. Nguyên", "4. Bài"))]
    assert parts == [
        "I. TÌNH HÌNH, KẾT QUẢ THỰC HIỆN",
        "II. ĐÁNH GIÁ CHUNG",
        "1. Ưu điểm",
        "2. Hạn chế",
        "3. Nguyên nhân",
        "4. Bài học kinh nghiệm",
        "III. ĐỀ XUẤT, KIẾN NGHỊ",
    ]


def test_appendices_are_wide_and_count_their_own_pages() -> None:
    made = papers()
    assert [paper.landscape for paper in made] == [False, True, True]
    groups = list(runs_of(read_pdf(to_pdf(made))))
    assert len(groups) == 3
    for group in groups:
        numbers = [number_on(page) for page in group]
        assert [found.text.strip() for found in numbers if found] == [str(n) for n in range(2, len(group) + 1)]
    assert "PHỤ LỤC 1" in page_text(groups[1][0])
    assert "PHỤ LỤC 2" in page_text(groups[2][0])
    assert groups[1][0].width > groups[1][0].height


def test_charts_stand_where_they_say_more_than_a_sentence() -> None:
    by_period = {code: [chart.title.partition(",")[0] for chart in charts(papers(code=code)[0])] for code in
                 ("2024", "2024-Q3", "2024-08")}  # fmt: skip
    assert [len(titles) for titles in by_period.values()] == [3, 3, 1]
    assert all(titles[0].startswith("Dự họp của ủy viên Ban Thường vụ") for titles in by_period.values())
    months = charts(papers()[0])[1]
    assert [bar.label for bar in months.bars] == ["6", "7", "8", "9", "10", "11", "12"]
    years = charts(papers(code="term")[0])[1:]
    assert all(len(bar.label) == 4 for chart in years for bar in chart.bars)
    attendance = charts(papers()[0])[0]
    assert len(attendance.bars) == 13
    assert all(9_990 <= sum(bar.parts) <= 10_000 for bar in attendance.bars)


def test_the_report_of_a_period_not_over_says_as_of_when() -> None:
    over, running = (page_text(read_pdf(to_pdf(papers(code=code)))[0]) for code in ("2024-Q3", "2024"))
    assert "(số liệu tính đến ngày 11/12/2024)" in running
    assert "số liệu tính đến ngày" not in over


@pytest.mark.needs("libreoffice-writer-nogui")
def test_word_says_the_same_as_the_pages(tmp_path: Path) -> None:
    """All but the charts, which Word has as pictures, and what a row says again on a page of its own."""
    report, *appendices = papers(code="2024-Q3")
    (tmp_path / "a.docx").write_bytes(to_docx([report]))
    (tmp_path / "b.docx").write_bytes(to_docx(appendices))
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf"]
    files = [str(tmp_path / "a.docx"), str(tmp_path / "b.docx")]
    subprocess.run([*command, "--outdir", str(tmp_path), *files], check=True, capture_output=True, timeout=180)
    bare = replace(report, blocks=tuple(block for block in report.blocks if not isinstance(block, Chart)))
    assert letters((tmp_path / "a.pdf").read_bytes(), [bare]) == letters(to_pdf([bare]), [bare])
    assert words((tmp_path / "b.pdf").read_bytes()) == words(to_pdf(appendices))


def words(pdf: bytes) -> set[str]:
    pages = read_pdf(pdf)
    return {word for page in pages for read in page.texts if read is not number_on(page) for word in read.text.split()}


@pytest.mark.parametrize(("kept_from", "said"), [("2024-08-01", True), ("2024-01-01", False), (None, False)])
def test_the_report_says_from_when_the_office_is_judged(kept_from: str | None, said: bool) -> None:
    office = sample_office("tay-son-2024", as_of=closing_day("tay-son-2024"))
    day = dt.date.fromisoformat(kept_from) if kept_from else None
    facts = facts_of(replace(office, office=replace(office.office, kept_from=day)))
    made = print_form(facts, SLUG, "2024", on=closing_day("tay-son-2024"))
    text = " ".join(page_text(page) for page in read_pdf(to_pdf(made)))
    assert ("Sổ theo dõi lập từ ngày 01/8/2024; việc trước ngày đó chỉ ghi nhận, không đối chiếu" in text) is said


def test_what_may_be_wrong_is_no_merit() -> None:
    """Twelve directions in writing and more of which nobody can say whether they are late: told, not praised."""
    said = ["".join(run.text for run in one.runs) for one in papers()[0].blocks if isinstance(one, Paragraph)]
    first, last = said.index("1. Ưu điểm"), said.index("2. Hạn chế")
    merits = " ".join(said[first:last]).lower()
    assert "ý kiến chỉ đạo của thường trực có văn bản" not in merits
    assert any("Ý kiến chỉ đạo của Thường trực có văn bản: 12/12" in line and "cần làm rõ" in line for line in said)
