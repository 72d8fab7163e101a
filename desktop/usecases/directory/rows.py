"""The directory of people: who holds which seat and post on a day, and how people are entered and taken out.

May import domain, vi, db and exchange. Reads return frozen rows; writes are handed a store and raise `Refusal`.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from db.store import Store
from desktop import vi
from desktop.domain.bodies import BODIES
from desktop.domain.facts import Facts
from desktop.domain.names import same
from desktop.domain.records import Body, Person, Seat
from desktop.domain.refusal import Refusal
from desktop.exchange.lists.people_cells import Entry
from desktop.usecases.base.names import clean
from desktop.usecases.base.references import listed, where_used
from desktop.usecases.directory import people as people_list
from desktop.usecases.directory.seats import checked_seat, held_on, post_words, put_person

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
    posts = ", ".join(post_words(post) for post in person.posts if post.post and held_on(post, on))
    return MemberRow(person=person, seats=seats, posts=posts, began=min((s.from_ for s in seats), default=None))


def counts(facts: Facts, on: dt.date) -> dict[Body, int]:
    """How many seats of each body are held on a day."""
    held = [seat.body for person in facts.office.people for seat in person.seats if held_on(seat, on)]
    return {body: held.count(body) for body in BODIES}


# Writes


def add_person(store: Store, *, facts: Facts, name: str, position: str = "", born: int | None = None) -> str:
    """Return the id of the new person; refused where it cannot be told from somebody known of the same name."""
    fresh = Person(id=store.new_id(Person), name=_name(name), position=clean(position), born=_born(born, facts))
    _refuse_twin(facts, fresh)
    store.put(fresh)
    return fresh.id


def amend_person(store: Store, *, facts: Facts, person: Person, name: str, position: str, born: int | None) -> None:
    after = replace(person, name=_name(name), position=clean(position), born=_born(born, facts))
    _refuse_twin(facts, after)
    put_person(store, after, person)


def remove_person(store: Store, *, facts: Facts, person: Person) -> None:
    """Refused while another record names the person: the seat is then ended instead."""
    places = where_used(facts.office, "people").get(person.id, ())
    if places:
        raise Refusal(
            f"{person.name} còn được ghi ở {listed(places)}; chỉ ghi thôi giữ chức vụ, không xóa khỏi danh mục.",
            field="person",
        )
    store.remove(Person, person.id)


def add_people(store: Store, *, facts: Facts, entries: Iterable[Entry], others: bool = False) -> int:
    """Add a whole list, or nothing where one of its lines is refused; a person already known is left as is.

    Who bears the name of somebody known, a birth year missing, is left out too, unless they are said to be `others`.
    """
    wanted = ("new", "asked") if others else ("new",)
    fitted = people_list.fitted(entries, facts.lacking)
    fresh = [one.entry for one in people_list.standing(facts, fitted) if one.state in wanted]
    people = list(facts.office.people)
    for entry in fresh:
        people.append(Person(id=store.new_id(Person), name=entry.name, born=entry.born, position=entry.position))
        for seat in entry.seats:
            people[-1] = replace(people[-1], seats=(*people[-1].seats, checked_seat(people, people[-1], seat)))
        store.put(people[-1])
    return len(fresh)


def _name(text: str) -> str:
    name = clean(text)
    if len(name.split()) < 2:
        raise Refusal("Họ và tên: cần ghi đủ họ và tên.", field="name")
    return name


def _born(year: int | None, facts: Facts) -> int | None:
    latest = max((use.from_.year for use in facts.in_force_list), default=dt.date.max.year) - _AGE
    if year is not None and not _FIRST_BIRTH <= year <= latest:
        raise Refusal(f"Năm sinh: {year} không hợp lý, cần một năm từ {_FIRST_BIRTH} đến {latest}.", field="born")
    return year


def _refuse_twin(facts: Facts, person: Person) -> None:
    for other in facts.office.people:
        if other.id != person.id and same(other.name, person.name) and person.born in (None, other.born):
            raise Refusal(f"{person.name} đã có trong danh mục; ghi thêm năm sinh để phân biệt.", field="name")
