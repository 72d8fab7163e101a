"""The words for the codes that the sentences of findings name; standard library and the records only."""

from collections.abc import Collection
from typing import get_args

from desktop.domain.periods import TERM
from desktop.domain.records import AbsenceArea, Addressee, AssignmentKind, Body, Matter, Meeting, Role
from desktop.domain.shapes import Base, Deadline, DueUnit
from desktop.domain.wording import BODY

MATTER: dict[Matter, str] = {
    "personnel": "Công tác cán bộ",
    "political-standard": "Tiêu chuẩn chính trị",
    "evaluation": "Nhận xét, đánh giá cán bộ",
    "organisation": "Tổ chức bộ máy",
    "discipline": "Kỷ luật đảng",
    "complaint": "Khiếu nại, tố cáo",
    "budget": "Ngân sách",
    "reserve-budget": "Dự phòng ngân sách",
    "investment": "Đầu tư",
    "planning": "Quy hoạch",
    "economy": "Kinh tế – xã hội",
    "defence-security": "Quốc phòng, an ninh",
    "internal-affairs": "Nội chính",
    "mass-mobilisation": "Dân vận",
    "finance": "Tài chính đảng",
    "programme": "Chương trình công tác",
    "resolution": "Nghị quyết, kết luận",
    "other": "Việc khác",
}
_OF_CADRES: tuple[Matter, ...] = ("political-standard", "evaluation")
"""What a text may or may not mean where it only says `công tác cán bộ`."""


def of_cadres(matter: Matter | None, listed: Collection[str]) -> bool:
    """Whether a list that names work on cadres, but not this matter, may mean it too."""
    return matter in _OF_CADRES and matter not in listed and "personnel" in listed


ROLE: dict[Role, str] = {
    "bi-thu": "Bí thư",
    "pho-bi-thu-thuong-truc": "Phó Bí thư Thường trực",
    "pho-bi-thu": "Phó Bí thư",
    "uy-vien": "Ủy viên",
    "chu-nhiem": "Chủ nhiệm",
    "pho-chu-nhiem": "Phó Chủ nhiệm",
}
ADDRESSEE: dict[Addressee, str] = {
    **{code: BODY[code] for code in get_args(Body)},
    "bi-thu": ROLE["bi-thu"],
    "pho-bi-thu-thuong-truc": ROLE["pho-bi-thu-thuong-truc"],
}
AREA: dict[AbsenceArea, str] = {
    "outside-province": "Ngoài tỉnh",
    "outside-commune": "Ngoài địa bàn",
    "abroad": "Nước ngoài",
}
OF: dict[Base, str] = {
    "members": "tổng số ủy viên",
    "summoned": "số ủy viên được triệu tập",
    "present": "số ủy viên dự",
    "valid": "số phiếu hợp lệ",
}
"""What a share is of."""
ASSIGNMENT: dict[AssignmentKind, str] = {
    "area": "địa bàn",
    "field": "lĩnh vực",
    "unit": "đơn vị",
    "task": "việc cụ thể",
    "duty": "trực thay",
    "team": "Tổ cấp ủy",
    "steering-committee": "ban chỉ đạo",
}
PERIOD: dict[str, str] = {
    "week": "tuần",
    "fortnight": "hai tuần",
    "month": "tháng",
    "quarter": "quý",
    "half": "6 tháng",
    "nine-months": "9 tháng",
    "year": "năm",
    TERM: "toàn khóa",
}


_SESSION: dict[str, str] = {"regular": "thường lệ", "extraordinary": "đột xuất", "enlarged": "mở rộng"}


def session_words(meeting: Meeting) -> str:
    """`Hội nghị đột xuất`, or what the office's own text calls it."""
    name = meeting.kind_name or f"hội nghị {_SESSION.get(meeting.kind, 'thường lệ')}"
    return f"{name[:1].upper()}{name[1:]}"


FIELD = {
    "reason": "Lý do không họp",
    "directed_by": "Cơ quan chỉ đạo gửi phiếu",
    "matter": "Vấn đề",
    "item": "Việc trong danh mục ủy quyền",
    "ground": "Căn cứ họp đột xuất",
    "decided_by": "Quyết định triệu tập",
    "convened_by": "Cơ quan triệu tập",
    "form": "Hình thức",
    "reported_to": "Cơ quan nhận báo cáo",
}
"""What the forms call the fields that sentences of findings send the reader to."""


_COUNTED: dict[DueUnit, str] = {"working-days": "ngày làm việc", "days": "ngày", "hours": "giờ"}


def span_words(due: Deadline) -> str:
    """`3 ngày làm việc`, `24 giờ`."""
    return f"{due.n} {_COUNTED[due.unit]}"


def unfilled(field: str) -> str:
    """`Chưa ghi vấn đề`: what a paper says, too."""
    return f"Chưa ghi {FIELD[field][:1].lower()}{FIELD[field][1:]}"


def area_words(area: AbsenceArea, own: str) -> str:
    """`Ngoài xã` of a commune's committee, `Ngoài huyện` of a district's: its own area is what was left."""
    return f"Ngoài {own}" if own and area == "outside-commune" else AREA[area]


def matters(codes: list[str]) -> str:
    """`công tác cán bộ, tổ chức bộ máy`, in the order of the table."""
    return ", ".join(word.lower() for code, word in MATTER.items() if code in codes)
