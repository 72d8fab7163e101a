"""Who does what, what is allowed, which periods, matters and kinds: each content in wordings of our own."""

from typing import Any

import pytest

from tests.exchange.regulations.propose.texts import values

MEETINGS, PRINCIPLES, REPORTS = "Chế độ hội nghị", "Nguyên tắc làm việc", "Chế độ thông tin, báo cáo"
SECRETARY, DEPUTY = "Trách nhiệm của Bí thư Đảng ủy", "Trách nhiệm của Phó Bí thư Thường trực Đảng ủy"
STANDING, COMMITTEE, PERMANENT = "Ban Thường vụ Đảng ủy", "Ban Chấp hành Đảng bộ phường", "Thường trực Đảng ủy"
MEMBER = "Nhiệm vụ của Ủy viên Ban Chấp hành"

SAID: list[tuple[str, str, dict[str, Any]]] = [
    (SECRETARY, "Chủ trì và kết luận hội nghị Ban Chấp hành.", {"meeting.chair.role": "bi-thu"}),
    (MEETINGS, "Bí thư Đảng ủy chủ trì các hội nghị Ban Thường vụ.", {"meeting.chair.role": "bi-thu"}),
    (MEETINGS, "Hội nghị Ban Chấp hành do Bí thư chủ trì.", {"meeting.chair.role": "bi-thu"}),
    (DEPUTY, "Thay mặt Bí thư điều hành công việc khi Bí thư vắng mặt.", {"meeting.chair.deputy": "automatic"}),
    (DEPUTY, "Thay mặt Bí thư chủ trì khi được Bí thư ủy quyền.", {"meeting.chair.deputy": "authorised"}),
    (SECRETARY, "Khi đi vắng, ủy nhiệm một đồng chí Phó Bí thư chủ trì.", {"meeting.chair.deputy": "named"}),
    (STANDING, "Quyết định triệu tập hội nghị Ban Chấp hành.", {"meeting.convened.bch.decided_by": "btv"}),
    (
        PERMANENT,
        "Quyết định triệu tập các phiên họp Ban Thường vụ.",
        {"meeting.convened.btv.convened_by": "thuong-truc"},
    ),
    (
        MEETINGS,
        "Thường trực Đảng ủy triệu tập hội nghị Ban Chấp hành.",
        {"meeting.convened.bch.convened_by": "thuong-truc"},
    ),
    (MEETINGS, "Ban Thường vụ quyết định mở hội nghị Ban Chấp hành mở rộng.", {"meeting.enlarged.decided_by": "btv"}),
    (
        MEETINGS,
        "Ban Chấp hành họp thường kỳ mỗi quý một lần, họp bất thường khi cần.",
        {"meeting.extraordinary.bch.grounds": ["need"]},
    ),
    (
        MEETINGS,
        "Ban Thường vụ họp đột xuất khi có chỉ đạo của cấp trên.",
        {"meeting.extraordinary.btv.grounds": ["superior"]},
    ),
    (
        MEETINGS,
        "Ủy viên Ủy ban Kiểm tra không phải là Đảng ủy viên được mời dự hội nghị Ban Chấp hành.",
        {"meeting.guests.ubkt.required": True},
    ),
    (
        MEETINGS,
        "Mời Ủy viên Ủy ban Kiểm tra dự hội nghị Ban Chấp hành, trừ khi họp riêng.",
        {"meeting.guests.ubkt.required": True, "meeting.guests.ubkt.except_closed": True},
    ),
    (MEETINGS, "Mỗi hội nghị Ban Chấp hành dành thời gian để chất vấn.", {"meeting.questioning.required": True}),
    (MEETINGS, "Các cuộc họp của Thường trực Đảng ủy phải ghi biên bản.", {"meeting.minutes.bodies": ["thuong-truc"]}),
    (
        COMMITTEE,
        "Cho ý kiến về những việc Ban Thường vụ đã giải quyết giữa hai kỳ hội nghị.",
        {"meeting.report-between-sessions.required": True},
    ),
    (
        "Quan hệ công tác",
        "Mỗi quý một lần, Ban Thường vụ làm việc với Mặt trận Tổ quốc và các tổ chức chính trị - xã hội.",
        {
            "meeting.working.front-and-unions": {"n": 1, "per": "quarter"},
            "meeting.working.front-and-unions.bodies": ["btv"],
        },
    ),
    (
        "Quan hệ công tác",
        "Hằng tháng, Thường trực Đảng ủy giao ban với các cơ quan tham mưu, giúp việc Đảng ủy.",
        {"meeting.working.advisory-bodies": {"n": 1, "per": "month"}},
    ),
    (
        "Quan hệ công tác",
        "Thường trực Đảng ủy họp với khối nội chính mỗi tháng một lần do Bí thư chủ trì.",
        {
            "meeting.working.internal-affairs": {"n": 1, "per": "month"},
            "meeting.working.internal-affairs.chair": "bi-thu",
        },
    ),
    (
        PRINCIPLES,
        "Khi không thể tổ chức họp, Thường trực Đảng ủy chỉ đạo Văn phòng gửi phiếu xin ý kiến Ban Thường vụ bằng"
        " văn bản.",
        {
            "ballot.electorate.bodies": ["btv"],
            "ballot.ordered.by": "thuong-truc",
            "ballot.ground.btv.reasons": ["no-meeting-possible"],
        },
    ),
    (
        PRINCIPLES,
        "Việc xin ý kiến Ban Thường vụ bằng văn bản, trừ công tác cán bộ, do Thường trực quyết định.",
        {"ballot.matter.excluded": ["personnel"]},
    ),
    (
        PRINCIPLES,
        "Khi xin ý kiến bằng văn bản mà còn ý kiến khác nhau thì đưa ra hội nghị Ban Thường vụ thảo luận.",
        {"ballot.differences.to": ["btv"]},
    ),
    (
        PERMANENT,
        "Giải quyết việc đột xuất phát sinh giữa hai kỳ họp, báo cáo Ban Thường vụ tại phiên họp gần nhất.",
        {"delegated.matter.urgent.allowed": True, "delegated.reported.to": ["btv"]},
    ),
    (
        PRINCIPLES,
        "Việc được ủy quyền, Thường trực Đảng ủy quyết định khi có sự thống nhất của tất cả thành viên.",
        {"delegated.unanimity.required": True},
    ),
    (
        "Vắng mặt",
        "Ủy viên đi khỏi địa bàn tỉnh từ 04 ngày làm việc trở lên phải báo cáo bằng văn bản với Thường trực Đảng ủy.",
        {
            "absence.reported.working_days": 4,
            "absence.reported.to": "thuong-truc",
            "absence.reported.form": "written",
            "absence.reported.areas": ["outside-province", "abroad"],
        },
    ),
    (
        "Vắng mặt",
        "Vắng mặt từ ba ngày trở lên phải xin phép Bí thư Đảng ủy.",
        {"absence.reported.working_days": 3, "absence.reported.to": "bi-thu"},
    ),
    (
        "Vắng mặt",
        "Khi Thường trực Đảng ủy đi vắng, Ban Thường vụ cử một Ủy viên Ban Thường vụ trực giải quyết công việc.",
        {"absence.duty.required": True, "absence.duty.decided_by": "btv"},
    ),
    ("Vắng mặt", "Sau mỗi chuyến công tác phải báo cáo kết quả.", {"absence.result.required": True}),
    (
        MEMBER,
        "Chịu trách nhiệm về lĩnh vực, địa bàn được phân công phụ trách.",
        {"assignment.member.required": True, "assignment.member.kinds": ["field", "area"]},
    ),
    (
        "Chương trình công tác",
        "Ban Chấp hành có chương trình công tác toàn khóa, hằng năm; Ban Thường vụ có chương trình công tác hằng"
        " quý, hằng tháng; Thường trực Đảng ủy có chương trình công tác tuần.",
        {
            "programme.adopted.bch.periods": ["term", "year"],
            "programme.adopted.btv.periods": ["month", "quarter"],
            "programme.adopted.thuong-truc.periods": ["week"],
        },
    ),
    (
        REPORTS,
        "Các chi bộ trực thuộc, Mặt trận Tổ quốc và các đoàn thể báo cáo bằng văn bản hằng tháng, quý, năm với Ban"
        " Thường vụ.",
        {
            "report.received.periods": ["month", "quarter", "year"],
            "report.received.kinds": ["party-organisation", "front-and-unions"],
            "report.received.to": "btv",
            "report.received.form": "written",
        },
    ),
    (
        REPORTS,
        "Định kỳ hằng quý, Đảng ủy báo cáo Ban Thường vụ Tỉnh ủy kết quả công tác.",
        {"report.upward.periods": ["quarter"]},
    ),
    (
        "Ủy viên Ban Thường vụ",
        "Định kỳ 6 tháng báo cáo bằng văn bản với Thường trực Đảng ủy về lĩnh vực phụ trách.",
        {"report.member.periods": ["half"], "report.member.to": "thuong-truc", "report.member.form": "written"},
    ),
    (
        "Quan hệ với Hội đồng nhân dân, Ủy ban nhân dân",
        "Hằng tháng, Ủy ban nhân dân báo cáo Ban Thường vụ tình hình kinh tế - xã hội.",
        {"report.government.periods": ["month"], "report.government.to": ["btv"]},
    ),
    (
        REPORTS,
        "Văn phòng cung cấp thông tin hằng tuần cho các đồng chí Đảng ủy viên.",
        {"information.members.periods": ["week"]},
    ),
    (
        "Tự phê bình và phê bình",
        "Cuối năm, tập thể Ban Thường vụ, Thường trực Đảng ủy kiểm điểm; kết quả kiểm điểm được báo cáo Ban Chấp hành.",
        {"review.annual.bodies": ["btv", "thuong-truc"], "review.annual.reported_to": "bch"},
    ),
    ("Tự phê bình và phê bình", "Cuối nhiệm kỳ, Ban Chấp hành kiểm điểm.", {"review.term.bodies": ["bch"]}),
    (
        "Đi cơ sở",
        "Mỗi quý, Ban Thường vụ làm việc với các chi bộ, đảng bộ cơ sở.",
        {"visit.unit.periods": ["quarter"], "visit.unit.body": "btv", "visit.unit.kinds": ["party-organisation"]},
    ),
    (
        "Sơ kết, tổng kết",
        "Ban Thường vụ chỉ đạo sơ kết, tổng kết việc thực hiện nghị quyết, giao một cơ quan chủ trì chuẩn bị sơ kết.",
        {"directive.review.required": True, "directive.lead.count": 1},
    ),
    (SECRETARY, "Thay mặt Ban Chấp hành ký các nghị quyết.", {"document.signer.role": "bi-thu"}),
    (
        "Tổ chức thực hiện",
        "Cuối nhiệm kỳ tổng kết việc thực hiện Quy chế này.",
        {"regulation.review.periods": ["term"]},
    ),
]


@pytest.mark.parametrize(("title", "clause", "expected"), SAID, ids=[clause[:50] for _, clause, _ in SAID])
def test_a_content_is_read(title: str, clause: str, expected: dict[str, Any]) -> None:
    read = values(clause, title=title)
    found = {key: read.get(key) for key in expected}
    assert {key: _plain(value) for key, value in found.items()} == {key: _plain(each) for key, each in expected.items()}


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, list) else value


def test_the_list_of_what_is_delegated_is_read_as_it_is_numbered() -> None:
    read = values(
        "Ban Thường vụ ủy quyền cho Thường trực Đảng ủy giải quyết những việc sau đây:\n"
        "a) Về cán bộ\n- Chuẩn y kết quả bầu cử.\n- Xử lý đơn thư khiếu nại.\nb) Sử dụng dự phòng ngân sách.\n"
        "c) Tiếp khách của địa phương."
    )
    assert read["delegated.matter.items"] == ["a-1", "a-2", "b", "c"]
    assert read["delegated.matter.item.a-2"] == ["complaint"]
    assert read["delegated.matter.item.b"] == ["reserve-budget", "budget"]
    assert read["delegated.matter.item.c"] == ["other"]
    assert "delegated.matter.open" not in read


def test_delegation_without_a_list_is_open() -> None:
    read = values("Ủy quyền cho Thường trực Đảng ủy thực hiện một số công việc.", title=STANDING)
    assert read["delegated.matter.open"] is True
    assert "delegated.matter.items" not in read


SILENT = [
    (PRINCIPLES, "Đảng ủy làm việc theo nguyên tắc tập trung dân chủ, thiểu số phục tùng đa số."),
    ("Giải thích từ ngữ", "Hội nghị bất thường là hội nghị ngoài chương trình."),
    ("Quan hệ với Tỉnh ủy", "Chấp hành chế độ báo cáo theo quy định của Tỉnh ủy."),
    ("Quan hệ với Tỉnh ủy", "Thường trực Tỉnh ủy chủ trì hội nghị giao ban các đảng ủy trực thuộc mỗi quý một lần."),
    ("Quan hệ với Hội đồng nhân dân", "Thường trực Hội đồng nhân dân triệu tập kỳ họp, gửi giấy mời trước 10 ngày."),
    ("Chi bộ trực thuộc", "Chi bộ phải có ít nhất 2/3 đảng viên tham dự; bí thư chi bộ báo cáo hằng tháng với chi ủy."),
    ("Công tác đảng viên", "Đảng viên đi khỏi nơi cư trú làm thủ tục chuyển sinh hoạt theo Điều lệ Đảng."),
    ("Quan hệ với Tỉnh ủy", "Tham dự đầy đủ hội nghị do Tỉnh ủy triệu tập; báo cáo trước 03 ngày nếu vắng."),
    ("Tiếp công dân", "Bí thư Đảng ủy tiếp công dân mỗi tháng 02 ngày; đơn, thư được xử lý trong 10 ngày làm việc."),
    ("Quan hệ với Mặt trận", "Mặt trận họp Ủy ban 6 tháng một lần."),
    ("Với chi bộ", "Đảng ủy viên dự sinh hoạt chi bộ mỗi quý ít nhất một lần."),
    ("Hiệu lực", "Quy chế thay Quy chế số 01-QC/ĐU, ngày 05/7/2025; sửa đổi khi có 2/3 ủy viên đề nghị."),
    ("Bảo mật", "Không mang tài liệu mật về nhà; thu hồi tài liệu sau hội nghị."),
]


@pytest.mark.parametrize(("title", "clause"), SILENT, ids=[clause[:40] for _, clause in SILENT])
def test_nothing_is_read_where_nothing_is_laid_down(title: str, clause: str) -> None:
    assert values(clause, title=title) == {}
