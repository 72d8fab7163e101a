"""What is asked before a change is taken: votes that fall away, signed minutes and issued papers it leaves behind.

Called at the one door for every change of the window, so that no form has to think of it. May import domain, vi and db.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from db.store import Store
from desktop import vi
from desktop.domain.amending import Bound, bound
from desktop.domain.facts import Facts
from desktop.domain.records import AgendaItem, Amended, Document, Meeting
from desktop.domain.refusal import Refusal

KEPT = "Chưa sửa; điều đã ghi giữ nguyên."
AMENDED = "có sửa sau khi ban hành"
NO_REASON = "Gõ lý do sửa, ví dụ: ghi nhầm người vắng mặt."
FALLING, SIGNED = "Bỏ kết quả biểu quyết", "Sửa điều đã ký, đã ban hành"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a change does beyond what was asked for; `bound` has what asks for a reason."""

    falling: tuple[str, ...]
    papers: tuple[str, ...]
    bound: Bound

    @property
    def last_reason(self) -> str:
        """What was said of the change before: several in a row mostly have one reason."""
        named = (self.bound.minutes, *self.bound.documents)
        return next((one.amended[-1].reason for one in named if one is not None and one.amended), "")

    @property
    def needs_reason(self) -> bool:
        return bool(self.bound)

    @property
    def title(self) -> str:
        return SIGNED if self.needs_reason else FALLING

    @property
    def act(self) -> str:
        """What the button says."""
        return "Sửa và ghi lý do" if self.needs_reason else "Bỏ các ý kiến này"


def question(facts: Facts, store: Store) -> Question | None:
    """What has to be asked before what was put through the store is kept; None where nothing has."""
    falling = tuple(line for before, after in store.changed for line in fallen(facts, before, after))
    held = bound(facts, store.changed)
    papers = tuple(_papers(held))
    return Question(falling=falling, papers=papers, bound=held) if falling or papers else None


def fallen(facts: Facts, before: Any, after: Any) -> Iterator[str]:  # noqa: ANN401 - any record
    """The votes that go because somebody is no longer marked present, item by item."""
    if not (isinstance(before, Meeting) and isinstance(after, Meeting)) or before.attendance == after.attendance:
        return
    now = {item.id: item for item in after.agenda}
    for number, item in enumerate(before.agenda, start=1):
        if item.id in now and item.vote and item.vote != now[item.id].vote:
            yield f"Mục {number}, “{item.title}”: {_lost(facts, item, now[item.id])}."


def _lost(facts: Facts, item: AgendaItem, after: AgendaItem) -> str:
    assert item.vote is not None
    if item.vote.counts and not (after.vote and after.vote.counts):
        cast = item.vote.counts.approve + item.vote.counts.reject + item.vote.counts.other
        return f"bỏ kết quả kiểm {cast} phiếu, nhiều hơn số ủy viên dự; cần kiểm lại"
    kept = {choice.person for choice in after.vote.choices} if after.vote else set()
    gone = [facts.named(choice.person) for choice in item.vote.choices if choice.person not in kept]
    return f"bỏ ý kiến của {', '.join(gone)}"


def _papers(held: Bound) -> Iterator[str]:
    if held.minutes is not None:
        signed = held.minutes.minutes
        yield f"Biên bản đã ký{f' ngày {vi.day(signed)}' if signed else ''}"
    for paper in held.documents:
        yield f"{paper.symbol or paper.title}{f' ngày {vi.day(paper.date)}' if paper.date else ''}"


def note(store: Store, held: Bound, reason: str, on: dt.date) -> None:
    """Keep the reason with the meeting and with every paper the change leaves behind, once for a day and a reason."""
    if not reason.strip():
        raise Refusal(NO_REASON, field="reason")
    line = Amended(on=on, reason=vi.nfc(reason).strip())
    named: tuple[Meeting | Document | None, ...] = (held.minutes, *held.documents)
    for record in named:
        now = store.find(type(record), record.id) if record is not None else None
        if now is not None and line not in now.amended:
            store.put(replace(now, amended=(*now.amended, line)))


def amended_words(amended: Iterable[Amended], what: str = AMENDED) -> str:
    """`Có sửa sau khi ban hành 31/12/2024: ghi nhầm người vắng mặt`; the latest last."""
    said = (f"{vi.day(one.on) if one.on else ''}: {one.reason}".strip(": ") for one in amended)
    return vi.capital("; ".join(f"{what} {each}" for each in said))
