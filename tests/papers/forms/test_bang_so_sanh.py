"""The table that compares two regulations, read back from its pages."""

from pathlib import Path

import docx
import pytest

from desktop.domain.refusal import Refusal
from desktop.papers.lines import MM
from desktop.papers.paper import Paper, Row, Run, Table
from desktop.papers.readback import ReadPage, read_pdf
from desktop.usecases.papers.printing import print_form, to_docx, to_pdf
from tests.papers.reading import at, page_check, page_text
from tests.usecases.meeting_office import Door
from tests.usecases.regulations import following

LONG = " ".join(f"Việc thứ {n} do cơ quan chủ trì báo cáo trước khi trình hội nghị." for n in range(1, 90))
MORE = f"Điều 9. Việc khác\n1. {LONG}\n"


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return following.a_door(tmp_path)


def printed(door: Door, record: str = "") -> Paper:
    (paper,) = print_form(door.facts, "bang-so-sanh", record, on=following.TODAY)
    return paper


def rows(paper: Paper) -> list[Row]:
    return [row for block in paper.blocks if isinstance(block, Table) for row in block.rows]


def said(row: Row) -> list[str]:
    return ["".join(run.text for run in cell) if isinstance(cell, tuple) else cell or "" for cell in row.cells]


def apart(row: Row, cell: int) -> list[str]:
    """The words set apart in a cell."""
    held = row.cells[cell]
    assert isinstance(held, tuple)
    return [run.text for run in held if isinstance(run, Run) and (run.bold or run.italic)]


def pages(paper: Paper) -> list[ReadPage]:
    return read_pdf(to_pdf([paper]))


def test_each_clause_stands_under_its_article_with_what_changed_and_the_value(door: Door) -> None:
    ident = following.followed(door)
    following.confirm_all(door, ident)
    paper = printed(door)
    assert (paper.title, paper.landscape) == ("Bảng so sánh", True)
    assert paper.summary == "Quy chế Tổng công ty, số 01-QC/ĐU và Quy chế Tổng công ty, số 02-QC/ĐU"
    found = [said(row) for row in rows(paper)]
    assert found[0] == ["", "Điều 1. Phạm vi\nQuy chế áp dụng từ đầu nhiệm kỳ mới của Tổng công ty.", "Bổ sung."]
    assert found[1] == ["Điều 2. Hội nghị (trước là Điều 1)"]
    assert found[2] == [
        "2. Ban Thường vụ họp thường kỳ mỗi tháng một lần.",
        "2. Ban Thường vụ họp thường kỳ mỗi tháng hai lần.",
        "Sửa đổi.\nKỳ họp (Ban Thường vụ): từ 1 lần một tháng thành 2 lần một tháng.",
    ]
    assert (apart(rows(paper)[2], 0), apart(rows(paper)[2], 1)) == (["một"], ["hai"])
    assert found[-1] == ["Điều 3 cũ nay là Điều 4; lời văn giữ nguyên."]


def test_of_two_bodies_alike_it_is_said_once(door: Door) -> None:
    ident = following.followed(door)
    following.confirm_all(door, ident)
    last = next(said(row)[2] for row in rows(printed(door)) if said(row)[0].startswith("1. Giấy mời"))
    assert last.count("Hạn gửi giấy mời") == 1
    assert "Hạn gửi giấy mời (Ban Chấp hành, Ban Thường vụ): từ 2 ngày làm việc" in last


def test_what_the_office_did_not_confirm_is_not_printed(door: Door) -> None:
    following.followed(door)
    assert not any("tháng thành" in said(row)[-1] for row in rows(printed(door)))


def test_the_pages_are_good_and_the_head_is_repeated(door: Door) -> None:
    facts = door.facts
    with door.writing() as store:
        text = facts.office.regulation_texts[0]
        store.put(type(text)(id=text.id, profile="f1", text=following.OLD + MORE), before=text)
    following.followed(door, following.NEW + MORE.replace("cơ quan chủ trì", "đơn vị chủ trì"))
    paper = printed(door)
    pdf = to_pdf([paper])
    assert page_check(pdf, [paper]) == []
    read = read_pdf(pdf)
    assert len(read) > 2
    for page in read:
        assert "Quy chế trước" in page_text(page)
        assert (round(page.width / MM), round(page.height / MM)) == (297, 210)
        head = at(page, "Quy chế trước"), at(page, "Quy chế mới")
        assert head[0].x < head[1].x
        assert head[0].y == head[1].y
    assert "Việc thứ 89 do đơn vị chủ trì" in " ".join(page_text(page) for page in read[-2:])


def test_a_long_clause_begins_on_the_page_where_there_is_room(door: Door) -> None:
    """It runs on over the page rather than leave half of one white."""
    facts = door.facts
    middle = LONG[:1500]
    with door.writing() as store:
        text = facts.office.regulation_texts[0]
        store.put(
            type(text)(id=text.id, profile="f1", text=f"{following.OLD}Điều 9. Khác\n1. {middle}\n2. {middle} Hết.\n"),
            before=text,
        )
    changed = middle.replace("cơ quan", "đơn vị")
    following.followed(door, f"{following.NEW}Điều 9. Khác\n1. {changed}\n2. {changed} Hết.\n")
    read = pages(printed(door))
    lowest = [max(each.y for each in page.texts) for page in read[:-1]]
    assert all(y > 170 * MM for y in lowest)


def test_the_word_file_says_the_same(door: Door, tmp_path: Path) -> None:
    ident = following.followed(door)
    following.confirm_all(door, ident)
    path = tmp_path / "bang.docx"
    path.write_bytes(to_docx([printed(door)]))
    table = docx.Document(str(path)).tables[-1]
    assert [cell.text for cell in table.rows[0].cells][:2] == ["Quy chế trước", "Quy chế mới"]
    assert any("2 lần một tháng" in cell.text for row in table.rows for cell in row.cells)


def test_two_are_named_or_the_last_and_the_one_before_it(door: Door) -> None:
    ident = following.followed(door)
    assert printed(door, f"f1/{ident}").summary.startswith("Quy chế Tổng công ty, số 02-QC/ĐU và")
    assert printed(door).summary == printed(door, ident).summary == printed(door, f"{ident}/f1").summary


def test_without_two_texts_it_is_refused_in_a_sentence(door: Door) -> None:
    with pytest.raises(Refusal, match="Cần hai quy chế đã kèm văn bản"):
        printed(door)
    with pytest.raises(Refusal, match="chưa kèm văn bản"):
        printed(door, "f1/x")
