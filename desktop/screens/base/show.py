"""Small ways in which every screen shows the same thing: an article, a person, a finding's mark."""

from PySide6.QtWidgets import QLayout, QWidget

from desktop import vi
from desktop.domain.findings import Cite, Finding, Verdict
from desktop.qt.boxes import STRETCH, Label, column, holder, label, row
from desktop.qt.buttons import ArticleLink, Link
from desktop.qt.marks import Mark
from desktop.screens.base.desk import Desk
from desktop.usecases.base.said import said_of


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


REASONING = "Cách tính"
"""The one word by which a finding is opened to how it came about."""


class ReasoningLink(Link):
    """Opens a finding to its reasoning."""

    def __init__(self, desk: Desk, finding: Finding) -> None:
        super().__init__(REASONING, run=lambda: desk.show_reasoning(finding), role="link-caption")
        self.finding = finding
        self.setAccessibleName(f"{REASONING}: {finding.text}")


def grounds(desk: Desk, finding: Finding) -> QWidget:
    """Under a finding: its article, and the way to its reasoning; a long article has that under it."""
    article, why = article_link(desk, finding.cite), ReasoningLink(desk, finding)
    if article.sizeHint().width() + why.sizeHint().width() > _ROOM:
        return holder(column(article, row(why, STRETCH), gap=0))
    return holder(row((article, 0), why, STRETCH, gap=10))


_ROOM = 210
"""What a side panel has beside its marks."""


def judged(desk: Desk, finding: Finding, *, role: str = "body", gap: int = 2, above: int = 1) -> QLayout:
    """A finding beside its mark, its grounds under it."""
    words = column(label(finding.text, role, wrap=True), grounds(desk, finding), gap=gap)
    return row(column(above, mark_of(finding, 16), STRETCH, gap=0), (words, 1), gap=8)


def mark_of(finding: Finding | None, size: int = 18) -> Mark:
    return Mark(finding.verdict, said_of(finding), size) if finding else Mark(size=size)


def word(verdict: str) -> str:
    """The one word of a verdict."""
    return vi.VERDICT[Verdict(verdict)] if verdict else ""
