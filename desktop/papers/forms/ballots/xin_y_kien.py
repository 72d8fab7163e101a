"""Form 9: Phiếu xin ý kiến, one for each member, and the công văn that sends it. May import domain, vi, papers."""

import datetime as dt
from collections.abc import Iterator

from desktop import vi
from desktop.domain.ballots import Poll
from desktop.domain.records import Ballot, Document, Person, Source
from desktop.domain.refusal import Refusal
from desktop.domain.rules import ballot_ground
from desktop.papers.forms.base.form import BALLOT, Form
from desktop.papers.forms.base.parts import TICK, blank_rows
from desktop.papers.forms.base.slips import UNRETURNED, last_day, subject
from desktop.papers.forms.base.words import bare, listed, of_book, post_of
from desktop.papers.forms.base.writing import Writing
from desktop.papers.paper import (
    ROOM,
    Block,
    Column,
    Paper,
    Paragraph,
    Signer,
    Table,
    bold,
    heading,
    italic,
    para,
    row,
    writing_line,
)

REASON = {"no-meeting-possible": "không tổ chức họp được", "not-complex": "nội dung không phức tạp"}


def asked(writing: Writing, ballot: Ballot) -> tuple[Person, ...]:
    """Everyone a slip goes to: those named, or all members in office on the day it was sent."""
    if ballot.sent_to is None:
        return writing.facts.members(ballot.body, ballot.sent)
    return tuple(person for person in map(writing.facts.person, ballot.sent_to) if person)


def slips(writing: Writing, ballot: Ballot) -> list[Paper]:
    """One after another; a single one to be filled in by hand where nobody is in office."""
    return [_slip(writing, ballot, person) for person in asked(writing, ballot) or (None,)]


def slip_of(writing: Writing, ballot: Ballot, person: str) -> Paper:
    """Raises Refusal where no slip goes to that person."""
    found = next((each for each in asked(writing, ballot) if each.id == person), None)
    if found is None:
        raise Refusal(f"Phiếu '{ballot.id}' không gửi cho '{person}'", field="person")
    return _slip(writing, ballot, found)


def questions(ballot: Ballot) -> list[str]:
    """Each question; the title where none was put."""
    texts = [bare(question.text) for question in ballot.questions] or [bare(ballot.title)]
    return [text for text in texts if text]


def _slip(writing: Writing, ballot: Ballot, person: Person | None) -> Paper:
    post = post_of(writing, person, ballot.sent) if person else ""
    who = ", ".join(part for part in (f"Đồng chí {person.name}" if person else "Đồng chí", post) if part)
    return Paper(
        pack=writing.pack(ballot.sent),
        slug="phieu-xin-y-kien",
        day=ballot.sent,
        head=writing.head("", None, ballot.sent, ballot.sent.year),
        title="Phiếu xin ý kiến",
        summary=subject(ballot) if subject(ballot) != "về" else "",
        addressed=(who,),
        blocks=(
            para("Đồng chí cho ý kiến bằng cách đánh dấu X vào một ô ở mỗi nội dung dưới đây.", tied=True),
            _boxes(ballot),
            para("Ý kiến cụ thể của đồng chí (nếu có):", dotted=True),
            *(writing_line() for _ in range(4)),
            _return_by(writing, ballot),
            _signed_on(ballot),
        ),
        signer=Signer(("Người cho ý kiến",), (), person.name if person else ""),
    )


def _boxes(ballot: Ballot) -> Table:
    choices = [Column(title, 24, "center") for title in ("Tán thành", "Không tán thành", "Ý kiến khác")]
    rows = tuple(row(str(place), text, "", "", "", height=TICK) for place, text in enumerate(questions(ballot), 1))
    return Table(columns=(Column("TT", 11, "center"), Column("Nội dung", 82), *choices), rows=rows or blank_rows(5, 3))


def _return_by(writing: Writing, ballot: Ballot) -> Paragraph:
    last = last_day(writing, ballot)
    to = f"Đề nghị đồng chí gửi phiếu về {writing.names.chancery} chậm nhất"
    if last is None:
        return para(to, dotted=True)
    return para(f"{to} {vi.weekday(last)}, {vi.day_words(last)}.")


def _signed_on(ballot: Ballot) -> Paragraph:
    """The day the member signs, to be written in."""
    words = f"Ngày{ROOM}{ROOM}tháng{ROOM}{ROOM}năm {ballot.sent.year}"
    return Paragraph(runs=(italic(words),), align="right", indent=False, tied=True)


def _document(writing: Writing, ballot: Ballot) -> Document | None:
    return writing.document_from("CV", Source(ballot=ballot.id))


def _day(writing: Writing, ballot: Ballot) -> dt.date:
    return writing.day(_document(writing, ballot)) or ballot.sent


def letter(writing: Writing, ballot: Ballot) -> Paper:
    """Công văn to all who are asked, signed for the standing committee by the chief of office."""
    document = _document(writing, ballot)
    day = _day(writing, ballot)
    pack = writing.pack(day)
    return Paper(
        pack=pack,
        slug="cong-van-xin-y-kien",
        day=day,
        head=writing.head("CV", document, day, day.year, summary=f"V/v xin ý kiến {subject(ballot)}", body=ballot.body),
        title="",
        addressed=(f"Các đồng chí {writing.members_of(ballot.body)}",),
        blocks=tuple(_letter(writing, ballot)),
        signer=writing.office_signer(document, day, ballot.body),
        recipients=writing.recipients(document, "Như trên", f"{writing.names.permanent} (báo cáo)"),
        stamps=writing.stamps(document, pack),
    )


def _letter(writing: Writing, ballot: Ballot) -> Iterator[Block]:
    yield from _ground(writing, ballot)
    office, texts = writing.names.chancery, questions(ballot)
    reason = f"do {REASON[ballot.reason]}, " if ballot.reason else ""
    told = f"thực hiện chỉ đạo của {writing.names.body(ballot.directed_by)}, " if ballot.directed_by else ""
    opening = f"{reason}{told}{office} gửi phiếu xin ý kiến các đồng chí {writing.members_of(ballot.body)} về"
    if len(texts) > 1:
        yield para(vi.capital(f"{opening} các nội dung sau:"), tied=True)
        yield from (
            para(f"{place}. {text}{'.' if place == len(texts) else ';'}") for place, text in enumerate(texts, 1)
        )
    else:
        yield para(vi.capital(f"{opening}: "), bold(texts[0]), ".") if texts else para(vi.capital(opening), dotted=True)
    yield from _attached(ballot)
    yield _answer_by(writing, ballot)
    yield para(UNRETURNED)


def _ground(writing: Writing, ballot: Ballot) -> Iterator[Paragraph]:
    """The article only where the text provides for asking this body in writing; room for a reason not on record."""
    ruling = Poll(writing.facts, ballot, writing.on).ruling(ballot_ground.REASONS.of(ballot.body))
    if ruling:
        yield para(f"Căn cứ {of_book(ruling.cite, writing.regulation)};", tied=True)
    if ballot.reason is None:
        yield para("Lý do lấy ý kiến bằng văn bản:", dotted=True)


def _attached(ballot: Ballot) -> Iterator[Paragraph]:
    names = [each.name for each in ballot.attachments if each.name]
    if names:
        yield heading("Tài liệu gửi kèm:")
        yield from (para(line) for line in listed(names))


def _answer_by(writing: Writing, ballot: Ballot) -> Paragraph:
    last = last_day(writing, ballot)
    ask = f"Đề nghị các đồng chí nghiên cứu, cho ý kiến vào phiếu, ký và gửi về {writing.names.chancery} chậm nhất"
    if last is None:
        return para(ask, dotted=True)
    return para(f"{ask} {vi.weekday(last)}, {vi.day_words(last)}.")


def _slips(writing: Writing, ballot: Ballot) -> list[Paper]:
    return slips(writing, ballot) if writing.whom is None else [slip_of(writing, ballot, one) for one in writing.whom]


SLIPS = Form(
    slug="phieu-xin-y-kien",
    title="Phiếu xin ý kiến",
    of=BALLOT,
    may_add=", có thể thêm mã ủy viên",
    day=lambda _writing, ballot: ballot.sent,
    make=_slips,
)
LETTER = Form(slug="cong-van-xin-y-kien", title="Công văn xin ý kiến", of=BALLOT, type="CV", day=_day, make=letter)
