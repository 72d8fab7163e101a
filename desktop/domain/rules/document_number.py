"""Every dated document has the number that follows in its series."""

import datetime as dt

from desktop.domain.cases import DOCUMENTS
from desktop.domain.findings import Verdict
from desktop.domain.judging import Outcome
from desktop.domain.keys import Key
from desktop.domain.records import Document
from desktop.domain.register import Paper
from desktop.domain.regulation import Ruling
from desktop.domain.rule import Reads, Rule
from desktop.domain.series import SYMBOL
from desktop.domain.wording import day

REQUIRED = Key("document.form.required")

RULE = Rule("document.number", of=DOCUMENTS, reads=(Reads.DOCUMENTS, Reads.OFFICE), cites=(REQUIRED,))


@RULE.judged_by
def judge(paper: Paper) -> Outcome | None:
    ruling = paper.facts.ruling(REQUIRED, paper.day)
    if ruling is None or not ruling.value:
        return None
    before = paper.register.before.get(paper.document.id)
    return _number(paper.document, before, ruling, paper.facts.office.office.kept_from)


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
