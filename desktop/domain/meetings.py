"""Rules on how a meeting is called and held: quorum, chair, convening, extraordinary grounds, minutes, standing items.

`desktop.domain` only. Each rule answers for one meeting, or None where it does not apply or the text is silent.
"""

import datetime as dt
from dataclasses import replace

from desktop.domain.findings import Verdict
from desktop.domain.judging import Deed, Outcome, article, at_least, awaited, by_day
from desktop.domain.records import Body
from desktop.domain.regulation import Ruling
from desktop.domain.sittings import Sitting
from desktop.domain.terms import unfilled
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
    if not _was_called(sitting):
        verdict = _to_come(sitting)
        when = f", họp {day(sitting.day)}" if verdict is Verdict.DUE else ""
        text = f"Chưa điểm danh; cần {needed}/{total} ủy viên dự{when}."
        return replace(judged, verdict=verdict, due=sitting.day, text=text)
    fact = f"Có mặt {present}/{total} ủy viên, cần {needed}/{total} (ít nhất {ruling.word})"
    judged = replace(judged, actual=f"{present}/{total}", text=f"{fact}.")
    if present >= needed:
        return judged
    return replace(judged, verdict=Verdict.BREACH, text=f"{fact}, thiếu {needed - present}.")


def _was_called(sitting: Sitting) -> bool:
    """Whether the attendance list can be judged by: on the day itself an empty one is still being filled."""
    if sitting.on < sitting.day:
        return False
    return bool(sitting.present or (sitting.on > sitting.day and sitting.attendance))


def _to_come(sitting: Sitting) -> Verdict:
    """What is not on record is still to come through the meeting's day, and cannot be judged by after it."""
    return Verdict.DUE if sitting.on <= sitting.day else Verdict.UNKNOWN


def chair(sitting: Sitting) -> Outcome | None:
    """The secretary chairs; when away, whoever the regulation lets stand in, authorised as it asks.

    Of a chair whom the attendance lists as away, one of the two records is wrong.
    """
    judged = _chair(sitting)
    listed = sitting.status(sitting.meeting.chair or "")
    if judged is None or judged.verdict is not Verdict.MET or listed in (None, "present"):
        return judged
    text = f"{judged.text.rstrip('.')}; nhưng điểm danh ghi {_chair_name(sitting)} vắng mặt, chưa rõ ai đã chủ trì."
    return replace(judged, verdict=Verdict.UNCLEAR, text=text)


def _chair(sitting: Sitting) -> Outcome | None:
    role, deputy = sitting.ruling("meeting.chair.role"), sitting.ruling("meeting.chair.deputy")
    if not sitting.is_session or role is None:
        return None
    if sitting.meeting.chair is None:
        text = "Chưa ghi người chủ trì."
        return Outcome(verdict=_to_come(sitting), cite=role.cite, text=text, due=sitting.day)
    if not sitting.facts.members("thuong-truc", sitting.day):
        text = "Không có thành viên Thường trực nào đương nhiệm để xác định Bí thư."
        return Outcome(verdict=Verdict.UNKNOWN, cite=role.cite, text=text)
    seat = sitting.facts.holds(sitting.meeting.chair, "thuong-truc", sitting.day)
    if seat and seat.role == role.word:
        return Outcome(verdict=Verdict.MET, cite=role.cite, text=f"Bí thư {_chair_name(sitting)} chủ trì.")
    if deputy is None:
        text = f"{_chair_name(sitting)} chủ trì, không phải Bí thư; quy chế không quy định ai chủ trì thay."
        return Outcome(verdict=Verdict.UNCLEAR, cite=role.cite, text=text)
    verdict, text = _STANDING_IN[deputy.word](sitting, seat.role if seat else "")
    return Outcome(verdict=verdict, cite=deputy.cite, text=text)


def _chair_name(sitting: Sitting) -> str:
    return sitting.name(sitting.meeting.chair)


def _automatic(sitting: Sitting, role: str) -> tuple[Verdict, str]:
    name = _chair_name(sitting)
    secretary = sitting.facts.secretary(sitting.day)
    if role == "pho-bi-thu-thuong-truc":
        if secretary and sitting.status(secretary.id) == "present":
            text = f"Phó Bí thư Thường trực {name} chủ trì khi Bí thư có mặt; quy chế chỉ nói đến khi Bí thư vắng."
            return Verdict.UNCLEAR, text
        return Verdict.MET, f"{_away(sitting)}; Phó Bí thư Thường trực {name} chủ trì thay, không cần ủy quyền."
    if sitting.meeting.chair_authorised:
        text = f"{name} chủ trì theo ủy quyền; quy chế chỉ nói Phó Bí thư Thường trực thay Bí thư khi vắng."
        return Verdict.UNCLEAR, text
    return Verdict.BREACH, f"{name} chủ trì, không phải Bí thư hoặc Phó Bí thư Thường trực, không có ủy quyền."


def _away(sitting: Sitting) -> str:
    """How the secretary's being away is known."""
    secretary = sitting.facts.secretary(sitting.day)
    if secretary is None:
        return "Khuyết Bí thư"
    away = sitting.facts.absence(secretary.id, sitting.day)
    if away:
        return f"Bí thư vắng từ {day(away.from_)} đến {day(away.to)}"
    listed = sitting.status(secretary.id)
    return "Bí thư vắng mặt" if listed else "Không ghi Bí thư có mặt"


def _authorised(sitting: Sitting, role: str) -> tuple[Verdict, str]:
    if role != "pho-bi-thu-thuong-truc":
        return Verdict.BREACH, f"{_chair_name(sitting)} chủ trì, không phải Bí thư hoặc Phó Bí thư Thường trực."
    return _by_authority(sitting, "Phó Bí thư Thường trực")


def _named(sitting: Sitting, role: str) -> tuple[Verdict, str]:
    if not role.startswith("pho-bi-thu"):
        return Verdict.BREACH, f"{_chair_name(sitting)} chủ trì, không phải Bí thư hoặc Phó Bí thư."
    return _by_authority(sitting, "Phó Bí thư")


def _by_authority(sitting: Sitting, title: str) -> tuple[Verdict, str]:
    """A deputy stands in on the secretary's word, given by the meeting's day."""
    given, fact = sitting.meeting.chair_authorised, f"{title} {_chair_name(sitting)} chủ trì"
    if given is None:
        return Verdict.BREACH, f"{fact}, không ghi ủy quyền của Bí thư."
    if given.by is None:
        return Verdict.UNCLEAR, f"{fact} theo ủy quyền, chưa ghi người ủy quyền; quy chế yêu cầu ủy quyền của Bí thư."
    seat = sitting.facts.holds(given.by, "thuong-truc", given.on or sitting.day)
    if seat is None or seat.role != "bi-thu":
        return Verdict.BREACH, f"{fact} theo ủy quyền của {sitting.name(given.by)}, không phải Bí thư."
    if given.on and given.on > sitting.day:
        return Verdict.BREACH, f"{fact}; ủy quyền ngày {day(given.on)}, sau ngày họp {day(sitting.day)}."
    return Verdict.MET, f"{fact} theo ủy quyền của Bí thư."


_STANDING_IN = {"automatic": _automatic, "authorised": _authorised, "named": _named}


def convened(sitting: Sitting) -> Outcome | None:
    """The committee meets on its standing committee's decision, and that on the permanent members' call."""
    if not sitting.is_session:
        return None
    if sitting.meeting.body == "bch":
        ruling = sitting.ruling("meeting.convened.bch.decided_by")
        return _called(sitting, ruling, sitting.meeting.decided_by, "decided_by") if ruling else None
    ruling = sitting.ruling("meeting.convened.btv.convened_by")
    return _called(sitting, ruling, sitting.meeting.convened_by, "convened_by") if ruling else None


_ACT = {"decided_by": "quyết định triệu tập", "convened_by": "triệu tập"}


def _called(sitting: Sitting, ruling: Ruling, said: Body | None, field: str) -> Outcome:
    """The other field speaks where the one the text asks for is empty, or where it names the right body itself."""
    asked, act = BODY[ruling.word], _ACT[field]  # type: ignore[index]
    named = {sitting.meeting.decided_by, sitting.meeting.convened_by} - {None}
    right = said == ruling.word or (ruling.word in named and (said is None or sitting.meeting.body == "btv"))
    if right:
        return Outcome(verdict=Verdict.MET, cite=ruling.cite, text=f"{asked} {act}.")
    if not named or (said is None and sitting.meeting.body == "bch"):
        verdict = Verdict.DUE if sitting.on <= sitting.day else Verdict.UNCLEAR
        text = f"{unfilled(field)}; quy chế giao {asked}."
        return Outcome(verdict=verdict, cite=ruling.cite, text=text, due=sitting.day)
    wrong = said or sitting.decider
    name = BODY[wrong] if wrong else ""
    return Outcome(verdict=Verdict.BREACH, cite=ruling.cite, text=f"{name} {act}; quy chế giao {asked}.")


def minutes(sitting: Sitting) -> Outcome | None:
    """Every meeting of the bodies the text names is minuted; the day by which they are signed is the office's."""
    ruling = sitting.ruling("meeting.minutes.bodies")
    if ruling is None or sitting.meeting.body not in ruling.words:
        return None
    days = sitting.facts.setting("meeting.minutes.days")
    last = sitting.day + dt.timedelta(days=days if isinstance(days, int) else 0)
    deed = Deed(done=sitting.meeting.minutes, word="Ký biên bản", undone="Chưa có biên bản")
    return by_day(deed, last, replace(ruling.cite, office=True), sitting.on, " theo quy ước của đơn vị")


def questioning(sitting: Sitting) -> Outcome | None:
    """The text asks for suitable time, so a session without the item is never plainly wrong."""
    ruling = _required(sitting, "meeting.questioning.required")
    if ruling is None:
        return None
    if any(item.purpose == "questioning" for item in sitting.meeting.agenda):
        return Outcome(verdict=Verdict.MET, cite=ruling.cite, text="Chương trình có nội dung chất vấn.")
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
        return Outcome(verdict=Verdict.MET, cite=ruling.cite, text="Chương trình có báo cáo việc giữa hai kỳ họp.")
    text = f"Chương trình chưa có báo cáo việc giữa hai kỳ họp; họp {day(sitting.day)}."
    verdict = awaited(sitting.day, sitting.on)
    return Outcome(verdict=verdict, cite=ruling.cite, text=text, due=sitting.day)


def _required(sitting: Sitting, key: str) -> Ruling | None:
    """What the text asks of every committee session."""
    ruling = sitting.ruling(key) if sitting.of_committee else None
    return ruling if ruling and ruling.value else None
