"""The office itself: its names, place and term, and how a new office is started.

May import domain, vi, db and exchange. Reads return frozen rows; writes are handed a store and raise `Refusal`.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from db.store import Store
from desktop import vi
from desktop.domain.committees import Level
from desktop.domain.facts import Facts
from desktop.domain.records import Office, OfficeHead, Person, RegulationUse, Term
from desktop.domain.refusal import Refusal
from desktop.domain.regulation import Profile
from desktop.exchange.forms import load_committees
from desktop.exchange.lists.people_cells import Entry
from desktop.usecases.directory.people import fitted
from desktop.usecases.directory.seats import checked_seat
from desktop.usecases.regulations.ruleset import checked_use

FIELDS: dict[str, str] = {
    "name": "Tên cơ quan",
    "superior": "Đảng bộ cấp trên",
    "symbol": "Ký hiệu văn bản",
    "place": "Địa danh ghi trên văn bản",
    "province": "Tỉnh, thành phố",
    "congress": "Khóa",
}
"""The texts of the office's head, in the order they are asked."""
KIND = "Loại cấp ủy"
UNTOLD = "Tên gọi không cho biết; cần chọn để chương trình đưa quy chế mẫu đúng loại."
_LONGEST = 200
KEPT_FROM = "Bắt đầu ghi sổ bằng chương trình từ ngày"
UNJUDGED = "Việc trước ngày này chỉ ghi nhận, không đối chiếu với quy chế"
"""What `kept_from` is called, and what it does."""


def amend_head(store: Store, *, facts: Facts, field: str, text: str) -> None:
    """Change one text of the office's head."""
    head = facts.office.office
    changed: dict[str, Any] = {field: checked_text(field, text)}
    after = replace(head, **changed)
    if after != head:
        store.put_head(after, before=head)


def amend_kind(store: Store, *, facts: Facts, kind: str) -> None:
    """Say at which level the committee stands; empty, its name tells."""
    head = facts.office.office
    if kind != head.kind:
        store.put_head(replace(head, kind=kind), before=head)


def kinds() -> tuple[tuple[str, str], ...]:
    """The levels of committee that the program is made for, with the last day of those there are no more."""
    return tuple((level.code, _name(level)) for level in load_committees().levels if level.model)


def _name(level: Level) -> str:
    return f"{level.name} (đến hết {vi.day(level.to)})" if level.to else level.name


def model_of(name: str, kind: str) -> str:
    """The regulation offered to a committee of that level; empty where neither the office nor its name tells one."""
    level = load_committees().level_of(name, kind)
    return level.model if level else ""


def lacking(name: str, kind: str) -> frozenset[str]:
    """The organs a committee of that name and level has not."""
    return load_committees().lacking(OfficeHead(name=name, kind=kind, regulations=()))


def superiors(head: OfficeHead, on: dt.date) -> str:
    """`Đảng bộ tỉnh …, Đảng bộ thành phố …`: how the name of the Party organisation above begins."""
    return ", ".join(f"{each.party} …" for each in load_committees().superiors_of(head, on))


def kind_told(facts: Facts) -> str:
    """What the committee's name tells of its level."""
    level = load_committees().level_of(facts.office.office.name)
    return f"{_name(level)}." if level else UNTOLD


def amend_term(store: Store, *, facts: Facts, from_: dt.date | None, to: dt.date | None) -> None:
    head = facts.office.office
    term = checked_term(from_, to)
    if term != head.term:
        store.put_head(replace(head, term=term), before=head)


def amend_kept_from(store: Store, *, facts: Facts, day: dt.date | None) -> None:
    """From when the office keeps its records here; without a day everything is judged."""
    head = facts.office.office
    if day != head.kept_from:
        store.put_head(replace(head, kept_from=day), before=head)


def kept_words(facts: Facts) -> str:
    """What holds of the time before the office kept its records here; nothing where it names no day."""
    day = facts.office.office.kept_from
    return f"Trước ngày {vi.day(day)} chỉ ghi nhận, không đối chiếu" if day else ""


def checked_text(field: str, text: str) -> str:
    """Return the text as it is kept, or refuse it naming the field."""
    clean = vi.nfc(" ".join(text.split()))
    if field == "name" and len(clean.split()) < 2:
        raise Refusal(f"{FIELDS[field]}: cần ghi đủ tên, như Huyện ủy Tây Sơn.", field=field)
    if field == "symbol" and not re.fullmatch(r"[A-ZĐƯ][A-Za-zĐđƯư\-/]{0,11}|", clean):
        raise Refusal(f"{FIELDS[field]}: “{clean}” chưa đúng; cần chữ viết tắt như HU hoặc ĐU.", field=field)
    if field == "congress" and not re.fullmatch(r"[IVXLC]{0,8}|\d{1,2}", clean):
        raise Refusal(f"{FIELDS[field]}: “{clean}” chưa đúng; cần số La Mã như XXI.", field=field)
    if len(clean) > _LONGEST:
        raise Refusal(f"{FIELDS[field]}: dài {len(clean)} chữ, nhiều nhất {_LONGEST}.", field=field)
    return clean


def checked_term(from_: dt.date | None, to: dt.date | None) -> Term | None:
    if from_ and to and to < from_:
        raise Refusal(f"Nhiệm kỳ: ngày cuối {vi.day(to)} trước ngày đầu {vi.day(from_)}.", field="term_to")
    return Term(from_=from_, to=to) if from_ or to else None


def start_office(
    *,
    texts: Mapping[str, str],
    term_from: dt.date | None,
    term_to: dt.date | None,
    profile: str,
    from_: dt.date | None,
    entries: Iterable[Entry],
    profiles: Mapping[str, Profile],
    kept_from: dt.date | None = None,
    kind: str = "",
) -> Office:
    """Return a new office of the names, the regulation and the people given; `texts` are keyed by `FIELDS`."""
    use = checked_use(profile, from_, profiles)
    head = replace(started_head(texts, term_from, term_to, use), kept_from=kept_from, kind=kind)
    return Office(office=head, people=started_people(fitted(entries, lacking(head.name, kind))))


def started_head(
    texts: Mapping[str, str], term_from: dt.date | None, term_to: dt.date | None, use: RegulationUse
) -> OfficeHead:
    clean: dict[str, Any] = {field: checked_text(field, texts.get(field, "")) for field in FIELDS}
    return OfficeHead(**clean, term=checked_term(term_from, term_to), regulations=(use,))


def started_people(entries: Iterable[Entry]) -> tuple[Person, ...]:
    """The people of a new office, `p1` first; two secretaries or an empty list are refused."""
    people: list[Person] = []
    for entry in entries:
        person = Person(id=f"p{len(people) + 1}", name=entry.name, born=entry.born, position=entry.position)
        for seat in entry.seats:
            person = replace(person, seats=(*person.seats, checked_seat(people, person, seat)))
        people.append(person)
    if not any(seat.body == "bch" for person in people for seat in person.seats):
        raise Refusal("Danh sách cấp ủy: cần ít nhất một người trong Ban Chấp hành.", field="people")
    return tuple(people)
