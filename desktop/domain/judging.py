"""What every rule is made with: its answer, the last day in time, and the sentence for each; `desktop.domain` only."""

import datetime as dt
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding, Verdict
from desktop.domain.keys import Key, RuleId, SettingKey
from desktop.domain.refs import RecordRef
from desktop.domain.regulation import Ruling
from desktop.domain.shapes import Deadline, Share
from desktop.domain.wording import UNCHECKED, clause, day, distance_said

COUNT = SettingKey("count")
MAJORITY = SettingKey("decision.majority")
BY_OFFICE = " theo quy ước của đơn vị"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A finding before it is told which rule it answers and on what."""

    verdict: Verdict
    cite: Cite
    text: str
    expected: str = ""
    actual: str = ""
    due: dt.date | None = None

    def of(self, rule: RuleId, subject: RecordRef) -> Finding:
        """A breach of what the office has not held against its own text is not settled, and says so."""
        open_ = self.cite.unchecked
        unsettled = open_ and self.verdict is Verdict.BREACH
        return Finding(
            rule=rule,
            subject=subject,
            verdict=Verdict.UNCLEAR if unsettled else self.verdict,
            cite=self.cite,
            text=f"{self.text.rstrip('.')} ({UNCHECKED})." if open_ else self.text,
            expected=self.expected,
            actual=self.actual,
            due=self.due,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """As of which day everything is judged, and between which days the subjects' own days lie.

    Of what lies before `kept_from`, the day from which the office keeps its records, nothing is judged.
    """

    on: dt.date
    from_: dt.date | None = None
    to: dt.date | None = None
    kept_from: dt.date | None = None

    @classmethod
    def of(cls, facts: Facts, on: dt.date, from_: dt.date | None = None, to: dt.date | None = None) -> "Window":
        return cls(on=on, from_=from_, to=to, kept_from=facts.office.office.kept_from)

    def holds(self, day: dt.date) -> bool:
        return self.reaches(day) and (self.kept_from is None or self.kept_from <= day)

    def reaches(self, day: dt.date) -> bool:
        """Whether it lies between the days asked about, kept or not: a term's end is judged however it began."""
        return (self.from_ is None or self.from_ <= day) and (self.to is None or day <= self.to)

    def ends(self, first: dt.date, last: dt.date) -> bool:
        """Whether what falls due at the end of a span is judged, however it began: the end is after records began."""
        return self.reaches(first) and (self.kept_from is None or self.kept_from <= last)

    @property
    def end(self) -> dt.date:
        """The last day on which a period may begin and still be judged."""
        return max(self.on, self.to or self.on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """The last day in time. `note` says whose way of counting it is; `calendar` that days off were counted too.

    `hour` is the time on that day after which it is too late, where the text counts in hours.
    """

    last: dt.date
    ruling: Ruling
    note: str = ""
    calendar: bool = False
    hour: dt.time | None = None


def limit(facts: Facts, key: Key, start: dt.date, *, by: dt.date | None = None) -> Limit | None:
    """The last day for what is due so long before a meeting; None where the text does not say.

    `start` is when the meeting begins, its day where the hour does not matter; `by` the day whose regulation is asked,
    where it is not the meeting's own.
    """
    day_of = start.date() if isinstance(start, dt.datetime) else start
    ruling = facts.ruling(key, by or day_of)
    if ruling is None:
        return None
    due = ruling.deadline
    if due.unit == "hours":
        moment = dt.datetime.combine(start, _hour(start)) - dt.timedelta(hours=due.n)
        return Limit(
            last=moment.date(), ruling=ruling, note=f" trước {moment:%H:%M}", calendar=True, hour=moment.time()
        )
    if due.unit == "working-days":
        clear = facts.setting(COUNT, day_of) == "clear-days"
        last = facts.workdays.before(day_of, due.n, clear=clear)
        return Limit(last=last, ruling=ruling, note=BY_OFFICE + _provisional(facts, last, day_of))
    last = day_of - dt.timedelta(days=due.n)
    return Limit(last=last, ruling=ruling, note=off(facts, last), calendar=True)


def _hour(start: dt.date) -> dt.time:
    return start.time() if isinstance(start, dt.datetime) else dt.time()


def after(facts: Facts, due: Deadline, event: dt.date) -> dt.date:
    """The last day for what is due so long after an event."""
    if due.unit == "working-days":
        return facts.workdays.after(event, due.n)
    return event + dt.timedelta(days=due.n) if due.unit == "days" else event + dt.timedelta(days=ceil(due.n / 24))


def due_after(facts: Facts, key: Key, event: dt.date, on: dt.date) -> tuple[dt.date, Ruling] | None:
    """The last day the text itself sets after an event, asked of the regulation of a day."""
    ruling = facts.ruling(key, on)
    return (after(facts, ruling.deadline, event), ruling) if ruling else None


def _provisional(facts: Facts, first: dt.date, last: dt.date) -> str:
    """Where the days off of a year are not yet decided, the count may still change."""
    years = sorted({first.year, last.year} & facts.workdays.provisional)
    return f" (lịch nghỉ năm {' và '.join(map(str, years))} tạm tính)" if years else ""


def off(facts: Facts, value: dt.date) -> str:
    """` (ngày nghỉ: Quốc khánh)`, ` (nghỉ cuối tuần)` after a day on which nobody works."""
    why = facts.workdays.why_off(value)
    if why is None:
        return ""
    return f" ({why})" if why.startswith("nghỉ") else f" (ngày nghỉ: {why})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something to be done by a day, with its two words (`Gửi`, `Chưa gửi`).

    It cannot have been done before the day `since`, which `of` names (`ngày họp`).
    """

    done: dt.date | None
    word: str
    undone: str
    note: str = ""
    since: dt.date | None = None
    of: str = ""


def by_day(deed: Deed, last: dt.date, cite: Cite, on: dt.date, note: str = "") -> Outcome:
    """Judge a deed against its last day: done in time, done late, still to be done, or missed.

    One dated after the day of judging is not yet done; one dated before what it follows cannot be.
    """
    limit_words = f"hạn cuối {day(last)}{note}"
    if deed.done is None or deed.done > on:
        undone = f"{deed.undone}{f' (ghi ngày {day(deed.done)}, chưa đến)' if deed.done else ''}"
        verdict, text, actual = awaited(last, on), f"{undone}; {limit_words}, {distance_said(last, on)}.", ""
    else:
        verdict, text = _done(deed, deed.done, last, limit_words)
        actual = deed.done.isoformat()
    return Outcome(verdict=verdict, cite=cite, text=text, expected=last.isoformat(), actual=actual, due=last)


def before_its_cause(deed: Deed, done: dt.date) -> str:
    """`Ký biên bản 01/9/2024, trước ngày họp 06/9/2024; …`: that both cannot be; empty where they can."""
    if deed.since is None or done >= deed.since:
        return ""
    return f"{deed.word} {day(done)}, trước {deed.of} {day(deed.since)}; {CONTRARY}."


def _done(deed: Deed, done: dt.date, last: dt.date, limit_words: str) -> tuple[Verdict, str]:
    contrary = before_its_cause(deed, done)
    if contrary:
        return Verdict.UNCLEAR, contrary
    fact = f"{deed.word} {day(done)}{deed.note}; {limit_words}"
    if done <= last:
        return Verdict.MET, f"{fact}."
    return Verdict.BREACH, f"{fact}, chậm {(done - last).days} ngày."


CONTRARY = "hai chỗ ghi trái nhau, cần xem lại"
"""Said where two records cannot both be true: neither is believed over the other."""


def doubted(judged: Outcome, *doubts: str) -> Outcome:
    """What would be met is not, where a record says otherwise or a needed one is missing: `doubts`, those that are."""
    said = [doubt for doubt in doubts if doubt]
    if judged.verdict is not Verdict.MET or not said:
        return judged
    return replace(judged, verdict=Verdict.UNCLEAR, text=f"{judged.text.rstrip('.')}; {'; '.join(said)}.")


def before_its_time(judged: Outcome, last: dt.date, since: dt.date) -> Outcome:
    """Nothing is missed whose last day fell before the regulation that asks for it took effect."""
    if judged.verdict is Verdict.MET or last >= since:
        return judged
    text = f"Hạn cuối {day(last)} trước ngày quy chế có hiệu lực {day(since)}; không tính chậm."
    return replace(judged, verdict=Verdict.EXEMPT, text=text)


def to_come(judged: Outcome, act: dt.date, on: dt.date) -> Outcome:
    """What is dated after the day of judging is not done yet: neither kept nor broken, however it is recorded.

    The sentence still says what would be wrong with it.
    """
    if act <= on or judged.verdict not in (Verdict.MET, Verdict.BREACH):
        return judged
    text = f"{judged.text.rstrip('.')}; ghi ngày {day(act)}, chưa đến."
    return replace(judged, verdict=Verdict.DUE, text=text, due=act)


def majority_share(facts: Facts, key: Key, on: dt.date) -> tuple[Share, Cite] | None:
    """The text's own share; where it gives none, the one the office itself chose to be passed, and never a default."""
    ruling = facts.ruling(key, on)
    if ruling:
        return ruling.share, ruling.cite
    return None if facts.in_force(on) is None else _offices_share(facts, on)


def share_in_use(facts: Facts, key: Key, on: dt.date) -> tuple[Share, Cite] | None:
    """The same; also of a vote before any regulation the office has."""
    return majority_share(facts, key, on) or _offices_share(facts, on)


def _offices_share(facts: Facts, on: dt.date) -> tuple[Share, Cite] | None:
    own = facts.own_setting(MAJORITY, on)
    return (Share(fraction=Fraction(own), over=True), Cite(office=True)) if isinstance(own, str) else None


def awaited(last: dt.date, on: dt.date) -> Verdict:
    """The verdict on something not done."""
    return Verdict.DUE if on <= last else Verdict.BREACH


def article(cite: Cite) -> str:
    """The clause as a sentence names it."""
    return clause(cite.at) if cite.at else "quy chế"
