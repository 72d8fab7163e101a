"""Every subordinate Party organisation has at least one committee member in office in charge of it."""

from collections import defaultdict
from collections.abc import Iterator

from desktop.domain.assignments import IN_CHARGE, kind_of, of_one, required, standing
from desktop.domain.cases import UNITS
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.judging import Outcome, Window
from desktop.domain.keys import Key
from desktop.domain.records import Body
from desktop.domain.regulation import Ruling
from desktop.domain.rule import Placed, Reads, Rule
from desktop.domain.units import stands

REQUIRED = Key("assignment.unit.required")

RULE = Rule(
    "assignment.unit",
    of=UNITS,
    placed=Placed.AS_THINGS_STAND,
    reads=(Reads.PEOPLE, Reads.UNITS, Reads.ASSIGNMENTS),
    cites=(REQUIRED,),
)

_BODIES: tuple[Body, ...] = ("bch", "btv", "thuong-truc")


@RULE.judged_by
def judge(facts: Facts, window: Window) -> Iterator[Finding]:
    ruling = required(facts, REQUIRED, window)
    if ruling is None:
        return
    members = {person.id: person.name for body in _BODIES for person in facts.members(body, window.on)}
    charged: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for line in standing(facts, window.on):
        if line.unit and line.person in members and kind_of(line) in IN_CHARGE:
            charged[line.unit][line.person] = members[line.person]
    for unit in facts.office.units:
        if unit.kind == "party-organisation" and stands(unit, window.on):
            yield _unit(list(charged[unit.id].values()), ruling).of(RULE.id, f"units/{unit.id}")


def _unit(people: list[str], ruling: Ruling) -> Outcome:
    said = f"Có {len(people)} ủy viên phụ trách ({', '.join(people)})" if people else "Chưa có ủy viên nào phụ trách"
    return Outcome(
        verdict=Verdict.MET if people else Verdict.BREACH,
        cite=ruling.cite,
        text=f"{said}; cần ít nhất một ủy viên phụ trách.",
        expected="1",
        actual=str(len(people)),
    )


RULE.looks_through(of_one)
