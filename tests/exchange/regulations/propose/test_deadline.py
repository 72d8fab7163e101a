"""By when invitations, papers, minutes, answers and reports are due."""

from typing import Any

import pytest

from tests.exchange.regulations.propose.texts import values

Plain = dict[str, Any]

SPANS = [
    ("03 ngày làm việc", 3, "working-days"),
    ("03 (ba) ngày làm việc", 3, "working-days"),
    ("ba ngày làm việc", 3, "working-days"),
    ("ít nhất 5 ngày làm việc", 5, "working-days"),
    ("2 ngày", 2, "days"),
    ("ít nhất 02 ngày", 2, "days"),
    ("mười ngày", 10, "days"),
    ("48 giờ", 48, "hours"),
    ("ít nhất 24 giờ", 24, "hours"),
    ("một tuần", 7, "days"),
]
PAPERS = [
    "Tài liệu họp {body} được gửi đến ủy viên trước {span}.",
    "Văn phòng Đảng ủy gửi tài liệu hội nghị {body} cho các ủy viên trước ngày họp {span}.",
    "Văn phòng Đảng ủy gửi tài liệu đến các thành viên trước kỳ họp {span} đối với hội nghị {body}.",
    "Đối với hội nghị {body}, tài liệu phải gửi trước {span}.",
    "Tài liệu gửi đến ủy viên {span} trước ngày họp {body}.",
    "Tài liệu phục vụ hội nghị {body} phải gửi đến đại biểu chậm nhất {span} trước khi họp.",
]
NAMED = [("Ban Chấp hành", "bch"), ("Ban Thường vụ Đảng ủy", "btv"), ("Thường trực Đảng ủy", "thuong-truc")]


def before_meeting(count: int, unit: str) -> Plain:
    return {"n": count, "unit": unit, "side": "before", "of": "meeting"}


@pytest.mark.parametrize(("span", "count", "unit"), SPANS, ids=[span for span, _, _ in SPANS])
@pytest.mark.parametrize("frame", PAPERS)
@pytest.mark.parametrize(("what", "key"), [("ài liệu", "meeting.papers.sent"), ("iấy mời", "meeting.invitations")])
def test_papers_and_invitations_are_sent_before(
    what: str, key: str, frame: str, span: str, count: int, unit: str
) -> None:
    named = {"ài liệu": ("Tài liệu", "tài liệu"), "iấy mời": ("Giấy mời", "giấy mời")}[what]
    worded = frame.replace("Tài liệu", named[0]).replace("tài liệu", named[1])
    read = values(*(worded.format(body=body, span=span) for body, _ in NAMED))
    assert {code: read.get(f"{key}.{code}") for _, code in NAMED} == dict.fromkeys(
        (code for _, code in NAMED), before_meeting(count, unit)
    )


def test_each_body_has_its_own_deadline_in_one_sentence() -> None:
    read = values(
        "Văn phòng gửi giấy mời, tài liệu trước 05 ngày đối với hội nghị Ban Chấp hành, trước 03 ngày đối với hội nghị"
        " Ban Thường vụ và trước 24 giờ đối với cuộc họp Thường trực Đảng ủy."
    )
    for key in ("meeting.papers.sent", "meeting.invitations"):
        assert read[f"{key}.bch"] == before_meeting(5, "days")
        assert read[f"{key}.btv"] == before_meeting(3, "days")
        assert read[f"{key}.thuong-truc"] == before_meeting(24, "hours")


RECEIVED = [
    "Các cơ quan gửi tài liệu về Văn phòng Đảng ủy trước ngày họp {span}.",
    "Đơn vị được giao chuẩn bị nộp tài liệu cho Văn phòng Đảng ủy chậm nhất {span} trước phiên họp.",
    "Tài liệu trình hội nghị phải gửi về Văn phòng trước {span} để thẩm định.",
    "Ban được giao gửi dự thảo cho Văn phòng Đảng ủy trước ngày họp {span} để thẩm tra.",
    "Cơ quan chủ trì chuyển hồ sơ đến Văn phòng Đảng ủy trước kỳ họp {span}.",
]


@pytest.mark.parametrize(("span", "count", "unit"), SPANS, ids=[span for span, _, _ in SPANS])
@pytest.mark.parametrize("frame", RECEIVED)
def test_papers_are_handed_in_before(frame: str, span: str, count: int, unit: str) -> None:
    read = values(frame.format(span=span))
    assert read.get("meeting.papers.received") == before_meeting(count, unit)
    assert not {key for key in read if key.startswith("meeting.papers.sent")}


AFTER = [
    ("Biên bản hội nghị phải hoàn thành trong {span} sau khi kết thúc hội nghị.", "meeting.minutes.due", "meeting"),
    ("Thư ký ghi biên bản và trình ký sau hội nghị không quá {span}.", "meeting.minutes.due", "meeting"),
    ("Chậm nhất {span} sau hội nghị, biên bản phải được hoàn thiện.", "meeting.minutes.due", "meeting"),
    ("Khi lấy ý kiến bằng phiếu, ủy viên trả lời trong {span} kể từ khi nhận.", "ballot.due", "sending"),
    ("Ủy viên được xin ý kiến bằng văn bản gửi lại phiếu trong vòng {span}.", "ballot.due", "sending"),
    ("Sau chuyến công tác, trong {span} phải báo cáo kết quả với Thường trực Đảng ủy.", "absence.result.due", "return"),
    ("Báo cáo kết quả chậm nhất {span} sau khi kết thúc chuyến công tác.", "absence.result.due", "return"),
    (
        "Kết luận của Thường trực Đảng ủy về việc được ủy quyền phải ra thông báo bằng văn bản trong {span}.",
        "delegated.written.due",
        "decision",
    ),
]


@pytest.mark.parametrize(("span", "count", "unit"), SPANS[:8], ids=[span for span, _, _ in SPANS[:8]])
@pytest.mark.parametrize(("frame", "key", "of"), AFTER)
def test_what_follows_is_due_after(frame: str, key: str, of: str, span: str, count: int, unit: str) -> None:
    read = values(frame.format(span=span.replace("ít nhất ", "")), title="Chế độ làm việc")
    assert read.get(key) == {"n": count, "unit": unit, "side": "after", "of": of}


DAYS = [
    ("trước ngày 05 tháng sau", {"day": 5, "of": "next-month"}),
    ("trước ngày 05 của tháng sau", {"day": 5, "of": "next-month"}),
    ("chậm nhất ngày 05 tháng sau", {"day": 5, "of": "next-month"}),
    ("chậm nhất vào ngày 10 của tháng kế tiếp", {"day": 10, "of": "next-month"}),
    ("trước ngày 25 hằng tháng", {"day": 25, "of": "month"}),
    ("trước ngày 20", {"day": 20, "of": "month"}),
    ("hạn cuối ngày 18", {"day": 18, "of": "month"}),
    ("vào ngày 22 hằng tháng", {"day": 22, "of": "month"}),
    ("chậm nhất ngày mùng 3 tháng sau", {"day": 3, "of": "next-month"}),
]
REPORTS = [
    ("Các chi bộ trực thuộc báo cáo hằng tháng với Ban Thường vụ Đảng ủy {day}.", "report.received.due"),
    ("Các tổ chức đảng trực thuộc gửi báo cáo tháng về Văn phòng Đảng ủy {day}.", "report.received.due"),
    ("{Day}, các chi bộ, đảng bộ cơ sở gửi báo cáo về Văn phòng Đảng ủy.", "report.received.due"),
    ("Đảng ủy báo cáo Tỉnh ủy hằng tháng {day}.", "report.upward.due"),
    ("Ủy ban nhân dân phường báo cáo Ban Thường vụ Đảng ủy hằng tháng {day}.", "report.government.due"),
]


@pytest.mark.parametrize(("day", "value"), DAYS, ids=[day for day, _ in DAYS])
@pytest.mark.parametrize(("frame", "key"), REPORTS)
def test_a_report_is_due_on_a_day(frame: str, key: str, day: str, value: Plain) -> None:
    read = values(frame.format(day=day, Day=day[0].upper() + day[1:]), title="Chế độ thông tin, báo cáo")
    assert {each: read[each] for each in read if each.endswith(".due")} == {key: value}


LEAD = [
    "Ủy viên vắng mặt từ 3 ngày trở lên phải báo cáo Bí thư Đảng ủy trước {span}.",
    "Đảng ủy viên nghỉ phép, đi khỏi địa bàn tỉnh từ 05 ngày làm việc trở lên phải xin phép Thường trực"
    " ít nhất {span} trước khi đi.",
    "Khi vắng mặt quá 2 ngày, ủy viên báo cáo Bí thư Đảng ủy trước khi đi {span}.",
]


@pytest.mark.parametrize(("span", "count", "unit"), SPANS, ids=[span for span, _, _ in SPANS])
@pytest.mark.parametrize("frame", LEAD)
def test_an_absence_is_reported_ahead(frame: str, span: str, count: int, unit: str) -> None:
    read = values(frame.format(span=span.replace("ít nhất ", "")), title="Nghỉ, vắng")
    assert read.get("absence.reported.lead") == {"n": count, "unit": unit, "side": "before", "of": "departure"}


OTHERS = [
    "Quy chế này có hiệu lực sau 05 ngày kể từ ngày ký.",
    "Nghị quyết số 12 ngày 05 tháng 3 năm 2025 của Tỉnh ủy về chuyển đổi số.",
    "Đơn, thư khiếu nại được trả lời trong 30 ngày.",
    "Ban Thường vụ trả lời chất vấn trong thời hạn 15 ngày làm việc.",
    "Đảng viên mới được công nhận chính thức sau 12 tháng.",
    "Văn phòng lưu trữ hồ sơ trong 10 năm.",
    "Các chi bộ trực thuộc họp trước ngày 05 hằng tháng.",
    "Ủy viên vắng họp phải báo cáo Bí thư trước 01 ngày.",
    "Chương trình công tác của Ban Thường vụ được thông qua trước ngày 25 của tháng trước.",
]


@pytest.mark.parametrize("clause", OTHERS)
@pytest.mark.parametrize("title", ["Chế độ làm việc", "Chế độ thông tin, báo cáo", "Chế độ hội nghị"])
def test_other_days_are_no_deadlines_of_ours(clause: str, title: str) -> None:
    ends = (".due", ".lead", ".received", ".sent.bch", ".sent.btv", "invitations.bch")
    assert not {key for key in values(clause, title=title) if key.endswith(ends)}


def test_those_who_are_sent_the_papers_tell_whose_meeting_it_is() -> None:
    read = values("Tài liệu họp gửi đến Đảng ủy viên trước 3 ngày.")
    assert read["meeting.papers.sent.bch"] == before_meeting(3, "days")
    assert "meeting.papers.sent.btv" not in read


def test_a_meeting_that_is_named_outweighs_those_who_are_sent_the_papers() -> None:
    read = values("Tài liệu gửi đến Đảng ủy viên trước 3 ngày đối với hội nghị Ban Thường vụ.")
    assert read["meeting.papers.sent.btv"] == before_meeting(3, "days")
    assert "meeting.papers.sent.bch" not in read
