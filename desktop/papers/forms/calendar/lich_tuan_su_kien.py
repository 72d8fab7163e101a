"""An event in the columns of the weekly calendar: what and by which paper, who, where and by which vehicle.

Imports as `lich_tuan`.
"""

from collections.abc import Iterator

from desktop import vi
from desktop.domain.records import Event, Incoming
from desktop.papers.forms.base.words import bare
from desktop.papers.forms.base.writing import Writing


def content(writing: Writing, event: Event) -> str:
    paper = writing.facts.one(Incoming, event.paper)
    called = event.called_by or (paper.symbol if paper else "")
    return f"{bare(vi.event_title(event))}{f' (theo {called})' if called else ''}"


def participants(writing: Writing, event: Event) -> str:
    return "; ".join(_who(writing, event))


def _who(writing: Writing, event: Event) -> Iterator[str]:
    """People by name, bodies by their members, units, and whoever else was written down."""
    named = [name for person in event.people if (name := writing.name(person))]
    if named:
        yield f"{'các ' if len(named) > 1 else ''}đồng chí: {', '.join(named)}"
    yield from (writing.members_of(organ) for organ in event.organs)
    sent = [unit.name for one in event.units if (unit := writing.facts.unit(one))]
    if sent:
        yield f"đại diện: {', '.join(sent)}"
    if event.others:
        yield bare(event.others)


def place(event: Event) -> str:
    """With the vehicle under it."""
    return "\n".join(filter(None, (bare(event.place), f"Xe {event.vehicle}" if event.vehicle else "")))
