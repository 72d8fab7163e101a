"""The document that puts a ballot's result or a delegated decision in writing: its kinds and its register line.

Imports domain, vi and the numbering of meetings' documents. Nothing is committed here.
"""

import datetime as dt

from db.store import Store
from desktop.domain.ballots import Poll
from desktop.domain.facts import Facts
from desktop.domain.findings import Verdict
from desktop.domain.records import Ballot, Body, Delegated, Document, Source
from desktop.domain.refusal import Refusal
from desktop.domain.rules import ballot_majority
from desktop.usecases.ballots import rows as ballots
from desktop.usecases.ballots.edits import refuse_unissuable
from desktop.usecases.documents.numbers import refuse_taken, symbol_of

OF_BALLOT = (("NQ", "Nghị quyết"), ("KL", "Kết luận"), ("TB", "Thông báo"))
OF_DECISION = (("TB", "Thông báo"), ("KL", "Kết luận"), ("QĐ", "Quyết định"))


def _register(
    store: Store, facts: Facts, *, kind: str, number: int, day: dt.date, title: str, issuer: Body, source: Source,
    on: dt.date,
) -> Document:  # fmt: skip
    """Refused for a day to come, or for a number already used in the term."""
    secretary = facts.secretary(day)
    paper = Document(
        id=store.new_id(Document),
        type=kind,
        number=number,
        symbol=symbol_of(facts, kind, number),
        date=day,
        title=title,
        issuer=issuer,
        signed_by=secretary.id if secretary else None,
        authority="T/M",
        source=source,
    )
    refuse_taken(store, facts, paper, on)
    store.put(paper, before=None)
    return paper


def issue_ballot(
    store: Store, *, facts: Facts, ballot: Ballot, kind: str, number: int, day: dt.date, on: dt.date
) -> Document:
    """Issue the result as a session's; refused while it is open, not carried, or left to a session."""
    refuse_unissuable(facts, ballot, on)
    carried = ballot_majority.judge(Poll(facts, ballot, on))
    if carried is not None and carried.verdict is not Verdict.MET:
        raise Refusal(f"Phiếu chưa đạt tỷ lệ nên chưa ban hành được: {carried.text}", field="kind", cite=carried.cite)
    source, title = Source(ballot=ballot.id), ballots.title_of(ballot)
    return _register(
        store, facts, kind=kind, number=number, day=day, title=title, issuer=ballot.body, source=source, on=on
    )


def issue_decision(
    store: Store, *, facts: Facts, decision: Delegated, kind: str, number: int, day: dt.date, on: dt.date
) -> Document:
    """Put a delegated decision in writing (rule N1)."""
    if decision.decision not in ("adopted", "rejected"):
        raise Refusal("Việc chưa ghi quyết định nên chưa ban hành văn bản được.", field="kind")
    source = Source(delegated=decision.id)
    return _register(
        store, facts, kind=kind, number=number, day=day, title=decision.title, issuer="thuong-truc", source=source,
        on=on,
    )  # fmt: skip


def of_ballot(facts: Facts, ballot: Ballot) -> list[Document]:
    return [paper for paper in facts.office.documents if paper.source and paper.source.ballot == ballot.id]
