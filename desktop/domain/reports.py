"""Whether every periodic report came in: of units, of members, of the government, of the committee, to its members.

`desktop.domain` only. No text names the day: it is the report's own, else the one the office set for the rule, else
the last of the period. Any of the addressees a text lists will do. Of a report that does not say the form or the
addressee the text asks for it cannot be told whether it is the one.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.domain.facts import Facts, covers
from desktop.domain.findings import Cite, Finding, Verdict
from desktop.domain.judging import Deed, Outcome, Window, article, by_day
from desktop.domain.periods import Period
from desktop.domain.records import Person, Report, Unit
from desktop.domain.regulation import Ruling
from desktop.domain.spans import Span, asked
from desktop.domain.terms import unfilled
from desktop.domain.units import in_part, stands
from desktop.domain.wording import BODY, day

_DAY = dt.timedelta(days=1)
_TO = dict[str, str](BODY.items()) | {"superior": "cấp trên", "members": "cấp ủy viên"}
Held = dict[tuple[str, str], list[Report]]
"""The reports on record by whose they are and by period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a rule asks in one period, of whomever; `verb` is the office's part in it."""

    span: Span
    last: dt.date
    set_by: str
    to: Sequence[str]
    form: Ruling | None
    on: dt.date
    verb: str = "nhận"

    @property
    def cite(self) -> Cite:
        return self.span[1].cite


def received(facts: Facts, window: Window) -> Iterator[Finding]:
    """Every unit of the kinds the text names reports for every period."""
    held = _held(facts)
    for one in _asked(facts, "report.received", window):
        kinds = facts.ruling("report.received.kinds", one.span[0].first)
        for unit in facts.office.units:
            if kinds and unit.kind in kinds.words and stands(unit, one.span[0].last):
                code = one.span[0].code
                wanted = replace(one, to=_addressees(facts, one, unit))
                judged = _judge(wanted, held.get((unit.id, code), ()), f"báo cáo {one.span[0].words} của {unit.name}")
                judged = in_part(judged, unit, one.span[0])
                yield judged.of("report.received", f"units/{unit.id}/{code}")


def _named(ruling: Ruling | None) -> Sequence[str]:
    if ruling is None:
        return ()
    return [ruling.value] if isinstance(ruling.value, str) else ruling.words


_TO_OF: dict[str | None, str] = {"front-and-unions": "report.front.to"}
"""Where a text names the addressees of one kind of unit apart."""


def _addressees(facts: Facts, one: Asked, unit: Unit) -> Sequence[str]:
    own = facts.ruling(_TO_OF[unit.kind], one.span[0].first) if unit.kind in _TO_OF else None
    return own.words if own else one.to


def member(facts: Facts, window: Window) -> Iterator[Finding]:
    """Every member in office on the last day of the period reports himself, but the holders of exempt posts (000)."""
    held = _held(facts)
    for one in _asked(facts, "report.member", window):
        period = one.span[0]
        for person in _reporting(facts, period):
            judged = _exempt(facts, person, period) or _judge(
                one, held.get((f"/{person.id}", period.code), ()), f"báo cáo {period.words} của {person.name}"
            )
            yield judged.of("report.member", f"people/{person.id}/{period.code}")


def _reporting(facts: Facts, period: Period) -> tuple[Person, ...]:
    body = facts.ruling("report.member.body", period.first)
    return facts.members(body.word, period.last) if body else ()  # type: ignore[arg-type]


def _exempt(facts: Facts, person: Person, period: Period) -> Outcome | None:
    ruling = facts.ruling("report.member.exempt_posts", period.first)
    held = any(ruling is not None and post.post in ruling.words and covers(post, period.last) for post in person.posts)
    if ruling is None or not held:
        return None
    who = person.position or person.name
    text = f"{who} báo cáo theo chế độ của ngành; miễn báo cáo {period.words} theo {article(ruling.cite)}."
    return Outcome(verdict=Verdict.EXEMPT, cite=ruling.cite, text=text)


def upward(facts: Facts, window: Window) -> Iterator[Finding]:
    """The committee reports to its superior, where the text names the periods (003)."""
    yield from _of_office(facts, window, "report.upward", "office", "báo cáo {} lên cấp trên", ["superior"])


def government(facts: Facts, window: Window) -> Iterator[Finding]:
    """The People's Committee reports; to one of the bodies the text names is enough, the others are named beside."""
    yield from _of_office(facts, window, "report.government", "government", "báo cáo {} của Ủy ban nhân dân")


def information(facts: Facts, window: Window) -> Iterator[Finding]:
    """The members are told what happened, every month (000) or week (002)."""
    yield from _of_office(facts, window, "information.members", "office", "thông tin {} cho cấp ủy viên", ["members"])


def _of_office(
    facts: Facts, window: Window, rule: str, unit: str, name: str, to: Sequence[str] | None = None
) -> Iterator[Finding]:
    held = _held(facts)
    for one in _asked(facts, rule, window, to):
        period = one.span[0]
        wanted = one if to is None else replace(one, verb="gửi")
        sent = held.get((unit, period.code), ())
        if to is not None:
            sent = [report for report in sent if report.to is None or report.to in to]
        yield _judge(wanted, sent, name.format(period.words)).of(rule, f"office/{period.code}")


def _held(facts: Facts) -> Held:
    """A person's own reports stand under a slash and his id, which no unit's id can be mistaken for."""
    held: Held = defaultdict(list)
    for report in facts.office.reports:
        held[report.unit or f"/{report.person}", report.period].append(report)
    return held


def _asked(facts: Facts, rule: str, window: Window, to: Sequence[str] | None = None) -> Iterator[Asked]:
    """`to` are the addressees where the rule itself has them."""
    for period, ruling in asked(facts, f"{rule}.periods", window):
        own = facts.setting(f"{rule}.day", period.first)
        yield Asked(
            span=(period, ruling),
            last=_day_of(period, own) if isinstance(own, int) else period.last,
            set_by="theo quy ước của đơn vị" if isinstance(own, int) else "là ngày cuối kỳ",
            to=_named(facts.ruling(f"{rule}.to", period.first)) if to is None else to,
            form=facts.ruling(f"{rule}.form", period.first),
            on=window.on,
        )


def _day_of(period: Period, number: int) -> dt.date:
    """That day of a week, or of the last month of a longer period; the last day where there is none such."""
    first = period.first if "W" in period.code else period.last.replace(day=1)
    return max(first, min(first + _DAY * (number - 1), period.last))


def _judge(wanted: Asked, sent: Sequence[Report], name: str) -> Outcome:
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
    return by_day(deed, wanted.last, replace(wanted.cite, office=True), wanted.on, f" {wanted.set_by}")


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
