"""A lunar day in the room there is for it."""

from collections.abc import Callable


def lunar_that_fits(words: str, room: int, width: Callable[[str], int]) -> str:
    """A lunar day beside the day of the week strip: `11/12`, `11` where there is less room, nothing where none."""
    return next((text for text in (words, words.partition("/")[0]) if width(text) <= room), "")
