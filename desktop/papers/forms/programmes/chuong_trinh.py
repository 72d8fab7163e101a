"""Form 13: Chương trình công tác of a term, year, half, quarter, month or week. May import domain, vi, papers."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, groupby

from desktop import vi
from desktop.domain.periods import TERM, Period, period
from desktop.domain.programmes import document as issued_as
from desktop.domain.records import Body, Programme, ProgrammeItem
from desktop.domain.rules import programme_adopted
from desktop.papers.forms.base.parts import blank_rows
from desktop.papers.forms.base.words import bare, meeting_name, of_book
from desktop.papers.forms.base.writing import Writing
from desktop.papers.paper import Block, Column, Paper, Row, Table, group, para, row

COLUMNS = (
    Column("TT", 11, "center"),
    Column("Nội dung công việc", 76),
    Column("Cơ quan chủ trì", 40),
    Column("Phối hợp, tham gia", 36),
    Column("Sản phẩm", 30),
    Column("Thời gian", 29, "center"),
    Column("Trình tại, ghi chú", 38),
)
KIND = {"work": "công tác", "inspection": "kiểm tra, giám sát"}
DRAFT = "DỰ THẢO"


def programme(writing: Writing, made: Programme) -> Paper:
    """Wide; a draft bears the word and leaves room for number and day."""
    body: Body = made.body or writing.standing
    document = issued_as(writing.facts, made)
    issued = issued_on(writing, made)
    day = issued or writing.on
    pack = writing.pack(day)
    return Paper(
        pack=pack,
        slug="chuong-trinh-cong-tac",
        day=day,
        head=writing.head("CTr", document, issued, day.year, body=body),
        title=pack.types["CTr"],
        summary=f"{KIND[made.kind]} {period_words(made)} của {writing.names.body(body)}",
        blocks=tuple(_blocks(writing, made, body)),
        signer=writing.body_signer(body, document, day),
        recipients=writing.recipients(document, *_told(writing, made)),
        stamps=writing.stamps(document, pack),
        drafts=() if since(made) else (DRAFT,),
        landscape=True,
    )


def issued_on(writing: Writing, made: Programme) -> dt.date | None:
    return writing.day(issued_as(writing.facts, made), since(made))


def since(made: Programme) -> dt.date | None:
    """The day the items that hold now were adopted; none while they are a draft."""
    return made.versions[-1].replaced if made.versions else made.adopted


def period_words(made: Programme) -> str:
    """`tháng 9 năm 2024`, as a title has it."""
    found = period(made.period)
    if made.period == TERM or found is None:
        return "toàn khóa" if made.period == TERM else made.period
    return re.sub(r"/(\d{4})$", r" năm \1", re.sub(r"\b0(\d)(?=/)", r"\1", found.words))


def _told(writing: Writing, made: Programme) -> tuple[str, ...]:
    units = any(item.lead for item in made.items)
    told = [writing.names.permanent, f"Các đồng chí {writing.members_of(writing.standing)}"]
    if made.body == "bch":
        told[1] = f"Các đồng chí {writing.members_of('bch')}"
    return (*told, *(["Các cơ quan, đơn vị có tên trong chương trình"] if units else []))


def _blocks(writing: Writing, made: Programme, body: Body) -> Iterator[Block]:
    ground = _ground(writing, made, body)
    name = writing.names.body(body)
    said = f"{name} ban hành chương trình {KIND[made.kind]} {period_words(made)} như sau:"
    yield para(f"Căn cứ {ground}, {said}" if ground else said, tied=True)
    if made.versions:
        yield from _adjusted(made)
    yield _table(writing, made)
    yield para(
        f"Các cơ quan, đơn vị được giao chủ trì thực hiện đúng nội dung, thời gian; {writing.names.chancery} theo dõi, "
        f"đôn đốc và báo cáo {name} kết quả thực hiện."
    )
    day = since(made)
    if day:
        yield para(_adopted(writing, made, body, day))


def _ground(writing: Writing, made: Programme, body: Body) -> str:
    """The article that asks for it; none where the text does not, nor of a term's adopted before the text was there."""
    found = period(made.period)
    on = found.first if found else since(made) or writing.on
    ruling = writing.facts.ruling(programme_adopted.PERIODS[made.kind].of(body), on)
    return of_book(ruling.cite, writing.regulation) if ruling else ""


def _adjusted(made: Programme) -> Iterator[Block]:
    """The last adjustment, with its reason and the version it took the place of."""
    last = made.versions[-1]
    adopted = f" thông qua ngày {vi.day(last.adopted)}" if last.adopted else ""
    reason = f"; lý do: {bare(last.reason)}" if last.reason else ""
    yield para(f"(Điều chỉnh lần {len(made.versions)}, thay bản{adopted}{reason}.)", tied=True)


def _adopted(writing: Writing, made: Programme, body: Body, day: dt.date) -> str:
    sat = [one for one in writing.facts.sessions if one.body == body and one.start.date() == day]
    at = f" tại {meeting_name(writing, sat[0])}" if sat else ""
    name = "Chương trình điều chỉnh" if made.versions else "Chương trình"
    return f"{name} này được {writing.names.body(body)} thông qua {vi.day_words(day)}{at}."


# The table


MAY_BE_EMPTY = (3, 4, 6)
"""The columns left out where no item has anything for them."""


def _table(writing: Writing, made: Programme) -> Table:
    rows = _rows(writing, made)
    if not rows:
        return Table(columns=COLUMNS, rows=blank_rows(len(COLUMNS), 5))
    filled = [one for one in rows if not one.span]
    left_out = {place for place in MAY_BE_EMPTY if not any(one.cells[place] for one in filled)}
    kept = [place for place in range(len(COLUMNS)) if place not in left_out]
    shown = (one if one.span else replace(one, cells=tuple(one.cells[place] for place in kept)) for one in rows)
    return Table(columns=tuple(COLUMNS[place] for place in kept), rows=tuple(shown))


def _rows(writing: Writing, made: Programme) -> tuple[Row, ...]:
    """Longer programmes are parted by month, that of a term by year; what bears no day stands last."""
    ordered = sorted(made.items, key=lambda item: _key(made, item))
    parts = [(part, list(same)) for part, same in groupby(ordered, lambda item: _part(made, item))]
    numbers = count(1)
    rows: list[Row] = []
    for part, same in parts:
        rows += [group(part)] if len(parts) > 1 else []
        rows += [_row(writing, made, item, next(numbers)) for item in same]
    return tuple(rows)


def _key(made: Programme, item: ProgrammeItem) -> tuple[bool, int, int]:
    if item.due is None or not _is_long(made):
        return _is_long(made) and item.due is None, 0, 0
    return False, item.due.year, 0 if made.period == TERM else item.due.month


def _is_long(made: Programme) -> bool:
    found = period(made.period)
    return found is None or _days(found) > 31


def _days(found: Period) -> int:
    return (found.last - found.first).days + 1


def _part(made: Programme, item: ProgrammeItem) -> str:
    if not _is_long(made):
        return ""
    if item.due is None:
        return "Không ghi thời hạn"
    return f"Năm {item.due.year}" if made.period == TERM else f"Tháng {item.due.month}"


def _row(writing: Writing, made: Programme, item: ProgrammeItem, place: int) -> Row:
    unit = writing.facts.unit(item.lead)
    notes = (_session(writing, item), _carried(writing, item), _note(made, item))
    return row(
        str(place),
        bare(item.title),
        unit.name if unit else "",
        bare(item.participants),
        bare(item.product),
        vi.day(item.due) if item.due else "",
        "\n".join(part for part in notes if part),
        splits=True,
    )


def _session(writing: Writing, item: ProgrammeItem) -> str:
    """The session that takes the item, unless the item is that session."""
    meeting = writing.facts.meeting(item.meeting)
    if meeting is None or vi.fold(bare(item.title)) == vi.fold(bare(meeting.title)):
        return ""
    return f"{meeting_name(writing, meeting)}, {vi.day_short(meeting.start.date())}"


def _carried(writing: Writing, item: ProgrammeItem) -> str:
    before = writing.facts.one(Programme, item.carried_from)
    return f"Chuyển từ chương trình {period_words(before)}" if before else ""


def _note(made: Programme, item: ProgrammeItem) -> str:
    """What was written while it was a draft; how far the work came later is told by another paper."""
    return "" if since(made) or item.done else bare(item.progress)
