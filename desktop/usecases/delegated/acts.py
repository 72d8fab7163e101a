"""What is dealt with on Hôm nay of a delegated matter: its report put on a session's agenda."""

import datetime as dt

from db.store import Store
from desktop.domain.facts import Facts
from desktop.domain.records import Delegated
from desktop.domain.refusal import Refusal
from desktop.usecases.base.act import Act
from desktop.usecases.delegated import edits as delegated_edits


def _decision(facts: Facts, record: str) -> Delegated:
    found = facts.one(Delegated, record.removeprefix("delegated:"))
    if found is None:
        raise Refusal(f"Không còn việc theo ủy quyền “{record}”")
    return found


def _tell_delegated(store: Store, facts: Facts, record: str, on: dt.date) -> object:
    return delegated_edits.report(store, facts=facts, decision=_decision(facts, record), on=on)


ACTS = {
    "tell-delegated": Act("Đưa báo cáo vào chương trình", "Đã đưa vào chương trình ngày", _tell_delegated),
}
