"""Where a record is looked at: its screen, the name by which that screen opens it, and its words."""

from typing import TYPE_CHECKING

from desktop.nouns import TAB_OF, place_of
from desktop.screens.base.places import PLACES

if TYPE_CHECKING:
    from desktop.domain.facts import Facts
    from desktop.domain.refs import RecordRef


def way_to(ref: "RecordRef") -> tuple[str, str]:
    """The screen, and the word by which it shows the record; none for a note, which none opens by itself."""
    word = f"delegated:{ref.id}" if ref.kind == "delegated" else "" if ref.kind == "notes" else ref.id
    return place_of(ref.kind), TAB_OF.get(ref.kind, word)


def words_of(facts: "Facts", ref: "RecordRef") -> str:
    """`Hội nghị: Hội nghị Ban Thường vụ lần thứ 57`; of a record that is gone, the screen alone."""
    from desktop.domain.records import Meeting
    from desktop.usecases.meetings import rows as meetings

    place = next(place.text for place in PLACES if place.key == place_of(ref.kind))
    found = facts.at(ref)
    if found is None:
        return place
    own = meetings.title_of(found) if isinstance(found, Meeting) else getattr(found, "name", "")
    name = own or getattr(found, "title", "") or facts.named(getattr(found, "person", None))
    return f"{place}: {name}" if name else place
