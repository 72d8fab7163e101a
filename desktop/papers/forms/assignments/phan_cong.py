"""Form 12: who is on duty while Thường trực are away, and the table of assignments. May import domain, vi, papers."""

import datetime as dt
from collections.abc import Iterator

from desktop import vi
from desktop.domain.absences import Run, runs
from desktop.domain.records import Assignment, AssignmentKind, Body, Document
from desktop.domain.refs import RecordRef
from desktop.domain.refusal import Refusal
from desktop.domain.rules import absence_duty
from desktop.domain.units import stands
from desktop.papers.forms.base.form import DAY, Form, RecordKind, named
from desktop.papers.forms.base.parts import blank_rows, said
from desktop.papers.forms.base.words import bare, comrade, listed, of_book, post_of
from desktop.papers.forms.base.writing import Writing
from desktop.papers.paper import DOTS, Block, Column, Paper, Row, Table, bold, centred, heading, para, row

KIND: dict[AssignmentKind, str] = {
    "area": "Địa bàn",
    "unit": "Đơn vị",
    "field": "Lĩnh vực",
    "team": "Tổ cấp ủy",
    "steering-committee": "Ban chỉ đạo",
    "task": "Việc cụ thể",
    "duty": "Trực",
}
USUAL: tuple[AssignmentKind, ...] = ("area", "unit", "field")
"""The columns of a table in which nothing is assigned yet."""
WIDTH: dict[AssignmentKind, int] = {"area": 34, "unit": 34, "field": 44}
"""The shares of the columns; the others are of 30."""
ISSUED_AS = ("TB", "QĐ")


def duty(writing: Writing, line: Assignment) -> Paper:
    """A notice, or a decision where the document on record is one; signed for the body that decided."""
    document, issued = _document(writing, line), _day(writing, line)
    kind = document.type if document else "TB"
    day = issued or line.from_ or writing.on
    pack = writing.pack(day)
    body = _decider(writing, line)
    blocks = _decision(writing, line) if kind == "QĐ" else _notice(writing, line)
    told = (f"Các đồng chí {writing.members_of(writing.standing)}", f"{writing.names.permanent} (báo cáo)")
    return Paper(
        pack=pack,
        slug="phan-cong-truc",
        day=day,
        head=writing.head(kind, document, issued, day.year, body=body),
        title=pack.types[kind],
        summary=_subject(document) or _summary(writing, line),
        blocks=tuple(blocks),
        signer=writing.body_signer(body, document, day),
        recipients=writing.recipients(document, *told),
        stamps=writing.stamps(document, pack),
    )


def _day(writing: Writing, line: Assignment) -> dt.date | None:
    return writing.day(_document(writing, line))


def _document(writing: Writing, line: Assignment) -> Document | None:
    """The document on record, unless it also assigns other things than duty: then it is not this paper."""
    lines = [each for each in writing.facts.office.assignments if each.document == line.document]
    if line.document is None or any(each.kind != "duty" for each in lines):
        return None
    document = writing.facts.document(line.document)
    return document if document and document.type in ISSUED_AS else None


def _subject(document: Document | None) -> str:
    title = bare(document.title) if document else ""
    return f"về {title[:1].lower()}{title[1:]}" if title and not title.lower().startswith("về ") else title


def _decider(writing: Writing, line: Assignment) -> Body:
    return line.decided_by or writing.standing


def _summary(writing: Writing, line: Assignment) -> str:
    return f"về phân công {_task(writing, line)}"


def _task(writing: Writing, line: Assignment) -> str:
    subject = bare(line.subject) or f"trực thay {writing.names.permanent}"
    return f"{subject[:1].lower()}{subject[1:]}"


def _runs(writing: Writing, line: Assignment) -> list[Run]:
    """The stretches of days, within those of the duty, on which all of Thường trực are away."""
    first, last = line.from_ or dt.date.min, line.to or dt.date.max
    return [run for run in runs(writing.facts) if run.first <= last and first <= run.last]


def _ground(writing: Writing, line: Assignment) -> str:
    """The article that asks for someone on duty, where the text has one and it is what the duty is for."""
    ruling = writing.facts.ruling(absence_duty.REQUIRED, line.from_ or writing.on)
    return of_book(ruling.cite, writing.regulation) if ruling and ruling.value and _runs(writing, line) else ""


def _notice(writing: Writing, line: Assignment) -> Iterator[Block]:
    ground = _ground(writing, line)
    body = writing.names.body(_decider(writing, line))
    yield para(f"{f'Căn cứ {ground}, ' if ground else ''}{body} phân công như sau:", tied=True)
    yield from _away(writing, line)
    yield said("Người được phân công", _who(writing, line))
    yield said("Nhiệm vụ", f"{vi.capital(_task(writing, line))}.")
    yield said("Thời gian", _times(line))
    yield para(f"{body} thông báo để các đồng chí, các cơ quan, đơn vị liên quan biết, phối hợp thực hiện.")


def _decision(writing: Writing, line: Assignment) -> Iterator[Block]:
    ground, body = _ground(writing, line), writing.names.body(_decider(writing, line))
    yield para(f"- Căn cứ {ground or writing.regulation};")
    yield para("- Căn cứ", dotted=True)
    yield centred(bold(f"{body} quyết định:".upper()), tied=True)
    who = _who(writing, line).removesuffix(".")
    yield para(bold("Điều 1. "), f"Phân công {who[:1].lower()}{who[1:]} {_task(writing, line)}. {_times(line)}")
    yield from _away(writing, line)
    yield para(
        bold("Điều 2. "),
        f"{writing.names.chancery}, các cơ quan, đơn vị liên quan và đồng chí có tên tại Điều 1 chịu trách nhiệm "
        "thi hành Quyết định này.",
    )


def _who(writing: Writing, line: Assignment) -> str:
    return f"{vi.capital(comrade(writing, line.person, line.from_ or writing.on))}." if line.person else DOTS


def _times(line: Assignment) -> str:
    if line.from_ and line.from_ == line.to:
        return f"{vi.capital(vi.day_words(line.from_))}."
    first = vi.day_words(line.from_) if line.from_ else f"ngày {DOTS}"
    last = f" đến hết {vi.day_words(line.to)}" if line.to else " đến khi có phân công mới"
    return f"Từ {first}{last}."


def _away(writing: Writing, line: Assignment) -> Iterator[Block]:
    """Who of Thường trực is away on those days, and until when."""
    for run in _runs(writing, line):
        day = vi.day(run.last)
        span = f"ngày {day}" if run.first == run.last else f"các ngày {vi.day_short(run.first, run.last)}–{day}"
        yield heading(f"Các đồng chí {writing.names.permanent} đi vắng {span}:")
        members = writing.facts.members("thuong-truc", run.first)
        gone = [(person, writing.facts.absence(person.id, run.first)) for person in members]
        lines = [
            f"{vi.capital(comrade(writing, person.id, run.first))}"
            + (f", {vi.day_range(away.from_, away.to)}" if away else "")
            for person, away in gone
        ]
        yield from (para(text) for text in listed(lines))


def _of_day(writing: Writing, day: dt.date) -> dt.date:
    return writing.issue.day or day


def table(writing: Writing, day: dt.date) -> Paper:
    """A wide table of the committee's members, leaders first, with the kinds of assignment in use that day."""
    lines = [each for each in writing.facts.office.assignments if _stands(each, day)]
    kinds = [kind for kind in KIND if any(_kind(line) == kind for line in lines)] or list(USUAL)
    columns = [Column("TT", 10, "center"), Column("Họ và tên, chức vụ", 56)]
    columns += [Column(KIND[kind], WIDTH.get(kind, 30)) for kind in kinds]
    rows = _rows(writing, day, lines, kinds)
    return Paper(
        pack=writing.pack(day),
        slug="bang-phan-cong",
        day=day,
        head=writing.head("", None, _of_day(writing, day), day.year),
        title="Bảng phân công",
        summary=f"cấp ủy viên phụ trách địa bàn, đơn vị, lĩnh vực (tính đến ngày {vi.day(day)})",
        blocks=(
            Table(columns=tuple(columns), rows=rows or blank_rows(len(columns), 5)),
            *_uncovered(writing, day, lines),
        ),
        signer=writing.office_signer(None, day),
        recipients=writing.recipients(None, writing.names.permanent, "Các đồng chí cấp ủy viên"),
        landscape=True,
    )


def _stands(line: Assignment, day: dt.date) -> bool:
    return (line.from_ is None or line.from_ <= day) and (line.to is None or day <= line.to)


def _kind(line: Assignment) -> AssignmentKind:
    """Its kind, or what it is by what it names."""
    return line.kind or ("unit" if line.unit else "field" if line.field else "task")


def _rows(writing: Writing, day: dt.date, lines: list[Assignment], kinds: list[AssignmentKind]) -> tuple[Row, ...]:
    """Every member in office, then whoever else was assigned something."""
    members = [person.id for person in writing.facts.members("bch", day)]
    others = [line.person for line in lines if line.person and line.person not in members]
    rows = []
    for place, ident in enumerate(dict.fromkeys((*members, *others)), 1):
        person = writing.facts.person(ident)
        held = [line for line in lines if line.person == ident]
        name = "\n".join(part for part in (person.name, post_of(writing, person, day)) if part) if person else DOTS
        cells = ["\n".join(_named(writing, line) for line in held if _kind(line) == kind) for kind in kinds]
        rows.append(row(str(place), name, *cells))
    return tuple(rows)


def _named(writing: Writing, line: Assignment) -> str:
    """The unit or field itself; the subject where it says more or is all there is."""
    unit = writing.facts.unit(line.unit)
    named = (unit.name if unit else "") or line.field
    subject = bare(line.subject)
    if not named or not subject:
        return named or subject
    lead, _, rest = subject.partition(named)
    plain = not rest.strip() and lead.strip().lower() in ("", "phụ trách", "theo dõi")
    return named if plain else subject


def _uncovered(writing: Writing, day: dt.date, lines: list[Assignment]) -> Iterator[Block]:
    """The Party organisations no one is in charge of, and the members with nothing in charge."""
    charged = {line.unit for line in lines if line.person}
    units = [each for each in writing.facts.office.units if each.kind == "party-organisation" and stands(each, day)]
    bare_units = [each.name for each in units if each.id not in charged and each.name]
    if bare_units:
        yield para(
            f"Tổ chức đảng trực thuộc chưa có người phụ trách ({len(bare_units)}/{len(units)}): "
            f"{', '.join(bare_units)}."
        )
    members = writing.facts.members("bch", day)
    idle = [person.name for person in members if not any(line.person == person.id for line in lines)]
    if idle:
        yield para(f"Ủy viên chưa được phân công ({len(idle)}/{len(members)}): {', '.join(idle)}.")


def _duty(writing: Writing, ref: RecordRef) -> Assignment:
    line = named(writing.facts, Assignment, ref.rest, "phân công")
    if line.kind != "duty":
        raise Refusal(f"Phân công '{ref.rest}' không phải phân công trực", field="record")
    return line


DUTY = Form(
    slug="phan-cong-truc",
    title="Phân công trực",
    of=RecordKind(
        name="duty",
        takes="mã phân công trực",
        read=lambda _facts, typed: RecordRef.of(Assignment, typed),
        open=_duty,
    ),
    day=_day,
    make=duty,
)
TABLE = Form(slug="bang-phan-cong", title="Bảng phân công", of=DAY, day=_of_day, make=table)
