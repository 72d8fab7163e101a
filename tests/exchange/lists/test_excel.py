"""The list of people: our own sheet comes back as written, an office's is understood, every fault names its cell."""

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from desktop.domain.records import Seat
from desktop.exchange.lists.cell_text import UnreadableList, letter, parse_day
from desktop.exchange.lists.excel import escaped, read_people, template
from desktop.exchange.lists.people_cells import Entry, read_cells
from desktop.exchange.lists.sheet_file import DAMAGED, LOCKED, NO_EXCEL, OLD

START = dt.date(2020, 8, 1)
HEAD = [
    "Họ và tên",
    "Năm sinh",
    "Chức vụ",
    "Ban Chấp hành",
    "Ban Thường vụ",
    "Thường trực",
    "Ủy ban Kiểm tra",
    "Từ ngày",
]


def sheet(*rows: Sequence[object]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def people(source: bytes) -> tuple[Entry, ...]:
    return read_people(source, start=START).entries


def faults(source: bytes) -> tuple[str, ...]:
    with pytest.raises(UnreadableList) as caught:
        read_people(source, start=START)
    return caught.value.faults


def test_reads_people_with_their_seats() -> None:
    first, second = people(
        sheet(
            HEAD,
            ["Nguyễn Văn An", 1975, "Bí thư Huyện ủy", "x", "x", "Bí thư", None, None],
            [
                "Trần Thị Hạnh",
                "12/3/1980",
                "Chủ nhiệm Ủy ban Kiểm tra",
                "X",
                "",
                "",
                "Chủ nhiệm",
                dt.datetime(2021, 3, 1),
            ],
        )
    )
    assert (first.name, first.born, first.position) == ("Nguyễn Văn An", 1975, "Bí thư Huyện ủy")
    assert first.seats == (
        Seat(body="bch", role="uy-vien", from_=START),
        Seat(body="btv", role="uy-vien", from_=START),
        Seat(body="thuong-truc", role="bi-thu", from_=START),
    )
    assert second.born == 1980
    assert [seat.from_ for seat in second.seats] == [dt.date(2021, 3, 1)] * 2


def test_columns_are_found_by_their_names_in_any_order_below_a_title() -> None:
    rows = sheet(
        ["DANH SÁCH BAN CHẤP HÀNH"],
        [],
        ["STT", "CHỨC VỤ", "Họ, tên", "BCH", "BTV"],
        [1, "Chánh Văn phòng", "Đỗ Minh Châu", "x", None],
    )
    (entry,) = people(rows)
    assert (entry.name, entry.position, entry.row) == ("Đỗ Minh Châu", "Chánh Văn phòng", 4)
    assert [seat.body for seat in entry.seats] == ["bch"]


def test_every_fault_is_said_at_once_with_its_cell() -> None:
    said = faults(
        sheet(
            HEAD,
            ["An", 1975, "", "x", "", "", "", ""],
            ["Lê Quốc Bảo", "75", "", "", "", "x", "", ""],
            ["Võ Thị Lan", 1980, "", "?", "", "", "", "31/02/2021"],
            ["Lê Quốc Bảo", "75", "", "", "", "", "", ""],
        )
    )
    assert [sentence.split(" ")[0] for sentence in said] == ["A2", "B3", "F3", "H4", "D4", "B5", "A5"]
    assert said[2] == (
        "F3 (Thường trực): “x” không hiểu được, cần Bí thư, Phó Bí thư Thường trực, Phó Bí thư hoặc để trống."
    )


def test_a_formula_is_never_evaluated() -> None:
    said = faults(sheet(HEAD, ["Lê Quốc Bảo", "=1900+75", '=HYPERLINK("http://x")', "x", "", "", "", ""]))
    assert said == (
        "B2 (Năm sinh): ô chứa công thức, cần ghi thẳng nội dung.",
        "C2 (Chức vụ): ô chứa công thức, cần ghi thẳng nội dung.",
    )


def test_text_that_looks_like_a_formula_is_escaped_and_comes_back() -> None:
    entry = Entry(name="Lê Quốc Bảo", position="=cmd|' /C calc'!A0")
    data = template([entry])
    assert load_workbook(BytesIO(data)).worksheets[0]["C2"].data_type == "s"
    assert people(data)[0].position == entry.position


@pytest.mark.parametrize(
    ("garbage", "said"),
    [
        (b"", NO_EXCEL),
        (b"not a workbook", NO_EXCEL),
        (b"PK\x03\x04broken", DAMAGED),
        (template()[:200], DAMAGED),
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), LOCKED),
        (b"\xd0\xcf\x11\xe0" + bytes(600), OLD),
    ],
)
def test_a_file_that_is_no_workbook_is_refused_in_one_sentence(garbage: bytes, said: str) -> None:
    assert faults(garbage) == (said,)


def test_an_empty_template_says_what_is_missing() -> None:
    assert faults(template()) == ("Danh sách chưa có người nào dưới dòng tiêu đề.",)
    assert "Không thấy dòng tiêu đề" in faults(sheet(["Mục", "Nội dung"]))[0]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1/8/2020", START),
        ("01-08-2020", START),
        ("01082020", START),
        ("2020-08-01", START),
        ("31/2/2020", None),
        ("8/2020", None),
        ("1/8/20", START),
        ("1/8/20.", START),
        ("1/8/99", dt.date(1999, 8, 1)),
    ],
)
def test_days_as_offices_write_them(text: str, day: dt.date | None) -> None:
    assert parse_day(text) == day


WORDS = st.text(alphabet="aăâđêôơưềộỳ =+-@'\"0123456789\t", max_size=12)
NAMES = st.builds(
    "{} {}".format, *[st.sampled_from(["Nguyễn", "Đỗ", "Ỷ", "Lý"]), st.text("aâđệữ", min_size=1, max_size=6)]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.one_of(st.none(), WORDS, st.integers(), st.floats(), st.dates()), max_size=9), max_size=6))
def test_any_cells_are_read_or_refused(rows: list[list[object]]) -> None:
    with suppress(UnreadableList):
        assert all(len(entry.name.split()) > 1 for entry in read_cells([HEAD, *rows], start=START).entries)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(NAMES, st.one_of(st.none(), st.integers(1930, 2000)), WORDS), max_size=5, unique_by=lambda t: t[0]
    )
)
def test_what_is_written_is_read_back(given_people: list[tuple[str, int | None, str]]) -> None:
    entries = [
        Entry(name=name, born=born, position=" ".join(position.split()), row=number)
        for number, (name, born, position) in enumerate(given_people, 2)
    ]
    if entries:
        assert list(read_people(template(entries), start=START).entries) == entries


@given(st.text(max_size=20))
def test_no_written_text_begins_a_formula(text: str) -> None:
    assert str(escaped(text))[:1] not in ("=", "+", "-", "@")


def test_columns_are_named_as_excel_names_them() -> None:
    assert [letter(column) for column in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
