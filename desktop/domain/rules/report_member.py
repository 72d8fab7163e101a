"""Every member in office on the last day of the period reports himself, but the holders of exempt posts (000)."""

from collections.abc import Iterator

from desktop.domain import reports
from desktop.domain.cases import PEOPLE
from desktop.domain.facts import Facts, covers
from desktop.domain.findings import Finding, Verdict
from desktop.domain.judging import Outcome, Window, article
from desktop.domain.keys import Key
from desktop.domain.periods import Period
from desktop.domain.records import Person
from desktop.domain.refs import RecordRef
from desktop.domain.reports import asked_by, held_by, judge_report, of_period
from desktop.domain.rule import Reads, Rule

BODY = Key("report.member.body")
EXEMPT_POSTS = Key("report.member.exempt_posts")

RULE = Rule(
    "report.member",
    of=PEOPLE,
    reads=(Reads.PEOPLE, Reads.REPORTS, Reads.SETTINGS, Reads.OFFICE, Reads.WORKDAYS),
    cites=(BODY, EXEMPT_POSTS, reports.DUE, reports.FORM, reports.PERIODS, reports.TO),
)


@RULE.judged_by
def judge(facts: Facts, window: Window) -> Iterator[Finding]:
    held = held_by(facts)
    for one in asked_by(facts, RULE.id, window):
        period = one.span[0]
        for person in _reporting(facts, period):
            judged = _exempt(facts, person, period) or judge_report(
                one, held.get((f"/{person.id}", period.code), ()), f"báo cáo {period.words} của {person.name}"
            )
            yield judged.of(RULE.id, RecordRef.to(person, period.code))


def _reporting(facts: Facts, period: Period) -> tuple[Person, ...]:
    body = facts.ruling(BODY, period.first)
    return facts.members(body.word, period.last) if body else ()  # type: ignore[arg-type]


def _exempt(facts: Facts, person: Person, period: Period) -> Outcome | None:
    ruling = facts.ruling(EXEMPT_POSTS, period.first)
    held = any(ruling is not None and post.post in ruling.words and covers(post, period.last) for post in person.posts)
    if ruling is None or not held:
        return None
    who = person.position or person.name
    text = f"{who} báo cáo theo chế độ của ngành; miễn báo cáo {period.words} theo {article(ruling.cite)}."
    return Outcome(verdict=Verdict.EXEMPT, cite=ruling.cite, text=text)


RULE.looks_through(of_period)
