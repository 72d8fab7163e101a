"""Rules on being away: reported in time, in the form and to the body asked; the trip's result; who stays on duty.

`desktop.domain` only. They bind members of the committee in office on the day of leaving. Working days from the first
day to the last, both included, make the length of an absence. Absences of one person that touch are one trip: it is as
long as all of them, left for on the first day, told of by the earliest report, and back from on the last.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from desktop.domain.facts import Facts, covers
from desktop.domain.findings import Cite, Finding, Verdict
from desktop.domain.judging import CONTRARY, Deed, Outcome, Window, article, awaited, before_its_time, by_day, doubted
from desktop.domain.records import Absence, AbsencePurpose, Assignment, Body
from desktop.domain.regulation import Ruling
from desktop.domain.terms import area_words, unfilled
from desktop.domain.wording import BODY, day, distance_said

_DAY = dt.timedelta(days=1)
_BODIES: tuple[Body, ...] = ("bch", "btv", "thuong-truc")
_TO = "reported_to"
_FORM = {"written": "bằng văn bản", "oral": "bằng lời"}
_PURPOSE: dict[AbsencePurpose, str] = {
    "work": "công tác",
    "personal": "việc riêng",
    "study": "học tập",
    "medical": "chữa bệnh",
    "leave": "nghỉ phép",
}


@dataclass(frozen=True)
class Trip:
    """An absence as of a day."""

    facts: Facts
    absence: Absence
    on: dt.date

    @property
    def day(self) -> dt.date:
        return self.absence.from_

    def ruling(self, key: str) -> Ruling | None:
        return self.facts.ruling(key, self.day)

    @property
    def binds(self) -> bool | None:
        """Whether a member in office leaves; None where nobody at all is in office to tell by."""
        if any(self.facts.holds(self.absence.person, body, self.day) for body in _BODIES):
            return True
        return False if any(self.facts.members(body, self.day) for body in _BODIES) else None

    @cached_property
    def parts(self) -> list[Absence]:
        """The absences of one trip, itself among them, in the order in which they began."""
        own = self.facts.absences_of(self.absence.person)
        parts = [self.absence]
        while more := [one for one in own if one not in parts and any(_touch(one, part) for part in parts)]:
            parts += more
        return sorted(parts, key=lambda one: (one.from_, one.to, one.id))

    @property
    def first(self) -> dt.date:
        return self.parts[0].from_

    @property
    def back(self) -> dt.date:
        return max(part.to for part in self.parts)

    @property
    def told(self) -> Absence:
        """The part that was reported first; itself where none was."""
        told = [part for part in self.parts if part.reported]
        return min(told, key=lambda part: (part.reported, part.from_, part.id), default=self.absence)

    @property
    def result_reported(self) -> dt.date | None:
        """The day of the first report of the result since the trip's end; failing that, of any."""
        days = sorted(part.result_reported for part in self.parts if part.result_reported)
        return next((value for value in days if value >= self.back), next(iter(days), None))

    @cached_property
    def length(self) -> int:
        return self.facts.workdays.count(self.first, self.back)

    @property
    def where(self) -> str:
        return area_words(self.absence.area, self.facts.office.office.name).lower()

    @property
    def words(self) -> str:
        """`Đi ngoài tỉnh 3 ngày làm việc (04/4/2025–09/4/2025, trừ 1 ngày nghỉ lễ, 2 ngày cuối tuần)`."""
        first, last = self.first, self.back
        span = day(first) if first == last else f"{day(first)}–{day(last)}"
        span += f", {len(self.parts)} phiếu nối nhau" if self.parts[1:] else ""
        where, apart = self.where, passed_over(self.facts, first, last)
        return f"Đi {where} {self.length} ngày làm việc ({span}{apart})"


def _touch(one: Absence, other: Absence) -> bool:
    """Whether one goes on where the other ends, as far away; of the same days told twice, neither does."""
    near = "outside-commune"
    if (one.area == near) != (other.area == near):
        return False
    before, after = sorted((one, other), key=lambda part: (part.from_, part.to))
    return before.from_ < after.from_ <= before.to + _DAY and before.to < after.to


def passed_over(facts: Facts, first: dt.date, last: dt.date) -> str:
    """The days off that were not counted, and the weekend days worked that were."""
    kinds: Counter[str] = Counter()
    for ahead in range((last - first).days + 1):
        value = first + _DAY * ahead
        weekend, off = value.weekday() >= 5, not facts.workdays.is_working(value)
        kinds["weekend" if weekend else "holiday"] += off
        kinds["make-up"] += weekend and not off
    parts = [f"{kinds['holiday']} ngày nghỉ lễ"] if kinds["holiday"] else []
    parts += [f"{kinds['weekend']} ngày cuối tuần"] if kinds["weekend"] else []
    said = f", trừ {' và '.join(parts)}" if parts else ""
    said += f", tính cả {kinds['make-up']} ngày làm bù" if kinds["make-up"] else ""
    years = sorted({first.year, last.year} & facts.workdays.provisional)
    return said + (f"; lịch nghỉ năm {' và '.join(map(str, years))} tạm tính" if years else "")


def reported(trip: Trip) -> Outcome | None:
    """An absence as long as the text says is reported by the day of leaving, in its form and to its body."""
    least, areas = trip.ruling("absence.reported.working_days"), trip.ruling("absence.reported.areas")
    if least is None or (areas and trip.absence.area not in areas.words) or trip.binds is False:
        return None
    limit = f"từ {least.number} ngày phải báo cáo"
    if trip.length < least.number:
        return _under(trip, limit)
    if trip.binds is None:
        text = f"{trip.words}; không có ủy viên nào đương nhiệm để đối chiếu."
        return Outcome(verdict=Verdict.UNKNOWN, cite=least.cite, text=text)
    judged = _told(trip, least.cite)
    if judged.verdict is Verdict.MET:
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
    return replace(judged, text=f"{trip.words}, {limit}; {_lower(judged.text)}")


def _grew(trip: Trip, least: int) -> bool:
    """Whether it was too short to be reported until a part was added, which was reported before it began."""
    told = trip.told
    if told.reported is None or told.reported > told.from_ or told.from_ <= trip.first:
        return False
    return trip.facts.workdays.count(trip.first, told.from_ - _DAY) < least


def _under(trip: Trip, limit: str) -> Outcome | None:
    """Shorter than the text says, only a purpose that it names apart leaves room for doubt."""
    ruling = trip.ruling("absence.reported.unclear_purposes")
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


def _told(trip: Trip, cite: Cite) -> Outcome:
    secretary = trip.facts.secretary(trip.day)
    own = secretary is not None and secretary.id == trip.absence.person
    note = " (Bí thư báo cáo qua Phó Bí thư Thường trực)" if own else ""
    deed = Deed(done=trip.told.reported, word="Báo cáo", undone=f"Chưa báo cáo{note}", note=note)
    return by_day(deed, trip.first, cite, trip.on)


def _in_form(trip: Trip, judged: Outcome) -> Outcome:
    """What was told in time was also told in the form and to the body the text asks for, where it asks."""
    form, to = trip.ruling("absence.reported.form"), trip.ruling("absence.reported.to")
    bodies: dict[str, str] = {code: f"với {name}" for code, name in BODY.items()}
    checks: tuple[tuple[Ruling | None, str | None, dict[str, str], str], ...] = (
        (form, trip.told.form, _FORM, "form"),
        (to, trip.told.reported_to, bodies, _TO),
    )
    for ruling, said, words, name in checks:
        if ruling is None or said == ruling.word:
            continue
        fact = f"{judged.text.partition(';')[0]}{f' {words[said]}' if said else f', {_lower(unfilled(name))}'}"
        asked = f"{article(ruling.cite)} yêu cầu báo cáo {words[ruling.word]}"
        if said is None:
            return replace(judged, verdict=Verdict.UNCLEAR, text=f"{fact}; {asked}.")
        return replace(judged, verdict=Verdict.BREACH, text=f"{fact}; {asked}.")
    return judged


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def commune(trip: Trip) -> Outcome | None:
    """Every business trip out of the commune is reported by the day of leaving, however short (002)."""
    ruling = _of_purpose(trip, "absence.commune.required")
    if ruling is None or _without_purpose(trip):
        return _no_purpose(trip, ruling) if ruling else None
    judged = _told(trip, ruling.cite)
    to = trip.facts.own_setting("absence.commune.to", trip.day)
    said = trip.told.reported_to
    if judged.verdict is Verdict.MET and to and said != to:
        told = f"{judged.text.rstrip('.')}{f' với {BODY[said]}' if said else f', {_lower(unfilled(_TO))}'}"
        fact = f"{told}; theo quy ước của đơn vị, nơi nhận là {BODY[to]}."  # type: ignore[index]
        verdict = Verdict.BREACH if said else Verdict.UNCLEAR
        judged = replace(judged, verdict=verdict, cite=replace(ruling.cite, office=True), text=fact)
    text = f"Đi công tác {trip.where} {day(trip.first)}; {_lower(judged.text)}"
    return replace(judged, text=text)


def _of_purpose(trip: Trip, key: str) -> Ruling | None:
    """What the text asks of a member's business trips, of every length and to every place."""
    ruling, purposes = trip.ruling(key), trip.ruling("absence.commune.purposes")
    asked = purposes.words if purposes else ["work"]
    if ruling is None or not ruling.value or not trip.binds:
        return None
    return ruling if trip.absence.purpose in asked or _without_purpose(trip) else None


def _without_purpose(trip: Trip) -> bool:
    """Of a trip near by without a purpose nothing else speaks, and it may have been on business."""
    return trip.absence.purpose is None and trip.absence.area == "outside-commune"


def _no_purpose(trip: Trip, ruling: Ruling) -> Outcome:
    text = f"{trip.words}, chưa ghi mục đích; {article(ruling.cite)} chỉ nói đến đi công tác."
    return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text)


def result(trip: Trip) -> Outcome | None:
    """After a business trip its result is reported; only the office says within how many days."""
    ruling = _of_purpose(trip, "absence.result.required")
    if ruling is None or _without_purpose(trip):
        return _no_purpose(trip, ruling) if ruling else None
    days, done, back = trip.facts.setting("absence.result.days", trip.day), trip.result_reported, trip.back
    deed = Deed(
        done=done,
        word="Báo cáo kết quả chuyến đi",
        undone="Chưa báo cáo kết quả chuyến đi",
        since=back,
        of="ngày về",
    )
    if isinstance(days, int):
        note = f", {days} ngày sau khi về theo quy ước của đơn vị"
        return by_day(deed, back + _DAY * days, replace(ruling.cite, office=True), trip.on, note)
    if done and done <= trip.on:
        text = f"Báo cáo kết quả chuyến đi {day(done)}, về {day(back)}."
        judged = Outcome(verdict=Verdict.MET, cite=ruling.cite, text=text, actual=done.isoformat())
        return doubted(judged, f"báo cáo trước ngày về, {CONTRARY}" if done < back else "")
    text = f"Chưa báo cáo kết quả chuyến đi, về {day(back)}; quy chế không quy định số ngày, đơn vị chưa ghi quy ước."
    return Outcome(verdict=Verdict.DUE, cite=ruling.cite, text=text)


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive days on which all of Thường trực are away; both days belong to it."""

    first: dt.date
    last: dt.date

    @property
    def subject(self) -> str:
        return f"thuong-truc/{self.first.isoformat()}..{self.last.isoformat()}"

    @property
    def days(self) -> list[dt.date]:
        return [self.first + _DAY * ahead for ahead in range((self.last - self.first).days + 1)]


def runs(facts: Facts) -> list[Run]:
    """The longest runs of days without any permanent member, in order."""
    found: list[Run] = []
    for value in sorted(_days_away(facts)):
        if found and found[-1].last + _DAY == value:
            found[-1] = Run(found[-1].first, value)
        else:
            found.append(Run(value, value))
    return found


def _days_away(facts: Facts) -> set[dt.date]:
    """The days on which every member in office of Thường trực has an absence on record."""
    permanent = {person.id for person in facts.office.people if any(s.body == "thuong-truc" for s in person.seats)}
    away: dict[dt.date, set[str]] = {}
    for absence in facts.office.absences:
        if absence.person in permanent:
            for ahead in range((absence.to - absence.from_).days + 1):
                away.setdefault(absence.from_ + _DAY * ahead, set()).add(absence.person)
    return {value for value, gone in away.items() if _all_gone(facts, value, gone)}


def _all_gone(facts: Facts, value: dt.date, gone: set[str]) -> bool:
    members = facts.members("thuong-truc", value)
    return bool(members) and all(person.id in gone for person in members)


def duty(facts: Facts, window: Window) -> Iterator[Finding]:
    """While all of Thường trực are away, a member of the standing committee is on duty in their stead (000)."""
    waiting = [line for line in facts.office.assignments if line.kind == "duty" and line.person]
    waiting.sort(key=lambda line: line.from_ or dt.date.min, reverse=True)
    begun: list[Assignment] = []
    for run in runs(facts):
        while waiting and (waiting[-1].from_ or dt.date.min) <= run.last:
            begun.append(waiting.pop())
        begun = [line for line in begun if line.to is None or line.to >= run.first]
        outcome = _on_duty(facts, run, begun, window.on) if window.holds(run.first) else None
        if outcome:
            yield outcome.of("absence.duty", run.subject)


def _on_duty(facts: Facts, run: Run, lines: list[Assignment], on: dt.date) -> Outcome | None:
    """`lines` are the duties that stand on a day of the run."""
    ruling = facts.ruling("absence.duty.required", run.first)
    if ruling is None or not ruling.value:
        return None
    standing = {value: [_stands_in(facts, line, value) for line in lines if covers(line, value)] for value in run.days}
    uncovered = [value for value, found in standing.items() if "" not in found]
    total = len(run.days)
    span = day(run.first) if total == 1 else f"{day(run.first)}–{day(run.last)}"
    fact = f"Cả Thường trực vắng {total} ngày ({span})"
    judged = Outcome(
        verdict=Verdict.MET,
        cite=ruling.cite,
        text=f"{fact}, có ủy viên Ban Thường vụ trực đủ {total}/{total} ngày.",
        expected=f"{total}/{total}",
        actual=f"{total - len(uncovered)}/{total}",
        due=run.first,
    )
    if not uncovered:
        return judged
    doubts = [[doubt for doubt in standing[value] if doubt] for value in uncovered]
    if all(doubts):
        text = f"{fact}, chưa rõ có người trực từ {day(uncovered[0])}: {'; '.join(doubts[0])}."
        return replace(judged, verdict=Verdict.UNCLEAR, text=text)
    text = (
        f"{fact}, mới có người trực {total - len(uncovered)}/{total} ngày, thiếu từ {day(uncovered[0])}; "
        f"Ban Thường vụ phân công một ủy viên trực chậm nhất {day(run.first)}, {distance_said(run.first, on)}."
    )
    return replace(judged, verdict=awaited(run.first, on), text=text)


def _stands_in(facts: Facts, line: Assignment, value: dt.date) -> str | None:
    """Empty where a member of the standing committee, not of Thường trực, had the duty from the body that gives it.

    None of whoever is no such member or had it from another; else why it cannot be told.
    """
    decider = facts.ruling("absence.duty.decided_by", value)
    if decider and line.decided_by and line.decided_by != decider.word:
        return None
    if not facts.holds(line.person, "btv", value) or facts.holds(line.person, "thuong-truc", value):
        return None
    name, away = facts.named(line.person), facts.absence(line.person or "", value)
    if away:
        return f"{name} được phân công trực cũng vắng từ {day(away.from_)} đến {day(away.to)}, {CONTRARY}"
    if decider and line.decided_by is None:
        return f"phân công {name} trực chưa ghi cơ quan quyết định"
    return "" if line.from_ else f"phân công {name} trực chưa ghi từ ngày nào"
