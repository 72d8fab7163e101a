"""F1: the articles that govern what is on the screen, in the office's attached words where there are any."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.domain.findings import Cite
from desktop.qt.boxes import STRETCH, column, framed, holder, label, row, scroll
from desktop.qt.dialog import Dialog
from desktop.screens.base.desk import Desk
from desktop.usecases.regulations import articles


class ArticleDialog(Dialog):
    """One block an article; says so where the screen stands under none."""

    def __init__(self, desk: Desk, cites: Sequence[Cite], parent: QWidget | None = None) -> None:
        super().__init__("Điều quy định", parent=parent)
        shown = articles.articles(desk.facts, cites, desk.today)
        blocks = [_block(one) for one in shown] or [label("Quy chế không có điều nào quy định phần này.", wrap=True)]
        self.body.addWidget(scroll(holder(column(*blocks, STRETCH, gap=12, margins=(0, 0, 8, 0)))))
        self.foot_note(articles.regulation_title(desk.facts, desk.today))
        self.set_size(560, 420 if len(blocks) > 1 else 300)


def _block(one: articles.Article) -> QWidget:
    lines: list[object] = [label(one.title, "section")]
    lines += [label(means, wrap=True) for means in one.means]
    if one.words:
        words = label(one.words, "caption-text", wrap=True, selectable=True)
        lines.append(framed(column(words, margins=(8, 0, 0, 0)), "quote"))
    elif one.note:
        lines.append(label(one.note, "faint", wrap=True))
    return framed(row((column(*lines, gap=4), 1), margins=(12, 10, 12, 10)))
