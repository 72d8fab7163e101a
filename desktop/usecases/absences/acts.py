"""What is dealt with on Hôm nay of an absence: reported, its result told."""

import datetime as dt

from db.store import Store
from desktop.domain.facts import Facts
from desktop.domain.records import Absence
from desktop.domain.refusal import Refusal
from desktop.usecases.absences import edits as absence_edits
from desktop.usecases.base.act import Act


def _absence(facts: Facts, record: str) -> Absence:
    away = facts.one(Absence, record)
    if away is None:
        raise Refusal(f"Không còn lần đi vắng “{record}”")
    return away


def _reported(store: Store, facts: Facts, record: str, on: dt.date) -> object:
    """Who is to be away has reported it today, to the body and in the form the regulation asks for."""
    return absence_edits.mark_reported(store, facts=facts, absence=_absence(facts, record), day=on, on=on)


def _result(store: Store, facts: Facts, record: str, on: dt.date) -> object:
    return absence_edits.mark_result(store, facts=facts, absence=_absence(facts, record), day=on, on=on)


ACTS = {
    "result": Act("Ghi đã báo kết quả chuyến đi", "Đã báo kết quả ngày", _result),
    "reported": Act("Ghi đã báo cáo đi vắng", "Đã báo cáo ngày", _reported),
}
