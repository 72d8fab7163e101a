"""An invented district office before a session of its standing committee: 13 members, two of them away that day."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from db.session import OfficeFile
from db.store import Store
from desktop.domain.decoding import from_plain
from desktop.domain.facts import Facts
from desktop.domain.records import Meeting, Office
from desktop.usecases.base.facts import facts_of

TODAY = dt.date(2024, 8, 30)
MEETING_DAY = dt.date(2024, 9, 6)
NOW = dt.datetime(2024, 8, 30, 8, 0)
LONG_NAME = "Nguyễn Phúc Bảo Hoàng Thiên Ngọc Anh Thư Trường Giang Vĩnh Thụy Khánh Đoan Phương Uyên Quỳnh Như Ý"

_BTV = (
    ("Nguyễn Văn An", "Bí thư", "bi-thu"),
    ("Nguyễn Đức Lâm", "Phó Bí thư Thường trực", "pho-bi-thu-thuong-truc"),
    ("Huỳnh Tấn Dũng", "Chủ tịch UBND", "pho-bi-thu"),
    ("Lê Quốc Bảo", "Ủy viên", ""),
    ("Đỗ Minh Châu", "Chánh Văn phòng", ""),
    ("Trần Thị Hạnh", "Trưởng Ban Dân vận", ""),
    ("Phan Đình Khôi", "Trưởng Ban Tổ chức", ""),
    ("Võ Thị Lan", "Trưởng Ban Tuyên giáo", ""),
    ("Bùi Xuân Nam", "Chỉ huy trưởng Quân sự", ""),
    ("Đặng Ngọc Phúc", "Trưởng Công an", ""),
    ("Hồ Anh Tuấn", "Chủ nhiệm UBKT", ""),
    ("Mai Thị Vân", "Chủ tịch Mặt trận", ""),
    ("Lý Thanh Ý", "Phó Chủ tịch HĐND", ""),
)
_UNITS = ("Văn phòng Huyện ủy", "Phòng Tài chính – Kế hoạch", "Ban Tuyên giáo", "Ban Tổ chức", "Đảng ủy xã Bình Nghi")


def _seat(body: str, role: str = "uy-vien") -> dict[str, str]:
    return {"body": body, "role": role, "from": "2020-08-01"}


def people() -> list[dict[str, Any]]:
    made = []
    for number, (name, position, role) in enumerate(_BTV, 1):
        seats = [_seat("bch"), _seat("btv")] + ([_seat("thuong-truc", role)] if role else [])
        posts = [{"post": "chanh-van-phong"}] if position == "Chánh Văn phòng" else []
        made.append({"id": f"p{number}", "name": name, "position": position, "seats": seats, "posts": posts})
    for number in range(14, 26):
        made.append({"id": f"p{number}", "name": f"Trương Công {number}", "seats": [_seat("bch")]})
    for number in range(1, 4):
        made.append({"id": f"k{number}", "name": f"Tô Kiểm {number}", "seats": [_seat("ubkt")]})
    return made


AGENDA = (
    {"id": "a1", "time": "07:30", "title": "Báo cáo việc giải quyết theo ủy quyền", "purpose": "delegated-report",
     "preparer": "u1", "documents_received": "2024-08-28", "documents_state": "received"},
    {"id": "a2", "time": "07:50", "title": "Bổ sung dự toán ngân sách năm 2024", "matter": "budget",
     "purpose": "decision", "preparer": "u2", "documents_received": "2024-08-29", "documents_state": "accepted"},
    {"id": "a3", "time": "08:30", "title": "Đề án sắp xếp trường, lớp học", "matter": "economy",
     "purpose": "decision", "preparer": "u3", "presenter": "p8", "in_charge": "p7"},
    {"id": "a4", "time": "09:20", "title": "Bổ nhiệm lại cán bộ thuộc diện quản lý", "matter": "personnel",
     "purpose": "decision", "preparer": "u4"},
    {"id": "a5", "time": "10:10", "title": "Chương trình công tác quý IV/2024", "matter": "programme",
     "purpose": "opinion", "preparer": "u1", "documents_received": "2024-08-29", "documents_state": "received"},
)  # fmt: skip


def session(**changed: Any) -> dict[str, Any]:  # noqa: ANN401 - keys of the interchange JSON
    return {
        "id": "m1",
        "body": "btv",
        "kind": "regular",
        "title": "Hội nghị Ban Thường vụ lần thứ 57",
        "start": "2024-09-06T07:30",
        "end": "2024-09-06T11:00",
        "place": "Phòng họp A, trụ sở Huyện ủy",
        "chair": "p1",
        "secretary": "p5",
        "decided_by": "thuong-truc",
        "convened_by": "thuong-truc",
        "agenda": list(AGENDA),
        **changed,
    }


ABSENCES = (
    {"id": "x1", "person": "p6", "from": "2024-08-30", "to": "2024-09-06", "area": "outside-province",
     "purpose": "work", "destination": "Hà Nội"},
    {"id": "x2", "person": "p4", "from": "2024-08-27", "to": "2024-09-07", "area": "outside-province",
     "purpose": "study", "destination": "Quy Nhơn", "reported": "2024-08-26", "reported_to": "thuong-truc",
     "form": "written"},
)  # fmt: skip


def an_office(
    *,
    meetings: Sequence[dict[str, Any]] | None = None,
    absences: Sequence[dict[str, Any]] = ABSENCES,
    profile: str = "tay-son-2024",
    roster: Sequence[dict[str, Any]] | None = None,
    **lists: Any,  # noqa: ANN401 - the other lists of the interchange JSON
) -> Office:
    data = {
        "office": {
            "name": "Huyện ủy Tây Sơn",
            "superior": "Đảng bộ tỉnh Bình Định",
            "symbol": "HU",
            "place": "Tây Sơn",
            "congress": "XXI",
            "term": {"from": "2020-08-01", "to": "2025-06-30"},
            "regulations": [{"profile": profile, "from": "2024-05-31"}],
        },
        "people": list(people() if roster is None else roster),
        "units": [{"id": f"u{number}", "name": name, "kind": "advisory-body"} for number, name in enumerate(_UNITS, 1)],
        "meetings": list([session()] if meetings is None else meetings),
        "absences": list(absences),
        **lists,
    }
    return from_plain(Office, data)


class Door:
    """An office file with the facts made anew after every change, as the window does it."""

    def __init__(self, path: Path, office: Office) -> None:
        self.file = OfficeFile.create(path, office, clock=lambda: NOW, who="văn thư")

    @property
    def facts(self) -> Facts:
        with self.file.read() as store:
            return facts_of(store.office())

    def meeting(self, ident: str = "m1") -> Meeting:
        found = self.facts.meeting(ident)
        assert found is not None
        return found

    def do(self, edit: Callable[..., Any], *, on: dt.date = TODAY, ident: str = "m1", **rest: Any) -> Meeting:  # noqa: ANN401 - the use case's own arguments
        """One use case on the meeting as it is stored now, through the one door."""
        facts, meeting = self.facts, self.meeting(ident)
        with self.writing() as store:
            edit(store, facts=facts, meeting=meeting, on=on, **rest)
        return self.meeting(ident)

    @contextmanager
    def writing(self) -> Iterator[Store]:
        with self.file.write("thử") as store:
            yield store
