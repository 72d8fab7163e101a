"""Whether every body has its programmes, of work and of inspection, before their periods begin.

`desktop.domain` only. A programme lies in the year, quarter or month it is for; one without a day of adoption is a
draft. What the next period of each kind needs is asked for already, since its last day comes before it.
"""

import datetime as dt
import re
from collections.abc import Iterator

from desktop.domain.bodies import BODIES
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.judging import Deed, Window, by_day
from desktop.domain.names import fold
from desktop.domain.periods import TERM, period
from desktop.domain.records import Body, Document, Programme, ProgrammeItem, ProgrammeKind
from desktop.domain.spans import Span, asked
from desktop.domain.wording import BODY

_DAY = dt.timedelta(days=1)
_KINDS: tuple[tuple[ProgrammeKind, str, str, str], ...] = (
    ("work", "periods", "", "Chương trình"),
    ("inspection", "inspection_periods", "/inspection", "Chương trình kiểm tra, giám sát"),
)
"""The kind of programme, its parameter, the end of its subject, its name."""
Adopted = dict[tuple[ProgrammeKind, Body | None, str], dt.date]


def adopted(facts: Facts, window: Window) -> Iterator[Finding]:
    """One finding for each programme a body must have; its last day is the one before its period begins."""
    days = _days(facts)
    for body in BODIES:
        for kind, parameter, tail, name in _KINDS:
            for span in asked(facts, f"programme.adopted.{body}.{parameter}", window, ahead=True):
                done = days.get((kind, body, span[0].code))
                yield _judge(
                    span, f"{name} {span[0].words} của {BODY[body]}", done, window.on, f"{body}/{span[0].code}{tail}"
                )


def document(facts: Facts, programme: Programme) -> Document | None:
    """The line of the register under which the items that hold now were issued: by body, kind and period.

    Of what was adjusted it is not the paper of an earlier version.
    """
    since = programme.versions[-1].replaced if programme.versions else programme.adopted
    words = fold(title(programme))
    issued = [
        one
        for one in facts.office.documents
        if one.type == TYPE and one.issuer == programme.body and words in fold(_plain(one.title))
        if since and one.date and one.date >= since
    ]
    return min(issued, key=lambda one: one.date or dt.date.max, default=None)


def done_on(facts: Facts, item: ProgrammeItem, on: dt.date) -> dt.date | None:
    """The day it was done; an item that is nothing but a meeting is done once that was held."""
    meeting = facts.meeting(item.meeting)
    if item.done or meeting is None or meeting.cancelled:
        return item.done
    held = meeting.start.date()
    return held if meeting.minutes or held < on else None


TYPE = "CTr"


def title(programme: Programme) -> str:
    """`Chương trình công tác tháng 8/2024`, as the register has it."""
    name = "kiểm tra, giám sát" if programme.kind == "inspection" else "công tác"
    found = period(programme.period)
    words = found.words if found else "toàn khóa" if programme.period == TERM else programme.period
    return f"Chương trình {name} {_plain(words)}".strip()


def _plain(text: str) -> str:
    """Months and weeks without the zero that codes have."""
    return re.sub(r"\b0(\d)(?=/)", r"\1", text)


def _days(facts: Facts) -> Adopted:
    """The day on which each programme was first adopted."""
    days: Adopted = {}
    for programme in facts.office.programmes:
        key = (programme.kind, programme.body, programme.period)
        if programme.adopted:
            days[key] = min(programme.adopted, days.get(key, programme.adopted))
    return days


def _judge(span: Span, name: str, done: dt.date | None, on: dt.date, subject: str) -> Finding:
    period, ruling = span
    deed = Deed(done=done, word=f"{name} thông qua", undone=f"{name} chưa thông qua")
    return by_day(deed, period.first - _DAY, ruling.cite, on).of("programme.adopted", subject)
