"""Figures of many offices added up, those of one kind of committee and one period together.

May import domain, vi and exchange. What cannot be added is left out, and said.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from desktop import vi
from desktop.domain.figures import (
    CauseFigure,
    CountFigure,
    Days,
    Figures,
    InForceDays,
    LineFigures,
    OfficeNamed,
)
from desktop.domain.refusal import Refusal
from desktop.exchange.figures_json import NotFigures, read_figures

T = TypeVar("T")
Known = dict[tuple[str, ...], Path]


@dataclass(frozen=True, slots=True)
class Added:
    """`left_out` says of each file that was not added why, a sentence each."""

    sums: tuple[Figures, ...]
    left_out: tuple[str, ...]


def add_folder(folder: Path) -> Added:
    """The figures in a folder's own files, in the order of their names; raises Refusal where there are none."""
    if not folder.is_dir():
        raise Refusal(f"Không có thư mục {folder.name} chứa các tệp số liệu.", field="sum")
    read, left_out, known = list[Figures](), list[str](), Known()
    for path in sorted(each for each in folder.iterdir() if each.is_file() and not each.name.startswith(".")):
        try:
            read.append(_new(read_figures(path.read_bytes()), path, known))
        except NotFigures as wrong:
            left_out.append(f"Không cộng tệp {path.name}: {wrong}.")
    if not read:
        raise Refusal(f"Thư mục {folder.name} không có tệp số liệu nào để cộng.", field="sum")
    return Added(tuple(added_up(read)), tuple(left_out))


def _new(one: Figures, path: Path, known: Known) -> Figures:
    """An office is added once for a period: of two files of the same the one that comes first."""
    named = (one.office.name, one.office.superior, one.office.province, one.period.code)
    if named in known:
        raise NotFigures(f"đã có số liệu của {one.office.name} trong tệp {known[named].name}")
    known[named] = path
    return one


def added_up(read: Iterable[Figures]) -> Iterator[Figures]:
    """One for every kind of committee and period, in the order of their words and days."""
    groups: dict[tuple[str, str, str, dt.date, dt.date | None], list[Figures]] = {}
    for one in read:
        groups.setdefault(_group(one), []).append(one)
    for key in sorted(groups, key=lambda each: (*each[:4], each[4] or dt.date.max)):
        yield _sum(groups[key])


def _group(one: Figures) -> tuple[str, str, str, dt.date, dt.date | None]:
    return one.kind.words, one.kind.code, one.period.code, one.period.first, one.period.last


def _sum(found: Sequence[Figures]) -> Figures:
    first = found[0]
    return Figures(
        offices=sum(one.offices for one in found),
        names=tuple(sorted((name for one in found for name in one.names), key=vi.fold)),
        office=OfficeNamed(),
        kind=first.kind,
        period=replace(first.period, until=max(one.period.until for one in found)),
        on=max(one.on for one in found),
        days=Days(**_totals([one.days for one in found], "judged", "counted", "of")),
        in_force=tuple(_by(found, lambda one: one.in_force, lambda each: (each.profile, each.title), _regulations)),
        before=sum(one.before for one in found),
        total=_lines([one.total for one in found]),
        lines=tuple(_by(found, lambda one: one.lines, lambda each: each.key, _lines)),
        counts=tuple(_by(found, lambda one: one.counts, lambda each: each.key, _counts)),
        causes=tuple(_by(found, lambda one: one.causes, lambda each: each.key, _causes)),
    )


def _by(
    found: Sequence[Figures],
    listed: Callable[[Figures], Iterable[T]],
    key: Callable[[T], object],
    add: Callable[[list[T]], T],
) -> Iterator[T]:
    """The rows of all that bear one key made one, in the order in which keys first come."""
    rows: dict[object, list[T]] = {}
    for one in found:
        for each in listed(one):
            rows.setdefault(key(each), []).append(each)
    return map(add, rows.values())


def _totals(found: Sequence[object], *names: str) -> dict[str, int]:
    return {name: sum(getattr(each, name) for each in found) for name in names}


def _regulations(found: list[InForceDays]) -> InForceDays:
    """The days of each office's own are added; a day or document that is not that of all is left out."""
    same: dict[str, Any] = {name: _of_all([getattr(one, name) for one in found]) for name in ("from_", "to")}
    same |= _totals(found, "days", "of", "offices")
    return replace(found[0], **same, document=_of_all([one.document for one in found]) or "")


def _of_all(values: Sequence[T]) -> T | None:
    return values[0] if all(one == values[0] for one in values) else None


def _lines(found: list[LineFigures]) -> LineFigures:
    names = ("n", "of", "breach", "due", "unclear", "unknown", "exempt", "unchecked", "silent_in", "open_in")
    cites, totals = [cite for one in found for cite in one.cites], dict[str, Any](_totals(found, *names))
    return replace(
        found[0],
        **totals,
        silent=all(one.silent for one in found),
        open=all(one.open for one in found),
        cites=tuple(cite for place, cite in enumerate(cites) if cite not in cites[:place]),
    )


def _counts(found: list[CountFigure]) -> CountFigure:
    whole = None if all(one.of is None for one in found) else sum(one.of or 0 for one in found)
    return replace(found[0], n=sum(one.n for one in found), of=whole)


def _causes(found: list[CauseFigure]) -> CauseFigure:
    return replace(found[0], n=sum(one.n for one in found))
