"""Which records name a person, a unit or a meeting, read off the reference types of the records themselves."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cache

from desktop import vi
from desktop.domain import plain
from desktop.domain.plain import Hint, Plain
from desktop.domain.records import LIST_OF, Office

KIND = {
    "units": "đơn vị",
    "meetings": "hội nghị",
    "ballots": "phiếu xin ý kiến",
    "absences": "lần đi vắng",
    "assignments": "phân công",
    "tasks": "nhiệm vụ",
    "delegated": "việc theo ủy quyền",
    "programmes": "chương trình công tác",
    "reports": "báo cáo",
    "directives": "văn bản chỉ đạo",
    "visits": "chuyến đi cơ sở",
    "duties": "việc riêng theo quy chế",
    "reviews": "kiểm điểm, đánh giá",
    "documents": "văn bản",
    "incoming": "văn bản đến",
    "events": "sự kiện",
}
"""What a record of each list is called inside a sentence."""


def where_used(office: Office, target: str) -> dict[str, tuple[str, ...]]:
    """For each id of a list (`people`, `units` …) the records that name it, as words fit for a sentence."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for kind in LIST_OF.values():
        for record in getattr(office, kind):
            for found in dict.fromkeys(_named(record, target)):
                places[found].append(_label(kind, record))
    return {key: tuple(words) for key, words in places.items()}


def _label(kind: str, record: Plain) -> str:
    day = next(
        (getattr(record, name) for name in ("start", "sent", "date", "from_") if getattr(record, name, None)), None
    )
    title = (
        getattr(record, "title", "")
        or getattr(record, "name", "")
        or getattr(record, "symbol", "")
        or (f"ngày {vi.day(day)}" if day else "")
    )
    return f"{KIND.get(kind, kind)} {title}".strip()


def _named(record: Plain, target: str) -> Iterator[str]:
    of: type = type(record)
    for name, refers, nested in _shape(of):
        value = getattr(record, name)
        if refers == target and value:
            yield from (value,) if isinstance(value, str) else value
        elif nested and value is not None:
            for part in value if isinstance(value, tuple) else (value,):
                yield from _named(part, target) if is_dataclass(part) else ()


@cache
def _shape(of: type) -> tuple[tuple[str, str | None, bool], ...]:
    """For each field of a record class: its name, the list it refers to, and whether it may hold other records."""
    shape = [(name, _target(hint), _nests(hint)) for name, hint in plain.hints(of).items()]
    return tuple(field for field in shape if field[1] or field[2])


def _target(hint: Hint) -> str | None:
    return plain.refers_to(plain.item_of(hint) or hint)


def _nests(hint: Hint) -> bool:
    return is_dataclass(plain.item_of(hint) or plain.bare(hint))


def listed(places: tuple[str, ...]) -> str:
    """The first two places in words, the others counted."""
    more = len(places) - 2
    return ", ".join(places[:2]) + (f" và {more} chỗ khác" if more > 0 else "")
