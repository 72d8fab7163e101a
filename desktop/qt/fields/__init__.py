"""Form fields, one kind a file."""

from desktop.qt.fields.cards import RadioCards
from desktop.qt.fields.check import CheckField
from desktop.qt.fields.combo import Combo, Options
from desktop.qt.fields.date import DateField
from desktop.qt.fields.field import Field, Wrong
from desktop.qt.fields.layout import Line, form
from desktop.qt.fields.number import NumberField
from desktop.qt.fields.text import TextArea, TextField
from desktop.qt.fields.time import TimeField

__all__ = [
    "CheckField",
    "Combo",
    "DateField",
    "Field",
    "Line",
    "NumberField",
    "Options",
    "RadioCards",
    "TextArea",
    "TextField",
    "TimeField",
    "Wrong",
    "form",
]
