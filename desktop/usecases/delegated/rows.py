"""What Thường trực settle by delegation as the office reads it: the catalogue, the rows, everyone's position.

Reads only; what changes a decision is in `delegated_edits`. Imports domain and vi.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop import vi
from desktop.domain import delegation
from desktop.domain.compliance import judge_delegated
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding
from desktop.domain.keys import RuleId
from desktop.domain.records import Choice, Delegated, Document, Matter, Meeting, Person
from desktop.domain.regulation import Ruling
from desktop.domain.rules import (
    delegated_matter,
    delegated_reported,
    delegated_unanimity,
    delegated_written,
    regulation_in_force,
)
from desktop.domain.terms import MATTER, matters
from desktop.exchange.rule_words import words_of
from desktop.usecases.meetings.session_items import Coming, coming, short_name


class State(StrEnum):
    PENDING = "pending"
    PREPARING = "prepare-again"
    REFERRED = "referred"
    ADOPTED = "adopted"
    REJECTED = "rejected"
    REPORTED = "reported"


STATE = {
    State.PENDING: "Đang xem xét",
    State.PREPARING: "Chuẩn bị lại",
    State.REFERRED: "Chuyển Ban Thường vụ",
    State.ADOPTED: "Đã quyết định",
    State.REJECTED: "Không đồng ý",
    State.REPORTED: "Đã báo cáo",
}
ORDER = (
    *(delegated_matter.RULE.id, delegated_unanimity.RULE.id, delegated_reported.RULE.id, delegated_written.RULE.id),
    regulation_in_force.RULE.id,
)
"""The order in which the rules speak."""
BEFORE = (delegated_matter.RULE.id, delegated_unanimity.RULE.id)
"""The rules that speak before a decision is taken."""
NOT_LISTED = "Ngoài danh mục"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A matter of the catalogue: its code, its place, the project's own sentence, the kinds of matter it covers.

    Of one that the text names in words the words are the sentence; where it does not say the kinds, there are none.
    """

    code: str
    place: str
    means: str
    matters: tuple[str, ...]
    cite: Cite


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegatedRow:
    id: str
    decided: dt.date | None
    title: str
    point: str
    agreed: str
    agreed_mark: str
    reported: str
    reported_mark: str
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What one member of Thường trực said; `id` is the person's."""

    id: str
    name: str
    role: str
    choice: Choice | None


def day_of(one: Delegated, on: dt.date) -> dt.date:
    """The day whose regulation and members count: that of the decision, else today."""
    return one.decided or on


def catalogue(facts: Facts, day: dt.date) -> tuple[Point, ...]:
    """What the text lists as delegated, in its order; empty where it lists nothing."""
    listed = facts.ruling(delegation.ITEMS, day)
    return tuple(_point(facts, code, day, listed) for code in listed.words) if listed else ()


def _point(facts: Facts, code: str, day: dt.date, listed: Ruling) -> Point:
    ruling = facts.ruling(delegated_matter.ITEM.of(code), day) if delegation.is_point(code) else None
    kinds, cite = (tuple(ruling.words), ruling.cite) if ruling else ((), listed.cite)
    means = ruling.means if ruling else listed.means if delegation.is_point(code) else f"{code}."
    return Point(code=code, place=place_of(code), means=means, matters=kinds, cite=cite)


def place_of(code: str) -> str:
    """`a-2` as an office reads it: `điểm a, gạch 2`; what its text names in words as those."""
    if not delegation.is_point(code):
        return code
    letter, _, dash = code.partition("-")
    return f"điểm {letter}, gạch {dash}" if dash else f"điểm {letter}"


def said_of(point: Point) -> str:
    """`Điểm k: Cho ý kiến về đầu tư.`; what is named in words is not said twice."""
    return f"{vi.capital(point.place)}: {point.means}" if delegation.is_point(point.code) else point.code


def matters_words(point: Point) -> str:
    """Empty where the text does not say the kinds."""
    return matters(list(point.matters))


def point_of(facts: Facts, one: Delegated, on: dt.date) -> Point | None:
    """The point of the catalogue a matter is filed under."""
    day = day_of(one, on)
    code = delegation.as_listed(facts.ruling(delegation.ITEMS, day), one.item)
    return next((point for point in catalogue(facts, day) if point.code == code), None)


def only_matter(facts: Facts, one: Delegated, on: dt.date) -> Matter | None:
    """What the matter must be, where the point it is filed under covers one kind alone."""
    point = point_of(facts, one, on)
    return next((code for code in MATTER if point and point.matters == (code,)), None)


def fitting(facts: Facts, day: dt.date, matter: Matter | None) -> tuple[Point, ...]:
    """The points of the catalogue that cover a kind of matter, or do not say which they cover."""
    return tuple(point for point in catalogue(facts, day) if matter is None or matter in (point.matters or (matter,)))


def state(facts: Facts, one: Delegated, on: dt.date) -> State:
    heard = facts.meeting(one.reported_at)
    if one.decision in ("adopted", "rejected") and heard is not None and heard.start.date() <= on:
        return State.REPORTED
    return State(one.decision) if one.decision else State.PENDING


def rows(
    facts: Facts, on: dt.date, *, year: int | None = None, state_is: State | None = None, text: str = ""
) -> list[DelegatedRow]:
    """The decisions that pass every filter given; those still open first, then the latest."""
    wanted = vi.fold(text)
    kept = [
        one
        for one in facts.office.delegated
        if (year is None or day_of(one, on).year == year)
        and (state_is is None or state(facts, one, on) is state_is)
        and (not wanted or wanted in vi.fold(one.title))
    ]
    found = [_row(facts, one, on) for one in kept]
    return sorted(found, key=lambda row: (row.decided or dt.date.max, row.id), reverse=True)


def _row(facts: Facts, one: Delegated, on: dt.date) -> DelegatedRow:
    said = positions(facts, one, on)
    agree = sum(position.choice is not None and position.choice.choice == "approve" for position in said)
    heard = facts.meeting(one.reported_at or one.referred_to)
    judged = {finding.rule: finding for finding in judge(facts, one, on)}
    return DelegatedRow(
        id=one.id,
        decided=one.decided,
        title=one.title,
        point=point_words(one),
        agreed=f"{agree}/{len(said)}" if one.choices else "",
        agreed_mark=_mark(judged, delegated_unanimity.RULE.id),
        reported=_heard(heard, judged),
        reported_mark=_mark(judged, delegated_reported.RULE.id),
        state=state(facts, one, on),
    )


def point_words(one: Delegated) -> str:
    if one.item:
        return vi.capital(place_of(one.item))
    return "Cấp bách, đột xuất" if one.urgent else NOT_LISTED


def _mark(judged: Mapping[RuleId, Finding], rule: RuleId) -> str:
    return judged[rule].verdict if rule in judged else ""


def _heard(meeting: Meeting | None, judged: Mapping[RuleId, Finding]) -> str:
    """The session it went to, or the last day by which one must hear of it."""
    if meeting is not None:
        return short_name(meeting)
    due = judged[delegated_reported.RULE.id].due if delegated_reported.RULE.id in judged else None
    return f"Hạn {vi.day(due)}" if due else ""


def years(facts: Facts, today: dt.date) -> list[int]:
    return sorted({today.year, *(one.decided.year for one in facts.office.delegated if one.decided)}, reverse=True)


def called(finding: Finding) -> str:
    """What the page calls the rule of a finding."""
    return words_of(finding.rule).panel


def judge(facts: Facts, one: Delegated, on: dt.date) -> list[Finding]:
    """What the regulation says of the decision; before it is decided, of whose it is and whether all agree."""
    found = judge_delegated(facts, one if one.decided else replace(one, decided=on), on)
    shown = found if one.decided else [finding for finding in found if finding.rule in BEFORE]
    return sorted(shown, key=lambda finding: ORDER.index(finding.rule))


def positions(facts: Facts, one: Delegated, on: dt.date) -> list[Position]:
    """Every member of Thường trực in office that day, the secretary first, with what each said."""
    day = day_of(one, on)
    said = {line.person: line for line in one.choices if line.choice}
    return [_position(facts, person, day, said.get(person.id)) for person in facts.members("thuong-truc", day)]


def _position(facts: Facts, person: Person, day: dt.date, choice: Choice | None) -> Position:
    seat = facts.holds(person.id, "thuong-truc", day)
    return Position(id=person.id, name=facts.named(person.id), role=vi.ROLE[seat.role] if seat else "", choice=choice)


def agreed(facts: Facts, one: Delegated, on: dt.date) -> bool:
    """Whether every member of Thường trực approved; somebody who said nothing did not."""
    said = positions(facts, one, on)
    return bool(said) and all(line.choice is not None and line.choice.choice == "approve" for line in said)


def doubt(facts: Facts, one: Delegated, on: dt.date) -> str:
    """What is to be asked before a decision is written that not most of Thường trực made; empty where most did."""
    said = positions(facts, one, on)
    agree = sum(line.choice is not None and line.choice.choice == "approve" for line in said)
    if not agree or 2 * agree > len(said):
        return ""
    return (
        f"Mới có {agree}/{len(said)} thành viên Thường trực tán thành ({differing(facts, one, on)}). "
        "Quy chế không quy định tỷ lệ; việc chưa thống nhất thường được chuyển Ban Thường vụ. Vẫn ghi là đã quyết định?"
    )


def differing(facts: Facts, one: Delegated, on: dt.date) -> str:
    """`Trần Văn B không tán thành: “…”; Lê Văn C chưa có ý kiến`: what the standing committee is to be told."""
    parts = []
    for line in positions(facts, one, on):
        if line.choice is None:
            parts.append(f"{line.name} chưa có ý kiến")
        elif line.choice.choice and line.choice.choice != "approve":
            note = f": “{line.choice.note}”" if line.choice.note else ""
            parts.append(f"{line.name} {vi.OPINION[line.choice.choice].lower()}{note}")
    return "; ".join(parts)


def may_prepare_again(facts: Facts, one: Delegated, on: dt.date) -> Cite | None:
    """The article that lets it be discussed once more; None where it was, or the text has no such round."""
    ruling = facts.ruling(delegated_unanimity.PREPARE_AGAIN, day_of(one, on))
    if ruling is None or not ruling.value or earlier_round(facts, one) is not None:
        return None
    return ruling.cite


def earlier_round(facts: Facts, one: Delegated) -> Delegated | None:
    """The first discussion of the same matter, after which it was to be prepared again."""
    title = vi.fold(one.title)
    return next(
        (
            other
            for other in facts.office.delegated
            if other.decision == "prepare-again" and other.id != one.id and vi.fold(other.title) == title
        ),
        None,
    )


def documents_of(facts: Facts, one: Delegated) -> list[Document]:
    """The documents that put the decision in writing."""
    return [paper for paper in facts.office.documents if paper.source and paper.source.delegated == one.id]


def free_documents(facts: Facts) -> list[Document]:
    """The documents that come from nothing yet and may put a decision in writing; the latest first."""
    free = [paper for paper in facts.office.documents if paper.source is None]
    return sorted(free, key=lambda paper: paper.date or dt.date.min, reverse=True)


def untold(facts: Facts, one: Delegated, on: dt.date) -> list[Meeting]:
    """The nearest sessions still to come that are to hear of it and whose agenda has no such report yet."""
    day = day_of(one, on)
    ruling = facts.ruling(delegated_reported.TO, day)
    nearest = [facts.next_session([body], day) for body in (ruling.words if ruling else ())]
    return [
        meeting
        for meeting in nearest
        if meeting is not None
        and meeting.start.date() >= on
        and meeting.id != one.reported_at
        and not any(item.purpose == "delegated-report" for item in meeting.agenda)
    ]


def report_sessions(facts: Facts, one: Delegated, on: dt.date) -> list[Coming]:
    """The coming sessions of the bodies to which the text has the result reported, the nearest first."""
    ruling = facts.ruling(delegated_reported.TO, day_of(one, on))
    return coming(facts, ruling.words, on) if ruling else []


def to_report(facts: Facts, on: dt.date) -> list[Delegated]:
    """What was settled and is on no agenda yet."""
    return [
        one
        for one in facts.office.delegated
        if one.decided and one.decided <= on and one.decision in ("adopted", "rejected") and not one.reported_at
    ]
