"""The office file's own copies: one a day in the folder `sao-luu`, the older ones thinned.

Their order is the running number in their names, never the clock, which may be set back. Imports `db`.
"""

import datetime as dt
import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from db import backup as copies
from desktop import vi
from desktop.domain.refusal import Refusal

FOLDER = "sao-luu"
DAYS, WEEKS, MONTHS = 7, 8, 12
"""How many days, weeks and months back one copy each is kept."""

NEVER = "Chưa sao lưu"
_NAME = re.compile(r"\.(\d{4,})\.(\d{8}-\d{4})\.s(\d+)\.thuky")


@dataclass(frozen=True, slots=True, order=True)
class Copy:
    """`number` is the copy's place in the order of making, `sequence` that of the last change it holds."""

    number: int
    at: dt.datetime
    sequence: int
    path: Path

    @property
    def id(self) -> str:
        return str(self.path)


def folders(office: Path, spare: Path) -> tuple[Path, Path]:
    """Beside the file, and among the user's own data for a file whose folder cannot be written."""
    return office.parent / FOLDER, spare / FOLDER


def made_of(office: Path, spare: Path) -> list[Copy]:
    """The copies of an office file in both folders, the newest first."""
    found = {copy for folder in folders(office, spare) for copy in _in_folder(folder, office.stem)}
    return sorted(found, reverse=True)


def _in_folder(folder: Path, stem: str) -> Iterable[Copy]:
    try:
        paths = list(folder.iterdir())
    except OSError:
        return
    for path in paths:
        named = _NAME.fullmatch(path.name.removeprefix(stem)) if path.name.startswith(stem) else None
        if named:
            try:
                at = dt.datetime.strptime(named[2], "%Y%m%d-%H%M")
            except ValueError:
                continue
            yield Copy(int(named[1]), at, int(named[3]), path)


def make_daily(office: Path, spare: Path, *, sequence: int, now: dt.datetime) -> Copy:
    """The day's copy, made now if there is none yet; raises `Refusal`."""
    made = made_of(office, spare)
    if made and made[0].at.date() == now.date():
        return made[0]
    return make(office, spare, sequence=sequence, now=now)


def make(office: Path, spare: Path, *, sequence: int, now: dt.datetime) -> Copy:
    """A verified copy made now, after which the older ones are thinned; raises `Refusal`."""
    number = max((copy.number for copy in made_of(office, spare)), default=0) + 1
    name = f"{office.stem}.{number:04}.{now:%Y%m%d-%H%M}.s{sequence}.thuky"
    beside, own = folders(office, spare)
    try:
        path = _put(office, beside / name)
    except OSError:
        try:
            path = _put(office, own / name)
        except OSError as trouble:
            raise Refusal(f"Không ghi được bản sao lưu ({vi.os_reason(trouble)}).") from trouble
    thin(made_of(office, spare))
    return Copy(number, now.replace(second=0, microsecond=0), sequence, path)


def _put(office: Path, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    copies.backup(office, target)
    return target


def thin(made: Sequence[Copy]) -> None:
    """Remove what is no longer kept; a copy that cannot be removed stays until another day."""
    for copy in set(made) - kept(made):
        try:
            copy.path.unlink(missing_ok=True)
        except OSError:
            continue


def kept(made: Sequence[Copy]) -> set[Copy]:
    """Of copies given newest first: all of the newest's day, then one each of the last days, weeks and months."""
    if not made:
        return set()
    today = {copy for copy in made if copy.at.date() == made[0].at.date()}
    spans: tuple[tuple[int, Callable[[Copy], Hashable]], ...] = (
        (DAYS, lambda copy: copy.at.date()),
        (WEEKS, lambda copy: copy.at.isocalendar()[:2]),
        (MONTHS, lambda copy: (copy.at.year, copy.at.month)),
    )
    return today.union(*(_newest_of_each(made, count, span) for count, span in spans))


def _newest_of_each(made: Sequence[Copy], count: int, span: Callable[[Copy], Hashable]) -> set[Copy]:
    first: dict[Hashable, Copy] = {}
    for copy in made:
        first.setdefault(span(copy), copy)
    return set(list(first.values())[:count])


def words(made: Sequence[Copy], today: dt.date) -> str:
    """`Sao lưu 07:12 hôm nay`."""
    if not made:
        return NEVER
    at = made[0].at
    return f"Sao lưu {vi.clock(at)} {'hôm nay' if at.date() == today else vi.day_short(at.date(), today)}"
