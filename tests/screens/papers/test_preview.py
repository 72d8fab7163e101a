"""The print preview: one invitation each, a number given once, pages checked, printed to a printer and to files."""

import datetime as dt
from dataclasses import replace
from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea

from desktop.domain.records import DifferencesJudged, Document, Office
from desktop.qt import dialog
from desktop.qt.print_job import PrintJob, in_use_first, printer_named
from desktop.qt.tasks import Tasks
from desktop.sample.sample import sample_office
from desktop.screens.base.attachments import open_outside
from desktop.screens.base.desk import PAPERS
from desktop.screens.papers.screen import Preview, show_preview
from desktop.usecases.base.facts import facts_of
from desktop.usecases.papers import preview as preview_case
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import Key, click, write

DAY = dt.date(2024, 8, 30)
MEETING = "btv-57"


@pytest.fixture(scope="module")
def office() -> Office:
    return sample_office("tay-son-2024", as_of=dt.date(2024, 8, 29))


@pytest.fixture
def opened(window: MakeWindow, office: Office) -> Window:
    return window(office)


def preview(window: Window, slug: str = "giay-moi", record: str = MEETING, **given: str) -> Preview:
    made = Preview(window.desk, slug, record, parent=window.shell, **given)
    made.resize(1170, 704)
    made.show()
    made.activateWindow()
    window.qtbot.waitUntil(lambda: made.view.image() is not None, timeout=20_000)
    return made


def settle(window: Window, shown: Preview) -> None:
    window.qtbot.waitUntil(lambda: not shown.is_making(), timeout=20_000)


def invitation(window: Window) -> Document | None:
    return next((d for d in window.desk.facts.office.documents if d.type == "GM" and d.number == 41), None)


def paper_printer(path: Path) -> QPrinter:
    """A printer whose paper is a file."""
    printer = printer_named("")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def pages(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def texts(shown: Preview) -> list[str]:
    return [label.text() for label in shown.settings.findChildren(QLabel) if label.isVisibleTo(shown)]


def test_one_invitation_for_each_recipient(opened: Window) -> None:
    shown = preview(opened)
    assert shown.windowTitle() == "Xem trước khi in – Giấy mời, Hội nghị Ban Thường vụ lần thứ 57"
    assert shown.bar.place.text() == "Trang 1/17"
    assert shown.primary.text() == "In 17 giấy mời"
    assert [row.who.name for row in shown.recipients.table.rows() if hasattr(row, "who") and row.who.away] == [
        "Lê Quốc Bảo",
        "Trần Thị Hạnh",
    ]
    shown.close()


def test_unticking_takes_one_out_and_the_list_turns_the_page(opened: Window) -> None:
    shown = preview(opened)
    table = shown.recipients.table
    table.setFocus()
    table.select("p2")
    assert shown.bar.place.text() == "Trang 4/17"
    QTest.keyClick(table, Key.Key_Space)
    settle(opened, shown)
    assert shown.bar.place.text() == "Trang 4/16"
    assert "p2" not in shown.choice().recipients
    click(shown.bar.forth)
    assert shown.bar.place.text() == "Trang 5/16"
    assert table.current().who.id == shown.choice().recipients[4]
    shown.close()


def test_nobody_ticked_is_refused(opened: Window) -> None:
    shown = preview(opened)
    shown.recipients.table.setFocus()
    shown.recipients.table.select("p1")
    shown.recipients._keyed(shown.recipients.table.current(), "Ctrl+A")
    settle(opened, shown)
    assert shown.band.text() == "Người nhận: cần chọn ít nhất một người."
    assert not shown.primary.isEnabled()
    shown.close()


def test_one_invitation_for_all(opened: Window) -> None:
    shown = preview(opened)
    shown.settings.mode.set_value("all")
    shown.settings.mode.saved.emit("all")
    settle(opened, shown)
    assert shown._made
    assert len(shown._made.papers) == 1
    shown.close()


def test_the_checks_and_the_deadline_stand_beside_the_page(opened: Window) -> None:
    shown = preview(opened)
    assert "Phông chữ đã nhúng" in texts(shown)
    assert "Đúng hạn gửi" in texts(shown)
    assert "khoản 3 Điều 18" in texts(shown)
    write(shown.settings.day.editor, "4/9/2024")
    opened.qtbot.waitUntil(
        lambda: any(text.startswith("Quá hạn gửi, hạn 30/8") for text in texts(shown)), timeout=20_000
    )
    shown.close()


def test_printing_gives_the_number_and_notes_the_sending(opened: Window, tmp_path: Path) -> None:
    shown = preview(opened)
    assert invitation(opened) is None
    paper = tmp_path / "giấy mời.pdf"
    with opened.qtbot.waitSignal(shown.accepted, timeout=60_000):
        shown.print_to(partial(paper_printer, paper))
    assert pages(paper) == 17
    document = invitation(opened)
    assert document
    assert (document.symbol, document.date, document.authority) == ("41-GM/HU", DAY, "T/L")
    assert opened.meeting(MEETING).invitations_sent == DAY
    opened.desk.undo()
    assert invitation(opened) is None
    assert opened.meeting(MEETING).invitations_sent is None


def test_stopping_gives_no_number(opened: Window, tmp_path: Path) -> None:
    shown = preview(opened)
    shown.print_to(partial(paper_printer, tmp_path / "x.pdf"))
    click(shown.stop)
    opened.qtbot.waitUntil(lambda: not shown.is_printing(), timeout=60_000)
    stopped = "Máy in dừng giữa chừng nên chưa cấp số, chưa ghi ngày gửi. Hủy các bản đã in rồi in lại."
    assert shown.band.text() == stopped
    assert invitation(opened) is None
    assert opened.meeting(MEETING).invitations_sent is None
    shown.close()


def test_closing_while_printing_gives_no_number(opened: Window, tmp_path: Path) -> None:
    shown = preview(opened)
    shown.print_to(partial(paper_printer, tmp_path / "x.pdf"))
    shown.close()
    assert not shown.is_printing()
    assert invitation(opened) is None


def test_a_day_to_come_is_refused_before_anything_is_printed(opened: Window, tmp_path: Path) -> None:
    shown = preview(opened)
    write(shown.settings.day.editor, "5/9/2024")
    settle(opened, shown)
    shown.print_to(partial(paper_printer, tmp_path / "x.pdf"))
    assert shown.band.text().startswith("Ngày văn bản 05/9/2024 chưa đến")
    assert not (tmp_path / "x.pdf").exists()
    shown.close()


def test_a_saved_file_bears_its_number_once(opened: Window, tmp_path: Path) -> None:
    shown = preview(opened)
    shown.write_file(tmp_path / "giấy mời.docx", shown.word_bytes)
    settle(opened, shown)
    assert (tmp_path / "giấy mời.docx").read_bytes()[:2] == b"PK"
    assert invitation(opened)
    assert not shown.settings.gives_number()
    assert shown.settings.number.box.currentText() == "41-GM/HU, đã cấp"
    shown.write_file(tmp_path / "giấy mời.pdf", shown.pdf_bytes)
    numbers = [each.number for each in opened.desk.facts.office.documents if each.type == "GM"]
    assert len(numbers) == len(set(numbers))
    shown.close()


def test_a_folder_that_cannot_be_written_is_said(opened: Window, tmp_path: Path) -> None:
    shown = preview(opened)
    shown.write_file(tmp_path / "không có" / "x.pdf", shown.pdf_bytes)
    assert shown.band.text().startswith("Không ghi được tệp x.pdf")
    assert invitation(opened) is None
    shown.close()


def test_minutes_have_no_recipients_and_keep_their_number(opened: Window) -> None:
    shown = preview(opened, "bien-ban", "btv-56")
    assert not shown.left.isVisibleTo(shown)
    assert shown.settings.number.box.currentText().endswith("đã cấp")
    assert not shown.settings.sent.isVisibleTo(shown)
    shown.close()


def test_panes_come_one_at_a_time_in_a_small_window(opened: Window) -> None:
    shown = preview(opened)
    shown.resize(683, 384)
    assert not shown.left.isVisibleTo(shown)
    shown.panes.choose("people")
    shown.panes.chosen.emit("people")
    assert shown.left.isVisibleTo(shown)
    assert not shown.middle.isVisibleTo(shown)
    shown.close()


def test_zoom_steps_and_fits(opened: Window) -> None:
    shown = preview(opened)
    whole = shown.view._scale()
    shown.bar.zoom.chosen.emit("across")
    assert shown.view._scale() > whole
    shown.view.step_zoom(False)
    assert isinstance(shown.view.zoom(), float)
    shown.close()


def test_a_sheet_printed_alone_is_as_large_as_its_page(opened: Window, tmp_path: Path) -> None:
    shown = preview(opened, person="p1")
    paper = tmp_path / "một.pdf"
    assert shown._made
    job = PrintJob(paper_printer(paper), shown._made.pdf, shown._sizes, (0,), Tasks(opened.desk))
    with opened.qtbot.waitSignal(job.ended, timeout=20_000):
        job.start()
    document = pypdfium2.PdfDocument(paper)
    assert [round(side) for side in document[0].get_size()] == [595, 842]
    document.close()
    shown.close()


def test_an_unknown_record_is_said_and_opens_nothing(opened: Window) -> None:
    told: list[tuple[str, str]] = []
    opened.desk.told.disconnect()
    opened.desk.told.connect(lambda title, sentence: told.append((title, sentence)))
    show_preview(opened.desk, "bien-ban", "không có", parent=opened.shell)
    assert told == [("Chưa in được", "Không có hội nghị 'không có'")]


def test_each_item_has_a_number_of_its_own(opened: Window) -> None:
    facts = opened.desk.facts
    first = preview_case.subject(facts, "ket-luan", "btv-56/a1", on=DAY)
    with opened.file.write("thử") as store:
        choice = preview_case.Choice(number="next", day=DAY, signer="p1")
        made = preview_case.make(facts, first, choice, on=DAY)
        preview_case.carry_out(store, facts=facts, what=first, choice=choice, made=made, sent=False, on=DAY)
    with opened.file.read() as store:
        after = facts_of(store.office())
    assert preview_case.subject(after, "ket-luan", "btv-56/a1", on=DAY).numbers[0][0] == "kept"
    second = preview_case.subject(after, "ket-luan", "btv-56/a2", on=DAY)
    assert second.numbers[0][0] == "next"


def test_a_ballots_papers_are_numbered_as_coming_from_it(opened: Window) -> None:
    (asked,) = [each for each in opened.desk.facts.office.ballots if each.id == "b4"]
    judged = DifferencesJudged(by="p1", on=DAY, reason="Chỉ khác về thời hạn.")
    facts = opened.desk.facts.replacing(replace(asked, differences_judged=judged))
    what = preview_case.subject(facts, "tong-hop-y-kien", "b4", on=DAY)
    assert what.day == dt.date(2024, 8, 13)
    with opened.file.write("thử") as store:
        choice = preview_case.Choice(number="next", day=what.day, signer=what.signer)
        made = preview_case.make(facts, what, choice, on=DAY)
        preview_case.carry_out(store, facts=facts, what=what, choice=choice, made=made, sent=False, on=DAY)
    with opened.file.read() as store:
        after = facts_of(store.office())
    (kept,) = [each for each in after.office.documents if each.type == "BB" and each.source and each.source.ballot]
    assert (kept.source and kept.source.ballot, kept.date, kept.issuer) == ("b4", what.day, "btv")
    assert preview_case.subject(after, "tong-hop-y-kien", "b4", on=DAY).numbers[0][0] == "kept"
    assert preview_case.subject(after, "don-doc", "b5", on=DAY).numbers[0][0] == "next"


def test_a_saved_paper_is_opened_by_its_own_program(opened: Window, tmp_path: Path) -> None:
    outside: list[Path] = []
    shown = Preview(opened.desk, "giay-moi", MEETING, opener=outside.append, parent=opened.shell)
    shown.show()
    settle(opened, shown)
    assert not shown.outside.isVisible()
    shown.write_file(tmp_path / "giấy mời.docx", shown.word_bytes)
    assert shown.outside.isVisible()
    click(shown.outside)
    assert outside == [tmp_path / "giấy mời.docx"]
    settle(opened, shown)
    shown.close()


def test_a_saved_paper_that_no_program_opens_is_said(opened: Window, tmp_path: Path) -> None:
    shown = Preview(opened.desk, "giay-moi", MEETING, parent=opened.shell)
    shown.show()
    settle(opened, shown)
    shown.write_file(tmp_path / "giấy mời.docx", shown.word_bytes)
    settle(opened, shown)
    (tmp_path / "giấy mời.docx").unlink()
    click(shown.outside)
    assert shown.band.text() == f"Không còn tệp giấy mời.docx ở {tmp_path}."
    shown.close()


class Programs(QObject):
    """Stands where the system's own programs for files stand."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.asked.append(url.toLocalFile())


def test_a_file_is_handed_to_the_system_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "Giấy mời #52 (100%).docx"
    path.write_bytes(b"paper")
    programs = Programs()
    QDesktopServices.setUrlHandler("file", programs, "take")
    try:
        assert open_outside(path) is None
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert programs.asked == [str(path)]


def test_the_printer_used_last_comes_first() -> None:
    names = ("HP LaserJet", "Canon LBP", "PDF")
    assert in_use_first(names, "PDF") == ("PDF", "HP LaserJet", "Canon LBP")
    assert in_use_first(names, "taken away since") == names


def test_papers_are_offered_to_the_folder_chosen(opened: Window, tmp_path: Path) -> None:
    offered: list[str] = []

    def no_file(*_given: object, name: str, **_options: object) -> None:
        offered.append(name)

    folder = tmp_path / "Giấy tờ của văn phòng"
    opened.desk.state.put(PAPERS, str(folder))
    shown = preview(opened)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.screens.papers.screen.choose_file", no_file)
        click(shown.pdf)
    assert Path(offered[0]).parent == folder
    shown.close()


def test_a_reminder_of_reports_goes_to_all_or_to_each_and_is_noted_once_printed(opened: Window, tmp_path: Path) -> None:
    opened.move_clock(dt.datetime.combine(DAY, dt.time(8)))
    shown = preview(opened, "don-doc", "2024-08")
    settle(opened, shown)
    assert [who.name for who in shown.what.sending.recipients] == [
        "Đảng ủy xã Tây Hà",
        "Đảng ủy xã Vĩnh Lâm",
        "Chi bộ Kiểm lâm",
    ]
    assert (shown.settings.mode.value(), shown._count()) == ("all", "1 công văn")
    assert shown.settings.sent.box.text() == "Ghi đã đôn đốc ngày 30/8/2024"
    shown.settings.mode.box.setCurrentIndex(1)
    shown.settings.mode.commit()
    settle(opened, shown)
    assert shown._count() == "3 công văn"
    shown.recipients.table.setFocus()
    shown.recipients.table.select("cbkl")
    QTest.keyClick(shown.recipients.table, Key.Key_Space)
    settle(opened, shown)
    assert shown._count() == "2 công văn"
    shown.print_to(partial(paper_printer, tmp_path / "in.pdf"))
    opened.qtbot.waitUntil(lambda: not shown.isVisible(), timeout=20_000)
    reminded = {one.unit: one.reminded for one in opened.desk.facts.office.reports if one.period == "2024-08"}
    assert (reminded["tayha"], reminded["vinhlam"], reminded["cbkl"]) == (DAY, DAY, dt.date(2024, 8, 28))
    (letter,) = [one for one in opened.desk.facts.office.documents if one.date == DAY and one.type == "CV"]
    assert letter.title == "Công văn đôn đốc báo cáo tháng 8/2024"


def test_what_is_wrong_with_a_page_is_read_whole_beside_it(opened: Window) -> None:
    shown = preview(opened)
    assert shown._made
    sentence = "Trang 1: chỗ ký của đồng chí Chánh Văn phòng còn để trống; hãy ghi người ký ở Danh mục rồi in lại."
    shown.resize(1170, 600)
    shown.settings.show_checks(replace(shown._made, checks=(*shown._made.checks, ("Đủ nội dung", (sentence,)))))
    (area,) = shown.settings.findChildren(QScrollArea)
    (words,) = [each for each in shown.settings.findChildren(QLabel) if each.text() == sentence]
    opened.qtbot.waitUntil(lambda: area.widget().width() == area.viewport().width())
    opened.qtbot.waitUntil(lambda: words.heightForWidth(words.width()) <= words.height())
    shown.close()


@pytest.mark.asks
def test_a_day_typed_is_asked_about_before_the_preview_closes(opened: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(dialog, "sure_to_leave", lambda _parent: bool(asked.append(True)))
    shown = preview(opened)
    QTest.keyClick(shown, Key.Key_Escape)
    assert not asked
    assert not shown.isVisible()
    shown = preview(opened)
    write(shown.settings.day.editor, "4/9/2024")
    settle(opened, shown)
    QTest.keyClick(shown, Key.Key_Escape)
    assert asked
    assert shown.isVisible()
    shown.hide()


def test_a_resolution_does_not_bear_the_day_the_session_was_called(opened: Window) -> None:
    facts, on = opened.desk.facts, dt.date(2024, 9, 11)
    meeting = opened.meeting("btv-56")
    assert meeting.invitations_sent
    assert preview_case.subject(facts, "giay-moi", "btv-56", on=on).day == meeting.invitations_sent
    assert preview_case.subject(facts, "nghi-quyet", "btv-56/a2", on=on).day == on
