"""What edits of every noun share: a record under a new id, a changed one in its place, a part among the others.

May import db, vi and domain. Nothing is committed here.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import Body
from desktop.domain.refs import R
from desktop.domain.refusal import Refusal

T = TypeVar("T")


def unchecked(_record: object) -> None:
    """For what was checked already, or cannot be wrong."""


def add(store: Store, draft: R, check: Callable[[R], None] = unchecked) -> R:
    """Put the draft under a new id, unless the check refuses it."""
    made = replace(draft, id=store.new_id(type(draft)))
    check(made)
    store.put(made, before=None)
    return made


def amend(store: Store, before: R, after: R, check: Callable[[R], None] = unchecked) -> R:
    """Put the changed record in place of the one that was read; what did not change is neither checked nor put."""
    if after != before:
        check(after)
        store.put(after, before=before)
    return after


def put_in(parts: Sequence[T], place: int | None, part: T) -> tuple[T, ...]:
    """The parts with one put in its place, or after them where it has none yet."""
    return (*parts, part) if place is None else (*parts[:place], part, *parts[place + 1 :])


def without(parts: Sequence[T], place: int) -> tuple[T, ...]:
    return (*parts[:place], *parts[place + 1 :])


def not_after(day: dt.date | None, on: dt.date, field: str, name: str) -> None:
    """Refuse a day that has not come for what is said to have happened."""
    if day is not None and day > on:
        raise Refusal(f"{name} {vi.day(day)} chưa đến; cần ngày không sau hôm nay, {vi.day(on)}.", field=field)


def not_before(day: dt.date | None, first: dt.date | None, field: str, name: str, of: str, wanted: str = "") -> None:
    """Refuse a day before another; `of` says what that is the day of, `wanted` what is asked for where that differs."""
    if day is not None and first is not None and day < first:
        said = f"{name} {vi.day(day)} trước {of} {vi.day(first)}"
        raise Refusal(f"{said}; cần {wanted or of} hoặc sau đó.", field=field)


def has_members(facts: Facts, body: Body, day: dt.date, field: str) -> None:
    """Refuse what a body without anybody in it on that day can neither hold nor decide."""
    if not facts.members(body, day):
        said = f"{vi.BODY[body]} chưa có thành viên nào vào ngày {vi.day(day)}"
        raise Refusal(f"{said}; cần nhập thành viên trong Danh mục trước.", field=field)
