"""The acts that deal with a thing on Hôm nay on the spot, each through the use case of its own noun."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import Absence, Ballot, Delegated, Meeting
from desktop.domain.refusal import Refusal
from desktop.usecases.absences import edits as absence_edits
from desktop.usecases.ballots import follow as ballot_follow
from desktop.usecases.ballots import rows as ballots
from desktop.usecases.delegated import edits as delegated_edits
from desktop.usecases.delegated import rows as delegated
from desktop.usecases.directives import rows as directives
from desktop.usecases.meetings import edits as meeting_edits
from desktop.usecases.meetings import votes as meeting_votes
from desktop.usecases.programmes import edits as programmes_edits
from desktop.usecases.programmes import rows as programmes
from desktop.usecases.reports import edits as periodic_report_edits
from desktop.usecases.reviews import edits as review_edits
from desktop.usecases.reviews import rows as reviews


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
        raise Refusal(f"Không còn lần đi vắng “{record}”")
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


def _adopt(store: Store, facts: Facts, record: str, on: dt.date) -> object:
    programme = programmes.find(facts, record)
    if programme is None:
        raise Refusal(f"Không còn chương trình “{record}”")
    return programmes_edits.adopt(store, facts=facts, programme=programme, day=on, on=on)


def _report_in(store: Store, facts: Facts, record: str, on: dt.date) -> None:
    """`reports:PERIOD/RULE`: what the government sent, or what went upward or to the members."""
    code, _, rule = record.removeprefix("reports:").partition("/")
    key = periodic_report_edits.key_of(rule, "government", code)
    periodic_report_edits.receive(store, facts=facts, keys=(key,), day=on, on=on)


def _directive_held(store: Store, facts: Facts, record: str, on: dt.date) -> object:
    found = directives.find(facts, record)
    if found is None:
        raise Refusal(f"Không còn nghị quyết, chỉ thị “{record}”")
    return directives.hold(store, facts=facts, directive=found, day=on, on=on)


def _review_held(store: Store, facts: Facts, record: str, on: dt.date) -> object:
    """`reviews:RULE|SUBJECT`: of the body the subject names, of each of those a text asks for at the term's end."""
    rule, _, subject = record.removeprefix("reviews:").partition("|")
    body = subject.partition("/")[0]
    asked = facts.ruling("review.term.bodies", on) if rule == "review.term" else None
    subjects = asked.words if asked else (body,) if body in vi.BODY else ()
    return review_edits.hold(store, facts=facts, kind=reviews.KIND_OF[rule], subjects=subjects, day=on, on=on)


ACTS = {
    "received": Act("Ghi đã nhận tài liệu", "Đã nhận ngày", _received),
    "sent": Act("Ghi đã gửi tài liệu", "Đã gửi ngày", _sent),
    "sign": Act("Ghi ngày ký biên bản", "Đã ký ngày", _signed),
    "tell-ballot": Act("Đưa kết quả phiếu vào chương trình", "Đã đưa vào chương trình ngày", _tell_ballot),
    "refer-ballot": Act("Đưa ra hội nghị", "Đã đưa vào chương trình ngày", _refer_ballot),
    "tell-delegated": Act("Đưa báo cáo vào chương trình", "Đã đưa vào chương trình ngày", _tell_delegated),
    "result": Act("Ghi đã báo kết quả chuyến đi", "Đã báo kết quả ngày", _result),
    "report-in": Act("Ghi đã có báo cáo", "Đã ghi ngày", _report_in),
    "directive-held": Act("Ghi đã sơ kết, tổng kết", "Đã làm ngày", _directive_held),
    "review-held": Act("Ghi đã kiểm điểm, tổng kết", "Đã làm ngày", _review_held),
    "reported": Act("Ghi đã báo cáo đi vắng", "Đã báo cáo ngày", _reported),
    "adopt": Act("Ghi thông qua chương trình", "Đã ghi thông qua ngày", _adopt),
}
