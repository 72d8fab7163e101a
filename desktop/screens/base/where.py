"""Where a record is looked at: its screen, the name by which that screen opens it, and its words."""

from typing import TYPE_CHECKING

from desktop.nouns import TAB_OF, place_of
from desktop.screens.base.places import PLACES

if TYPE_CHECKING:
    from desktop.domain.facts import Facts


def opened_by(kind: str, ident: str) -> str:
    """The word by which the screen shows the record; nothing for a note, which none opens by itself."""
    if kind in TAB_OF or kind == "notes":
        return TAB_OF.get(kind, "")
    return f"delegated:{ident}" if kind == "delegated" else ident


def words_of(facts: "Facts", kind: str, ident: str) -> str:
    """`Hội nghị: Hội nghị Ban Thường vụ lần thứ 57`; of a record that is gone, the screen alone."""
    from desktop.usecases.meetings import rows as meetings

    place = next(place.text for place in PLACES if place.key == place_of(kind))
    listed = getattr(facts.office, kind, ())
    found = next((one for one in listed if one.id == ident), None) if isinstance(listed, tuple) else None
    if found is None:
        return place
    name = meetings.title_of(found) if kind == "meetings" else getattr(found, "name", "") or getattr(found, "title", "")
    name = name or facts.named(getattr(found, "person", None))
    return f"{place}: {name}" if name else place
