"""Walks the lines of a regulation once: every line ends in exactly one place of the result. May import exchange."""

from collections.abc import Iterator

from desktop.exchange.regulations import clauses, lines
from desktop.exchange.regulations.decision import DECISION
from desktop.exchange.regulations.lines import Mark, Place
from desktop.exchange.regulations.margin import Margin
from desktop.exchange.regulations.oddities import sequence_oddities
from desktop.exchange.regulations.words import (
    CHAPTER,
    LeftOut,
    RegulationWords,
    TextArticle,
    TextChapter,
    TextClause,
    TextPoint,
)

_LONG = 100
"""A line so long is a paragraph, which a page may have broken."""
_TITLE_LINES, _FAR = 4, 400
_ALONE = "alone"
"""How a clause is marked whose number has a line of its own."""
_APPENDIX = "Phụ lục"
_RUNNING = "Dòng đầu trang hoặc số trang lẫn vào văn bản đã được bỏ qua"


class Reader:
    def __init__(self, read: list[str], decision: int = 0) -> None:
        self.lines = read
        self.margin = Margin.of(read)
        self.by_section = lines.only_sections(read[decision:])
        self.words = RegulationWords()
        self.words.left_out = [
            LeftOut(line.strip(), DECISION, at) for at, line in enumerate(read[:decision], 1) if line.strip()
        ]
        self.place = Place()
        self.into: list[str] = self.words.preamble
        self.last = ""
        self.gap = True
        self.at = decision
        self.appended = False
        self.chapter = self.section = ""

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
        if self.appended or self._begins_appendix(line):
            self._append(line)
        elif self.into is self.words.closing and lines.is_running(line):
            self._skip(line, _RUNNING)
        elif self.into is self.words.closing:
            self._add(line.strip(), alone=True)
        elif mark := self._heading(line):
            self._chapter(line, mark)
            return
        elif mark := self._article_mark(line, after_closed=self._after_closed()):
            self._article(line, mark)
        elif lines.is_closing(line) and self.words.articles:
            self.into = self.words.closing
            self._add(line.strip(), alone=True)
        elif not self._in_article:
            self._add(line.strip(), alone=True)
        else:
            self._within(line)
        self.gap = False
        self.last = self.lines[self.at - 1].strip()

    @property
    def _in_article(self) -> bool:
        return bool(self.words.chapters and self.words.chapters[-1].articles)

    def _after_closed(self) -> bool:
        """Whether a heading may begin here: after an empty line, a whole sentence or another heading."""
        return self.gap or not self.last or lines.closed(self.last) or self.last.isupper()

    def _heading(self, line: str) -> Mark | None:
        if self.by_section:
            return lines.titled_heading(line)
        return lines.heading(line, self.chapter)

    def _article_mark(self, line: str, *, after_closed: bool) -> Mark | None:
        if self.by_section:
            return lines.section(line, self.section)
        return lines.article(line, self.place, after_closed=after_closed)

    def _begins_appendix(self, line: str) -> bool:
        return lines.is_appendix(line) and self._after_closed() and bool(self.words.articles)

    def _append(self, line: str) -> None:
        if not self.appended:
            self._odd(f"{_APPENDIX} (từ dòng {self.at}) được để ngoài, không đọc thành điều của quy chế.")
        self.appended = True
        self.words.left_out.append(LeftOut(line.strip(), _APPENDIX, self.at))

    def _within(self, line: str) -> None:
        if mark := self._alone(line):
            self._inner(mark)
        elif lines.is_running(line):
            self._skip(line, _RUNNING)
        elif lines.is_noise(line):
            self._skip(line, "Dòng chỉ có ký hiệu đã được bỏ qua")
        elif mark := clauses.inner(line, self.place):
            self._inner(mark)
        else:
            if number := clauses.nested(line, self.place):
                self.place.nested = number
            elif other := clauses.marked_otherwise(line, self.place):
                self._odd(f"{self.words.articles[-1].name}: dòng đánh số “{other}” khác kiểu, không đọc thành khoản.")
            self._add(line.strip())

    def _skip(self, line: str, why: str) -> None:
        self.words.left_out.append(LeftOut(line.strip(), why.removesuffix(" đã được bỏ qua"), self.at))
        self._odd(f"{why} (dòng {self.at}): “{line.strip()}”.")

    def _odd(self, sentence: str) -> None:
        self.words.oddities.append(sentence)

    # Headings

    def _chapter(self, line: str, mark: Mark) -> None:
        following = [] if mark.words else list(self._capitals())
        heading = "\n".join([line.strip(), *following])
        title = mark.words or " ".join(lines.unmarked(each) for each in following)
        self.words.chapters.append(TextChapter(mark.number, heading, title, kind=mark.kind))
        self.into = self.words.chapters[-1].paragraphs
        self.chapter = mark.number if mark.kind == CHAPTER else self.chapter
        self.last = ""
        if mark.odd:
            self._odd(mark.odd)

    def _capitals(self) -> Iterator[str]:
        """The lines in capitals after a chapter's number: its title."""
        while self.at < len(self.lines):
            line = self.lines[self.at].strip()
            if lines.is_running(line):
                self.at += 1
                self._skip(line, _RUNNING)
                continue
            if line and (not line.isupper() or self._heading(line) or self._article_mark(line, after_closed=True)):
                return
            self.at += 1
            if line:
                yield line

    def _article(self, line: str, mark: Mark) -> None:
        if not self.words.chapters:
            self.words.chapters.append(TextChapter("", "", ""))
        more = list(self._title_below(mark))
        whole = " ".join([mark.words, *more]).strip()
        untitled, title = lines.closed(whole), lines.unmarked(whole)
        head = line.strip()[: len(line.strip()) - len(mark.words)].strip() if untitled else line.strip()
        heading = head if untitled else " ".join([head, *more])
        paragraphs = [whole] if untitled else []
        article = TextArticle(mark.number, heading, "" if untitled else title, paragraphs, word=mark.word)
        self.words.chapters[-1].articles.append(article)
        self.section = mark.number
        self.place = Place(article=lines.number_of(mark.number))
        self.into = article.paragraphs
        if mark.odd:
            self._odd(mark.odd)

    def _title_below(self, mark: Mark) -> Iterator[str]:
        """The lines of a title below its number's; a section may have it there whole, in capitals."""
        if mark.words and not lines.closed(mark.words):
            yield from self._rest_of_title()
        elif self.by_section and not mark.words:
            yield from self._capitals()

    def _rest_of_title(self) -> Iterator[str]:
        """The lines on which a title goes on: those in small letters, or all up to the next empty line if short."""
        block = []
        for at in range(self.at, min(self.at + _FAR, len(self.lines))):
            line = self.lines[at]
            if not line.strip() or clauses.inner(line, Place()) or lines.is_noise(line) or lines.is_running(line):
                break
            if self._article_mark(line, after_closed=True) or self._heading(line) or self._alone_at(at):
                break
            block.append(line.strip())
        whole = self.margin.usual and not any(map(lines.closed, block)) and len(block) <= _TITLE_LINES
        above = self.lines[self.at - 1].strip()
        for line in block:
            if lines.closed(above) or not (whole or line[0].islower() or self.margin.breaks(above, line)):
                return
            self.at += 1
            above = line
            yield line

    # Clauses, points, paragraphs

    def _alone(self, line: str) -> Mark | None:
        """A clause whose number has a line of its own; its words are the next line that holds any."""
        number = self._alone_at(self.at - 1)
        if not number:
            return None
        self.at = self._next_line(self.at)
        words = self.lines[self.at].strip()
        self.at += 1
        return Mark("clause", str(number), words, mark=line.strip(), style=_ALONE)

    def _alone_at(self, at: int) -> int:
        """The number that stands alone there as the next clause: a page's number has no second one in its article."""
        number = clauses.alone(self.lines[at])
        following = self._next_line(at + 1)
        stopped = number > 0 and not self.lines[at].strip()[-1].isdigit()
        follows = number == self.place.clause + 1 or (number == 1 and stopped)
        if not number or not follows or self.place.style not in ("", _ALONE):
            return 0
        words = self.lines[following].strip() if following < len(self.lines) else ""
        if not words[:1].isupper() or self._article_mark(words, after_closed=True) or self._heading(words):
            return 0
        return number if number > 1 or stopped or self._counts_on(following) else 0

    def _counts_on(self, at: int) -> bool:
        """Whether a second clause of the article has its number alone on a line too."""
        for line in self.lines[at : at + _FAR]:
            if clauses.alone(line) == 2:
                return True
            if self._article_mark(line, after_closed=True) or self._heading(line):
                return False
        return False

    def _next_line(self, at: int) -> int:
        while at < len(self.lines) and not self.lines[at].strip():
            at += 1
        return at

    def _inner(self, mark: Mark) -> None:
        article = self.words.chapters[-1].articles[-1]
        if mark.kind == "clause":
            self._clause(article, mark)
        else:
            self._point(article, mark)

    def _clause(self, article: TextArticle, mark: Mark) -> None:
        clause = TextClause(mark.number, mark.mark, [mark.words])
        number = lines.number_of(mark.number)
        if not mark.number.isdigit():
            pass  # put in later, as `2a`
        elif article.clauses and number == 1:
            self._odd(f"{article.name} có hai dãy khoản, dãy sau lại bắt đầu từ khoản 1.")
        elif number != self.place.clause + 1:
            self._odd(f"{article.name} nhảy từ khoản {self.place.clause} sang khoản {number}.")
        article.clauses.append(clause)
        self._at_place(article, mark, clause.paragraphs, clause=number, point="", style=mark.style)

    def _point(self, article: TextArticle, mark: Mark) -> None:
        point = TextPoint(mark.number, mark.mark, [mark.words])
        expected = clauses.expected_point(self.place.point)
        if mark.number.isalpha() and mark.number != expected:
            after = f"sau điểm {self.place.point}" if self.place.point else "ở đầu"
            where = article.name + (f", khoản {self.place.clause}" if self.place.clause else "")
            self._odd(f"{where}: {after} là điểm {mark.number}, đáng lẽ là điểm {expected or 'khác'}.")
        if not article.clauses and mark.number == "a":
            self._odd(f"{article.name} có điểm mà không có khoản.")
        holder = article.clauses[-1].points if article.clauses else article.points
        holder.append(point)
        letter = mark.number if mark.number.isalpha() else self.place.point
        self._at_place(article, mark, point.paragraphs, clause=self.place.clause, point=letter, style=self.place.style)

    def _at_place(
        self, article: TextArticle, mark: Mark, into: list[str], *, clause: int, point: str, style: str
    ) -> None:
        self.place = Place(lines.number_of(article.number), clause, point, style)
        self.into = into
        if mark.odd:
            self._odd(f"{article.name}: {mark.odd}")

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
            return not lines.closed(self.last) or self.margin.reached(self.last)
        return not lines.closed(self.last) and len(self.last) > _LONG
