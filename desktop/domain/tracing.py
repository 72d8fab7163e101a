"""How a finding came about: what its rule asked of the regulation and the records, and how it counted the days.

`desktop.domain` only. The rule itself is run once more on facts that keep what is asked of them, so that what is told
is what was done. Steps stand in the order in which they were taken, each once.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, fields
from typing import Literal

from desktop.domain.compliance import RULES
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding
from desktop.domain.judging import Window
from desktop.domain.keys import Key, SettingKey
from desktop.domain.periods import period
from desktop.domain.records import (
    Absence,
    Body,
    Document,
    Meeting,
    Person,
    Programme,
    Record,
    Report,
    Review,
    Value,
)
from desktop.domain.refs import RecordRef
from desktop.domain.regulation import Ruling
from desktop.domain.wording import BODY, short_day
from desktop.domain.wording import day as day_said
from desktop.domain.workdays import Workdays

_DAY = dt.timedelta(days=1)
_LISTED = 40
"""How many days counted are listed one by one; of longer spans the first and last are."""
Kind = Literal["article", "setting", "members", "record", "days"]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing asked and what was answered; `records` are the subjects (`meetings/m1`) it was read from.

    `key` is the parameter's or setting's, with what it said; `brief` says the same for paper, where days are many.
    """

    kind: Kind
    text: str
    cite: Cite | None = None
    records: tuple[RecordRef, ...] = ()
    key: str = ""
    value: Value | None = field(default=None, compare=False)
    said: str = ""
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Reasoning:
    """A finding with the steps that led to it."""

    finding: Finding
    steps: tuple[Step, ...]

    def of(self, kind: Kind) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.kind == kind)


def explain(facts: Facts, rule: str, subject: str, on: dt.date) -> Reasoning | None:
    """The finding of a rule on a subject as of a day, with its steps; None where the rule gives none."""
    return next(explained(facts, rule, {subject}, on), None)


def explained(facts: Facts, rule: str, subjects: Set[str], on: dt.date) -> Iterator[Reasoning]:
    """The findings of a rule on these subjects as of a day, each with its steps, in one run of the rule."""
    traced, before = _traced(facts), list[Step]()
    for finding in RULES[rule](traced, Window.of(facts, on)):
        if finding.subject in subjects:
            steps = [*_read(facts, finding), *_asked_for_all(before, traced.taken.steps, finding), *traced.taken.steps]
            yield Reasoning(finding, tuple(_once(steps)))
        before += [step for step in traced.taken.steps if step.kind in ("article", "setting")]
        traced.taken.steps.clear()


def _asked_for_all(before: list[Step], since: list[Step], finding: Finding) -> list[Step]:
    """What a rule asked once for many subjects stands among the steps of the first of them."""
    cited = finding.cite.at
    own = finding.cite.office and not any(step.kind == "setting" for step in since)
    asked = [step for step in before if own and step.kind == "setting"][-1:]
    if cited is None or any(step.cite and step.cite.at == cited for step in since):
        return asked
    places = [place for place, step in enumerate(before) if step.cite and step.cite.at == cited]
    return [*asked, *(before[places[-1] :] if places else ())]


def _once(steps: Iterable[Step]) -> Iterator[Step]:
    yield from dict.fromkeys(steps)


def _read(facts: Facts, finding: Finding) -> Iterator[Step]:
    """The records the finding is on: the one it names, and those of its period that its rule looks through."""
    about, named = finding.subject, facts.at(finding.subject)
    through = RULES[finding.rule].through
    beside = through(facts, about) if through else ()
    yield from (_of_record(facts, record) for record in (*([named] if named else ()), *beside))


@dataclass
class _Taken:
    steps: list[Step] = field(default_factory=list)


@dataclass(frozen=True)
class _Days(Workdays):
    """Workdays that tell how they counted."""

    taken: _Taken = field(default_factory=_Taken)

    def before(self, day: dt.date, n: int, *, clear: bool = False) -> dt.date:
        last = super().before(day, n, clear=clear)
        how = f"{n} ngày làm việc{' trọn vẹn' if clear else ''}"
        self._tell(f"Đếm ngược {how} từ {day_said(day)}", last, day - _DAY, back=True)
        return last

    def after(self, day: dt.date, n: int) -> dt.date:
        last = super().after(day, n)
        self._tell(f"Đếm {n} ngày làm việc sau {day_said(day)}", day + _DAY, last)
        return last

    def count(self, first: dt.date, last: dt.date) -> int:
        found = super().count(first, last)
        self._tell(f"Từ {day_said(first)} đến {day_said(last)} có {found} ngày làm việc", first, last)
        return found

    def _tell(self, what: str, first: dt.date, last: dt.date, *, back: bool = False) -> None:
        span = [first + _DAY * ahead for ahead in range((last - first).days + 1)]
        order = span[::-1] if back else span
        off = {value: why for value in order if (why := self.why_off(value))}
        counted = [day_said(value) for value in order if value not in off]
        listed = counted if len(counted) <= _LISTED else [counted[0], "…", counted[-1]]
        passed = [f"{day_said(value)} ({why})" for value, why in off.items()]
        if len(passed) > _LISTED:
            passed = [f"{number} ngày {why}" for why, number in Counter(off.values()).items()]
        skipped = f"; bỏ qua {', '.join(passed)}" if passed else ""
        brief = f"{what}{_off_in_brief(off)}."
        text = f"{what}: {', '.join(listed) or 'không có ngày nào'}{skipped}."
        self.taken.steps.append(Step("days", text, brief=brief))


def _off_in_brief(off: Mapping[dt.date, str]) -> str:
    """`, bỏ qua 22/6, 23/6 (nghỉ cuối tuần), 02/9 (Quốc khánh)`; of many days how many there were."""
    if not off:
        return ""
    days = {why: sorted(day for day in off if off[day] == why) for why in dict.fromkeys(off.values())}
    if len(off) > _FEW:
        told = [f"{len(each)} ngày {why}" for why, each in days.items()]
    else:
        told = [f"{', '.join(short_day(day) for day in each)} ({why})" for why, each in days.items()]
    return f", bỏ qua {', '.join(told)}"


_FEW = 6


@dataclass(frozen=True)
class _Traced(Facts):
    """Facts that keep what is asked of them."""

    taken: _Taken = field(default_factory=_Taken)

    def ruling(self, key: Key, day: dt.date) -> Ruling | None:
        found = super().ruling(key, day)
        if found:
            own = " (mức riêng của đơn vị)" if found.overridden else ""
            text = f"{found.means.rstrip('.')}{own}."
            self._keep(Step("article", text, found.cite, key=key, value=found.value, said=repr(found.value)))
        return found

    def setting(self, key: SettingKey, on: dt.date) -> Value | None:
        found = super().setting(key, on)
        known = self.settings.get(key)
        if found is not None and known:
            self._keep(Step("setting", known.means, Cite(office=True), key=key, value=found, said=repr(found)))
        return found

    def members(self, body: Body, day: dt.date) -> tuple[Person, ...]:
        found = super().members(body, day)
        names = ", ".join(person.name for person in found)
        text = f"{BODY[body]} ngày {day_said(day)} có {len(found)} người đương nhiệm{f': {names}' if found else ''}."
        self._keep(Step("members", text, records=tuple(RecordRef.to(person) for person in found)))
        return found

    def absence(self, person: str, day: dt.date) -> Absence | None:
        found = super().absence(person, day)
        if found:
            self._keep(_of_record(self, found))
        return found

    def absences_of(self, person: str) -> list[Absence]:
        found = super().absences_of(person)
        for one in found:
            self._keep(_of_record(self, one))
        return found

    def next_session(self, bodies: Iterable[str], since: dt.date) -> Meeting | None:
        bodies = list(bodies)
        found = super().next_session(bodies, since)
        names = " hoặc ".join(BODY[each] for each in BODY if each in bodies)
        text = f"Phiên họp {names} gần nhất sau {day_said(since)}: "
        if found is None:
            self._keep(Step("record", f"{text}chưa có."))
        else:
            self._keep(Step("record", f"{text}{day_said(found.start.date())}.", records=(RecordRef.to(found),)))
        return found

    def meeting(self, id: str | None) -> Meeting | None:
        found = super().meeting(id)
        if found:
            self._keep(_of_record(self, found))
        return found

    def documents_on(self, delegated: str) -> list[Document]:
        found = super().documents_on(delegated)
        for one in found:
            self._keep(_of_record(self, one))
        return found

    def _keep(self, step: Step) -> None:
        self.taken.steps.append(step)


def _traced(facts: Facts) -> _Traced:
    taken, days = _Taken(), facts.workdays
    counted = _Days(**{each.name: getattr(days, each.name) for each in fields(Workdays)}, taken=taken)
    return _Traced(facts.office, facts.in_force_list, counted, facts.settings, facts.committees, taken)


def _of_record(facts: Facts, record: Record) -> Step:
    """What stands on record, in one line."""
    if isinstance(record, Meeting):
        text = f"{record.title or f'Cuộc họp {BODY[record.body]}'} ngày {day_said(record.start.date())}"
    elif isinstance(record, Absence):
        text = f"{facts.named(record.person)} vắng từ {day_said(record.from_)} đến {day_said(record.to)}"
    else:
        name = _name(facts, record)
        own = next((value for key in _DATED if (value := getattr(record, key, None))), None)
        text = f"{name}{f', ngày {day_said(own)}' if own else ''}"
    return Step("record", f"{text}.", records=(RecordRef.to(record),))


def _name(facts: Facts, record: Record) -> str:
    """The symbol or title; of what has none, whose it is and of which period."""
    if isinstance(record, Report):
        who = facts.unit(record.unit) or facts.person(record.person)
        name = who.name if who else "Ủy ban nhân dân" if record.unit == "government" else "cấp ủy"
        return f"Báo cáo {_period(record.period)} của {name}"
    if isinstance(record, Programme):
        whose = f"{BODY[record.body]} " if record.body else ""
        return f"Chương trình {whose}{_period(record.period)}"
    if isinstance(record, Review):
        what = record.kind_name or "Kiểm điểm, đánh giá"
        return f"{what} {dict[str, str](BODY.items()).get(record.subject) or facts.named(record.subject)}".rstrip()
    return next((said.rstrip(".") for key in _NAMED if (said := getattr(record, key, ""))), record.id)


def _period(code: str) -> str:
    span = period(code)
    return span.words if span else "toàn khóa"


_NAMED = ("symbol", "title", "name", "subject", "content")
_DATED = ("date", "decided", "sent", "adopted", "received")
