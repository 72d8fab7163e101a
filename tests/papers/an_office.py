"""A small office with one meeting through all its stages, for the tests of papers. All names are invented."""

import datetime as dt

from desktop.domain.facts import Facts
from desktop.domain.records import (
    AgendaItem,
    Attendance,
    Choice,
    Counts,
    Document,
    Guest,
    Meeting,
    Office,
    OfficeHead,
    Person,
    Post,
    RegulationUse,
    Remark,
    Seat,
    Source,
    Task,
    Term,
    Unit,
    Value,
    Vote,
)

SINCE = dt.date(2020, 8, 1)
NAMES = (
    "Nguyễn Văn An",
    "Nguyễn Đức Lâm",
    "Trần Thị Hạnh",
    "Đỗ Minh Châu",
    "Huỳnh Tấn Dũng",
    "Phan Đình Khôi",
    "Võ Thị Lan",
    "Bùi Xuân Nam",
    "Đặng Ngọc Phúc",
    "Hồ Anh Tuấn",
    "Lý Thanh Ý",
)
ROLES = ("bi-thu", "pho-bi-thu-thuong-truc", "pho-bi-thu")
POSITIONS = {
    0: "Bí thư Huyện ủy",
    1: "Phó Bí thư Thường trực Huyện ủy, Chủ tịch Hội đồng nhân dân huyện",
    2: "Phó Bí thư Huyện ủy, Chủ tịch Ủy ban nhân dân huyện",
    3: "Ủy viên Ban Thường vụ, Chánh Văn phòng Huyện ủy",
}


def people(standing: int = 11, committee: int = 11) -> tuple[Person, ...]:
    return tuple(_person(number, standing) for number in range(committee))


def _person(number: int, standing: int) -> Person:
    seats = [Seat(body="bch", role="uy-vien", from_=SINCE)]
    seats += [Seat(body="btv", role="uy-vien", from_=SINCE)] if number < standing else []
    seats += [Seat(body="thuong-truc", role=ROLES[number], from_=SINCE)] if number < 3 else []  # type: ignore[arg-type]
    name = NAMES[number] if number < len(NAMES) else f"Lê Thị Hồng Vân {number}"
    return Person(
        id=f"p{number + 1}",
        name=name,
        position=POSITIONS.get(number, ""),
        posts=(Post(post="chanh-van-phong"),) if number == 3 else (),
        seats=tuple(seats),
    )


UNITS = (
    Unit(id="u1", name="Phòng Tài chính – Kế hoạch", kind="government"),
    Unit(id="u2", name="Ban Tuyên giáo Huyện ủy", kind="advisory-body"),
    Unit(id="u3", name="Văn phòng Huyện ủy", kind="advisory-body"),
)


def agenda() -> tuple[AgendaItem, ...]:
    voted = [Choice(person=f"p{number}", choice="approve") for number in range(1, 9)]
    voted += [
        Choice(person="p9", choice="reject", note="đề nghị giữ mức chi cho giáo dục"),
        Choice(person="p10", choice="other", note="nên chờ số liệu quyết toán", reserved=True),
    ]
    return (
        AgendaItem(
            id="a1",
            time=dt.time(7, 30),
            title="Báo cáo những việc Thường trực Huyện ủy đã giải quyết theo ủy quyền",
            purpose="delegated-report",
            preparer="u3",
            documents_received=dt.date(2024, 8, 28),
            documents_sent=dt.date(2024, 8, 30),
            conclusion="Thống nhất với báo cáo.",
        ),
        AgendaItem(
            id="a2",
            time=dt.time(8, 0),
            title="Bổ sung dự toán ngân sách năm 2024",
            purpose="decision",
            matter="budget",
            preparer="u1",
            presenter="p5",
            documents_received=dt.date(2024, 8, 29),
            documents_sent=dt.date(2024, 8, 30),
            discussion=(
                Remark(person="p6", text="Đề nghị làm rõ nguồn tăng thu và thứ tự ưu tiên các công trình chuyển tiếp."),
                Remark(person="p9", text="Cân nhắc phần chi cho giáo dục ở các xã vùng cao."),
            ),
            conclusion="Thông qua chủ trương bổ sung dự toán.\nGiao Phòng Tài chính – Kế hoạch hoàn thiện hồ sơ.",
            vote=Vote(method="show-of-hands", choices=tuple(voted)),
        ),
        AgendaItem(
            id="a3",
            time=dt.time(9, 30),
            title="Bổ nhiệm lại cán bộ",
            purpose="decision",
            matter="personnel",
            presenter="p2",
            vote=Vote(method="secret-ballot", counts=Counts(approve=9, reject=1, other=1)),
        ),
        AgendaItem(id="a4", title="Chương trình công tác quý IV năm 2024", purpose="opinion", preparer="u3"),
    )


def meeting() -> Meeting:
    absent = {"p11": Attendance(person="p11", status="excused", reason="đi công tác tại Hà Nội")}
    return Meeting(
        id="m1",
        body="btv",
        kind="regular",
        title="Hội nghị Ban Thường vụ lần thứ 57",
        start=dt.datetime(2024, 9, 6, 7, 30),
        end=dt.datetime(2024, 9, 6, 11, 0),
        place="Phòng họp A, trụ sở Huyện ủy",
        decided_by="btv",
        convened_by="thuong-truc",
        chair="p1",
        secretary="p4",
        invitations_sent=dt.date(2024, 8, 30),
        guests=(Guest(unit="u1", name="Trưởng phòng Tài chính – Kế hoạch"), Guest(unit="u2"), Guest(person="g1")),
        attendance=tuple(
            absent.get(f"p{number}", Attendance(person=f"p{number}", status="present")) for number in range(1, 12)
        ),
        agenda=agenda(),
    )


def office(**changes: object) -> Office:
    guest = Person(id="g1", name="Trịnh Quang Vinh", position="Phó Trưởng Ban Tổ chức Tỉnh ủy")
    given: dict[str, object] = {
        "office": head(),
        "people": (*people(), guest),
        "units": UNITS,
        "meetings": (meeting(),),
        "tasks": (
            Task(
                id="t1",
                title="Hoàn thiện hồ sơ bổ sung dự toán",
                source=Source(meeting="m1", agenda="a2"),
                unit="u1",
                with_=("u3",),
                due=dt.date(2024, 9, 20),
            ),
            Task(
                id="t2", title="Thông tin kết quả đến các chi bộ", source=Source(meeting="m1", agenda="a2"), unit="u2"
            ),
        ),
        "documents": (
            Document(
                id="o1",
                type="GM",
                number=41,
                symbol="41-GM/HU",
                date=dt.date(2024, 8, 30),
                signed_by="p4",
                authority="T/L",
                source=Source(meeting="m1"),
            ),
        ),
    }
    return Office(**{**given, **changes})  # type: ignore[arg-type]


def head(**settings: Value) -> OfficeHead:
    return OfficeHead(
        name="Huyện ủy Tây Sơn",
        superior="Đảng bộ tỉnh Bình Định",
        symbol="HU",
        place="Tây Sơn",
        congress="XXI",
        term=Term(from_=SINCE, to=dt.date(2025, 6, 30)),
        regulations=(RegulationUse(profile="tay-son-2024", from_=dt.date(2024, 5, 31)),),
        settings=dict(settings),
    )


def facts(**changes: object) -> Facts:
    return Facts(office=office(**changes))
