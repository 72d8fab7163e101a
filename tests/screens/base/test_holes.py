"""Every screen on an office in which every key that may be absent is."""

import copy
import json

from PySide6.QtWidgets import QApplication

from desktop.domain.records import Office
from desktop.exchange.office_json import read_office
from desktop.screens.base.places import PLACES
from desktop.screens.regulations.tab import RegulationTab
from tests.exchange.test_holes import FULL, hollow, without_strings_in_lists
from tests.screens.conftest import MakeWindow

RECORDS = ("", "m1", "b1", "d1", "x1", "p1", "t1", "r1", "w1", "n1", "v1", "k1", "o1", "i1", "e1")


def holes() -> Office:
    data = without_strings_in_lists(hollow(copy.deepcopy(FULL)))
    data["people"][0]["seats"].append({"body": "btv", "role": "uy-vien", "from": "2020-08-01"})
    data["meetings"][0]["agenda"][0]["purpose"] = "decision"
    data["office"]["regulations"].append({"profile": "tay-son-2024", "from": "2024-01-01"})
    return read_office(json.dumps(data))


def test_every_screen_opens_every_record(window: MakeWindow) -> None:
    shown = window(holes())
    for place in PLACES:
        for record in RECORDS:
            shown.shell.show_place(place.key, record)
            QApplication.processEvents()


def test_a_regulation_without_a_day_is_shown_as_not_in_force(window: MakeWindow) -> None:
    screen = window(holes()).screen("directory")
    screen.show_tab(RegulationTab.key)
    tab = screen.tab()
    assert [tab.filters["use"].box.itemText(row) for row in range(tab.filters["use"].box.count())] == [
        "Huyện ủy Tây Sơn, từ 01/01/2024",
        "Chưa có hiệu lực: chưa chọn quy chế",
    ]
    assert tab.table.rows()
    tab.filters["use"].set_value("Chưa có hiệu lực: chưa chọn quy chế")
    tab.refresh()
    assert not tab.table.rows()
