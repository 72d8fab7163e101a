"""Every body has its programmes, of work and of inspection, before their periods begin.

A programme lies in the year, quarter or month it is for; one without a day of adoption is a draft. What the next period
of each kind needs is asked for already, since its last day comes before it: the regulation then in force asks. No
committee stands before its term, and no text says within how many days it lays down the term's programme: that is
awaited from the term's first day, or the regulation's, and never late.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from desktop.domain import refs
from desktop.domain.cases import BODIES
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.judging import CONTRARY, Deed, Outcome, Window, before_its_time, by_day, doubted
from desktop.domain.keys import Key, KeyOf
from desktop.domain.periods import TERM, Period, Unit, holding
from desktop.domain.records import Body, Programme, ProgrammeKind
from desktop.domain.refs import RecordRef
from desktop.domain.regulation import Ruling
from desktop.domain.reports import in_period
from desktop.domain.rule import Placed, Reads, Rule
from desktop.domain.spans import begun, listed, term_of
from desktop.domain.wording import BODY, day

WORK = KeyOf[Body]("programme.adopted.{}.periods")
INSPECTION = KeyOf[Body]("programme.adopted.{}.inspection_periods")
DUE = KeyOf[Body]("programme.adopted.{}.due")
PERIODS: dict[ProgrammeKind, KeyOf[Body]] = {"work": WORK, "inspection": INSPECTION}

RULE = Rule(
    "programme.adopted",
    of=BODIES,
    placed=Placed.FIRST_DAY,
    reads=(Reads.PEOPLE, Reads.PROGRAMMES, Reads.OFFICE, Reads.WORKDAYS),
    cites=(DUE, INSPECTION, WORK),
)

_DAY = dt.timedelta(days=1)
_KINDS: tuple[tuple[ProgrammeKind, tuple[str, ...], str], ...] = (
    ("work", (), "Chương trình"),
    ("inspection", (refs.INSPECTION,), "Chương trình kiểm tra, giám sát"),
)
"""The kind of programme, the part of its subject, its name."""
Adopted = dict[tuple[ProgrammeKind, Body | None, str], dt.date]


@RULE.judged_by
def judge(facts: Facts, window: Window) -> Iterator[Finding]:
    days = _days(facts)
    for body in facts.bodies:
        for kind, part, name in _KINDS:
            key = PERIODS[kind].of(body)
            for span, outcome in _each(facts, key, window, f"{name} {{}} của {BODY[body]}", days, kind, body):
                yield outcome.of(RULE.id, RecordRef.of(body, span.code, *part))


def _each(
    facts: Facts, key: Key, window: Window, name: str, days: Adopted, kind: ProgrammeKind, body: Body
) -> Iterator[tuple[Period, Outcome]]:
    for unit in listed(facts, key):
        for span in begun(facts, unit, window, ahead=True):
            deed = _deed(days, name, kind, body, span)
            outcome = _of_period(facts, key, unit, span, deed, window.on, body)
            outcome = doubted(outcome, _by_nobody(facts, body, deed)) if outcome else None
            if outcome and (window.kept_from is None or window.kept_from < span.first):
                yield span, outcome
    term = term_of(facts, window)
    asking = _of_term(facts, key, term) if term and window.holds(term.first) else None
    if term and asking:
        yield term, _awaited_all_term(_deed(days, name, kind, body, term), *asking, window.on)


def _by_nobody(facts: Facts, body: Body, deed: Deed) -> str:
    nobody = deed.done is not None and not facts.members(body, deed.done)
    return f"nhưng ngày ấy {BODY[body]} không có ai đương nhiệm, {CONTRARY}" if nobody else ""


def _deed(days: Adopted, name: str, kind: ProgrammeKind, body: Body, span: Period) -> Deed:
    words = name.format(span.words)
    done = days.get((kind, body, span.code))
    return Deed(done=done, word=f"{words} thông qua", undone=f"{words} chưa thông qua")


def _of_period(facts: Facts, key: Key, unit: Unit, span: Period, deed: Deed, on: dt.date, body: Body) -> Outcome | None:
    """By the text's own day in the period before, else by that period's last.

    What only the regulation of the period's first day asks fell due before that took effect."""
    eve = span.first - _DAY
    due, begins, own = facts.ruling(key, eve), facts.ruling(key, span.first), facts.ruling(DUE.of(body), eve)
    if due and unit in due.words and own:
        return by_day(deed, in_period(facts, own.deadline, holding(unit, eve)), own.cite, on)
    if due and unit in due.words:
        return by_day(deed, eve, due.cite, on)
    in_force = facts.in_force(span.first)
    if begins is None or in_force is None or unit not in begins.words:
        return None
    return before_its_time(by_day(deed, eve, begins.cite, on), eve, in_force.from_)


def _of_term(facts: Facts, key: Key, term: Period) -> tuple[Ruling, dt.date] | None:
    """The regulation that asks for the term's programme, and its last day: none can be later than that it stood by."""
    eve = term.first - _DAY
    since = [max(eve, each.from_) for each in facts.in_force_list if each.from_ <= term.last]
    found = ((facts.ruling(key, each), each) for each in sorted(set(since)))
    return next(((ruling, each) for ruling, each in found if ruling and TERM in ruling.words), None)


def _awaited_all_term(deed: Deed, ruling: Ruling, since: dt.date, on: dt.date) -> Outcome:
    judged = by_day(deed, max(since, deed.done or since), ruling.cite, on)
    judged = replace(judged, expected=since.isoformat(), due=since)
    if judged.verdict is Verdict.MET:
        return replace(judged, text=f"{deed.word} {day(deed.done)}.") if deed.done else judged
    text = f"{deed.undone}; tính từ {day(since)}, quy chế không quy định hạn thông qua khi nhiệm kỳ đã bắt đầu."
    return replace(judged, verdict=Verdict.UNCLEAR, text=text)


def _days(facts: Facts) -> Adopted:
    """The day on which each programme was first adopted."""
    days: Adopted = {}
    for programme in facts.office.programmes:
        key = (programme.kind, programme.body, programme.period)
        if programme.adopted:
            days[key] = min(programme.adopted, days.get(key, programme.adopted))
    return days


@RULE.looks_through
def _of_body(facts: Facts, about: RecordRef) -> Iterator[Programme]:
    return (one for one in facts.office.programmes if one.period == about.code and one.body == about.kind)
