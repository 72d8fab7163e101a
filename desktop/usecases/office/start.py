"""Starting an office: the suggestions that save typing, and the file it is kept in.

May import db, domain and the other use cases. A file that exists is never written over.
"""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from db.session import OfficeFile
from desktop import vi
from desktop.domain.records import Office
from desktop.domain.refusal import Refusal
from desktop.domain.regulation import Profile
from desktop.exchange.forms import load_committees

SUFFIX = ".thuky"


def suggested(name: str) -> dict[str, str]:
    """The symbol and the place that go with a committee's name: `Đảng ủy xã Lùng Phình` gives ĐU, Lùng Phình."""
    table = load_committees()
    kind = table.kind_of(name)
    return {"symbol": kind.symbol, "place": table.place_of(name)} if kind and kind.symbol else {}


def refuse_unserved(name: str) -> None:
    """A party cell, or another organisation, is told at once whom the program is made for."""
    level = load_committees().level_of(name)
    if level and not level.model:
        served = "chương trình dành cho cấp ủy có văn phòng"
        raise Refusal(f"Tên cơ quan: {served}; {level.name.lower()} không dùng được.", field="name")


def began(profile: Profile) -> dt.date | None:
    """The day a regulation itself takes effect, where its text gives one."""
    days = [value.from_ for parameter in profile.parameters.values() for value in parameter.values if value.from_]
    return min(days, default=None)


def create_file(path: Path, office: Office, *, clock: Callable[[], dt.datetime], who: str) -> None:
    """Keep a new office in a new file; raises `Refusal` where the file is there already or cannot be written."""
    if path.exists():
        raise Refusal(f"Tệp {path.name} đã có; cần chọn tên khác, tệp cũ được giữ nguyên.", field="path")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        OfficeFile.create(path, office, clock=clock, who=who).close()
    except OSError as error:
        raise Refusal(f"Không ghi được tệp {path.name}: {vi.os_reason(error)}.", field="path") from error
