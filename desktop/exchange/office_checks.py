"""What types cannot say of an office in JSON: ids used once, references that lead somewhere, ends after beginnings.

Works on the values as read, so that these errors are found beside those of type. Imports `desktop.domain`.
"""

import datetime as dt
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, is_dataclass
from typing import get_args

from desktop.domain.decoding import Loc
from desktop.domain.plain import Hint, Plain, bare, hints, item_of, json_key, refers_to
from desktop.domain.records import (
    LIST_OF,
    REPORTING,
    Attendance,
    Ballot,
    Body,
    Choice,
    Meeting,
    Office,
    Programme,
    Report,
    Response,
    Review,
    Source,
    Unit,
)
from desktop.domain.sound import YEARS, is_period
from desktop.exchange.bad_input import Problem, problem_at


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the input with the type the contract has there and what stands there."""

    loc: Loc
    hint: Hint
    raw: Plain


@dataclass(frozen=True, slots=True)
class Whole:
    """The input with the ids of its lists, and of the items within each meeting."""

    raw: Plain
    ids: dict[str, set[str]]
    agendas: dict[str, set[str]]

    def has(self, name: str, ident: str) -> bool:
        return name not in self.ids or _nfc(ident) in self.ids[name]

    def problem(self, loc: Loc, expected: str) -> Problem:
        return problem_at(self.raw, loc, expected)


def check(raw: Plain) -> list[Problem]:
    """Every error beyond types, in the order of the input."""
    if not isinstance(raw, dict):
        return []
    whole = Whole(raw, _ids(raw), _agendas(raw))
    return [problem for spot in _spots(Office, raw) for problem in _of_spot(whole, spot)]


def _spots(hint: Hint, raw: Plain, loc: Loc = ()) -> Iterator[Spot]:
    """Every place the contract knows and the input fills."""
    yield Spot(loc, hint, raw)
    inner, item = bare(hint), item_of(hint)
    if item is not None and isinstance(raw, list):
        for number, each in enumerate(raw):
            yield from _spots(item, each, (*loc, number))
    elif is_dataclass(inner) and isinstance(inner, type) and isinstance(raw, dict):
        for name, each in hints(inner).items():
            if raw.get(json_key(name)) is not None:
                yield from _spots(each, raw[json_key(name)], (*loc, json_key(name)))


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _records(raw: Plain, name: str) -> list[Plain]:
    """The objects with an id in a list, as far as they are such."""
    given = raw.get(name) if isinstance(raw, dict) else None
    items = given if isinstance(given, list) else []
    return [item for item in items if isinstance(item, dict) and isinstance(item.get("id"), str)]


def _ids(raw: Plain) -> dict[str, set[str]]:
    """The ids of every list whose records all have one; a list that is itself wrong is no measure for references."""
    names = (name for name in LIST_OF.values() if isinstance(raw.get(name), list | None))
    whole = {name: _records(raw, name) for name in names}
    return {
        name: {_nfc(item["id"]) for item in records}
        for name, records in whole.items()
        if len(records) == len(raw.get(name) or ())
    }


def _agendas(raw: Plain) -> dict[str, set[str]]:
    meetings = _records(raw, "meetings")
    return {_nfc(one["id"]): {_nfc(item["id"]) for item in _records(one, "agenda")} for one in meetings}


def _of_spot(whole: Whole, spot: Spot) -> Iterator[Problem]:
    yield from _keys_twice(whole, spot)
    if isinstance(spot.raw, str):
        yield from _reference(whole, spot)
        yield from _reachable(whole, spot)
    elif isinstance(spot.raw, list):
        yield from _ids_twice(whole, spot)
        yield from _people_twice(whole, spot)
    elif isinstance(spot.raw, dict):
        yield from _ends(whole, spot)
        own = _OWN.get(bare(spot.hint))
        if own is not None:
            yield from own(whole, spot.loc, spot.raw)


def _keys_twice(whole: Whole, spot: Spot) -> Iterator[Problem]:
    for key in getattr(spot.raw, "twice", ()):
        yield whole.problem((*spot.loc, key), "mỗi khóa chỉ một lần trong đối tượng")


def _reference(whole: Whole, spot: Spot) -> Iterator[Problem]:
    target = refers_to(spot.hint)
    if target is not None and not whole.has(target, spot.raw):
        yield whole.problem(spot.loc, f"id của một bản ghi có trong {target}")


def _reachable(whole: Whole, spot: Spot) -> Iterator[Problem]:
    kind = bare(spot.hint)
    moment = _moment(spot.raw, kind) if kind in (dt.date, dt.datetime) else None
    if moment is not None and moment.year not in YEARS:
        yield whole.problem(spot.loc, f"năm từ {YEARS.start} đến {YEARS.stop - 1}")


def _ids_twice(whole: Whole, spot: Spot) -> Iterator[Problem]:
    item = bare(item_of(spot.hint))
    if not (is_dataclass(item) and isinstance(item, type) and "id" in hints(item)):
        return
    seen: set[str] = set()
    for number, each in enumerate(spot.raw):
        ident = each.get("id") if isinstance(each, dict) else None
        if isinstance(ident, str) and _nfc(ident) in seen:
            yield whole.problem((*spot.loc, number, "id"), "id chưa có bản ghi nào khác trong danh sách dùng")
        elif isinstance(ident, str):
            seen.add(_nfc(ident))


_ONCE: dict[type, tuple[str, ...]] = {
    Attendance: ("person",),
    Choice: ("person",),
    Response: ("person", "returned"),
}
"""Lines of which a person has one, or one of a day."""


def _people_twice(whole: Whole, spot: Spot) -> Iterator[Problem]:
    keys = _ONCE.get(bare(item_of(spot.hint)), ())
    seen: set[tuple[Plain, ...]] = set()
    for number, each in enumerate(spot.raw if keys else ()):
        line = tuple(each.get(key) for key in keys) if isinstance(each, dict) else (None,)
        if not isinstance(line[0], str) or not all(isinstance(part, str | None) for part in line):
            continue
        line = (_nfc(line[0]), *line[1:])
        if line in seen:
            once = "mỗi người một lần trong danh sách" + (" cùng một ngày" if "returned" in keys else "")
            yield whole.problem((*spot.loc, number, "person"), once)
        seen.add(line)


def _ends(whole: Whole, spot: Spot) -> Iterator[Problem]:
    """A `to` not before its `from`, an `end` not before its `start`."""
    for first, last, kind in (("from", "to", dt.date), ("start", "end", dt.datetime)):
        begin, end = _moment(spot.raw.get(first), kind), _moment(spot.raw.get(last), kind)
        if begin is not None and end is not None and end < begin:
            yield whole.problem((*spot.loc, last), f"không trước {first} ({spot.raw[first]})")


def _moment(value: Plain, kind: type) -> Plain:
    """The day or moment written there; None where there is none, or one of another time zone."""
    try:
        moment = kind.fromisoformat(value)  # type: ignore[attr-defined]  # date and datetime have it
        return None if getattr(moment, "tzinfo", None) else moment
    except (TypeError, ValueError):
        return None


# What single kinds of record ask


def _source(whole: Whole, loc: Loc, raw: Plain) -> Iterator[Problem]:
    agenda, meeting = raw.get("agenda"), raw.get("meeting")
    if (
        isinstance(agenda, str)
        and isinstance(meeting, str)
        and _nfc(agenda) not in whole.agendas.get(_nfc(meeting), {_nfc(agenda)})
    ):
        yield whole.problem((*loc, "agenda"), f"id của một nội dung trong cuộc họp {meeting}")


def _report(whole: Whole, loc: Loc, raw: Plain) -> Iterator[Problem]:
    unit = raw.get("unit")
    if isinstance(unit, str) and unit not in REPORTING and not whole.has("units", unit):
        yield whole.problem((*loc, "unit"), f"id của một bản ghi có trong units, hoặc {', '.join(REPORTING)}")
    yield from _period(whole, loc, raw)


def _review(whole: Whole, loc: Loc, raw: Plain) -> Iterator[Problem]:
    subject, bodies = raw.get("subject"), get_args(Body)
    if isinstance(subject, str) and subject not in ("", *bodies) and not whole.has("people", subject):
        yield whole.problem((*loc, "subject"), f"một trong: {', '.join(bodies)}, hoặc id có trong people")


def _ballot(whole: Whole, loc: Loc, raw: Plain) -> Iterator[Problem]:
    known = {_nfc(item["id"]) for item in _records(raw, "questions")}
    responses = raw.get("responses")
    for number, response in enumerate(responses if isinstance(responses, list) else []):
        answers = response.get("questions") if isinstance(response, dict) else None
        place: Loc = (*loc, "responses", number, "questions")
        for key in getattr(answers, "twice", ()):
            yield whole.problem((*place, key), "mỗi khóa chỉ một lần trong đối tượng")
        for key in answers if isinstance(answers, dict) else ():
            if _nfc(key) not in known:
                yield whole.problem((*place, key), "id của một câu hỏi trong questions của phiếu")


def _period(whole: Whole, loc: Loc, raw: Plain) -> Iterator[Problem]:
    period = raw.get("period")
    if isinstance(period, str) and period and not is_period(period):
        expected = "kỳ dạng term, 2024, 2024-H1, 2024-9M, 2024-Q3, 2024-07 hoặc tuần có thật 2024-W08"
        yield whole.problem((*loc, "period"), expected)


def _unit(whole: Whole, loc: Loc, raw: Plain) -> Iterator[Problem]:
    if _same(raw.get("successor"), raw.get("id")):
        yield whole.problem((*loc, "successor"), "id của một đơn vị khác")


def _meeting(whole: Whole, loc: Loc, raw: Plain) -> Iterator[Problem]:
    instead = raw.get("postponed_to")
    if _same(instead, raw.get("id")):
        yield whole.problem((*loc, "postponed_to"), "id của một cuộc họp khác")
    yield from _days_of_items(whole, loc, raw)


def _days_of_items(whole: Whole, loc: Loc, raw: Plain) -> Iterator[Problem]:
    """An item of the agenda lies on a day of its meeting."""
    first, last = _moment(raw.get("start"), dt.datetime), _moment(raw.get("end"), dt.datetime)
    agenda = raw.get("agenda")
    for number, item in enumerate(agenda if first and isinstance(agenda, list) else ()):
        day = _moment(item.get("day"), dt.date) if isinstance(item, dict) else None
        if day is not None and not (first.date() <= day and (last is None or day <= last.date())):
            until = f" đến {raw['end'][:10]}" if last else ""
            yield whole.problem((*loc, "agenda", number, "day"), f"một ngày họp (từ {raw['start'][:10]}{until})")


def _same(one: Plain, other: Plain) -> bool:
    return isinstance(one, str) and isinstance(other, str) and _nfc(one) == _nfc(other)


_OWN: dict[type, Callable[[Whole, Loc, Plain], Iterator[Problem]]] = {
    Source: _source,
    Report: _report,
    Review: _review,
    Ballot: _ballot,
    Programme: _period,
    Unit: _unit,
    Meeting: _meeting,
}
