"""A line of Hôm nay made of a finding. Imports domain and the page's data."""

from collections.abc import Callable

from desktop.domain.findings import Cite, Finding, Verdict
from desktop.usecases.today.page import DAY, Row

OPEN = (Verdict.DUE, Verdict.BREACH)
LATE = DAY * 60
"""What is late for longer is a matter for the report on the regulation, no longer for today."""

Article = Callable[[Cite], str]


def row_of(
    finding: Finding, article: Article, *, title: str, second: str, action: str, act: str, place: str, record: str,
    by_office: str = "hạn theo quy ước của đơn vị",
) -> Row:  # fmt: skip
    """`by_office` is said of a day that rests on a setting of the office."""
    assert finding.due is not None
    return Row(
        id=f"{finding.rule}|{finding.subject}",
        title=title,
        second=second,
        article=article(finding.cite),
        caption=by_office if finding.cite.office else "",
        due=finding.due,
        action=action,
        act=act,
        place=place,
        record=record,
    )
