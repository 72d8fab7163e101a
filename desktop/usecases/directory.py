"""The directory of people and units: who holds which seat and post on a day, and how that is changed.

May import domain, vi, db and exchange. Reads return frozen rows; writes are handed a store and raise `Refusal`.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from db.store import Store
from desktop import vi
from desktop.domain.bodies import BODIES, ONE_AT_A_TIME, ROLES_OF
from desktop.domain.facts import Facts
from desktop.domain.records import Body, Person, Post, Seat, Unit, UnitKind
from desktop.domain.refusal import Refusal
from desktop.exchange.people_cells import Entry
from desktop.usecases.posts import POSTS
from desktop.usecases.references import where_used

_FIRST_BIRTH, _AGE = 1900, 18


# Reads


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """One person as of a day; `seats` are those held that day, `began` the first day of the earliest of them."""

    person: Person
    seats: tuple[Seat, ...]
    posts: str
    began: dt.date | None

    def seat_in(self, body: Body) -> Seat | None:
        return next((seat for seat in self.seats if seat.body == body), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    seat: Seat
    words: str
    span: str
    held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    unit: Unit
    kind: str
    used: int


def held_on(seat: Seat | Post, day: dt.date) -> bool:
    """Whether the seat or post is held that day; both end at the end of their `to` day."""
    return (seat.from_ is None or seat.from_ <= day) and (seat.to is None or seat.to >= day)


def members(
    facts: Facts, on: dt.date, *, text: str = "", body: Body | None = None, everyone: bool = True
) -> tuple[MemberRow, ...]:
    """People in Vietnamese name order; without `everyone`, only those with a seat on the day."""
    rows = (_member(person, on) for person in facts.office.people)
    wanted = vi.fold(text.strip())
    kept = [row for row in rows if _kept(row, wanted, body, everyone)]
    return tuple(sorted(kept, key=lambda row: vi.name_key(row.person.name)))


def _kept(row: MemberRow, wanted: str, body: Body | None, everyone: bool) -> bool:
    found = wanted in vi.fold(f"{row.person.name} {row.person.position} {row.posts}")
    seated = bool(row.seats) if body is None else row.seat_in(body) is not None
    return found and (seated or (everyone and body is None))


def _member(person: Person, on: dt.date) -> MemberRow:
    seats = tuple(seat for seat in person.seats if held_on(seat, on))
    posts = ", ".join(post_words(post) for post in person.posts if held_on(post, on))
    return MemberRow(person=person, seats=seats, posts=posts, began=min((s.from_ for s in seats), default=None))


def counts(facts: Facts, on: dt.date) -> dict[Body, int]:
    """How many seats of each body are held on a day."""
    held = [seat.body for person in facts.office.people for seat in person.seats if held_on(seat, on)]
    return {body: held.count(body) for body in BODIES}


def seats_of(person: Person, on: dt.date) -> tuple[SeatRow, ...]:
    """A person's seats over time, the latest first."""
    seats = sorted(person.seats, key=lambda seat: (seat.from_, -BODIES.index(seat.body)), reverse=True)
    return tuple(
        SeatRow(seat=seat, words=seat_words(seat), span=span(seat.from_, seat.to), held=held_on(seat, on))
        for seat in seats
    )


def seat_words(seat: Seat) -> str:
    return f"{vi.ROLE[seat.role]} {vi.BODY[seat.body]}" if seat.body != "thuong-truc" else vi.ROLE[seat.role]


def post_words(post: Post) -> str:
    return POSTS.get(post.post, post.post)


def span(first: dt.date | None, last: dt.date | None) -> str:
    """`01/08/2020–nay`, `đến 30/06/2025`, or nothing where neither day is known."""
    if first is None:
        return f"đến {vi.day(last)}" if last else ""
    return f"{vi.day(first)}–{vi.day(last) if last else 'nay'}"


def units(facts: Facts, *, text: str = "", kind: UnitKind | None = None) -> tuple[UnitRow, ...]:
    """Units by kind, then name; `used` counts the records that name each."""
    wanted = vi.fold(text.strip())
    kept = [u for u in facts.office.units if wanted in vi.fold(u.name) and kind in (None, u.kind)]
    used = where_used(facts.office, "units")
    order = [*vi.UNIT_KIND, ""]
    kept.sort(key=lambda unit: (order.index(unit.kind or ""), vi.word_key(unit.name)))
    return tuple(
        UnitRow(unit=unit, kind=vi.UNIT_KIND.get(unit.kind or "", ""), used=len(used.get(unit.id, ()))) for unit in kept
    )


# People


def add_person(store: Store, *, facts: Facts, name: str, position: str = "", born: int | None = None) -> str:
    """Return the id of the new person; a second person of the same name and year of birth is refused."""
    fresh = Person(id=store.new_id(Person), name=_name(name), position=_clean(position), born=_born(born, facts))
    _refuse_twin(facts, fresh)
    store.put(fresh)
    return fresh.id


def amend_person(store: Store, *, facts: Facts, person: Person, name: str, position: str, born: int | None) -> None:
    after = replace(person, name=_name(name), position=_clean(position), born=_born(born, facts))
    _refuse_twin(facts, after)
    _put(store, after, person)


def remove_person(store: Store, *, facts: Facts, person: Person) -> None:
    """Refused while another record names the person: the seat is then ended instead."""
    places = where_used(facts.office, "people").get(person.id, ())
    if places:
        raise Refusal(
            f"{person.name} còn được ghi ở {_places(places)}; chỉ kết thúc tư cách, không xóa khỏi danh mục.",
            field="person",
        )
    store.remove(Person, person.id)


def add_people(store: Store, *, facts: Facts, entries: Iterable[Entry]) -> int:
    """Add a whole list, or nothing where one of its lines is refused; a person already known is left as is."""
    known = {(vi.nfc(person.name).casefold(), person.born) for person in facts.office.people}
    fresh = [entry for entry in entries if (entry.name.casefold(), entry.born) not in known]
    people = list(facts.office.people)
    for entry in fresh:
        people.append(Person(id=store.new_id(Person), name=entry.name, born=entry.born, position=entry.position))
        for seat in entry.seats:
            people[-1] = replace(people[-1], seats=(*people[-1].seats, checked_seat(people, people[-1], seat)))
        store.put(people[-1])
    return len(fresh)


# Seats and posts


def give_seat(store: Store, *, facts: Facts, person: Person, seat: Seat) -> None:
    """Raises `Refusal` where the seat overlaps one the person or the only other holder has."""
    seats = (*person.seats, checked_seat(facts.office.people, person, seat))
    _put(store, replace(person, seats=seats), person)


def end_seat(store: Store, *, facts: Facts, person: Person, seat: Seat, to: dt.date) -> None:
    """End a seat at the end of the day `to`."""
    amend_seat(store, facts=facts, person=person, old=seat, new=replace(seat, to=to))


def amend_seat(store: Store, *, facts: Facts, person: Person, old: Seat, new: Seat) -> None:
    rest = _without(person.seats, old)
    seat = checked_seat(facts.office.people, replace(person, seats=rest), new)
    seats = tuple(seat if held is old or held == old else held for held in person.seats)
    _put(store, replace(person, seats=seats), person)


def remove_seat(store: Store, *, person: Person, seat: Seat) -> None:
    """Take out a seat entered by mistake; one that was really held is ended instead."""
    _put(store, replace(person, seats=_without(person.seats, seat)), person)


def give_post(store: Store, *, person: Person, post: Post) -> None:
    if not post.post.strip():
        raise Refusal("Chức danh: cần chọn hoặc ghi tên chức danh.", field="post")
    _check_span("Chức danh", post.from_, post.to)
    if any(old.post == post.post and _overlap(old, post) for old in person.posts):
        raise Refusal(f"{person.name} đã giữ chức danh {post_words(post)} trong thời gian này.", field="post")
    _put(store, replace(person, posts=(*person.posts, replace(post, post=vi.nfc(post.post.strip())))), person)


def end_post(store: Store, *, person: Person, post: Post, to: dt.date) -> None:
    _check_span("Chức danh", post.from_, to)
    posts = tuple(replace(old, to=to) if old == post else old for old in person.posts)
    _put(store, replace(person, posts=posts), person)


def remove_post(store: Store, *, person: Person, post: Post) -> None:
    _put(store, replace(person, posts=tuple(old for old in person.posts if old != post)), person)


def checked_seat(people: Iterable[Person], person: Person, seat: Seat) -> Seat:
    """Return the seat, or refuse it: wrong role, days turned round, or an overlap with a seat already given."""
    if seat.role not in ROLES_OF[seat.body]:
        offered = ", ".join(vi.ROLE[role] for role in ROLES_OF[seat.body])
        raise Refusal(f"Chức vụ trong {vi.BODY[seat.body]}: chọn một trong {offered}.", field="role")
    _check_span("Tư cách", seat.from_, seat.to)
    own = next((old for old in person.seats if old.body == seat.body and _overlap(old, seat)), None)
    if own:
        raise Refusal(
            f"{person.name} đã có tư cách {seat_words(own)} ({span(own.from_, own.to)}); "
            "kết thúc tư cách cũ trước ngày bắt đầu tư cách mới.",
            field="from_",
        )
    _refuse_second(people, person, seat)
    return seat


def _refuse_second(people: Iterable[Person], person: Person, seat: Seat) -> None:
    if (seat.body, seat.role) not in ONE_AT_A_TIME:
        return
    for other in people:
        for old in other.seats if other.id != person.id else ():
            if (old.body, old.role) == (seat.body, seat.role) and _overlap(old, seat):
                raise Refusal(
                    f"{seat_words(seat)}: {other.name} đang giữ ({span(old.from_, old.to)}); "
                    "mỗi lúc chỉ một người, cần kết thúc tư cách trước.",
                    field="role",
                )


def _overlap(one: Seat | Post, other: Seat | Post) -> bool:
    first = max(one.from_ or dt.date.min, other.from_ or dt.date.min)
    return first <= min(one.to or dt.date.max, other.to or dt.date.max)


def _check_span(what: str, first: dt.date | None, last: dt.date | None) -> None:
    if first and last and last < first:
        raise Refusal(f"{what}: ngày kết thúc {vi.day(last)} trước ngày bắt đầu {vi.day(first)}.", field="to")


def _without(seats: tuple[Seat, ...], seat: Seat) -> tuple[Seat, ...]:
    at = seats.index(seat)
    return seats[:at] + seats[at + 1 :]


# Units


def add_unit(store: Store, *, facts: Facts, name: str, kind: UnitKind | None) -> str:
    unit = Unit(id=store.new_id(Unit), name=_unit_name(facts, name, ""), kind=kind)
    store.put(unit)
    return unit.id


def amend_unit(store: Store, *, facts: Facts, unit: Unit, name: str, kind: UnitKind | None) -> None:
    after = replace(unit, name=_unit_name(facts, name, unit.id), kind=kind)
    if after != unit:
        store.put(after, before=unit)


def remove_unit(store: Store, *, facts: Facts, unit: Unit) -> None:
    places = where_used(facts.office, "units").get(unit.id, ())
    if places:
        raise Refusal(f"{unit.name} còn được ghi ở {_places(places)}, không xóa được.", field="unit")
    store.remove(Unit, unit.id)


def _unit_name(facts: Facts, name: str, own: str) -> str:
    clean = _clean(name)
    if not clean:
        raise Refusal("Tên đơn vị: cần ghi tên.", field="name")
    if any(_same(unit.name, clean) and unit.id != own for unit in facts.office.units):
        raise Refusal(f"Tên đơn vị: {clean} đã có trong danh mục.", field="name")
    return clean


# Shared


def _put(store: Store, after: Person, before: Person) -> None:
    if after != before:
        store.put(after, before=before)


def _clean(text: str) -> str:
    return vi.nfc(" ".join(text.split()))


def _name(text: str) -> str:
    clean = _clean(text)
    if len(clean.split()) < 2:
        raise Refusal("Họ và tên: cần ghi đủ họ và tên.", field="name")
    return clean


def _born(year: int | None, facts: Facts) -> int | None:
    latest = max((use.from_.year for use in facts.in_force_list), default=dt.date.max.year) - _AGE
    if year is not None and not _FIRST_BIRTH <= year <= latest:
        raise Refusal(f"Năm sinh: {year} không hợp lý, cần một năm từ {_FIRST_BIRTH} đến {latest}.", field="born")
    return year


def _refuse_twin(facts: Facts, person: Person) -> None:
    for other in facts.office.people:
        if other.id != person.id and _same(other.name, person.name) and other.born == person.born:
            raise Refusal(f"{person.name} đã có trong danh mục; ghi thêm năm sinh để phân biệt.", field="name")


def _same(one: str, other: str) -> bool:
    return vi.nfc(one).casefold() == vi.nfc(other).casefold()


def _places(places: tuple[str, ...]) -> str:
    more = len(places) - 2
    return ", ".join(places[:2]) + (f" và {more} chỗ khác" if more > 0 else "")
