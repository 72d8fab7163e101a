"""The secretary chairs; when away, whoever the regulation lets stand in, authorised as it asks.

The texts speak of the secretary's being away: of a session at which he is present, or of a committee without one, they
say nothing. Of a chair whom another record has elsewhere, one of the two records is wrong.
"""

from desktop.domain.cases import SITTINGS
from desktop.domain.findings import Verdict
from desktop.domain.judging import CONTRARY, Outcome, doubted, to_come
from desktop.domain.keys import Key
from desktop.domain.records import Authorisation
from desktop.domain.rule import Reads, Rule
from desktop.domain.sittings import Sitting
from desktop.domain.wording import day

DEPUTY = Key("meeting.chair.deputy")
ROLE = Key("meeting.chair.role")

RULE = Rule(
    "meeting.chair",
    of=SITTINGS,
    beside="chair",
    reads=(Reads.PEOPLE, Reads.MEETINGS, Reads.ABSENCES, Reads.OFFICE),
    cites=(DEPUTY, ROLE),
)

_Answer = tuple[Verdict, str]


@RULE.judged_by
def judge(sitting: Sitting) -> Outcome | None:
    judged = _chair(sitting)
    if judged is None:
        return None
    elsewhere = sitting.not_there(sitting.meeting.chair or "") or sitting.elsewhere()
    judged = doubted(judged, f"nhưng {elsewhere}, {CONTRARY}" if elsewhere else "")
    return to_come(judged, sitting.day, sitting.on)


def _chair(sitting: Sitting) -> Outcome | None:
    role, deputy = sitting.ruling(ROLE), sitting.ruling(DEPUTY)
    if not sitting.is_session or role is None:
        return None
    if sitting.meeting.chair is None:
        text = "Chưa ghi người chủ trì."
        verdict = Verdict.DUE if sitting.on <= sitting.day else Verdict.UNKNOWN
        return Outcome(verdict=verdict, cite=role.cite, text=text, due=sitting.day)
    if not sitting.facts.leaders(sitting.day):
        text = "Không có thành viên Thường trực nào đương nhiệm để xác định Bí thư."
        return Outcome(verdict=Verdict.UNKNOWN, cite=role.cite, text=text)
    seat = sitting.facts.leads(sitting.meeting.chair, sitting.day)
    if seat and seat.role == role.word:
        return Outcome(verdict=Verdict.MET, cite=role.cite, text=f"Bí thư {_name(sitting)} chủ trì.")
    if deputy is None:
        text = f"{_name(sitting)} chủ trì, không phải Bí thư; quy chế không quy định ai chủ trì thay."
        return Outcome(verdict=Verdict.UNCLEAR, cite=role.cite, text=text)
    if sitting.facts.secretary(sitting.day) is None:
        text = f"{_name(sitting)} chủ trì khi khuyết Bí thư; quy chế chỉ nói đến khi Bí thư vắng."
        return Outcome(verdict=Verdict.UNCLEAR, cite=deputy.cite, text=text)
    verdict, text = _STANDING_IN[deputy.word](sitting, seat.role if seat else "")
    due = sitting.day if verdict is Verdict.DUE else None
    return Outcome(verdict=verdict, cite=deputy.cite, text=text, due=due)


def _name(sitting: Sitting) -> str:
    return sitting.name(sitting.meeting.chair)


def _secretary_is_here(sitting: Sitting) -> bool:
    secretary = sitting.facts.secretary(sitting.day)
    return secretary is not None and sitting.status(secretary.id) == "present"


def _automatic(sitting: Sitting, role: str) -> _Answer:
    fact = f"Phó Bí thư Thường trực {_name(sitting)} chủ trì"
    if role == "pho-bi-thu-thuong-truc":
        if _secretary_is_here(sitting):
            return Verdict.UNCLEAR, f"{fact} khi Bí thư có mặt; quy chế chỉ nói đến khi Bí thư vắng."
        away = _how_away(sitting)
        if away:
            return Verdict.MET, f"{away}; {fact} thay, không cần ủy quyền."
        verdict = Verdict.DUE if sitting.on <= sitting.day else Verdict.UNCLEAR
        return verdict, f"{fact}; chưa có điểm danh hay phiếu vắng mặt nào ghi Bí thư vắng."
    if sitting.meeting.chair_authorised:
        text = f"{_name(sitting)} chủ trì theo ủy quyền; quy chế chỉ nói Phó Bí thư Thường trực thay Bí thư khi vắng."
        return Verdict.UNCLEAR, text
    return (
        Verdict.BREACH,
        f"{_name(sitting)} chủ trì, không phải Bí thư hoặc Phó Bí thư Thường trực, không có ủy quyền.",
    )


def _how_away(sitting: Sitting) -> str:
    """How the secretary's being away is known; empty where no record says so."""
    secretary = sitting.facts.secretary(sitting.day)
    away = sitting.facts.absence(secretary.id, sitting.day) if secretary else None
    if away:
        return f"Bí thư vắng từ {day(away.from_)} đến {day(away.to)}"
    if secretary and sitting.status(secretary.id):
        return "Bí thư vắng mặt"
    return "Điểm danh không ghi Bí thư có mặt" if sitting.was_called else ""


def _authorised(sitting: Sitting, role: str) -> _Answer:
    if role != "pho-bi-thu-thuong-truc":
        return Verdict.BREACH, f"{_name(sitting)} chủ trì, không phải Bí thư hoặc Phó Bí thư Thường trực."
    return _by_authority(sitting, f"Phó Bí thư Thường trực {_name(sitting)} chủ trì")


def _named(sitting: Sitting, role: str) -> _Answer:
    if not role.startswith("pho-bi-thu"):
        return Verdict.BREACH, f"{_name(sitting)} chủ trì, không phải Bí thư hoặc Phó Bí thư."
    return _by_authority(sitting, f"Phó Bí thư {_name(sitting)} chủ trì")


def _by_authority(sitting: Sitting, fact: str) -> _Answer:
    """A deputy stands in on the secretary's word, given by the meeting's day."""
    given = sitting.meeting.chair_authorised
    if given is None:
        return Verdict.BREACH, f"{fact}, không ghi ủy quyền của Bí thư."
    return _false(sitting, given, fact) or _unsettled(sitting, given, fact) or _given(fact)


def _given(fact: str) -> _Answer:
    return Verdict.MET, f"{fact} theo ủy quyền của Bí thư."


def _false(sitting: Sitting, given: Authorisation, fact: str) -> _Answer | None:
    """An authorisation by somebody else, or of a later day, is none."""
    seat = sitting.facts.leads(given.by, given.on or sitting.day)
    if given.by and (seat is None or seat.role != "bi-thu"):
        return Verdict.BREACH, f"{fact} theo ủy quyền của {sitting.name(given.by)}, không phải Bí thư."
    if given.on and given.on > sitting.day:
        return Verdict.BREACH, f"{fact}; ủy quyền ngày {day(given.on)}, sau ngày họp {day(sitting.day)}."
    return None


def _unsettled(sitting: Sitting, given: Authorisation, fact: str) -> _Answer | None:
    """One without its giver or its day, not yet given, or given while the secretary sits there."""
    if given.by is None:
        return Verdict.UNCLEAR, f"{fact} theo ủy quyền, chưa ghi người ủy quyền; quy chế yêu cầu ủy quyền của Bí thư."
    if given.on is None:
        return Verdict.UNCLEAR, f"{fact} theo ủy quyền của Bí thư, chưa ghi ngày ủy quyền."
    if given.on > sitting.on:
        return Verdict.DUE, f"{fact}; ủy quyền ghi ngày {day(given.on)}, chưa đến."
    if _secretary_is_here(sitting):
        return Verdict.UNCLEAR, f"{fact} theo ủy quyền khi Bí thư có mặt; quy chế chỉ nói đến khi Bí thư vắng."
    return None


_STANDING_IN = {"automatic": _automatic, "authorised": _authorised, "named": _named}
