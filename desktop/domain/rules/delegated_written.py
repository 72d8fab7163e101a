"""A decision is put in writing; the office says within how many working days."""

from dataclasses import replace

from desktop.domain import delegation
from desktop.domain.cases import DELEGATED
from desktop.domain.delegation import Settled
from desktop.domain.judging import Deed, Outcome, by_day
from desktop.domain.keys import Key, SettingKey
from desktop.domain.rule import Reads, Rule

REQUIRED = Key("delegated.written.required")
WORKING_DAYS = SettingKey("delegated.written.working_days")

RULE = Rule(
    "delegated.written",
    of=DELEGATED,
    reads=(Reads.DOCUMENTS, Reads.SETTINGS, Reads.WORKDAYS),
    cites=(delegation.ITEMS, REQUIRED),
)


@RULE.judged_by
def judge(settled: Settled) -> Outcome | None:
    ruling = settled.ruling(REQUIRED)
    days = settled.facts.setting(WORKING_DAYS, settled.day)
    if ruling is None or not ruling.value or not settled.is_settled or settled.is_urgent_only:
        return None
    if not isinstance(days, int):
        return None
    dates = sorted(document.date for document in settled.facts.documents_on(settled.decision.id) if document.date)
    after = [date for date in dates if date >= settled.day]
    last = settled.facts.workdays.after(settled.day, days)
    provisional = sorted({settled.day.year, last.year} & settled.facts.workdays.provisional)
    note = f", {days} ngày làm việc theo quy ước của đơn vị"
    note += f" (lịch nghỉ năm {' và '.join(map(str, provisional))} tạm tính)" if provisional else ""
    deed = Deed(
        done=next(iter(after or dates), None),
        word="Ban hành văn bản",
        undone="Chưa ban hành văn bản",
        since=settled.day,
        of="ngày quyết định",
    )
    return by_day(deed, last, replace(ruling.cite, office=True), settled.on, note)
