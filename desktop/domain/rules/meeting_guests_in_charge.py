"""Thường trực, taking up a matter of someone's field, has that person at its table or among its guests."""

from desktop.domain import guests
from desktop.domain.cases import SITTINGS
from desktop.domain.facts import covers
from desktop.domain.findings import Verdict
from desktop.domain.guests import REQUIRED, invited, invited_or_here
from desktop.domain.judging import Outcome
from desktop.domain.records import AgendaItem
from desktop.domain.regulation import Ruling
from desktop.domain.rule import Reads, Rule
from desktop.domain.sittings import Sitting

RULE = Rule("meeting.guests.in-charge", of=SITTINGS, reads=(Reads.PEOPLE, Reads.ASSIGNMENTS), cites=(guests.REQUIRED,))


@RULE.judged_by
def judge(sitting: Sitting) -> Outcome | None:
    ruling = sitting.ruling(REQUIRED.of(RULE.id))
    items = [item for item in sitting.meeting.agenda if item.field or item.in_charge]
    if sitting.meeting.body != "thuong-truc" or ruling is None or not ruling.value or not items:
        return None
    here = invited_or_here(sitting) | {person.id for person in sitting.members}
    asked: set[str] = set()
    for item in items:
        people = _people_in_charge(sitting, item)
        if not people:
            return _nobody(ruling, item)
        asked |= people
    missing = sorted(sitting.name(person) for person in asked - here)
    return invited(sitting, ruling, len(asked), missing, "người phụ trách lĩnh vực")


def _people_in_charge(sitting: Sitting, item: AgendaItem) -> set[str]:
    if item.in_charge:
        return {item.in_charge}
    return {
        line.person
        for line in sitting.facts.office.assignments
        if line.kind == "field" and line.person and item.field in (line.field, line.subject)
        if covers(line, sitting.day)
    }


def _nobody(ruling: Ruling, item: AgendaItem) -> Outcome:
    text = f"Nội dung “{item.title}” thuộc lĩnh vực {item.field}, chưa ghi ai phụ trách; chưa rõ phải mời ai."
    return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text)
