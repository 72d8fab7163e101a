"""What is brought to a coming session as an item of its agenda: which sessions there are, and putting the item in.

Imports domain, vi and the meetings' own use cases. Nothing is committed here.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite
from desktop.domain.records import AgendaItem, Meeting
from desktop.domain.refusal import Refusal
from desktop.domain.sittings import is_session
from desktop.usecases.meetings import edits as meeting_edits


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A session to which something may be brought, and the number its item would bear."""

    id: str
    words: str
    number: int


def coming(facts: Facts, bodies: Sequence[str], on: dt.date) -> list[Coming]:
    """The sessions of the bodies from today on that are still to be held, the nearest first."""
    return [
        Coming(id=one.id, words=short_name(one), number=len(one.agenda) + 1)
        for one in facts.sessions
        if one.body in bodies and is_session(one) and one.start.date() >= on and not (one.minutes or one.attendance)
    ]


def short_name(meeting: Meeting) -> str:
    """`Hội nghị Ban Thường vụ 06/9/2024`."""
    return f"Hội nghị {vi.BODY[meeting.body]} {vi.day(meeting.start.date())}"


def bodies_words(bodies: Iterable[str]) -> str:
    return " hoặc ".join(words for code, words in vi.BODY.items() if code in bodies)


def session_for(
    facts: Facts, bodies: Sequence[str], meeting_id: str, on: dt.date, *, cite: Cite | None = None
) -> Meeting:
    """The session chosen, or the nearest one; refused where there is none, or where it is not of such a body."""
    sessions = coming(facts, bodies, on)
    wanted = meeting_id or (sessions[0].id if sessions else "")
    if not wanted:
        raise Refusal(
            f"Chưa xếp lịch hội nghị {bodies_words(bodies)} sắp tới; cần xếp lịch rồi đưa vào chương trình.",
            field="meeting",
            cite=cite,
        )
    found = facts.meeting(wanted)
    if found is None or wanted not in {one.id for one in sessions}:
        raise Refusal(
            f"Hội nghị đã chọn không dùng được; cần một hội nghị {bodies_words(bodies)} chưa họp.",
            field="meeting",
            cite=cite,
        )
    return found


def put_item(store: Store, *, facts: Facts, meeting: Meeting, item: AgendaItem, on: dt.date) -> Meeting:
    """Append the item; one of the same title and purpose already there is enough."""
    if any(old.title == item.title and old.purpose == item.purpose for old in meeting.agenda):
        return meeting
    return meeting_edits.add_item(store, facts=facts, meeting=meeting, item=item, on=on)


def take_item(store: Store, *, facts: Facts, meeting: Meeting, title: str, purpose: str, on: dt.date) -> None:
    """Take the item off again, unless it was voted on or concluded, which is refused."""
    found = next((old for old in meeting.agenda if old.title == title and old.purpose == purpose), None)
    if found is not None:
        meeting_edits.remove_item(store, facts=facts, meeting=meeting, item_id=found.id, on=on)
