"""Over the share of all members in office approve; open, it may still come to that, closed or overdue not."""

import datetime as dt
from collections import Counter
from dataclasses import replace

from desktop.domain import ballots
from desktop.domain.ballots import Poll, answers, doubt, last_of_each, least, least_approved, nobody, valid
from desktop.domain.cases import BALLOTS
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Verdict
from desktop.domain.judging import BY_OFFICE, CONTRARY, Outcome, article, awaited, doubted, due_after, majority_share
from desktop.domain.keys import Key, SettingKey
from desktop.domain.records import Response
from desktop.domain.regulation import Ruling
from desktop.domain.rule import Reads, Rule
from desktop.domain.shapes import Portion
from desktop.domain.wording import day, distance_said

DAYS = SettingKey("ballot.days")
DUE = Key("ballot.due")
SHARE = Key("ballot.majority")

RULE = Rule(
    "ballot.majority",
    of=BALLOTS,
    reads=(Reads.PEOPLE, Reads.SETTINGS, Reads.WORKDAYS),
    cites=(ballots.ELECTORATE, DUE, SHARE),
)


@RULE.judged_by
def judge(poll: Poll) -> Outcome | None:
    rule = majority_share(poll.facts, SHARE, poll.day) if poll.provided else None
    if rule is None:
        return None
    share, cite = rule[0].about(poll.ballot.matter), rule[1]
    if not poll.members:
        return nobody(poll, cite)
    count = least_approved(poll)
    total, of = _base(poll, share, count)
    needed = share.needed(total)
    approve = count["approve"]
    fact = f"{_question(poll)}{approve}/{total} {of} tán thành, cần {needed}/{total} ({share.words})"
    rest = _rest(poll, count)
    judged = Outcome(
        verdict=Verdict.MET, cite=cite, text=f"{fact}{rest}.", expected=f"{needed}/{total}", actual=f"{approve}/{total}"
    )
    if approve >= needed:
        return doubted(judged, _closed_before(poll))
    perhaps = least(poll, [*answers(poll), *_doubtful(poll)])["approve"]
    if perhaps >= needed:
        why = ", ".join(sorted({doubt(poll, line) for line in _doubtful(poll)}))
        text = f"{fact}; còn {perhaps - approve} phiếu tán thành {why}, chưa tính được{rest}."
        return replace(judged, verdict=Verdict.UNCLEAR, text=text)
    return _short(poll, judged, f"{fact}, thiếu {needed - approve}{rest}")


def _base(poll: Poll, share: Portion, count: Counter[str]) -> tuple[int, str]:
    """Of how many the share is; while answers may still come, every member's may be valid."""
    if share.of == "valid" and poll.is_closed:
        return sum(count[choice] for choice in ("approve", "reject", "other")), "phiếu hợp lệ"
    return len(poll.members), "ủy viên"


def _closed_before(poll: Poll) -> str:
    closed = poll.ballot.closed
    if closed is None or closed >= poll.day:
        return ""
    return f"ghi chốt {day(closed)}, trước ngày gửi {day(poll.day)}, {CONTRARY}"


def _question(poll: Poll) -> str:
    asked = len(poll.ballot.questions)
    return f"Câu được ít tán thành nhất trong {asked} câu: " if asked > 1 else ""


def _short(poll: Poll, judged: Outcome, fact: str) -> Outcome:
    """Not yet carried: awaited until the day for answers, which is the office's where the ballot bears none."""
    last, note, cite = _last_day(poll, judged.cite)
    if poll.is_closed:
        text = f"{fact}; đã chốt {day(poll.ended)}."
        return replace(judged, verdict=Verdict.BREACH, text=text)
    if last is None:
        return replace(judged, verdict=Verdict.DUE, text=f"{fact}; chưa đặt hạn trả lời.")
    text = f"{fact}; hạn trả lời {day(last)}{note}, {distance_said(last, poll.on)}."
    return replace(judged, verdict=awaited(last, poll.on), cite=cite, text=text, due=last)


def _last_day(poll: Poll, cite: Cite) -> tuple[dt.date | None, str, Cite]:
    """The ballot's own day, else the text's, else the office's; whose it is, and the ground it then has."""
    if poll.ballot.due:
        return poll.ballot.due, "", cite
    last, ruled = answers_due(poll.facts, poll.day)
    if ruled or last is None:
        return last, f" theo {article(ruled.cite)}" if ruled else "", cite
    return last, BY_OFFICE, replace(cite, office=True)


def answers_due(facts: Facts, sent: dt.date) -> tuple[dt.date | None, Ruling | None]:
    """The last day for answers: the text's, with what it says, else the office's own, else none."""
    asked = due_after(facts, DUE, sent, sent)
    if asked:
        return asked
    days = facts.setting(DAYS, sent)
    return (sent + dt.timedelta(days=days) if isinstance(days, int) else None), None


def _doubtful(poll: Poll) -> list[Response]:
    """An answer of each member of whom no other counts, that may be one."""
    counted = {line.person for line in answers(poll)}
    doubtful = (line for line in valid(poll) if line.person not in counted and doubt(poll, line))
    return list(last_of_each(doubtful).values())


def _rest(poll: Poll, count: Counter[str]) -> str:
    """`; không tán thành 1, ý kiến khác 3, chưa có trả lời hợp lệ 2`."""
    silent = len(poll.members) - sum(count[choice] for choice in ("approve", "reject", "other"))
    said = (("không tán thành", count["reject"]), ("ý kiến khác", count["other"]), ("chưa có trả lời hợp lệ", silent))
    words = ", ".join(f"{word} {number}" for word, number in said if number)
    return f"; {words}" if words else ""
