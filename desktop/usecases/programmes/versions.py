"""How the versions of an adjusted work programme differ. Reads only. Imports domain and vi."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import Programme, ProgrammeItem, ProgrammeVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How one item differs between two versions; `words` says what was changed of one that stayed."""

    verb: str
    title: str
    words: str = ""


def changes(before: Sequence[ProgrammeItem], after: Sequence[ProgrammeItem], facts: Facts) -> list[Change]:
    """What was added, taken out and changed; an item is the same while its title is."""
    old, new = {vi.fold(one.title): one for one in before}, {vi.fold(one.title): one for one in after}
    found = [Change(verb="Thêm", title=one.title) for title, one in new.items() if title not in old]
    found += [Change(verb="Bỏ", title=one.title) for title, one in old.items() if title not in new]
    for title, one in new.items():
        words = _changed(facts, old[title], one) if title in old else ""
        if words:
            found.append(Change(verb="Sửa", title=one.title, words=words))
    return found


def _changed(facts: Facts, old: ProgrammeItem, new: ProgrammeItem) -> str:
    def unit(ident: str | None) -> str:
        found = facts.unit(ident)
        return found.name if found else ""

    pairs = (
        ("ngày", vi.day(old.due) if old.due else "", vi.day(new.due) if new.due else ""),
        ("chủ trì", unit(old.lead), unit(new.lead)),
        ("sản phẩm", old.product, new.product),
        ("tham gia", old.participants, new.participants),
    )
    return "; ".join(f"{name} {was or 'không ghi'} → {now or 'không ghi'}" for name, was, now in pairs if was != now)


def version_changes(facts: Facts, programme: Programme, version: ProgrammeVersion) -> list[Change]:
    """What the adjustment that replaced a version changed."""
    place = programme.versions.index(version) + 1
    after = programme.versions[place].items if programme.versions[place:] else programme.items
    return changes(version.items, after, facts)
