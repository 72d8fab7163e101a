"""All members in office agree; while they do not, it is prepared again where the text lets it, then passed on.

It binds what is delegated by a point of the list, not what is urgent.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from desktop.domain import delegation
from desktop.domain.cases import DELEGATED
from desktop.domain.delegation import Settled
from desktop.domain.findings import Verdict
from desktop.domain.judging import CONTRARY, Outcome, article, doubted
from desktop.domain.keys import Key
from desktop.domain.nearest import Errand, bodies_words, outstanding, session_named
from desktop.domain.records import Opinion
from desktop.domain.rule import Reads, Rule
from desktop.domain.wording import BODY, day

ESCALATE_TO = Key("delegated.unanimity.escalate_to")
PREPARE_AGAIN = Key("delegated.unanimity.prepare_again")
REQUIRED = Key("delegated.unanimity.required")

RULE = Rule(
    "delegated.unanimity",
    of=DELEGATED,
    reads=(Reads.PEOPLE, Reads.MEETINGS, Reads.ABSENCES, Reads.DELEGATED),
    cites=(delegation.ITEMS, ESCALATE_TO, PREPARE_AGAIN, REQUIRED),
)

_OPINION: dict[Opinion, str] = {"approve": "tán thành", "reject": "không tán thành", "other": "có ý kiến khác"}


@RULE.judged_by
def judge(settled: Settled) -> Outcome | None:
    ruling = settled.ruling(REQUIRED)
    if ruling is None or not ruling.value or settled.is_urgent_only:
        return None
    total, said = len(settled.members), _said(settled)
    if not total:
        text = "Không có thành viên Thường trực nào đương nhiệm để tính."
        return Outcome(verdict=Verdict.UNKNOWN, cite=ruling.cite, text=text)
    wanted: Opinion = "reject" if settled.decision.decision == "rejected" else "approve"
    agree = sum(choice == wanted for choice in said.values())
    fact = f"{agree}/{total} thành viên Thường trực {_OPINION[wanted]}"
    judged = Outcome(
        verdict=Verdict.MET,
        cite=ruling.cite,
        text=f"{fact}, cần {total}/{total}.",
        expected=f"{total}/{total}",
        actual=f"{agree}/{total}",
    )
    if agree == total:
        return doubted(judged, *_doubts(settled, said))
    if not said and settled.is_settled:
        text = f"Chưa ghi ý kiến của {total} thành viên Thường trực; {article(ruling.cite)} yêu cầu tất cả thống nhất."
        return replace(judged, verdict=Verdict.UNKNOWN, text=text, actual="")
    return _not_agreed(settled, judged, f"{fact}, cần {total}/{total}{_differing(settled, said)}")


def _doubts(settled: Settled, said: Mapping[str, Opinion]) -> Iterator[str]:
    """Who is on record as away that day, and more who spoke than there are members."""
    for person in sorted(said):
        away = settled.facts.absence(person, settled.day)
        if away:
            name = settled.facts.named(person)
            yield f"{name} có ý kiến nhưng vắng từ {day(away.from_)} đến {day(away.to)}, {CONTRARY}"
    spoke = {line.person for line in settled.decision.choices if line.person and line.choice}
    if len(spoke) > len(settled.members):
        yield f"ghi ý kiến của {len(spoke)} người, nhiều hơn số thành viên, {CONTRARY}"


def _said(settled: Settled) -> dict[str, Opinion]:
    """What each member in office said, by the last entry; whoever else is listed never counts."""
    members = {person.id for person in settled.members}
    return {line.person: line.choice for line in settled.decision.choices if line.person in members and line.choice}


def _differing(settled: Settled, said: dict[str, Opinion]) -> str:
    """` (Trần Văn B có ý kiến khác, Lê Văn C chưa có ý kiến)`: what the standing committee is to be told."""
    wanted = "reject" if settled.decision.decision == "rejected" else "approve"
    lines = [
        f"{person.name} {_OPINION[said[person.id]] if person.id in said else 'chưa có ý kiến'}"
        for person in settled.members
        if said.get(person.id) != wanted
    ]
    return f" ({', '.join(lines)})"


def _not_agreed(settled: Settled, judged: Outcome, fact: str) -> Outcome:
    again, to = settled.ruling(PREPARE_AGAIN), _escalated_to(settled)
    if settled.decision.decision in ("adopted", "rejected"):
        then = f", phải báo cáo {bodies_words(to)} xem xét" if to else ""
        text = f"{fact}; đã quyết định khi Thường trực chưa thống nhất{then}."
        return replace(judged, verdict=Verdict.BREACH, text=text)
    if settled.decision.decision == "prepare-again" and again and again.value and not _prepared_before(settled):
        then = f", vẫn chưa thống nhất thì trình {bodies_words(to)}" if to else ""
        text = f"{fact}; được chuẩn bị, thảo luận lại một lượt{then}."
        return replace(judged, cite=again.cite, text=text)
    if not to:
        text = f"{fact}; quy chế không quy định chuyển cơ quan nào xem xét."
        return replace(judged, verdict=Verdict.UNCLEAR, text=text)
    referred = session_named(settled.facts, settled.decision.referred_to, to, settled.day)
    if referred:
        where = f"phiên họp {BODY[referred.body]} {day(referred.start.date())}"
        return replace(judged, text=f"{fact}; đã chuyển {where} kèm các ý kiến khác nhau.")
    errand = Errand(
        bodies=to,
        since=settled.day,
        cite=judged.cite,
        word="",
        undone=f"{fact}; chưa chuyển {bodies_words(to)}",
    )
    waiting = outstanding(settled.facts, errand, settled.on)
    return replace(waiting, expected=judged.expected, actual=judged.actual)


def _escalated_to(settled: Settled) -> list[str]:
    """The body the text names; none where it names none."""
    ruling = settled.ruling(ESCALATE_TO)
    return [ruling.word] if ruling else []


def _prepared_before(settled: Settled) -> bool:
    """Whether the matter, told by its title, already had its one round, and was not settled since."""
    title = settled.decision.title.casefold()
    same = sorted(
        (other.decided, other.id, other.decision)
        for other in settled.facts.office.delegated
        if title and other.title.casefold() == title and other.id != settled.decision.id
        if other.decided is not None and other.decided < settled.day
    )
    return bool(same) and same[-1][2] == "prepare-again"
