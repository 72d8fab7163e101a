"""Who signs a paper: authority, post, name and organ as one decision. Standard library and `desktop.domain` only.

The rows that say who signs are data. Nobody is given a post they do not hold on the paper's day, and the authority on
record is never overruled: where both cannot be, `decide` raises `Refusal`.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.bodies import LEADING
from desktop.domain.committees import Row
from desktop.domain.facts import Facts, covers
from desktop.domain.names import fold
from desktop.domain.posts import POSTS
from desktop.domain.records import Document, Person, Seat
from desktop.domain.refusal import Refusal
from desktop.domain.series import SYMBOL, is_joint, lead, organ_symbol
from desktop.domain.wording import day as day_words

_SEATED = ("bi thu", "pho bi thu", "uy vien", "chu nhiem", "pho chu nhiem")
"""How the parts of a position begin that name a seat, which only the seats themselves can prove."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The paper that is to be signed: its organ, its day, what is on record of its signer.

    `by_order` says that the office signs it by order of the committee where nothing else is on record.
    """

    organ: str
    day: dt.date
    by_order: bool = False
    signed_by: str | None = None
    authority: str = ""
    post: str = ""
    what: str = "Văn bản"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """The decision: `code` is the authority as a register keeps it, `line` as it is printed; no person leaves room."""

    organ: str
    code: str
    line: str
    post: str
    person: Person | None


def organ_of(facts: Facts, document: Document | None, body: str) -> str:
    """Whose letterhead and symbol a paper bears: as its symbol says, else its issuer, else who acts for the body."""
    said = SYMBOL.fullmatch(document.symbol) if document else None
    own = (organ.code for organ in facts.committees.organs if organ.own)
    named = (code for code in own if said and said[3].casefold() == organ_symbol(facts, code).casefold())
    return next(named, "") or (lead(document) if document else "") or facts.acting(body)


def code_of(authority: str) -> str:
    """`T/M` of `T/M Ban Thường vụ`, `TM.`; `Q` of `Q.`."""
    word = (authority.split() or [""])[0].upper().rstrip(".")
    return f"{word[0]}/{word[1]}" if re.fullmatch("T[MLU]|KT", word) else word


def decide(facts: Facts, asked: Asked) -> Signing:
    """Raises `Refusal` where what is on record cannot be, or does not say who signs as what."""
    code = code_of(asked.authority)
    rows = [row for row in _rows(facts, asked) if not code or row.authority == code]
    if not rows:
        raise Refusal(f"{asked.what}: {_no_such_way(facts, asked, code)}", field="authority")
    person = facts.person(asked.signed_by)
    if person is None:
        return _unnamed(facts, asked, rows)
    _refuse_false_post(facts, asked, person)
    for row in rows:
        if not (row.recorded and not code) and holds(facts, row, person, asked):
            return _signing(facts, asked, row, person)
    raise Refusal(f"{asked.what}: {_holds_nothing(asked, person, code)}", field="signed_by")


def _rows(facts: Facts, asked: Asked) -> list[Row]:
    """Those of the paper's organ that ask for no organ the committee has not: a chi bộ has no office."""
    rows = (row for row in facts.committees.signs if asked.organ in row.organs)
    return [row for row in rows if facts.lacking.isdisjoint((asked.organ, row.holds.partition(":")[0], *row.needs))]


def _unnamed(facts: Facts, asked: Asked, rows: list[Row]) -> Signing:
    """Nobody on record: whoever signs such papers, room for the name where nobody holds the post."""
    usual = next((row for row in rows if row.authority == "T/L"), rows[0]) if asked.by_order else rows[0]
    held = [person for person in facts.office.people if holds(facts, usual, person, asked)]
    if usual.recorded or usual.acting or (usual.authority == "K/T" and len(held) != 1):
        raise Refusal(f"{asked.what}: thẩm quyền {asked.authority} chưa ghi người ký; cần ghi rõ.", field="signed_by")
    return _signing(facts, asked, usual, held[0] if held else None)


def holds(facts: Facts, row: Row, person: Person, asked: Asked) -> bool:
    """Whether the person holds on the paper's day what the row asks."""
    what, _, which = row.holds.partition(":")
    if what == "given":
        return bool(asked.post)
    if what == "own":
        return bool(asked.post or own_post(facts, person, asked.day)) and not _leads(person, asked.day)
    if what == "post":
        return which in _posts(person, asked.day) or _is_said(facts, person, which)
    return any(_fits(seat, what, which) for seat in _seats(person, asked.day))


def _fits(seat: Seat, what: str, role: str) -> bool:
    if what == "role":
        return seat.body != "ubkt" and seat.role == role
    if what == "leader":
        return seat.body != "ubkt" and seat.role in LEADING
    return seat.body == what and role in ("", seat.role)


def _leads(person: Person, day: dt.date) -> bool:
    return any(_fits(seat, "leader", "") for seat in _seats(person, day))


def _seats(person: Person, day: dt.date) -> Iterator[Seat]:
    return (seat for seat in person.seats if covers(seat, day))


def _posts(person: Person, day: dt.date) -> Iterator[str]:
    return (held.post for held in person.posts if covers(held, day))


def _is_said(facts: Facts, person: Person, post: str) -> bool:
    """Whether the position, which bears no days, says so of a person of whom no such post was ever recorded."""
    words = fold(POSTS.get(post, post))
    said = (fold(_without(part.strip(), _committee(facts))) for part in person.position.split(","))
    return words in said and all(held.post != post for held in person.posts)


def own_post(facts: Facts, person: Person, day: dt.date) -> str:
    """The person's own post, outside the seats, without the committee's name: `Trưởng Ban Tổ chức`."""
    held = [
        POSTS.get(post, post) for post in _posts(person, day) if post in POSTS or not re.fullmatch("[a-z0-9-]+", post)
    ]
    parts = [part.strip() for part in person.position.split(",")]
    held += [part for part in parts if part and not fold(part).startswith(_SEATED)]
    return _without(held[0], _committee(facts)) if held else ""


def _committee(facts: Facts) -> str:
    """`Huyện ủy`, `Đảng ủy`."""
    return facts.committees.called(facts.office.office.name)


def _without(post: str, committee: str) -> str:
    """`Trưởng Ban Tổ chức` of `Trưởng Ban Tổ chức Huyện ủy`: the committee stands in the letterhead."""
    return post[: -len(committee)].strip() if fold(post).endswith(f" {fold(committee)}") else post


def _signing(facts: Facts, asked: Asked, row: Row, person: Person | None) -> Signing:
    own = own_post(facts, person, asked.day) if person else ""
    post = asked.post or row.post or own
    if row.acting and not fold(post).startswith("quyen "):
        post = f"Quyền {post}"
    line = row.line.format(committee=_whose(facts, asked.organ), standing=_whose(facts, "btv"))
    return Signing(organ=asked.organ, code=row.authority, line=line, post=post, person=person)


def _whose(facts: Facts, organ: str) -> str:
    """In whose name an organ's papers are signed: `Ban Thường vụ`, or the committee itself, `Huyện ủy`."""
    known = facts.committees.organ(organ)
    acting = facts.committees.organ(facts.acting(known.signs)) if known and known.signs else None
    kind = facts.committees.kind_of(facts.office.office.name)
    whole = (kind.committee or kind.name) if kind else _committee(facts)
    return acting.name if acting and acting.code != "bch" else whole


def _refuse_false_post(facts: Facts, asked: Asked, person: Person) -> None:
    """A post on record that the table knows is held, or acted in; others are the office's own words."""
    post = fold(asked.post)
    of_it = [row for row in facts.committees.signs if row.post and fold(row.post) == post and not row.acting]
    if of_it and code_of(asked.authority) != "Q" and not any(holds(facts, row, person, asked) for row in of_it):
        told = f"ngày {day_words(asked.day)} {person.name} không giữ chức vụ {asked.post}"
        raise Refusal(f"{asked.what}: {told}; cần sửa chức vụ in dưới thẩm quyền ký.", field="post")


def _no_such_way(facts: Facts, asked: Asked, code: str) -> str:
    organ = facts.committees.organ(asked.organ)
    if code == "K/T" and not (organ and organ.own):
        return (
            "K/T chỉ dùng trên văn bản của Văn phòng, số có ký hiệu Văn phòng; văn bản của cấp ủy do "
            "Phó Chánh Văn phòng ký thừa lệnh ghi T/L."
        )
    if code:
        return f"thẩm quyền {asked.authority} không dùng cho cơ quan ban hành này; cần sửa một trong hai."
    return "chưa có cách ký cho cơ quan ban hành này; cần ghi cơ quan ban hành."


def _holds_nothing(asked: Asked, person: Person, code: str) -> str:
    by = f"ký {asked.authority}" if code else "ký"
    told = f"ngày {day_words(asked.day)} {person.name} không giữ chức vụ nào để {by}"
    return f"{told}; cần sửa người ký, thẩm quyền, hoặc ghi chức vụ vào Danh mục."


def signers(facts: Facts, asked: Asked) -> Iterator[Signing]:
    """Everyone who may sign such a paper with no authority on record, in the order of the rows."""
    seen: set[str] = set()
    for row in _rows(facts, asked):
        for person in facts.office.people:
            open_ = not row.recorded and row.authority != "Q"
            if open_ and person.id not in seen and holds(facts, row, person, asked):
                seen.add(person.id)
                yield _signing(facts, asked, row, person)


def refuse_joint(document: Document | None) -> None:
    """One letterhead and one signature are no joint paper."""
    if document is not None and is_joint(document):
        name = document.symbol or document.title
        raise Refusal(f"{name} là văn bản liên tịch, cần hai tiêu đề và hai chữ ký; chưa có mẫu in.", field="record")
