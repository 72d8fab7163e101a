"""Whether documents are numbered in their series without gap or double, and signed by whom the text says.

`desktop.domain` only. `series` says which documents are numbered together. A document is held against the one before
it, so that a double is told of the later one. One without a day is a draft.
"""

import datetime as dt
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from desktop.domain.facts import Facts
from desktop.domain.findings import Finding, Verdict
from desktop.domain.judging import CONTRARY, Outcome, Window, article, doubted, to_come
from desktop.domain.records import Assignment, Document, Person
from desktop.domain.regulation import Ruling
from desktop.domain.series import SYMBOL, in_series, lead
from desktop.domain.wording import BODY, day

_OFFICE_PAPERS = ("GM", "BB")
"""Invitations are the office's; minutes bear the two signatures of those who held and wrote them."""
_DEPUTY: dict[str, str] = {"pho-bi-thu-thuong-truc": "Phó Bí thư Thường trực", "pho-bi-thu": "Phó Bí thư"}
_BY_ORDER_NEVER = ("NQ", "CT", "QĐ", "QĐi", "QC", "KL")
"""What a committee or its standing committee lays down is signed on its behalf, not by its order."""


def number(facts: Facts, window: Window) -> Iterator[Finding]:
    """Every dated document has the number that follows in its series."""
    before = _before(facts)
    for document in facts.office.documents:
        yield from _judged_number(facts, document, window, before)


def of_document(facts: Facts, document: Document, on: dt.date) -> Iterator[Finding]:
    """Both findings of one document, which stands in the office as it is given."""
    window = Window.of(facts, on)
    yield from _judged_number(facts, document, window, _before(facts))
    given = _Given(line for line in facts.office.assignments if line.person == document.signed_by)
    yield from _judged_signer(facts, document, window, given)


def _judged_number(
    facts: Facts, document: Document, window: Window, before: Mapping[str, Document]
) -> Iterator[Finding]:
    ruling = _required(facts, document, window)
    if ruling:
        judged = _number(document, before.get(document.id), ruling, facts.office.office.kept_from)
        judged = to_come(judged, document.date or window.on, window.on)
        yield judged.of("document.number", f"documents/{document.id}")


def _required(facts: Facts, document: Document, window: Window) -> Ruling | None:
    if document.date is None or not window.holds(document.date):
        return None
    ruling = facts.ruling("document.form.required", document.date)
    return ruling if ruling and ruling.value else None


def _before(facts: Facts) -> Mapping[str, Document]:
    """The document before each in its series."""
    return {later.id: earlier for papers in in_series(facts).values() for earlier, later in pairwise(papers)}


def _number(document: Document, before: Document | None, ruling: Ruling, kept_from: dt.date | None) -> Outcome:
    own = document.number
    if own is None:
        text = "Văn bản có ngày nhưng chưa có số; đã ban hành thì cấp số, chưa ban hành thì bỏ trống ngày."
        return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text)
    last = before.number if before and before.number is not None else 0
    expected, name = f"{last + 1:02}", f"Số {own:02}" + (f"-{document.type}" if document.type else "")
    faults = _faults(document, own, before, last)
    if faults:
        return Outcome(
            verdict=Verdict.BREACH,
            cite=ruling.cite,
            text=f"{name} {'; '.join(faults)}.",
            expected=expected,
            actual=f"{own:02}",
        )
    if before is None and own > 1 and kept_from:
        text = f"{name} là số đầu tiên từ ngày bắt đầu ghi sổ {day(kept_from)}; các số trước không có trong sổ này."
        return Outcome(verdict=Verdict.MET, cite=ruling.cite, text=text, actual=f"{own:02}")
    if before is None and own > 1:
        text = f"{name} là số đầu tiên có trong sổ; chưa rõ các số trước ({_run(1, own - 1)}) đã cấp hay bỏ trống."
        return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text, expected=expected, actual=f"{own:02}")
    follows = f"tiếp số {last:02}" if before else "mở đầu sổ của nhiệm kỳ"
    gone = f"; đã hủy ngày {day(document.cancelled)}, số không cấp lại" if document.cancelled else ""
    text = f"{name} {follows}{gone}."
    return Outcome(verdict=Verdict.MET, cite=ruling.cite, text=text, expected=expected, actual=f"{own:02}")


def _faults(document: Document, own: int, before: Document | None, last: int) -> list[str]:
    faults = []
    if own < 1:
        faults.append("không thể cấp; số bắt đầu từ 01")
    if before and own == last:
        dated = f" ngày {day(before.date)}" if before.date else ""
        faults.append(f"đã cấp cho văn bản khác{dated}")
    if before and own > last + 1:
        faults.append(f"cách số liền trước, thiếu {_run(last + 1, own - 1)}")
    if before and before.date and document.date and document.date < before.date:
        faults.append(f"ghi ngày {day(document.date)}, trước số {last:02} ngày {day(before.date)}")
    said = SYMBOL.fullmatch(document.symbol)
    if said and (int(said[1]) != own or (document.type and said[2].casefold() != document.type.casefold())):
        faults.append(f"không khớp ký hiệu {document.symbol}")
    return faults


def _run(first: int, last: int) -> str:
    return f"số {first:02}" if first == last else f"số {first:02} đến {last:02}"


class _Days:
    """The days on which one of some assignments stands: spans in order that do not meet, searched by halves."""

    def __init__(self, lines: Iterable[Assignment]) -> None:
        self._firsts: list[dt.date] = []
        self._lasts: list[dt.date] = []
        for first, last in sorted((line.from_ or dt.date.min, line.to or dt.date.max) for line in lines):
            if self._lasts and first <= self._lasts[-1]:
                self._lasts[-1] = max(self._lasts[-1], last)
            else:
                self._firsts.append(first)
                self._lasts.append(last)

    def __contains__(self, value: dt.date) -> bool:
        before = bisect_right(self._firsts, value)
        return before > 0 and value <= self._lasts[before - 1]


class _Given:
    """All that one person was ever assigned: the days on which it was anything, and on which it was to sign."""

    def __init__(self, lines: Iterable[Assignment]) -> None:
        every = list(lines)
        self.days, self.signing = _Days(every), _Days(filter(_to_sign, every))


@dataclass(frozen=True, slots=True)
class _Signed:
    """A document of the committee or its standing committee, dated; `given` is all its signer was ever assigned."""

    facts: Facts
    document: Document
    day: dt.date
    ruling: Ruling
    given: _Given

    @property
    def signer(self) -> Person | None:
        return self.facts.person(self.document.signed_by)

    def said(self, verdict: Verdict, text: str, ruling: Ruling | None = None) -> Outcome:
        return Outcome(verdict=verdict, cite=(ruling or self.ruling).cite, text=f"{text}.")


def signer(facts: Facts, window: Window) -> Iterator[Finding]:
    """The secretary signs; the standing deputy what he was given to sign (000, 002)."""
    lines: defaultdict[str | None, list[Assignment]] = defaultdict(list)
    for line in facts.office.assignments:
        lines[line.person].append(line)
    given = {who: _Given(own) for who, own in lines.items()}
    for document in facts.office.documents:
        yield from _judged_signer(facts, document, window, given.get(document.signed_by) or _Given(()))


def _judged_signer(facts: Facts, document: Document, window: Window, given: _Given) -> Iterator[Finding]:
    if document.cancelled or document.date is None or lead(document) not in ("bch", "btv"):
        return
    if not window.holds(document.date):
        return
    ruling = facts.ruling("document.signer.role", document.date)
    if ruling and _on_behalf(document):
        judged = to_come(_signer(_Signed(facts, document, document.date, ruling, given)), document.date, window.on)
        yield judged.of("document.signer", f"documents/{document.id}")


def _on_behalf(document: Document) -> bool:
    """Office papers, and what the office signs by order, are no documents of the committee's own."""
    if document.type in _OFFICE_PAPERS:
        return False
    return document.authority != "T/L" or document.type in _BY_ORDER_NEVER


def _signer(paper: _Signed) -> Outcome:
    body = BODY[lead(paper.document)]  # type: ignore[index]  # a committee, as `_judged_signer` asks
    limit = f"{article(paper.ruling.cite)} giao Bí thư ký văn bản của {body}"
    secretary = paper.facts.secretary(paper.day)
    if paper.signer is None:
        return paper.said(Verdict.UNCLEAR, f"Chưa ghi người ký; {limit}")
    who = paper.signer.name
    if secretary is None:
        return paper.said(
            Verdict.UNKNOWN, f"{who} ký; không có Bí thư nào đương nhiệm ngày {day(paper.day)} để đối chiếu"
        )
    if paper.document.authority in ("K/T", "T/L"):
        return paper.said(Verdict.BREACH, f"{who} ký {paper.document.authority}; {limit}, thay mặt tập thể (T/M)")
    seat = paper.facts.holds(paper.signer.id, "thuong-truc", paper.day)
    role = seat.role if seat else ""
    if role == paper.ruling.word:
        return paper.said(Verdict.MET, f"Bí thư {who} ký; {limit}")
    if role.startswith("pho-bi-thu"):
        return _deputy(paper, role, f"{_DEPUTY[role]} {who} ký", limit)
    return paper.said(Verdict.BREACH, f"{who} ký; {limit}")


def _deputy(paper: _Signed, role: str, fact: str, limit: str) -> Outcome:
    """The deputy the text names signs some documents, by the secretary's assignment, which has to be on record."""
    instead = _instead(paper, role, fact)
    if instead:
        return instead
    ruling = paper.facts.ruling("document.signer.deputy", paper.day)
    if ruling is None or ruling.word != role:
        return paper.said(Verdict.BREACH, f"{fact}; {limit}")
    asked = f"{article(ruling.cite)} cho ký một số văn bản theo phân công của Bí thư"
    if paper.day in paper.given.signing:
        return paper.said(Verdict.MET, f"{fact} theo phân công; {asked}", ruling)
    if paper.day in paper.given.days:
        text = f"{fact}; {asked}; ghi rõ trong phân công của đồng chí ấy có việc ký văn bản hay không"
        return paper.said(Verdict.UNCLEAR, text, ruling)
    return paper.said(Verdict.BREACH, f"{fact}, không có phân công nào đang hiệu lực; {asked}", ruling)


def _instead(paper: _Signed, role: str, fact: str) -> Outcome | None:
    """Where the text itself has a deputy stand in for the secretary, he signs for him while he is recorded away."""
    ruling, secretary = paper.facts.ruling("document.signer.standing_in", paper.day), paper.facts.secretary(paper.day)
    away = paper.facts.absence(secretary.id, paper.day) if secretary else None
    if ruling is None or ruling.word != role or away is None:
        return None
    text = f"{fact} thay Bí thư vắng từ {day(away.from_)} đến {day(away.to)} theo {article(ruling.cite)}"
    own = paper.facts.absence(paper.signer.id, paper.day) if paper.signer else None
    doubt = f"nhưng người ký cũng vắng từ {day(own.from_)} đến {day(own.to)}, {CONTRARY}" if own else ""
    return doubted(paper.said(Verdict.MET, text, ruling), doubt)


def _to_sign(line: Assignment) -> bool:
    """Whether what was given says `ký`; folding it would also find `kỳ` and `kỷ`."""
    return "ký" in re.findall(r"\w+", f"{line.subject} {line.field}".lower())
