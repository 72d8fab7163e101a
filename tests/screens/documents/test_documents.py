"""Văn bản driven as a clerk does: a line mended in place, a number given, papers kept as issued, files attached."""

import datetime as dt
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from desktop import vi
from desktop.domain.records import Document, Meeting, Task
from desktop.screens.base.attachments import AttachmentsPanel, FilesDialog, content_of
from desktop.screens.base.screen import Width
from desktop.screens.documents import importing as document_import
from desktop.screens.documents.dialogs import CancelDialog, NumberDialog
from desktop.screens.documents.importing import ImportDialog
from desktop.screens.documents.issued import IssuedDialog
from desktop.screens.documents.queue import QueueTab
from desktop.screens.documents.register import RegisterTab
from desktop.screens.meetings.agenda import ItemForm
from desktop.screens.window.amending import AmendDialog
from desktop.usecases.base import attachments
from desktop.usecases.documents import rows as documents
from desktop.usecases.papers import preview
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import CTRL, Key, click, type_text, write
from tests.usecases.documents.test_documents import REGISTER, paper, sheet
from tests.usecases.meeting_office import TODAY, an_office, session


@pytest.fixture
def opened(window: MakeWindow) -> Window:
    held = session(id="m0", start="2024-08-15T07:30", attendance=[{"person": "p1", "status": "present"}])
    return window(an_office(documents=REGISTER, meetings=[session(), held],
                            tasks=[{"id": "t1", "title": "Lập kế hoạch", "unit": "u1"}]))  # fmt: skip


def register(window: Window, ident: str = "") -> RegisterTab:
    screen = window.screen("documents")
    if ident:
        screen.open_record(ident)
    tab = screen.tab()
    assert isinstance(tab, RegisterTab)
    return tab


def held(window: Window, ident: str) -> Document:
    found = window.desk.facts.document(ident)
    assert found is not None
    return found


def ids(tab: RegisterTab) -> list[str]:
    return [row.id for row in tab.table.rows()]


def test_the_newest_stands_first_and_is_chosen(opened: Window) -> None:
    tab = register(opened)
    assert ids(tab)[:2] == ["o7", "o6"]
    assert tab.panel.document == held(opened, "o7")
    assert tab.odd.words.text().startswith("TB: số 03–04 còn trống; TB: số 05 cấp hơn một lần")


def test_a_click_shows_only_the_numbers_to_look_at(opened: Window) -> None:
    tab = register(opened)
    click(tab.odd.link)
    assert set(ids(tab)) == {"o3", "o4", "o5"}
    click(tab.odd.link)
    assert len(ids(tab)) == len(REGISTER)


def test_the_search_finds_without_diacritics_while_it_is_typed(opened: Window) -> None:
    tab = register(opened)
    write(tab.search.line, "thong bao o2", leave=False)
    opened.qtbot.waitUntil(lambda: ids(tab) == ["o2"])
    write(tab.search.line, "mttq", leave=False)
    opened.qtbot.waitUntil(lambda: ids(tab) == ["o7"])


def test_a_large_register_is_searched_once_its_index_is_made(opened: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.screens.base.searching.AT_ONCE", 0)
    tab = register(opened)
    write(tab.search.line, "o2", leave=False)
    opened.qtbot.waitUntil(lambda: ids(tab) == ["o2"], timeout=20_000)


def test_a_number_is_judged_while_it_is_typed_and_refused_when_it_is_left(opened: Window) -> None:
    tab = register(opened, "o2")
    assert [one.verdict for one in tab.panel.found.shown] == ["met", "met"]
    write(tab.panel.fields["number"].line, "1", leave=False)
    opened.qtbot.waitUntil(lambda: tab.panel.found.shown[0].verdict == "breach")
    assert held(opened, "o2").number == 2
    QTest.keyClick(tab.panel.fields["number"].line, Key.Key_Tab)
    opened.qtbot.waitUntil(tab.band.isVisible)
    assert tab.band.text().startswith("Số 01-TB/HU đã cấp cho “Thông báo o1”")
    assert tab.panel.fields["number"].line.text() == "1"
    assert held(opened, "o2").number == 2


def test_a_field_is_saved_when_it_is_left_and_undone(opened: Window) -> None:
    tab = register(opened, "o2")
    write(tab.panel.fields["title"].edit, "Về lịch trực lễ")
    opened.qtbot.waitUntil(lambda: held(opened, "o2").title == "Về lịch trực lễ")
    write(tab.panel.fields["recipients"].edit, "- Tỉnh ủy,", leave=False)
    QTest.keyClick(tab.panel.fields["recipients"].edit, Key.Key_Return)
    type_text(tab.panel.fields["recipients"].edit, "- Lưu Văn phòng.")
    QTest.keyClick(tab.panel.fields["recipients"].edit, Key.Key_Tab)
    opened.qtbot.waitUntil(lambda: held(opened, "o2").recipients == ("Tỉnh ủy", "Lưu Văn phòng"))
    opened.desk.undo()
    assert held(opened, "o2").recipients == ()
    assert held(opened, "o2").title == "Về lịch trực lễ"


def test_a_joint_issuer_is_kept_beside_the_first(opened: Window) -> None:
    tab = register(opened, "o2")
    write(tab.panel.fields["joint"].line, "Mặt trận")
    opened.qtbot.waitUntil(lambda: held(opened, "o2").issuer == "btv; Mặt trận (MTTQ)")
    assert register(opened, "o7").panel.fields["joint"].value() == "Ủy ban Mặt trận"


def test_a_secret_line_says_why_it_keeps_nothing_else(opened: Window) -> None:
    tab = register(opened, "o4")
    assert tab.panel._secret.isVisibleTo(tab)
    for part in (tab.panel.fields["body"], tab.panel.issued, tab.panel.files):
        assert not part.isVisibleTo(tab)


def test_a_number_is_given_by_keyboard(opened: Window) -> None:
    tab = register(opened)

    def give(dialog: NumberDialog) -> None:
        dialog.fields["type"].box.setCurrentIndex(dialog.fields["type"].box.findData("TB"))
        dialog.fields["type"].commit()
        assert dialog.next.text() == "Số sẽ cấp: 08-TB/HU"
        write(dialog.fields["title"].edit, "Về lịch trực lễ")
        QTest.keyClick(dialog.fields["date"].line, Key.Key_Return)

    opened.in_dialog(give)
    QTest.keyClick(tab.table, Key.Key_N, CTRL)
    opened.qtbot.waitUntil(lambda: any(one.number == 8 for one in opened.desk.facts.office.documents))
    assert tab.panel.document
    assert (tab.panel.document.symbol, tab.panel.document.title) == ("08-TB/HU", "Về lịch trực lễ")


def test_a_number_without_a_title_stays_on_the_screen(opened: Window) -> None:
    dialog = NumberDialog(opened.desk, parent=opened.shell)
    dialog.show()
    dialog.accept()
    assert dialog.band.text() == "Gõ trích yếu nội dung văn bản."
    assert len(opened.desk.facts.office.documents) == len(REGISTER)
    dialog.close()


def test_a_number_given_is_cancelled_with_its_reason_and_stays_struck_out(opened: Window) -> None:
    tab = register(opened, "o2")
    assert tab.panel.drop.text() == "Hủy số…"
    said: list[str] = []

    def cancel(dialog: CancelDialog) -> None:
        click(dialog.primary)
        said.append(dialog.band.text())
        write(dialog.reason.edit, "Ghi nhầm loại văn bản")
        click(dialog.primary)

    opened.in_dialog(cancel)
    QTest.keyClick(tab.table, Key.Key_Delete)
    document = opened.desk.facts.document("o2")
    assert document is not None
    assert said == ["Gõ lý do hủy số, ví dụ: ghi nhầm loại văn bản."]
    assert (document.cancelled, document.cancel_reason, document.number) == (TODAY, "Ghi nhầm loại văn bản", 2)
    tab = register(opened, "o2")
    assert tab.panel.cancelled.text() == f"Đã hủy số ngày {vi.day(TODAY)}: Ghi nhầm loại văn bản"
    is_struck = RegisterTab.COLUMNS[1].struck
    struck = [one.id for one in tab.table.rows() if is_struck and is_struck(one)]
    assert struck == ["o2"]
    click(tab.panel.drop)
    again = opened.desk.facts.document("o2")
    assert again is not None
    assert again.cancelled is None


def test_a_line_without_a_number_is_taken_out(window: MakeWindow) -> None:
    made = window(an_office(documents=[*REGISTER, paper("o99", None, "", date=None, symbol="")]))
    tab = register(made, "o99")
    assert tab.panel.drop.text() == "Xóa khỏi sổ"
    QTest.keyClick(tab.table, Key.Key_Delete)
    assert made.desk.facts.document("o99") is None
    made.desk.undo()
    assert made.desk.facts.document("o99") is not None


# As it was issued


def issue(window: Window) -> tuple[Document, bytes]:
    """An invitation printed under its number, as the preview does it."""
    facts = window.desk.facts
    what = preview.subject(facts, "giay-moi", "m1", on=TODAY)
    choice = preview.Choice(mode=preview.ALL, number=preview.NEXT, day=TODAY, signer="p1")
    made = preview.make(facts, what, choice, on=TODAY)
    change = partial(preview.carry_out, facts=facts, what=what, choice=choice, made=made, sent=False, on=TODAY)
    assert window.desk.do("In giấy mời", change)
    (document,) = [one for one in window.desk.facts.office.documents if one.type == "GM"]
    return document, made.pdf


def test_the_paper_is_given_back_byte_for_byte_though_the_records_changed(opened: Window, tmp_path: Path) -> None:
    document, pdf = issue(opened)
    assert document.recipients[-1].startswith("Lưu")
    meeting = opened.meeting()

    def give(dialog: AmendDialog) -> None:
        write(dialog.reason.editor, "Hội trường A đang sửa", leave=False)
        click(dialog.primary)

    opened.in_dialog(give)
    assert opened.desk.do("Đổi nơi họp", lambda store: store.put(_moved(meeting)))
    assert (
        documents.amended_words(held(opened, document.id))
        == f"Có sửa sau khi ban hành {vi.day(TODAY)}: Hội trường A đang sửa"
    )
    again = preview.subject(opened.desk.facts, "giay-moi", "m1", on=TODAY)
    choice = preview.Choice(mode=preview.ALL, number=preview.KEPT, day=TODAY, signer="p1")
    assert preview.make(opened.desk.facts, again, choice, on=TODAY).pdf != pdf
    tab = register(opened, document.id)
    assert document.issued
    assert content_of(opened.desk, document.issued) == pdf
    tab.panel.issued.write(tmp_path / "lại.pdf", content_of(opened.desk, document.issued))
    assert (tmp_path / "lại.pdf").read_bytes() == pdf
    shown = IssuedDialog(opened.desk, document.issued, pdf, parent=opened.shell)
    shown.show()
    opened.qtbot.waitUntil(lambda: shown.view.image() is not None, timeout=20_000)
    assert shown.content == pdf
    shown.close()


def _moved(meeting: Meeting) -> Meeting:
    return replace(meeting, place="Hội trường lớn")


def test_a_signed_scan_is_taken_as_the_issued_paper_and_dropped_again(opened: Window, tmp_path: Path) -> None:
    tab = register(opened, "o1")
    scan = tmp_path / "quét.pdf"
    scan.write_bytes(b"%PDF-1.4 quet")
    tab.panel.issued.take_file(scan)
    issued = held(opened, "o1").issued
    assert issued
    assert content_of(opened.desk, issued) == scan.read_bytes()
    click(tab.panel.issued.drop)
    assert held(opened, "o1").issued is None
    other = tmp_path / "thư.txt"
    other.write_bytes(b"thu")
    tab.panel.issued.take_file(other)
    assert "không phải PDF" in tab.band.text()


# Files


def panel(window: Window, owner: Any, item: str = "") -> tuple[AttachmentsPanel, list[Path]]:  # noqa: ANN401 - any owner
    opened: list[Path] = []
    made = AttachmentsPanel(window.desk, opener=opened.append)
    window.qtbot.addWidget(made)
    made.show_owner(owner, item)
    made.show()
    return made, opened


def task(window: Window) -> Task:
    return window.desk.facts.office.tasks[0]


def test_files_are_attached_opened_and_taken_off(opened: Window, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("báo cáo.docx", "số liệu.xlsx")]
    for path in paths:
        path.write_bytes(path.name.encode())
    shown, seen = panel(opened, task(opened))
    shown.add(paths)
    assert [one.name for one in task(opened).attachments] == ["báo cáo.docx", "số liệu.xlsx"]
    shown.show_owner(task(opened))
    shown.open_file(task(opened).attachments[0])
    assert seen[0].read_bytes() == paths[0].read_bytes()
    assert seen[0].name == "báo cáo.docx"
    assert not seen[0].stat().st_mode & 0o222
    shown.drop(task(opened).attachments[0])
    assert [one.name for one in task(opened).attachments] == ["số liệu.xlsx"]
    opened.desk.undo()
    assert len(task(opened).attachments) == 2


@pytest.mark.parametrize(
    ("name", "asks"),
    [
        *((name, True) for name in ("Tờ trình.pdf.exe", "x.BAT", "x.lnk", "x.js", "x.hta", "x.docm", "x.exe. ")),
        *((name, False) for name in ("Tờ trình.pdf", "x.docx", "x.xlsx", "ảnh.jpg", "không đuôi")),
    ],
)
def test_what_may_run_a_program_is_opened_only_when_asked(opened: Window, name: str, asks: bool) -> None:
    shown, seen = panel(opened, task(opened))
    opened.desk.do("Kèm", lambda store: attachments.attach(store, Task, "t1", name, b"MZ"))
    shown.show_owner(task(opened))
    said: list[str] = []

    def refuse(dialog: QDialog) -> None:
        said.append(dialog.windowTitle())
        dialog.reject()

    if asks:
        opened.in_dialog(refuse)
    shown.open_file(task(opened).attachments[0])
    assert (said, len(seen)) == ((["Tệp này có thể chạy chương trình"], 0) if asks else ([], 1))


def test_a_file_is_dropped_on_the_list(opened: Window, tmp_path: Path) -> None:
    path = tmp_path / "ảnh.png"
    path.write_bytes(b"anh")
    shown, _ = panel(opened, opened.meeting(), "a1")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    where = (QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    shown.dropEvent(QDropEvent(*where))
    assert opened.meeting().agenda[0].attachments[0].name == "ảnh.png"


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "không có nội dung"), (None, "Không đọc được tệp tờ trình.pdf: không có tệp")]
)
def test_what_cannot_be_attached_is_said_in_one_sentence(
    opened: Window, tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "tờ trình.pdf"
    if content is not None:
        path.write_bytes(content)
    shown, _ = panel(opened, task(opened))
    shown.add([path])
    assert said in shown.band.text()
    assert not task(opened).attachments


def test_a_file_too_large_is_refused_before_it_is_read(
    opened: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.usecases.base.attachments.LARGEST", 3)
    path = tmp_path / "lớn.bin"
    path.write_bytes(b"1234")
    shown, _ = panel(opened, task(opened))
    shown.add([path])
    assert shown.band.text() == "Tệp lớn.bin lớn 1 KB; mỗi tệp kèm không quá 50 MB."


def test_a_file_whose_content_is_not_here_says_so(window: MakeWindow) -> None:
    gone = {"name": "thư.pdf", "sha256": "0" * 64, "bytes": 10}
    opened = window(an_office(tasks=[{"id": "t1", "title": "Việc", "attachments": [gone]}]))
    shown, _ = panel(opened, task(opened))
    texts = [one.text() for one in shown.findChildren(type(shown.note))]
    assert "không có nội dung tệp" in texts
    shown.open_file(task(opened).attachments[0])
    assert "chưa có nội dung" in shown.band.text()


def test_the_files_of_an_agenda_item_open_from_its_button(opened: Window, tmp_path: Path) -> None:
    path = tmp_path / "tờ trình.docx"
    path.write_bytes(b"to trinh")
    screen = opened.screen("meetings")
    screen.open_record("m1")
    button = screen.page.findChild(ItemForm).files
    assert button.text() == "Tệp kèm"

    def attach(dialog: FilesDialog) -> None:
        dialog.panel.add([path])
        dialog.reject()

    opened.in_dialog(attach)
    click(button)
    opened.qtbot.waitUntil(lambda: button.text() == "Tệp kèm (1)")


# What waits; in from Excel


def test_what_waits_is_shown_and_previewed(opened: Window) -> None:
    screen = opened.screen("documents")
    screen.open_record("queue")
    tab = screen.tab()
    assert isinstance(tab, QueueTab)
    asked: list[tuple[str, str]] = []
    opened.desk.preview_asked.disconnect()
    opened.desk.preview_asked.connect(lambda slug, record, _person: asked.append((slug, record)))
    tab.table.select_first()
    QTest.keyClick(tab.table, Key.Key_Return, CTRL)
    assert asked == [("bien-ban", "m0")]


def test_the_lines_of_a_sheet_without_fault_come_in(opened: Window, tmp_path: Path) -> None:
    path = tmp_path / "sổ.xlsx"
    path.write_bytes(sheet(("10-TB/HU", dt.datetime(2022, 5, 4), "Về lịch trực", ""), ("x", "", "", "")))
    tab = register(opened)
    seen: list[tuple[str, int]] = []

    def look(dialog: ImportDialog) -> None:
        seen.append((dialog.primary.text(), len(dialog.table.rows())))
        dialog.accept()

    opened.in_dialog(look)
    document_import.read_register(opened.desk, tab, path)
    opened.qtbot.waitUntil(lambda: len(opened.desk.facts.office.documents) == len(REGISTER) + 1, timeout=20_000)
    assert seen == [("Nhập 1 văn bản", 1)]
    document_import.write_register(opened.desk, tmp_path / "ra.xlsx", ids(tab))
    assert (tmp_path / "ra.xlsx").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("width", list(Width))
def test_an_empty_register_says_what_to_do_first(window: MakeWindow, width: Width) -> None:
    opened = window(an_office())
    tab = register(opened)
    tab.set_width(width)
    assert tab.none.isVisibleTo(tab)
    assert not tab.table.isVisibleTo(tab)
