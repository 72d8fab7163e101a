"""The words of every rule, as `resources/rules.toml` has them: on the screens, in the account, in a programme's draft.

Nothing is judged here. May import domain only.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from importlib import resources

from desktop.domain.terms import area_words
from desktop.exchange.forms import built


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    section: str
    words: str
    topic: str
    unit: str
    part: str = ""
    said_by: str = ""
    after: str = ""
    told: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """How the duty of a rule is said in a programme, and in whose programmes it stands."""

    title: str
    bodies: tuple[str, ...]
    product: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What one rule is called; the comment at the head of the file says where each stands.

    Of several names the first is taken whose holes the regulation in force fills.
    """

    group: str
    name: tuple[str, ...]
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    panel: str = ""
    calendar: str = ""
    lack: str = ""
    chart: str = ""
    held: str = ""
    today: str = ""
    counted: str = ""
    deed: str = ""
    duty: Duty | None = None
    lines: tuple[_Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One line of the account: what is said of those kept, what it is about, the part of the findings it counts.

    `said_by` is what the parameters' names begin with without which a text is silent, where it is not the line's key.
    `told` says that a text without it is said to be silent: what few regulations lay down is not missed in others.
    `{away}` in its words is how the office calls what lies outside its own area.
    """

    rule: str
    words: str
    topic: str
    unit: str
    part: str = ""
    said_by: str = ""
    told: bool = True

    @property
    def key(self) -> str:
        return f"{self.rule}.{self.part}" if self.part else self.rule

    def of(self, area: str) -> "Plan":
        """The line in the words of an office that leads such an area."""
        away = area_words("outside-commune", area).lower()
        return replace(self, words=self.words.format(away=away), topic=self.topic.format(away=away))

    @property
    def stem(self) -> str:
        """What the names of the parameters begin with."""
        return self.said_by or f"{self.key}."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    key: str
    title: str


@dataclass(frozen=True, kw_only=True)
class RuleWords:
    """`rules` stand in the order of the grid's rows, `parts` of a rule likewise."""

    parts: tuple[str, ...]
    sections: tuple[_Section, ...]
    rules: Mapping[str, Words]

    @cached_property
    def order(self) -> Mapping[str, int]:
        return {rule: place for place, rule in enumerate(self.rules)}

    @cached_property
    def account(self) -> tuple[tuple[str, str, tuple[Plan, ...]], ...]:
        """Key and title of each section of the account with its lines, in the order in which the paper has them."""
        return tuple((each.key, each.title, self._lines(each.key)) for each in self.sections)

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        return tuple(plan for _key, _title, plans in self.account for plan in plans)

    @cached_property
    def charts(self) -> Mapping[str, tuple[str, ...]]:
        """What is drawn by months, and the rules whose last days make it."""
        titles = dict.fromkeys(words.chart for words in self.rules.values() if words.chart)
        return {title: tuple(rule for rule, words in self.rules.items() if words.chart == title) for title in titles}

    def _lines(self, section: str) -> tuple[Plan, ...]:
        found = [(rule, line) for rule, words in self.rules.items() for line in words.lines if line.section == section]
        found.sort(key=lambda each: (self.order[each[1].after or each[0]], bool(each[1].after)))
        return tuple(
            Plan(
                rule=rule,
                words=one.words,
                topic=one.topic,
                unit=one.unit,
                part=one.part,
                said_by=one.said_by,
                told=one.told,
            )
            for rule, one in found
        )


@cache
def load_words() -> RuleWords:
    text = resources.files("resources").joinpath("rules.toml").read_text(encoding="utf-8")
    return built(RuleWords, tomllib.loads(text))


def words_of(rule: str) -> Words:
    return load_words().rules[rule]
