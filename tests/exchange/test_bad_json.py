"""Wrong input is named in one line: the field by its path, the record by its id, what was found and what expected."""

import copy
import json
import os
import random
from collections.abc import Iterator
from typing import Any, TypeAlias

import pytest

from desktop.exchange.bad_input import BadInput
from desktop.exchange.office_json import read_office, write_office
from tests.db.small import small_office

Plain: TypeAlias = Any
GONE = object()


def valid() -> dict[str, Plain]:
    data: dict[str, Plain] = json.loads(write_office(small_office()))
    data["meetings"].append(
        {
            "id": "m2",
            "body": "bch",
            "kind": "regular",
            "start": "2024-07-01T08:00",
            "agenda": [{"id": "a9", "title": "x"}],
        }
    )
    data["meetings"][0]["end"] = "2024-06-12T11:00"
    data["units"][0]["from"] = "2024-07-01"
    data["reports"] = [{"id": "r1", "unit": "government", "period": "2024-06"}]
    data["reviews"] = [{"id": "k1", "subject": "btv"}]
    data["programmes"] = [{"id": "w1", "period": "2024-W08"}]
    data["documents"] = [{"id": "o1", "number": 12}]
    return data


def put(data: Plain, path: str, value: Plain) -> None:
    """Set, or take away, what stands at a path such as `people[0].name`."""
    *steps, last = path.replace("[", ".[").split(".")
    for step in steps:
        data = data[int(step[1:-1])] if step.startswith("[") else data[step]
    key: Plain = int(last[1:-1]) if last.startswith("[") else last
    if value is GONE:
        del data[key]
    else:
        data[key] = value


def problems(text: str | bytes) -> list[str]:
    with pytest.raises(BadInput) as refused:
        read_office(text)
    return [problem.line() for problem in refused.value.problems]


WRONG: list[tuple[str, Plain, str, str, str]] = [
    # path, value put there, the path named, the record named, a word of what was expected
    ("format", GONE, "format", "", "thiếu"),
    ("format", "thuky-office/2", "format", "", "thuky-office/1"),
    ("office", GONE, "office", "", "thiếu"),
    ("office.name", GONE, "office.name", "", "văn bản"),
    ("office.name", None, "office.name", "", "thiếu"),
    ("office.name", 5, "office.name", "", "có 5, cần văn bản"),
    ("office.regulations", GONE, "office.regulations", "", "danh sách"),
    ("office.regulations[0].profile", "tay-son-2023", "office.regulations[0].profile", "", "tay-son-2024"),
    ("office.regulations[0].overrides", {"a.b": 1}, "office.regulations[0].overrides.a.b", "", "một nội dung mà lệnh"),
    (
        "office.regulations[0].overrides",
        {"absence.reported.working_days": 1.5},
        "office.regulations[0].overrides.absence.reported.working_days",
        "",
        "có 1.5",
    ),
    ("office.settings", {"khác": 1}, "office.settings.khác", "", "một trong"),
    ("office.settings", {"ballot.days": "5"}, "office.settings.ballot.days", "", 'có "5"'),
    ("office.settings", {"ballot.days": {}}, "office.settings.ballot.days", "", "một số nguyên, từ 0 đến 1000"),
    ("office.term", {"from": "2025-01-01", "to": "2024-01-01"}, "office.term.to", "", "không trước from (2025-01-01)"),
    ("calendar.days_off[0]", "2024-02-30", "calendar.days_off[0]", "", "có thật trong lịch"),
    ("calendar.days_off[0]", {"date": 5}, "calendar.days_off[0].date", "", "ngày dạng YYYY-MM-DD"),
    ("people", {}, "people", "", "danh sách"),
    ("people[0]", "An", "people[0]", "", "đối tượng"),
    ("people[0].id", GONE, "people[0].id", "", "thiếu"),
    ("people[0].name", GONE, "people[0].name", "p1", "thiếu, cần văn bản"),
    ("people[2].id", "p1", "people[2].id", "p1", "chưa có bản ghi nào khác"),
    ("people[0].nmae", "An", "people[0].nmae", "p1", "bỏ khóa này"),
    ("people[0].from_", "An", "people[0].from_", "p1", "bỏ khóa này"),
    ("people[0].born", True, "people[0].born", "p1", "có true, cần số nguyên"),
    ("people[0].born", "1975", "people[0].born", "p1", "số nguyên"),
    ("people[0].born", 1975.0, "people[0].born", "p1", "có 1975.0"),
    ("people[0].born", 2**70, "people[0].born", "p1", "số nguyên"),
    ("people[0].seats[0].body", "bct", "people[0].seats[0].body", "p1", "bch, btv, thuong-truc, ubkt"),
    ("people[0].seats[0].role", GONE, "people[0].seats[0].role", "p1", "bi-thu"),
    ("people[0].seats[0].to", "2020-07-31", "people[0].seats[0].to", "p1", "không trước from (2020-08-01)"),
    ("people[0].seats[0].from", "01/8/2020", "people[0].seats[0].from", "p1", "YYYY-MM-DD"),
    ("people[0].seats[0].from", "2020-08-01T00:00", "people[0].seats[0].from", "p1", "YYYY-MM-DD"),
    ("people[0].posts[0]", 5, "people[0].posts[0]", "p1", "đối tượng"),
    ("people[0].posts[0]", {"post": 5}, "people[0].posts[0].post", "p1", "văn bản"),
    ("meetings[0].start", "2024-06-12 07:30", "meetings[0].start", "m1", "YYYY-MM-DDTHH:MM"),
    ("meetings[0].start", "2024-06-12T07:30:00", "meetings[0].start", "m1", "YYYY-MM-DDTHH:MM"),
    ("meetings[0].start", "2024-06-12T07:30Z", "meetings[0].start", "m1", "YYYY-MM-DDTHH:MM"),
    ("meetings[0].start", "2024-06-31T07:30", "meetings[0].start", "m1", "có thật trong lịch"),
    ("meetings[0].end", "2024-06-12T07:00", "meetings[0].end", "m1", "không trước start"),
    ("meetings[0].chair", "p404", "meetings[0].chair", "m1", "có trong people"),
    ("meetings[0].requested_by[1]", "p404", "meetings[0].requested_by[1]", "m1", "có trong people"),
    ("meetings[0].cancelled", 1, "meetings[0].cancelled", "m1", "true hoặc false"),
    ("meetings[0].agenda[0].time", "8:00", "meetings[0].agenda[0].time", "m1/a1", "HH:MM"),
    ("meetings[0].agenda[0].title", GONE, "meetings[0].agenda[0].title", "m1/a1", "thiếu"),
    ("meetings[0].agenda[1].id", "a1", "meetings[0].agenda[1].id", "m1/a1", "chưa có bản ghi nào khác"),
    (
        "meetings[0].agenda[0].vote.choices[0].person",
        "p404",
        "meetings[0].agenda[0].vote.choices[0].person",
        "m1/a1",
        "people",
    ),
    ("meetings[0].agenda[0].vote.counts.approve", -1, "meetings[0].agenda[0].vote.counts.approve", "m1/a1", "từ 0"),
    ("meetings[0].agenda[0].attachments[0].bytes", -1, "meetings[0].agenda[0].attachments[0].bytes", "m1/a1", "từ 0"),
    ("ballots[0].questions", [{"id": "q1"}, {"id": "q1"}], "ballots[0].questions[1].id", "b1/q1", "chưa có"),
    ("ballots[0].responses[0].questions", {"q2": "approve"}, "ballots[0].responses[0].questions.q2", "b1", "câu hỏi"),
    (
        "ballots[0].responses[0].questions",
        {"q1": "yes"},
        "ballots[0].responses[0].questions.q1",
        "b1",
        "approve, reject, other",
    ),
    ("ballots[0].sent", GONE, "ballots[0].sent", "b1", "thiếu"),
    ("absences[0].to", "2024-08-04", "absences[0].to", "x1", "không trước from"),
    ("absences[0].area", "mars", "absences[0].area", "x1", "outside-province"),
    ("tasks[0].source.agenda", "a9", "tasks[0].source.agenda", "t1", "cuộc họp m1"),
    ("tasks[0].with[0]", "u404", "tasks[0].with[0]", "t1", "có trong units"),
    ("reports[0].unit", "police", "reports[0].unit", "r1", "office, government"),
    ("reports[0].period", "2024-13", "reports[0].period", "r1", "2024-Q3"),
    ("programmes[0].period", "2024-W53", "programmes[0].period", "w1", "tuần có thật"),
    ("programmes[0].period", "2024-Q5", "programmes[0].period", "w1", "kỳ dạng"),
    ("reviews[0].subject", "p404", "reviews[0].subject", "k1", "people"),
    ("documents[0].number", -1, "documents[0].number", "o1", "số nguyên"),
    ("office.kept_from", "2024-13-01", "office.kept_from", "", "có thật trong lịch"),
    ("units[0].to", "2024-06-30", "units[0].to", "u1", "không trước from (2024-07-01)"),
    ("units[0].successor", "u404", "units[0].successor", "u1", "có trong units"),
    ("units[0].successor", "u1", "units[0].successor", "u1", "id của một đơn vị khác"),
    ("meetings[0].agenda[0].day", "2024-06-13", "meetings[0].agenda[0].day", "m1/a1", "từ 2024-06-12 đến 2024-06-12"),
    ("meetings[1].agenda[0].day", "2024-06-30", "meetings[1].agenda[0].day", "m2/a9", "một ngày họp (từ 2024-07-01)"),
    ("meetings[0].postponed_to", "m404", "meetings[0].postponed_to", "m1", "có trong meetings"),
    ("meetings[1].postponed_to", "m2", "meetings[1].postponed_to", "m2", "một cuộc họp khác"),
    ("thêm", 1, "thêm", "", "bỏ khóa này"),
]


@pytest.mark.parametrize(("path", "value", "named", "record", "expected"), WRONG)
def test_one_error_is_one_line_that_names_it(path: str, value: Plain, named: str, record: str, expected: str) -> None:
    data = valid()
    put(data, path, value)
    found = problems(json.dumps(data))
    assert len(found) == 1, found
    assert found[0].startswith(f"{named} (bản ghi “{record}”): " if record else f"{named}: ")
    assert expected in found[0]
    assert len(found[0].splitlines()) == 1


def test_the_valid_office_is_valid() -> None:
    read_office(json.dumps(valid()))


def test_all_errors_are_found_at_once() -> None:
    data = valid()
    for path, value in (
        ("people[0].born", "x"),
        ("meetings[0].chair", "p404"),
        ("absences[0].to", "2020-01-01"),
        ("people[2].id", "p2"),
    ):
        put(data, path, value)
    with pytest.raises(BadInput) as refused:
        read_office(json.dumps(data))
    assert {problem.path for problem in refused.value.problems} == {
        "people[0].born",
        "meetings[0].chair",
        "absences[0].to",
        "people[2].id",
    }
    assert refused.value.line().endswith("; còn 3 lỗi khác")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "JSON đúng cú pháp"),
        ("{", "dòng 1, cột 2"),
        ('{"a": 1,}', "JSON đúng cú pháp"),
        ("{'a': 1}", "JSON đúng cú pháp"),
        ("[]", "Toàn tệp: có danh sách 0 mục"),
        ("null", "Toàn tệp: thiếu"),
        ("5", "Toàn tệp: có 5"),
        ("\ufeff{}", "BOM"),
        (b"\xef\xbb\xbf{}", "BOM"),
        (b'{"a": "\xff"}', "UTF-8"),
        ("{}".encode("utf-16"), "UTF-8"),
        ("[" * 200_000, "lồng"),
        ('{"a":' * 200_000, "lồng"),
        ('{"format": "thuky-office/1", "office": NaN}', "office: có NaN"),
        ('{"format": "thuky-office/1", "office": 1e999}', "số quá lớn"),
        ('{"format": "thuky-office/1", "office": ' + "9" * 5000 + "}", "số quá lớn"),
        ('{"format": "thuky-office/1", "format": "thuky-office/1"}', "format"),
        (
            '{"format": "thuky-office/1", "office": {"name": "a", "name": "b", "regulations": []}}',
            'office.name: có "b", cần mỗi khóa chỉ một lần',
        ),
        ('{"format": "thuky-office/1", "office": {"name": "\\ud800", "regulations": []}}', 'office.name: có "\\ud800"'),
        ('{"format": "thuky-office/1", "office": {"name": "a", "regulations": []}, "\\udfff": 1}', "bỏ khóa này"),
        ('{"format": "thuky-office/1", "office": {"name": "a\nb", "regulations": []}}', "JSON đúng cú pháp"),
        ('{"format": "thuky-office/1", "office": {"name": ["a\\nb\\u2028c"], "regulations": []}}', "danh sách 1 mục"),
        ('{"format": "a\\nb\\u2028c' + "x" * 500 + '"}', "…"),
    ],
)
def test_text_that_is_no_contract_json(text: str | bytes, expected: str) -> None:
    found = problems(text)
    assert any(expected in line for line in found), found
    for line in found:
        assert len(line.splitlines()) == 1
        assert len(line) < 400
        line.encode()


def test_a_short_day_that_does_not_exist_is_named_as_a_day() -> None:
    data = valid()
    put(data, "calendar.days_off[0]", "2023-02-29")
    assert problems(json.dumps(data)) == [
        'calendar.days_off[0]: có "2023-02-29", cần ngày dạng YYYY-MM-DD và có thật trong lịch'
    ]


# Fuzz

INPUTS = int(os.environ.get("THUKY_FUZZ", "2000"))
"""How many inputs; `THUKY_FUZZ=10000` for more."""
ODD: list[Plain] = [
    None,
    True,
    0,
    -1,
    1.5,
    2**80,
    "",
    "p1",
    "2024-02-30",
    "\ud800",
    "a\nb",
    [],
    {},
    [None],
    {"id": "p1"},
    {"": None},
    [[]],
]


def places(data: Plain) -> Iterator[tuple[Plain, Plain]]:
    """Every container in a value with every key of it."""
    for key in list(data) if isinstance(data, dict) else range(len(data) if isinstance(data, list) else 0):
        yield data, key
        yield from places(data[key])


def mutated(data: Plain, chance: random.Random) -> Plain:
    data = copy.deepcopy(data)
    for _ in range(chance.randint(1, 3)):
        where, key = chance.choice(list(places(data)))
        match chance.randrange(4):
            case 0:
                where[key] = chance.choice(ODD)
            case 1:
                del where[key]
            case 2 if isinstance(where, dict):
                where[chance.choice(["id", "x", "from_", "person", "to", "\ud801"])] = chance.choice(ODD)
            case _:
                other, at = chance.choice(list(places(data)))
                where[key] = copy.deepcopy(other[at])
    return data


@pytest.mark.parametrize("seed", range(4))
def test_mutated_input_is_refused_in_one_line_or_read(seed: int) -> None:
    chance = random.Random(seed)
    whole = valid()
    for _ in range(INPUTS // 5):
        _try(json.dumps(mutated(whole, chance)))


def test_mutated_bytes_are_refused_in_one_line_or_read() -> None:
    chance = random.Random(99)
    whole = json.dumps(valid(), ensure_ascii=False).encode()
    for _ in range(INPUTS // 5):
        at, size = chance.randrange(len(whole)), chance.randrange(8)
        _try(whole[:at] + chance.randbytes(chance.randrange(4)) + whole[at + size :])


def _try(text: str | bytes) -> None:
    """Any other exception fails the test; what is read is written and read again."""
    try:
        office = read_office(text)
    except BadInput as refused:
        lines = [refused.line(), *(problem.line() for problem in refused.problems)]
    else:
        lines = [] if read_office(write_office(office)) == office else ["khác"]
    assert all(len(line.splitlines()) == 1 and line.encode() for line in lines)
    assert lines != ["khác"]
