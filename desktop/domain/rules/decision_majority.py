"""Over the share of all members in office must approve; silence and abstention are not approval.

A vote that another record contradicts carries nothing: more of it than were there, one of somebody who was not, one
taken by a session without its quorum.
"""

from desktop.domain.cases import POINTS, Point
from desktop.domain.decisions import approvals, counted_apart, opinions, too_many, voted_absent, whole
from desktop.domain.findings import Verdict
from desktop.domain.judging import CONTRARY, Outcome, article, doubted, majority_share, to_come
from desktop.domain.keys import Key
from desktop.domain.records import AgendaItem, Vote
from desktop.domain.rule import Reads, Rule
from desktop.domain.rules import meeting_quorum
from desktop.domain.rules.meeting_quorum import lacks_quorum
from desktop.domain.sittings import Sitting
from desktop.domain.terms import MATTER, of_cadres
from desktop.domain.wording import BODY

SHARE = Key("decision.majority")
SPECIAL_MATTERS = Key("decision.majority.special_matters")
SPECIAL_RULES = Key("decision.majority.special_rules")

RULE = Rule(
    "decision.majority",
    of=POINTS,
    reads=(Reads.PEOPLE, Reads.ABSENCES, Reads.SETTINGS),
    cites=(SHARE, SPECIAL_MATTERS, SPECIAL_RULES, meeting_quorum.SHARE),
)


@RULE.judged_by
def judge(point: Point) -> Outcome | None:
    sitting, item = point
    if not sitting.is_session or item.purpose != "decision" or item.vote is None:
        return None
    rule = majority_share(sitting.facts, SHARE, sitting.day)
    if rule is None:
        return None
    share, cite = rule[0].about(item.matter), rule[1]
    total, of = whole(sitting, item.vote, share)
    approve = approvals(sitting, item.vote)
    if not sitting.members:
        text = f"Không có ủy viên {BODY[sitting.meeting.body]} nào đương nhiệm để tính."
        return Outcome(verdict=Verdict.UNKNOWN, cite=cite, text=text)
    if approve is None:
        return Outcome(verdict=Verdict.UNKNOWN, cite=cite, text=f"Chưa ghi kết quả biểu quyết của {total} {of}.")
    if not total:
        return Outcome(verdict=Verdict.UNKNOWN, cite=cite, text=f"{_UNCOUNTED[share.of]}.")
    needed = share.needed(total)
    carried = approve >= needed
    lack = "" if carried else f", thiếu {needed - approve}"
    apart = _own_rules(sitting, item)
    judged = Outcome(
        verdict=Verdict.MET if carried else Verdict.BREACH,
        cite=cite,
        text=f"{approve}/{total} {of} tán thành, cần {needed}/{total} ({share.words}){lack}{apart}.",
        expected=f"{needed}/{total}",
        actual=f"{approve}/{total}",
    )
    return to_come(doubted(judged, *_doubts(sitting, item.vote, needed)), sitting.day, sitting.on)


_UNCOUNTED = {
    "present": "Chưa điểm danh; tỷ lệ tính trên số ủy viên dự",
    "summoned": "Chưa điểm danh; tỷ lệ tính trên số ủy viên được triệu tập",
    "valid": "Chưa có phiếu hợp lệ nào; tỷ lệ tính trên số phiếu hợp lệ",
}


def _own_rules(sitting: Sitting, item: AgendaItem) -> str:
    """Where the text sets aside what has rules of its own, they are to be looked up for such a matter."""
    special = sitting.ruling(SPECIAL_RULES)
    matters = sitting.ruling(SPECIAL_MATTERS)
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


def _not_there(sitting: Sitting, vote: Vote) -> str:
    """Who voted without having been there."""
    absent = [sitting.name(person) for person in voted_absent(sitting, vote)]
    return f"{', '.join(absent)} có biểu quyết nhưng điểm danh không ghi có mặt, {CONTRARY}" if absent else ""


def _away(sitting: Sitting, vote: Vote, needed: int) -> str:
    """Who approved while an absence on record covers the day, where the majority hangs on them."""
    approved = [person for person, choice in opinions(sitting, vote).items() if choice == "approve"]
    if vote.method == "consensus" and not approved and vote.counts is None:
        approved = sorted(sitting.present)
    away = [words for person in approved if (words := sitting.away(person))]
    if not away or len(approved) - len(away) >= needed:
        return ""
    return f"{', '.join(away)} theo phiếu vắng mặt nhưng có biểu quyết, {CONTRARY}"


def _two_counts(sitting: Sitting, vote: Vote) -> str:
    by_name = counted_apart(sitting, vote)
    return f"số kiểm phiếu khác với ý kiến ghi từng người ({by_name[0]} tán thành), {CONTRARY}" if by_name else ""
