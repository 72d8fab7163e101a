"""Every rule has every word, and is tried: nothing can be added half, and shown to a clerk by its raw name."""

import datetime as dt
from dataclasses import fields

import pytest

from desktop.domain.cases import BALLOTS, DELEGATED, POINTS, SITTINGS
from desktop.domain.compliance import RULES
from desktop.domain.facts import Facts
from desktop.domain.records import AgendaItem, Ballot, Meeting
from desktop.exchange.rule_words import load_words, words_of
from desktop.sample.sample import PROFILES, sample_office
from desktop.usecases.compliance.rules import HOLES, holes_of, name_of
from tests.test_catalogue import expected
from tests.test_rule_names import parameters

UNJUDGED = "regulation.in-force"
"""Says that nothing else is judged: no line of the account counts it."""
NEVER_BROKEN = (UNJUDGED, "meeting.questioning")
ON_A_PAGE = (SITTINGS, POINTS, BALLOTS, DELEGATED)
"""What has a page of its own, whose panel names every rule."""
FORMS = {each.name for record in (Meeting, AgendaItem, Ballot) for each in fields(record)} | {"day"}
each_rule = pytest.mark.parametrize("rule", RULES)


def test_the_words_are_those_of_the_rules_and_no_others() -> None:
    assert sorted(load_words().rules) == sorted(RULES)


@each_rule
def test_a_rule_has_every_word(rule: str) -> None:
    words = words_of(rule)
    assert words.group
    assert words.name
    assert bool(words.lines) == (rule != UNJUDGED), "no line of the account counts it"
    assert bool(words.panel) >= (RULES[rule].of in ON_A_PAGE), "the page would show its raw name"
    assert {line.section for line in words.lines} <= {each.key for each in load_words().sections}
    assert {line.part for line in words.lines} - {""} <= set(load_words().parts)
    assert set(words.names) <= {line.part for line in words.lines}
    assert {line.after for line in words.lines} <= {"", *RULES}


@each_rule
def test_a_rule_stands_beside_a_field_there_is(rule: str) -> None:
    assert RULES[rule].beside in {"", *FORMS}


@each_rule
def test_every_hole_of_a_name_is_filled_by_the_regulation(rule: str) -> None:
    words = words_of(rule)
    for templates in (words.name, *words.names.values()):
        for hole in {hole for template in templates for hole in holes_of(template)} - set(HOLES):
            assert any(key.startswith(f"{rule}.") and key.endswith(f".{hole}") for key in parameters()), hole


@each_rule
def test_a_rule_has_a_name_where_there_is_no_regulation(rule: str) -> None:
    bare = Facts(sample_office(PROFILES[0]))
    for part in ("", *load_words().parts):
        assert name_of(bare, rule, part, dt.date(2024, 6, 30))


@each_rule
def test_a_rule_is_tried_by_worked_cases(rule: str) -> None:
    verdicts = {each["verdict"] for each in expected() if each["rule"] == rule}
    assert {"met", "breach"} & verdicts or rule in NEVER_BROKEN
