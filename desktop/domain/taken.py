"""Who of some people attends an event at the hours of a meeting; `desktop.domain` only."""

from collections.abc import Iterable

from desktop.domain.events import Happening
from desktop.domain.facts import Facts
from desktop.domain.records import Meeting, Person


def attending(facts: Facts, one: Happening) -> frozenset[str]:
    """Who presides, the people named, and the members of the bodies that take part."""
    event = one.event
    members = (person.id for organ in event.organs for person in facts.members(organ, one.day))
    return frozenset({*event.people, *members, *([event.chair] if event.chair else [])})


def taken(facts: Facts, meeting: Meeting, people: Iterable[Person]) -> dict[str, Happening]:
    """Those who attend an event at its hours, by their ids, with the first such event."""
    start = meeting.start
    held = [one for one in facts.events_on(start.date()) if one.takes(start, meeting.end)]
    there = [(one, attending(facts, one)) for one in held]
    found = ((person.id, next((one for one, ids in there if person.id in ids), None)) for person in people)
    return {ident: one for ident, one in found if one}
