"""Over the share of all members in office approve; open, it may still come to that, closed or overdue not."""

import datetime as dt
from collections import Counter
from dataclasses import replace

from desktop.domain import ballots
from desktop.domain.ballots import Poll, answers, doubt, last_of_each, least, least_approved, nobody, valid
from desktop.domain.cases import BALLOTS
from desktop.domain.findings import Verdict
from desktop.domain.judging import CONTRARY, Outcome, awaited, doubted, majority_share, more_than, share_words
from desktop.domain.keys import Key, SettingKey
from desktop.domain.records import Response
from desktop.domain.rule import Reads, Rule
from desktop.domain.wording import day, distance_said

DAYS = SettingKey("ballot.days")
SHARE = Key("ballot.majority.share")

RULE = Rule("ballot.majority", of=BALLOTS, reads=(Reads.PEOPLE, Reads.SETTINGS), cites=(ballots.ELECTORATE, SHARE))


@RULE.judged_by
def judge(poll: Poll) -> Outcome | None:
    rule = majority_share(poll.facts, SHARE, poll.day) if poll.provided else None
    if rule is None:
        return None
    share, cite = rule
    if not poll.members:
        return nobody(poll, cite)
    total, needed = len(poll.members), more_than(share, len(poll.members))
    count = least_approved(poll)
    approve = count["approve"]
    fact = f"{_question(poll)}{approve}/{total} ủy viên tán thành, cần {needed}/{total} (trên {share_words(share)})"
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
    last, by_office = _last_day(poll)
    if poll.is_closed:
        text = f"{fact}; đã chốt {day(poll.ended)}."
        return replace(judged, verdict=Verdict.BREACH, text=text)
    if last is None:
        return replace(judged, verdict=Verdict.DUE, text=f"{fact}; chưa đặt hạn trả lời.")
    note = " theo quy ước của đơn vị" if by_office else ""
    text = f"{fact}; hạn trả lời {day(last)}{note}, {distance_said(last, poll.on)}."
    cite = replace(judged.cite, office=True) if by_office else judged.cite
    return replace(judged, verdict=awaited(last, poll.on), cite=cite, text=text, due=last)


def _last_day(poll: Poll) -> tuple[dt.date | None, bool]:
    days = poll.facts.setting(DAYS, poll.day)
    if poll.ballot.due or not isinstance(days, int):
        return poll.ballot.due, False
    return poll.day + dt.timedelta(days=days), True


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
