"""The papers of an item reach the members in time, whether a unit prepared them or the office."""

from dataclasses import replace

from desktop.domain import papers, wording
from desktop.domain.cases import POINTS, Point
from desktop.domain.findings import Verdict
from desktop.domain.judging import CONTRARY, Deed, Outcome, article, doubted
from desktop.domain.keys import Key, KeyOf
from desktop.domain.own_items import is_of_kind
from desktop.domain.papers import EXEMPT_KINDS, exemption, last_day, listed, timed, waiver, warning
from desktop.domain.records import AgendaItem, Body
from desktop.domain.rule import Reads, Rule
from desktop.domain.terms import MATTER, of_cadres, session_words

AHEAD = KeyOf[Body]("meeting.papers.sent.{}")

EXEMPT_MATTERS = Key("meeting.papers.sent.exempt_matters")

RULE = Rule(
    "meeting.papers.sent",
    of=POINTS,
    beside="documents_sent",
    reads=(Reads.SETTINGS, Reads.WORKDAYS),
    cites=(AHEAD, papers.EXEMPT_KINDS, EXEMPT_MATTERS, papers.UNSCHEDULED),
)


@RULE.judged_by
def judge(point: Point) -> Outcome | None:
    sitting, item = point
    ahead = AHEAD.of(sitting.meeting.body)
    last = last_day(sitting, ahead) if sitting.is_of_body else None
    if last is None or not _has_papers(item):
        return None
    if is_of_kind(sitting.meeting, listed(sitting, EXEMPT_KINDS.of(RULE.id))):
        fact = f"{session_words(sitting.meeting)}; miễn thời hạn gửi tài liệu"
        return exemption(sitting, EXEMPT_KINDS.of(RULE.id), fact)
    if item.matter in listed(sitting, EXEMPT_MATTERS):
        text = "Tài liệu về tổ chức, cán bộ; miễn thời hạn gửi"
        return exemption(sitting, EXEMPT_MATTERS, text)
    day = item.documents_sent
    deed = Deed(done=day, word="Gửi tài liệu", undone="Chưa gửi tài liệu", note=warning(sitting, last, day))
    judged = doubted(timed(sitting, ahead, deed, last), _sent_before_received(item))
    exempt = sitting.ruling(EXEMPT_MATTERS)
    if judged.verdict is not Verdict.MET and exempt and of_cadres(item.matter, exempt.words):
        return _perhaps_of_cadres(judged, item, article(exempt.cite))
    return waiver(sitting, item, judged) or judged


def _sent_before_received(item: AgendaItem) -> str:
    got, went = item.documents_received, item.documents_sent
    if got is None or went is None or went >= got:
        return ""
    return f"nhưng đơn vị chuẩn bị nộp ngày {wording.day(got)}, sau ngày gửi, {CONTRARY}"


def _perhaps_of_cadres(judged: Outcome, item: AgendaItem, where: str) -> Outcome:
    """Whether an evaluation is `công tác cán bộ`, whose papers are excused, the text does not say."""
    word = MATTER[item.matter].lower() if item.matter else ""
    text = f"{judged.text.rstrip('.')} nếu {word} không được coi là công tác cán bộ; {where} miễn công tác cán bộ."
    return replace(judged, verdict=Verdict.UNCLEAR, text=text)


def _has_papers(item: AgendaItem) -> bool:
    """An item that no unit prepares, and of which no papers are on record, has none to send."""
    return bool(item.preparer or item.documents_received or item.documents_sent or item.documents_state)
