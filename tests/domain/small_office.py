"""Small offices for the tests of rules, made from numbers: how many sit in a body, who came, how they voted."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from hypothesis import HealthCheck, settings

from desktop.domain.decoding import from_plain
from desktop.domain.facts import Facts
from desktop.domain.findings import Clause
from desktop.domain.records import Office, Person
from desktop.domain.regulation import Dated, InForce
from desktop.exchange.profiles import known_as, known_parameters, load_profiles
from desktop.exchange.value_kinds import problem_of
from desktop.usecases.base.facts import facts_of

QUICK = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For properties that make a whole office for each example."""
SINCE = "2020-01-01"
EVERY_BODY = {"bch": 33, "btv": 11, "thuong-truc": 3, "ubkt": 3, "ubkt_outside": 2}
LEADERS = ("bi-thu", "pho-bi-thu-thuong-truc", "pho-bi-thu")


def seat(body: str, role: str = "uy-vien") -> dict[str, str]:
    return {"body": body, "role": role, "from": SINCE}


def people(bodies: Mapping[str, int]) -> list[dict[str, Any]]:
    """`p1` is the secretary, `p2` the standing deputy, `p3` the other; `k1`… inspect from outside the committee."""
    made = []
    for number in range(1, bodies.get("bch", 0) + 1):
        seats = [seat("bch")]
        seats += [seat("btv")] if number <= bodies.get("btv", 0) else []
        seats += [seat("thuong-truc", LEADERS[number - 1])] if number <= bodies.get("thuong-truc", 0) else []
        seats += [seat("ubkt")] if number > bodies["bch"] - bodies.get("ubkt", 0) else []
        made.append({"id": f"p{number}", "name": f"Nguyễn Văn {number}", "seats": seats})
    for number in range(1, bodies.get("ubkt_outside", 0) + 1):
        made.append({"id": f"k{number}", "name": f"Trần Thị {number}", "seats": [seat("ubkt")]})
    return made


def seated(made: list[dict[str, Any]], seats: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The same people with seats of their own days, in the order given."""
    for given in seats:
        own = {key: value for key, value in given.items() if key != "person"}
        next(each for each in made if each["id"] == given["person"])["seats"].append(own)
    return made


def ids(count: int, first: int = 1) -> list[str]:
    return [f"p{number}" for number in range(first, first + count)]


def meeting(given: Mapping[str, Any]) -> dict[str, Any]:
    """A meeting with `present` and `requested` as counts of the first members, and agenda items numbered."""
    made = {"id": "m1", **given}
    made["attendance"] = [*made.get("attendance", ()), *_here(made.pop("present", 0), "present")]
    if "requested" in made:
        made["requested_by"] = ids(made.pop("requested"))
    made["agenda"] = [item(number, each) for number, each in enumerate(made.get("agenda", ()), 1)]
    return made


def _here(count: int, status: str) -> list[dict[str, str]]:
    return [{"person": person, "status": status} for person in ids(count)]


def item(number: int, given: Mapping[str, Any]) -> dict[str, Any]:
    """An item whose `votes` gives how many of the first members approved, rejected and had another opinion."""
    made = {"id": f"a{number}", "title": f"Nội dung {number}", **given}
    if "votes" in made:
        made["vote"] = {"choices": choices(made.pop("votes"))}
    return made


def choices(votes: Iterable[int]) -> list[dict[str, Any]]:
    """So many of the first members approve, then so many reject, then so many have another opinion."""
    order = ("approve", "reject", "other")
    voted = [choice for choice, count in zip(order, votes, strict=True) for _ in range(count)]
    return [{"person": f"p{n}", "choice": choice} for n, choice in enumerate(voted, 1)]


def ballot(given: Mapping[str, Any]) -> dict[str, Any]:
    """A ballot whose `votes` came back the day after it was sent."""
    made = {"id": "b1", "body": "btv", "directed_by": "thuong-truc", "reason": "no-meeting-possible", **given}
    if "votes" in made:
        back = (day(made["sent"]) + dt.timedelta(days=1)).isoformat()
        answered = [{**each, "returned": back} for each in choices(made.pop("votes"))]
        made["responses"] = [*answered, *made.get("responses", ())]
    return made


def decision(given: Mapping[str, Any]) -> dict[str, Any]:
    """A decision of the permanent members on which `votes` of them, in turn, said what they said."""
    made = {"id": "d1", **given}
    if "votes" in made:
        made["choices"] = choices(made.pop("votes"))
    return made


def office(
    *,
    profile: str = "tay-son-2024",
    from_: str = "2024-05-31",
    bodies: Mapping[str, int] | None = None,
    settings: Mapping[str, Any] | None = None,
    head: Mapping[str, Any] | None = None,
    overrides: Mapping[str, Any] | None = None,
    seats: Iterable[Mapping[str, Any]] = (),
    **lists: Any,  # noqa: ANN401 - the lists of the interchange JSON, as they stand there
) -> Office:
    meetings = [meeting(each) for each in lists.pop("meetings", ())]
    lists["ballots"] = [ballot(each) for each in lists.pop("ballots", ())]
    lists["delegated"] = [decision(each) for each in lists.pop("delegated", ())]
    units = lists.pop("units", [{"id": "u1", "name": "Đảng ủy xã Thử", "kind": "party-organisation"}])
    data = {
        "office": {
            "name": "Đảng ủy thử",
            "regulations": [{"profile": profile, "from": from_, "overrides": dict(overrides or {})}],
            "settings": dict(settings or {}),
            **(head or {}),
        },
        "units": units,
        "meetings": meetings,
        **lists,
    }
    seats = tuple(seats)
    if seats or "people" in data:
        return from_plain(Office, {"people": seated(people(bodies or EVERY_BODY), seats), **data})
    return replace(from_plain(Office, data), people=_people(tuple((bodies or EVERY_BODY).items())))


@cache
def _people(bodies: tuple[tuple[str, int], ...]) -> tuple[Person, ...]:
    """Nearly every small office has the same few dozen people, who are read once."""
    return tuple(from_plain(Person, each) for each in people(dict(bodies)))


CONTENTS_AT = Clause(article="Điều 99")


def facts(*, contents: Mapping[str, Any] | None = None, **given: Any) -> Facts:  # noqa: ANN401 - passed on to `office`
    """`contents` are values the regulation is given beside or in place of its own, in Điều 99."""
    made = facts_of(office(**given))
    if not contents:
        return made
    return replace(made, in_force_list=tuple(_laid(each, contents) for each in made.in_force_list))


def _laid(held: InForce, contents: Mapping[str, Any]) -> InForce:
    known = known_parameters(load_profiles())
    laid = {
        key: replace(each, values=(Dated(value=value, at=CONTENTS_AT),), reading="")
        for key, value in contents.items()
        if (each := known_as(key, known))
    }
    assert laid.keys() == contents.keys()
    wrong = [problem for key, each in laid.items() if (problem := problem_of(key, each.unit, each.values[0].value))]
    assert not wrong, wrong
    profile = replace(held.profile, parameters={**held.profile.parameters, **laid})
    return replace(held, profile=profile)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
