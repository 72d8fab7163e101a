"""The preparing unit hands its papers to the office in time; papers returned to it are not in hand."""

from dataclasses import replace

from desktop.domain import papers, wording
from desktop.domain.cases import POINTS, Point
from desktop.domain.findings import Verdict
from desktop.domain.judging import CONTRARY, Deed, Limit, Outcome, article, doubted
from desktop.domain.keys import Key
from desktop.domain.own_items import is_of_kind
from desktop.domain.papers import last_day, listed, timed, waiver, warning
from desktop.domain.records import AgendaItem
from desktop.domain.rule import Reads, Rule
from desktop.domain.sittings import Sitting
from desktop.domain.terms import of_cadres

AHEAD = Key("meeting.papers.received")

UNCLEAR_KINDS = Key("meeting.papers.received.unclear_kinds")
UNCLEAR_MATTERS = Key("meeting.papers.received.unclear_matters")

RULE = Rule(
    "meeting.papers.received",
    of=POINTS,
    beside="documents_received",
    reads=(Reads.SETTINGS, Reads.WORKDAYS),
    cites=(AHEAD, UNCLEAR_KINDS, UNCLEAR_MATTERS, papers.UNSCHEDULED),
)


@RULE.judged_by
def judge(point: Point) -> Outcome | None:
    sitting, item = point
    last = last_day(sitting, AHEAD) if sitting.is_session else None
    if last is None or item.preparer is None:
        return None
    deed = _receipt(sitting, item, last)
    judged = doubted(timed(sitting, AHEAD, deed, last), _awaited_still(item))
    waived = waiver(sitting, item, judged)
    if waived or judged.verdict in (Verdict.MET, Verdict.EXEMPT):
        return waived or judged
    return _two_readings(judged) if _is_unclear(sitting, item) else judged


def _awaited_still(item: AgendaItem) -> str:
    return f"nhưng tài liệu còn ghi là chờ nộp, {CONTRARY}" if item.documents_state == "awaited" else ""


def _receipt(sitting: Sitting, item: AgendaItem, last: Limit) -> Deed:
    day = item.documents_received
    if item.documents_state == "returned":
        given = f" (nhận {wording.day(day)})" if day else ""
        return Deed(done=None, word="", undone=f"Đã trả lại đơn vị chuẩn bị{given}, chưa nhận lại tài liệu")
    note = warning(sitting, last, day)
    return Deed(done=day, word="Nhận tài liệu", undone="Chưa nhận tài liệu", note=note)


def _is_unclear(sitting: Sitting, item: AgendaItem) -> bool:
    kinds = listed(sitting, UNCLEAR_KINDS)
    matters = listed(sitting, UNCLEAR_MATTERS)
    return is_of_kind(sitting.meeting, kinds) or item.matter in matters or of_cadres(item.matter, matters)


def _two_readings(judged: Outcome) -> Outcome:
    """Whether the exemption covers the unit's own days too cannot be read off the text."""
    where = article(judged.cite)
    text = (
        f"{judged.text.rstrip('.')} nếu không được miễn; "
        f"{where} chưa nêu rõ tài liệu này có được miễn hạn nộp hay không."
    )
    return replace(judged, verdict=Verdict.UNCLEAR, text=text)
