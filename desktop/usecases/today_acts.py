"""The acts that deal with a thing on Hôm nay on the spot, each through the use case of its own noun."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from db.store import Store
from desktop.domain.facts import Facts
from desktop.domain.records import Absence, Ballot, Delegated, Meeting
from desktop.domain.refusal import Refusal
from desktop.usecases import (
    absence_edits,
    ballot_follow,
    ballots,
    delegated,
    delegated_edits,
    meeting_edits,
    meeting_votes,
)


@dataclass(frozen=True, slots=True)
class Act:
    """`what` names the change in the history, `said` begins the line that says it was done."""

    what: str
    said: str
    write: Callable[[Store, Facts, str, dt.date], object]

    def take(self, store: Store, *, facts: Facts, record: str, on: dt.date) -> None:
        """Do it as of a day; `record` is `ID`, `MEETING/ITEM` or `MEETING/ITEM,ITEM`."""
        self.write(store, facts, record, on)


def _meeting(facts: Facts, record: str) -> tuple[Meeting, str]:
    ident, _, item = record.partition("/")
    meeting = facts.meeting(ident)
    if meeting is None:
        raise Refusal(f"Không còn hội nghị “{ident}”")
    return meeting, item


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


def _absence(facts: Facts, record: str) -> Absence:
    away = next((one for one in facts.office.absences if one.id == record), None)
    if away is None:
        raise Refusal(f"Không còn lần vắng mặt “{record}”")
    return away


def _reported(store: Store, facts: Facts, record: str, on: dt.date) -> object:
    """Who is to be away has reported it today, to the body and in the form the regulation asks for."""
    return absence_edits.mark_reported(store, facts=facts, absence=_absence(facts, record), day=on, on=on)


def _result(store: Store, facts: Facts, record: str, on: dt.date) -> object:
    return absence_edits.mark_result(store, facts=facts, absence=_absence(facts, record), day=on, on=on)


def _ballot(facts: Facts, record: str) -> Ballot:
    found = ballots.find(facts, record)
    if found is None:
        raise Refusal(f"Không còn phiếu xin ý kiến “{record}”")
    return found


def _decision(facts: Facts, record: str) -> Delegated:
    found = delegated.find(facts, record.removeprefix("delegated:"))
    if found is None:
        raise Refusal(f"Không còn việc theo ủy quyền “{record}”")
    return found


def _tell_ballot(store: Store, facts: Facts, record: str, on: dt.date) -> object:
    return ballot_follow.report_back(store, facts=facts, ballot=_ballot(facts, record), on=on)


def _refer_ballot(store: Store, facts: Facts, record: str, on: dt.date) -> object:
    return ballot_follow.refer(store, facts=facts, ballot=_ballot(facts, record), on=on)


def _tell_delegated(store: Store, facts: Facts, record: str, on: dt.date) -> object:
    return delegated_edits.report(store, facts=facts, decision=_decision(facts, record), on=on)


ACTS = {
    "received": Act("Ghi đã nhận tài liệu", "Đã nhận ngày", _received),
    "sent": Act("Ghi đã gửi tài liệu", "Đã gửi ngày", _sent),
    "sign": Act("Ghi ngày ký biên bản", "Đã ký ngày", _signed),
    "tell-ballot": Act("Đưa kết quả phiếu vào chương trình", "Đã đưa vào chương trình ngày", _tell_ballot),
    "refer-ballot": Act("Đưa ra hội nghị", "Đã đưa vào chương trình ngày", _refer_ballot),
    "tell-delegated": Act("Đưa báo cáo vào chương trình", "Đã đưa vào chương trình ngày", _tell_delegated),
    "result": Act("Ghi đã báo kết quả chuyến đi", "Đã báo kết quả ngày", _result),
    "reported": Act("Ghi đã báo cáo vắng mặt", "Đã báo cáo ngày", _reported),
}
