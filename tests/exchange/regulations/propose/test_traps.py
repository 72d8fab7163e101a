"""Wordings of our own, each next to one that sounds like it and says something else."""

from typing import Any

import pytest

from tests.exchange.regulations.propose import told_apart
from tests.exchange.regulations.propose.texts import values
from tests.exchange.regulations.propose.told_apart import (
    ASKING,
    MEETINGS,
    PAPERS,
    PRINCIPLES,
    RELATIONS,
    REPORTS,
    REVIEWS,
    STANDING,
    TRAVEL,
    at_least,
    due,
    over,
)

OVER_HALF, TWO_THIRDS = over("1/2"), at_least("2/3")

SAID: list[tuple[str, list[str], dict[str, Any]]] = [
    (
        MEETINGS,
        ["Đảng ủy: ba tháng một kỳ; Ban Thường vụ: định kỳ mỗi tháng hai kỳ; Thường trực: mỗi tuần một buổi."],
        {
            "meeting.cadence.bch": {"gap": 3, "unit": "months"},
            "meeting.cadence.btv": {"n": 2, "per": "month"},
            "meeting.cadence.thuong-truc": {"n": 1, "per": "week"},
        },
    ),
    (MEETINGS, ["Đảng ủy họp sáu tháng ba lần."], {"meeting.cadence.bch": {"n": 3, "per": "half"}}),
    (MEETINGS, ["Thường trực ba tuần hội ý một lần."], {"meeting.cadence.thuong-truc": {"gap": 3, "unit": "weeks"}}),
    (
        MEETINGS,
        ["Ban Thường vụ họp mỗi tháng một lần, chậm nhất là ngày 12 hằng tháng."],
        {"meeting.cadence.btv": {"n": 1, "per": "month", "before_day": 13}},
    ),
    (
        MEETINGS,
        ["Ban Chấp hành họp mỗi quý một lần; Ban Thường vụ họp mỗi tháng một lần; họp đột xuất khi cần."],
        {"meeting.extraordinary.btv.grounds": ["need"]},
    ),
    (
        MEETINGS,
        ["Đảng ủy họp bất thường khi cần hoặc khi cấp trên yêu cầu."],
        {"meeting.extraordinary.bch.grounds": ["need", "superior"]},
    ),
    (
        MEETINGS,
        ["Số Ủy viên Ban Thường vụ dự họp phải đạt ít nhất hai phần ba."],
        {"meeting.quorum.btv": TWO_THIRDS},
    ),
    (
        "Hội nghị Ban Thường vụ",
        ["Tài liệu, giấy mời gửi trước hội nghị 04 ngày làm việc."],
        {
            "meeting.papers.sent.btv": due(4, "working-days"),
            "meeting.invitations.btv": due(4, "working-days"),
        },
    ),
    (
        PAPERS,
        ["Cơ quan chủ trì gửi về Văn phòng Đảng ủy trước ngày họp 05 ngày làm việc."],
        {"meeting.papers.received": due(5, "working-days")},
    ),
    (
        PAPERS,
        [
            "Văn phòng gửi giấy mời, tài liệu họp Đảng ủy trước 3 ngày.",
            "Thời hạn nêu trên không áp dụng đối với hội nghị đột xuất.",
        ],
        {"meeting.papers.sent.exempt_kinds": ["extraordinary"], "meeting.invitations.exempt_kinds": ["extraordinary"]},
    ),
    (
        PRINCIPLES,
        ["Nghị quyết của Đảng ủy được thông qua khi đạt quá bán tổng số ủy viên."],
        {"decision.majority": OVER_HALF},
    ),
    (
        ASKING,
        [
            "Khi không tổ chức được hội nghị Ban Thường vụ, Thường trực chỉ đạo Văn phòng gửi phiếu xin ý kiến từng"
            " Ủy viên Ban Thường vụ. Việc được trên 1/2 ủy viên đồng ý thì có giá trị như nghị quyết.",
            "Kết quả được thông báo tại phiên họp Ban Thường vụ gần nhất.",
        ],
        {
            "ballot.ordered.by": "thuong-truc",
            "ballot.electorate.bodies": ["btv"],
            "ballot.ground.btv.reasons": ["no-meeting-possible"],
            "ballot.majority": OVER_HALF,
            "ballot.reported.btv.to": "btv",
        },
    ),
    (
        REPORTS,
        [
            "Các chi bộ trực thuộc báo cáo Ban Thường vụ: báo cáo tháng gửi trước ngày 18; báo cáo quý, báo cáo năm gửi"
            " theo mẫu."
        ],
        {"report.received.periods": ["month", "quarter", "year"]},
    ),
    (
        REPORTS,
        ["Các chi bộ trực thuộc báo cáo Ban Thường vụ hằng quý.", "Hạn gửi: ngày 07 của tháng đầu quý sau."],
        {"report.received.due": {"day": 7, "of": "next-month"}},
    ),
    (
        REPORTS,
        ["Ủy viên Ban Thường vụ báo cáo Ban Thường vụ về lĩnh vực phụ trách ba tháng một lần."],
        {"report.member.periods": ["quarter"]},
    ),
    (
        REPORTS,
        ["Ủy ban nhân dân báo cáo Ban Thường vụ, Thường trực Đảng ủy tình hình thu ngân sách hằng tháng."],
        {"report.government.to": ["btv", "thuong-truc"], "report.government.periods": ["month"]},
    ),
    (
        RELATIONS,
        ["Ban Thường vụ họp với Ban Chấp hành Công đoàn, Đoàn Thanh niên mỗi năm hai lần."],
        {
            "meeting.working.front-and-unions": {"n": 2, "per": "year"},
            "meeting.working.front-and-unions.bodies": ["btv"],
        },
    ),
    (
        RELATIONS,
        ["Đồng chí Ủy viên Ban Thường vụ Tỉnh ủy phụ trách được mời dự hội nghị Đảng ủy."],
        {"meeting.guests.superior.required": True},
    ),
    (
        STANDING,
        [
            "Phân công các Ủy viên Ban Chấp hành theo dõi đơn vị, lĩnh vực.",
            "Hằng năm làm việc với từng chi bộ trực thuộc.",
        ],
        {
            "assignment.member.decided_by": "btv",
            "assignment.member.kinds": ["unit", "field"],
            "visit.unit.periods": ["year"],
        },
    ),
    (
        TRAVEL,
        ["Trong thời hạn 04 ngày sau khi về, người đi công tác báo cáo kết quả."],
        {"absence.result.due": {"n": 4, "unit": "days", "side": "after", "of": "return"}},
    ),
    (
        REVIEWS,
        ["Hằng năm, Ban Thường vụ kiểm điểm; kết quả báo cáo hội nghị Ban Chấp hành và gửi Ban Thường vụ Tỉnh ủy."],
        {"review.annual.reported_to": "bch", "review.annual.sent_up": True},
    ),
]

TRAPS: list[tuple[str, list[str], str, Any]] = [
    (MEETINGS, ["Ban Thường vụ: mỗi quý một lần nghe báo cáo của các đơn vị."], "meeting.cadence.btv", None),
    (MEETINGS, ["Đảng ủy họp năm tháng hai lần."], "meeting.cadence.bch", None),
    (
        MEETINGS,
        ["Ban Thường vụ họp mỗi tháng hai lần, vào tuần thứ nhất và tuần thứ ba."],
        "meeting.cadence.btv",
        {"n": 2, "per": "month"},
    ),
    (
        MEETINGS,
        ["Ban Thường vụ họp mỗi tuần hai lần, vào thứ Ba và thứ Sáu."],
        "meeting.cadence.btv",
        {"n": 2, "per": "week"},
    ),
    (
        MEETINGS,
        ["Ban Chấp hành họp mỗi quý một lần; Ban Thường vụ họp mỗi tháng một lần; họp đột xuất khi cần."],
        "meeting.extraordinary.bch.grounds",
        None,
    ),
    (MEETINGS, ["Hội nghị cán bộ chủ chốt phải có ít nhất 2/3 số người dự."], "meeting.quorum.bch", None),
    ("Hội nghị Ban Thường vụ", ["Tài liệu gửi trước hội nghị 4 ngày."], "meeting.papers.sent.bch", None),
    (PAPERS, ["Tài liệu trình Ban Thường vụ gửi trước 3 ngày."], "meeting.papers.sent.bch", None),
    (PAPERS, ["Gửi báo cáo tháng về Văn phòng Đảng ủy trước 5 ngày."], "meeting.papers.received", None),
    (
        PAPERS,
        ["Biên bản hoàn thành trong 3 ngày.", "Thời hạn nêu trên không áp dụng đối với hội nghị đột xuất."],
        "meeting.papers.sent.exempt_kinds",
        None,
    ),
    (ASKING, ["Việc được quá nửa số ủy viên đồng ý qua phiếu thì được ban hành."], "decision.majority", None),
    (PRINCIPLES, ["Việc được quá nửa số ủy viên đồng ý thì được ban hành."], "ballot.majority", None),
    (MEETINGS, ["Kết quả được thông báo tại phiên họp Ban Thường vụ gần nhất."], "ballot.reported.btv.to", None),
    (REPORTS, ["Đảng ủy báo cáo Tỉnh ủy hằng quý.", "Hạn gửi: ngày 07 tháng sau."], "report.received.due", None),
    (
        "Trách nhiệm của Ủy viên Ban Chấp hành",
        ["Dự đầy đủ các kỳ họp; vắng mặt phải báo cáo Bí thư trước 01 ngày."],
        "absence.reported.to",
        None,
    ),
    (
        MEETINGS,
        ["Ban Thường vụ quyết định việc triệu tập hội nghị Ban Chấp hành."],
        "meeting.convened.bch.convened_by",
        None,
    ),
    (RELATIONS, ["Hiệu trưởng họp với Công đoàn mỗi năm hai lần."], "meeting.working.front-and-unions", None),
    (RELATIONS, ["Đồng chí Ủy viên Ban Thường vụ Đảng ủy được mời dự họp."], "meeting.guests.superior.required", None),
    (STANDING, ["Phân công Ủy viên Ban Chấp hành chuẩn bị hội nghị."], "assignment.member.required", None),
    (TRAVEL, ["Trong thời hạn 04 ngày sau hội nghị, cơ quan báo cáo kết quả."], "absence.result.due", None),
    (REVIEWS, ["Kết quả công tác gửi Ban Thường vụ Tỉnh ủy."], "review.annual.sent_up", None),
]


SAID += told_apart.SAID
TRAPS += told_apart.TRAPS


@pytest.mark.parametrize(("title", "clauses", "said"), SAID, ids=[clauses[-1][:60] for _, clauses, _ in SAID])
def test_what_is_said_is_read(title: str, clauses: list[str], said: dict[str, Any]) -> None:
    read = values(*clauses, title=title)
    assert {key: read.get(key) for key in said} == said


@pytest.mark.parametrize(
    ("title", "clauses", "key", "value"), TRAPS, ids=[f"{key} {clauses[-1][:40]}" for _, clauses, key, _ in TRAPS]
)
def test_what_only_sounds_like_it_is_not(title: str, clauses: list[str], key: str, value: object) -> None:
    assert values(*clauses, title=title).get(key) == value
