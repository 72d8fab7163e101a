"""Who is invited beside the members; `desktop.domain` only."""

from desktop.domain.findings import Verdict
from desktop.domain.judging import Outcome, awaited
from desktop.domain.keys import KeyOf, RuleId
from desktop.domain.regulation import Ruling
from desktop.domain.sittings import Sitting

REQUIRED = KeyOf[RuleId]("{}.required")
EXCEPT_CLOSED = KeyOf[RuleId]("{}.except_closed")


def of_committee(sitting: Sitting, rule: RuleId) -> Ruling | None:
    """What the text asks of the committee's sessions; of closed ones too, where it does not except them."""
    ruling = sitting.ruling(REQUIRED.of(rule)) if sitting.of_committee else None
    except_closed = sitting.ruling(EXCEPT_CLOSED.of(rule))
    if sitting.is_closed and except_closed and except_closed.value:
        return None
    return ruling if ruling and ruling.value else None


def invited_or_here(sitting: Sitting) -> set[str | None]:
    """Who was invited, or came, or was excused from coming."""
    came = {line.person for line in sitting.attendance if line.status in ("present", "excused")}
    return came | {guest.person for guest in sitting.meeting.guests}


def invited(sitting: Sitting, ruling: Ruling, total: int, missing: list[str], who: str) -> Outcome:
    fact = f"Đã mời {total - len(missing)}/{total} {who}"
    verdict = awaited(sitting.day, sitting.on) if missing else Verdict.MET
    limit = f"; thiếu {', '.join(missing)}" if missing else ""
    return Outcome(
        verdict=verdict,
        cite=ruling.cite,
        text=f"{fact}{limit}." if total else f"Không có {who}.",
        expected=f"{total}/{total}",
        actual=f"{total - len(missing)}/{total}",
        due=sitting.day,
    )
