"""One written-opinion ballot: its form, the slips, the count and what follows, side by side where there is room."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.findings import Cite, gravest
from desktop.domain.records import Ballot
from desktop.domain.refusal import Refusal
from desktop.qt.boxes import column, hairline
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.marks import Pill
from desktop.qt.notices import Band
from desktop.qt.pages import PageHead
from desktop.screens.ballots.form import BallotForm
from desktop.screens.ballots.result import ResultPanel
from desktop.screens.ballots.slips import SlipsPane
from desktop.screens.base.acting import Acting
from desktop.screens.base.desk import Desk
from desktop.screens.base.issue_dialog import IssueDialog
from desktop.screens.base.panes import Panes, Part
from desktop.screens.base.screen import Width
from desktop.usecases.ballots import edits as ballot_edits
from desktop.usecases.ballots import findings as ballot_findings
from desktop.usecases.ballots import follow as ballot_follow
from desktop.usecases.ballots import rows as ballots
from desktop.usecases.ballots import slips as ballot_slips
from desktop.usecases.documents import of_records as record_documents

SEGMENTS = (("form", "Thông tin"), ("slips", "Phiếu"), ("slip", "Một phiếu"), ("result", "Kết quả"))
SLIPS = ("slips", "slip")
URGE = "don-doc"


class BallotPage(QWidget):
    """`left` the list is wanted, of one body or of all."""

    left = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.ballot: Ballot | None = None
        self._width = Width.WIDE
        self._layout()
        self.acting = Acting(desk, self.band, "ballot")
        self.acting.remedy = self._remedy
        self.acting.at_field = self._at_field
        self._connect()

    def _layout(self) -> None:
        self.head, self.pill, self.band = PageHead(), Pill(), Band()
        self.form = BallotForm(self.desk)
        self.slips = SlipsPane(self.desk)
        self.result = ResultPanel(self.desk)
        toggle = Button("Kết quả", kind="small", checkable=True, icon="mdi6.scale-balance")
        toggle.setChecked(True)
        self.panes = Panes(
            "ballot",
            Part(self.form, ("form",), "goes"),
            Part(self.slips, ("slips", "slip")),
            Part(self.result, ("result",), "comes"),
            segments=SEGMENTS,
            first="slips",
            toggle=toggle,
            sizes=(270, 545, 331),
            memory=self.desk.state,
        )
        self.form.setMinimumWidth(256)
        self.result.setMinimumWidth(300)
        self.setLayout(column(self.head, hairline(), self.band, (self.panes, 1), gap=0))

    def _connect(self) -> None:
        one, slips, result = self.form, self.slips, self.result
        one.saved.connect(lambda what, after: self.acting.do(what, ballot_edits.amend, after=after))
        one.asked.connect(lambda texts: self.acting.do("Sửa nội dung xin ý kiến", ballot_edits.ask, texts=texts))
        slips.keyed.connect(self._enter)
        slips.cleared.connect(self._clear)
        slips.completing.connect(self._complete)
        slips.urging.connect(lambda: self._print(URGE))
        slips.slip.mended.connect(self._mend)
        slips.slip.answered.connect(self._answer)
        slips.table.opened.connect(lambda _: self.panes.turn_to("slip"))
        result.closing.connect(self.close_count)
        result.concluded.connect(lambda text: self.acting.do("Ghi kết luận", ballot_edits.set_conclusion, text=text))
        result.differences.judged.connect(self._judge)
        result.differences.referred.connect(self._refer)
        result.report.reporting.connect(self._report)
        self.panes.turned.connect(lambda part: slips.show_part(part if part in SLIPS else ""))

    # What is shown

    def show_ballot(self, ballot: Ballot) -> None:
        anew = self.ballot is None or self.ballot.id != ballot.id
        self.ballot = self.acting.shown = ballot
        if anew:
            self.band.clear()
        facts, today = self.desk.facts, self.desk.today
        count = ballots.tally(facts, ballot, today)
        self._show_head(ballot)
        self.form.show_ballot(ballot, anew=anew)
        self.slips.show_ballot(facts, ballot, count, anew=anew)
        self.result.show_ballot(ballot, count, anew=anew)
        verdict = gravest(finding.verdict for finding in ballot_findings.judge(facts, ballot, today).values())
        self.panes.mark("result", verdict)

    def _show_head(self, ballot: Ballot) -> None:
        number = ballots.numbers(self.desk.facts).get(ballot.id, 0)
        self.head.set_crumbs(
            [
                ("Phiếu xin ý kiến", lambda: self.left.emit("")),
                (f"Số {number:02}", None),
                (str(ballot.sent.year), None),
            ]
        )
        self.head.set_back(lambda: self.left.emit(""))
        self.head.set_title(ballots.title_of(ballot))
        slips = Button("In phiếu", icon="mdi6.printer-outline", run=lambda: self._print("phieu-xin-y-kien"))
        self.head.set_secondary(self._state_pill(ballot), slips)
        self.head.set_more(self.more())
        self.head.set_primary(
            Button("Lập biên bản tổng hợp", icon="mdi6.file-document-check-outline", kind="primary",
                   run=lambda: self._print("tong-hop-y-kien"))
        )  # fmt: skip
        self.head.set_compact(self._width is Width.SINGLE)

    def _state_pill(self, ballot: Ballot) -> Pill:
        return Pill("", ballots.STATE[ballots.state(self.desk.facts, ballot, self.desk.today)])

    def more(self) -> tuple[Command, ...]:
        """What else can be done now; what its state forbids is not offered."""
        ballot = self.ballot
        if ballot is None:
            return ()
        found = [
            Command("ballot.letter", "In công văn xin ý kiến", lambda: self._print("cong-van-xin-y-kien"),
                    icon="mdi6.email-outline")
        ]  # fmt: skip
        if ballot.closed is None:
            found.append(
                Command("ballot.close", "Chốt kiểm phiếu", lambda: self.close_count(self.desk.today),
                        icon="mdi6.lock-check-outline")
            )  # fmt: skip
        else:
            found.append(Command("ballot.issue", "Cấp số văn bản…", self.issue, icon="mdi6.file-document-plus-outline"))
            found.append(Command("ballot.reopen", "Mở lại kiểm phiếu", self.reopen, icon="mdi6.undo"))
        if not any(ballots.is_back(one) for one in ballot.responses):
            found.append(Command("ballot.remove", "Xóa lần xin ý kiến này", self.remove, icon="mdi6.trash-can-outline"))
        return tuple(found)

    # What is done

    def _print(self, slug: str) -> None:
        assert self.ballot is not None
        self.desk.preview(slug, self.ballot.id)

    def _enter(self, person: str, choice: str) -> None:
        self.acting.do("Nhập phiếu", ballot_slips.choose, person=person, choice=choice)

    def _clear(self, person: str) -> None:
        self.acting.do("Xóa phiếu", ballot_slips.clear, said="Đã xóa phiếu.", person=person)

    def _mend(self, returned: dt.date | None, note: str, valid: bool) -> None:
        self.acting.do(
            "Sửa phiếu", ballot_slips.mend, person=self.slips.slip.person, returned=returned, note=note, valid=valid
        )

    def _answer(self, question: str, choice: str | None) -> None:
        self.acting.do(
            "Nhập phiếu", ballot_slips.choose_one, person=self.slips.slip.person, question=question, choice=choice
        )

    def _complete(self) -> None:
        """Send it to the members left out, so that everyone in office is asked."""
        assert self.ballot is not None
        after = replace(self.ballot, sent_to=None)
        self.acting.do("Gửi phiếu cho đủ ủy viên", ballot_edits.amend, after=after, said="Đã ghi gửi đủ ủy viên.")

    def close_count(self, day: dt.date) -> None:
        told = self.ballot.reported_at if self.ballot else None
        if self.acting.do("Chốt kiểm phiếu", ballot_edits.close, said="Đã chốt kiểm phiếu.", day=day):
            now = self.ballot.reported_at if self.ballot else None
            if now != told:
                self._say_where(now, "Đã chốt kiểm phiếu; báo cáo kết quả")

    def reopen(self) -> None:
        self.acting.do("Mở lại kiểm phiếu", ballot_edits.reopen, said="Đã mở lại kiểm phiếu.")

    def issue(self) -> None:
        """Register the resolution the ballot came to; what keeps it from being issued is said in the band."""
        dialog = IssueDialog(self.desk, record_documents.OF_BALLOT, parent=self)
        dialog.taken.connect(
            lambda kind, number, day: self.acting.do(
                "Cấp số văn bản", record_documents.issue_ballot, said="Đã cấp số văn bản.", kind=kind, number=number,
                day=day,
            )
        )  # fmt: skip
        dialog.open()

    def remove(self) -> None:
        if self.acting.do("Xóa lần xin ý kiến", ballot_edits.remove, said="Đã xóa lần xin ý kiến."):
            self.left.emit("")

    def _judge(self, important: bool, by: str, day: dt.date | None, reason: str) -> None:
        block = self.result.differences
        block.pending = False
        done = self.acting.do(
            "Ghi xem xét ý kiến khác nhau", ballot_follow.judge_differences, important=important, by=by, day=day,
            reason=reason,
        )  # fmt: skip
        block.pending = not done

    def _refer(self, meeting_id: str) -> None:
        if self.acting.do("Đưa ra hội nghị", ballot_follow.refer, meeting_id=meeting_id):
            self._say_where(self.ballot.referred_to if self.ballot else None)

    def _report(self, meeting_id: str) -> None:
        if self.acting.do("Đưa kết quả phiếu vào chương trình", ballot_follow.report_back, meeting_id=meeting_id):
            self._say_where(self.ballot.reported_at if self.ballot else None)

    def _say_where(self, meeting_id: str | None, done: str = "Đã") -> None:
        """Name the session on whose agenda it now stands."""
        meeting = self.desk.facts.meeting(meeting_id)
        if meeting is not None:
            where = f"{vi.BODY[meeting.body]} {vi.day(meeting.start.date())}"
            self.desk.toast(f"{done} đưa vào chương trình hội nghị {where}.", undo=True)

    def _remedy(self, refusal: Refusal) -> tuple[str, Callable[[], object]] | None:
        """What to do instead, for the refusals that have something."""
        if refusal.field in ("meeting", "body", "matter", "reason") and refusal.cite is not None:
            return "Xếp lịch hội nghị", self.desk.plan
        if "mở lại kiểm phiếu" in refusal.sentence:
            return "Mở lại kiểm phiếu", self.reopen
        if "chốt kiểm phiếu trước" in refusal.sentence:
            return "Chốt kiểm phiếu", lambda: self.close_count(self.desk.today)
        return None

    def _at_field(self, field: str, sentence: str) -> None:
        places = {**self.form.fields_, **self.result.fields(), **self.slips.slip.fields()}
        if field in places:
            places[field].set_error(sentence)

    # How it fits

    def set_width(self, width: Width) -> None:
        self._width = width
        if self.ballot is not None:
            self._show_head(self.ballot)
        self.panes.set_width(width)

    def governing(self) -> tuple[Cite, ...]:
        if self.ballot is None:
            return ()
        return ballot_findings.governing(self.desk.facts, self.ballot, self.desk.today)
