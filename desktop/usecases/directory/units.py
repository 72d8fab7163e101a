"""The units of the directory: how they are listed, named, chosen among and taken out.

May import domain, vi and db. Reads return frozen rows; writes are handed a store and raise `Refusal`.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.names import same
from desktop.domain.records import Unit, UnitKind
from desktop.domain.refusal import Refusal
from desktop.domain.units import stands, succeeds_itself
from desktop.usecases.base.names import clean
from desktop.usecases.base.references import listed, where_used

ENDED = "Đã sáp nhập, giải thể"
UNKNOWN = "Chưa xếp loại"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """`group` is the kind, or for all that are no longer there one group at the end; `days` where there are any."""

    unit: Unit
    group: str
    days: str
    ended: bool
    used: int


def units(facts: Facts, on: dt.date, *, text: str = "", kind: UnitKind | None = None) -> tuple[UnitRow, ...]:
    """Units by kind, then name, those ended by that day last; `used` counts the records that name each."""
    wanted = vi.fold(text.strip())
    kept = [u for u in facts.office.units if wanted in vi.fold(u.name) and kind in (None, u.kind)]
    used = where_used(facts.office, "units")
    rows = [_row(unit, on, len(used.get(unit.id, ()))) for unit in kept]
    order = [*vi.UNIT_KIND.values(), UNKNOWN, ENDED]
    return tuple(sorted(rows, key=lambda row: (order.index(row.group), vi.word_key(row.unit.name))))


def _row(unit: Unit, on: dt.date, used: int) -> UnitRow:
    ended = unit.to is not None and unit.to < on
    group = ENDED if ended else vi.UNIT_KIND[unit.kind] if unit.kind else UNKNOWN
    return UnitRow(unit=unit, group=group, days=days_words(unit), ended=ended, used=used)


def days_words(unit: Unit) -> str:
    """`từ 01/7/2025`, `đến hết 30/6/2025`, `01/01/2020–30/6/2025`; nothing of one that was always there."""
    if unit.from_ and unit.to:
        return f"{vi.day(unit.from_)}–{vi.day(unit.to)}"
    if unit.from_:
        return f"từ {vi.day(unit.from_)}"
    return f"đến hết {vi.day(unit.to)}" if unit.to else ""


def examples(facts: Facts, on: dt.date) -> str:
    """The advisory bodies of such a committee: `Ban Xây dựng Đảng`; nothing where they are not known."""
    return ", ".join(each.name for each in facts.committees.advisories_of(facts.office.office, on))


def standing(facts: Facts, day: dt.date | None, *, keep: Iterable[str | None] = ()) -> tuple[Unit, ...]:
    """The units there on that day, by name, and those chosen already."""
    kept = set(keep)
    found = (unit for unit in facts.office.units if unit.id in kept or day is None or stands(unit, day))
    return tuple(sorted(found, key=lambda unit: vi.word_key(unit.name)))


def options(facts: Facts, day: dt.date | None, *, keep: Iterable[str | None] = ()) -> list[tuple[str, str]]:
    """What a field offers for a record of that day; one no longer there says until when it was."""
    return [(unit.id, _option(unit, day)) for unit in standing(facts, day, keep=keep)]


def _option(unit: Unit, day: dt.date | None) -> str:
    return unit.name if day is None or stands(unit, day) else f"{unit.name} ({days_words(unit)})"


def add_unit(store: Store, *, facts: Facts, name: str, kind: UnitKind | None, from_: dt.date | None = None) -> str:
    unit = Unit(id=store.new_id(Unit), name=unit_name(facts, name, ""), kind=kind, from_=from_)
    store.put(unit)
    return unit.id


def amend_unit(store: Store, *, facts: Facts, unit: Unit, after: Unit) -> None:
    """Put a unit as it was changed; only one that ends has a successor."""
    new = replace(after, name=unit_name(facts, after.name, unit.id), successor=after.successor if after.to else None)
    if new.from_ and new.to and new.to < new.from_:
        raise Refusal(f"Đến hết ngày: {vi.day(new.to)} trước ngày đầu {vi.day(new.from_)}.", field="to")
    if succeeds_itself(new, {one.id: one for one in facts.office.units}):
        raise Refusal("Đơn vị kế thừa: các đơn vị kế thừa nhau thành vòng; cần chọn đơn vị khác.", field="successor")
    if new != unit:
        store.put(new, before=unit)


def remove_unit(store: Store, *, facts: Facts, unit: Unit) -> None:
    places = where_used(facts.office, "units").get(unit.id, ())
    if places:
        raise Refusal(f"{unit.name} còn được ghi ở {listed(places)}, không xóa được.", field="unit")
    store.remove(Unit, unit.id)


def unit_name(facts: Facts, name: str, own: str) -> str:
    """The name as it is kept, or a refusal where there is none or another unit has it."""
    written = clean(name)
    if not written:
        raise Refusal("Tên đơn vị: cần ghi tên.", field="name")
    if any(same(unit.name, written) and unit.id != own for unit in facts.office.units):
        raise Refusal(f"Tên đơn vị: {written} đã có trong danh mục.", field="name")
    return written
