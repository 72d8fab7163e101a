"""What the commands on regulations answer, and an office's own text shown clause by clause."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from db.session import OfficeFile
from desktop.domain.findings import Cite, Clause
from desktop.domain.records import Office, OfficeHead, RegulationText, RegulationUse
from desktop.domain.refusal import Refusal
from desktop.exchange.profiles import PROFILES, load_profile
from desktop.usecases.regulations import rows as regulations

TEXT = """QUY CHẾ LÀM VIỆC
của Đảng ủy Thử Nghiệm

Điều 1. Việc chung
Mọi việc theo bản này.
1. Bàn trước, gồm:
a) Việc một;
- nhánh một;
- nhánh hai.
b) Việc hai.
Việc khó thì hỏi lại.
Làm xong thì báo.
2. Họp mỗi tuần.
Có việc thì họp thêm.
+ Ghi chép.
+ Lưu giữ.
Phần dành cho người đứng đầu:
1. Ký văn bản.
Điều 2. Thi hành
Ai cũng làm theo.

Sửa khi cần.
"""
HEAD = OfficeHead(
    name="Đảng ủy Thử Nghiệm", regulations=(RegulationUse(profile="tay-son-2024", from_=dt.date(2024, 5, 31)),)
)


def office(text: str = TEXT) -> Office:
    return Office(office=HEAD, regulation_texts=(RegulationText(id="l1", profile="tay-son-2024", text=text),))


def words(**at: str) -> str | None:
    return regulations.clause_text(office(), Cite(profile="tay-son-2024", at=Clause(**at)))


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ({"article": "Điều 1", "paragraph": "đoạn mở đầu"}, "Mọi việc theo bản này."),
        ({"article": "Điều 1", "clause": "khoản 1", "point": "điểm a"}, "a) Việc một;\n- nhánh một;\n- nhánh hai."),
        ({"article": "Điều 1", "clause": "khoản 1", "point": "điểm a", "dash": "gạch đầu dòng thứ 2"}, "- nhánh hai."),
        ({"article": "Điều 1", "clause": "khoản 1", "point": "điểm b"}, "b) Việc hai."),
        ({"article": "Điều 1", "clause": "khoản 1", "paragraph": "đoạn sau điểm b"}, "Việc khó thì hỏi lại."),
        ({"article": "Điều 1", "clause": "khoản 1", "paragraph": "đoạn cuối"}, "Làm xong thì báo."),
        ({"article": "Điều 1", "clause": "khoản 2", "paragraph": "đoạn 2"}, "Có việc thì họp thêm."),
        ({"article": "Điều 1", "clause": "khoản 2", "dash": "dấu cộng thứ 2"}, "+ Lưu giữ."),
        ({"article": "Điều 1", "clause": "khoản 1 phần người đứng đầu"}, "1. Ký văn bản."),
        ({"article": "Điều 2", "paragraph": "đoạn 2"}, "Sửa khi cần."),
        ({"article": "Điều 2"}, "Điều 2. Thi hành\nAi cũng làm theo.\nSửa khi cần."),
        ({"article": "Điều 3"}, None),
        ({"article": "Điều 1", "clause": "khoản 9"}, None),
        ({"article": "Điều 1", "clause": "khoản 2", "point": "điểm a"}, None),
        ({"article": "Điều 1", "clause": "khoản 2", "dash": "gạch đầu dòng thứ 1"}, None),
    ],
)
def test_the_words_of_a_clause(at: dict[str, str], expected: str | None) -> None:
    assert words(**at) == expected


def test_a_whole_clause_is_shown_with_its_points() -> None:
    shown = words(article="Điều 1", clause="khoản 1")
    assert shown is not None
    assert shown.startswith("1. Bàn trước, gồm:\na) Việc một;")


def test_without_an_attached_text_there_are_no_words() -> None:
    at = Clause(article="Điều 1")
    assert regulations.clause_text(Office(office=HEAD), Cite(profile="tay-son-2024", at=at)) is None
    assert regulations.clause_text(office(), Cite(profile="lung-phinh-2025", at=at)) is None
    assert regulations.clause_text(office(), Cite(office=True)) is None


# The commands


def shown(name: str | None) -> dict[str, Any]:
    return dict(json.loads(regulations.show(name, as_json=True)))


def test_the_list_names_every_regulation_and_the_settings() -> None:
    listed = shown(None)
    assert [row["name"] for row in listed["regulations"]] == list(PROFILES)
    assert "count" in {setting["key"] for setting in listed["settings"]}
    plain = regulations.show(None)
    assert all(name in plain for name in PROFILES)


@pytest.mark.parametrize("name", PROFILES)
def test_every_parameter_is_listed_with_its_value_and_article(name: str) -> None:
    listed = {row["key"]: row for row in shown(name)["parameters"]}
    assert listed.keys() == load_profile(name).parameters.keys()
    for row in listed.values():
        assert row["value"] is not None
        assert row["cite"]["article"].startswith("Điều ")
        assert row["means"].endswith(".")


def test_one_regulation_as_json() -> None:
    described = shown("tay-son-2024")
    row = next(row for row in described["parameters"] if row["key"] == "delegated.unanimity.required")
    assert row["from"] == "2024-05-31"
    assert row["cite"] == {
        "profile": "tay-son-2024",
        **{"article": "Điều 3", "clause": "khoản 4", "point": None, "paragraph": "đoạn 3", "dash": None},
        "also": [
            {"article": "Điều 15", "clause": "khoản 2", "point": None, "paragraph": None, "dash": "gạch đầu dòng thứ 1"}
        ],
    }
    inherited = next(row for row in described["parameters"] if row["key"] == "body.thuong-truc.roles")
    assert (inherited["inherited"], inherited["cite"]["profile"]) == ("202-qd-tw-2019", "202-qd-tw-2019")


def test_one_regulation_on_a_terminal() -> None:
    plain = regulations.show("lung-phinh-2025")
    for words_shown in (
        "HỘI NGHỊ",
        "absence.reported.working_days",
        "2 ngày làm việc",
        "KHÔNG CÓ QUY ĐỊNH",
        "ĐƠN VỊ GHI QUY ƯỚC",
    ):
        assert words_shown in plain
    assert "None" not in plain


def test_an_unknown_regulation_is_refused() -> None:
    with pytest.raises(Refusal, match="khong-co"):
        regulations.show("khong-co")


def test_a_parsed_text_as_json(tmp_path: Path) -> None:
    file = tmp_path / "quy-che.txt"
    file.write_text(TEXT, encoding="utf-8")
    parsed = json.loads(regulations.show_parsed(file, as_json=True))
    assert parsed["title"] == "QUY CHẾ LÀM VIỆC của Đảng ủy Thử Nghiệm"
    first = parsed["chapters"][0]["articles"][0]
    assert (first["number"], first["title"], first["paragraphs"]) == ("1", "Việc chung", ["Mọi việc theo bản này."])
    assert [clause["number"] for clause in first["clauses"]] == ["1", "2", "1"]
    assert first["clauses"][0]["points"][0]["number"] == "a"
    assert parsed["oddities"] == ["Điều 1 có hai dãy khoản, dãy sau lại bắt đầu từ khoản 1."]
    assert "1 chương, 2 điều, 3 khoản" in regulations.show_parsed(file)


# Attaching


def clock() -> dt.datetime:
    return dt.datetime(2026, 3, 2, 8)


def test_a_text_is_kept_once_for_each_regulation(tmp_path: Path) -> None:
    file = OfficeFile.create(tmp_path / "x.thuky", Office(office=HEAD), clock=clock, who="an")
    try:
        for text in (TEXT, TEXT.replace("Sửa khi cần.", "Sửa mỗi năm.")):
            with file.write("Kèm văn bản quy chế") as store:
                regulations.attach(store, text=text, profile="tay-son-2024")
        with file.read() as store:
            (kept,) = store.office().regulation_texts
        assert "Sửa mỗi năm." in kept.text
    finally:
        file.close()


def test_what_is_no_regulation_is_refused(tmp_path: Path) -> None:
    file = OfficeFile.create(tmp_path / "x.thuky", Office(office=HEAD), clock=clock, who="an")
    try:
        for text, profile in (("Không có gì.", "tay-son-2024"), (TEXT, "khong-co")):
            with pytest.raises(Refusal), file.write("Kèm văn bản quy chế") as store:
                regulations.attach(store, text=text, profile=profile)
        with file.read() as store:
            assert store.office().regulation_texts == ()
    finally:
        file.close()
