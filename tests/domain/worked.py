"""The worked cases of tests/cases, each judged once for all the tests that ask: what each rule found and asked for.

Their sentences are kept in `tests/cases/sentences.tsv`; `python -m tests.domain.worked` writes it anew, to be read
line by line before it is committed.
"""

import datetime as dt
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from desktop.domain import contradictions
from desktop.domain.compliance import RULES
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.judging import Window
from desktop.domain.records import LIST_OF
from desktop.domain.regulation import Ruling
from desktop.domain.rule import Whole
from desktop.domain.rules import absence_duty, regulation_in_force
from tests.domain.small_office import day, facts

CASES = Path(__file__).parent.parent / "cases"
GIVEN = ("bodies", "seats", "settings", "head", "overrides", "contents", "calendar", *LIST_OF.values())
"""The keys of a case that make its office."""
TOLD_ALONE = (absence_duty.RULE.id, regulation_in_force.RULE.id)
"""Of the rules on no single record, those that are told beside one while it is typed."""
Case = dict[str, Any]
Expected = dict[str, Any]


@dataclass(frozen=True)
class Under:
    """A case, by its place, under a regulation from a day, as of another."""

    case: int
    profile: str
    from_: str
    on: str

    def __str__(self) -> str:
        case = cases()[self.case]
        return "-".join((case["file"], case["id"], self.profile, self.from_, self.on))


@dataclass(frozen=True)
class Tried:
    """A rule tried on a worked case, with what it finds and the parameters it asks for."""

    ready: Facts
    window: Window
    rule: str
    found: list[Finding]
    asked: frozenset[str]


@dataclass(frozen=True)
class Watched(Facts):
    """Facts that keep which parameters were asked for."""

    asked: set[str] = field(default_factory=set)

    def ruling(self, key: str, day: dt.date) -> Ruling | None:
        self.asked.add(key)
        return super().ruling(key, day)


@cache
def cases() -> tuple[Case, ...]:
    read = ((path.stem, tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(CASES.glob("*.toml")))
    return tuple({"file": name, **case} for name, file in read for case in file["case"])


@cache
def expectations() -> dict[Under, list[Expected]]:
    """All that is expected of each case under each regulation, from and on each day."""
    found: defaultdict[Under, list[Expected]] = defaultdict(list)
    for place, case in enumerate(cases()):
        for one in case["expect"]:
            since = one.get("from", case.get("from", "2024-05-31"))
            found[Under(place, one["profile"], since, one.get("on", case["on"]))].append(one)
    return found


def office_of(under: Under) -> Facts:
    case = cases()[under.case]
    given = {key: case[key] for key in GIVEN if key in case}
    return facts(profile=under.profile, from_=under.from_, **given)


@cache
def judged(under: Under) -> tuple[Tried, ...]:
    """Over the whole office every rule on its records, and of the others those the case is about.

    What an office owes in each period without end is the same in every case that is about something else.
    """
    ready, about = office_of(under), {*TOLD_ALONE, *(one["rule"] for one in cases()[under.case]["expect"])}
    watched = Watched(ready.office, ready.in_force_list, ready.workdays, ready.settings, ready.committees)
    window = Window.of(ready, day(under.on))
    tried = []
    for rule, judge in RULES.items():
        if isinstance(judge.of, Whole) and rule not in about:
            continue
        found = list(judge(watched, window))
        tried.append(Tried(ready, window, rule, found, frozenset(watched.asked)))
        watched.asked.clear()
    return tuple(tried)


SENTENCES = CASES / "sentences.tsv"


def sentences(under: Under) -> list[str]:
    """What each finding that is expected says, after the case, the rule and the subject."""
    found = {(one.rule, finding.subject): finding.text for one in judged(under) for finding in one.found}
    named = dict.fromkeys((one["rule"], one.get("subject", "meetings/m1")) for one in expectations()[under])
    said = [(*key, found[key]) for key in named if key in found]
    if _is_first(under):
        listed = contradictions.of_office(judged(under)[0].ready)
        said += [("contrary", " ".join(one.subjects), f"{one.text} [{one.field}]") for one in listed]
    return ["\t".join((str(under), *line)) for line in said]


def _is_first(under: Under) -> bool:
    """What is contrary in a case is the same under every regulation: it is kept once."""
    return under == next(each for each in expectations() if each.case == under.case)


@cache
def kept_sentences() -> dict[str, list[str]]:
    kept: defaultdict[str, list[str]] = defaultdict(list)
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        kept[line.partition("\t")[0]].append(line)
    return kept


if __name__ == "__main__":
    lines = [line for under in expectations() for line in sentences(under)]
    SENTENCES.write_text("\n".join(lines) + "\n", encoding="utf-8")
