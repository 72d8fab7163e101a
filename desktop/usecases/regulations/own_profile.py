"""Regulations an office describes itself, parameter by parameter beside the shipped one they were made from.

May import domain, vi and exchange. Reads only; `own_profile_edits` writes.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, Protocol

from desktop import vi
from desktop.domain import delegation
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite
from desktop.domain.records import Office, OwnParameter, OwnProfile, RegulationText
from desktop.domain.refusal import Refusal
from desktop.domain.regulation import Parameter, Profile, clause_of
from desktop.domain.rules import delegated_matter
from desktop.exchange.forms import load_committees
from desktop.exchange.profiles import known_as, known_parameters, load_profiles
from desktop.exchange.regulations.propose.candidates import Proposal
from desktop.exchange.regulations.propose.proposals import Proposals, propose
from desktop.exchange.regulations.words import TextArticle
from desktop.exchange.value_kinds import WORD_CHOICES, problem_of
from desktop.usecases.regulations import values
from desktop.usecases.regulations.own_cite import cite_words, read_cite
from desktop.usecases.regulations.own_follows import without_taken
from desktop.usecases.regulations.own_means import sentence
from desktop.usecases.regulations.rows import clause_text, parsed
from desktop.usecases.regulations.ruleset import TOPICS, topic_of

State = Literal["read", "unsaid", "unchecked", "uncited", "own", "frame", "silent", "absent"]
STATE: dict[State, str] = {
    "read": "đọc được, chờ xác nhận",
    "unsaid": "chưa đối chiếu, chưa xét",
    "unchecked": vi.UNCHECKED,
    "uncited": vi.UNCITED,
    "own": "theo quy chế đơn vị",
    "frame": "theo quy định của cấp trên",
    "silent": "đơn vị không quy định",
    "absent": "quy chế mẫu không có",
}
"""How far a parameter has been held against the office's own text."""
OPEN: tuple[State, ...] = ("read", "unsaid", "unchecked", "uncited")
"""What the clerk still has to look up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnValue:
    """One value the office's own text lays down, from a day on or since the text took effect."""

    given: OwnParameter
    value: str
    article: str

    @property
    def since(self) -> str:
        return f"từ {vi.day(self.given.from_)}" if self.given.from_ else "từ khi có hiệu lực"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRow:
    """A parameter: what the base says, with its article, and what the office's own text says of it."""

    parameter: Parameter
    means: str
    topic: str
    base: str
    base_cite: Cite | None
    state: State
    own: tuple[OwnValue, ...]
    read: Proposal | None = None
    """What the program reads in the attached text, as long as the office has not said anything itself."""

    @property
    def waits(self) -> bool:
        """Whether the clerk is led to it: what no rule reads may stay as it is."""
        return self.state == "read" or (self.state in OPEN and not self.parameter.reading)

    @property
    def asked(self) -> bool:
        """Whether the clerk is led past it: what the text or its model says and a rule reads, or what was answered."""
        return self.state in ("own", "silent") or self.waits

    @property
    def read_value(self) -> str:
        return values.said(self.parameter.unit, self.read.value) if self.read else ""

    @property
    def read_article(self) -> str:
        return vi.clause(self.read.at) if self.read else ""

    @property
    def id(self) -> str:
        return self.parameter.key

    @property
    def value(self) -> str:
        """What holds in the end, the latest value last."""
        if not self.own:
            return self.base
        return "; ".join(f"{each.since}: {each.value}" if each.given.from_ else each.value for each in self.own)

    @property
    def article(self) -> str:
        return "; ".join(dict.fromkeys(each.article for each in self.own if each.article))

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        return values.offered(self.parameter.unit, WORD_CHOICES.get(self.id, ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """One of the office's own regulations: its title, what it was made from, how far it has been checked."""

    own: OwnProfile
    title: str
    base: str
    checked: int
    of: int
    used_from: tuple[dt.date, ...]
    text: RegulationText | None

    @property
    def id(self) -> str:
        return self.own.id


def held(facts: Facts, ident: str) -> OwnProfile:
    found = facts.one(OwnProfile, ident)
    if found is None:
        raise Refusal("Quy chế của đơn vị không còn trong danh sách; cần chọn quy chế khác.", field="profile")
    return found


def heads(facts: Facts) -> tuple[Head, ...]:
    return tuple(_head(facts, own) for own in facts.office.profiles)


def _head(facts: Facts, own: OwnProfile) -> Head:
    states = [row.state for row in rows(facts, own.id)]
    counted = [state for state in states if state in (*OPEN, "own", "silent")]
    base = load_profiles().get(own.base)
    return Head(
        own=own,
        title=own.title or "Quy chế chưa có tên",
        base=base.committee or base.title if base else "",
        checked=sum(state not in OPEN for state in counted),
        of=len(counted),
        used_from=tuple(use.from_ for use in facts.office.office.regulations if use.profile == own.id and use.from_),
        text=next((each for each in facts.office.regulation_texts if each.profile == own.id), None),
    )


def rows(facts: Facts, ident: str, *, text: str = "", only: str = "") -> tuple[OwnRow, ...]:
    """Everything any regulation lays down, by topic; `only` keeps `open`, `own`, `silent` or what is not `absent`."""
    wanted, order = vi.fold(text.strip()), list(TOPICS.values())
    kept = [row for row in _every(facts, ident) if _kept(row, wanted, only)]
    return tuple(sorted(kept, key=lambda row: order.index(row.topic)))


def row_of(facts: Facts, ident: str, key: str) -> OwnRow | None:
    """One content; None where no regulation knows it."""
    return next(_every(facts, ident, key), None)


def _every(facts: Facts, ident: str, key: str = "") -> Iterator[OwnRow]:
    """Each content that any regulation knows, or the one of a key, as the office's own says it."""
    own, shipped = held(facts, ident), load_profiles()
    base = shipped.get(own.base)
    if base is None:
        return
    read = read_of(text_of(facts.office, ident))
    known = {**known_parameters(shipped), **base.parameters}
    points = _listed_points(own, read)
    keys = (*points, *(each.key for each in own.parameters), *read)
    known = {**known, **{key: found for key in sorted(keys) if key not in known and (found := known_as(key, known))}}
    seen = without_taken(facts.office, own, read)
    given: dict[str, list[OwnParameter]] = {}
    for each in sorted(seen.parameters, key=_first_day):
        given.setdefault(each.key, []).append(each)
    for name in (key,) if key in known else known if not key else ():
        yield _row(known[name], given.get(name, []), base, read.get(name), by_base=own.by_base, asked=name in points)


def _listed_points(own: OwnProfile, read: Mapping[str, Proposal]) -> frozenset[str]:
    """What says which matters each point covers that the own text lists, or is read to list."""
    given = [each.value for each in own.parameters if each.key == delegation.ITEMS]
    listed = given or ([read[delegation.ITEMS].value] if delegation.ITEMS in read else [])
    items = (item for value in listed if isinstance(value, list) for item in value)
    return frozenset(delegated_matter.ITEM.of(item) for item in items if delegation.is_point(item))


class Waiting(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def waits(self) -> bool: ...


def next_waiting(found: Sequence[Waiting], ident: str) -> str:
    """The next that waits after one, round from the end to the beginning; the same, or the first, where none does."""
    at = next((place for place, each in enumerate(found) if each.id == ident), -1)
    waiting = (each.id for each in (*found[at + 1 :], *found[: max(at, 0)]) if each.waits)
    return next(waiting, found[max(at, 0)].id if found else ident)


def _row(
    parameter: Parameter, given: Sequence[OwnParameter], base: Profile, read: Proposal | None, *, by_base: bool,
    asked: bool,
) -> OwnRow:  # fmt: skip
    """What is `asked` of a text is led to, though its model has nothing of it."""
    inside = parameter.key in base.parameters
    dated = parameter.values[-1]
    said = tuple(
        OwnValue(given=each, value=values.said(parameter.unit, each.value), article=cite_words(each.cite))
        for each in given
    )
    return OwnRow(
        parameter=parameter,
        means=next((each.means for each in reversed(given) if each.means), _means(parameter, read)),
        topic=topic_of(parameter.key),
        base=values.said(parameter.unit, dated.value if inside else None),
        base_cite=base.cite(parameter.key, dated) if inside else None,
        state=_state(given, read, inside=inside or asked, framed=parameter.key in base.inherited, by_base=by_base),
        own=said,
        read=None if given else read,
    )


def _means(parameter: Parameter, read: Proposal | None) -> str:
    """The sentence of the model, said of the value that was read."""
    return sentence(parameter, parameter.values[-1].value, read.value) if read else parameter.means


def _first_day(given: OwnParameter) -> dt.date:
    return given.from_ or dt.date.min


def _state(given: Sequence[OwnParameter], read: Proposal | None, *, inside: bool, framed: bool, by_base: bool) -> State:
    waiting: State = "unchecked" if by_base else "unsaid"
    if read and not given:
        return "read"
    if not given:
        return ("frame" if framed and by_base else waiting) if inside else "absent"
    if any(each.value is not None and clause_of(each.cite) is None for each in given):
        return "uncited"
    if inside and given[0].from_ is not None:
        return waiting
    return "silent" if given[-1].value is None else "own"


def _kept(row: OwnRow, wanted: str, only: str) -> bool:
    shown = {
        "": row.state != "absent",
        "open": row.state in OPEN,
        "own": row.state == "own",
        "silent": row.state == "silent",
        "absent": row.state == "absent",
    }[only]
    if not shown or not wanted:
        return shown
    base = vi.cite(row.base_cite) if row.base_cite else ""
    return wanted in vi.fold(f"{row.means} {row.value} {row.base} {row.article} {base}")


_NEAREST = "lung-phinh-2025"
"""The model of a committee whose name does not tell where it stands: communes are by far the most."""


def closest(name: str, kind: str = "") -> str:
    """The shipped regulation of the level a committee stands at, as the office says it or as its name tells."""
    level = load_committees().level_of(name, kind)
    return (level.model if level else "") or _NEAREST


# The office's own text


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A place that may be cited, as it is shown and typed."""

    words: str
    begins: str


def text_of(office: Office, ident: str) -> str:
    return next((each.text for each in office.regulation_texts if each.profile == ident), "")


@lru_cache(maxsize=16)
def proposals_of(text: str) -> Proposals:
    """All that a text is read to say; reading takes about a second."""
    return propose(parsed(text)) if text else Proposals()


@lru_cache(maxsize=16)
def read_of(text: str) -> Mapping[str, Proposal]:
    """What a text is read to say of each content that can hold it."""
    known, found = known_parameters(load_profiles()), proposals_of(text).found
    held = ((each, known_as(each.key, known)) for each in found)
    return {each.key: each for each, at in held if at and not problem_of(each.key, at.unit, each.value)}


def issued(office: Office, ident: str) -> tuple[str, dt.date | None]:
    """By which decision the text says it was issued, and from which day: empty where its words do not tell."""
    text = text_of(office, ident)
    decision = parsed(text).decision if text else None
    if decision is None or not decision.number:
        return "", decision.effect if decision else None
    day = f" ngày {vi.day(decision.day)}" if decision.day else ""
    return f"Quyết định {decision.number}{day}", decision.effect


def places(office: Office, ident: str) -> tuple[TextPlace, ...]:
    """Every article, clause and point of the text the office attached, in order; none where it attached none."""
    text = text_of(office, ident)
    return tuple(place for article in parsed(text).articles for place in _of_article(article)) if text else ()


def _of_article(article: TextArticle) -> Iterator[TextPlace]:
    name = article.name
    yield TextPlace(name, article.title)
    for point in article.points:
        yield TextPlace(f"{name} điểm {point.number}", point.text)
    for clause in article.clauses:
        yield TextPlace(f"{name} khoản {clause.number}", clause.text)
        for point in clause.points:
            yield TextPlace(f"{name} khoản {clause.number} điểm {point.number}", point.text)


def words_there(office: Office, ident: str, cite: str) -> str | None:
    """The attached text's words at a place as it is typed; None where no text is attached, empty where it has no such.

    What cannot be read as a place yet has no words either.
    """
    if not any(each.profile == ident for each in office.regulation_texts):
        return None
    try:
        at = clause_of(read_cite(cite))
    except Refusal:
        return None
    return clause_text(office, Cite(profile=ident, at=at)) or ""
