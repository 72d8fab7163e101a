"""Forms 2 and 3: Chương trình hội nghị and Danh sách điểm danh. May import domain, vi, papers."""

import datetime as dt
from collections.abc import Iterator

from desktop import vi
from desktop.domain.records import AgendaItem, AttendanceStatus, Meeting
from desktop.domain.reserved import open_items
from desktop.papers.forms.base.form import Form
from desktop.papers.forms.base.parts import blank_rows
from desktop.papers.forms.base.words import bare, comrade, guest_words, last_day_of, meeting_name, post_of, time_of
from desktop.papers.forms.base.writing import Writing
from desktop.papers.forms.meetings.made_of import MEETING
from desktop.papers.paper import FEW_DOTS, Block, Column, Paper, Row, Signer, Table, bold, group, para, row


def agenda(writing: Writing, meeting: Meeting) -> Paper:
    document = writing.document("CTr", meeting)
    issued = writing.day(document, meeting.invitations_sent)
    day = issued or writing.on
    pack = writing.pack(day)
    columns = (Column("TT", 11, "center"), Column("Thời gian", 20, "center"), Column("Nội dung", 80))
    rows = tuple(_items(writing, meeting))
    return Paper(
        pack=pack,
        slug="chuong-trinh-hoi-nghi",
        day=day,
        head=writing.head("CTr", document, issued, day.year, body=meeting.body),
        title=pack.types["CTr"],
        summary=meeting_name(writing, meeting),
        blocks=(
            *time_and_place(meeting),
            para(bold("Chủ trì: "), f"{vi.capital(comrade(writing, meeting.chair, meeting.start.date()))}."),
            Table(columns=(*columns, Column("Trình bày, chuẩn bị", 50)), rows=rows or blank_rows(4, 5)),
        ),
        signer=writing.office_signer(document, day, meeting.body),
        recipients=writing.recipients(document, "Đại biểu dự hội nghị", body=meeting.body),
        stamps=writing.stamps(document, pack),
    )


def _items(writing: Writing, meeting: Meeting) -> Iterator[Row]:
    """Under their days where the hours begin anew; what stays among the members is on no paper of the guests."""
    items = open_items(meeting) if meeting.guests else meeting.agenda
    days = _days(meeting)
    several = len(set(days.values())) > 1
    for place, item in enumerate(items, 1):
        day = days[item.id]
        if several and (place == 1 or day != days[items[place - 2].id]):
            yield group(f"{vi.capital(vi.weekday(day))}, {vi.day_words(day)}")
        yield _item(writing, item, place)


def _days(meeting: Meeting) -> dict[str, dt.date]:
    """The day of each item: the one it bears, else an hour earlier than the one before it is the next day's."""
    day, last, before, found = meeting.start.date(), last_day_of(meeting), dt.time.min, {}
    for item in meeting.agenda:
        if item.day:
            day = item.day
        elif item.time and item.time < before and day < last:
            day += dt.timedelta(days=1)
        before = item.time or before
        found[item.id] = day
    return found


def time_and_place(meeting: Meeting) -> tuple[Block, ...]:
    place = f"{bare(meeting.place)}." if meeting.place else ""
    return (
        para(bold("Thời gian: "), f"{time_of(meeting)}."),
        para(bold("Địa điểm: "), place) if place else para(bold("Địa điểm:"), dotted=True),
    )


def _item(writing: Writing, item: AgendaItem, place: int) -> Row:
    person, unit = writing.facts.person(item.presenter), writing.facts.unit(item.preparer)
    presented = [f"Đồng chí {person.name}"] if person else []
    prepared = [unit.name] if unit and unit.name else []
    time = vi.clock(item.time) if item.time else ""
    return row(str(place), time, bare(item.title), "\n".join(presented + prepared))


def attendance(writing: Writing, meeting: Meeting) -> Paper:
    """A wide sheet with room for signatures; what is known of absences is printed beside the name."""
    day = meeting.start.date()
    pack = writing.pack(day)
    columns = (
        Column("TT", 10, "center"),
        Column("Họ và tên", 45),
        Column("Chức vụ, đơn vị", 80),
        Column("Ký tên", 35),
        Column("Ghi chú", 35),
    )
    return Paper(
        pack=pack,
        slug="diem-danh",
        day=day,
        head=writing.head("", None, day, day.year, body=meeting.body),
        title="Danh sách điểm danh",
        summary=meeting_name(writing, meeting),
        blocks=(
            *time_and_place(meeting),
            Table(columns=columns, rows=_roster(writing, meeting)),
            _total(writing, meeting),
        ),
        signer=Signer(("Người điểm danh",), (), writing.name(meeting.secretary)),
        landscape=True,
    )


def _roster(writing: Writing, meeting: Meeting) -> tuple[Row, ...]:
    day = meeting.start.date()
    members = writing.facts.members(meeting.body, day)
    rows = [group(f"I. {writing.members_of(meeting.body)} ({len(members)})")]
    for place, person in enumerate(members, 1):
        note = _note(writing, meeting, person.id)
        rows.append(row(str(place), person.name, post_of(writing, person, day), "", note, height=SIGNING))
    rows += blank_rows(5, 3) if not members else ()
    if meeting.guests:
        rows.append(group(f"II. Đại biểu được mời ({len(meeting.guests)})"))
    for place, guest in enumerate(meeting.guests, 1):
        invited = writing.facts.person(guest.person)
        name = invited.name if invited else ""
        post = post_of(writing, invited, day) if invited else vi.capital(guest_words(writing, guest, day))
        note = _note(writing, meeting, guest.person or "")
        rows.append(row(str(place), name, post, "", note, height=SIGNING))
    return tuple(rows)


SIGNING = 26.0
"""The least height of a row that is signed, in points."""


def _note(writing: Writing, meeting: Meeting, person: str) -> str:
    mark = next((each for each in meeting.attendance if each.person == person), None)
    if mark and mark.status and mark.status != "present":
        return _away(mark.status, mark.reason)
    away = writing.facts.absence(person, meeting.start.date())
    return f"Đi vắng {vi.day_range(away.from_, away.to)}" if away else ""


def _away(status: AttendanceStatus, reason: str) -> str:
    return f"Vắng, {vi.ATTENDANCE[status].lower()}" + (f": {bare(reason)}" if reason else "")


def _total(writing: Writing, meeting: Meeting) -> Block:
    members = [each.id for each in writing.facts.members(meeting.body, meeting.start.date())]
    marked = [each.status for each in meeting.attendance if each.person in members and each.status]
    count = f"{marked.count('present')}" if marked else FEW_DOTS
    total = f"{len(members)}" if members else FEW_DOTS
    return para(f"Có mặt: {count}/{total} đồng chí {writing.members_of(meeting.body)}.")


AGENDA = Form(slug="chuong-trinh-hoi-nghi", title="Chương trình hội nghị", of=MEETING, make=agenda)
ATTENDANCE = Form(slug="diem-danh", title="Danh sách điểm danh", of=MEETING, make=attendance)
