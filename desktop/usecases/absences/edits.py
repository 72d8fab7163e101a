"""What changes an absence: entering, amending and removing it, its report, the report of its result, who covers.

Each function is handed a store and raises `Refusal`; nothing is committed here. A rule of the regulation that is broken
is a verdict beside the record, never a refusal: the office records what happened.
"""

import datetime as dt
from dataclasses import replace

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import Absence, Addressee, Assignment, ReportForm
from desktop.domain.refusal import Refusal
from desktop.domain.rules import absence_commune, absence_reported
from desktop.domain.terms import ADDRESSEE
from desktop.usecases.absences import rows as absences
from desktop.usecases.absences.outlook import overlap
from desktop.usecases.base import edits
from desktop.usecases.base.deciding import decider
from desktop.usecases.base.names import clean

_LONGEST = 3 * 366
"""Days; a longer absence is a mistyped year."""


def check(facts: Facts, absence: Absence, on: dt.date) -> None:
    """Refuse what no absence can be, naming the field."""
    if facts.person(absence.person) is None:
        raise Refusal("Chưa chọn người vắng; cần chọn một người trong danh mục.", field="person")
    edits.not_before(absence.to, absence.from_, "to", "Ngày về", "ngày đi")
    if (absence.to - absence.from_).days > _LONGEST:
        raise Refusal(f"Ngày về {vi.day(absence.to)} cách ngày đi quá 3 năm; cần xem lại năm.", field="to")
    if absence.cover == absence.person:
        raise Refusal("Người thay phải là người khác người đi vắng.", field="cover")
    _check_reports(absence, on)
    _refuse_twice(facts, absence)


def _check_reports(absence: Absence, on: dt.date) -> None:
    edits.not_after(absence.reported, on, "reported", "Ngày báo cáo")
    edits.not_after(absence.result_reported, on, "result_reported", "Ngày báo kết quả")
    edits.not_before(absence.result_reported, absence.from_, "result_reported", "Ngày báo kết quả", "ngày đi")


def _refuse_twice(facts: Facts, absence: Absence) -> None:
    for other in facts.office.absences:
        if other.id != absence.id and other.person == absence.person and overlap(other, absence):
            name = absences.name_of(facts, absence.person)
            said = f"{name} đã ghi vắng {absences.span(other)} ({absences.where(other)})"
            raise Refusal(f"{said}; sửa lần ấy, không ghi thêm lần thứ hai trùng ngày.", field="from_")


def _clean(absence: Absence) -> Absence:
    return replace(absence, content=vi.nfc(absence.content).strip(), destination=clean(absence.destination))


def add(store: Store, *, facts: Facts, draft: Absence, on: dt.date) -> Absence:
    """Put a new absence under a new id."""
    return edits.add(store, _clean(draft), lambda made: check(facts, made, on))


def amend(store: Store, *, facts: Facts, absence: Absence, after: Absence, on: dt.date) -> Absence:
    """Put the changed record in place of the one that was read."""
    return edits.amend(store, absence, _clean(after), lambda changed: check(facts, changed, on))


def remove(store: Store, *, absence: Absence) -> None:
    """Take out one entered by mistake; undo brings it back."""
    store.remove(Absence, absence.id)


def mark_reported(
    store: Store,
    *,
    facts: Facts,
    absence: Absence,
    day: dt.date,
    on: dt.date,
    to: Addressee | None = None,
    form: ReportForm | None = None,
) -> Absence:
    """Reported on a day; without a body or a form named, to the body and in the form the regulation asks for."""
    after = replace(
        absence,
        reported=day,
        reported_to=to or absence.reported_to or asked_body(facts, absence),
        form=form or absence.form or asked_form(facts, absence),
    )
    return amend(store, facts=facts, absence=absence, after=after, on=on)


def asked_body(facts: Facts, absence: Absence) -> Addressee | None:
    """Whom the text names; where it only asks for a notice, whom the text or else the office names."""
    rulings = (facts.ruling(key, absence.from_) for key in (absence_reported.TO, absence_commune.TO_BODY))
    said = next((ruling.word for ruling in rulings if ruling), facts.setting(absence_commune.TO, absence.from_))
    return next((each for each in ADDRESSEE if each == said), None)


def asked_form(facts: Facts, absence: Absence) -> ReportForm | None:
    ruling = facts.ruling(absence_reported.FORM, absence.from_)
    if ruling is None:
        return None
    return "written" if ruling.word == "written" else "oral"


def mark_result(store: Store, *, facts: Facts, absence: Absence, day: dt.date, on: dt.date) -> Absence:
    """The result of the trip was reported on that day."""
    return amend(store, facts=facts, absence=absence, after=replace(absence, result_reported=day), on=on)


def set_cover(store: Store, *, facts: Facts, absence: Absence, cover: str | None, on: dt.date) -> Absence:
    return amend(store, facts=facts, absence=absence, after=replace(absence, cover=cover), on=on)


def put_on_duty(
    store: Store, *, facts: Facts, person: str, first: dt.date, last: dt.date, document: str | None = None
) -> Assignment:
    """A member of the standing committee stands in for Thường trực from the first day to the last, both included."""
    found = facts.person(person)
    edits.not_before(last, first, "to", "Ngày cuối", "ngày đầu")
    if found is None:
        raise Refusal("Chưa chọn người trực; cần chọn một ủy viên Ban Thường vụ.", field="person")
    if facts.holds(person, "btv", first) is None or facts.holds(person, "thuong-truc", first) is not None:
        raise Refusal(
            f"{found.name} không phải ủy viên Ban Thường vụ ngoài Thường trực vào ngày {vi.day(first)}; "
            "cần chọn người khác.",
            field="person",
        )
    duty = Assignment(
        id=store.new_id(Assignment),
        person=person,
        kind="duty",
        subject="Trực thay Thường trực",
        decided_by=decider(facts, first, "duty"),
        document=document,
        from_=first,
        to=last,
    )
    store.put(duty, before=None)
    return duty
