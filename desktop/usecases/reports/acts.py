"""What is dealt with on Hôm nay of periodic reports: come in, or sent."""

import datetime as dt

from db.store import Store
from desktop.domain.facts import Facts
from desktop.domain.keys import RuleId
from desktop.domain.records import Report
from desktop.domain.refs import RecordRef
from desktop.usecases.base.act import Act
from desktop.usecases.reports import edits as periodic_report_edits


def _report_in(store: Store, facts: Facts, record: str, on: dt.date) -> None:
    """`reports:PERIOD/RULE`: what the government sent, or what went upward or to the members."""
    about = RecordRef.of(Report, record.removeprefix("reports:"))
    key = periodic_report_edits.key_of(RuleId(about.part or ""), "government", about.id)
    periodic_report_edits.receive(store, facts=facts, keys=(key,), day=on, on=on)


ACTS = {
    "report-in": Act("Ghi đã có báo cáo", "Đã ghi ngày", _report_in),
}
