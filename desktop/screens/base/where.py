"""Where a record is looked at: its screen, the name by which that screen opens it, and its words."""

from typing import TYPE_CHECKING

from desktop.screens.window.places import PLACES

if TYPE_CHECKING:
    from desktop.domain.facts import Facts

SCREEN = {
    "people": "directory",
    "units": "directory",
    "office": "directory",
    "calendar": "directory",
    "regulation_texts": "directory",
    "profiles": "directory",
    "meetings": "meetings",
    "ballots": "ballots",
    "delegated": "ballots",
    "absences": "absences",
    "assignments": "assignments",
    "tasks": "assignments",
    "programmes": "programmes",
    "reports": "programmes",
    "directives": "programmes",
    "visits": "programmes",
    "reviews": "programmes",
    "documents": "documents",
    "notes": "compliance",
}
TAB = {"office": "office", "calendar": "days", "regulation_texts": "regulation", "profiles": "own", "notes": ""}
"""What is opened where there is no record of that name to open."""


def screen_of(kind: str) -> str:
    return SCREEN.get(kind, "today")


def opened_by(kind: str, ident: str) -> str:
    """The word by which the screen shows the record."""
    return TAB.get(kind, f"delegated:{ident}" if kind == "delegated" else ident)


def words_of(facts: "Facts", kind: str, ident: str) -> str:
    """`Hội nghị: Hội nghị Ban Thường vụ lần thứ 57`; of a record that is gone, the screen alone."""
    from desktop.usecases.meetings import rows as meetings

    place = next(place.text for place in PLACES if place.key == screen_of(kind))
    listed = getattr(facts.office, kind, ())
    found = next((one for one in listed if one.id == ident), None) if isinstance(listed, tuple) else None
    if found is None:
        return place
    name = meetings.title_of(found) if kind == "meetings" else getattr(found, "name", "") or getattr(found, "title", "")
    name = name or facts.named(getattr(found, "person", None))
    return f"{place}: {name}" if name else place
