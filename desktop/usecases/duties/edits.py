"""What changes a duty of the office's own: what it asks, how often and by when, and each time that it was done.

May import domain, vi, db, exchange and the words of shapes. Writes are handed a store and raise `Refusal`.
"""

import datetime as dt
import re
from dataclasses import asdict, dataclass, replace

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Clause
from desktop.domain.records import Duty, DutyDone, OwnCite, Value
from desktop.domain.refusal import Refusal
from desktop.exchange.regulations.propose.marking import stated_cadence
from desktop.exchange.shape_kinds import of_period
from desktop.usecases.base import edits
from desktop.usecases.base.names import clean
from desktop.usecases.regulations import values
from desktop.usecases.regulations.own_cite import EXAMPLE, PLACE, read_cite

TITLE, OFTEN, DUE, BY, DONE = "Việc phải làm", "Bao lâu một lần", "Hạn trong mỗi kỳ", "Hạn", "Ngày xong"
EXAMPLE_DUE = "“ngày 05 tháng sau”, “3 ngày làm việc trước ngày cuối kỳ”"
_LONGEST = 160
_ASKED = re.compile(
    r"(?P<who>[^,;:]{2,60}?) (?:phải|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ) (?P<what>.+)", re.DOTALL
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A duty as a clerk types it: the shapes and the article in words."""

    duty: Duty
    often: str = ""
    due: str = ""
    cite: str = ""


def drafted(words: str, profile: str, at: Clause | None) -> Duty:
    """A duty from the words of a regulation, as far as they tell who does what and how often; to be looked over."""
    said = clean(words).rstrip(".;,: ")
    cite = OwnCite(**asdict(at)) if at else None
    often, left = stated_cadence(said)
    who = _ASKED.fullmatch(left)
    title = _short(vi.capital(who["what"]) if who else left)
    return Duty(id="", profile=profile, title=title, actor=who["who"] if who else "", often=often, cite=cite)


def _short(said: str) -> str:
    """Never cut within a word."""
    said = said.strip(".;,: ")
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST].rpartition(' ')[0]}…"


def save(store: Store, *, facts: Facts, before: Duty, typed: Typed) -> Duty:
    """Put a new duty, which has no id yet, or a changed one in the place of `before`."""
    draft = replace(
        typed.duty,
        title=clean(typed.duty.title),
        often=_shape(OFTEN, "cadence", typed.often, "often"),
        due=_due(typed.due),
        cite=_cite(typed.cite),
    )
    if before.id:
        return edits.amend(store, before, draft, _check)
    return edits.add(store, draft, _check)


def _shape(what: str, unit: str, text: str, field: str) -> dict[str, Value] | None:
    if not text.strip():
        return None
    try:
        found = values.typed(what, unit, text)
    except Refusal as refusal:
        raise Refusal(refusal.sentence, field=field) from None
    assert isinstance(found, dict)
    return found


def _due(text: str) -> dict[str, Value] | None:
    found = _shape(DUE, "deadline", text, "due")
    if found is not None and of_period(found):
        raise Refusal(f"{DUE}: “{text}” không phải hạn của một kỳ; cần ghi như {EXAMPLE_DUE}.", field="due")
    return found


def _cite(text: str) -> OwnCite | None:
    return read_cite(text) if text.strip() else None


def _check(duty: Duty) -> None:
    if not duty.title:
        raise Refusal(f"{TITLE}: cần ghi quy chế giao làm việc gì.", field="title")
    if duty.cite is None:
        raise Refusal(f"{PLACE}: cần ghi việc này theo điều nào của quy chế, như “{EXAMPLE}”.", field="cite")
    if duty.due and not duty.often:
        raise Refusal(f"{DUE}: cần ghi bao lâu một lần, hoặc chỉ ghi hạn của việc làm một lần.", field="often")
    if duty.often and duty.by:
        raise Refusal(f"{BY}: việc làm theo kỳ không có một hạn chung; cần bỏ hạn này hoặc bỏ kỳ.", field="by")
    if duty.from_ and duty.to and duty.to < duty.from_:
        raise Refusal(f"Đến ngày {vi.day(duty.to)} trước từ ngày {vi.day(duty.from_)}.", field="to")


def remove(store: Store, *, duty: Duty) -> None:
    store.remove(Duty, duty.id, before=duty)


# That it was done


def add_done(store: Store, *, duty: Duty, done: DutyDone, on: dt.date) -> Duty:
    """Note that it was done once more; the day is asked for and may not lie ahead."""
    if done.date is None:
        raise Refusal(f"{DONE}: cần ghi ngày đã làm xong.", field="date")
    edits.not_after(done.date, on, "date", DONE)
    if duty.often is None and duty.done:
        raise Refusal(f"{DONE}: việc này làm một lần và đã ghi xong {_day(duty.done[0])}.", field="date")
    kept = replace(done, note=clean(done.note))
    return edits.amend(store, duty, replace(duty, done=(*duty.done, kept)), _check)


def _day(done: DutyDone) -> str:
    return vi.day(done.date) if done.date else "không ghi ngày"


def remove_done(store: Store, *, duty: Duty, place: int) -> Duty:
    return edits.amend(store, duty, replace(duty, done=edits.without(duty.done, place)), _check)
