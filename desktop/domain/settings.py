"""What the texts leave to the office: the settings it may choose, as data; standard library only."""

from dataclasses import dataclass

from desktop.domain.keys import SettingKey
from desktop.domain.records import Value


@dataclass(frozen=True)
class Setting:
    """One choice of the office. `fills` names the rules or parameters whose silence it fills.

    `needs` are patterns of parameters of which a regulation must have one for the setting to change anything;
    `reading` says why nothing is judged by it at all.
    """

    key: SettingKey
    kind: str
    default: Value | None
    choices: tuple[str, ...] = ()
    title: str = ""
    means: str = ""
    fills: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    reading: str = ""
