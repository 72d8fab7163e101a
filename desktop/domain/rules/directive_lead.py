"""Exactly one agency leads, however many take part."""

from desktop.domain.cases import DIRECTIVES
from desktop.domain.directives import Directed
from desktop.domain.findings import Verdict
from desktop.domain.judging import Outcome
from desktop.domain.keys import Key
from desktop.domain.rule import Placed, Reads, Rule

COUNT = Key("directive.lead.count")

RULE = Rule("directive.lead", of=DIRECTIVES, placed=Placed.AS_THINGS_STAND, reads=(Reads.UNITS,), cites=(COUNT,))


@RULE.judged_by
def judge(directed: Directed) -> Outcome | None:
    facts, directive, window = directed.facts, directed.directive, directed.window
    ruling = facts.ruling(COUNT, window.on) if window.holds(window.on) else None
    if ruling is None:
        return None
    unit = facts.unit(directive.lead)
    beside = f", {len(directive.with_)} cơ quan phối hợp" if directive.with_ else ""
    said = f"Cơ quan chủ trì: {unit.name}{beside}" if unit else f"Chưa có cơ quan chủ trì{beside}"
    return Outcome(
        verdict=_led(unit is not None, ruling.number),
        cite=ruling.cite,
        text=f"{said}; quy chế yêu cầu {ruling.number} cơ quan chủ trì.",
        expected=str(ruling.number),
        actual=str(int(unit is not None)),
    )


def _led(led: bool, asked: int) -> Verdict:
    """A directive bears one lead: of more that a text may ask it cannot be told."""
    if asked > 1 and led:
        return Verdict.UNCLEAR
    return Verdict.MET if led else Verdict.BREACH
