"""What is done with one work programme from its tab: printing, adopting, adjusting, numbering, filling, taking out."""

import datetime as dt

from PySide6.QtWidgets import QWidget

from desktop.domain.facts import Facts
from desktop.domain.programmes import document as issued_as
from desktop.domain.records import Programme, ProgrammeItem
from desktop.domain.refs import RecordRef
from desktop.qt.commands import Command
from desktop.qt.notices import Band
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.issue_dialog import IssueDialog
from desktop.screens.programmes.dialogs import AdjustDialog, AdoptDialog
from desktop.screens.programmes.proposal import ProposalDialog
from desktop.usecases.programmes import draft as programmes_draft
from desktop.usecases.programmes import edits as programmes_edits
from desktop.usecases.programmes import rows as programmes
from desktop.usecases.programmes.rows import State

PAPER = "chuong-trinh-cong-tac"
NUMBERED = (("CTr", "Chương trình"),)


class ProgrammeActs:
    """Refusals go over the page, into `band`."""

    def __init__(self, desk: Desk, band: Band, parent: QWidget) -> None:
        self._desk, self._band, self._parent = desk, band, parent
        self._found: tuple[Facts, str, list[ProgrammeItem]] | None = None

    def print(self, programme: Programme) -> None:
        self._desk.preview(PAPER, programme.id)

    def propose(self) -> None:
        """A year's meetings, from which the programmes take theirs."""
        ProposalDialog(self._desk, parent=self._parent).exec()

    def adopt(self, programme: Programme) -> None:
        AdoptDialog(self._desk, programme, parent=self._parent).exec()

    def adjust(self, programme: Programme) -> None:
        AdjustDialog(self._desk, programme, parent=self._parent).exec()

    def number(self, programme: Programme) -> None:
        """Enter the adopted programme into the register under its number."""
        dialog = IssueDialog(self._desk, NUMBERED, parent=self._parent)
        dialog.taken.connect(lambda _kind, number, day: self._number(programme, number, day))
        dialog.exec()

    def _number(self, programme: Programme, number: int, day: dt.date) -> None:
        facts, today = self._desk.facts, self._desk.today
        self._do(
            f"Cấp số {programmes.within(programme)}",
            lambda store: programmes_edits.issue(
                store, facts=facts, programme=programme, number=number, day=day, on=today
            ),
            "Đã cấp số và ghi vào sổ văn bản.",
        )

    def give_up_adjusting(self, programme: Programme) -> None:
        self._do(
            f"Bỏ điều chỉnh {programmes.within(programme)}",
            lambda store: programmes_edits.give_up_adjusting(store, programme=programme),
            "Đã trở lại bản đã thông qua.",
        )

    def lacking(self, programme: Programme) -> list[ProgrammeItem]:
        """What the regulation still asks for and an open programme lacks; looked for once after each change."""
        if not programmes.is_open(programme):
            return []
        facts = self._desk.facts
        if self._found is None or self._found[0] is not facts or self._found[1] != programme.id:
            self._found = (facts, programme.id, programmes_draft.lacking(facts, programme, self._desk.today))
        return self._found[2]

    def put_lacking(self, programme: Programme) -> None:
        found = self.lacking(programme)
        self._do(
            f"Đưa thêm {len(found)} việc vào dự thảo",
            lambda store: programmes_edits.add_items(store, programme=programme, items=found),
            f"Đã đưa thêm {len(found)} việc.",
        )

    def remove(self, programme: Programme | None) -> None:
        if programme:
            self._do(
                f"Xóa {programmes.within(programme)}",
                lambda store: programmes_edits.remove(store, programme=programme),
                "Đã xóa dự thảo chương trình.",
            )

    def _do(self, what: str, change: Change, said: str) -> None:
        self._band.clear()
        self._desk.do(what, change, said=said, band=self._band)

    def further(self, programme: Programme) -> tuple[Command, ...]:
        """What has no button of its own."""
        come = Command(
            "programme.progress", "In tình hình thực hiện",
            lambda: self._desk.preview(PAPER, RecordRef.to(programme, "tien-do").rest), "", "mdi6.printer-outline",
        )  # fmt: skip
        state = programmes.state_of(programme)
        if state is State.ADJUSTING:
            return (come, Command("programme.back", "Bỏ điều chỉnh", lambda: self.give_up_adjusting(programme)))
        if state is State.DRAFT:
            return (come, Command("programme.remove", "Xóa dự thảo", lambda: self.remove(programme)))
        if issued_as(self._desk.facts, programme) is None:
            return (come, Command("programme.number", "Cấp số văn bản…", lambda: self.number(programme)))
        return (come,)
