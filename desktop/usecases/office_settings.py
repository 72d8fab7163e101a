"""The office's settings gathered: which silences of the regulation in force each fills, which it fills none of.

May import domain and vi.
"""

import datetime as dt
from dataclasses import dataclass

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite
from desktop.usecases import ruleset, settings
from desktop.usecases.settings import SettingRow

FILLING = "Dùng khi quy chế chưa quy định"
GENERAL = "Cách viết"
IDLE = "Quy chế đang áp dụng đã quy định, không dùng đến"
OPEN = vi.SILENT
GROUPS = (FILLING, GENERAL, IDLE, OPEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingLine:
    """A setting, or a silence that no setting fills (`setting` is None)."""

    key: str
    group: str
    title: str
    means: str
    value: str
    source: str
    setting: SettingRow | None = None
    silences: tuple[str, ...] = ()
    cites: tuple[Cite, ...] = ()

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
    fills = facts.settings[each.key].fills
    cites = tuple(ruling.cite for key in fills if (ruling := facts.ruling(key, on)))
    return SettingLine(
        key=each.key,
        group=FILLING if silences else IDLE if fills else GENERAL,
        title=each.title,
        means=each.means,
        value=each.value,
        source=vi.BY_OFFICE if each.own else "" if each.value == settings.NOT_SET else "mặc định",
        setting=each,
        silences=silences,
        cites=cites,
    )
