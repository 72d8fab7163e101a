"""An invented company committee, none of those that ship: its regulation, its people, its first quarter's records."""

import datetime as dt
from typing import Any

NOW = dt.datetime(2026, 4, 10, 8, 0)
TEXT = """QUY CHẾ LÀM VIỆC
của Ban Chấp hành Đảng bộ Tổng công ty Sông Xanh, khóa V

Chương I
TRÁCH NHIỆM CỦA TẬP THỂ
Điều 1. Ban Chấp hành
1. Ban Chấp hành quyết định chương trình công tác năm, toàn khóa.
2. Ban Chấp hành nghe Ban Thường vụ báo cáo những việc đã giải quyết giữa hai kỳ hội nghị.
Điều 2. Ban Thường vụ
1. Ban Thường vụ lãnh đạo công tác của Đảng bộ giữa hai kỳ họp của Ban Chấp hành.

Chương II
CHẾ ĐỘ LÀM VIỆC
Điều 3. Hội nghị
1. Ban Chấp hành họp thường kỳ mỗi quý một lần.
2. Ban Thường vụ họp thường kỳ mỗi tháng một lần.
3. Thường trực Đảng ủy họp hai tuần một lần.
4. Hội nghị Ban Chấp hành, Ban Thường vụ được tiến hành khi có ít nhất hai phần ba số ủy viên được triệu tập có mặt.
5. Nghị quyết, quyết định được thông qua khi có trên một phần hai tổng số ủy viên tán thành; riêng việc kỷ luật phải \
được ít nhất hai phần ba tổng số ủy viên tán thành.
6. Giấy mời và tài liệu hội nghị phải gửi đến ủy viên trước ngày họp ít nhất 03 ngày làm việc.
Điều 4. Báo cáo, thông tin
1. Các tổ chức đảng trực thuộc báo cáo Ban Thường vụ bằng văn bản hằng tháng, gửi trước ngày 05 tháng sau.
2. Ủy viên đi công tác ngoài tỉnh từ 03 ngày làm việc trở lên phải báo cáo Thường trực Đảng ủy bằng văn bản.

Chương III
VIỆC CỦA CƠ QUAN GIÚP VIỆC
Điều 5. Văn phòng
1. Văn phòng phải rà soát sổ theo dõi đơn thư và gửi bản tổng hợp cho Thường trực, định kỳ hằng tháng.
2. Văn phòng có trách nhiệm kiểm kê con dấu, tài liệu mật mỗi quý một lần.
3. Văn phòng phải gửi lịch trực lãnh đạo các ngày lễ cho các đơn vị chậm nhất trước 05 ngày.
Điều 6. Các ban
1. Ban Tổ chức phải cập nhật dữ liệu đảng viên của Tổng công ty định kỳ hằng tháng.
2. Ban Tuyên giáo có trách nhiệm tổ chức nói chuyện thời sự cho công nhân ít nhất mỗi quý một lần.
3. Ban Dân vận phải tổng hợp kiến nghị của người lao động định kỳ mỗi năm hai lần.
"""
DUTIES = {
    "khoản 1 Điều 5": ("1 lần một tháng", "ngày 05 tháng sau"),
    "khoản 2 Điều 5": ("1 lần một quý", ""),
    "khoản 3 Điều 5": ("", ""),
    "khoản 1 Điều 6": ("1 lần một tháng", ""),
    "khoản 2 Điều 6": ("1 lần một quý", ""),
    "khoản 3 Điều 6": ("2 lần một năm", ""),
}
"""What the clerk types for each sentence that no content took: how often, and by when in each period."""
NAMES = ("Lê Văn Ánh", "Trần Thị Đào", "Phạm Văn Ẩn", "Đỗ Minh Châu", "Hồ Anh Tuấn", "Vũ Thị Hạnh", "Bùi Văn Khôi")
STANDING, PERMANENT = 5, 2


def _person(number: int, name: str) -> dict[str, Any]:
    roles = {1: "bi-thu", 2: "pho-bi-thu-thuong-truc"}
    bodies = ["bch", *(["btv"] if number <= STANDING else []), *(["thuong-truc"] if number <= PERMANENT else [])]
    role = roles.get(number, "uy-vien")
    return {
        "id": f"p{number}",
        "name": name,
        "seats": [{"body": body, "role": role, "from": "2025-07-01"} for body in bodies],
    }


def _meeting(ident: str, body: str, day: str, invited: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    count = {"bch": len(NAMES), "btv": STANDING, "thuong-truc": PERMANENT}[body]
    present = [{"person": f"p{number}", "status": "present"} for number in range(1, count + 1)]
    return {
        "id": ident,
        "body": body,
        "kind": "regular",
        "title": "Hội nghị",
        "start": f"{day}T07:30",
        "chair": "p1",
        "invitations_sent": invited,
        "attendance": present,
        **more,
    }


DISCIPLINE = {
    "id": "a1",
    "title": "Thi hành kỷ luật đảng viên",
    "matter": "discipline",
    "purpose": "decision",
    "vote": {
        "method": "show-of-hands",
        "choices": [{"person": f"p{n}", "choice": "approve" if n <= 3 else "reject"} for n in range(1, STANDING + 1)],
    },
}
"""Three of five are more than half, and less than the two thirds that the text asks for discipline."""
OFFICE: dict[str, Any] = {
    "format": "thuky-office/1",
    "office": {
        "name": "Đảng ủy Tổng công ty Sông Xanh",
        "superior": "Đảng bộ tỉnh Sông Xanh",
        "symbol": "ĐU",
        "place": "Sông Xanh",
        "term": {"from": "2025-07-01", "to": "2030-06-30"},
        "regulations": [],
    },
    "people": [_person(number, name) for number, name in enumerate(NAMES, 1)],
    "units": [{"id": "u1", "name": "Chi bộ Xí nghiệp 1", "kind": "party-organisation"}],
    "meetings": [
        _meeting("m1", "btv", "2026-01-29", "2026-01-26"),
        _meeting("m2", "btv", "2026-02-26", "2026-02-25", agenda=[DISCIPLINE]),
        _meeting("m3", "bch", "2026-03-27", "2026-03-20"),
        *(
            _meeting(f"t{number}", "thuong-truc", day, day)
            for number, day in enumerate(("2026-01-12", "2026-01-26", "2026-02-09", "2026-03-09", "2026-03-23"))
        ),
    ],
    "reports": [
        {"id": "r1", "unit": "u1", "to": "btv", "period": "2026-01", "received": "2026-02-04", "form": "written"},
        {"id": "r2", "unit": "u1", "to": "btv", "period": "2026-02", "received": "2026-03-06", "form": "written"},
    ],
    "documents": [{"id": "d1", "type": "BC", "symbol": "03-BC/VPĐU", "date": "2026-02-03", "title": "Đơn thư tháng 1"}],
}
