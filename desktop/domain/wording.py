"""The few words that the sentences of findings are made with; standard library and `desktop.domain` only."""

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window's first paint needs these words and none of the classes
    from desktop.domain.findings import Clause
    from desktop.domain.records import Body

BODY: "dict[Body, str]" = {
    "bch": "Ban Chấp hành",
    "btv": "Ban Thường vụ",
    "thuong-truc": "Thường trực",
    "ubkt": "Ủy ban Kiểm tra",
}


def day(value: dt.date) -> str:
    """`06/09/2024`."""
    return f"{value.day:02}/{value.month:02}/{value.year}"


def clause(at: "Clause") -> str:
    """`điểm a khoản 10 Điều 2` is the legal order; offices say `Điều 2 khoản 10 điểm a`, and so do we."""
    parts = (at.article, at.clause, at.point, at.paragraph, at.dash)
    return " ".join(part for part in parts if part)


def distance(value: dt.date, today: dt.date) -> str:
    """`hôm nay`, `ngày mai`, `còn 3 ngày`, `trễ 7 ngày`."""
    ahead = (value - today).days
    if ahead == 0:
        return "hôm nay"
    if ahead == 1:
        return "ngày mai"
    return f"còn {ahead} ngày" if ahead > 0 else f"trễ {-ahead} ngày"
