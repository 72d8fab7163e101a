"""Rules on what goes out before a session: invitations, papers received and papers sent; `desktop.domain` only."""

import datetime as dt
from dataclasses import replace

from desktop.domain import wording
from desktop.domain.findings import Verdict
from desktop.domain.judging import CONTRARY, Deed, Limit, Outcome, article, before_its_time, by_day, doubted, limit, off
from desktop.domain.records import AgendaItem
from desktop.domain.sittings import Sitting
from desktop.domain.terms import MATTER, of_cadres


def invitations(sitting: Sitting) -> Outcome | None:
    """The invitation to a session of the committee or its standing committee goes out in time."""
    stem = f"meeting.invitations.{sitting.meeting.body}"
    last = _limit(sitting, stem)
    if last is None:
        return None
    if sitting.meeting.kind in _listed(sitting, "meeting.invitations.exempt_kinds"):
        return _exempt(sitting, "meeting.invitations.exempt_kinds", "Hội nghị đột xuất; miễn thời hạn gửi giấy mời")
    sent = sitting.meeting.invitations_sent
    deed = Deed(done=sent, word="Gửi giấy mời", undone="Chưa gửi giấy mời", note=_warning(sitting, last, sent))
    return _timed(sitting, stem, deed, last)


def sent(sitting: Sitting, item: AgendaItem) -> Outcome | None:
    """The papers of an item reach the members in time, whether a unit prepared them or the office."""
    stem = f"meeting.papers.sent.{sitting.meeting.body}"
    last = _limit(sitting, stem)
    if last is None or not _has_papers(item):
        return None
    if sitting.meeting.kind in _listed(sitting, "meeting.papers.sent.exempt_kinds"):
        return _exempt(sitting, "meeting.papers.sent.exempt_kinds", "Hội nghị đột xuất; miễn thời hạn gửi tài liệu")
    if item.matter in _listed(sitting, "meeting.papers.sent.exempt_matters"):
        text = "Tài liệu về tổ chức, cán bộ; miễn thời hạn gửi"
        return _exempt(sitting, "meeting.papers.sent.exempt_matters", text)
    day = item.documents_sent
    deed = Deed(done=day, word="Gửi tài liệu", undone="Chưa gửi tài liệu", note=_warning(sitting, last, day))
    judged = doubted(_timed(sitting, stem, deed, last), _sent_before_received(item))
    exempt = sitting.ruling("meeting.papers.sent.exempt_matters")
    if judged.verdict is not Verdict.MET and exempt and of_cadres(item.matter, exempt.words):
        return _perhaps_of_cadres(judged, item, article(exempt.cite))
    return _waived(sitting, item, judged) or judged


def received(sitting: Sitting, item: AgendaItem) -> Outcome | None:
    """The preparing unit hands its papers to the office in time; papers returned to it are not in hand."""
    last = _limit(sitting, "meeting.papers.received")
    if last is None or item.preparer is None:
        return None
    deed = _receipt(sitting, item, last)
    judged = doubted(_timed(sitting, "meeting.papers.received", deed, last), _awaited_still(item))
    waived = _waived(sitting, item, judged)
    if waived or judged.verdict in (Verdict.MET, Verdict.EXEMPT):
        return waived or judged
    return _two_readings(judged) if _is_unclear(sitting, item) else judged


def _sent_before_received(item: AgendaItem) -> str:
    got, went = item.documents_received, item.documents_sent
    if got is None or went is None or went >= got:
        return ""
    return f"nhưng đơn vị chuẩn bị nộp ngày {wording.day(got)}, sau ngày gửi, {CONTRARY}"


def _awaited_still(item: AgendaItem) -> str:
    return f"nhưng tài liệu còn ghi là chờ nộp, {CONTRARY}" if item.documents_state == "awaited" else ""


def _limit(sitting: Sitting, stem: str) -> Limit | None:
    return limit(sitting.facts, stem, sitting.day) if sitting.is_session else None


def _timed(sitting: Sitting, stem: str, deed: Deed, last: Limit) -> Outcome:
    """Against its last day, which no regulation can have set before it took effect, unless the one before did too."""
    judged = by_day(deed, last.last, last.ruling.cite, sitting.on, last.note)
    in_force, before = sitting.facts.in_force(sitting.day), limit(sitting.facts, stem, sitting.day, by=last.last)
    if in_force is None or (before and before.last == last.last):
        return judged
    return before_its_time(judged, last.last, in_force.from_)


def _perhaps_of_cadres(judged: Outcome, item: AgendaItem, where: str) -> Outcome:
    """Whether an evaluation is `công tác cán bộ`, whose papers are excused, the text does not say."""
    word = MATTER[item.matter].lower() if item.matter else ""
    text = f"{judged.text.rstrip('.')} nếu {word} không được coi là công tác cán bộ; {where} miễn công tác cán bộ."
    return replace(judged, verdict=Verdict.UNCLEAR, text=text)


def _listed(sitting: Sitting, key: str) -> list[str]:
    ruling = sitting.ruling(key)
    return ruling.words if ruling else []


def _exempt(sitting: Sitting, key: str, fact: str) -> Outcome:
    ruling = sitting.ruling(key)
    assert ruling is not None, key
    return Outcome(verdict=Verdict.EXEMPT, cite=ruling.cite, text=f"{fact} theo {article(ruling.cite)}.")


def _warning(sitting: Sitting, last: Limit, day: dt.date | None) -> str:
    """Calendar days may end on a day off: the text then says so, since nobody may be there to receive."""
    return off(sitting.facts, day) if day and last.calendar else ""


def _has_papers(item: AgendaItem) -> bool:
    """An item that no unit prepares, and of which no papers are on record, has none to send."""
    return bool(item.preparer or item.documents_received or item.documents_sent or item.documents_state)


def _receipt(sitting: Sitting, item: AgendaItem, last: Limit) -> Deed:
    day = item.documents_received
    if item.documents_state == "returned":
        given = f" (nhận {wording.day(day)})" if day else ""
        return Deed(done=None, word="", undone=f"Đã trả lại đơn vị chuẩn bị{given}, chưa nhận lại tài liệu")
    note = _warning(sitting, last, day)
    return Deed(done=day, word="Nhận tài liệu", undone="Chưa nhận tài liệu", note=note)


def _waived(sitting: Sitting, item: AgendaItem, judged: Outcome) -> Outcome | None:
    """An item let in after the agenda was set is waived its days, by a body the text names or else unclearly."""
    if judged.verdict in (Verdict.MET, Verdict.EXEMPT) or not (item.unscheduled and item.approved_by):
        return None
    fact = f"Nội dung bổ sung ngoài chương trình, {wording.BODY[item.approved_by]} đồng ý"
    ruling = sitting.ruling("meeting.unscheduled.approved_by")
    if ruling and item.approved_by in ruling.words:
        text = f"{fact}; miễn thời hạn tài liệu theo {article(ruling.cite)}."
        return Outcome(verdict=Verdict.EXEMPT, cite=ruling.cite, text=text)
    doubt = "quy chế không quy định" if ruling is None else f"{article(ruling.cite)} giao cơ quan khác"
    text = f"{fact}; {doubt}, chưa kết luận được tài liệu có phải gửi trước hay không."
    return replace(judged, verdict=Verdict.UNCLEAR, cite=ruling.cite if ruling else judged.cite, text=text)


def _is_unclear(sitting: Sitting, item: AgendaItem) -> bool:
    kinds = _listed(sitting, "meeting.papers.received.unclear_kinds")
    matters = _listed(sitting, "meeting.papers.received.unclear_matters")
    return sitting.meeting.kind in kinds or item.matter in matters or of_cadres(item.matter, matters)


def _two_readings(judged: Outcome) -> Outcome:
    """Whether the exemption covers the unit's own days too cannot be read off the text."""
    where = article(judged.cite)
    text = (
        f"{judged.text.rstrip('.')} nếu không được miễn; "
        f"{where} chưa nêu rõ tài liệu này có được miễn hạn nộp hay không."
    )
    return replace(judged, verdict=Verdict.UNCLEAR, text=text)
