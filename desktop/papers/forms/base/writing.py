"""What every form needs of the office: its names, its numbers, who signs. May import domain, vi, papers."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.form import FormPack, pack_on
from desktop.domain.issued import issued_from, standing
from desktop.domain.records import Body, Document, Meeting, Source
from desktop.domain.series import organ_symbol
from desktop.domain.signing import Asked, decide, organ_of, refuse_joint
from desktop.papers.forms.base.gathered import Gathers
from desktop.papers.forms.base.names import Names
from desktop.papers.paper import DOTS, ROOM, Head, Signer


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Number, day and signer chosen for one printing, before a document is on record."""

    number: int | None = None
    day: dt.date | None = None
    signed_by: str | None = None


@dataclass(frozen=True)
class Writing:
    """One printing: the facts, the packs of the form, the day of printing, and what was chosen for this issue.

    `whom` are the ids of those it is printed for alone, None where it is for all.
    """

    facts: Facts
    packs: Mapping[str, FormPack]
    on: dt.date
    gathers: Gathers
    issue: Issue = Issue()
    whom: tuple[str, ...] | None = None

    @cached_property
    def names(self) -> Names:
        return Names(self.facts.office.office, self.facts.committees)

    def pack(self, day: dt.date) -> FormPack:
        return pack_on(self.packs, day)

    def document(self, kind: str, meeting: Meeting, item: str | None = None) -> Document | None:
        """The document of that type on record as coming from the meeting, or from the item where one is asked for."""
        return issued_from(self.facts, kind, meeting, item)

    def document_from(self, kind: str, source: Source) -> Document | None:
        """The document of that type on record as coming from exactly that, the latest."""
        kept = [each for each in standing(self.facts) if each.type == kind and each.source == source]
        return kept[-1] if kept else None

    @property
    def regulation(self) -> str:
        """`Quy chế làm việc của Ban Chấp hành Đảng bộ huyện Tây Sơn`."""
        return f"Quy chế làm việc của {self.names.body('bch')}"

    def day(self, document: Document | None, other: dt.date | None = None) -> dt.date | None:
        """The paper's day: as chosen, as on record, or the other day the records give."""
        return self.issue.day or (document.date if document else None) or other

    def head(
        self,
        kind: str,
        document: Document | None,
        day: dt.date | None,
        year: int,
        *,
        summary: str = "",
        body: Body = "btv",
    ) -> Head:
        """Of the organ that issues the paper; `summary` is that of a công văn, which stands under its number."""
        refuse_joint(document)
        office = self.facts.office.office
        organ = self.facts.committees.organ(organ_of(self.facts, document, body))
        own = bool(organ and organ.own)
        return Head(
            superior=office.name if own else office.superior,
            body=organ.name if organ and own else office.name,
            number=self.number(kind, document, body),
            place_date=f"{office.place or self.names.place or DOTS}, {day_line(day, year)}",
            letter_summary=summary,
        )

    def number(self, kind: str, document: Document | None, body: Body = "btv") -> str:
        """`Số 05-NQ/ĐU`; room for the number where none was given; nothing for a paper without a series."""
        if not kind:
            return ""
        word = self.pack(self.on).words["number"]
        if document and document.symbol and not self.issue.number:
            return f"{word} {document.symbol}"
        number = self.issue.number or (document.number if document else None)
        written = f" {number:02}" if number else ROOM
        return f"{word}{written}-{kind}/{organ_symbol(self.facts, organ_of(self.facts, document, body)) or '……'}"

    def recipients(self, document: Document | None, *told: str, body: Body = "btv") -> tuple[str, ...]:
        """As on record; else those told, and the file copy."""
        if document and document.recipients:
            return tuple(name.strip().rstrip(".,;:") for name in document.recipients)
        return (*told, f"{self.pack(self.on).words['file_copy']} {self.keeper(body)}")

    def keeper(self, body: Body = "btv") -> str:
        """Who keeps a body's papers and is written to about its sessions."""
        return self.names.body(body) if body == "ubkt" else self.names.chancery

    def name(self, person: str | None) -> str:
        record = self.facts.person(person)
        return record.name if record else ""

    @property
    def standing(self) -> Body:
        """Whose papers these are where no body is on record."""
        return self.facts.standing

    def members_of(self, body: Body) -> str:
        """`Ủy viên Ban Thường vụ Huyện ủy`; Thường trực has no plain members."""
        return self.names.body(body) if body == "thuong-truc" else f"Ủy viên {self.names.body(body)}"

    def stamps(self, document: Document | None, pack: FormPack) -> tuple[str, ...]:
        marks = (document.secrecy, document.urgency) if document else ()
        return tuple(pack.stamps[mark] for mark in marks if mark in pack.stamps)

    def office_signer(self, document: Document | None, day: dt.date, body: Body = "btv") -> Signer:
        """Invitations and notices, signed by order of the committee where nothing else is on record."""
        return self._signer(self.asked(document, day, body, by_order=True))

    def body_signer(self, body: Body, document: Document | None, day: dt.date) -> Signer:
        """What the committee or its standing committee issues, signed on its behalf."""
        return self._signer(self.asked(document, day, body))

    def asked(self, document: Document | None, day: dt.date, body: Body, *, by_order: bool = False) -> Asked:
        """What is to be signed; a signer chosen for this printing stands for the one on record."""
        chosen = self.issue.signed_by
        kept = None if chosen and document and chosen != document.signed_by else document
        return Asked(
            organ=organ_of(self.facts, document, body),
            day=day,
            by_order=by_order,
            signed_by=chosen or (kept.signed_by if kept else None),
            authority=kept.authority if kept else "",
            post=kept.post if kept else "",
            what=(document.symbol or document.title if document else "") or "Văn bản",
        )

    def _signer(self, asked: Asked) -> Signer:
        made = decide(self.facts, asked)
        person = made.person
        return Signer(
            (made.line,) if made.line else (),
            (made.post,),
            person.name if person else "",
            person.id if person else "",
            made.code,
        )


def day_line(day: dt.date | None, year: int) -> str:
    """The day in words, with room for day and month where it is not known."""
    return vi.day_words(day) if day else f"ngày{ROOM}tháng{ROOM}năm {year}"
