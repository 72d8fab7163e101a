"""Small ways in which every screen shows the same thing: an article, a person, a finding's mark."""

from desktop import vi
from desktop.domain.findings import Cite, Finding, Verdict
from desktop.qt.boxes import Label, label
from desktop.qt.buttons import ArticleLink
from desktop.qt.marks import Mark
from desktop.screens.desk import Desk


def caption_of(cite: Cite) -> str:
    """What is to be said beside an article: that the number is the office's, that the office has not checked it."""
    if cite.at is None:
        return ""
    return vi.BY_OFFICE if cite.office else vi.UNCHECKED if cite.unchecked else ""


def article_link(desk: Desk, cite: Cite) -> ArticleLink | Label:
    """The article as a link; where only a setting stands behind it, plain words."""
    if cite.at is None:
        return label(vi.BY_OFFICE if cite.office else vi.UNCITED if cite.profile else vi.SILENT, "caption")
    link = ArticleLink(vi.cite(cite), caption_of(cite))
    link.clicked.connect(lambda: desk.show_article(cite))
    return link


def mark_of(finding: Finding | None, size: int = 18) -> Mark:
    return Mark(finding.verdict, vi.said_of(finding), size) if finding else Mark(size=size)


def word(verdict: str) -> str:
    """The one word of a verdict."""
    return vi.VERDICT[Verdict(verdict)] if verdict else ""
