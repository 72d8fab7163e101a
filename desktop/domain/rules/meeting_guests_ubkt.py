"""Every inspection member outside the committee is invited to its sessions, but closed ones where excepted."""

from desktop.domain import guests
from desktop.domain.cases import SITTINGS
from desktop.domain.findings import Verdict
from desktop.domain.guests import invited, invited_or_here, of_committee
from desktop.domain.judging import Outcome
from desktop.domain.rule import Reads, Rule
from desktop.domain.sittings import Sitting

RULE = Rule("meeting.guests.ubkt", of=SITTINGS, reads=(Reads.PEOPLE,), cites=(guests.EXCEPT_CLOSED, guests.REQUIRED))


@RULE.judged_by
def judge(sitting: Sitting) -> Outcome | None:
    ruling = of_committee(sitting, RULE.id)
    if ruling is None:
        return None
    inspection = sitting.facts.members("ubkt", sitting.day)
    if not inspection:
        text = "Không có thành viên Ủy ban Kiểm tra nào đương nhiệm để đối chiếu."
        return Outcome(verdict=Verdict.UNKNOWN, cite=ruling.cite, text=text)
    committee = {person.id for person in sitting.members}
    asked = [person for person in inspection if person.id not in committee]
    missing = [person.name for person in asked if person.id not in invited_or_here(sitting)]
    return invited(sitting, ruling, len(asked), missing, "ủy viên Ủy ban Kiểm tra ngoài Ban Chấp hành")
