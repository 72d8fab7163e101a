"""A list of units, or of people, to tick, found by typing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.qt.boxes import column, label
from desktop.qt.fields import TextField
from desktop.qt.table import Column, Table


class Named(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class _Tick:
    unit: Named
    on: bool

    @property
    def id(self) -> str:
        return self.unit.id


_TICKS = (
    Column("", lambda _: "", width=36, check=lambda one: one.on, sortable=False),
    Column("Cơ quan", lambda one: one.unit.name, sortable=False),
)


class UnitTicks(QWidget):
    """Those ticked stand first when the list is filled; `changed` when one was ticked."""

    changed = Signal()

    def __init__(self, units: Sequence[Named], text: str, *, height: int = 150) -> None:
        super().__init__()
        self._units, self._on = tuple(units), set[str]()
        self.search = TextField("", name=f"Tìm {text.lower()}", placeholder="Tìm theo tên")
        self.table = Table(_TICKS, name=text, head=False, row_height=28, empty="Không có tên nào khớp.")
        self.table.setFixedHeight(height)
        self.count = label("", "caption")
        self.setLayout(column(label(text, "caption"), self.search, self.table, self.count, gap=3))
        self.search.line.textChanged.connect(self.table.set_filter)
        self.table.ticked.connect(self._tick)
        self.set_value(())

    def set_units(self, units: Sequence[Named]) -> None:
        """Offer others; those ticked stay so where they are among them."""
        self._units = tuple(units)
        self._on &= {one.id for one in units}
        self._fill()

    def set_value(self, chosen: tuple[str, ...]) -> None:
        self._on = set(chosen)
        self._units = tuple(sorted(self._units, key=lambda one: one.id not in self._on))
        self._fill()

    def value(self) -> tuple[str, ...]:
        return tuple(one.id for one in self._units if one.id in self._on)

    def _fill(self) -> None:
        self.table.set_rows(tuple(_Tick(one, one.id in self._on) for one in self._units))
        self.count.setText(f"Đã chọn {len(self._on)}/{len(self._units)}")

    def _tick(self, one: _Tick) -> None:
        self._on ^= {one.id}
        self._fill()
        self.changed.emit()
