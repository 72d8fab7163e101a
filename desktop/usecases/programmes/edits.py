"""What changes a work programme: drawing it up, its items, adopting it, adjusting it, noting how far it has come.

Each function takes the record as it was read and refuses what cannot be. The items of an adopted programme stand as
they were adopted until it is adjusted: then what was adopted is kept as a version. Nothing is committed here.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.programmes import TYPE
from desktop.domain.programmes import document as issued_as
from desktop.domain.programmes import title as register_title
from desktop.domain.records import Body, Document, Programme, ProgrammeItem, ProgrammeKind, ProgrammeVersion
from desktop.domain.refusal import Refusal
from desktop.usecases.documents import edits as document_edits
from desktop.usecases.programmes import rows as programmes
from desktop.usecases.programmes.rows import State, period_words, span_of, title_of
from desktop.usecases.programmes.versions import version_changes


def make(
    store: Store,
    *,
    facts: Facts,
    kind: ProgrammeKind,
    body: Body,
    period: str,
    items: Sequence[ProgrammeItem] = (),
) -> Programme:
    """A draft; refused where the period is none or the body already has its programme for it."""
    if span_of(facts, period) is None:
        asked = "cần ghi ngày bắt đầu nhiệm kỳ trong Danh mục trước" if period == "term" else "cần chọn lại kỳ"
        raise Refusal(f"Kỳ “{period_words(period)}” chưa rõ từ ngày nào; {asked}.", field="period")
    draft = Programme(id=store.new_id(Programme), kind=kind, body=body, period=period, items=tuple(items))
    if any(programmes.subject_of(one) == programmes.subject_of(draft) for one in facts.office.programmes):
        raise Refusal(f"{title_of(draft)} đã có; cần chọn kỳ khác.", field="period")
    store.put(draft, before=None)
    return draft


def remove(store: Store, *, programme: Programme) -> None:
    """Take out a draft; what was once adopted stays."""
    if programme.adopted:
        raise Refusal("Chương trình đã thông qua nên không xóa được; muốn đổi nội dung thì điều chỉnh.")
    store.remove(Programme, programme.id)


# Items


def _open(programme: Programme) -> None:
    if not programmes.is_open(programme) and programme.adopted:
        said = f"Chương trình đã thông qua ngày {vi.day(programme.adopted)}"
        raise Refusal(f"{said}; muốn đổi nội dung, cần chọn Điều chỉnh trước.", field="items")


def _clean(item: ProgrammeItem) -> ProgrammeItem:
    return replace(
        item,
        title=_line(item.title),
        product=_line(item.product),
        participants=_line(item.participants),
        progress=_line(item.progress),
    )


def _line(text: str) -> str:
    return vi.nfc(" ".join(text.split()))


def _check(facts: Facts, programme: Programme, item: ProgrammeItem, on: dt.date, old: ProgrammeItem | None) -> None:
    if not item.title:
        raise Refusal("Việc chưa có nội dung; cần ghi nội dung công việc.", field="title")
    span = span_of(facts, programme.period)
    if item.due and span and (old is None or old.due != item.due) and not span.first <= item.due <= span.last:
        said = f"Ngày {vi.day(item.due)} nằm ngoài {span.words}"
        raise Refusal(f"{said}; cần ngày từ {vi.day(span.first)} đến {vi.day(span.last)}.", field="due")
    if item.done and item.done > on:
        raise Refusal(f"Ngày xong {vi.day(item.done)} chưa đến; cần ngày không sau {vi.day(on)}.", field="done")


def _put(store: Store, programme: Programme, items: Sequence[ProgrammeItem]) -> Programme:
    after = replace(programme, items=tuple(items))
    if after != programme:
        store.put(after, before=programme)
    return after


def add_item(store: Store, *, facts: Facts, programme: Programme, item: ProgrammeItem, on: dt.date) -> Programme:
    _open(programme)
    new = _clean(item)
    _check(facts, programme, new, on, None)
    return _put(store, programme, (*programme.items, new))


def amend_item(
    store: Store, *, facts: Facts, programme: Programme, place: int, item: ProgrammeItem, on: dt.date
) -> Programme:
    """Change an item; of an adopted programme only how far it has come."""
    old, new = programme.items[place], _clean(item)
    if replace(new, done=old.done, progress=old.progress, meeting=old.meeting) != old:
        _open(programme)
    _check(facts, programme, new, on, old)
    return _put(store, programme, (*programme.items[:place], new, *programme.items[place + 1 :]))


def reopen(store: Store, *, programme: Programme, place: int) -> Programme:
    """Not done after all; what was written of its progress stays."""
    items = list(programme.items)
    items[place] = replace(items[place], done=None)
    return _put(store, programme, items)


def remove_item(store: Store, *, programme: Programme, place: int) -> Programme:
    _open(programme)
    return _put(store, programme, (*programme.items[:place], *programme.items[place + 1 :]))


def move_item(store: Store, *, programme: Programme, place: int, by: int) -> Programme:
    """Move an item up (-1) or down (+1); at either end nothing changes."""
    _open(programme)
    items = list(programme.items)
    items.insert(min(max(place + by, 0), len(items) - 1), items.pop(place))
    return _put(store, programme, items)


def add_items(store: Store, *, programme: Programme, items: Sequence[ProgrammeItem]) -> Programme:
    """Append several, such as what the regulation asks for and the draft still lacks."""
    _open(programme)
    return _put(store, programme, (*programme.items, *items))


# Adopting and adjusting


def adopt(store: Store, *, facts: Facts, programme: Programme, day: dt.date, on: dt.date) -> Programme:
    """A draft is adopted on a day, or the adjustment of an adopted one; late is a verdict, not a refusal."""
    state, since = programmes.state_of(programme), programmes.stands_since(programme)
    if state is State.ADOPTED and since:
        raise Refusal(f"Chương trình đã ghi thông qua ngày {vi.day(since)}.", field="adopted")
    if not programme.items:
        raise Refusal("Chương trình chưa có việc nào nên chưa ghi thông qua được; cần thêm việc trước.", field="items")
    if day > on:
        raise Refusal(
            f"Ngày thông qua {vi.day(day)} chưa đến; cần ngày không sau hôm nay, {vi.day(on)}.", field="adopted"
        )
    if state is State.ADJUSTING and not version_changes(facts, programme, programme.versions[-1]):
        said = "Bản điều chỉnh chưa khác gì bản đã thông qua"
        raise Refusal(f"{said}; cần sửa việc trước, hoặc thôi điều chỉnh.", field="items")
    after = _adjusted_on(programme, day) if state is State.ADJUSTING else replace(programme, adopted=day)
    store.put(after, before=programme)
    return after


def _adjusted_on(programme: Programme, day: dt.date) -> Programme:
    *before, last = programme.versions
    if last.adopted and day < last.adopted:
        said = f"Ngày {vi.day(day)} trước ngày thông qua bản trước, {vi.day(last.adopted)}"
        raise Refusal(f"{said}; cần ngày đó hoặc sau đó.", field="adopted")
    return replace(programme, versions=(*before, replace(last, replaced=day)))


def issue(
    store: Store, *, facts: Facts, programme: Programme, number: int, day: dt.date, on: dt.date
) -> Document:  # fmt: skip
    """Give an adopted programme its number in the register, signed for the body by the secretary."""
    since = programmes.stands_since(programme)
    if since is None:
        raise Refusal("Chương trình chưa thông qua nên chưa cấp số được; cần ghi thông qua trước.", field="number")
    held = issued_as(facts, programme)
    if held:
        raise Refusal(f"Chương trình đã có số {held.symbol}.", field="number")
    if day < since:
        raise Refusal(f"Ngày văn bản {vi.day(day)} trước ngày thông qua {vi.day(since)}; cần ngày đó hoặc sau đó.",
                      field="date")  # fmt: skip
    secretary = facts.secretary(day)
    title = register_title(programme) + (" (điều chỉnh)" if programme.versions else "")
    paper = Document(
        id="", type=TYPE, number=number, date=day, title=title, issuer=programme.body or "", authority="T/M",
        signed_by=secretary.id if secretary else None,
    )  # fmt: skip
    return document_edits.register(store, facts=facts, document=paper, on=on)


def adjust(store: Store, *, programme: Programme, reason: str) -> Programme:
    """Open an adopted programme to change; what was adopted is kept, and stands until the new one is adopted."""
    if programmes.is_open(programme):
        raise Refusal("Chương trình chưa thông qua nên sửa thẳng được, không cần điều chỉnh.", field="adopted")
    if not vi.nfc(reason).strip():
        raise Refusal("Chưa ghi lý do; cần nêu vì sao điều chỉnh.", field="reason")
    version = ProgrammeVersion(adopted=programmes.stands_since(programme), reason=_line(reason), items=programme.items)
    after = replace(programme, versions=(*programme.versions, version))
    store.put(after, before=programme)
    return after


def give_up_adjusting(store: Store, *, programme: Programme) -> Programme:
    """Go back to what was adopted; how far its items have come meanwhile stays noted."""
    if programmes.state_of(programme) is not State.ADJUSTING:
        raise Refusal("Chương trình không đang điều chỉnh.", field="adopted")
    *before, last = programme.versions
    come = {vi.fold(one.title): one for one in programme.items}
    items = tuple(
        replace(one, done=now.done, progress=now.progress) if (now := come.get(vi.fold(one.title))) else one
        for one in last.items
    )
    after = replace(programme, versions=tuple(before), items=items)
    store.put(after, before=programme)
    return after
