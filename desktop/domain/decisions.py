"""Whether what was put to the vote was carried; `desktop.domain` only."""

from desktop.domain.findings import Verdict
from desktop.domain.judging import Outcome, majority_share, more_than, share_words
from desktop.domain.records import AgendaItem, Vote
from desktop.domain.sittings import Sitting
from desktop.domain.wording import BODY


def majority(sitting: Sitting, item: AgendaItem) -> Outcome | None:
    """Over the share of all members in office must approve; silence and abstention are not approval."""
    if not sitting.is_session or item.purpose != "decision" or item.vote is None:
        return None
    rule = majority_share(sitting.facts, "decision.majority.share", sitting.day)
    if rule is None:
        return None
    share, cite = rule
    total = len(sitting.members)
    approve = approvals(sitting, item.vote)
    if not total:
        text = f"Không có ủy viên {BODY[sitting.meeting.body]} nào đương nhiệm để tính."
        return Outcome(verdict=Verdict.UNKNOWN, cite=cite, text=text)
    if approve is None:
        return Outcome(verdict=Verdict.UNKNOWN, cite=cite, text=f"Chưa ghi kết quả biểu quyết của {total} ủy viên.")
    needed = more_than(share, total)
    carried = approve >= needed
    lack = "" if carried else f", thiếu {needed - approve}"
    return Outcome(
        verdict=Verdict.MET if carried else Verdict.BREACH,
        cite=cite,
        text=f"{approve}/{total} ủy viên tán thành, cần {needed}/{total} (trên {share_words(share)}){lack}.",
        expected=f"{needed}/{total}",
        actual=f"{approve}/{total}",
    )


def approvals(sitting: Sitting, vote: Vote) -> int | None:
    """How many members in office approved; None where the vote left no trace to count."""
    counted = counts(sitting, vote)
    return counted[0] if counted else None


def counts(sitting: Sitting, vote: Vote) -> tuple[int, int, int] | None:
    """How many members in office approved, did not, were of another opinion, each once: for verdicts and papers."""
    last = {line.person: line.choice for line in vote.choices if line.person and line.choice}
    if vote.counts and (vote.method == "secret-ballot" or not last):
        return vote.counts.approve, vote.counts.reject, vote.counts.other
    members = {person.id for person in sitting.members}
    kinds = [choice for person, choice in last.items() if person in members]
    if last:
        return kinds.count("approve"), kinds.count("reject"), kinds.count("other")
    if vote.method == "consensus" and sitting.attendance:
        return len(sitting.present), 0, 0
    return None
