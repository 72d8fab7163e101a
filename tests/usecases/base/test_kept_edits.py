"""What every edit does to a small office, as it is kept: which records it changes and how, or why it is refused.

Each is tried through the one door, on the records of that office and on what the reads answer, and taken back at once.
"""

import inspect
import typing
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from db.store import Store
from desktop.domain.records import LIST_OF, Office
from desktop.domain.refusal import Refusal
from tests.conftest import Kept
from tests.usecases.base.test_any_office import functions
from tests.usecases.base.test_kept_reads import UNFIT, facts, given, reads, short, told, tried
from tests.usecases.meeting_office import Door

Edit = tuple[Callable[..., Any], dict[str, Any]]
MOST_CALLS = 6


class TakenBack(Exception):
    """Ends what was written without keeping it."""


@cache
def edits() -> tuple[Edit, ...]:
    """Every function that writes, with all that it must be given beside the store."""
    reads()
    found = []
    for function in functions():
        hints = typing.get_type_hints(function)
        needed = {
            each.name: hints[each.name]
            for each in inspect.signature(function).parameters.values()
            if each.default is each.empty and hints[each.name] is not Store
        }
        if Store in hints.values() and all(given(*one) for one in needed.items()):
            found.append((function, needed))
    return tuple(found)


def more_given(function: Callable[..., Any]) -> Iterator[dict[str, Any]]:
    """Nothing beside what must be given, and all that may be."""
    yield {}
    hints = typing.get_type_hints(function)
    asked = [each for each in inspect.signature(function).parameters.values() if each.default is not each.empty]
    more = {each.name: fit[-1] for each in asked if (fit := given(each.name, hints[each.name]))}
    if more:
        yield more


def done(door: Door, function: Callable[..., Any], arguments: dict[str, Any]) -> list[str]:
    lines: list[str] = []
    try:
        with door.writing() as store:
            function(
                **arguments, **{name: store for name, hint in typing.get_type_hints(function).items() if hint is Store}
            )
            lines = list(changes(facts().office, store.office()))
            raise TakenBack
    except TakenBack:
        return lines
    except Refusal as refused:
        return [f"REFUSED {refused}"]


def changes(before: Office, after: Office) -> Iterator[str]:
    for name in ("office", "calendar", *LIST_OF.values()):
        old, new = getattr(before, name), getattr(after, name)
        if name in ("office", "calendar"):
            yield from differing(name, old, new)
            continue
        had, has = {one.id: one for one in old}, {one.id: one for one in new}
        yield from (f"{name}/{ident} gone" for ident in had if ident not in has)
        for ident, one in has.items():
            yield from differing(f"{name}/{ident}", had.get(ident), one)


def differing(subject: str, old: Any, new: Any) -> Iterator[str]:  # noqa: ANN401 - any record
    for each in fields(new) if new is not None else ():
        was, now = getattr(old, each.name, None), getattr(new, each.name)
        if was != now and (old is not None or now not in (None, "", (), False, {})):
            yield f"{subject}.{each.name}: {told(was)} -> {told(now)}"


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Door:
    return Door(Path(tmp_path_factory.mktemp("edits")) / "a.thuky", facts().office)


def noun_of(edit: Edit) -> str:
    return edit[0].__module__.split(".")[2]


@pytest.mark.parametrize("noun", sorted({each.__module__.split(".")[2] for each in functions()}))
def test_every_edit_does_what_is_kept(noun: str, kept: Kept, door: Door) -> None:
    lines: list[str] = []
    of_noun = sorted(
        (each for each in edits() if noun_of(each) == noun), key=lambda each: (each[0].__module__, each[0].__name__)
    )
    for function, needed in of_noun:
        for more in more_given(function):
            for values in tried(needed, MOST_CALLS):
                with suppress(*UNFIT):
                    found = done(door, function, dict(zip(needed, values, strict=True)) | more)
                    named = " ".join(map(short, (*values, *more.values()))).strip()
                    lines += [f"{function.__name__}({named})", *(f"  {line}" for line in found)]
    kept(f"edits-{noun}", lines)
