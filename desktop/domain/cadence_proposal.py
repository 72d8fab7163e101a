"""A calendar of meetings proposed from the regulation: as many as it asks for, on days on which they can be held.

`desktop.domain` only; the same facts give the same days. Meetings already planned count and stay where they are. A day
off, a day of the superior's and a second meeting of one rhythm on one day are never proposed; a day on which too few
would come only where there is no other. What cannot be placed is said, with the reason.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import get_args

from desktop.domain import cadence
from desktop.domain.cadence import Rhythm, first_asked, gap_words
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite
from desktop.domain.judging import limit
from desktop.domain.periods import Period, holding
from desktop.domain.placing import asked_words, fits
from desktop.domain.records import Body, Meeting, MeetingKind, Person
from desktop.domain.regulation import Ruling
from desktop.domain.rules import meeting_invitations, meeting_quorum
from desktop.domain.rules.meeting_cadence import CADENCES
from desktop.domain.rules.meeting_working import WORKING, chair_of
from desktop.domain.shapes import WEEKDAYS, Cadence, Per
from desktop.domain.wording import WEEKDAY, day, short_day

DAY = dt.timedelta(days=1)
SPARE = DAY * 5
"""How long before the last day of an interval a meeting is put, so that it can still be moved."""

_ORDER = (*CADENCES[:2], *WORKING, *CADENCES[2:])
"""Sessions first, since they bind the most people; the weekly meeting last, since it has the most days to go to."""

_KIND: dict[str, MeetingKind] = {
    "bch": "regular",
    "btv": "regular",
    "thuong-truc": "weekly",
    "ubkt": "regular",
    "front-and-unions": "front-and-unions",
    "front-and-unions-deputy": "front-and-unions-deputy",
    "advisory-bodies": "advisory-bodies",
    "internal-affairs": "internal-affairs",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One meeting asked for between two days: on `day`, or already planned as `meeting`, or on no day there is.

    `asked` says for what, `why` why this day and not another.
    """

    key: str
    body: Body
    kind: MeetingKind
    cite: Cite
    asked: str
    first: dt.date
    last: dt.date
    day: dt.date | None = None
    meeting: Meeting | None = None
    why: tuple[str, ...] = ()


@dataclass(slots=True)
class _Need:
    """A meeting still without a day: where it may lie, where it best lies, what the text says of it.

    `custom` says that the day of the week is the one kept so far, not one the text names; `missed` is a day gone by.
    """

    rhythm: Rhythm
    first: dt.date
    last: dt.date
    target: dt.date
    often: Cadence
    weekday: int | None = None
    custom: bool = False
    interval: bool = False
    missed: dt.date | None = None
    placed: Cadence = field(init=False)
    """Where in the period the text has it, whatever the day of the week."""

    def __post_init__(self) -> None:
        self.placed = replace(self.often, weekday=None)


@dataclass(slots=True)
class Planner:
    """Places the meetings one after another, each knowing those placed before it."""

    facts: Facts
    first: dt.date
    last: dt.date
    superior: frozenset[dt.date] = frozenset()
    _taken: dict[dt.date, int] = field(default_factory=dict)
    _own: dict[str, set[dt.date]] = field(default_factory=dict)
    _counted: dict[str, list[Meeting]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for meeting in self.facts.sessions:
            self._note(meeting.start.date())

    def _note(self, when: dt.date) -> None:
        self._taken[when] = self._taken.get(when, 0) + 1

    def slots(self, rhythms: Iterable[Rhythm]) -> Iterator[Slot]:
        for rhythm in rhythms:
            yield from self._by_count(rhythm)
            yield from self._by_interval(rhythm)

    # So many in a period

    def _by_count(self, rhythm: Rhythm) -> Iterator[Slot]:
        if not self.facts.in_force_list:
            return
        since = self.facts.in_force_list[0].from_
        for unit in get_args(Per):
            period = holding(unit, self.first)
            while period.first <= self.last:
                ruling = self.facts.ruling(rhythm.key, period.first)
                if ruling and ruling.cadence.per == unit and period.first >= since:
                    yield from self._in_period(rhythm, period, ruling)
                period = holding(unit, period.last + DAY)

    def _in_period(self, rhythm: Rhythm, period: Period, ruling: Ruling) -> Iterator[Slot]:
        held = [one for one in self._held(rhythm) if period.first <= one.start.date() <= period.last]
        needed = ruling.cadence.n
        targets = _spread(self._room(period, ruling.cadence), needed)
        for one in held:
            targets = _without_nearest(targets, one.start.date())
        numbered = [*((one, None) for one in held), *((None, target) for target in targets)]
        for number, (meeting, target) in enumerate(numbered, 1):
            asked = period.words if needed == 1 else f"phiên họp {min(number, needed)}/{needed} {period.words}"
            if meeting is not None:
                if meeting.start.date() >= self.first:
                    yield self._kept(rhythm, meeting, ruling, asked)
            elif target is not None:
                need = _Need(
                    rhythm=rhythm,
                    first=max(period.first, self.first),
                    last=period.last,
                    target=target,
                    often=ruling.cadence,
                )
                self._set_weekday(need, period)
                yield self._placed(need, ruling, asked, f"{rhythm.key}/{period.code}/{number}")

    def _set_weekday(self, need: _Need, period: Period) -> None:
        """The day of the week the text names; of a weekly meeting without one, that of the last one held."""
        if need.often.weekday:
            need.weekday = WEEKDAYS.index(need.often.weekday)
        elif (period.last - period.first).days == 6:
            before = [one.start.weekday() for one in self._held(need.rhythm) if one.start.date() < self.first]
            need.weekday, need.custom = (before[-1] if before else 0), True

    def _room(self, period: Period, often: Cadence) -> tuple[dt.date, dt.date]:
        """The days of the period the text would have it on."""
        placed = replace(often, weekday=None)
        span = [one for one in _days(period.first, period.last) if fits(self.facts, one, placed)]
        return (span[0], span[-1]) if span else (period.first, period.last)

    # One within months of the last

    def _by_interval(self, rhythm: Rhythm) -> Iterator[Slot]:
        began = first_asked(self.facts, rhythm)
        if began is None:
            return
        held = self._held(rhythm)
        since = max((one.start.date() for one in held if one.start.date() < self.first), default=began)
        opened = since < began or not any(one.start.date() == since for one in held)
        since = max(since, began)
        while (ruling := self.facts.ruling(rhythm.key, since)) and ruling.cadence.gap:
            final = ruling.cadence.latest_after(since)
            following = next((one for one in held if _follows(one, since, opened)), None)
            opened = False
            if following and following.start.date() <= final:
                since = following.start.date()
                if since > self.last:
                    return
                if since >= self.first:
                    yield self._kept(rhythm, following, ruling, _asked(ruling, final))
                continue
            if final > self.last:
                return
            need, asked = self._need(rhythm, since, final, ruling.cadence), _asked(ruling, final)
            slot = self._placed(need, ruling, asked, f"{rhythm.key}.{ruling.cadence.unit}/{final}")
            yield slot
            since = slot.day or final

    def _need(self, rhythm: Rhythm, since: dt.date, final: dt.date, often: Cadence) -> _Need:
        """Late in the interval; one already missed is to be held as soon as can be."""
        first = max(since + DAY, self.first)
        if final < first:
            return _Need(rhythm=rhythm, first=first, last=first + DAY * 30, target=first, often=Cadence(), missed=final)
        target = final if often.when else max(first, final - SPARE)
        return _Need(rhythm=rhythm, first=first, last=final, target=target, often=often, interval=True)

    # A day

    def _held(self, rhythm: Rhythm) -> list[Meeting]:
        if rhythm.key not in self._counted:
            held = [one for one in self.facts.sessions if rhythm.counts(self.facts, one)]
            self._counted[rhythm.key] = held
        return self._counted[rhythm.key]

    def _kept(self, rhythm: Rhythm, meeting: Meeting, ruling: Ruling, asked: str) -> Slot:
        self._own.setdefault(rhythm.key, set()).add(meeting.start.date())
        return Slot(
            key=f"{rhythm.key}/meetings/{meeting.id}", body=meeting.body, kind=meeting.kind, cite=ruling.cite,
            asked=asked, first=self.first, last=self.last, day=meeting.start.date(), meeting=meeting,
        )  # fmt: skip

    def _placed(self, need: _Need, ruling: Ruling, asked: str, key: str) -> Slot:
        body = self._body(need)
        free = [one for one in _days(need.first, need.last) if self.hindrance(need.rhythm, one) is None]
        found = min(free, key=lambda one: self._rank(need, body, one), default=None)
        if found:
            self._note(found)
            self._own.setdefault(need.rhythm.key, set()).add(found)
        why = tuple(self._why(need, body, found) if found else self._why_none(need))
        return Slot(
            key=key, body=body, kind=_KIND[need.rhythm.name], cite=ruling.cite, asked=asked, first=need.first,
            last=need.last, day=found, why=why,
        )  # fmt: skip

    def _body(self, need: _Need) -> Body:
        if need.rhythm.bodies:
            return need.rhythm.bodies[0]
        named = self.facts.ruling(cadence.BODIES.of(need.rhythm.rule, need.rhythm.name), need.first)
        bodies = named.words if named else ()
        return next((body for body in ("thuong-truc", "btv", "bch") if body in bodies), self.facts.permanent)

    def hindrance(self, rhythm: Rhythm, on: dt.date) -> str | None:
        """Why nothing can be held on a day; None where it can."""
        off = self.facts.workdays.why_off(on)
        if off:
            return off
        if on in self.superior:
            return "trùng lịch của cấp trên"
        return "đã có một phiên họp như vậy" if on in self._own.get(rhythm.key, ()) else None

    def _rank(self, need: _Need, body: Body, on: dt.date) -> tuple[object, ...]:
        """What the text asks first, then who could come, then who would be kept from other meetings, then nearness."""
        return (
            not self._fits(need, on),
            need.weekday is not None and not need.custom and on.weekday() != need.weekday,
            self._invitations_late(body, on) is not None,
            too_few(self.facts, body, on) is not None,
            self._chair_away(need.rhythm, on) is not None,
            self._taken.get(on, 0),
            abs((on - self._best(need, on)).days),
            on,
        )

    def _fits(self, need: _Need, on: dt.date) -> bool:
        return fits(self.facts, on, need.placed)

    def _best(self, need: _Need, on: dt.date) -> dt.date:
        """The day of the week that is wanted, in the week of the day asked about; else the day aimed at."""
        if need.weekday is None:
            return need.target
        return on - DAY * on.weekday() + DAY * need.weekday

    def _invitations_late(self, body: Body, on: dt.date) -> dt.date | None:
        """The last day for invitations to a session, where it is gone before the first day there is."""
        found = limit(self.facts, meeting_invitations.AHEAD.of(body), on)
        return found.last if found and found.last < self.first - DAY else None

    def _chair_away(self, rhythm: Rhythm, on: dt.date) -> Person | None:
        person = chair_of(self.facts, rhythm.kinds[0], on)
        return person if person and self.facts.absence(person.id, on) else None

    # Reasons

    def _why(self, need: _Need, body: Body, on: dt.date) -> Iterator[str]:
        placed = asked_words(need.often)
        if placed:
            said = f"quy chế quy định {placed}"
            yield said if self._fits(need, on) else f"{said}, nhưng trong hạn không còn ngày nào như vậy"
        best = self._best(need, on)
        if need.weekday is not None and best < need.first:
            yield f"{WEEKDAY[best.weekday()]} tuần này đã qua"
        elif need.weekday is not None:
            yield f"{'như các tuần trước: họp' if need.custom else 'quy chế quy định'} {WEEKDAY[best.weekday()]}"
        if need.missed:
            yield f"đã quá hạn {day(need.missed)}, họp sớm nhất có thể"
        if need.interval and on < need.last:
            yield f"trước hạn cuối {(need.last - on).days} ngày"
        if on != best and need.first <= best <= need.last:
            reason = self._against(need, body, best)
            if reason and best.weekday() < 5:  # that nobody meets on a Saturday needs no saying
                yield f"không lấy {WEEKDAY[best.weekday()]} {short_day(best)}: {reason}"
        few = too_few(self.facts, body, on)
        if few:
            yield f"không ngày nào đủ người; ngày này dự kiến {few[0]}, cần {few[1]}"
        late = self._invitations_late(body, on)
        if late:
            yield f"không kịp gửi giấy mời (hạn cuối {day(late)})"
        chair = self._chair_away(need.rhythm, on)
        if chair:
            yield f"{chair.name} vắng ngày này, cần người chủ trì thay"

    def _against(self, need: _Need, body: Body, on: dt.date) -> str:
        hindered = self.hindrance(need.rhythm, on)
        if hindered:
            return hindered
        few = too_few(self.facts, body, on)
        if few:
            return f"dự kiến chỉ có {few[0]}, cần {few[1]}"
        chair = self._chair_away(need.rhythm, on)
        if chair:
            return f"{chair.name} vắng"
        return "đã có cuộc họp khác" if self._taken.get(on, 0) else ""

    def _why_none(self, need: _Need) -> Iterator[str]:
        span = list(_days(need.first, need.last))
        working = [one for one in span if self.facts.workdays.is_working(one)]
        if not working:
            yield f"không có ngày làm việc nào từ {day(need.first)} đến {day(need.last)}"
            return
        superior = sum(one in self.superior for one in working)
        yield f"{superior}/{len(working)} ngày làm việc trùng lịch của cấp trên, ngày còn lại đã có phiên họp như vậy"


def _asked(ruling: Ruling, final: dt.date) -> str:
    return f"trong {gap_words(ruling.cadence)}, hạn cuối {day(final)}"


def _follows(meeting: Meeting, since: dt.date, opened: bool) -> bool:
    """A meeting on the regulation's first day is already the first one under it."""
    held = meeting.start.date()
    return held >= since if opened else held > since


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    return (first + DAY * step for step in range((last - first).days + 1))


def _spread(room: tuple[dt.date, dt.date], count: int) -> list[dt.date]:
    """Days that part the room evenly."""
    first, last = room
    whole = (last - first).days + 1
    return [first + DAY * (whole * (2 * step + 1) // (2 * count)) for step in range(count)]


def _without_nearest(targets: Sequence[dt.date], held: dt.date) -> list[dt.date]:
    nearest = min(targets, key=lambda target: (abs(target - held), target), default=None)
    return [target for target in targets if target != nearest]


def too_few(facts: Facts, body: Body, on: dt.date) -> tuple[str, int] | None:
    """`8/13` and the 9 that are needed, where the absences on record leave fewer; None where there are enough."""
    ruling = facts.ruling(meeting_quorum.SHARE.of(body), on)
    members = facts.members(body, on)
    if ruling is None:
        return None
    here, needed = sum(facts.absence(person.id, on) is None for person in members), ruling.share.needed(len(members))
    return (f"{here}/{len(members)}", needed) if here < needed else None


def propose(
    facts: Facts,
    first: dt.date,
    last: dt.date,
    *,
    superior: frozenset[dt.date] = frozenset(),
    names: frozenset[str] | None = None,
) -> tuple[Slot, ...]:
    """Every meeting asked for from one day to another, by day; `names` are those of the rhythms wanted, None all."""
    held = (rhythm for rhythm in _ORDER if rhythm.is_held(facts))
    wanted = [rhythm for rhythm in held if names is None or rhythm.name in names]
    made = Planner(facts, first, last, superior).slots(wanted)
    return tuple(sorted(made, key=lambda slot: (slot.day or slot.last, slot.key)))
