"""The lines of an account: which rules stand in which section, what each counts, and where a text would say it."""

from dataclasses import dataclass, replace

from desktop.domain.terms import area_words

INSPECTION = "inspection"


@dataclass(frozen=True, slots=True)
class Plan:
    """One line: its rule, what is said of those kept, what it is about, and the part of the rule's findings it counts.

    `said_by` is what the parameters' names begin with without which a text is silent, where it is not the line's key.
    `{away}` in its words is how the office calls what lies outside its own area.
    """

    rule: str
    words: str
    topic: str
    unit: str
    part: str = ""
    said_by: str = ""

    @property
    def key(self) -> str:
        return f"{self.rule}.{self.part}" if self.part else self.rule

    def of(self, office: str) -> "Plan":
        """The line in the words of an office."""
        away = area_words("outside-commune", office).lower()
        return replace(self, words=self.words.format(away=away), topic=self.topic.format(away=away))

    @property
    def stem(self) -> str:
        """What the names of the parameters begin with."""
        return self.said_by or f"{self.key}."


SECTIONS: tuple[tuple[str, str, tuple[Plan, ...]], ...] = (
    (
        "meetings",
        "Chế độ hội nghị",
        (
            Plan("meeting.cadence", "Hội nghị Ban Chấp hành đúng kỳ", "kỳ họp của Ban Chấp hành", "kỳ", "bch"),
            Plan("meeting.cadence", "Kỳ họp Ban Thường vụ đủ số phiên họp", "kỳ họp của Ban Thường vụ", "kỳ", "btv"),
            Plan(
                "meeting.cadence", "Kỳ họp Thường trực đủ số phiên họp", "kỳ họp của Thường trực", "kỳ", "thuong-truc"
            ),
            Plan(
                "meeting.quorum",
                "Hội nghị Ban Chấp hành đủ số ủy viên dự",
                "số ủy viên phải dự hội nghị Ban Chấp hành",
                "hội nghị",
                "bch",
            ),
            Plan(
                "meeting.quorum",
                "Hội nghị Ban Thường vụ đủ số ủy viên dự",
                "số ủy viên phải dự hội nghị Ban Thường vụ",
                "hội nghị",
                "btv",
            ),
            Plan(
                "meeting.convened",
                "Hội nghị được triệu tập đúng thẩm quyền",
                "thẩm quyền triệu tập hội nghị",
                "hội nghị",
            ),
            Plan(
                "meeting.extraordinary", "Hội nghị đột xuất có căn cứ theo quy chế", "căn cứ họp đột xuất", "hội nghị"
            ),
            Plan("meeting.chair", "Hội nghị có người chủ trì đúng quy định", "người chủ trì hội nghị", "hội nghị"),
            Plan(
                "meeting.guests.ubkt",
                "Hội nghị Ban Chấp hành mời đủ ủy viên Ủy ban Kiểm tra ngoài cấp ủy",
                "mời ủy viên Ủy ban Kiểm tra dự hội nghị",
                "hội nghị",
            ),
            Plan(
                "meeting.guests.superior",
                "Hội nghị có mời cấp trên phụ trách",
                "mời cấp trên phụ trách dự hội nghị",
                "hội nghị",
            ),
            Plan(
                "meeting.guests.in-charge",
                "Cuộc họp có mời ủy viên phụ trách nội dung",
                "mời ủy viên phụ trách dự họp Thường trực",
                "hội nghị",
            ),
            Plan(
                "meeting.report-between-sessions",
                "Hội nghị Ban Chấp hành nghe báo cáo việc giữa hai kỳ",
                "báo cáo việc giữa hai kỳ hội nghị",
                "hội nghị",
            ),
            Plan(
                "meeting.questioning",
                "Hội nghị Ban Chấp hành có nội dung chất vấn",
                "chất vấn tại hội nghị",
                "hội nghị",
            ),
            Plan("meeting.minutes", "Biên bản họp Thường trực ký đúng hạn", "biên bản họp Thường trực", "biên bản"),
        ),
    ),
    (
        "preparation",
        "Chuẩn bị hội nghị",
        (
            Plan("meeting.invitations", "Giấy mời gửi đúng hạn", "thời hạn gửi giấy mời", "hội nghị"),
            Plan(
                "meeting.papers.received",
                "Tài liệu đơn vị chuẩn bị gửi Văn phòng đúng hạn",
                "thời hạn đơn vị trình gửi tài liệu",
                "nội dung",
            ),
            Plan(
                "meeting.papers.sent", "Tài liệu gửi ủy viên đúng hạn", "thời hạn gửi tài liệu cho ủy viên", "nội dung"
            ),
        ),
    ),
    (
        "decisions",
        "Thảo luận, biểu quyết",
        (
            Plan(
                "decision.majority",
                "Nội dung biểu quyết đạt tỷ lệ tán thành",
                "tỷ lệ tán thành để thông qua",
                "nội dung",
                said_by="decision.majority.share",
            ),
        ),
    ),
    (
        "ballots",
        "Lấy ý kiến bằng văn bản",
        (
            Plan("ballot.electorate", "Phiếu gửi đúng đối tượng", "đối tượng được lấy ý kiến bằng phiếu", "lần"),
            Plan(
                "ballot.ground",
                "Lấy ý kiến bằng phiếu với lý do quy chế cho phép",
                "lý do được lấy ý kiến bằng phiếu",
                "lần",
            ),
            Plan(
                "ballot.ordered",
                "Lấy ý kiến theo chỉ đạo của cơ quan có thẩm quyền",
                "thẩm quyền chỉ đạo lấy ý kiến bằng phiếu",
                "lần",
            ),
            Plan(
                "ballot.matter",
                "Nội dung thuộc loại được lấy ý kiến bằng phiếu",
                "nội dung được lấy ý kiến bằng phiếu",
                "lần",
            ),
            Plan("ballot.majority", "Phiếu đạt tỷ lệ tán thành", "tỷ lệ tán thành của phiếu", "lần"),
            Plan(
                "ballot.differences",
                "Ý kiến khác nhau về vấn đề quan trọng được đưa ra hội nghị",
                "xử lý ý kiến khác nhau về vấn đề quan trọng",
                "lần",
            ),
            Plan(
                "ballot.reported",
                "Kết quả phiếu được báo cáo tại phiên họp sau",
                "báo cáo kết quả phiếu tại phiên họp sau",
                "lần",
            ),
        ),
    ),
    (
        "delegated",
        "Việc Thường trực giải quyết theo ủy quyền",
        (
            Plan("delegated.matter", "Việc thuộc phạm vi ủy quyền", "phạm vi việc được ủy quyền", "việc"),
            Plan(
                "delegated.unanimity",
                "Việc được Thường trực thống nhất trước khi quyết định",
                "sự thống nhất của Thường trực",
                "việc",
            ),
            Plan(
                "delegated.reported",
                "Việc được báo cáo lại đúng hạn",
                "báo cáo lại việc đã giải quyết theo ủy quyền",
                "việc",
            ),
            Plan(
                "delegated.written",
                "Quyết định được thể hiện bằng văn bản đúng hạn",
                "văn bản về việc đã giải quyết theo ủy quyền",
                "việc",
            ),
        ),
    ),
    (
        "absences",
        "Chế độ đi vắng, trực thay",
        (
            Plan(
                "absence.reported",
                "Chuyến đi ngoài tỉnh được báo cáo đúng quy định",
                "báo cáo khi đi ngoài tỉnh",
                "chuyến",
            ),
            Plan("absence.commune", "Chuyến đi {away} được báo cáo đúng quy định", "báo cáo khi đi {away}", "chuyến"),
            Plan(
                "absence.result", "Chuyến đi được báo cáo kết quả đúng hạn", "báo cáo kết quả sau chuyến đi", "chuyến"
            ),
            Plan(
                "absence.duty",
                "Đợt cả Thường trực đi vắng có phân công trực",
                "phân công trực khi cả Thường trực đi vắng",
                "đợt",
            ),
        ),
    ),
    (
        "assignments",
        "Phân công, nhiệm vụ được giao",
        (
            Plan("assignment.member", "Ủy viên được phân công phụ trách", "phân công ủy viên phụ trách", "đồng chí"),
            Plan(
                "assignment.unit",
                "Tổ chức đảng trực thuộc có ủy viên phụ trách",
                "phân công phụ trách tổ chức đảng trực thuộc",
                "đơn vị",
            ),
        ),
    ),
    (
        "programmes",
        "Chương trình công tác",
        (
            Plan(
                "programme.adopted",
                "Chương trình của Ban Chấp hành thông qua đúng hạn",
                "chương trình của Ban Chấp hành",
                "chương trình",
                "bch",
                said_by="programme.adopted.bch.periods",
            ),
            Plan(
                "programme.adopted",
                "Chương trình kiểm tra, giám sát thông qua đúng hạn",
                "chương trình kiểm tra, giám sát",
                "chương trình",
                INSPECTION,
                said_by="programme.adopted.bch.inspection_periods",
            ),
            Plan(
                "programme.adopted",
                "Chương trình của Ban Thường vụ thông qua đúng hạn",
                "chương trình của Ban Thường vụ",
                "chương trình",
                "btv",
            ),
            Plan(
                "programme.adopted",
                "Chương trình của Thường trực thông qua đúng hạn",
                "chương trình của Thường trực",
                "chương trình",
                "thuong-truc",
            ),
        ),
    ),
    (
        "reports",
        "Chế độ thông tin, báo cáo",
        (
            Plan(
                "report.received",
                "Báo cáo định kỳ của các đơn vị nhận đúng hạn",
                "báo cáo định kỳ của các đơn vị",
                "báo cáo",
                said_by="report.received.periods",
            ),
            Plan(
                "report.member",
                "Báo cáo định kỳ của ủy viên nhận đúng hạn",
                "báo cáo định kỳ của ủy viên",
                "báo cáo",
                said_by="report.member.periods",
            ),
            Plan(
                "report.government",
                "Báo cáo của Ủy ban nhân dân nhận đúng hạn",
                "báo cáo của Ủy ban nhân dân",
                "báo cáo",
                said_by="report.government.periods",
            ),
            Plan(
                "report.upward",
                "Báo cáo gửi cấp trên đúng hạn",
                "báo cáo gửi cấp trên",
                "báo cáo",
                said_by="report.upward.periods",
            ),
            Plan("information.members", "Thông tin cho cấp ủy viên đúng kỳ", "thông tin định kỳ cho cấp ủy viên", "kỳ"),
        ),
    ),
    (
        "visits",
        "Làm việc với cơ sở, với các cơ quan, tổ chức",
        (
            Plan(
                "visit.unit",
                "Tổ chức đảng trực thuộc có Ban Thường vụ đến làm việc",
                "việc Ban Thường vụ làm việc với tổ chức đảng trực thuộc",
                "đơn vị",
            ),
            Plan(
                "meeting.working",
                "Làm việc với Mặt trận Tổ quốc, đoàn thể đúng kỳ",
                "làm việc định kỳ với Mặt trận Tổ quốc, đoàn thể",
                "kỳ",
                "front-and-unions",
            ),
            Plan(
                "meeting.working",
                "Buổi Phó Bí thư làm việc với Mặt trận Tổ quốc, đoàn thể đúng kỳ",
                "việc Phó Bí thư làm việc với Mặt trận Tổ quốc, đoàn thể",
                "kỳ",
                "front-and-unions-deputy",
            ),
            Plan(
                "meeting.working",
                "Giao ban với các cơ quan tham mưu đúng kỳ",
                "giao ban với các cơ quan tham mưu",
                "kỳ",
                "advisory-bodies",
            ),
            Plan("meeting.working", "Họp nội chính đúng kỳ", "họp nội chính", "kỳ", "internal-affairs"),
        ),
    ),
    (
        "reviews",
        "Kiểm điểm, đánh giá, tổng kết quy chế",
        (
            Plan(
                "review.annual",
                "Kiểm điểm hằng năm đúng quy định",
                "kiểm điểm hằng năm",
                "lần",
                said_by="review.annual.bodies",
            ),
            Plan(
                "review.annual",
                "Cá nhân kiểm điểm hằng năm đúng quy định",
                "kiểm điểm hằng năm của cá nhân",
                "người",
                "people",
                said_by="review.annual.members",
            ),
            Plan("review.quarterly", "Đánh giá, xếp loại cán bộ theo quý", "đánh giá, xếp loại cán bộ theo quý", "kỳ"),
            Plan("review.term", "Kiểm điểm cuối nhiệm kỳ", "kiểm điểm cuối nhiệm kỳ", "lần"),
            Plan("regulation.review", "Tổng kết việc thực hiện quy chế", "tổng kết việc thực hiện quy chế", "lần"),
        ),
    ),
    (
        "directives",
        "Thực hiện nghị quyết, chỉ thị; sơ kết, tổng kết",
        (
            Plan(
                "directive.lead",
                "Nghị quyết, chỉ thị có một cơ quan chủ trì",
                "cơ quan chủ trì nghị quyết, chỉ thị",
                "văn bản",
            ),
            Plan(
                "directive.review",
                "Nghị quyết, chỉ thị được sơ kết, tổng kết đúng hạn",
                "sơ kết, tổng kết nghị quyết, chỉ thị",
                "văn bản",
            ),
        ),
    ),
    (
        "documents",
        "Ban hành, quản lý văn bản",
        (
            Plan(
                "document.number",
                "Văn bản ghi số đúng thứ tự",
                "số của văn bản",
                "văn bản",
                said_by="document.form.required",
            ),
            Plan(
                "document.signer",
                "Văn bản ký đúng thẩm quyền",
                "thẩm quyền ký văn bản",
                "văn bản",
                said_by="document.signer.role",
            ),
        ),
    ),
)
"""Key and title of each section, and its lines, in the order in which the paper has them."""

PLANS: tuple[Plan, ...] = tuple(plan for _key, _title, plans in SECTIONS for plan in plans)
