"""The index of documents, made once for the facts shown: at once in a small office, in a thread in a large one."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from desktop.domain.facts import Facts
    from desktop.qt.tasks import Tasks
    from desktop.usecases.documents.search import Search

AT_ONCE = 4000
"""So many documents are indexed in less time than a clerk notices."""


class Reading(Protocol):
    """What is asked of the desk."""

    tasks: "Tasks"

    @property
    def facts(self) -> "Facts": ...


class Searching:
    def __init__(self, desk: Reading) -> None:
        self._desk = desk
        self._made: tuple[Facts, Search] | None = None
        self._asking: Callable[[Search], object] | None = None
        self._making = False

    def ready(self) -> "Search | None":
        """The index of the facts as they stand; None while one is being made for a large office."""
        facts = self._desk.facts
        if (self._made is None or self._made[0] is not facts) and len(facts.office.documents) <= AT_ONCE:
            self._made = (facts, _index(facts, self._last()))
        return self._made[1] if self._made and self._made[0] is facts else None

    def ask(self, then: Callable[["Search"], object]) -> None:
        """Hand over the index, now or when it is made; of several that ask meanwhile the last is heard."""
        search = self.ready()
        if search is not None:
            then(search)
            return
        self._asking = then
        if not self._making:
            self._making = True
            facts = self._desk.facts
            self._desk.tasks.run(partial(_index, facts, self._last()), partial(self._arrived, facts), self._failed)

    def _last(self) -> "Search | None":
        return self._made[1] if self._made else None

    def _arrived(self, facts: "Facts", search: "Search") -> None:
        """An index of facts that have changed meanwhile is made again, from what it folded."""
        self._making, self._made = False, (facts, search)
        asking, self._asking = self._asking, None
        if asking:
            self.ask(asking)

    def _failed(self, error: Exception) -> None:
        self._making = False
        raise error


def _index(facts: "Facts", before: "Search | None") -> "Search":
    from desktop.usecases.documents.search import Search

    return Search(facts, before)
