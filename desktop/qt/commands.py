"""A command: what menus, shortcuts and the search box offer; the same table feeds all three."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """`text` is verb and object in Vietnamese; `group` is the menu it stands in."""

    id: str
    text: str
    run: Callable[[], object]
    shortcut: str = ""
    icon: str = ""
    group: str = ""
    enabled: bool = True
