"""Who has a session called, and on what ground an extraordinary one rests; `desktop.domain` only.

Both rules ask the same parameters who decides: the committee's session is decided by one body and called by another,
the standing committee's is called by the body that decides on it.
"""

from dataclasses import dataclass, replace

from desktop.domain.findings import Verdict
from desktop.domain.judging import CONTRARY, Outcome, article, at_least, doubted, more_than
from desktop.domain.records import Body, Ground
from desktop.domain.regulation import Ruling
from desktop.domain.sittings import Sitting
from desktop.domain.terms import unfilled
from desktop.domain.wording import BODY

_GROUND: dict[Ground, str] = {
    "need": "khi cần thiết",
    "petition": "theo đề nghị của ủy viên",
    "superior": "theo chỉ đạo của cấp trên",
}


@dataclass(frozen=True, slots=True)
class _Call:
    """What the text asks of one of the two fields, and what stands there."""

    ruling: Ruling
    said: Body | None
    field: str
    act: str

    @property
    def asked(self) -> str:
        return BODY[self.ruling.word]  # type: ignore[index]


def convened(sitting: Sitting) -> Outcome | None:
    """The committee meets on its standing committee's decision, and that on the permanent members' call."""
    decision, call = _decision(sitting), _call(sitting)
    if decision is None:
        return None
    judged = doubted(_judge(sitting, decision), _another(sitting, decision))
    if judged.verdict is not Verdict.MET or call is None or call.said in (None, call.ruling.word):
        return judged
    return _judge(sitting, call)


def _decision(sitting: Sitting) -> _Call | None:
    """Who decides on the session."""
    meeting = sitting.meeting
    if not sitting.is_session:
        return None
    if meeting.body == "bch":
        enlarged = sitting.ruling("meeting.enlarged.decided_by") if meeting.kind == "enlarged" else None
        ruling = enlarged or sitting.ruling("meeting.convened.bch.decided_by")
        return _Call(ruling, meeting.decided_by, "decided_by", "quyết định triệu tập") if ruling else None
    ruling = sitting.ruling("meeting.convened.btv.convened_by")
    if ruling is None:
        return None
    named = (meeting.convened_by, meeting.decided_by)
    said = next((body for body in named if body == ruling.word), named[0] or named[1])
    return _Call(ruling, said, "convened_by", "triệu tập")


def _another(sitting: Sitting, call: _Call) -> str:
    """Of a standing committee's session, a third body named beside the right one."""
    own = sitting.meeting
    others = {own.convened_by, own.decided_by} - {None, call.ruling.word, own.body}
    if own.body == "bch" or not others:
        return ""
    return f"nhưng còn ghi {', '.join(name for code, name in BODY.items() if code in others)} quyết định, {CONTRARY}"


def _call(sitting: Sitting) -> _Call | None:
    """Who sends out the committee's call, once the session is decided."""
    ruling = sitting.ruling("meeting.convened.bch.convened_by") if sitting.of_committee else None
    return _Call(ruling, sitting.meeting.convened_by, "convened_by", "triệu tập") if ruling else None


def _judge(sitting: Sitting, call: _Call) -> Outcome:
    judged = Outcome(verdict=Verdict.MET, cite=call.ruling.cite, text=f"{call.asked} {call.act}.")
    if call.said is None:
        verdict = Verdict.DUE if sitting.on <= sitting.day else Verdict.UNCLEAR
        text = f"{unfilled(call.field)}; quy chế giao {call.asked}."
        return replace(judged, verdict=verdict, text=text, due=sitting.day)
    if call.said == call.ruling.word:
        return judged
    text = f"{BODY[call.said]} {call.act}; quy chế giao {call.asked}."
    return replace(judged, verdict=Verdict.BREACH, text=text)


def extraordinary(sitting: Sitting) -> Outcome | None:
    """The ground is one the text has; a petition needs its share of members, the others the deciding body."""
    meeting = sitting.meeting
    if meeting.kind != "extraordinary" or not sitting.is_session:
        return None
    ruling = sitting.ruling(f"meeting.extraordinary.{meeting.body}.grounds")
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
    stem = f"meeting.extraordinary.{sitting.meeting.body}"
    share, over = sitting.ruling(f"{stem}.petition_share"), sitting.ruling(f"{stem}.petition_over")
    if share is None:
        return _decided(sitting, ruling) if "petition" in ruling.words else None
    total = len(sitting.members)
    if not total:
        text = f"Không có ủy viên {BODY[sitting.meeting.body]} nào đương nhiệm để tính."
        return Outcome(verdict=Verdict.UNKNOWN, cite=share.cite, text=text)
    strict = bool(over and over.value)
    needed = more_than(share.share, total) if strict else at_least(share.share, total)
    asked = len({person.id for person in sitting.members} & set(sitting.meeting.requested_by))
    met = asked >= needed
    word = "trên" if strict else "ít nhất"
    lack = "" if met else f", thiếu {needed - asked}"
    return Outcome(
        verdict=Verdict.MET if met else Verdict.BREACH,
        cite=share.cite,
        text=f"{asked}/{total} ủy viên đề nghị họp, cần {needed}/{total} ({word} {share.word}){lack}.",
        expected=f"{needed}/{total}",
        actual=f"{asked}/{total}",
    )


def _decided(sitting: Sitting, ruling: Ruling) -> Outcome:
    """A ground the text has is enough where it does not say who decides."""
    fact, decision = f"Họp đột xuất {_GROUND[sitting.meeting.ground or 'need']}", _decision(sitting)
    judged = Outcome(verdict=Verdict.MET, cite=ruling.cite, text=f"{fact}.")
    if decision is None:
        return judged
    if decision.said is None:
        text = f"{fact}, chưa ghi quyết định của {decision.asked}; chưa rõ ai quyết định họp."
        return replace(judged, verdict=Verdict.UNCLEAR, text=text)
    if decision.said == decision.ruling.word:
        return doubted(replace(judged, text=f"{fact}, {decision.asked} quyết định."), _another(sitting, decision))
    text = f"{fact}, {BODY[decision.said]} quyết định; việc này của {decision.asked}."
    return replace(judged, verdict=Verdict.BREACH, text=text)
