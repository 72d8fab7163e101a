"""The few words that the sentences of findings are made with; standard library and `desktop.domain` only."""

import datetime as dt
import re
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
UNCHECKED = "theo mẫu, chưa đối chiếu"
"""Said of an article of the regulation an office's own was made from, until the office names its own."""
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


WEEKDAY = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def weekday(value: dt.date) -> str:
    return WEEKDAY[value.weekday()]


def month(value: int) -> str:
    """`02`, `9`: of the months only 1 and 2 take a zero."""
    return f"{value:02}" if value < 3 else str(value)


def day(value: dt.date) -> str:
    """`06/9/2024`, `05/01/2025`: as Party papers write a day in figures."""
    return f"{short_day(value)}/{value.year}"


def short_day(value: dt.date) -> str:
    """`06/9`."""
    return f"{value.day:02}/{month(value.month)}"


def clause(at: "Clause") -> str:
    """The Party's order, the smallest part first: `gạch đầu dòng thứ nhất điểm b khoản 10 Điều 2`."""
    dash = at.dash and re.sub(r"\d+$", lambda found: _ordinal(found.group()), at.dash)
    return " ".join(part for part in (dash, at.paragraph, at.point, at.clause, at.article) if part)


def listed_point(code: str) -> str:
    """`gạch đầu dòng thứ hai điểm a` of `a-2` in a list of what is delegated; `điểm b` of one without dashes.

    What the office's own text names in words is quoted.
    """
    if " " in code:
        return f"việc “{code}”"
    letter, _, dash = code.partition("-")
    return f"gạch đầu dòng thứ {_ordinal(dash)} điểm {letter}" if dash.isdigit() else f"điểm {code}"


def _ordinal(number: str) -> str:
    return dict(enumerate(_ORDINALS, 1)).get(int(number), number)


def distance(value: dt.date, today: dt.date) -> str:
    """`hôm nay`, `ngày mai`, `còn 3 ngày`, `quá 7 ngày`: as short as a column holds."""
    ahead = (value - today).days
    if ahead == 0:
        return "hôm nay"
    if ahead == 1:
        return "ngày mai"
    return f"còn {ahead} ngày" if ahead > 0 else f"quá {-ahead} ngày"


def distance_said(value: dt.date, today: dt.date) -> str:
    """The same in a sentence or on paper: `quá hạn 7 ngày` of what is not done."""
    return distance(value, today).replace("quá", "quá hạn")
