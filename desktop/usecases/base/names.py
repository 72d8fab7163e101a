"""Names as they are stored, compared and offered to be chosen. May import vi and domain."""

from collections.abc import Iterable

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import Person


def clean(text: str) -> str:
    """The text composed (NFC), with single spaces."""
    return vi.nfc(" ".join(text.split()))


def options(facts: Facts, people: Iterable[Person]) -> list[tuple[str, str]]:
    """People to choose from, in the order given, no two with the same words."""
    return [(one.id, facts.named(one.id)) for one in people]


def everyone(facts: Facts) -> list[tuple[str, str]]:
    """All people of the office to choose from, in the order of names."""
    return options(facts, sorted(facts.office.people, key=lambda one: vi.name_key(one.name)))
