"""What was settled is told to the nearest session of every body the text names."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.domain.cases import DELEGATED
from desktop.domain.delegation import Settled
from desktop.domain.findings import GRAVITY, Verdict
from desktop.domain.judging import Outcome, article
from desktop.domain.keys import Key
from desktop.domain.nearest import Errand, bodies_words, brought, outstanding, session_named
from desktop.domain.records import Meeting
from desktop.domain.regulation import Ruling
from desktop.domain.rule import Reads, Rule

TO = Key("delegated.reported.to")
URGENT_ONLY = Key("delegated.reported.urgent_only")

RULE = Rule("delegated.reported", of=DELEGATED, reads=(Reads.MEETINGS,), cites=(TO, URGENT_ONLY))


@RULE.judged_by
def judge(settled: Settled) -> Outcome | None:
    ruling = settled.ruling(TO)
    if ruling is None or not ruling.words or not settled.is_settled:
        return None
    outcomes = [_told(settled, ruling, body) for body in ruling.words]
    gravest = min(outcomes, key=lambda one: GRAVITY.index(one.verdict))
    first, *others = (one.text.rstrip(".") for one in outcomes)
    told = replace(gravest, text=f"{'; '.join([first, *(text[:1].lower() + text[1:] for text in others)])}.")
    urgent = settled.ruling(URGENT_ONLY)
    if told.verdict is Verdict.MET or urgent is None or not urgent.value or settled.decision.urgent:
        return told
    doubt = f"{article(urgent.cite)} chỉ nêu việc cấp bách, chưa rõ việc này có phải báo cáo không"
    return replace(told, verdict=Verdict.UNCLEAR, text=f"{told.text.rstrip('.')}; {doubt}.")


def _told(settled: Settled, ruling: Ruling, body: str) -> Outcome:
    errand = Errand(
        bodies=[body],
        since=settled.day,
        cite=ruling.cite,
        word="Báo cáo kết quả",
        undone=f"Chưa báo cáo kết quả với {bodies_words([body])}",
    )
    at = _session_told(settled, body, ruling.words)
    return brought(settled.facts, errand, at, settled.on) if at else outstanding(settled.facts, errand, settled.on)


def _session_told(settled: Settled, body: str, bodies: Sequence[str]) -> Meeting | None:
    """The session named; a record names only one, so another body is told by an item of its own nearest session."""
    named = session_named(settled.facts, settled.decision.reported_at, bodies, settled.day)
    if named is None or named.body == body:
        return named
    nearest = settled.facts.next_session([body], settled.day)
    return nearest if nearest and any(item.purpose == "delegated-report" for item in nearest.agenda) else None
