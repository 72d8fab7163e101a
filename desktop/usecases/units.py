"""The units of the directory: how they are listed, named and taken out.

May import domain, vi and db. Reads return frozen rows; writes are handed a store and raise `Refusal`.
"""

from dataclasses import dataclass, replace

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import Unit, UnitKind
from desktop.domain.refusal import Refusal
from desktop.usecases.names import clean, same
from desktop.usecases.references import listed, where_used


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    unit: Unit
    kind: str
    used: int


def units(facts: Facts, *, text: str = "", kind: UnitKind | None = None) -> tuple[UnitRow, ...]:
    """Units by kind, then name; `used` counts the records that name each."""
    wanted = vi.fold(text.strip())
    kept = [u for u in facts.office.units if wanted in vi.fold(u.name) and kind in (None, u.kind)]
    used = where_used(facts.office, "units")
    order = [*vi.UNIT_KIND, ""]
    kept.sort(key=lambda unit: (order.index(unit.kind or ""), vi.word_key(unit.name)))
    return tuple(
        UnitRow(unit=unit, kind=vi.UNIT_KIND.get(unit.kind or "", ""), used=len(used.get(unit.id, ()))) for unit in kept
    )


def add_unit(store: Store, *, facts: Facts, name: str, kind: UnitKind | None) -> str:
    unit = Unit(id=store.new_id(Unit), name=_unit_name(facts, name, ""), kind=kind)
    store.put(unit)
    return unit.id


def amend_unit(store: Store, *, facts: Facts, unit: Unit, name: str, kind: UnitKind | None) -> None:
    after = replace(unit, name=_unit_name(facts, name, unit.id), kind=kind)
    if after != unit:
        store.put(after, before=unit)


def remove_unit(store: Store, *, facts: Facts, unit: Unit) -> None:
    places = where_used(facts.office, "units").get(unit.id, ())
    if places:
        raise Refusal(f"{unit.name} còn được ghi ở {listed(places)}, không xóa được.", field="unit")
    store.remove(Unit, unit.id)


def _unit_name(facts: Facts, name: str, own: str) -> str:
    written = clean(name)
    if not written:
        raise Refusal("Tên đơn vị: cần ghi tên.", field="name")
    if any(same(unit.name, written) and unit.id != own for unit in facts.office.units):
        raise Refusal(f"Tên đơn vị: {written} đã có trong danh mục.", field="name")
    return written
