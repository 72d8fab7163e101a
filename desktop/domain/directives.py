"""A resolution or directive under judgement; `desktop.domain` only.

It bears no day: its lead is judged as of the day asked, each of its reviews by its own day.
"""

from dataclasses import dataclass

from desktop.domain.facts import Facts
from desktop.domain.judging import Window
from desktop.domain.records import Directive


@dataclass(frozen=True)
class Directed:
    facts: Facts
    directive: Directive
    window: Window
