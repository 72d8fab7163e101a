"""The regulations an office has in force: their parameters, its own values of them, their silences.

May import domain, vi, db and exchange. Reads return frozen rows; writes are handed a store and raise `Refusal`.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite
from desktop.domain.records import Office, OfficeHead, RegulationUse, Value
from desktop.domain.refusal import Refusal
from desktop.domain.regulation import InForce, Parameter, Profile, Silence
from desktop.exchange.profiles import load_profiles, load_settings, profiles_of
from desktop.exchange.value_kinds import WORD_CHOICES, own_of, problem_of
from desktop.usecases.regulations import values

TOPICS = {
    "meeting": "Hội nghị",
    "counting": "Cách tính ngày",
    "decision": "Biểu quyết",
    "ballot": "Phiếu xin ý kiến",
    "delegated": "Việc theo ủy quyền",
    "body": "Cơ quan",
    "absence": "Đi vắng",
    "programme": "Chương trình công tác",
    "report": "Báo cáo",
    "information": "Thông tin",
    "assignment": "Phân công",
    "task": "Nhiệm vụ",
    "visit": "Đi cơ sở, tiếp dân",
    "review": "Kiểm điểm, đánh giá",
    "directive": "Sơ kết, tổng kết",
    "document": "Văn bản",
    "relation": "Quan hệ công tác",
    "regulation": "Thi hành quy chế",
}
"""The first word of a parameter's key, in the order in which a regulation is read on the screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UseRow:
    """A regulation of the office with the days it is in force; `to` is the day before the next one, if any."""

    in_force: InForce
    title: str
    from_: dt.date
    to: dt.date | None
    now: bool
    overrides: int
    document: str

    @property
    def id(self) -> str:
        return f"{self.in_force.profile.name} {self.from_.isoformat()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterRow:
    """One line of a regulation: a parameter (with `cite`), or a silence (without one)."""

    key: str
    means: str
    value: str
    topic: str
    cite: Cite | None
    overridden: bool
    unit: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    setting: str | None = None
    reading: str = ""

    @property
    def id(self) -> str:
        return self.key


# Reads


def uses(facts: Facts, on: dt.date) -> tuple[UseRow, ...]:
    """The office's regulations, the latest first."""
    listed = facts.in_force_list
    now = facts.in_force(on)
    ends = [each.from_ - dt.timedelta(days=1) for each in listed[1:]]
    papers = {use.from_: use.document for use in facts.office.office.regulations}
    rows = [
        UseRow(
            in_force=each,
            title=each.profile.title,
            from_=each.from_,
            to=end,
            now=each is now,
            overrides=len(each.overrides),
            document=papers.get(each.from_, ""),
        )
        for each, end in zip_longest(listed, ends)
    ]
    return tuple(reversed(rows))


def not_yet(facts: Facts) -> tuple[str, ...]:
    """The regulations that bear no day from which they hold, in words."""
    known = profiles_of(facts.office)
    waiting = [use.profile for use in facts.office.office.regulations if not use.profile or use.from_ is None]
    return tuple(f"Chưa có hiệu lực: {title_of(known[name]) if name else 'chưa chọn quy chế'}" for name in waiting)


def parameters(in_force: InForce, on: dt.date, *, text: str = "", only: str = "") -> tuple[ParameterRow, ...]:
    """Every parameter of a regulation as it holds on a day, then its silences, by topic.

    `only` keeps `own` (the office's values), `silent` (what the text leaves open) or `reading` (judged by no rule).
    """
    held = in_force.profile
    rows = [_parameter(in_force, each, on) for each in held.parameters.values()]
    rows += [_silence(each) for each in held.silences]
    wanted = vi.fold(text.strip())
    order = list(dict.fromkeys([*TOPICS.values(), *(row.topic for row in rows)]))
    kept = [row for row in rows if _kept(row, wanted, only)]
    return tuple(sorted(kept, key=lambda row: order.index(row.topic)))


def _kept(row: ParameterRow, wanted: str, only: str) -> bool:
    shown = {"": True, "own": row.overridden, "silent": row.cite is None, "reading": bool(row.reading)}[only]
    return shown and wanted in vi.fold(f"{row.means} {row.value} {_article(row.cite)}")


def _silence(silence: Silence) -> ParameterRow:
    return ParameterRow(
        key=silence.key,
        means=silence.means,
        value=vi.SILENT,
        topic=topic_of(silence.key),
        cite=None,
        overridden=False,
        setting=silence.setting,
    )


def topic_of(key: str) -> str:
    first = key.partition(".")[0]
    return TOPICS.get(first, first)


def _article(cite: Cite | None) -> str:
    return vi.cite(cite) if cite else ""


def _parameter(in_force: InForce, parameter: Parameter, on: dt.date) -> ParameterRow:
    ruling = in_force.ruling(parameter.key, on)
    dated = parameter.on(on)
    if ruling is None and dated.at is None:
        setting = next((key for key, each in load_settings().items() if parameter.key in each.fills), None)
        return _silence(Silence(key=parameter.key, means=parameter.says(on), setting=setting))
    value = ruling.value if ruling else None
    return ParameterRow(
        key=parameter.key,
        means=parameter.says(on),
        unit=parameter.unit,
        value=values.said(parameter.unit, value),
        topic=topic_of(parameter.key),
        cite=ruling.cite if ruling else in_force.profile.cite(parameter.key, dated),
        choices=values.offered(parameter.unit, WORD_CHOICES.get(parameter.key, ())),
        overridden=ruling.overridden if ruling else False,
        reading=parameter.reading,
    )


def text_says(in_force: InForce, key: str, on: dt.date) -> str:
    """What the text itself lays down, without the office's own value."""
    parameter = in_force.profile.parameters[key]
    return values.said(parameter.unit, parameter.on(on).value)


def oddities(in_force: InForce) -> tuple[tuple[str, str, str], ...]:
    """Where the text is at odds with itself, what is odd there, and how it is treated."""
    return tuple(
        (vi.clause(each.at) if each.at else "Toàn văn", each.finding, each.treatment)
        for each in in_force.profile.oddities
    )


def on_offer(office: Office | None = None) -> dict[str, Profile]:
    """The regulations that may be taken into use, by name: those that ship, then the office's own."""
    known = profiles_of(office) if office else load_profiles()
    own = {each.id for each in office.profiles} if office else set[str]()
    return {name: profile for name, profile in known.items() if profile.binding or name in own}


def card_of(profile: Profile) -> tuple[str, str]:
    """How a regulation is offered for choice: the level it is made for and whose it is, then where it stands."""
    return f"Mẫu {profile.level}: {profile.committee}", f"{vi.capital(profile.status)}, {profile.issued}"


def title_of(profile: Profile) -> str:
    return (
        f"{profile.committee}: {profile.title[:1].lower()}{profile.title[1:]}" if profile.committee else profile.title
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


def typed_value(what: str, parameter: Parameter, text: str, cite: Cite | None = None) -> Value:
    """What was typed as a value of a parameter; a refusal names the article whose value it would change."""
    try:
        was = next((each.value for each in reversed(parameter.values) if each.value is not None), None)
        choices, own = WORD_CHOICES.get(parameter.key, ()), own_of(parameter.key)
        value = values.typed(what, parameter.unit, text, choices=choices, was=was, own=own)
        expected = problem_of(parameter.key, parameter.unit, value)
        if expected:
            raise Refusal(f"{what}: “{text}” chưa đúng; cần {expected}.")
    except Refusal as refused:
        article = f" ({vi.cite(cite)})" if cite and cite.at else ""
        raise Refusal(f"{refused.sentence.rstrip('.')}{article}.", field="value", cite=cite) from refused
    return value


def _put_uses(store: Store, head: OfficeHead, regulations: Iterable[RegulationUse]) -> None:
    ordered = tuple(sorted(regulations, key=lambda use: use.from_ or dt.date.max))
    store.put_head(replace(head, regulations=ordered), before=head)
