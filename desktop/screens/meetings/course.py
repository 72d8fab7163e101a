"""Diễn biến, biểu quyết: attendance on the left, the votes item by item on the right."""

from typing import Any

from desktop.domain.findings import Cite
from desktop.domain.records import AttendanceStatus, Choice, Counts, Meeting
from desktop.domain.rules import decision_majority
from desktop.qt.boxes import STRETCH, column, holder, scroll
from desktop.qt.fields import Field
from desktop.screens.base.desk import Desk
from desktop.screens.base.panes import Panes, Part
from desktop.screens.base.screen import Width
from desktop.screens.meetings.agenda import number_of
from desktop.screens.meetings.attendance import AttendanceList
from desktop.screens.meetings.dialogs import ChoiceDialog, DiscussionDialog
from desktop.screens.meetings.pane import Pane
from desktop.screens.meetings.vote import VoteItems, VoteSheet
from desktop.screens.tasks.dialogs import TaskDialog
from desktop.usecases.meetings import findings as meeting_findings
from desktop.usecases.meetings import planning
from desktop.usecases.meetings import rows as meetings
from desktop.usecases.meetings import votes as meeting_votes
from desktop.usecases.tasks import rows as tasks


class CoursePane(Pane):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._item = ""
        self._layout()
        self._connect()

    def _layout(self) -> None:
        self.people = AttendanceList(self.desk)
        self.items, self.sheet = VoteItems(), VoteSheet(self.desk)
        right = holder(column(self.items, self.sheet, STRETCH, gap=10, margins=(16, 11, 20, 12)))
        self.right = scroll(right)
        self.panes = Panes(
            "course",
            Part(self.people, ("people",)),
            Part(self.right, ("votes",)),
            segments=(("people", "Điểm danh"), ("votes", "Biểu quyết")),
            sizes=(512, 634),
            memory=self.desk.state,
            alone=Width.NARROW,
            least={self.people.cite_line: Width.NARROW},
        )
        self.setLayout(column((self.panes, 1), gap=0))

    def _connect(self) -> None:
        self.people.marked.connect(self._mark)
        self.people.all_present.connect(lambda: self.act("Điểm danh: tất cả có mặt", meeting_votes.all_present))
        self.people.reasoned.connect(
            lambda person, reason: self.act("Ghi lý do vắng", meeting_votes.set_reason, person=person, reason=reason)
        )
        self.items.chosen.connect(self._choose)
        self.items.all_approve.connect(self._all_approve)
        self.sheet.method.connect(self._set_method)
        self.sheet.all_approve.connect(self._all_approve)
        self.sheet.adding.connect(self._add)
        self.sheet.editing.connect(self._edit)
        self.sheet.dropping.connect(self._drop)
        self.sheet.counted.connect(self._count)
        self.sheet.concluded.connect(self._conclude)
        self.sheet.discussing.connect(self._discuss)
        self.sheet.giving.connect(self._give)
        self.sheet.cleared.connect(
            lambda: self.act("Xóa kết quả biểu quyết", meeting_votes.clear_vote, item_id=self._item)
        )

    # What is shown

    def begin(self) -> None:
        (self.people.table if self.people.isVisibleTo(self) else self.items.table).setFocus()

    def show_meeting(self, meeting: Meeting, *, anew: bool) -> None:
        self.meeting = meeting
        if anew or meetings.item_of(meeting, self._item) is None:
            self._item = _first_to_vote(meeting)
        self.people.show_meeting(meeting)
        self._show_votes(anew=anew)

    def _show_votes(self, *, anew: bool) -> None:
        assert self.meeting is not None
        found = planning.judge(self.desk.facts, self.meeting, self.desk.today)
        rows = meeting_findings.agenda(self.desk.facts, self.meeting, found, self.desk.today)
        self.items.show_rows(rows, self._item)
        item = meetings.item_of(self.meeting, self._item)
        self.sheet.setVisible(item is not None)
        if item is not None:
            mine = (
                f for f in found if f.rule == decision_majority.RULE.id and meeting_findings.item_id_of(f) == item.id
            )
            self.sheet.show_item(self.meeting, item, number_of(self.meeting, item.id), next(mine, None), anew=anew)

    # What is done

    def _mark(self, person: str, status: AttendanceStatus | None) -> None:
        self.act("Điểm danh", meeting_votes.set_attendance, marks={person: status})

    def _choose(self, item_id: str) -> None:
        if item_id and item_id != self._item:
            self.sheet.conclusion.commit()
            self._item = item_id
            self._show_votes(anew=True)

    def _vote(self, method: str, exceptions: tuple[Choice, ...]) -> None:
        self.act("Ghi biểu quyết", meeting_votes.set_vote, item_id=self._item, method=method, exceptions=exceptions)

    def _current_method(self) -> str:
        method = self.sheet.methods.current()
        return method if method != "secret-ballot" else "show-of-hands"

    def _all_approve(self) -> None:
        if self._item:
            self._vote(self._current_method(), ())

    def _set_method(self, method: str) -> None:
        """Another method keeps the exceptions; a secret ballot has counts instead and waits for them."""
        assert self.meeting is not None
        item = meetings.item_of(self.meeting, self._item)
        if method == "secret-ballot":
            done = self.act("Ghi biểu quyết", meeting_votes.set_counts, item_id=self._item, counts=Counts())
        else:
            count = meetings.tally(self.desk.facts, self.meeting, item) if item else None
            done = self.act(
                "Ghi biểu quyết",
                meeting_votes.set_vote,
                item_id=self._item,
                method=method,
                exceptions=count.exceptions if count else (),
            )
        if not done:
            self._show_votes(anew=True)

    def _add(self) -> None:
        assert self.meeting is not None
        dialog = ChoiceDialog(self.desk.facts, meetings.present_members(self.desk.facts, self.meeting), parent=self)
        dialog.taken.connect(self._put)
        dialog.open()

    def _edit(self, choice: Choice) -> None:
        assert self.meeting is not None
        dialog = ChoiceDialog(
            self.desk.facts, meetings.present_members(self.desk.facts, self.meeting), choice, parent=self
        )
        dialog.taken.connect(self._put)
        dialog.open()

    def _put(self, choice: Choice) -> None:
        self.act("Ghi ý kiến ủy viên", meeting_votes.set_exception, item_id=self._item, choice=choice)

    def _drop(self, person: str) -> None:
        plain = Choice(person=person, choice="approve")
        self.act("Bỏ ngoại lệ", meeting_votes.set_exception, item_id=self._item, choice=plain)

    def _count(self, counts: Counts) -> None:
        self.act("Ghi kết quả kiểm phiếu", meeting_votes.set_counts, item_id=self._item, counts=counts)

    def _conclude(self, text: str) -> None:
        """A conclusion that was refused stays as typed, and is tried again when the field is left again."""
        if not self.act("Ghi kết luận", meeting_votes.set_conclusion, item_id=self._item, text=text):
            self.sheet.conclusion.set_error("Chưa ghi được; lý do ở đầu trang. Nội dung gõ vẫn được giữ.")

    def _discuss(self) -> None:
        assert self.meeting is not None
        item = meetings.item_of(self.meeting, self._item)
        assert item is not None
        people = meetings.present_members(self.desk.facts, self.meeting) or list(
            self.desk.facts.members(self.meeting.body, self.meeting.start.date())
        )
        dialog = DiscussionDialog(self.desk.facts, item.title, people, item.discussion, parent=self)
        dialog.taken.connect(
            lambda remarks: self.act("Ghi thảo luận", meeting_votes.set_discussion, item_id=self._item, remarks=remarks)
        )
        dialog.open()

    def _give(self) -> None:
        """A task from this item's conclusion, which is saved first; refused in words while there is none."""
        if self.meeting is None or not self.sheet.conclusion.commit():
            return
        if self.act("Giao nhiệm vụ", tasks.may_follow, item_id=self._item):
            TaskDialog(self.desk, meeting=self.meeting.id, item=self._item, parent=self).exec()

    def show_error(self, field: str, sentence: str) -> bool:
        """What was typed stays: counts of a secret ballot, a conclusion that was refused."""
        places: dict[str, Field[Any]] = {"counts": self.sheet.count_approve, "conclusion": self.sheet.conclusion}
        if field not in places:
            return False
        places[field].set_error(sentence)
        return True

    # How it fits

    def set_width(self, width: Width) -> None:
        self.panes.set_width(width)

    def governing(self) -> tuple[Cite, ...]:
        assert self.meeting is not None
        found = planning.judge(self.desk.facts, self.meeting, self.desk.today)
        mine = [one.cite for one in found if one.rule == decision_majority.RULE.id]
        quorum = meetings.present(self.desk.facts, self.meeting).cite
        return tuple(dict.fromkeys([*([quorum] if quorum else []), *mine]))


def _first_to_vote(meeting: Meeting) -> str:
    """The first item still to be decided, else the first."""
    waiting = [item.id for item in meeting.agenda if item.purpose == "decision" and item.vote is None]
    return next(iter([*waiting, *(item.id for item in meeting.agenda)]), "")
