"""Paints the window with Hôm nay in one go, from the page the office file remembers, as plain JSON.

`record` keeps such a picture, so that another start on the same day has only to play it; on another day the page is
painted as of its own day, and says so. The real window is laid over it at the same places; a test compares the two.
"""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen, QPicture, QRawFont

from desktop.domain.wording import day as day_words
from desktop.domain.wording import distance, short_day, weekday
from desktop.qt import icons
from desktop.qt.tokens import FAMILIES
from desktop.screens.base.lunar import lunar_that_fits
from desktop.screens.base.places import PLACES, SETTINGS
from desktop.screens.window import first

Raw = Mapping[str, Any]
DAY = dt.timedelta(days=1)
PAST = "Như {day}; đang tính lại cho hôm nay…"
LEFT, RIGHT, MIDDLE = 0x1, 0x2, 0x80
"""Qt.AlignLeft, AlignRight and AlignVCenter, as `drawText` takes them."""


LARGEST = 4_000_000
"""Letters of a remembered page; what is longer was not written by this program."""
DATE, MOMENT = dt.date.fromisoformat, dt.datetime.fromisoformat
PAGE: Any = {
    **dict.fromkeys(("office", "term", "lunar", "holiday_words", "told_title"), str),
    "day": DATE,
    "rows": [{**dict.fromkeys(("title", "second", "article", "caption", "action"), str), "due": DATE}],
    "cards": [
        {
            **dict.fromkeys(("title", "away"), str),
            **dict.fromkeys(("present", "members", "needed"), int),
            "start": MOMENT,
            "lines": [{**dict.fromkeys(("verdict", "text", "figure"), str), "day": DATE, "faint": bool}],
        }
    ],
    "told": [{"text": str, "article": str}],
    "week": [{"date": DATE, "lunar": str, "off": bool, "lines": [(str, bool)]}],
    "badges": [{"place": str, "count": int, "late": bool}],
}
"""What is painted of `today_page.Page`, as its JSON holds it: the file it lies in may come from anywhere."""


def read_page(text: str) -> Raw | None:
    """The remembered page as it was written; None if it cannot be read."""
    if len(text) > LARGEST:
        return None
    try:
        page: Raw = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return page if _is(page, PAGE) else None


def _is(value: object, shape: Any) -> bool:  # noqa: ANN401 - a type, a reader of text, or such in lists and dictionaries
    if isinstance(shape, dict):
        return isinstance(value, dict) and all(key in value and _is(value[key], each) for key, each in shape.items())
    if isinstance(shape, list):
        return isinstance(value, list) and all(_is(item, shape[0]) for item in value)
    if isinstance(shape, tuple):
        return isinstance(value, list) and len(value) == len(shape) and all(map(_is, value, shape))
    if isinstance(shape, type):
        return type(value) is shape and (shape is not int or abs(cast("int", value)) < 1_000_000)
    try:
        return isinstance(value, str) and bool(shape(value))
    except ValueError:
        return False


def day_of(page: Raw) -> dt.date:
    """The day as of which the page was made."""
    return dt.date.fromisoformat(page["day"])


def _weekday(day: dt.date) -> str:
    """As it begins a line."""
    name = weekday(day)
    return name[:1].upper() + name[1:]


class FirstPaint:
    """One painting of the page as of its own day, or of the window without one; another day's page says which it is."""

    def __init__(self, colours: Mapping[str, str], page: Raw | None, *, file_name: str, today: dt.date) -> None:
        self._colours, self._page, self._file = colours, page, file_name
        self._today = day_of(page) if page else today
        self._past = self._today != today
        self._fonts: dict[tuple[float, bool], QFont] = {}
        self._painter: QPainter

    def paint(self, painter: QPainter, w: int, h: int) -> None:
        self._painter = painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(w, h)

    # strokes

    def _font(self, pt: float, bold: bool = False) -> QFont:
        if (pt, bold) not in self._fonts:
            font = QFont(FAMILIES)
            font.setPointSizeF(pt)
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            self._fonts[pt, bold] = font
        return self._fonts[pt, bold]

    def _width(self, text: str, pt: float, bold: bool = False) -> int:
        return QFontMetrics(self._font(pt, bold)).horizontalAdvance(text)

    def _text(
        self, x: int, y: int, w: int, h: int, text: str, tone: str = "text", pt: float = 10, bold: bool = False,
        right: bool = False,
    ) -> None:  # fmt: skip
        font = self._font(pt, bold)
        if self._width(text, pt, bold) > w:
            text = self._cut(text, w, font)
        self._painter.setFont(font)
        self._painter.setPen(QColor(self._colours[tone]))
        self._painter.drawText(QRect(x, y, w, h), (RIGHT if right else LEFT) | MIDDLE, text)

    def _lines(self, text: str, w: int) -> list[str]:
        """Break a caption between words as a label does."""
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if self._width(longer, 9) <= w:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    @staticmethod
    def _cut(text: str, w: int, font: QFont) -> str:
        metrics = QFontMetrics(font)
        while text and metrics.horizontalAdvance(f"{text}…") > w:
            text = text[:-1]
        return f"{text}…"

    def _fill(self, x: float, y: float, w: float, h: float, tone: str) -> None:
        self._painter.fillRect(QRectF(x, y, w, h), QColor(self._colours[tone]))

    def _sheet(self, x: float, y: float, w: float, h: float, ground: str, line: str = "", radius: float = 6) -> None:
        self._painter.setBrush(QColor(self._colours[ground]))
        self._painter.setPen(QColor(self._colours[line]) if line else QColor(0, 0, 0, 0))
        edge = 0.5 if line else 0
        self._painter.drawRoundedRect(QRectF(x + edge, y + edge, w - 2 * edge, h - 2 * edge), radius, radius)

    def _icon(self, x: float, y: float, size: int, name: str, tone: str) -> None:
        """Drawn as an outline, so that playing a record needs no icon font."""
        font = icons.font(size)
        raw = QRawFont.fromFont(font)
        path = raw.pathForGlyph(raw.glyphIndexesForString(icons.glyph(name))[0])
        metrics = QFontMetrics(font)
        top = y + (size - metrics.height()) / 2 + metrics.ascent()
        self._painter.setPen(QColor(0, 0, 0, 0))
        self._painter.setBrush(QColor(self._colours[tone]))
        self._painter.drawPath(path.translated(QPointF(x, top)))

    # parts

    def _paint(self, w: int, h: int) -> None:
        rail = 220 if w >= 1100 else 48
        self._fill(0, 0, w, h, "bg")
        self._fill(0, 0, rail, h, "rail")
        self._fill(rail - 1, 0, 1, h, "line")
        self._fill(0, h - 26, w, 26, "rail")
        self._fill(0, h - 26, w, 1, "line")
        self._icon(12, h - 19, 14, "mdi6.database-outline", "text2")
        file = self._width(self._file, 9)
        self._text(31, h - 26, 400, 26, self._file, "text2", 9)
        self._icon(49 + file, h - 19, 14, "mdi6.check", "met")
        self._text(68 + file, h - 26, 300, 26, "Đã lưu mọi thay đổi", "text2", 9)
        if rail > 48:
            self._paint_rail(h)
        if self._page is not None and w >= 800:
            self._paint_page(self._page, rail, w, h)

    def _paint_rail(self, h: int) -> None:
        page = self._page or {"office": "", "term": "", "badges": ()}
        self._text(16, 12, 190, 18, page["office"], bold=True)
        self._text(16, 30, 190, 17, page["term"], "text2", 9)
        self._sheet(8, 58, 203, 30, "surface", "lines", 4)
        self._icon(18, 65, 16, "mdi6.magnify", "text2")
        self._text(40, 58, 100, 30, "Tìm mọi thứ", "text3")
        self._text(120, 58, 81, 30, "Ctrl+K", "text3", 8, right=True)
        badges = {badge["place"]: badge for badge in page["badges"]}
        for index, place in enumerate(PLACES):
            self._rail_item(96 + index * 36, place.text, place.icon, index == 0, badges.get(place.key))
        self._fill(8, h - 74, 203, 1, "line")
        self._rail_item(h - 68, SETTINGS.text, SETTINGS.icon, False, None)

    def _rail_item(self, y: int, text: str, icon: str, chosen: bool, badge: Raw | None) -> None:
        if chosen:
            self._sheet(8, y, 203, 34, "surface", radius=4)
            self._sheet(8, y + 8, 3, 18, "accent", radius=1.5)
        self._icon(17, y + 8, 18, icon, "accent" if chosen else "text2")
        self._text(45, y, 163, 34, text, "text" if chosen else "text2", bold=chosen)
        if badge:
            count, late = str(badge["count"]), badge["late"]
            width = max(20, self._width(count, 8.5) + 12)
            self._sheet(203 - width, y + 8, width, 18, "breach-soft" if late else "exempt-soft", radius=9)
            left = 203 - width + (width - self._width(count, 8.5)) // 2
            self._text(left, y + 8, width, 17, count, "breach" if late else "accent", 8.5)

    def _paint_page(self, page: Raw, rail: int, w: int, h: int) -> None:
        self._paint_head(page, rail, w)
        side = 316 if w >= 1340 else 260 if w >= 1100 else -16
        left, width = rail + 20, w - rail - 40 - side - 16
        self._paint_list(page, left, width, h - 26 - 14 - 74 - 12 - 60)
        self._paint_week(page, left, h - 26 - 14 - 74, width)
        if side > 0:
            self._paint_side(page, w - 20 - side, side, h - 40)

    def _paint_head(self, page: Raw, rail: int, w: int) -> None:
        self._text(rail + 20, 17, 300, 26, "Hôm nay", pt=15, bold=True)
        facts = f"{_weekday(self._today)}, {day_words(self._today)}"
        if self._past:
            facts = PAST.format(day=facts[:1].lower() + facts[1:])
        elif page["lunar"]:
            facts = f"{facts} · {page['lunar']}"
        self._text(rail + 33 + self._width("Hôm nay", 15, True), 17, 500, 26, facts, "text2")
        left = self._button(w - 20, "Xếp lịch hội nghị", "mdi6.calendar-plus", primary=True)
        self._button(left - 8, "In việc cần làm", "mdi6.printer-outline")

    def _button(self, right: int, text: str, icon: str, primary: bool = False) -> int:
        inside = 22 + self._width(text, 10, primary)
        left = right - inside - 26
        self._sheet(left, 15, inside + 26, 30, "prim" if primary else "surface", "prim" if primary else "lines", 4)
        tone = "prim-text" if primary else "text"
        self._icon(left + 13, 22, 16, icon, tone)
        self._text(left + 35, 15, inside, 30, text, tone, bold=primary)
        return left

    def _groups(self, page: Raw) -> list[tuple[str, str, Sequence[Raw]]]:
        """As `today_page.groups` makes them, of the raw rows."""
        today, sunday = self._today, self._today + DAY * (6 - self._today.weekday())
        rows = [(dt.date.fromisoformat(row["due"]), row) for row in page["rows"]]
        last = max((due for due, _ in rows), default=today)
        spans = (
            ("Quá hạn", "", dt.date.min, today - DAY),
            ("Phải xong hôm nay", f"{_weekday(today)} {short_day(today)}", today, today),
            (f"Đến Chủ nhật {short_day(sunday)}", page["holiday_words"], today + DAY, sunday),
            ("Sau đó", f"đến {short_day(last)}", sunday + DAY, dt.date.max),
        )
        made = [(title, note, [row for due, row in rows if first <= due <= end]) for title, note, first, end in spans]
        return [group for group in made if group[2]]

    def _paint_list(self, page: Raw, x: int, w: int, h: int) -> None:
        self._sheet(x, 60, w, h, "surface", "line")
        groups = self._groups(page)
        chosen = next((row for _, _, rows in groups for row in rows if row["due"] >= self._today.isoformat()), None)
        self._painter.setClipRect(QRectF(x + 1, 61, w - 2, h - 2))
        y, whole = 61, w
        if sum(28 + 44 * len(rows) for _, _, rows in groups) > h - 2:
            w -= 12  # the room of the scroll bar
            self._sheet(
                x + whole - 10, 63, 6, (h - 6) * h / (sum(28 + 44 * len(g[2]) for g in groups)), "lines", radius=3
            )
        for title, note, rows in groups:
            self._fill(x + 1, y, w - 2, 27, "surface2")
            self._fill(x + 1, y + 27, w - 2, 1, "line")
            self._text(x + 13, y, w, 27, title, bold=True)
            self._text(x + 21 + self._width(title, 10, True), y, 60, 27, str(len(rows)), "text2")
            self._text(x + 200, y, w - 213, 27, note, "text2", 9, right=True)
            y += 28
            for row in rows:
                if y < 60 + h:
                    self._paint_row(row, x + 1, y, w - 2, row is chosen)
                y += 44
        self._painter.setClipping(False)

    def _paint_row(self, row: Raw, x: int, y: int, w: int, chosen: bool) -> None:
        due = dt.date.fromisoformat(row["due"])
        late, right = due < self._today, x + w
        if chosen:
            self._fill(x, y, w, 44, "asoft")
        self._fill(x, y + 43, w, 1, "line")
        self._icon(x + 12, y + 12.5, 18, *_mark(late))
        self._text(x + 41, y + 5, w - 425, 18, row["title"])
        self._text(x + 41, y + 22, w - 425, 16, row["second"], "text3", 9)
        tone = "accent" if row["article"].startswith("Điều") else "text2"
        self._two(right - 368, y, 110, row["article"], row["caption"], tone, "text2")
        shown = f"{short_day(due)}" if due.year == self._today.year else day_words(due)
        self._two(right - 242, y, 76, shown, distance(due, self._today), "text", "breach" if late else "text2")
        if row["action"]:
            self._paint_action(row["action"], right, y, chosen)

    def _two(self, x: int, y: int, w: int, first: str, second: str, tone: str, second_tone: str) -> None:
        if not second:
            self._text(x, y, w, 43, first, tone, 9)
            return
        self._text(x, y + 5, w, 18, first, tone, 9)
        self._text(x, y + 22, w, 16, second, second_tone, 9)

    def _paint_action(self, text: str, right: int, y: int, chosen: bool) -> None:
        width = self._width(text, 9) + 24
        self._sheet(right - 12 - width, y + 9, width, 26, "surface", "lines", 4)
        self._text(right - width, y + 9, width, 26, text, pt=9)
        if chosen:
            self._painter.setBrush(QBrush())
            self._painter.setPen(QPen(QColor(self._colours["accent"]), 2))
            self._painter.drawRoundedRect(QRectF(right - 14 - width, y + 7, width + 4, 30), 6, 6)

    def _paint_week(self, page: Raw, x: int, y: int, w: int) -> None:
        self._sheet(x, y, w, 74, "surface", "line")
        for index, day in enumerate(page["week"]):
            left = x + round(index * w / 7)
            self._paint_day(day, left, y, x + round((index + 1) * w / 7) - left, index)

    def _paint_day(self, day: Raw, x: int, y: int, w: int, index: int) -> None:
        date = dt.date.fromisoformat(day["date"])
        today = date == self._today
        if today or day["off"]:
            self._fill(x, y + 1, w, 72, "asoft" if today else "off")
        if today:
            self._fill(x, y, w, 2, "accent")
        if index:
            self._fill(x, y + 1, 1, 72, "line")
        tone = "text2" if day["off"] else "text"
        name = "CN" if index == 6 else f"T{index + 2}"
        self._text(x + 8, y + 5, 40, 18, name, tone, 9, bold=True)
        self._text(x + 12 + self._width(name, 9, True), y + 5, 60, 18, f"{short_day(date)}", tone, 9)
        taken = 20 + self._width(name, 9, True) + self._width(f"{short_day(date)}", 9)
        moon = lunar_that_fits(day["lunar"], w - taken - 8, lambda text: self._width(text, 9))
        self._text(x + taken, y + 5, w - taken - 8, 18, moon, "text3", 9, right=True)
        lines = day["lines"]
        more = f"+{len(lines) - 2}" if len(lines) > 2 else ""
        for place, (text, faint) in enumerate(lines[:2]):
            room = w - 12 - (self._width(more, 9) + 6 if more and place else 0)
            self._text(x + 8, y + 22 + place * 16, room, 17, text, "text3" if faint else "text", 9)
        self._text(x + 8, y + 38, w - 14, 17, more, "text3", 9, right=True)

    def _paint_side(self, page: Raw, x: int, w: int, bottom: int) -> None:
        self._painter.setClipRect(QRectF(x, 60, w, bottom - 60))
        y = 60
        self._text(x, y, w, 20, "Sắp họp", pt=10.5, bold=True)
        y += 20
        for card in page["cards"]:
            y = self._paint_card(card, x, y + 10, w)
        if page["told"]:
            self._text(x, y + 14, w, 20, page["told_title"], pt=10.5, bold=True)
            y += 34
        for told in page["told"]:
            self._sheet(x, y + 8, w, 52 if told["article"] else 36, "surface", "line")
            self._text(x + 13, y + 17, w - 26, 18, told["text"])
            self._text(x + 13, y + 35, w - 26, 16, told["article"], "accent", 9)
            y += 60 if told["article"] else 44
        self._painter.setClipping(False)

    def _paint_card(self, card: Raw, x: int, y: int, w: int) -> int:
        start = dt.datetime.fromisoformat(card["start"])
        lines = card["lines"]
        away = self._lines(f"Vắng: {card['away']}", w - 26) if card["away"] else []
        height = 11 + 36 + 7 + 24 * len(lines) + 6 + 1 + 7 + 18 + 20 + 17 * len(away) + 11
        self._sheet(x, y, w, height, "surface", "line")
        self._text(x + 13, y + 11, w - 26, 18, card["title"], bold=True)
        shown = day_words(start.date()) if w >= 316 or start.year != self._today.year else f"{short_day(start)}"
        when = f"{_weekday(start)} {shown}, {start:%H:%M}"
        self._text(x + 13, y + 29, w - 26, 18, f"{when} · {distance(start.date(), self._today)}", "text2")
        at = y + 54
        for line in lines:
            self._paint_card_line(line, x + 13, at, w - 26)
            at += 24
        self._fill(x + 13, at + 6, w - 26, 1, "line")
        self._text(x + 13, at + 14, w - 26, 18, "Dự kiến có mặt")
        needed, counted = f"cần {card['needed']}", f"{card['present']}/{card['members']}"
        self._text(x + 13, at + 14, w - 26, 18, needed, "text2", right=True)
        self._text(x + 13, at + 14, w - 34 - self._width(needed, 10), 18, counted, bold=True, right=True)
        self._paint_quorum(card, x + 13, at + 32, w - 26)
        for place, words in enumerate(away):
            self._text(x + 13, at + 52 + 17 * place, w - 26, 17, words, "text2", 9)
        return y + height

    def _paint_card_line(self, line: Raw, x: int, y: int, w: int) -> None:
        due = dt.date.fromisoformat(line["day"])
        tone = "text3" if line["faint"] else "text"
        if line["verdict"] in _SHAPES:
            self._icon(x, y + 3.5, 17, _SHAPES[line["verdict"]], line["verdict"])
        else:
            self._icon(x + 0.5, y + 4, 16, "mdi6.calendar-blank-outline", "text2")
        self._text(x + 25, y + 3, 40, 18, f"{short_day(due)}", tone)
        self._text(x + 73, y + 3, w - 120, 18, line["text"], tone)
        self._text(x + 73, y + 3, w - 73, 18, line["figure"], "text2", 9, right=True)

    def _paint_quorum(self, card: Raw, x: int, y: int, w: int) -> None:
        total = card["members"]
        if not 0 < total <= 41:
            return
        pitch = w / total
        gap = 2.0 if pitch > 9 else 1.5
        for index in range(total):
            filled = index < card["present"]
            ground, line = ("accent", "") if filled else ("surface", "lines")
            self._sheet(x + index * pitch, y + 4, pitch - gap, 12, ground, line, 2)
        if card["needed"]:
            self._fill(x + round(w * card["needed"] / total) - 2, y, 2, 20, "text")


_SHAPES = {"due": "mdi6.clock-outline", "breach": "mdi6.close-octagon", "met": "mdi6.check-circle"}


def _mark(late: bool) -> tuple[str, str]:
    return (_SHAPES["breach"], "breach") if late else (_SHAPES["due"], "due")


def title_of(page: Raw | None) -> str:
    return f"{page['office']} – Thư Ký" if page else "Thư Ký"


def record(colours: Mapping[str, str], text: str, *, file_name: str, size: tuple[int, int]) -> bytes:
    """A painting of the remembered page on its own day, as `first.play` reads it."""
    page = read_page(text)
    assert page is not None
    day, picture = day_of(page), QPicture()
    painter = QPainter(picture)
    FirstPaint(colours, page, file_name=file_name, today=day).paint(painter, *size)
    painter.end()
    wanted = first.fits(text, day, size, dark=colours["bg"] < "#8")
    return first.packed(wanted, title_of(page), cast("bytes", picture.data()))
