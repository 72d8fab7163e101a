"""The files of a sample office: its last papers as they were issued, and the papers and slips that came with records.

May import domain and the printing. The same office gives the same files.
"""

import datetime as dt
import hashlib
from dataclasses import replace

from desktop.domain.facts import Facts
from desktop.domain.records import AgendaItem, Attachment, Document, Meeting, Office
from desktop.usecases.base.facts import facts_of
from desktop.usecases.documents.numbers import issued_name
from desktop.usecases.papers import printing

FORM_OF = {"GM": "giay-moi", "BB": "bien-ban"}
"""What is printed of a whole meeting and kept with its line."""
KEPT = 4
"""So many of the newest papers are kept, enough to see and little to write."""


def with_files(office: Office, on: dt.date) -> tuple[Office, list[bytes]]:
    """The office with its files named by their hashes, and the contents of these."""
    making = _Making(facts_of(office), on)
    printed = sorted((one for one in office.documents if making.form_of(one)), key=lambda one: one.date or dt.date.min)
    newest = {one.id for one in printed[-KEPT:]}
    documents = tuple(making.document(one) if one.id in newest else one for one in office.documents)
    sessions = (one for one in making.facts.sessions if one.body in ("bch", "btv") and one.agenda)
    held = [one.id for one in sessions if one.start.date() <= on]
    meetings = tuple(making.meeting(one) if one.id in held[-1:] else one for one in office.meetings)
    return replace(office, documents=documents, meetings=meetings), making.contents


class _Making:
    def __init__(self, facts: Facts, on: dt.date) -> None:
        self.facts, self._on = facts, on
        self.contents: list[bytes] = []

    def form_of(self, document: Document) -> str:
        """The form a paper of the register is printed by; empty where it comes of no session."""
        source = document.source
        meeting = self.facts.meeting(source.meeting) if source else None
        return FORM_OF.get(document.type, "") if meeting and meeting.body in ("bch", "btv") else ""

    def document(self, one: Document) -> Document:
        assert one.source, one.id
        assert one.source.meeting, one.id
        pages = self._pages(self.form_of(one), one.source.meeting)
        return replace(one, issued=self._attachment(issued_name(one.symbol), pages))

    def meeting(self, one: Meeting) -> Meeting:
        """The last session held: its agenda as sent round, and the paper of its first matter."""
        agenda = self._attachment("Chương trình đã gửi.pdf", self._pages("chuong-trinh-hoi-nghi", one.id))
        items = tuple(self._item(item) if place == 0 else item for place, item in enumerate(one.agenda))
        return replace(one, agenda=items, attachments=(agenda,))

    def _item(self, item: AgendaItem) -> AgendaItem:
        words = f"Tờ trình\r\n\r\n{item.title}.\r\n\r\nKính trình hội nghị xem xét, cho ý kiến.\r\n"
        return replace(item, attachments=(self._attachment("Tờ trình.txt", words.encode("utf-8-sig")),))

    def _pages(self, slug: str, record: str) -> bytes:
        return printing.to_pdf(printing.print_form(self.facts, slug, record, on=self._on))

    def _attachment(self, name: str, content: bytes) -> Attachment:
        self.contents.append(content)
        return Attachment(name=name, sha256=hashlib.sha256(content).hexdigest(), bytes=len(content))
