"""Two of the office's regulations beside each other: their texts clause by clause, and what each lays down there.

May import domain, vi and exchange. Reads only.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Clause
from desktop.domain.following import followed
from desktop.domain.records import Office
from desktop.domain.refusal import Refusal
from desktop.domain.text_change import Comparison, Content, Line
from desktop.exchange.profiles import profiles_of
from desktop.exchange.regulations.beside import compared
from desktop.exchange.regulations.propose.reading_words import called
from desktop.exchange.regulations.units import place_of
from desktop.usecases.regulations import values
from desktop.usecases.regulations.own_profile import OwnRow, rows, text_of
from desktop.usecases.regulations.rows import parsed

TWO = "Cần hai quy chế đã kèm văn bản để so từng khoản; kèm ở Danh mục, Quy chế riêng."
NO_TEXT = "Quy chế “{}” chưa kèm văn bản; cần kèm văn bản ở Danh mục, Quy chế riêng để so từng khoản."


@lru_cache(maxsize=4)
def texts_beside(old: str, new: str) -> Comparison:
    """The same two texts are asked for again and again, and take a third of a second."""
    return compared(parsed(old), parsed(new))


# Which may be compared


def titles(office: Office) -> dict[str, str]:
    """The regulations whose text the office attached, by name, as they are offered."""
    known = profiles_of(office)
    return {each.profile: known[each.profile].title for each in office.regulation_texts if each.profile in known}


def earlier_of(facts: Facts, name: str) -> str:
    """Which one it is compared with first: the one it follows, else the last in use before it that has a text."""
    office = facts.office
    own = next((each for each in office.profiles if each.id == name), None)
    before = followed(own, office.profiles) if own else None
    if before and before.id in titles(office):
        return before.id
    used = [each.profile.name for each in facts.in_force_list]
    known = used[: used.index(name)] if name in used else used
    others = [each for each in (*titles(office), *known) if each != name and each in titles(office)]
    return others[-1] if others else ""


def newest(facts: Facts) -> str:
    """The one that is most likely to be looked at: made last of those with a text."""
    return next(reversed(titles(facts.office)), "")


def beside(facts: Facts, old: str, new: str, *, waiting: bool = True) -> Comparison:
    """Raises `Refusal` where one has no text; `waiting` tells of what is read and not yet confirmed too."""
    office, known = facts.office, profiles_of(facts.office)
    for name in (old, new):
        if not name:
            raise Refusal(TWO, field="profile")
        if not text_of(office, name) or name not in known:
            raise Refusal(NO_TEXT.format(known[name].title if name in known else name), field="profile")
    found = texts_beside(text_of(office, old), text_of(office, new))
    read = _read(facts, new) if waiting else {}
    contents = _Contents(found.lines, _held(office, old), {**read, **_held(office, new)})
    return replace(found, old_title=known[old].title, new_title=known[new].title, lines=tuple(contents.lines()))


# What they lay down


@dataclass(frozen=True, slots=True)
class _Held:
    means: str
    value: str
    at: Clause | None
    waiting: bool = False


def _held(office: Office, name: str) -> dict[str, _Held]:
    """What a regulation is confirmed to say, or not to say, in its own text."""
    profile, found = profiles_of(office)[name], dict[str, _Held]()
    for key, parameter in profile.parameters.items():
        dated = parameter.values[-1]
        cite = profile.cite(key, dated)
        if cite.profile == name and not cite.unchecked and (cite.at or dated.value is None):
            value = values.said(parameter.unit, dated.value)
            found[key] = _Held(dated.means or parameter.means, value, None if dated.value is None else cite.at)
    return found


def _read(facts: Facts, name: str) -> dict[str, _Held]:
    if not any(each.id == name for each in facts.office.profiles):
        return {}
    return {row.id: _of_row(row) for row in rows(facts, name, only="open") if row.read}


def _of_row(row: OwnRow) -> _Held:
    assert row.read
    return _Held(row.means, row.read_value, row.read.at, waiting=True)


class _Contents:
    """Puts each content at the lines that its old and its new value rest on."""

    def __init__(self, lines: Sequence[Line], old: Mapping[str, _Held], new: Mapping[str, _Held]) -> None:
        self._lines, self._old, self._new = lines, old, new
        self._olds = [line.old.at if line.old else None for line in lines]
        self._news = [line.new.at if line.new else None for line in lines]
        self._at: dict[int, list[Content]] = {}

    def lines(self) -> Iterator[Line]:
        for key in dict.fromkeys([*self._old, *self._new]):
            self._put(key)
        for place, line in enumerate(self._lines):
            yield replace(line, contents=tuple(self._at.get(place, ())))

    def _put(self, key: str) -> None:
        old, new = self._old.get(key), self._new.get(key)
        here, there = self._place(self._olds, old), self._place(self._news, new)
        for place in dict.fromkeys(each for each in (there, here) if each is not None):
            self._at.setdefault(place, []).append(
                Content(
                    key=key,
                    **_named(key, (new or old or _NOTHING).means),
                    old=old.value if old else "",
                    new=new.value if new else "",
                    old_at=old.at if old and place != here else None,
                    new_at=new.at if new and place != there else None,
                    waiting=bool(new and new.waiting),
                )
            )

    @staticmethod
    def _place(found: Sequence[Clause | None], held: _Held | None) -> int | None:
        return place_of(found, held.at) if held and held.at else None


_NOTHING = _Held("", "", None)


def _named(key: str, means: str) -> dict[str, str]:
    """What a content is called in a few words, and the body it is of; its sentence where it has no name."""
    name, body = called(key)
    return {"name": vi.capital(name or means.rstrip(".")), "body": body}
