"""What a reference names, and that its text comes back as it was."""

import pickle

import pytest

from desktop.domain.compliance import check
from desktop.domain.records import LIST_OF, Ballot, Meeting, Person
from desktop.domain.refs import RecordRef
from desktop.sample.sample import SHOWN, closing_day, sample_office
from desktop.usecases.base.facts import facts_of
from tests.papers.forms.an_office import facts, meeting


@pytest.mark.parametrize(
    ("text", "kind", "id", "part", "code"),
    [
        ("meetings/m1", "meetings", "m1", None, "m1"),
        ("meetings/m1/a1", "meetings", "m1", "a1", "a1"),
        ("meetings/m1/", "meetings", "m1", "", ""),
        ("meetings/m1/a1/x", "meetings", "m1", "a1/x", "a1/x"),
        ("people/p1/2024-06", "people", "p1", "2024-06", "2024-06"),
        ("btv/2024-Q3", "btv", "2024-Q3", None, "2024-Q3"),
        ("bch/2025/inspection", "bch", "2025", "inspection", "2025"),
        ("office", "office", "", None, ""),
    ],
)
def test_a_reference_is_taken_apart_by_its_slashes(text: str, kind: str, id: str, part: str | None, code: str) -> None:
    ref = RecordRef(text)
    assert (ref.kind, ref.id, ref.part, ref.code) == (kind, id, part, code)
    assert ref == text
    assert pickle.loads(pickle.dumps(ref)).part == part


def test_a_reference_is_made_of_a_record_and_names_its_kind() -> None:
    ref = RecordRef.to(meeting(), "a1")
    assert (ref, ref.whole, ref.rest) == ("meetings/m1/a1", "meetings/m1", "m1/a1")
    assert ref.names(Meeting)
    assert not ref.names(Ballot)
    assert RecordRef.of(Person, "p1", "2024") == "people/p1/2024"
    assert RecordRef.of("btv", "2024").is_record is False


def test_a_record_is_found_by_its_kind_and_id_or_by_a_reference_to_any_part_of_it() -> None:
    given = facts()
    assert given.one(Meeting, "m1") == given.at(RecordRef("meetings/m1/a1")) == meeting()
    assert given.one(Ballot, "m1") is None
    assert given.one(Meeting, None) is None
    assert given.at(RecordRef("btv/2024-Q3")) is None


def test_every_finding_is_on_a_record_of_the_office_or_on_a_period() -> None:
    on = closing_day(SHOWN)
    given = facts_of(sample_office(SHOWN, as_of=on))
    for finding in check(given, on=on):
        assert (finding.subject.kind in LIST_OF.values()) == finding.subject.is_record
        assert (given.at(finding.subject) is not None) == finding.subject.is_record, finding
