"""What changes a decision of Thường trực under delegation: its form, positions, decision, report, its document.

Each function takes the record as it was read (`decision`), so that a change made elsewhere meanwhile is never
overwritten. Nothing is committed here.
"""

import datetime as dt
from dataclasses import replace

from db.store import Store
from desktop import vi
from desktop.domain import delegation
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite
from desktop.domain.records import AgendaItem, Choice, Delegated, DelegatedDecision, Document, Opinion, Source
from desktop.domain.refusal import Refusal
from desktop.domain.rules import delegated_matter, delegated_reported, delegated_unanimity
from desktop.domain.terms import matters
from desktop.usecases.base.edits import has_members, not_after
from desktop.usecases.delegated import rows as delegated
from desktop.usecases.meetings.session_items import coming, put_item, session_for

REPORT_TITLE = "Báo cáo việc Thường trực đã giải quyết theo ủy quyền"


def check(facts: Facts, one: Delegated, on: dt.date) -> None:
    """Refuse what cannot be, and an urgent power the text shuts out (rule U7)."""
    if not one.title.strip():
        raise Refusal("Việc theo ủy quyền chưa có nội dung; cần ghi nội dung việc.", field="title")
    day = delegated.day_of(one, on)
    not_after(one.decided, on, "decided", "Ngày quyết định")
    has_members(facts, "thuong-truc", day, "decided")


def refuse_shut_out(facts: Facts, one: Delegated, on: dt.date) -> None:
    """Raise with the article where the urgent power does not reach the matter."""
    day = delegated.day_of(one, on)
    excluded = facts.ruling(delegated_matter.URGENT_EXCLUDED, day)
    if not one.urgent or excluded is None:
        return
    if one.matter is None:
        raise Refusal(
            f"Việc cấp bách chưa ghi vấn đề; {vi.cite(excluded.cite)} trừ {matters(excluded.words)}.",
            field="matter",
            cite=excluded.cite,
        )
    if one.matter in excluded.words:
        raise Refusal(
            f"Dù cấp bách, Thường trực không được giải quyết thay việc về {vi.MATTER[one.matter].lower()}; "
            "cần đưa ra hội nghị Ban Thường vụ.",
            field="matter",
            cite=excluded.cite,
        )


def start(store: Store, *, facts: Facts, draft: Delegated, on: dt.date) -> Delegated:
    """Put a matter under a new id, not yet decided unless the draft says so."""
    made = replace(draft, id=store.new_id(Delegated), title=vi.nfc(draft.title).strip())
    made = replace(made, matter=made.matter or delegated.only_matter(facts, made, on))
    check(facts, made, on)
    _complete(facts, made, on)
    refuse_shut_out(facts, made, on)
    store.put(made, before=None)
    return made


def _complete(facts: Facts, one: Delegated, on: dt.date) -> None:
    """A point of the catalogue is chosen together with what the matter is, since the competence is judged by both."""
    point = delegated.point_of(facts, one, on)
    if point is not None and point.matters and one.matter is None:
        raise Refusal(
            f"Chưa chọn vấn đề của việc; {point.place} gồm {delegated.matters_words(point)}.",
            field="matter",
        )


def amend(store: Store, *, facts: Facts, decision: Delegated, after: Delegated, on: dt.date) -> Delegated:
    if after == decision:
        return decision
    check(facts, after, on)
    if (after.urgent, after.matter) != (decision.urgent, decision.matter):
        refuse_shut_out(facts, after, on)
    store.put(after, before=decision)
    return after


# Positions and the decision


def set_position(
    store: Store, *, facts: Facts, decision: Delegated, person: str, choice: Opinion | None, note: str, on: dt.date
) -> Delegated:
    """What one member said; None takes it away. Once it is decided, only what is missing may still be filled in."""
    written = {line.person for line in decision.choices if line.choice}
    if decision.decision is not None and (choice is None or person in written):
        raise Refusal(
            f"Việc đã ghi “{delegated.STATE[delegated.State(decision.decision)]}” nên không sửa ý kiến; "
            "có thể mở lại việc để sửa.",
            field="choices",
        )
    if facts.holds(person, "thuong-truc", delegated.day_of(decision, on)) is None:
        raise Refusal("Chỉ ghi ý kiến của thành viên Thường trực đương nhiệm.", field="choices")
    kept = {line.person: line for line in decision.choices if line.person and line.person != person}
    if choice is not None:
        kept[person] = Choice(person=person, choice=choice, note=vi.nfc(note).strip())
    members = facts.members("thuong-truc", delegated.day_of(decision, on))
    order = {member.id: rank for rank, member in enumerate(members)}
    listed = sorted(kept.values(), key=lambda line: order.get(line.person or "", len(order)))
    return amend(store, facts=facts, decision=decision, after=replace(decision, choices=tuple(listed)), on=on)


def all_agree(store: Store, *, facts: Facts, decision: Delegated, on: dt.date) -> Delegated:
    members = facts.members("thuong-truc", delegated.day_of(decision, on))
    choices = tuple(Choice(person=person.id, choice="approve") for person in members)
    return amend(store, facts=facts, decision=decision, after=replace(decision, choices=choices), on=on)


def adopt(store: Store, *, facts: Facts, decision: Delegated, day: dt.date | None, on: dt.date) -> Delegated:
    """Decide it; where the text asks for the agreement of all, one who differs or is silent stops it (rule U3)."""
    held = replace(decision, decided=decision.decided or day or on)
    required = facts.ruling(delegated_unanimity.REQUIRED, delegated.day_of(held, on))
    if required is not None and required.value and not delegated.agreed(facts, held, on):
        raise Refusal(
            f"Thường trực chưa thống nhất nên chưa quyết định được: {delegated.differing(facts, held, on)}.",
            field="decision",
            cite=required.cite,
        )
    if not any(line.choice and line.choice.choice == "approve" for line in delegated.positions(facts, held, on)):
        raise Refusal(
            "Chưa thành viên Thường trực nào được ghi tán thành nên chưa có quyết định để ghi; ghi ý kiến trước.",
            field="choices",
        )
    return _decide(store, facts, decision, held, "adopted", on)


def reject(store: Store, *, facts: Facts, decision: Delegated, day: dt.date | None, on: dt.date) -> Delegated:
    held = replace(decision, decided=decision.decided or day or on)
    return _decide(store, facts, decision, held, "rejected", on)


def _decide(
    store: Store, facts: Facts, before: Delegated, held: Delegated, how: DelegatedDecision, on: dt.date
) -> Delegated:
    """Put the decision; what is settled goes at once on the agenda of the nearest session that is to hear of it."""
    after = amend(store, facts=facts, decision=before, after=replace(held, decision=how), on=on)
    ruling = facts.ruling(delegated_reported.TO, delegated.day_of(after, on))
    if ruling is None or after.reported_at or not coming(facts, ruling.words, on):
        return after
    return report(store, facts=facts, decision=after, meeting_id="", on=on)


def prepare_again(store: Store, *, facts: Facts, decision: Delegated, on: dt.date) -> Delegated:
    """Keep this discussion and open the second round of the matter; the text allows one (000, Điều 15)."""
    _refuse_agreed(facts, decision, on, "chuẩn bị lại")
    if delegated.may_prepare_again(facts, decision, on) is None:
        raise _no_second_round(facts, decision, on)
    after = replace(decision, decided=decision.decided or on, decision="prepare-again")
    amend(store, facts=facts, decision=decision, after=after, on=on)
    second = Delegated(
        id=store.new_id(Delegated),
        item=decision.item,
        matter=decision.matter,
        urgent=decision.urgent,
        title=decision.title,
    )
    store.put(second, before=None)
    return second


def _no_second_round(facts: Facts, decision: Delegated, on: dt.date) -> Refusal:
    day = delegated.day_of(decision, on)
    ruling = facts.ruling(delegated_unanimity.PREPARE_AGAIN, day)
    if ruling is None or not ruling.value:
        return Refusal(
            "Quy chế đang áp dụng không quy định chuẩn bị lại; có thể chuyển Ban Thường vụ.", field="decision"
        )
    return Refusal(
        "Việc này đã chuẩn bị lại một lần mà chưa thống nhất; cần chuyển Ban Thường vụ kèm các ý kiến khác nhau.",
        field="decision",
        cite=ruling.cite,
    )


def _refuse_agreed(facts: Facts, decision: Delegated, on: dt.date, act: str) -> None:
    if not decision.choices:
        raise Refusal(f"Chưa ghi ý kiến của thành viên nào nên chưa {act} được.", field="choices")
    if delegated.agreed(facts, decision, on):
        raise Refusal(f"Thường trực đã thống nhất nên không {act}; có thể ghi quyết định.", field="decision")


def _escalated_to(facts: Facts, day: dt.date) -> tuple[list[str], Cite | None]:
    """The body the text names for what is not agreed, else for what is complex or beyond the delegation."""
    for key in (delegated_unanimity.ESCALATE_TO, delegation.COMPLEX_TO, delegated_matter.BEYOND_TO):
        ruling = facts.ruling(key, day)
        if ruling is not None:
            return [ruling.word], ruling.cite
    return ["btv"], None


def refer(store: Store, *, facts: Facts, decision: Delegated, meeting_id: str = "", on: dt.date) -> Delegated:
    """Put it on the agenda of the standing committee's session with the differing opinions (rule U4)."""
    bodies, cite = _escalated_to(facts, delegated.day_of(decision, on))
    meeting = session_for(facts, bodies, meeting_id, on, cite=cite)
    told = delegated.differing(facts, decision, on) if decision.choices else ""
    item = AgendaItem(
        id="",
        title=decision.title,
        matter=decision.matter,
        purpose="decision",
        documents_note=f"Thường trực chưa thống nhất: {told}." if told else "Thường trực trình vì vượt thẩm quyền.",
    )
    put_item(store, facts=facts, meeting=meeting, item=item, on=on)
    after = replace(decision, decision="referred", decided=decision.decided or on, referred_to=meeting.id)
    store.put(after, before=decision)
    return after


def reopen(store: Store, *, facts: Facts, decision: Delegated, on: dt.date) -> Delegated:
    """Take the decision back while no session has heard of it."""
    if delegated.state(facts, decision, on) is delegated.State.REPORTED:
        raise Refusal("Việc đã báo cáo tại hội nghị nên không mở lại được.", field="decision")
    after = replace(decision, decision=None, decided=None, reported_at=None, referred_to=None)
    return amend(store, facts=facts, decision=decision, after=after, on=on)


# Report and document


def report(store: Store, *, facts: Facts, decision: Delegated, meeting_id: str = "", on: dt.date) -> Delegated:
    """Report it at a session; one item of the agenda serves all such decisions (rule U5).

    A record names one session; where the text has another body hear of it too (003), the item goes on the nearest
    session of that body as well.
    """
    ruling = facts.ruling(delegated_reported.TO, delegated.day_of(decision, on))
    if ruling is None:
        raise Refusal("Quy chế đang áp dụng không quy định báo cáo lại việc này.", field="meeting")
    meeting = session_for(facts, ruling.words, meeting_id, on, cite=ruling.cite)
    others = [one for one in delegated.untold(facts, decision, on) if one.body != meeting.body]
    for told in (meeting, *others):
        if not any(item.purpose == "delegated-report" for item in told.agenda):
            item = AgendaItem(id="", title=REPORT_TITLE, purpose="delegated-report")
            put_item(store, facts=facts, meeting=told, item=item, on=on)
    after = replace(decision, reported_at=meeting.id)
    store.put(after, before=decision)
    return after


def link_document(store: Store, *, facts: Facts, decision: Delegated, document_id: str, on: dt.date) -> Document:
    """The decision is put in writing by a document already registered (rule N1)."""
    paper = facts.document(document_id)
    if paper is None or paper.source is not None:
        raise Refusal("Văn bản đã chọn không dùng được; cần một văn bản chưa gắn với việc nào.", field="document")
    after = replace(paper, source=Source(delegated=decision.id))
    store.put(after, before=paper)
    return after
