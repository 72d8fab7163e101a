"""What a new work programme begins with: sessions, duties of the regulation, wider programmes, what was left undone.

Reads only. Imports domain and vi. Each item says in `progress` where it comes from; the clerk edits the whole.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from desktop import vi
from desktop.domain.cadence_proposal import Slot, propose
from desktop.domain.compliance import RULES
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding, Verdict
from desktop.domain.judging import Window
from desktop.domain.keys import Key, RuleId
from desktop.domain.periods import TERM, Period, holding, period
from desktop.domain.programmes import done_on
from desktop.domain.records import Body, Meeting, Programme, ProgrammeItem, ProgrammeKind
from desktop.domain.refs import RecordRef
from desktop.domain.reports import BY, TO
from desktop.domain.rules import (
    directive_review,
    programme_adopted,
    report_government,
    report_received,
    review_annual,
    visit_unit,
)
from desktop.exchange.rule_words import Duty, load_words
from desktop.usecases.meetings import rows as meetings
from desktop.usecases.programmes.rows import UNIT, key_of, period_words, span_of, unit_of

_DAY = dt.timedelta(days=1)
_LENGTH = list(reversed(UNIT))
"""The kinds of period, the shortest first."""


_FINANCE = Key("report.finance.periods")


def draft(facts: Facts, kind: ProgrammeKind, body: Body, code: str, on: dt.date) -> list[ProgrammeItem]:
    """The items in the order of their days, each thing once; those without a day last."""
    span = span_of(facts, code)
    if span is None:
        return []
    sources: list[Callable[[], Iterator[ProgrammeItem]]] = [lambda: _wider(facts, kind, body, span)]
    if kind == "work":
        sources = [
            lambda: _planned(facts, body, span),
            lambda: _asked_sessions(facts, body, span, on),
            lambda: _duties(facts, body, span),
            lambda: _directives(facts, body, span),
            lambda: _finance(facts, body, span),
            *sources,
        ]
    found = [*_left_over(facts, kind, body, span, on), *(item for source in sources for item in source())]
    once = {(vi.fold(item.title), item.due): item for item in reversed(found)}
    dated = {title for title, due in once if due}
    kept = [item for (title, due), item in once.items() if due or title not in dated]
    return sorted(kept, key=lambda item: (item.due or dt.date.max, vi.word_key(item.title)))


def lacking(facts: Facts, programme: Programme, on: dt.date) -> list[ProgrammeItem]:
    """What a draft made now would hold and this programme does not."""
    there = {vi.fold(one.title) for one in programme.items} | {one.meeting for one in programme.items if one.meeting}
    made = draft(facts, programme.kind, programme.body, programme.period, on) if programme.body else []
    return [
        one for one in made if vi.fold(one.title) not in there and (one.meeting is None or one.meeting not in there)
    ]


def told(items: Sequence[ProgrammeItem]) -> str:
    """`Dự thảo có 19 việc: 6 kỳ họp, 4 việc quy chế yêu cầu, 2 việc của chương trình dài hơn, 7 việc chuyển kỳ.`"""
    if not items:
        return "Dự thảo chưa có việc nào; thêm từng việc sau khi lập."
    left = sum(one.carried_from is not None for one in items)
    planned = sum(one.meeting is not None for one in items if one.carried_from is None)
    wider = sum(one.progress.startswith(_WIDER) for one in items if one.carried_from is None)
    asked = len(items) - left - planned - wider
    parts = (
        (planned, "kỳ họp đã xếp"),
        (asked, "việc Quy chế yêu cầu"),
        (wider, "việc của chương trình kỳ dài hơn"),
        (left, "việc kỳ trước chưa xong"),
    )
    return f"Dự thảo có {len(items)} việc: {', '.join(f'{count} {words}' for count, words in parts if count)}."


_WIDER = "Theo chương trình "


# Sessions


def _planned(facts: Facts, body: Body, span: Period) -> Iterator[ProgrammeItem]:
    for meeting in facts.sessions:
        if span.first <= meeting.start.date() <= span.last and _belongs(meeting, body, span):
            yield ProgrammeItem(
                title=meetings.title_of(meeting), due=meeting.start.date(), meeting=meeting.id,
                lead=_preparer(meeting),
            )  # fmt: skip


def _preparer(meeting: Meeting) -> str | None:
    """The one unit that prepares the whole meeting, where it is one."""
    units = {item.preparer for item in meeting.agenda if item.preparer}
    return next(iter(units)) if len(units) == 1 else None


def _belongs(meeting: Meeting, body: Body, span: Period) -> bool:
    """A week takes everything; a month or quarter all but the weekly meetings; longer ones the body's own sessions."""
    unit = unit_of(span.code)
    if unit == "week":
        return True
    if meeting.kind == "weekly":
        return body == "thuong-truc"
    if unit in ("month", "quarter") and body == "btv":
        return True
    return meeting.body == body and unit != TERM


_RHYTHMS: dict[Body, frozenset[str]] = {
    "bch": frozenset({"bch"}),
    "btv": frozenset(
        {"bch", "btv", "front-and-unions", "front-and-unions-deputy", "advisory-bodies", "internal-affairs"}
    ),
    "thuong-truc": frozenset({"thuong-truc", "front-and-unions-deputy", "advisory-bodies", "internal-affairs"}),
}


def _asked_sessions(facts: Facts, body: Body, span: Period, on: dt.date) -> Iterator[ProgrammeItem]:
    """The meetings the regulation asks for and nobody has planned, on the days proposed for them.

    Those before the period are proposed too, since the next one is counted from them.
    """
    unit = unit_of(span.code)
    if unit == TERM or on >= span.last:
        return
    names = _RHYTHMS.get(body, frozenset()) if unit in ("week", "month", "quarter") else frozenset({body})
    found = [
        slot
        for slot in propose(facts, on + _DAY, span.last, names=names)
        if slot.meeting is None and slot.day and span.first <= slot.day <= span.last
    ]
    for title, due in _session_items(facts, body, span):
        found = _without_nearest(found, title, due)
    for slot in found:
        yield ProgrammeItem(title=session_title(slot), due=slot.day, progress=_by(slot.cite))


def _session_items(facts: Facts, body: Body, span: Period) -> list[tuple[str, dt.date]]:
    """The sessions a wider programme already names with their number and day."""
    return [(one.title, one.due) for one in _wider(facts, "work", body, span) if one.due and vi.ordinal(one.title)]


def _without_nearest(slots: list[Slot], title: str, due: dt.date) -> list[Slot]:
    """The proposed sessions without the one that a session named elsewhere stands for."""
    named = next((body for body in ("btv", "thuong-truc") if vi.BODY[body] in title), "bch")
    alike = [slot for slot in slots if slot.kind == "regular" and slot.body == named and slot.day]
    nearest = min(alike, key=lambda slot: abs((slot.day or due) - due), default=None)
    return [slot for slot in slots if slot is not nearest]


def session_title(slot: Slot) -> str:
    """`Hội nghị Ban Thường vụ thường kỳ, phiên 2/2 tháng 9/2024`; by its quarter where only an interval is named."""
    when = holding("quarter", slot.day or slot.last).words if slot.asked.startswith("trong ") else slot.asked
    if slot.kind == "regular":
        return f"Hội nghị {vi.BODY[slot.body]} thường lệ, {when}"
    name = f"Họp {vi.BODY[slot.body]}" if slot.kind == "weekly" else vi.MEETING_KIND[slot.kind]
    return f"{name}, {when}"


# Duties


def _duties(facts: Facts, body: Body, span: Period) -> Iterator[ProgrammeItem]:
    """What the rules ask to be done by a day in the period; nothing of shorter periods than its own."""
    if span.last == dt.date.max:
        return
    for name, words in load_words().rules.items():
        duty, rule = words.duty, RULES[name]
        if duty and body in duty.bodies:
            window = Window.of(facts, span.last, _since(rule.id, span))
            judged = rule(_few_units(facts) if rule is report_received.RULE else facts, window)
            found = [one for one in judged if _falls(facts, one, body, span)]
            for code, same in groupby(sorted(found, key=_code), _code):
                yield _duty(facts, rule.id, duty, code, list(same))


def _few_units(facts: Facts) -> Facts:
    """One unit of each kind stands for all: what they report together is one item."""
    units = {unit.kind: unit for unit in reversed(facts.office.units)}
    return replace(facts, office=replace(facts.office, units=tuple(units.values())))


def _since(rule: str, span: Period) -> dt.date | None:
    """Of what many owe for every month or year, only the periods that can still end in this one are judged."""
    often = rule.startswith(("report.", "information.", "visit."))
    return span.first - _DAY * 366 if often and span.first > dt.date(2, 1, 1) else None


def _code(finding: Finding) -> RecordRef:
    """What is told together: the period, and the body where the rule names one."""
    key = key_of(finding.subject)
    return finding.subject if key else RecordRef(finding.subject.code)


def _falls(facts: Facts, finding: Finding, body: Body, span: Period) -> bool:
    if finding.verdict is Verdict.EXEMPT or finding.due is None or not span.first <= finding.due <= span.last:
        return False
    key = key_of(finding.subject)
    if finding.rule == review_annual.RULE.id and key is None:
        return False
    if finding.rule == programme_adopted.RULE.id and (key is None or key[1] != body):
        return False
    if (
        finding.rule == review_annual.RULE.id
        and body == "bch"
        and facts.ruling(review_annual.REPORTED_TO, span.first) is None
    ):
        return False
    government = finding.rule == report_government.RULE.id
    to = facts.ruling(TO.of(finding.rule), span.first) if government else None
    if to is not None and body not in to.words:
        return False
    code = key[2] if key else finding.subject.code
    return _LENGTH.index(unit_of(code)) >= _LENGTH.index(unit_of(span.code))


def _duty(facts: Facts, rule: RuleId, duty: Duty, code: RecordRef, same: Sequence[Finding]) -> ProgrammeItem:
    key = key_of(code)
    words = period_words(key[2] if key else code)
    title = duty.title.format(period=words, body=vi.BODY[key[1]] if key else "")
    if key and key[0] == "inspection":
        title = title.replace("chương trình", "chương trình kiểm tra, giám sát", 1)
    by = facts.ruling(BY.of(rule), same[0].due or dt.date.max)
    due = max(one.due for one in same if one.due)
    return ProgrammeItem(
        title=title,
        product=duty.product,
        participants=", ".join(by.words) if by else f"{len(same)} nơi" if rule == visit_unit.RULE.id else "",
        due=due,
        progress=_by(same[0].cite),
    )


def _by(cite: Cite) -> str:
    return f"Theo {vi.cite(cite)}" if cite.at else ""


def _directives(facts: Facts, body: Body, span: Period) -> Iterator[ProgrammeItem]:
    """The reviews of directives that fall due, in the programme of the body that directs them."""
    for directive in facts.office.directives:
        for review in directive.reviews:
            if review.due is None or review.done or not span.first <= review.due <= span.last:
                continue
            asked = facts.ruling(directive_review.REQUIRED, review.due)
            directing = facts.ruling(directive_review.DIRECTED_BY, review.due)
            if body != (directing.word if directing else facts.standing):
                continue
            name = "Tổng kết" if review.kind == "tong-ket" else "Sơ kết"
            title = f"{name} {' '.join(part for part in (directive.symbol, directive.title) if part)}"
            lead = directive.lead
            yield ProgrammeItem(
                title=title, lead=lead, product=f"Báo cáo {name.lower()}", due=review.due,
                progress=_by(asked.cite) if asked else "",
            )  # fmt: skip


def _finance(facts: Facts, body: Body, span: Period) -> Iterator[ProgrammeItem]:
    """The committee looks at the Party's finances in the periods the text names; it names no day."""
    ruling = facts.ruling(_FINANCE, span.first)
    if body == "bch" and ruling and unit_of(span.code) in ruling.words:
        yield ProgrammeItem(
            title=f"Xem xét công tác tài chính đảng {span.words}", product="Báo cáo", progress=_by(ruling.cite)
        )


# Other programmes


def _wider(facts: Facts, kind: ProgrammeKind, body: Body, span: Period) -> Iterator[ProgrammeItem]:
    """What the programmes of longer periods have for these days; what names no day belongs to none of them."""
    bodies = (body,) if body != "thuong-truc" else ("thuong-truc", "btv")
    for other in facts.office.programmes:
        longer = _LENGTH.index(unit_of(other.period)) > _LENGTH.index(unit_of(span.code))
        if not longer or other.kind != kind or other.body not in bodies:
            continue
        for item in other.items:
            if item.due and span.first <= item.due <= span.last and item.done is None and item.meeting is None:
                yield replace(item, progress=f"{_WIDER}{period_words(other.period)}", carried_from=None)


def _left_over(facts: Facts, kind: ProgrammeKind, body: Body, span: Period, on: dt.date) -> Iterator[ProgrammeItem]:
    """What the programme of the period before left undone; its day is for the clerk to give anew."""
    before = previous(facts, kind, body, span)
    around = span_of(facts, before.period) if before else None
    if before is None or around is None:
        return
    for item in before.items:
        late = item.due < on if item.due else around.last < on
        if done_on(facts, item, on) is None and late and facts.meeting(item.meeting) is None:
            was = f"Hạn cũ {vi.day(item.due)}" if item.due else ""
            yield replace(item, due=None, progress=was, carried_from=before.id)


def previous(facts: Facts, kind: ProgrammeKind, body: Body, span: Period) -> Programme | None:
    """The body's programme for the period of the same kind just before."""
    for other in facts.office.programmes:
        around = period(other.period)
        alike = (other.kind, other.body) == (kind, body) and around and unit_of(around.code) == unit_of(span.code)
        if alike and around and around.last + _DAY == span.first:
            return other
    return None
