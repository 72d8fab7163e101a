"""What Thường trực directs at a meeting is put in writing, but for what is settled on the spot without a paper.

The texts set no day: where the office's own does not, it may choose so many days; until then nobody can say whether
what is still missing is late.
"""

import datetime as dt
from dataclasses import replace

from desktop.domain.cases import SITTINGS
from desktop.domain.facts import Facts
from desktop.domain.findings import Verdict
from desktop.domain.issued import of_meeting
from desktop.domain.judging import BY_OFFICE, Deed, Outcome, by_day, due_after
from desktop.domain.keys import Key, SettingKey
from desktop.domain.records import Document, Meeting
from desktop.domain.rule import Reads, Rule
from desktop.domain.sittings import Sitting

WRITTEN_BY = Key("document.direction.written_by")
DUE = Key("document.direction.due")
DAYS = SettingKey("document.direction.days")

RULE = Rule(
    "document.direction",
    of=SITTINGS,
    beside="no_notice",
    reads=(Reads.DOCUMENTS, Reads.SETTINGS, Reads.WORKDAYS),
    cites=(WRITTEN_BY, DUE),
)


@RULE.judged_by
def judge(sitting: Sitting) -> Outcome | None:
    ruling = sitting.ruling(WRITTEN_BY)
    if (
        ruling is None
        or not is_asked(sitting.facts, sitting.meeting)
        or sitting.last_day > sitting.on
        or not directs(sitting)
    ):
        return None
    if sitting.meeting.no_notice:
        text = f"Ý kiến chỉ đạo không phải ban hành văn bản: {sitting.meeting.no_notice.rstrip('.')}."
        return Outcome(verdict=Verdict.EXEMPT, cite=ruling.cite, text=text)
    paper = min(of_meeting(sitting.facts, sitting.meeting), key=_day, default=None)
    if paper and paper.date is None:
        text = f"Ý kiến chỉ đạo có văn bản {paper.symbol or 'chưa có số'}, chưa ghi ngày."
        return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text)
    deed = Deed(
        done=paper.date if paper else None,
        word=f"Ý kiến chỉ đạo có văn bản {paper.symbol}" if paper and paper.symbol else "Ý kiến chỉ đạo có văn bản",
        undone="Ý kiến chỉ đạo chưa có văn bản",
        since=sitting.last_day,
        of="ngày họp",
    )
    own = due_after(sitting.facts, DUE, sitting.last_day, sitting.day)
    if own:
        return by_day(deed, own[0], own[1].cite, sitting.on)
    days = sitting.facts.setting(DAYS, sitting.day)
    if isinstance(days, int):
        last = sitting.last_day + dt.timedelta(days=days)
        return by_day(deed, last, replace(ruling.cite, office=True), sitting.on, BY_OFFICE)
    return _without_day(by_day(deed, dt.date.max, ruling.cite, sitting.on), deed)


def is_asked(facts: Facts, meeting: Meeting) -> bool:
    """Whether the text in force asks for a paper on what is directed there."""
    return meeting.body == "thuong-truc" and facts.ruling(WRITTEN_BY, meeting.start.date()) is not None


def directs(sitting: Sitting) -> bool:
    """Whether something was directed: a conclusion is on record."""
    return any(item.conclusion.strip() for item in sitting.meeting.agenda)


def _day(paper: Document) -> dt.date:
    return paper.date or dt.date.max


def _without_day(judged: Outcome, deed: Deed) -> Outcome:
    """By no day that anybody set: what was done is kept however late, what is missing may be late or not."""
    if judged.verdict is Verdict.UNCLEAR:
        return replace(judged, due=None, expected="")
    if judged.actual:
        return replace(judged, text=f"{judged.text.partition(';')[0]}.", due=None, expected="")
    text = f"{deed.undone}; quy chế không quy định số ngày."
    return replace(judged, verdict=Verdict.UNCLEAR, text=text, due=None, expected="")
