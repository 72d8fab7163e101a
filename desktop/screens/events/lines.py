"""One event as the panel of a day shows it, with what can be done about it there."""

from functools import partial

from PySide6.QtWidgets import QLayout, QWidget

from desktop import vi
from desktop.domain.events import Happening
from desktop.qt.boxes import STRETCH, column, label, row
from desktop.qt.buttons import Link, small_link
from desktop.screens.base.desk import Desk
from desktop.screens.events.dialogs import EventDialog, cancel, leave_out, remove
from desktop.usecases.events import rows as events


def event_lines(desk: Desk, one: Happening, parent: QWidget) -> tuple[Link, QLayout]:
    """Its title, which opens it, and all the lines it heads."""
    event = one.event
    title = Link(vi.event_title(event), run=lambda: EventDialog(desk, event, parent=parent).exec())
    title.setWordWrap(True)
    paper = events.called_by(desk.facts, event)
    kind = vi.event_kind(event)
    told = (
        "Đã hủy" if event.cancelled else "",
        events.where(one),
        kind if kind != title.text() else "",
        events.who(desk.facts, event),
        f"Theo {paper}" if paper else "",
        events.series(event),
        event.note,
    )
    lines = [label(text, "caption", wrap=True) for text in told if text]
    return title, column(title, *lines, row(*_links(desk, one), STRETCH, gap=12), gap=3)


def _links(desk: Desk, one: Happening) -> list[QWidget]:
    event, named = one.event, vi.event_title(one.event)
    links: list[QWidget] = []
    if event.repeats and not event.cancelled:
        links.append(small_link("Bỏ ngày này", f"Bỏ ngày {vi.day(one.day)}: {named}", partial(leave_out, desk, one)))
    word = "Không hủy" if event.cancelled else "Hủy"
    links.append(small_link(word, f"{word}: {named}", partial(cancel, desk, event, cancelled=not event.cancelled)))
    return [*links, small_link("Xóa", f"Xóa: {named}", partial(remove, desk, event))]
