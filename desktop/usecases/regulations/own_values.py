"""What the office lays down for itself, from day to day: its settings, its own values over a regulation's.

May import domain, vi, db and exchange. A value holds from its day on: what happened before stays judged by what then
held. What a change would make of the office is made first as a head, to be tried before it is put.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import OfficeHead, RegulationUse, SettingFrom, Value
from desktop.domain.refusal import Refusal
from desktop.domain.regulation import InForce, Parameter
from desktop.exchange.profile_file import setting_problem
from desktop.usecases.base.facts import facts_of
from desktop.usecases.regulations import ruleset, values
from desktop.usecases.regulations.ruleset import ParameterRow
from desktop.usecases.regulations.settings import SettingRow

WORTH = "Quy ước của đơn vị"
BY_TEXT = "Theo văn bản"
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What the office may lay down: a `setting`, or a parameter of its regulation.

    `value` is the own one of today in words, `otherwise` what holds without it.
    """

    key: str
    title: str
    setting: bool
    unit: str
    choices: tuple[tuple[str, str], ...]
    value: str
    otherwise: str
    base: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One value with the days it holds; without a first day it holds from the beginning."""

    from_: dt.date | None
    to: dt.date | None
    value: str


def of_setting(row: SettingRow) -> Subject:
    return Subject(
        key=row.key,
        title=row.title,
        setting=True,
        unit=row.kind,
        choices=row.choices,
        value=row.value if row.own else "",
        otherwise=f"Mặc định: {row.default[:1].lower()}{row.default[1:]}",
    )


def of_parameter(row: ParameterRow) -> Subject:
    return Subject(
        key=row.key,
        title=row.means,
        setting=False,
        unit=row.unit,
        choices=row.choices,
        value=vi.capital(row.value) if row.overridden else "",
        otherwise=BY_TEXT,
        base=row.value,
    )


# From day to day


def history(facts: Facts, subject: Subject) -> tuple[Kept, ...]:
    """The values from the first day to the last, as long as the office ever laid one down."""
    steps = _of_setting(facts, subject) if subject.setting else _of_parameter(facts, subject)
    ends = [from_ - _DAY if from_ else None for from_, _ in steps[1:]]
    return tuple(Kept(from_=from_, to=to, value=said) for (from_, said), to in zip_longest(steps, ends))


_Steps = list[tuple[dt.date | None, str]]


def _of_setting(facts: Facts, subject: Subject) -> _Steps:
    head, kind = facts.office.office, facts.settings[subject.key].kind
    first = (head.settings or {}).get(subject.key)
    dated = sorted((each.from_, each.value) for each in head.settings_from if each.key == subject.key and each.from_)
    told: _Steps = [] if first is None else [(None, _said(kind, first))]
    return [*told, *((from_, subject.otherwise if value is None else _said(kind, value)) for from_, value in dated)]


def _of_parameter(facts: Facts, subject: Subject) -> _Steps:
    """Of regulations without a value of the office's own only those are told that end one."""
    told: _Steps = []
    for each in facts.in_force_list:
        own = each.overrides.get(subject.key)
        said = BY_TEXT if own is None else _said(subject.unit, own)
        if said != (told[-1][1] if told else BY_TEXT):
            told.append((each.from_, said))
    return told


def _said(unit: str, value: Value) -> str:
    return vi.capital(values.said(unit, value))


# The office as it would be


def with_value(facts: Facts, subject: Subject, text: str, from_: dt.date) -> OfficeHead:
    """The head with a value from a day on, empty text giving it back; refuses what changes nothing."""
    head = facts.office.office
    made = set_head(facts, subject.key, text, from_) if subject.setting else own_head(facts, subject.key, text, from_)
    if made == head:
        raise Refusal("Ghi mức khác mức đang dùng để xem kết quả nào thay đổi.")
    return made


def set_head(facts: Facts, key: str, text: str, from_: dt.date) -> OfficeHead:
    """With one of the office's settings from a day on; empty text gives it back to the default from then."""
    setting = facts.settings.get(key)
    if setting is None:
        raise Refusal(f"Không có quy ước {key}.", field="key")
    value = None
    if text.strip():
        value = values.typed(WORTH, setting.kind, text, choices=setting.choices)
        expected = setting_problem(setting, value)
        if expected:
            raise Refusal(f"{WORTH}: “{text}” chưa đúng; cần {expected}.", field="value")
    head = facts.office.office
    kept = tuple(each for each in head.settings_from if (each.key, each.from_) != (key, from_))
    before = replace(facts, office=replace(facts.office, office=replace(head, settings_from=kept)))
    if value != before.own_setting(setting.key, from_):
        kept = (*kept, SettingFrom(key=key, from_=from_, value=value))
    return replace(head, settings_from=kept)


def own_head(facts: Facts, key: str, text: str, from_: dt.date) -> OfficeHead:
    """With the office's own value over a parameter from a day on: the regulation then in force listed from that day.

    The same value as the text's own, like empty text, takes the own one away.
    """
    held = facts.in_force(from_)
    if held is None:
        raise Refusal(f"Áp dụng từ ngày: chưa có quy chế nào có hiệu lực ngày {vi.day(from_)}.", field="from_")
    parameter = held.profile.parameters.get(key)
    if parameter is None:
        raise Refusal(f"Quy chế có hiệu lực ngày {vi.day(from_)} không có nội dung {key}.", field="key")
    laid = {each: value for each, value in held.overrides.items() if each != key}
    if text.strip():
        laid |= _laid(held, parameter, text, from_)
    return _listed(facts.office.office, held, from_, laid)


def _laid(held: InForce, parameter: Parameter, text: str, from_: dt.date) -> dict[str, Value]:
    dated = parameter.on(from_)
    value = ruleset.typed_value(WORTH, parameter, text, held.profile.cite(parameter.key, dated))
    same = value == dated.value and len(parameter.values) == 1
    return {} if same else {parameter.key: value}


def _listed(head: OfficeHead, held: InForce, from_: dt.date, laid: Mapping[str, Value]) -> OfficeHead:
    if dict(laid) == dict(held.overrides):
        return head
    use = next(each for each in head.regulations if each.from_ == held.from_)
    kept = [each for each in head.regulations if each.from_ != from_]
    document = use.document if use.from_ == from_ else ""
    return _with_uses(head, [*kept, replace(use, from_=from_, overrides=dict(laid) or None, document=document)])


def without(facts: Facts, subject: Subject, from_: dt.date | None) -> OfficeHead:
    """The head without the value that begins on a day: what held before goes on holding."""
    head, key = facts.office.office, subject.key
    if subject.setting and from_ is None:
        return replace(head, settings={each: value for each, value in (head.settings or {}).items() if each != key})
    if subject.setting:
        kept = tuple(each for each in head.settings_from if (each.key, each.from_) != (key, from_))
        return replace(head, settings_from=kept)
    return _without_own(facts, key, from_)


def _without_own(facts: Facts, key: str, from_: dt.date | None) -> OfficeHead:
    """Each regulation that goes on with the value from that day loses it; one that then says nothing new goes too."""
    head, held = facts.office.office, list(facts.in_force_list)
    place = next(at for at, each in enumerate(held) if each.from_ == from_)
    before = held[place - 1].overrides.get(key) if place and _same_text(held, place) else None
    after = held[place].overrides.get(key)
    changed = dict[dt.date | None, RegulationUse]()
    for at in range(place, len(held)):
        if (at > place and not _same_text(held, at)) or held[at].overrides.get(key) != after:
            break
        own = {each: value for each, value in held[at].overrides.items() if each != key}
        own |= {} if before is None else {key: before}
        use = next(each for each in head.regulations if each.from_ == held[at].from_)
        changed[use.from_] = replace(use, overrides=own or None)
    return _with_uses(head, _needed([changed.get(each.from_, each) for each in head.regulations], set(changed)))


def _same_text(held: Sequence[InForce], at: int) -> bool:
    return held[at].profile.name == held[at - 1].profile.name


def _needed(uses: Sequence[RegulationUse], changed: set[dt.date | None]) -> list[RegulationUse]:
    """Without those of the changed that say what the one before them says, under no document of their own."""
    kept: list[RegulationUse] = []
    for use in uses:
        last = kept[-1] if kept else None
        repeats = last is not None and (use.profile, use.overrides, use.document) == (last.profile, last.overrides, "")
        if not (repeats and use.from_ in changed):
            kept.append(use)
    return kept


def _with_uses(head: OfficeHead, uses: Sequence[RegulationUse]) -> OfficeHead:
    return replace(head, regulations=tuple(sorted(uses, key=lambda use: use.from_ or dt.date.max)))


def proposed(facts: Facts, head: OfficeHead) -> Facts:
    """The office under that head."""
    return facts_of(replace(facts.office, office=head))


def put(store: Store, *, facts: Facts, head: OfficeHead) -> None:
    store.put_head(head, before=facts.office.office)
