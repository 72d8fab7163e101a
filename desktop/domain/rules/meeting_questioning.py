"""The text asks for suitable time, so a session without the item is never plainly wrong."""

from desktop.domain.cases import SITTINGS
from desktop.domain.findings import Verdict
from desktop.domain.judging import Outcome, article, to_come
from desktop.domain.keys import Key
from desktop.domain.rule import Rule
from desktop.domain.sittings import Sitting

REQUIRED = Key("meeting.questioning.required")

RULE = Rule("meeting.questioning", of=SITTINGS, cites=(REQUIRED,))


@RULE.judged_by
def judge(sitting: Sitting) -> Outcome | None:
    ruling = sitting.asked_of_committee(REQUIRED)
    if ruling is None:
        return None
    if any(item.purpose == "questioning" for item in sitting.meeting.agenda):
        held = Outcome(verdict=Verdict.MET, cite=ruling.cite, text="Chương trình có nội dung chất vấn.")
        return to_come(held, sitting.day, sitting.on)
    where = article(ruling.cite)
    text = (
        f"Chương trình chưa có phần chất vấn; {where} yêu cầu dành thời gian thích hợp, "
        "chưa nêu rõ kỳ họp nào cũng phải có hay chỉ khi có chất vấn."
    )
    return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text)
