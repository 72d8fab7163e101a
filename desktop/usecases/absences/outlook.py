"""What an absence would mean, told while it is typed: what is asked of it, which sessions it thins out, who stands in.

Reads only. Imports domain and vi.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop import vi
from desktop.domain.absences import Run, runs
from desktop.domain.compliance import judge_absence
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding
from desktop.domain.judging import Window
from desktop.domain.records import Absence, Meeting, Person
from desktop.domain.rules import absence_commune, absence_duty, absence_reported, absence_result, meeting_chair
from desktop.domain.sittings import is_session
from desktop.domain.terms import area_words
from desktop.usecases.absences import rows as absences
from desktop.usecases.meetings import planning
from desktop.usecases.meetings import rows as meetings

_DRAFT = "dự thảo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """One thing the regulation asks of an absence, or leaves open; without a finding nothing is asked of this one.

    `asks` is what has to be done, `cite` the article; neither where the text is silent.
    """

    title: str
    asks: str = ""
    cite: Cite | None = None
    finding: Finding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thinned:
    """A session still ahead that the absence takes a member from; `better` are the nearest days on which it holds."""

    meeting: Meeting
    before: meetings.Quorum
    after: meetings.Quorum
    better: tuple[dt.date, ...] = ()

    @property
    def breaks(self) -> bool:
        return not self.after.holds

    @property
    def text(self) -> str:
        """`Ngày 20/9 còn 26/41, cần 28`."""
        needed = f", cần {self.after.needed}" if self.after.needed is not None else ""
        return f"Ngày {vi.day_short(self.meeting.start.date())} còn {self.after.present}/{self.after.members}{needed}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Days on which all of Thường trực would be away; `candidates` may be put on duty."""

    run: Run
    cite: Cite | None
    finding: Finding | None
    candidates: tuple[Person, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    counted: str
    days: int
    demands: tuple[Demand, ...]
    thinned: tuple[Thinned, ...]
    duties: tuple[Duty, ...]
    warnings: tuple[str, ...]


def outlook(facts: Facts, draft: Absence, on: dt.date) -> Outlook:
    """Everything that follows from a draft; one without an id is judged as if it were put in."""
    absence = draft if draft.id else replace(draft, id=_DRAFT)
    after = facts.replacing(absence)
    return Outlook(
        counted=absences.counted(facts, absence.from_, absence.to),
        days=facts.workdays.count(absence.from_, absence.to),
        demands=tuple(demands(after, absence, on)),
        thinned=tuple(thinned(facts, absence, on)),
        duties=tuple(duties(after, absence, on)),
        warnings=tuple(_warnings(after, absence)),
    )


# What the regulation asks


def demands(facts: Facts, absence: Absence, on: dt.date) -> Iterator[Demand]:
    """Each question a regulation may answer on being away, with this one's answer; silence is said as such."""
    if facts.in_force(absence.from_) is None:
        yield Demand(title="Báo cáo khi đi", asks=f"Ngày {vi.day(absence.from_)} chưa có quy chế nào có hiệu lực.")
        return
    judged = {finding.rule: finding for finding in judge_absence(facts, absence, on)}
    yield _report_demand(facts, absence, judged.get(absence_reported.RULE.id))
    if absence_commune.RULE.id in judged:
        finding = judged[absence_commune.RULE.id]
        yield Demand(
            title=f"Báo cáo khi đi công tác {area_words('outside-commune', facts.own_area).lower()}",
            asks=_commune_asks(facts, absence),
            cite=finding.cite,
            finding=finding,
        )
    found = judged.get(absence_result.RULE.id)
    if found:
        asks = _result_asks(facts, absence, found)
        yield Demand(title="Báo kết quả khi về", asks=asks, cite=found.cite, finding=found)
    secretary = facts.secretary(absence.from_)
    if secretary is not None and secretary.id == absence.person:
        yield _standing_in(facts, absence.from_)


_STANDING_IN = {
    "automatic": "Phó Bí thư Thường trực{name} thay mặt, không cần văn bản ủy quyền.",
    "authorised": "Phó Bí thư Thường trực{name} chỉ thay mặt khi được ủy quyền; Bí thư ủy quyền trước khi đi.",
    "named": "Bí thư ủy nhiệm một Phó Bí thư trước khi đi.",
}


def _standing_in(facts: Facts, day: dt.date) -> Demand:
    """Who leads while the secretary is away: by the text itself, on authority, or whoever is named."""
    ruling, deputy = facts.ruling(meeting_chair.DEPUTY, day), facts.standing_deputy(day)
    asks = _STANDING_IN[ruling.word].format(name=f" {deputy.name}" if deputy else "") if ruling else ""
    return Demand(title="Khi Bí thư vắng", asks=asks, cite=ruling.cite if ruling else None)


def _report_demand(facts: Facts, absence: Absence, finding: Finding | None) -> Demand:
    day = absence.from_
    least = facts.ruling(absence_reported.WORKING_DAYS, day)
    title = "Báo cáo khi đi"
    if least is None:
        return Demand(title=title)
    if finding is None:
        return Demand(title=title, asks=_excused(facts, absence, least.number), cite=least.cite)
    return Demand(title=title, asks=_report_asks(facts, absence), cite=finding.cite, finding=finding)


def _excused(facts: Facts, absence: Absence, least: int) -> str:
    """Why nothing is asked of this absence."""
    if not any(facts.holds(absence.person, body, absence.from_) for body in ("bch", "btv", "thuong-truc")):
        return "Không phải báo cáo: không phải cấp ủy viên đương nhiệm."
    areas = facts.ruling(absence_reported.AREAS, absence.from_)
    if areas and absence.area not in areas.words:
        named = ", ".join(word.lower() for code, word in vi.AREA.items() if code in areas.words)
        return f"Không phải báo cáo: chỉ tính chuyến đi {named}."
    days = facts.workdays.count(absence.from_, absence.to)
    return f"Không phải báo cáo: {days} ngày làm việc, quy chế tính từ {least} ngày."


def _report_asks(facts: Facts, absence: Absence) -> str:
    """`Báo cáo Thường trực bằng văn bản, chậm nhất 30/8/2024`."""
    day = absence.from_
    to, form = facts.ruling(absence_reported.TO, day), facts.ruling(absence_reported.FORM, day)
    body = f" {vi.BODY[to.word]}" if to else ""  # type: ignore[index]  # the value is a body's code
    how = f" {absences.FORM[form.word]}" if form else ""
    said = f"Báo cáo{body}{how}, chậm nhất {vi.day(day)}"
    return f"{said}; hình thức: không có quy định." if form is None else f"{said}."


def _commune_asks(facts: Facts, absence: Absence) -> str:
    to = facts.setting(absence_commune.TO, absence.from_)
    named = f" {vi.BODY[to]} (theo quy ước của đơn vị)" if isinstance(to, str) and to in vi.BODY else ""
    content = facts.ruling(absence_commune.CONTENT, absence.from_)
    points = f": {', '.join(content.words)}" if content else ""
    return f"Báo{named} chậm nhất {vi.day(absence.from_)}{points}."


def _result_asks(facts: Facts, absence: Absence, finding: Finding) -> str:
    if finding.due:
        days = facts.setting(absence_result.DAYS, absence.from_)
        return f"Báo cáo kết quả chậm nhất {vi.day(finding.due)}, {days} ngày sau khi về."
    return "Báo cáo kết quả sau khi về; số ngày: không có quy định."


# Sessions


def thinned(facts: Facts, absence: Absence, on: dt.date) -> Iterator[Thinned]:
    """The sessions from this day on that the absence takes a member from, those it breaks first."""
    old = facts if facts.one(Absence, absence.id) is None else _without(facts, absence.id)
    new = old.replacing(absence)
    found = []
    for meeting in facts.sessions:
        day = meeting.start.date()
        if not (is_session(meeting) and max(on, absence.from_) <= day <= absence.to) or meeting.attendance:
            continue
        if facts.holds(absence.person, meeting.body, day) is None:
            continue
        before, after = meetings.forecast(old, meeting), meetings.forecast(new, meeting)
        better = () if after.holds else tuple(planning.better_days(new, meeting, on))
        found.append(Thinned(meeting=meeting, before=before, after=after, better=better))
    yield from sorted(found, key=lambda one: (not one.breaks, one.meeting.start))


def failing(facts: Facts, meeting: Meeting, on: dt.date) -> Thinned | None:
    """A session still ahead that will not have its number as far as the absences say; None where it will."""
    if not is_session(meeting) or meeting.is_off or meeting.attendance or meeting.start.date() < on:
        return None
    quorum = meetings.forecast(facts, meeting)
    if quorum.holds:
        return None
    better = tuple(planning.better_days(facts, meeting, on))
    return Thinned(meeting=meeting, before=quorum, after=quorum, better=better)


def _without(facts: Facts, ident: str) -> Facts:
    kept = tuple(one for one in facts.office.absences if one.id != ident)
    return replace(facts, office=replace(facts.office, absences=kept))


def away_words(facts: Facts, quorum: meetings.Quorum, limit: int = 6) -> str:
    """The names of those away, the rest counted."""
    names = meetings.away_names(facts, quorum)
    more = len(names) - limit
    return ", ".join(names[:limit]) + (f" và {more} người khác" if more > 0 else "")


def better_words(one: Thinned) -> str:
    """The nearest days on which the session would have its number."""
    days = ", ".join(f"{vi.WEEKDAY_SHORT[day.weekday()]} {vi.day_short(day)}" for day in one.better)
    if not days:
        return f"Trong {planning.SEARCH_DAYS} ngày gần đó không có ngày nào đủ số."
    return f"Ngày gần nhất đủ số: {days}."


# All of Thường trực away


def duties(facts: Facts, absence: Absence, on: dt.date) -> Iterator[Duty]:
    """The runs of days this absence leaves without Thường trực; asked for only where the regulation asks for it."""
    for run in runs(facts):
        if run.last < absence.from_ or absence.to < run.first or facts.holds(
            absence.person, "thuong-truc", max(run.first, absence.from_)
        ) is None:  # fmt: skip
            continue
        ruling = facts.ruling(absence_duty.REQUIRED, run.first)
        yield Duty(
            run=run,
            cite=ruling.cite if ruling and ruling.value else None,
            finding=duty_finding(facts, run, on),
            candidates=tuple(stand_ins(facts, run)),
        )


def duty_finding(facts: Facts, run: Run, on: dt.date) -> Finding | None:
    window = Window.of(facts, on, run.first, run.first)
    return next((one for one in absence_duty.judge(facts, window) if one.subject == run.subject), None)


def on_duty(facts: Facts, run: Run) -> list[tuple[str, str]]:
    """The assignments that put somebody on duty on any of these days, by id, with the name."""
    return [
        (one.id, absences.name_of(facts, one.person))
        for one in facts.office.assignments
        if one.kind == "duty" and (one.from_ or run.first) <= run.last and run.first <= (one.to or run.last)
    ]


def stand_ins(facts: Facts, run: Run) -> Iterator[Person]:
    """Members of the standing committee outside Thường trực who are here on all of these days."""
    for person in facts.members("btv", run.first):
        if facts.holds(person.id, "thuong-truc", run.first) is None and not any(
            facts.absence(person.id, day) for day in run.days
        ):
            yield person


# Odd things


def _warnings(facts: Facts, absence: Absence) -> Iterator[str]:
    for other in facts.office.absences:
        if other.id != absence.id and other.person == absence.person and overlap(other, absence):
            yield f"Trùng ngày với lần đi vắng đã ghi {absences.span(other)} ({absences.where(other)})."
    for other in facts.office.absences:
        if absence.cover and other.person == absence.cover and overlap(other, absence):
            yield f"Người thay là {absences.name_of(facts, absence.cover)} cũng vắng {absences.span(other)}."


def may_cover(facts: Facts, absence: Absence) -> list[Person]:
    """Everyone else who is not away on any of the days, and whoever covers already."""
    away = {one.person for one in facts.office.absences if overlap(one, absence)}
    return [
        person
        for person in absences.people(facts)
        if person.id == absence.cover or (person.id != absence.person and person.id not in away)
    ]


def overlap(one: Absence, other: Absence) -> bool:
    return max(one.from_, other.from_) <= min(one.to, other.to)
