"""What a rule's card says is so: it reads what it says and no more, asks for the parameters it cites and no others.

Every rule is run on a sample office and the worked cases, over facts that keep what is asked of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, replace
from functools import cache
from typing import Any

from desktop.domain import keys
from desktop.domain.cases import Point
from desktop.domain.compliance import RULES
from desktop.domain.facts import Facts
from desktop.domain.judging import Window
from desktop.domain.records import LIST_OF, Office
from desktop.domain.register import Paper, Register
from desktop.domain.regulation import Ruling
from desktop.domain.rule import Cases, Reads, Rule
from desktop.sample.sample import SHOWN, closing_day, sample_office
from desktop.usecases.base.facts import facts_of
from tests.domain.small_office import day
from tests.domain.worked import cases, expectations, office_of

OF_OFFICE = {name: Reads(name) for name in LIST_OF.values() if name in {each.value for each in Reads}}
OF_FACTS = {
    **dict.fromkeys(("members", "holds", "secretary", "standing_deputy", "named", "person"), Reads.PEOPLE),
    **dict.fromkeys(("absence", "absences_of"), Reads.ABSENCES),
    **dict.fromkeys(("meeting", "sessions", "meetings_on", "next_session"), Reads.MEETINGS),
    **dict.fromkeys(("documents_on", "document"), Reads.DOCUMENTS),
    **dict.fromkeys(("setting", "own_setting"), Reads.SETTINGS),
    "unit": Reads.UNITS,
    "workdays": Reads.WORKDAYS,
}


class Taken:
    """What was read and asked for; nothing is kept while the facts themselves look something up."""

    def __init__(self) -> None:
        self.reads: set[Reads] = set()
        self.asked: set[str] = set()
        self.open = True

    @contextmanager
    def closed(self) -> Iterator[None]:
        was, self.open = self.open, False
        try:
            yield
        finally:
            self.open = was

    def keep(self, what: Reads | None) -> None:
        if self.open and what:
            self.reads.add(what)


class WatchedOffice(Office):
    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 - whatever the office holds
        taken: Taken | None = object.__getattribute__(self, "__dict__").get("taken")
        if taken:
            taken.keep(Reads.OFFICE if name == "office" else OF_OFFICE.get(name))
        return object.__getattribute__(self, name)


class WatchedFacts(Facts):
    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 - whatever the facts hold
        taken: Taken | None = object.__getattribute__(self, "__dict__").get("taken")
        if taken is None or name not in OF_FACTS:
            return object.__getattribute__(self, name)
        taken.keep(OF_FACTS[name])
        with taken.closed():
            found = object.__getattribute__(self, name)
        if not callable(found):
            return found

        def called(*args: object, **named: object) -> object:
            with taken.closed():
                return found(*args, **named)

        return called

    def ruling(self, key: keys.Key, day: Any) -> Ruling | None:  # noqa: ANN401 - as in `Facts`
        self.__dict__["taken"].asked.add(key)
        return super().ruling(key, day)


def watched(facts: Facts) -> tuple[WatchedFacts, Taken]:
    taken, held = Taken(), facts.office
    office = WatchedOffice(**{each.name: getattr(held, each.name) for each in fields(held)})
    office.__dict__["taken"] = taken
    made = WatchedFacts(office, facts.in_force_list, facts.workdays, facts.settings, facts.committees)
    made.__dict__["taken"] = taken
    return made, taken


def case_on(case: Any, facts: Facts, register: Register) -> Any:  # noqa: ANN401 - a case of any kind
    """The same case over other facts."""
    if isinstance(case, Point):
        return Point(replace(case.sitting, facts=facts), case.item)
    if isinstance(case, Paper):
        return replace(case, facts=facts, register=register)
    return replace(case, facts=facts)


def run(rule: Rule[Any], facts: Facts, window: Window) -> Taken:
    """What judging takes; finding the cases is no part of it."""
    over, taken = watched(facts)
    if isinstance(rule.of, Cases):
        register = Register(over)
        for case, _subject in list(rule.of.each(facts, window)):
            rule.judge(case_on(case, over, register))
    else:
        list(rule.judge(over, window))
    return taken


def tried() -> Iterator[tuple[Facts, Window, Iterable[str]]]:
    """A sample office with every rule, each worked case, under one regulation, with the rules it is about."""
    ready, on = facts_of(sample_office(SHOWN)), closing_day(SHOWN)
    yield ready, Window.of(ready, on), RULES
    for under in {each.case: each for each in expectations()}.values():
        ready, rules = office_of(under), {each["rule"] for each in cases()[under.case]["expect"]}
        yield ready, Window.of(ready, day(under.on)), rules


@cache
def taken() -> Mapping[str, Taken]:
    every: defaultdict[str, Taken] = defaultdict(Taken)
    for facts, window, rules in tried():
        for name in rules:
            one = run(RULES[name], facts, window)
            every[name].reads |= one.reads
            every[name].asked |= one.asked
    return every


def in_order(reads: Iterable[Reads]) -> list[str]:
    held = set(reads)
    return [each.name for each in Reads if each in held]


def test_a_rule_reads_what_its_card_says_and_no_more() -> None:
    said = {name: [each.name for each in rule.reads] for name, rule in RULES.items()}
    assert {name: in_order(taken()[name].reads) for name in RULES} == said


def test_a_rule_asks_for_the_parameters_it_cites_and_no_others() -> None:
    for name, rule in RULES.items():
        asked = taken()[name].asked
        assert [key for key in sorted(asked) if not any(cited.matches(key) for cited in rule.cites)] == [], name
        assert [cited for cited in rule.cites if not any(cited.matches(key) for key in asked)] == [], name
