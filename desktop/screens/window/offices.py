"""Several offices on one machine: the files opened lately, the sample, and the commands that lead to them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from desktop import files
from desktop.qt.commands import Command
from desktop.qt.memory import Memory

RECENT = "recent"
"""The name under which the files opened lately are remembered, the newest first."""
MOST = 8
NEW, OTHER, SAMPLE = "new", "other", "sample"
"""What may be asked for beside a file by its path."""
SAMPLE_FILE = "Văn phòng mẫu.thuky"


def is_sample(path: Path) -> bool:
    return path.name == SAMPLE_FILE


def recent(memory: Memory) -> list[Path]:
    kept = memory.get(RECENT)
    return [Path(str(one)) for one in kept] if isinstance(kept, list) else []


def remember(memory: Memory, path: Path) -> None:
    others = [one for one in recent(memory) if one != path]
    memory.put(RECENT, [str(one) for one in (path, *others)][:MOST])


def commands(memory: Memory, shown: Path | None, ask: Callable[[str], object]) -> tuple[Command, ...]:
    """The commands of the menu Tệp; files no longer in reach are left out."""
    again = [one for one in recent(memory) if one != shown and files.is_there(one)]
    return (
        Command("file.new", "Lập văn phòng mới…", partial(ask, NEW), "", "mdi6.file-plus-outline", "Tệp"),
        Command("file.open", "Mở tệp văn phòng khác…", partial(ask, OTHER), "Ctrl+O", "mdi6.folder-outline", "Tệp"),
        Command("file.sample", "Mở văn phòng mẫu", partial(ask, SAMPLE), "", "mdi6.school-outline", "Tệp"),
        *(
            Command(f"file.recent.{at}", f"Mở lại {one.stem}", partial(ask, str(one)), "", "mdi6.history", "Tệp")
            for at, one in enumerate(again)
        ),
    )
