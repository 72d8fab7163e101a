"""A small office with one meeting through all its stages, for the tests of papers. All names are invented."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from desktop.domain.facts import Facts
from desktop.domain.records import (
    Absence,
    AgendaItem,
    Assignment,
    Attendance,
    Ballot,
    Choice,
    Counts,
    Delegated,
    Document,
    Guest,
    Incoming,
    Meeting,
    Office,
    OfficeHead,
    OwnCite,
    OwnParameter,
    OwnProfile,
    Passed,
    Person,
    Post,
    Programme,
    ProgrammeItem,
    ProgrammeVersion,
    Question,
    RegulationText,
    RegulationUse,
    Remark,
    Response,
    Seat,
    Source,
    Task,
    Term,
    Unit,
    Value,
    Vote,
)
from desktop.domain.refs import RecordRef
from desktop.exchange.forms import load_committees
from desktop.papers.paper import Paper
from desktop.usecases.papers.printing import form_of, made

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
    Unit(id="u4", name="Đảng ủy xã Bình Nghi", kind="party-organisation"),
    Unit(id="u5", name="Đảng ủy xã Tây Thuận", kind="party-organisation"),
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


def committee_session() -> Meeting:
    return Meeting(
        id="m2",
        body="bch",
        kind="regular",
        title="Hội nghị Huyện ủy lần thứ 20",
        start=dt.datetime(2024, 10, 1, 7, 30),
        chair="p1",
    )


def ballot(**changes: object) -> Ballot:
    """Of eleven members eight approve, one does not, one is of another opinion, one is silent."""
    answers = [Response(person=f"p{number}", choice="approve", returned=dt.date(2024, 8, 28)) for number in range(1, 9)]
    answers += [
        Response(person="p9", choice="reject", returned=dt.date(2024, 8, 28), note="Chưa rõ nguồn vốn.\nNên lùi lại."),
        Response(person="p10", choice="other", returned=dt.date(2024, 8, 29), note="Chia làm hai năm"),
    ]
    given = Ballot(
        id="b1",
        body="btv",
        title="Chủ trương đầu tư Nhà văn hóa xã Bình Thuận",
        matter="investment",
        reason="no-meeting-possible",
        sent=dt.date(2024, 8, 26),
        due=dt.date(2024, 8, 29),
        closed=dt.date(2024, 8, 30),
        directed_by="thuong-truc",
        questions=(Question(id="q1", text="Chủ trương đầu tư Nhà văn hóa, tổng mức 4,2 tỷ đồng"),),
        conclusion="Tạm dừng, đưa ra hội nghị.",
        responses=tuple(answers),
    )
    return replace(given, **changes)  # type: ignore[arg-type]


def absences() -> tuple[Absence, ...]:
    return (
        Absence(
            id="x1",
            person="p2",
            from_=dt.date(2024, 8, 29),
            to=dt.date(2024, 9, 5),
            area="outside-province",
            purpose="work",
            content="Dự lớp bồi dưỡng",
            destination="Hà Nội",
            reported=dt.date(2024, 8, 27),
            reported_to="thuong-truc",
            form="written",
            cover="p3",
        ),
        Absence(id="x2", person="p11", from_=dt.date(2024, 9, 5), to=dt.date(2024, 9, 10), area="abroad"),
    )


def assignments() -> tuple[Assignment, ...]:
    return (
        Assignment(
            id="g1",
            person="p4",
            kind="duty",
            subject="Trực thay Thường trực",
            decided_by="btv",
            from_=dt.date(2024, 9, 9),
            to=dt.date(2024, 9, 10),
        ),
        Assignment(id="g2", person="p5", kind="unit", subject="Phụ trách Đảng ủy xã Bình Nghi", unit="u4"),
        Assignment(id="g3", person="p5", kind="field", subject="Dân vận", field="Dân vận"),
    )


def delegated() -> tuple[Delegated, ...]:
    agreed = tuple(Choice(person=f"p{number}", choice="approve") for number in (1, 2))
    return (
        Delegated(
            id="d1",
            item="c-1",
            matter="reserve-budget",
            title="Chi dự phòng khắc phục sạt lở",
            decided=dt.date(2024, 8, 20),
            decision="adopted",
            choices=(*agreed, Choice(person="p3", choice="other", note="Chia hai đợt")),
        ),
        Delegated(id="d2", title="Cử cán bộ đi học", decided=dt.date(2024, 8, 21), decision="prepare-again"),
    )


def programmes() -> tuple[Programme, ...]:
    """September as adjusted once, with an item carried over; and August, which left it undone."""
    left = ProgrammeItem(title="Rà soát quy hoạch chợ", lead="u2", product="Báo cáo", carried_from="w0")
    session = ProgrammeItem(title="Hội nghị Ban Thường vụ", due=dt.date(2024, 9, 6), meeting="m1")
    plan = ProgrammeItem(title="Đề án sắp xếp trường, lớp học", lead="u1", due=dt.date(2024, 9, 20), meeting="m2")
    version = ProgrammeVersion(
        adopted=dt.date(2024, 8, 27), replaced=dt.date(2024, 9, 3), reason="Bổ sung đề án", items=(session, left)
    )
    return (
        Programme(id="w0", body="btv", period="2024-08", items=(replace(left, carried_from=None),)),
        Programme(
            id="w1",
            body="btv",
            period="2024-09",
            adopted=dt.date(2024, 8, 27),
            items=(left, session, plan),
            versions=(version,),
        ),
    )


RULES = """QUY CHẾ LÀM VIỆC
Điều 1. Hội nghị
1. Ban Chấp hành họp thường kỳ ba tháng một lần.
2. Ban Thường vụ họp thường kỳ mỗi tháng một lần.
"""


def regulation_texts() -> tuple[RegulationText, ...]:
    """The office's own regulation, and the one that follows it."""
    return (
        RegulationText(id="l1", profile="f1", text=RULES),
        RegulationText(id="l2", profile="f2", text=RULES.replace("ba tháng", "hai tháng")),
    )


def profiles() -> tuple[OwnProfile, ...]:
    """Both say how often the committee meets."""
    at = OwnCite(article="Điều 1", clause="khoản 1")
    cadence = [OwnParameter(key="meeting.cadence.bch", value={"gap": n, "unit": "months"}, cite=at) for n in (3, 2)]
    first = OwnProfile(id="f1", title="Quy chế số 01-QC/HU", base="tay-son-2024", parameters=(cadence[0],))
    return first, replace(first, id="f2", title="Quy chế số 02-QC/HU", follows="f1", parameters=(cadence[1],))


def office(**changes: object) -> Office:
    guest = Person(id="g1", name="Trịnh Quang Vinh", position="Phó Trưởng Ban Tổ chức Tỉnh ủy")
    given: dict[str, object] = {
        "office": head(),
        "people": (*people(), guest),
        "units": UNITS,
        "meetings": (meeting(), committee_session()),
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
        "ballots": (ballot(),),
        "absences": absences(),
        "assignments": assignments(),
        "delegated": delegated(),
        "programmes": programmes(),
        "incoming": incoming(),
        "profiles": profiles(),
        "regulation_texts": regulation_texts(),
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


def incoming() -> tuple[Incoming, ...]:
    """A superior's letter that is passed on and waits; one that is secret; one of the year before."""
    return (
        Incoming(
            id="i1",
            number=12,
            arrived=dt.date(2024, 8, 28),
            sender="Văn phòng Tỉnh ủy",
            superior=True,
            symbol="120-CV/VPTU",
            date=dt.date(2024, 8, 27),
            title="Báo cáo tình hình quý III",
            asks="report",
            due=dt.date(2024, 9, 16),
            order="Giao Văn phòng tham mưu",
            passed=(Passed(person="p2", date=dt.date(2024, 8, 29)), Passed(unit="u1", lead=True)),
        ),
        Incoming(
            id="i2",
            number=13,
            arrived=dt.date(2024, 9, 2),
            sender="Tỉnh ủy",
            superior=True,
            title="Quyết định về cán bộ",
            secrecy="mat",
            settled=dt.date(2024, 9, 3),
            result="Đã lưu",
        ),
        Incoming(id="i3", number=90, arrived=dt.date(2023, 12, 20), sender="Chi bộ thôn 1", title="Đề nghị"),
    )


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
    return Facts(office=office(**changes), committees=load_committees())


def invitations(given: Facts, ident: str, keys: Sequence[str], *, on: dt.date) -> list[Paper]:
    """An invitation for each of those keys."""
    return made(given, form_of("giay-moi"), RecordRef.of(Meeting, ident), on=on, whom=keys)
