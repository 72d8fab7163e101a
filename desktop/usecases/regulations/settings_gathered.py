"""The office's settings gathered: which silences of the regulation in force each fills, which it fills none of.

May import domain and vi.
"""

import datetime as dt
from dataclasses import dataclass
from fnmatch import fnmatch

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite
from desktop.domain.keys import Key
from desktop.domain.records import Value
from desktop.domain.settings import Setting
from desktop.usecases.regulations import ruleset, settings
from desktop.usecases.regulations.settings import SettingRow

FILLING = "Dùng khi quy chế chưa quy định"
GENERAL = "Cách viết"
IDLE = "Quy chế đang áp dụng không dùng đến"
OPEN = vi.SILENT
READING = "Chỉ để tra cứu"
GROUPS = (FILLING, GENERAL, IDLE, READING, OPEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingLine:
    """A setting, or a silence that no setting fills (`setting` is None); `why` says why it changes nothing anywhere."""

    key: str
    group: str
    title: str
    means: str
    value: str
    source: str
    setting: SettingRow | None = None
    silences: tuple[str, ...] = ()
    cites: tuple[Cite, ...] = ()
    why: str = ""

    @property
    def offered(self) -> bool:
        """Whether it would change anything under the regulation in force."""
        return self.group in (FILLING, GENERAL)

    @property
    def id(self) -> str:
        return self.key


def gathered(facts: Facts, on: dt.date, *, text: str = "") -> tuple[SettingLine, ...]:
    """Every setting under what it is for today, then the silences nothing fills; only those that hold the text."""
    held = facts.in_force(on)
    silent = ruleset.parameters(held, on, only="silent") if held else ()
    known = {each.key for each in settings.settings(facts, on)}
    lines = [_line(facts, each, silent, on) for each in settings.settings(facts, on)]
    lines += [
        SettingLine(key=each.key, group=OPEN, title=each.means, means=each.topic, value=vi.SILENT, source="")
        for each in silent
        if each.setting not in known
    ]
    wanted = vi.fold(text.strip())
    kept = (line for line in lines if wanted in vi.fold(f"{line.title} {line.means} {line.value}"))
    return tuple(sorted(kept, key=lambda line: GROUPS.index(line.group)))


def _line(facts: Facts, each: SettingRow, silent: tuple[ruleset.ParameterRow, ...], on: dt.date) -> SettingLine:
    silences = tuple(row.means for row in silent if row.setting == each.key)
    setting = facts.settings[each.key]
    fills = setting.fills
    cites = tuple(ruling.cite for key in fills if (ruling := facts.ruling(Key(key), on)))
    return SettingLine(
        key=each.key,
        group=_group(facts, setting, on, silent=bool(silences)),
        title=each.title,
        means=each.means,
        value=each.value,
        source=vi.BY_OFFICE if each.own else "" if each.value == settings.NOT_SET else "mặc định",
        setting=each,
        silences=silences,
        cites=cites,
        why=setting.reading,
    )


def _group(facts: Facts, setting: Setting, on: dt.date, *, silent: bool) -> str:
    if setting.reading:
        return READING
    if not setting.fills:
        return GENERAL
    return FILLING if silent and _has_what_it_needs(facts, setting, on) else IDLE


def _has_what_it_needs(facts: Facts, setting: Setting, on: dt.date) -> bool:
    """Whether the regulation in force has anything the setting would bear on."""
    held = facts.in_force(on)
    rulings = {key: held.ruling(key, on) for key in held.profile.parameters} if held else {}
    said = [each for key, ruling in rulings.items() if ruling for each in (key, f"{key}={_unit(ruling.value)}")]
    return not setting.needs or any(fnmatch(each, pattern) for each in said for pattern in setting.needs)


def _unit(value: Value) -> str:
    """What a deadline is counted in."""
    return str(value.get("unit", "")) if isinstance(value, dict) else ""


def line_of(facts: Facts, on: dt.date, key: str | None) -> SettingLine | None:
    return next((line for line in gathered(facts, on) if line.key == key and line.setting), None)
