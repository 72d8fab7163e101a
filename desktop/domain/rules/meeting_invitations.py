"""The invitation to a session of the committee or its standing committee goes out in time."""

from desktop.domain import papers
from desktop.domain.cases import SITTINGS
from desktop.domain.judging import Deed, Outcome
from desktop.domain.keys import KeyOf
from desktop.domain.own_items import is_of_kind
from desktop.domain.papers import EXEMPT_KINDS, exemption, last_day, listed, timed, warning
from desktop.domain.records import Body
from desktop.domain.rule import Reads, Rule
from desktop.domain.sittings import Sitting
from desktop.domain.terms import session_words

AHEAD = KeyOf[Body]("meeting.invitations.{}")

RULE = Rule(
    "meeting.invitations",
    of=SITTINGS,
    beside="invitations_sent",
    reads=(Reads.SETTINGS, Reads.WORKDAYS),
    cites=(AHEAD, papers.EXEMPT_KINDS),
)


@RULE.judged_by
def judge(sitting: Sitting) -> Outcome | None:
    ahead = AHEAD.of(sitting.meeting.body)
    last = last_day(sitting, ahead) if sitting.is_of_body else None
    if last is None:
        return None
    if is_of_kind(sitting.meeting, listed(sitting, EXEMPT_KINDS.of(RULE.id))):
        fact = f"{session_words(sitting.meeting)}; miễn thời hạn gửi giấy mời"
        return exemption(sitting, EXEMPT_KINDS.of(RULE.id), fact)
    sent = sitting.meeting.invitations_sent
    deed = Deed(done=sent, word="Gửi giấy mời", undone="Chưa gửi giấy mời", note=warning(sitting, last, sent))
    return timed(sitting, ahead, deed, last)
