"""Every business trip out of the commune is reported by the day of leaving, however short (002)."""

from dataclasses import replace

from desktop.domain import absences
from desktop.domain.absences import (
    WITH,
    Trip,
    as_asked,
    lower,
    no_purpose,
    of_purpose,
    reported_in_time,
    without_purpose,
)
from desktop.domain.cases import ABSENCES
from desktop.domain.findings import Verdict
from desktop.domain.judging import Outcome
from desktop.domain.keys import Key, SettingKey
from desktop.domain.rule import Reads, Rule
from desktop.domain.terms import unfilled
from desktop.domain.wording import BODY, day

CONTENT = Key("absence.commune.content")
REQUIRED = Key("absence.commune.required")
TO = SettingKey("absence.commune.to")
TO_BODY = Key("absence.commune.to")

RULE = Rule(
    "absence.commune",
    of=ABSENCES,
    reads=(Reads.PEOPLE, Reads.ABSENCES, Reads.SETTINGS, Reads.OFFICE, Reads.WORKDAYS),
    cites=(absences.PURPOSES, REQUIRED, TO_BODY),
)


@RULE.judged_by
def judge(trip: Trip) -> Outcome | None:
    ruling = of_purpose(trip, REQUIRED)
    if ruling is None or without_purpose(trip):
        return no_purpose(trip, ruling) if ruling else None
    judged = reported_in_time(trip, trip.first, ruling.cite)
    asked = trip.ruling(TO_BODY)
    judged = as_asked(judged, asked, trip.told.reported_to, WITH, "reported_to")
    to = None if asked else trip.facts.own_setting(TO, trip.day)
    said = trip.told.reported_to
    if judged.verdict is Verdict.MET and to and said != to:
        whom = f" {WITH[said]}" if said else f", {lower(unfilled('reported_to'))}"
        told = f"{judged.text.rstrip('.')}{whom}"
        fact = f"{told}; theo quy ước của đơn vị, nơi nhận là {BODY[to]}."  # type: ignore[index]
        verdict = Verdict.BREACH if said else Verdict.UNCLEAR
        judged = replace(judged, verdict=verdict, cite=replace(ruling.cite, office=True), text=fact)
    text = f"Đi công tác {trip.where} {day(trip.first)}; {lower(judged.text)}"
    return replace(judged, text=text)
