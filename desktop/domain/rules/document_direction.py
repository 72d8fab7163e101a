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
from desktop.domain.judging import BY_OFFICE, Deed, Outcome, before_its_cause, by_day, due_after
from desktop.domain.keys import Key, SettingKey
from desktop.domain.records import Document, Meeting
from desktop.domain.regulation import Ruling
from desktop.domain.rule import Reads, Rule
from desktop.domain.sittings import Sitting
from desktop.domain.wording import day

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
    ruling = asking(sitting.facts, sitting.meeting)
    if ruling is None or sitting.last_day > sitting.on or not _directs(sitting):
        return None
    if sitting.meeting.no_notice:
        text = f"Ý kiến chỉ đạo không phải ban hành văn bản: {sitting.meeting.no_notice.rstrip('.')}."
        return Outcome(verdict=Verdict.EXEMPT, cite=ruling.cite, text=text)
    paper = min(of_meeting(sitting.facts, sitting.meeting), key=_day, default=None)
    if paper and paper.date is None:
        text = f"Ý kiến chỉ đạo có văn bản {paper.symbol or 'chưa có số'}, chưa ghi ngày."
        return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text)
    return _by_its_day(sitting, ruling, _deed(sitting, paper))


def asking(facts: Facts, meeting: Meeting) -> Ruling | None:
    """What in the text in force asks for a paper on what is directed there."""
    return facts.ruling(WRITTEN_BY, meeting.start.date()) if meeting.body == "thuong-truc" else None


def _directs(sitting: Sitting) -> bool:
    """Whether something was directed: a conclusion is on record."""
    return any(item.conclusion.strip() for item in sitting.meeting.agenda)


def _day(paper: Document) -> dt.date:
    return paper.date or dt.date.max


def _deed(sitting: Sitting, paper: Document | None) -> Deed:
    return Deed(
        done=paper.date if paper else None,
        word=f"Ý kiến chỉ đạo có văn bản {paper.symbol}" if paper and paper.symbol else "Ý kiến chỉ đạo có văn bản",
        undone="Ý kiến chỉ đạo chưa có văn bản",
        since=sitting.last_day,
        of="ngày họp",
    )


def _by_its_day(sitting: Sitting, ruling: Ruling, deed: Deed) -> Outcome:
    """The text's own day, else the office's, else none."""
    own = due_after(sitting.facts, DUE, sitting.last_day, sitting.day)
    if own:
        return by_day(deed, own[0], own[1].cite, sitting.on)
    days = sitting.facts.setting(DAYS, sitting.day)
    if isinstance(days, int):
        last = sitting.last_day + dt.timedelta(days=days)
        return by_day(deed, last, replace(ruling.cite, office=True), sitting.on, BY_OFFICE)
    return _without_day(sitting, ruling, deed)


def _without_day(sitting: Sitting, ruling: Ruling, deed: Deed) -> Outcome:
    """By no day that anybody set: what was done is kept however late, what is missing may be late or not."""
    if deed.done is None or deed.done > sitting.on:
        text = f"{deed.undone}; quy chế không quy định số ngày."
        return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text)
    contrary, actual = before_its_cause(deed, deed.done), deed.done.isoformat()
    if contrary:
        return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=contrary, actual=actual)
    return Outcome(verdict=Verdict.MET, cite=ruling.cite, text=f"{deed.word} {day(deed.done)}.", actual=actual)
