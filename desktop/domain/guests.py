"""Rules on who is invited beside the members; `desktop.domain` only."""

from desktop.domain.facts import covers
from desktop.domain.findings import Verdict
from desktop.domain.judging import Outcome, article, awaited
from desktop.domain.records import AgendaItem
from desktop.domain.regulation import Ruling
from desktop.domain.sittings import Sitting
from desktop.domain.wording import day


def of_inspection(sitting: Sitting) -> Outcome | None:
    """Every inspection member outside the committee is invited to its sessions, but closed ones where excepted."""
    ruling = _of_committee(sitting, "meeting.guests.ubkt")
    if ruling is None:
        return None
    inspection = sitting.facts.members("ubkt", sitting.day)
    if not inspection:
        text = "Không có thành viên Ủy ban Kiểm tra nào đương nhiệm để đối chiếu."
        return Outcome(verdict=Verdict.UNKNOWN, cite=ruling.cite, text=text)
    committee = {person.id for person in sitting.members}
    asked = [person for person in inspection if person.id not in committee]
    missing = [person.name for person in asked if person.id not in _here(sitting)]
    return _invited(sitting, ruling, len(asked), missing, "ủy viên Ủy ban Kiểm tra ngoài Ban Chấp hành")


def _of_committee(sitting: Sitting, stem: str) -> Ruling | None:
    """What the text asks of the committee's sessions; of closed ones too, where it does not except them."""
    ruling = sitting.ruling(f"{stem}.required") if sitting.of_committee else None
    except_closed = sitting.ruling(f"{stem}.except_closed")
    if sitting.is_closed and except_closed and except_closed.value:
        return None
    return ruling if ruling and ruling.value else None


def _here(sitting: Sitting) -> set[str | None]:
    """Who was invited, or came, or was excused from coming."""
    came = {line.person for line in sitting.attendance if line.status in ("present", "excused")}
    return came | {guest.person for guest in sitting.meeting.guests}


def _invited(sitting: Sitting, ruling: Ruling, total: int, missing: list[str], who: str) -> Outcome:
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


def of_superior(sitting: Sitting) -> Outcome | None:
    """The superior's member in charge is invited; where only `định kỳ`, no one session must have the invitation."""
    ruling = _of_committee(sitting, "meeting.guests.superior")
    if ruling is None:
        return None
    if any(guest.superior for guest in sitting.meeting.guests):
        return Outcome(
            verdict=Verdict.MET, cite=ruling.cite, text="Đã mời đại diện cấp trên phụ trách.", due=sitting.day
        )
    text = f"Chưa mời đại diện cấp trên phụ trách; họp {day(sitting.day)}."
    periodic = sitting.ruling("meeting.guests.superior.periodic")
    if periodic and periodic.value:
        text = f"{text.rstrip('.')}; {article(periodic.cite)} chỉ nêu định kỳ mời, chưa nêu rõ những hội nghị nào."
        return Outcome(verdict=Verdict.UNCLEAR, cite=periodic.cite, text=text)
    return Outcome(verdict=awaited(sitting.day, sitting.on), cite=ruling.cite, text=text, due=sitting.day)


def in_charge(sitting: Sitting) -> Outcome | None:
    """Thường trực, taking up a matter of someone's field, has that person at its table or among its guests."""
    ruling = sitting.ruling("meeting.guests.in-charge.required")
    items = [item for item in sitting.meeting.agenda if item.field or item.in_charge]
    if sitting.meeting.body != "thuong-truc" or ruling is None or not ruling.value or not items:
        return None
    here = _here(sitting) | {person.id for person in sitting.members}
    asked: set[str] = set()
    for item in items:
        people = _people_in_charge(sitting, item)
        if not people:
            return _nobody(ruling, item)
        asked |= people
    missing = sorted(sitting.name(person) for person in asked - here)
    return _invited(sitting, ruling, len(asked), missing, "người phụ trách lĩnh vực")


def _people_in_charge(sitting: Sitting, item: AgendaItem) -> set[str]:
    if item.in_charge:
        return {item.in_charge}
    return {
        line.person
        for line in sitting.facts.office.assignments
        if line.kind == "field" and line.person and item.field in (line.field, line.subject)
        if covers(line, sitting.day)
    }


def _nobody(ruling: Ruling, item: AgendaItem) -> Outcome:
    text = f"Nội dung “{item.title}” thuộc lĩnh vực {item.field}, chưa ghi ai phụ trách; chưa rõ phải mời ai."
    return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text)
