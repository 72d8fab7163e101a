"""What is dealt with on Hôm nay of a meeting: papers received, papers sent, minutes signed."""

import datetime as dt

from db.store import Store
from desktop.domain.facts import Facts
from desktop.domain.records import Meeting
from desktop.domain.refs import RecordRef
from desktop.domain.refusal import Refusal
from desktop.usecases.base.act import Act
from desktop.usecases.meetings import edits as meeting_edits
from desktop.usecases.meetings import votes as meeting_votes


def _meeting(facts: Facts, record: str) -> tuple[Meeting, str]:
    about = RecordRef.of(Meeting, record)
    meeting = facts.meeting(about.id)
    if meeting is None:
        raise Refusal(f"Không còn hội nghị “{about.id}”")
    return meeting, about.part or ""


def _received(store: Store, facts: Facts, record: str, on: dt.date) -> object:
    meeting, item = _meeting(facts, record)
    return meeting_edits.receive_papers(store, facts=facts, meeting=meeting, item_id=item, day=on, on=on)


def _sent(store: Store, facts: Facts, record: str, on: dt.date) -> object:
    meeting, items = _meeting(facts, record)
    chosen = frozenset(items.split(","))
    return meeting_edits.mark_papers_sent(store, facts=facts, meeting=meeting, item_ids=chosen, day=on, on=on)


def _signed(store: Store, facts: Facts, record: str, on: dt.date) -> object:
    meeting, _ = _meeting(facts, record)
    return meeting_votes.sign_minutes(store, facts=facts, meeting=meeting, day=on, on=on)


ACTS = {
    "received": Act("Ghi đã nhận tài liệu", "Đã nhận ngày", _received),
    "sent": Act("Ghi đã gửi tài liệu", "Đã gửi ngày", _sent),
    "sign": Act("Ghi ngày ký biên bản", "Đã ký ngày", _signed),
}
