"""A number changes nothing in a paper: the draft, the numbered paper and the register's line name the same things."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import run
from desktop.context import Context, Paths
from desktop.domain.facts import Facts
from desktop.domain.records import Document, Seat
from desktop.domain.refusal import Refusal
from desktop.papers.paper import Paper
from desktop.usecases.base import attachments
from desktop.usecases.base.facts import facts_of
from desktop.usecases.meetings import moves as meeting_moves
from desktop.usecases.papers import of_meetings, preview
from desktop.usecases.papers.printing import print_form
from desktop.usecases.tasks import rows as tasks
from tests.usecases.meeting_office import AGENDA, NOW, TODAY, Door, an_office, session

MEMBERS = [f"p{number}" for number in range(1, 14)]
VOTE = {"method": "show-of-hands", "choices": [{"person": one, "choice": "approve"} for one in MEMBERS]}
AGENDA_HELD = [{**AGENDA[1], "conclusion": "Thông qua.", "vote": VOTE},
               {**AGENDA[2], "conclusion": "Đồng ý.", "vote": VOTE}]  # fmt: skip
HELD = {"start": "2024-08-16T07:30", "end": "2024-08-16T11:00", "invitations_sent": None, "agenda": AGENDA_HELD,
        "attendance": [{"person": one, "status": "present"} for one in MEMBERS]}  # fmt: skip


def held(**changed: Any) -> dict[str, Any]:  # noqa: ANN401 - keys of the interchange JSON
    return session(**{**HELD, **changed})


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return Door(tmp_path / "a.thuky", an_office(meetings=[held()]))


def told(paper: Paper) -> tuple[object, ...]:
    """All but the number and the day."""
    assert paper.signer
    assert paper.head
    head = replace(paper.head, number="", place_date="")
    return head, paper.title, paper.summary, paper.signer, paper.left_signer, paper.recipients, paper.blocks


def drawn(facts: Facts, form: str, record: str = "m1") -> Paper:
    return print_form(facts, form, record, on=TODAY)[0]


@pytest.mark.parametrize("form", ["giay-moi", "bien-ban", "thong-bao-ket-luan"])
def test_giving_a_number_on_the_meetings_page_leaves_the_paper_as_it_was(door: Door, form: str) -> None:
    before, facts, meeting = drawn(door.facts, form), door.facts, door.meeting()
    with door.writing() as store:
        made = of_meetings.issue(store, facts=facts, meeting=meeting, form=form, number=5, day=TODAY, on=TODAY)
    after = drawn(door.facts, form)
    assert told(after) == told(before)
    assert after.head
    assert after.head.number == f"Số 05-{made.type}/HU"
    assert before.signer
    assert (made.signed_by, made.authority) == (before.signer.person, before.signer.code)
    assert (made.title, made.recipients) == (before.summary, before.recipients)


@pytest.mark.parametrize(
    ("form", "record", "authority"),
    [("giay-moi", "m1", "T/L"), ("bien-ban", "m1", ""), ("thong-bao-ket-luan", "m1", "T/L"),
     ("nghi-quyet", "m1/a2", "T/M"), ("ket-luan", "m1/a3", "T/M"), ("quyet-dinh", "m1/a2", "T/M"),
     ("don-doc", "m1", "T/L")],
)  # fmt: skip
def test_giving_a_number_in_the_preview_leaves_the_paper_as_it_was(
    door: Door, form: str, record: str, authority: str
) -> None:
    before = drawn(door.facts, form, record)
    document = number(door, form, record)
    assert told(drawn(door.facts, form, record)) == told(before)
    assert document.authority == authority
    assert preview.subject(door.facts, form, record, on=TODAY).numbers[0][0] == "kept"


def number(door: Door, form: str, record: str, signer: str = "") -> Document:
    facts = door.facts
    what = preview.subject(facts, form, record, on=TODAY)
    choice = preview.Choice(mode="all", number="next", day=TODAY, signer=signer or what.signer)
    made = preview.make(facts, what, choice, on=TODAY)
    with door.writing() as store:
        preview.carry_out(store, facts=facts, what=what, choice=choice, made=made, sent=False, on=TODAY)
    return door.facts.office.documents[-1]


def test_a_signer_chosen_in_the_preview_is_the_one_registered_and_printed_again(door: Door) -> None:
    what = preview.subject(door.facts, "thong-bao-ket-luan", "m1", on=TODAY)
    words = dict(what.signers)
    assert (words["p5"], words["p2"], words["p7"]) == (
        "Đỗ Minh Châu, T/L", "Nguyễn Đức Lâm, T/M", "Phan Đình Khôi, T/M",
    )  # fmt: skip
    assert what.signers[0][0] == "p5"
    document = number(door, "thong-bao-ket-luan", "m1", signer="p7")
    assert (document.signed_by, document.authority) == ("p7", "T/M")
    again = drawn(door.facts, "thong-bao-ket-luan").signer
    assert again
    assert (again.authority, again.post) == (("T/M Ban Thường vụ",), ("Ủy viên Ban Thường vụ",))


def test_minutes_are_signed_by_whoever_chaired_and_nobody_else_is_offered(door: Door) -> None:
    what = preview.subject(door.facts, "bien-ban", "m1", on=TODAY)
    assert what.signers == (("p1", "Nguyễn Văn An"),)


@pytest.mark.parametrize("title", ["Thông báo kết luận: {}", "Thông báo kết luận, {}"])
def test_a_title_the_register_was_once_given_by_itself_is_no_summary(title: str) -> None:
    given = {"id": "o1", "type": "TB", "number": 5, "symbol": "05-TB/HU", "date": "2024-08-20", "signed_by": "p5",
             "authority": "T/L", "title": title.format("Hội nghị Ban Thường vụ lần thứ 57"),
             "source": {"meeting": "m1"}}  # fmt: skip
    facts = facts_of(an_office(meetings=[held()], documents=[given]))
    assert drawn(facts, "thong-bao-ket-luan").summary == "kết luận Hội nghị Ban Thường vụ lần thứ 57"


def test_nothing_without_a_signer_or_a_summary_gets_a_number(tmp_path: Path) -> None:
    office = an_office(meetings=[held()])
    office = replace(office, people=tuple(replace(one, position="", posts=()) for one in office.people))
    door = Door(tmp_path / "a.thuky", office)
    with pytest.raises(Refusal, match=r"Chưa có họ tên người ký \(T/L Ban Thường vụ, Chánh Văn phòng\)"):
        number(door, "thong-bao-ket-luan", "m1")
    with pytest.raises(Refusal, match="Trích yếu còn để trống"):
        number(door, "nghi-quyet", "m1")
    assert door.facts.office.documents == ()


def test_the_inspection_committees_paper_takes_a_number_of_its_own_series(tmp_path: Path) -> None:
    given = {"id": "o1", "type": "GM", "number": 40, "symbol": "40-GM/HU", "issuer": "btv"}
    chair = Seat(body="ubkt", role="chu-nhiem", from_=dt.date(2020, 8, 1))
    office = an_office(meetings=[held(body="ubkt", chair="k1", secretary=None)], documents=[given])
    heads = tuple(replace(one, seats=(chair,)) if one.id == "k1" else one for one in office.people)
    door = Door(tmp_path / "a.thuky", replace(office, people=heads))
    document = number(door, "giay-moi", "m1")
    assert (document.symbol, document.issuer, document.signed_by) == ("01-GM/UBKTHU", "ubkt", "k1")


def test_the_reminder_of_a_task_takes_a_number_and_the_task_says_so(tmp_path: Path) -> None:
    task = {"id": "t1", "title": "Lập kế hoạch", "unit": "u2", "due": "2024-08-20",
            "source": {"meeting": "m1", "agenda": "a2"}}  # fmt: skip
    door = Door(tmp_path / "a.thuky", an_office(meetings=[held()], tasks=[task]))
    assert tasks.rows(door.facts, TODAY)[0].reminded == ""
    document = number(door, "don-doc", "t1")
    assert (document.symbol, document.title, document.source) == (
        "01-CV/HU", "Công văn đôn đốc nhiệm vụ: Lập kế hoạch", None,
    )  # fmt: skip
    assert tasks.rows(door.facts, TODAY)[0].reminded == "Đã đôn đốc 30/8/2024, công văn 01-CV/HU."
    paper = drawn(door.facts, "don-doc", "t1")
    assert paper.head
    assert paper.head.number == "Số 01-CV/HU"
    later = print_form(door.facts, "don-doc", "t1", on=dt.date(2024, 9, 9))[0]
    assert later.head
    assert "01" not in later.head.number
    assert "Đã đôn đốc 30/8/2024" in str(later.blocks)


def test_the_reminder_of_a_ballot_takes_a_number_too(tmp_path: Path) -> None:
    ballot = {"id": "b1", "body": "btv", "title": "Chủ trương đầu tư", "sent": "2024-08-20"}
    door = Door(tmp_path / "a.thuky", an_office(meetings=[], ballots=[ballot]))
    assert number(door, "don-doc", "b1").symbol == "01-CV/HU"
    assert preview.subject(door.facts, "don-doc", "b1", on=TODAY).numbers == (("kept", "01-CV/HU, đã cấp"),)
    assert preview.subject(door.facts, "cong-van-xin-y-kien", "b1", on=TODAY).numbers[0][0] == "next"


# What was issued, and records that changed since


def kept(door: Door) -> bytes:
    """The pages kept with the last line of the register."""
    issued = door.facts.office.documents[-1].issued
    assert issued
    with door.file.read() as store:
        return attachments.read(store, issued)


def shown(door: Door, form: str) -> preview.Made:
    what = preview.subject(door.facts, form, "m1", on=TODAY)
    choice = preview.Choice(mode="all", number="kept", day=TODAY, signer=what.signer)
    return preview.make(door.facts, what, choice, on=TODAY, kept=kept(door))


def test_a_numbered_paper_says_when_its_records_changed_since(door: Door) -> None:
    number(door, "thong-bao-ket-luan", "m1")
    assert ("Khớp bản đã phát hành", ()) in shown(door, "thong-bao-ket-luan").checks
    meeting = door.meeting()
    first = replace(meeting.agenda[0], conclusion="Thông qua.\nGiao thêm một việc.")
    with door.writing() as store:
        store.put(replace(meeting, agenda=(first, *meeting.agenda[1:])), before=meeting)
    checks = dict(shown(door, "thong-bao-ket-luan").checks)
    (told,) = checks["Khớp bản đã phát hành"]
    assert told.startswith(
        "01-TB/HU đã phát hành ngày 30/8/2024; bản lập theo nội dung ghi hiện nay khác bản đã phát hành"
    )


def test_invitations_issued_to_each_are_held_against_those_to_each(door: Door) -> None:
    facts = door.facts
    what = preview.subject(facts, "giay-moi", "m1", on=TODAY)
    everyone = tuple(one.id for one in what.sending.recipients)
    choice = preview.Choice(mode="each", number="next", day=TODAY, signer=what.signer, recipients=everyone)
    made = preview.make(facts, what, choice, on=TODAY)
    with door.writing() as store:
        preview.carry_out(store, facts=facts, what=what, choice=choice, made=made, sent=False, on=TODAY)
    assert ("Khớp bản đã phát hành", ()) in shown(door, "giay-moi").checks


def test_a_paper_that_has_its_number_keeps_its_signer_and_its_day(door: Door) -> None:
    number(door, "thong-bao-ket-luan", "m1")
    what = preview.subject(door.facts, "thong-bao-ket-luan", "m1", on=TODAY)
    assert what.signers == (("p5", "Đỗ Minh Châu, T/L"),)
    later = preview.Choice(number="kept", day=dt.date(2024, 9, 9), signer=what.signer)
    (paper,) = preview.make(door.facts, what, later, on=TODAY).papers
    assert paper.head
    assert "ngày 30 tháng 8" in paper.head.place_date


def test_moving_a_meeting_whose_invitation_has_a_number_says_so(door: Door) -> None:
    number(door, "giay-moi", "m1")
    start = dt.datetime(2024, 9, 12, 7, 30)
    told = [line.text for line in meeting_moves.consequences(door.facts, door.meeting(), start, TODAY)]
    wanted = "Đã phát hành giấy mời 01-GM/HU ngày 30/8/2024 ghi họp ngày 16/8/2024; phải gửi giấy mời khác."
    assert wanted in told


def test_the_command_line_prints_what_was_issued_and_says_what_changed(
    door: Door, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    number(door, "thong-bao-ket-luan", "m1")
    issued, meeting = kept(door), door.meeting()
    first = replace(meeting.agenda[0], conclusion="Không thông qua.")
    with door.writing() as store:
        store.put(replace(meeting, agenda=(first, *meeting.agenda[1:])), before=meeting)
    door.file.close()
    context = Context(Paths.under(tmp_path / "home"), lambda: NOW, "thử")
    words = ["print", "thong-bao-ket-luan", "m1", "--office", str(tmp_path / "a.thuky"), "--on", "2024-09-20", "-o"]
    assert run([*words, str(tmp_path / "x.pdf")], context) == 0
    assert (tmp_path / "x.pdf").read_bytes() == issued
    assert "tệp in ra là bản đã phát hành." in capsys.readouterr().err
    assert run([*words, str(tmp_path / "x.docx")], context) == 2
    assert "chỉ in được ra tệp .pdf" in capsys.readouterr().err
    assert not (tmp_path / "x.docx").exists()
