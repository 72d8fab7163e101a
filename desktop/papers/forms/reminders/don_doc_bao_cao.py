"""Form 14: Công văn đôn đốc of periodic reports not in hand, to all who owe one. May import domain, vi, papers."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.issued import standing
from desktop.domain.owed import Owed, asked, is_office, owing
from desktop.domain.periods import Period, period
from desktop.domain.records import Document
from desktop.domain.refusal import Refusal
from desktop.domain.reports import DAY
from desktop.domain.rules import report_member
from desktop.papers.forms.base.words import of_book
from desktop.papers.forms.base.writing import Writing
from desktop.papers.forms.reminders.don_doc import nobody
from desktop.papers.paper import DOTS, Block, Column, Paper, Table, para, row

COLUMNS = (
    Column("TT", 11, "center"),
    Column("Cơ quan, đơn vị, cá nhân", 57),
    Column("Báo cáo", 29),
    Column("Hạn gửi", 25, "center"),
    Column("Tình trạng", 43),
)
FEW = 8
"""The most who are addressed one by one."""


def title_of(code: str) -> str:
    """How the letter stands in the register."""
    span = period(code)
    return f"Công văn đôn đốc báo cáo {span.words if span else code}"


def letter_on(facts: Facts, title: str, day: dt.date) -> Document | None:
    """The reminder under that title given its number on that day; another day's letter is another letter."""
    kept = [one for one in standing(facts) if (one.type, _figured(one.title), one.date) == ("CV", title, day)]
    return kept[-1] if kept else None


def _figured(title: str) -> str:
    """The title with its month in figures as papers now write it: a register may hold `tháng 08/2024`."""
    return re.sub(r"tháng 0([3-9])/", r"tháng \1/", title)


def letter(writing: Writing, code: str, whom: Sequence[str] | None = None) -> Paper:
    """One letter to all who owe the report, or to some of them; raises Refusal where one of those owes none."""
    span = period(code)
    assert span is not None
    owed = owing(writing.facts, code, writing.on)
    if whom is not None:
        stray = next((who for who in whom if who not in {one.who for one in owed}), None)
        own = writing.facts.unit(stray)
        if own and is_office(writing.facts, own):
            raise Refusal(f"{own.name} không gửi công văn đôn đốc cho chính mình.", field="person")
        if stray is not None:
            raise Refusal(f"'{stray}' không thiếu báo cáo {span.words}", field="person")
        owed = [one for one in owed if one.who in whom]
    document = letter_on(writing.facts, title_of(code), writing.issue.day or writing.on)
    day = writing.day(document) or writing.on
    return Paper(
        pack=writing.pack(day),
        slug="don-doc",
        day=day,
        head=writing.head("CV", document, day, day.year, summary=f"V/v gửi báo cáo {span.words}"),
        title="",
        addressed=_addressed(owed),
        blocks=tuple(_blocks(writing, span, owed)),
        signer=writing.office_signer(document, day),
        recipients=writing.recipients(document, "Như trên", f"{writing.names.permanent} (báo cáo)"),
        faults=() if owed else nobody(f"Không còn báo cáo {span.words} nào chưa nhận"),
    )


def _addressed(owed: Sequence[Owed]) -> tuple[str, ...]:
    if not owed:
        return (DOTS,)
    if len(owed) > FEW:
        return ("Các cơ quan, đơn vị, cá nhân có tên dưới đây",)
    return tuple(_named(one) for one in owed)


def _named(one: Owed) -> str:
    return f"Đồng chí {one.name}" if one.rule == report_member.RULE.id else one.name


def _blocks(writing: Writing, span: Period, owed: Sequence[Owed]) -> Iterator[Block]:
    office, all_ = writing.names.chancery, asked(writing.facts, span.code, writing.on)
    yield from _ground(writing, span, owed)
    today = f"Đến ngày {vi.day(writing.on)}, {office}"
    if not owed:
        yield para(f"{today} đã nhận đủ {len(all_)} báo cáo {span.words}.")
        return
    late = any(one.finding.due is None or one.finding.due < writing.on for one in owed)
    if late:
        yield para(
            f"{today} chưa nhận được báo cáo của {len(owed)}/{len(all_)} cơ quan, đơn vị, cá nhân phải báo cáo:",
            tied=True,
        )
    else:
        yield para(f"Báo cáo {span.words} chưa đến hạn gửi; {office} đề nghị chuẩn bị, gửi đúng thời hạn:", tied=True)
    rows = [
        row(str(place), _named(one), vi.capital(span.words), vi.day(one.finding.due) if one.finding.due else "",
            _state(writing, one))
        for place, one in enumerate(owed, 1)
    ]  # fmt: skip
    yield Table(columns=COLUMNS, rows=tuple(rows))
    yield para(
        f"Đề nghị các cơ quan, đơn vị, cá nhân gửi {'ngay ' * late}báo cáo về {office} để tổng hợp; "
        "trường hợp chưa gửi được, nêu rõ nguyên nhân và thời gian gửi."
    )


def _ground(writing: Writing, span: Period, owed: Sequence[Owed]) -> Iterator[Block]:
    """The articles on which those named owe it, and whose day it is."""
    for rule, cite in dict.fromkeys((one.rule, one.finding.cite) for one in owed if one.finding.cite.at):
        day = writing.facts.setting(DAY.of(rule), span.first)
        until = "ngày cuối kỳ báo cáo"
        if isinstance(day, int):
            until = f"ngày {day:02} tháng cuối kỳ báo cáo, theo quy định của {writing.names.kind}"
        last = f"; thời hạn gửi: chậm nhất {until}" if cite.office else ""
        book = of_book(cite, "Quy chế làm việc")
        yield para(f"Thực hiện chế độ báo cáo {_how_often(span)} quy định tại {book}{last}.")


def _how_often(span: Period) -> str:
    part = span.code.partition("-")[2]
    if part.isdecimal():
        return "hằng tháng"
    return {"Q": "hằng quý", "H": "6 tháng", "9": "9 tháng", "W": "hằng tuần"}.get(part[:1], "hằng năm")


def _state(writing: Writing, one: Owed) -> str:
    """How late it is, and when it was last asked for."""
    due = one.finding.due
    far = vi.capital(vi.distance_said(due, writing.on)) if due else "Chưa đúng hình thức, nơi nhận"
    before = one.reminded if one.reminded and one.reminded < writing.on else None
    return far + (f"\nĐã đôn đốc {vi.day(before)}" if before else "")
