"""Parses an office's own regulation into chapters, articles, clauses and points, its words unchanged. Stdlib only.

Never refuses a text: what cannot be placed stays as a paragraph where it stood, and what is odd is said in Vietnamese.
"""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from desktop.exchange import regulation_lines as lines
from desktop.exchange.regulation_lines import Mark, Place
from desktop.exchange.regulation_oddities import sequence_oddities
from desktop.exchange.regulation_words import RegulationWords, TextArticle, TextChapter, TextClause, TextPoint

_SHORT, _FULL = 40, 0.75
"""A line shorter than this is no line broken at a margin; one nearly as long as most others reaches the margin."""
_LONG = 100
_TITLE_LINES = 6
_TITLES = ("QUY CHẾ", "QUY ĐỊNH", "NỘI QUY")


def parse_text(text: str) -> RegulationWords:
    """Parse a whole text; it is brought to NFC and freed of bookmarks, and otherwise kept word for word."""
    clean = unicodedata.normalize("NFC", text)
    reader = _Reader(lines.BOOKMARK.sub("", clean).splitlines())
    words = reader.read()
    if bookmarks := len(lines.BOOKMARK.findall(clean)):
        words.oddities.insert(0, f"Đã bỏ {bookmarks} nhãn đánh dấu của trang mạng, không lấy số trong nhãn.")
    words.title = _title(words.preamble)
    return words


def _title(preamble: list[str]) -> str:
    start = next((at for at, line in enumerate(preamble) if lines.unmarked(line).startswith(_TITLES)), None)
    if start is None:
        return ""
    found = [preamble[start]]
    for line in preamble[start + 1 : start + _TITLE_LINES]:
        if line.startswith(("-", "–", "*", "_")):
            break
        found.append(line)
    return " ".join(lines.unmarked(line) for line in found)


class _Reader:
    """Walks the lines once; every line ends in exactly one place of the result."""

    def __init__(self, read: list[str]) -> None:
        self.lines = read
        self.margin = _margin(read)
        self.words = RegulationWords()
        self.place = Place()
        self.into: list[str] = self.words.preamble
        self.last = ""
        self.gap = True
        self.at = 0

    def read(self) -> RegulationWords:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            self._take(line) if line.strip() else self._blank()
        self.words.oddities += sequence_oddities(self.words)
        return self.words

    def _blank(self) -> None:
        self.gap = True

    def _take(self, line: str) -> None:
        if self.into is self.words.closing:
            self._add(line.strip(), alone=True)
        elif mark := lines.chapter(line):
            self._chapter(line, mark)
            return
        elif mark := lines.article(line, self.place, after_closed=self._after_closed()):
            self._article(line, mark)
        elif self.words.articles and lines.is_closing(line):
            self.into = self.words.closing
            self._add(line.strip(), alone=True)
        elif not self._in_article:
            self._add(line.strip(), alone=True)
        else:
            self._within(line)
        self.gap = False
        self.last = line.strip()

    @property
    def _in_article(self) -> bool:
        return bool(self.words.chapters and self.words.chapters[-1].articles)

    def _after_closed(self) -> bool:
        """Whether a heading may begin here: after an empty line, a whole sentence or another heading."""
        return self.gap or not self.last or lines.closed(self.last)

    def _within(self, line: str) -> None:
        if lines.is_running(line):
            self._skip(line, "Dòng đầu trang hoặc số trang lẫn vào văn bản đã được bỏ qua")
        elif lines.is_noise(line):
            self._skip(line, "Dòng chỉ có ký hiệu đã được bỏ qua")
        elif mark := lines.inner(line, self.place):
            self._inner(mark)
        else:
            self._add(line.strip())

    def _skip(self, line: str, why: str) -> None:
        self.words.skipped.append((self.at, line.strip()))
        self._odd(f"{why} (dòng {self.at}): “{line.strip()}”.")

    def _odd(self, sentence: str) -> None:
        self.words.oddities.append(sentence)

    # Headings

    def _chapter(self, line: str, mark: Mark) -> None:
        following = [] if mark.words else list(self._capitals())
        heading = "\n".join([line.strip(), *following])
        title = mark.words or " ".join(lines.unmarked(each) for each in following)
        self.words.chapters.append(TextChapter(mark.number, heading, title))
        self.into = self.words.chapters[-1].paragraphs
        self.last = ""
        if mark.odd:
            self._odd(mark.odd)

    def _capitals(self) -> Iterator[str]:
        """The lines in capitals after a chapter's number: its title."""
        while self.at < len(self.lines):
            line = self.lines[self.at].strip()
            if line and (
                not line.isupper() or lines.chapter(line) or lines.article(line, self.place, after_closed=True)
            ):
                return
            self.at += 1
            if line:
                yield line

    def _article(self, line: str, mark: Mark) -> None:
        if not self.words.chapters:
            self.words.chapters.append(TextChapter("", "", ""))
        more = [] if lines.closed(mark.words) or not mark.words else list(self._rest_of_title())
        whole = " ".join([mark.words, *more])
        untitled = lines.closed(whole)
        head = line.strip()[: len(line.strip()) - len(mark.words)].strip() if untitled else line.strip()
        article = TextArticle(mark.number, " ".join([head, *more]), "" if untitled else whole)
        if untitled:
            article = TextArticle(mark.number, head, "", [whole])
        self.words.chapters[-1].articles.append(article)
        self.place = Place(article=int(mark.number))
        self.into = article.paragraphs
        if mark.odd:
            self._odd(mark.odd)

    def _rest_of_title(self) -> Iterator[str]:
        """The lines on which a title goes on: those in small letters, or all up to the next empty line if short."""
        block = []
        for line in self.lines[self.at :]:
            if not line.strip() or lines.inner(line, Place()) or lines.is_noise(line) or lines.is_running(line):
                break
            if lines.article(line, self.place, after_closed=True) or lines.chapter(line):
                break
            block.append(line.strip())
        whole = self.margin and block and not any(lines.closed(line) for line in block) and len(block) <= 4
        for line in block:
            if not (whole or line[0].islower()):
                return
            self.at += 1
            yield line

    # Clauses, points, paragraphs

    def _inner(self, mark: Mark) -> None:
        article = self.words.chapters[-1].articles[-1]
        if mark.kind == "clause":
            self._clause(article, mark)
        else:
            self._point(article, mark)

    def _clause(self, article: TextArticle, mark: Mark) -> None:
        clause = TextClause(mark.number, mark.mark, [mark.words])
        number = int(mark.number)
        if article.clauses and number == 1:
            self._odd(f"Điều {article.number} có hai dãy khoản, dãy sau lại bắt đầu từ khoản 1.")
        elif number != self.place.clause + 1:
            self._odd(f"Điều {article.number} nhảy từ khoản {self.place.clause} sang khoản {number}.")
        article.clauses.append(clause)
        self._at_place(article, mark, clause.paragraphs, clause=number, point="")

    def _point(self, article: TextArticle, mark: Mark) -> None:
        point = TextPoint(mark.number, mark.mark, [mark.words])
        expected = lines.expected_point(self.place.point)
        if mark.number.isalpha() and mark.number != expected:
            after = f"sau điểm {self.place.point}" if self.place.point else "ở đầu"
            where = f"Điều {article.number}" + (f", khoản {self.place.clause}" if self.place.clause else "")
            self._odd(f"{where}: {after} là điểm {mark.number}, đáng lẽ là điểm {expected or 'khác'}.")
        if not article.clauses and mark.number == "a":
            self._odd(f"Điều {article.number} có điểm mà không có khoản.")
        holder = article.clauses[-1].points if article.clauses else article.points
        holder.append(point)
        letter = mark.number if mark.number.isalpha() else self.place.point
        self._at_place(article, mark, point.paragraphs, clause=self.place.clause, point=letter)

    def _at_place(self, article: TextArticle, mark: Mark, into: list[str], *, clause: int, point: str) -> None:
        self.place = Place(article=int(article.number), clause=clause, point=point)
        self.into = into
        if mark.odd:
            self._odd(f"Điều {article.number}: {mark.odd}")

    def _add(self, line: str, *, alone: bool = False) -> None:
        if self.into and not alone and self._goes_on(line):
            self.into[-1] += f" {line}"
        else:
            self.into.append(line)

    def _goes_on(self, line: str) -> bool:
        """Whether a line carries on the paragraph before it, broken at a margin or by a page."""
        if line.startswith(("-", "–", "+", "•")):
            return False
        if line[0].islower():
            return not lines.closed(self.last) or not self.gap
        if not self.gap:
            return not lines.closed(self.last) or 0 < self.margin * _FULL <= len(self.last)
        return not lines.closed(self.last) and len(self.last) > _LONG


def _margin(read: list[str]) -> float:
    """The usual length of a line where a text was broken at a margin, in the middle of its sentences; else 0."""
    followed = [line for line, after in pairwise(read) if line.strip() and after.strip()]
    broken = [len(line) for line in followed if not lines.closed(line)]
    if len(broken) * 2 <= len(followed) or (usual := median(broken)) < _SHORT or usual > _LONG:
        return 0
    return usual
