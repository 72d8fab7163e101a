"""The figures that are added up: counted again from `check --json` and the office's JSON, and by hand for one year."""

import datetime as dt
import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.cli import run
from desktop.context import Context, Paths
from desktop.domain.compliance import check
from desktop.domain.records import Cause, Note, Office, OfficeHead, RegulationUse
from desktop.exchange.figures_json import NotFigures, read_figures, write_figures
from desktop.exchange.findings_json import write_findings
from desktop.exchange.office_json import read_office, write_office
from desktop.sample.sample import PROFILES, closing_day, sample_office
from desktop.usecases.base.facts import facts_of
from desktop.usecases.compliance.figures import figures
from desktop.usecases.compliance.figures_sum import added_up
from tests.offices import offices
from tests.usecases.compliance.recount_days import Plain
from tests.usecases.compliance.recount_figures import KEYS, Figured
from tests.usecases.compliance.test_account_recomputed import code_of

every_profile = pytest.mark.parametrize("profile", PROFILES)
LAST = dt.date(2024, 12, 31)
SIX = ("n", "of", "breach", "due", "unclear", "unknown", "exempt", "unchecked")


@cache
def written(profile: str) -> tuple[str, dt.date]:
    on = closing_day(profile)
    return write_office(sample_office(profile, as_of=on)), on


def drawn(text: str, code: str, on: dt.date) -> Plain:
    """What the command writes, read as another program would."""
    answer: Plain = json.loads(write_figures(figures(facts_of(read_office(text)), code, on=on)))
    return answer


def checked(text: str, on: dt.date) -> list[Plain]:
    found: list[Plain] = json.loads(write_findings(check(facts_of(read_office(text)), on=on), on))["findings"]
    return found


def recounted(text: str, first: dt.date, last: dt.date, on: dt.date) -> Figured:
    then = checked(text, last) if on > last else []
    return Figured(json.loads(text), first, last, on, checked(text, on), then)


def compare(answer: Plain, again: Figured) -> None:
    lines = {line["key"]: {name: line[name] for name in SIX} for line in (answer["total"], *answer["lines"])}
    assert lines == again.lines()
    assert {one["key"]: (one["n"], one["of"]) for one in answer["counts"] if one["n"] or one["of"]} == again.counts()
    assert {one["key"]: one["n"] for one in answer["causes"] if one["n"]} == again.causes()
    assert answer["days"] == again.days()


@every_profile
@pytest.mark.parametrize("kind", ["year", "quarter", "month"])
def test_every_figure_is_that_of_the_findings_and_the_records(profile: str, kind: str) -> None:
    text, on = written(profile)
    code, first, last = code_of(kind, on)
    answer = drawn(text, code, on)
    compare(answer, recounted(text, first, last, on))
    assert any(line["n"] for line in answer["lines"])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(offices(most=2), st.sampled_from([LAST, dt.date(2025, 6, 30), dt.date(2024, 5, 5)]))
def test_the_same_of_any_office(office: Office, on: dt.date) -> None:
    text = write_office(office)
    compare(drawn(text, "2024", on), recounted(text, dt.date(2024, 1, 1), LAST, on))


@every_profile
def test_every_line_is_there_once_and_a_silent_one_has_nothing(profile: str) -> None:
    text, on = written(profile)
    answer = drawn(text, str(on.year), on)
    keys = [line["key"] for line in answer["lines"]]
    assert (set(keys), len(keys)) == (KEYS, len(KEYS))
    silent = [line for line in answer["lines"] if line["silent"]]
    assert silent
    assert all(not any(line[name] for name in SIX) and line["silent_in"] == 1 for line in silent)
    counted = [one["key"] for one in answer["counts"]]
    assert len(set(counted)) == len(counted)


def test_the_year_of_one_office_counted_by_hand() -> None:
    """Tây Sơn, 2024, looked at on 11/12/2024: counted in its lists, line by line, apart from the program."""
    text, on = written("tay-son-2024")
    answer = drawn(text, "2024", on)
    assert (answer["format"], answer["offices"], answer["names"]) == ("thuky-account/1", 1, ["Huyện ủy Tây Sơn"])
    assert answer["kind"] == {"code": "district", "words": "Cấp ủy huyện"}
    assert answer["period"] == {"code": "2024", "first": "2024-01-01", "last": "2024-12-31", "until": "2024-12-11"}
    assert answer["days"] == {"judged": 195, "counted": 346, "of": 366}
    (held,) = answer["in_force"]
    assert (held["profile"], held["from"], held["days"], held["of"]) == ("tay-son-2024", "2024-05-31", 195, 366)
    counts = {one["key"]: (one["n"], one["of"]) for one in answer["counts"]}
    by_hand: dict[str, tuple[int, int | None]] = {
        "held.bch": (5, None),
        "held.bch.regular": (4, None),
        "held.bch.extraordinary": (1, None),
        "held.btv": (22, None),
        "held.thuong-truc.internal-affairs": (12, None),
        "attendance.bch": (198, 205),
        "agenda.items": (108, None),
        "agenda.items.personnel": (7, None),
        "agenda.items.organisation": (8, None),
        "agenda.voted.personnel": (7, None),
        "ballots.sent": (11, None),
        "ballots.answers": (154, 171),
        "delegated.point.a-2": (2, None),
        "absences.taken": (48, None),
        "absences.area.abroad": (5, None),
        "absences.purpose.medical": (5, None),
        "visits.made": (28, None),
        "documents.issued": (207, None),
        "documents.issued.NQ": (5, None),
        "documents.issuer.bch.NQ": (5, None),
        "incoming.settled": (19, 21),
    }
    assert {key: counts[key] for key in by_hand} == by_hand
    lines = {line["key"]: (line["n"], line["of"], line["due"], line["unclear"]) for line in answer["lines"]}
    assert lines["meeting.cadence.btv"] == (3, 6, 1, 0)
    assert lines["meeting.quorum.btv"] == (11, 12, 1, 0)
    assert lines["decision.majority"] == (22, 23, 0, 2)
    assert {one["key"]: one["n"] for one in answer["causes"] if one["n"]} == {
        "late-papers": 1,
        "weather": 1,
        "unsaid": 1,
    }


def test_the_command_writes_what_is_counted_here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, on = written("bac-kan-ccq-2020")
    source = tmp_path / "office.json"
    source.write_text(text, encoding="utf-8")
    context = Context(Paths.under(tmp_path / "home"), lambda: dt.datetime.combine(on, dt.time(9)), "Văn thư")
    assert run(["account", str(source), "2024", "--json"], context) == 0
    assert json.loads(capsys.readouterr().out) == drawn(text, "2024", on)
    run(["check", str(source), "--json"], context)
    found = json.loads(capsys.readouterr().out)["findings"]
    again = Figured(json.loads(text), dt.date(2024, 1, 1), LAST, on, found, [])
    compare(drawn(text, "2024", on), again)


SMALL: Plain = {
    "format": "thuky-office/1",
    "office": {"name": "Đảng ủy xã Sông Xanh", "regulations": [{"profile": "lung-phinh-2025", "from": "2025-07-01"}]},
    "people": [{"id": "p1", "name": "An", "seats": [{"body": "ubkt", "role": "uy-vien", "from": "2020-08-01"}]}],
    "meetings": [
        {"id": "m1", "body": "btv", "kind": "regular", "start": "2026-03-03T08:00", "agenda": [
            {"id": "a1", "title": "Một", "matter": "personnel", "purpose": "decision"},
            {"id": "a2", "title": "Hai", "matter": "personnel", "purpose": "opinion", "vote": {"method": "consensus"}},
            {"id": "a3", "title": "Ba", "purpose": "decision", "vote": {"method": "consensus"}}]},
        {"id": "m2", "body": "ubkt", "kind": "regular", "start": "2026-03-04T08:00",
         "attendance": [{"person": "p1", "status": "present"}]},
        {"id": "m3", "body": "ubkt", "kind": "working-session", "start": "2026-03-05T08:00"},
        {"id": "m4", "body": "ubkt", "kind": "regular", "start": "2026-03-06T08:00", "cancelled": True}],
    "delegated": [{"id": "d1", "item": "Điểm C-1", "matter": "budget", "decided": "2026-03-01"}, {"id": "d2"}],
    "absences": [{"id": "x1", "person": "p1", "from": "2026-03-01", "to": "2026-03-02", "area": "abroad"}],
    "reports": [
        {"id": "r1", "unit": "office", "to": "superior", "period": "2026-02", "received": "2026-03-01"},
        {"id": "r2", "unit": "government", "period": "2026-02", "received": "2026-03-31"},
        {"id": "r3", "person": "p1", "period": "2026-02", "received": "2026-04-01"}],
    "documents": [
        {"id": "o1", "type": "KH", "date": "2026-03-02", "issuer": "btv; Ủy ban Mặt trận Tổ quốc"},
        {"id": "o2", "type": "NQ", "date": "2026-03-02", "issuer": "btv"},
        {"id": "o3", "date": "2026-03-02"}],
    "incoming": [
        {"id": "i1", "arrived": "2026-03-01", "asks": "report", "due": "2026-03-05", "answer": "o2"},
        {"id": "i2", "arrived": "2026-03-01", "asks": "work", "due": "2026-03-05", "settled": "2026-03-06"},
        {"id": "i3", "arrived": "2026-03-01", "asks": "work", "settled": "2026-03-31"},
        {"id": "i4", "arrived": "2026-03-01", "asks": "comment", "settled": "2026-04-01"},
        {"id": "i5", "date": "2026-03-01"}],
    "notes": [
        {"id": "c1", "rule": "meeting.quorum", "subject": "meetings/m1", "cause": "busy"},
        {"id": "c2", "rule": "meeting.chair", "subject": "meetings/m1", "remedy": "Ghi đủ."}],
}  # fmt: skip


def test_a_month_with_one_of_each_kind_counted_by_hand() -> None:
    answer = drawn(json.dumps(SMALL), "2026-03", dt.date(2026, 6, 30))
    assert {one["key"]: one["n"] for one in answer["causes"] if one["n"]} == {"busy": 1}
    found = {one["key"]: (one["n"], one["of"]) for one in answer["counts"] if one["n"] or one["of"]}
    assert {key: both[0] for key, both in found.items() if both[1] is None} == {
        **{"held.btv": 1, "held.btv.regular": 1},
        **{"held.ubkt": 1, "held.ubkt.regular": 1, "held.ubkt.working-session": 1},
        **{"agenda.items": 3, "agenda.items.personnel": 2, "agenda.items.unsaid": 1},
        **{"agenda.voted": 2, "agenda.voted.personnel": 1, "agenda.voted.unsaid": 1},
        **{"agenda.decisions": 2, "agenda.decisions.personnel": 1, "agenda.decisions.unsaid": 1},
        **{"decisions.delegated": 1, "delegated.matter.budget": 1, "delegated.point.c-1": 1},
        **{"absences.taken": 1, "absences.area.abroad": 1, "absences.purpose.unsaid": 1},
        **{"reports.in": 1, "reports.out": 1, "reports.out.superior": 1},
        **{"documents.issued": 3, "documents.issued.KH": 1, "documents.issued.NQ": 1, "documents.issued.": 1},
        **{"documents.issuer.btv": 2, "documents.issuer.btv.KH": 1, "documents.issuer.btv.NQ": 1},
        **{"documents.issuer.unsaid": 1, "documents.issuer.unsaid.unsaid": 1, "incoming.entered": 5},
    }
    assert {key: both for key, both in found.items() if both[1] is not None} == {
        "attendance.ubkt": (1, 1),
        "incoming.settled": (2, 4),
    }


# Causes, kept_from, no regulation


@pytest.mark.parametrize("cause", ["weather", None])
def test_a_cause_is_counted_by_kind_where_its_case_is_told(cause: Cause | None) -> None:
    text, on = written("tay-son-2024")
    note = Note(id="c1", rule="meeting.cadence", subject="btv/2024-07", text="Bão.", cause=cause)
    kept = Note(id="c2", rule="meeting.cadence", subject="btv/2024-06", text="Đủ.", cause="busy")
    office = read_office(text)
    noted = Office(**{name: getattr(office, name) for name in Office.__slots__} | {"notes": (note, kept)})
    answer = drawn(write_office(noted), "2024", on)
    assert {one["key"]: one["n"] for one in answer["causes"] if one["n"]} == {cause or "unsaid": 1}


def test_without_a_regulation_in_force_nothing_is_silent() -> None:
    use = RegulationUse(profile="tay-son-2024", from_=dt.date(2024, 5, 31))
    text = write_office(Office(office=OfficeHead(name="Đảng ủy Sông Xanh", regulations=(use,))))
    answer = drawn(text, "2024-Q1", LAST)
    assert answer["days"] == {"judged": 0, "counted": 91, "of": 91}
    assert answer["in_force"] == []
    assert not any(line["silent"] for line in answer["lines"])
    assert answer["kind"] == {"code": "", "words": ""}
    assert any(line["silent"] for line in drawn(text, "2024-Q2", LAST)["lines"])


def test_two_regulations_of_a_year_share_its_days() -> None:
    uses = (
        RegulationUse(profile="tay-son-2024", from_=dt.date(2024, 2, 1)),
        RegulationUse(profile="lung-phinh-2025", from_=dt.date(2024, 3, 1)),
    )
    head = OfficeHead(name="Huyện ủy Sông Xanh", regulations=uses, kept_from=dt.date(2024, 2, 11))
    answer = drawn(write_office(Office(office=head)), "2024", dt.date(2025, 1, 1))
    assert [(one["profile"], one["days"], one["of"]) for one in answer["in_force"]] == [
        ("tay-son-2024", 29, 366),
        ("lung-phinh-2025", 306, 366),
    ]
    assert answer["days"] == {"judged": 19 + 306, "counted": 366, "of": 366}
    assert answer["kept_from"] == "2024-02-11"


def test_a_term_without_an_end_counts_the_days_that_passed() -> None:
    text = json.loads(written("tay-son-2024")[0])
    text["office"]["term"]["to"] = None
    answer = drawn(json.dumps(text), "term", LAST)
    assert (answer["period"]["first"], answer["period"]["last"]) == (text["office"]["term"]["from"], None)
    assert answer["days"]["counted"] == answer["days"]["of"]


# Read again, and added


@every_profile
def test_what_is_written_is_read_again_whole(profile: str) -> None:
    text, on = written(profile)
    made = figures(facts_of(read_office(text)), str(on.year), on=on)
    assert read_figures(write_figures(made).encode()) == made


def test_every_number_of_a_sum_is_the_sum_of_its_own() -> None:
    text, on = written("bac-kan-ccq-2020")
    made = figures(facts_of(read_office(text)), "2024", on=on)
    numbers = {name: place for place, name in enumerate((*SIX, "silent_in", "open_in"), 1)}
    changed: Plain = {**numbers, "silent": True, "cites": ({"office": True},)}
    one = replace(made, lines=(replace(made.lines[0], **changed),), before=3)
    two = replace(one, names=("Khác",), on=on + dt.timedelta(days=1), lines=(*one.lines, made.lines[1]))
    (whole,) = added_up([one, two])
    assert (whole.offices, whole.names, whole.before) == (2, (*made.names, "Khác"), 6)
    assert (whole.on, whole.office.name, whole.kind) == (two.on, "", made.kind)
    assert {name: getattr(whole.lines[0], name) for name in numbers} == {
        name: 2 * each for name, each in numbers.items()
    }
    assert (whole.lines[0].silent, whole.lines[0].cites, whole.lines[1]) == (True, ({"office": True},), made.lines[1])
    assert [(each.n, each.of) for each in whole.counts] == [
        (2 * each.n, None if each.of is None else 2 * each.of) for each in made.counts
    ]
    (held,), (own,) = whole.in_force, made.in_force
    assert (held.days, held.of, held.offices, held.from_) == (2 * own.days, 2 * own.of, 2, own.from_)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(offices(most=2), offices(most=2))
def test_a_sum_is_what_its_offices_make(one: Office, other: Office) -> None:
    found = [figures(facts_of(each), "2024", on=LAST) for each in (one, other)]
    sums = [json.loads(write_figures(each)) for each in added_up(found)]
    plain = [json.loads(write_figures(each)) for each in found]
    assert sum(each["offices"] for each in sums) == 2
    for name in ("judged", "counted", "of"):
        assert sum(each["days"][name] for each in sums) == sum(each["days"][name] for each in plain)
    for listed, names in (("lines", (*SIX, "silent_in")), ("counts", ("n", "of")), ("causes", ("n",))):
        assert amounts(sums, listed, names) == amounts(plain, listed, names)


def amounts(answers: list[Plain], listed: str, names: tuple[str, ...]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for row in (row for answer in answers for row in answer[listed]):
        for name in names:
            found[row["key"], name] = found.get((row["key"], name), 0) + (row[name] or 0)
    return found


def spoilt(**changed: object) -> bytes:
    text, on = written("bac-kan-ccq-2020")
    return json.dumps(drawn(text, "2024", on) | changed).encode()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"\xff", "không phải tệp JSON"),
        (b"[" * 100_000, "không phải tệp JSON"),
        (b"[]", "thuky-account/1"),
        (b'{"format": "thuky-office/1"}', "thuky-account/1"),
        (b'{"format": "thuky-account/1"}', "thiếu hoặc sai ở mục period"),
        (spoilt(before=1.5), "thiếu hoặc sai ở mục before"),
        (spoilt(before=-1), "thiếu hoặc sai ở mục before"),
        (spoilt(days={"judged": 5, "counted": 4, "of": 4}), "không khớp nhau ở mục days"),
        (spoilt(causes=[{"key": "busy", "words": "", "n": 1}] * 2), "không khớp nhau ở mục busy"),
        (spoilt(counts=[{"key": "a.b", "section": "", "words": "", "n": 2, "of": 1}]), "không khớp nhau ở mục a.b"),
    ],
)
def test_what_would_make_a_sum_wrong_is_not_read(text: bytes, said: str) -> None:
    with pytest.raises(NotFigures, match=said):
        read_figures(text)


def test_keys_of_a_later_program_are_passed_over() -> None:
    assert read_figures(spoilt(weather={"rain": 3})) == read_figures(spoilt())
