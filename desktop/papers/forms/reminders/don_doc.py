"""Form 14: Công văn đôn đốc of papers a meeting still waits for, with its table. May import domain, vi, papers."""

from desktop import vi
from desktop.domain.judging import Limit, limit
from desktop.domain.owed import is_office
from desktop.domain.records import AgendaItem, Meeting
from desktop.domain.reserved import is_reserved
from desktop.domain.rules import meeting_papers_received
from desktop.domain.sittings import is_session
from desktop.papers.forms.base.words import bare, meeting_name, of_book, when
from desktop.papers.forms.base.writing import Writing
from desktop.papers.paper import DOTS, Column, Paper, Paragraph, Row, Table, para, row

COLUMNS = (
    Column("TT", 11, "center"),
    Column("Nội dung", 66),
    Column("Đơn vị chuẩn bị", 38),
    Column("Hạn gửi", 24, "center"),
    Column("Tình trạng", 26),
)


def reminder(writing: Writing, meeting: Meeting, items: tuple[AgendaItem, ...]) -> Paper:
    """To every unit whose papers are not in hand, or were returned to it; an item asked for alone is always named."""
    told = [item for item in items if len(items) == 1 or not is_reserved(meeting, item)]
    others = [item for item in told if _of_others(writing, item)]
    awaited = tuple(item for item in others if len(items) == 1 or _is_awaited(item))
    document = writing.document("CV", meeting)
    issued = writing.day(document)
    day = issued or writing.on
    pack = writing.pack(day)
    last = limit(writing.facts, meeting_papers_received.AHEAD, meeting.start) if is_session(meeting) else None
    units = [unit.name for unit in (writing.facts.unit(item.preparer) for item in awaited) if unit and unit.name]
    rows = tuple(_row(writing, item, place, last) for place, item in enumerate(awaited, 1))
    return Paper(
        pack=pack,
        slug="don-doc",
        day=day,
        head=writing.head(
            "CV",
            document,
            issued,
            day.year,
            summary=f"V/v gửi tài liệu {meeting_name(writing, meeting)}",
            body=meeting.body,
        ),
        title="",
        addressed=tuple(dict.fromkeys(units)) or (DOTS,),
        blocks=(
            *_opening(writing, meeting, last),
            Table(columns=COLUMNS, rows=rows or (row("", "", "", "", ""),)),
            _closing(writing),
        ),
        signer=writing.office_signer(document, day, meeting.body),
        recipients=writing.recipients(document, "Như trên", f"{writing.names.permanent} (báo cáo)"),
        stamps=writing.stamps(document, pack),
        faults=nobody(f"{meeting_name(writing, meeting)} không còn chờ tài liệu nào") if others and not awaited else (),
    )


def nobody(why: str) -> tuple[str, ...]:
    """What a reminder says of itself that has nobody to go to."""
    return (f"{why}; không có nơi nào để đôn đốc.",)


def _of_others(writing: Writing, item: AgendaItem) -> bool:
    """Whether another unit prepares the item: the office does not write to itself."""
    unit = writing.facts.unit(item.preparer)
    return unit is not None and not is_office(writing.facts, unit)


def _is_awaited(item: AgendaItem) -> bool:
    return item.documents_received is None or item.documents_state in ("awaited", "returned")


def _opening(writing: Writing, meeting: Meeting, last: Limit | None) -> tuple[Paragraph, ...]:
    place = f", tại {bare(meeting.place)}" if meeting.place else ""
    held = f"{meeting_name(writing, meeting)} được tổ chức lúc {when(meeting.start)}{place}."
    office = writing.names.chancery
    waits = f"Đến ngày {vi.day(writing.on)}, {office} chưa nhận đủ tài liệu sau:"
    if last is None:
        return (para(held), para(waits, tied=True))
    rule = (
        f"Theo {of_book(last.ruling.cite, 'Quy chế làm việc')}, cơ quan chuẩn bị gửi tài liệu đến {office} "
        f"chậm nhất {vi.day_words(last.last)}."
    )
    return (para(held), para(rule), para(waits, tied=True))


def _closing(writing: Writing) -> Paragraph:
    office = writing.names.chancery
    return para(
        f"Đề nghị các cơ quan, đơn vị gửi ngay tài liệu đến {office} để thẩm định, gửi đại biểu; "
        f"trường hợp có vướng mắc, báo cáo {writing.names.permanent} qua {office}."
    )


def _row(writing: Writing, item: AgendaItem, place: int, last: Limit | None) -> Row:
    unit = writing.facts.unit(item.preparer)
    due = vi.day(last.last) if last else ""
    return row(str(place), bare(item.title), unit.name if unit else "", due, _state(writing, item, last))


def _state(writing: Writing, item: AgendaItem, last: Limit | None) -> str:
    if item.documents_state == "returned":
        return "Đã trả lại" + (f": {bare(item.documents_note)}" if item.documents_note else "")
    if item.documents_received:
        return f"Đã nhận {vi.day(item.documents_received)}"
    late = last is not None and last.last < writing.on
    return f"Chưa nhận, {vi.distance_said(last.last, writing.on)}" if last and late else "Chưa nhận"
