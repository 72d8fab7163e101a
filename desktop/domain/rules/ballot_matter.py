"""The matter is not one the text keeps for a session; where it lists what may be asked, it is one of those."""

from desktop.domain import ballots
from desktop.domain.ballots import Poll
from desktop.domain.cases import BALLOTS
from desktop.domain.findings import Verdict
from desktop.domain.judging import Outcome, article
from desktop.domain.keys import Key, KeyOf
from desktop.domain.records import Body
from desktop.domain.rule import Rule
from desktop.domain.terms import MATTER, matters, of_cadres, unfilled

ALLOWED = KeyOf[Body]("ballot.matter.{}.allowed")

EXCLUDED = Key("ballot.matter.excluded")
SPECIAL_MATTERS = Key("ballot.matter.special_matters")
SPECIAL_RULES = Key("ballot.matter.special_rules")

RULE = Rule(
    "ballot.matter",
    of=BALLOTS,
    beside="matter",
    cites=(ballots.ELECTORATE, ALLOWED, EXCLUDED, SPECIAL_MATTERS, SPECIAL_RULES),
)


@RULE.judged_by
def judge(poll: Poll) -> Outcome | None:
    excluded, allowed = poll.ruling(EXCLUDED), poll.ruling(ALLOWED.of(poll.ballot.body))
    ruling = allowed or excluded
    if ruling is None:
        return _special(poll)
    where = article(ruling.cite)
    limit = f"{where} chỉ cho {matters(ruling.words)}" if allowed else f"{where} trừ {matters(ruling.words)}"
    if poll.ballot.matter is None:
        return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=f"{unfilled('matter')}; {limit}.")
    word = MATTER[poll.ballot.matter]
    if excluded and not allowed and of_cadres(poll.ballot.matter, excluded.words):
        text = f"{word} lấy ý kiến bằng văn bản; {limit}, chưa nêu rõ việc này có phải là công tác cán bộ hay không."
        return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text)
    if (poll.ballot.matter in ruling.words) == bool(allowed):
        text = f"{word} được lấy ý kiến bằng văn bản; {limit}."
        return Outcome(verdict=Verdict.MET, cite=ruling.cite, text=text)
    text = f"{word} lấy ý kiến bằng văn bản; {limit}; phải đưa ra hội nghị {poll.body}."
    return Outcome(verdict=Verdict.BREACH, cite=ruling.cite, text=text)


def _special(poll: Poll) -> Outcome | None:
    """Where the text only sets aside what has rules of its own, such a matter is to be looked up there."""
    ruling, of_own = poll.ruling(SPECIAL_RULES), poll.ruling(SPECIAL_MATTERS)
    named = poll.ballot.matter
    if ruling is None or not ruling.value or of_own is None or named is None:
        return None
    if named not in of_own.words and not of_cadres(named, of_own.words):
        return None
    word = MATTER[named]
    text = (
        f"{word} lấy ý kiến bằng văn bản; {article(ruling.cite)} không loại việc này nhưng trừ những vấn đề "
        "có quy định riêng. Đối chiếu quy định về công tác cán bộ: nếu phải họp thì đưa ra hội nghị."
    )
    return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text)
