"""What a paper that came in asks for, whether it was settled and when. `desktop.domain` only."""

import datetime as dt
from dataclasses import dataclass

from desktop.domain.facts import Facts
from desktop.domain.records import Asks, Document, Incoming, Passed

ASKS: dict[Asks, str] = {"report": "báo cáo, trả lời", "comment": "góp ý dự thảo", "work": "tổ chức thực hiện"}
"""What is asked for, in words that follow `yêu cầu`."""
DONE: dict[Asks, str] = {"report": "trả lời", "comment": "góp ý", "work": "thực hiện xong"}
"""What is done about it, in words that follow `đã` and `chưa`."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A paper that came in, on a day; `day` is the one it was entered by: it came, or else it was written."""

    facts: Facts
    paper: Incoming
    day: dt.date
    on: dt.date

    @property
    def answer(self) -> Document | None:
        """The document that answers it; one whose number was cancelled answers nothing."""
        found = self.facts.one(Document, self.paper.answer) if self.paper.answer else None
        return found if found and found.cancelled is None else None

    @property
    def settled(self) -> dt.date | None:
        """The day of the answer, or the day it was settled without one; None while it waits."""
        answer = self.answer
        return answer.date if answer else self.paper.settled

    @property
    def waits(self) -> bool:
        """Whether something is asked for that was not done by the day of judging."""
        asked = self.paper.asks is not None or self.paper.due is not None
        return asked and (self.settled is None or self.settled > self.on)


def entered(paper: Incoming) -> dt.date | None:
    """The day by which it stands in the register: when it came, else its own."""
    return paper.arrived or paper.date


def year_of(paper: Incoming) -> int | None:
    """The year in whose register it stands: numbers of arrival begin anew each year."""
    day = entered(paper)
    return day.year if day else None


def by_lead(paper: Incoming) -> list[Passed]:
    """To whom it was passed, who has the lead first."""
    return sorted(paper.passed, key=lambda one: not one.lead)


def whom(facts: Facts, passed: Passed) -> str:
    unit = facts.unit(passed.unit)
    return unit.name if unit else facts.named(passed.person)


def name(paper: Incoming) -> str:
    """`Công văn 120-CV/TU của Tỉnh ủy`: as a sentence calls it, short."""
    what = paper.symbol or (f"“{paper.title}”" if paper.title and paper.secrecy == "none" else "không số")
    return f"Văn bản {what}{f' của {paper.sender}' if paper.sender else ''}"
