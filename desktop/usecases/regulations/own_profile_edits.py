"""Writes an office's own regulation: made from a shipped one, then a value, a day and an article at a time.

May import domain, vi, db and exchange; writes are handed a store and raise `Refusal`. A value typed before its article
is looked up is kept and counts as still to be checked.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import OwnCite, OwnParameter, OwnProfile, RegulationText, Value
from desktop.domain.refusal import Refusal
from desktop.domain.regulation import Parameter
from desktop.exchange.profiles import load_profile
from desktop.exchange.regulations.propose.candidates import Proposal
from desktop.usecases.regulations.own_cite import read_cite
from desktop.usecases.regulations.own_means import sentence
from desktop.usecases.regulations.own_profile import OwnRow, held, row_of
from desktop.usecases.regulations.ruleset import typed_value

VALUE = "Quy định theo quy chế đơn vị"
TITLE = "Tên quy chế"


def create(store: Store, *, facts: Facts, title: str, base: str, by_base: bool = False) -> str:
    """Begin a regulation of the office's own; nothing is judged until it is checked, or all as in the base."""
    clean = checked_title(facts, title, "")
    load_profile(base)
    ident = store.new_id(OwnProfile)
    store.put(OwnProfile(id=ident, title=clean, base=base, by_base=by_base), before=None)
    return ident


def amend_head(store: Store, *, facts: Facts, ident: str, title: str, by_base: bool) -> None:
    own = held(facts, ident)
    store.put(replace(own, title=checked_title(facts, title, ident), by_base=by_base), before=own)


def checked_title(facts: Facts, title: str, ident: str) -> str:
    clean = " ".join(vi.nfc(title).split())
    if not clean:
        raise Refusal(f"{TITLE}: cần ghi tên và số quy chế của đơn vị.", field="title")
    if any(vi.fold(own.title) == vi.fold(clean) and own.id != ident for own in facts.office.profiles):
        raise Refusal(f"{TITLE}: đơn vị đã có quy chế mang tên này, cần ghi thêm số hoặc ngày.", field="title")
    return clean


def remove(store: Store, *, facts: Facts, ident: str) -> None:
    """Take away one that was never taken into use, with its text."""
    own = held(facts, ident)
    used = [use.from_ for use in facts.office.office.regulations if use.profile == ident]
    if used:
        since = f" từ {vi.day(used[0])}" if used[0] else ""
        raise Refusal(f"Quy chế này được áp dụng{since}; cần bỏ ở danh sách áp dụng trước.", field="profile")
    after = next((each for each in facts.office.profiles if each.follows == ident), None)
    if after:
        raise Refusal(f"“{after.title}” được lập từ quy chế này; cần bỏ quy chế ấy trước.", field="profile")
    for text in facts.office.regulation_texts:
        if text.profile == ident:
            store.remove(RegulationText, text.id, before=text)
    store.remove(OwnProfile, ident, before=own)


def put_value(
    store: Store,
    *,
    facts: Facts,
    ident: str,
    key: str,
    from_: dt.date | None,
    text: str,
    cite: str,
    means: str = "",
    instead: OwnParameter | None = None,
) -> None:
    """Keep what the own text lays down from a day on, `instead` of a value it amends.

    Empty text is the base's value, kept under the article of the own text; one of the office's own may wait for it.
    """
    row = _row(facts, ident, key)
    value = _value(row, text)
    at = read_cite(cite) if cite.strip() or not text.strip() else None
    kept = [each for each in _given(row) if each != instead]
    _check_day(kept, from_)
    said = vi.nfc(means.strip()) or sentence(row.parameter, row.parameter.values[-1].value, value)
    given = OwnParameter(key=key, value=value, from_=from_, cite=at, means=_kept_means(row.parameter, said))
    _put(store, facts, ident, key, [*kept, given])


def _value(row: OwnRow, text: str) -> Value:
    if text.strip():
        return typed_value(VALUE, row.parameter, text)
    value = row.parameter.values[-1].value if row.base_cite else None
    if value is None:
        raise Refusal(f"{VALUE}: cần ghi mức quy định, hoặc chọn “Không quy định”.", field="value")
    return value


def _kept_means(parameter: Parameter, said: str) -> str:
    """Only what differs from the base's sentence, and always a whole sentence."""
    whole = said if said.endswith((".", ";", "…")) else f"{said}."
    return "" if whole == parameter.means else whole


def _check_day(kept: Sequence[OwnParameter], from_: dt.date | None) -> None:
    if any(each.from_ == from_ for each in kept):
        since = f"từ {vi.day(from_)}" if from_ else "từ khi có hiệu lực"
        raise Refusal(f"Từ ngày: đã có mức quy định {since}; cần sửa mức ấy hoặc chọn ngày khác.", field="from_")


def put_silent(store: Store, *, facts: Facts, ident: str, key: str) -> None:
    """Say that the own text lays nothing down."""
    _put(store, facts, ident, key, [OwnParameter(key=key)])


def accept(store: Store, *, facts: Facts, ident: str, key: str, read: Proposal | None = None) -> None:
    """Confirm what was read in the attached text, or in words marked in it, under the article it was read in."""
    row = _row(facts, ident, key)
    read = read or row.read
    if read is None:
        raise Refusal(f"{VALUE}: văn bản đã kèm không có chỗ nào nói về nội dung này.", field="value")
    at = OwnCite(**asdict(read.at))
    said = sentence(row.parameter, row.parameter.values[-1].value, read.value)
    given = OwnParameter(key=key, value=read.value, cite=at, means=_kept_means(row.parameter, said))
    _put(store, facts, ident, key, [given])


def drop_value(store: Store, *, facts: Facts, ident: str, key: str, from_: dt.date | None) -> None:
    kept = [each for each in _given(_row(facts, ident, key)) if each.from_ != from_]
    _put(store, facts, ident, key, kept)


def give_back(store: Store, *, facts: Facts, ident: str, key: str) -> None:
    """Let a parameter stand again as in the base, unchecked."""
    _put(store, facts, ident, key, ())


def suggested_means(row: OwnRow, text: str) -> str:
    """The sentence for a value while it is typed; the one that stands where the value cannot be read."""
    try:
        value = _value(row, text)
    except Refusal:
        return row.means
    return sentence(row.parameter, row.parameter.values[-1].value, value)


def _row(facts: Facts, ident: str, key: str) -> OwnRow:
    found = row_of(facts, ident, key)
    if found is None:
        raise Refusal(f"Quy chế không có nội dung {key}.", field="key")
    return found


def _given(row: OwnRow) -> list[OwnParameter]:
    return [each.given for each in row.own]


def _put(store: Store, facts: Facts, ident: str, key: str, given: Iterable[OwnParameter]) -> None:
    own = held(facts, ident)
    others = tuple(each for each in own.parameters if each.key != key)
    ordered = sorted(given, key=lambda each: each.from_ or dt.date.min)
    store.put(replace(own, parameters=(*others, *ordered)), before=own)
