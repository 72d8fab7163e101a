"""Every committee member in office has at least one thing in charge."""

from collections import defaultdict
from collections.abc import Iterator

from desktop.domain.assignments import IN_CHARGE, kind_of, of_one, required, standing
from desktop.domain.cases import PEOPLE
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.judging import Outcome, Window, article, doubted
from desktop.domain.keys import Key
from desktop.domain.records import Assignment
from desktop.domain.refs import RecordRef
from desktop.domain.regulation import Ruling
from desktop.domain.rule import Placed, Reads, Rule
from desktop.domain.terms import ASSIGNMENT
from desktop.domain.wording import BODY

DECIDED_BY = Key("assignment.member.decided_by")
KINDS = Key("assignment.member.kinds")
REQUIRED = Key("assignment.member.required")

RULE = Rule(
    "assignment.member",
    of=PEOPLE,
    placed=Placed.AS_THINGS_STAND,
    reads=(Reads.PEOPLE, Reads.UNITS, Reads.ASSIGNMENTS),
    cites=(DECIDED_BY, KINDS, REQUIRED),
)


@RULE.judged_by
def judge(facts: Facts, window: Window) -> Iterator[Finding]:
    ruling = required(facts, REQUIRED, window)
    if ruling is None:
        return
    kinds = facts.ruling(KINDS, window.on)
    decider = facts.ruling(DECIDED_BY, window.on)
    held: defaultdict[str, list[Assignment]] = defaultdict(list)
    for line in standing(facts, window.on):
        held[line.person or ""].append(line)
    for person in facts.members("bch", window.on):
        outcome = _member(held[person.id], ruling, kinds.words if kinds else list(IN_CHARGE))
        outcome = doubted(outcome, _of_another(held[person.id], decider) if decider else "")
        yield outcome.of(RULE.id, RecordRef.to(person))


def _of_another(lines: list[Assignment], decider: Ruling) -> str:
    """Where every assignment on record was given by another body than the text has give it."""
    given = {line.decided_by for line in lines}
    if None in given or decider.word in given:
        return ""
    others = ", ".join(name for code, name in BODY.items() if code in given)
    return f"phân công do {others} quyết định, {article(decider.cite)} giao {BODY[decider.word]}"  # type: ignore[index]


def _member(lines: list[Assignment], ruling: Ruling, kinds: list[str]) -> Outcome:
    named = {kind for line in lines if (kind := kind_of(line))}
    fitting = [line for line in lines if kind_of(line) in kinds]
    asked = ", ".join(word for code, word in ASSIGNMENT.items() if code in kinds)
    limit = f"cần phụ trách ít nhất một phần việc ({asked})"
    if fitting:
        text = f"Được giao {len(fitting)} phần việc phụ trách, {limit}."
        return Outcome(verdict=Verdict.MET, cite=ruling.cite, text=text, expected="1", actual=str(len(fitting)))
    if named:
        others = ", ".join(word for code, word in ASSIGNMENT.items() if code in named)
        text = f"Mới được giao {others}; {limit}, quy chế chưa nêu rõ phần việc này có phải là phụ trách hay không."
        return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text, expected="1", actual="0")
    text = f"Chưa được giao phần việc nào; {limit}."
    return Outcome(verdict=Verdict.BREACH, cite=ruling.cite, text=text, expected="1", actual="0")


RULE.looks_through(of_one)
