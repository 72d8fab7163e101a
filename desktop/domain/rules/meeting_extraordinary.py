"""The ground is one the text has; a petition needs its share of members, the others the deciding body."""

from dataclasses import replace

from desktop.domain import calling
from desktop.domain.calling import another, deciding
from desktop.domain.cases import SITTINGS
from desktop.domain.findings import Verdict
from desktop.domain.judging import Outcome, article, doubted
from desktop.domain.keys import KeyOf
from desktop.domain.records import Body, Ground
from desktop.domain.regulation import Ruling
from desktop.domain.rule import Reads, Rule
from desktop.domain.sittings import Sitting
from desktop.domain.terms import unfilled
from desktop.domain.wording import BODY

GROUNDS = KeyOf[Body]("meeting.extraordinary.{}.grounds")
PETITION = KeyOf[Body]("meeting.extraordinary.{}.petition")

RULE = Rule(
    "meeting.extraordinary",
    of=SITTINGS,
    beside="ground",
    reads=(Reads.PEOPLE,),
    cites=(calling.DECIDED_BY, calling.CONVENED_BY, GROUNDS, PETITION),
)

_GROUND: dict[Ground, str] = {
    "need": "khi cần thiết",
    "petition": "theo đề nghị của ủy viên",
    "superior": "theo chỉ đạo của cấp trên",
}


@RULE.judged_by
def judge(sitting: Sitting) -> Outcome | None:
    meeting = sitting.meeting
    if meeting.kind != "extraordinary" or not sitting.is_session:
        return None
    ruling = sitting.ruling(GROUNDS.of(meeting.body))
    if ruling is None:
        return None
    if meeting.ground is None:
        text = f"{unfilled('ground')}; {article(ruling.cite)} cho họp {_listed(ruling)}."
        return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text)
    if meeting.ground == "petition":
        return _petition(sitting, ruling)
    if meeting.ground in ruling.words:
        return _decided(sitting, ruling)
    text = f"Họp đột xuất {_GROUND[meeting.ground]}; {article(ruling.cite)} chỉ cho họp {_listed(ruling)}."
    return Outcome(verdict=Verdict.BREACH, cite=ruling.cite, text=text)


def _listed(ruling: Ruling) -> str:
    return " hoặc ".join(name for code, name in _GROUND.items() if code in ruling.words)


def _petition(sitting: Sitting, ruling: Ruling) -> Outcome | None:
    """Where the text knows no petition it says nothing of the members' share: no answer."""
    body = sitting.meeting.body
    ruled = sitting.ruling(PETITION.of(body))
    if ruled is None:
        return _decided(sitting, ruling) if "petition" in ruling.words else None
    total = len(sitting.members)
    if not total:
        text = f"Không có ủy viên {BODY[sitting.meeting.body]} nào đương nhiệm để tính."
        return Outcome(verdict=Verdict.UNKNOWN, cite=ruled.cite, text=text)
    needed = ruled.share.needed(total)
    asked = len({person.id for person in sitting.members} & set(sitting.meeting.requested_by))
    met = asked >= needed
    lack = "" if met else f", thiếu {needed - asked}"
    return Outcome(
        verdict=Verdict.MET if met else Verdict.BREACH,
        cite=ruled.cite,
        text=f"{asked}/{total} ủy viên đề nghị họp, cần {needed}/{total} ({ruled.share.words}){lack}.",
        expected=f"{needed}/{total}",
        actual=f"{asked}/{total}",
    )


def _decided(sitting: Sitting, ruling: Ruling) -> Outcome:
    """A ground the text has is enough where it does not say who decides."""
    fact, decision = f"Họp đột xuất {_GROUND[sitting.meeting.ground or 'need']}", deciding(sitting)
    judged = Outcome(verdict=Verdict.MET, cite=ruling.cite, text=f"{fact}.")
    if decision is None:
        return judged
    if decision.said is None:
        text = f"{fact}, chưa ghi quyết định của {decision.asked}; chưa rõ ai quyết định họp."
        return replace(judged, verdict=Verdict.UNCLEAR, text=text)
    if decision.said == decision.ruling.word:
        return doubted(replace(judged, text=f"{fact}, {decision.asked} quyết định."), another(sitting, decision))
    text = f"{fact}, {BODY[decision.said]} quyết định; việc này của {decision.asked}."
    return replace(judged, verdict=Verdict.BREACH, text=text)
