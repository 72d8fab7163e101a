"""What is dealt with on Hôm nay of a ballot: its result told to a session, or the matter put to one."""

import datetime as dt

from db.store import Store
from desktop.domain.facts import Facts
from desktop.domain.records import Ballot
from desktop.domain.refusal import Refusal
from desktop.usecases.ballots import follow as ballot_follow
from desktop.usecases.base.act import Act


def _ballot(facts: Facts, record: str) -> Ballot:
    found = facts.one(Ballot, record)
    if found is None:
        raise Refusal(f"Không còn phiếu xin ý kiến “{record}”")
    return found


def _tell_ballot(store: Store, facts: Facts, record: str, on: dt.date) -> object:
    return ballot_follow.report_back(store, facts=facts, ballot=_ballot(facts, record), on=on)


def _refer_ballot(store: Store, facts: Facts, record: str, on: dt.date) -> object:
    return ballot_follow.refer(store, facts=facts, ballot=_ballot(facts, record), on=on)


ACTS = {
    "tell-ballot": Act("Đưa kết quả phiếu vào chương trình", "Đã đưa vào chương trình ngày", _tell_ballot),
    "refer-ballot": Act("Đưa ra hội nghị", "Đã đưa vào chương trình ngày", _refer_ballot),
}
