"""The words for the codes that the sentences of findings name; standard library and the records only."""

from desktop.domain.records import AbsenceArea, Matter

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
AREA: dict[AbsenceArea, str] = {"outside-province": "Ngoài tỉnh", "outside-commune": "Ngoài xã", "abroad": "Nước ngoài"}


def matters(codes: list[str]) -> str:
    """`công tác cán bộ, tổ chức bộ máy`, in the order of the table."""
    return ", ".join(word.lower() for code, word in MATTER.items() if code in codes)
