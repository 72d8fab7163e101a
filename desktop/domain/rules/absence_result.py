"""After a business trip its result is reported; by the text's own day, or else within as many as the office says."""

import datetime as dt
from dataclasses import replace

from desktop.domain import absences
from desktop.domain.absences import Trip, no_purpose, of_purpose, without_purpose
from desktop.domain.cases import ABSENCES
from desktop.domain.findings import Verdict
from desktop.domain.judging import CONTRARY, Deed, Outcome, by_day, doubted, due_after
from desktop.domain.keys import Key, SettingKey
from desktop.domain.rule import Reads, Rule
from desktop.domain.wording import day

DUE = Key("absence.result.due")
DAYS = SettingKey("absence.result.days")
REQUIRED = Key("absence.result.required")

RULE = Rule(
    "absence.result",
    of=ABSENCES,
    reads=(Reads.PEOPLE, Reads.ABSENCES, Reads.SETTINGS, Reads.OFFICE, Reads.WORKDAYS),
    cites=(absences.PURPOSES, DUE, REQUIRED),
)

_DAY = dt.timedelta(days=1)


@RULE.judged_by
def judge(trip: Trip) -> Outcome | None:
    ruling = of_purpose(trip, REQUIRED)
    if ruling is None or without_purpose(trip):
        return no_purpose(trip, ruling) if ruling else None
    days, done, back = trip.facts.setting(DAYS, trip.day), trip.result_reported, trip.back
    deed = Deed(
        done=done,
        word="Báo cáo kết quả chuyến đi",
        undone="Chưa báo cáo kết quả chuyến đi",
        since=back,
        of="ngày về",
    )
    due = due_after(trip.facts, DUE, back, trip.day)
    if due:
        return by_day(deed, due[0], due[1].cite, trip.on)
    if isinstance(days, int):
        note = f", {days} ngày sau khi về theo quy ước của đơn vị"
        return by_day(deed, back + _DAY * days, replace(ruling.cite, office=True), trip.on, note)
    if done and done <= trip.on:
        text = f"Báo cáo kết quả chuyến đi {day(done)}, về {day(back)}."
        judged = Outcome(verdict=Verdict.MET, cite=ruling.cite, text=text, actual=done.isoformat())
        return doubted(judged, f"báo cáo trước ngày về, {CONTRARY}" if done < back else "")
    text = f"Chưa báo cáo kết quả chuyến đi, về {day(back)}; quy chế không quy định số ngày, đơn vị chưa ghi quy ước."
    return Outcome(verdict=Verdict.DUE, cite=ruling.cite, text=text)
