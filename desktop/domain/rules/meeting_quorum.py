"""Enough of all members in office are present; guests and other officials listed never count."""

from collections.abc import Set
from dataclasses import replace

from desktop.domain.cases import SITTINGS
from desktop.domain.findings import Verdict
from desktop.domain.judging import CONTRARY, Outcome, doubted
from desktop.domain.keys import KeyOf
from desktop.domain.records import Body, Meeting
from desktop.domain.rule import Reads, Rule
from desktop.domain.shapes import Portion
from desktop.domain.sittings import Sitting
from desktop.domain.wording import BODY, day

SHARE = KeyOf[Body]("meeting.quorum.{}")

RULE = Rule("meeting.quorum", of=SITTINGS, reads=(Reads.PEOPLE, Reads.ABSENCES), cites=(SHARE,))


@RULE.judged_by
def judge(sitting: Sitting) -> Outcome | None:
    ruling = sitting.ruling(SHARE.of(sitting.meeting.body)) if sitting.is_of_body else None
    if ruling is None:
        return None
    share = ruling.share.about(*(item.matter for item in sitting.meeting.agenda))
    total = len(counted_among(sitting.meeting, {person.id for person in sitting.members}, share))
    if not total:
        text = f"Không có ủy viên {BODY[sitting.meeting.body]} nào đương nhiệm để tính."
        return Outcome(verdict=Verdict.UNKNOWN, cite=ruling.cite, text=text)
    needed, present = share.needed(total), len(sitting.present)
    judged = Outcome(verdict=Verdict.MET, cite=ruling.cite, text="", expected=f"{needed}/{total}")
    if not sitting.was_called:
        verdict = Verdict.DUE if sitting.on <= sitting.day else Verdict.UNKNOWN
        when = f", họp {day(sitting.day)}" if verdict is Verdict.DUE else ""
        text = f"Chưa điểm danh; cần {needed}/{total} ủy viên dự{when}."
        return replace(judged, verdict=verdict, due=sitting.day, text=text)
    fact = f"Có mặt {present}/{total} ủy viên, cần {needed}/{total} ({share.words})"
    judged = replace(judged, actual=f"{present}/{total}", text=f"{fact}.")
    if present < needed:
        return replace(judged, verdict=Verdict.BREACH, text=f"{fact}, thiếu {needed - present}.")
    return doubted(judged, _without_those_away(sitting, needed))


def counted_among(meeting: Meeting, members: Set[str], share: Portion) -> Set[str]:
    """The members the share is of: all in office, or those summoned, who are the ones on the list of attendance."""
    listed = {line.person or "" for line in meeting.attendance} & members
    return listed if share.of == "summoned" and meeting.attendance else members


def _without_those_away(sitting: Sitting, needed: int) -> str:
    """Who is marked present while an absence on record covers the day, where the quorum hangs on them."""
    away = [said for person in sorted(sitting.present) if (said := sitting.away(person))]
    if len(sitting.present) - len(away) >= needed:
        return ""
    return f"nhưng {', '.join(away)} theo phiếu vắng mặt, {CONTRARY}"


def lacks_quorum(sitting: Sitting) -> str:
    """`hội nghị có mặt 6/11 ủy viên, cần 8/11`; empty where it had it, or nothing says that it had not."""
    judged = judge(sitting)
    if judged is None or judged.verdict not in (Verdict.BREACH, Verdict.UNCLEAR):
        return ""
    doubt = ", chưa rõ đủ số" if judged.verdict is Verdict.UNCLEAR else ""
    return f"hội nghị có mặt {judged.actual} ủy viên, cần {judged.expected}{doubt}"
