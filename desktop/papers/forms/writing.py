"""What every form needs of the office: its names, its numbers, who signs. May import domain, vi, papers."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.form import FormPack, pack_on
from desktop.domain.records import Body, Document, Meeting, Person, Source
from desktop.papers.forms.names import Names
from desktop.papers.paper import DOTS, ROOM, Head, Signer


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Number, day and signer chosen for one printing, before a document is on record."""

    number: int | None = None
    day: dt.date | None = None
    signed_by: str | None = None
    authority: str = ""


@dataclass(frozen=True)
class Writing:
    """One printing: the facts, the packs of the form, the day of printing, and what was chosen for this issue."""

    facts: Facts
    packs: Mapping[str, FormPack]
    on: dt.date
    issue: Issue = Issue()

    @cached_property
    def names(self) -> Names:
        return Names(self.facts.office.office, self.pack(self.on).committees)

    def pack(self, day: dt.date) -> FormPack:
        return pack_on(self.packs, day)

    def document(self, kind: str, meeting: Meeting, item: str | None = None) -> Document | None:
        """The document of that type on record as coming from the meeting, and from the item where one is asked for."""
        kept = [each for each in self.facts.office.documents if each.type == kind and each.source]
        return next(
            (
                each
                for each in reversed(kept)
                if each.source and each.source.meeting == meeting.id and (item is None or each.source.agenda == item)
            ),
            None,
        )

    def document_from(self, kind: str, source: Source) -> Document | None:
        """The document of that type on record as coming from exactly that, the latest."""
        kept = [each for each in self.facts.office.documents if each.type == kind and each.source == source]
        return kept[-1] if kept else None

    @property
    def regulation(self) -> str:
        """`Quy chế làm việc của Ban Chấp hành Đảng bộ huyện Tây Sơn`."""
        return f"Quy chế làm việc của {self.names.body('bch')}"

    def day(self, document: Document | None, other: dt.date | None = None) -> dt.date | None:
        """The paper's day: as chosen, as on record, or the other day the records give."""
        return self.issue.day or (document.date if document else None) or other

    def head(self, kind: str, document: Document | None, day: dt.date | None, year: int, *, summary: str = "") -> Head:
        """`summary` is that of a công văn, which stands under its number."""
        office = self.facts.office.office
        return Head(
            superior=office.superior,
            body=office.name,
            number=self.number(kind, document),
            place_date=f"{office.place or self.names.place or DOTS}, {day_line(day, year)}",
            letter_summary=summary,
        )

    def number(self, kind: str, document: Document | None) -> str:
        """`Số 05-NQ/ĐU`; room for the number where none was given; nothing for a paper without a series."""
        if not kind:
            return ""
        word = self.pack(self.on).words["number"]
        if document and document.symbol and not self.issue.number:
            return f"{word} {document.symbol}"
        number = self.issue.number or (document.number if document else None)
        written = f" {number:02}" if number else ROOM
        return f"{word}{written}-{kind}/{self.facts.office.office.symbol or '……'}"

    def recipients(self, document: Document | None, *told: str) -> tuple[str, ...]:
        """As on record; else those told, and the file copy."""
        if document and document.recipients:
            return tuple(name.strip().rstrip(".,;:") for name in document.recipients)
        return (*told, f"{self.pack(self.on).words['file_copy']} {self.names.chancery}")

    def name(self, person: str | None) -> str:
        record = self.facts.person(person)
        return record.name if record else ""

    def members_of(self, body: Body) -> str:
        """`Ủy viên Ban Thường vụ Huyện ủy`; Thường trực has no plain members."""
        return self.names.body(body) if body == "thuong-truc" else f"Ủy viên {self.names.body(body)}"

    def stamps(self, document: Document | None, pack: FormPack) -> tuple[str, ...]:
        marks = (document.secrecy, document.urgency) if document else ()
        return tuple(pack.stamps[mark] for mark in marks if mark in pack.stamps)

    def office_signer(self, document: Document | None, day: dt.date) -> Signer:
        """Invitations and notices: T/L BAN THƯỜNG VỤ, CHÁNH VĂN PHÒNG; another signer as the record says."""
        chosen = self._signed_by(document)
        chief = chosen or self.chief(day)
        authority = self._authority(document)
        if chosen and self._leads(chosen, day):
            return self.body_signer("btv", document, day)
        if authority == "K/T" or (chosen and holds_post(chosen, DEPUTY_CHIEF, day)):
            return Signer(("K/T Chánh Văn phòng",), ("Phó Chánh Văn phòng",), chief.name if chief else "")
        line = () if authority == "none" else ("T/L Ban Thường vụ",)
        return Signer(line, ("Chánh Văn phòng",), chief.name if chief else "")

    def body_signer(self, body: Body, document: Document | None, day: dt.date) -> Signer:
        """The committee or its standing committee: T/M …, BÍ THƯ, or PHÓ BÍ THƯ (never K/T)."""
        person = self._signed_by(document)
        if self._authority(document) == "T/L" or (person and holds_post(person, CHIEF, day)):
            return Signer(
                ("T/L Ban Thường vụ",), ("Chánh Văn phòng",), (person or self.chief(day) or Person(id="", name="")).name
            )
        person = person or self.facts.secretary(day)
        seat = self.facts.holds(person.id, "thuong-truc", day) if person else None
        post = "Phó Bí thư" if seat and seat.role != "bi-thu" else "Bí thư"
        committee = self.names.kind if body == "bch" else vi.BODY["btv"]
        return Signer((f"T/M {committee}",), (post,), person.name if person else "")

    def chief(self, day: dt.date) -> Person | None:
        """Chánh Văn phòng on that day."""
        return next((person for person in self.facts.office.people if holds_post(person, CHIEF, day)), None)

    def _signed_by(self, document: Document | None) -> Person | None:
        return self.facts.person(self.issue.signed_by or (document.signed_by if document else None))

    def _authority(self, document: Document | None) -> str:
        given = self.issue.authority or (document.authority if document else "")
        return given.split()[0] if given.split() else ""

    def _leads(self, person: Person, day: dt.date) -> bool:
        return self.facts.holds(person.id, "thuong-truc", day) is not None


CHIEF = "chanh-van-phong"
DEPUTY_CHIEF = "pho-chanh-van-phong"


def holds_post(person: Person, post: str, day: dt.date) -> bool:
    return any(
        held.post == post and (not held.from_ or held.from_ <= day) and (not held.to or day <= held.to)
        for held in person.posts
    )


def day_line(day: dt.date | None, year: int) -> str:
    """The day in words, with room for day and month where it is not known."""
    return vi.day_words(day) if day else f"ngày{ROOM}tháng{ROOM}năm {year}"
