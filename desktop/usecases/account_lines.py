"""The lines of an account: which rules stand in which section, what each counts, and where a text would say it."""

from dataclasses import dataclass

INSPECTION = "inspection"


@dataclass(frozen=True, slots=True)
class Plan:
    """One line: its rule, the part of the rule's findings it counts, and the parameters without which it is silent."""

    rule: str
    words: str
    unit: str
    part: str = ""
    said_by: str = ""

    @property
    def key(self) -> str:
        return f"{self.rule}.{self.part}" if self.part else self.rule

    @property
    def stem(self) -> str:
        """What the names of the parameters begin with."""
        return self.said_by or f"{self.key}."


SECTIONS: tuple[tuple[str, str, tuple[Plan, ...]], ...] = (
    (
        "meetings",
        "Chế độ hội nghị",
        (
            Plan("meeting.cadence", "Hội nghị Ban Chấp hành đúng kỳ", "kỳ", "bch"),
            Plan("meeting.cadence", "Hội nghị Ban Thường vụ đủ số phiên trong kỳ", "kỳ", "btv"),
            Plan("meeting.cadence", "Phiên họp Thường trực đủ số trong kỳ", "kỳ", "thuong-truc"),
            Plan("meeting.quorum", "Hội nghị Ban Chấp hành đủ số ủy viên dự", "hội nghị", "bch"),
            Plan("meeting.quorum", "Hội nghị Ban Thường vụ đủ số ủy viên dự", "hội nghị", "btv"),
            Plan("meeting.convened", "Hội nghị được triệu tập đúng thẩm quyền", "hội nghị"),
            Plan("meeting.extraordinary", "Hội nghị đột xuất có căn cứ theo quy chế", "hội nghị"),
            Plan("meeting.chair", "Hội nghị có người chủ trì đúng quy định", "hội nghị"),
            Plan(
                "meeting.guests.ubkt", "Hội nghị Ban Chấp hành mời đủ ủy viên Ủy ban Kiểm tra ngoài cấp ủy", "hội nghị"
            ),
            Plan("meeting.guests.superior", "Hội nghị có mời cấp trên phụ trách", "hội nghị"),
            Plan("meeting.guests.in-charge", "Cuộc họp có mời ủy viên phụ trách nội dung", "cuộc họp"),
            Plan("meeting.report-between-sessions", "Hội nghị Ban Chấp hành nghe báo cáo việc giữa hai kỳ", "hội nghị"),
            Plan("meeting.questioning", "Hội nghị Ban Chấp hành có nội dung chất vấn", "hội nghị"),
            Plan("meeting.minutes", "Biên bản họp Thường trực ký đúng hạn", "biên bản"),
        ),
    ),
    (
        "preparation",
        "Chuẩn bị hội nghị",
        (
            Plan("meeting.invitations", "Giấy mời gửi đúng hạn", "hội nghị"),
            Plan("meeting.papers.received", "Tài liệu đơn vị trình gửi Văn phòng đúng hạn", "nội dung"),
            Plan("meeting.papers.sent", "Tài liệu gửi ủy viên đúng hạn", "nội dung"),
        ),
    ),
    (
        "decisions",
        "Thảo luận, biểu quyết",
        (
            Plan(
                "decision.majority",
                "Nội dung biểu quyết đạt tỷ lệ tán thành",
                "nội dung",
                said_by="decision.majority.share",
            ),
        ),
    ),
    (
        "ballots",
        "Lấy ý kiến bằng văn bản",
        (
            Plan("ballot.electorate", "Phiếu gửi đúng đối tượng", "lần"),
            Plan("ballot.ground", "Có lý do được lấy ý kiến bằng phiếu", "lần"),
            Plan("ballot.ordered", "Do cơ quan có thẩm quyền chỉ đạo", "lần"),
            Plan("ballot.matter", "Nội dung được phép lấy ý kiến bằng phiếu", "lần"),
            Plan("ballot.majority", "Đạt tỷ lệ tán thành", "lần"),
            Plan("ballot.differences", "Ý kiến khác nhau về việc quan trọng được đưa ra hội nghị", "lần"),
            Plan("ballot.reported", "Kết quả được báo cáo tại phiên họp sau", "lần"),
        ),
    ),
    (
        "delegated",
        "Việc Thường trực giải quyết theo ủy quyền",
        (
            Plan("delegated.matter", "Việc thuộc phạm vi ủy quyền", "việc"),
            Plan("delegated.unanimity", "Thường trực thống nhất trước khi quyết định", "việc"),
            Plan("delegated.reported", "Báo cáo lại với Ban Thường vụ đúng hạn", "việc"),
            Plan("delegated.written", "Quyết định được thể hiện bằng văn bản đúng hạn", "việc"),
        ),
    ),
    (
        "absences",
        "Chế độ đi vắng, trực thay",
        (
            Plan("absence.reported", "Báo cáo trước khi đi ngoài tỉnh đúng quy định", "chuyến"),
            Plan("absence.commune", "Báo cáo trước khi đi ngoài xã đúng quy định", "chuyến"),
            Plan("absence.result", "Báo cáo kết quả sau chuyến đi", "chuyến"),
            Plan("absence.duty", "Phân công trực khi cả Thường trực đi vắng", "đợt"),
        ),
    ),
    (
        "assignments",
        "Phân công, nhiệm vụ được giao",
        (
            Plan("assignment.member", "Ủy viên được phân công phụ trách", "đồng chí"),
            Plan("assignment.unit", "Tổ chức đảng trực thuộc có ủy viên phụ trách", "đơn vị"),
        ),
    ),
    (
        "programmes",
        "Chương trình công tác",
        (
            Plan(
                "programme.adopted",
                "Chương trình của Ban Chấp hành thông qua đúng hạn",
                "chương trình",
                "bch",
                said_by="programme.adopted.bch.periods",
            ),
            Plan(
                "programme.adopted",
                "Chương trình kiểm tra, giám sát thông qua đúng hạn",
                "chương trình",
                INSPECTION,
                said_by="programme.adopted.bch.inspection_periods",
            ),
            Plan("programme.adopted", "Chương trình của Ban Thường vụ thông qua đúng hạn", "chương trình", "btv"),
            Plan("programme.adopted", "Chương trình của Thường trực thông qua đúng hạn", "chương trình", "thuong-truc"),
        ),
    ),
    (
        "reports",
        "Chế độ thông tin, báo cáo",
        (
            Plan(
                "report.received",
                "Báo cáo định kỳ của các đơn vị nhận đúng hạn",
                "báo cáo",
                said_by="report.received.periods",
            ),
            Plan(
                "report.member", "Báo cáo định kỳ của ủy viên nhận đúng hạn", "báo cáo", said_by="report.member.periods"
            ),
            Plan(
                "report.government",
                "Báo cáo của Ủy ban nhân dân nhận đúng hạn",
                "báo cáo",
                said_by="report.government.periods",
            ),
            Plan("report.upward", "Báo cáo gửi cấp trên đúng hạn", "báo cáo", said_by="report.upward.periods"),
            Plan("information.members", "Thông tin cho cấp ủy viên đúng kỳ", "kỳ"),
        ),
    ),
    (
        "visits",
        "Làm việc với cơ sở, với các cơ quan, tổ chức",
        (
            Plan("visit.unit", "Ban Thường vụ làm việc với tổ chức đảng trực thuộc", "đơn vị"),
            Plan("meeting.working", "Làm việc với Mặt trận Tổ quốc, đoàn thể đúng kỳ", "kỳ", "front-and-unions"),
            Plan(
                "meeting.working",
                "Phó Bí thư làm việc với Mặt trận Tổ quốc, đoàn thể đúng kỳ",
                "kỳ",
                "front-and-unions-deputy",
            ),
            Plan("meeting.working", "Giao ban với các cơ quan tham mưu đúng kỳ", "kỳ", "advisory-bodies"),
            Plan("meeting.working", "Họp nội chính đúng kỳ", "kỳ", "internal-affairs"),
        ),
    ),
    (
        "reviews",
        "Kiểm điểm, đánh giá, tổng kết quy chế",
        (
            Plan("review.annual", "Kiểm điểm hằng năm đúng quy định", "lần", said_by="review.annual.bodies"),
            Plan("review.quarterly", "Đánh giá, xếp loại cán bộ theo quý", "kỳ"),
            Plan("review.term", "Kiểm điểm cuối nhiệm kỳ", "lần"),
            Plan("regulation.review", "Tổng kết việc thực hiện quy chế", "lần"),
        ),
    ),
    (
        "directives",
        "Thực hiện nghị quyết, chỉ thị; sơ kết, tổng kết",
        (
            Plan("directive.lead", "Nghị quyết, chỉ thị có một cơ quan chủ trì", "văn bản"),
            Plan("directive.review", "Nghị quyết, chỉ thị được sơ kết, tổng kết đúng hạn", "văn bản"),
        ),
    ),
    (
        "documents",
        "Ban hành, quản lý văn bản",
        (
            Plan("document.number", "Văn bản ghi số đúng thứ tự", "văn bản", said_by="document.form.required"),
            Plan("document.signer", "Văn bản ký đúng thẩm quyền", "văn bản"),
        ),
    ),
)
"""Key and title of each section, and its lines, in the order in which the paper has them."""

PLANS: tuple[Plan, ...] = tuple(plan for _key, _title, plans in SECTIONS for plan in plans)
