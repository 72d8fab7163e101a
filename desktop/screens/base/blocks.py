"""Parts of side panels that several nouns show: a titled block, the bodies to choose from."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLayout, QWidget

from desktop import vi
from desktop.domain.records import Addressee, Body
from desktop.domain.terms import ADDRESSEE
from desktop.qt.boxes import column, label

_BODIES: tuple[Body, ...] = ("thuong-truc", "btv", "bch")
BODIES = tuple((code, vi.BODY[code]) for code in _BODIES)
_LEADERS: tuple[Addressee, ...] = ("bi-thu", "pho-bi-thu-thuong-truc")
ADDRESSEES = (*BODIES, *((code, ADDRESSEE[code]) for code in _LEADERS))


def body_of(code: str | None) -> Body | None:
    return next((body for body in vi.BODY if body == code), None)


def block(title: str, parts: Sequence[QLayout | QWidget]) -> QLayout:
    return column(label(title, "section"), *parts, gap=9)
