"""What stays among those who were there: closed sessions and items, discipline, personnel; the records only."""

from desktop.domain.records import AgendaItem, Matter, Meeting

RESERVED: frozenset[Matter] = frozenset({"personnel", "evaluation", "political-standard", "discipline", "complaint"})


def is_reserved(meeting: Meeting, item: AgendaItem) -> bool:
    return meeting.closed_session or item.closed or item.matter in RESERVED


def open_items(meeting: Meeting) -> tuple[AgendaItem, ...]:
    """The items a paper may name that goes to guests or to units."""
    return tuple(item for item in meeting.agenda if not is_reserved(meeting, item))
