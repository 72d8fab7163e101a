"""What is written in the register of papers that come in: a new line, whom it was passed to, that it was settled.

May import domain, vi and db. Writes are handed a store and raise `Refusal`.
"""

import datetime as dt
from dataclasses import replace

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.incoming import year_of
from desktop.domain.records import Incoming, Office, Passed
from desktop.domain.refusal import Refusal
from desktop.domain.series import is_secret
from desktop.usecases.base import edits
from desktop.usecases.base.attachments import SECRET
from desktop.usecases.base.names import clean

NUMBER, ARRIVED, DATE, SENDER, TITLE = "Số đến", "Ngày đến", "Ngày văn bản", "Nơi gửi", "Trích yếu"
DUE, SETTLED, RESULT, WHOM = "Hạn trả lời, thực hiện", "Ngày xong", "Kết quả", "Chuyển cho"


def next_number(office: Office, day: dt.date) -> int:
    """One after the highest of the year: numbers of arrival begin anew each year."""
    return 1 + max((one.number or 0 for one in office.incoming if year_of(one) == day.year), default=0)


def save(store: Store, *, before: Incoming, draft: Incoming, on: dt.date) -> Incoming:
    """Put in a new line, which has no id yet, under its number or the next one; or mend one that is there."""
    said = replace(
        draft,
        sender=clean(draft.sender),
        symbol=clean(draft.symbol),
        title=vi.nfc(draft.title).strip(),
        order=vi.nfc(draft.order).strip(),
        result=vi.nfc(draft.result).strip(),
    )
    _check(store.now(), before, said, on)
    if before.id:
        return edits.amend(store, before, said)
    given = replace(said, number=said.number or next_number(store.now(), said.arrived or on))
    return edits.add(store, given)


def _check(office: Office, before: Incoming, paper: Incoming, on: dt.date) -> None:
    if not paper.sender:
        raise Refusal(f"{SENDER}: cần ghi cơ quan, đơn vị hoặc người gửi văn bản.", field="sender")
    if not paper.title:
        raise Refusal(f"{TITLE}: cần ghi nội dung văn bản, một câu ngắn.", field="title")
    if paper.arrived is None:
        raise Refusal(f"{ARRIVED}: cần ghi ngày văn bản đến, như {vi.day(on)}.", field="arrived")
    edits.not_after(paper.arrived, on, "arrived", ARRIVED)
    edits.not_before(paper.arrived, paper.date, "arrived", ARRIVED, "ngày văn bản")
    edits.not_before(paper.due, paper.date, "due", DUE, "ngày văn bản")
    _refuse_taken(office, before, paper)
    if is_secret(paper) and paper.attachments:
        raise Refusal(SECRET, field="secrecy")


def _refuse_taken(office: Office, before: Incoming, paper: Incoming) -> None:
    same = (one for one in office.incoming if one.id != before.id and year_of(one) == year_of(paper))
    taken = next((one for one in same if paper.number and one.number == paper.number), None)
    if taken:
        said = f"{NUMBER} {paper.number:02} năm {year_of(paper)} đã ghi cho {taken.symbol or taken.title}"
        raise Refusal(f"{said}; cần số khác, hoặc bỏ trống để lấy số tiếp theo.", field="number")


def remove(store: Store, *, paper: Incoming) -> None:
    store.remove(Incoming, paper.id, before=paper)


# Whom it was passed to


def pass_on(store: Store, *, paper: Incoming, passed: Passed, on: dt.date) -> Incoming:
    """Note to whom it was passed, once each; one alone has the lead."""
    if not (passed.person or passed.unit):
        raise Refusal(f"{WHOM}: cần chọn người hoặc đơn vị trong danh mục.", field="person")
    if passed.person and passed.unit:
        raise Refusal(f"{WHOM}: chọn một người hoặc một đơn vị; chuyển cho cả hai thì ghi hai lần.", field="unit")
    if any((one.person, one.unit) == (passed.person, passed.unit) for one in paper.passed):
        raise Refusal(f"{WHOM}: văn bản này đã chuyển nơi ấy.", field="unit" if passed.unit else "person")
    edits.not_after(passed.date, on, "date", "Ngày chuyển")
    edits.not_before(passed.date, paper.arrived, "date", "Ngày chuyển", "ngày đến")
    others = tuple(replace(one, lead=False) if passed.lead else one for one in paper.passed)
    return edits.amend(store, paper, replace(paper, passed=(*others, passed)))


def take_back(store: Store, *, paper: Incoming, place: int) -> Incoming:
    """Take one of those it was passed to off again."""
    return edits.amend(store, paper, replace(paper, passed=edits.without(paper.passed, place)))


# That it was settled


def settle(store: Store, *, facts: Facts, paper: Incoming, draft: Incoming, on: dt.date) -> Incoming:
    """By a document of the register, or on a day without one; then what was done must be said."""
    said = replace(draft, result=vi.nfc(draft.result).strip())
    if said.answer:
        document = facts.document(said.answer)
        edits.not_before(document.date if document else None, paper.date, "answer", "Văn bản trả lời", "ngày văn bản")
        said = replace(said, settled=None)
    elif said.settled is None:
        raise Refusal(f"{SETTLED}: chọn văn bản trả lời, hoặc ghi ngày đã làm xong không cần văn bản.", field="settled")
    elif not said.result:
        raise Refusal(f"{RESULT}: không có văn bản trả lời thì cần ghi đã làm gì.", field="result")
    edits.not_after(said.settled, on, "settled", SETTLED)
    edits.not_before(said.settled, paper.date, "settled", SETTLED, "ngày văn bản")
    return edits.amend(store, paper, said)


def reopen(store: Store, *, paper: Incoming) -> Incoming:
    """Let it wait again."""
    return edits.amend(store, paper, replace(paper, answer=None, settled=None, result=""))
