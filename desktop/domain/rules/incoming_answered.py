"""What a superior's paper asks for by a day is reported by that day; the text asks for it, the paper sets the day."""

from desktop.domain.cases import INCOMING
from desktop.domain.findings import Verdict
from desktop.domain.incoming import ASKS, DONE, Asked, name
from desktop.domain.judging import CONTRARY, Deed, Outcome, by_day, doubted
from desktop.domain.keys import Key
from desktop.domain.regulation import Ruling
from desktop.domain.rule import Placed, Reads, Rule
from desktop.domain.wording import day

REQUIRED = Key("report.asked.required")

RULE = Rule("incoming.answered", of=INCOMING, reads=(Reads.DOCUMENTS,), placed=Placed.LAST_DAY, cites=(REQUIRED,))


@RULE.judged_by
def judge(asked: Asked) -> Outcome | None:
    paper, ruling = asked.paper, asked.facts.ruling(REQUIRED, asked.day)
    if not (paper.superior and paper.asks and ruling and ruling.value):
        return None
    what, deed_words = f"{name(paper)} yêu cầu {ASKS[paper.asks]}", DONE[paper.asks]
    if asked.answer and asked.settled is None:
        return Outcome(
            verdict=Verdict.UNCLEAR, cite=ruling.cite, text=f"{what}: văn bản trả lời chưa ghi ngày.", due=paper.due
        )
    if paper.due is None:
        return _without_day(asked, ruling, what, deed_words)
    deed = Deed(
        done=asked.settled,
        word=f"{what}: đã {deed_words}",
        undone=f"{what}: chưa {deed_words}",
        since=paper.date,
        of="ngày văn bản",
    )
    return by_day(deed, paper.due, ruling.cite, asked.on)


def _without_day(asked: Asked, ruling: Ruling, what: str, deed: str) -> Outcome:
    """To be reported in time, by no day that anybody set."""
    done, own = asked.settled, asked.paper.date
    if done is None or done > asked.on:
        return Outcome(verdict=Verdict.DUE, cite=ruling.cite, text=f"{what}: chưa {deed}; văn bản không ghi hạn.")
    text = f"{what}: đã {deed} {day(done)}; văn bản không ghi hạn."
    judged = Outcome(verdict=Verdict.MET, cite=ruling.cite, text=text, actual=done.isoformat())
    return doubted(judged, f"trước ngày văn bản {day(own)}, {CONTRARY}" if own and done < own else "")
