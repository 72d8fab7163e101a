"""A small office with a record of every shape the tables have, and how the tests open files."""

import datetime as dt
from pathlib import Path

from db.session import OfficeFile
from desktop.domain.records import (
    Absence,
    AgendaItem,
    Attachment,
    Ballot,
    Choice,
    Counts,
    Guest,
    Meeting,
    Office,
    OfficeCalendar,
    OfficeDay,
    OfficeHead,
    Person,
    Post,
    Question,
    RegulationUse,
    Response,
    Seat,
    Source,
    Task,
    Term,
    Unit,
    Vote,
)

DAY = dt.date(2024, 6, 12)


def clock() -> dt.datetime:
    return dt.datetime(2024, 6, 12, 8, 30, 5)


def small_office() -> Office:
    return Office(
        office=OfficeHead(
            name="Huyện ủy Tây Sơn",
            congress="XXI",
            term=Term(from_=dt.date(2020, 8, 1), to=dt.date(2025, 6, 30)),
            regulations=(
                RegulationUse(
                    profile="tay-son-2024",
                    from_=dt.date(2024, 5, 31),
                    overrides={"absence.reported.working_days": 2},
                ),
            ),
            settings={"ballot.days": 5},
        ),
        calendar=OfficeCalendar(
            days_off=(OfficeDay(date=dt.date(2024, 4, 29)),),
            working_days=(OfficeDay(date=dt.date(2024, 5, 4), document="Thông báo 12"),),
        ),
        people=(
            Person(
                id="p1",
                name="Nguyễn Văn An",
                posts=(Post(post="chu-tich-ubnd"),),
                seats=(Seat(body="thuong-truc", role="bi-thu", from_=dt.date(2020, 8, 1)),),
            ),
            Person(id="p2", name="Lê Thị Bình", born=1980),
            Person(id="p3", name="Trần Cường"),
        ),
        units=(Unit(id="u1", name="Đảng ủy xã Bình Nghi", kind="party-organisation"),),
        meetings=(
            Meeting(
                id="m1",
                body="btv",
                kind="regular",
                title="Hội nghị lần thứ 52",
                start=dt.datetime(2024, 6, 12, 7, 30),
                chair="p1",
                requested_by=("p1", "p2"),
                guests=(Guest(unit="u1"),),
                agenda=(
                    AgendaItem(
                        id="a1",
                        title="Dự toán",
                        time=dt.time(8),
                        vote=Vote(choices=(Choice(person="p1", choice="approve"),), counts=Counts(approve=3)),
                        attachments=(Attachment(name="Tờ trình.pdf", bytes=5),),
                    ),
                    AgendaItem(id="a2", title="Việc khác"),
                ),
            ),
        ),
        ballots=(
            Ballot(
                id="b1",
                body="btv",
                sent=dt.date(2024, 7, 1),
                sent_to=(),
                questions=(Question(id="q1", text="Đồng ý?"),),
                responses=(Response(person="p1", choice="approve", questions={"q1": "approve"}),),
            ),
        ),
        absences=(
            Absence(id="x1", person="p2", from_=dt.date(2024, 8, 5), to=dt.date(2024, 8, 9), area="outside-province"),
        ),
        tasks=(Task(id="t1", title="Soạn tờ trình", source=Source(meeting="m1", agenda="a1"), with_=("u1",)),),
    )


def made(path: Path, office: Office | None = None) -> OfficeFile:
    return OfficeFile.create(path, office or small_office(), clock=clock, who="An")


def opened(path: Path, *, read_only: bool = False) -> OfficeFile:
    return OfficeFile.open(path, clock=clock, who="An", read_only=read_only)


def office_in(path: Path) -> Office:
    with opened(path) as file, file.read() as store:
        return store.office()
