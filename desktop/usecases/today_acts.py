"""The acts that deal with a thing on Hôm nay on the spot, each through the use case of its own noun."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from db.store import Store
from desktop.domain.facts import Facts
from desktop.domain.records import Meeting
from desktop.domain.refusal import Refusal
from desktop.usecases import meeting_edits, meeting_votes


@dataclass(frozen=True, slots=True)
class Act:
    """`what` names the change in the history, `said` begins the line that says it was done."""

    what: str
    said: str
    write: Callable[[Store, Facts, Meeting, str, dt.date], object]

    def take(self, store: Store, *, facts: Facts, record: str, on: dt.date) -> None:
        """Do it as of a day; `record` is `MEETING`, `MEETING/ITEM` or `MEETING/ITEM,ITEM`."""
        ident, _, item = record.partition("/")
        meeting = facts.meeting(ident)
        if meeting is None:
            raise Refusal(f"Không còn hội nghị “{ident}”")
        self.write(store, facts, meeting, item, on)


def _received(store: Store, facts: Facts, meeting: Meeting, item: str, on: dt.date) -> object:
    return meeting_edits.receive_papers(store, facts=facts, meeting=meeting, item_id=item, day=on, on=on)


def _sent(store: Store, facts: Facts, meeting: Meeting, item: str, on: dt.date) -> object:
    items = frozenset(item.split(","))
    return meeting_edits.mark_papers_sent(store, facts=facts, meeting=meeting, item_ids=items, day=on, on=on)


def _signed(store: Store, facts: Facts, meeting: Meeting, item: str, on: dt.date) -> object:
    return meeting_votes.sign_minutes(store, facts=facts, meeting=meeting, day=on, on=on)


ACTS = {
    "received": Act("Ghi đã nhận tài liệu", "Đã nhận ngày", _received),
    "sent": Act("Ghi đã gửi tài liệu", "Đã gửi ngày", _sent),
    "sign": Act("Ghi ngày ký biên bản", "Đã ký ngày", _signed),
}
