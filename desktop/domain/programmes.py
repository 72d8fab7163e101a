"""A programme's line of the register, its title there, and when an item of it was done; `desktop.domain` only."""

import datetime as dt
import re

from desktop.domain.facts import Facts
from desktop.domain.keys import Key
from desktop.domain.names import fold
from desktop.domain.periods import TERM, period
from desktop.domain.records import Document, Programme, ProgrammeItem

PROGRESS_TO = Key("programme.progress.to")


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
    if item.done or meeting is None or meeting.is_off:
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
