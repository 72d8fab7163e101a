"""Lists of people as offices hold them: heads of two lines, sections, sums, signatures, abbreviations, far cells."""

import datetime as dt
import time
import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from desktop.exchange.lists.cell_text import UnreadableList
from desktop.exchange.lists.excel import MOST_ROWS, read_people, template
from desktop.exchange.lists.people_cells import Entry, PeopleRead
from desktop.exchange.lists.people_seats import seats_of_position
from desktop.exchange.lists.sheet_file import DAMAGED, Stopped

START = dt.date(2025, 8, 1)


def saved(book: Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def sheet(*rows: Sequence[object]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    return saved(book)


def read(*rows: Sequence[object]) -> PeopleRead:
    return read_people(sheet(*rows), start=START)


def seats(entry: Entry) -> list[str]:
    return [f"{seat.body} {seat.role}" for seat in entry.seats]


def test_tt_is_the_number_of_a_line_and_right_of_the_names_thuong_truc() -> None:
    found = read(["TT", "Họ và tên", "Năm sinh", "BCH"], [1, "Lê Văn An", 1970, "x"], ["2.", "Võ Thị Bình", 1980, "x"])
    assert [seats(entry) for entry in found.entries] == [["bch uy-vien"]] * 2
    assert found.told == ()
    found = read(["TT", "Họ và tên", "BCH", "TT"], [1, "Lê Văn An", "x", "Bí thư"])
    assert seats(found.entries[0]) == ["bch uy-vien", "thuong-truc bi-thu"]


def test_headings_of_sections_sums_and_heads_of_later_pages_are_no_people() -> None:
    head = ["TT", "Họ và tên", "Năm sinh", "Chức vụ", "BCH"]
    found = read(
        head,
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        ["I", "THƯỜNG TRỰC ĐẢNG ỦY", None, None, None],
        [1, "Lê Văn An", 1970, "Bí thư", "x"],
        ["II", "ỦY VIÊN BAN THƯỜNG VỤ"],
        head,
        ["B. Các đồng chí ủy viên"],
        [2, "Công Thị Bình", 1980, "Công an", "x"],
        [3, "Tống Văn Cộng", 1981, "", "x"],
        ["", "Tổng cộng: 3 đồng chí"],
    )
    assert [(entry.name, entry.row) for entry in found.entries] == [
        ("Lê Văn An", 4), ("Công Thị Bình", 8), ("Tống Văn Cộng", 9),
    ]  # fmt: skip
    assert found.told == (
        "Bỏ qua 1 dòng chỉ có số: 2 “(1) (2) (3) (4) (5)”.",
        "Bỏ qua 3 dòng đề mục: 3 “I THƯỜNG TRỰC ĐẢNG ỦY”, 5 “II ỦY VIÊN BAN THƯỜNG VỤ”, 7 “B. Các đồng chí ủy viên”.",
        "Bỏ qua 1 dòng tiêu đề lặp lại: 6 “TT Họ và tên Năm sinh Chức vụ BCH”.",
        "Bỏ qua 1 dòng cộng: 10 “Tổng cộng: 3 đồng chí”.",
    )


def test_a_name_in_two_columns_is_one_name() -> None:
    found = read(["STT", "Họ và tên đệm", "Tên", "BCH"], [1, "Nguyễn Văn", "An", "x"], [2, "Võ", "Bình", "x"])
    assert [entry.name for entry in found.entries] == ["Nguyễn Văn An", "Võ Bình"]
    found = read(["STT", "Họ và tên", None, "BCH"], [1, "Nguyễn Văn", "An", "x"])
    assert [entry.name for entry in found.entries] == ["Nguyễn Văn An"]


def test_a_head_of_two_lines_and_years_of_men_and_women() -> None:
    found = read(
        ["TT", "Họ và tên", "Ngày sinh", None, "Chức vụ", "Tham gia", None],
        [None, None, "Nam", "Nữ", None, "BCH", "BTV"],
        [1, "Lê Văn An", "12/3/1970", None, "", "x", "✓"],
        [2, "Võ Thị Bình", None, "5/6/81", "", "✔", "√"],
    )
    assert [(entry.born, seats(entry)) for entry in found.entries] == [
        (1970, ["bch uy-vien", "btv uy-vien"]),
        (1981, ["bch uy-vien", "btv uy-vien"]),
    ]
    assert found.told == ("Không dùng các cột: Tham gia.",) or found.told == ()


def test_ranks_in_a_bodys_column_bring_the_seats_that_have_no_column() -> None:
    head = ["Họ và tên", "Chức vụ trong cấp ủy"]
    rows = [["Lê Văn An", "BT"], ["Võ Thị Bình", "PBT TT"], ["Bùi Văn Cảnh", "UVBTV"], ["Đỗ Thị Dung", "UV BCH"]]
    assert [seats(entry) for entry in read(head, *rows).entries] == [
        ["bch bi-thu", "btv uy-vien", "thuong-truc bi-thu"],
        ["bch pho-bi-thu-thuong-truc", "btv uy-vien", "thuong-truc pho-bi-thu-thuong-truc"],
        ["bch uy-vien", "btv uy-vien"],
        ["bch uy-vien"],
    ]
    found = read(["Họ và tên", "BCH", "BTV", "UBKT"], ["Lê Văn An", "BCH", "BTV", "CN UBKT"])
    assert seats(found.entries[0]) == ["bch uy-vien", "btv uy-vien", "ubkt chu-nhiem"]


@pytest.mark.parametrize(
    ("position", "found"),
    [
        ("Bí thư Đảng ủy, Chủ tịch HĐND xã", ["bch", "btv", "thuong-truc:bi-thu"]),
        ("Phó Bí thư Thường trực Đảng ủy", ["bch", "btv", "thuong-truc:pho-bi-thu-thuong-truc"]),
        ("Phó Bí thư Đảng ủy xã; Chủ tịch UBND", ["bch", "btv", "thuong-truc:pho-bi-thu"]),
        ("UVBTV, Chủ nhiệm UBKT Đảng ủy", ["bch", "btv", "ubkt:chu-nhiem"]),
        ("Ủy viên Ban Chấp hành Đảng bộ huyện - Chánh Văn phòng", ["bch"]),
        ("ĐUV, Bí thư Đoàn TNCS", ["bch"]),
        ("Huyện ủy viên, Bí thư Đảng ủy xã Vĩnh Lâm", ["bch"]),
        ("Bí thư", []),
        ("Bí thư Chi bộ thôn A", []),
        ("Chỉ huy trưởng BCH Quân sự xã", []),
    ],
)
def test_a_position_gives_seats_only_where_it_is_plain(position: str, found: list[str]) -> None:
    said = [body if role == "uy-vien" else f"{body}:{role}" for body, role in seats_of_position(position)]
    assert sorted(said) == sorted(found)


def test_what_is_taken_from_positions_and_who_has_no_seat_is_said() -> None:
    head = ["STT", "Họ và tên", "Giới tính", "Chức vụ", "Điện thoại"]
    found = read(head, [1, "Lê Văn An", "Nam", "Bí thư Đảng ủy", "09"], [2, "Võ Thị Bình", "Nữ", "Hiệu trưởng", ""])
    assert found.told == (
        "Không dùng các cột: Giới tính, Điện thoại.",
        "Danh sách không có cột Ban Chấp hành, Ban Thường vụ: chức vụ trong cấp ủy của 1 người lấy từ cột Chức vụ.",
        "1 người chưa có chức vụ trong cấp ủy: Võ Thị Bình; ghi ở Danh mục sau khi nhập.",
    )
    found = read(head, [1, "Lê Văn An", "", "Bí thư Đảng ủy", ""], [2, "Võ Thị Bình", "", "Bí thư Đảng ủy", ""])
    assert [entry.seats for entry in found.entries] == [(), ()]
    assert any("nhiều người ghi Bí thư" in sentence for sentence in found.told)
    found = read(["Họ và tên", "Năm sinh"], ["Lê Văn An", 1970])
    assert found.told == ("1 người chưa có chức vụ trong cấp ủy: Lê Văn An; ghi ở Danh mục sau khi nhập.",)


def test_the_foot_of_a_list_is_no_person_and_is_named() -> None:
    found = read(
        ["STT", "Họ và tên", "Chức vụ", "BCH"],
        [1, "Lê Văn An", "", "x"],
        ["Danh sách gồm 1 đồng chí./."],
        [None, None, "An Bình, ngày 05 tháng 8 năm 2025"],
        [None, None, "NGƯỜI LẬP BIỂU"],
        [None, None, "Võ Thị Bình"],
    )
    assert len(found.entries) == 1
    assert found.told == (
        "Bỏ qua 4 dòng cuối danh sách: 3 “Danh sách gồm 1 đồng chí./.”, 4 “An Bình, ngày 05 tháng 8 năm 2025”, "
        "5 “NGƯỜI LẬP BIỂU”, 6 “Võ Thị Bình”.",
    )


def test_names_come_as_they_are_printed_in_a_paper() -> None:
    found = read(
        ["Họ và tên", "BCH"], ["Đ/c Lê Văn An", "x"], ["Đồng chí: Võ Thị Bình", "x"], ["NGUYỄN ĐỨC LÂM", "x"],
        ["H'LINH NIÊ", "x"], ["Ðặng\u200b Văn\u00a0Mẫu", "x"], ["Ông Thế Vinh", "x"],
    )  # fmt: skip
    assert [entry.name for entry in found.entries] == [
        "Lê Văn An", "Võ Thị Bình", "Nguyễn Đức Lâm", "H'Linh Niê", "Đặng Văn Mẫu", "Ông Thế Vinh",
    ]  # fmt: skip
    assert found.told == ("2 họ tên viết hoa toàn bộ được ghi lại theo cách viết thường.",)


def test_lines_without_fault_come_back_beside_the_faults() -> None:
    with pytest.raises(UnreadableList) as caught:
        read(["Họ và tên", "BCH"], ["Lê Văn An", "x"], ["§Æng Ngäc Phóc", "x"], ["Võ Thị Bình", "?"], [None, "x"])
    assert [sentence.split(" ")[0] for sentence in caught.value.faults] == ["A3", "B4"]
    assert "TCVN3" in caught.value.faults[0]
    assert isinstance(caught.value.rest, PeopleRead)
    assert [entry.name for entry in caught.value.rest.entries] == ["Lê Văn An"]
    assert any("dòng không thuộc danh sách" in sentence for sentence in caught.value.rest.told)


# Files


def test_a_list_too_long_is_said_and_never_cut() -> None:
    rows = [[f"Lê Văn {chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}", "x"] for n in range(MOST_ROWS)]
    with pytest.raises(UnreadableList, match="hơn 5000 dòng"):
        read(["Họ và tên", "BCH"], *rows)
    assert len(read(["Họ và tên", "BCH"], *rows[:-1]).entries) == MOST_ROWS - 1


def far(rows: int, each: bool) -> bytes:
    book = Workbook()
    page = book.worksheets[0]
    page.append(["Họ và tên", "BCH"])
    for at in range(2, rows + 2):
        page.cell(row=at, column=1, value=f"Lê Văn {chr(97 + at % 26)}{chr(97 + at // 26 % 26)}{chr(97 + at // 676)}")
        if each or at == rows:
            page.cell(row=at, column=16_384).font = Font(bold=True)
    return saved(book)


@pytest.mark.parametrize(("rows", "each"), [(200, True), (3_000, False)])
def test_cells_far_to_the_right_cost_nothing(rows: int, each: bool) -> None:
    source, began = far(rows, each), time.perf_counter()
    assert len(read_people(source, start=START).entries) == rows
    assert time.perf_counter() - began < 5


def test_a_far_cell_that_holds_something_is_said() -> None:
    book = Workbook()
    page = book.worksheets[0]
    page.append(["Họ và tên", "BCH"])
    page.append(["Lê Văn An", "x"])
    page.cell(row=2, column=16_384, value="lạc")
    assert "Không đọc 1 ô nằm quá xa bên phải: XFD2." in read_people(saved(book), start=START).told


def test_reading_can_be_given_up() -> None:
    with pytest.raises(Stopped):
        read_people(far(50, False), start=START, stop=lambda: True)


DAMAGES: list[Callable[[bytes], bytes]] = [
    lambda data: data[:-30],
    lambda data: b"",
    lambda data: data.replace(b"<", b"<<"),
    lambda data: data.replace(b't="', b't="9'),
    lambda data: data.replace(b"<v>", b"<v>9999999"),
    lambda data: data.replace(b'r="', b'r="-'),
]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize(
    "name", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"]
)
def test_a_damaged_file_is_one_sentence_or_is_read(name: str, damage: Callable[[bytes], bytes]) -> None:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(template([Entry(name="Lê Văn An")]))) as whole, zipfile.ZipFile(stream, "w") as broken:
        for each in whole.namelist():
            broken.writestr(each, damage(whole.read(each)) if each == name else whole.read(each))
    try:
        read_people(stream.getvalue(), start=START)
    except UnreadableList as refused:
        assert refused.faults[0] == DAMAGED or "cần cột Họ và tên" in refused.faults[0] or refused.faults  # noqa: PT017


@pytest.mark.parametrize("at", range(40, 5_000, 310))
def test_a_file_with_a_damaged_stretch_is_one_sentence_or_is_read(at: int) -> None:
    data = bytearray(template([Entry(name="Lê Văn An")]))
    data[at : at + 40] = b"\xff" * 40
    try:
        read_people(bytes(data), start=START)
    except UnreadableList as refused:
        assert len(refused.faults) == 1  # noqa: PT017
