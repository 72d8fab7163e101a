"""Sổ văn bản đến, a year of it, and the Phiếu chuyển of one paper. May import domain, vi, papers."""

import datetime as dt
from collections.abc import Iterator

from desktop import vi
from desktop.domain.incoming import ASKS, Asked, by_lead, entered, whom, year_of
from desktop.domain.records import Incoming, Passed
from desktop.domain.refusal import Refusal
from desktop.domain.series import is_secret
from desktop.papers.forms.base.form import Form, of_periods, of_records
from desktop.papers.forms.base.parts import blank_rows, said
from desktop.papers.forms.base.words import bare, comrade
from desktop.papers.forms.base.writing import Writing
from desktop.papers.paper import Block, Column, Paper, Row, Table, group, para, row

COLUMNS = (
    Column("Số đến", 16, "center"),
    Column("Ngày đến", 29, "center"),
    Column("Nơi gửi", 38),
    Column("Số, ký hiệu, ngày văn bản", 43),
    Column("Trích yếu nội dung", 59),
    Column("Chuyển cho", 38),
    Column("Hạn, kết quả", 40),
    Column("Ký nhận", 22),
)
SECRET = "(văn bản mật)"


# The register of a year


def register(writing: Writing, year: int) -> Paper:
    """An inner paper without number or signature, month by month in the order of arrival."""
    day = writing.issue.day or writing.on
    held = sorted((one for one in writing.facts.office.incoming if year_of(one) == year), key=_order)
    rows = tuple(_rows(writing, held))
    return Paper(
        pack=writing.pack(day),
        slug="so-van-ban-den",
        day=day,
        head=writing.head("", None, day, day.year),
        title="Sổ đăng ký văn bản đến",
        summary=f"năm {year} (tính đến ngày {vi.day(day)})",
        blocks=(Table(columns=COLUMNS, rows=rows or blank_rows(len(COLUMNS), 8)), *_total(writing, held)),
        landscape=True,
    )


def _order(paper: Incoming) -> tuple[dt.date, int, str]:
    return entered(paper) or dt.date.max, paper.number or 0, paper.id


def _rows(writing: Writing, held: list[Incoming]) -> Iterator[Row]:
    month = 0
    for paper in held:
        day = entered(paper)
        if day and day.month != month:
            month = day.month
            count = sum(1 for one in held if (found := entered(one)) and found.month == month)
            yield group(f"Tháng {month}: {count} văn bản")
        yield _line(writing, paper)


def _line(writing: Writing, paper: Incoming) -> Row:
    own = "\n".join(filter(None, (paper.symbol, vi.day(paper.date) if paper.date else "")))
    return row(
        f"{paper.number:02}" if paper.number else "",
        vi.day(paper.arrived) if paper.arrived else "",
        bare(paper.sender),
        own,
        "\n".join(filter(None, (bare(paper.title), _marks(writing, paper)))),
        "\n".join(whom(writing.facts, one) for one in by_lead(paper)),
        "\n".join(_outcome(writing, paper)),
        "",
    )


def _marks(writing: Writing, paper: Incoming) -> str:
    stamps = writing.pack(paper.date or writing.on).stamps
    return ", ".join(vi.capital(stamps[mark].lower()) for mark in (paper.secrecy, paper.urgency) if mark in stamps)


def _outcome(writing: Writing, paper: Incoming) -> Iterator[str]:
    asked = Asked(writing.facts, paper, entered(paper) or writing.on, writing.on)
    if paper.due:
        yield f"Hạn {vi.day(paper.due)}"
    if asked.settled and asked.settled <= writing.on:
        answer = asked.answer
        yield f"{answer.symbol or 'Đã trả lời'}, {vi.day(asked.settled)}" if answer else f"Xong {vi.day(asked.settled)}"
    elif asked.waits:
        yield "Chưa trả lời"


def _total(writing: Writing, held: list[Incoming]) -> Iterator[Block]:
    waiting = [one for one in held if Asked(writing.facts, one, writing.on, writing.on).waits]
    late = sum(1 for one in waiting if one.due and one.due < writing.on)
    parts = [f"Tổng số: {len(held)} văn bản"]
    parts += [f"còn {len(waiting)} văn bản chưa trả lời, thực hiện"] if waiting else []
    parts += [f"trong đó {late} quá hạn"] if late else []
    yield para(f"{', '.join(parts)}.")


def _year(_writing: Writing, typed: str) -> int:
    if not (typed.isdecimal() and len(typed) == 4):
        raise Refusal(f"Năm '{typed}' chưa đúng; cần bốn chữ số, như 2024", field="record")
    return int(typed)


# The slip that goes with one paper


def slip(writing: Writing, paper: Incoming) -> Paper:
    """To those it is passed to, with what it asks for, by when, and what a leader wrote on it."""
    day = _day(writing, paper)
    to = tuple(_called(writing, one, day) for one in by_lead(paper))
    return Paper(
        pack=writing.pack(day),
        slug="phieu-chuyen",
        day=day,
        head=writing.head("", None, day, day.year),
        title="Phiếu chuyển văn bản",
        summary=f"số đến {paper.number:02}" if paper.number else "",
        addressed=to,
        blocks=tuple(_slip(writing, paper)),
        signer=writing.office_signer(None, day),
        recipients=writing.recipients(None, "Như trên"),
    )


def _day(writing: Writing, paper: Incoming) -> dt.date:
    passed = max((one.date for one in paper.passed if one.date), default=None)
    return writing.day(None, passed) or writing.on


def _called(writing: Writing, passed: Passed, day: dt.date) -> str:
    unit = writing.facts.unit(passed.unit)
    return unit.name if unit else vi.capital(comrade(writing, passed.person, day))


def _slip(writing: Writing, paper: Incoming) -> Iterator[Block]:
    yield para(f"{writing.names.chancery} chuyển văn bản sau để giải quyết theo chức năng, nhiệm vụ:", tied=True)
    yield said("1. Nơi gửi", f"{bare(paper.sender)}." if paper.sender else "")
    own = ", ".join(filter(None, (paper.symbol, f"ngày {vi.day(paper.date)}" if paper.date else "")))
    yield said("2. Số, ký hiệu", f"{own}." if own else "")
    title = SECRET if is_secret(paper) else bare(paper.title)
    yield said("3. Nội dung", f"{title}." if title else "")
    yield said("4. Ngày đến", f"{vi.day(paper.arrived)}." if paper.arrived else "")
    asked = f"{vi.capital(ASKS[paper.asks])}." if paper.asks else "Để biết."
    yield said("5. Yêu cầu", asked)
    yield said("6. Thời hạn", f"{vi.day_words(paper.due)}." if paper.due else "Văn bản không ghi thời hạn.")
    yield said("7. Ý kiến chỉ đạo", f"{bare(paper.order)}." if paper.order else "")
    day = _day(writing, paper)
    lead = [_called(writing, one, day) for one in paper.passed if one.lead]
    others = [_called(writing, one, day) for one in paper.passed if not one.lead]
    yield said("8. Chủ trì", f"{'; '.join(lead)}." if lead else "")
    if others:
        yield said("9. Phối hợp", f"{'; '.join(others)}.")


REGISTER = Form(
    slug="so-van-ban-den",
    title="Sổ đăng ký văn bản đến",
    of=of_periods("year", "năm, như 2024; bỏ trống là năm nay", _year, lambda on: str(on.year)),
    make=register,
)
SLIP = Form(
    slug="phieu-chuyen",
    title="Phiếu chuyển văn bản",
    of=of_records(Incoming, "incoming", "mã văn bản đến", "văn bản đến"),
    day=_day,
    make=slip,
)
