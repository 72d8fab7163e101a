"""Every noun of the program: the records it keeps, the screen that shows it, its tabs, whether Hôm nay acts on it.

Standard library only. A noun's folder bears its key under `usecases/`, `screens/`, `papers/forms/` and `tests/`; what
it judges stands in `domain/`. A noun is taken out of the program by deleting its folders and its line here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab of a screen; `draws` names a module of the noun's folder and the class in it.

    `stands_for` are the lists whose records have no row of their own there: the tab itself is opened.
    `pictured` are the words by which it is opened for the pictures of the demo.
    """

    key: str
    title: str
    draws: str
    stands_for: tuple[str, ...] = ()
    pictured: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Noun:
    """`place` is the screen of the rail it is shown on; `acts` says that `usecases/KEY/acts.py` offers acts."""

    key: str
    place: str
    records: tuple[str, ...] = ()
    tabs: tuple[Tab, ...] = ()
    acts: bool = False

    def drawn(self, tab: Tab) -> Any:  # noqa: ANN401 - a class of the screens, which this file does not know
        """The class that draws a tab, imported now."""
        module, _, name = tab.draws.rpartition(".")
        return getattr(import_module(f"desktop.screens.{self.key}.{module}"), name)


NOUNS = (
    Noun("meetings", "meetings", ("meetings",), acts=True),
    Noun("ballots", "ballots", ("ballots",), acts=True),
    Noun("delegated", "ballots", ("delegated",), acts=True),
    Noun("absences", "absences", ("absences",), acts=True),
    Noun(
        "assignments",
        "assignments",
        ("assignments",),
        (Tab("members", "Theo người", "members.MembersTab"), Tab("units", "Theo đơn vị", "units.UnitsTab")),
    ),
    Noun("tasks", "assignments", ("tasks",), (Tab("tasks", "Nhiệm vụ", "tab.TasksTab"),)),
    Noun("duties", "assignments", ("duties",), (Tab("duties", "Việc riêng", "tab.DutiesTab", pictured=("duties",)),)),
    Noun("programmes", "programmes", ("programmes",), (Tab("programmes", "Chương trình", "tab.ProgrammesTab"),), True),
    Noun(
        "reports",
        "programmes",
        ("reports",),
        (Tab("reports", "Báo cáo định kỳ", "tab.ReportsTab", pictured=("reports",)),),
        acts=True,
    ),
    Noun(
        "directives",
        "programmes",
        ("directives",),
        (Tab("directives", "Sơ kết, tổng kết", "tab.DirectivesTab", pictured=("directives:n1",)),),
        acts=True,
    ),
    Noun(
        "visits",
        "programmes",
        ("visits",),
        (
            Tab(
                "visits",
                "Đi cơ sở, làm việc",
                "tab.VisitsTab",
                pictured=("visits:units", "visits:list", "visits:working"),
            ),
        ),
    ),
    Noun(
        "reviews",
        "programmes",
        ("reviews",),
        (Tab("reviews", "Kiểm điểm, tín nhiệm", "tab.ReviewsTab", pictured=("reviews:k4",)),),
        acts=True,
    ),
    Noun(
        "documents",
        "documents",
        ("documents",),
        (Tab("register", "Sổ đăng ký", "register.RegisterTab"), Tab("queue", "Chờ phát hành", "queue.QueueTab")),
    ),
    Noun(
        "incoming",
        "documents",
        ("incoming",),
        (Tab("incoming", "Văn bản đến", "tab.IncomingTab", pictured=("incoming",)),),
    ),
    Noun("events", "calendar", ("events",)),
    Noun("compliance", "compliance", ("notes",)),
    Noun(
        "directory",
        "directory",
        ("people", "units"),
        (
            Tab("people", "Nhân sự", "people.PeopleTab"),
            Tab("units", "Đơn vị", "units.UnitsTab"),
            Tab("office", "Cơ quan", "office.OfficeTab", stands_for=("office",)),
        ),
    ),
    Noun(
        "regulations",
        "directory",
        (),
        (
            Tab("regulation", "Quy chế", "tab.RegulationTab", stands_for=("regulation_texts",)),
            Tab("own", "Quy chế riêng", "own.OwnTab", stands_for=("profiles",)),
            Tab("settings", "Quy ước của đơn vị", "settings.SettingsTab"),
        ),
    ),
    Noun("days", "directory", (), (Tab("days", "Lịch nghỉ", "tab.DaysTab", stands_for=("calendar",)),)),
)
PLACE_OF: Mapping[str, str] = {name: noun.place for noun in NOUNS for name in noun.records}
"""On which screen the records of a list are shown."""
TAB_OF: Mapping[str, str] = {name: tab.key for noun in NOUNS for tab in noun.tabs for name in tab.stands_for}
"""Which tab stands for a list none of whose records is opened by itself."""
_PLACE_OF_TAB = {name: noun.place for noun in NOUNS for tab in noun.tabs for name in tab.stands_for}


def tabs_of(place: str) -> tuple[tuple[Noun, Tab], ...]:
    """The tabs of a screen in their order, each with the noun it is of."""
    return tuple((noun, tab) for noun in NOUNS if noun.place == place for tab in noun.tabs)


def place_of(name: str) -> str:
    """The screen on which a list of the office is looked at; Hôm nay for what no noun keeps."""
    return PLACE_OF.get(name) or _PLACE_OF_TAB.get(name, "today")
