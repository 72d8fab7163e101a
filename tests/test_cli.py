"""The command line as other programs use it: commands, exit statuses, one line of refusal, nothing left behind."""

import copy
import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop import lock
from desktop.cli import COMMANDS, run
from desktop.context import Context, Paths

OFFICE: dict[str, Any] = {
    "format": "thuky-office/1",
    "office": {
        "name": "Huyện ủy Sông Xanh",
        "superior": "Đảng bộ tỉnh Sông Xanh",
        "symbol": "HU",
        "place": "Sông Xanh",
        "regulations": [{"profile": "tay-son-2024", "from": "2024-05-31"}],
    },
    "people": [
        {
            "id": f"p{number}",
            "name": name,
            "seats": [
                {"body": "bch", "role": "uy-vien", "from": "2020-08-01"},
                {"body": "btv", "role": "uy-vien", "from": "2020-08-01"},
                *([{"body": "thuong-truc", "role": "bi-thu", "from": "2020-08-01"}] if number == 1 else []),
            ],
        }
        for number, name in enumerate(("Lê Văn Ánh", "Trần Thị Đào", "Phạm Văn Ẩn"), start=1)
    ],
    "meetings": [
        {
            "id": "m1",
            "body": "btv",
            "kind": "regular",
            "start": "2024-10-03T07:30",
            "chair": "p1",
            "invitations_sent": "2024-09-30",
            "decided_by": "thuong-truc",
            "attendance": [{"person": "p1", "status": "present"}, {"person": "p2", "status": "present"}],
            "agenda": [
                {
                    "id": "a1",
                    "title": "Dự toán ngân sách",
                    "purpose": "decision",
                    "vote": {"method": "show-of-hands", "choices": [{"person": "p1", "choice": "approve"}]},
                }
            ],
        }
    ],
}


@pytest.fixture
def context(tmp_path: Path) -> Context:
    return Context(Paths.under(tmp_path / "home"), lambda: dt.datetime(2024, 10, 10, 9, 0), "Văn thư")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "office.json"
    path.write_text(json.dumps(OFFICE), encoding="utf-8")
    return path


def findings(context: Context, source: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[Any, Any]:
    run(["check", str(source), "--json", *options], context)
    answer = json.loads(capsys.readouterr().out)
    return {(finding["rule"], finding["subject"]): finding for finding in answer["findings"]}


def test_check_answers_with_the_article_and_says_a_breach_by_its_exit_status(
    context: Context, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(source), "--on", "2024-10-10"], context) == 1
    assert "khoản 1 Điều 18" in capsys.readouterr().out
    found = findings(context, source, capsys)
    quorum = found["meeting.quorum", "meetings/m1"]
    assert (quorum["verdict"], quorum["expected"], quorum["actual"]) == ("met", "2/3", "2/3")
    assert quorum["cite"]["article"] == "Điều 18"
    assert quorum["cite"]["clause"] == "khoản 1"
    assert quorum["cite"]["profile"] == "tay-son-2024"
    assert found["decision.majority", "meetings/m1/a1"]["verdict"] == "breach"
    assert found["meeting.invitations", "meetings/m1"]["verdict"] == "met"


def test_a_finding_is_explained_in_words_and_in_json(
    context: Context, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["check", str(source), "--on", "2024-10-10", "--explain", "meetings/m1/a1", "decision.majority"]
    assert run(asked, context) == 1
    told = capsys.readouterr().out
    assert "Quy chế quy định:" in told
    assert "Người đương nhiệm:" in told
    assert run([*asked, "--json"], context) == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["finding"]["verdict"] == "breach"
    assert {step["kind"] for step in answer["steps"]} >= {"article", "members", "record"}
    assert all(set(step) == {"kind", "text", "cite", "records"} for step in answer["steps"])


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("meetings/m1", "meeting.unheard"), "Không có quy tắc “meeting.unheard”"),
        (("meetings/m9", "meeting.quorum"), "không có kết quả nào về “meetings/m9” tính đến 10/10/2024"),
    ],
)
def test_what_has_no_finding_is_not_explained(
    context: Context, source: Path, capsys: pytest.CaptureFixture[str], asked: tuple[str, str], said: str
) -> None:
    assert run(["check", str(source), "--on", "2024-10-10", "--explain", *asked], context) == 2
    assert said in capsys.readouterr().err


def test_without_a_breach_the_status_is_zero(context: Context, tmp_path: Path) -> None:
    empty = {**OFFICE, "meetings": [], "people": []}
    empty["office"] = {**OFFICE["office"], "regulations": [{"profile": "tay-son-2024", "from": "2024-10-09"}]}
    path = tmp_path / "empty.json"
    path.write_text(json.dumps(empty), encoding="utf-8")
    assert run(["check", str(path)], context) == 0


def test_an_office_goes_in_and_comes_out_the_same(
    context: Context, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "a.thuky", tmp_path / "b.thuky"
    out = tmp_path / "out.json"
    assert run(["import", str(source), "--office", str(first)], context) == 0
    assert run(["export", "--office", str(first), "-o", str(out)], context) == 0
    assert run(["import", str(out), "--office", str(second)], context) == 0
    assert run(["export", "--office", str(second)], context) == 0
    assert capsys.readouterr().out == out.read_text(encoding="utf-8")
    assert findings(context, source, capsys) == findings(context, first, capsys)


def test_a_secret_document_keeps_its_register_line_only(
    context: Context, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = {"id": "o1", "type": "BC", "number": 7, "secrecy": "mat", "title": "Báo cáo", "body": "nội dung mật"}
    source, target = tmp_path / "in.json", tmp_path / "in.thuky"
    source.write_text(json.dumps({**OFFICE, "documents": [secret]}), encoding="utf-8")
    assert run(["import", str(source), "--office", str(target)], context) == 0
    assert "chỉ giữ dòng đăng ký" in capsys.readouterr().out
    assert run(["export", "--office", str(target)], context) == 0
    exported = json.loads(capsys.readouterr().out)["documents"][0]
    assert (exported["title"], exported["body"]) == ("Báo cáo", "")


def test_the_demo_never_replaces_another_office_of_the_same_name(
    context: Context, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "own.json", tmp_path / "office.thuky"
    own = {**OFFICE, "office": {**OFFICE["office"], "name": "Huyện ủy Tây Sơn"}}
    source.write_text(json.dumps(own), encoding="utf-8")
    assert run(["import", str(source), "--office", str(target)], context) == 0
    before = target.read_bytes()
    assert run(["demo", "--no-window", "--out", str(tmp_path)], context) == 2
    assert "văn phòng khác" in capsys.readouterr().err
    assert target.read_bytes() == before


def test_a_damaged_file_is_one_line_of_the_doctor(
    context: Context, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = tmp_path / "a.thuky"
    assert run(["import", str(source), "--office", str(office)], context) == 0
    content = bytearray(office.read_bytes())
    content[4096:12288] = bytes(8192)
    office.write_bytes(content)
    assert run(["doctor", "--office", str(office)], context) == 2
    heard = capsys.readouterr()
    assert len(heard.err.splitlines()) == 1
    assert "sao lưu" in heard.err
    assert office.read_bytes() == content


def test_import_refuses_an_existing_file_and_leaves_it_as_it_was(
    context: Context, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = tmp_path / "a.thuky"
    office.write_bytes(b"an older file")
    assert run(["import", str(source), "--office", str(office)], context) == 2
    assert office.read_bytes() == b"an older file"
    assert len(capsys.readouterr().err.splitlines()) == 1


def person(change: Callable[[dict[str, Any]], object]) -> Callable[[dict[str, Any]], object]:
    return lambda office: change(office["people"][0])


def meeting(change: Callable[[dict[str, Any]], object]) -> Callable[[dict[str, Any]], object]:
    return lambda office: change(office["meetings"][0])


BROKEN: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "no name": (person(lambda p: p.pop("name")), "people[0].name"),
    "a number for a name": (person(lambda p: p.update(name=5)), "people[0].name"),
    "an unknown key": (person(lambda p: p.update(phone="1")), "people[0].phone"),
    "an unknown body": (person(lambda p: p["seats"][0].update(body="hdnd")), "people[0].seats[0].body"),
    "a date that is not one": (
        person(lambda p: p["seats"][0].update({"from": "2023-02-29"})),
        "people[0].seats[0].from",
    ),
    "a seat that ends before it begins": (
        person(lambda p: p["seats"][0].update(to="2019-01-01")),
        "people[0].seats[0].to",
    ),
    "an id used twice": (lambda o: o["people"][1].update(id="p1"), "people[1].id"),
    "a chair who does not exist": (meeting(lambda m: m.update(chair="p99")), "meetings[0].chair"),
    "text for a yes or no": (meeting(lambda m: m.update(cancelled="false")), "meetings[0].cancelled"),
    "one for a yes or no": (meeting(lambda m: m.update(cancelled=1)), "meetings[0].cancelled"),
    "a list for an object": (lambda o: o.update(office=[]), "office"),
    "an unknown profile": (
        lambda o: o["office"]["regulations"][0].update(profile="khac-2024"),
        "office.regulations[0].profile",
    ),
    "an override that is not listed": (
        lambda o: o["office"]["regulations"][0].update(overrides={"meeting.quorum.colour": 1}),
        "office.regulations[0].overrides",
    ),
    "a day out of reach": (meeting(lambda m: m.update(start="0001-01-01T08:00")), "meetings[0].start"),
    "another format": (lambda o: o.update(format="thuky-office/9"), "format"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_wrong_input_is_refused_in_one_line_that_names_the_field(
    kind: str, context: Context, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change, path = BROKEN[kind]
    office = copy.deepcopy(OFFICE)
    change(office)
    source, target = tmp_path / "bad.json", tmp_path / "bad.thuky"
    source.write_text(json.dumps(office), encoding="utf-8")
    assert run(["import", str(source), "--office", str(target)], context) == 2
    heard = capsys.readouterr()
    assert len(heard.err.splitlines()) == 1
    assert path in heard.err
    assert heard.out == ""
    assert [file.name for file in tmp_path.iterdir()] == ["bad.json"]


def test_all_errors_are_listed_a_line_each(
    context: Context, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = copy.deepcopy(OFFICE)
    office["people"][0]["name"] = 5
    office["people"][1]["born"] = "1975"
    office["meetings"][0]["kind"] = "secret"
    source = tmp_path / "bad.json"
    source.write_text(json.dumps(office), encoding="utf-8")
    assert run(["check", str(source)], context) == 2
    one = capsys.readouterr().err
    assert len(one.splitlines()) == 1
    assert "2" in one
    assert run(["check", str(source), "--all-errors"], context) == 2
    assert len(capsys.readouterr().err.splitlines()) == 3


@pytest.mark.parametrize(
    "words",
    [
        ["nothing"],
        ["check"],
        ["check", "x.json", "--on", "2024-13-01"],
        ["print"],
        ["demo", "--profile", "x"],
        ["import"],
    ],
    ids=" ".join,
)
def test_a_wrong_request_is_one_line_too(
    words: list[str], context: Context, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(words, context) == 2
    heard = capsys.readouterr()
    assert len(heard.err.splitlines()) == 1
    assert not any(word in heard.err for word in ("argument", "invalid", "required", "choose"))


def test_a_missing_file_is_named(context: Context, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(tmp_path / "khong-co.json")], context) == 2
    assert "khong-co.json" in capsys.readouterr().err


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_help_page_is_vietnamese(command: str, context: Context, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run([command, "--help"], context)
    assert ended.value.code == 0
    page = capsys.readouterr().out
    assert "cách dùng: thuky" in page
    assert not any(word in page for word in ("usage", "options:", "positional", "show this"))


def test_nothing_is_restored_under_an_open_window(
    context: Context, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office, copy = tmp_path / "a.thuky", tmp_path / "b.thuky"
    assert run(["import", str(source), "--office", str(office)], context) == 0
    assert run(["backup", "--office", str(office), "-o", str(copy)], context) == 0
    before = office.read_bytes()
    held = lock.take(office)
    assert run(["restore", str(copy), "--office", str(office)], context) == 2
    assert "a.thuky đang mở ở một cửa sổ khác trên máy này" in capsys.readouterr().err
    assert office.read_bytes() == before
    held.unlock()
    assert run(["restore", str(copy), "--office", str(office)], context) == 0


def test_attaching_a_text_says_what_was_read_and_what_is_odd_in_it(
    context: Context, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, text = tmp_path / "a.thuky", tmp_path / "quy chế.txt"
    assert run(["import", str(source), "--office", str(path)], context) == 0
    text.write_text("QUY CHẾ LÀM VIỆC\nĐiều 1. Một\n1. Khoản một.\nĐiều 3. Ba\n1. Khoản một.\n", encoding="utf-8")
    capsys.readouterr()
    assert run(["regulations", "attach", str(text), "--office", str(path), "--profile", "tay-son-2024"], context) == 0
    said = capsys.readouterr().out
    assert "2 điều, 2 khoản" in said
    assert "Cần xem lại:" in said
    assert "Điều 2" in said


def test_a_text_proposes_what_it_says_with_its_article_and_its_words(
    context: Context, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "quy chế.txt"
    clauses = "1. Ban Thường vụ Đảng ủy họp mỗi tháng hai lần.\n2. Văn phòng phải chuẩn bị phòng họp.\n"
    text.write_text(f"QUY CHẾ LÀM VIỆC\nĐiều 1. Chế độ hội nghị\n{clauses}", encoding="utf-8")
    assert run(["regulations", "propose", str(text), "--json"], context) == 0
    said = json.loads(capsys.readouterr().out)
    words = "Ban Thường vụ Đảng ủy họp mỗi tháng hai lần"
    assert said["proposals"] == [
        {
            "key": "meeting.cadence.btv",
            "value": {"n": 2, "per": "month"},
            "at": "Điều 1, khoản 1",
            "words": {"article": "Điều 1", "start": 27, "end": 27 + len(words), "text": words},
            "sure": True,
        }
    ]
    assert "meeting.cadence.bch" in said["silent"]
    assert said["unread"] == [{"article": "Điều 1", "text": "Văn phòng phải chuẩn bị phòng họp."}]
    assert run(["regulations", "propose", str(text)], context) == 0
    printed = capsys.readouterr().out
    assert "khoản 1 Điều 1" in printed
    assert f"Ban Thường vụ: kỳ họp: 2 lần một tháng; theo chữ “{words}”" in printed


def test_the_doctor_lists_what_contradicts_itself_in_a_sound_file(
    context: Context, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    trip = {"id": "x1", "person": "p1", "from": "2024-10-02", "to": "2024-10-04", "area": "outside-province"}
    source, office = tmp_path / "a.json", tmp_path / "a.thuky"
    source.write_text(json.dumps({**OFFICE, "absences": [trip]}), encoding="utf-8")
    assert run(["import", str(source), "--office", str(office)], context) == 0
    assert run(["doctor", "--office", str(office)], context) == 0
    first, *lines = capsys.readouterr().out.splitlines()
    assert first == f"Tệp nguyên vẹn; {len(lines)} chỗ ghi trái nhau, cần xem lại:"
    assert sum(line.startswith("meetings/m1, absences/x1: ") for line in lines) == 2
    assert run(["doctor", "--office", str(office), "--json"], context) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["problems"] == []
    assert len(told["contradictions"]) == len(lines)
    assert told["contradictions"][0]["subjects"] == ["meetings/m1", "absences/x1"]
