"""What the screens are given to show, line by line, of the sample offices in the middle and late in their year.

Kept in `kept/`: whatever a reading gives otherwise is seen there before a clerk sees it.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

import pytest

from desktop.domain.compliance import check
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding
from desktop.domain.records import LIST_OF
from desktop.domain.regulation import Parameter, Profile
from desktop.papers.forms.base.form import Form
from desktop.sample.sample import closing_day, demo_day, sample_office
from desktop.usecases.absences import outlook as absence_outlook
from desktop.usecases.absences import rows as absences
from desktop.usecases.absences import year as absence_year
from desktop.usecases.assignments import rows as assignments
from desktop.usecases.ballots import findings as ballot_findings
from desktop.usecases.ballots import follow as ballot_follow
from desktop.usecases.ballots import rows as ballots
from desktop.usecases.base import references
from desktop.usecases.base.facts import facts_of
from desktop.usecases.calendar import rows as calendar
from desktop.usecases.compliance import grid as overview_grid
from desktop.usecases.compliance import member_figures, overview, reasoning, regulation_change
from desktop.usecases.compliance import notes as overview_notes
from desktop.usecases.compliance import rules as overview_rules
from desktop.usecases.days import edits as days
from desktop.usecases.delegated import rows as delegated
from desktop.usecases.directives import rows as directives
from desktop.usecases.directory import rows as directory
from desktop.usecases.directory import seats, units
from desktop.usecases.documents import numbers as document_numbers
from desktop.usecases.documents import queue as document_queue
from desktop.usecases.documents import rows as documents
from desktop.usecases.meetings import cadence_plan, planning, session_items
from desktop.usecases.meetings import findings as meeting_findings
from desktop.usecases.meetings import moves as meeting_moves
from desktop.usecases.meetings import rows as meetings
from desktop.usecases.papers import of_meetings as meeting_documents
from desktop.usecases.papers import preview
from desktop.usecases.programmes import draft as programmes_draft
from desktop.usecases.programmes import list as programmes_list
from desktop.usecases.programmes import periods as programmes_periods
from desktop.usecases.programmes import rows as programmes
from desktop.usecases.programmes import versions as programmes_versions
from desktop.usecases.regulations import ruleset, settings
from desktop.usecases.regulations import settings_gathered as office_settings
from desktop.usecases.reports import rows as periodic_reports
from desktop.usecases.reviews import rows as reviews
from desktop.usecases.tasks import rows as tasks
from desktop.usecases.today import page as today_page
from desktop.usecases.today import rows as today
from desktop.usecases.visits import rows as visits
from tests.conftest import Kept

OFFICES = {"giua-nam": ("tay-son-2024", demo_day), "cuoi-nam": ("bac-kan-ccq-2020", closing_day)}
MOST, INSIDE = 25, 9
"""So many of a list are kept, and of a list inside another thing."""
Read = Callable[[Facts, list[Finding], dt.date], Iterable[Any]]


@cache
def office(name: str) -> tuple[Facts, tuple[Finding, ...], dt.date]:
    profile, day = OFFICES[name]
    on = day(profile)
    facts = facts_of(sample_office(profile, as_of=on))
    return facts, tuple(check(facts, on=on)), on


def shown(value: Any) -> str:  # noqa: ANN401 - whatever a use case gives
    """A value in one line; a record stands by its id, a finding by its rule."""
    if type(value) in LIST_OF:
        return f"{LIST_OF[type(value)]}/{value.id}"
    if isinstance(value, Finding):
        return f"<{value.rule} {value.subject} {value.verdict}>"
    if isinstance(value, Cite):
        return f"<{value.profile} {value.at and value.at.article} {value.at and value.at.clause}>"
    if isinstance(value, Profile | Parameter | Form | Facts):
        return f"<{getattr(value, 'name', '') or getattr(value, 'key', '') or getattr(value, 'slug', 'facts')}>"
    if is_dataclass(value) and not isinstance(value, type):
        held = ((each.name, getattr(value, each.name)) for each in fields(value))
        return f"({', '.join(f'{name}={shown(one)}' for name, one in held if one not in (None, '', (), [], False))})"
    if isinstance(value, Enum):
        return str(value.name)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{shown(key)}: {shown(one)}' for key, one in value.items())}}}"
    if isinstance(value, Set):
        return f"{{{', '.join(sorted(map(shown, value)))}}}"
    if isinstance(value, list | tuple):
        more = [f"and {len(value) - INSIDE}"] if len(value) > INSIDE else []
        return f"[{', '.join((*map(shown, value[:INSIDE]), *more))}]"
    if callable(value):
        return "<act>"
    return f"{len(value)} bytes" if isinstance(value, bytes) else str(value)


def _some(found: Iterable[Any]) -> Iterator[str]:
    """A line for each thing; of a long list the first and the last."""
    for one in found:
        if not isinstance(one, list | tuple):
            yield shown(one)
            continue
        lines = [f"  {shown(each)}" for each in one]
        yield f"{len(lines)}:"
        yield from lines if len(lines) <= MOST else (*lines[: MOST - 5], *lines[-5:])


def near(facts: Facts, on: dt.date, count: int = 12) -> list[Any]:
    """The meetings about the day asked."""
    nearest = sorted(facts.office.meetings, key=lambda one: (abs((one.start.date() - on).days), one.id))[:count]
    return sorted(nearest, key=lambda one: (one.start, one.id))


def at(on: dt.date) -> dt.datetime:
    return dt.datetime.combine(on, dt.time(9, 0))


def _meetings(facts: Facts, found: list[Finding], on: dt.date) -> Iterator[Any]:
    yield meetings.rows(facts, at(on), year=on.year, text="thuong")
    yield [row for row in meetings.rows(facts, at(on)) if row.id in {one.id for one in near(facts, on)}]
    yield meetings.years(facts, on)
    yield meetings.first_steps(facts, on)


def _meeting(facts: Facts, found: list[Finding], on: dt.date) -> Iterator[Any]:
    for one in near(facts, on, 8):
        own = [each for each in found if each.subject.startswith(f"meetings/{one.id}")]
        yield one.id, meetings.title_of(one), meetings.state(one, at(on)), meetings.last_day(one)
        yield meetings.attendance(facts, one)[:6], meetings.present(facts, one), meetings.forecast(facts, one)
        yield [(meetings.tally(facts, one, item), item.id) for item in one.agenda]
        yield meetings.missing_inspectors(facts, one), meetings.majority_words(facts, one)
        yield [meetings.guest_name(facts, guest) for guest in one.guests]
        yield meetings.stand_ins(facts, one), meetings.in_place_of(facts, one)
        yield meeting_findings.hours(one), meeting_findings.grouped(one, own)
        yield meeting_findings.agenda(facts, one, own, on)
        yield meeting_findings.beside_fields(own)
        yield [(meeting_findings.note_of(each, on), meeting_findings.quote(facts, each, on)) for each in own]
        yield meeting_documents.forms(facts, one)
        yield meeting_moves.consequences(facts, one, one.start + dt.timedelta(days=3), on)
        yield calendar.short_title(one), today.short_name(one, on), session_items.short_name(one)


def _planning(facts: Facts, _found: list[Finding], on: dt.date) -> Iterator[Any]:
    start = at(on + dt.timedelta(days=9))
    for body, kind in (("btv", "regular"), ("bch", "regular"), ("thuong-truc", "weekly"), ("btv", "extraordinary")):
        draft = planning.suggest(facts, body, kind, start)  # type: ignore[arg-type]
        yield draft, draft.title, draft.chair, planning.to_chair(facts, kind, start.date())  # type: ignore[arg-type]
        yield planning.suggested_title(facts, body, kind, start)  # type: ignore[arg-type]
        yield planning.deadlines(facts, draft, on), planning.count_back(facts, draft, on)
        yield planning.outlook(facts, draft, on), list(planning.clashes(facts, draft))
        yield planning.better_days(facts, draft, on), planning.judge(facts, draft, on)
        yield planning.kinds_of(body), planning.far(start.date(), on)


def _absences(facts: Facts, found: list[Finding], on: dt.date) -> Iterator[Any]:
    yield absences.rows(facts, found, on, year=on.year)
    yield absences.years(facts, on), absences.people(facts)[:3], absences.first_steps(facts, on)
    yield absences.counted(facts, dt.date(on.year, 1, 1), on)
    for one in facts.office.absences[-8:]:
        yield absences.state(one, on), absences.where(one), absences.span(one), absences.position_of(facts, one)
        yield absence_outlook.outlook(facts, one, on), list(absence_outlook.demands(facts, one, on))
        yield list(absence_outlook.thinned(facts, one, on)), list(absence_outlook.duties(facts, one, on))
        yield absence_outlook.may_cover(facts, one)[:4]


def _ballots(facts: Facts, _found: list[Finding], on: dt.date) -> Iterator[Any]:
    yield ballots.rows(facts, on)
    yield ballots.rows(facts, on, text="dau tu"), ballots.years(facts, on), ballots.first_steps(facts, on)
    for one in facts.office.ballots[-5:]:
        yield ballots.state(facts, one, on), ballots.tally(facts, one, on), ballots.slips(facts, one)[:5]
        yield ballots.unreturned(facts, one), ballots.due_of(facts, one.sent)
        yield ballot_findings.checks(facts, one, on), ballot_findings.governing(facts, one, on)
        yield ballot_follow.referral(facts, one, on), ballot_follow.report(facts, one, on)
        yield ballot_follow.judges(facts, one, on), ballot_follow.report_title(one)


def _delegated(facts: Facts, _found: list[Finding], on: dt.date) -> Iterator[Any]:
    yield delegated.rows(facts, on)
    yield delegated.years(facts, on), delegated.free_documents(facts)[:5], delegated.to_report(facts, on)
    yield delegated.catalogue(facts, on)
    for one in facts.office.delegated[-5:]:
        yield delegated.state(facts, one, on), delegated.point_words(one), delegated.positions(facts, one, on)
        yield delegated.agreed(facts, one, on), delegated.doubt(facts, one, on), delegated.differing(facts, one, on)
        yield delegated.may_prepare_again(facts, one, on), delegated.documents_of(facts, one)
        yield delegated.untold(facts, one, on), delegated.report_sessions(facts, one, on)
        yield delegated.point_of(facts, one, on), delegated.only_matter(facts, one, on)


def _documents(facts: Facts, found: list[Finding], on: dt.date) -> Iterator[Any]:
    yield documents.rows(facts, found, documents.Wanted())
    yield documents.used_types(facts, on), documents.spans(facts), documents.used_issuers(facts)
    yield documents.issuer_options(facts), documents.signer_options(facts, on)[:6]
    yield document_numbers.oddities(facts), document_queue.waiting(facts, on)
    yield [document_numbers.next_number(facts, kind, on) for kind in ("NQ", "KL", "GM", "CV")]
    for one in facts.office.documents[-6:]:
        yield documents.signing_words(facts, one, on), documents.source_of(facts, one), documents.issuer_words(one)
        yield documents.cancelled_words(one), document_numbers.named(one), document_numbers.holder_of(facts, one)


def _assignments(facts: Facts, found: list[Finding], on: dt.date) -> Iterator[Any]:
    yield assignments.members(facts, found, on)
    yield assignments.units(facts, found, on)
    yield assignments.balance(facts, found, on), list(assignments.allowed_kinds(facts, on))
    yield assignments.ended_seats(facts, on)
    yield [(assignments.cell(facts, one), assignments.source(facts, one)) for one in assignments.held_on(facts, on)[:8]]


def _programmes(facts: Facts, found: list[Finding], on: dt.date) -> Iterator[Any]:
    rows = programmes_list.rows(facts, found, on, year=on.year)
    for row in rows[:30]:
        yield row, programmes_list.is_pending(row, on), programmes_list.group_of(row, on), programmes_list.counted(row)
    yield programmes_list.years(facts, found, on), programmes_periods.next_wanted(facts, found, on)
    yield [programmes_periods.choices(facts, unit, on) for unit in ("year", "quarter", "month", "week")]
    for one in facts.office.programmes[-5:]:
        made = programmes.items(facts, one, on)
        yield programmes.title_of(one), programmes.state_of(one), programmes.standing(facts, one, made), made
        yield programmes.judged(facts, one, one.adopted or on, on), programmes.within(one)
        yield [programmes_versions.version_changes(facts, one, version) for version in one.versions]
        yield programmes_draft.lacking(facts, one, on)
    yield programmes_draft.draft(facts, "work", "btv", f"{on.year}-{min(on.month + 1, 12):02}", on)
    yield programmes_draft.draft(facts, "work", "bch", f"{on.year + 1}", on)


def _reports(facts: Facts, found: list[Finding], on: dt.date) -> Iterator[Any]:
    yield periodic_reports.years(facts, on)
    for kind in periodic_reports.kinds(facts, on):
        made = periodic_reports.grid(facts, found, kind, on.year, on)
        yield [kind, *made.lines]
        place = periodic_reports.this_period(made, on)
        yield place, periodic_reports.summary(facts, made, max(place, 0))


def _reviews(facts: Facts, found: list[Finding], on: dt.date) -> Iterator[Any]:
    for row in reviews.rows(facts, found, on, year=on.year)[:MOST]:
        yield row, reviews.state(facts, row, on), reviews.lacking(facts, row, on), reviews.late(row, on)
    yield reviews.years(facts, on), reviews.sessions(facts, "annual-review")[:6]


def _overview(facts: Facts, found: list[Finding], on: dt.date) -> Iterator[Any]:
    yield overview.in_force_words(facts, on)
    yield overview.lines(facts, found, on, on.year)
    open_ = [one for one in found if one.verdict not in ("met", "exempt")][:30]
    for one in open_:
        rule, part = one.rule, overview.key_of(one).partition(" ")[2]
        yield overview.leads_to(facts, one), overview.subject_words(facts, one, on), overview_notes.note_on(facts, one)
        yield overview_rules.name_of(facts, rule, part, on), overview_rules.asks(facts, rule, part, on)


def _grid(facts: Facts, found: list[Finding], on: dt.date) -> Iterator[Any]:
    yield overview_grid.years(facts, found, on)
    yield overview_grid.year_grid(facts, found, on, on.year).rows


def _calendar(facts: Facts, found: list[Finding], on: dt.date) -> Iterator[Any]:
    yield calendar.days(facts, found, *calendar.month_span(on))
    yield calendar.week_span(on), [calendar.lunar_label(on + dt.timedelta(days=n)) for n in range(0, 40, 7)]
    yield [calendar.open_day(facts, found, on + dt.timedelta(days=n)) for n in range(3)]


def _today(facts: Facts, found: list[Finding], on: dt.date) -> Iterator[Any]:
    page = today.page_of(facts, found, on)
    yield today_page.to_json(page).splitlines()
    yield today_page.groups(page, on)
    yield today.regulation_words(facts, on)


def _others(facts: Facts, found: list[Finding], on: dt.date) -> Iterator[Any]:
    yield tasks.rows(facts, on)[:20]
    yield tasks.years(facts, on), len(tasks.overdue(facts, on)), tasks.unit_options(facts)[:4]
    yield directives.rows(facts, found, on)
    yield visits.rows(facts, on, year=on.year)
    yield visits.lines(facts, found, on)
    yield visits.working(facts, found, on, year=on.year)
    yield units.units(facts, on)


def _directory(facts: Facts, _found: list[Finding], on: dt.date) -> Iterator[Any]:
    yield directory.members(facts, on)
    yield directory.counts(facts, on), days.days_of(facts, on.year), days.is_provisional(facts, on.year + 1)
    yield [seats.seats_of(person, on, facts.office.office.name) for person in facts.office.people[:4]]
    yield [references.where_used(facts.office, ident) for ident in ("p1", "u1")]


def _regulations(facts: Facts, _found: list[Finding], on: dt.date) -> Iterator[Any]:
    yield ruleset.uses(facts, on)
    held = facts.in_force_list[-1]
    yield ruleset.parameters(held, on)
    yield ruleset.not_yet(facts), ruleset.oddities(held)
    yield settings.settings(facts, on)
    yield office_settings.gathered(facts, on)
    yield regulation_change.difference(None, held, on)


def _year(facts: Facts, found: list[Finding], on: dt.date) -> Iterator[Any]:
    year = absence_year.year_of(facts, found, on, on.year)
    yield from (getattr(year, each.name) for each in fields(year))
    made = cadence_plan.proposal(facts, on.year + 1, on)
    yield made.rows
    yield cadence_plan.shortfalls(facts, made), cadence_plan.rhythms(facts, on.year + 1)


def _members(facts: Facts, found: list[Finding], on: dt.date) -> Iterator[Any]:
    yield member_figures.member_figures(facts, found, dt.date(on.year, 1, 1), on)


def _reasons(facts: Facts, found: list[Finding], on: dt.date) -> Iterator[Any]:
    by_rule = {(one.rule, one.verdict): one for one in found}
    for one in by_rule.values():
        yield from reasoning.plain_text(reasoning.tell(facts, one.rule, one.subject, on)).splitlines()


def _printing(facts: Facts, _found: list[Finding], on: dt.date) -> Iterator[Any]:
    for slug, record in (("giay-moi", "meetings"), ("bien-ban", "meetings"), ("phieu-xin-y-kien", "ballots")):
        for one in getattr(facts.office, record)[-2:]:
            what = preview.subject(facts, slug, one.id, on=on)
            yield what


READS: dict[str, Read] = {
    "meetings": _meetings,
    "meeting": _meeting,
    "planning": _planning,
    "absences": _absences,
    "ballots": _ballots,
    "delegated": _delegated,
    "documents": _documents,
    "assignments": _assignments,
    "programmes": _programmes,
    "reports": _reports,
    "reviews": _reviews,
    "overview": _overview,
    "grid": _grid,
    "calendar": _calendar,
    "today": _today,
    "others": _others,
    "directory": _directory,
    "regulations": _regulations,
    "year": _year,
    "members": _members,
    "reasons": _reasons,
    "printing": _printing,
}


@pytest.mark.parametrize("name", OFFICES)
@pytest.mark.parametrize("read", READS)
def test_what_is_read_is_what_is_kept(kept: Kept, read: str, name: str) -> None:
    facts, found, on = office(name)
    kept(f"{read}-{name}", _some(READS[read](facts, list(found), on)))
