"""One meeting: its head with what can be done now, and four tabs; each tab is made when first shown."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop import vi
from desktop.domain.findings import Cite
from desktop.domain.records import Meeting
from desktop.domain.refusal import Refusal
from desktop.qt.boxes import STRETCH, column, empty, holder, label, row
from desktop.qt.buttons import Button, Link
from desktop.qt.commands import Command
from desktop.qt.marks import Pill
from desktop.qt.notices import Band
from desktop.qt.pages import PageHead, Tabs
from desktop.screens.base.acting import Acting
from desktop.screens.base.desk import Desk
from desktop.screens.base.screen import Width
from desktop.screens.meetings.course import CoursePane
from desktop.screens.meetings.dialogs import InsteadDialog, NoteDialog
from desktop.screens.meetings.move import MoveDialog
from desktop.screens.meetings.pane import Pane
from desktop.screens.meetings.papers import PapersPane
from desktop.screens.meetings.people import PeoplePane
from desktop.screens.meetings.prepare import PreparePane, when_and_where
from desktop.usecases.base import afterwards
from desktop.usecases.meetings import edits as meeting_edits
from desktop.usecases.meetings import rows as meetings
from desktop.usecases.meetings import votes as meeting_votes
from desktop.usecases.meetings.rows import State

TABS: tuple[tuple[str, str, Callable[[Desk], Pane]], ...] = (
    ("prepare", "Chuẩn bị", PreparePane),
    ("people", "Thành phần", PeoplePane),
    ("course", "Diễn biến, biểu quyết", CoursePane),
    ("papers", "Văn bản", PapersPane),
)


SIGNED = "Biên bản đã ký ngày {day}. Sửa điều có trong biên bản thì phải ghi lý do."


def _signed(meeting: Meeting) -> str:
    return SIGNED.format(day=vi.day(meeting.minutes)) if meeting.minutes else ""


class MeetingPage(QWidget):
    """`left` the list is wanted."""

    left = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.meeting: Meeting | None = None
        self._panes: dict[str, Pane] = {}
        self._width = Width.WIDE
        self._layout()
        self.tabs.chosen.connect(self._turn_to)

    def _layout(self) -> None:
        self.head = PageHead()
        self.tabs = Tabs([(key, text) for key, text, _ in TABS])
        self.facts, self.pill = label("", "second"), Pill()
        self.tabs.set_side(self.facts, self.pill)
        self.signed = label("", "second", wrap=True)
        self._signed = holder(row((self.signed, 1), margins=(20, 6, 20, 6)))
        self.instead = column(gap=2, margins=(20, 6, 20, 6))
        self._instead = holder(self.instead)
        self.band = Band()
        self.acting = Acting(self.desk, self.band, "meeting")
        self.acting.remedy = self._remedy
        self.stack = QStackedWidget()
        self.setLayout(column(self.head, self.tabs, self._signed, self._instead, self.band, (self.stack, 1), gap=0))

    # What is shown

    def show_meeting(self, meeting: Meeting) -> None:
        anew = self.meeting is None or self.meeting.id != meeting.id
        self.meeting = meeting
        if anew:
            self.band.clear()
            self.tabs.choose(self._first_tab(meeting))
        self._show_head()
        self._pane().show_meeting(meeting, anew=anew)
        for pane in self._panes.values():
            if anew and pane is not self._pane():
                pane.meeting = None

    def _first_tab(self, meeting: Meeting) -> str:
        """A meeting in preparation opens on its preparation, one running on attendance and votes."""
        running = meetings.state(meeting, self.desk.now()) is State.RUNNING
        return "course" if running else "prepare"

    def _pane(self) -> Pane:
        key = self.tabs.current()
        if key not in self._panes:
            made = next(make for name, _, make in TABS if name == key)(self.desk)
            made.acting = self.acting
            made.set_width(self._width)
            self._panes[key] = made
            self.stack.addWidget(made)
        pane = self._panes[key]
        self.stack.setCurrentWidget(pane)
        return pane

    def begin(self) -> None:
        self._pane().begin()

    def _turn_to(self, key: str) -> None:
        self.show_tab(key)
        if not self.tabs.has_keyboard():
            self.begin()

    def show_tab(self, key: str) -> None:
        self.tabs.choose(key)
        self.band.clear()
        pane = self._pane()
        if self.meeting is not None:
            anew = pane.meeting is None or pane.meeting.id != self.meeting.id
            pane.show_meeting(self.meeting, anew=anew)
            self._show_head()

    def _show_head(self) -> None:
        meeting = self.meeting
        assert meeting is not None
        body, year = vi.BODY[meeting.body], str(meeting.start.year)
        self.head.set_crumbs(
            [
                ("Hội nghị", lambda: self.left.emit("")),
                (body, lambda: self.left.emit(meeting.body)),
                (year, None),
            ]
        )
        self.head.set_back(lambda: self.left.emit(""))
        self.head.set_title(meetings.title_of(meeting))
        self.facts.setText(when_and_where(meeting, self.desk.today))
        self.pill.set("", meetings.STATE[meetings.state(meeting, self.desk.now())])
        amended = afterwards.amended_words(meeting.amended, "có sửa sau khi ký")
        self.signed.setText(" ".join(filter(None, (_signed(meeting), f"{amended}." if amended else ""))))
        self._signed.setVisible(meeting.minutes is not None and self.tabs.current() != "papers")
        self._show_instead(meeting)
        self.head.set_secondary(*self._secondary())
        self.head.set_more(self.more())
        self.head.set_primary(self._primary())
        self.head.set_compact(self._width is Width.SINGLE)

    def _show_instead(self, meeting: Meeting) -> None:
        """Which meeting took the place of this one, or whose place this one takes."""
        empty(self.instead)
        other = self.desk.facts.meeting(meeting.postponed_to)
        lines = [("Đã hoãn, họp thay:", other)] if other else []
        lines += [("Họp thay cho:", one) for one in meetings.in_place_of(self.desk.facts, meeting)]
        for words, one in lines:
            link = Link(f"{meetings.title_of(one)}, {vi.day(one.start)}", run=partial(self.desk.go, "meetings", one.id))
            self.instead.addWidget(holder(row(label(words, "second"), link, STRETCH, gap=6)))
        self._instead.setVisible(bool(lines))

    def _secondary(self) -> list[Button]:
        offered = {
            "prepare": ("chuong-trinh-hoi-nghi", "In chương trình"),
            "course": ("diem-danh", "In điểm danh"),
        }.get(self.tabs.current())
        if offered is None:
            return []
        return [Button(offered[1], icon="mdi6.printer-outline", run=lambda: self._print(offered[0]))]

    def _primary(self) -> Button | None:
        key = self.tabs.current()
        assert self.meeting is not None
        if key == "course" and meetings.state(self.meeting, self.desk.now()) is not State.HELD:
            return Button("Kết thúc họp", icon="mdi6.check", kind="primary", run=self.finish)
        if key in ("course", "papers"):
            return Button(
                "In biên bản", icon="mdi6.printer-outline", kind="primary", run=lambda: self._print("bien-ban")
            )
        return Button("In giấy mời", icon="mdi6.email-outline", kind="primary", run=lambda: self._print("giay-moi"))

    def more(self) -> tuple[Command, ...]:
        """What else can be done now; what its state forbids is not offered."""
        meeting = self.meeting
        if meeting is None:
            return ()
        held = meetings.state(meeting, self.desk.now()) is State.HELD
        found = []
        if not meeting.invitations_sent and not meeting.is_off:
            found.append(
                Command("meeting.sent", "Đã gửi giấy mời, tài liệu", self.mark_sent, icon="mdi6.email-check-outline")
            )
        if not held and not meeting.is_off:
            found.append(Command("meeting.move", "Dời ngày…", self.ask_day, icon="mdi6.calendar-arrow-right"))
            found.append(Command("meeting.postpone", "Hoãn họp…", self.postpone, icon="mdi6.calendar-remove-outline"))
        if meeting.is_off:
            found.append(Command("meeting.resume", "Họp lại như đã xếp", self.resume, icon="mdi6.undo"))
            found.append(
                Command(
                    "meeting.instead", "Ghi hội nghị họp thay…", self.ask_instead, icon="mdi6.calendar-refresh-outline"
                )
            )
        if meeting.start.date() <= self.desk.today and meeting.minutes is None:
            found.append(Command("meeting.sign", "Ghi ngày ký biên bản", self.sign, icon="mdi6.check"))
        return tuple(found)

    # What is done

    def _do(self, what: str, edit: Callable[..., object], *, said: str = "", **rest: object) -> bool:
        return self._pane().act(what, edit, said=said, **rest)

    def _print(self, slug: str) -> None:
        assert self.meeting is not None
        self.desk.preview(slug, self.meeting.id)

    def mark_sent(self) -> None:
        """The invitations and every paper at hand went out today."""
        self._do(
            "Ghi đã gửi giấy mời, tài liệu", meeting_edits.mark_all_sent, said="Đã ghi ngày gửi giấy mời, tài liệu."
        )

    def ask_day(self) -> None:
        assert self.meeting is not None
        MoveDialog(self.desk, self.meeting, parent=self).open()

    def postpone(self) -> None:
        dialog = NoteDialog("Hoãn họp", "Lý do hoãn", "Hoãn họp", parent=self)
        dialog.taken.connect(
            lambda reason: self._do("Hoãn họp", meeting_edits.postpone, said="Đã hoãn hội nghị.", reason=reason)
        )
        dialog.open()

    def resume(self) -> None:
        self._do("Họp lại như đã xếp", meeting_edits.resume, said="Hội nghị họp lại như đã xếp.")

    def ask_instead(self) -> None:
        assert self.meeting is not None
        dialog = InsteadDialog(self.desk.facts, self.meeting, parent=self)
        dialog.taken.connect(
            lambda other: self._do(
                "Ghi hội nghị họp thay",
                meeting_edits.hold_instead,
                said="Đã ghi hội nghị họp thay.",
                other=other or None,
            )
        )
        dialog.open()

    def sign(self) -> None:
        self._do(
            "Ghi ngày ký biên bản", meeting_votes.sign_minutes, said="Đã ghi ngày ký biên bản.", day=self.desk.today
        )

    def finish(self) -> None:
        now = self.desk.now()
        self._do("Kết thúc họp", meeting_votes.finish, said="Đã ghi giờ kết thúc.", at=now)

    def _remedy(self, refusal: Refusal) -> tuple[str, Callable[[], object]] | None:
        """What to do instead, for the refusals that have one."""
        if refusal.field == "minutes" and refusal.cite:
            return "Ghi ngày ký hôm nay", self.sign
        assert self.meeting is not None
        if refusal.field == "attendance" and refusal.cite and self.meeting.attendance:
            return "Hoãn họp…", self.postpone
        return None

    # How it fits

    def set_width(self, width: Width) -> None:
        self._width = width
        if self.meeting is not None:
            self._show_head()
        self.tabs.set_compact(width is Width.SINGLE)
        for pane in self._panes.values():
            pane.set_width(width)

    def governing(self) -> tuple[Cite, ...]:
        return self._pane().governing() if self.meeting is not None else ()
