"""How the votes of a session are told on paper. May import domain and papers."""

from desktop.domain.decisions import counts
from desktop.domain.records import AgendaItem, Meeting
from desktop.domain.sittings import Sitting
from desktop.papers.forms.base.writing import Writing
from desktop.papers.paper import (
    DOTS,
)


def counted(writing: Writing, meeting: Meeting, item: AgendaItem) -> str:
    """`tán thành 8/11; không tán thành 2/11; ý kiến khác 1/11 ủy viên`: who was away neither voted nor kept from it."""
    sitting = Sitting(writing.facts, meeting, writing.on)
    found = counts(sitting, item.vote) if item.vote else None
    if found is None or not sitting.members:
        return DOTS
    words = zip(("tán thành", "không tán thành", "ý kiến khác"), found, strict=True)
    return "; ".join(f"{word} {count}/{len(sitting.members)}" for word, count in words) + " ủy viên."
