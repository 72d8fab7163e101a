"""The lines of Hôm nay on papers that came in: what is to be answered or done by a day, whoever asked for it.

Reads only. Imports domain, vi and the use cases of papers that come in.
"""

import datetime as dt
from collections.abc import Sequence

from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.incoming import DONE
from desktop.domain.refs import RecordRef
from desktop.usecases.incoming import rows as incoming
from desktop.usecases.incoming.rows import IncomingRow
from desktop.usecases.today.page import Row
from desktop.usecases.today.parts import LATE, Article

RULES = (incoming.RULE,)
"""The rule told here and nowhere else on the page."""


def rows(facts: Facts, findings: Sequence[Finding], on: dt.date, until: dt.date, article: Article) -> list[Row]:
    return [
        _row(one, one.paper.due, article)
        for one in incoming.open_rows(facts, findings, on, until)
        if one.paper.due and on - LATE <= one.paper.due
    ]


def _row(one: IncomingRow, due: dt.date, article: Article) -> Row:
    paper = one.paper
    asked = f"Chưa {DONE[paper.asks]}" if paper.asks else "Chưa xử lý"
    named = paper.symbol or f"văn bản số đến {one.number}"
    return Row(
        id=f"{incoming.RULE}|{RecordRef.to(paper)}",
        title=f"{asked}: {named} của {paper.sender}",
        second=" · ".join(filter(None, (paper.title, one.passed))),
        article=article(one.finding.cite) if one.finding else "",
        caption="hạn của văn bản",
        due=due,
        action="Mở",
        act="open",
        place="documents",
        record=paper.id,
    )
