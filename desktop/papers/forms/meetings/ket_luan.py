"""Forms 6 to 8: Thông báo kết luận, Nghị quyết, Kết luận, Quyết định. May import domain, vi, papers."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import AgendaItem, Document, Meeting, Task
from desktop.domain.refs import RecordRef
from desktop.domain.refusal import Refusal
from desktop.domain.reserved import open_items
from desktop.papers.forms.base.form import Form, RecordKind
from desktop.papers.forms.base.words import about, bare, comrade, days_words, meeting_name, titled
from desktop.papers.forms.base.writing import Writing
from desktop.papers.forms.meetings import made_of
from desktop.papers.forms.meetings.bien_ban import contradictions
from desktop.papers.paper import DOTS, Block, Paper, Paragraph, bold, centred, heading, para, paras, writing_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What a decision is made of: the meeting, the items it covers, and its document if it is on record."""

    meeting: Meeting | None
    items: tuple[AgendaItem, ...] = ()
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """What stands before and after the conclusions; `make` writes them where they are not simply numbered."""

    opening: tuple[Block, ...]
    closing: tuple[Block, ...] = ()
    make: Callable[[Writing, Matter], Iterator[Block]] | None = None


def notice(writing: Writing, matter: Matter) -> Paper:
    """Thông báo kết luận of a meeting: an office paper, signed T/L BAN THƯỜNG VỤ."""
    meeting = matter.meeting
    body = writing.names.body(meeting.body) if meeting else DOTS
    summary = f"kết luận {meeting_name(writing, meeting)}" if meeting else ""
    keeper = writing.keeper(meeting.body if meeting else writing.standing)
    closing = para(f"{keeper} thông báo để các cơ quan, đơn vị, cá nhân liên quan biết, thực hiện.")
    opening = (
        _session(writing, meeting),
        para(f"Sau khi nghe báo cáo và thảo luận, {body} kết luận như sau:", tied=True),
    )
    text = Text(opening, (closing,), make=_by_item) if meeting else Text(())
    return _paper(writing, matter, "TB", "thong-bao-ket-luan", text, summary)


def resolution(writing: Writing, matter: Matter) -> Paper:
    """Nghị quyết of the meeting's body."""
    opening = (*_grounds(writing, matter), _verb(writing, matter, "quyết nghị"))
    return _paper(writing, matter, "NQ", "nghi-quyet", Text(opening))


def conclusion(writing: Writing, matter: Matter) -> Paper:
    """Kết luận of the meeting's body."""
    session = (_session(writing, matter.meeting),) if matter.meeting else ()
    return _paper(writing, matter, "KL", "ket-luan", Text((*session, _verb(writing, matter, "kết luận"))))


def decision(writing: Writing, matter: Matter) -> Paper:
    """Quyết định in articles; the last one says who carries it out."""
    opening = (*_grounds(writing, matter), _verb(writing, matter, "quyết định"))
    return _paper(writing, matter, "QĐ", "quyet-dinh", Text(opening, make=_articles))


def _paper(writing: Writing, matter: Matter, kind: str, slug: str, text: Text, summary: str = "") -> Paper:
    meeting = matter.meeting
    document = matter.document or (writing.document(kind, meeting, _item(matter)) if meeting else None)
    issued = writing.day(document)
    day = issued or (meeting.start.date() if meeting else writing.on)
    pack = writing.pack(day)
    body = meeting.body if meeting else writing.standing
    recorded = _recorded(document, meeting)
    signer = writing.body_signer(body, document, day) if kind != "TB" else writing.office_signer(document, day, body)
    return Paper(
        pack=pack,
        slug=slug,
        day=day,
        head=writing.head(kind, document, issued, day.year, body=body),
        title=pack.types[kind],
        summary=titled(recorded, pack.types[kind]) if recorded else summary or _subject(matter),
        blocks=_written(writing, matter, document, text),
        signer=signer,
        recipients=writing.recipients(document, *_told(writing, matter), body=body),
        stamps=writing.stamps(document, pack),
        faults=contradictions(writing, meeting, matter.items, recorder=False) if meeting else (),
        by_hand=document is not None and document.secrecy != "none",
    )


def _written(writing: Writing, matter: Matter, document: Document | None, text: Text) -> tuple[Block, ...]:
    """The office's own text stands where the conclusions would; one with its own grounds, or a secret one, is whole."""
    own = _own_text(document)
    if not own:
        make = text.make or _conclusions
        return (*text.opening, *make(writing, matter), *text.closing)
    first = own[0].runs[0].text if own[0].runs else ""
    whole = "Căn cứ" in first or (document is not None and document.secrecy != "none")
    return own if whole else (*text.opening, *own, *text.closing)


def _recorded(document: Document | None, meeting: Meeting | None) -> str:
    """The trích yếu on record; the names of form and meeting, which earlier versions put in the register, are none."""
    title = bare(document.title) if document else ""
    made = re.fullmatch("(?:Thông báo kết luận|Nghị quyết|Kết luận|Quyết định)[:,] (.+)", title)
    if made is None or meeting is None:
        return title
    named = bare(meeting.title) or f"{vi.BODY[meeting.body]}: {vi.kind_of(meeting).lower()}"
    return "" if made[1] == named else title


def _item(matter: Matter) -> str | None:
    return matter.items[0].id if len(matter.items) == 1 else None


def _subject(matter: Matter) -> str:
    """`về …` of the one item it covers, dots where the title is still to be written."""
    return about(matter.items[0].title) if len(matter.items) == 1 else f"về {DOTS}"


def _own_text(document: Document | None) -> tuple[Paragraph, ...]:
    """The text the office keeps with the document; a secret paper's text is never kept, so there is room for it."""
    if document is None:
        return ()
    if document.secrecy != "none":
        return tuple(writing_line() for _ in range(5))
    return tuple(_articled(paragraph) for paragraph in paras(document.body))


def _articled(paragraph: Paragraph) -> Paragraph:
    """`Điều 1.` at the beginning of a paragraph is bold."""
    text = paragraph.runs[0].text
    found = re.match(r"Điều \d+\.", text)
    return para(bold(found.group()), text[found.end() :]) if found else paragraph


def _session(writing: Writing, meeting: Meeting | None) -> Paragraph:
    if meeting is None:
        return writing_line()
    day, name = meeting.start.date(), meeting_name(writing, meeting)
    days = vi.capital(days_words(meeting))
    place = f", tại {bare(meeting.place)}" if meeting.place else ""
    chair = writing.facts.person(meeting.chair)
    held = f"{comrade(writing, chair.id, day)}, chủ trì {name}" if chair else f"{writing.names.kind} tổ chức {name}"
    return para(f"{days}{place}, {held}.")


def _grounds(writing: Writing, matter: Matter) -> Iterator[Paragraph]:
    """The Party's statutes, then only what is on record; the office's own text may bring others.

    The regulation on record is the committee's: the inspection committee works by one of its own.
    """
    meeting, document = matter.meeting, matter.document
    day = meeting.start.date() if meeting else writing.day(document, writing.on)
    yield para("- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;")
    if day and writing.facts.in_force(day) and not (meeting and meeting.body == "ubkt"):
        yield para(f"- Căn cứ {writing.regulation};")
    if meeting:
        result = "kết quả biểu quyết" if any(item.vote for item in matter.items) else "kết luận"
        yield para(f"- Căn cứ {result} tại {meeting_name(writing, meeting)}, {days_words(meeting)};")


def _verb(writing: Writing, matter: Matter, verb: str) -> Paragraph:
    body = matter.meeting.body if matter.meeting else writing.standing
    name = writing.names.kind if body == "bch" else writing.names.body(body)
    return centred(bold(f"{name} {verb}:".upper()), tied=True)


def _conclusions(writing: Writing, matter: Matter) -> Iterator[Block]:
    """What was concluded; of one item the trích yếu has said what it is about."""
    told = _told_of(writing, matter)
    yield from _concluded(writing, matter, told[0]) if told and len(matter.items) == 1 else _by_item(writing, matter)


def _by_item(writing: Writing, matter: Matter) -> Iterator[Block]:
    """Under the item's title, numbered where there are several; a dotted line where nothing was concluded yet."""
    told = _told_of(writing, matter)
    for place, item in enumerate(told, 1):
        yield heading(f"{place}. {bare(item.title)}" if len(told) > 1 else bare(item.title))
        yield from _concluded(writing, matter, item)
    if not told:
        yield from (writing_line() for _ in range(3))


def _told_of(writing: Writing, matter: Matter) -> list[AgendaItem]:
    return [item for item in matter.items if item.conclusion.strip() or _tasks(writing, matter, item)]


def _concluded(writing: Writing, matter: Matter, item: AgendaItem) -> Iterator[Block]:
    yield from paras(item.conclusion)
    yield from (para(f"- {_ordered(writing, task)}") for task in _tasks(writing, matter, item))


def _tasks(writing: Writing, matter: Matter, item: AgendaItem) -> list[Task]:
    """Those the conclusion does not already say in full."""
    return [task for task in _given(writing, matter, item) if not _said_in(writing, task, item.conclusion)]


def _given(writing: Writing, matter: Matter, item: AgendaItem) -> list[Task]:
    meeting = matter.meeting.id if matter.meeting else None
    return [
        task
        for task in writing.facts.office.tasks
        if task.source and task.source.meeting == meeting and task.source.agenda == item.id
    ]


def _said_in(writing: Writing, task: Task, conclusion: str) -> bool:
    """Whether the conclusion itself already names who does it by when, so that it is not said twice."""
    units = [unit.name for unit in map(writing.facts.unit, (task.unit, *task.with_)) if unit]
    parts = [unit.removesuffix(f" {writing.names.kind}") for unit in units]
    parts += [vi.day(task.due) if task.due else bare(task.title)]
    told = re.sub(r"/0([3-9])/", r"/\1/", vi.fold(conclusion))
    return bool(units) and all(vi.fold(part) in told for part in parts)


def _ordered(writing: Writing, task: Task) -> str:
    """`Giao <lead> chủ trì, phối hợp với … <task>, trước ngày …`; a day that was not set is left as dots."""
    unit, person = writing.facts.unit(task.unit), writing.facts.person(task.person)
    lead = (unit.name if unit else "") or (f"đồng chí {person.name}" if person else DOTS)
    helpers = [helper.name for helper in map(writing.facts.unit, task.with_) if helper]
    together = f" chủ trì, phối hợp với {', '.join(helpers)}" if helpers else ""
    title = bare(task.title) or DOTS
    due = vi.day(task.due) if task.due else DOTS
    return f"Giao {lead}{together} {title[:1].lower()}{title[1:]}, hoàn thành trước ngày {due}."


def _articles(writing: Writing, matter: Matter) -> Iterator[Block]:
    parts: list[Sequence[Block]] = []
    for item in matter.items:
        lines = [line.strip() for line in item.conclusion.splitlines() if line.strip()]
        tasks = [para(f"- {_ordered(writing, task)}") for task in _tasks(writing, matter, item)]
        if lines:
            number = len(parts) + 1
            parts.append((para(bold(f"Điều {number}. "), lines[0]), *(para(line) for line in lines[1:]), *tasks))
        elif tasks:
            parts.append((para(bold(f"Điều {len(parts) + 1}. "), "Giao nhiệm vụ như sau:", tied=True), *tasks))
    if not parts:
        parts.append((para(bold("Điều 1."), dotted=True), writing_line()))
    for part in parts:
        yield from part
    keeper = writing.keeper(matter.meeting.body if matter.meeting else writing.standing)
    last = f"{keeper} và các cơ quan, đơn vị, cá nhân liên quan chịu trách nhiệm thi hành Quyết định này."
    yield para(bold(f"Điều {len(parts) + 1}. "), last)


def _told(writing: Writing, matter: Matter) -> tuple[str, ...]:
    """Thường trực first, then whoever was given a task, each once; the office has the file copy anyway."""
    names = [f"{writing.names.permanent} (báo cáo)"]
    for item in matter.items:
        for task in _given(writing, matter, item):
            names += [unit.name for unit in map(writing.facts.unit, (task.unit, *task.with_)) if unit]
    return tuple(dict.fromkeys(name for name in names if name and name != writing.names.chancery))


def _read(facts: Facts, typed: str) -> RecordRef:
    return RecordRef.of(Document if facts.document(typed) else Meeting, typed)


def _matter(writing: Writing, ref: RecordRef, kind: str) -> Matter:
    """Of a document of that type on record, a meeting's item, or a whole meeting."""
    document = writing.facts.document(ref.id) if ref.names(Document) else None
    if document is None:
        what = made_of.items(writing, ref)
        return Matter(meeting=what.meeting, items=_published(what.meeting) if what.whole else what.items)
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
        one = RecordRef.to(meeting, meeting.agenda[0].id)
        raise Refusal(
            f"Hội nghị '{meeting.id}' chỉ có nội dung họp kín, cán bộ hoặc kỷ luật; in riêng từng mục, như {one.rest}",
            field="record",
        )
    return items


def _form(
    slug: str, title: str, kind: str, make: Callable[[Writing, Matter], Paper], settled_by: tuple[str, ...] = ()
) -> Form[Matter]:
    matter = RecordKind(
        name="meeting+item",
        takes="mã hội nghị, HỘI-NGHỊ/MỤC hoặc mã văn bản",
        read=_read,
        open=lambda writing, ref: _matter(writing, ref, kind),
        fits=made_of.every,
    )
    return Form(slug=slug, title=title, of=matter, type=kind, settled_by=settled_by, day=_day, make=make)


def _day(writing: Writing, matter: Matter) -> dt.date | None:
    return writing.day(matter.document)


NOTICE = _form("thong-bao-ket-luan", "Thông báo kết luận", "TB", notice, settled_by=("KL", "NQ", "QĐ"))
RESOLUTION = _form("nghi-quyet", "Nghị quyết", "NQ", resolution)
CONCLUSION = _form("ket-luan", "Kết luận", "KL", conclusion)
DECISION = _form("quyet-dinh", "Quyết định", "QĐ", decision)
