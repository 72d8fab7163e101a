"""What is dealt with on Hôm nay of a directive: its review held."""

import datetime as dt

from db.store import Store
from desktop.domain.facts import Facts
from desktop.domain.records import Directive
from desktop.domain.refusal import Refusal
from desktop.usecases.base.act import Act
from desktop.usecases.directives import rows as directives


def _directive_held(store: Store, facts: Facts, record: str, on: dt.date) -> object:
    found = facts.one(Directive, record)
    if found is None:
        raise Refusal(f"Không còn nghị quyết, chỉ thị “{record}”")
    return directives.hold(store, facts=facts, directive=found, day=on, on=on)


ACTS = {
    "directive-held": Act("Ghi đã sơ kết, tổng kết", "Đã làm ngày", _directive_held),
}
