"""What the work programme and the week's calendar say: items, adjustment, what a week holds beside its meetings."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.facts import Facts
from desktop.domain.records import Document, Programme, ProgrammeItem, RegulationUse, Visit
from desktop.domain.refusal import Refusal
from desktop.papers.lines import MM
from desktop.papers.paper import Paper, Table
from desktop.papers.readback import read_pdf
from desktop.sample.sample import PROFILES, demo_day, sample_office
from desktop.usecases.base.facts import facts_of
from desktop.usecases.papers.printing import print_form, to_docx, to_pdf
from tests.papers.forms.an_office import office, programmes
from tests.papers.forms.test_forms import lines
from tests.papers.reading import at, page_check, page_text

ON = dt.date(2024, 9, 6)


def one(record: str = "w1", slug: str = "chuong-trinh-cong-tac", on: dt.date = ON, **changes: object) -> Paper:
    (paper,) = print_form(facts_of(office(**changes)), slug, record, on=on)
    return paper


def table_of(paper: Paper) -> Table:
    return next(block for block in paper.blocks if isinstance(block, Table))


def test_an_adjusted_programme_says_what_it_replaces_who_adopted_it_and_what_was_carried_over() -> None:
    paper = one()
    said = " ".join(lines(paper))
    assert paper.summary == "công tác tháng 9 năm 2024 của Ban Thường vụ Huyện ủy"
    assert "Căn cứ khoản 1 Điều 17 Quy chế làm việc của Ban Chấp hành Đảng bộ huyện Tây Sơn" in said
    assert "(Điều chỉnh lần 1, thay bản thông qua ngày 27/8/2024; lý do: Bổ sung đề án.)" in said
    assert "Chuyển từ chương trình tháng 8 năm 2024" in said
    assert "Chương trình điều chỉnh này được Ban Thường vụ Huyện ủy thông qua ngày 03 tháng 9 năm 2024." in said
    assert paper.drafts == ()
    assert [row.cells[0] for row in table_of(paper).rows] == ["1", "2", "3"]


def test_a_programme_adopted_before_the_regulation_took_effect_does_not_rest_on_it() -> None:
    term = Programme(id="w9", body="bch", period="term", adopted=dt.date(2020, 11, 26))
    assert "Căn cứ" not in " ".join(lines(one("w9", programmes=(term,))))
    since = replace(term, adopted=dt.date(2024, 7, 1))
    assert "Căn cứ khoản 1 Điều 17 Quy chế làm việc" in " ".join(lines(one("w9", programmes=(since,))))
    draft = replace(term, adopted=None)
    assert "Căn cứ khoản 1 Điều 17 Quy chế làm việc" in " ".join(lines(one("w9", programmes=(draft,))))


def test_the_columns_nothing_stands_in_are_left_out() -> None:
    titles = [column.title for column in table_of(one()).columns]
    assert titles == ["TT", "Nội dung công việc", "Cơ quan chủ trì", "Sản phẩm", "Thời gian", "Trình tại, ghi chú"]


def test_a_draft_bears_the_word_and_room_for_number_and_day() -> None:
    (_before, made) = programmes()
    paper = one(programmes=(replace(made, adopted=None, versions=()),))
    assert paper.drafts == ("DỰ THẢO",)
    assert paper.head
    assert paper.head.number.endswith("-CTr/HU")
    assert "03" not in paper.head.place_date
    assert "thông qua" not in " ".join(lines(paper))


def test_a_year_is_parted_by_month_and_a_term_by_year() -> None:
    items = tuple(
        ProgrammeItem(title=f"Việc {number}", due=due)
        for number, due in enumerate((dt.date(2024, 5, 2), None, dt.date(2024, 3, 1)), 1)
    )
    for code, parts in (
        ("2024", ["Tháng 3", "Tháng 5", "Không ghi thời hạn"]),
        ("term", ["Năm 2024", "Không ghi thời hạn"]),
    ):
        paper = one(programmes=(Programme(id="w1", body="bch", period=code, items=items),))
        rows = table_of(paper).rows
        assert ["".join(run.text for run in row.cells[0] or ()) for row in rows if row.span] == parts  # type: ignore[union-attr]
        assert [row.cells[0] for row in rows if not row.span] == ["1", "2", "3"]


def test_the_programme_on_record_gives_its_number() -> None:
    kept = Document(
        id="o9", type="CTr", number=44, symbol="44-CTr/HU", date=dt.date(2024, 9, 3), issuer="btv",
        title="Chương trình công tác tháng 9/2024",
    )  # fmt: skip
    paper = one(documents=(kept,))
    assert paper.head
    assert paper.head.number == "Số 44-CTr/HU"


def test_the_page_is_wide_and_signed_for_the_standing_committee() -> None:
    paper = one()
    assert to_docx([paper])[:2] == b"PK"
    pages = read_pdf(to_pdf([paper]))
    assert {round(page.width / MM) for page in pages} == {297}
    assert at(pages[-1], "T/M BAN THƯỜNG VỤ").size == pytest.approx(14, abs=0.1)
    assert "Nguyễn Văn An" in page_text(pages[-1])


@pytest.mark.parametrize("profile", PROFILES)
def test_every_programme_of_the_sample_prints_a_good_paper(profile: str) -> None:
    on = demo_day(profile)
    given: Facts = facts_of(sample_office(profile, as_of=on))
    for programme in given.office.programmes[::4]:
        papers = print_form(given, "chuong-trinh-cong-tac", programme.id, on=on)
        assert page_check(to_pdf(papers), papers) == [], programme.id


def test_the_week_holds_what_has_no_hour_and_says_who_is_away() -> None:
    visits = (Visit(id="v1", body="btv", person="p2", unit="u4", date=dt.date(2024, 9, 4), content="Công tác hè."),)
    undone = Programme(
        id="w5", body="btv", period="2024-09", items=(ProgrammeItem(title="Sơ kết chỉ thị", due=dt.date(2024, 9, 5)),)
    )
    paper = one("2024-W36", "lich-tuan", on=dt.date(2024, 9, 2), visits=visits, programmes=(undone,))
    said = lines(paper)
    assert "Trong ngày" in said
    assert any(line.startswith("Làm việc với") and line.endswith(": Công tác hè") for line in said)
    assert "Hạn: Sơ kết chỉ thị" in said
    assert any(line.startswith("Đi vắng trong tuần: ") for line in said)


def test_a_deadline_that_is_met_leaves_the_week() -> None:
    given = office()
    meeting = replace(given.meetings[0], invitations_sent=None, minutes=None)
    week = "2024-W35"
    open_ = lines(one(week, "lich-tuan", on=dt.date(2024, 8, 26), meetings=(meeting,)))
    sent = replace(meeting, invitations_sent=dt.date(2024, 8, 26))
    done = lines(one(week, "lich-tuan", on=dt.date(2024, 8, 26), meetings=(sent,)))
    assert any(line.startswith("Hạn gửi giấy mời: ") for line in open_)
    assert not any(line.startswith("Hạn gửi giấy mời: ") for line in done)


def test_how_far_a_programme_has_come_is_told_with_every_figure_out_of_all() -> None:
    (before, made) = programmes()
    late = ProgrammeItem(title="Việc muộn", due=dt.date(2024, 9, 2), done=dt.date(2024, 9, 4), progress="Báo cáo 12.")
    overdue = ProgrammeItem(title="Việc quá hạn", due=dt.date(2024, 9, 3))
    paper = one("w1/tien-do", programmes=(before, replace(made, items=(*made.items, late, overdue))))
    said = lines(paper)
    assert "tính đến ngày 06/9/2024" in paper.summary
    counts = "Đã xong 1/5 việc, trong đó 1 việc xong sau hạn; chưa xong 4/5 việc, trong đó 1 việc quá hạn"
    assert f"{counts}; 1/5 việc chuyển từ kỳ trước." in said
    assert {"Xong 04/9/2024, sau hạn 2 ngày", "Quá hạn 3 ngày", "Chưa đến hạn", "Báo cáo 12"} <= set(said)
    assert page_check(to_pdf([paper]), [paper]) == []
    with pytest.raises(Refusal, match="/tien-do"):
        one("w1/khac")


def test_it_is_told_to_whom_the_regulation_has_it_told() -> None:
    given = office()
    asked = replace(given.office, regulations=(RegulationUse(profile="lung-phinh-2025", from_=dt.date(2024, 5, 31)),))
    assert one("w1/tien-do", office=asked).addressed == ("Ban Chấp hành Đảng bộ huyện Tây Sơn",)
    assert one("w1/tien-do").addressed == ("Ban Thường vụ Huyện ủy",)


def test_what_was_done_after_it_was_issued_does_not_stand_in_the_programme() -> None:
    (before, made) = programmes()
    done = replace(made.items[2], done=dt.date(2024, 9, 5), progress="Tờ trình 5")
    said = " ".join(lines(one(programmes=(before, replace(made, items=(done,))))))
    assert "05/9/2024" not in said
    assert "Tờ trình 5" not in said
