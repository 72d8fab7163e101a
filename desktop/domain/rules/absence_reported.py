"""An absence as long as the text says is reported by the day of leaving, or the text's own before it, in its form."""

import datetime as dt
from dataclasses import replace

from desktop.domain.absences import WITH, Trip, as_asked, is_secretary, lower, reported_in_time
from desktop.domain.cases import ABSENCES
from desktop.domain.findings import Cite, Verdict
from desktop.domain.judging import Outcome, article, before_its_time, limit
from desktop.domain.keys import Key
from desktop.domain.records import AbsencePurpose
from desktop.domain.regulation import Ruling
from desktop.domain.rule import Reads, Rule
from desktop.domain.wording import day

AREAS = Key("absence.reported.areas")
FORM = Key("absence.reported.form")
LEAD = Key("absence.reported.lead")
SECRETARY_TO = Key("absence.secretary.to")
TO = Key("absence.reported.to")
UNCLEAR_PURPOSES = Key("absence.reported.unclear_purposes")
WORKING_DAYS = Key("absence.reported.working_days")

RULE = Rule(
    "absence.reported",
    of=ABSENCES,
    reads=(Reads.PEOPLE, Reads.ABSENCES, Reads.SETTINGS, Reads.OFFICE, Reads.WORKDAYS),
    cites=(AREAS, FORM, LEAD, SECRETARY_TO, TO, UNCLEAR_PURPOSES, WORKING_DAYS),
)

_FORM = {"written": "bằng văn bản", "oral": "bằng lời"}
_PURPOSE: dict[AbsencePurpose, str] = {
    "work": "công tác",
    "personal": "việc riêng",
    "study": "học tập",
    "medical": "chữa bệnh",
    "leave": "nghỉ phép",
}

_DAY = dt.timedelta(days=1)


@RULE.judged_by
def judge(trip: Trip) -> Outcome | None:
    least, areas = trip.ruling(WORKING_DAYS), trip.ruling(AREAS)
    if least is None or (areas and trip.absence.area not in areas.words) or trip.binds is False:
        return None
    told = f"từ {least.number} ngày phải báo cáo"
    if trip.length < least.number:
        return _under(trip, told)
    if trip.binds is None:
        text = f"{trip.words}; không có ủy viên nào đương nhiệm để đối chiếu."
        return Outcome(verdict=Verdict.UNKNOWN, cite=least.cite, text=text)
    judged = reported_in_time(trip, *_last_day(trip, least))
    judged = _in_form(trip, judged)
    in_force, kept = trip.facts.in_force(trip.day), trip.facts.office.office.kept_from
    judged = before_its_time(judged, trip.first, in_force.from_) if in_force else judged
    if judged.verdict is Verdict.EXEMPT:
        return judged
    if judged.verdict is Verdict.BREACH and kept and trip.first < kept:
        text = f"{judged.text.rstrip('.')}; chuyến đi bắt đầu trước ngày bắt đầu ghi sổ {day(kept)}."
        judged = replace(judged, verdict=Verdict.UNCLEAR, text=text)
    if judged.verdict is Verdict.BREACH and _grew(trip, least.number):
        text = f"{judged.text.rstrip('.')}; chưa rõ chuyến đi kéo dài thêm thì tính từ ngày đi hay từ ngày kéo dài."
        judged = replace(judged, verdict=Verdict.UNCLEAR, text=text)
    return replace(judged, text=f"{trip.words}, {told}; {lower(judged.text)}")


def _last_day(trip: Trip, least: Ruling) -> tuple[dt.date, Cite]:
    """The day of leaving, unless the text says how long before it."""
    lead = limit(trip.facts, LEAD, trip.first, by=trip.day)
    return (lead.last, lead.ruling.cite) if lead else (trip.first, least.cite)


def _grew(trip: Trip, least: int) -> bool:
    """Whether it was too short to be reported until a part was added, which was reported before it began."""
    told = trip.told
    if told.reported is None or told.reported > told.from_ or told.from_ <= trip.first:
        return False
    return trip.facts.workdays.count(trip.first, told.from_ - _DAY) < least


def _under(trip: Trip, limit: str) -> Outcome | None:
    """Shorter than the text says, only a purpose that it names apart leaves room for doubt."""
    ruling = trip.ruling(UNCLEAR_PURPOSES)
    purpose = trip.absence.purpose
    if ruling is None or purpose not in ruling.words or purpose is None or not trip.binds:
        return None
    reported = trip.told.reported
    told = f"đã báo cáo {day(reported)}" if reported and reported <= trip.on else "chưa báo cáo"
    text = (
        f"{trip.words} để {_PURPOSE[purpose]}, {told}; {article(ruling.cite)} có hai cách hiểu: {limit} với mọi lý do, "
        f"hoặc đi {_PURPOSE[purpose]} thì bao lâu cũng phải báo cáo; nên báo cáo."
    )
    return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text)


def _in_form(trip: Trip, judged: Outcome) -> Outcome:
    """What was told in time was also told in the form and to the body the text asks for, where it asks."""
    to = (trip.ruling(SECRETARY_TO) if is_secretary(trip) else None) or trip.ruling(TO)
    judged = as_asked(judged, trip.ruling(FORM), trip.told.form, _FORM, "form")
    return as_asked(judged, to, trip.told.reported_to, WITH, "reported_to")
