"""Every meeting of the bodies the text names is minuted; the day by which they are signed is the office's."""

import datetime as dt
from dataclasses import replace

from desktop.domain.cases import SITTINGS
from desktop.domain.judging import Deed, Outcome, by_day
from desktop.domain.keys import Key, SettingKey
from desktop.domain.rule import Reads, Rule
from desktop.domain.sittings import Sitting

BODIES = Key("meeting.minutes.bodies")
DAYS = SettingKey("meeting.minutes.days")

RULE = Rule("meeting.minutes", of=SITTINGS, beside="minutes", reads=(Reads.SETTINGS,), cites=(BODIES,))


@RULE.judged_by
def judge(sitting: Sitting) -> Outcome | None:
    ruling = sitting.ruling(BODIES)
    if ruling is None or sitting.meeting.body not in ruling.words:
        return None
    days = sitting.facts.setting(DAYS, sitting.day)
    last = sitting.last_day + dt.timedelta(days=days if isinstance(days, int) else 0)
    signed = sitting.meeting.minutes
    deed = Deed(done=signed, word="Ký biên bản", undone="Chưa có biên bản", since=sitting.last_day, of="ngày họp")
    return by_day(deed, last, replace(ruling.cite, office=True), sitting.on, " theo quy ước của đơn vị")
