"""Seats in the bodies and posts beside them: their words, how they are given and ended, what cannot be.

May import domain, vi and db. Writes are handed a store and raise `Refusal`.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from db.store import Store
from desktop import vi
from desktop.domain.bodies import BODIES, ONE_AT_A_TIME, ROLES_OF
from desktop.domain.facts import Facts
from desktop.domain.posts import POSTS
from desktop.domain.records import Person, Post, Seat
from desktop.domain.refusal import Refusal
from desktop.exchange.forms import load_committees


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    seat: Seat
    words: str
    span: str
    held: bool


def held_on(seat: Seat | Post, day: dt.date) -> bool:
    """Whether the seat or post is held that day; both end at the end of their `to` day."""
    return (seat.from_ is None or seat.from_ <= day) and (seat.to is None or seat.to >= day)


def seats_of(person: Person, on: dt.date, office: str) -> tuple[SeatRow, ...]:
    """A person's seats over time, the latest first."""
    seats = sorted(person.seats, key=lambda seat: (seat.from_, -BODIES.index(seat.body)), reverse=True)
    return tuple(
        SeatRow(seat=seat, words=seat_words(seat, office), span=vi.span(seat.from_, seat.to), held=held_on(seat, on))
        for seat in seats
    )


def seat_words(seat: Seat, office: str = "") -> str:
    """`Ủy viên Ban Thường vụ`; a secretary is the whole committee's: `Bí thư Huyện ủy (trong Ban Chấp hành)`."""
    role, body = vi.ROLE[seat.role], vi.BODY[seat.body]
    if seat.role == "uy-vien" or seat.body == "ubkt":
        return f"{role} {body}"
    title = f"{role} {load_committees().called(office)}".strip()
    return title if seat.body == "thuong-truc" else f"{title} (trong {body})"


def post_words(post: Post) -> str:
    return POSTS.get(post.post, post.post)


def offered_posts(facts: Facts, on: dt.date) -> list[tuple[str, str]]:
    """The posts to choose from; of those who lead an advisory body only such as the committee has on that day."""
    table, head = facts.committees, facts.office.office
    own = [each.head for each in table.advisories_of(head, on) if each.head]
    others = {each.head for each in table.advisories} if own else set()
    return [(code, words) for code, words in POSTS.items() if code in own or code not in others] + [
        (post, post) for post in own if post not in POSTS
    ]


def give_seat(store: Store, *, facts: Facts, person: Person, seat: Seat) -> None:
    """Raises `Refusal` where the seat overlaps one the person or the only other holder has."""
    seats = (*person.seats, checked_seat(facts.office.people, person, seat))
    put_person(store, replace(person, seats=seats), person)


def end_seat(store: Store, *, facts: Facts, person: Person, seat: Seat, to: dt.date) -> None:
    """End a seat at the end of the day `to`."""
    amend_seat(store, facts=facts, person=person, old=seat, new=replace(seat, to=to))


def amend_seat(store: Store, *, facts: Facts, person: Person, old: Seat, new: Seat) -> None:
    rest = _without(person.seats, old)
    seat = checked_seat(facts.office.people, replace(person, seats=rest), new)
    seats = tuple(seat if held is old or held == old else held for held in person.seats)
    put_person(store, replace(person, seats=seats), person)


def give_post(store: Store, *, person: Person, post: Post) -> None:
    if not post.post.strip():
        raise Refusal("Chức danh: cần chọn hoặc ghi tên chức danh.", field="post")
    _check_span("Chức danh", post.from_, post.to)
    if any(old.post == post.post and _overlap(old, post) for old in person.posts):
        raise Refusal(f"{person.name} đã giữ chức danh {post_words(post)} trong thời gian này.", field="post")
    put_person(store, replace(person, posts=(*person.posts, replace(post, post=vi.nfc(post.post.strip())))), person)


def end_post(store: Store, *, person: Person, post: Post, to: dt.date) -> None:
    _check_span("Chức danh", post.from_, to)
    posts = tuple(replace(old, to=to) if old == post else old for old in person.posts)
    put_person(store, replace(person, posts=posts), person)


def remove_post(store: Store, *, person: Person, post: Post) -> None:
    put_person(store, replace(person, posts=tuple(old for old in person.posts if old != post)), person)


def checked_seat(people: Iterable[Person], person: Person, seat: Seat) -> Seat:
    """Return the seat, or refuse it: wrong role, days turned round, or an overlap with a seat already given."""
    if seat.role not in ROLES_OF[seat.body]:
        offered = ", ".join(vi.ROLE[role] for role in ROLES_OF[seat.body])
        raise Refusal(f"Chức vụ trong {vi.BODY[seat.body]}: chọn một trong {offered}.", field="role")
    _check_span("Chức vụ trong cấp ủy", seat.from_, seat.to)
    own = next((old for old in person.seats if old.body == seat.body and _overlap(old, seat)), None)
    if own:
        raise Refusal(
            f"{person.name} đang giữ chức vụ {seat_words(own)} ({vi.span(own.from_, own.to)}); "
            "ghi thôi giữ chức vụ cũ trước ngày bắt đầu chức vụ mới.",
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
                    f"{seat_words(seat)}: {other.name} đang giữ ({vi.span(old.from_, old.to)}); "
                    "mỗi lúc chỉ một người, cần ghi thôi giữ chức vụ trước.",
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


def put_person(store: Store, after: Person, before: Person) -> None:
    """Write a person where something changed."""
    if after != before:
        store.put(after, before=before)
