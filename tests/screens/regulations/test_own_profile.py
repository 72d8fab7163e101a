"""An invented ward writes its own regulation in the window: from Lùng Phình's, one number changed from a day."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.cli import run
from desktop.context import Context, Paths
from desktop.domain.decoding import from_plain
from desktop.domain.findings import Clause, Finding, Verdict
from desktop.domain.records import Office
from desktop.exchange.office_json import read_office, write_office
from desktop.screens.base.screen import Width
from tests.screens.conftest import MakeWindow, Window
from tests.screens.hands import Key, click, write

ON = dt.datetime(2026, 4, 1, 8, 0)
TITLE = "Quy chế làm việc của Đảng ủy phường Tân Lâm, số 01-QC/ĐU"
INVITED = "meeting.invitations.btv"
NAMES = ("Lê Văn Ánh", "Trần Thị Đào", "Phạm Văn Ẩn", "Đỗ Minh Châu", "Hồ Anh Tuấn")


def _person(number: int, name: str) -> dict[str, Any]:
    roles = {1: "bi-thu", 2: "pho-bi-thu-thuong-truc"}
    seats = [{"body": body, "role": "uy-vien", "from": "2025-07-01"} for body in ("bch", "btv")]
    if number in roles:
        seats.append({"body": "thuong-truc", "role": roles[number], "from": "2025-07-01"})
    return {"id": f"p{number}", "name": name, "seats": seats}


def _meeting(ident: str, day: str, invited: str) -> dict[str, Any]:
    present = [{"person": f"p{number}", "status": "present"} for number in range(1, 6)]
    return {"id": ident, "body": "btv", "kind": "regular", "title": "Hội nghị Ban Thường vụ", "start": f"{day}T07:30",
            "chair": "p1", "invitations_sent": invited, "decided_by": "thuong-truc", "attendance": present}  # fmt: skip


WARD: dict[str, Any] = {
    "format": "thuky-office/1",
    "office": {
        "name": "Đảng ủy phường Tân Lâm",
        "superior": "Đảng bộ tỉnh Sông Xanh",
        "symbol": "ĐU",
        "place": "Tân Lâm",
        "regulations": [{"profile": "lung-phinh-2025", "from": "2025-07-01"}],
    },
    "people": [_person(number, name) for number, name in enumerate(NAMES, 1)],
    "meetings": [
        _meeting("m1", "2026-02-27", "2026-02-26"),
        _meeting("m2", "2026-03-30", "2026-03-29"),
        _meeting("m3", "2026-04-29", "2026-04-26"),
    ],
}


@pytest.fixture
def ward(window: MakeWindow) -> Window:
    office: Office = from_plain(Office, WARD)
    made = window(office)
    made.move_clock(ON)
    return made


def own_tab(window: Window) -> Any:  # noqa: ANN401 - an OwnTab
    screen = window.screen("directory")
    screen.show_tab("own")
    QApplication.processEvents()
    return screen.tab()


def begin(window: Window, *, by_base: bool = True) -> Any:  # noqa: ANN401 - an OwnTab
    tab = own_tab(window)

    def fill(dialog: Any) -> None:  # noqa: ANN401 - a NewProfileDialog
        assert dialog.base.value() == "lung-phinh-2025", "a ward's is nearest to a commune's"
        write(dialog.title.editor, TITLE)
        assert not dialog.by_base.value()
        dialog.by_base.set_value(by_base)
        click(dialog.primary)

    window.in_dialog(fill)
    tab.begin()
    return tab


def change_from(window: Window, tab: Any, first: str, value: str, cite: str) -> None:  # noqa: ANN401 - an OwnTab
    def fill(dialog: Any) -> None:  # noqa: ANN401 - a LaterValueDialog
        write(dialog.from_.editor, first)
        write(dialog.value.typed.editor, value)
        write(dialog.cite.editor, cite)
        click(dialog.primary)

    window.in_dialog(fill)
    click(tab.panel.later)


def take_into_use(window: Window, tab: Any, first: str) -> None:  # noqa: ANN401 - an OwnTab
    def fill(dialog: Any) -> None:  # noqa: ANN401 - a ChangeDialog
        write(dialog.first.editor, first)
        write(dialog.document.editor, "Quyết định 15-QĐ/ĐU ngày 26/12/2025")
        click(dialog.primary)

    window.in_dialog(fill)
    tab.take_into_use()


@pytest.fixture
def made(ward: Window) -> Window:
    """The whole way: made, one number checked, changed from a day, taken into use."""
    tab = begin(ward)
    tab.select(INVITED)
    write(tab.panel.cite.editor, "khoản 3 Điều 12")
    change_from(ward, tab, "01/3/2026", "3", "12.3.a")
    take_into_use(ward, tab, "01/01/2026")
    return ward


def invitations(window: Window) -> dict[str, Finding]:
    found = [one for one in window.desk.findings() if one.rule == "meeting.invitations"]
    return {one.subject.removeprefix("meetings/"): one for one in found}


# The must-show of a profile made by the window


def test_the_same_lead_is_met_before_the_day_and_a_breach_after_it(made: Window) -> None:
    found = invitations(made)
    assert {key: one.verdict for key, one in found.items()} == {
        "m1": Verdict.MET,
        "m2": Verdict.BREACH,
        "m3": Verdict.DUE,
    }
    ident = made.desk.facts.office.profiles[0].id
    before, after = found["m1"].cite, found["m2"].cite
    assert (before.profile, before.at) == (ident, Clause(article="Điều 12", clause="khoản 3"))
    assert (after.profile, after.at) == (ident, Clause(article="Điều 12", clause="khoản 3", point="điểm a"))
    assert (found["m1"].due, found["m2"].due) == (dt.date(2026, 2, 26), dt.date(2026, 3, 27))


def test_the_decision_and_the_day_are_kept_with_the_use(made: Window) -> None:
    uses = made.desk.facts.office.office.regulations
    assert [(use.profile, use.from_) for use in uses] == [
        ("lung-phinh-2025", dt.date(2025, 7, 1)),
        ("f1", dt.date(2026, 1, 1)),
    ]
    assert uses[1].document == "Quyết định 15-QĐ/ĐU ngày 26/12/2025"
    made.desk.undo()
    assert len(made.desk.facts.office.office.regulations) == 1
    assert not any(one.cite.profile == "f1" for one in made.desk.findings())


def test_export_import_export_gives_the_same_bytes_and_check_the_same_findings(
    made: Window, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = write_office(made.desk.facts.office)
    assert write_office(read_office(first)) == first
    source = tmp_path / "phường.json"
    source.write_text(first, encoding="utf-8")
    context = Context(Paths.under(tmp_path / "home"), lambda: ON, "Văn thư")
    assert run(["check", str(source), "--on", "2026-04-01", "--json"], context) == 1
    checked = json.loads(capsys.readouterr().out)["findings"]
    judged = [(one.rule, one.subject, str(one.verdict), one.text) for one in made.desk.findings()]
    assert [(one["rule"], one["subject"], one["verdict"], one["text"]) for one in checked] == judged
    cited = {one["subject"]: one["cite"] for one in checked if one["rule"] == "meeting.invitations"}
    assert (cited["meetings/m2"]["profile"], cited["meetings/m2"]["point"]) == ("f1", "điểm a")


def test_the_window_names_the_own_regulation(made: Window) -> None:
    from desktop.usecases.regulations import articles

    assert articles.regulation_title(made.desk.facts, made.desk.today) == f"{TITLE}, hiệu lực từ 01/01/2026"
    (shown,) = articles.articles(made.desk.facts, (invitations(made)["m2"].cite,), dt.date(2026, 4, 1))
    assert shown.title == "Điểm a khoản 3 Điều 12"
    screen = made.screen("directory")
    screen.show_tab("regulation")
    assert TITLE in screen.tab().filters["use"].box.currentText()
    screen.tab().select(INVITED)
    assert screen.tab().panel.means.text() == "Giấy mời hội nghị Ban Thường vụ phải gửi trước ngày họp ba ngày."


def test_what_is_not_checked_is_judged_as_in_the_base_and_says_so(made: Window) -> None:
    quorum = next(one for one in made.desk.findings() if (one.rule, one.subject) == ("meeting.quorum", "meetings/m1"))
    assert (quorum.verdict, quorum.cite.profile, quorum.cite.unchecked) == (Verdict.MET, "lung-phinh-2025", True)
    assert not invitations(made)["m2"].cite.unchecked
    tab = own_tab(made)
    assert "đã đối chiếu 1/153" in tab.facts_line.text()


# One parameter at a time


def test_a_value_typed_before_its_article_stays_and_waits_for_it(ward: Window) -> None:
    tab = begin(ward)
    tab.select(INVITED)
    write(tab.panel.value.typed.editor, "2")
    (kept,) = ward.desk.facts.office.profiles[0].parameters
    assert (kept.value, kept.cite) == ({"n": 2, "unit": "days", "side": "before", "of": "meeting"}, None)
    assert "còn phải ghi điều" in tab.panel.state.text()
    other = next(row.id for row in tab.table.rows() if getattr(row, "id", "") not in ("", INVITED))
    tab.select(other)
    tab.select(INVITED)
    assert tab.panel.value.typed.line.text().startswith("2")
    assert tab.table.current().state == "uncited"
    write(tab.panel.cite.editor, "khoản 3")
    assert "“khoản 3” không đọc được" in tab.panel.cite._line_text.text()
    write(tab.panel.cite.editor, "điều 12 khoản 3")
    (kept,) = ward.desk.facts.office.profiles[0].parameters
    assert (kept.value, kept.from_, kept.means) == (
        {"n": 2, "unit": "days", "side": "before", "of": "meeting"},
        None,
        "Giấy mời hội nghị Ban Thường vụ phải gửi trước ngày họp hai ngày.",
    )
    assert tab.table.current().article == "khoản 3 Điều 12"


def test_a_wrong_value_is_refused_under_its_field(ward: Window) -> None:
    tab = begin(ward)
    tab.select("meeting.quorum.btv")
    write(tab.panel.value.typed.editor, "quá nửa", leave=False)
    write(tab.panel.cite.editor, "Điều 12")
    assert "“quá nửa” chưa đúng; cần ghi như “ít nhất 2/3 tổng số ủy viên”" in tab.panel.value.typed._line_text.text()
    assert tab.panel.value.typed.line.text() == "quá nửa"
    assert not ward.desk.facts.office.profiles[0].parameters


def test_going_down_the_unchecked_ones_by_keyboard(ward: Window) -> None:
    tab = begin(ward)
    tab.only.choose("open")
    tab.only.chosen.emit("open")
    first = tab.table.current()
    for cite in ("11.1", "11.1"):
        write(tab.panel.cite.editor, cite, leave=False)
        QTest.keyClick(tab.panel.cite.editor, Key.Key_Return)
    held = ward.desk.facts.office.profiles[0].parameters
    assert len({each.key for each in held}) == 2
    assert held[0].key == first.id
    assert tab.table.current().state == "unchecked"
    ward.desk.undo()
    assert len(ward.desk.facts.office.profiles[0].parameters) == 1


def test_a_text_that_lays_nothing_down_is_not_judged(made: Window) -> None:
    assert any(one.rule == "meeting.quorum" for one in made.desk.findings())
    tab = own_tab(made)
    for key in ("meeting.quorum.btv", "meeting.quorum.bch"):
        tab.select(key)
        tab.panel.says.choose("silent")
        tab.panel.says.chosen.emit("silent")
    assert not any(one.rule == "meeting.quorum" for one in made.desk.findings())
    screen = made.screen("directory")
    screen.show_tab("regulation")
    screen.tab().select("meeting.quorum.btv")
    assert screen.tab().table.current().value == "Không có quy định"
    tab = own_tab(made)
    tab.select("meeting.quorum.btv")
    click(tab.panel.back)
    assert any(one.rule == "meeting.quorum" for one in made.desk.findings())


def test_a_list_is_ticked_not_typed(ward: Window) -> None:
    tab = begin(ward)
    tab.select("meeting.invitations.exempt_kinds")
    assert tab.panel.value.ticks.value() == ("extraordinary",)
    QTest.keyClick(tab.panel.value.ticks.boxes["enlarged"].box, Key.Key_Space)
    write(tab.panel.cite.editor, "khoản 3 Điều 12")
    (kept,) = ward.desk.facts.office.profiles[0].parameters
    assert kept.value == ["extraordinary", "enlarged"]


def test_the_base_holds_until_the_day_of_a_value_that_is_only_for_later(ward: Window) -> None:
    tab = begin(ward)
    tab.select(INVITED)
    change_from(ward, tab, "01/3/2026", "3", "khoản 3 Điều 12")
    assert tab.table.current().state == "unchecked"
    take_into_use(ward, tab, "01/01/2026")
    found = invitations(ward)
    assert [found[key].verdict for key in ("m1", "m2")] == [Verdict.MET, Verdict.BREACH]
    assert [found[key].cite.unchecked for key in ("m1", "m2")] == [True, False]


# The office's own text

TEXT = """QUY CHẾ LÀM VIỆC
của Đảng ủy phường Tân Lâm

Chương I
CHẾ ĐỘ LÀM VIỆC

Điều 11. Chế độ hội họp
1. Ban Thường vụ họp mỗi tháng một lần.

Điều 13. Giấy mời
1. Văn phòng lo việc mời họp.
2. Giấy mời và tài liệu
a) Giấy mời gửi trước một ngày;
b) Tài liệu gửi cùng giấy mời.
"""


def test_a_text_is_attached_its_oddities_said_and_an_article_picked_from_it(ward: Window, tmp_path: Path) -> None:
    from desktop.screens.regulations.own_dialogs import keep_text

    tab, path, said = begin(ward), tmp_path / "quy chế.txt", list[str]()
    path.write_text(TEXT, encoding="utf-8")

    def read(dialog: Any) -> None:  # noqa: ANN401 - a TextDialog
        said.extend(label.text() for label in dialog.findChildren(type(tab.facts_line)))
        dialog.reject()

    ward.in_dialog(read)
    keep_text(ward.desk, tab.head().id, path, tab, tab.band)
    assert any("1 chương, 2 điều" in one for one in said)
    assert any("12" in one for one in said), "the missing article is said"
    tab.select(INVITED)

    def pick(dialog: Any) -> None:  # noqa: ANN401 - a PlacesDialog
        dialog.search.line.setText("giấy mời gửi")
        click(dialog.primary)

    ward.in_dialog(pick)
    click(tab.panel.pick)
    (kept,) = ward.desk.facts.office.profiles[0].parameters
    assert kept.cite is not None
    assert (kept.cite.article, kept.cite.clause, kept.cite.point) == ("Điều 13", "khoản 2", "điểm a")
    assert "Giấy mời gửi trước một ngày" in tab.panel.words.text()


def test_an_unreadable_text_is_refused_over_the_table(ward: Window, tmp_path: Path) -> None:
    from desktop.screens.regulations.own_dialogs import keep_text

    tab, path = begin(ward), tmp_path / "quy chế.pdf"
    path.write_bytes(b"%PDF")
    keep_text(ward.desk, tab.head().id, path, tab, tab.band)
    assert tab.band.text() == "Tệp quy chế.pdf hỏng hoặc không phải tệp PDF."
    assert not ward.desk.facts.office.regulation_texts


# Names


def test_a_regulation_needs_a_name_of_its_own(ward: Window) -> None:
    begin(ward)
    said: list[str] = []

    def again(title: str) -> Callable[[Any], None]:
        def fill(dialog: Any) -> None:  # noqa: ANN401 - a NewProfileDialog
            write(dialog.title.editor, title)
            click(dialog.primary)
            said.append(dialog.band.text())
            dialog.reject()

        return fill

    for title in ("", TITLE.upper()):
        ward.in_dialog(again(title))
        own_tab(ward).begin()
    assert said == [
        "Tên quy chế: cần ghi tên và số quy chế của đơn vị.",
        "Tên quy chế: đơn vị đã có quy chế mang tên này, cần ghi thêm số hoặc ngày.",
    ]


def test_one_in_use_is_not_taken_away(made: Window) -> None:
    tab = own_tab(made)
    tab.remove()
    assert tab.band.text() == "Quy chế này được áp dụng từ 01/01/2026; cần bỏ ở danh sách áp dụng trước."
    made.desk.undo()
    tab.remove()
    assert made.desk.facts.office.profiles == ()
    assert tab.stack.currentWidget() is tab.none


def test_one_pane_at_a_time_in_a_small_window(made: Window) -> None:
    tab = own_tab(made)
    tab.set_width(Width.SINGLE)
    assert not tab.side.isVisibleTo(tab)
    click(tab.toggle)
    assert tab.side.isVisibleTo(tab)
