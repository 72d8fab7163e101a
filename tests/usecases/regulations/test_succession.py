"""A regulation follows another of the office's own: what did not change goes over, what did is asked, from its day."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from desktop import vi
from desktop.domain.compliance import check
from desktop.domain.facts import Facts
from desktop.domain.findings import Clause, Finding, Verdict
from desktop.domain.records import OwnCite, OwnParameter, OwnProfile
from desktop.domain.refusal import Refusal
from desktop.domain.regulation import clause_of
from desktop.usecases.compliance import regulation_change
from desktop.usecases.compliance.regulation_change import Draft
from desktop.usecases.regulations import own_follows, own_profile, own_profile_edits, ruleset, succession
from desktop.usecases.regulations.own_profile import OwnRow
from desktop.usecases.regulations.succession import Moving
from tests.usecases.meeting_office import Door
from tests.usecases.regulations.following import CHANGED, DAY, NEW, OLD, TODAY, a_door, confirm_all, followed


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return a_door(tmp_path)


def own(facts: Facts, ident: str) -> OwnProfile:
    return own_profile.held(facts, ident)


def places(facts: Facts, ident: str) -> dict[str, str]:
    found = {each.key: clause_of(each.cite) for each in own(facts, ident).parameters}
    return {key: vi.clause(at) if at else "" for key, at in found.items()}


def row(facts: Facts, ident: str, key: str) -> OwnRow:
    return next(each for each in own_profile.rows(facts, ident) if each.id == key)


def test_what_did_not_change_goes_over_under_the_article_it_stands_in_now(door: Door) -> None:
    ident = followed(door)
    old, new = places(door.facts, "f1"), places(door.facts, ident)
    assert old["meeting.quorum.btv"] == "khoản 3 Điều 1"
    assert new["meeting.quorum.btv"] == "khoản 3 Điều 2"
    assert new["absence.reported.working_days"] == "khoản 1 Điều 4"
    assert {key for key, at in new.items() if at} == {key for key, at in old.items() if at} - set(CHANGED)
    assert row(door.facts, ident, "meeting.quorum.btv").state == "own"
    assert row(door.facts, ident, "meeting.questioning.required").state == "silent"


def test_only_what_changed_waits_with_what_the_new_text_is_read_to_say(door: Door) -> None:
    ident = followed(door)
    facts = door.facts
    asked = {each.id: each for each in own_profile.rows(facts, ident) if each.waits and each.id in places(facts, "f1")}
    assert set(asked) == set(CHANGED)
    cadence = asked["meeting.cadence.btv"]
    assert (cadence.state, cadence.read_article) == ("read", "khoản 2 Điều 2")
    assert cadence.read_value == "2 lần một tháng"
    said = own_follows.said_before(facts.office, ident, cadence.parameter)
    assert said == "Quy chế trước: 1 lần một tháng (khoản 2 Điều 1)"


def test_what_the_dialog_counts_is_what_then_waits(door: Door) -> None:
    taken = succession.taken_over(door.facts, "f1", NEW)
    assert set(taken.asked) == set(CHANGED)
    assert [each.title for each in taken.duties] == ["Gửi sổ theo dõi đảng phí"]
    assert taken.left == ()


def test_an_own_duty_goes_over_with_its_article(door: Door) -> None:
    ident = followed(door)
    (duty,) = (each for each in door.facts.office.duties if each.profile == ident)
    assert duty.cite == OwnCite(article="Điều 4", clause="khoản 2")


def test_a_duty_whose_words_changed_is_left_to_look_at(door: Door) -> None:
    taken = succession.taken_over(door.facts, "f1", NEW.replace("trước ngày 10 hằng tháng", "trước ngày 05 hằng tháng"))
    assert [each.id for each in taken.left] == ["d1"]


def test_a_silence_that_the_new_text_breaks_is_asked(door: Door) -> None:
    facts = door.facts
    gone = OwnParameter(key="absence.reported.working_days")
    silent = tuple(gone if each.key == gone.key else each for each in own(facts, "f1").parameters)
    with door.writing() as store:
        was = own(facts, "f1")
        store.put(type(was)(id="f1", title=was.title, base=was.base, parameters=silent), before=was)
    assert gone.key not in succession.taken_over(door.facts, "f1", NEW).asked, "the clerk said it of the same words"
    longer = NEW.replace("từ 05 ngày làm việc trở lên", "từ 03 ngày làm việc trở lên")
    assert gone.key in succession.taken_over(door.facts, "f1", longer).asked


def test_what_is_gone_from_the_text_waits_with_the_value_it_had(door: Door) -> None:
    text = NEW.replace("4. Nghị quyết được thông qua khi có trên một phần hai tổng số ủy viên tán thành.\n", "")
    ident = followed(door, text)
    majority = row(door.facts, ident, "decision.majority")
    assert (majority.state, majority.waits) == ("uncited", True)
    assert majority.own[0].value == row(door.facts, "f1", "decision.majority").value


def test_a_point_is_asked_again_when_the_clause_it_hangs_on_has_other_words() -> None:
    """`Ban Thường vụ quyết định: a) …` and `Thường trực quyết định: a) …` are not the same."""
    old = f"{OLD}Điều 5. Thẩm quyền\n1. Ban Thường vụ quyết định:\na) Việc đi công tác ngoài tỉnh của ủy viên;\n"
    cited = OwnCite(article="Điều 5", clause="khoản 1", point="điểm a")
    led = Moving.between(old, old.replace("1. Ban Thường vụ quyết định:", "1. Thường trực quyết định:"))
    assert led.cite(cited) is None
    kept = Moving.between(old, old.replace("Điều 5.", "Điều 6."))
    assert kept.cite(cited) == OwnCite(article="Điều 6", clause="khoản 1", point="điểm a")


# From its day


def take_into_use(door: Door, ident: str) -> None:
    facts, draft = door.facts, Draft(profile=ident, from_=DAY)
    with door.writing() as store:
        regulation_change.take(store, facts=facts, draft=draft, profiles=ruleset.on_offer(facts.office))


def findings(facts: Facts, rule: str) -> dict[str, Finding]:
    return {one.subject.id: one for one in check(facts, on=TODAY) if one.rule == rule}


def test_what_happened_before_the_day_stays_judged_by_the_regulation_then_in_force(door: Door) -> None:
    ident = followed(door)
    confirm_all(door, ident)
    before = findings(door.facts, "meeting.invitations")
    assert {key: one.verdict for key, one in before.items()} == {"m1": Verdict.MET, "m2": Verdict.MET}
    take_into_use(door, ident)
    after = findings(door.facts, "meeting.invitations")
    assert after["m1"] == before["m1"]
    assert (after["m1"].cite.profile, after["m1"].cite.at) == ("f1", Clause(article="Điều 2", clause="khoản 1"))
    assert (after["m2"].verdict, after["m2"].due) == (Verdict.BREACH, dt.date(2026, 3, 23))
    assert (after["m2"].cite.profile, after["m2"].cite.at) == (ident, Clause(article="Điều 3", clause="khoản 1"))


def test_what_is_not_confirmed_yet_is_not_judged(door: Door) -> None:
    ident = followed(door)
    take_into_use(door, ident)
    assert set(findings(door.facts, "meeting.invitations")) == {"m1"}


def test_where_the_office_works_by_what_was_before_it_is_never_a_breach(door: Door) -> None:
    ident = followed(door)
    own = own_profile.held(door.facts, ident)
    with door.writing() as store:
        store.put(replace(own, by_base=True), before=own)
    take_into_use(door, ident)
    late = findings(door.facts, "meeting.invitations")["m2"]
    assert (late.cite.profile, late.cite.unchecked) == ("f1", True), "the value it had, under the article it had"
    assert late.verdict is not Verdict.BREACH


def test_without_a_text_every_value_waits(door: Door) -> None:
    text = door.facts.office.regulation_texts[0]
    with door.writing() as store:
        store.remove(type(text), text.id, before=text)
    taken = succession.taken_over(door.facts, "f1", NEW)
    assert set(CHANGED) < set(taken.asked)
    assert not any(each.cite for each in taken.parameters)


def test_it_is_undone_in_one_step(door: Door) -> None:
    followed(door)
    door.file.undo()
    assert [each.id for each in door.facts.office.profiles] == ["f1"]
    assert len(door.facts.office.regulation_texts) == 1


def test_one_that_another_follows_stays(door: Door) -> None:
    """Else what was taken over from it would stand for the office's own word."""
    ident = followed(door)
    facts = door.facts
    unused = replace(facts, office=replace(facts.office, office=replace(facts.office.office, regulations=())))
    with door.writing() as store, pytest.raises(Refusal, match="số 02-QC/ĐU” được lập từ quy chế này"):
        own_profile_edits.remove(store, facts=unused, ident="f1")
    with door.writing() as store:
        own_profile_edits.remove(store, facts=facts, ident=ident)
    assert [each.id for each in door.facts.office.profiles] == ["f1"]
