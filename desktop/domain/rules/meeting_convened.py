"""The committee meets on its standing committee's decision, and that on the permanent members' call."""

from dataclasses import replace

from desktop.domain import calling
from desktop.domain.calling import Call, another, deciding
from desktop.domain.cases import SITTINGS
from desktop.domain.findings import Verdict
from desktop.domain.judging import Outcome, doubted
from desktop.domain.keys import Key
from desktop.domain.rule import Rule
from desktop.domain.sittings import Sitting
from desktop.domain.terms import unfilled
from desktop.domain.wording import BODY

CONVENED_BY = Key("meeting.convened.bch.convened_by")

RULE = Rule(
    "meeting.convened",
    of=SITTINGS,
    beside="decided_by",
    cites=(CONVENED_BY, calling.DECIDED_BY, calling.CONVENED_BY, calling.ENLARGED_DECIDED_BY),
)


@RULE.judged_by
def judge(sitting: Sitting) -> Outcome | None:
    decision, call = deciding(sitting), _call(sitting)
    if decision is None:
        return None
    judged = doubted(_judge(sitting, decision), another(sitting, decision))
    if judged.verdict is not Verdict.MET or call is None or call.said in (None, call.ruling.word):
        return judged
    return _judge(sitting, call)


def _call(sitting: Sitting) -> Call | None:
    """Who sends out the committee's call, once the session is decided."""
    ruling = sitting.ruling(CONVENED_BY) if sitting.of_committee else None
    return Call(ruling, sitting.meeting.convened_by, "convened_by", "triệu tập") if ruling else None


def _judge(sitting: Sitting, call: Call) -> Outcome:
    judged = Outcome(verdict=Verdict.MET, cite=call.ruling.cite, text=f"{call.asked} {call.act}.")
    if call.said is None:
        verdict = Verdict.DUE if sitting.on <= sitting.day else Verdict.UNCLEAR
        text = f"{unfilled(call.field)}; quy chế giao {call.asked}."
        return replace(judged, verdict=verdict, text=text, due=sitting.day)
    if call.said == call.ruling.word:
        return judged
    text = f"{BODY[call.said]} {call.act}; quy chế giao {call.asked}."
    return replace(judged, verdict=Verdict.BREACH, text=text)
