"""The account of how the regulation was kept in a month, a quarter, a year or the term, every figure traceable.

May import domain, vi, exchange and other use cases. Reads only: nothing here is judged that `check` does not judge.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from desktop.domain.account import Account, Figure, Held, Member, Section, period_of
from desktop.domain.compliance import RULES, check
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding, Verdict
from desktop.domain.judging import Window
from desktop.domain.keys import Key
from desktop.domain.periods import TERM, Period, Unit, holding, periods
from desktop.domain.refs import RecordRef
from desktop.domain.refusal import Refusal
from desktop.domain.regulation import InForce
from desktop.domain.rule import Placed
from desktop.exchange.rule_words import load_words
from desktop.usecases.compliance.account_articles import TOLD, Counted, advice, articles, open_points
from desktop.usecases.compliance.account_counts import counts
from desktop.usecases.compliance.account_tally import all_sections, cites_of, is_told, line
from desktop.usecases.compliance.finding_days import between
from desktop.usecases.compliance.member_figures import MemberFigures, member_figures
from desktop.usecases.compliance.reasoning import in_brief

_MONITORED_BY = Key("regulation.monitor.by")
AS_THINGS_STAND = frozenset(name for name, rule in RULES.items() if rule.placed is Placed.AS_THINGS_STAND)
"""Judged as of one day: of a past period, its last."""


def account(facts: Facts, code: str, *, on: dt.date) -> Account:
    """Everything the account of a period says, as known on a day."""
    span = period_of(facts, code, on)
    if span.first > on:
        raise Refusal(f"Kỳ báo cáo '{code}' chưa bắt đầu; cần một kỳ đã hoặc đang diễn ra.", field="record")
    until = min(span.last, on)
    judged, words = findings_of(facts, span, on), load_words()
    held = _in_force(facts, span.first, until)
    settled = [finding for finding in judged if finding.verdict is not Verdict.UNREGULATED]
    return Account(
        period=span,
        on=on,
        until=until,
        regulations=tuple(_held(facts, held)),
        monitored=_monitored(held, until),
        before=len(judged) - len(settled),
        kept_from=_kept_from(facts, span),
        total=line("total", "Trường hợp đã đối chiếu với quy chế", "trường hợp", settled),
        sections=tuple(
            Section(
                key=key,
                title=title,
                counts=counts(facts, key, (span.first, until)),
                lines=tuple(made for plan, made in lines if is_told(plan, made)),
                apart=tuple(made for plan, made in lines if not is_told(plan, made)),
            )
            for key, title, lines in all_sections(facts, settled, held, (span.first, until))
        ),
        charts=tuple((title, tuple(_by_part(settled, rules, span, until))) for title, rules in words.charts.items()),
        members=tuple(
            _member(facts, figures, span.first, until) for figures in member_figures(facts, settled, span.first, until)
        ),
        articles=articles(facts, settled, _counted(facts, settled, span, on)),
        open_points=open_points(facts, settled, held, span.last),
        advice=advice(),
    )


def findings_of(facts: Facts, span: Period, on: dt.date) -> list[Finding]:
    """The findings that lie in the period; what is judged as things stand is so on its last day that has passed."""
    found = between(facts, check(facts, on=on), on, span.first, span.last)
    if on > span.last:
        window = Window.of(facts, span.last)
        found += [finding for rule in sorted(AS_THINGS_STAND) for finding in RULES[rule](facts, window)]
    return found


def _counted(facts: Facts, settled: Sequence[Finding], span: Period, on: dt.date) -> Counted:
    """How each case told one by one was counted, on the day it was judged."""
    told = [one for one in settled if one.verdict in TOLD]
    now = [one for one in told if one.rule in AS_THINGS_STAND]
    rest = [one for one in told if one.rule not in AS_THINGS_STAND]
    return {**in_brief(facts, now, min(on, span.last)), **in_brief(facts, rest, on)}


def _in_force(facts: Facts, first: dt.date, last: dt.date) -> list[InForce]:
    """The regulations that held on a day of the period."""
    listed = facts.in_force_list
    return [each for each, end in zip(listed, _ends(listed), strict=True) if each.from_ <= last and end >= first]


def _ends(listed: Sequence[InForce]) -> list[dt.date]:
    """The last day of each regulation: the one before the next took effect."""
    return [*(each.from_ - dt.timedelta(days=1) for each in listed[1:]), dt.date.max][: len(listed)]


def _held(facts: Facts, held: Sequence[InForce]) -> Iterator[Held]:
    ends = dict(zip((each.from_ for each in facts.in_force_list), _ends(facts.in_force_list), strict=True))
    documents = {use.from_: use.document for use in facts.office.office.regulations}
    for first, *more in _of_one_text(held, documents):
        end = ends[(more or [first])[-1].from_]
        yield Held(
            name=first.profile.name,
            title=first.profile.title,
            from_=first.from_,
            to=None if end == dt.date.max else end,
            document=documents.get(first.from_, ""),
        )


def _of_one_text(held: Sequence[InForce], documents: Mapping[dt.date | None, str]) -> list[list[InForce]]:
    """A text listed again for a value of the office's own, under no document, is still the same regulation."""
    runs: list[list[InForce]] = []
    for each in held:
        same = runs and runs[-1][-1].profile.name == each.profile.name and not documents.get(each.from_)
        if same:
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


def _kept_from(facts: Facts, span: Period) -> dt.date | None:
    """The day from which records are judged, where part of the period lies before it."""
    day = facts.office.office.kept_from
    return day if day and span.first < day else None


def _monitored(held: Sequence[InForce], on: dt.date) -> Cite | None:
    """Where the regulation gives someone the watch over how it is kept (row Z4)."""
    ruling = held[-1].ruling(_MONITORED_BY, on) if held else None
    return ruling.cite if ruling else None


def _by_part(findings: Sequence[Finding], rules: Sequence[str], span: Period, until: dt.date) -> Iterator[Figure]:
    """By months the last days that were kept; over the term by years. What is still awaited is in neither."""
    timed = [one for one in findings if one.rule in rules and one.due and one.verdict in (Verdict.MET, Verdict.BREACH)]
    if not timed:
        return
    first = min(one.due for one in timed if one.due)
    unit: Unit = "year" if span.code == TERM else "month"
    stem = rules[0].partition(".")[0]
    for part in periods(unit, holding(unit, max(span.first, first)).first, until):
        found = [one for one in timed if one.due and part.first <= one.due <= part.last]
        yield Figure(
            key=f"months.{stem}.{part.code}",
            words=part.words,
            part=sum(one.verdict is Verdict.MET for one in found),
            whole=len(found),
            cites=cites_of(found),
            subjects=tuple(one.subject for one in found),
        )


def _member(facts: Facts, counted: MemberFigures, first: dt.date, last: dt.date) -> Member:
    person = facts.person(counted.person)
    assert person, counted

    def of(key: str, words: str, part: int, whole: int) -> Figure:
        subjects = (RecordRef.to(person),)
        return Figure(key=f"member.{key}.{person.id}", words=words, part=part, whole=whole, subjects=subjects)

    return Member(
        name=person.name,
        standing=any(
            seat.body == "btv" and seat.from_ <= last and (seat.to is None or first <= seat.to) for seat in person.seats
        ),
        sessions=of("sessions", "Dự họp", counted.present, counted.sessions),
        excused=counted.excused,
        votes=counted.votes,
        ballots=of("ballots", "Trả phiếu đúng hạn", counted.ballots_in_time, counted.ballots),
        reports=of("reports", "Báo cáo đúng hạn", counted.reports_in_time, counted.reports),
        absences=of("absences", "Lần đi vắng có báo cáo", counted.absences_reported, counted.absences),
        tasks=of("tasks", "Nhiệm vụ đã xong", counted.tasks_done, counted.tasks),
        visits=counted.visits,
    )
