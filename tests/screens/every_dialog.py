"""Every dialog of the program on one office, in which two people bear one name; a dialog left out fails the walk.

How a noun's dialogs are opened stands in `dialogs.py` of its folder, which goes with it. It may name in `READ_ONLY`
those in which nothing can be typed or chosen, and in `LOSES_NOTHING` those that close at once over what was typed.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import ModuleType

import desktop.screens
from desktop.domain.records import Office
from desktop.qt.dialog import Dialog
from desktop.sample.sample import sample_office
from desktop.screens.base.record_dialog import RecordDialog, SmallDialog
from tests.screens.conftest import Window

TWIN = "Nguyễn Văn Hùng"
TWIN_POSTS = ("Phó Bí thư Huyện ủy", "Trưởng Công an huyện")
NOT_ALONE = (SmallDialog, RecordDialog)
"""Only what other dialogs are made of."""


def with_twins(profile: str) -> Office:
    """The sample of a profile, in which the second and the third person have one name."""
    office = sample_office(profile)
    first, second, third, *others = office.people
    named = [replace(one, name=TWIN, position=post) for one, post in zip((second, third), TWIN_POSTS, strict=True)]
    return replace(office, people=(first, *named, *others))


def name_of(cls: object) -> str:
    """`absences.small.CoverDialog`: the noun, the file and the class."""
    assert isinstance(cls, type)
    return f"{cls.__module__.removeprefix('desktop.screens.')}.{cls.__name__}"


def classes() -> set[str]:
    for module in pkgutil.walk_packages(desktop.screens.__path__, "desktop.screens."):
        importlib.import_module(module.name)
    return {name_of(one) for one in _below(Dialog) if one not in NOT_ALONE}


def _below(cls: type[Dialog]) -> Iterator[type[Dialog]]:
    for one in cls.__subclasses__():
        if one.__module__.startswith("desktop."):
            yield one
            yield from _below(one)


def _nouns() -> Iterator[ModuleType]:
    for path in sorted(Path(__file__).parent.glob("*/dialogs.py")):
        yield importlib.import_module(f"tests.screens.{path.parent.name}.dialogs")


def every_dialog(made: Window, folder: Path) -> dict[str, partial[Dialog]]:
    """By noun, file and class, how each is opened."""
    makes = [make for noun in _nouns() for make in noun.dialogs(made.desk, folder)]
    return {name_of(make.func): make for make in makes}


def named(group: str) -> set[str]:
    """The dialogs that their nouns name in READ_ONLY or LOSES_NOTHING."""
    return {name_of(one) for noun in _nouns() for one in getattr(noun, group, ())}
