"""Whether an extraordinary session rests on a ground the text knows; `desktop.domain` only."""

from desktop.domain.findings import Verdict
from desktop.domain.judging import Outcome, article, at_least, more_than
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
_DECIDES: dict[Body, Body] = {"bch": "btv", "btv": "thuong-truc"}


def extraordinary(sitting: Sitting) -> Outcome | None:
    """The ground is one the text has; a petition needs its share of members, the others the deciding body."""
    meeting = sitting.meeting
    ruling = sitting.ruling(f"meeting.extraordinary.{meeting.body}.grounds")
    if meeting.kind != "extraordinary" or not sitting.is_session or ruling is None:
        return None
    if meeting.ground is None:
        text = f"{unfilled('ground')}; {article(ruling.cite)} cho họp {_listed(ruling)}."
        return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text)
    if meeting.ground == "petition":
        return _petition(sitting)
    if meeting.ground in ruling.words:
        return _decided(sitting, ruling)
    text = f"Họp đột xuất {_GROUND[meeting.ground]}; {article(ruling.cite)} chỉ cho họp {_listed(ruling)}."
    return Outcome(verdict=Verdict.BREACH, cite=ruling.cite, text=text)


def _listed(ruling: Ruling) -> str:
    return " hoặc ".join(name for code, name in _GROUND.items() if code in ruling.words)


def _petition(sitting: Sitting) -> Outcome | None:
    """Where the text knows no petition it says nothing of the members' share: no answer."""
    stem = f"meeting.extraordinary.{sitting.meeting.body}"
    share, over = sitting.ruling(f"{stem}.petition_share"), sitting.ruling(f"{stem}.petition_over")
    if share is None:
        return None
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
    """The standing committee decides for the committee, Thường trực for the standing committee."""
    asked = _DECIDES[sitting.meeting.body]
    named = {sitting.meeting.decided_by, sitting.meeting.convened_by} - {None}
    fact = f"Họp đột xuất {_GROUND[sitting.meeting.ground or 'need']}"
    if sitting.decider == asked or (sitting.meeting.body == "btv" and asked in named):
        return Outcome(verdict=Verdict.MET, cite=ruling.cite, text=f"{fact}, {BODY[asked]} quyết định.")
    if sitting.meeting.decided_by is None and (sitting.meeting.body == "bch" or not named):
        text = f"{fact}, chưa ghi quyết định của {BODY[asked]}; chưa rõ ai quyết định họp."
        return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text)
    wrong = BODY[sitting.decider] if sitting.decider else ""
    text = f"{fact}, {wrong} quyết định; việc này của {BODY[asked]}."
    return Outcome(verdict=Verdict.BREACH, cite=ruling.cite, text=text)
