"""What a paper prints that no form counts itself: the use cases gather it when the one form that needs it asks."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop.domain.account import Account
from desktop.domain.text_change import Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """`second` says on whom or what it waits."""

    due: dt.date
    title: str
    second: str = ""
    article: str = ""


class Gathers(Protocol):
    def account(self, code: str) -> Account: ...
    def compared(self, new: str, old: str) -> Comparison: ...
    def todos(self, day: dt.date) -> Sequence[Todo]: ...
