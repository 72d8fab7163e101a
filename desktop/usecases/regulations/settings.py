"""What the regulations leave to the office: its settings, each with the value that holds and where it comes from.

May import domain and vi. Reads only; what is laid down from a day on is in `own_values`.
"""

import datetime as dt
from dataclasses import dataclass

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import Value
from desktop.domain.settings import Setting
from desktop.usecases.regulations import values

NOT_SET = "Chưa ghi"


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingRow:
    """One setting: `value` in words as it holds, the office's own (`own`) or the default."""

    key: str
    title: str
    means: str
    kind: str
    value: str
    default: str
    choices: tuple[tuple[str, str], ...]
    own: bool

    @property
    def id(self) -> str:
        return self.key


def settings(facts: Facts, on: dt.date) -> tuple[SettingRow, ...]:
    """The office's settings in the order of the catalogue, each with the value that holds on a day."""
    return tuple(
        SettingRow(
            key=key,
            title=each.title or each.means,
            means=each.means,
            kind=each.kind,
            value=_set(each, facts.setting(each.key, on)),
            default=_set(each, each.default),
            choices=values.offered(each.kind, each.choices),
            own=facts.own_setting(each.key, on) is not None,
        )
        for key, each in facts.settings.items()
    )


def _set(setting: Setting, value: Value | None) -> str:
    return NOT_SET if value is None else vi.capital(values.said(setting.kind, value))
