"""Whether what was put to the vote was carried; `desktop.domain` only.

A vote that another record contradicts carries nothing: more of it than were there, one of somebody who was not, one
taken by a session without its quorum.
"""

from desktop.domain.findings import Verdict
from desktop.domain.judging import CONTRARY, Outcome, article, doubted, majority_share, more_than, share_words, to_come
from desktop.domain.meetings import lacks_quorum
from desktop.domain.records import AgendaItem, Vote
from desktop.domain.sittings import Sitting
from desktop.domain.terms import MATTER, of_cadres
from desktop.domain.wording import BODY

Counted = tuple[int, int, int]
"""How many approved, did not, were of another opinion."""


def majority(sitting: Sitting, item: AgendaItem) -> Outcome | None:
    """Over the share of all members in office must approve; silence and abstention are not approval."""
    if not sitting.is_session or item.purpose != "decision" or item.vote is None:
        return None
    rule = majority_share(sitting.facts, "decision.majority.share", sitting.day)
    if rule is None:
        return None
    share, cite = rule
    total, of = _base(sitting)
    approve = approvals(sitting, item.vote)
    if not sitting.members:
        text = f"Không có ủy viên {BODY[sitting.meeting.body]} nào đương nhiệm để tính."
        return Outcome(verdict=Verdict.UNKNOWN, cite=cite, text=text)
    if approve is None:
        return Outcome(verdict=Verdict.UNKNOWN, cite=cite, text=f"Chưa ghi kết quả biểu quyết của {total} {of}.")
    if not total:
        return Outcome(verdict=Verdict.UNKNOWN, cite=cite, text="Chưa điểm danh; tỷ lệ tính trên số ủy viên dự.")
    needed = more_than(share, total)
    carried = approve >= needed
    lack = "" if carried else f", thiếu {needed - approve}"
    apart = _own_rules(sitting, item)
    judged = Outcome(
        verdict=Verdict.MET if carried else Verdict.BREACH,
        cite=cite,
        text=f"{approve}/{total} {of} tán thành, cần {needed}/{total} (trên {share_words(share)}){lack}{apart}.",
        expected=f"{needed}/{total}",
        actual=f"{approve}/{total}",
    )
    return to_come(doubted(judged, *_doubts(sitting, item.vote, needed)), sitting.day, sitting.on)


def _base(sitting: Sitting) -> tuple[int, str]:
    """Of how many the share is: all members in office, or those present where the text says so."""
    base = sitting.ruling("decision.majority.base")
    if base and base.word == "present":
        return len(sitting.present), "ủy viên dự"
    return len(sitting.members), "ủy viên"


def _own_rules(sitting: Sitting, item: AgendaItem) -> str:
    """Where the text sets aside what has rules of its own, they are to be looked up for such a matter."""
    special = sitting.ruling("decision.majority.special_rules")
    matters = sitting.ruling("decision.majority.special_matters")
    if special is None or not special.value or matters is None or item.matter is None:
        return ""
    if item.matter not in matters.words and not of_cadres(item.matter, matters.words):
        return ""
    own = f"quy định về {MATTER[item.matter].lower()}"
    return f"; {article(special.cite)} trừ vấn đề có quy định riêng, cần đối chiếu {own}"


def _doubts(sitting: Sitting, vote: Vote, needed: int) -> list[str]:
    """Every record that contradicts a vote by which something is carried."""
    short, cast = lacks_quorum(sitting), too_many(sitting, vote)
    return [
        f"{cast}, {CONTRARY}" if cast else "",
        _not_there(sitting, vote),
        _away(sitting, vote, needed),
        _two_counts(sitting, vote),
        f"{short}, chưa đủ số ủy viên dự để biểu quyết" if short else "",
    ]


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
    return [person for person in _said(sitting, vote) if sitting.was_called and person not in sitting.present]


def _not_there(sitting: Sitting, vote: Vote) -> str:
    """Who voted without having been there."""
    absent = [sitting.name(person) for person in voted_absent(sitting, vote)]
    return f"{', '.join(absent)} có biểu quyết nhưng điểm danh không ghi có mặt, {CONTRARY}" if absent else ""


def _away(sitting: Sitting, vote: Vote, needed: int) -> str:
    """Who approved while an absence on record covers the day, where the majority hangs on them."""
    approved = [person for person, choice in _said(sitting, vote).items() if choice == "approve"]
    if vote.method == "consensus" and not approved and vote.counts is None:
        approved = sorted(sitting.present)
    away = [words for person in approved if (words := sitting.away(person))]
    if not away or len(approved) - len(away) >= needed:
        return ""
    return f"{', '.join(away)} theo phiếu vắng mặt nhưng có biểu quyết, {CONTRARY}"


def _two_counts(sitting: Sitting, vote: Vote) -> str:
    by_name = counted_apart(sitting, vote)
    return f"số kiểm phiếu khác với ý kiến ghi từng người ({by_name[0]} tán thành), {CONTRARY}" if by_name else ""


def counted_apart(sitting: Sitting, vote: Vote) -> Counted | None:
    """What the members said by name, where slips were counted too and gave another result."""
    said, slips = list(_said(sitting, vote).values()), vote.counts
    if slips is None or not said:
        return None
    by_name = said.count("approve"), said.count("reject"), said.count("other")
    return None if by_name == (slips.approve, slips.reject, slips.other) else by_name


def _said(sitting: Sitting, vote: Vote) -> dict[str, str]:
    """What each member in office said; whoever else is listed never counts."""
    members = {person.id for person in sitting.members}
    return {line.person: line.choice for line in vote.choices if line.person in members and line.choice}


def approvals(sitting: Sitting, vote: Vote) -> int | None:
    """How many members in office approved; None where the vote left no trace to count."""
    counted = counts(sitting, vote)
    return counted[0] if counted else None


def counts(sitting: Sitting, vote: Vote) -> Counted | None:
    """How many members in office approved, did not, were of another opinion, each once: for verdicts and papers."""
    named = any(line.person and line.choice for line in vote.choices)
    if vote.counts and (vote.method == "secret-ballot" or not named):
        return vote.counts.approve, vote.counts.reject, vote.counts.other
    kinds = list(_said(sitting, vote).values())
    if named:
        return kinds.count("approve"), kinds.count("reject"), kinds.count("other")
    if vote.method == "consensus" and sitting.attendance:
        return len(sitting.present), 0, 0
    return None
