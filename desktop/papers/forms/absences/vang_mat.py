"""Form 11: a member's Báo cáo đi vắng, and the month's sheet of absences. May import domain, vi, papers."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import get_args

from desktop import vi
from desktop.domain.absences import Trip, passed_over
from desktop.domain.records import Absence, Body
from desktop.domain.refusal import Refusal
from desktop.domain.rules import absence_commune, absence_reported, absence_result
from desktop.domain.terms import ADDRESSEE, area_words
from desktop.papers.forms.base.form import Form, of_periods, of_records
from desktop.papers.forms.base.parts import said
from desktop.papers.forms.base.words import bare, comrade, of_book, place, post_of
from desktop.papers.forms.base.writing import Writing
from desktop.papers.paper import DOTS, Block, Column, Paper, Row, Signer, Table, para, row

DAY = dt.timedelta(days=1)
FORM = {"written": "bằng văn bản", "oral": "bằng lời"}
CONTENT_ASKED = {"nội dung": "Nội dung", "thời gian": "Thời gian"}
"""What the record itself answers of the points a regulation asks a report to name."""
COLUMNS = (
    Column("TT", 10, "center"),
    Column("Họ và tên, chức vụ", 58),
    Column("Từ ngày – đến ngày", 32, "center"),
    Column("Số ngày làm việc", 20, "center"),
    Column("Nơi đến", 31),
    Column("Lý do, nội dung", 45),
    Column("Báo cáo", 32),
    Column("Báo cáo kết quả", 25),
)


def _day(writing: Writing, absence: Absence) -> dt.date | None:
    return writing.day(None, absence.reported)


def report(writing: Writing, absence: Absence) -> Paper:
    """In the member's own name, to the body the regulation of the day of leaving names, or the office's setting."""
    day = _day(writing, absence)
    person = writing.facts.person(absence.person)
    to = _addressee(writing, absence)
    return Paper(
        pack=writing.pack(day or absence.from_),
        slug="bao-cao-vang-mat",
        day=day or absence.from_,
        head=writing.head("", None, day, absence.from_.year),
        title=writing.pack(day or absence.from_).types["BC"],
        summary=f"về việc đi {_area(writing, absence).lower()}",
        addressed=(to,),
        blocks=tuple(_report(writing, absence, to)),
        signer=Signer(("Người báo cáo",), (), person.name if person else ""),
        recipients=writing.recipients(None, "Như trên"),
    )


def _area(writing: Writing, absence: Absence) -> str:
    return area_words(absence.area, writing.facts.own_area)


def _addressee(writing: Writing, absence: Absence) -> str:
    """The body's whole name, or the leader's; dots where nobody is named."""
    trip = Trip(writing.facts, absence, writing.on)
    ruling = trip.ruling(absence_reported.TO) if _is_asked(trip) else None
    own = writing.facts.setting(absence_commune.TO, absence.from_)
    named = ruling.word if ruling else absence.reported_to or own
    body = next((body for body in get_args(Body) if body == named), None)
    leader = next((f"đồng chí {name}" for code, name in ADDRESSEE.items() if code == named), DOTS)
    return writing.names.body(body) if body else leader


def _is_asked(trip: Trip) -> bool:
    return absence_reported.judge(trip) is not None


def _report(writing: Writing, absence: Absence, to: str) -> Iterator[Block]:
    trip = Trip(writing.facts, absence, writing.on)
    who = writing.facts.person(absence.person)
    yield said("Họ và tên", f"{who.name}." if who else "")
    post = post_of(writing, who, absence.from_) if who else ""
    yield said("Chức vụ", f"{post}." if post else "")
    judged = (absence_reported.judge(trip), absence_commune.judge(trip))
    asked = [place(each.cite) for each in judged if each and each.cite.at]
    ground = f"Thực hiện {', '.join(asked)} {writing.regulation}, tôi" if asked else "Tôi"
    yield para(f"{ground} báo cáo việc đi vắng như sau:", tied=True)
    yield said("1. Nơi đến", f"{bare(absence.destination) or _area(writing, absence)}.")
    yield said("2. Lý do, nội dung", f"{_purpose(absence)}." if _purpose(absence) else "")
    yield said("3. Thời gian", _times(writing, absence))
    cover = vi.capital(comrade(writing, absence.cover, absence.from_)) if absence.cover else ""
    yield said("4. Người giải quyết công việc trong thời gian đi vắng", f"{cover}." if cover else "")
    content = trip.ruling(absence_commune.CONTENT) if absence_commune.judge(trip) else None
    others = [word for word in content.words if word not in CONTENT_ASKED] if content else []
    yield from (said(f"{place}. {vi.capital(word)}", "") for place, word in enumerate(others, 5))
    yield from _after(trip)
    yield para(f"Tôi báo cáo {to} theo dõi, cho ý kiến.")


def _purpose(absence: Absence) -> str:
    """`Công tác: dự …`; the kind is left out where the content already says it."""
    words, content = vi.ABSENCE_PURPOSE.get(absence.purpose or "", ""), bare(absence.content)
    said_already = bool(content) and vi.fold(content).startswith(vi.fold(words))
    return content if said_already else ": ".join(part for part in (vi.capital(words), content) if part)


def _times(writing: Writing, absence: Absence) -> str:
    first, last = absence.from_, absence.to
    span = vi.day_words(first) if first == last else f"từ {vi.day_words(first)} đến hết {vi.day_words(last)}"
    count = writing.facts.workdays.count(first, last)
    return f"{vi.capital(span)}; {count} ngày làm việc{passed_over(writing.facts, first, last)}."


def _after(trip: Trip) -> Iterator[Block]:
    """Where the text asks for the trip's result: by when, if the office set a number of days."""
    judged = absence_result.judge(trip)
    if judged and judged.due:
        yield para(f"Tôi sẽ báo cáo kết quả chuyến đi chậm nhất {vi.day_words(judged.due)}.")
    elif judged:
        yield para("Tôi sẽ báo cáo kết quả chuyến đi chậm nhất ngày", dotted=True)


def month(writing: Writing, days: tuple[dt.date, dt.date]) -> Paper:
    """A wide sheet of every absence that touches the month."""
    first, last = days
    away = sorted(
        (each for each in writing.facts.office.absences if each.from_ <= last and first <= each.to),
        key=lambda each: (each.from_, each.to, each.id),
    )
    issued = writing.issue.day
    rows = tuple(_row(writing, absence, place) for place, absence in enumerate(away, 1))
    return Paper(
        pack=writing.pack(issued or last),
        slug="bang-vang-mat-thang",
        day=issued or last,
        head=writing.head("", None, issued, first.year),
        title="Bảng theo dõi đi vắng",
        summary=f"của cấp ủy viên, tháng {first.month} năm {first.year}",
        blocks=(*((Table(columns=COLUMNS, rows=rows),) if rows else ()), *_total(writing, away, last)),
        signer=writing.office_signer(None, min(last, writing.on)),
        recipients=writing.recipients(None, writing.names.permanent),
        landscape=True,
    )


def _month(period: str) -> tuple[dt.date, dt.date]:
    """The month's first and last days; raises Refusal where it is not written as 2024-08."""
    found = re.fullmatch(r"(\d{4})-(\d{2})", period)
    try:
        if found:
            first = dt.date(int(found[1]), int(found[2]), 1)
            return first, (first + 31 * DAY).replace(day=1) - DAY
    except ValueError:
        pass
    raise Refusal(f"Tháng '{period}' chưa đúng; cần năm và tháng, như 2024-08", field="record")


def _row(writing: Writing, absence: Absence, place: int) -> Row:
    person = writing.facts.person(absence.person)
    name = person.name if person else DOTS
    post = post_of(writing, person, absence.from_) if person else ""
    first, last = absence.from_, absence.to
    span = vi.day(first) if first == last else f"{vi.day_short(first, last)} – {vi.day(last)}"
    where = f"{bare(absence.destination)}\n({_area(writing, absence).lower()})" if absence.destination else ""
    return row(
        str(place),
        "\n".join(part for part in (name, post) if part),
        span,
        str(writing.facts.workdays.count(first, last)),
        where or _area(writing, absence),
        _purpose(absence),
        _told(writing, absence),
        _result(writing, absence),
    )


def _told(writing: Writing, absence: Absence) -> str:
    if absence.reported:
        return f"{vi.day(absence.reported)}" + (f"\n({FORM[absence.form]})" if absence.form else "")
    trip = Trip(writing.facts, absence, writing.on)
    return "Chưa báo cáo" if _is_asked(trip) or absence_commune.judge(trip) else ""


def _result(writing: Writing, absence: Absence) -> str:
    if absence.result_reported:
        return vi.day(absence.result_reported)
    asked = absence_result.judge(Trip(writing.facts, absence, writing.on))
    return "Chưa báo cáo" if asked and absence.to < writing.on else ""


def _total(writing: Writing, away: list[Absence], last: dt.date) -> Iterator[Block]:
    """How many were away, and what the regulation at the month's end asks of them."""
    people = {absence.person for absence in away}
    count = f"có {len(away)} lượt đi vắng của {len(people)} đồng chí" if away else "không có đồng chí nào đi vắng"
    yield para(f"Trong tháng {count}.")
    least = writing.facts.ruling(absence_reported.WORKING_DAYS, last)
    areas = writing.facts.ruling(absence_reported.AREAS, last)
    if least and areas:
        own = writing.facts.own_area
        where = ", ".join(area_words(code, own).lower() for code in vi.AREA if code in areas.words)
        asked = f"{of_book(least.cite, 'Quy chế làm việc')}: đi {where} từ {least.number} ngày làm việc phải báo cáo"
        yield para(f"Ghi chú: {asked}.")


REPORT = Form(
    slug="bao-cao-vang-mat",
    title="Báo cáo đi vắng",
    of=of_records(Absence, "absence", "mã lần đi vắng", "lần đi vắng"),
    day=_day,
    make=report,
)
MONTH = Form(
    slug="bang-vang-mat-thang",
    title="Bảng theo dõi đi vắng",
    of=of_periods("month", "tháng, như 2024-08", lambda _writing, typed: _month(typed)),
    make=month,
)
