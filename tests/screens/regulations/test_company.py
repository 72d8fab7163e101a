"""A committee that is none of those that ship: from its Word file to its first judged quarter, made in the window."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.domain.decoding import from_plain
from desktop.domain.findings import Finding, Verdict
from desktop.domain.records import Office
from desktop.domain.refusal import Stale
from desktop.papers.readback import read_pdf
from desktop.usecases.compliance.account import account
from desktop.usecases.papers.printing import print_form, to_pdf
from desktop.usecases.regulations.confirming import Step, Unread
from desktop.usecases.regulations.own_cite import cite_words
from tests.exchange.regulations import word_files
from tests.papers.reading import whole_text
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import Key, click, write
from tests.screens.regulations.company import DUTIES, NOW, OFFICE, TEXT
from tests.screens.regulations.test_own_profile import own_tab

TITLE = "Quy chế làm việc số 02-QC/ĐU của Đảng ủy Tổng công ty Sông Xanh"
READ = {
    "meeting.cadence.bch": {"n": 1, "per": "quarter"},
    "meeting.cadence.btv": {"n": 1, "per": "month"},
    "meeting.cadence.thuong-truc": {"gap": 2, "unit": "weeks"},
    "meeting.quorum.bch": {"at_least": "2/3", "of": "summoned"},
    "meeting.quorum.btv": {"at_least": "2/3", "of": "summoned"},
    "meeting.invitations.btv": {"n": 3, "unit": "working-days", "side": "before", "of": "meeting"},
    "decision.majority": {
        "over": "1/2",
        "of": "members",
        "except": [{"matters": ["discipline"], "at_least": "2/3", "of": "members"}],
    },
    "report.received.periods": ["month"],
    "report.received.due": {"day": 5, "of": "next-month"},
    "absence.reported.working_days": 3,
}
WHOLE = Path(word_files.__file__).parent / "propose" / "whole"
"""Whole regulations of invented committees."""
LONGEST = 200
"""Keys and clicks in which a whole text is to be confirmed."""


@pytest.fixture
def company(window: MakeWindow) -> Window:
    office: Office = from_plain(Office, OFFICE)
    made = window(office)
    made.move_clock(NOW)
    return made


def begin(window: Window, path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401 - an OwnTab
    """Make the regulation, attach the Word file: the page Đối chiếu opens by itself."""
    tab = own_tab(window)

    def name(dialog: Any) -> None:  # noqa: ANN401 - a NewProfileDialog
        write(dialog.title.editor, TITLE)
        click(dialog.primary)

    window.in_dialog(name)
    tab.begin()
    monkeypatch.setattr("desktop.screens.regulations.own_dialogs.choose_file", lambda *_args, **_more: path)
    window.in_dialog(lambda dialog: dialog.accept())
    tab.attach()
    QApplication.processEvents()
    assert tab.page.isVisible()
    return tab


def confirm(page: Any) -> int:  # noqa: ANN401 - a ConfirmPage
    """Go down the contents by Enter and K; the number of keys."""
    keys = 0
    while isinstance(one := page.current(), Step) and one.waits:
        QTest.keyClick(page.table, Key.Key_Return if one.row.state == "read" else Key.Key_K)
        keys += 1
        assert keys <= LONGEST
    return keys


def make_duties(window: Window, page: Any) -> None:  # noqa: ANN401 - a ConfirmPage
    """Each sentence that no content took becomes a duty, by D."""
    while (one := next((row for row in page.table.rows() if isinstance(row, Unread)), None)) is not None:
        page.table.select(one.id)
        often, due = DUTIES[one.value]

        def fill(dialog: Any, often: str = often, due: str = due) -> None:  # noqa: ANN401 - a DutyDialog
            write(dialog.often.editor, often)
            write(dialog.due.editor, due)
            click(dialog.primary)

        window.in_dialog(fill)
        QTest.keyClick(page.table, Key.Key_D)
        QApplication.processEvents()


def take_into_use(window: Window, tab: Any) -> None:  # noqa: ANN401 - an OwnTab
    def fill(dialog: Any) -> None:  # noqa: ANN401 - a ChangeDialog
        write(dialog.first.editor, "01/01/2026")
        write(dialog.document.editor, "Quyết định 15-QĐ/ĐU ngày 26/12/2025")
        click(dialog.primary)

    window.in_dialog(fill)
    tab.take_into_use()


MADE: list[Office] = []
"""The office as the window left it, driven once."""


@pytest.fixture
def judged(window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Window:
    made = window(MADE[0] if MADE else from_plain(Office, OFFICE))
    made.move_clock(NOW)
    if not MADE:
        path = tmp_path / "quy chế tổng công ty.docx"
        path.write_bytes(word_files.numbered(TEXT)[0])
        tab = begin(made, path, monkeypatch)
        confirm(tab.page)
        make_duties(made, tab.page)
        take_into_use(made, tab)
        MADE.append(made.desk.facts.office)
    return made


def found(window: Window, rule: str, subject: str) -> Finding:
    return next(one for one in window.desk.findings() if (one.rule, str(one.subject)) == (rule, subject))


def test_the_words_are_kept_key_by_key_under_their_own_articles(judged: Window) -> None:
    (own,) = judged.desk.facts.office.profiles
    said = {each.key: each for each in own.parameters}
    assert {key: said[key].value for key in READ} == READ
    assert all(each.cite and each.cite.article for each in own.parameters if each.value is not None)
    assert (own.base, own.by_base) == ("bac-kan-ccq-2020", False)


def test_six_duties_are_made_of_what_no_content_took(judged: Window) -> None:
    duties = judged.desk.facts.office.duties
    assert [cite_words(duty.cite) for duty in duties] == list(DUTIES)
    assert all(duty.profile == judged.desk.facts.office.profiles[0].id for duty in duties)
    assert duties[0].often == {"n": 1, "per": "month"}
    assert duties[0].due == {"day": 5, "of": "next-month"}


def test_the_first_quarter_is_judged_by_its_own_text(judged: Window) -> None:
    drafts, seals, *_rest = (duty.id for duty in judged.desk.facts.office.duties)
    wanted = {
        ("meeting.invitations", "meetings/m1"): Verdict.MET,
        ("meeting.invitations", "meetings/m2"): Verdict.BREACH,
        ("meeting.quorum", "meetings/m2"): Verdict.MET,
        ("decision.majority", "meetings/m2/a1"): Verdict.BREACH,
        ("meeting.cadence", "btv/2026-01"): Verdict.MET,
        ("meeting.cadence", "btv/2026-03"): Verdict.BREACH,
        ("meeting.cadence", "bch/2026-Q1"): Verdict.MET,
        ("report.received", "units/u1/2026-01"): Verdict.MET,
        ("report.received", "units/u1/2026-02"): Verdict.BREACH,
        ("duty.own", f"duties/{drafts}/2026-01"): Verdict.BREACH,
        ("duty.own", f"duties/{seals}/2026-Q1"): Verdict.BREACH,
    }
    assert {key: found(judged, *key).verdict for key in wanted} == wanted
    majority = found(judged, "decision.majority", "meetings/m2/a1")
    assert majority.cite.at is not None
    assert (majority.cite.at.article, majority.cite.at.clause) == ("Điều 3", "khoản 5")


def test_nothing_is_cited_but_its_own_articles(judged: Window) -> None:
    own = judged.desk.facts.office.profiles[0].id
    findings = judged.desk.findings()
    assert {finding.cite.profile for finding in findings if finding.cite.at} == {own}
    assert not any(finding.cite.unchecked for finding in findings)


def test_its_account_says_only_what_its_own_text_says(judged: Window) -> None:
    facts, on = judged.desk.facts, judged.desk.today
    own = facts.office.profiles[0].id
    told = account(facts, "2026-Q1", on=on)
    cites = [cite for section in told.sections for line in section.lines for cite in line.figure.cites]
    assert {cite.profile for cite in cites if cite.at} == {own}
    assert {article.cite.profile for article in told.articles if article.cite} <= {own}
    papers = print_form(facts, "bao-cao-quy-che", "2026-Q1", on=on)
    words = whole_text(read_pdf(to_pdf(papers)))
    for foreign in ("Bắc Kạn", "Lùng Phình", "Tây Sơn", "theo mẫu"):
        assert foreign not in words
    assert TITLE.replace(" ", "") in words.replace("\n", "").replace(" ", "")


def test_a_duty_that_was_done_is_tied_to_what_shows_it(judged: Window) -> None:
    screen = judged.screen("assignments")
    first = judged.desk.facts.office.duties[0]
    screen.open_record(first.id)
    tab = screen.tab()
    assert tab.key == "duties"
    assert tab.table.current().state == "late"

    def fill(dialog: Any) -> None:  # noqa: ANN401 - a DutyDoneDialog
        dialog.period.set_value("2026-01")
        write(dialog.fields["date"].editor, "03/02/2026")
        dialog.fields["record"].set_value("documents/d1")
        click(dialog.primary)

    judged.in_dialog(fill)
    tab.act(tab.table.current())
    done = found(judged, "duty.own", f"duties/{first.id}/2026-01")
    assert done.verdict is Verdict.MET
    assert "hạn cuối 05/02/2026" in done.text
    tab.select(first.id)
    assert "03-BC/VPĐU" in " ".join(each.text() for each in tab.side.findChildren(QLabel))


@pytest.mark.parametrize("text", ["", "ward"], ids=["short", "whole"])
def test_a_text_is_confirmed_in_fewer_keys_than_the_limit(
    company: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    path = tmp_path / "quy chế.docx"
    path.write_bytes(word_files.plain((WHOLE / f"{text}.txt").read_text(encoding="utf-8") if text else TEXT)[0])
    page = begin(company, path, monkeypatch).page
    assert {finding.rule for finding in company.desk.findings()} == {"regulation.in-force"}
    keys = confirm(page)
    assert not [step for step in page._steps if step.waits]
    assert keys == len(page._steps) >= (70 if text else 20)
    assert page.count.text() == f"Đã đối chiếu cả {keys} nội dung"


def test_marked_words_become_the_value_of_the_content_in_hand(
    company: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "quy chế.docx"
    path.write_bytes(word_files.plain(TEXT)[0])
    page = begin(company, path, monkeypatch).page
    page.table.select("meeting.cadence.btv")
    words = "mỗi quý một lần"
    start = page.text.toPlainText().index(words)
    page.text.select_span((start, start + len(words)))
    QTest.keyClick(page.table, Key.Key_N)
    kept = {each.key: each for each in company.desk.facts.office.profiles[0].parameters}["meeting.cadence.btv"]
    assert kept.value == {"n": 1, "per": "quarter"}
    assert kept.cite is not None
    assert (kept.cite.article, kept.cite.clause) == ("Điều 3", "khoản 1")
    company.desk.undo()
    assert not company.desk.facts.office.profiles[0].parameters


def test_marked_words_without_a_value_give_their_place(
    company: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "quy chế.docx"
    path.write_bytes(word_files.plain(TEXT)[0])
    page = begin(company, path, monkeypatch).page
    page.table.select("meeting.cadence.btv")
    start = page.text.toPlainText().index("Ban Thường vụ lãnh đạo")
    page.text.select_span((start, start + 13))
    page.take_marked()
    assert page.panel.cite.value() == "khoản 1 Điều 2"
    assert "cần ghi mức quy định" in page.panel.value.typed._line_text.text()
    page.text.select_span((0, 7))
    page.take_marked()
    assert page.band.text() == ("Chữ đã đánh dấu không thuộc điều nào của quy chế; cần đánh dấu trong một điều.")


def test_a_regulation_may_be_pasted_and_what_is_none_stays_in_the_field(company: Window) -> None:
    tab = own_tab(company)

    def name(dialog: Any) -> None:  # noqa: ANN401 - a NewProfileDialog
        write(dialog.title.editor, TITLE)
        click(dialog.primary)

    company.in_dialog(name)
    tab.begin()

    def paste(dialog: Any) -> None:  # noqa: ANN401 - a PasteDialog
        dialog.text.edit.setPlainText("Không có gì để đọc.")
        click(dialog.primary)
        assert dialog.band.text() == "Văn bản không có điều nào, cần một quy chế chia thành các điều."
        assert dialog.text.value() == "Không có gì để đọc."
        dialog.text.edit.setPlainText(TEXT)
        company.in_dialog(lambda shown: shown.accept())
        click(dialog.primary)

    company.in_dialog(paste)
    tab.paste()
    assert tab.page.isVisible()
    assert len(tab.page._steps) > len(READ)
    (kept,) = company.desk.facts.office.regulation_texts
    assert kept.text.startswith("QUY CHẾ LÀM VIỆC")


DECISION = """ĐẢNG BỘ TỈNH SÔNG XANH
ĐẢNG ỦY TỔNG CÔNG TY SÔNG XANH
Số 15-QĐ/ĐU
Sông Xanh, ngày 26 tháng 12 năm 2025
QUYẾT ĐỊNH
ban hành Quy chế làm việc của Ban Chấp hành Đảng bộ Tổng công ty Sông Xanh
BAN CHẤP HÀNH QUYẾT ĐỊNH
Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Ban Chấp hành.
Điều 2. Quyết định này có hiệu lực kể từ ngày 01/01/2026.

"""


def test_the_decision_that_issues_a_text_is_offered_where_it_is_taken_into_use(
    company: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "quyết định.docx"
    path.write_bytes(word_files.plain(DECISION + TEXT)[0])
    tab = begin(company, path, monkeypatch)
    seen: list[tuple[str, object]] = []

    def look(dialog: Any) -> None:  # noqa: ANN401 - a ChangeDialog
        seen.append((dialog.document.value(), dialog.first.value()))
        click(dialog.primary)

    company.in_dialog(look)
    tab.take_into_use()
    assert seen == [("Quyết định 15-QĐ/ĐU ngày 26/12/2025", dt.date(2026, 1, 1))]
    (use,) = company.desk.facts.office.office.regulations
    assert (use.from_, use.document) == (dt.date(2026, 1, 1), "Quyết định 15-QĐ/ĐU ngày 26/12/2025")


def test_what_could_not_be_kept_stays_in_hand(company: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change made in another window meanwhile is read anew, and the content still waits."""
    path = tmp_path / "quy chế.docx"
    path.write_bytes(word_files.numbered(TEXT)[0])
    page = begin(company, path, monkeypatch).page

    def stale(*_: object, **__: object) -> None:
        raise Stale("Quy chế vừa được sửa ở cửa sổ khác.")

    one = page.current()
    assert one.row.state == "read"
    with monkeypatch.context() as patched:
        patched.setattr("desktop.usecases.regulations.own_profile_edits.accept", stale)
        QTest.keyClick(page.table, Key.Key_Return)
    assert page.band.text() == "Quy chế vừa được sửa ở cửa sổ khác."
    assert page.current().id == one.id
    QTest.keyClick(page.table, Key.Key_Return)
    assert page.current().id != one.id
