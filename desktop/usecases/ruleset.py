"""The regulations an office has in force, with its own values of their parameters, and its settings.

May import domain, vi, db and exchange. Reads return frozen rows; writes are handed a store and raise `Refusal`.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite
from desktop.domain.records import OfficeHead, RegulationUse, Value
from desktop.domain.refusal import Refusal
from desktop.domain.regulation import InForce, Oddity, Parameter, Profile
from desktop.exchange.profile_file import setting_problem
from desktop.exchange.value_kinds import WORD_CHOICES, problem_of
from desktop.usecases import values

VALUE = "Giá trị của đơn vị"
WORTH = "Thiết đặt"


@dataclass(frozen=True, slots=True, kw_only=True)
class UseRow:
    """A regulation of the office with the days it is in force; `to` is the day before the next one, if any."""

    in_force: InForce
    title: str
    from_: dt.date
    to: dt.date | None
    now: bool
    overrides: int

    @property
    def id(self) -> str:
        return f"{self.in_force.profile.name} {self.from_.isoformat()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterRow:
    """One line of a regulation: a parameter (with `cite`), or a silence (without one)."""

    key: str
    means: str
    value: str
    cite: Cite | None
    overridden: bool
    choices: tuple[tuple[str, str], ...] = ()
    setting: str | None = None

    @property
    def id(self) -> str:
        return self.key


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingRow:
    key: str
    means: str
    kind: str
    value: str
    default: str
    choices: tuple[tuple[str, str], ...]
    own: bool

    @property
    def id(self) -> str:
        return self.key


# Reads


def uses(facts: Facts, on: dt.date) -> tuple[UseRow, ...]:
    """The office's regulations, the latest first."""
    listed = facts.in_force_list
    now = facts.in_force(on)
    ends = [each.from_ - dt.timedelta(days=1) for each in listed[1:]]
    rows = [
        UseRow(
            in_force=each,
            title=each.profile.title,
            from_=each.from_,
            to=end,
            now=each is now,
            overrides=len(each.overrides),
        )
        for each, end in zip(listed, [*ends, None], strict=True)
    ]
    return tuple(reversed(rows))


def parameters(in_force: InForce, on: dt.date, *, text: str = "") -> tuple[ParameterRow, ...]:
    """Every parameter of a regulation as it holds on a day, in the order of the text, then its silences."""
    rows = [_parameter(in_force, each, on) for each in in_force.profile.parameters.values()]
    rows += [
        ParameterRow(
            key=silence.key,
            means=silence.means,
            value=vi.SILENT,
            cite=None,
            overridden=False,
            setting=silence.setting,
        )
        for silence in in_force.profile.silences
    ]
    wanted = vi.fold(text.strip())
    return tuple(row for row in rows if wanted in vi.fold(f"{row.means} {row.value} {_article(row.cite)}"))


def _article(cite: Cite | None) -> str:
    return vi.cite(cite) if cite else ""


def _parameter(in_force: InForce, parameter: Parameter, on: dt.date) -> ParameterRow:
    ruling = in_force.ruling(parameter.key, on)
    dated = parameter.on(on)
    value = ruling.value if ruling else None
    return ParameterRow(
        key=parameter.key,
        means=parameter.means,
        value=values.said(parameter.unit, value),
        cite=ruling.cite if ruling else Cite(profile=in_force.profile.name, at=dated.at, also=dated.also),
        choices=values.offered(parameter.unit, WORD_CHOICES.get(parameter.key, ())),
        overridden=ruling.overridden if ruling else False,
    )


def text_says(in_force: InForce, key: str, on: dt.date) -> str:
    """What the text itself lays down, without the office's own value."""
    parameter = in_force.profile.parameters[key]
    return values.said(parameter.unit, parameter.on(on).value)


def oddities(in_force: InForce) -> tuple[Oddity, ...]:
    return in_force.profile.oddities


def settings(facts: Facts) -> tuple[SettingRow, ...]:
    """The office's settings in the order of the catalogue, each with the value that holds."""
    return tuple(
        SettingRow(
            key=key,
            means=each.means,
            kind=each.kind,
            value="" if facts.setting(key) is None else values.said(each.kind, facts.setting(key)),
            default="chưa đặt" if each.default is None else values.said(each.kind, each.default),
            choices=values.offered(each.kind, each.choices),
            own=facts.setting_is_own(key),
        )
        for key, each in facts.settings.items()
    )


# Writes


def take_into_use(store: Store, *, facts: Facts, profile: str, from_: dt.date, profiles: Mapping[str, Profile]) -> None:
    """Take a regulation into use from a day; overrides of the one before it are not taken over."""
    checked_use(profile, from_, profiles)
    head = facts.office.office
    if any(use.from_ == from_ for use in head.regulations):
        raise Refusal(f"Ngày có hiệu lực: đã có một quy chế bắt đầu từ {vi.day(from_)}.", field="from_")
    _put_uses(store, head, (*head.regulations, RegulationUse(profile=profile, from_=from_)))


def checked_use(profile: str, from_: dt.date | None, profiles: Mapping[str, Profile]) -> RegulationUse:
    if profile not in profiles:
        raise Refusal("Quy chế: cần chọn một quy chế trong danh sách.", field="profile")
    if from_ is None:
        raise Refusal("Ngày có hiệu lực: cần ghi ngày quy chế bắt đầu áp dụng tại đơn vị.", field="from_")
    return RegulationUse(profile=profile, from_=from_)


def end_use(store: Store, *, facts: Facts, from_: dt.date) -> None:
    """Take a regulation entered by mistake out of the list; the last one stays."""
    head = facts.office.office
    if len(head.regulations) == 1:
        raise Refusal("Quy chế: đơn vị phải có ít nhất một quy chế; thêm quy chế khác trước khi bỏ.", field="profile")
    _put_uses(store, head, tuple(use for use in head.regulations if use.from_ != from_))


def set_override(store: Store, *, facts: Facts, from_: dt.date, key: str, text: str) -> None:
    """Lay the office's own value over a parameter; the same value as the text's own takes the override away."""
    in_force = next(each for each in facts.in_force_list if each.from_ == from_)
    parameter = in_force.profile.parameters.get(key)
    if parameter is None:
        raise Refusal(f"Quy chế không có tham số {key}.", field="key")
    dated = parameter.on(from_)
    cite = Cite(profile=in_force.profile.name, at=dated.at, also=dated.also)
    value = _typed(parameter, text, cite)
    laid = {**in_force.overrides, key: value}
    if value == dated.value and len(parameter.values) == 1:
        del laid[key]
    _put_overrides(store, facts.office.office, from_, laid)


def remove_override(store: Store, *, facts: Facts, from_: dt.date, key: str) -> None:
    in_force = next(each for each in facts.in_force_list if each.from_ == from_)
    laid = {each: value for each, value in in_force.overrides.items() if each != key}
    _put_overrides(store, facts.office.office, from_, laid)


def set_setting(store: Store, *, facts: Facts, key: str, text: str) -> None:
    """Set one of the office's settings; empty text gives it back to the default."""
    setting = facts.settings.get(key)
    if setting is None:
        raise Refusal(f"Không có thiết đặt {key}.", field="key")
    head = facts.office.office
    laid = {each: value for each, value in (head.settings or {}).items() if each != key}
    if text.strip():
        value = values.typed(WORTH, setting.kind, text, choices=setting.choices)
        expected = setting_problem(setting, value)
        if expected:
            raise Refusal(f"{WORTH}: “{text}” không dùng được, cần {expected}.", field=key)
        laid[key] = value
    store.put_head(replace(head, settings=laid or None), before=head)


def _typed(parameter: Parameter, text: str, cite: Cite) -> Value:
    try:
        value = values.typed(VALUE, parameter.unit, text, choices=WORD_CHOICES.get(parameter.key, ()))
        expected = problem_of(parameter.key, parameter.unit, value)
        if expected:
            raise Refusal(f"{VALUE}: “{text}” không dùng được, cần {expected}.")
    except Refusal as refused:
        sentence = f"{refused.sentence.rstrip('.')} ({vi.cite(cite)})."
        raise Refusal(sentence, field="value", cite=cite) from refused
    return value


def _put_overrides(store: Store, head: OfficeHead, from_: dt.date, laid: dict[str, Value]) -> None:
    changed = (replace(use, overrides=laid or None) if use.from_ == from_ else use for use in head.regulations)
    _put_uses(store, head, changed)


def _put_uses(store: Store, head: OfficeHead, regulations: Iterable[RegulationUse]) -> None:
    ordered = tuple(sorted(regulations, key=lambda use: use.from_))
    store.put_head(replace(head, regulations=ordered), before=head)
