"""The forms made of ballots, absences, assignments, tasks and periods, and how each finds its record.

May import domain and papers. The table of all forms is in `printing`.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from desktop.domain.periods import period
from desktop.domain.records import Absence, Assignment, Ballot, Body, Delegated, Meeting, Programme, Task
from desktop.domain.refusal import Refusal
from desktop.domain.sittings import is_session
from desktop.papers.forms.absences import vang_mat
from desktop.papers.forms.assignments import phan_cong
from desktop.papers.forms.ballots import tong_hop, xin_y_kien
from desktop.papers.forms.base.writing import Writing
from desktop.papers.forms.compliance import bao_cao_quy_che
from desktop.papers.forms.delegated import giua_hai_ky, uy_quyen
from desktop.papers.forms.programmes import chuong_trinh, chuong_trinh_tien_do
from desktop.papers.forms.reminders import don_doc_bao_cao, don_doc_khac
from desktop.papers.paper import Paper

Make = Callable[[Writing, str, str | None], list[Paper]]
R = TypeVar("R", Absence, Assignment, Ballot, Delegated, Meeting, Programme, Task)


@dataclass(frozen=True, slots=True)
class Form:
    """`takes` says in Vietnamese which record the form is made of, `record` names it for the program."""

    slug: str
    title: str
    takes: str
    record: str
    make: Make


def found(records: Iterable[R], ident: str) -> R | None:
    return next((each for each in records if each.id == ident), None)


def named(records: Iterable[R], ident: str, what: str) -> R:
    """Raises Refusal where there is no such record."""
    record = found(records, ident)
    if record is None:
        raise Refusal(f"Không có {what} '{ident}'", field="record")
    return record


def day_of(record: str) -> dt.date:
    """Raises Refusal where the day is not written as 2024-08-28."""
    try:
        return dt.date.fromisoformat(record)
    except ValueError as error:
        raise Refusal(f"Ngày '{record}' chưa đúng; cần dạng NNNN-TT-NN, như 2024-08-28", field="record") from error


def _ballot(writing: Writing, record: str) -> Ballot:
    return named(writing.facts.office.ballots, record, "phiếu xin ý kiến")


def _slips(writing: Writing, record: str, person: str | None) -> list[Paper]:
    ballot = _ballot(writing, record)
    return [xin_y_kien.slip_of(writing, ballot, person)] if person else xin_y_kien.slips(writing, ballot)


def _of_ballot(make: Callable[[Writing, Ballot], Paper]) -> Make:
    return lambda writing, record, person: [make(writing, _ballot(writing, record))]


def _absence(writing: Writing, record: str, person: str | None) -> list[Paper]:
    return [vang_mat.report(writing, named(writing.facts.office.absences, record, "lần đi vắng"))]


def _month(writing: Writing, record: str, person: str | None) -> list[Paper]:
    return [vang_mat.month(writing, record)]


def _duty(writing: Writing, record: str, person: str | None) -> list[Paper]:
    line = named(writing.facts.office.assignments, record, "phân công")
    if line.kind != "duty":
        raise Refusal(f"Phân công '{record}' không phải phân công trực", field="record")
    return [phan_cong.duty(writing, line)]


def _assignments(writing: Writing, record: str, person: str | None) -> list[Paper]:
    return [phan_cong.table(writing, day_of(record))]


def _delegated(writing: Writing, record: str, person: str | None) -> list[Paper]:
    """Of a session of the standing committee, or of a decision: then of the session it is to be told at."""
    line = found(writing.facts.office.delegated, record)
    if line is None or writing.facts.meeting(record):
        return [uy_quyen.delegated_report(writing, _session(writing, record, "btv"))]
    day = line.decided or writing.on
    session = writing.facts.meeting(line.reported_at) or writing.facts.next_session(["btv"], day)
    return [uy_quyen.delegated_report(writing, session, day)]


def _between(writing: Writing, record: str, person: str | None) -> list[Paper]:
    return [giua_hai_ky.report(writing, _session(writing, record, "bch"))]


def _programme(writing: Writing, record: str, person: str | None) -> list[Paper]:
    """A programme; after its id `/tien-do` for how far it has come."""
    ident, _, what = record.partition("/")
    made = named(writing.facts.office.programmes, ident, "chương trình")
    if what not in ("", PROGRESS):
        raise Refusal(f"Sau mã chương trình chỉ viết được /{PROGRESS}, không phải '/{what}'", field="record")
    return [chuong_trinh_tien_do.progress(writing, made) if what else chuong_trinh.programme(writing, made)]


def _session(writing: Writing, record: str, body: Body) -> Meeting:
    """Raises Refusal where the meeting is not a session of that body."""
    meeting = named(writing.facts.office.meetings, record, "hội nghị")
    if meeting.body != body or not is_session(meeting):
        raise Refusal(f"'{record}' không phải hội nghị {writing.names.body(body)}", field="record")
    return meeting


def _account(writing: Writing, record: str, person: str | None) -> list[Paper]:
    from desktop.usecases.compliance.account import account  # only this form counts the whole office

    return bao_cao_quy_che.papers(writing, account(writing.facts, record, on=writing.on))


def reminder_elsewhere(writing: Writing, record: str, who: str | None) -> list[Paper] | None:
    """Of a ballot's slips, a task or the reports of a period, where the record is one and no meeting bears its id."""
    if writing.facts.meeting(record.partition("/")[0]):
        return None
    ballot, task = found(writing.facts.office.ballots, record), found(writing.facts.office.tasks, record)
    if ballot:
        return [don_doc_khac.of_ballot(writing, ballot)]
    if task:
        return [don_doc_khac.of_task(writing, task)]
    return [don_doc_bao_cao.letter(writing, record, (who,) if who else None)] if period(record) else None


BALLOT = "mã phiếu xin ý kiến"
PROGRESS = "tien-do"
PROGRAMME = f"mã chương trình; thêm /{PROGRESS} là tình hình thực hiện"
OF_BALLOTS = (
    Form("phieu-xin-y-kien", "Phiếu xin ý kiến", f"{BALLOT}, có thể thêm mã ủy viên", "ballot", _slips),
    Form("cong-van-xin-y-kien", "Công văn xin ý kiến", BALLOT, "ballot", _of_ballot(xin_y_kien.letter)),
    Form("tong-hop-y-kien", "Biên bản tổng hợp ý kiến", BALLOT, "ballot", _of_ballot(tong_hop.summing_up)),
)
OF_PEOPLE = (
    Form("bao-cao-vang-mat", "Báo cáo đi vắng", "mã lần đi vắng", "absence", _absence),
    Form("bang-vang-mat-thang", "Bảng theo dõi đi vắng", "tháng, như 2024-08", "month", _month),
    Form("phan-cong-truc", "Phân công trực", "mã phân công trực", "duty", _duty),
    Form("bang-phan-cong", "Bảng phân công", "một ngày, như 2024-08-28; bỏ trống là hôm nay", "day", _assignments),
)
OF_SESSIONS = (
    Form(
        "bao-cao-uy-quyen",
        "Báo cáo việc theo ủy quyền",
        "mã hội nghị Ban Thường vụ hoặc mã việc theo ủy quyền",
        "session-btv",
        _delegated,
    ),
    Form("bao-cao-giua-hai-ky", "Báo cáo giữa hai kỳ", "mã hội nghị Ban Chấp hành", "session-bch", _between),
)
OF_PERIODS = (
    Form("chuong-trinh-cong-tac", "Chương trình công tác", PROGRAMME, "programme", _programme),
    Form(
        "bao-cao-quy-che",
        "Báo cáo thực hiện Quy chế",
        "kỳ, như 2024, 2024-H1, 2024-Q3, 2024-07 hoặc term; bỏ trống là năm nay",
        "account",
        _account,
    ),
)
MAY_BE_LEFT_OUT: dict[str, Callable[[dt.date], str]] = {
    "day": dt.date.isoformat,
    "account": lambda on: f"{on.year:04}",
    "register": lambda _: "",
}
"""What a form is made of where no record is named, by the kind of record."""
