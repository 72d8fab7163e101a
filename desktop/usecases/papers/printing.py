"""Prints the forms: the table of them, and papers as PDF or Word. May import domain, papers and exchange."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import files, vi
from desktop.domain.facts import Facts
from desktop.domain.keys import SettingKey
from desktop.domain.records import AgendaItem, Document, Meeting
from desktop.domain.refusal import Refusal
from desktop.domain.reserved import open_items
from desktop.exchange.forms import load_committees, load_forms
from desktop.papers.fonts import Typeface, find_typeface
from desktop.papers.forms.base.names import Names
from desktop.papers.forms.base.spelling import spelled
from desktop.papers.forms.base.writing import Issue, Writing
from desktop.papers.forms.calendar import lich_tuan
from desktop.papers.forms.documents import so_van_ban
from desktop.papers.forms.meetings import bien_ban, giay_moi, hoi_nghi, ket_luan, phieu
from desktop.papers.forms.meetings.giay_moi import Invitee
from desktop.papers.forms.meetings.ket_luan import Matter
from desktop.papers.forms.reminders import don_doc, don_doc_bao_cao
from desktop.papers.forms.today import viec_can_lam
from desktop.papers.forms.today.viec_can_lam import Todo
from desktop.papers.layout import Setter
from desktop.papers.paper import Paper
from desktop.papers.pdf import make_pdf
from desktop.papers.unbroken import unbroken
from desktop.usecases.papers.records import (
    MAY_BE_LEFT_OUT,
    OF_BALLOTS,
    OF_PEOPLE,
    OF_PERIODS,
    OF_SESSIONS,
    Form,
    Make,
    day_of,
    named,
    reminder_elsewhere,
)

if TYPE_CHECKING:
    from desktop.papers.selfcheck import Check

__all__ = [
    "FORMS",
    "Form",
    "Invitee",
    "Issue",
    "checks",
    "invitations",
    "invitees",
    "on_both_sides",
    "print_form",
    "reports_reminded",
    "self_check",
    "to_docx",
    "to_pdf",
]


def print_form(
    facts: Facts, slug: str, record: str | None, *, on: dt.date, person: str | None = None, issue: Issue | None = None
) -> list[Paper]:
    """Make the papers of one form of one record; raises Refusal where the slug or the record is not known."""
    form = FORMS.get(slug)
    if form is None:
        raise Refusal(f"Không có mẫu '{slug}'; các mẫu: {', '.join(FORMS)}", field="form")
    if not record and form.record not in MAY_BE_LEFT_OUT:
        raise Refusal(f"Mẫu '{slug}' cần {form.takes}", field="record")
    writing = _writing(facts, on, issue)
    return _spelled(facts, form.make(writing, record or MAY_BE_LEFT_OUT[form.record](on), person), on)


def invitations(
    facts: Facts, meeting: str, recipients: Sequence[str], *, on: dt.date, issue: Issue | None = None
) -> list[Paper]:
    """An invitation for each recipient (`Invitee.key`), in their order."""
    writing = _writing(facts, on, issue)
    return _spelled(facts, giay_moi.for_each(writing, _meeting(writing, meeting), list(recipients)), on)


def reports_reminded(
    facts: Facts, code: str, whom: Sequence[str], *, each: bool, on: dt.date, issue: Issue | None = None
) -> list[Paper]:
    """The reminder of a period's reports to some of those who owe one: one letter for all of them, or one for each."""
    writing = _writing(facts, on, issue)
    parts = [(one,) for one in whom] if each else [tuple(whom)]
    return _spelled(facts, [don_doc_bao_cao.letter(writing, code, part) for part in parts], on)


def invitees(facts: Facts, meeting: str, *, on: dt.date) -> list[Invitee]:
    """Everyone a meeting's invitation goes to: members in office that day, then guests."""
    writing = _writing(facts, on, None)
    return giay_moi.invitees(writing, _meeting(writing, meeting))


def on_both_sides(papers: Sequence[Paper]) -> list[Paper]:
    """The papers for a printer that turns the sheet: even pages mirrored, each paper on sheets of its own."""
    packs = {id(paper.pack): paper.pack for paper in papers}
    turned = {key: replace(pack, page=replace(pack.page, both_sides=True)) for key, pack in packs.items()}
    return [replace(paper, pack=turned[id(paper.pack)]) for paper in papers]


def to_pdf(papers: Sequence[Paper]) -> bytes:
    """Raises Refusal where this machine has no typeface to print in."""
    return make_pdf([unbroken(paper) for paper in papers], _typeface())


def to_docx(papers: Sequence[Paper]) -> bytes:
    """The same papers for Word, set as tight as the pages are; Word brings its own typeface, so none is asked for."""
    from desktop.papers.word import make_docx  # most printings need no Word file, and docx is slow to import

    bound = [unbroken(paper) for paper in papers]
    try:
        setter = Setter(_typeface())
    except Refusal:
        return make_docx(bound)
    return make_docx([setter.fit(paper)[0] for paper in bound], setter.typeface)


def checks(pdf: bytes, papers: Sequence[Paper]) -> "tuple[Check, ...]":
    """What the preview lists: each check by name, with its problems as sentences."""
    from desktop.papers import selfcheck  # it brings pypdfium2, which printing itself does not need

    return selfcheck.checks(pdf, papers)


def self_check(pdf: bytes, papers: Sequence[Paper]) -> list[str]:
    """Every problem of the finished pages as a Vietnamese sentence; none is a good paper."""
    return [problem for check in checks(pdf, papers) for problem in check.problems]


def drafted(papers: Sequence[Paper]) -> list[Paper]:
    """The papers marked as drafts, where they have a head to bear the mark."""
    mark = "DỰ THẢO"
    return [
        replace(paper, drafts=(*paper.drafts, mark)) if paper.head and mark not in paper.drafts else paper
        for paper in papers
    ]


def refuse_faulty(papers: Sequence[Paper]) -> None:
    """Raise Refusal where the pages would not be good: what is missing or wrong, in one sentence."""
    problems = self_check(to_pdf(papers), papers)
    if problems:
        more = f" Còn {len(problems) - FEW} chỗ khác." if len(problems) > FEW else ""
        said = f"{' '.join(problems[:FEW])}{more}"
        raise Refusal(f"Văn bản chưa hoàn chỉnh: {said} Thêm --draft để in bản dự thảo.", field="record")


FEW = 6
"""The most problems that are said at once."""


def write(papers: Sequence[Paper], path: Path) -> None:
    """Write a PDF or a .docx, whole or not at all; raises Refusal where the name ends otherwise."""
    maker = {".pdf": to_pdf, ".docx": to_docx}.get(path.suffix.lower())
    if maker is None:
        raise Refusal(f"Tệp in ra phải có đuôi .pdf hoặc .docx, không phải {path.name}", field="output")
    files.write_whole(path, maker(papers))


SPELLING = SettingKey("spelling")


@cache
def _typeface() -> Typeface:
    return find_typeface()


def _writing(facts: Facts, on: dt.date, issue: Issue | None) -> Writing:
    return Writing(facts.confirmed(), load_forms(), load_committees(), on, issue or Issue())


def _spelled(facts: Facts, papers: list[Paper], on: dt.date) -> list[Paper]:
    spelling, names = str(facts.setting(SPELLING, on) or "ủy"), _names(facts)
    return [replace(spelled(paper, spelling), names=names) for paper in papers]


def _names(facts: Facts) -> tuple[str, ...]:
    """The people of the office and its place, also as a letterhead has it."""
    office = facts.office.office
    place = Names(office, load_committees()).place
    return tuple(dict.fromkeys((*(person.name for person in facts.office.people), office.place, place, place.upper())))


def _meeting(writing: Writing, record: str) -> Meeting:
    """Raises Refusal where there is no such meeting, or it is not held."""
    meeting = named(writing.facts.office.meetings, record, "hội nghị")
    if meeting.is_off:
        name = meeting.title or f"Hội nghị {record}"
        raise Refusal(f"{name} đã hoãn hoặc hủy; không in được giấy tờ của hội nghị này.", field="record")
    return meeting


def _item(writing: Writing, record: str) -> tuple[Meeting, AgendaItem]:
    name, _, wanted = record.partition("/")
    meeting = _meeting(writing, name)
    item = next((each for each in meeting.agenda if each.id == wanted), None)
    if item is None:
        known = ", ".join(each.id for each in meeting.agenda) or "chưa có mục nào"
        raise Refusal(f"Hội nghị '{name}' không có mục '{wanted}' (các mục: {known})", field="record")
    return meeting, item


def _invitation(writing: Writing, record: str, person: str | None) -> list[Paper]:
    meeting = _meeting(writing, record)
    return [giay_moi.for_one(writing, meeting, person) if person else giay_moi.for_all(writing, meeting)]


def _of_meeting(make: Callable[[Writing, Meeting], Paper]) -> Make:
    return lambda writing, record, person: [make(writing, _meeting(writing, record))]


def _of_item(
    make: Callable[[Writing, Meeting, AgendaItem], Paper],
) -> Make:
    return lambda writing, record, person: [make(writing, *_item(writing, record))]


def _matter(writing: Writing, record: str, kind: str) -> Matter:
    """What a decision is made of: a document of that type on record, a meeting's item, or a whole meeting."""
    document = next((each for each in writing.facts.office.documents if each.id == record), None)
    if document is None:
        meeting, items = _items(writing, record)
        return Matter(meeting=meeting, items=items if "/" in record else _published(meeting))
    _refuse_other(writing, document, kind)
    source = document.source
    held = writing.facts.meeting(source.meeting) if source else None
    items = held.agenda if held and source and source.agenda else _published(held) if held else ()
    wanted = tuple(item for item in items if not source or source.agenda in (None, item.id))
    return Matter(meeting=held, items=wanted, document=document)


def _refuse_other(writing: Writing, document: Document, kind: str) -> None:
    """A document is printed under its own type only, and not once its number is cancelled."""
    types = writing.pack(document.date or writing.on).types
    name, found = document.symbol or document.title or document.id, types.get(document.type, document.type)
    if document.type != kind:
        raise Refusal(f"{name} là {found or 'văn bản chưa ghi loại'}; mẫu này cần {types[kind]}.", field="record")
    if document.cancelled:
        raise Refusal(f"{name} đã hủy số ngày {vi.day(document.cancelled)}; không in được.", field="record")


def _published(meeting: Meeting) -> tuple[AgendaItem, ...]:
    """What a paper on the whole meeting may name; raises Refusal where nothing of it may leave the room."""
    items = open_items(meeting)
    if meeting.agenda and not items:
        raise Refusal(
            f"Hội nghị '{meeting.id}' chỉ có nội dung họp kín, cán bộ hoặc kỷ luật; in riêng từng mục, "
            f"như {meeting.id}/{meeting.agenda[0].id}",
            field="record",
        )
    return items


def _items(writing: Writing, record: str) -> tuple[Meeting, tuple[AgendaItem, ...]]:
    if "/" in record:
        meeting, item = _item(writing, record)
        return meeting, (item,)
    meeting = _meeting(writing, record)
    return meeting, meeting.agenda


def _week(writing: Writing, record: str, person: str | None) -> list[Paper]:
    return [lich_tuan.week(writing, record)]


def _slip(writing: Writing, record: str, person: str | None) -> list[Paper]:
    """Of a whole meeting: every item put to decision that is not voted openly."""
    meeting, items = _items(writing, record)
    if "/" not in record:
        items = tuple(item for item in items if item.purpose == "decision" and _may_be_secret(item))
    return [phieu.slip(writing, meeting, items)]


def _reminder(writing: Writing, record: str, person: str | None) -> list[Paper]:
    """Of a ballot, a task or the reports of a period; else of a meeting's papers."""
    return reminder_elsewhere(writing, record, person) or [don_doc.reminder(writing, *_items(writing, record))]


def _todo_list(writing: Writing, record: str, person: str | None) -> list[Paper]:
    """What Hôm nay lists as of a day."""
    from desktop.domain.compliance import check  # only this form judges the whole office
    from desktop.usecases.today.rows import rows_of

    day = day_of(record)
    rows = rows_of(writing.facts, check(writing.facts, on=day), day)
    things = [Todo(due=row.due, title=row.title, second=row.second, article=row.article) for row in rows]
    return [viec_can_lam.todo_list(writing, day, things)]


def _register(writing: Writing, record: str, person: str | None) -> list[Paper]:
    return [so_van_ban.register(writing, record)]


def _may_be_secret(item: AgendaItem) -> bool:
    return item.vote is None or item.vote.method == "secret-ballot"


def _of_matter(make: Callable[[Writing, Matter], Paper], kind: str) -> Make:
    return lambda writing, record, person: [make(writing, _matter(writing, record, kind))]


MEETING = "mã hội nghị"
ITEM = "mã hội nghị và mục, viết HỘI-NGHỊ/MỤC"
MATTER = "mã hội nghị, HỘI-NGHỊ/MỤC hoặc mã văn bản"
REMINDED = f"{MEETING}, {ITEM}, mã phiếu, mã việc, hoặc kỳ báo cáo như 2024-08, có thể thêm mã đơn vị"
REGISTER = "loại như NQ, năm như 2024, hoặc NQ/2024; bỏ trống là cả nhiệm kỳ"
FORMS: dict[str, Form] = {
    form.slug: form
    for form in (
        Form("giay-moi", "Giấy mời họp", f"{MEETING}, có thể thêm mã người được mời", "meeting+person", _invitation),
        Form("chuong-trinh-hoi-nghi", "Chương trình hội nghị", MEETING, "meeting", _of_meeting(hoi_nghi.agenda)),
        Form("diem-danh", "Danh sách điểm danh", MEETING, "meeting", _of_meeting(hoi_nghi.attendance)),
        Form("phieu-bieu-quyet", "Phiếu biểu quyết", f"{MEETING} hoặc {ITEM}", "meeting+item", _slip),
        Form("kiem-phieu", "Biên bản kiểm phiếu", ITEM, "item", _of_item(phieu.tally)),
        Form("bien-ban", "Biên bản hội nghị", MEETING, "meeting", _of_meeting(bien_ban.minutes)),
        Form("thong-bao-ket-luan", "Thông báo kết luận", MATTER, "meeting+item", _of_matter(ket_luan.notice, "TB")),
        Form("nghi-quyet", "Nghị quyết", MATTER, "meeting+item", _of_matter(ket_luan.resolution, "NQ")),
        Form("ket-luan", "Kết luận", MATTER, "meeting+item", _of_matter(ket_luan.conclusion, "KL")),
        Form("quyet-dinh", "Quyết định", MATTER, "meeting+item", _of_matter(ket_luan.decision, "QĐ")),
        *OF_BALLOTS,
        *OF_PEOPLE,
        Form("don-doc", "Công văn đôn đốc", REMINDED, "meeting+item", _reminder),
        Form("viec-can-lam", "Việc cần làm", "một ngày, như 2024-08-28; bỏ trống là hôm nay", "day", _todo_list),
        Form("so-van-ban", "Sổ đăng ký văn bản", REGISTER, "register", _register),
        Form("lich-tuan", "Lịch công tác tuần", "tuần, như 2024-W35", "week", _week),
        *OF_SESSIONS,
        *OF_PERIODS,
    )
}
