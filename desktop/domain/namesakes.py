"""People of one name told apart wherever they are chosen or listed; on papers a name stands alone.

Standard library and `desktop.domain` only.
"""

from collections import defaultdict
from collections.abc import Iterable

from desktop.domain.names import nfc
from desktop.domain.records import Person


def told_apart(people: Iterable[Person]) -> dict[str, str]:
    """By id the name of everyone who shares it, with what sets them apart: `Nguyễn Văn Hùng (Trưởng Công an)`."""
    same: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        same[nfc(" ".join(person.name.split())).casefold()].append(person)
    shared = (bearers for bearers in same.values() if len(bearers) > 1)
    return {one.id: f"{one.name} ({_mark(one, bearers)})" for bearers in shared for one in bearers}


def _mark(one: Person, bearers: list[Person]) -> str:
    """The post where nobody of the name shares it, else the year of birth, else the number in the list."""
    others = [other for other in bearers if other is not one]
    if one.position and all(other.position != one.position for other in others):
        return one.position
    if one.born and all(other.born != one.born for other in others):
        return f"sinh {one.born}"
    return ", ".join(part for part in (one.position, f"mã {one.id}") if part)
