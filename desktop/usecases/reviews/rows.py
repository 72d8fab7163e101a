"""Kiểm điểm, xếp loại, tín nhiệm, chất vấn: what the regulation asks in each period beside what is on record.

Reads only; the verdicts are those of the desk's findings. Imports domain and vi. A review belongs to the period in
which it was held; one without a rule that asks for it stands by itself.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop import vi
from desktop.domain import own_items
from desktop.domain.facts import Facts
from desktop.domain.findings import GRAVITY, Finding, Verdict
from desktop.domain.names import same
from desktop.domain.periods import TERM, Period, holding, period
from desktop.domain.records import AgendaItem, Body, Meeting, Person, Review, ReviewKind
from desktop.domain.refs import RecordRef
from desktop.domain.rules import regulation_review, review_annual, review_quarterly, review_term
from desktop.domain.spans import name_of

KIND = vi.REVIEW
KIND_OF: dict[str, ReviewKind] = {
    review_annual.RULE.id: "annual-review",
    review_quarterly.RULE.id: "quarterly-rating",
    review_term.RULE.id: "term-review",
    regulation_review.RULE.id: "regulation-review",
}
"""The kind of review each rule asks for."""
OF_SESSION: tuple[ReviewKind, ...] = ("confidence-vote", "questioning")
"""Kinds that take place at a session itself, which is then `reported_at`."""
_BODY: dict[str, str] = dict[str, str](vi.BODY.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """A duty of a period with the reviews that answer it, or one review no rule asks for.

    `name` is what the office's own text calls it; `people` are those who review themselves each for himself, `items`
    the agenda items that were questioning.
    """

    id: str
    kind: ReviewKind
    title: str
    span: Period | None
    subject: str
    reviews: tuple[Review, ...]
    name: str = ""
    finding: Finding | None
    people: tuple[Person, ...] = ()
    session: Meeting | None = None
    items: tuple[AgendaItem, ...] = ()

    @property
    def review(self) -> Review | None:
        """The one that speaks for the row: the latest."""
        return self.reviews[-1] if self.reviews and not self.people else None

    @property
    def waiting(self) -> bool:
        """Nothing is on record, and something is still asked."""
        return not self.reviews and not self.session

    @property
    def year(self) -> int | None:
        day = self.span.last if self.span else _latest(self.reviews) or (self.session and self.session.start.date())
        return day.year if day and day != dt.date.max else None


def _latest(reviews: Iterable[Review]) -> dt.date | None:
    return max((one.date for one in reviews if one.date), default=None)


def rows(
    facts: Facts, findings: Iterable[Finding], on: dt.date, *, year: int | None = None, kind: str = "", text: str = ""
) -> list[ReviewRow]:
    """By kind, then by period, the latest first; what belongs to the whole term stands in every year."""
    wanted = vi.fold(text.strip())
    findings = list(findings)
    made = [*_duties(facts, findings), *_people(facts, findings, on), *_sessions(facts)]
    taken = {one.id for row in made for one in row.reviews}
    made += [_alone(facts, one) for one in facts.office.reviews if one.id not in taken and one.kind]
    kept = [
        row
        for row in made
        if (not kind or row.kind == kind)
        and (year is None or row.year in (None, year))
        and wanted in vi.fold(f"{KIND[row.kind]} {row.title}")
    ]
    order = list(KIND)
    return sorted(kept, key=lambda row: (order.index(row.kind), -_day(row).toordinal(), bool(row.people), row.title))


def _day(row: ReviewRow) -> dt.date:
    day = row.span.last if row.span else _latest(row.reviews) or (row.session and row.session.start.date())
    return day or dt.date.min


def years(facts: Facts, on: dt.date) -> list[int]:
    found = {one.date.year for one in facts.office.reviews if one.date} | {on.year}
    found |= {one.from_.year for one in facts.in_force_list if one.from_ <= on}
    return list(range(max(found), min(found) - 1, -1))


def _duties(facts: Facts, findings: Iterable[Finding]) -> Iterator[ReviewRow]:
    for finding in findings:
        if finding.rule in KIND_OF and not finding.subject.names(Person):
            about = finding.subject
            span, kind = _span(facts, about.code), KIND_OF[finding.rule]
            body = about.kind if about.kind in vi.BODY else ""
            held = [one for one in facts.office.reviews if one.kind == kind and _lies_in(one, span)]
            name = name_asked(facts, kind, span)
            held = [one for one in held if (not body or one.subject == body) and same(one.kind_name, name)]
            yield ReviewRow(
                id=f"{finding.rule}|{finding.subject}",
                kind=kind,
                title=_title_of(name or _BODY.get(body, ""), span, apart=", " if name else " "),
                span=span,
                subject=body,
                name=name,
                reviews=tuple(sorted(held, key=lambda one: one.date or dt.date.min)),
                finding=finding,
            )


def _title_of(whose: str, span: Period | None, *, apart: str) -> str:
    return apart.join(part for part in (whose, span.words if span else "") if part)


def name_asked(facts: Facts, kind: ReviewKind, span: Period | None) -> str:
    """The name that the regulation of a period has for what it asks in it; empty where it has none of its own."""
    if kind != KIND_OF[review_quarterly.RULE.id] or span is None:
        return ""
    ruling = facts.ruling(review_quarterly.PERIODS, span.last)
    return name_of(ruling.words, span) if ruling else ""


def names(facts: Facts, kind: ReviewKind | None, day: dt.date, kept: str) -> tuple[tuple[str, str], ...]:
    """The names of its own that the regulation of a day has for ratings, with the one that a review bears."""
    rated = kind == KIND_OF[review_quarterly.RULE.id]
    return own_items.choices(facts, "periods", day, kept) if rated else ()


def _span(facts: Facts, code: str) -> Period | None:
    """The whole term has the days the office gave it."""
    if code != TERM:
        return period(code)
    term = facts.office.office.term
    return Period(TERM, term.from_, term.to or dt.date.max) if term and term.from_ else None


def _lies_in(review: Review, span: Period | None) -> bool:
    return span is not None and review.date is not None and span.first <= review.date <= span.last


def _gravest(findings: Iterable[Finding], people: Sequence[Person], code: str) -> Finding | None:
    subjects = {RecordRef.to(person, code) for person in people}
    found = [one for one in findings if one.rule == review_annual.RULE.id and one.subject in subjects]
    return min(found, key=lambda one: GRAVITY.index(one.verdict), default=None)


def _people(facts: Facts, findings: Sequence[Finding], on: dt.date) -> Iterator[ReviewRow]:
    """The members the text asks to review themselves, each by himself, in a year; the gravest finding speaks."""
    for year in years(facts, on):
        span = holding("year", dt.date(year, 1, 1))
        ruling = facts.ruling(review_annual.MEMBERS, span.last)
        for body in ruling.words if ruling else ():
            people = facts.members(_body(body), span.last)
            ids = {one.id for one in people}
            held = [one for one in facts.office.reviews if one.kind == "annual-review" and one.subject in ids]
            yield ReviewRow(
                id=f"members/{body}/{year}",
                kind="annual-review",
                title=f"Cá nhân ủy viên {_BODY[body]} {span.words}",
                span=span,
                subject="",
                reviews=tuple(one for one in held if _lies_in(one, span)),
                finding=_gravest(findings, people, span.code),
                people=people,
            )


def _body(code: str) -> Body:
    return next(one for one in vi.BODY if one == code)


def _sessions(facts: Facts) -> Iterator[ReviewRow]:
    """Sessions with questioning on their agenda, with what was asked and answered there if it is on record."""
    for meeting in facts.sessions:
        items = tuple(item for item in meeting.agenda if item.purpose == "questioning")
        held = [one for one in facts.office.reviews if one.kind == "questioning" and one.reported_at == meeting.id]
        if items:
            yield ReviewRow(
                id=RecordRef.to(meeting),
                kind="questioning",
                title=f"Chất vấn tại {meeting.title or vi.kind_of(meeting)}",
                span=None,
                subject="",
                reviews=tuple(held),
                finding=None,
                session=meeting,
                items=items,
            )


def _alone(facts: Facts, review: Review) -> ReviewRow:
    assert review.kind is not None
    subject = subject_words(facts, review.subject)
    session = facts.meeting(review.reported_at)
    return ReviewRow(
        id=review.id,
        kind=review.kind,
        title=review.kind_name or subject or (session.title if session else "") or KIND[review.kind],
        span=None,
        subject=review.subject,
        reviews=(review,),
        finding=None,
    )


# Words and lists


def subject_words(facts: Facts, subject: str) -> str:
    person = facts.person(subject)
    return person.name if person else _BODY.get(subject, "")


def state(facts: Facts, row: ReviewRow, on: dt.date) -> str:
    """What is done of it and what is still to come, in a few words."""
    if row.people:
        done = {one.subject for one in row.reviews if one.date and one.date <= on}
        return f"{len(done)}/{len(row.people)} người đã kiểm điểm"
    one = row.review
    if one is None:
        return "Chưa làm" if not row.session else f"{len(row.items)} mục trong chương trình, chưa ghi nội dung"
    if one.date and one.date > on:
        return f"Đã xếp {vi.day(one.date)}"
    if one.kind == "questioning" and one.questions:
        answered = sum(bool(each.answer) for each in one.questions)
        return f"{len(one.questions)} chất vấn, {answered} đã trả lời"
    if one.kind == "confidence-vote" and one.scores:
        return f"Kết quả của {len(one.scores)} người"
    return one.result


def lacking(facts: Facts, row: ReviewRow, on: dt.date) -> list[str]:
    """What the text asks to follow and is not yet on record: telling the committee, sending it up."""
    if row.kind != "annual-review" or row.review is None or row.finding is None or row.span is None:
        return []
    to = facts.ruling(review_annual.REPORTED_TO, row.span.last)
    up = facts.ruling(review_annual.SENT_UP, row.span.last)
    found = []
    session = facts.meeting(row.review.reported_at)
    if to and (session is None or session.start.date() > on):
        found.append(f"chưa đưa ra hội nghị {_BODY[to.word]} góp ý")
    if up and up.value and row.review.sent_up is None:
        found.append("chưa gửi cấp trên")
    return found


def without(facts: Facts, row: ReviewRow, on: dt.date) -> list[Person]:
    """Those who have not yet reviewed themselves."""
    done = {one.subject for one in row.reviews if one.date and one.date <= on}
    return [one for one in row.people if one.id not in done]


def late(row: ReviewRow, on: dt.date) -> bool:
    return row.finding is not None and row.finding.verdict is Verdict.BREACH


def present(facts: Facts, review: Review) -> int:
    """How many could vote: the members recorded present at the session, else all in office that day."""
    session = facts.meeting(review.reported_at)
    body: Body = session.body if session else "bch"
    day = session.start.date() if session else review.date or dt.date.max
    members = {one.id for one in facts.members(body, day)}
    if session and session.attendance:
        return sum(one.status == "present" and one.person in members for one in session.attendance)
    return len(members)


def scored(facts: Facts, review: Review) -> list[Person]:
    """Those whose confidence is voted on: the standing committee that day, and whoever else bears scores."""
    day = review.date or dt.date.max
    found = {one.id: one for one in facts.members("btv", day)}
    own = facts.person(review.subject)
    for person in [own, *(facts.person(score.person) for score in review.scores)]:
        if person:
            found.setdefault(person.id, person)
    return list(found.values())


def sessions(facts: Facts, kind: ReviewKind | None) -> list[tuple[str, str]]:
    """The sessions a review may be told at or held at, the latest first: of the committee, or of any body."""
    held = [one for one in facts.sessions if one.body == "bch" or kind in OF_SESSION]
    return [(one.id, f"{vi.day(one.start.date())}: {_title(one)}") for one in reversed(held)]


def _title(meeting: Meeting) -> str:
    return meeting.title or vi.kind_of(meeting)
