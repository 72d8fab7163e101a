"""One record of a page changed through the desk: a refusal goes over the page and beside the field it names."""

from collections.abc import Callable
from typing import Any

from desktop.domain.findings import Cite
from desktop.domain.refusal import Refusal
from desktop.qt.notices import Band
from desktop.screens.base.desk import Desk


class Acting:
    """`record` is the name under which the use cases take the record shown (`ballot`, `decision`).

    `remedy` may give a button that does what can be done instead; `at_field` puts a sentence beside a field.
    """

    def __init__(self, desk: Desk, band: Band, record: str) -> None:
        self._desk, self._band, self._record = desk, band, record
        self._cite: Cite | None = None
        self.shown: Any = None  # the record on the page, of the kind its screen shows
        self.remedy: Callable[[Refusal], tuple[str, Callable[[], object]] | None] = lambda _: None
        self.at_field: Callable[[str, str], object] = lambda _field, _sentence: None
        band.article_clicked.connect(self._show_article)

    def do(self, what: str, edit: Callable[..., object], *, said: str = "", **rest: object) -> bool:
        """Call the use case on the record shown; False where it was refused."""
        facts, today, record = self._desk.facts, self._desk.today, self.shown
        refused: list[Refusal] = []

        def change(store: object) -> None:
            try:
                edit(store, facts=facts, on=today, **{self._record: record}, **rest)
            except Refusal as refusal:
                refused.append(refusal)
                raise

        done = self._desk.do(what, change, said=said, band=self._band)
        if done:
            self._band.clear()
        elif refused:
            self._show(refused[0])
        return done

    def _show(self, refusal: Refusal) -> None:
        from desktop import vi

        self._cite = refusal.cite
        text, run = self.remedy(refusal) or ("", None)
        article = vi.cite(refusal.cite) if refusal.cite else ""
        self._band.show_refusal(refusal.sentence, article=article, button=text, run=run)
        self.at_field(refusal.field, refusal.sentence)

    def _show_article(self) -> None:
        if self._cite is not None:
            self._desk.show_article(self._cite)
