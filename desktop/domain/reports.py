"""Whether every periodic report came in: of units, of members, of the government, of the committee, to its members.

`desktop.domain` only. The day is the report's own, else the text's, else the one the office set for the rule, else the
last of the period. Any of the addressees a text lists will do. Of a report that does not say the form or the
addressee the text asks for it cannot be told whether it is the one.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding, Verdict
from desktop.domain.judging import BY_OFFICE, Deed, Outcome, Window, after, article, by_day
from desktop.domain.keys import KeyOf, RuleId, SettingOf
from desktop.domain.periods import Period, following
from desktop.domain.records import Report
from desktop.domain.refs import RecordRef
from desktop.domain.regulation import Ruling
from desktop.domain.shapes import Deadline
from desktop.domain.spans import Span, asked
from desktop.domain.terms import unfilled
from desktop.domain.wording import BODY, day

PERIODS = KeyOf[RuleId]("{}.periods")
TO = KeyOf[RuleId]("{}.to")
FORM = KeyOf[RuleId]("{}.form")
BY = KeyOf[RuleId]("{}.by")
DUE = KeyOf[RuleId]("{}.due")
DAY = SettingOf[RuleId]("{}.day")
"""The day of the last month, or of the week, by which the office asks for what the text asks without a day."""

_DAY = dt.timedelta(days=1)


_TO = dict[str, str](BODY.items()) | {"superior": "cấp trên", "members": "cấp ủy viên"}


Held = dict[tuple[str, str], list[Report]]
"""The reports on record by whose they are and by period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a rule asks in one period, of whomever; `verb` is the office's part in it."""

    span: Span
    last: dt.date
    ground: Cite
    set_by: str
    to: Sequence[str]
    form: Ruling | None
    on: dt.date
    verb: str = "nhận"

    @property
    def cite(self) -> Cite:
        return self.span[1].cite


def _named(ruling: Ruling | None) -> Sequence[str]:
    if ruling is None:
        return ()
    return [ruling.value] if isinstance(ruling.value, str) else ruling.words


def of_office(
    facts: Facts, window: Window, rule: RuleId, unit: str, name: str, to: Sequence[str] | None = None
) -> Iterator[Finding]:
    held = held_by(facts)
    for one in asked_by(facts, rule, window, to):
        period = one.span[0]
        wanted = one if to is None else replace(one, verb="gửi")
        sent = held.get((unit, period.code), ())
        if to is not None:
            sent = [report for report in sent if report.to is None or report.to in to]
        yield judge_report(wanted, sent, name.format(period.words)).of(rule, RecordRef.of("office", period.code))


def held_by(facts: Facts) -> Held:
    """A person's own reports stand under a slash and his id, which no unit's id can be mistaken for."""
    held: Held = defaultdict(list)
    for report in facts.office.reports:
        held[report.unit or f"/{report.person}", report.period].append(report)
    return held


def asked_by(facts: Facts, rule: RuleId, window: Window, to: Sequence[str] | None = None) -> Iterator[Asked]:
    """`to` are the addressees where the rule itself has them."""
    for period, ruling in asked(facts, PERIODS.of(rule), window):
        last, ground, set_by = last_day(facts, rule, period, ruling)
        yield Asked(
            span=(period, ruling),
            last=last,
            ground=ground,
            set_by=set_by,
            to=_named(facts.ruling(TO.of(rule), period.first)) if to is None else to,
            form=facts.ruling(FORM.of(rule), period.first),
            on=window.on,
        )


def last_day(facts: Facts, rule: RuleId, period: Period, asked: Ruling) -> tuple[dt.date, Cite, str]:
    """The last day for a report of the period, on which ground, and whose it is."""
    due, own = facts.ruling(DUE.of(rule), period.first), facts.setting(DAY.of(rule), period.first)
    if due:
        return in_period(facts, due.deadline, period), due.cite, f" theo {article(due.cite)}"
    by_office = replace(asked.cite, office=True)
    if isinstance(own, int):
        return _day_of(period, own), by_office, BY_OFFICE
    return period.last, by_office, " là ngày cuối kỳ"


def in_period(facts: Facts, due: Deadline, period: Period) -> dt.date:
    """A day of the period's last month or of the month after it, or so long before or after the period's end."""
    if due.day is not None and due.of == "next-month":
        after_it = following("month", period.last)
        return min(after_it.first + _DAY * (due.day - 1), after_it.last)
    if due.day is not None:
        return _day_of(period, due.day)
    if due.side == "after":
        return after(facts, due, period.last)
    working = due.unit == "working-days"
    return facts.workdays.before(period.last + _DAY, due.n) if working else period.last - _DAY * due.n


def _day_of(period: Period, number: int) -> dt.date:
    """That day of a week or a fortnight, or of the last month of a longer period; its last where it has none such."""
    first = period.first if set("WF") & set(period.code) else period.last.replace(day=1)
    return max(first, min(first + _DAY * (number - 1), period.last))


def judge_report(wanted: Asked, sent: Sequence[Report], name: str) -> Outcome:
    """The first report in the form and to the body asked, against its own day or the office's."""
    came = [report for report in sent if report.received and report.received <= wanted.on]
    wrong = [report for report in came if _fault(wanted, report)]
    open_ = [report for report in came if report not in wrong and _unsaid(wanted, report)]
    done = min((report for report in came if report not in wrong and report not in open_), key=_received, default=None)
    if done is None and open_:
        text = f"Đã {wanted.verb} {name} {day(_received(open_[0]))}; {_unsaid(wanted, open_[0])}."
        return Outcome(verdict=Verdict.UNCLEAR, cite=wanted.cite, text=text)
    if done is None and wrong:
        text = f"Đã {wanted.verb} {name}, {_fault(wanted, wrong[0])}."
        return Outcome(verdict=Verdict.BREACH, cite=wanted.cite, text=text)
    awaited = sorted((report for report in sent if report not in wrong), key=lambda report: report.due is None)
    record = done or next(iter(awaited), None)
    deed = Deed(
        done=record.received if record else None,
        word=f"{wanted.verb.capitalize()} {name}",
        undone=f"Chưa {wanted.verb} {name}",
        note=_beside(wanted, done),
        since=wanted.span[0].first,
        of="ngày đầu kỳ",
    )
    if record and record.due:
        return by_day(deed, record.due, wanted.cite, wanted.on)
    return by_day(deed, wanted.last, wanted.ground, wanted.on, wanted.set_by)


def _received(report: Report) -> dt.date:
    return report.received or dt.date.max


def _fault(wanted: Asked, report: Report) -> str | None:
    """Why a report is not the one asked for."""
    if report.to and wanted.to and report.to not in wanted.to:
        named = ", ".join(_TO.get(body, body) for body in wanted.to)
        return f"gửi {_TO[report.to]}; quy chế giao {named} nhận báo cáo"
    if wanted.form and report.form and report.form != wanted.form.word:
        return f"bằng lời; {article(wanted.form.cite)} yêu cầu bằng văn bản"
    return None


def _unsaid(wanted: Asked, report: Report) -> str:
    """Which of what the text asks a report does not say; empty where it says both."""
    if wanted.to and not report.to:
        return f"chưa ghi nơi nhận, quy chế giao {', '.join(_TO.get(body, body) for body in wanted.to)} nhận báo cáo"
    if wanted.form and not report.form:
        return f"{unfilled('form').lower()}, {article(wanted.form.cite)} yêu cầu bằng văn bản"
    return ""


def _beside(wanted: Asked, done: Report | None) -> str:
    """The other bodies the text names, where the report on record is to one of them."""
    others = [_TO.get(body, body) for body in wanted.to if done and done.to and body != done.to]
    return f" ({_TO[done.to or '']}; quy chế còn nêu {', '.join(others)})" if done and others else ""


def of_period(facts: Facts, about: RecordRef) -> Iterator[Report]:
    """The reports of one period by whoever is named; by the office or the government where nobody is."""
    who = {"people": {about.id}, "units": {about.id}}.get(about.kind, {"office", "government"})
    return (one for one in facts.office.reports if one.period == about.code and {one.unit, one.person} & who)
