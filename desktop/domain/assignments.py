"""Whether every member has something in charge and every subordinate organisation someone; `desktop.domain` only.

Judged as of the day asked, by the assignments in force that day.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from desktop.domain.facts import Facts, covers
from desktop.domain.findings import Finding, Verdict
from desktop.domain.judging import Outcome, Window, article, doubted
from desktop.domain.records import Assignment, AssignmentKind, Body
from desktop.domain.regulation import Ruling
from desktop.domain.units import stands
from desktop.domain.wording import BODY

_KIND: dict[AssignmentKind, str] = {
    "area": "địa bàn",
    "field": "lĩnh vực",
    "unit": "đơn vị",
    "task": "việc cụ thể",
    "duty": "trực thay",
    "team": "Tổ cấp ủy",
    "steering-committee": "ban chỉ đạo",
}
_BODIES: tuple[Body, ...] = ("bch", "btv", "thuong-truc")
_IN_CHARGE: tuple[AssignmentKind, ...] = ("area", "field", "unit", "team")
"""The kinds that put a unit in someone's charge, where they name one."""


def _standing(facts: Facts, on: dt.date) -> list[Assignment]:
    return [
        line
        for line in facts.office.assignments
        if covers(line, on)
        if (unit := facts.unit(line.unit)) is None or stands(unit, on)
    ]


def _kind(line: Assignment) -> AssignmentKind | None:
    """Its kind, or what it says it is by what it names."""
    return line.kind or ("unit" if line.unit else "field" if line.field else None)


def of_members(facts: Facts, window: Window) -> Iterator[Finding]:
    """Every committee member in office has at least one thing in charge."""
    ruling = _required(facts, "assignment.member.required", window)
    if ruling is None:
        return
    kinds = facts.ruling("assignment.member.kinds", window.on)
    decider = facts.ruling("assignment.member.decided_by", window.on)
    held: defaultdict[str, list[Assignment]] = defaultdict(list)
    for line in _standing(facts, window.on):
        held[line.person or ""].append(line)
    for person in facts.members("bch", window.on):
        outcome = _member(held[person.id], ruling, kinds.words if kinds else list(_IN_CHARGE))
        outcome = doubted(outcome, _of_another(held[person.id], decider) if decider else "")
        yield outcome.of("assignment.member", f"people/{person.id}")


def _of_another(lines: list[Assignment], decider: Ruling) -> str:
    """Where every assignment on record was given by another body than the text has give it."""
    given = {line.decided_by for line in lines}
    if None in given or decider.word in given:
        return ""
    others = ", ".join(name for code, name in BODY.items() if code in given)
    return f"phân công do {others} quyết định, {article(decider.cite)} giao {BODY[decider.word]}"  # type: ignore[index]


def _required(facts: Facts, key: str, window: Window) -> Ruling | None:
    ruling = facts.ruling(key, window.on) if window.holds(window.on) else None
    return ruling if ruling and ruling.value else None


def _member(lines: list[Assignment], ruling: Ruling, kinds: list[str]) -> Outcome:
    named = {kind for line in lines if (kind := _kind(line))}
    fitting = [line for line in lines if _kind(line) in kinds]
    asked = ", ".join(word for code, word in _KIND.items() if code in kinds)
    limit = f"cần phụ trách ít nhất một phần việc ({asked})"
    if fitting:
        text = f"Được giao {len(fitting)} phần việc phụ trách, {limit}."
        return Outcome(verdict=Verdict.MET, cite=ruling.cite, text=text, expected="1", actual=str(len(fitting)))
    if named:
        others = ", ".join(word for code, word in _KIND.items() if code in named)
        text = f"Mới được giao {others}; {limit}, quy chế chưa nêu rõ phần việc này có phải là phụ trách hay không."
        return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text, expected="1", actual="0")
    text = f"Chưa được giao phần việc nào; {limit}."
    return Outcome(verdict=Verdict.BREACH, cite=ruling.cite, text=text, expected="1", actual="0")


def of_units(facts: Facts, window: Window) -> Iterator[Finding]:
    """Every subordinate Party organisation has at least one committee member in office in charge of it."""
    ruling = _required(facts, "assignment.unit.required", window)
    if ruling is None:
        return
    members = {person.id: person.name for body in _BODIES for person in facts.members(body, window.on)}
    charged: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for line in _standing(facts, window.on):
        if line.unit and line.person in members and _kind(line) in _IN_CHARGE:
            charged[line.unit][line.person] = members[line.person]
    for unit in facts.office.units:
        if unit.kind == "party-organisation" and stands(unit, window.on):
            yield _unit(list(charged[unit.id].values()), ruling).of("assignment.unit", f"units/{unit.id}")


def _unit(people: list[str], ruling: Ruling) -> Outcome:
    said = f"Có {len(people)} ủy viên phụ trách ({', '.join(people)})" if people else "Chưa có ủy viên nào phụ trách"
    return Outcome(
        verdict=Verdict.MET if people else Verdict.BREACH,
        cite=ruling.cite,
        text=f"{said}; cần ít nhất một ủy viên phụ trách.",
        expected="1",
        actual=str(len(people)),
    )
