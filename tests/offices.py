"""Whole valid offices for hypothesis, made of the records' own type hints, with references that lead somewhere."""

import datetime as dt
import unicodedata
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, Literal, TypeAlias, get_args, get_origin

from hypothesis import strategies as st

from desktop.domain.plain import bare, composed, hints, item_of, may_be_none, refers_to
from desktop.domain.records import (
    LIST_OF,
    AgendaItem,
    Ballot,
    Document,
    Duty,
    Incoming,
    Meeting,
    Office,
    OfficeCalendar,
    OfficeHead,
    OwnParameter,
    OwnProfile,
    Programme,
    RegulationUse,
    Report,
    Response,
    Review,
    SettingFrom,
    Source,
    Unit,
)

Hint: TypeAlias = Any
Some: TypeAlias = Any
"""A record or value of a type known only by its hint."""

LETTERS = st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t", exclude_characters="\ufffe\uffff")
DAYS = st.dates(dt.date(2019, 1, 1), dt.date(2027, 12, 31))
SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    int: st.integers(0, 2**53 - 1),
    bool: st.booleans(),
    dt.date: DAYS,
    dt.time: st.builds(dt.time, st.integers(0, 23), st.integers(0, 59)),
    dt.datetime: st.builds(
        dt.datetime,
        st.integers(2019, 2027),
        st.integers(1, 12),
        st.integers(1, 28),
        st.integers(0, 23),
        st.integers(0, 59),
    ),
}
PLAIN = (
    "",
    "Nguyễn Văn Ứng",
    "=1+1",
    'Nói "thật"',
    "Hai\ndòng\r\n",
    "'; DROP TABLE people;--",
    "ﬁ",
    "😀",
    " ",
)
PARAMETERS = st.sampled_from([(), (OwnParameter(),), (OwnParameter(key="absence.reported.working_days"),)])
OFTEN = st.sampled_from([None, {"n": 2, "per": "quarter"}, {"gap": 2, "unit": "weeks"}])
DUE = st.sampled_from([None, {"day": 5, "of": "next-month"}])
SHOWN = st.sampled_from(["", "documents/d0", "meetings/m9"])
PERIODS = ("", "term", "2024", "2024-H1", "2024-9M", "2024-Q3", "2024-07", "2024-W08", "2026-W53")


@cache
def texts(*, form: Literal["NFC", "NFD"] = "NFC") -> st.SearchStrategy[str]:
    """Any text; in the form it is stored in, or as a person on another system may have typed it."""
    made = st.one_of(st.sampled_from(PLAIN), st.text(LETTERS, max_size=12))
    return made.map(lambda text: unicodedata.normalize(form, text))


@st.composite
def offices(draw: st.DrawFn, *, most: int = 3) -> Office:
    """An office as it is stored, with up to `most` records in every list."""
    ids = {name: [f"{name[0]}{number}" for number in range(draw(st.integers(0, most)))] for name in LIST_OF.values()}
    if not ids["people"]:
        ids["absences"] = []  # an absence is somebody's
    agendas = {meeting: [f"a{number}" for number in range(draw(st.integers(0, most)))] for meeting in ids["meetings"]}
    maker = Maker(draw, ids, agendas, most)
    lists = {name: tuple(maker.record(cls, ident) for ident in ids[name]) for cls, name in LIST_OF.items()}
    calendar = maker.some(OfficeCalendar)
    return composed(Office(office=_head(maker), calendar=calendar, **lists))


def _head(maker: "Maker") -> OfficeHead:
    uses = maker.draw(st.lists(_use(), max_size=3, unique_by=lambda use: use.from_))
    settings = maker.draw(
        st.sampled_from([None, {}, {"ballot.days": 5, "count": "clear-days"}, {"decision.majority": "1/2"}])
    )
    days = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))
    since = st.builds(SettingFrom, key=st.just("ballot.days"), from_=st.none() | days, value=st.none() | st.just(5))
    dated = maker.draw(st.lists(since, max_size=2))
    return maker.some(OfficeHead, regulations=tuple(uses), settings=settings, settings_from=tuple(dated))


@cache
def _use() -> st.SearchStrategy[RegulationUse]:
    values = st.sampled_from([None, {}, {"absence.reported.working_days": 2}])
    names = st.sampled_from(["tay-son-2024", "tay-son-2024", ""])
    return st.builds(RegulationUse, profile=names, from_=st.none() | DAYS, overrides=values)


ONCE = {"attendance": ("person",), "choices": ("person",), "responses": ("person", "returned")}
"""Lists in which a person stands once, or once a day."""


def _once(lines: tuple[Any, ...], keys: tuple[str, ...]) -> tuple[Any, ...]:
    named = [line for line in lines if line.person]
    kept = {tuple(getattr(line, key) for key in keys): line for line in named}
    return (*kept.values(), *(line for line in lines if not line.person))


class Maker:
    """Draws records; keeps the promises the types cannot make: references lead somewhere, ends follow beginnings."""

    def __init__(self, draw: st.DrawFn, ids: dict[str, list[str]], agendas: dict[str, list[str]], most: int) -> None:
        self.draw = draw
        self.ids = ids
        self.agendas = agendas
        self.most = most

    def record(self, cls: type, ident: str) -> Some:
        if cls is Meeting:
            agenda = tuple(self.some(AgendaItem, id=item) for item in self.agendas[ident])
            return self._meeting(self.some(Meeting, id=ident, agenda=agenda))
        if cls is Unit:
            unit = self.some(cls, id=ident)
            return replace(unit, successor=None) if unit.successor == ident else unit
        if cls is Duty:
            made = self.some(cls, id=ident, often=self.draw(OFTEN), due=self.draw(DUE))
            return replace(made, done=tuple(replace(one, record=self.draw(SHOWN)) for one in made.done))
        if cls is OwnProfile:
            return self.some(cls, id=ident, base="tay-son-2024", parameters=self.draw(PARAMETERS))
        return self.some(cls, id=ident, **self._particular(cls))

    def _meeting(self, meeting: Meeting) -> Meeting:
        """Held instead of it, another, where it was called off; its items on its own days."""
        instead = meeting.postponed_to if meeting.cancelled and meeting.postponed_to != meeting.id else None
        first, last = meeting.start.date(), (meeting.end or meeting.start).date()
        days = st.none() | st.dates(first, last)
        agenda = tuple(replace(item, day=self.draw(days)) for item in meeting.agenda)
        return replace(meeting, postponed_to=instead, agenda=agenda)

    def _particular(self, cls: type) -> dict[str, Any]:
        if cls in (Programme, Report):
            own = {"period": self.draw(st.sampled_from(PERIODS))}
            units = [None, "office", "government", *self.ids["units"]]
            return own | ({"unit": self.draw(st.sampled_from(units))} if cls is Report else {})
        if cls is Document and self.draw(st.booleans()):
            return {"secrecy": "mat", "body": "", "issued": None, "attachments": ()}
        if cls is Document:
            return {"secrecy": "none"}
        if cls is Incoming:
            secret = self.draw(st.booleans())
            return {"secrecy": "mat", "attachments": ()} if secret else {"secrecy": "none"}
        if cls is Review:
            return {"subject": self.draw(st.sampled_from(["", "bch", "btv", *self.ids["people"]]))}
        return {}

    def some(self, cls: type, **given: Some) -> Some:
        """A record of that class, with what is given and everything else drawn."""
        values = dict(given)
        for field in fields(cls):
            hint = hints(cls)[field.name]
            if field.name not in values and not self._unfillable(hint):
                values[field.name] = self.value(hint)
        return self._kept(cls, values)

    def _unfillable(self, hint: Hint) -> bool:
        """A reference into an empty list: left at its default, or the whole record is left out by its list."""
        target = refers_to(hint)
        return target is not None and not self.ids[target]

    def value(self, hint: Hint) -> Some:
        inner, item, target = bare(hint), item_of(hint), refers_to(hint)
        if item is not None:
            return self._list(hint, item)
        if may_be_none(hint) and self.draw(st.booleans()):
            return None
        if target is not None:
            return self.draw(st.sampled_from(self.ids[target]))
        if is_dataclass(inner):
            return self.some(inner)  # type: ignore[arg-type]  # a class of records, by its hint
        if get_origin(inner) is Literal:
            return self.draw(st.sampled_from(get_args(inner)))
        if get_origin(inner) is dict:
            return self.draw(st.sampled_from([None, {}]))
        return self.draw(SIMPLE.get(inner, texts()))

    def _list(self, hint: Hint, item: Hint) -> Some:
        if may_be_none(hint) and self.draw(st.booleans()):
            return None
        cls = bare(item)
        needs = (
            [item] if not is_dataclass(cls) else [each for name, each in hints(cls).items() if not may_be_none(each)]
        )
        size = 0 if any(self._unfillable(each) for each in needs) else self.draw(st.integers(0, self.most))
        if is_dataclass(cls) and "id" in hints(cls):  # type: ignore[arg-type]  # a class of records, by its hint
            return tuple(self.some(cls, id=f"q{number}") for number in range(size))  # type: ignore[arg-type]  # the same
        return tuple(self.value(item) for _ in range(size))

    def _kept(self, cls: type, values: dict[str, Any]) -> Some:
        for first, last in (("from_", "to"), ("start", "end")):
            begin, end = values.get(first), values.get(last)
            if begin is not None and end is not None and end < begin:
                values[first], values[last] = end, begin
        for name, keys in ONCE.items():
            if name in values:
                values[name] = _once(values[name], keys)
        if cls is Source:
            items = self.agendas.get(values.get("meeting") or "", [])
            values["agenda"] = self.draw(st.sampled_from([None, *items]))
        if cls is Ballot:
            values["responses"] = self._answered(values)
        return cls(**values)

    def _answered(self, values: dict[str, Any]) -> tuple[Response, ...]:
        """Responses that answer the ballot's own questions."""
        asked = [question.id for question in values["questions"]]
        answers = st.one_of(
            st.none(), st.dictionaries(st.sampled_from(asked or ["-"]), st.sampled_from(["approve", "other"]))
        )
        responses = []
        for response in values["responses"]:
            chosen = self.draw(answers) if asked else self.draw(st.sampled_from([None, {}]))
            responses.append(
                Response(**{name: getattr(response, name) for name in hints(Response)} | {"questions": chosen})
            )
        return tuple(responses)
