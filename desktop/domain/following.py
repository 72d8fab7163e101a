"""An office's own regulation and the one it follows: which, and what is taken over from it. Standard library only."""

import datetime as dt
from collections.abc import Iterable

from desktop.domain.records import OwnParameter, OwnProfile
from desktop.domain.regulation import clause_of


def followed(own: OwnProfile, profiles: Iterable[OwnProfile]) -> OwnProfile | None:
    """The one it takes the place of or amends, as long as the office keeps it."""
    return next((each for each in profiles if own.follows and each.id == own.follows != own.id), None)


def latest(own: OwnProfile, key: str) -> OwnParameter | None:
    """The last value a regulation of the office's own gives a content."""
    given = (each for each in own.parameters if each.key == key)
    return max(given, key=lambda each: each.from_ or dt.date.min, default=None)


def taken_from(given: OwnParameter, before: OwnProfile | None) -> OwnParameter | None:
    """What a value without an article was taken over from: it waits until the office names the article of its text."""
    was = latest(before, given.key) if before else None
    waits = clause_of(given.cite) is None and given.value is not None
    return was if was and waits and was.value == given.value else None
