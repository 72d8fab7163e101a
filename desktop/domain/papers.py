"""What goes out before a session, against its last day, and when it is excused; `desktop.domain` only."""

import datetime as dt
from dataclasses import replace

from desktop.domain import wording
from desktop.domain.findings import Verdict
from desktop.domain.judging import Deed, Limit, Outcome, article, before_its_time, by_day, doubted, limit, off
from desktop.domain.keys import Key, KeyOf, RuleId
from desktop.domain.records import AgendaItem
from desktop.domain.sittings import Sitting

EXEMPT_KINDS = KeyOf[RuleId]("{}.exempt_kinds")

UNSCHEDULED = Key("meeting.unscheduled.approved_by")


def last_day(sitting: Sitting, key: Key) -> Limit | None:
    return limit(sitting.facts, key, sitting.meeting.start)


def timed(sitting: Sitting, key: Key, deed: Deed, last: Limit) -> Outcome:
    """Against its last day, which no regulation can have set before it took effect, unless the one before did too."""
    judged = doubted(by_day(deed, last.last, last.ruling.cite, sitting.on, last.note), _hour_unknown(deed, last))
    in_force = sitting.facts.in_force(sitting.day)
    before = limit(sitting.facts, key, sitting.meeting.start, by=last.last)
    if in_force is None or (before and before.last == last.last):
        return judged
    return before_its_time(judged, last.last, in_force.from_)


def _hour_unknown(deed: Deed, last: Limit) -> str:
    """Of what is counted in hours the day alone does not say enough on its last day."""
    return f"mới ghi ngày, chưa rõ trước {last.hour:%H:%M}" if last.hour and deed.done == last.last else ""


def listed(sitting: Sitting, key: Key) -> list[str]:
    ruling = sitting.ruling(key)
    return ruling.words if ruling else []


def exemption(sitting: Sitting, key: Key, fact: str) -> Outcome:
    ruling = sitting.ruling(key)
    assert ruling is not None, key
    return Outcome(verdict=Verdict.EXEMPT, cite=ruling.cite, text=f"{fact} theo {article(ruling.cite)}.")


def warning(sitting: Sitting, last: Limit, day: dt.date | None) -> str:
    """Calendar days may end on a day off: the text then says so, since nobody may be there to receive."""
    return off(sitting.facts, day) if day and last.calendar else ""


def waiver(sitting: Sitting, item: AgendaItem, judged: Outcome) -> Outcome | None:
    """An item let in after the agenda was set is waived its days, by a body the text names or else unclearly."""
    if judged.verdict in (Verdict.MET, Verdict.EXEMPT) or not (item.unscheduled and item.approved_by):
        return None
    fact = f"Nội dung bổ sung ngoài chương trình, {wording.BODY[item.approved_by]} đồng ý"
    ruling = sitting.ruling(UNSCHEDULED)
    if ruling and item.approved_by in ruling.words:
        text = f"{fact}; miễn thời hạn tài liệu theo {article(ruling.cite)}."
        return Outcome(verdict=Verdict.EXEMPT, cite=ruling.cite, text=text)
    doubt = "quy chế không quy định" if ruling is None else f"{article(ruling.cite)} giao cơ quan khác"
    text = f"{fact}; {doubt}, chưa kết luận được tài liệu có phải gửi trước hay không."
    return replace(judged, verdict=Verdict.UNCLEAR, cite=ruling.cite if ruling else judged.cite, text=text)
