"""What the panel of a document and the dialog that numbers one have in common: the findings on it, the fields read."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.domain.findings import Cite, Finding
from desktop.domain.records import Document
from desktop.qt.boxes import column, empty
from desktop.screens.base.desk import Desk
from desktop.screens.base.live import typed
from desktop.screens.base.record_fields import RecordFields
from desktop.screens.base.show import judged
from desktop.usecases.documents import rows as documents


class FindingLines(QWidget):
    """Mark, sentence and article of each finding; made anew only where they differ, so that nothing flickers."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.shown: tuple[Finding, ...] = ()
        self._box = column(gap=8)
        self.setLayout(self._box)

    def show_findings(self, found: Sequence[Finding]) -> None:
        if self.shown == tuple(found):
            return
        self.shown = tuple(found)
        empty(self._box)
        for finding in found:
            self._box.addLayout(judged(self._desk, finding, gap=1))

    def cites(self) -> tuple[Cite, ...]:
        return tuple(dict.fromkeys(finding.cite for finding in self.shown if finding.cite.at))


def typed_document(fields: RecordFields[Document], document: Document) -> Document:
    """The document as it stands in the fields; `issuer` and `joint` are its issuers, `recipients` are lines."""
    draft, joint = fields.typed(document), typed(fields["joint"])
    draft = replace(draft, issuer=documents.issuer_of(draft.issuer or "btv", joint))
    if "recipients" in fields:
        draft = replace(draft, recipients=documents.recipients_of(typed(fields["recipients"])))
    return draft
