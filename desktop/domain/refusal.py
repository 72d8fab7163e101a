"""A request that is refused, said in one Vietnamese sentence."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # raised before the window's first paint, where no dataclass is loaded yet
    from desktop.domain.findings import Cite


class Refusal(Exception):
    """Raised by use cases; `sentence` names the field and what was expected, `cite` the article that refuses."""

    def __init__(self, sentence: str, *, field: str = "", cite: "Cite | None" = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field
        self.cite = cite


class Stale(Refusal):
    """What was shown is no longer what is stored; nothing is overwritten, and what is stored is to be shown."""


class Damaged(Refusal):
    """The office file itself is not as it was written; a copy has to be put in its place."""
