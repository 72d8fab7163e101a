"""What the texts leave to the office: the settings it may choose, as data; standard library only."""

from dataclasses import dataclass

from desktop.domain.records import Value


@dataclass(frozen=True)
class Setting:
    """One choice of the office. `fills` names the rules or parameters whose silence it fills."""

    key: str
    kind: str
    default: Value | None
    choices: tuple[str, ...] = ()
    means: str = ""
    fills: tuple[str, ...] = ()
