"""The sample office as a file of its own beside the office's. May import the use cases and the samples."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from desktop.sample.sample import SHOWN, demo_day, sample_office
from desktop.usecases.office.start import SUFFIX, create_file


def create_sample(folder: Path, *, clock: Callable[[], dt.datetime], who: str) -> Path:
    """Make the sample office beside the office's own file, once; return where it is."""
    path = folder / f"Văn phòng mẫu{SUFFIX}"
    if not path.exists():
        create_file(path, sample_office(SHOWN, as_of=demo_day(SHOWN)), clock=clock, who=who)
    return path
