"""The sample offices: a whole year of an invented committee for each regulation that ships.

May import `desktop.domain` and the other sample modules. Pure: the same office every time, to the last record.
"""

import datetime as dt
from functools import cache

from desktop.domain.records import Note, Office
from desktop.sample.as_of import office_as_of
from desktop.sample.build import build, table
from desktop.sample.decisions import ballots, delegated
from desktop.sample.events import events
from desktop.sample.incoming import incoming
from desktop.sample.periods import assignments, reports, visits
from desktop.sample.plan import Plan
from desktop.sample.programmes import programmes
from desktop.sample.register import documents
from desktop.sample.reviews import directives, reviews
from desktop.sample.sittings import sittings

PROFILES = ("tay-son-2024", "lung-phinh-2025", "bac-kan-ccq-2020")
SHOWN = PROFILES[0]
"""The one whose sample office is opened to look around in."""


def demo_day(profile: str) -> dt.date:
    """The day on which the sample of a profile is looked at, in the middle of its work."""
    day: dt.date = table(profile)["demo_day"]
    return day


def closing_day(profile: str) -> dt.date:
    """A day late in the sample's year, with nearly the whole of it on record and its last sessions still to come."""
    day: dt.date = table(profile)["closing_day"]
    return day


def sample_office(profile: str, *, as_of: dt.date | None = None) -> Office:
    """The sample of a profile: its whole year, or what the office knew at the end of a day."""
    whole = _whole(profile)
    return whole if as_of is None else office_as_of(whole, as_of)


@cache
def _whole(profile: str) -> Office:
    plan = Plan(table(profile))
    made = sittings(plan)
    meetings = [sitting.meeting for sitting in made]
    tasks = [task for sitting in made for task in sitting.tasks]
    asked, decided = ballots(plan, meetings), delegated(plan)
    planned, reported, directed = programmes(plan, meetings, tasks), reports(plan), directives(plan)
    issued = documents(plan, meetings, asked, decided, planned, reported, directed)
    return Office(
        office=plan.head,
        calendar=plan.calendar,
        people=plan.people,
        units=plan.units,
        meetings=tuple(meetings),
        ballots=asked,
        absences=plan.absences,
        assignments=assignments(plan),
        tasks=tuple(tasks),
        delegated=decided,
        programmes=planned,
        reports=reported,
        directives=directed,
        visits=visits(plan),
        reviews=reviews(plan, meetings),
        documents=issued,
        incoming=incoming(plan, issued, directed),
        events=events(plan),
        notes=tuple(build(Note, row) for row in plan.data.get("notes", ())),
    )
