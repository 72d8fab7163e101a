"""The register of documents: numbers by series, what is odd among them, lines mended, what waits, what comes in."""

import datetime as dt
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from desktop import vi
from desktop.domain.compliance import check, judge_document
from desktop.domain.facts import Facts
from desktop.domain.records import Document
from desktop.domain.refusal import Refusal
from desktop.exchange.lists.cell_text import UnreadableList
from desktop.exchange.lists.document_cells import DOCUMENTS
from desktop.papers.paper import Table
from desktop.usecases.base import attachments
from desktop.usecases.base.facts import facts_of
from desktop.usecases.documents import edits as document_edits
from desktop.usecases.documents import importing as document_import
from desktop.usecases.documents import numbers as document_numbers
from desktop.usecases.documents import queue as document_queue
from desktop.usecases.documents import rows as documents
from desktop.usecases.documents.rows import Wanted
from desktop.usecases.papers import printing
from tests.usecases.meeting_office import TODAY, Door, an_office, session


def paper(ident: str, number: int | None, day: str, **given: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON values
    made = {"id": ident, "type": "TB", "number": number, "date": day, "title": f"Thông báo {ident}", "issuer": "btv"}
    symbol = f"{number:02}-{given.get('type', 'TB')}/HU" if number else ""
    return {**made, "symbol": symbol, "signed_by": "p1", **given}


REGISTER = (
    paper("o1", 1, "2024-06-03"),
    paper("o2", 2, "2024-06-10"),
    paper("o3", 5, "2024-06-20"),
    paper("o4", 5, "2024-06-21", secrecy="mat", title="Văn bản theo chế độ mật"),
    paper("o5", 6, "2024-06-15"),
    paper("o6", 1, "2024-06-30", symbol="01-TB/UBKTHU", issuer="ubkt"),
    paper("o7", 7, "2024-07-01", symbol="07-TB/HU-MTTQ", issuer="btv; Ủy ban Mặt trận"),
)


def facts(*papers: dict[str, Any], **lists: Any) -> Facts:  # noqa: ANN401 - the other lists of the JSON
    return facts_of(an_office(documents=papers or REGISTER, **lists))


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return Door(tmp_path / "văn phòng.thuky", an_office(documents=REGISTER))


def held(door: Door, ident: str) -> Document:
    found = door.facts.document(ident)
    assert found is not None
    return found


def edit(door: Door, ident: str, **changes: Any) -> Document:  # noqa: ANN401 - the fields of the record
    given, document = door.facts, held(door, ident)
    with door.writing() as store:
        document_edits.edit(store, facts=given, document=document, on=TODAY, **changes)
    return held(door, ident)


# Numbers


@pytest.mark.parametrize(
    ("kind", "issuer", "number"),
    [("TB", "btv", 8), ("TB", "bch", 8), ("TB", "thuong-truc", 8), ("TB", "ubkt", 2), ("TB", "van-phong", 1),
     ("NQ", "bch", 1)],
)  # fmt: skip
def test_committees_share_a_series_and_organs_have_their_own(kind: str, issuer: str, number: int) -> None:
    assert document_numbers.next_number(facts(), kind, TODAY, issuer) == number


def test_a_new_term_begins_at_one() -> None:
    assert document_numbers.next_number(facts(), "TB", dt.date(2025, 7, 1)) == 1


def test_what_is_odd_is_told_together() -> None:
    told = [one.text for one in document_numbers.oddities(facts())]
    assert told == [
        "TB: số 03–04 còn trống",
        "TB: số 05 cấp hơn một lần",
        "TB: số 06 ghi ngày trước số liền trước",
    ]
    odd = frozenset(ident for one in document_numbers.oddities(facts()) for ident in one.documents)
    shown = documents.rows(facts(), (), Wanted(state=documents.ODD, odd=odd))
    assert [row.id for row in shown] == ["o4", "o3", "o5"]


def test_a_joint_paper_lies_in_the_series_of_the_first_and_names_both() -> None:
    draft = Document(id="", type="CTr", date=TODAY, title="Phối hợp", issuer="btv; MTTQ")
    assert document_edits.numbered(facts(), draft, TODAY).symbol == "01-CTr/HU-MTTQ"
    assert document_numbers.next_number(facts(), "TB", TODAY) == 8


@pytest.mark.parametrize(
    ("typed", "issuer", "symbol"),
    [
        ("Ủy ban MTTQ xã", "btv; Ủy ban MTTQ xã (MTTQ)", "HU-MTTQ"),
        ("UBND xã", "btv; UBND xã (UBND)", "HU-UBND"),
        ("Ban Thường trực Ủy ban Mặt trận Tổ quốc huyện", None, "HU-MTTQ"),
        ("Hội Khuyến học (HKH)", "btv; Hội Khuyến học (HKH)", "HU-HKH"),
        ("MTTQ; Huyện đoàn (HĐ)", "btv; MTTQ; Huyện đoàn (HĐ)", "HU-MTTQ-HĐ"),
    ],
)
def test_a_partners_abbreviation_stands_in_the_symbol_and_never_its_name(
    typed: str, issuer: str | None, symbol: str
) -> None:
    made = documents.issuer_of("btv", typed)
    assert issuer in (None, made)
    draft = Document(id="", type="CTr", date=TODAY, title="Phối hợp", issuer=made)
    assert document_edits.numbered(facts(), draft, TODAY).symbol == f"01-CTr/{symbol}"


def test_a_partner_without_a_known_abbreviation_is_asked_for_it(door: Door) -> None:
    given, issuer = door.facts, documents.issuer_of("btv", "Hội Khuyến học")
    draft = Document(id="", type="CTr", date=TODAY, title="Phối hợp", issuer=issuer)
    with (
        pytest.raises(Refusal, match="Chưa biết chữ viết tắt của “Hội Khuyến học”") as refused,
        door.writing() as store,
    ):
        document_edits.register(store, facts=given, document=draft, on=TODAY)
    assert refused.value.field == "joint"


def test_a_number_in_use_is_refused_and_the_paper_that_has_it_is_named(door: Door) -> None:
    with pytest.raises(Refusal) as refused:
        edit(door, "o2", number=1)
    assert refused.value.sentence == ("Số 01-TB/HU đã cấp cho “Thông báo o1” ngày 03/6/2024; số tiếp theo là 8.")
    assert held(door, "o2").number == 2


def test_a_secret_paper_is_not_named_by_what_it_is_about() -> None:
    assert "chế độ mật" not in document_numbers.named(facts().office.documents[3])


def test_the_symbol_follows_unless_it_was_written_otherwise(door: Door) -> None:
    assert edit(door, "o2", number=3).symbol == "03-TB/HU"
    assert edit(door, "o2", issuer="van-phong").symbol == "03-TB/VPHU"
    assert edit(door, "o2", symbol="3-TB/HU").symbol == "3-TB/HU"
    assert edit(door, "o2", number=4).symbol == "3-TB/HU"


@pytest.mark.parametrize("written", ["07-tb/hu", "07 - TB/HU", "07-TB/HU.", "Số 07-TB/HU"])
def test_one_number_is_one_however_it_is_written(written: str) -> None:
    given = facts(paper("o1", 7, "2024-06-03", symbol=written), paper("o2", 7, "2024-06-04"))
    assert document_numbers.next_number(given, "TB", TODAY) == 8
    assert document_numbers.holder_of(given, given.office.documents[1]) == given.office.documents[0]
    assert [one.text for one in document_numbers.oddities(given)] == ["TB: số 07 cấp hơn một lần"]
    found = {one.subject: one for one in check(given, on=TODAY) if one.rule == "document.number"}
    assert "đã cấp cho văn bản khác" in found["documents/o2"].text


def test_a_symbol_is_kept_as_symbols_are_written(door: Door) -> None:
    assert edit(door, "o2", symbol="Số 02 – tb/hu.").symbol == "02-TB/HU"


def test_a_number_is_held_against_the_file_and_not_against_what_the_window_saw(door: Door) -> None:
    """Facts read before another paper got the number."""
    before = door.facts
    draft = Document(id="", type="TB", date=TODAY, title="Một", issuer="btv")
    with door.writing() as store:
        document_edits.register(store, facts=before, document=draft, on=TODAY)
    with door.writing() as store:
        second = document_edits.register(store, facts=before, document=replace(draft, title="Hai"), on=TODAY)
    assert second.number == 9
    with pytest.raises(Refusal, match="đã cấp cho “Hai”"), door.writing() as store:
        document_edits.register(store, facts=before, document=replace(draft, number=9), on=TODAY)


def test_a_number_given_is_not_taken_away_but_cancelled(door: Door) -> None:
    with pytest.raises(Refusal, match="đã cấp nên không bỏ số"):
        edit(door, "o5", number=None)


def test_a_paper_of_no_form_is_given_the_next_number_once(door: Door) -> None:
    given = door.facts
    draft = Document(id="", type="TB", date=TODAY, title=" Về lịch trực ", issuer="btv", signed_by="p1")
    with door.writing() as store:
        made = document_edits.register(store, facts=given, document=draft, on=TODAY)
    assert (made.number, made.symbol, made.title) == (8, "08-TB/HU", "Về lịch trực")
    assert document_numbers.next_number(door.facts, "TB", TODAY) == 9


def test_a_number_given_is_never_taken_out_nor_given_again(door: Door) -> None:
    last = max(door.facts.office.documents, key=lambda one: one.number or 0)
    with pytest.raises(Refusal, match="đã cấp nên không xóa khỏi sổ; hủy số"), door.writing() as store:
        document_edits.remove(store, document=last)
    for reason, day, said in (("", TODAY, "Gõ lý do"), ("Nhầm", dt.date(2020, 1, 1), "trước ngày văn bản")):
        with pytest.raises(Refusal, match=said), door.writing() as store:
            document_edits.cancel(store, document=last, on=day, reason=reason)
    following = document_numbers.next_number(door.facts, last.type, TODAY)
    with door.writing() as store:
        document_edits.cancel(store, document=last, on=TODAY, reason=" Ghi nhầm ")
    assert document_numbers.next_number(door.facts, last.type, TODAY) == following
    kept = held(door, last.id)
    assert documents.cancelled_words(kept) == f"Đã hủy số ngày {vi.day(TODAY)}: Ghi nhầm"
    found = {one.rule: one for one in judge_document(door.facts, kept, TODAY)}
    assert "đã hủy ngày" in found["document.number"].text
    assert "document.signer" not in found
    printed = printing.print_form(door.facts, "so-van-ban", "", on=TODAY)
    assert any("Đã hủy số ngày" in str(cell) for block in printed[0].blocks if isinstance(block, Table)
               for line in block.rows for cell in line.cells)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "field"),
    [({"type": ""}, "type"), ({"title": " "}, "title"), ({"date": None}, "date"),
     ({"date": TODAY + dt.timedelta(days=1)}, "date"), ({"number": 6}, "number")],
)  # fmt: skip
def test_what_cannot_be_registered_names_its_field(door: Door, change: dict[str, Any], field: str) -> None:
    draft = replace(Document(id="", type="TB", date=TODAY, title="Về lịch trực", issuer="btv"), **change)
    given = door.facts
    with pytest.raises(Refusal) as refused, door.writing() as store:
        document_edits.register(store, facts=given, document=draft, on=TODAY)
    assert refused.value.field == field
    assert len(door.facts.office.documents) == len(REGISTER)


def test_a_document_is_judged_as_it_is_typed_as_in_the_whole_office() -> None:
    given = facts()
    whole = [one for one in check(given, on=TODAY) if one.subject.startswith("documents/")]
    alone = [one for paper in given.office.documents for one in judge_document(given, paper, TODAY)]
    assert sorted(alone, key=lambda one: (one.subject, one.rule)) == whole
    typed = replace(given.office.documents[1], number=5)
    number, signer = judge_document(given, typed, TODAY)
    assert (number.rule, number.verdict) == ("document.number", "breach")
    assert signer.verdict == "met"


def test_the_signer_of_a_joint_paper_is_judged_by_its_first_issuer() -> None:
    given = facts()
    rules = {one.rule for one in judge_document(given, given.office.documents[6], TODAY)}
    assert rules == {"document.number", "document.signer"}


# Secret papers, issued papers


def test_a_secret_line_keeps_nothing_else(door: Door) -> None:
    edit(door, "o1", body="Toàn văn")
    with pytest.raises(Refusal, match="cần bỏ toàn văn trước khi ghi độ mật"):
        edit(door, "o1", secrecy="mat")
    assert held(door, "o1").secrecy == "none"
    with pytest.raises(Refusal):
        edit(door, "o4", body="Nội dung")
    given, secret = door.facts, held(door, "o4")
    with pytest.raises(Refusal, match="chỉ giữ dòng đăng ký"), door.writing() as store:
        document_edits.take_issued(store, facts=given, document=secret, name="a.pdf", content=b"%PDF-1.7", on=TODAY)


def test_a_paper_issued_elsewhere_is_kept_byte_for_byte(door: Door) -> None:
    given, document, content = door.facts, held(door, "o1"), b"%PDF-1.7 ban quet"
    with door.writing() as store:
        document_edits.take_issued(store, facts=given, document=document, name="quét.pdf", content=content, on=TODAY)
    edit(door, "o1", title="Tên khác")
    issued = held(door, "o1").issued
    assert issued is not None
    with door.file.read() as store:
        assert attachments.read(store, issued) == content
    with pytest.raises(Refusal, match="không phải PDF"), door.writing() as store:
        document_edits.take_issued(store, facts=given, document=document, name="a.txt", content=b"x", on=TODAY)


# Filters, words


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(kind="NQ"), []),
        (Wanted(issuer="ubkt"), ["o6"]),
        (Wanted(issuer="Ủy ban Mặt trận"), ["o7"]),
        (Wanted(state=documents.SECRET), ["o4"]),
        (Wanted(state=documents.JOINT), ["o7"]),
        (Wanted(span="2023"), []),
        (Wanted(span=documents.TERM, issuer="ubkt"), ["o6"]),
        (Wanted(found={"o1"}), ["o1"]),
    ],
)
def test_filters(wanted: Wanted, found: list[str]) -> None:
    assert [row.id for row in documents.rows(facts(), (), wanted)] == found


def test_a_row_bears_its_worst_finding() -> None:
    given = facts()
    shown = {row.id: row for row in documents.rows(given, check(given, on=TODAY), Wanted())}
    assert (shown["o1"].verdict, shown["o4"].verdict, shown["o3"].verdict) == ("met", "breach", "breach")
    assert "thiếu số 03 đến 04" in shown["o3"].told


def test_recipients_are_lines_without_dashes() -> None:
    assert documents.recipients_of("- Tỉnh ủy,\n– Lưu Văn phòng.\n\n") == ("Tỉnh ủy", "Lưu Văn phòng")


def test_issuers_are_known_by_their_names() -> None:
    assert documents.issuer_of("btv", "Ủy ban Kiểm tra; Mặt trận") == "btv; ubkt; Mặt trận (MTTQ)"


# What waits


def test_what_waits_leaves_once_it_has_its_number() -> None:
    held_ = session(id="m0", start="2024-08-15T07:30", attendance=[{"person": "p1", "status": "present"}], agenda=[
        {"id": "a1", "title": "Đất", "conclusion": "Thống nhất"}])  # fmt: skip
    waiting = document_queue.waiting(facts(meetings=[held_, session()]), TODAY)
    assert [(one.slug, one.of) for one in waiting] == [
        ("bien-ban", "m0"), ("thong-bao-ket-luan", "m0"), ("giay-moi", "m1")]  # fmt: skip
    assert waiting[1].next == "08-TB/HU"
    issued = paper("o9", 8, "2024-08-16", source={"meeting": "m0"})
    left = document_queue.waiting(facts(*REGISTER, issued, meetings=[held_, session()]), TODAY)
    assert [one.slug for one in left] == ["bien-ban", "giay-moi"]


# The paper


def test_the_register_prints_by_type_and_number_with_its_gaps() -> None:
    (made,) = printing.print_form(facts(), "so-van-ban", "TB/2024", on=TODAY)
    assert printing.self_check(printing.to_pdf([made]), [made]) == []
    table = made.blocks[0]
    first = [row.cells[0] for row in table.rows]  # type: ignore[union-attr]  # the first block is the table
    assert first[1:4] == ["01-TB/HU", "02-TB/HU", "05-TB/HU"]
    assert made.summary == "Thông báo, năm 2024 (tính đến ngày 30/8/2024)"
    assert [row.cells[5] for row in table.rows if row.cells[0] == "05-TB/HU"] == ["", "Mật"]  # type: ignore[union-attr]
    with pytest.raises(Refusal, match="chưa đúng; cần"):
        printing.print_form(facts(), "so-van-ban", "XX", on=TODAY)


def test_a_long_register_repeats_its_head_and_breaks_no_word() -> None:
    many = [
        paper(f"o{n}", n, "2024-06-03", title="Về việc " + "sắp xếp đơn vị sự nghiệp công lập " * 4)
        for n in range(1, 60)
    ]
    papers = printing.print_form(facts(*many), "so-van-ban", "", on=TODAY)
    assert printing.self_check(printing.to_pdf(papers), papers) == []


# In from Excel and out to it


def sheet(
    *lines: tuple[object, ...], head: tuple[str, ...] = ("So ky hieu", "Ngày tháng", "TRÍCH YẾU", "Người ký")
) -> bytes:
    book = Workbook()
    page = book.worksheets[0]
    page.append(["Sổ công văn đi"])
    page.append(list(head))
    for line in lines:
        page.append(list(line))
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(tmp_path: Path, content: bytes, given: Facts) -> document_import.Register:
    path = tmp_path / "sổ.xlsx"
    path.write_bytes(content)
    return document_import.read_file(path, given, TODAY)


def test_every_line_is_judged_by_itself(tmp_path: Path) -> None:
    lines = read(
        tmp_path,
        sheet(
            ("10-TB/HU", dt.datetime(2022, 5, 4), "Về lịch trực", "Nguyễn Văn An"),
            ("10-TB/HU", "5/5/2022", "Về lịch trực khác", "Người Lạ Mặt"),
            ("05-TB/HU", "20/6/2024", "Việc khác", ""),
            ("01-TB/HU", "03/6/2024", "thông báo O1", ""),
            ("11-XX/HU", "hôm qua", "", ""),
            ("12-TB/HU", "06/5/2022", "=A1", ""),
        ),
        facts(),
    ).lines
    assert [one.verdict for one in lines] == ["met", "unclear", "unclear", "exempt", "breach", "breach"]
    assert lines[0].document == Document(
        id="", type="TB", number=10, symbol="10-TB/HU", date=dt.date(2022, 5, 4), title="Về lịch trực", issuer="btv",
        signed_by="p1",
    )  # fmt: skip
    assert lines[1].told == ("Số này đã cấp cho dòng 3. Người ký “Người Lạ Mặt” không có trong Danh mục, để trống.")
    assert lines[2].told == "Số này đã cấp cho “Thông báo o3” ngày 20/6/2024."
    assert lines[4].told == (
        "Loại văn bản: “XX” không có trong danh mục, cần loại như NQ hoặc Nghị quyết. "
        "Ngày: “hôm qua” không phải ngày, cần dạng 01/8/2020. Trích yếu: cần ghi trích yếu."
    )
    assert "công thức" in lines[5].told


def test_lines_at_fault_stay_out_and_the_others_come_in(door: Door, tmp_path: Path) -> None:
    lines = read(tmp_path, sheet(("10-TB/HU", "4/5/2022", "Về lịch trực", ""), ("", "", "x", "")), door.facts).lines
    assert [one.verdict for one in lines] == ["met", "breach"]
    given = door.facts
    with door.writing() as store:
        assert document_import.put(store, facts=given, incoming=lines) == 1
    assert len(door.facts.office.documents) == len(REGISTER) + 1


def test_one_number_written_in_several_ways_is_one_number(tmp_path: Path) -> None:
    ways = ("15-TB/HU", "15-TB/HU.", "15-tb/hu", "Số 15-TB/HU", "15–TB/HU", "15 - TB / HU ", "số: 15-TB/hu")
    lines = read(tmp_path, sheet(*((way, "5/1/22", f"Việc {way}", "") for way in ways)), facts()).lines
    assert [one.verdict for one in lines] == ["met", *["unclear"] * 6]
    assert {one.document.number for one in lines} == {15}
    assert {one.told for one in lines[1:]} == {"Số này đã cấp cho dòng 3."}
    assert [one.document.symbol for one in lines] == ["15-TB/HU"] * 6 + ["15-TB/hu"]
    held = read(tmp_path, sheet(("Số 05-tb/hu.", "20/6/2024", "Việc khác", "")), facts()).lines
    assert held[0].told == "Số này đã cấp cho “Thông báo o3” ngày 20/6/2024."
    (line,) = read(tmp_path, sheet(("16-TB/HU", "5/1/22", "Ðề án của Ðảng ủy", "")), facts()).lines
    assert line.document.title == "Đề án của Đảng ủy"


def test_a_line_whose_number_is_in_use_is_asked_about_and_doubles_nothing(door: Door, tmp_path: Path) -> None:
    mended = ("05-TB/HU.", "20/6/2024", "Thông báo o3, sửa trích yếu", "")
    lines = read(tmp_path, sheet(mended, ("10-TB/HU", "4/5/2022", "Về lịch trực", "")), door.facts).lines
    assert [(one.verdict, one.asked) for one in lines] == [("unclear", True), ("met", False)]
    given = door.facts
    with door.writing() as store:
        assert document_import.put(store, facts=given, incoming=lines) == 1
    again = read(tmp_path, sheet(mended), door.facts).lines
    given = door.facts
    with door.writing() as store:
        assert document_import.put(store, facts=given, incoming=again, others=True) == 1


def test_a_number_given_since_the_sheet_was_read_is_not_given_again(door: Door, tmp_path: Path) -> None:
    before = door.facts
    lines = read(tmp_path, sheet(("08-TB/HU", "1/7/2024", "Việc khác", "")), before).lines
    with door.writing() as store:
        draft = Document(id="", type="TB", date=TODAY, title="Một", issuer="btv")
        document_edits.register(store, facts=before, document=draft, on=TODAY)
    with pytest.raises(Refusal, match="08-TB/HU vừa được cấp"), door.writing() as store:
        document_import.put(store, facts=before, incoming=lines)


def test_lines_that_are_no_documents_are_passed_over_and_named(tmp_path: Path) -> None:
    register = read(
        tmp_path,
        sheet(
            ("(1)", "(2)", "(3)", "(4)"),
            ("10-TB/HU", "4/5/2022", "Kết luận hội nghị ngày 03 tháng 5 năm 2022", ""),
            ("So ky hieu", "Ngày tháng", "TRÍCH YẾU", "Người ký"),
            ("11-TB/HU", "5/5/2022", "Việc khác", ""),
            ("", "", "Cộng: 2 văn bản", ""),
            ("", "", "NGƯỜI LẬP", ""),
            ("", "", "Lê Văn Mẫu", ""),
        ),
        facts(),
    )
    assert [one.row for one in register.lines] == [4, 6]
    assert register.told == (
        "Bỏ qua 1 dòng chỉ có số: 3 “(1) (2) (3) (4)”.",
        "Bỏ qua 1 dòng tiêu đề lặp lại: 5 “So ky hieu Ngày tháng TRÍCH YẾU Người ký”.",
        "Bỏ qua 1 dòng cộng: 7 “Cộng: 2 văn bản”.",
        "Bỏ qua 2 dòng cuối danh sách: 8 “NGƯỜI LẬP”, 9 “Lê Văn Mẫu”.",
    )


def test_a_number_noted_as_cancelled_comes_in_cancelled(tmp_path: Path) -> None:
    head = ("Số, ký hiệu", "Ngày", "Trích yếu", "Ghi chú", "Số bản")
    register = read(
        tmp_path,
        sheet(
            ("10-TB/HU", "4/5/2022", "", "Hủy do cấp nhầm", "3"),
            ("11-TB/HU", "5/5/2022", "Việc", "Phát hành lại", ""),
            head=head,
        ),
        facts(),
    )
    first, second = register.lines
    assert (first.document.cancelled, first.document.cancel_reason) == (dt.date(2022, 5, 4), "Hủy do cấp nhầm")
    assert (first.verdict, second.document.cancelled) == ("unclear", None)
    assert "ngày hủy không ghi trong sổ" in first.told
    assert register.told == ("Không dùng các cột: Số bản.", "Ghi chú ở 1 dòng không đưa vào sổ: dòng 4.")


def test_cells_merged_down_several_rows_and_rows_hidden_are_said(tmp_path: Path) -> None:
    book = load_workbook(BytesIO(sheet(("10-TB/HU", "4/5/2022", "A", ""), ("11-TB/HU", None, "B", ""))))
    page = book.worksheets[0]
    page.merge_cells("B3:B4")
    page.row_dimensions[4].hidden = True
    stream = BytesIO()
    book.save(stream)
    register = read(tmp_path, stream.getvalue(), facts())
    assert [one.document.date for one in register.lines] == [dt.date(2022, 5, 4)] * 2
    assert register.told == (
        "1 dòng đang ẩn hoặc bị lọc trong tệp cũng được đọc: dòng 4.",
        "Ô gộp B3:B4: nội dung được lấy cho mọi dòng trong ô.",
    )


def test_only_rows_that_hold_something_are_counted(tmp_path: Path) -> None:
    book = load_workbook(BytesIO(sheet(("10-TB/HU", "4/5/2022", "A", ""))))
    for at in (30_000, 1_048_576):
        book.worksheets[0].cell(row=at, column=3).font = Font(bold=True)
    stream = BytesIO()
    book.save(stream)
    assert len(read(tmp_path, stream.getvalue(), facts()).lines) == 1
    many = sheet(*((f"{n}-CV/HU", "4/5/2022", "A", "") for n in range(1, DOCUMENTS.most + 1)))
    with pytest.raises(UnreadableList, match="Sổ có hơn 20000 dòng"):
        read(tmp_path, many, facts())


def test_a_sheet_without_a_head_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableList, match="Không thấy dòng tiêu đề"):
        read(tmp_path, sheet(("1", "2", "3", "4"), head=("a", "b", "c", "d")), facts())


def test_what_is_exported_comes_back_the_same(door: Door, tmp_path: Path) -> None:
    odd = edit(door, "o1", title="=HYPERLINK(1)", recipients=("Tỉnh ủy", "-Lưu"))
    content = document_import.export(door.facts, door.facts.office.documents)
    cell = load_workbook(BytesIO(content)).worksheets[0]["E2"]
    assert (cell.data_type, cell.value) == ("s", "'=HYPERLINK(1)")
    empty = facts_of(an_office())
    lines = read(tmp_path, content, empty).lines
    assert [one.verdict for one in lines].count("breach") == 0
    back = [replace(one.document, id=was.id) for one, was in zip(lines, door.facts.office.documents, strict=True)]
    assert back[1:] == list(door.facts.office.documents[1:])
    assert back[0].title == odd.title
    again = read(tmp_path, content, door.facts).lines
    given = door.facts
    with door.writing() as store:
        assert document_import.put(store, facts=given, incoming=again) == 0


def test_past_documents_come_in_at_once(door: Door, tmp_path: Path) -> None:
    lines = read(
        tmp_path, sheet(*((f"{n}-CV/HU", "4/5/2022", f"Việc {n}", "") for n in range(1, 30))), door.facts
    ).lines
    given = door.facts
    with door.writing() as store:
        assert document_import.put(store, facts=given, incoming=lines) == 29
    assert len({one.id for one in door.facts.office.documents}) == len(REGISTER) + 29


@pytest.mark.parametrize(
    ("signed_by", "authority", "post", "told"),
    [
        ("p1", "T/M", "", "Đề ký: T/M Ban Thường vụ – Bí thư, {}."),
        ("p1", "T/L", "", "Chữ ký: ngày 30/8/2024 {} không giữ chức vụ nào để ký T/L"),
        ("p4", "T/M", "Trưởng Ban Tổ chức", "Đề ký: T/M Ban Thường vụ – Trưởng Ban Tổ chức, {}."),
        ("p4", "T/M", "Bí thư", "Chữ ký: ngày 30/8/2024 {} không giữ chức vụ Bí thư"),
    ],
)
def test_the_register_says_how_a_paper_will_be_signed(signed_by: str, authority: str, post: str, told: str) -> None:
    draft = Document(
        id="",
        type="KL",
        date=TODAY,
        title="Phối hợp",
        issuer="btv",
        signed_by=signed_by,
        authority=authority,
        post=post,
    )
    person = facts().person(signed_by)
    assert person
    assert documents.signing_words(facts(), draft, TODAY).startswith(told.format(person.name))


DIRECTION = {
    "id": "m5", "body": "thuong-truc", "kind": "weekly", "start": "2024-08-26T08:00",
    "agenda": [{"id": "a1", "title": "Việc tuần", "conclusion": "Giao Văn phòng theo dõi"}],
}  # fmt: skip


def queued(**changed: Any) -> list[tuple[str, str, str]]:  # noqa: ANN401 - fields of the meeting, and its documents
    papers = changed.pop("documents", [])
    office = an_office(meetings=[DIRECTION | changed], documents=papers)
    return [(one.slug, one.of, one.title) for one in document_queue.waiting(facts_of(office), TODAY)]


def test_what_thuong_truc_directed_waits_for_its_notice() -> None:
    notice = [{"id": "o1", "type": "TB", "date": "2024-08-27", "source": {"meeting": "m5"}}]
    called = [{"id": "o1", "type": "CV", "title": "Gửi tài liệu", "date": "2024-08-25", "source": {"meeting": "m5"}}]
    assert queued() == [("thong-bao-ket-luan", "m5", "Thông báo ý kiến chỉ đạo")]
    assert queued(documents=called) == queued()
    assert queued(documents=notice) == []
    assert queued(no_notice="xử lý trực tiếp tại chỗ") == []
    assert queued(agenda=[{"id": "a1", "title": "Việc tuần"}]) == []
    assert queued(start="2024-09-02T08:00") == []
    assert queued(start="2024-06-10T08:00") == []
