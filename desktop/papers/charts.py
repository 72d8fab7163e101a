"""Sets charts for printing in black and white: grey, hatched and white bars with their numbers beside them.

May import domain and the papers' own modules.
"""

from collections.abc import Iterator, Sequence

from desktop.domain.form import FormPack
from desktop.papers.flow import Strip
from desktop.papers.fonts import Typeface
from desktop.papers.lines import Box, Mark, Rule, Style, Text, baseline, break_lines, set_line
from desktop.papers.paper import Align, Bar, Chart, Run

GREYS = (0.35, 1.0, 1.0)
"""How each part of a bar is filled, in the order of the legend; the second is hatched as well."""
HATCHED = 1
HATCH = 3.5
"""From one line of the hatch to the next."""
THIN, LINE = 0.4, 0.5
GAP = 6.0
"""Between a label, its bar and its number."""
THICK = 10.0
"""A lying bar."""
TALL, WIDEST = 110.0, 30.0
"""The longest of the upright bars, and how wide they are at most."""
SMALLEST = 8
"""No number is set smaller."""


def chart_strips(typeface: Typeface, chart: Chart, pack: FormPack, width: float) -> Iterator[Strip]:
    """The title with the legend, then the bars: each lying one a strip of its own, the upright ones together."""
    pen = _Pen(typeface, pack, width)
    yield pen.head(chart)
    if chart.upright:
        yield pen.upright(chart)
        return
    for place, strip in enumerate(pen.lying(chart)):
        last = place == len(chart.bars) - 1
        yield Strip(strip.height, strip.marks, tied=place == 0 or last, kept=True)


class _Pen:
    def __init__(self, typeface: Typeface, pack: FormPack, width: float) -> None:
        self.typeface, self.width = typeface, width
        self.size, self.pitch, self.above = pack.elements["table"].size, pack.table.pitch, pack.text.gap

    def head(self, chart: Chart) -> Strip:
        lines = break_lines(self.typeface, (Run(chart.title),), Style(self.size, bold=True), self.width)
        base = baseline(self.pitch, self.size)
        marks: list[Mark] = [
            set_line(line, "center", self.size, 0, place * self.pitch + base, self.width)
            for place, line in enumerate(lines)
        ]
        foot = len(lines) * self.pitch + 2
        marks += self._legend(chart.legend, foot)
        return Strip(foot + self.pitch + 4, tuple(marks), self.above)

    def _legend(self, words: Sequence[str], y: float) -> Iterator[Mark]:
        wide = [self._long(word, self.size - 1) + THICK + 3 * GAP for word in words]
        x = (self.width - sum(wide)) / 2
        for place, (word, long) in enumerate(zip(words, wide, strict=True)):
            yield from _filled(x, y + (self.pitch - THICK) / 2, THICK, THICK, place)
            yield self._text(word, "left", self.size - 1, x + THICK + GAP, y, long)
            x += long

    def lying(self, chart: Chart) -> Iterator[Strip]:
        """Labels at the left, numbers at the right of each bar's end."""
        left = min(max(self._long(bar.label, self.size) for bar in chart.bars), self.width * 0.4) + GAP
        room = self.width - left - max(self._long(bar.said, self.size) for bar in chart.bars) - GAP
        scale = room / max(1, *(sum(bar.parts) for bar in chart.bars))
        for bar in chart.bars:
            marks: list[Mark] = [self._text(bar.label, "left", self.size, 0, 0, left)]
            x = left
            for part, length in enumerate(bar.parts):
                marks += _filled(x, (self.pitch - THICK) / 2, length * scale, THICK, part)
                x += length * scale
            marks.append(self._text(bar.said, "left", self.size, x + GAP, 0, self.width - x))
            yield Strip(self.pitch, tuple(marks))

    def upright(self, chart: Chart) -> Strip:
        """Labels under the bars, numbers over them, all in one size that fits."""
        slot = self.width / len(chart.bars)
        size = self._fitting([bar.said for bar in chart.bars], slot - 2)
        wide = min(WIDEST, slot * 0.6)
        scale = TALL / max(1, *(sum(bar.parts) for bar in chart.bars))
        foot = self.pitch + TALL
        marks: list[Mark] = [Rule(0, foot, round(self.width, 3), foot, LINE)]
        for place, bar in enumerate(chart.bars):
            marks += self._column(bar, place * slot, slot, wide, foot, scale, size)
        return Strip(foot + self.pitch + 4, tuple(marks), tied=True)

    def _column(
        self, bar: Bar, x: float, slot: float, wide: float, foot: float, scale: float, size: float
    ) -> Iterator[Mark]:
        y = foot
        for part, length in enumerate(bar.parts):
            y -= length * scale
            yield from _filled(x + (slot - wide) / 2, y, wide, length * scale, part)
        yield self._text(bar.said, "center", size, x, y - self.pitch, slot)
        yield self._text(bar.label, "center", self.size, x, foot + 2, slot)

    def _fitting(self, texts: Sequence[str], width: float) -> float:
        sizes = [self.size - step for step in range(int(self.size) - SMALLEST + 1)]
        return next((size for size in sizes if all(self._long(text, size) <= width for text in texts)), sizes[-1])

    def _long(self, text: str, size: float) -> float:
        return self.typeface.face().width(text, size)

    def _text(self, text: str, align: Align, size: float, x: float, y: float, width: float) -> Text:
        line = break_lines(self.typeface, (Run(text),), Style(size), 10 * self.width)[0]
        return set_line(line, align, size, x, y + baseline(self.pitch, size), width)


def _filled(x: float, y: float, width: float, height: float, part: int) -> Iterator[Mark]:
    """A part of a bar; nothing for a length of nothing."""
    if width <= 0 or height <= 0:
        return
    yield Box(round(x, 3), round(y, 3), round(width, 3), round(height, 3), GREYS[part])
    if part == HATCHED:
        yield from _hatch(x, y, width, height)


def _hatch(x: float, y: float, width: float, height: float) -> Iterator[Rule]:
    """Lines that rise to the right, cut at the edges."""
    along = HATCH
    while along < width + height:
        low, high = max(0.0, along - height), min(along, width)
        yield Rule(round(x + low, 3), round(y + along - low, 3), round(x + high, 3), round(y + along - high, 3), THIN)
        along += HATCH
