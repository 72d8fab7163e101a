"""A company committee with its own regulation confirmed, and the text of the one that takes its place."""

import datetime as dt
from dataclasses import asdict
from pathlib import Path

from desktop.domain.records import (
    Attendance,
    Duty,
    Meeting,
    Office,
    OfficeHead,
    OwnCite,
    OwnParameter,
    OwnProfile,
    Person,
    RegulationText,
    RegulationUse,
    Seat,
)
from desktop.usecases.regulations import own_profile, own_profile_edits, succession
from tests.usecases.meeting_office import Door

OLD = """QUY CHẾ LÀM VIỆC
của Ban Chấp hành Đảng bộ Tổng công ty Sông Xanh

Chương I
CHẾ ĐỘ HỘI NGHỊ
Điều 1. Hội nghị
1. Ban Chấp hành họp thường kỳ mỗi năm hai lần.
2. Ban Thường vụ họp thường kỳ mỗi tháng một lần.
3. Hội nghị Ban Chấp hành, Ban Thường vụ được tiến hành khi có ít nhất hai phần ba số ủy viên được triệu tập có mặt.
4. Nghị quyết được thông qua khi có trên một phần hai tổng số ủy viên tán thành.
Điều 2. Tài liệu
1. Giấy mời và tài liệu hội nghị phải gửi đến ủy viên trước ngày họp ít nhất 02 ngày làm việc.
Điều 3. Báo cáo
1. Ủy viên đi công tác ngoài tỉnh từ 05 ngày làm việc trở lên phải báo cáo Thường trực Đảng ủy bằng văn bản.
2. Chi ủy trực thuộc gửi sổ theo dõi đảng phí về Văn phòng trước ngày 10 hằng tháng.
"""
SCOPE = "Điều 1. Phạm vi\nQuy chế áp dụng từ đầu nhiệm kỳ mới của Tổng công ty.\nĐiều 2. Hội nghị"
NEW = (
    OLD.replace("Điều 3. Báo cáo", "Điều 4. Báo cáo")
    .replace("Điều 2. Tài liệu", "Điều 3. Tài liệu")
    .replace(
        "Điều 1. Hội nghị", "Điều 1. Phạm vi\nQuy chế áp dụng từ đầu nhiệm kỳ mới của Tổng công ty.\nĐiều 2. Hội nghị"
    )
    .replace("ít nhất 02 ngày làm việc", "ít nhất 03 ngày làm việc")
    .replace("Ban Thường vụ họp thường kỳ mỗi tháng một lần", "Ban Thường vụ họp thường kỳ mỗi tháng hai lần")
)
CHANGED = (
    "meeting.cadence.btv",
    *(f"{what}.{body}" for what in ("meeting.invitations", "meeting.papers.sent") for body in ("bch", "btv")),
)
"""What the successor's text says otherwise."""
START, DAY = dt.date(2026, 1, 1), dt.date(2026, 3, 1)
TODAY = dt.date(2026, 4, 1)


def session(ident: str, day: dt.date) -> Meeting:
    """A session to which was invited two working days before."""
    sent = day - dt.timedelta(days=2)
    present = tuple(Attendance(person=f"p{number}", status="present") for number in range(1, 6))
    return Meeting(
        id=ident,
        body="btv",
        kind="regular",
        title="Hội nghị Ban Thường vụ",
        start=dt.datetime.combine(day, dt.time(7, 30)),
        chair="p1",
        invitations_sent=sent,
        attendance=present,
    )


def an_office() -> Office:
    """Everything that is read in its text is confirmed; a silence, and a duty of its own, beside it."""
    people = tuple(
        Person(
            id=f"p{number}",
            name=f"Người Thứ {number}",
            seats=tuple(Seat(body=body, role="uy-vien", from_=START) for body in ("bch", "btv")),
        )
        for number in range(1, 6)
    )
    read = own_profile.read_of(OLD).values()
    given = tuple(OwnParameter(key=each.key, value=each.value, cite=OwnCite(**asdict(each.at))) for each in read)
    own = OwnProfile(
        id="f1",
        title="Quy chế Tổng công ty, số 01-QC/ĐU",
        base="bac-kan-ccq-2020",
        parameters=(*given, OwnParameter(key="meeting.questioning.required")),
    )
    duty = Duty(
        id="d1",
        profile="f1",
        title="Gửi sổ theo dõi đảng phí",
        often={"n": 1, "per": "month"},
        cite=OwnCite(article="Điều 3", clause="khoản 2"),
    )
    return Office(
        office=OfficeHead(
            name="Đảng ủy Tổng công ty Sông Xanh",
            symbol="ĐU",
            regulations=(RegulationUse(profile="f1", from_=START),),
        ),
        people=people,
        profiles=(own,),
        duties=(duty,),
        regulation_texts=(RegulationText(id="l1", profile="f1", text=OLD),),
        meetings=(session("m1", dt.date(2026, 2, 26)), session("m2", dt.date(2026, 3, 26))),
    )


def a_door(folder: Path) -> Door:
    return Door(folder / "a.thuky", an_office())


def followed(door: Door, text: str = NEW, title: str = "Quy chế Tổng công ty, số 02-QC/ĐU") -> str:
    facts = door.facts
    with door.writing() as store:
        return succession.follow(store, facts=facts, ident="f1", title=title, text=text)


def confirm_all(door: Door, ident: str) -> None:
    """Confirm what is read, content by content."""
    for row in own_profile.rows(door.facts, ident, only="open"):
        facts = door.facts
        if row.read:
            with door.writing() as store:
                own_profile_edits.accept(store, facts=facts, ident=ident, key=row.id)
