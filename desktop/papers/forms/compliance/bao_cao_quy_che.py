"""Form 16: how the working regulation was kept in a period, every figure out of the account handed in.

May import domain, vi, papers. The order of the parts is that of the national survey; its sentences are not.
"""

from collections.abc import Iterator, Sequence

from desktop import vi
from desktop.domain.account import Account, Figure, Held, Line, Section, period_of
from desktop.domain.facts import Facts
from desktop.domain.periods import TERM, Period
from desktop.domain.records import Document
from desktop.papers.forms.base.form import Entry, Form, of_periods
from desktop.papers.forms.base.words import bare, of_book
from desktop.papers.forms.base.writing import Writing
from desktop.papers.forms.compliance.bao_cao_danh_gia import judgement, proposals
from desktop.papers.forms.compliance.bao_cao_phu_luc import of_articles, of_members
from desktop.papers.forms.compliance.bao_cao_words import beside, cited, counted, of_whole, unsettled
from desktop.papers.paper import Bar, Block, Chart, Column, Paper, Table, heading, para, row

BODIES = ("bch", "btv", "thuong-truc")
KINDS = (("regular", "Thường lệ"), ("extraordinary", "Đột xuất"), ("enlarged", "Mở rộng"), ("weekly", "Hằng tuần"))
FULL = 10_000
"""A whole bar of the shares."""
MOST_BARS = 25
"""More members than these are left to the table of the appendix."""


def title_of(facts: Facts, period: Period) -> str:
    """What the paper is registered under."""
    return f"Báo cáo {summary_of(facts, period)}"


def summary_of(facts: Facts, period: Period) -> str:
    of_term = facts.committees.term.said(period.first, period.last)
    return f"kết quả thực hiện Quy chế làm việc {of_term if period.code == TERM else period.words}"


def issued_as(facts: Facts, title: str) -> Document | None:
    """The report on record under that title, the latest."""
    kept = [each for each in facts.office.documents if title and (each.type, each.title) == ("BC", title)]
    return kept[-1] if kept else None


def papers(writing: Writing, account: Account) -> list[Paper]:
    """The report, then its appendices: what was found by article, and the share of each member."""
    document = issued_as(writing.facts, title_of(writing.facts, account.period))
    report = _report(writing, account, document)
    return [report, *of_articles(writing, account, report), *of_members(writing, account, report)]


def _report(writing: Writing, account: Account, document: Document | None) -> Paper:
    issued = writing.day(document)
    day = issued or account.on
    pack = writing.pack(day)
    return Paper(
        pack=pack,
        slug="bao-cao-quy-che",
        day=day,
        head=writing.head("BC", document, issued, day.year),
        title=pack.types["BC"],
        summary=summary_of(writing.facts, account.period),
        blocks=tuple(_blocks(writing, account)),
        signer=writing.body_signer("btv", document, day),
        recipients=writing.recipients(document, *_told(writing)),
    )


def _told(writing: Writing) -> Iterator[str]:
    """The superior committee, named by its Party organisation, then the committee's own members."""
    superior = writing.facts.office.office.superior
    if superior:
        yield f"{writing.facts.committees.of_party(superior)} (để báo cáo)"
    yield f"Các đồng chí {writing.members_of('bch')}"


def _blocks(writing: Writing, account: Account) -> Iterator[Block]:
    ground = f"Thực hiện {of_book(account.monitored, writing.regulation)}, " if account.monitored else ""
    until = "" if account.until == account.period.last else f" (số liệu tính đến ngày {vi.day(account.until)})"
    summary = summary_of(writing.facts, account.period)
    yield para(f"{ground}{writing.names.body(writing.standing)} báo cáo {summary}{until} như sau:")
    yield heading("I. TÌNH HÌNH, KẾT QUẢ THỰC HIỆN")
    yield heading("1. Quy chế có hiệu lực và việc đối chiếu")
    yield from _regulations(account)
    said = [(section.title, list(_section(writing, account, section))) for section in account.sections]
    for number, (title, blocks) in enumerate([each for each in said if each[1]], 2):
        yield heading(f"{number}. {title}")
        yield from blocks
    yield heading("II. ĐÁNH GIÁ CHUNG")
    yield from judgement(account)
    yield heading("III. ĐỀ XUẤT, KIẾN NGHỊ")
    yield from proposals(account)


def _regulations(account: Account) -> Iterator[Block]:
    if not account.regulations:
        yield para("Trong kỳ chưa có quy chế nào có hiệu lực tại đơn vị; báo cáo chỉ nêu số liệu, không đối chiếu.")
    for each in account.regulations:
        yield para(f"- {_in_force(each)}")
    if len(account.regulations) > 1:
        yield para("Trong kỳ có thay đổi quy chế; mỗi việc được xét theo quy chế có hiệu lực vào ngày của việc đó.")
    if account.kept_from:
        day = vi.day(account.kept_from)
        yield para(f"Sổ theo dõi lập từ ngày {day}; việc trước ngày đó chỉ ghi nhận, không đối chiếu với Quy chế.")
    if account.before:
        since = " hoặc trước ngày lập sổ theo dõi" if account.kept_from else ""
        told = f"{account.before} việc trước ngày Quy chế có hiệu lực{since}"
        yield para(f"{told} chỉ được thống kê, không đánh giá theo Quy chế.")
    total = account.total
    if total.state == "judged":
        found = total.figure
        share = f"{of_whole(found)} trường hợp thực hiện đúng{_percent(found)}"
        yield para(f"Đã đối chiếu: {share}{beside(total)}. Từng trường hợp chưa đúng nêu tại Phụ lục 1.")


def _in_force(held: Held) -> str:
    until = f" đến ngày {vi.day(held.to)}" if held.to else ""
    document = f", theo {bare(held.document)}" if held.document else ""
    return f"{held.title}, có hiệu lực từ ngày {vi.day(held.from_)}{until}{document}."


def _section(writing: Writing, account: Account, section: Section) -> Iterator[Block]:
    """Counts first, then each rule that was tried, then what did not come up and what the text leaves out."""
    if section.key == "meetings":
        yield _sessions(writing, account)
    elif section.key == "documents":
        yield from _documents(writing, section)
    else:
        yield from (para(f"- {counted(figure)}.") for figure in section.counts if figure.part or figure.whole)
    yield from (para(f"- {_line(line)}.") for line in section.lines if line.state == "judged")
    yield from _charts(account, section.key)
    if section.key == "meetings" and account.members:
        yield para(f"- Kết quả của từng ủy viên nêu tại Phụ lục {2 if account.articles else 1}.")
    yield from _others(section, "idle", "Trong kỳ chưa có trường hợp để đối chiếu")
    if account.regulations:
        yield from _others(section, "silent", "Quy chế chưa quy định")


def _others(section: Section, state: str, words: str) -> Iterator[Block]:
    named = [line.topic for line in section.lines if line.state == state]
    if named:
        yield para(f"- {words}: {'; '.join(named)}.")


def _line(line: Line) -> str:
    """`Giấy mời gửi đúng hạn: 11/12 hội nghị (khoản 3 Điều 18); chưa đến hạn 2`."""
    figure = line.figure
    if not figure.whole:
        return f"{figure.words}: {unsettled(line)}{cited(figure.cites)}"
    return f"{figure.words}: {of_whole(figure)} {figure.unit}{cited(figure.cites)}{beside(line)}"


def _percent(figure: Figure) -> str:
    """` (94,6%)`, to a tenth, a half rounded up."""
    if not figure.whole:
        return ""
    tenths = (figure.part * 2000 + figure.whole) // (2 * figure.whole)
    return f" ({tenths // 10},{tenths % 10}%)"


def _sessions(writing: Writing, account: Account) -> Table:
    columns = (
        Column("Cơ quan", 38),
        *(Column(name, 22, "center") for _kind, name in KINDS),
        Column("Tổng số", 16, "center"),
        Column("Lượt dự họp", 39, "center"),
    )
    rows = []
    for body in BODIES:
        counts = [account.figure(f"held.{body}.{kind}") for kind, _name in KINDS]
        whole, present = account.figure(f"held.{body}"), account.figure(f"attendance.{body}")
        dealt = f"{of_whole(present)}{_percent(present)}" if present and present.whole else "chưa điểm danh"
        cells = [str(figure.part) if figure else "" for figure in (*counts, whole)]
        rows.append(row(vi.BODY[body], *cells, dealt if whole and whole.part else ""))  # type: ignore[index]
    return Table(columns=columns, rows=tuple(rows))


def _documents(writing: Writing, section: Section) -> Iterator[Block]:
    whole, *kinds = section.counts
    types = writing.pack(writing.on).types
    named = [f"{types.get(figure.words, figure.words or 'loại khác').lower()} {figure.part}" for figure in kinds]
    told = f" ({', '.join(named)})" if named else ""
    yield para(f"- {whole.words}: {whole.part} {whole.unit}{told}.")


# Charts

_CHART_OF = {"preparation": 0, "reports": 1}
"""The section under which each chart by months stands."""


def _charts(account: Account, section: str) -> Iterator[Block]:
    if section == "meetings":
        yield from _attendance(account)
    if section in _CHART_OF:
        yield from _months(account, *account.charts[_CHART_OF[section]])


def _attendance(account: Account) -> Iterator[Block]:
    """Of the standing committee's members, in all the bodies they sit in; bars of one length, for shares compare."""
    members = [each for each in account.members if each.standing and each.sessions.whole]
    if 1 < len(members) <= MOST_BARS:
        bars = []
        for each in members:
            part, whole = each.sessions.part, each.sessions.whole or 1
            parts = (part, each.excused, whole - part - each.excused)
            shares = tuple(FULL * count // whole for count in parts)
            bars.append(Bar(label=each.name, parts=shares, said=of_whole(each.sessions)))
        yield Chart(
            title=f"Dự họp của ủy viên {vi.BODY['btv']} (tỷ lệ số phiên họp có mặt trên số phiên họp phải dự)",
            legend=("Có mặt", "Vắng có lý do", "Vắng không lý do hoặc chưa ghi"),
            bars=tuple(bars),
        )


def _months(account: Account, title: str, figures: Sequence[Figure]) -> Iterator[Block]:
    """One bar alone says no more than its sentence."""
    if len(figures) > 1:
        bars = tuple(
            Bar(
                label=_short(each),
                parts=(each.part, (each.whole or 0) - each.part),
                said=of_whole(each) if each.whole else "–",
            )
            for each in figures
        )
        by = "năm" if account.period.code == TERM else "tháng"
        yield Chart(
            title=f"{title}, theo {by} đến hạn", legend=("Đúng hạn", "Chậm hoặc thiếu"), bars=bars, upright=True
        )


def _short(figure: Figure) -> str:
    """`6` of a month, `2024` of a year."""
    _stem, _month, code = figure.key.split(".")
    year, _dash, month = code.partition("-")
    return str(int(month)) if month else year


def _entry(writing: Writing, span: Period) -> Entry:
    title = title_of(writing.facts, span)
    return Entry(title, issued_as(writing.facts, title))


FORM = Form(
    slug="bao-cao-quy-che",
    title="Báo cáo thực hiện Quy chế",
    of=of_periods(
        "account",
        "kỳ, như 2024, 2024-H1, 2024-Q3, 2024-07 hoặc term; bỏ trống là năm nay",
        lambda writing, typed: period_of(writing.facts, typed, writing.on),
        lambda on: f"{on.year:04}",
    ),
    type="BC",
    entry=_entry,
    day=lambda writing, span: writing.day(_entry(writing, span).document),
    make=lambda writing, span: papers(writing, writing.gathers.account(span.code)),
)
