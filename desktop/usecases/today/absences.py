"""The lines of Hôm nay on absences and tasks: reports still to be made, duty, sessions too thin, work overdue.

Reads only. Imports domain, vi and other use cases.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.records import Absence
from desktop.domain.refs import RecordRef
from desktop.domain.rules import absence_commune, absence_duty, absence_reported, absence_result
from desktop.usecases.absences import outlook as absence_outlook
from desktop.usecases.absences import rows as absences
from desktop.usecases.tasks import rows as tasks
from desktop.usecases.today.page import DAY, Row
from desktop.usecases.today.parts import OPEN, Article, row_of

RULES = (absence_reported.RULE.id, absence_commune.RULE.id, absence_result.RULE.id, absence_duty.RULE.id)
"""The rules told here and nowhere else on the page."""

_REPORT = (absence_reported.RULE.id, absence_commune.RULE.id)
_AHEAD = DAY * 30
"""How far ahead a session too thin is brought up: time enough to move it."""


def rows(facts: Facts, findings: Sequence[Finding], on: dt.date, until: dt.date, article: Article) -> list[Row]:
    """What is late or due until a day, and the sessions ahead that will not have their number."""
    found = [one for one in findings if one.rule in RULES and one.verdict in OPEN and one.due and one.due <= until]
    made = [row for finding in found if (row := _of(facts, finding, on, article))]
    return [*made, *_task_rows(facts, on, until), *_thin_sessions(facts, on, article)]


def _of(facts: Facts, finding: Finding, on: dt.date, article: Article) -> Row | None:
    if finding.rule == absence_duty.RULE.id:
        return _duty(facts, finding, on, article)
    away = facts.one(Absence, finding.subject.id)
    if away is None or facts.person(away.person) is None:
        return None
    if finding.rule == absence_result.RULE.id:
        return _result(facts, finding, away, article) if on > away.to else None
    return _report(facts, finding, away, on, article)


def _report(facts: Facts, finding: Finding, away: Absence, on: dt.date, article: Article) -> Row | None:
    """Only while it can still be mended: once the journey is over, the breach stays with the report on the year."""
    twice = finding.rule == absence_commune.RULE.id and facts.ruling(absence_reported.WORKING_DAYS, away.from_)
    if away.reported or away.to < on or (twice and _long(facts, away)):
        return None
    form = facts.ruling(absence_reported.FORM, away.from_)
    paper = form is not None and form.word == "written" and on < away.from_
    days = facts.workdays.count(away.from_, away.to)
    purpose = vi.ABSENCE_PURPOSE[away.purpose] if away.purpose else ""
    said = (vi.day_range(away.from_, away.to, on), f"{days} ngày làm việc", away.destination, purpose)
    return row_of(
        finding,
        article,
        title=f"{absences.name_of(facts, away.person)} chưa báo cáo đi {vi.AREA[away.area].lower()}",
        second=", ".join(part for part in said if part),
        action="In báo cáo" if paper else "Đã báo cáo",
        act="print-absence" if paper else "reported",
        place="absences",
        record=away.id,
    )


def _long(facts: Facts, away: Absence) -> bool:
    """Long enough and far enough for the other report, which then tells of it already."""
    least = facts.ruling(absence_reported.WORKING_DAYS, away.from_)
    areas = facts.ruling(absence_reported.AREAS, away.from_)
    days = facts.workdays.count(away.from_, away.to)
    return least is not None and days >= least.number and (areas is None or away.area in areas.words)


def _result(facts: Facts, finding: Finding, away: Absence, article: Article) -> Row:
    said = (absences.span(away), away.destination)
    return row_of(
        finding,
        article,
        title=f"{absences.name_of(facts, away.person)} chưa báo kết quả chuyến đi",
        second=", ".join(part for part in said if part),
        action="Đã báo kết quả",
        act="result",
        place="absences",
        record=away.id,
    )


def _duty(facts: Facts, finding: Finding, on: dt.date, article: Article) -> Row | None:
    """While the days last somebody can still be put on duty, from a member's own absence."""
    first, _, last = finding.subject.code.partition("..")
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    members = {person.id for person in facts.members("thuong-truc", days[0])}
    away = [one for one in facts.office.absences if one.person in members and one.from_ <= days[0] <= one.to]
    if days[1] < on or not away:
        return None
    return row_of(
        finding,
        article,
        title="Cả Thường trực vắng, chưa đủ người trực",
        second=f"{vi.day_range(*days, on)}, Ban Thường vụ phân công một ủy viên trực",
        action="Phân công trực…",
        act="open",
        place="absences",
        record=away[0].id,
    )


def _task_rows(facts: Facts, on: dt.date, until: dt.date) -> Iterator[Row]:
    """Tasks of conclusions that are late or due soon; no regulation names their day, the conclusion does."""
    for row in tasks.rows(facts, on):
        if row.task.done is None and row.task.due is not None and row.task.due <= until:
            cause = f" · {row.task.cause}" if row.task.cause and row.late else ""
            item = row.source.removeprefix("Kết luận ").split(", ")[0]
            yield Row(
                id=f"task|tasks/{row.id}",
                title=f"Nhiệm vụ: {row.task.title}",
                second=f"{row.who}{cause}",
                article="Kết luận",
                caption=item[:1].lower() + item[1:],
                due=row.task.due,
                action="Đã xong…",
                act="open",
                place="assignments",
                record=row.id,
            )


def _thin_sessions(facts: Facts, on: dt.date, article: Article) -> Iterator[Row]:
    """Sessions ahead that the absences leave without their number, while there is time to move them."""
    for meeting in facts.sessions:
        one = absence_outlook.failing(facts, meeting, on) if on <= meeting.start.date() <= on + _AHEAD else None
        if one and one.after.cite:
            name = f"Hội nghị {vi.BODY[meeting.body]} {vi.day_short(meeting.start.date(), on)}"
            numbers = f"{one.after.present}/{one.after.members}, cần {one.after.needed}"
            yield Row(
                id=f"quorum|meetings/{meeting.id}",
                title=f"{name} không đủ số: dự kiến {numbers}",
                second=absence_outlook.better_words(one).rstrip("."),
                article=article(one.after.cite),
                due=meeting.start.date(),
                action="Mở",
                act="open",
                place="meetings",
                record=meeting.id,
            )


def unreported(facts: Facts, findings: Sequence[Finding], on: dt.date) -> int:
    """How many absences not over yet wait for a report that is asked; the number on the rail."""
    asked = {one.subject for one in findings if one.rule in _REPORT and one.verdict in OPEN}
    waiting = [one for one in facts.office.absences if one.to >= on and not one.reported]
    return sum(1 for one in waiting if RecordRef.to(one) in asked)
