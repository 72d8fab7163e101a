"""A decision is put in writing by the text's own day, or else within as many working days as the office says."""

from dataclasses import replace

from desktop.domain import delegation
from desktop.domain.cases import DELEGATED
from desktop.domain.delegation import Settled
from desktop.domain.judging import Deed, Outcome, by_day, due_after
from desktop.domain.keys import Key, SettingKey
from desktop.domain.rule import Reads, Rule

REQUIRED = Key("delegated.written.required")
DUE = Key("delegated.written.due")
WORKING_DAYS = SettingKey("delegated.written.working_days")

RULE = Rule(
    "delegated.written",
    of=DELEGATED,
    reads=(Reads.DOCUMENTS, Reads.SETTINGS, Reads.WORKDAYS),
    cites=(delegation.ITEMS, DUE, REQUIRED),
)


@RULE.judged_by
def judge(settled: Settled) -> Outcome | None:
    ruling = settled.ruling(REQUIRED)
    days = settled.facts.setting(WORKING_DAYS, settled.day)
    due = due_after(settled.facts, DUE, settled.day, settled.day)
    if ruling is None or not ruling.value or not settled.is_settled or settled.is_urgent_only:
        return None
    if due:
        return by_day(_deed(settled), due[0], due[1].cite, settled.on)
    if not isinstance(days, int):
        return None
    last = settled.facts.workdays.after(settled.day, days)
    provisional = sorted({settled.day.year, last.year} & settled.facts.workdays.provisional)
    note = f", {days} ngày làm việc theo quy ước của đơn vị"
    note += f" (lịch nghỉ năm {' và '.join(map(str, provisional))} tạm tính)" if provisional else ""
    return by_day(_deed(settled), last, replace(ruling.cite, office=True), settled.on, note)


def _deed(settled: Settled) -> Deed:
    dates = sorted(document.date for document in settled.facts.documents_on(settled.decision.id) if document.date)
    after = [date for date in dates if date >= settled.day]
    return Deed(
        done=next(iter(after or dates), None),
        word="Ban hành văn bản",
        undone="Chưa ban hành văn bản",
        since=settled.day,
        of="ngày quyết định",
    )
