"""How each dialog that several nouns share is opened."""

from functools import partial
from pathlib import Path

from desktop.exchange.lists.cell_text import UnreadableList
from desktop.qt.dialog import Dialog
from desktop.screens.base.attachments import FilesDialog
from desktop.screens.base.contrary import ContraryDialog
from desktop.screens.base.desk import Desk
from desktop.screens.base.end_dialog import EndDialog
from desktop.screens.base.faults_dialog import FaultsDialog
from desktop.screens.base.issue_dialog import IssueDialog
from desktop.screens.base.reading import ReadingDialog

READ_ONLY = (
    FilesDialog,
    ContraryDialog,
    FaultsDialog,
    ReadingDialog,
)


def dialogs(desk: Desk, folder: Path) -> list[partial[Dialog]]:
    meeting = next(one for one in desk.facts.sessions if one.start.date() > desk.today)
    return [
        partial(EndDialog, desk, "Kết thúc", "", lambda _store, **_: None),
        partial(FilesDialog, desk, meeting, "Hội nghị", "", opener=lambda _path: None),
        partial(ContraryDialog, desk),
        partial(IssueDialog, desk, (("TB", "Thông báo"),)),
        partial(ReadingDialog, "Danh sách.xlsx"),
        partial(FaultsDialog, UnreadableList(["B2: cần họ tên"])),
    ]
