"""The figures of the account, counted again from the office's JSON by code that shares nothing with the program's."""

import datetime as dt
import json
from dataclasses import replace
from functools import cache

import pytest

from desktop.domain.account import Account
from desktop.domain.facts import Facts
from desktop.domain.records import RegulationUse
from desktop.exchange.office_json import read_office, write_office
from desktop.papers.readback import number_on, read_pdf, squeezed
from desktop.sample.sample import closing_day, sample_office
from desktop.usecases.base.facts import facts_of
from desktop.usecases.compliance.account import account
from desktop.usecases.papers.printing import print_form, to_pdf
from tests.usecases.compliance.recount import Recount
from tests.usecases.compliance.recount_records import BODIES, KINDS
from tests.usecases.compliance.recount_spoilt import SPOILT
from tests.usecases.compliance.recount_texts import TEXTS

FRAMEWORK = "202-qd-tw-2019"
every_text = pytest.mark.parametrize("profile", TEXTS)
PERIODS = ("year", "quarter", "month")


@cache
def exported(profile: str) -> tuple[str, dt.date]:
    """The sample office in JSON, and the day on which it is looked at; Tây Sơn's under the framework too."""
    name = "tay-son-2024" if profile == FRAMEWORK else profile
    on = closing_day(name)
    office = sample_office(name, as_of=on)
    if profile == FRAMEWORK:
        use = RegulationUse(profile=FRAMEWORK, from_=dt.date(2019, 8, 2))
        office = replace(office, office=replace(office.office, regulations=(use,)))
    return write_office(office), on


def code_of(kind: str, on: dt.date) -> tuple[str, dt.date, dt.date]:
    """The year of the day, its quarter before, its month before."""
    if kind == "year":
        return f"{on.year}", dt.date(on.year, 1, 1), dt.date(on.year, 12, 31)
    if kind == "quarter":
        number = (on.month - 1) // 3
        last = dt.date(on.year, 3 * number + 1, 1) - dt.timedelta(days=1)
        return f"{on.year}-Q{number}", dt.date(on.year, 3 * number - 2, 1), last
    first = dt.date(on.year, on.month - 1, 1)
    return f"{first:%Y-%m}", first, on.replace(day=1) - dt.timedelta(days=1)


@cache
def both(profile: str, kind: str) -> tuple[Facts, Account, Recount]:
    text, on = exported(profile)
    code, first, last = code_of(kind, on)
    facts = facts_of(read_office(text))
    return facts, account(facts, code, on=on), Recount(json.loads(text), TEXTS[profile], first, last, on)


@cache
def spoilt(profile: str, how: str) -> tuple[Account, Recount]:
    """The account of the year of an office made worse, and its recount."""
    text, on = exported(profile)
    office = json.loads(text)
    SPOILT[how](office, on)
    code, first, last = code_of("year", on)
    drawn = account(facts_of(read_office(json.dumps(office))), code, on=on)
    return drawn, Recount(office, TEXTS[profile], first, last, on)


def printed_text(facts: Facts, drawn: Account) -> str:
    """Every letter of the pages but their numbers."""
    pages = read_pdf(to_pdf(print_form(facts, "bao-cao-quy-che", drawn.period.code, on=drawn.on)))
    return squeezed("".join(read.text for page in pages for read in page.texts if read is not number_on(page)))


@every_text
@pytest.mark.parametrize("kind", PERIODS)
def test_every_plain_count_is_that_of_the_json(profile: str, kind: str) -> None:
    _facts, drawn, again = both(profile, kind)
    counts = again.counts()
    said = {one.key: (one.part, one.whole) for section in drawn.sections for one in section.counts}
    assert said == counts
    assert any(part for part, _whole in counts.values())


@every_text
@pytest.mark.parametrize("kind", PERIODS)
def test_every_rule_counted_again_gives_the_same_share(profile: str, kind: str) -> None:
    _facts, drawn, again = both(profile, kind)
    rules = again.rules()
    said = {line.figure.key: (line.figure.part, line.figure.whole) for line in drawn.lines if line.figure.key in rules}
    assert said == {key: (sum(kept for _due, kept in found), len(found)) for key, found in rules.items()}


@every_text
@pytest.mark.parametrize("how", SPOILT)
def test_the_same_share_of_records_with_gaps_and_contradictions(profile: str, how: str) -> None:
    drawn, again = spoilt(profile, how)
    rules = again.rules()
    said = {line.figure.key: (line.figure.part, line.figure.whole) for line in drawn.lines if line.figure.key in rules}
    assert said == {key: (sum(kept for _due, kept in found), len(found)) for key, found in rules.items()}
    if profile != FRAMEWORK:
        assert said != {
            line.figure.key: (line.figure.part, line.figure.whole)
            for line in both(profile, "year")[1].lines
            if line.figure.key in rules
        }


@every_text
def test_every_member_was_at_as_many_sessions_as_the_json_says(profile: str) -> None:
    _facts, drawn, again = both(profile, "year")
    said = {one.sessions.subjects[0].removeprefix("people/"): one.sessions for one in drawn.members}
    assert {key: (one.part, one.whole) for key, one in said.items()} == {key: again.sat(key) for key in said}


@every_text
def test_the_bars_by_month_are_the_last_days_of_the_json(profile: str) -> None:
    _facts, drawn, again = both(profile, "year")
    rules = again.rules()
    stems = {
        "meeting": ("meeting.invitations", "meeting.papers.received", "meeting.papers.sent"),
        "report": (
            *("report.received", "report.member", "report.government", "report.upward", "information.members"),
            "incoming.answered",
        ),
    }
    for _title, figures in drawn.charts:
        for figure in figures:
            _months, stem, code = figure.key.split(".")
            found = [kept for rule in stems[stem] for due, kept in rules[rule] if due and f"{due:%Y-%m}" == code]
            assert (figure.part, figure.whole) == (sum(found), len(found)), figure.key


@every_text
@pytest.mark.parametrize("kind", PERIODS)
def test_the_numbers_printed_are_those_counted_again(profile: str, kind: str) -> None:
    facts, drawn, again = both(profile, kind)
    printed, counts = printed_text(facts, drawn), again.counts()
    for line in drawn.lines:
        found = again.rules().get(line.figure.key)
        if found:
            share = f"{sum(kept for _due, kept in found)}/{len(found)}"
            assert squeezed(f"- {line.figure.words}: {share} {line.figure.unit}") in printed, line.figure.key
    for body, name in zip(BODIES, ("Ban Chấp hành", "Ban Thường vụ", "Thường trực"), strict=True):
        cells = [str(counts[key][0]) for key in (*(f"held.{body}.{kind}" for kind in KINDS), f"held.{body}")]
        present, whole = counts[f"attendance.{body}"]
        assert squeezed(f"{name}{''.join(cells)}{f'{present}/{whole}' if whole else ''}") in printed
    for place, member in enumerate(drawn.members, 1):
        present, whole = again.sat(member.sessions.subjects[0].removeprefix("people/"))
        assert squeezed(f"{place}{member.name}{f'{present}/{whole}' if whole else '–'}") in printed
    for key in ("agenda.items", "ballots.sent", "decisions.delegated", "absences.taken", "documents.issued"):
        figure = drawn.figure(key)
        assert figure
        if figure.part:
            assert squeezed(f"- {figure.words}: {counts[key][0]} {figure.unit}") in printed, key


def test_the_framework_says_nothing_of_most_and_the_account_says_so() -> None:
    facts, drawn, _again = both(FRAMEWORK, "year")
    silent = [line for line in drawn.lines if line.state == "silent"]
    assert len(silent) > 30
    printed = printed_text(facts, drawn)
    for line in silent:
        assert squeezed(line.topic) in printed
        assert squeezed(f"{line.figure.words}:") not in printed
