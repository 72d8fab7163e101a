"""A ballot as of a day: whom the text asks in writing, and how the members answered; `desktop.domain` only.

A ballot of a body the text does not ask in writing is judged by that alone: the rest of the article speaks of the
bodies it names. Members are those in office on the day it was sent; silence is never approval. An answer without the
day it came back, or that another record contradicts, may be one or not: nothing rests on it.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Verdict
from desktop.domain.judging import Outcome
from desktop.domain.keys import Key
from desktop.domain.records import Ballot, Opinion, Person, Response
from desktop.domain.regulation import Ruling
from desktop.domain.wording import BODY, day

AS_SESSION = Key("ballot.effect.as_session")
ELECTORATE = Key("ballot.electorate.bodies")


@dataclass(frozen=True)
class Poll:
    """A ballot as of a day."""

    facts: Facts
    ballot: Ballot
    on: dt.date

    @property
    def day(self) -> dt.date:
        return self.ballot.sent

    @cached_property
    def electorate(self) -> Ruling | None:
        return self.facts.ruling(ELECTORATE, self.day)

    @property
    def provided(self) -> bool:
        """Whether the text does not rule out asking this body in writing."""
        return self.electorate is None or self.ballot.body in self.electorate.words

    def ruling(self, key: Key) -> Ruling | None:
        return self.facts.ruling(key, self.day) if self.provided else None

    @property
    def members(self) -> tuple[Person, ...]:
        return self.facts.members(self.ballot.body, self.day)

    @property
    def body(self) -> str:
        return BODY[self.ballot.body]

    @property
    def is_closed(self) -> bool:
        return self.ballot.closed is not None and self.ballot.closed <= self.on

    @property
    def ended(self) -> dt.date:
        """The day after which its result can be brought to a session."""
        return self.ballot.closed or self.ballot.due or self.ballot.sent

    @property
    def told_since(self) -> dt.date:
        """The first day on which there can be a result to tell."""
        return self.ballot.closed or self.ballot.sent


def nobody(poll: Poll, cite: Cite) -> Outcome:
    text = f"Không có ủy viên {poll.body} nào đương nhiệm để tính."
    return Outcome(verdict=Verdict.UNKNOWN, cite=cite, text=text)


def least_approved(poll: Poll) -> Counter[str]:
    """How the members answered, on the question that fewest approved: each once, by the last valid paper in time."""
    return least(poll, answers(poll))


def least(poll: Poll, answers: Sequence[Response]) -> Counter[str]:
    questions: list[str | None] = [question.id for question in poll.ballot.questions] or [None]
    counts = [Counter[str](_choice(answer, question) or "silent" for answer in answers) for question in questions]
    return min(counts, key=lambda count: count["approve"])


def answers(poll: Poll) -> list[Response]:
    """One answer of each member: the last that came back, wherever it stands in the list."""
    return list(last_of_each(line for line in valid(poll) if line.returned and not doubt(poll, line)).values())


def last_of_each(lines: Iterable[Response]) -> dict[str | None, Response]:
    order = sorted(lines, key=lambda line: (line.returned or dt.date.min, line.choice or ""))
    return {line.person: line for line in order}


def valid(poll: Poll) -> list[Response]:
    """The members' papers that are not void, and not known to have come after the count or to be still to come."""
    members = {person.id for person in poll.members}
    closed = poll.ballot.closed if poll.ballot.closed and poll.ballot.closed >= poll.day else None
    end = min(poll.on, closed) if closed else poll.on
    return [
        line
        for line in poll.ballot.responses
        if line.valid and line.person in members and (line.returned is None or line.returned <= end)
    ]


def doubt(poll: Poll, line: Response) -> str:
    """Why it cannot be told whether a paper is an answer; empty of one that is."""
    if line.returned is None:
        return "chưa ghi ngày trả"
    if line.returned < poll.day:
        return f"ghi ngày trả trước ngày gửi {day(poll.day)}"
    if poll.ballot.sent_to is not None and line.person not in poll.ballot.sent_to:
        return "của người không có tên trong danh sách gửi"
    return ""


def _choice(answer: Response, question: str | None) -> Opinion | None:
    if question is not None and answer.questions:
        return answer.questions.get(question)
    return answer.choice
