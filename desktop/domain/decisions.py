"""What came of a vote, and which record contradicts it; `desktop.domain` only."""

from desktop.domain.records import Vote
from desktop.domain.shapes import Portion
from desktop.domain.sittings import Sitting

Counted = tuple[int, int, int]
"""How many approved, did not, were of another opinion."""


def too_many(sitting: Sitting, vote: Vote) -> str:
    """More votes than members, or than those present; empty where there are not."""
    counted = counts(sitting, vote)
    cast, total, here = sum(counted or ()), len(sitting.members), len(sitting.present)
    if cast > total:
        return f"kiểm được {cast} phiếu, nhiều hơn {total} ủy viên đương nhiệm"
    if sitting.was_called and cast > here:
        return f"kiểm được {cast} phiếu nhưng điểm danh ghi có mặt {here}"
    return ""


def voted_absent(sitting: Sitting, vote: Vote) -> list[str]:
    """The members who voted although those who were called were called without them."""
    return [person for person in opinions(sitting, vote) if sitting.was_called and person not in sitting.present]


def counted_apart(sitting: Sitting, vote: Vote) -> Counted | None:
    """What the members said by name, where slips were counted too and gave another result."""
    said, slips = list(opinions(sitting, vote).values()), vote.counts
    if slips is None or not said:
        return None
    by_name = said.count("approve"), said.count("reject"), said.count("other")
    return None if by_name == (slips.approve, slips.reject, slips.other) else by_name


def opinions(sitting: Sitting, vote: Vote) -> dict[str, str]:
    """What each member in office said; whoever else is listed never counts."""
    members = {person.id for person in sitting.members}
    return {line.person: line.choice for line in vote.choices if line.person in members and line.choice}


def whole(sitting: Sitting, vote: Vote, share: Portion) -> tuple[int, str]:
    """Of how many the share is, and who they are: all members in office, or fewer where the text says so."""
    if share.of == "present":
        return len(sitting.present), "ủy viên dự"
    if share.of == "summoned":
        members = {person.id for person in sitting.members}
        return len({line.person for line in sitting.attendance} & members), "ủy viên được triệu tập"
    if share.of == "valid":
        return sum(counts(sitting, vote) or ()), "phiếu hợp lệ"
    return len(sitting.members), "ủy viên"


def approvals(sitting: Sitting, vote: Vote) -> int | None:
    """How many members in office approved; None where the vote left no trace to count."""
    counted = counts(sitting, vote)
    return counted[0] if counted else None


def counts(sitting: Sitting, vote: Vote) -> Counted | None:
    """How many members in office approved, did not, were of another opinion, each once: for verdicts and papers."""
    named = any(line.person and line.choice for line in vote.choices)
    if vote.counts and (vote.method == "secret-ballot" or not named):
        return vote.counts.approve, vote.counts.reject, vote.counts.other
    kinds = list(opinions(sitting, vote).values())
    if named:
        return kinds.count("approve"), kinds.count("reject"), kinds.count("other")
    if vote.method == "consensus" and sitting.attendance:
        return len(sitting.present), 0, 0
    return None
