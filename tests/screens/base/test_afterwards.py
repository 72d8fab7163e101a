"""What a change does to votes, signed minutes and issued papers is asked before it is taken, whatever form makes it."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.decoding import from_plain
from desktop.domain.records import Document, Meeting, Office, Source
from desktop.screens.window.amending import AmendDialog
from desktop.usecases.documents import edits as document_edits
from desktop.usecases.meetings import edits as meeting_edits
from desktop.usecases.meetings import rows as meetings
from desktop.usecases.meetings import votes as meeting_votes
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import click, write
from tests.usecases.meeting_office import MEETING_DAY, an_office, session

LATER = dt.datetime(2024, 12, 31, 9, 0)
NOTICE = Document(
    id="o1", type="TB", number=12, symbol="12-TB/HU", date=MEETING_DAY, title="Kết luận", source=Source(meeting="m1")
)
CALL = replace(NOTICE, id="o2", type="GM", number=3, symbol="03-GM/HU", date=dt.date(2024, 9, 3))


def held(*documents: Document, minutes: str | None = None) -> Office:
    """Thirteen came, all approved item 2, thirteen slips were counted on item 4."""
    here = [{"person": f"p{number}", "status": "present"} for number in range(1, 14)]
    meeting = session(attendance=here, minutes=minutes)
    agenda = [dict(item) for item in meeting["agenda"]]
    agenda[1]["vote"] = {"choices": [{"person": line["person"], "choice": "approve"} for line in here]}
    agenda[3]["vote"] = {"method": "secret-ballot", "counts": {"approve": 10, "reject": 3}}
    made = from_plain(Meeting, meeting | {"agenda": agenda})
    return replace(an_office(), absences=(), meetings=(made,), documents=documents)


@pytest.fixture
def opened(window: MakeWindow) -> Any:  # noqa: ANN401 - a window on a given office
    def make(office: Office) -> Window:
        made = window(office)
        made.move_clock(LATER)
        return made

    return make


def mark(window: Window, **marks: str) -> bool:
    def change(store: Any) -> None:  # noqa: ANN401 - the store inside the transaction
        meeting_votes.set_attendance(
            store,
            facts=window.desk.facts,
            meeting=window.meeting(),
            marks=marks,
            on=LATER.date(),  # type: ignore[arg-type]
        )

    return window.desk.do("Điểm danh", change)


def words(dialog: Any) -> str:  # noqa: ANN401
    return " ".join(each.text() for each in dialog.findChildren(type(dialog._note)))


def test_votes_that_fall_away_are_shown_before_and_nothing_is_done_without_a_yes(opened: Any) -> None:  # noqa: ANN401
    window, seen = opened(held()), []

    def leave(dialog: AmendDialog) -> None:
        seen.append(words(dialog))
        click(dialog.close_button)

    before = window.meeting()
    window.in_dialog(leave)
    assert not mark(window, p4="absent", p6="excused")
    assert window.meeting() == before
    assert "Mục 2, “Bổ sung dự toán ngân sách năm 2024”: bỏ ý kiến của Lê Quốc Bảo, Trần Thị Hạnh." in seen[0]
    assert "Mục 4" in seen[0]
    assert "13 phiếu" in seen[0]


def test_slips_never_outnumber_those_present_and_undo_brings_all_back(opened: Any) -> None:  # noqa: ANN401
    window = opened(held())
    before = window.meeting()
    window.in_dialog(lambda dialog: click(dialog.primary))
    assert mark(window, p4="absent")
    item = meetings.item_of(window.meeting(), "a4")
    assert item is not None
    assert item.vote is not None
    assert item.vote.counts is None
    window.desk.undo()
    assert window.meeting() == before


def test_signed_minutes_change_only_with_a_reason_that_stays_on_the_record(opened: Any) -> None:  # noqa: ANN401
    window = opened(held(NOTICE, CALL, minutes="2024-09-06"))
    before = window.meeting()

    def conclude(store: Any) -> None:  # noqa: ANN401
        meeting_votes.set_conclusion(
            store, facts=window.desk.facts, meeting=window.meeting(), item_id="a5", text="Thống nhất.", on=LATER.date()
        )

    window.in_dialog(lambda dialog: click(dialog.close_button))
    assert not window.desk.do("Ghi kết luận", conclude)
    assert window.meeting() == before

    seen = []

    def give(dialog: AmendDialog) -> None:
        seen.append(words(dialog))
        click(dialog.primary)  # without a reason it stays
        assert dialog.isVisible()
        write(dialog.reason.editor, "Ghi sót kết luận mục 5", leave=False)
        click(dialog.primary)

    window.in_dialog(give)
    assert window.desk.do("Ghi kết luận", conclude)
    assert "Biên bản đã ký ngày 06/9/2024" in seen[0]
    assert "12-TB/HU" in seen[0]
    assert "03-GM/HU" not in seen[0]
    document = window.desk.facts.document("o1")
    assert document is not None
    for record in (window.meeting(), document):
        assert [(one.on, one.reason) for one in record.amended] == [(LATER.date(), "Ghi sót kết luận mục 5")]
    call = window.desk.facts.document("o2")
    assert call is not None
    assert call.amended == ()

    def clear(store: Any) -> None:  # noqa: ANN401
        meeting_votes.set_conclusion(
            store, facts=window.desk.facts, meeting=window.meeting(), item_id="a5", text="", on=LATER.date()
        )

    window.in_dialog(lambda dialog: click(dialog.primary))  # the reason given before stands there
    assert window.desk.do("Ghi kết luận", clear)
    assert len(window.meeting().amended) == 1
    window.desk.undo()
    page = window.screen("meetings")
    page.open_record("m1")
    assert "Có sửa sau khi ký 31/12/2024: Ghi sót kết luận mục 5" in page.page.signed.text()
    register = window.screen("documents")
    register.open_record("o1")
    window.desk.undo()
    assert window.meeting() == before


@pytest.mark.parametrize("what", ["papers", "end", "postponed"])
def test_what_no_paper_says_is_changed_without_a_question(opened: Any, what: str) -> None:  # noqa: ANN401
    office = held(NOTICE, CALL, minutes="2024-09-06")
    open_end = replace(office.meetings[0], end=None)
    window = opened(replace(office, meetings=(open_end,)))
    facts, on = window.desk.facts, LATER.date()

    def change(store: Any) -> None:  # noqa: ANN401
        if what == "papers":
            meeting_edits.accept_papers(store, facts=facts, meeting=window.meeting(), item_id="a1", on=on)
        elif what == "end":
            meeting_votes.finish(store, facts=facts, meeting=window.meeting(), at=LATER, on=on)
        else:
            meeting_edits.amend(
                store, facts=facts, meeting=window.meeting(), after=replace(window.meeting(), reason="Bận"), on=on
            )

    assert window.desk.do("Sửa", change)
    assert window.meeting().amended == ()


def test_a_line_whose_copy_is_kept_asks_too(opened: Any) -> None:  # noqa: ANN401
    window = opened(held(NOTICE))

    def take(store: Any) -> None:  # noqa: ANN401
        document_edits.take_issued(
            store, facts=window.desk.facts, document=NOTICE, name="12-TB-HU.pdf", content=b"%PDF-1.4", on=LATER.date()
        )

    assert window.desk.do("Kèm bản phát hành", take)
    document = window.desk.facts.document("o1")
    assert document is not None

    def retitle(store: Any) -> None:  # noqa: ANN401
        document_edits.edit(store, facts=window.desk.facts, document=document, on=LATER.date(), title="Khác")

    def give(dialog: AmendDialog) -> None:
        write(dialog.reason.editor, "Ghi nhầm trích yếu", leave=False)
        click(dialog.primary)

    window.in_dialog(give)
    assert window.desk.do("Sửa trích yếu", retitle)
    after = window.desk.facts.document("o1")
    assert after is not None
    assert (after.title, [one.reason for one in after.amended]) == ("Khác", ["Ghi nhầm trích yếu"])
