"""An office opened, read and judged beside the window, and handed over to it."""

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.context import Context
from desktop.opening.glance import keeper
from desktop.opening.plain import plain_imports

if TYPE_CHECKING:
    from db.session import OfficeFile
    from desktop.screens.base.desk import Opened
    from desktop.screens.window.shell import Shell


class Rules:
    """The doors into the rules, bound after the first paint."""

    def __init__(self) -> None:
        from desktop.domain.compliance import check
        from desktop.usecases.base.facts import facts_of
        from desktop.usecases.today.rows import page_of

        self.facts_of, self.check, self.page_of = facts_of, check, page_of


def load(path: Path, context: Context) -> "Opened":
    """Open, read and judge an office, and import what the window is made of; touches no widget. Raises `Refusal`."""
    with plain_imports():
        from db.session import OfficeFile
        from desktop.screens.base.desk import read_and_judge

        for part in ("backups", "shell"):
            import_module(f"desktop.screens.window.{part}")
        rules = Rules()
    return read_and_judge(partial(OfficeFile.open, path, clock=context.clock, who=context.who), rules, context.today)


def attach(shell: "Shell", file: "OfficeFile") -> None:
    """Hand an open file to a window, reading and judging it at once."""
    from desktop.screens.base.desk import read_and_judge

    hand_over(shell, read_and_judge(lambda: file, Rules(), shell.desk.today), file.path.parent)


def hand_over(shell: "Shell", opened: "Opened", spare: Path) -> None:
    """Show an office; `spare` is the user's own folder: for copies whose own cannot be written, for the picture."""
    with plain_imports():
        from desktop.screens.window.backups import CopyKeeper
    keep = keeper(shell, spare)
    copies = CopyKeeper(shell.desk, spare)
    shell.keep_copies(copies)
    shell.desk.take(opened)
    copies.show_last()
    shell.desk.changed.connect(lambda _kinds: keep.start())
    shell.desk.judged.connect(keep.start)
    keep.start()
