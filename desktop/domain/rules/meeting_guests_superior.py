"""The superior's member in charge is invited; where only `định kỳ`, no one session must have the invitation."""

from desktop.domain import guests
from desktop.domain.cases import SITTINGS
from desktop.domain.findings import Verdict
from desktop.domain.guests import of_committee
from desktop.domain.judging import Outcome, article, awaited
from desktop.domain.keys import Key
from desktop.domain.rule import Rule
from desktop.domain.sittings import Sitting
from desktop.domain.wording import day

PERIODIC = Key("meeting.guests.superior.periodic")

RULE = Rule("meeting.guests.superior", of=SITTINGS, cites=(guests.EXCEPT_CLOSED, PERIODIC, guests.REQUIRED))


@RULE.judged_by
def judge(sitting: Sitting) -> Outcome | None:
    ruling = of_committee(sitting, RULE.id)
    if ruling is None:
        return None
    if any(guest.superior for guest in sitting.meeting.guests):
        return Outcome(
            verdict=Verdict.MET, cite=ruling.cite, text="Đã mời đại diện cấp trên phụ trách.", due=sitting.day
        )
    text = f"Chưa mời đại diện cấp trên phụ trách; họp {day(sitting.day)}."
    periodic = sitting.ruling(PERIODIC)
    if periodic and periodic.value:
        text = f"{text.rstrip('.')}; {article(periodic.cite)} chỉ nêu định kỳ mời, chưa nêu rõ những hội nghị nào."
        return Outcome(verdict=Verdict.UNCLEAR, cite=periodic.cite, text=text)
    return Outcome(verdict=awaited(sitting.day, sitting.on), cite=ruling.cite, text=text, due=sitting.day)
