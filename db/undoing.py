"""Which change is taken back next, and which is made again: the line of changes a window has made.

Standard library only. A change that undoes another names it; one that undoes an undoing makes the thing again.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A change and what the deed at its root was called."""

    sequence: int
    what: str
    stands: bool
    """Whether after it the deed is done: it is the deed itself or made it again."""
    root: bool


class Line:
    """Made of (number, name, number of the change undone) in their order."""

    def __init__(self, changes: Iterable[tuple[int, str, int | None]]) -> None:
        steps: dict[int, Step] = {}
        answered: set[int] = set()
        for sequence, what, undoes in changes:
            before = steps.get(undoes) if undoes is not None else None
            if before is None:
                steps[sequence] = Step(sequence, what, stands=undoes is None, root=undoes is None)
            else:
                answered.add(before.sequence)
                steps[sequence] = Step(sequence, before.what, stands=not before.stands, root=False)
        self._open = [step for step in steps.values() if step.sequence not in answered]
        self._newest_deed = max((step.sequence for step in steps.values() if step.root), default=0)

    def undoable(self) -> Step | None:
        return max((step for step in self._open if step.stands), key=_number, default=None)

    def redoable(self) -> Step | None:
        """The last undoing, unless a new deed came after it."""
        undone = (step for step in self._open if not step.stands and step.sequence > self._newest_deed)
        return max(undone, key=_number, default=None)


def _number(step: Step) -> int:
    return step.sequence
