"""Who decides on a session, asked of one called and of an extraordinary one; `desktop.domain` only.

The committee's session is decided by one body and called by another, the standing committee's is called by the body
that decides on it.
"""

from dataclasses import dataclass

from desktop.domain.judging import CONTRARY
from desktop.domain.keys import Key
from desktop.domain.records import Body
from desktop.domain.regulation import Ruling
from desktop.domain.sittings import Sitting
from desktop.domain.wording import BODY

CONVENED_BY = Key("meeting.convened.btv.convened_by")
DECIDED_BY = Key("meeting.convened.bch.decided_by")
ENLARGED_DECIDED_BY = Key("meeting.enlarged.decided_by")


@dataclass(frozen=True, slots=True)
class Call:
    """What the text asks of one of the two fields, and what stands there."""

    ruling: Ruling
    said: Body | None
    field: str
    act: str

    @property
    def asked(self) -> str:
        return BODY[self.ruling.word]  # type: ignore[index]


def deciding(sitting: Sitting) -> Call | None:
    """Who decides on the session."""
    meeting = sitting.meeting
    if not sitting.is_session:
        return None
    if meeting.body == "bch":
        enlarged = sitting.ruling(ENLARGED_DECIDED_BY) if meeting.kind == "enlarged" else None
        ruling = enlarged or sitting.ruling(DECIDED_BY)
        return Call(ruling, meeting.decided_by, "decided_by", "quyết định triệu tập") if ruling else None
    ruling = sitting.ruling(CONVENED_BY)
    if ruling is None:
        return None
    named = (meeting.convened_by, meeting.decided_by)
    said = next((body for body in named if body == ruling.word), named[0] or named[1])
    return Call(ruling, said, "convened_by", "triệu tập")


def another(sitting: Sitting, call: Call) -> str:
    """Of a standing committee's session, a third body named beside the right one."""
    own = sitting.meeting
    others = {own.convened_by, own.decided_by} - {None, call.ruling.word, own.body}
    if own.body == "bch" or not others:
        return ""
    return f"nhưng còn ghi {', '.join(name for code, name in BODY.items() if code in others)} quyết định, {CONTRARY}"
