"""Sets the head's two columns, the stamps, the title and to whom. May import domain and papers."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from desktop.domain.form import FormPack
from desktop.papers.flow import Strip
from desktop.papers.fonts import Typeface
from desktop.papers.lines import MM, Line, Mark, Rule, Style, Text, baseline, break_lines, set_line, style_of
from desktop.papers.paper import Head, Paper, Run

BALANCED = frozenset({"summary", "letter_summary"})
"""The elements whose lines are made of about one length."""


@dataclass(slots=True)
class Stack:
    """Lines set one under another in a column; `y` is the foot of the last one."""

    typeface: Typeface
    pack: FormPack
    x: float
    width: float
    y: float = 0
    marks: list[Mark] = field(default_factory=list)

    def add(self, element: str, text: str, pitch: float, align: str = "center") -> Text | None:
        """Set a text in the style of an element, wrapped; returns its last line."""
        if not text:
            return None
        style = style_of(self.pack.elements[element])
        mark = None
        lines = break_lines(self.typeface, (Run(text),), style, self.width)
        if element in BALANCED and len(lines) > 1:
            lines = self._balanced(text, style, len(lines))
        for line in lines:
            mark = set_line(
                line,
                "left" if align == "left" else "center",
                style.size,
                self.x,
                self.y + baseline(pitch, style.size),
                self.width,
            )
            self.marks.append(mark)
            self.y += pitch
        return mark

    def _balanced(self, text: str, style: Style, count: int) -> list[Line]:
        """As many lines, of about one length, so that no word stands alone on the last."""
        low, high = self.width / count, self.width
        while high - low > 1:
            middle = (low + high) / 2
            fits = len(break_lines(self.typeface, (Run(text),), style, middle)) <= count
            low, high = (low, middle) if fits else (middle, high)
        return break_lines(self.typeface, (Run(text),), style, high)

    def rule(self, x: float, y: float, width: float, thickness: float) -> None:
        self.marks.append(Rule(round(x, 3), round(y, 3), round(x + width, 3), round(y, 3), thickness))

    def frame(self, text: str) -> None:
        """A stamp: the words in a frame, centred."""
        measures, size = self.pack.head, self.pack.elements["stamp"].size
        pad = measures.stamp_padding
        top = self.y + measures.stamp_gap
        self.y = top + pad / 2
        mark = self.add("stamp", text, size * 1.25)
        self.y += pad / 2
        if mark:
            left, right = round(mark.x - pad, 3), round(mark.x + mark.width + pad, 3)
            corners = ((left, top), (right, top), (right, self.y), (left, self.y), (left, top))
            for (x, y), (to_x, to_y) in pairwise(corners):
                self.marks.append(Rule(x, round(y, 3), to_x, round(to_y, 3), measures.rule))


def columns(pack: FormPack, width: float) -> tuple[float, float]:
    """The widths of the left and right columns in points; a wide page keeps their proportion."""
    left, right = pack.head.left * MM, pack.head.right * MM
    scale = width / (left + right)
    return left * scale, right * scale


def head_strips(typeface: Typeface, paper: Paper, width: float) -> Iterator[Strip]:
    if paper.head:
        yield _head(typeface, paper, paper.head, width)
    stack = Stack(typeface, paper.pack, 0, width)
    measures = paper.pack.text
    stack.add("type", paper.title, measures.pitch)
    if paper.summary:
        stack.add("summary", paper.summary, measures.summary_pitch)
        stack.add("dashes", paper.pack.words["dashes"], measures.summary_pitch * 0.7)
    if stack.y > MOST_TITLE * MM:
        yield from _apart(stack, measures.title_above)
    elif stack.marks:
        yield Strip(stack.y, tuple(stack.marks), measures.title_above, tied=bool(paper.head))
    if paper.addressed:
        yield _addressed(typeface, paper, width)
    yield Strip(measures.title_below, (), tied=True)


MOST_TITLE = 100
"""The height in millimetres up to which a title stays in one piece."""


def _apart(stack: Stack, above: float) -> Iterator[Strip]:
    """Line by line, so that a title longer than a page goes on with the next; the last line keeps the dashes."""
    lines = [mark for mark in stack.marks if isinstance(mark, Text)]
    top = 0.0
    for place, line in enumerate(lines):
        foot = stack.y if place == len(lines) - 1 else (line.y + lines[place + 1].y) / 2
        yield Strip(
            foot - top,
            (line._replace(y=round(line.y - top, 3)),),
            0 if place else above,
            tied=place in (0, len(lines) - 1),
        )
        top = foot


def _head(typeface: Typeface, paper: Paper, head: Head, width: float) -> Strip:
    left, right = columns(paper.pack, width)
    stacks = (
        _left(Stack(typeface, paper.pack, 0, left), head, paper.stamps),
        _right(Stack(typeface, paper.pack, left, right), head, paper.drafts),
    )
    return Strip(max(stack.y for stack in stacks), tuple(mark for stack in stacks for mark in stack.marks))


def _left(stack: Stack, head: Head, stamps: tuple[str, ...]) -> Stack:
    pitch, words = stack.pack.head.pitch, stack.pack.words
    stack.add("superior", head.superior, pitch)
    stack.add("body", head.body, pitch)
    stack.add("asterisk", words["asterisk"], pitch * 0.95)
    stack.add("number", head.number, pitch)
    stack.add("letter_summary", head.letter_summary, pitch * 0.85)
    for stamp in stamps:
        stack.frame(stamp)
    return stack


def _right(stack: Stack, head: Head, drafts: tuple[str, ...]) -> Stack:
    measures, words = stack.pack.head, stack.pack.words
    party = stack.add("party", words["party"], measures.pitch)
    if party:
        stack.rule(party.x, party.y + measures.rule_below, party.width, measures.rule)
        date_size = stack.pack.elements["place_date"].size
        stack.y = party.y + measures.date_below - baseline(measures.pitch, date_size)
    stack.add("place_date", head.place_date, measures.pitch)
    for draft in drafts:
        stack.y += measures.stamp_gap / 2
        stack.add("draft", draft, measures.pitch)
    return stack


def _addressed(typeface: Typeface, paper: Paper, width: float) -> Strip:
    """`Kính gửi:` in italics, centred; several addressees stand under one another, each with a dash."""
    pack = paper.pack
    label, size = pack.words["addressed"], pack.elements["addressed"].size
    style = style_of(pack.elements["text"])
    runs = Run(f"{label} ", italic=True)
    if len(paper.addressed) == 1:
        lines = break_lines(typeface, (runs, Run(paper.addressed[0])), style, width)
        base = baseline(pack.text.pitch, size)
        marks = [
            set_line(line, "center", size, 0, base + place * pack.text.pitch, width) for place, line in enumerate(lines)
        ]
        return Strip(len(lines) * pack.text.pitch, tuple(marks), pack.text.title_above, tied=True)
    stack = Stack(typeface, pack, columns(pack, width)[0] / 2, width - columns(pack, width)[0] / 2)
    stack.add("addressed", label, pack.text.pitch, "left")
    for name in paper.addressed:
        stack.marks.extend(_dash(typeface, pack, stack, name))
    return Strip(stack.y, tuple(stack.marks), pack.text.title_above, tied=True)


def _dash(typeface: Typeface, pack: FormPack, stack: Stack, name: str) -> Iterator[Mark]:
    indent = pack.text.indent * MM
    style = style_of(pack.elements["text"])
    for line in break_lines(typeface, (Run(f"- {name}"),), style, stack.width - indent):
        yield set_line(
            line, "left", style.size, stack.x + indent, stack.y + baseline(pack.text.pitch, style.size), stack.width
        )
        stack.y += pack.text.pitch
