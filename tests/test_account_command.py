"""`thuky account` as others use it: what is written where, what is refused, what is left out of a sum."""

import datetime as dt
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop.cli import run
from desktop.context import Context, Paths
from tests.test_cli import OFFICE
from tests.usecases.compliance.recount_days import Plain


@pytest.fixture
def context(tmp_path: Path) -> Context:
    return Context(Paths.under(tmp_path / "home"), lambda: dt.datetime(2024, 10, 10, 9, 0), "Văn thư")


def office(folder: Path, name: str, **head: object) -> Path:
    path = folder / f"{name}.office"
    path.write_text(json.dumps(OFFICE | {"office": OFFICE["office"] | {"name": name} | head}), encoding="utf-8")
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return office(tmp_path, "Huyện ủy Sông Xanh")


def answer(context: Context, capsys: pytest.CaptureFixture[str], *words: str) -> Plain:
    assert run(["account", *words, "--json"], context) == 0
    heard = capsys.readouterr()
    found: Plain = json.loads(heard.out)
    return found


def test_the_figures_stand_on_the_output_or_in_a_file_alike(
    context: Context, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "so-lieu.json"
    shown = answer(context, capsys, str(source), "2024")
    assert run(["account", str(source), "2024", "-o", str(out)], context) == 0
    assert json.loads(out.read_text(encoding="utf-8")) == shown
    assert (shown["format"], shown["on"]) == ("thuky-account/1", "2024-10-10")
    earlier = answer(context, capsys, str(source), "2024", "--on", "2024-10-01")
    assert (earlier["on"], earlier["period"]["until"]) == ("2024-10-01", "2024-10-01")
    file = tmp_path / "a.thuky"
    assert run(["import", str(tmp_path / "Huyện ủy Sông Xanh.office"), "--office", str(file)], context) == 0
    assert answer(context, capsys, str(file), "2024") == shown


def test_the_contract_keeps_its_keys(context: Context, source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Other programs read these; keys may be added, none may go or change its meaning."""
    shown = answer(context, capsys, str(source), "2024")
    assert set(shown) >= {
        *("format", "offices", "names", "office", "kind", "period", "on", "kept_from", "days", "in_force", "before"),
        *("total", "lines", "counts", "causes"),
    }
    keys = {"key", "rule", "section", "words", "unit", "n", "of", "breach", "due", "unclear", "unknown", "exempt"}
    assert all(set(line) >= keys | {"unchecked", "silent", "open", "silent_in", "open_in", "cites"}
               for line in shown["lines"])  # fmt: skip
    assert all(set(one) >= {"key", "section", "words", "unit", "n", "of"} for one in shown["counts"])
    assert all(set(one) >= {"key", "words", "n"} for one in shown["causes"])
    assert all(set(one) >= {"profile", "title", "from", "to", "document", "days", "of"} for one in shown["in_force"])
    assert set(shown["days"]) >= {"judged", "counted", "of"}
    majority = next(line for line in shown["lines"] if line["key"] == "decision.majority")
    assert (majority["n"], majority["of"], majority["breach"]) == (0, 1, 1)
    assert majority["cites"][0]["profile"] == "tay-son-2024"


def test_without_json_it_is_a_short_table(context: Context, source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["account", str(source), "2024"], context) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Huyện ủy Sông Xanh (Cấp ủy huyện), năm 2024, số liệu tính đến 10/10/2024"
    assert "        0/1  Nội dung biểu quyết đạt tỷ lệ tán thành" in said
    assert len(said) < 100


def test_the_excel_file_has_a_sheet_for_each_table_and_no_formula(
    context: Context, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = office(tmp_path, "=1+1"), tmp_path / "so-lieu.XLSX"
    shown = answer(context, capsys, str(source), "2024")
    assert run(["account", str(source), "2024", "-o", str(out)], context) == 0
    book = load_workbook(out)
    assert book.sheetnames == ["Tổng hợp", "Số liệu", "Nguyên nhân"]
    assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    lines, counts, causes = ([list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book)
    assert lines[0][:3] == ["Cơ quan", "Loại cấp ủy", "Kỳ"]
    assert lines[1][:4] == ["'=1+1", None, "2024", "total"]
    found = {row[3]: row for row in lines[1:]}
    for line in shown["lines"]:
        numbers = ("n", "of", "breach", "due", "unclear", "unknown", "exempt", "unchecked", "silent_in")
        assert found[line["key"]][7:] == [line[name] for name in numbers]
    assert [row[3] for row in counts[1:]][-len(shown["counts"]) :] == [one["key"] for one in shown["counts"]]
    assert counts[1][3:4] + counts[1][7:] == ["days.judged", 133, 366]
    assert [row[3:] for row in causes[1:]] == [[one["key"], one["words"], one["n"]] for one in shown["causes"]]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Cần NGUỒN và KỲ, hoặc --sum"),
        (["{source}"], "Cần NGUỒN và KỲ, hoặc --sum"),
        (["{source}", "2024-13"], "Kỳ báo cáo '2024-13' chưa đúng"),
        (["{source}", "2024-W08"], "Kỳ báo cáo '2024-W08' chưa đúng"),
        (["{source}", "2025"], "Kỳ báo cáo '2025' chưa bắt đầu"),
        (["{source}", "term"], "cần ghi ngày bắt đầu nhiệm kỳ"),
        (["khong-co.thuky", "2024"], "khong-co.thuky: không có tệp"),
        (["{source}", "2024", "-o", "x.pdf"], "phải có đuôi .json hoặc .xlsx, không phải x.pdf"),
        (["{source}", "2024", "--json", "-o", "x.json"], "--json không dùng cùng -o"),
        (["--sum", "khong-co"], "Không có thư mục khong-co"),
        (["{source}", "2024", "--sum", "khong-co"], "--sum không dùng cùng NGUỒN"),
        (["--sum", "{source}/.."], "không có tệp số liệu nào"),
    ],
)
def test_a_wrong_request_is_one_sentence(
    context: Context, source: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    if words[:1] == ["--sum"] and words[1].startswith("{"):
        empty = source.parent / "trống"
        empty.mkdir()
        words = ["--sum", str(empty)]
    assert run(["account", *(word.format(source=source) for word in words)], context) == 2
    heard = capsys.readouterr()
    assert (heard.out, len(heard.err.splitlines())) == ("", 1)
    assert said in heard.err
    assert not Path("x.pdf").exists()
    assert not Path("x.json").exists()


# Adding up


@pytest.fixture
def folder(context: Context, tmp_path: Path) -> Path:
    """The figures of three offices in two kinds of committee, a file told twice, and two that hold no figures."""
    folder = tmp_path / "số liệu"
    folder.mkdir()
    for place, name in enumerate(("Huyện ủy Sông Xanh", "Huyện ủy Sông Đà", "Đảng ủy xã Sông Con")):
        assert run(["account", str(office(tmp_path, name)), "2024", "-o", str(folder / f"{place}.json")], context) == 0
    (folder / "3-lai.json").write_bytes((folder / "0.json").read_bytes())
    (folder / "4.json").write_text(json.dumps(OFFICE), encoding="utf-8")
    (folder / "ghi chú.docx").write_bytes(b"PK")
    (folder / ".ẩn").write_bytes(b"")
    (folder / "thư mục").mkdir()
    return folder


def test_a_folder_is_added_by_kind_and_what_is_no_figures_is_named(
    context: Context, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["account", "--sum", str(folder), "--json"], context) == 0
    heard = capsys.readouterr()
    assert heard.err.splitlines() == [
        "Không cộng tệp 3-lai.json: đã có số liệu của Huyện ủy Sông Xanh trong tệp 0.json.",
        'Không cộng tệp 4.json: không có "format": "thuky-account/1".',
        "Không cộng tệp ghi chú.docx: không phải tệp JSON.",
    ]
    whole = json.loads(heard.out)
    assert whole["format"] == "thuky-account-sum/1"
    found = {one["kind"]["code"]: one for one in whole["sums"]}
    assert {code: one["offices"] for code, one in found.items()} == {"district": 2, "commune": 1}
    assert found["district"]["names"] == ["Huyện ủy Sông Đà", "Huyện ủy Sông Xanh"]
    assert found["district"]["days"] == {"judged": 266, "counted": 568, "of": 732}
    for name, single in (("lines", "0.json"), ("counts", "0.json"), ("causes", "0.json")):
        own = json.loads((folder / single).read_text(encoding="utf-8"))[name]
        assert [one["n"] for one in found["district"][name]] == [2 * one["n"] for one in own]
    silent = next(line for line in found["district"]["lines"] if line["silent"])
    assert silent["silent_in"] == 2


def test_a_sum_goes_to_a_file_or_is_a_short_table(
    context: Context, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["account", "--sum", str(folder)], context) == 0
    said = capsys.readouterr().out.splitlines()
    assert "2 cơ quan (Cấp ủy huyện), năm 2024, số liệu tính đến 10/10/2024" in said
    assert "        0/2  Nội dung biểu quyết đạt tỷ lệ tán thành" in said
    for name in ("tổng.json", "tổng.xlsx"):
        assert run(["account", "--sum", str(folder), "-o", str(tmp_path / name)], context) == 0
    assert json.loads((tmp_path / "tổng.json").read_text(encoding="utf-8"))["format"] == "thuky-account-sum/1"
    rows = list(load_workbook(tmp_path / "tổng.xlsx").worksheets[0].iter_rows(values_only=True))
    assert {row[:3] for row in rows[1:]} == {
        ("2 cơ quan", "Cấp ủy huyện", "2024"),
        ("1 cơ quan", "Cấp ủy xã, phường", "2024"),
    }
