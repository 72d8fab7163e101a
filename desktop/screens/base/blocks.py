"""Parts of side panels that several nouns show: a titled block, the bodies to choose from."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLayout, QWidget

from desktop import vi
from desktop.domain.bodies import BODIES
from desktop.domain.facts import Facts
from desktop.domain.records import Addressee, Body
from desktop.domain.terms import ADDRESSEE
from desktop.qt.boxes import column, label

FROM_ABOVE: tuple[Body, ...] = ("thuong-truc", "btv", "bch")
"""The bodies that lead, the one that leads from day to day first."""
_LEADERS: tuple[Addressee, ...] = ("bi-thu", "pho-bi-thu-thuong-truc")


def bodies(facts: Facts, among: Sequence[Body] = BODIES, kept: str | None = None) -> list[tuple[Body, str]]:
    """The bodies to choose from: those that the committee has, and the one that stands on record."""
    return [(body, vi.BODY[body]) for body in among if body in facts.bodies or body == kept]


def addressees(facts: Facts, kept: str | None = None) -> list[tuple[Addressee, str]]:
    """Whom an absence is reported to: the bodies that lead, or one of the leaders there are."""
    found: list[tuple[Addressee, str]] = [*bodies(facts, FROM_ABOVE, kept)]
    there = [one for one in _LEADERS if one in facts.roles("bch") or one == kept]
    return found + [(one, ADDRESSEE[one]) for one in there]


def body_of(code: str | None) -> Body | None:
    return next((body for body in vi.BODY if body == code), None)


def block(title: str, parts: Sequence[QLayout | QWidget]) -> QLayout:
    return column(label(title, "section"), *parts, gap=9)
