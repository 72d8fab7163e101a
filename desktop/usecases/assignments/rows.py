"""Who answers for what on a day: members by kind of assignment, units by person, what nobody holds, what two hold.

Reads only; what changes an assignment is in `assignment_edits`. Imports domain and vi.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding, Verdict
from desktop.domain.keys import Key
from desktop.domain.records import Assignment, AssignmentKind, Body, Document, Person, Unit
from desktop.domain.refs import RecordRef
from desktop.domain.rules import assignment_member, assignment_unit
from desktop.domain.units import stands

KIND: dict[AssignmentKind, str] = {
    "area": "Địa bàn",
    "field": "Lĩnh vực",
    "unit": "Đơn vị",
    "team": "Tổ cấp ủy",
    "steering-committee": "Ban chỉ đạo",
    "task": "Việc cụ thể",
    "duty": "Trực",
}
MATRIX: tuple[AssignmentKind, ...] = ("area", "field", "unit", "team", "steering-committee")
"""The kinds that stand as columns; tasks and duty are listed with the person."""

_IN_CHARGE = ("area", "unit", "field", "team")


Judged = dict[RecordRef, Finding]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """A member with what is held that day; `doubled` counts what another holds too, `gap` that nothing is held."""

    id: str
    person: Person
    position: str
    held: tuple[Assignment, ...]
    doubled: int
    finding: Finding | None

    def of(self, kind: AssignmentKind) -> tuple[Assignment, ...]:
        return tuple(one for one in self.held if kind_of(one) == kind)

    @property
    def gap(self) -> bool:
        return not self.held


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """A unit with those who answer for it that day; more than one is an overlap, which nothing forbids."""

    id: str
    unit: Unit
    kind: str
    held: tuple[Assignment, ...]
    people: tuple[str, ...]
    finding: Finding | None

    @property
    def gap(self) -> bool:
        return self.finding is not None and self.finding.verdict is Verdict.BREACH

    @property
    def doubled(self) -> bool:
        return len(self.people) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """How many members and units have something or somebody, of how many; the articles that ask for it."""

    members: int
    with_work: int
    units: int
    covered: int
    doubled: int
    member_cite: Cite | None
    unit_cite: Cite | None


def kind_of(one: Assignment) -> AssignmentKind:
    """Its kind, or what it is by what it names."""
    return one.kind or ("unit" if one.unit else "field" if one.field else "task")


def in_force(one: Assignment, day: dt.date) -> bool:
    return (one.from_ is None or one.from_ <= day) and (one.to is None or day <= one.to)


def held_on(facts: Facts, day: dt.date) -> list[Assignment]:
    return [one for one in facts.office.assignments if in_force(one, day)]


def subject(facts: Facts, one: Assignment) -> str:
    """What is answered for, in its own words; else the unit's name or the field."""
    unit = facts.unit(one.unit)
    return one.subject or (unit.name if unit else "") or one.field or KIND[kind_of(one)]


def short(facts: Facts, one: Assignment) -> str:
    """The same as short as a cell needs it: the unit, the field, or the words."""
    unit = facts.unit(one.unit)
    return (unit.name if unit else "") or one.field or subject(facts, one)


_HEAD = "Tổ trưởng Tổ cấp ủy "
_GROUPS = ("Đảng ủy ", "Đảng bộ ", "Chi bộ ")


def cell(facts: Facts, one: Assignment) -> str:
    """As short as a narrow column needs it: `Xã Bình Nghi` for its Party committee."""
    words = short(facts, one)
    if kind_of(one) in ("area", "unit"):
        bare = next((words.removeprefix(group) for group in _GROUPS if words.startswith(group)), words)
        return vi.capital(bare)
    return f"{vi.capital(words.removeprefix(_HEAD))}, tổ trưởng" if words.startswith(_HEAD) else words


def source(facts: Facts, one: Assignment) -> str:
    """`Ban Thường vụ, 12-QĐ/HU ngày 02/01/2024`: who decided and by which document."""
    document = facts.document(one.document)
    by = vi.BODY[one.decided_by] if one.decided_by else ""
    return ", ".join(part for part in (by, _named(document)) if part) or "Chưa ghi ai quyết định"


def _named(document: Document | None) -> str:
    if document is None:
        return ""
    dated = f" ngày {vi.day(document.date)}" if document.date else ""
    return f"{document.symbol or document.title}{dated}"


# By person


def members(
    facts: Facts, findings: Sequence[Finding], day: dt.date, *, body: Body = "bch", text: str = "", only: str = ""
) -> list[MemberRow]:
    """Members in office that day in the order of the roster, then others who still hold something.

    `only` keeps those without anything ("gap") or with something another holds too ("doubled").
    """
    held: defaultdict[str, list[Assignment]] = defaultdict(list)
    for one in held_on(facts, day):
        held[one.person or ""].append(one)
    twice = _doubled(facts, day)
    judged = {one.subject: one for one in findings if one.rule == assignment_member.RULE.id}
    people = list(facts.members(body, day))
    ids = {person.id for person in people}
    if body == "bch":
        people += [person for person in facts.office.people if person.id in held and person.id not in ids]
    made = [_member(facts, person, held[person.id], twice, judged, day) for person in people]
    wanted = vi.fold(text.strip())
    return [row for row in made if _wanted(facts, row, wanted, only)]


def _member(
    facts: Facts, person: Person, held: list[Assignment], twice: set[str], judged: Judged, day: dt.date
) -> MemberRow:
    held = sorted(held, key=lambda one: (list(KIND).index(kind_of(one)), vi.word_key(short(facts, one))))
    seat = facts.holds(person.id, "bch", day)
    return MemberRow(
        id=person.id,
        person=person,
        position=person.position or (vi.ROLE[seat.role] if seat else ""),
        held=tuple(held),
        doubled=sum(1 for one in held if one.unit in twice),
        finding=judged.get(RecordRef.to(person)),
    )


def _wanted(facts: Facts, row: MemberRow, wanted: str, only: str) -> bool:
    if (only == "gap" and row.held) or (only == "doubled" and not row.doubled):
        return False
    words = f"{row.person.name} {row.position} {' '.join(subject(facts, one) for one in row.held)}"
    return wanted in vi.fold(words)


def _doubled(facts: Facts, day: dt.date) -> set[str]:
    """The units that more than one person answers for in the same kind."""
    holders: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for one in held_on(facts, day):
        if one.unit and one.person and kind_of(one) in _IN_CHARGE:
            holders[one.unit, kind_of(one)].add(one.person)
    return {unit for (unit, _kind), people in holders.items() if len(people) > 1}


def of_person(facts: Facts, person: str) -> list[Assignment]:
    """Everything a person held or holds, what is held now first."""
    own = [one for one in facts.office.assignments if one.person == person]
    return sorted(own, key=lambda one: (one.to is not None, one.to or dt.date.max, list(KIND).index(kind_of(one))))


# By unit


def units(
    facts: Facts, findings: Sequence[Finding], day: dt.date, *, text: str = "", only: str = "", kind: str = ""
) -> list[UnitRow]:
    """The units there that day by kind, then name, with those who answer for them."""
    held: defaultdict[str, list[Assignment]] = defaultdict(list)
    for one in held_on(facts, day):
        if one.unit and kind_of(one) in _IN_CHARGE:
            held[one.unit].append(one)
    judged = {one.subject: one for one in findings if one.rule == assignment_unit.RULE.id}
    wanted = vi.fold(text.strip())
    there = (unit for unit in facts.office.units if stands(unit, day) or held[unit.id])
    made = [_unit(facts, unit, held[unit.id], judged) for unit in there if kind in ("", unit.kind)]
    kept = [row for row in made if wanted in vi.fold(f"{row.unit.name} {' '.join(row.people)}")]
    kept = [row for row in kept if (only != "gap" or not row.people) and (only != "doubled" or row.doubled)]
    order = [*vi.UNIT_KIND, ""]
    return sorted(kept, key=lambda row: (order.index(row.unit.kind or ""), vi.word_key(row.unit.name)))


def _unit(facts: Facts, unit: Unit, held: list[Assignment], judged: Judged) -> UnitRow:
    names = [person.name for one in held if (person := facts.person(one.person))]
    return UnitRow(
        id=unit.id,
        unit=unit,
        kind=vi.UNIT_KIND[unit.kind] if unit.kind else "Chưa ghi loại",
        held=tuple(held),
        people=tuple(dict.fromkeys(names)),
        finding=judged.get(RecordRef.to(unit)),
    )


# The whole


def balance(facts: Facts, findings: Sequence[Finding], day: dt.date) -> Balance:
    """The counts over the head of the screen; units are those the regulation asks a person for."""
    people, places = members(facts, findings, day), units(facts, findings, day)
    seated = [row for row in people if facts.holds(row.id, "bch", day)]
    asked = [row for row in places if row.unit.kind == "party-organisation"]
    return Balance(
        members=len(seated),
        with_work=sum(1 for row in seated if not row.gap),
        units=len(asked),
        covered=sum(1 for row in asked if row.people),
        doubled=sum(1 for row in places if row.doubled),
        member_cite=_cite(facts, assignment_member.REQUIRED, day),
        unit_cite=_cite(facts, assignment_unit.REQUIRED, day),
    )


def _cite(facts: Facts, key: Key, day: dt.date) -> Cite | None:
    ruling = facts.ruling(key, day)
    return ruling.cite if ruling and ruling.value else None


def allowed_kinds(facts: Facts, day: dt.date) -> Iterable[tuple[str, str]]:
    """Every kind with its word, those the regulation names first."""
    ruling = facts.ruling(assignment_member.KINDS, day)
    named = ruling.words if ruling else []
    return sorted(KIND.items(), key=lambda pair: (pair[0] not in named, list(KIND).index(pair[0])))


def ended_seats(facts: Facts, day: dt.date) -> list[Person]:
    """Those who hold something that day and sit in the committee no longer: their work has to be handed over."""
    if not facts.members("bch", day):
        return []
    ids = {one.person for one in held_on(facts, day) if kind_of(one) != "duty"}
    left = [
        person
        for person in facts.office.people
        if person.id in ids
        and facts.holds(person.id, "bch", day) is None
        and any(seat.body == "bch" for seat in person.seats)
    ]
    return sorted(left, key=lambda person: vi.name_key(person.name))
