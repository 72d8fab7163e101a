"""Every meeting of the bodies the text names is minuted; signed by the text's own day, or else by the office's."""

import datetime as dt
from dataclasses import replace

from desktop.domain.cases import SITTINGS
from desktop.domain.judging import BY_OFFICE, Deed, Outcome, by_day, due_after
from desktop.domain.keys import Key, SettingKey
from desktop.domain.rule import Reads, Rule
from desktop.domain.sittings import Sitting

BODIES = Key("meeting.minutes.bodies")
DUE = Key("meeting.minutes.due")
DAYS = SettingKey("meeting.minutes.days")

RULE = Rule(
    "meeting.minutes",
    of=SITTINGS,
    beside="minutes",
    reads=(Reads.SETTINGS, Reads.WORKDAYS),
    cites=(BODIES, DUE),
)


@RULE.judged_by
def judge(sitting: Sitting) -> Outcome | None:
    ruling = sitting.ruling(BODIES)
    if ruling is None or sitting.meeting.body not in ruling.words:
        return None
    signed = sitting.meeting.minutes
    deed = Deed(done=signed, word="Ký biên bản", undone="Chưa có biên bản", since=sitting.last_day, of="ngày họp")
    due = due_after(sitting.facts, DUE, sitting.last_day, sitting.day)
    if due:
        return by_day(deed, due[0], due[1].cite, sitting.on)
    days = sitting.facts.setting(DAYS, sitting.day)
    last = sitting.last_day + dt.timedelta(days=days if isinstance(days, int) else 0)
    return by_day(deed, last, replace(ruling.cite, office=True), sitting.on, BY_OFFICE)
