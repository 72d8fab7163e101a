"""The seats words of a list stand for: in a body's own column, or where a position says a rank plainly.

May import domain and exchange.
"""

import re
from collections.abc import Iterator
from typing import cast

from desktop.domain.bodies import ROLES_OF
from desktop.domain.records import Body, Role
from desktop.exchange.lists.cell_text import folded
from desktop.exchange.lists.words import words

Rank = tuple[Body, Role]
_PARTS = re.compile(r"[,;\n–]|\s-\s|\bkiêm\b")


def seats_said(body: Body, cell: object) -> list[Rank] | None:
    """What a cell of a body's column says, the body's own seat first; None where it is not understood."""
    word = folded(cell)
    if word in words("people", "words", "nothing"):
        return []
    implied = [] if body == "thuong-truc" else _of_rank(word, everywhere=True)
    role = _role(body, word)
    if role is None:
        return implied if any(each == body for each, _ in implied) else None
    return [(body, role), *(rank for rank in implied if rank[0] != body)]


def _role(body: Body, word: str) -> Role | None:
    if word in words("people", "words", "tick") or word in (body, _spelt(body)):
        return None if body == "thuong-truc" else "uy-vien"
    found = (cast(Role, role) for role, said in words("people", "roles").items() if word in said)
    return next((role for role in found if role in ROLES_OF[body]), None)


def _spelt(body: Body) -> str:
    return {"bch": "ban chap hanh", "btv": "ban thuong vu", "ubkt": "uy ban kiem tra"}.get(body, "")


def seats_of_position(position: str) -> list[Rank]:
    """The seats a position names plainly, each body once; none where it names only posts elsewhere."""
    found: dict[Body, Role] = {}
    for part in _PARTS.split(position):
        for body, role in _of_rank(folded(part), everywhere=False):
            if found.get(body) in (None, "uy-vien"):
                found[body] = role
    return list(found.items())


def _of_rank(said: str, *, everywhere: bool) -> list[Rank]:
    """The seats of a rank; `everywhere` where the column itself says whose rank it is."""
    for rank in words("people", "seats").values():
        for word in sorted(rank["words"], key=len, reverse=True):
            named = rank.get("named", False) and not everywhere
            if said.startswith(word) and _is_own(said[len(word) :].strip(), named=named):
                return list(_ranks(rank["seats"]))
    return []


def _ranks(seats: list[str]) -> Iterator[Rank]:
    for seat in seats:
        body, _, role = seat.partition(":")
        yield cast(Body, body), cast(Role, role or "uy-vien")


def _is_own(rest: str, *, named: bool) -> bool:
    """Whether what follows a rank names the committee itself; a secretary without one may be of a cell or the Youth."""
    if not rest:
        return not named
    committee = words("people", "committee")
    return any(
        rest == name or rest in [f"{name} {level}" for level in committee["levels"]] for name in committee["names"]
    )
