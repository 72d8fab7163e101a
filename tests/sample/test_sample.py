"""The sample offices: their sizes, that they never change, that they are valid, and that every verdict shows."""

import datetime as dt
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import combinations

import pytest

from desktop.domain.compliance import RULES, check
from desktop.domain.findings import Verdict
from desktop.domain.records import LIST_OF, Body, Meeting, Office
from desktop.domain.rules import duty_own
from desktop.domain.signing import Asked, decide, organ_of
from desktop.exchange.office_json import read_office, write_office
from desktop.sample import sample
from desktop.sample.sample import PROFILES, demo_day, sample_office
from desktop.usecases.base.facts import facts_of, workdays_of
from tests.bench.grow import ANSWERS, ATTENDANCE, SIZES, grow

SIZE: dict[str, tuple[int, int, int, int, int, int]] = {
    "tay-son-2024": (41, 13, 3, 9, 4, 30),
    "lung-phinh-2025": (25, 9, 3, 5, 2, 18),
    "bac-kan-ccq-2020": (27, 9, 3, 7, 3, 25),
}
LAST = {"tay-son-2024": dt.date(2024, 12, 31), "lung-phinh-2025": dt.date(2026, 6, 30)}
every_profile = pytest.mark.parametrize("profile", PROFILES)


def seated(office: Office, body: Body) -> set[str]:
    return {person.id for person in office.people for seat in person.seats if seat.body == body}


@every_profile
def test_the_bodies_have_the_sizes_of_the_contract(profile: str) -> None:
    office = sample_office(profile)
    bch, ubkt = seated(office, "bch"), seated(office, "ubkt")
    organisations = sum(unit.kind == "party-organisation" for unit in office.units)
    sizes = (len(bch), len(seated(office, "btv")), len(seated(office, "thuong-truc")), len(ubkt), len(ubkt - bch))
    assert (*sizes, organisations) == SIZE[profile]


@every_profile
def test_the_same_office_every_time(profile: str) -> None:
    first = sample_office(profile)
    sample._whole.cache_clear()
    assert sample_office(profile) == first


@every_profile
@pytest.mark.parametrize("whole", [True, False])
def test_json_gives_back_the_same_office(profile: str, whole: bool) -> None:
    office = sample_office(profile, as_of=None if whole else demo_day(profile))
    text = write_office(office)
    assert read_office(text) == office
    assert write_office(read_office(text)) == text


def test_every_verdict_shows() -> None:
    verdicts = {finding.verdict for finding in check(facts_of(sample_office("tay-son-2024")), on=LAST["tay-son-2024"])}
    assert verdicts == set(Verdict)


D = dt.date
SEEN = {
    "tay-son-2024": (D(2024, 8, 29), D(2024, 10, 20), D(2024, 11, 19), D(2024, 12, 11), D(2024, 12, 31), D(2026, 1, 2)),
    "lung-phinh-2025": (D(2025, 11, 25), D(2025, 12, 10), D(2026, 2, 2), D(2026, 6, 24), D(2030, 7, 1)),
    "bac-kan-ccq-2020": (D(2024, 10, 15), D(2024, 11, 12), D(2024, 12, 11), D(2024, 12, 31), D(2025, 7, 1)),
}
"""From the day each sample is shown, to the end of its year and beyond that of its term."""
_LATE = "met due breach"
SHOWN = {
    "regulation.in-force": "unregulated",
    "meeting.quorum": f"{_LATE} unknown",
    "meeting.invitations": f"{_LATE} exempt",
    "meeting.chair": f"{_LATE} unclear unknown",
    "meeting.minutes": _LATE,
    "meeting.convened": f"{_LATE} unclear",
    "meeting.extraordinary": "met breach unclear",
    "meeting.guests.ubkt": _LATE,
    "meeting.guests.superior": "met unclear",
    "meeting.guests.in-charge": f"{_LATE} unclear",
    "meeting.questioning": "met due unclear",
    "meeting.report-between-sessions": f"{_LATE} unclear",
    "meeting.papers.received": f"{_LATE} exempt unclear",
    "meeting.papers.sent": f"{_LATE} exempt unclear",
    "decision.majority": "met breach unclear unknown",
    "meeting.cadence": f"{_LATE} unclear",
    "meeting.working": f"{_LATE} unclear",
    "ballot.electorate": "met breach",
    "ballot.ground": "met breach unclear",
    "ballot.ordered": f"{_LATE} unclear",
    "ballot.matter": "met breach unclear",
    "ballot.majority": f"{_LATE} unclear",
    "ballot.differences": _LATE,
    "ballot.reported": _LATE,
    "absence.reported": f"{_LATE} unclear",
    "absence.commune": _LATE,
    "absence.result": f"{_LATE} unclear",
    "absence.duty": f"{_LATE} unclear",
    "delegated.matter": "met breach unclear",
    "delegated.unanimity": f"{_LATE} unknown",
    "delegated.reported": f"{_LATE} unclear",
    "delegated.written": _LATE,
    "assignment.member": "met breach unclear",
    "assignment.unit": "met breach",
    "programme.adopted": f"{_LATE} exempt unclear",
    "report.received": f"{_LATE} unclear",
    "report.member": f"{_LATE} exempt unclear",
    "report.upward": f"{_LATE} unclear",
    "report.government": f"{_LATE} unclear",
    "information.members": f"{_LATE} unclear",
    "visit.unit": f"{_LATE} unclear",
    "review.annual": _LATE,
    "review.quarterly": _LATE,
    "review.term": _LATE,
    "regulation.review": _LATE,
    "directive.lead": "met breach",
    "directive.review": _LATE,
    "document.number": "met breach unclear",
    "document.signer": "met breach unclear",
}
"""What the three show of these rules, and of any other something. What the window refuses to record is in no sample."""


def test_every_rule_shows_with_the_verdicts_it_gives() -> None:
    found: dict[str, set[str]] = {rule: set() for rule in RULES}
    for profile, days in SEEN.items():
        for on in days:
            for finding in check(facts_of(sample_office(profile, as_of=on)), on=on):
                found[finding.rule].add(finding.verdict.value)
    assert {rule: found[rule] for rule in SHOWN} == {rule: set(verdicts.split()) for rule, verdicts in SHOWN.items()}
    unseen = [rule for rule, verdicts in found.items() if not verdicts]
    assert unseen == [duty_own.RULE.id], "no text that ships asks for one"


@every_profile
def test_the_end_of_the_term_shows(profile: str) -> None:
    on = SEEN[profile][-1]
    found = {one.rule: one.verdict for one in check(facts_of(sample_office(profile)), on=on) if "/term" in one.subject}
    assert found["review.term"] == ("met" if profile == "bac-kan-ccq-2020" else "breach")
    assert found.get("regulation.review") == {"tay-son-2024": "met", "lung-phinh-2025": "breach"}.get(profile)
    assert "programme.adopted" in found


@every_profile
def test_some_rules_are_kept_and_some_broken_on_the_day_shown(profile: str) -> None:
    day = demo_day(profile)
    verdicts = Counter(finding.verdict for finding in check(facts_of(sample_office(profile, as_of=day)), on=day))
    assert verdicts[Verdict.MET] > verdicts[Verdict.BREACH] > 0
    assert verdicts[Verdict.DUE]


@every_profile
def test_nobody_holds_two_seats_in_one_body_and_no_name_is_borne_twice(profile: str) -> None:
    people = sample_office(profile).people
    for person in people:
        assert len({seat.body for seat in person.seats}) == len(person.seats)
    assert len({person.name for person in people}) == len(people)
    roles = Counter(seat.role for person in people for seat in person.seats if seat.body == "thuong-truc")
    assert roles["bi-thu"] == roles["pho-bi-thu-thuong-truc"] == 1


@every_profile
def test_nobody_is_in_two_absences_at_once(profile: str) -> None:
    for one, other in combinations(sample_office(profile).absences, 2):
        assert one.person != other.person or one.to < other.from_ or other.to < one.from_


@every_profile
def test_meetings_lie_on_working_days_and_do_not_overlap(profile: str) -> None:
    office = sample_office(profile)
    workdays = workdays_of(office.calendar)
    for meeting in office.meetings:
        assert workdays.is_working(meeting.start.date()), meeting.id
    for one, other in combinations(office.meetings, 2):
        assert one.end is not None
        assert other.end is not None
        assert one.end <= other.start or other.end <= one.start, (one.id, other.id)


def present(meeting: Meeting) -> set[str]:
    return {row.person for row in meeting.attendance if row.status == "present"}


@every_profile
def test_members_attend_and_those_present_vote(profile: str) -> None:
    office = sample_office(profile)
    for meeting in office.meetings:
        assert {row.person for row in meeting.attendance} <= seated(office, meeting.body)
        for item in meeting.agenda:
            assert {remark.person for remark in item.discussion} <= present(meeting)
            if item.vote and item.vote.choices:
                assert {choice.person for choice in item.vote.choices} == present(meeting)
            if item.vote and item.vote.counts:
                counts = item.vote.counts
                assert counts.approve + counts.reject + counts.other == len(present(meeting))


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


@every_profile
def test_text_is_composed_and_wholly_filled_in(profile: str) -> None:
    for text in texts(sample_office(profile)):
        assert unicodedata.is_normalized("NFC", text)
        assert "{" not in text
        assert "uỷ" not in text.casefold()


@every_profile
def test_nothing_of_a_later_day_is_known(profile: str) -> None:
    day = demo_day(profile)
    office = sample_office(profile, as_of=day)
    ahead = [meeting for meeting in office.meetings if meeting.start.date() > day]
    assert ahead
    for meeting in ahead:
        assert not meeting.attendance
        assert meeting.minutes is None
        assert all(item.vote is None and not item.conclusion for item in meeting.agenda)
    known = [task.done for task in office.tasks] + [report.received for report in office.reports]
    known += [absence.reported for absence in office.absences] + [document.date for document in office.documents]
    known += [ballot.closed for ballot in office.ballots] + [programme.adopted for programme in office.programmes]
    assert all(date is None or date <= day for date in known)


def test_the_day_shown_is_that_of_the_pictures() -> None:
    office = sample_office("tay-son-2024", as_of=demo_day("tay-son-2024"))
    ballot = office.ballots[-1]
    assert (len(ballot.responses), ballot.closed) == (10, None)
    sessions = [m.title for m in office.meetings if m.id in ("btv-57", "bch-19") and m.minutes is None]
    assert sessions == ["Hội nghị Ban Thường vụ lần thứ 57", "Hội nghị Huyện ủy lần thứ 19"]
    assert max(document.number or 0 for document in office.documents if document.type == "GM") == 40


def test_an_office_grows_to_the_sizes_of_the_benches() -> None:
    office = grow(sample_office("tay-son-2024"), 1)
    assert {name: len(getattr(office, name)) for name in SIZES} == SIZES
    assert {len(meeting.attendance) for meeting in office.meetings} == {ATTENDANCE}
    assert {len(ballot.responses) for ballot in office.ballots} == {ANSWERS}
    for name in LIST_OF.values():
        ids = [record.id for record in getattr(office, name)]
        assert len(ids) == len(set(ids)), name
    assert read_office(write_office(office)) == office


@every_profile
def test_every_line_of_the_register_can_be_signed_as_it_says(profile: str) -> None:
    """By someone who holds the post printed; the committee's own papers by its secretary or a deputy."""
    facts = facts_of(sample_office(profile))
    for one in facts.office.documents:
        if one.type in ("GM", "BB") or one.date is None:
            continue
        organ = organ_of(facts, one, "btv")
        asked = Asked(organ=organ, day=one.date, signed_by=one.signed_by, authority=one.authority)
        post = decide(facts, asked).post
        assert post in (("Chánh Văn phòng",) if one.authority == "T/L" else ("Bí thư", "Phó Bí thư")), one


@every_profile
def test_the_letter_of_a_ballot_goes_to_whom_it_is_addressed(profile: str) -> None:
    letters = [one for one in sample_office(profile).documents if one.type == "CV" and one.source and one.source.ballot]
    assert all(one.recipients[0] == "Như trên" for one in letters)
