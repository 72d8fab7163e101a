"""The JSON contract: what is written is read back byte for byte, short forms and absent keys are understood."""

import datetime as dt
import json
import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from desktop.domain.records import LIST_OF, Office, OfficeDay, Post
from desktop.domain.refusal import Refusal
from desktop.exchange.bad_input import BadInput
from desktop.exchange.office_json import read_office, write_office
from desktop.usecases.office.file import export_file, import_file, load_source
from tests.db.small import clock, small_office
from tests.offices import offices

QUICK = settings(
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking whole offices takes minutes
)
LEAST = {"format": "thuky-office/1", "office": {"name": "Huyện ủy", "regulations": []}}


@settings(QUICK, max_examples=60)
@given(offices())
def test_what_is_written_is_read_back(office: Office) -> None:
    text = write_office(office)
    assert read_office(text) == office
    assert write_office(read_office(text)) == text
    assert read_office(text.encode()) == office


@settings(QUICK, max_examples=12)
@given(offices())
def test_import_and_export_give_the_same_bytes(office: Office) -> None:
    text = write_office(office)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "vào.json").write_bytes(text.encode())
        import_file(folder / "vào.json", folder / "a.thuky", clock=clock, who="An")
        export_file(folder / "a.thuky", folder / "ra.json", clock=clock, who="An")
        assert (folder / "ra.json").read_bytes() == text.encode()


@settings(QUICK, max_examples=20)
@given(offices())
def test_decomposed_text_is_composed(office: Office) -> None:
    text = write_office(office)
    assert read_office(unicodedata.normalize("NFD", text)) == read_office(text)


def test_the_canonical_form() -> None:
    text = write_office(small_office())
    data = json.loads(text)
    assert text.endswith("}\n")
    assert list(data)[:4] == ["format", "office", "calendar", "people"]
    assert data["calendar"] == {
        "days_off": ["2024-04-29"],
        "working_days": [{"date": "2024-05-04", "document": "Thông báo 12"}],
    }
    assert data["people"][0]["posts"] == ["chu-tich-ubnd"]
    assert data["people"][1]["posts"] == []
    assert data["meetings"][0]["start"] == "2024-06-12T07:30"
    assert data["meetings"][0]["end"] is None
    assert data["meetings"][0]["agenda"][0]["time"] == "08:00"
    assert data["tasks"][0]["with"] == ["u1"]
    assert "Huyện ủy" in text


def test_absent_and_null_keys_are_their_defaults() -> None:
    full = json.loads(write_office(read_office(json.dumps(LEAST))))
    assert full["calendar"] == {"days_off": [], "working_days": []}
    assert read_office(json.dumps({**LEAST, "people": None, "calendar": {"days_off": None}})) == read_office(
        json.dumps(LEAST)
    )
    office = read_office(
        json.dumps(
            {
                **LEAST,
                "people": [{"id": "p1", "name": "An"}],
                "ballots": [{"id": "b1", "body": "btv", "sent": "2024-07-01", "responses": [{"person": "p1"}]}],
            }
        )
    )
    assert office.ballots[0].responses[0].valid is True


def test_a_record_may_hold_nothing_but_what_is_required() -> None:
    """Section 2 of the contract: every other key of every list may be absent."""
    bare: dict[str, list[dict[str, str]]] = {
        name: [{"id": "z1"}] for name in LIST_OF.values() if name not in ("people", "meetings", "ballots", "absences")
    }
    bare["people"] = [{"id": "z1", "name": ""}]
    bare["meetings"] = [{"id": "z1", "body": "btv", "kind": "regular", "start": "2024-06-12T07:30"}]
    bare["ballots"] = [{"id": "z1", "body": "btv", "sent": "2024-06-12"}]
    bare["events"] = [{"id": "z1", "start": "2024-06-12T07:30"}]
    bare["absences"] = [{"id": "z1", "person": "z1", "from": "2024-06-12", "to": "2024-06-12", "area": "abroad"}]
    office = read_office(json.dumps(LEAST | bare))
    assert read_office(write_office(office)) == office


def test_short_forms() -> None:
    office = read_office(
        json.dumps(
            {
                **LEAST,
                "calendar": {
                    "days_off": ["2024-04-29", {"date": "2024-04-30"}],
                    "working_days": [{"date": "2024-05-04", "document": "x"}],
                },
                "people": [
                    {
                        "id": "p1",
                        "name": "An",
                        "posts": ["truong-cong-an", {"post": "chu-tich-ubnd", "from": "2021-07-01", "to": None}],
                    }
                ],
            }
        )
    )
    assert office.calendar.days_off == (OfficeDay(date=dt.date(2024, 4, 29)), OfficeDay(date=dt.date(2024, 4, 30)))
    assert office.people[0].posts == (
        Post(post="truong-cong-an"),
        Post(post="chu-tich-ubnd", from_=dt.date(2021, 7, 1)),
    )


def test_a_source_is_json_or_an_office_file(tmp_path: Path) -> None:
    office = small_office()
    (tmp_path / "a.json").write_text(write_office(office), encoding="utf-8")
    import_file(tmp_path / "a.json", tmp_path / "a.thuky", clock=clock, who="An")
    assert load_source(tmp_path / "a.json", clock=clock, who="An") == office
    assert load_source(tmp_path / "a.thuky", clock=clock, who="An") == office


def test_a_failed_import_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"format": "thuky-office/1", "office": {"name": 5}}')
    with pytest.raises(BadInput):
        import_file(tmp_path / "a.json", tmp_path / "a.thuky", clock=clock, who="An")
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]


def test_import_refuses_an_existing_file_and_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(write_office(small_office()), encoding="utf-8")
    (tmp_path / "a.thuky").write_text("của người khác")
    with pytest.raises(Refusal, match="đã có"):
        import_file(tmp_path / "a.json", tmp_path / "a.thuky", clock=clock, who="An")
    assert (tmp_path / "a.thuky").read_text() == "của người khác"
