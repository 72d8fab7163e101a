"""Prints how printing compares with plain reportlab platypus in the same run; alternated, medians. Not a test.

Run: python -m tests.bench.papers [times]
"""

import datetime as dt
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from statistics import median

from desktop.domain.records import Remark
from desktop.domain.refs import RecordRef
from desktop.papers.fonts import Typeface, find_typeface
from desktop.papers.paper import Paper, Paragraph, Table
from desktop.papers.pdf import make_pdf
from desktop.papers.readback import read_pdf
from desktop.usecases.papers import printing
from tests.papers.forms.an_office import facts, invitations, meeting, people

INVITED, FEW = 500, 20
ON = dt.date(2024, 9, 6)
WORDS = "Đề nghị làm rõ nguồn tăng thu, thứ tự ưu tiên các công trình chuyển tiếp và trách nhiệm của từng cơ quan. "


def long_minutes() -> list[Paper]:
    remarks = tuple(Remark(person=f"p{number % 9 + 1}", text=WORDS * 4) for number in range(104))
    first, second, *rest = meeting().agenda
    long = replace(meeting(), agenda=(first, replace(second, discussion=remarks), *rest))
    return printing.print_form(facts(meetings=(long,)), "bien-ban", "m1", on=ON)


def many_invitations(count: int) -> list[Paper]:
    office = facts(people=people(standing=count, committee=count))
    keys = [invitee.key for invitee in printing.invitees(office, RecordRef("meetings/m1"), on=ON) if invitee.member]
    return invitations(office, "m1", keys, on=ON)


def plain_platypus(papers: list[Paper], typeface: Typeface) -> bytes:
    """The same texts by SimpleDocTemplate, one Paragraph each, with the head as a two-column table."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase.pdfmetrics import registerFontFamily
    from reportlab.platypus import PageBreak, SimpleDocTemplate, Spacer
    from reportlab.platypus import Paragraph as Flow
    from reportlab.platypus import Table as FlowTable

    faces = [typeface.face(bold=b, italic=i).name for b, i in ((0, 0), (1, 0), (0, 1), (1, 1))]
    registerFontFamily(faces[0], *faces)
    body = ParagraphStyle(
        "b", fontName=faces[0], fontSize=14, leading=20, alignment=4, spaceBefore=6, firstLineIndent=28
    )
    middle = ParagraphStyle("m", fontName=faces[1], fontSize=14, leading=18, alignment=1)
    story: list[object] = []
    for paper in papers:
        head = paper.head
        assert head
        assert paper.signer
        left = [Flow(text, middle) for text in (head.superior, head.body, "*", head.number)]
        right = [Flow(text, middle) for text in ("ĐẢNG CỘNG SẢN VIỆT NAM", head.place_date)]
        story += [FlowTable([[left, right]]), Flow(paper.title, middle), Flow(paper.summary, middle), Spacer(1, 8)]
        for block in paper.blocks:
            if isinstance(block, Paragraph):
                story.append(Flow("".join(f"<b>{r.text}</b>" if r.bold else r.text for r in block.runs), body))
            assert not isinstance(block, Table)
        lines = [*paper.signer.authority, *paper.signer.post, paper.signer.name]
        listed = [Flow(f"- {name},", body) for name in paper.recipients]
        story += [FlowTable([[listed, [Flow(line, middle) for line in lines]]]), PageBreak()]
    out = BytesIO()
    margins = {"leftMargin": 85, "rightMargin": 42.5, "topMargin": 57, "bottomMargin": 57}
    SimpleDocTemplate(out, pagesize=A4, invariant=1, **margins).build(story)
    return out.getvalue()


def compare(name: str, goal: str, ours: Callable[[], object], peer: Callable[[], object], times: int) -> None:
    ours()
    peer()
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for work, list_ in zip((ours, peer), taken, strict=True):
            start = time.perf_counter()
            work()
            list_.append(time.perf_counter() - start)
    mine, theirs = median(taken[0]), median(taken[1])
    print(f"{name:<42} {mine * 1000:8.1f} ms {theirs * 1000:8.1f} ms   {mine / theirs:.3f}   (goal {goal})")


FIRST = """
import datetime as dt
from tests.bench.first import {name}
{name}()
"""


def first_notice(name: str) -> Callable[[], object]:
    return lambda: subprocess.run([sys.executable, "-c", FIRST.format(name=name)], check=True)


def main(times: int) -> None:
    typeface = find_typeface()
    minutes, invitations = long_minutes(), many_invitations(INVITED if times > 1 else FEW)
    pages = len(read_pdf(make_pdf(minutes, typeface)))
    print(f"{'':<42} {'ours':>11} {'platypus':>11}   ratio")
    compare(
        f"minutes of {pages} pages, warm",
        "≤ 0.5",
        lambda: make_pdf(minutes, typeface),
        lambda: plain_platypus(minutes, typeface),
        times,
    )
    compare(
        f"{len(invitations)} invitations, one file",
        "≤ 0.15",
        lambda: make_pdf(invitations, typeface),
        lambda: plain_platypus(invitations, typeface),
        max(1, times // 2),
    )
    compare("first notice in a new process", "≤ 0.5", first_notice("ours"), first_notice("peer"), times)
    made = make_pdf(invitations, typeface)
    problems = printing.self_check(made, invitations)
    print(f"invitations counted: {len(read_pdf(made))} pages of {len(invitations)}; problems found: {len(problems)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
