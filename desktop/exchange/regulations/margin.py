"""Where the lines of a text were broken at a margin, in the middle of their sentences. May import exchange."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, quantiles

from desktop.exchange.regulations import lines

_SHORT, _FULL, _LONG = 40, 0.75, 100
"""A line shorter than the first is none broken at a margin, one longer than the last a paragraph of its own."""


@dataclass(frozen=True, slots=True)
class Margin:
    """The usual length of a broken line, and the length hardly any passes; both 0 where no line was broken."""

    usual: float = 0
    widest: float = 0

    @classmethod
    def of(cls, read: Sequence[str]) -> "Margin":
        followed = [line for line, after in pairwise(read) if line.strip() and after.strip()]
        broken = [len(line.strip()) for line in followed if not lines.closed(line)]
        if len(broken) * 2 <= len(followed) or not _SHORT <= (usual := median(broken)) <= _LONG:
            return cls()
        return cls(usual, quantiles(broken, n=10)[-1] if len(broken) > 1 else usual)

    def reached(self, line: str) -> bool:
        """Whether a line comes near the margin."""
        return 0 < self.usual * _FULL <= len(line)

    def breaks(self, line: str, following: str) -> bool:
        """Whether the next line's first word had no room any more."""
        return self.widest > 0 and len(line) + 1 + len(following.split()[0]) > self.widest
