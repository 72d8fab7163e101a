"""What the panel of a document and the dialog that numbers one have in common: the findings on it, the fields read."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.findings import Cite, Finding
from desktop.qt.boxes import column, empty
from desktop.qt.fields import Field
from desktop.screens.base.desk import Desk
from desktop.screens.base.live import typed
from desktop.screens.base.show import judged
from desktop.usecases.documents import rows as documents

EMPTY = {"type": "", "number": None, "symbol": "", "date": None, "title": "", "signed_by": None,
         "authority": "", "post": "",
         "secrecy": "none", "urgency": "none", "body": ""}  # fmt: skip
"""What a record holds where a field is left empty."""


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


def read_fields(fields: Mapping[str, Field]) -> dict[str, Any]:
    """What stands in the fields named as a record's, each as the record keeps it; issuer and recipients made of words.

    `issuer` and `joint` together make the issuers, the lines of `recipients` the list.
    """
    said = {name: typed(field) for name, field in fields.items()}
    joint, recipients = str(said.pop("joint", "") or ""), said.pop("recipients", None)
    made = {name: EMPTY.get(name) if value is None else value for name, value in said.items()}
    if "issuer" in made:
        made["issuer"] = documents.issuer_of(str(said["issuer"] or "btv"), joint)
    if recipients is not None:
        made["recipients"] = documents.recipients_of(str(recipients))
    return made
