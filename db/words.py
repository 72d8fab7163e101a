"""What this package tells people, in Vietnamese; it may not import `desktop.vi`."""

import datetime as dt

from desktop.domain.sound import YEARS, Unsound
from desktop.domain.wording import day

KIND = {
    "office": "thông tin đơn vị",
    "calendar": "lịch nghỉ của đơn vị",
    "people": "nhân sự",
    "units": "đơn vị",
    "meetings": "hội nghị",
    "meetings_agenda": "mục chương trình",
    "ballots": "phiếu xin ý kiến",
    "absences": "lần đi vắng",
    "assignments": "phân công",
    "tasks": "nhiệm vụ",
    "delegated": "việc theo ủy quyền",
    "programmes": "chương trình",
    "reports": "báo cáo",
    "directives": "nghị quyết, chỉ thị",
    "visits": "chuyến đi cơ sở",
    "reviews": "đợt kiểm điểm, đánh giá",
    "documents": "văn bản",
    "incoming": "văn bản đến",
    "events": "sự kiện",
    "regulation_texts": "toàn văn quy chế",
    "profiles": "quy chế riêng",
    "duties": "việc riêng theo quy chế",
    "notes": "ghi chú",
}
REFERENCE = {
    "answer": "văn bản trả lời",
    "answerer": "người trả lời chất vấn",
    "asker": "người chất vấn",
    "carried_from": "chương trình chuyển sang",
    "chair": "người chủ trì",
    "chair_authorised_by": "người ủy quyền chủ trì",
    "cover": "người thay",
    "differences_judged_by": "người xem xét ý kiến khác nhau",
    "directive": "văn bản chỉ đạo",
    "document": "văn bản",
    "in_charge": "người phụ trách",
    "lead": "cơ quan chủ trì",
    "meeting": "hội nghị",
    "notice": "thông báo",
    "paper": "văn bản triệu tập",
    "person": "người",
    "postponed_to": "hội nghị họp thay",
    "preparer": "cơ quan chuẩn bị",
    "presenter": "người trình bày",
    "referred_to": "hội nghị đưa ra",
    "report": "báo cáo",
    "reported_at": "hội nghị nghe báo cáo",
    "secretary": "người ghi biên bản",
    "signed_by": "người ký",
    "source_agenda": "mục chương trình là nguồn",
    "source_ballot": "phiếu xin ý kiến là nguồn",
    "source_delegated": "việc theo ủy quyền là nguồn",
    "source_meeting": "hội nghị là nguồn",
    "subject": "người được đánh giá",
    "successor": "đơn vị kế thừa",
    "unit": "đơn vị",
}
"""What each column that refers to another record is called."""

FOREIGN = "{name} không phải tệp văn phòng của Thư Ký; tệp được giữ nguyên."
MISSING = "Không tìm thấy tệp {name}."
TOO_LONG = "Đường dẫn của tệp {name} dài quá, hệ thống không mở được; hãy để tệp ở thư mục gần gốc hơn, tên ngắn hơn."
UNREADABLE = "Không đọc được tệp {name}; hãy xem tệp còn ở đó và có quyền đọc hay không."
EXISTS = "Tệp {name} đã có; không ghi đè lên tệp cũ."
NEWER = "Tệp {name} do bản Thư Ký mới hơn ghi; tệp được giữ nguyên, hãy cập nhật chương trình."
DAMAGED = "Tệp {name} bị hỏng; tệp được giữ nguyên, hãy khôi phục từ bản sao lưu."
READ_ONLY = "Tệp {name} đang mở chỉ để đọc nên không ghi được."
OLD_READ_ONLY = "Tệp {name} do bản Thư Ký cũ ghi và không ghi được, nên chưa thể nâng cấp để mở."
BUSY = "Tệp {name} đang được chương trình khác ghi; hãy thử lại sau ít giây."
FULL = "Đĩa chứa tệp {name} đã đầy; thay đổi chưa được ghi, tệp vẫn như trước."
TROUBLE = "Không ghi được tệp {name}; tệp vẫn như trước."
UNDECODED = "Có mục đã ghi không đọc được; hãy kiểm tra tệp hoặc khôi phục từ bản sao lưu."
STALE = "{kind} {label} vừa được sửa ở cửa sổ khác; hãy mở lại để xem nội dung mới rồi sửa."
MOVED = "Tệp {name} vừa được ghi ở nơi khác; việc này chưa ghi. Hãy xem lại nội dung mới rồi làm lại."
REPLACED = "Tệp {name} đã bị thay bằng một bản khác; việc này chưa ghi. Hãy xem lại nội dung trong tệp rồi làm lại."
CLEANED = "Bỏ các ký tự điều khiển trong văn bản đã ghi"
CREATED = "Tạo tệp văn phòng"
NO_UNDO = "Không còn thay đổi nào để hoàn tác."
UNDO = "Hoàn tác: {what}"
NO_REDO = "Không còn thay đổi nào để làm lại."
REDO = "Làm lại: {what}"
NO_RECORD = "Không có {kind} {label} trong tệp."
DANGLING = "Chưa ghi được {kind} {label}: {reference} “{value}” đã chọn không còn trong tệp; hãy chọn lại."
IN_USE = "Không xóa được {kind} {label} vì còn được dùng ở {uses}."
NOT_TEXT = "Trong {kind} {label} có ký tự lạ không ghi được; hãy xóa ký tự ấy và gõ lại."
WRONG_YEAR = "Chưa ghi được {kind} {label}: ngày {found} chưa đúng; cần năm từ {first} đến {last}."
WRONG_END = "Chưa ghi được {kind} {label}: ngày kết thúc {found} trước ngày bắt đầu {after}."
WRONG_PERIOD = "Chưa ghi được {kind} {label}: kỳ “{found}” không có trong lịch; cần tháng, quý, năm hoặc tuần có thật."
ITSELF = {
    "units": "Chưa ghi được {kind} {label}: đơn vị kế thừa không thể là chính đơn vị này.",
    "meetings": "Chưa ghi được {kind} {label}: hội nghị họp thay không thể là chính hội nghị này.",
}
OUTSIDE = "Chưa ghi được {kind} {label}: có nội dung xếp vào ngày {found}, ngoài các ngày họp."


def unsound(wrong: Unsound, *, of: str, label: str) -> str:
    """One sentence on what a record of a list may not hold."""
    kind = KIND[of]
    if wrong.why == "itself":
        return ITSELF[of].format(kind=kind, label=label)
    if wrong.why == "outside":
        return OUTSIDE.format(kind=kind, label=label, found=day(wrong.found))
    if wrong.after is not None:
        return WRONG_END.format(kind=kind, label=label, found=day(wrong.found), after=day(wrong.after))
    if isinstance(wrong.found, dt.date):
        first, last = YEARS.start, YEARS.stop - 1
        return WRONG_YEAR.format(kind=kind, label=label, found=day(wrong.found), first=first, last=last)
    return WRONG_PERIOD.format(kind=kind, label=label, found=wrong.found)
