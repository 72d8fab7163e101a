"""The secretary signs; the standing deputy what he was given to sign (000, 002)."""

import datetime as dt
from dataclasses import dataclass

from desktop.domain.cases import DOCUMENTS
from desktop.domain.facts import Facts
from desktop.domain.findings import Verdict
from desktop.domain.judging import CONTRARY, Outcome, article, doubted
from desktop.domain.keys import Key
from desktop.domain.records import Document, Person
from desktop.domain.register import Given, Paper
from desktop.domain.regulation import Ruling
from desktop.domain.rule import Reads, Rule
from desktop.domain.series import lead
from desktop.domain.wording import BODY, day

DEPUTY = Key("document.signer.deputy")
ROLE = Key("document.signer.role")
STANDING_IN = Key("document.signer.standing_in")

RULE = Rule(
    "document.signer",
    of=DOCUMENTS,
    reads=(Reads.PEOPLE, Reads.ABSENCES, Reads.ASSIGNMENTS),
    cites=(DEPUTY, ROLE, STANDING_IN),
)

_OFFICE_PAPERS = ("GM", "BB")
"""Invitations are the office's; minutes bear the two signatures of those who held and wrote them."""
_DEPUTY: dict[str, str] = {"pho-bi-thu-thuong-truc": "Phó Bí thư Thường trực", "pho-bi-thu": "Phó Bí thư"}
_BY_ORDER_NEVER = ("NQ", "CT", "QĐ", "QĐi", "QC", "KL")
"""What a committee or its standing committee lays down is signed on its behalf, not by its order."""


@RULE.judged_by
def judge(paper: Paper) -> Outcome | None:
    document = paper.document
    if document.cancelled or lead(document) not in ("bch", "btv"):
        return None
    ruling = paper.facts.ruling(ROLE, paper.day)
    if ruling is None or not _on_behalf(document):
        return None
    return _signer(_Signed(paper.facts, document, paper.day, ruling, paper.register.given(document.signed_by)))


@dataclass(frozen=True, slots=True)
class _Signed:
    """A document of the committee or its standing committee, dated; `given` is all its signer was ever assigned."""

    facts: Facts
    document: Document
    day: dt.date
    ruling: Ruling
    given: Given

    @property
    def signer(self) -> Person | None:
        return self.facts.person(self.document.signed_by)

    def said(self, verdict: Verdict, text: str, ruling: Ruling | None = None) -> Outcome:
        return Outcome(verdict=verdict, cite=(ruling or self.ruling).cite, text=f"{text}.")


def _on_behalf(document: Document) -> bool:
    """Office papers, and what the office signs by order, are no documents of the committee's own."""
    if document.type in _OFFICE_PAPERS:
        return False
    return document.authority != "T/L" or document.type in _BY_ORDER_NEVER


def _signer(paper: _Signed) -> Outcome:
    body = BODY[lead(paper.document)]  # type: ignore[index]  # a committee, as `judge` asks
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
    seat = paper.facts.leads(paper.signer.id, paper.day)
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
    ruling = paper.facts.ruling(DEPUTY, paper.day)
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
    ruling, secretary = paper.facts.ruling(STANDING_IN, paper.day), paper.facts.secretary(paper.day)
    away = paper.facts.absence(secretary.id, paper.day) if secretary else None
    if ruling is None or ruling.word != role or away is None:
        return None
    text = f"{fact} thay Bí thư vắng từ {day(away.from_)} đến {day(away.to)} theo {article(ruling.cite)}"
    own = paper.facts.absence(paper.signer.id, paper.day) if paper.signer else None
    doubt = f"nhưng người ký cũng vắng từ {day(own.from_)} đến {day(own.to)}, {CONTRARY}" if own else ""
    return doubted(paper.said(Verdict.MET, text, ruling), doubt)
