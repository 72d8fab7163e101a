"""What the office's own regulation asks and no other rule knows is done: so often, or by its day.

A duty is judged while the regulation it stands in is in force. That it was done is believed of what the office tied to
it: a day, and a record that shows it. A period is counted by its first day, a gap from the day it was last done.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.domain.cases import DUTIES
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding, Verdict
from desktop.domain.judging import Deed, Outcome, Window, awaited, by_day, doubted
from desktop.domain.periods import Period, periods
from desktop.domain.records import LIST_OF, Document, Duty, DutyDone, Meeting
from desktop.domain.refs import RecordRef
from desktop.domain.regulation import clause_of
from desktop.domain.reports import in_period
from desktop.domain.rule import Reads, Rule
from desktop.domain.shapes import Cadence, Deadline
from desktop.domain.wording import day, distance_said

SHOWING = (LIST_OF[Meeting], LIST_OF[Document])
"""The lists whose records may show that a duty was done."""

RULE = Rule("duty.own", of=DUTIES, reads=(Reads.MEETINGS, Reads.DUTIES, Reads.DOCUMENTS, Reads.WORKDAYS))


@RULE.judged_by
def judge(facts: Facts, window: Window) -> Iterator[Finding]:
    for duty in facts.office.duties:
        owed = _Owed(facts, duty, window)
        for subject, outcome in owed.outcomes():
            yield outcome.of(RULE.id, subject)


@dataclass(frozen=True)
class _Owed:
    """A duty under judgement."""

    facts: Facts
    duty: Duty
    window: Window

    def outcomes(self) -> Iterator[tuple[RecordRef, Outcome]]:
        often = Cadence.read(self.duty.often) if self.duty.often else None
        if often is None:
            yield from self._once()
        elif often.per:
            yield from self._by_period(often)
        else:
            yield from self._by_gap(often)

    def _stands(self, on: dt.date) -> bool:
        """Whether it is asked for on a day: by its own days, and by the regulation then in force."""
        held = self.facts.in_force(on)
        own = (self.duty.from_ or dt.date.min) <= on <= (self.duty.to or dt.date.max)
        return own and held is not None and self.duty.profile in ("", held.profile.name) and self.window.holds(on)

    @property
    def _since(self) -> dt.date | None:
        """The first day on which its regulation, and it, stood."""
        named = (one.from_ for one in self.facts.in_force_list if self.duty.profile in ("", one.profile.name))
        first = next(named, None)
        return max(first, self.duty.from_ or first) if first else None

    @property
    def _cite(self) -> Cite:
        """Its article, in its own regulation; a duty that names none is of the one in force when it first stood."""
        since = self._since
        held = self.facts.in_force(since) if since else None
        name = self.duty.profile or (held.profile.name if held else "")
        return Cite(profile=name, at=clause_of(self.duty.cite))

    @property
    def _what(self) -> str:
        """`Gửi báo cáo dân vận (Ban Xây dựng Đảng)`."""
        return f"{self.duty.title} ({self.duty.actor})" if self.duty.actor else self.duty.title

    def _judged(self, done: DutyDone | None, last: dt.date, words: str = "") -> Outcome:
        what = f"{self._what}{words}"
        deed = Deed(done=done.date if done else None, word=f"{what}: xong", undone=f"{what}: chưa xong")
        return doubted(by_day(deed, last, self._cite, self.window.on), self._unshown(done))

    def _unshown(self, done: DutyDone | None) -> str:
        """A record that is to show it and is not in the office any more shows nothing."""
        lost = done and done.record and self.facts.at(RecordRef(done.record)) is None
        return f"“{done.record}” kèm theo không còn để đối chiếu" if done and lost else ""

    # Once

    def _once(self) -> Iterator[tuple[RecordRef, Outcome]]:
        since = self._since
        if since is None or not self._stands(max(since, self.duty.by or since)):
            return
        done = min((each for each in self.duty.done if each.date), key=_date, default=None)
        if self.duty.by:
            yield RecordRef.to(self.duty), self._judged(done, self.duty.by)
            return
        known = done is not None and done.date is not None and done.date <= self.window.on
        said = f"xong {day(_date(done))}" if known else "chưa xong; không nêu hạn"
        text = f"{self._what}: {said}."
        judged = Outcome(verdict=Verdict.MET if known else Verdict.DUE, cite=self._cite, text=text)
        yield RecordRef.to(self.duty), doubted(judged, self._unshown(done))

    # So many times a period

    def _by_period(self, often: Cadence) -> Iterator[tuple[RecordRef, Outcome]]:
        since = self._since
        if since is None or often.per is None:
            return
        for period in periods(often.per, since, self.window.end):
            if self._stands(period.first):
                yield RecordRef.to(self.duty, period.code), self._of_period(often, period)

    def _of_period(self, often: Cadence, period: Period) -> Outcome:
        last = (
            in_period(self.facts, Deadline.read(self.duty.due), period)
            if isinstance(self.duty.due, dict)
            else period.last
        )
        within = [each for each in self.duty.done if _is_of(each, period)]
        times = sorted((each for each in within if each.date and each.date <= self.window.on), key=_date)
        undated = any(each.date is None for each in within)
        if len(times) >= often.n:
            return self._judged(times[often.n - 1], last, f", {period.words}")
        judged = self._judged(next((each for each in within if each.date), None), last, f", {period.words}")
        if often.n > 1 or undated:
            judged = self._short(len(times), often.n, period, last)
        return replace(judged, verdict=Verdict.UNCLEAR, text=_undated(judged)) if undated else judged

    def _short(self, found: int, needed: int, period: Period, last: dt.date) -> Outcome:
        text = f"{self._what}, {period.words}: mới {found}/{needed} lần; hạn cuối {day(last)}"
        return Outcome(
            verdict=awaited(last, self.window.on),
            cite=self._cite,
            text=f"{text}, {distance_said(last, self.window.on)}.",
            expected=str(needed),
            actual=str(found),
            due=last,
        )

    # Never further apart than a gap

    def _by_gap(self, often: Cadence) -> Iterator[tuple[RecordRef, Outcome]]:
        since = self._since
        if since is None:
            return
        times = sorted((each for each in self.duty.done if each.date and since <= _date(each)), key=_date)
        opened = [("first", since), *((_date(each).isoformat(), _date(each)) for each in times)]
        for place, (code, start) in enumerate(opened):
            if start <= self.window.on and self._stands(start):
                following = times[place] if times[place:] else None
                yield RecordRef.to(self.duty, code), self._judged(following, often.latest_after(start))


def _is_of(done: DutyDone, period: Period) -> bool:
    """Tied to a period by its code, or else by its day."""
    return done.period == period.code if done.period else period.holds(done.date)


def _date(done: DutyDone | None) -> dt.date:
    assert done is not None
    return done.date or dt.date.max


def _undated(judged: Outcome) -> str:
    return f"{judged.text.rstrip('.')}; có lần chưa ghi ngày xong."


def _records(facts: Facts, about: RecordRef) -> Sequence[Duty]:
    return [one for one in facts.office.duties if one.id == about.id]


RULE.looks_through(_records)
