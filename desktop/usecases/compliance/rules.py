"""What each row of the grid is called: the rule in a few words, with the numbers of the regulation then in force.

The words are those of `resources/rules.toml`; what fills their holes stands here. Imports domain, vi and exchange.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from string import Formatter

from desktop import vi
from desktop.domain.cadence import gap_words
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite
from desktop.domain.judging import majority_share
from desktop.domain.keys import RuleId
from desktop.domain.periods import TERM
from desktop.domain.records import Value
from desktop.domain.regulation import Parameter, Ruling
from desktop.domain.reports import DAY
from desktop.domain.rules import ballot_majority, decision_majority, programme_adopted, review_annual
from desktop.domain.spans import unit_of
from desktop.domain.terms import AREA, PERIOD, area_words, span_words
from desktop.exchange.rule_words import words_of
from desktop.usecases.regulations import own_means, values


@dataclass(frozen=True, slots=True)
class Said:
    """What the regulation in force on a day says for one row: a rule, and a part of it where it has several."""

    facts: Facts
    rule: str
    part: str
    day: dt.date

    def ruling(self, tail: str) -> Ruling | None:
        """The rule's own parameter, that of the part where there is one; without a tail the one that bears its name."""
        held = self.facts.in_force(self.day)
        stems = (f"{self.rule}.{self.part}", self.rule) if self.part else (self.rule,)
        keys = (f"{stem}.{tail}" if tail else stem for stem in stems)
        found = (held.ruling(key, self.day) for key in keys if held)
        return next((ruling for ruling in found if ruling), None)

    def words(self, tail: str) -> list[str]:
        found = self.ruling(tail)
        return found.words if found and isinstance(found.value, list) else []

    def hole(self, name: str) -> str | None:
        """What fills a hole: a function of that name, else the parameter; None where the regulation says nothing."""
        if name in HOLES:
            return HOLES[name](self)
        found = self.ruling(name)
        return None if found is None else str(found.value)

    def fill(self, template: str) -> str | None:
        told = {name: self.hole(name) for name in holes_of(template)}
        return None if None in told.values() else template.format(**told)


def holes_of(template: str) -> list[str]:
    return [name for _text, name, _spec, _how in Formatter().parse(template) if name]


def name_of(facts: Facts, rule: str, part: str, day: dt.date) -> str:
    """`Ban Thường vụ họp 2 lần/tháng`: as the regulation in force on the day has it."""
    said, words = Said(facts, rule, part, day), words_of(rule)
    made = (said.fill(template) for template in words.names.get(part, words.name))
    return next(name for name in made if name is not None)


def asks(facts: Facts, rule: str, part: str, day: dt.date) -> tuple[str, ...]:
    """The project's own sentences on what the regulation in force lays down for a row, with the values they name."""
    said = [_sentence(parameter, ruling) for parameter, ruling in _laid_down(facts, rule, part, day)]
    return tuple(dict.fromkeys([*said[:_MOST], *_set_by_office(facts, rule, day)])) if said else ()


def ground_of(facts: Facts, rule: str, part: str, day: dt.date) -> Cite:
    """The article behind a row on which nothing was judged; none where the regulation is silent."""
    return next((ruling.cite for _parameter, ruling in _laid_down(facts, rule, part, day)), Cite())


def _laid_down(facts: Facts, rule: str, part: str, day: dt.date) -> list[tuple[Parameter, Ruling]]:
    """The parameters on one row: those of its part, else those of the whole rule."""
    held = facts.in_force(day)
    own = _STEM.get(part)
    stems = [own] if own else [f"{rule}.{part}.", f"{rule}."]
    for stem in stems if part else stems[1:]:
        found = [
            (parameter, ruling)
            for key, parameter in (held.profile.parameters.items() if held else ())
            if f"{key}.".startswith(stem) and (part == "inspection" or "inspection" not in key)
            if held and (ruling := held.ruling(key, day))
        ]
        if found:
            return found
    return []


_STEM: Mapping[str, str] = {"inspection": programme_adopted.INSPECTION.of("bch"), "people": review_annual.MEMBERS}
"""What the names of a part's parameters begin with, where it is not the part."""
_MOST = 2
"""Sentences of a row; the others are behind its article."""
_NAMED = ("matters", "kinds", "periods", "grounds", "reasons", "areas", "purposes", "unit-kinds", "bodies", "words")
"""Units whose values a sentence leaves unsaid (`những kỳ này`)."""


def _sentence(parameter: Parameter, ruling: Ruling) -> str:
    if parameter.unit in _NAMED or (parameter.unit in ("body", "addressee") and "cơ quan" in ruling.means.lower()):
        return f"{ruling.means.rstrip('.')}: {_said(parameter.unit, ruling.value)}."
    return own_means.sentence(parameter, parameter.values[0].value, ruling.value) if ruling.overridden else ruling.means


def _said(unit: str, value: Value) -> str:
    """Parted by commas where no part holds one itself."""
    said = values.said(unit, value)
    return said if "," in said else said.replace(";", ",")


def _set_by_office(facts: Facts, rule: str, on: dt.date) -> list[str]:
    """The day of the month by which the office asks for what the text asks without a day."""
    day = facts.setting(DAY.of(RuleId(rule)), on)
    return [f"Quy chế không nêu ngày; hạn ngày {day} của kỳ theo quy ước của đơn vị."] if isinstance(day, int) else []


def _times(said: Said) -> str:
    """`hằng tuần`, `2 lần/tháng`, `3 tháng/lần`; nothing where the text sets no rhythm."""
    found = said.ruling("")
    if found is None:
        return "định kỳ"
    often = found.cadence
    if often.per is None:
        return f"{gap_words(often)}/lần"
    return f"hằng {PERIOD[often.per]}" if often.n == 1 else f"{often.n} lần/{PERIOD[often.per]}"


def _ahead(said: Said) -> str | None:
    """`3 ngày làm việc`; `3 ngày (BCH), 2 ngày (BTV)` where the bodies differ."""
    told = {body: span_words(found.deadline) for body in ("", "bch", "btv") if (found := said.ruling(body))}
    if len(set(told.values())) < 2:
        return next(iter(told.values()), None)
    return ", ".join(f"{days} ({vi.BODY_SHORT[body]})" for body, days in told.items())


def _majority(said: Said) -> str | None:
    """`Trên 1/2 tổng số`: the share is the text's own, else the office's."""
    found = majority_share(said.facts, decision_majority.SHARE, said.day)
    return vi.capital(f"{found[0].words} {_AMONG[found[0].of]}") if found else None


_AMONG = {"members": "tổng số", "summoned": "số triệu tập", "present": "số dự", "valid": "phiếu hợp lệ"}


def _votes(said: Said) -> str | None:
    found = majority_share(said.facts, ballot_majority.SHARE, said.day)
    return found[0].words if found else None


def _quorum(said: Said) -> str | None:
    found = said.ruling("")
    return found.share.reached if found else None


def _excluded(said: Said) -> str | None:
    """Said where it is the one matter kept for a session."""
    return "công tác cán bộ" if said.words("excluded") == ["personnel"] else None


def _where(said: Said) -> str | None:
    return AREA["outside-province"].lower() if "outside-province" in said.words("areas") else None


def _every(said: Said) -> str | None:
    """`tháng, quý`; nothing where the text names more than three kinds."""
    names = [PERIOD[unit_of(one)] for one in said.words("periods") if one != TERM]
    return ", ".join(names) if 0 < len(names) < 4 else None


def _whose(said: Said) -> str | None:
    body = said.ruling("body")
    return vi.BODY_SHORT[body.word] if body else None


HOLES: Mapping[str, Callable[[Said], str | None]] = {
    "body": lambda said: dict[str, str](vi.BODY.items()).get(said.part, ""),
    "short": lambda said: vi.BODY_SHORT.get(said.part, ""),
    "away": lambda said: area_words("outside-commune", said.facts.own_area).lower(),
    "times": _times,
    "ahead": _ahead,
    "quorum": _quorum,
    "majority": _majority,
    "votes": _votes,
    "excluded": _excluded,
    "where": _where,
    "every": _every,
    "whose": _whose,
}
"""The holes of names that are more than the value of one parameter."""
