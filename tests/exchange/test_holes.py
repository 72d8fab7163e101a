"""Every key but those the contract asks for may be absent or null, one at a time and all at once."""

import copy
import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args, get_origin

import pytest

from desktop.cli import run
from desktop.context import Context, Paths
from desktop.domain.compliance import check
from desktop.domain.plain import bare, hints, item_of, json_key, refers_to
from desktop.domain.records import LIST_OF, Office, Value
from desktop.exchange.bad_input import BadInput
from desktop.exchange.office_json import read_office, write_office
from desktop.usecases.base.facts import facts_of
from desktop.usecases.papers.printing import print_form
from tests.db.small import clock

Plain: TypeAlias = Any
Step: TypeAlias = str | int
DAY = dt.date(2024, 12, 31)

REQUIRED = {
    *("format", "office", "office.name", "office.regulations", "people.name"),
    *("people.seats.body", "people.seats.role", "people.seats.from"),
    *("meetings.body", "meetings.kind", "meetings.start", "meetings.agenda.title", "ballots.body", "ballots.sent"),
    *("absences.person", "absences.from", "absences.to", "absences.area", "events.start"),
}
"""What interchange.md section 2 asks for, besides every record's id."""

LED_TO = {
    "people",
    "units",
    "meetings",
    "ballots",
    "delegated",
    "documents",
    "directives",
    "incoming",
    "meetings.agenda",
    "ballots.questions",
}
"""Lists that other records of the full office name: without them it is those that are refused."""

PAPERS = ("bien-ban", "diem-danh", "giay-moi")
SIMPLE: dict[Plain, Plain] = {str: "x", int: 1, bool: True, dt.date: "2024-06-12", dt.time: "08:00"}
SIMPLE |= {dt.datetime: "2024-06-12T07:30", Value: 2}
PARTICULAR: dict[str, Plain] = {
    "office.regulations.profile": "tay-son-2024",
    "office.regulations.overrides": {"absence.reported.working_days": 2},
    "office.settings": {"ballot.days": 5},
    "office.settings_from.key": "ballot.days",
    "meetings.postponed_to": None,
    "units.successor": "u2",
    "meetings.cancelled": False,
    "ballots.responses.questions": {"q1": "approve"},
    "programmes.period": "2024-06",
    "reports.unit": "u1",
    "reports.period": "2024-06",
    "reviews.subject": "btv",
    "duties.often": {"n": 1, "per": "month"},
    "duties.due": {"day": 5, "of": "next-month"},
    "duties.done.record": "documents/d1",
    "duties.profile": "",
    "profiles.base": "tay-son-2024",
    "profiles.parameters.key": "absence.reported.working_days",
    "tasks.source.agenda": "a1",
    "documents.source.agenda": "a1",
}


def filled(hint: Plain, path: str = "") -> Plain:
    """A value of that type with every key filled; every list has one item, every reference leads to it."""
    inner, item, target = bare(hint), item_of(hint), refers_to(hint)
    if path in PARTICULAR:
        return PARTICULAR[path]
    if item is not None:
        return [filled(item, path)]
    if target is not None:
        return f"{target[0]}1"
    if is_dataclass(inner):
        return {json_key(name): filled(each, f"{path}.{json_key(name)}".strip(".")) for name, each in _fields(inner)}
    if get_origin(inner) is Literal:
        return get_args(inner)[0]
    return f"{path.split('.')[-2][0]}1" if path.endswith(".id") else SIMPLE[inner]


def _fields(cls: Plain) -> list[tuple[str, Plain]]:
    return list(hints(cls).items())


FULL: dict[str, Plain] = filled(Office)
FULL["units"].append({"id": "u2"})
FULL["meetings"].append(
    {"id": "m2", "body": "btv", "kind": "regular", "start": "2024-06-05T07:30", "postponed_to": "m1"}
)


def keys(data: Plain, loc: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    """The place of every key the contract names."""
    if isinstance(data, list):
        for number, each in enumerate(data):
            yield from keys(each, (*loc, number))
    elif isinstance(data, dict) and name_of(loc) not in PARTICULAR:
        for key, each in data.items():
            yield (*loc, key)
            yield from keys(each, (*loc, key))


def name_of(loc: tuple[Step, ...]) -> str:
    return ".".join(step for step in loc if isinstance(step, str))


def path_of(loc: tuple[Step, ...]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in loc).removeprefix(".")


def is_required(loc: tuple[Step, ...]) -> bool:
    return name_of(loc) in REQUIRED or loc[-1] == "id"


def without(loc: tuple[Step, ...], *, null: bool) -> str:
    """The full office with one key taken away, or made null."""
    data = copy.deepcopy(FULL)
    owner: Plain = data
    for step in loc[:-1]:
        owner = owner[step]
    if null:
        owner[loc[-1]] = None
    else:
        del owner[loc[-1]]
    return json.dumps(data)


def hollow(data: Plain, name: str = "") -> Plain:
    """The same lists and objects, with every key that may be absent and holds neither made null."""
    if isinstance(data, list):
        return [hollow(each, name) for each in data]
    if not isinstance(data, dict):
        keep = name in REQUIRED or name.endswith(".id")
        return data if keep else None
    if name in PARTICULAR:
        return None
    return {key: hollow(each, f"{name}.{key}".strip(".")) for key, each in data.items()}


ALL = sorted(keys(FULL), key=path_of)
OPTIONAL = [loc for loc in ALL if not is_required(loc) and name_of(loc) not in LED_TO]


def without_strings_in_lists(data: Plain) -> Plain:
    """Lists of ids and of plain texts hold no nulls; they are left empty."""
    if isinstance(data, list):
        return [without_strings_in_lists(each) for each in data if each is not None]
    if isinstance(data, dict):
        return {key: without_strings_in_lists(each) for key, each in data.items()}
    return data


def test_the_full_office_is_one() -> None:
    assert read_office(json.dumps(FULL))
    assert set(FULL) == {"format", "office", "calendar", *LIST_OF.values()}
    assert {name_of(loc) for loc in ALL} >= REQUIRED
    assert len(OPTIONAL) > 150


@pytest.mark.parametrize("null", [False, True])
def test_only_the_keys_of_the_contract_are_asked_for(null: bool) -> None:
    for loc in (loc for loc in ALL if is_required(loc)):
        with pytest.raises(BadInput) as refused:
            read_office(without(loc, null=null))
        assert path_of(loc) in [problem.path for problem in refused.value.problems]
    for loc in OPTIONAL:
        read_office(without(loc, null=null))


@pytest.mark.parametrize("name", sorted(LED_TO))
def test_a_list_others_name_is_not_itself_asked_for(name: str) -> None:
    loc = next(loc for loc in ALL if name_of(loc) == name)
    with pytest.raises(BadInput) as refused:
        read_office(without(loc, null=False))
    assert path_of(loc) not in [problem.path for problem in refused.value.problems]


def test_rules_and_papers_do_without_any_one_key() -> None:
    for loc in OPTIONAL:
        facts = facts_of(read_office(without(loc, null=True)))
        check(facts, on=DAY)
        for slug in PAPERS if loc[0] in ("office", "people", "units", "meetings") else ():
            print_form(facts, slug, "m1", on=DAY)


def test_an_entry_that_says_nothing_counts_for_nothing() -> None:
    data = copy.deepcopy(FULL)
    data["people"][0]["seats"].append({"body": "btv", "role": "uy-vien", "from": "2020-08-01"})
    meeting = data["meetings"][0]
    meeting.update(body="btv", attendance=[{}, {"status": "present"}, {"person": "p1"}])
    meeting["agenda"][0]["vote"] = {"choices": [{}, {"choice": "approve"}, {"person": "p1"}]}
    found = {each.rule: each.verdict for each in check(facts_of(read_office(json.dumps(data))), on=DAY)}
    assert found["meeting.quorum"] == "unknown"
    assert found["decision.majority"] == "unknown"


def test_an_office_full_of_holes_goes_through_every_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    context = Context(Paths.under(tmp_path / "home"), clock, "Văn thư")
    data = without_strings_in_lists(hollow(FULL))
    data["office"]["regulations"].append({"profile": "tay-son-2024", "from": "2024-01-01"})
    text = write_office(read_office(json.dumps(data)))
    first, file, second = tmp_path / "a.json", tmp_path / "a.thuky", tmp_path / "b.json"
    first.write_text(text, encoding="utf-8")
    assert run(["import", str(first), "--office", str(file)], context) == 0
    assert run(["export", "--office", str(file), "-o", str(second)], context) == 0
    assert second.read_text(encoding="utf-8") == text
    assert run(["doctor", "--office", str(file)], context) == 0
    assert run(["check", str(file), "--on", DAY.isoformat()], context) in (0, 1)
    for slug in PAPERS:
        asked = ["print", slug, "m1", "--draft", "--office", str(file), "-o", str(tmp_path / f"{slug}.pdf")]
        assert run(asked, context) == 0
    assert capsys.readouterr().err == ""
