"""A new regulation, or an amendment of the one in force, taken into use from a day; shown before it is taken.

May import domain, vi, db and exchange. What happened before the day stays judged by the regulation then in force.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from db.store import Store
from desktop import vi
from desktop.domain.compliance import check
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding, Verdict
from desktop.domain.keys import RuleId
from desktop.domain.records import RegulationUse, Value
from desktop.domain.refs import RecordRef
from desktop.domain.refusal import Refusal
from desktop.domain.regulation import InForce, Profile
from desktop.exchange.profiles import profiles_of, regulations_of
from desktop.exchange.value_kinds import WORD_CHOICES
from desktop.usecases.base.facts import facts_of
from desktop.usecases.base.names import clean
from desktop.usecases.compliance.account_tally import part_of
from desktop.usecases.compliance.finding_days import FindingDays
from desktop.usecases.compliance.overview import subject_words
from desktop.usecases.compliance.rules import name_of
from desktop.usecases.regulations import values
from desktop.usecases.regulations.ruleset import TOPICS, checked_use, topic_of, typed_value

VALUE = "Quy định mới"
Kind = Literal["changed", "added", "gone", "silent", "place", "same"]
KIND: dict[Kind, str] = {
    "changed": "Đổi quy định",
    "added": "Thêm mới",
    "gone": "Bỏ",
    "silent": "Không quy định nữa",
    "place": "Đổi điều",
    "same": "Giữ nguyên",
}
DIFFERENT: tuple[Kind, ...] = ("changed", "added", "gone", "silent")
"""What may change a finding; the same value under another article does not."""
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the clerk is about to take into use; `overrides` are the office's own values laid over the text."""

    profile: str
    from_: dt.date | None
    document: str = ""
    overrides: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one regulation says on a parameter: nothing where it is silent."""

    value: str = vi.SILENT
    cite: Cite | None = None
    overridden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    key: str
    topic: str
    means: str
    kind: Kind
    old: Side
    new: Side

    @property
    def id(self) -> str:
        return self.key


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectRow:
    """A finding that comes out otherwise; None on a side where the rule does not speak there."""

    key: str
    rule: str
    subject: str
    day: dt.date
    before: Finding | None
    after: Finding | None

    @property
    def id(self) -> str:
        return self.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """`ahead` are what is still to come or to be done, `past` what lies between the day of the change and today.

    `earlier` counts what changes though it lies before the day of the change: nothing should.
    """

    ahead: tuple[EffectRow, ...]
    past: tuple[EffectRow, ...]
    earlier: tuple[EffectRow, ...]


# The draft


def amendment(facts: Facts, day: dt.date) -> Draft:
    """The regulation in force on the eve, with the office's own values carried over for the clerk to see."""
    before = in_force_before(facts, day)
    if before is None:
        raise Refusal("Quy chế: chưa có quy chế nào có hiệu lực trước ngày này để sửa đổi.", field="from_")
    return Draft(profile=before.profile.name, from_=day, overrides=dict(before.overrides))


def in_force_before(facts: Facts, day: dt.date | None) -> InForce | None:
    """What is in force on the eve of a day."""
    return facts.in_force((day or dt.date.max) - DAY)


Overrides = Mapping[str, Value]


def carried(facts: Facts, day: dt.date | None, to: Profile | None) -> Overrides:
    """The office's own values over the regulation of the eve that another one could take over."""
    before = in_force_before(facts, day)
    if before is None:
        return {}
    known = before.profile if to is None else to
    return {key: value for key, value in before.overrides.items() if key in known.parameters}


def drafted(facts: Facts, draft: Draft | None, day: dt.date) -> InForce | None:
    """The draft as a regulation in force, to be compared before it can be taken."""
    profile = regulations_of(facts.office).get(draft.profile) if draft else None
    return InForce(profile=profile, from_=day, overrides=draft.overrides) if draft and profile else None


@dataclass(frozen=True, slots=True)
class Editing:
    """How a value is typed or chosen."""

    unit: str
    choices: tuple[tuple[str, str], ...]


def editing(facts: Facts, key: str, day: dt.date) -> Editing:
    before = in_force_before(facts, day)
    assert before is not None
    unit = before.profile.parameters[key].unit
    return Editing(unit, values.offered(unit, WORD_CHOICES.get(key, ())))


def with_value(draft: Draft, facts: Facts, key: str, text: str) -> Draft:
    """The draft with one more value typed over the text's own; empty text leaves the text's."""
    held = profiles_of(facts.office)[draft.profile]
    parameter = held.parameters[key]
    kept = {each: value for each, value in draft.overrides.items() if each != key}
    if not text.strip():
        return replace(draft, overrides=kept)
    dated = parameter.on(draft.from_ or dt.date.max)
    value = typed_value(VALUE, parameter, text, held.cite(key, dated))
    return replace(draft, overrides=kept if value == dated.value else {**kept, key: value})


def proposed(facts: Facts, draft: Draft, profiles: Mapping[str, Profile]) -> Facts:
    """The office as it would be; raises `Refusal` where the draft cannot be taken."""
    return facts_of(
        replace(facts.office, office=replace(facts.office.office, regulations=_uses(facts, draft, profiles)))
    )


def _uses(facts: Facts, draft: Draft, profiles: Mapping[str, Profile]) -> tuple[RegulationUse, ...]:
    use = checked_use(draft.profile, draft.from_, profiles)
    kept = facts.office.office.regulations
    if any(each.from_ == use.from_ for each in kept):
        assert use.from_ is not None
        raise Refusal(f"Ngày có hiệu lực: đã có một quy chế bắt đầu từ {vi.day(use.from_)}.", field="from_")
    taken = replace(use, overrides=dict(draft.overrides) or None, document=clean(draft.document))
    return tuple(sorted((*kept, taken), key=lambda each: each.from_ or dt.date.max))


def take(store: Store, *, facts: Facts, draft: Draft, profiles: Mapping[str, Profile]) -> None:
    head = facts.office.office
    store.put_head(replace(head, regulations=_uses(facts, draft, profiles)), before=head)


# The difference


def difference(before: InForce | None, after: InForce, day: dt.date) -> tuple[ChangeRow, ...]:
    """Every parameter of either, as it held on the eve and as it holds from the day on, by topic."""
    eve = day - DAY
    keys = dict.fromkeys([*(before.profile.parameters if before else ()), *after.profile.parameters])
    rows = [_change(before, after, key, eve, day) for key in keys]
    order = list(TOPICS.values())
    return tuple(sorted((row for row in rows if row), key=lambda row: order.index(row.topic)))


def _change(before: InForce | None, after: InForce, key: str, eve: dt.date, day: dt.date) -> ChangeRow | None:
    old, new = _side(before, key, eve), _side(after, key, day)
    if old.cite is None and new.cite is None:
        return None
    speaking = after.profile.parameters.get(key) or (before.profile.parameters[key] if before else None)
    assert speaking is not None
    return ChangeRow(
        key=key,
        topic=topic_of(key),
        means=speaking.says(day),
        kind=_kind(after.profile, key, old, new),
        old=old,
        new=new,
    )


def _side(held: InForce | None, key: str, day: dt.date) -> Side:
    ruling = held.ruling(key, day) if held else None
    if held is None or ruling is None:
        return Side()
    unit = held.profile.parameters[key].unit
    return Side(value=values.said(unit, ruling.value), cite=ruling.cite, overridden=ruling.overridden)


def _kind(after: Profile, key: str, old: Side, new: Side) -> Kind:
    if old.cite is None:
        return "added"
    if new.cite is None:
        silent = key in after.parameters or any(each.key == key for each in after.silences)
        return "silent" if silent else "gone"
    if old.value != new.value:
        return "changed"
    return "same" if (old.cite, old.overridden) == (new.cite, new.overridden) else "place"


# What follows


def effects(facts: Facts, changed: Facts, day: dt.date, on: dt.date) -> Effects:
    """Try every rule with and without the change as of today, and keep what comes out otherwise."""
    before = {(one.subject, one.rule): one for one in check(facts, on=on)}
    after = {(one.subject, one.rule): one for one in check(changed, on=on)}
    days = FindingDays(changed, on)
    rows = sorted(_effects(changed, before, after, days), key=lambda row: (row.day, row.key))
    return Effects(
        ahead=tuple(row for row in rows if row.day >= day and _ahead(row, on)),
        past=tuple(row for row in rows if row.day >= day and not _ahead(row, on)),
        earlier=tuple(row for row in rows if row.day < day),
    )


def _ahead(row: EffectRow, on: dt.date) -> bool:
    still_due = row.after is not None and row.after.verdict is Verdict.DUE
    return row.day > on or still_due


Found = dict[tuple[RecordRef, RuleId], Finding]


def _effects(changed: Facts, before: Found, after: Found, days: FindingDays) -> Iterator[EffectRow]:
    for subject, rule in dict.fromkeys([*before, *after]):
        old, new = before.get((subject, rule)), after.get((subject, rule))
        if _judgement(old) != _judgement(new):
            one = new or old
            assert one is not None
            day = days.day(one)
            yield EffectRow(
                key=f"{rule}|{subject}",
                rule=name_of(changed, rule, part_of(changed, one), day),
                subject=subject_words(changed, one, day),
                day=day,
                before=old,
                after=new,
            )


def _judgement(finding: Finding | None) -> tuple[object, ...]:
    return () if finding is None else (finding.verdict, finding.expected, finding.due)
