"""Written-opinion ballots as the office reads them: rows of the list, the slips of one, its count.

Reads only; what changes a ballot is in `ballot_edits`, `ballot_slips` and `ballot_follow`. Imports domain and vi.
"""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from desktop import vi
from desktop.domain.ballots import ELECTORATE, Poll, least_approved
from desktop.domain.facts import Facts
from desktop.domain.findings import Verdict
from desktop.domain.judging import majority_share
from desktop.domain.records import Ballot, Opinion, Person, Response
from desktop.domain.rules import ballot_majority
from desktop.domain.shapes import Portion


class State(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    REFERRED = "referred"
    REPORTED = "reported"


STATE = {
    State.OPEN: "Đang lấy ý kiến",
    State.CLOSED: "Đã đóng",
    State.REFERRED: "Chuyển hội nghị",
    State.REPORTED: "Đã báo cáo",
}
REASON = {"no-meeting-possible": "Không tổ chức được hội nghị", "not-complex": "Nội dung không phức tạp"}


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotRow:
    id: str
    number: int
    sent: dt.date
    due: dt.date | None
    title: str
    body: str
    returned: int
    asked: int
    approve: int
    members: int
    verdict: str
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipRow:
    """One member's slip; `number` is 0 for somebody who is not a member and does not count."""

    id: str
    number: int
    name: str
    returned: dt.date | None
    back: bool
    choice: Opinion | None
    mixed: bool
    valid: bool
    note: str
    asked: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counted over all members in office on the day it was sent; of several questions, the one fewest approved."""

    members: int
    sent: int
    returned: int
    valid: int
    approve: int
    reject: int
    other: int
    silent: tuple[Person, ...] = ()
    void: tuple[Person, ...] = ()
    needed: int | None = None
    share: Portion | None = None
    verdict: Verdict | None = None
    by_question: tuple[tuple[str, int], ...] = ()


def title_of(ballot: Ballot) -> str:
    return ballot.title or f"Phiếu xin ý kiến {vi.day(ballot.sent)}"


def state(facts: Facts, ballot: Ballot, on: dt.date) -> State:
    """Reported once the session that heard it has come; referred once its differences were judged important."""
    heard = facts.meeting(ballot.reported_at)
    if heard is not None and heard.start.date() <= on:
        return State.REPORTED
    if ballot.important_differences:
        return State.REFERRED
    return State.CLOSED if ballot.closed else State.OPEN


def numbers(facts: Facts) -> dict[str, int]:
    """The number of each ballot within its year, in the order in which they were sent."""
    counts: Counter[int] = Counter()
    found = {}
    for ballot in sorted(facts.office.ballots, key=lambda one: one.sent):
        counts[ballot.sent.year] += 1
        found[ballot.id] = counts[ballot.sent.year]
    return found


def rows(
    facts: Facts,
    on: dt.date,
    *,
    body: str = "",
    year: int | None = None,
    state_is: State | None = None,
    text: str = "",
) -> list[BallotRow]:
    """The ballots that pass every filter given, the latest first."""
    wanted, order = vi.fold(text), numbers(facts)
    kept = [
        ballot
        for ballot in facts.office.ballots
        if (not body or ballot.body == body)
        and (year is None or ballot.sent.year == year)
        and (state_is is None or state(facts, ballot, on) is state_is)
        and (not wanted or wanted in vi.fold(f"{title_of(ballot)} {vi.MATTER[ballot.matter] if ballot.matter else ''}"))
    ]
    found = [_row(facts, ballot, order[ballot.id], on) for ballot in kept]
    return sorted(found, key=lambda row: (row.sent, row.number), reverse=True)


def _row(facts: Facts, ballot: Ballot, number: int, on: dt.date) -> BallotRow:
    count = tally(facts, ballot, on)
    return BallotRow(
        id=ballot.id,
        number=number,
        sent=ballot.sent,
        due=ballot.due,
        title=title_of(ballot),
        body=ballot.body,
        returned=count.returned,
        asked=count.sent,
        approve=count.approve,
        members=count.members,
        verdict=count.verdict or "",
        state=state(facts, ballot, on),
    )


def years(facts: Facts, today: dt.date) -> list[int]:
    """The years with ballots, and this one; the latest first."""
    return sorted({today.year, *(ballot.sent.year for ballot in facts.office.ballots)}, reverse=True)


def is_back(answer: Response | None) -> bool:
    """Whether a paper came in at all: it bears a day, a choice or answers."""
    return answer is not None and bool(answer.returned or answer.choice or answer.questions)


def answer_of(ballot: Ballot, person: str) -> Response | None:
    """The last paper of a person, which is the one that counts."""
    return next((one for one in reversed(ballot.responses) if one.person == person), None)


def slips(facts: Facts, ballot: Ballot) -> list[SlipRow]:
    """Every member in office on the day it was sent, then whoever else answered or was asked."""
    members = facts.members(ballot.body, ballot.sent)
    inside = {person.id for person in members}
    others = [one for one in dict.fromkeys(_named(ballot)) if one not in inside]
    return [
        *(_slip(ballot, person.id, facts.named(person.id), number) for number, person in enumerate(members, 1)),
        *(_slip(ballot, one, _name(facts, one), 0) for one in others),
    ]


def _named(ballot: Ballot) -> list[str]:
    return [*(ballot.sent_to or ()), *(answer.person for answer in ballot.responses if answer.person)]


def _name(facts: Facts, person: str) -> str:
    return facts.named(person)


def _slip(ballot: Ballot, person: str, name: str, number: int) -> SlipRow:
    answer = answer_of(ballot, person)
    given = set((answer.questions or {}).values()) if answer else set()
    return SlipRow(
        id=person,
        number=number,
        name=name,
        returned=answer.returned if answer else None,
        back=is_back(answer),
        choice=choice_of(answer),
        mixed=len(given) > 1,
        valid=answer.valid if answer else True,
        note=answer.note if answer else "",
        asked=ballot.sent_to is None or person in ballot.sent_to,
    )


def choice_of(answer: Response | None) -> Opinion | None:
    """What a paper says on the whole: its own choice, else the one answer all questions share."""
    if answer is None:
        return None
    given = set((answer.questions or {}).values())
    return answer.choice or (next(iter(given)) if len(given) == 1 else None)


def tally(facts: Facts, ballot: Ballot, on: dt.date) -> Tally:
    """Silence and void papers are never approval; nothing is needed where neither text nor office names a share."""
    poll = Poll(facts, ballot, on)
    members, judged = poll.members, ballot_majority.judge(poll)
    count = least_approved(poll)
    back = [person for person in members if is_back(answer_of(ballot, person.id))]
    void = tuple(person for person in back if not _valid(ballot, person.id))
    asked = len(members) if ballot.sent_to is None else sum(person.id in ballot.sent_to for person in members)
    rule = majority_share(facts, ballot_majority.SHARE, ballot.sent)
    return Tally(
        members=len(members),
        sent=asked,
        returned=len(back),
        valid=len(back) - len(void),
        approve=count["approve"],
        reject=count["reject"],
        other=count["other"],
        silent=tuple(person for person in members if person not in back),
        void=void,
        needed=int(judged.expected.split("/")[0]) if judged and judged.expected else None,
        share=rule[0].about(ballot.matter) if rule else None,
        verdict=judged.verdict if judged else None,
        by_question=_by_question(ballot, members) if len(ballot.questions) > 1 else (),
    )


def _valid(ballot: Ballot, person: str) -> bool:
    answer = answer_of(ballot, person)
    return answer is not None and answer.valid


def _by_question(ballot: Ballot, members: tuple[Person, ...]) -> tuple[tuple[str, int], ...]:
    answers = [one for person in members if (one := answer_of(ballot, person.id)) and one.valid]
    return tuple(
        (
            question.text,
            sum((one.questions.get(question.id) if one.questions else one.choice) == "approve" for one in answers),
        )
        for question in ballot.questions
    )


def unreturned(facts: Facts, ballot: Ballot) -> tuple[Person, ...]:
    """The members from whom no paper came, by name."""
    members = facts.members(ballot.body, ballot.sent)
    return tuple(person for person in members if not is_back(answer_of(ballot, person.id)))


def due_of(facts: Facts, sent: dt.date) -> dt.date | None:
    """The last day for answers: the text's, else the office's own (`ballot.days`)."""
    return ballot_majority.answers_due(facts, sent)[0]


def first_steps(facts: Facts, today: dt.date) -> list[tuple[str, str, bool]]:
    """What stands before an office's first ballot: title, where it stands, whether it is done."""
    use = facts.in_force(today)
    ruling = facts.ruling(ELECTORATE, today)
    asked = " và ".join(words for code, words in vi.BODY.items() if ruling and code in ruling.words)
    days = facts.setting(ballot_majority.DAYS, today)
    return [
        (
            "Quy chế cho lấy ý kiến ai bằng văn bản",
            f"{asked} – {vi.cite(ruling.cite)}" if ruling else vi.SILENT,
            use is not None,
        ),
        (
            "Đặt thời hạn trả lời",
            f"{days} ngày kể từ ngày gửi, {vi.BY_OFFICE}"
            if days
            else "Quy chế không quy định; ghi ở Danh mục → Quy ước của đơn vị",
            bool(days),
        ),
        (
            "Lập phiếu đầu tiên",
            "Chọn lý do, vấn đề; chương trình cho biết ngay có được lấy ý kiến bằng phiếu không",
            False,
        ),
    ]
