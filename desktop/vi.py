"""Vietnamese in one place: the words for every code, dates and numbers as offices write them, name order, search fold.

Standard library and `desktop.domain` only.
"""

import datetime as dt
import errno
import sys

from desktop.domain.findings import Cite, Verdict
from desktop.domain.names import fold as fold
from desktop.domain.names import given_name as given_name
from desktop.domain.names import name_key as name_key
from desktop.domain.names import nfc as nfc
from desktop.domain.names import pasted_cells as pasted_cells
from desktop.domain.names import typed as typed
from desktop.domain.names import typed_line as typed_line
from desktop.domain.names import word_key as word_key
from desktop.domain.records import (
    Cause,
    Document,
    Event,
    EventKind,
    Ground,
    Incoming,
    Meeting,
    MeetingKind,
    Opinion,
    PapersState,
    Purpose,
    ReviewKind,
    Secrecy,
    UnitKind,
    Urgency,
)
from desktop.domain.terms import AREA as AREA
from desktop.domain.terms import FIELD as FIELD
from desktop.domain.terms import MATTER as MATTER
from desktop.domain.terms import ROLE as ROLE
from desktop.domain.wording import BODY as BODY
from desktop.domain.wording import UNCHECKED as UNCHECKED
from desktop.domain.wording import WEEKDAY as WEEKDAY
from desktop.domain.wording import clause as clause
from desktop.domain.wording import day as day
from desktop.domain.wording import distance as distance
from desktop.domain.wording import distance_said as distance_said
from desktop.domain.wording import listed_point as listed_point
from desktop.domain.wording import month as month
from desktop.domain.wording import short_day as short_day
from desktop.domain.wording import weekday as weekday

VERDICT: dict[Verdict, str] = {
    Verdict.MET: "Đạt",
    Verdict.DUE: "Còn hạn",
    Verdict.BREACH: "Chưa đúng",
    Verdict.EXEMPT: "Miễn",
    Verdict.UNCLEAR: "Chưa rõ",
    Verdict.UNKNOWN: "Chưa đủ thông tin",
    Verdict.UNREGULATED: "Chưa có quy chế",
}
SILENT = "Không có quy định"
BY_OFFICE = "theo quy ước của đơn vị"
UNCITED = "chưa ghi điều"

BODY_SHORT = {"bch": "BCH", "btv": "BTV", "thuong-truc": "Thường trực", "ubkt": "UBKT"}
SECRECY: dict[Secrecy, str] = {"none": "Không", "mat": "Mật", "toi-mat": "Tối mật", "tuyet-mat": "Tuyệt mật"}
URGENCY: dict[Urgency, str] = {
    "none": "Không", "khan": "Khẩn", "thuong-khan": "Thượng khẩn", "hoa-toc": "Hỏa tốc"
}  # fmt: skip
UNIT_KIND: dict[UnitKind, str] = {
    "party-organisation": "Tổ chức đảng trực thuộc",
    "advisory-body": "Cơ quan tham mưu, giúp việc",
    "front-and-unions": "Mặt trận và đoàn thể",
    "government": "Cơ quan chính quyền",
    "armed-forces": "Lực lượng vũ trang",
    "justice": "Cơ quan tư pháp",
}
MEETING_KIND: dict[MeetingKind, str] = {
    "regular": "Thường lệ",
    "extraordinary": "Đột xuất",
    "enlarged": "Mở rộng",
    "weekly": "Họp hằng tuần",
    "internal-affairs": "Họp nội chính",
    "front-and-unions": "Làm việc với Mặt trận, đoàn thể",
    "front-and-unions-deputy": "Phó Bí thư làm việc với Mặt trận, đoàn thể",
    "advisory-bodies": "Giao ban cơ quan tham mưu",
    "working-session": "Buổi làm việc",
}

EVENT_KIND: dict[EventKind, str] = {
    "work": "Làm việc",
    "visit": "Đi cơ sở, thăm",
    "citizens": "Tiếp công dân",
    "online": "Hội nghị trực tuyến của cấp trên",
    "conference": "Dự hội nghị nơi khác",
    "ceremony": "Lễ, chào cờ",
    "steering": "Họp ban chỉ đạo, hội đồng",
    "joint": "Họp liên tịch",
    "duty": "Trực",
    "other": "Việc khác",
}


def marks(paper: Document | Incoming) -> str:
    """`Mật, Khẩn`: what a paper bears; empty where it bears none."""
    secret = SECRECY[paper.secrecy] if paper.secrecy != "none" else ""
    return ", ".join(filter(None, (secret, URGENCY[paper.urgency] if paper.urgency != "none" else "")))


def kind_of(meeting: Meeting) -> str:
    """What kind of meeting it is, as the office calls it."""
    return meeting.kind_name or MEETING_KIND[meeting.kind]


def event_kind(event: Event) -> str:
    """What kind of event it is, as the office calls it; empty where none is on record."""
    return event.kind_name or (EVENT_KIND[event.kind] if event.kind else "")


def event_title(event: Event) -> str:
    """What it is, or its kind where it bears no title."""
    return event.title or event_kind(event) or "Sự kiện chưa ghi nội dung"


PURPOSE: dict[Purpose, str] = {
    "decision": "Quyết định",
    "opinion": "Cho ý kiến",
    "report-between-sessions": "Báo cáo việc giữa hai kỳ",
    "delegated-report": "Báo cáo việc theo ủy quyền",
    "ballot-report": "Báo cáo kết quả phiếu",
    "questioning": "Chất vấn",
    "information": "Thông tin",
}
GROUND: dict[Ground, str] = {
    "need": "Khi cần thiết",
    "petition": "Ủy viên đề nghị",
    "superior": "Cấp trên chỉ đạo",
}
OPINION: dict[Opinion, str] = {"approve": "Tán thành", "reject": "Không tán thành", "other": "Ý kiến khác"}
VOTE_METHOD = {"show-of-hands": "Giơ tay", "secret-ballot": "Phiếu kín", "consensus": "Đồng thuận"}
ATTENDANCE = {"present": "Có mặt", "excused": "Có lý do", "absent": "Không lý do"}
PAPERS_STATE: dict[PapersState, str] = {
    "awaited": "Chờ tài liệu",
    "received": "Đã nhận",
    "returned": "Trả lại",
    "accepted": "Đã thẩm định",
}
ABSENCE_PURPOSE = {
    "work": "công tác",
    "personal": "việc riêng",
    "study": "học tập",
    "medical": "chữa bệnh",
    "leave": "nghỉ phép",
}
REVIEW: dict[ReviewKind, str] = {
    "annual-review": "Kiểm điểm hằng năm",
    "quarterly-rating": "Đánh giá, xếp loại cán bộ theo kỳ",
    "confidence-vote": "Lấy phiếu tín nhiệm",
    "questioning": "Chất vấn",
    "term-review": "Kiểm điểm cuối nhiệm kỳ",
    "regulation-review": "Tổng kết việc thực hiện quy chế",
}
CAUSE: dict[Cause, str] = {
    "late-papers": "Tài liệu, số liệu gửi chậm",
    "people-away": "Người có trách nhiệm đi vắng",
    "busy": "Nhiều việc cùng một lúc",
    "superior": "Theo chỉ đạo, lịch của cấp trên",
    "weather": "Thiên tai, thời tiết",
    "unclear-rule": "Quy định chưa rõ",
    "other": "Nguyên nhân khác",
}
"""The kinds of cause of what was not kept."""

WEEKDAY_SHORT = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")


def capital(text: str) -> str:
    """Return the text with its first letter capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def day_short(value: dt.date, beside: dt.date | None = None) -> str:
    """`06/9`, or with the year where it differs from that of the day it stands beside."""
    return day(value) if beside and beside.year != value.year else short_day(value)


def clock(value: dt.time | dt.datetime) -> str:
    """`07:30`."""
    return f"{value.hour:02}:{value.minute:02}"


def clock_words(value: dt.time | dt.datetime) -> str:
    """`07 giờ 30 phút`; the minutes are left out on the hour."""
    return f"{value.hour:02} giờ" + (f" {value.minute:02} phút" if value.minute else "")


def day_words(value: dt.date) -> str:
    """`ngày 03 tháng 02 năm 2026`: a zero before days below 10 and before months 1 and 2 only."""
    return f"ngày {value.day:02} tháng {month(value.month)} năm {value.year}"


def ordinal(title: str) -> int | None:
    """The n of `lần thứ n`."""
    _, found, rest = title.partition("lần thứ ")
    number = rest.split(" ")[0] if found else ""
    return int(number) if number.isdecimal() else None


def span(first: dt.date | None, last: dt.date | None) -> str:
    """`01/8/2020–nay`, `đến 30/6/2025`, or nothing where neither day is known."""
    if first is None:
        return f"đến {day(last)}" if last else ""
    return f"{day(first)}–{day(last) if last else 'nay'}"


def day_range(first: dt.date, last: dt.date, beside: dt.date | None = None) -> str:
    """`30/8–06/9`."""
    if first == last:
        return day_short(first, beside)
    return f"{day_short(first, beside)}–{day_short(last, beside)}"


def cite(ground: Cite) -> str:
    """The article as it is shown beside a finding; `theo quy ước của đơn vị` where only a setting stands behind it."""
    if ground.at:
        return clause(ground.at)
    return BY_OFFICE if ground.office else ""


_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(value: int) -> str:
    """`XXI`; for congresses and parts of papers (1 to 89)."""
    digits = ""
    for worth, letter in ((50, "L"), (40, "XL"), *_ROMAN):
        while value >= worth:
            digits, value = digits + letter, value - worth
    return digits


_OS_REASON: dict[type[OSError], str] = {
    FileNotFoundError: "không có tệp hoặc thư mục này",
    FileExistsError: "đã có tệp này, không ghi đè",
    PermissionError: "không được phép đọc hoặc ghi",
    IsADirectoryError: "đây là thư mục hoặc thiết bị, cần một tệp",
    NotADirectoryError: "đường dẫn đi qua một tệp, cần một thư mục",
}


def size(count: int) -> str:
    """`350 KB`, `2,4 MB`: bytes as a file manager says them, rounded down."""
    if count < 1024 * 1024:
        return f"{max(1, count // 1024)} KB"
    tenths = count * 10 // (1024 * 1024)
    return f"{tenths // 10},{tenths % 10} MB"


HELD_BY_OTHERS = (32, 33)
"""Windows' sharing violation and lock violation."""
DENIED = 5
"""What Windows says of a file one may not write, and of one somebody reads when it is to be replaced."""


def os_reason(error: OSError) -> str:
    """Why a file was not read or written; the system's own words are English."""
    number = getattr(error, "winerror", None)
    if number in HELD_BY_OTHERS:
        return "tệp đang mở ở chương trình khác, hãy đóng tệp ở đó rồi làm lại"
    if number == DENIED or (sys.platform == "win32" and number is None and error.errno == errno.EACCES):
        return "không được phép ghi, hoặc tệp đang mở ở chương trình khác"
    return "đĩa đã đầy" if error.errno == errno.ENOSPC else _OS_REASON.get(type(error), "không đọc hoặc ghi được")
