"""Rules on how a meeting is held: quorum, minutes, standing items. `chairing` and `calling` have the rest.

`desktop.domain` only. Each rule answers for one meeting, or None where it does not apply or the text is silent.
"""

import datetime as dt
from dataclasses import replace

from desktop.domain.findings import Verdict
from desktop.domain.judging import CONTRARY, Deed, Outcome, article, at_least, awaited, by_day, doubted, to_come
from desktop.domain.regulation import Ruling
from desktop.domain.sittings import Sitting
from desktop.domain.wording import BODY, day


def quorum(sitting: Sitting) -> Outcome | None:
    """Enough of all members in office are present; guests and other officials listed never count."""
    ruling = sitting.ruling(f"meeting.quorum.{sitting.meeting.body}.share") if sitting.is_session else None
    if ruling is None:
        return None
    total = len(sitting.members)
    if not total:
        text = f"Không có ủy viên {BODY[sitting.meeting.body]} nào đương nhiệm để tính."
        return Outcome(verdict=Verdict.UNKNOWN, cite=ruling.cite, text=text)
    needed, present = at_least(ruling.share, total), len(sitting.present)
    judged = Outcome(verdict=Verdict.MET, cite=ruling.cite, text="", expected=f"{needed}/{total}")
    if not sitting.was_called:
        verdict = Verdict.DUE if sitting.on <= sitting.day else Verdict.UNKNOWN
        when = f", họp {day(sitting.day)}" if verdict is Verdict.DUE else ""
        text = f"Chưa điểm danh; cần {needed}/{total} ủy viên dự{when}."
        return replace(judged, verdict=verdict, due=sitting.day, text=text)
    fact = f"Có mặt {present}/{total} ủy viên, cần {needed}/{total} (ít nhất {ruling.word})"
    judged = replace(judged, actual=f"{present}/{total}", text=f"{fact}.")
    if present < needed:
        return replace(judged, verdict=Verdict.BREACH, text=f"{fact}, thiếu {needed - present}.")
    return doubted(judged, _without_those_away(sitting, needed))


def _without_those_away(sitting: Sitting, needed: int) -> str:
    """Who is marked present while an absence on record covers the day, where the quorum hangs on them."""
    away = [said for person in sorted(sitting.present) if (said := sitting.away(person))]
    if len(sitting.present) - len(away) >= needed:
        return ""
    return f"nhưng {', '.join(away)} theo phiếu vắng mặt, {CONTRARY}"


def lacks_quorum(sitting: Sitting) -> str:
    """`hội nghị có mặt 6/11 ủy viên, cần 8/11`; empty where it had it, or nothing says that it had not."""
    judged = quorum(sitting)
    if judged is None or judged.verdict not in (Verdict.BREACH, Verdict.UNCLEAR):
        return ""
    doubt = ", chưa rõ đủ số" if judged.verdict is Verdict.UNCLEAR else ""
    return f"hội nghị có mặt {judged.actual} ủy viên, cần {judged.expected}{doubt}"


def minutes(sitting: Sitting) -> Outcome | None:
    """Every meeting of the bodies the text names is minuted; the day by which they are signed is the office's."""
    ruling = sitting.ruling("meeting.minutes.bodies")
    if ruling is None or sitting.meeting.body not in ruling.words:
        return None
    days = sitting.facts.setting("meeting.minutes.days", sitting.day)
    last = sitting.last_day + dt.timedelta(days=days if isinstance(days, int) else 0)
    signed = sitting.meeting.minutes
    deed = Deed(done=signed, word="Ký biên bản", undone="Chưa có biên bản", since=sitting.last_day, of="ngày họp")
    return by_day(deed, last, replace(ruling.cite, office=True), sitting.on, " theo quy ước của đơn vị")


def questioning(sitting: Sitting) -> Outcome | None:
    """The text asks for suitable time, so a session without the item is never plainly wrong."""
    ruling = _required(sitting, "meeting.questioning.required")
    if ruling is None:
        return None
    if any(item.purpose == "questioning" for item in sitting.meeting.agenda):
        held = Outcome(verdict=Verdict.MET, cite=ruling.cite, text="Chương trình có nội dung chất vấn.")
        return to_come(held, sitting.day, sitting.on)
    where = article(ruling.cite)
    text = (
        f"Chương trình chưa có phần chất vấn; {where} yêu cầu dành thời gian thích hợp, "
        "chưa nêu rõ kỳ họp nào cũng phải có hay chỉ khi có chất vấn."
    )
    return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text)


def report_between_sessions(sitting: Sitting) -> Outcome | None:
    """A committee session hears what its standing committee settled since the last one."""
    ruling = _required(sitting, "meeting.report-between-sessions.required")
    if ruling is None:
        return None
    if any(item.purpose == "report-between-sessions" for item in sitting.meeting.agenda):
        held = Outcome(verdict=Verdict.MET, cite=ruling.cite, text="Chương trình có báo cáo việc giữa hai kỳ họp.")
        return to_come(held, sitting.day, sitting.on)
    fact = f"Chương trình chưa có báo cáo việc giữa hai kỳ họp; họp {day(sitting.day)}"
    kinds = sitting.ruling("meeting.report-between-sessions.unclear_kinds")
    if kinds and sitting.meeting.kind in kinds.words:
        text = f"{fact}; {article(kinds.cite)} chưa nêu rõ hội nghị đột xuất có phải nghe báo cáo này hay không."
        return Outcome(verdict=Verdict.UNCLEAR, cite=kinds.cite, text=text)
    verdict = awaited(sitting.day, sitting.on)
    return Outcome(verdict=verdict, cite=ruling.cite, text=f"{fact}.", due=sitting.day)


def _required(sitting: Sitting, key: str) -> Ruling | None:
    """What the text asks of every committee session."""
    ruling = sitting.ruling(key) if sitting.of_committee else None
    return ruling if ruling and ruling.value else None
