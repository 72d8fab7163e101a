"""Wordings of our own, and others that only sound like them; `test_traps` reads them all."""

from typing import Any

MEETINGS = "Chế độ hội nghị"
PAPERS = "Chuẩn bị hội nghị"
PRINCIPLES = "Nguyên tắc làm việc"
REPORTS = "Chế độ thông tin, báo cáo"
ASKING = "Lấy ý kiến bằng phiếu"
RELATIONS = "Quan hệ công tác"
TRAVEL = "Chế độ đi công tác"
STANDING = "Ban Thường vụ Đảng ủy"
BUREAU = "Thường trực Đảng ủy"
REVIEWS = "Tự phê bình và phê bình"
CARRYING_OUT = "Tổ chức thực hiện"
COMMITTEE = "Ban Chấp hành Đảng bộ phường"
PROGRAMMES = "Chương trình công tác"


def due(count: int, unit: str, side: str = "before", of: str = "meeting") -> dict[str, Any]:
    return {"n": count, "unit": unit, "side": side, "of": of}


def at_least(share: str) -> dict[str, str]:
    return {"at_least": share, "of": "members"}


def over(share: str) -> dict[str, str]:
    return {"over": share, "of": "members"}


SAID: list[tuple[str, list[str], dict[str, Any]]] = [
    (
        MEETINGS,
        ["Ban Chấp hành họp bất thường theo kiến nghị của ít nhất một phần tư số Ủy viên Ban Chấp hành."],
        {"meeting.extraordinary.bch.petition": at_least("1/4")},
    ),
    (
        PRINCIPLES,
        ["Các quyết nghị của Đảng ủy theo đa số; có giá trị khi số ủy viên đồng thuận vượt quá một nửa."],
        {"decision.majority": over("1/2")},
    ),
    (
        PAPERS,
        ["Tài liệu gửi các ủy viên trước hội nghị Đảng ủy bốn ngày; trước cuộc họp Ban Thường vụ hai ngày."],
        {"meeting.papers.sent.bch": due(4, "days"), "meeting.papers.sent.btv": due(2, "days")},
    ),
    (
        PAPERS,
        ["Tài liệu được gửi trước 04 ngày nếu họp Đảng ủy và trước 02 ngày nếu họp Ban Thường vụ."],
        {"meeting.papers.sent.bch": due(4, "days"), "meeting.papers.sent.btv": due(2, "days")},
    ),
    (
        REPORTS,
        ["Các chi bộ trực thuộc báo cáo Đảng ủy hằng tháng; thời gian gửi chậm nhất vào ngày 12."],
        {"report.received.due": {"day": 12, "of": "month"}},
    ),
    (
        PROGRAMMES,
        ["Thường trực Đảng ủy bố trí lịch công tác tuần."],
        {"programme.adopted.thuong-truc.periods": ["week"]},
    ),
    (
        REVIEWS,
        ["Cuối năm, Ban Thường vụ kiểm điểm, báo cáo kết quả trước hội nghị Đảng ủy và gửi Ban Thường vụ Tỉnh ủy."],
        {"review.annual.reported_to": "bch", "review.annual.sent_up": True},
    ),
    (
        MEETINGS,
        ["Hội nghị Ban Chấp hành chỉ được tiến hành khi có trên một nửa số ủy viên dự."],
        {"meeting.quorum.bch": over("1/2")},
    ),
    (
        MEETINGS,
        ["Các cuộc họp Ban Thường vụ phải bảo đảm ít nhất 2/3 thành viên tham gia."],
        {"meeting.quorum.btv": at_least("2/3")},
    ),
    (
        MEETINGS,
        ["Ban Chấp hành họp bất thường khi có ít nhất 1/3 số ủy viên đề nghị."],
        {"meeting.extraordinary.bch.petition": at_least("1/3")},
    ),
    (
        MEETINGS,
        ["Hội nghị bất thường của Ban Chấp hành được triệu tập khi quá nửa số Ủy viên Ban Chấp hành có yêu cầu."],
        {"meeting.extraordinary.bch.petition": over("1/2")},
    ),
    (
        PAPERS,
        ["Giấy mời và tài liệu hội nghị Ban Chấp hành được gửi đến ủy viên chậm nhất 05 ngày trước ngày họp."],
        {"meeting.papers.sent.bch": due(5, "days"), "meeting.invitations.bch": due(5, "days")},
    ),
    (
        PAPERS,
        ["Thời gian gửi tài liệu: hội nghị Ban Chấp hành trước 05 ngày; hội nghị Ban Thường vụ trước 03 ngày."],
        {"meeting.papers.sent.bch": due(5, "days"), "meeting.papers.sent.btv": due(3, "days")},
    ),
    (
        PAPERS,
        ["Các cơ quan chủ trì hoàn thiện đề án và gửi Văn phòng Đảng ủy trước hội nghị ít nhất 7 ngày."],
        {"meeting.papers.received": due(7, "days")},
    ),
    (
        PAPERS,
        ["Văn phòng Đảng ủy tiếp nhận hồ sơ trình họp chậm nhất 04 ngày trước phiên họp."],
        {"meeting.papers.received": due(4, "days")},
    ),
    (
        PAPERS,
        ["Biên bản hội nghị phải hoàn thành chậm nhất 05 ngày kể từ ngày kết thúc hội nghị."],
        {"meeting.minutes.due": due(5, "days", "after", "meeting")},
    ),
    (
        PAPERS,
        ["Sau hội nghị 03 ngày làm việc, Văn phòng Đảng ủy hoàn thành biên bản."],
        {"meeting.minutes.due": due(3, "working-days", "after", "meeting")},
    ),
    (
        PAPERS,
        ["Chậm nhất 03 ngày sau khi kết thúc cuộc họp, Văn phòng hoàn chỉnh biên bản."],
        {"meeting.minutes.due": due(3, "days", "after", "meeting")},
    ),
    (
        PAPERS,
        ["Trong thời hạn 02 ngày làm việc sau phiên họp, biên bản phải được ký."],
        {"meeting.minutes.due": due(2, "working-days", "after", "meeting")},
    ),
    (
        PAPERS,
        ["Biên bản phải được thư ký hội nghị trình ký trong vòng 07 ngày."],
        {"meeting.minutes.due": due(7, "days", "after", "meeting")},
    ),
    (
        PRINCIPLES,
        ["Nghị quyết của Ban Chấp hành chỉ có giá trị khi có hơn một nửa số ủy viên biểu quyết tán thành."],
        {"decision.majority": over("1/2")},
    ),
    (PRINCIPLES, ["Mọi quyết định phải được đa số trên 50% cấp ủy viên đồng ý."], {"decision.majority": over("1/2")}),
    (
        PRINCIPLES,
        ["Khi biểu quyết phải có quá nửa tổng số ủy viên đồng ý thì quyết định mới có hiệu lực."],
        {"decision.majority": over("1/2")},
    ),
    (
        ASKING,
        [
            "Thường trực Đảng ủy gửi phiếu lấy ý kiến các Ủy viên Ban Thường vụ.",
            "Ủy viên được xin ý kiến trả lời trong 03 ngày làm việc kể từ ngày nhận phiếu.",
        ],
        {"ballot.due": due(3, "working-days", "after", "sending")},
    ),
    (
        ASKING,
        ["Thường trực Đảng ủy gửi phiếu lấy ý kiến các Ủy viên Ban Thường vụ; phiếu gửi lại chậm nhất sau 02 ngày."],
        {"ballot.due": due(2, "days", "after", "sending")},
    ),
    (
        ASKING,
        [
            "Thường trực Đảng ủy gửi phiếu lấy ý kiến các Ủy viên Ban Thường vụ.",
            "Nếu có quá nửa số ủy viên nhất trí thì Thường trực ký ban hành.",
        ],
        {"ballot.majority": over("1/2")},
    ),
    (
        ASKING,
        [
            "Thường trực Đảng ủy gửi phiếu lấy ý kiến các Ủy viên Ban Thường vụ.",
            "Nghị quyết được thông qua bằng phiếu khi ít nhất 2/3 số ủy viên tán thành.",
        ],
        {"ballot.majority": at_least("2/3")},
    ),
    (
        TRAVEL,
        ["Chậm nhất 07 ngày sau chuyến công tác, Ủy viên Ban Chấp hành báo cáo kết quả bằng văn bản."],
        {"absence.result.due": due(7, "days", "after", "return")},
    ),
    (
        TRAVEL,
        ["Kết thúc chuyến đi, trong vòng 05 ngày làm việc phải báo cáo kết quả với Thường trực Đảng ủy."],
        {"absence.result.due": due(5, "working-days", "after", "return")},
    ),
    (
        REPORTS,
        ["Các chi bộ trực thuộc báo cáo Ban Thường vụ hằng tháng trước ngày 20."],
        {"report.received.due": {"day": 20, "of": "month"}},
    ),
    (
        REPORTS,
        ["Các tổ chức đảng trực thuộc gửi báo cáo tháng về Văn phòng Đảng ủy chậm nhất ngày 15 hằng tháng."],
        {"report.received.due": {"day": 15, "of": "month"}},
    ),
    (
        REPORTS,
        ["Báo cáo tháng của các chi bộ gửi trước ngày 05 tháng sau."],
        {"report.received.due": {"day": 5, "of": "next-month"}},
    ),
    (
        REPORTS,
        ["Chậm nhất ngày 20 hằng tháng, các chi bộ trực thuộc gửi báo cáo về Đảng ủy."],
        {"report.received.due": {"day": 20, "of": "month"}},
    ),
    (
        REPORTS,
        ["Ban Thường vụ Đảng ủy định kỳ hằng tháng báo cáo Ban Thường vụ Tỉnh ủy trước ngày 25."],
        {"report.upward.due": {"day": 25, "of": "month"}, "report.upward.periods": ["month"]},
    ),
    (
        REPORTS,
        ["Trước ngày 24 hằng tháng, Đảng ủy gửi báo cáo Tỉnh ủy."],
        {"report.upward.due": {"day": 24, "of": "month"}},
    ),
    (
        REPORTS,
        ["Đảng ủy báo cáo Tỉnh ủy hằng quý; gửi trước ngày 20 tháng cuối quý."],
        {"report.upward.due": {"day": 20, "of": "month"}},
    ),
    (
        REPORTS,
        ["Chậm nhất ngày 05 tháng đầu quý sau, Ủy viên Ban Thường vụ báo cáo Ban Thường vụ bằng văn bản."],
        {"report.member.due": {"day": 5, "of": "next-month"}},
    ),
    (
        RELATIONS,
        ["Thường trực Đảng ủy mỗi tháng một lần giao ban với các cơ quan tham mưu, giúp việc Đảng ủy."],
        {"meeting.working.advisory-bodies": {"n": 1, "per": "month"}},
    ),
    (
        RELATIONS,
        ["Hằng tháng, Thường trực Đảng ủy tổ chức giao ban với lãnh đạo các ban xây dựng Đảng."],
        {"meeting.working.advisory-bodies": {"n": 1, "per": "month"}},
    ),
    (
        RELATIONS,
        ["Ban Thường vụ Đảng ủy định kỳ 6 tháng làm việc với Ủy ban Mặt trận Tổ quốc và các đoàn thể."],
        {"meeting.working.front-and-unions": {"gap": 6, "unit": "months"}},
    ),
    (
        RELATIONS,
        ["Mỗi quý một lần, Thường trực Đảng ủy họp giao ban khối nội chính."],
        {"meeting.working.internal-affairs": {"n": 1, "per": "quarter"}},
    ),
    (
        BUREAU,
        ["Trong 05 ngày sau khi Thường trực quyết định việc được ủy quyền, Văn phòng phải có văn bản thông báo."],
        {"delegated.written.due": due(5, "days", "after", "decision")},
    ),
    (
        PAPERS,
        ["Tài liệu gửi trước 03 ngày đối với hội nghị Ban Thường vụ (trừ cuộc họp đột xuất)."],
        {"meeting.papers.sent.exempt_kinds": ["extraordinary"]},
    ),
    (
        PAPERS,
        ["Vấn đề đột xuất chưa có trong chương trình phải được Bí thư và Thường trực Đảng ủy đồng ý."],
        {"meeting.unscheduled.approved_by": ["thuong-truc"]},
    ),
    (
        PAPERS,
        ["Những nội dung phát sinh ngoài chương trình do Thường trực Đảng ủy quyết định."],
        {"meeting.unscheduled.approved_by": ["thuong-truc"]},
    ),
    (
        PAPERS,
        ["Văn phòng ghi biên bản các hội nghị Ban Chấp hành, Ban Thường vụ."],
        {"meeting.minutes.bodies": ["bch", "btv"]},
    ),
    (PAPERS, ["Hội nghị Ban Chấp hành, Ban Thường vụ phải có biên bản."], {"meeting.minutes.bodies": ["bch", "btv"]}),
    (
        MEETINGS,
        ["Ủy viên Ủy ban Kiểm tra Đảng ủy không phải Ủy viên Ban Chấp hành được dự hội nghị Ban Chấp hành."],
        {"meeting.guests.ubkt.required": True},
    ),
    (
        MEETINGS,
        ["Mời các đồng chí Ủy viên Ủy ban Kiểm tra dự hội nghị Ban Chấp hành, trừ hội nghị bàn riêng."],
        {"meeting.guests.ubkt.required": True, "meeting.guests.ubkt.except_closed": True},
    ),
    (
        COMMITTEE,
        ["Xem xét, cho ý kiến những công việc Ban Thường vụ đã giải quyết giữa hai kỳ họp."],
        {"meeting.report-between-sessions.required": True},
    ),
    (
        COMMITTEE,
        ["Cho ý kiến về báo cáo của Ban Thường vụ về các công việc đã làm giữa hai kỳ hội nghị."],
        {"meeting.report-between-sessions.required": True},
    ),
    (
        PROGRAMMES,
        ["Hằng tuần, Thường trực Đảng ủy ban hành lịch công tác."],
        {"programme.adopted.thuong-truc.periods": ["week"]},
    ),
    (ASKING, ["Việc lấy ý kiến bằng phiếu do Thường trực Đảng ủy quyết định."], {"ballot.ordered.by": "thuong-truc"}),
    (
        ASKING,
        [
            "Thường trực Đảng ủy gửi phiếu lấy ý kiến các Ủy viên Ban Thường vụ.",
            "Kết quả phải báo cáo Ban Thường vụ tại phiên họp gần nhất.",
        ],
        {"ballot.reported.btv.to": "btv"},
    ),
    (
        ASKING,
        [
            "Thường trực Đảng ủy gửi phiếu lấy ý kiến các Ủy viên Ban Thường vụ.",
            "Thường trực Đảng ủy thông báo kết quả lấy ý kiến tại hội nghị Ban Thường vụ gần nhất.",
        ],
        {"ballot.reported.btv.to": "btv"},
    ),
    (
        ASKING,
        [
            "Thường trực Đảng ủy gửi phiếu lấy ý kiến các Ủy viên Ban Thường vụ.",
            "Không áp dụng hình thức lấy ý kiến bằng phiếu đối với công tác cán bộ.",
        ],
        {"ballot.matter.excluded": ["personnel"]},
    ),
    (
        BUREAU,
        ["Giải quyết những việc đột xuất phát sinh giữa hai kỳ họp Ban Thường vụ và báo cáo tại kỳ họp gần nhất."],
        {"delegated.matter.urgent.allowed": True},
    ),
    (
        BUREAU,
        ["Thường trực quyết định những việc Ban Thường vụ ủy quyền khi tất cả các thành viên Thường trực nhất trí."],
        {"delegated.unanimity.required": True},
    ),
    (BUREAU, ["Các quyết định theo ủy quyền phải thể hiện bằng văn bản."], {"delegated.written.required": True}),
    (
        TRAVEL,
        ["Sau khi kết thúc chuyến công tác, ủy viên báo cáo kết quả với Thường trực Đảng ủy."],
        {"absence.result.required": True},
    ),
    (
        STANDING,
        ["Phân công Ủy viên Ban Thường vụ, Ủy viên Ban Chấp hành phụ trách lĩnh vực, địa bàn."],
        {
            "assignment.member.decided_by": "btv",
            "assignment.member.required": True,
            "assignment.member.kinds": ["field", "area"],
        },
    ),
    (
        REPORTS,
        ["Đảng ủy báo cáo Thành ủy hằng tháng, hằng quý, hằng năm."],
        {"report.upward.periods": ["month", "quarter", "year"]},
    ),
    (
        REPORTS,
        ["Ban Thường vụ thực hiện chế độ báo cáo tháng, quý, năm với cấp trên."],
        {"report.upward.periods": ["month", "quarter", "year"]},
    ),
    (
        REPORTS,
        ["Hằng tháng, các đồng chí Ủy viên Ban Thường vụ báo cáo kết quả thực hiện nhiệm vụ với Ban Thường vụ."],
        {"report.member.periods": ["month"], "report.member.to": "btv", "report.member.body": "btv"},
    ),
    (
        REPORTS,
        ["Văn phòng Đảng ủy cung cấp thông tin cho các Ủy viên Ban Chấp hành hằng tháng."],
        {"information.members.periods": ["month"]},
    ),
    (
        REPORTS,
        ["Định kỳ hằng quý, Ban Thường vụ thông báo tình hình cho cấp ủy viên."],
        {"information.members.periods": ["quarter"]},
    ),
    (
        STANDING,
        ["Hằng năm, Ban Thường vụ làm việc với cấp ủy các chi bộ, đảng bộ trực thuộc ít nhất một lần."],
        {"visit.unit.periods": ["year"], "visit.unit.body": "btv", "visit.unit.kinds": ["party-organisation"]},
    ),
    (
        RELATIONS,
        ["Ban Thường vụ định kỳ hằng năm làm việc với các tổ chức đảng trực thuộc."],
        {"visit.unit.periods": ["year"], "visit.unit.body": "btv"},
    ),
    (
        REVIEWS,
        ["Ban Thường vụ, các Ủy viên Ban Thường vụ hằng năm kiểm điểm trước hội nghị Ban Chấp hành."],
        {"review.annual.bodies": ["btv"], "review.annual.members": ["btv"], "review.annual.reported_to": "bch"},
    ),
    (
        CARRYING_OUT,
        ["Định kỳ hằng năm sơ kết, cuối nhiệm kỳ tổng kết việc thực hiện Quy chế."],
        {"regulation.review.periods": ["term", "year"]},
    ),
    (
        STANDING,
        ["Lãnh đạo, chỉ đạo sơ kết, tổng kết nghị quyết; mỗi chuyên đề giao một cơ quan chủ trì."],
        {"directive.review.required": True, "directive.lead.count": 1},
    ),
    (
        MEETINGS,
        ["Phải có ít nhất 2/3 số Ủy viên Ban Thường vụ có mặt thì cuộc họp mới được tiến hành."],
        {"meeting.quorum.btv": at_least("2/3")},
    ),
    (
        PAPERS,
        ["Các Ủy viên Ban Thường vụ phải nhận được tài liệu trước phiên họp ít nhất 02 ngày."],
        {"meeting.papers.sent.btv": due(2, "days")},
    ),
    (
        PAPERS,
        ["Ít nhất 03 ngày trước hội nghị Ban Chấp hành, Văn phòng gửi giấy mời và tài liệu."],
        {"meeting.papers.sent.bch": due(3, "days"), "meeting.invitations.bch": due(3, "days")},
    ),
    (
        PAPERS,
        ["Văn phòng Đảng ủy phải nhận được tài liệu trước ngày họp ít nhất 05 ngày."],
        {"meeting.papers.received": due(5, "days")},
    ),
    (
        ASKING,
        [
            "Thường trực Đảng ủy gửi phiếu lấy ý kiến các Ủy viên Ban Thường vụ.",
            "Thời gian lấy ý kiến không quá 05 ngày kể từ ngày gửi phiếu.",
        ],
        {"ballot.due": due(5, "days", "after", "sending")},
    ),
    (
        TRAVEL,
        ["Việc báo cáo khi đi công tác, nghỉ phép phải thực hiện trước ngày đi tối thiểu 03 ngày làm việc."],
        {"absence.reported.lead": due(3, "working-days", "before", "departure")},
    ),
    (
        RELATIONS,
        ["Giao ban giữa Thường trực Đảng ủy với các cơ quan tham mưu, giúp việc được tổ chức mỗi tháng một lần."],
        {"meeting.working.advisory-bodies": {"n": 1, "per": "month"}},
    ),
]

TRAPS: list[tuple[str, list[str], str, Any]] = [
    (
        MEETINGS,
        ["Việc xem xét kỷ luật tại hội nghị bất thường theo đề nghị của 2/3 số đảng viên chi bộ."],
        "meeting.extraordinary.bch.petition",
        None,
    ),
    (
        MEETINGS,
        ["Ban Thường vụ họp đột xuất theo đề nghị của các đơn vị; ít nhất 2/3 ủy viên dự."],
        "meeting.extraordinary.btv.petition",
        None,
    ),
    (
        PRINCIPLES,
        ["Quyết định kỷ luật có hiệu lực khi số đảng viên chi bộ tán thành quá một nửa."],
        "decision.majority",
        None,
    ),
    (PRINCIPLES, ["Kết quả lấy phiếu: số phiếu đồng ý đạt trên 50% thì được giới thiệu."], "decision.majority", None),
    (
        PAPERS,
        ["Kết thúc hội nghị, trong vòng 05 ngày, Văn phòng ban hành thông báo kết luận."],
        "meeting.minutes.due",
        None,
    ),
    (
        PAPERS,
        ["Kết thúc hội nghị, trong vòng 05 ngày phải gửi thông báo kết luận; biên bản lưu tại Văn phòng."],
        "meeting.minutes.due",
        None,
    ),
    (PAPERS, ["Sau hội nghị 02 ngày, Văn phòng gửi thông báo và lưu biên bản."], "meeting.minutes.due", None),
    (
        BUREAU,
        ["Trong 05 ngày sau khi Thường trực kết luận, cơ quan chủ trì phải triển khai và có báo cáo."],
        "delegated.written.due",
        None,
    ),
    (REPORTS, ["Đảng ủy báo cáo Tỉnh ủy hằng quý; các chi bộ gửi báo cáo trước ngày 15."], "report.upward.due", None),
    (
        REPORTS,
        ["Đảng ủy báo cáo Tỉnh ủy hằng quý; Ủy viên Ban Thường vụ gửi báo cáo trước ngày 15."],
        "report.upward.due",
        None,
    ),
    (
        REPORTS,
        ["Các chi bộ báo cáo Ban Thường vụ hằng quý; Đảng ủy báo cáo Tỉnh ủy trước ngày 25."],
        "report.received.due",
        None,
    ),
    (
        REPORTS,
        ["Các chi bộ báo cáo Ban Thường vụ hằng tháng; tài liệu hội nghị gửi trước ngày 15."],
        "report.received.due",
        None,
    ),
    (
        REPORTS,
        ["Các chi bộ báo cáo Ban Thường vụ hằng quý; báo cáo đột xuất gửi trước ngày 15."],
        "report.received.due",
        None,
    ),
    (
        REPORTS,
        ["Đảng ủy báo cáo Tỉnh ủy hằng quý.", "Các chi bộ báo cáo Đảng ủy hằng tháng.", "Hạn gửi: ngày 07 tháng sau."],
        "report.upward.due",
        None,
    ),
    (
        ASKING,
        [
            "Thường trực Đảng ủy gửi phiếu lấy ý kiến các Ủy viên Ban Thường vụ.",
            "Báo cáo công tác tháng gửi các Ủy viên; không áp dụng đối với hội nghị cán bộ.",
        ],
        "ballot.matter.excluded",
        None,
    ),
    (ASKING, ["Thường trực gửi phiếu lấy ý kiến đến các chi bộ."], "ballot.electorate.bodies", None),
    (
        PAPERS,
        ["Văn phòng gửi văn bản lấy ý kiến các Ủy viên Ban Chấp hành về dự thảo đề án."],
        "ballot.electorate.bodies",
        None,
    ),
    (
        MEETINGS,
        ["Kết quả kiểm tra được thông báo kết quả tại hội nghị Ban Thường vụ gần nhất."],
        "ballot.reported.btv.to",
        None,
    ),
    (
        ASKING,
        [
            "Thường trực Đảng ủy gửi phiếu lấy ý kiến các Ủy viên Ban Thường vụ.",
            "Ban Tổ chức báo cáo kết quả giải quyết đơn với Ban Thường vụ tại hội nghị gần nhất.",
        ],
        "ballot.reported.btv.to",
        None,
    ),
    (
        MEETINGS,
        ["Tại hội nghị Ban Chấp hành, ủy viên có quyền chất vấn; Văn phòng bố trí thời gian trả lời đơn."],
        "meeting.questioning.required",
        None,
    ),
    (
        BUREAU,
        ["Xem xét công việc thuộc thẩm quyền Ban Thường vụ, giải quyết giữa hai kỳ họp."],
        "meeting.report-between-sessions.required",
        None,
    ),
    (
        REVIEWS,
        ["Ban Thường vụ kiểm điểm; chi bộ báo cáo kết quả trước hội nghị Ban Chấp hành."],
        "review.annual.sent_up",
        None,
    ),
    (
        BUREAU,
        ["Các việc được ủy quyền do tập thể Thường trực thống nhất quyết định."],
        "delegated.unanimity.required",
        None,
    ),
    (BUREAU, ["Công việc hằng ngày do các đồng chí Thường trực thống nhất."], "delegated.unanimity.required", None),
    (
        STANDING,
        ["Ủy viên Ban Thường vụ phụ trách các chi bộ định kỳ báo cáo Ban Thường vụ."],
        "assignment.member.required",
        None,
    ),
    (STANDING, ["Ủy viên Ban Chấp hành phụ trách một số đơn vị được mời dự họp."], "assignment.member.required", None),
    (
        STANDING,
        ["Phân công nhiệm vụ cho Ủy viên Ban Chấp hành chuẩn bị báo cáo."],
        "assignment.member.decided_by",
        None,
    ),
    (
        BUREAU,
        ["Giải quyết việc đột xuất; không quyết định nhân sự của tổ chức khác khi chưa được đồng ý."],
        "delegated.matter.urgent.excluded",
        ["personnel"],
    ),
    (
        TRAVEL,
        ["Trước khi đi công tác từ 03 ngày trở lên, ủy viên phải báo cáo Thường trực Đảng ủy."],
        "absence.reported.lead",
        None,
    ),
    (
        TRAVEL,
        ["Trước khi đi công tác, cơ quan chuẩn bị ít nhất 05 ngày và báo cáo hội nghị."],
        "absence.reported.lead",
        None,
    ),
    (TRAVEL, ["Sau khi về cơ sở kiểm tra, đoàn phải báo cáo kết quả trong 05 ngày."], "absence.result.due", None),
    (TRAVEL, ["Khi trở về, Đoàn kiểm tra báo cáo kết quả kiểm tra chậm nhất 05 ngày."], "absence.result.due", None),
    (PAPERS, ["Tài liệu gửi trước 3 ngày nếu họp Hội đồng nhân dân."], "meeting.papers.sent.bch", None),
    (
        PAPERS,
        ["Tài liệu gửi Ủy viên Ban Chấp hành trước 5 ngày, Ủy viên Ủy ban Kiểm tra trước 3 ngày."],
        "meeting.papers.sent.btv",
        None,
    ),
    (
        PAPERS,
        ["Nội dung ngoài chương trình do các cơ quan đề xuất, Thường trực báo cáo Ban Thường vụ quyết định."],
        "meeting.unscheduled.approved_by",
        ["btv"],
    ),
    (
        RELATIONS,
        ["Phó Bí thư Thường trực Hội đồng nhân dân giao ban với các đoàn thể mỗi tháng một lần."],
        "meeting.working.front-and-unions-deputy",
        None,
    ),
    (
        RELATIONS,
        ["Phó Bí thư Thường trực họp giao ban Văn phòng với đoàn thể khi cần; Ban Thường vụ họp mỗi tháng một lần."],
        "meeting.working.front-and-unions-deputy",
        None,
    ),
    (
        PROGRAMMES,
        ["Ban Thường vụ ban hành chương trình công tác quý của Đảng ủy."],
        "programme.adopted.bch.periods",
        None,
    ),
    (
        REPORTS,
        ["Định kỳ hằng quý, Ban Thường vụ thông báo lịch họp cho cấp ủy viên."],
        "information.members.periods",
        None,
    ),
    (REVIEWS, ["Ban Thường vụ hằng năm làm việc với các chi bộ về kiểm điểm."], "review.annual.bodies", None),
    (REVIEWS, ["Ban Thường vụ hằng năm gợi ý kiểm điểm đối với cấp ủy trực thuộc."], "review.annual.bodies", None),
    (REVIEWS, ["Ban Thường vụ hằng năm lãnh đạo, chỉ đạo việc kiểm điểm ở cơ sở."], "review.annual.bodies", None),
    (
        CARRYING_OUT,
        ["Sau hai năm sơ kết; hết nhiệm kỳ tổng kết việc thực hiện Quy chế."],
        "regulation.review.periods",
        ["term"],
    ),
    (
        MEETINGS,
        ["Ủy viên Ủy ban Kiểm tra không có quyền biểu quyết, được dự hội nghị Ban Chấp hành khi cần."],
        "meeting.guests.ubkt.required",
        None,
    ),
    (
        COMMITTEE,
        ["Nghe báo cáo của Ban Thường vụ về chuẩn bị hội nghị giữa nhiệm kỳ."],
        "meeting.report-between-sessions.required",
        None,
    ),
    (
        STANDING,
        ["Mỗi nghị quyết do 03 cơ quan chịu trách nhiệm tuyên truyền; sơ kết hằng năm."],
        "directive.lead.count",
        None,
    ),
    (
        REPORTS,
        ["Ủy viên Ban Thường vụ báo cáo Bí thư khi vắng; Ban Thường vụ họp hằng tháng."],
        "report.member.periods",
        None,
    ),
    (
        REPORTS,
        ["Ủy viên Ban Thường vụ báo cáo với Ban Thường vụ việc chuẩn bị hội nghị hằng quý."],
        "report.member.periods",
        None,
    ),
]
