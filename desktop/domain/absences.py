"""Being away: the trip that touching absences make, its report in time, the days on which all of Thường trực are gone.

`desktop.domain` only. The rules bind members of the committee in office on the day of leaving. Working days from the
first day to the last, both included, make the length of an absence. Absences of one person that touch are one trip: it
is as long as all of them, left for on the first day, told of by the earliest report, and back from on the last.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Verdict
from desktop.domain.judging import Deed, Outcome, article, by_day
from desktop.domain.keys import Key
from desktop.domain.records import Absence, Body
from desktop.domain.refs import RecordRef
from desktop.domain.regulation import Ruling
from desktop.domain.terms import ADDRESSEE, area_words, unfilled
from desktop.domain.wording import day

PURPOSES = Key("absence.commune.purposes")

_DAY = dt.timedelta(days=1)


_BODIES: tuple[Body, ...] = ("bch", "btv", "thuong-truc")


@dataclass(frozen=True)
class Trip:
    """An absence as of a day."""

    facts: Facts
    absence: Absence
    on: dt.date

    @property
    def day(self) -> dt.date:
        return self.absence.from_

    def ruling(self, key: Key) -> Ruling | None:
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
        return area_words(self.absence.area, self.facts.own_area).lower()

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


WITH: dict[str, str] = {code: f"với {name}" for code, name in ADDRESSEE.items()}


def reported_in_time(trip: Trip, last: dt.date, cite: Cite) -> Outcome:
    note = " (Bí thư báo cáo qua Phó Bí thư Thường trực)" if is_secretary(trip) else ""
    deed = Deed(done=trip.told.reported, word="Báo cáo", undone=f"Chưa báo cáo{note}", note=note)
    return by_day(deed, last, cite, trip.on)


def as_asked(judged: Outcome, ruling: Ruling | None, said: str | None, words: Mapping[str, str], field: str) -> Outcome:
    """What was told in time, held against the form or the body that the text asks for, where it asks."""
    if ruling is None or said == ruling.word or judged.verdict is not Verdict.MET:
        return judged
    fact = f"{judged.text.partition(';')[0]}{f' {words[said]}' if said else f', {lower(unfilled(field))}'}"
    text = f"{fact}; {article(ruling.cite)} yêu cầu báo cáo {words[ruling.word]}."
    return replace(judged, verdict=Verdict.BREACH if said else Verdict.UNCLEAR, text=text)


def is_secretary(trip: Trip) -> bool:
    secretary = trip.facts.secretary(trip.day)
    return secretary is not None and secretary.id == trip.absence.person


def lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def of_purpose(trip: Trip, key: Key) -> Ruling | None:
    """What the text asks of a member's business trips, of every length and to every place."""
    ruling, purposes = trip.ruling(key), trip.ruling(PURPOSES)
    asked = purposes.words if purposes else ["work"]
    if ruling is None or not ruling.value or not trip.binds:
        return None
    return ruling if trip.absence.purpose in asked or without_purpose(trip) else None


def without_purpose(trip: Trip) -> bool:
    """Of a trip near by without a purpose nothing else speaks, and it may have been on business."""
    return trip.absence.purpose is None and trip.absence.area == "outside-commune"


def no_purpose(trip: Trip, ruling: Ruling) -> Outcome:
    text = f"{trip.words}, chưa ghi mục đích; {article(ruling.cite)} chỉ nói đến đi công tác."
    return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text)


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive days on which all of Thường trực are away; both days belong to it."""

    first: dt.date
    last: dt.date

    @property
    def subject(self) -> RecordRef:
        return RecordRef.of("thuong-truc", f"{self.first.isoformat()}..{self.last.isoformat()}")

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
