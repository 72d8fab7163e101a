"""A paper says no more than is on record: whose number it bears, who was there, who chaired, to whom it goes."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.issued import issued_from
from desktop.domain.records import Attendance, Document, Post, Response, Source
from desktop.domain.refusal import Refusal
from desktop.domain.signing import Asked, signers
from desktop.papers.gaps import gaps
from desktop.papers.layout import Setter
from desktop.papers.lines import Text
from desktop.papers.paper import Paper, para
from desktop.papers.readback import read_pdf, squeezed
from desktop.papers.unbroken import unbroken
from desktop.usecases.documents.registering import refuse_incomplete
from desktop.usecases.papers.printing import _typeface, print_form, to_pdf
from tests.papers.conftest import ON
from tests.papers.forms.an_office import ballot, committee_session, meeting, people
from tests.papers.forms.test_belongs import one, regulated, said, with_meeting
from tests.papers.forms.test_forms import lines
from tests.papers.reading import page_check

FROM_M1 = Source(meeting="m1")


def recorded(kind: str, title: str, **more: object) -> Document:
    given = Document(
        id="o9",
        type=kind,
        number=5,
        symbol=f"05-{kind}/HU",
        date=dt.date(2024, 9, 10),
        title=title,
        source=FROM_M1,
        signed_by="p1",
        authority="T/M",
    )
    return replace(given, **more)  # type: ignore[arg-type]


def numbered(paper: Paper) -> str:
    return paper.head.number if paper.head else ""


# Whose number it is


@pytest.mark.parametrize(
    ("slug", "other", "own"),
    [
        ("don-doc", "về việc cử cán bộ đi học", "gửi tài liệu Hội nghị Ban Thường vụ lần thứ 57"),
        ("don-doc", "Trả lời cử tri", "Công văn đôn đốc: Hội nghị Ban Thường vụ lần thứ 57"),
        ("chuong-trinh-hoi-nghi", "Chương trình công tác năm 2025", "Chương trình Hội nghị Ban Thường vụ"),
    ],
)
def test_another_letter_of_the_same_meeting_lends_a_form_neither_number_nor_signer(
    slug: str, other: str, own: str
) -> None:
    kind = "CV" if slug == "don-doc" else "CTr"
    items = tuple(replace(item, documents_received=None) for item in meeting().agenda)
    sessions = (replace(meeting(), agenda=items), committee_session())
    strange = one(slug, "m1", regulated(meetings=sessions, documents=(recorded(kind, other),)))
    assert "05-" not in numbered(strange)
    assert strange.signer
    assert strange.signer.post == ("Chánh Văn phòng",)
    given = regulated(meetings=sessions, documents=(recorded(kind, own, signed_by="p4", authority="T/L"),))
    assert numbered(one(slug, "m1", given)) == f"Số 05-{kind}/HU"


def test_the_table_of_a_meetings_papers_shows_the_same_number_as_the_paper() -> None:
    given = regulated(documents=(recorded("CV", "về việc cử cán bộ đi học"),))
    assert issued_from(given, "CV", given.office.meetings[0]) is None
    assert issued_from(given, "GM", given.office.meetings[0]) is None


# Nothing added to the office's own text


def test_a_notice_of_no_meeting_ends_where_its_own_text_ends() -> None:
    alone = recorded("TB", "về việc nghỉ lễ", source=None, body="Thông báo lịch nghỉ lễ.\n\nĐề nghị các chi bộ biết.")
    assert lines(one("thong-bao-ket-luan", "o9", regulated(documents=(alone,))))[-1] == "Đề nghị các chi bộ biết."
    of_meeting = recorded("TB", "kết luận hội nghị", body="Thống nhất.")
    assert "thông báo để" in said(one("thong-bao-ket-luan", "o9", regulated(documents=(of_meeting,))))


def test_a_document_without_a_word_of_text_says_that() -> None:
    empty = recorded("TB", "về việc nghỉ lễ", source=None)
    assert "Nội dung văn bản còn để trống." in list(
        gaps(one("thong-bao-ket-luan", "o9", regulated(documents=(empty,))))
    )


# Who was there, who chaired


def test_a_list_that_names_nobody_counts_nobody_present() -> None:
    given = with_meeting(attendance=(Attendance(status="present"), Attendance()))
    assert any("Có mặt: …" in line for line in lines(one("diem-danh", "m1", given)))
    text = said(one("bien-ban", "m1", given))
    assert "có mặt: ………… đồng chí" in text
    assert "Chưa điểm danh" not in text


@pytest.mark.parametrize("slug", ["thong-bao-ket-luan", "ket-luan"])
def test_no_paper_says_that_somebody_away_was_in_the_chair(slug: str) -> None:
    away = tuple(
        replace(line, status="excused") if line.person in ("p1", "p4") else line for line in meeting().attendance
    )
    paper = one(slug, "m1", with_meeting(attendance=away))
    assert "Chủ trì Nguyễn Văn An được ghi vắng mặt." in paper.faults
    assert not any("Người ghi biên bản" in fault for fault in paper.faults)
    assert not one(slug, "m1").faults


# Acting


def test_a_deputy_acting_as_secretary_signs_as_that_wherever_the_office_wrote_it() -> None:
    vacant = tuple(
        replace(person, seats=tuple(seat for seat in person.seats if seat.role != "bi-thu")) for person in people()
    )
    written = replace(vacant[1], position="Quyền Bí thư Huyện ủy")
    posted = replace(vacant[1], posts=(Post(post="Quyền Bí thư", from_=dt.date(2024, 8, 1)),))
    over = replace(vacant[1], posts=(Post(post="Quyền Bí thư", to=dt.date(2024, 8, 1)),))
    paper = recorded("NQ", "về ngân sách", signed_by="p2")
    for person, post in ((written, "Quyền Bí thư"), (posted, "Quyền Bí thư"), (over, "Phó Bí thư")):
        given = regulated(people=(vacant[0], person, *vacant[2:]), documents=(paper,))
        signer = one("nghi-quyet", "o9", given).signer
        assert signer
        assert (signer.authority, signer.post) == (("T/M Ban Thường vụ",), (post,))
        asked = Asked(organ="btv", day=dt.date(2024, 9, 10))
        offered = {one.person.id: one.post for one in signers(given, asked) if one.person}
        assert offered["p2"] == post


def test_whom_nobody_signs_for_yet_says_what_is_to_be_done() -> None:
    without = tuple(replace(person, posts=()) for person in people())
    nobody = tuple(replace(person, position="") for person in without)
    (sentence, *_) = gaps(one("giay-moi", "m1", regulated(people=nobody, documents=())))
    assert sentence.startswith("Chưa có họ tên người ký (T/L Ban Thường vụ, Chánh Văn phòng)")
    assert "chọn người ký" in sentence
    assert "Danh mục" in sentence


# To whom it goes


def test_a_reminder_to_nobody_gets_no_number_and_says_why() -> None:
    items = tuple(replace(item, documents_received=ON) for item in meeting().agenda)
    voters = [person.id for person in people()]
    slips = tuple(Response(person=each, choice="approve", returned=dt.date(2024, 8, 27)) for each in voters)
    (task, *_) = regulated().office.tasks
    given = regulated(
        meetings=(replace(meeting(), agenda=items), committee_session()),
        ballots=(ballot(responses=slips),),
        tasks=(replace(task, done=ON),),
    )
    for record in ("m1", "b1", task.id):
        paper = one("don-doc", record, given)
        assert any("không có nơi nào để đôn đốc" in fault for fault in paper.faults), record
        with pytest.raises(Refusal, match="không có nơi nào để đôn đốc"):
            refuse_incomplete(paper)


# How it looks


def test_no_line_is_pulled_apart_by_what_may_not_be_torn() -> None:
    text = "- Căn cứ kết luận tại Kỳ họp thứ 5 Ủy ban Kiểm tra, ngày 12 tháng 3 năm 2026;"
    paper = unbroken(replace(one("thong-bao-ket-luan", "m1"), blocks=(para(text), para(text * 3))))
    marks = [mark for page in Setter(_typeface()).fit(paper)[1] for part in page.parts for mark in part]
    widened = [mark.space for mark in marks if isinstance(mark, Text)]
    assert max(widened) <= 2 * _typeface().face(bold=False, italic=False).width(" ", 14) + 0.01
    assert not page_check(to_pdf([paper]), [paper])


def test_the_register_tears_neither_symbol_nor_day() -> None:
    gone = recorded("KL", "Việc đã hủy", symbol="102-KL/UBKTĐU", cancelled=dt.date(2024, 11, 18), cancel_reason="nhầm")
    paper = print_form(regulated(documents=(gone,)), "so-van-ban", "2024", on=dt.date(2024, 12, 11))
    pieces = [squeezed(read.text) for page in read_pdf(to_pdf(paper)) for read in page.texts]
    assert any("102-KL/UBKTĐU" in piece for piece in pieces)
    assert any("18/11/2024" in piece for piece in pieces)
