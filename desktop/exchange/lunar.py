"""The lunar calendar as Vietnamese offices name its days; may import `lunar_vn` only.

Reckoned in the Vietnamese time zone, in which some months begin a day before the Chinese ones. Known from 1900 to 2100.
"""

import datetime as dt
from dataclasses import dataclass

from lunar_vn import solar_to_lunar

_STEM = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_BRANCH = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")


@dataclass(frozen=True, slots=True)
class LunarDay:
    day: int
    month: int
    year: int
    leap: bool = False

    @property
    def year_name(self) -> str:
        """`Giáp Thìn`; the cycle of sixty counts from the year 4."""
        return f"{_STEM[(self.year - 4) % 10]} {_BRANCH[(self.year - 4) % 12]}"

    @property
    def month_name(self) -> str:
        """`tháng 8`, `tháng Giêng`, `tháng Chạp`; a leap month says so."""
        name = {1: "Giêng", 12: "Chạp"}.get(self.month, str(self.month))
        return f"tháng {name}" + (" nhuận" if self.leap else "")

    @property
    def short(self) -> str:
        """What stands in a calendar's cell: the day, with its month on the 1st (`1/8`), and `Rằm`."""
        if self.day == 1:
            return f"1/{self.month}" + (" nhuận" if self.leap else "")
        return "Rằm" if self.day == 15 else str(self.day)

    @property
    def words(self) -> str:
        """`Mùng 4 tháng 8`, `Rằm tháng Giêng`, `Ngày 23 tháng Chạp`."""
        if self.day == 15:
            return f"Rằm {self.month_name}"
        return f"{'Mùng' if self.day <= 10 else 'Ngày'} {self.day} {self.month_name}"


def lunar(day: dt.date) -> LunarDay:
    """The lunar day; raises ValueError outside the years known."""
    found = solar_to_lunar(day)
    return LunarDay(found.day, found.month, found.year, found.leap)
