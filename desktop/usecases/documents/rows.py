"""The register of documents as the window lists it: rows, filters, words for what a document says. Reads only.

May import domain, vi and exchange.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.form import pack_on
from desktop.domain.records import Ballot, Delegated, Document
from desktop.domain.refusal import Refusal
from desktop.domain.rules import document_number, document_signer
from desktop.domain.series import SHORT, is_joint, is_secret, issuers, lead, organ_symbol, place_of
from desktop.domain.signing import Asked, decide, organ_of
from desktop.exchange.forms import load_committees, load_forms
from desktop.usecases.base import afterwards, central, names

AUTHORITY = ("T/M", "T/L", "K/T", "T/U", "Q")
ISSUER = {organ.code: organ.name for organ in load_committees().organs}
"""The organs that issue papers here; a joint paper names others in words."""
TERM, BEFORE, AFTER = "term", "before", "after"
ODD, SECRET, JOINT, UNNUMBERED, KEPT, CANCELLED = "odd", "secret", "joint", "unnumbered", "issued", "cancelled"
STATES = (
    (ODD, "Số cần xem lại"),
    (UNNUMBERED, "Chưa có số"),
    (SECRET, "Văn bản mật"),
    (JOINT, "Liên tịch"),
    (KEPT, "Có bản phát hành"),
    (CANCELLED, "Đã hủy số"),
)
RULES = (document_number.RULE.id, document_signer.RULE.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """A line of the register; `told` is what the worst finding says."""

    document: Document
    symbol: str
    issuer: str
    signer: str
    verdict: str
    told: str

    @property
    def id(self) -> str:
        return self.document.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for; `span` is a year, the term, or before or after it; `found` the ids a search gave."""

    kind: str = ""
    span: str = ""
    issuer: str = ""
    state: str = ""
    found: Collection[str] | None = None
    odd: Collection[str] = ()


def rows(facts: Facts, findings: Sequence[Finding], wanted: Wanted) -> list[RegisterRow]:
    """The newest first, of one day by number; those without a day, still to be issued, stand above all."""
    worst = _worst(findings)
    shown = [one for one in facts.office.documents if fits(facts, one, wanted)]
    shown.sort(key=lambda one: (one.date or dt.date.max, one.type, one.number or 0), reverse=True)
    return [_row(facts, one, worst.get(one.id)) for one in shown]


def _row(facts: Facts, document: Document, finding: Finding | None) -> RegisterRow:
    signer = facts.person(document.signed_by)
    return RegisterRow(
        document=document,
        symbol=document.symbol or ("" if document.number is None else f"{document.number:02}"),
        issuer=issuer_words(document),
        signer=signer.name if signer else "",
        verdict=finding.verdict if finding else "",
        told=finding.text if finding else "",
    )


_ORDER = ("breach", "unclear", "unknown", "due", "unregulated", "met", "exempt")


def _worst(findings: Sequence[Finding]) -> Mapping[str, Finding]:
    """By document, the finding that weighs most."""
    found: dict[str, Finding] = {}
    for finding in findings:
        if finding.rule in RULES:
            ident = finding.subject.id
            held = found.get(ident)
            if held is None or _ORDER.index(finding.verdict) < _ORDER.index(held.verdict):
                found[ident] = finding
    return found


def fits(facts: Facts, document: Document, wanted: Wanted) -> bool:
    return (
        (not wanted.kind or document.type == wanted.kind)
        and (not wanted.issuer or wanted.issuer in issuers(document))
        and (not wanted.span or _in_span(facts, document, wanted.span))
        and (not wanted.state or _in_state(document, wanted))
        and (wanted.found is None or document.id in wanted.found)
    )


def _in_span(facts: Facts, document: Document, span: str) -> bool:
    if span.isdecimal():
        return document.date is not None and document.date.year == int(span)
    return place_of(facts, document.date) == {TERM: 0, BEFORE: -1, AFTER: 1}[span]


def _in_state(document: Document, wanted: Wanted) -> bool:
    return {
        ODD: document.id in wanted.odd,
        SECRET: is_secret(document),
        JOINT: is_joint(document),
        UNNUMBERED: document.number is None,
        KEPT: document.issued is not None,
        CANCELLED: document.cancelled is not None,
    }[wanted.state]


# What may be chosen


def types(facts: Facts, on: dt.date) -> dict[str, str]:
    """`NQ` with `Nghị quyết`, in the order of the form's own list; then the types only this office uses."""
    known = pack_on(load_forms(), on).types
    own = {one.type: one.type for one in facts.office.documents if one.type and one.type not in known}
    return {**known, **own}


def used_types(facts: Facts, on: dt.date) -> list[tuple[str, str]]:
    used = {one.type for one in facts.office.documents}
    return [(code, f"{code} – {words}") for code, words in types(facts, on).items() if code in used]


def spans(facts: Facts) -> list[tuple[str, str]]:
    """The term, what lies outside it, and each year there is a document of."""
    days = [one.date for one in facts.office.documents if one.date]
    found = [(TERM, "Nhiệm kỳ này")] if facts.office.office.term else []
    places = {place_of(facts, day) for day in days}
    found += [(key, words) for key, place, words in (
        (BEFORE, -1, "Nhiệm kỳ trước"), (AFTER, 1, "Sau nhiệm kỳ")) if place in places]  # fmt: skip
    return found + [(str(year), f"Năm {year}") for year in sorted({day.year for day in days}, reverse=True)]


def used_issuers(facts: Facts) -> list[tuple[str, str]]:
    used = dict.fromkeys(issuer for one in facts.office.documents for issuer in issuers(one))
    known = [(code, words) for code, words in ISSUER.items() if code in used]
    return known + [(one, one) for one in used if one not in ISSUER]


def issuer_options(facts: Facts) -> list[tuple[str, str]]:
    """Each organ with the symbol its papers bear."""
    return [(code, f"{words} ({organ_symbol(facts, code)})") for code, words in _offered(facts)]


def _offered(facts: Facts) -> list[tuple[str, str]]:
    """The organs that the committee has."""
    return [(code, words) for code, words in ISSUER.items() if code not in facts.lacking]


def issuer_choices(facts: Facts, document: Document) -> list[tuple[str, str]]:
    """The organs of the house, and the one the document names where it is another."""
    own = leading(document)
    offered = _offered(facts)
    return offered if own in dict(offered) else [*offered, (own, ISSUER.get(own, own))]


def signer_options(facts: Facts, day: dt.date) -> list[tuple[str, str]]:
    """The leaders first, then everyone by name."""
    leaders = [person.id for person in facts.leaders(day)]
    people = sorted(facts.office.people, key=lambda one: (one.id not in leaders, vi.name_key(one.name)))
    return names.options(facts, people)


# What is said of one


def cancelled_words(document: Document) -> str:
    """`Đã hủy số ngày 06/9/2024: ghi nhầm loại`; nothing of a number that stands."""
    if document.cancelled is None:
        return ""
    return f"Đã hủy số ngày {vi.day(document.cancelled)}: {document.cancel_reason or 'chưa ghi lý do'}"


def amended_words(document: Document) -> str:
    """`Có sửa sau khi ban hành 31/12/2024: ghi nhầm người dự`; nothing of a paper whose records stand."""
    return afterwards.amended_words(document.amended)


def issuer_words(document: Document) -> str:
    """`Ban Thường vụ`; all of them for a joint paper."""
    return ", ".join(ISSUER.get(one, one) for one in issuers(document))


def leading(document: Document) -> str:
    """The organ in whose series the document lies; the standing committee where none is named."""
    return lead(document) or "btv"


def joint_words(document: Document) -> str:
    """The organs that issue the paper with the first."""
    return "; ".join(ISSUER.get(one, one) for one in issuers(document)[1:])


def issuer_of(leading: str, joint: str) -> str:
    """As a record keeps it: the leading organ's code, then the others by their codes, or as written with what is short.

    `Ủy ban MTTQ xã` becomes `Ủy ban MTTQ xã (MTTQ)`, which is what the symbol bears.
    """
    codes = {vi.fold(words): code for code, words in ISSUER.items()}
    others = [part.strip() for part in joint.split(";") if part.strip()]
    return "; ".join([leading, *(codes.get(vi.fold(one)) or _with_short(one) for one in others)])


def _with_short(name: str) -> str:
    known = load_committees().short(name)
    return name if SHORT.search(name) or not known or name == known else f"{name} ({known})"


def signing_words(facts: Facts, document: Document, on: dt.date) -> str:
    """How the paper is signed, as it prints, or why that cannot be; then what the centre says of such a paper."""
    return "\n".join(filter(None, (_signed(facts, document, on), central.on_document(facts, document, on))))


def _signed(facts: Facts, document: Document, on: dt.date) -> str:
    """Nothing of minutes, which their chair signs."""
    if document.type == "BB":
        return ""
    asked = Asked(
        organ=organ_of(facts, document, "btv"),
        day=document.date or on,
        by_order=document.type in ("GM", "TB"),
        signed_by=document.signed_by,
        authority=document.authority,
        post=document.post,
        what="Chữ ký",
    )
    try:
        made = decide(facts, asked)
    except Refusal as refusal:
        return refusal.sentence
    name = made.person.name if made.person else "chưa ghi người ký"
    return f"Đề ký: {' – '.join(part for part in (made.line, made.post) if part)}, {name}."


def recipients_of(lines: str) -> tuple[str, ...]:
    """One recipient a line, without the dash and the mark the paper puts around it."""
    found = (vi.nfc(line).strip().lstrip("-–").rstrip(",;.").strip() for line in lines.splitlines())
    return tuple(one for one in found if one)


def source_of(facts: Facts, document: Document) -> tuple[str, str, str]:
    """The words, place and record a document came from; empty where it stands alone."""
    source = document.source
    if source is None:
        return ("", "", "")
    if source.meeting:
        from desktop.usecases.meetings import rows as meetings

        meeting = facts.meeting(source.meeting)
        return (meetings.title_of(meeting), "meetings", meeting.id) if meeting else ("", "", "")
    ballot = facts.one(Ballot, source.ballot)
    if ballot:
        return (f"Phiếu xin ý kiến: {ballot.title}", "ballots", ballot.id)
    decision = facts.one(Delegated, source.delegated)
    return (
        (f"Việc theo ủy quyền: {decision.title}", "ballots", f"delegated:{decision.id}") if decision else ("", "", "")
    )
