"""What changes periodic reports: received, not received after all, reminded of, their own day, form and addressee.

Each function is handed a store and raises `Refusal`; nothing is committed here. A report that is only expected need not
be on record: it is made when something is said of it, and goes when nothing is left to say.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.keys import RuleId
from desktop.domain.periods import Period, period
from desktop.domain.records import Person, Report, ReportForm, Unit
from desktop.domain.refs import RecordRef
from desktop.domain.refusal import Refusal
from desktop.domain.reports import FORM, TO
from desktop.domain.rules import information_members, report_member, report_received, report_upward

_LONGEST = dt.timedelta(days=366)
"""A report's own day later than this after its period is a mistyped year."""
Addressee = Literal["bch", "btv", "thuong-truc", "superior", "members"]
ADDRESSEES: tuple[Addressee, ...] = get_args(Addressee)
RULE_OF_OFFICE = {"superior": report_upward.RULE.id, "members": information_members.RULE.id}


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One cell of the grid: which rule asks it, whose report it is, for which period, and to whom it must go."""

    rule: RuleId
    unit: str | None = None
    person: str | None = None
    to: str | None = None
    code: str

    @property
    def subject(self) -> RecordRef:
        """The finding on it."""
        if self.person:
            return RecordRef.of(Person, self.person, self.code)
        if self.unit in ("office", "government"):
            return RecordRef.of("office", self.code)
        return RecordRef.of(Unit, self.unit or "", self.code)


def key_of(rule: RuleId, who: str, code: str) -> Key:
    """The cell of a unit, a person or the government under a rule."""
    if rule == report_member.RULE.id:
        return Key(rule=rule, person=who, code=code)
    to = next((to for to, own in RULE_OF_OFFICE.items() if own == rule), None)
    return Key(rule=rule, unit="office" if to else who, to=to, code=code)


def first_of(reports: Iterable[Report], key: Key) -> Report | None:
    """The one that speaks for the cell: the first that came in, else one still expected."""
    fitting = [one for one in reports if key.to is None or one.to == key.to]
    return min(fitting, key=lambda one: (one.received is None, one.received or dt.date.min), default=None)


def held(facts: Facts, key: Key) -> Report | None:
    """The report on record for the cell."""
    whose = (key.unit, key.person, key.code)
    return first_of((one for one in facts.office.reports if (one.unit, one.person, one.period) == whose), key)


def _expected(store: Store, facts: Facts, key: Key) -> Report:
    """A report as the text asks for it; where the text names several addressees, none until it came in."""
    asked = asked_to(facts, key)
    to = asked[0] if len(asked) == 1 else None
    return Report(id=store.new_id(Report), unit=key.unit, person=key.person, period=key.code, to=to)


def asked_to(facts: Facts, key: Key) -> tuple[Addressee, ...]:
    """The addressees the text names, in its order; those of one kind of unit where it names them apart."""
    if key.to:
        return tuple(code for code in ADDRESSEES if code == key.to)
    unit, first = facts.unit(key.unit), _span(key).first
    front = unit is not None and unit.kind == "front-and-unions"
    ruling = (facts.ruling(report_received.FRONT_TO, first) if front else None) or facts.ruling(TO.of(key.rule), first)
    if ruling is None:
        return ()
    named = [ruling.value] if isinstance(ruling.value, str) else ruling.words
    return tuple(code for one in named for code in ADDRESSEES if code == one)


def _span(key: Key) -> Period:
    span = period(key.code)
    if span is None:
        raise Refusal(f"Kỳ báo cáo “{key.code}” không có; cần tháng, quý, 6 tháng, 9 tháng, năm hoặc tuần.")
    return span


def asked_form(facts: Facts, key: Key) -> ReportForm | None:
    """The form the text asks for; nothing where it says nothing."""
    ruling = facts.ruling(FORM.of(key.rule), _span(key).first)
    if ruling is None:
        return None
    return "written" if ruling.word == "written" else "oral"


def receive(store: Store, *, facts: Facts, keys: Sequence[Key], day: dt.date, on: dt.date) -> None:
    """All of them came in on a day, in the form and to the body the text asks, where none is on record.

    Any of the addressees the text names will do: the first it names stands there until the clerk says another.
    """
    for key in keys:
        before = held(facts, key)
        report = before or _expected(store, facts, key)
        form = report.form or asked_form(facts, key)
        to = report.to or next(iter(asked_to(facts, key)), None)
        _put(store, key, before, replace(report, received=day, form=form, to=to), on)


def take_back(store: Store, *, facts: Facts, keys: Sequence[Key], on: dt.date) -> None:
    """Not received after all; what else is on record of them stays."""
    for key in keys:
        before = held(facts, key)
        if before and before.received:
            _put(store, key, before, replace(before, received=None, form=None), on)


def remind(store: Store, *, facts: Facts, keys: Sequence[Key], day: dt.date | None, on: dt.date) -> None:
    """The reminder of all of them went out on a day; no day takes it back."""
    for key in keys:
        before = held(facts, key)
        if before or day:
            _put(store, key, before, replace(before or _expected(store, facts, key), reminded=day), on)


def set_due(store: Store, *, facts: Facts, keys: Sequence[Key], day: dt.date | None, on: dt.date) -> None:
    """A day of the reports' own, over the office's; no day gives the office's back."""
    for key in keys:
        before = held(facts, key)
        if before or day:
            _put(store, key, before, replace(before or _expected(store, facts, key), due=day), on)


def set_form(store: Store, *, facts: Facts, keys: Sequence[Key], form: ReportForm | None, on: dt.date) -> None:
    for key in keys:
        before = held(facts, key)
        if before or form:
            _put(store, key, before, replace(before or _expected(store, facts, key), form=form), on)


def set_addressee(store: Store, *, facts: Facts, key: Key, to: str | None, on: dt.date) -> None:
    before = held(facts, key)
    code = next((one for one in ADDRESSEES if one == to), None)
    if before or code:
        after = replace(before or _expected(store, facts, key), to=code)
        _put(store, key, before, after, on)


def _put(store: Store, key: Key, before: Report | None, after: Report, on: dt.date) -> None:
    if after == before:
        return
    _check(key, after, on)
    if _says_nothing(after):
        if before:
            store.remove(Report, before.id, before=before)
        return
    store.put(after, before=before)


def _says_nothing(report: Report) -> bool:
    return not (report.received or report.due or report.reminded or report.form)


def _check(key: Key, report: Report, on: dt.date) -> None:
    span = _span(key)
    for day, field, name in ((report.received, "received", "Ngày nhận"), (report.reminded, "reminded", "Ngày đôn đốc")):
        if key.to and field == "received":
            name = "Ngày gửi"
        if day is not None and day > on:
            raise Refusal(f"{name} {vi.day(day)} chưa đến; cần ngày không sau hôm nay, {vi.day(on)}.", field=field)
        if day is not None and day < span.first:
            said = f"{name} {vi.day(day)} trước khi {span.words} bắt đầu"
            raise Refusal(f"{said}; cần từ ngày {vi.day(span.first)} trở đi.", field=field)
    due = report.due
    if due is not None and not span.first <= due <= span.last + _LONGEST:
        latest = vi.day(span.last + _LONGEST)
        raise Refusal(
            f"Hạn {vi.day(due)} không thuộc {span.words}; cần từ ngày {vi.day(span.first)} đến ngày {latest}.",
            field="due",
        )
