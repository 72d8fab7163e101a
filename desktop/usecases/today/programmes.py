"""The lines of Hôm nay on work programmes: one with items is adopted at today's session, one lacking is drawn up.

Reads only. Imports domain, vi and other use cases.
"""

import datetime as dt

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.usecases.programmes import rows as programmes
from desktop.usecases.programmes.rows import KIND, key_of, period_words, subject_of
from desktop.usecases.today.page import Row
from desktop.usecases.today.parts import Article, row_of


def row(facts: Facts, finding: Finding, on: dt.date, article: Article) -> Row:
    """A draft is opened by its id, one nobody drew up by the rule's subject; on a day the body sits it is adopted."""
    held = next((one for one in facts.office.programmes if subject_of(one) == finding.subject), None)
    ready = held is not None and bool(held.items) and programmes.sat(facts, held, on)
    action, act = ("Ghi thông qua", "adopt") if ready else ("Mở", "open") if held else ("Lập chương trình", "draw-up")
    return row_of(
        finding,
        article,
        title=_title(finding, on),
        second=f"{programmes.STATE[programmes.state_of(held)]}, {len(held.items)} việc" if held else "Chưa có dự thảo",
        action=action,
        act=act,
        place="programmes",
        record=held.id if held else finding.subject,
        by_office="ngày cuối kỳ",
    )


def _title(finding: Finding, on: dt.date) -> str:
    """`Chương trình công tác tháng 9 của Ban Thường vụ chưa thông qua`."""
    key = key_of(finding.subject)
    if key is None:
        return finding.text.partition(";")[0]
    kind, body, code = key
    name = "Chương trình" if kind == "work" else KIND[kind]
    return f"{name} {period_words(code).removesuffix(f'/{on.year}')} của {vi.BODY[body]} chưa thông qua"
