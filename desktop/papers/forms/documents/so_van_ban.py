"""Form 15: Sổ đăng ký văn bản, a wide table by type and number. May import domain, vi, papers."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.form import FormPack
from desktop.domain.records import Document
from desktop.domain.refs import RecordRef
from desktop.domain.refusal import Refusal
from desktop.domain.series import is_joint, issuers, missing, place_of, series_of
from desktop.papers.forms.base.form import Form, RecordKind
from desktop.papers.forms.base.parts import blank_rows
from desktop.papers.forms.base.words import bare
from desktop.papers.forms.base.writing import Writing
from desktop.papers.paper import Block, Column, Paper, Row, Table, group, para, row

COLUMNS = (
    Column("Số, ký hiệu", 39),
    Column("Ngày", 25, "center"),
    Column("Trích yếu nội dung", 70),
    Column("Người ký", 40),
    Column("Nơi nhận", 56),
    Column("Ghi chú", 28),
)
Key = tuple[str, str]
"""Type and organ, under which documents stand together."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The documents of a type, of a year, or of both; of the whole term where neither is named."""

    kind: str = ""
    year: int | None = None


def register(writing: Writing, wanted: Wanted) -> Paper:
    """An inner paper without number or signature."""
    facts, day = writing.facts, writing.issue.day or writing.on
    pack, kind, year = writing.pack(day), wanted.kind, wanted.year
    papers = [one for one in facts.office.documents if _is_wanted(facts, one, kind, year)]
    groups = _grouped(facts, papers, pack)
    rows = tuple(each for key, held in groups.items() for each in _rows(writing, pack, key, held))
    what = [pack.types.get(kind, kind)] if kind else []
    span = f"năm {year}" if year else _term_words(facts)
    return Paper(
        pack=pack,
        slug="so-van-ban",
        day=day,
        head=writing.head("", None, day, day.year),
        title="Sổ đăng ký văn bản",
        summary=f"{', '.join([*what, span])} (tính đến ngày {vi.day(day)})",
        blocks=(Table(columns=COLUMNS, rows=rows or blank_rows(len(COLUMNS), 8)), *_total(papers, groups)),
        landscape=True,
    )


def _wanted(writing: Writing, ref: RecordRef) -> Wanted:
    """What `NQ/2024` asks for; raises Refusal for what is neither a type nor a year."""
    wanted = Wanted()
    types = writing.pack(writing.issue.day or writing.on).types
    known = {*types, *(one.type for one in writing.facts.office.documents if one.type)}
    for part in filter(None, ref.steps[1:]):
        if part in known:
            wanted = replace(wanted, kind=part)
        elif part.isdecimal() and len(part) == 4:
            wanted = replace(wanted, year=int(part))
        else:
            raise Refusal(f"Sổ '{ref.rest}' chưa đúng; cần loại như NQ, năm như 2024, hoặc NQ/2024", field="record")
    return wanted


def _is_wanted(facts: Facts, document: Document, kind: str, year: int | None) -> bool:
    if kind and document.type != kind:
        return False
    if year:
        return document.date is not None and document.date.year == year
    return place_of(facts, document.date) == 0


def _term_words(facts: Facts) -> str:
    term = facts.office.office.term
    if term is None or term.from_ is None:
        return "tất cả văn bản"
    return facts.committees.term.said(term.from_, term.to)


def _grouped(facts: Facts, papers: list[Document], pack: FormPack) -> dict[Key, list[Document]]:
    """By type in the form's own order, then by organ, the committee's first; each by number and day."""
    own, order = facts.office.office.symbol, list(pack.types)
    found: defaultdict[Key, list[Document]] = defaultdict(list)
    for paper in papers:
        series = series_of(facts, paper)
        found[series.kind, series.organ].append(paper)
    for held in found.values():
        held.sort(key=lambda one: (one.number is None, one.number or 0, one.date or dt.date.max))
    place = {kind: at for at, kind in enumerate(order)}
    keys = sorted(found, key=lambda key: (place.get(key[0], len(order)), key[0], key[1] != own, key[1]))
    return {key: found[key] for key in keys}


def _rows(writing: Writing, pack: FormPack, key: Key, held: list[Document]) -> Iterator[Row]:
    kind, organ = key
    name = pack.types.get(kind, kind) or "Chưa ghi loại"
    other = f", ký hiệu {organ}" if organ and organ != writing.facts.office.office.symbol else ""
    yield group(f"{name}{other}: {len(held)} văn bản")
    yield from (_line(writing, paper) for paper in held)


def _line(writing: Writing, paper: Document) -> Row:
    return row(
        paper.symbol or (f"{paper.number:02}" if paper.number else "Chưa cấp số"),
        vi.day(paper.date) if paper.date else "",
        bare(paper.title),
        "\n".join(part for part in (paper.authority, writing.name(paper.signed_by)) if part),
        "; ".join(bare(one) for one in paper.recipients),
        "\n".join(_notes(writing, paper)),
    )


def _notes(writing: Writing, paper: Document) -> Iterator[str]:
    pack = writing.pack(paper.date or writing.on)
    if paper.cancelled:
        yield f"Đã hủy số ngày {vi.day(paper.cancelled)}: {bare(paper.cancel_reason) or 'chưa ghi lý do'}"
    for change in paper.amended:
        yield f"Có sửa sau khi ban hành{f' {vi.day(change.on)}' if change.on else ''}: {bare(change.reason)}"
    for mark in (paper.secrecy, paper.urgency):
        if mark in pack.stamps:
            yield vi.capital(pack.stamps[mark].lower())
    if is_joint(paper):
        yield f"Liên tịch với {', '.join(vi.BODY.get(one, one) for one in issuers(paper)[1:])}"  # type: ignore[call-overload]  # any name may stand there


def _total(papers: list[Document], groups: dict[Key, list[Document]]) -> Iterator[Block]:
    """How many there are, and the numbers nobody was given."""
    yield para(f"Tổng số: {len(papers)} văn bản.")
    gaps = [f"{kind}: {', '.join(f'{one:02}' for one in left)}" for (kind, _), held in groups.items()
            if (left := missing(held))]  # fmt: skip
    if gaps:
        yield para(f"Số còn trống: {'; '.join(gaps)}.")


FORM = Form(
    slug="so-van-ban",
    title="Sổ đăng ký văn bản",
    of=RecordKind(
        name="register",
        takes="loại như NQ, năm như 2024, hoặc NQ/2024; bỏ trống là cả nhiệm kỳ",
        read=lambda _facts, typed: RecordRef.of("register", typed),
        open=_wanted,
        without=lambda _on: "",
    ),
    make=register,
)
