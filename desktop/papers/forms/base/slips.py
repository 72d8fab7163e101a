"""Slips of a ballot: until when, for what one not returned counts, whose are still out. May import domain, papers."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from desktop.domain.ballots import Poll
from desktop.domain.records import Ballot, Opinion, Person, Response
from desktop.domain.rules import ballot_majority
from desktop.papers.forms.base.words import bare
from desktop.papers.forms.base.writing import Writing


def unreturned(writing: Writing, ballot: Ballot) -> list[Person]:
    """The members from whom no paper has come by the day of printing."""
    return Returns(Poll(writing.facts, ballot, writing.on)).silent


UNRETURNED = "Phiếu nào không gửi lại thì tính là chưa có ý kiến, không tính là tán thành."


def subject(ballot: Ballot) -> str:
    """`về …` with the title as the office typed it; the question where there is no title."""
    title = bare(ballot.title) or next((bare(question.text) for question in ballot.questions), "")
    return title if title.lower().startswith("về ") else f"về {title[:1].lower()}{title[1:]}" if title else "về"


def last_day(writing: Writing, ballot: Ballot) -> dt.date | None:
    """As on record, else by the text, else by the office's own number of days."""
    return ballot.due or ballot_majority.answers_due(writing.facts, ballot.sent)[0]


@dataclass(frozen=True)
class Returns:
    """The papers of one ballot as of a day; each member's last one is the one that counts."""

    poll: Poll

    @cached_property
    def last(self) -> dict[str, Response]:
        return {answer.person: answer for answer in self.poll.ballot.responses if answer.person and self._came(answer)}

    def _came(self, answer: Response) -> bool:
        given = bool(answer.returned or answer.choice or answer.questions)
        return given and (answer.returned is None or answer.returned <= self.poll.on)

    def late(self, person: Person) -> bool:
        """Whether the paper came after the count."""
        answer, closed = self.last.get(person.id), self.poll.ballot.closed
        return bool(answer and answer.returned and closed and answer.returned > closed)

    @cached_property
    def back(self) -> list[Person]:
        return [person for person in self.poll.members if person.id in self.last and not self.late(person)]

    @cached_property
    def valid(self) -> list[Person]:
        return [person for person in self.back if self.last[person.id].valid]

    @property
    def silent(self) -> list[Person]:
        return [person for person in self.poll.members if person.id not in self.last]

    def choice(self, person: Person, question: str | None) -> Opinion | None:
        answer = self.last[person.id]
        return answer.questions.get(question) if question and answer.questions else answer.choice

    def counts(self, question: str | None) -> list[int]:
        """How many valid papers approve, do not approve, are of another opinion."""
        choices = [self.choice(person, question) for person in self.valid]
        return [choices.count(each) for each in OPINIONS]


OPINIONS: tuple[Opinion, ...] = ("approve", "reject", "other")
