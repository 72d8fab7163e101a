"""The appendices of the report on the regulation: findings by article, and members. May import domain, vi, papers."""

from collections.abc import Iterator
from itertools import groupby

from desktop.domain.account import Account, Article, Case, Member
from desktop.domain.findings import Verdict
from desktop.papers.forms.base.words import bare
from desktop.papers.forms.base.writing import Writing
from desktop.papers.forms.compliance.bao_cao_words import article, explained, of_office, of_whole
from desktop.papers.paper import Cell, Column, Paper, Row, Table, centred, group, italic, row

BY_ARTICLE = (
    Column("TT", 11, "center"),
    Column("Điều, khoản", 31),
    Column("Nội dung", 43),
    Column("Kết quả", 24, "center"),
    Column("Trường hợp", 42),
    Column("Nội dung chưa đúng, chưa rõ", 82),
    Column("Giải trình, khắc phục", 36),
)
BY_MEMBER = (
    Column("TT", 11, "center"),
    Column("Họ và tên", 62),
    Column("Dự họp", 24, "center"),
    Column("Vắng có lý do", 22, "center"),
    Column("Lần biểu quyết", 24, "center"),
    Column("Trả phiếu đúng hạn", 28, "center"),
    Column("Báo cáo đúng hạn", 28, "center"),
    Column("Đi vắng có báo cáo", 28, "center"),
    Column("Nhiệm vụ đã xong", 28, "center"),
    Column("Buổi đi cơ sở", 22, "center"),
)
NOT_KEPT = {Verdict.BREACH: "", Verdict.UNCLEAR: "Chưa rõ: ", Verdict.UNKNOWN: "Chưa đủ thông tin: "}


def of_articles(writing: Writing, account: Account, report: Paper) -> Iterator[Paper]:
    """Clause by clause, so that every case can be looked up; nothing where nothing was judged."""
    if account.articles:
        rows = tuple(_rows(account))
        yield _appendix(
            writing, report, 1, "Kết quả thực hiện theo từng điều, khoản", Table(columns=BY_ARTICLE, rows=rows)
        )


def of_members(writing: Writing, account: Account, report: Paper) -> Iterator[Paper]:
    if account.members:
        rows = tuple(_member(each, place) for place, each in enumerate(account.members, 1))
        number = 2 if account.articles else 1
        yield _appendix(writing, report, number, "Kết quả của từng ủy viên", Table(columns=BY_MEMBER, rows=rows))


def _appendix(writing: Writing, report: Paper, number: int, summary: str, table: Table) -> Paper:
    assert report.head
    with_ = f"(Kèm theo Báo cáo {report.head.number[:1].lower()}{report.head.number[1:]}, "
    with_ += f"{report.head.place_date.rpartition(', ')[2]})"
    return Paper(
        pack=report.pack,
        slug=report.slug,
        day=report.day,
        head=None,
        title=f"Phụ lục {number}",
        summary=summary,
        blocks=(centred(italic(with_)), table),
        landscape=True,
    )


def _rows(account: Account) -> Iterator[Row]:
    """Under the name of each regulation its clauses; a clause goes on beside its cases."""
    number = 0
    for title, found in groupby(account.articles, key=lambda each: each.regulation):
        yield group(title or "Nội dung đơn vị quy định thêm (Quy chế không nêu)")
        for each in found:
            number += 1
            yield from _of_article(each, number)


def _of_article(each: Article, number: int) -> Iterator[Row]:
    apart = [f"chưa đến hạn {each.due}"] * bool(each.due) + [f"miễn {each.exempt}"] * bool(each.exempt)
    kept = [of_whole(each.figure)] if each.figure.whole else []
    cells: tuple[Cell, ...] = (str(number), article(each.cite), each.words, "\n".join([*kept, *apart]))
    if not each.cases:
        yield row(*cells, "", "", "")
    for case in each.cases:
        yield row(*cells, *_case(case), splits=True)
        cells = (None, None, None, None)


def _case(case: Case) -> tuple[Cell, ...]:
    found = f"{NOT_KEPT[case.finding.verdict]}{of_office(case.finding.text)}"
    why = explained(case)
    said = [f"{bare(why)}."] if why else []
    said += [f"Khắc phục: {bare(case.remedy)}."] if case.remedy.strip() else []
    return case.record, "\n".join((found, *map(of_office, case.counting))), "\n".join(said)


def _member(each: Member, place: int) -> Row:
    figures = (each.sessions, each.ballots, each.reports, each.absences, each.tasks)
    sessions, ballots, reports, absences, tasks = (of_whole(figure) if figure.whole else "–" for figure in figures)
    return row(
        str(place),
        each.name,
        sessions,
        str(each.excused),
        str(each.votes),
        ballots,
        reports,
        absences,
        tasks,
        str(each.visits),
    )
