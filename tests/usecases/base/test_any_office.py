"""Whatever an office holds, each use case that only reads it answers: whatever a record may lack is lacking somewhere.

The functions are found by what they ask for; a refusal is an answer too.
"""

import datetime as dt
import importlib
import inspect
import pkgutil
import typing
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice, product
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import desktop.usecases
from desktop.domain.compliance import check
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.records import LIST_OF, Office
from desktop.domain.refusal import Refusal
from desktop.usecases.base.facts import facts_of
from tests.offices import offices

FEW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
NO_READS = ("papers", "office", "account_articles")
"""What makes papers and files, and what asks for findings that were sorted out before."""
DAYS = st.dates(dt.date(2023, 6, 1), dt.date(2026, 6, 30))


def functions() -> Iterator[Callable[..., Any]]:
    """Every function of a noun that others may call."""
    for found in pkgutil.walk_packages(desktop.usecases.__path__, "desktop.usecases."):
        if found.ispkg or set(found.name.split(".")) & set(NO_READS):
            continue
        module = importlib.import_module(found.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == found.name and not name.startswith("_"):
                yield function


def public() -> Iterator[tuple[Callable[..., Any], dict[str, Any]]]:
    """Those that ask for nothing by name alone, with the types of what they ask for."""
    for function in functions():
        hints, asked = typing.get_type_hints(function), inspect.signature(function).parameters.values()
        needed = [each for each in asked if each.default is each.empty]
        if all(each.kind is each.POSITIONAL_OR_KEYWORD for each in needed):
            yield function, {each.name: hints[each.name] for each in needed}


def _is_findings(hint: Any) -> bool:  # noqa: ANN401 - any type hint
    return typing.get_args(hint) == (Finding,)


def is_held(hint: Any) -> bool:  # noqa: ANN401
    return hint in (Facts, dt.date, dt.datetime) or hint in LIST_OF or _is_findings(hint)


READS = [(function, list(needed.values())) for function, needed in public() if all(map(is_held, needed.values()))]


def held(hint: Any, facts: Facts, findings: list[Finding], on: dt.date) -> list[Any]:  # noqa: ANN401
    if hint is Facts:
        return [facts]
    if hint is dt.date:
        return [on]
    if hint is dt.datetime:
        return [dt.datetime.combine(on, dt.time(12))]
    return [findings] if _is_findings(hint) else list(getattr(facts.office, LIST_OF[hint]))


def _read_through(answer: Any) -> None:  # noqa: ANN401
    """What is answered lazily is answered too, and so is what a row works out of itself."""
    for one in islice(answer, 20) if isinstance(answer, list | tuple | Iterator) else (answer,):
        kinds = inspect.getmembers(type(one), lambda each: isinstance(each, property))
        for name, _ in kinds if type(one).__module__.startswith("desktop.usecases") else ():
            getattr(one, name)


def test_there_is_much_to_read() -> None:
    assert len(READS) > 100


@FEW
@given(offices(most=2), DAYS)
def test_every_read_answers(office: Office, on: dt.date) -> None:
    facts = facts_of(office)
    findings = check(facts, on=on)
    for function, needed in READS:
        for arguments in product(*(held(hint, facts, findings, on) for hint in needed)):
            with suppress(Refusal):
                _read_through(function(*arguments))
