"""A committee session hears what its standing committee settled since the last one."""

from desktop.domain.cases import SITTINGS
from desktop.domain.findings import Verdict
from desktop.domain.judging import Outcome, article, awaited, to_come
from desktop.domain.keys import Key
from desktop.domain.own_items import is_of_kind
from desktop.domain.rule import Rule
from desktop.domain.sittings import Sitting
from desktop.domain.terms import session_words
from desktop.domain.wording import day

REQUIRED = Key("meeting.report-between-sessions.required")
UNCLEAR_KINDS = Key("meeting.report-between-sessions.unclear_kinds")

RULE = Rule("meeting.report-between-sessions", of=SITTINGS, cites=(REQUIRED, UNCLEAR_KINDS))


@RULE.judged_by
def judge(sitting: Sitting) -> Outcome | None:
    ruling = sitting.asked_of_committee(REQUIRED)
    if ruling is None:
        return None
    if any(item.purpose == "report-between-sessions" for item in sitting.meeting.agenda):
        held = Outcome(verdict=Verdict.MET, cite=ruling.cite, text="Chương trình có báo cáo việc giữa hai kỳ họp.")
        return to_come(held, sitting.day, sitting.on)
    fact = f"Chương trình chưa có báo cáo việc giữa hai kỳ họp; họp {day(sitting.day)}"
    kinds = sitting.ruling(UNCLEAR_KINDS)
    if kinds and is_of_kind(sitting.meeting, kinds.words):
        session = session_words(sitting.meeting).lower()
        text = f"{fact}; {article(kinds.cite)} chưa nêu rõ {session} có phải nghe báo cáo này hay không."
        return Outcome(verdict=Verdict.UNCLEAR, cite=kinds.cite, text=text)
    verdict = awaited(sitting.day, sitting.on)
    return Outcome(verdict=verdict, cite=ruling.cite, text=f"{fact}.", due=sitting.day)
