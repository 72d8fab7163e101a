"""Which line of the register a paper was issued as, found in one way everywhere; `desktop.domain` only."""

from collections.abc import Iterator

from desktop.domain.facts import Facts
from desktop.domain.names import fold
from desktop.domain.records import Document, Meeting

OF_DECISIONS = ("TB", "NQ", "KL", "QĐ")
"""The types that put in writing what was decided, of a whole meeting or of an item of it."""

OF_DIRECTIONS = (*OF_DECISIONS, "CV", "KH")
"""The types that may carry what was directed; a letter that only calls the meeting does not."""

SAID_OF = {"CV": ("đôn đốc", "tài liệu"), "CTr": ("hội nghị", "cuộc họp")}
"""What the trích yếu of a meeting's own letter and programme says: many others of those types come from a meeting."""


def standing(facts: Facts) -> Iterator[Document]:
    """The documents whose number was not cancelled."""
    return (document for document in facts.office.documents if document.cancelled is None)


def of_meeting(facts: Facts, meeting: Meeting) -> list[Document]:
    """Those that put in writing what was concluded or directed there, of the whole or of an item."""
    from_it = facts.documents_of(meeting.id)
    return [one for one in from_it if one.type in OF_DIRECTIONS and not (one.type == "CV" and _is_of_it(one))]


def issued_from(facts: Facts, kind: str, meeting: Meeting, item: str | None = None) -> Document | None:
    """The latest of that type from the meeting as a whole, or from the item where one is named.

    Where the meeting has a single item, a decision on the item and one of the meeting are the same paper.
    """
    alone = len(meeting.agenda) == 1 and kind in OF_DECISIONS
    other = meeting.agenda[0].id if item is None and alone else None
    found = {
        document.source.agenda: document
        for document in facts.documents_of(meeting.id)
        if document.type == kind and document.source and _is_of_it(document)
    }
    return found.get(item) or (found.get(other) if alone else None)


def _is_of_it(document: Document) -> bool:
    words = SAID_OF.get(document.type)
    return words is None or any(fold(word) in fold(document.title) for word in words)
