"""Form 13, told of later: how far a work programme has come as of the day of printing. Imports as `chuong_trinh`."""

import datetime as dt
from collections.abc import Iterator

from desktop import vi
from desktop.domain import programmes
from desktop.domain.programmes import done_on
from desktop.domain.records import Body, Programme, ProgrammeItem
from desktop.domain.refs import RecordRef
from desktop.domain.refusal import Refusal
from desktop.papers.forms.base.form import Form, RecordKind, named
from desktop.papers.forms.base.parts import blank_rows
from desktop.papers.forms.base.words import bare, of_book
from desktop.papers.forms.base.writing import Writing
from desktop.papers.forms.programmes.chuong_trinh import KIND, issued_on, period_words, programme, since
from desktop.papers.paper import Block, Column, Paper, Row, Table, para, row

COLUMNS = (
    Column("TT", 11, "center"),
    Column("Nội dung công việc", 78),
    Column("Cơ quan chủ trì", 44),
    Column("Thời gian", 29, "center"),
    Column("Tình hình", 44),
    Column("Kết quả, tiến độ", 54),
)


def progress(writing: Writing, made: Programme) -> Paper:
    """Wide; to whom the regulation has it told, else to the body whose programme it is."""
    body: Body = made.body or writing.standing
    day = writing.issue.day or writing.on
    pack = writing.pack(day)
    to = _addressee(writing, body)
    name = f"chương trình {KIND[made.kind]} {period_words(made)} của {writing.names.body(body)}"
    return Paper(
        pack=pack,
        slug="chuong-trinh-cong-tac",
        day=day,
        head=writing.head("BC", None, writing.issue.day, day.year),
        title=pack.types["BC"],
        summary=f"tình hình thực hiện {name} (tính đến ngày {vi.day(writing.on)})",
        addressed=(writing.names.body(to),),
        blocks=tuple(_blocks(writing, made, name)),
        signer=writing.body_signer("btv", None, day) if to == "bch" else writing.office_signer(None, day),
        recipients=writing.recipients(None, "Như trên", writing.names.permanent),
        landscape=True,
    )


def _addressee(writing: Writing, body: Body) -> Body:
    ruling = writing.facts.ruling(programmes.PROGRESS_TO, writing.on)
    named: tuple[Body, ...] = ("bch", "btv", "thuong-truc", "ubkt")
    return next((one for one in named if ruling and ruling.value == one), body)


def _blocks(writing: Writing, made: Programme, name: str) -> Iterator[Block]:
    ruling = writing.facts.ruling(programmes.PROGRESS_TO, writing.on)
    ground = f"Thực hiện {of_book(ruling.cite, writing.regulation)}, " if ruling else ""
    said = f"{ground}{writing.names.chancery} tổng hợp tình hình thực hiện {name}, {_adopted(made)}, như sau:"
    yield para(f"{said[:1].upper()}{said[1:]}", tied=True)
    yield para(_counts(writing, made), tied=True)
    rows = tuple(_row(writing, item, place) for place, item in enumerate(made.items, 1))
    yield Table(columns=COLUMNS, rows=rows or blank_rows(len(COLUMNS), 5))


def _adopted(made: Programme) -> str:
    if made.adopted is None:
        return "chưa thông qua"
    adjusted = since(made) if made.versions else None
    return f"thông qua ngày {vi.day(made.adopted)}" + (f", điều chỉnh ngày {vi.day(adjusted)}" if adjusted else "")


def _counts(writing: Writing, made: Programme) -> str:
    """Each figure out of all items."""
    total = len(made.items)
    days = [(item, done_on(writing.facts, item, writing.on)) for item in made.items]
    done = [(item, day) for item, day in days if day]
    late = sum(1 for item, day in done if item.due and day > item.due)
    overdue = sum(1 for item, day in days if day is None and item.due and item.due < writing.on)
    carried = sum(1 for item in made.items if item.carried_from)
    said = f"Đã xong {len(done)}/{total} việc, trong đó {late} việc xong sau hạn; "
    said += f"chưa xong {total - len(done)}/{total} việc, trong đó {overdue} việc quá hạn"
    return f"{said}; {carried}/{total} việc chuyển từ kỳ trước." if carried else f"{said}."


def _row(writing: Writing, item: ProgrammeItem, place: int) -> Row:
    unit = writing.facts.unit(item.lead)
    return row(
        str(place),
        bare(item.title),
        unit.name if unit else "",
        vi.day(item.due) if item.due else "",
        _state(item, done_on(writing.facts, item, writing.on), writing.on),
        bare(item.progress),
        splits=True,
    )


def _state(item: ProgrammeItem, done: dt.date | None, on: dt.date) -> str:
    if done:
        late = (done - item.due).days if item.due else 0
        return f"Xong {vi.day(done)}" + (f", sau hạn {late} ngày" if late > 0 else "")
    if item.due is None:
        return "Chưa xong, chưa ghi thời hạn"
    return f"Quá hạn {(on - item.due).days} ngày" if item.due < on else "Chưa đến hạn"


def _open(writing: Writing, ref: RecordRef) -> tuple[Programme, bool]:
    """A programme; after its id `/tien-do` for how far it has come."""
    made = named(writing.facts, Programme, ref.id, "chương trình")
    if ref.part and ref.part != PROGRESS:
        raise Refusal(f"Sau mã chương trình chỉ viết được /{PROGRESS}, không phải '/{ref.part}'", field="record")
    return made, bool(ref.part)


def _make(writing: Writing, what: tuple[Programme, bool]) -> Paper:
    made, come = what
    return progress(writing, made) if come else programme(writing, made)


def _day(writing: Writing, what: tuple[Programme, bool]) -> dt.date | None:
    made, come = what
    return writing.issue.day if come else issued_on(writing, made)


PROGRESS = "tien-do"
FORM = Form(
    slug="chuong-trinh-cong-tac",
    title="Chương trình công tác",
    of=RecordKind(
        name="programme",
        takes=f"mã chương trình; thêm /{PROGRESS} là tình hình thực hiện",
        read=lambda _facts, typed: RecordRef.of(Programme, typed),
        open=_open,
    ),
    day=_day,
    make=_make,
)
