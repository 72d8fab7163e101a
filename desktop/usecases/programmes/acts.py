"""What is dealt with on Hôm nay of a programme: adopted."""

import datetime as dt

from db.store import Store
from desktop.domain.facts import Facts
from desktop.domain.records import Programme
from desktop.domain.refusal import Refusal
from desktop.usecases.base.act import Act
from desktop.usecases.programmes import edits as programmes_edits


def _adopt(store: Store, facts: Facts, record: str, on: dt.date) -> object:
    programme = facts.one(Programme, record)
    if programme is None:
        raise Refusal(f"Không còn chương trình “{record}”")
    return programmes_edits.adopt(store, facts=facts, programme=programme, day=on, on=on)


ACTS = {
    "adopt": Act("Ghi thông qua chương trình", "Đã ghi thông qua ngày", _adopt),
}
