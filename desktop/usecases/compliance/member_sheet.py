"""The figures of members as an Excel sheet, every figure in a column of its own. May import domain and exchange."""

from collections.abc import Sequence

from desktop.domain.facts import Facts
from desktop.exchange.lists.excel import sheet_of
from desktop.usecases.compliance.member_figures import MemberFigures

SHEET = "Theo ủy viên"
COLUMNS = {
    "sessions": "Số phiên họp",
    "present": "Có mặt",
    "excused": "Vắng có lý do",
    "absent": "Vắng không lý do",
    "votes": "Lần biểu quyết",
    "reserved": "Bảo lưu ý kiến",
    "ballots": "Phiếu xin ý kiến",
    "ballots_in_time": "Phiếu đúng hạn",
    "ballots_late": "Phiếu gửi lại chậm",
    "ballots_missing": "Phiếu không gửi lại",
    "reports": "Báo cáo phải gửi",
    "reports_in_time": "Báo cáo đúng hạn",
    "reports_late": "Báo cáo chậm",
    "reports_missing": "Báo cáo chưa có",
    "absences": "Lần đi vắng",
    "absences_reported": "Đã báo cáo đi vắng",
    "visits": "Chuyến đi cơ sở",
    "tasks": "Nhiệm vụ",
    "tasks_done": "Nhiệm vụ đã xong",
    "tasks_late": "Nhiệm vụ chậm, quá hạn",
}
"""The head over each figure."""


def sheet(facts: Facts, figures: Sequence[MemberFigures]) -> bytes:
    """One line a member, in the order given."""
    lines = [_line(facts, number, one) for number, one in enumerate(figures, 1)]
    return sheet_of(SHEET, ["TT", "Họ và tên", "Chức vụ", *COLUMNS.values()], [5, 26, 30, *[12] * len(COLUMNS)], lines)


def _line(facts: Facts, number: int, one: MemberFigures) -> list[object]:
    person = facts.person(one.person)
    named = (person.name, person.position) if person else ("", "")
    return [number, *named, *(getattr(one, name) for name in COLUMNS)]
