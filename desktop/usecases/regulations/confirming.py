"""The page Đối chiếu: the office's own text from its first word to its last, and each content where the text says it.

May import domain, vi and exchange. Reads only; `own_profile_edits` writes. Places count in the letters of the whole
text as the page shows it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Clause
from desktop.domain.regulation import clause_of
from desktop.exchange.regulations.clause import words_at
from desktop.exchange.regulations.propose.candidates import Proposal
from desktop.exchange.regulations.propose.marking import place_at, read_marked
from desktop.exchange.regulations.propose.places import Sentence, sentences
from desktop.exchange.regulations.propose.reading_words import full_name
from desktop.exchange.regulations.words import RegulationWords
from desktop.usecases.regulations.own_profile import OPEN, OwnRow, proposals_of, rows, text_of
from desktop.usecases.regulations.rows import parsed

Span = tuple[int, int]
NOWHERE = "Không thấy trong văn bản"
"""What stands in place of a chapter for the contents that nothing in the text was read to say."""


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter or an article: where its heading stands, and from where its words go on."""

    name: str
    title: str
    start: int
    end: int


@dataclass(frozen=True)
class ShownText:
    """The whole text, its chapters and articles in order."""

    parsed: RegulationWords
    text: str
    chapters: tuple[Part, ...]
    articles: tuple[Part, ...]

    def chapter_at(self, offset: int) -> str:
        before = [part for part in self.chapters if part.start <= offset]
        return before[-1].title if before else NOWHERE

    def span(self, article: str, span: Span) -> Span | None:
        """Letters of an article as letters of the whole."""
        start = next((part.start for part in self.articles if part.name == article), None)
        return None if start is None else (start + span[0], start + span[1])

    def within(self, span: Span) -> tuple[str, Span] | None:
        """The article that letters of the whole stand in, and which of its own they are; None before the first."""
        at = bisect_right([part.start for part in self.articles], span[0]) - 1
        if at < 0:
            return None
        start = self.articles[at].start
        return self.articles[at].name, (span[0] - start, span[1] - start)

    @cached_property
    def places(self) -> dict[Clause, Span]:
        """Where the words of each place stand, and of what is around it."""
        found: dict[Clause, Span] = {}
        for sentence in sentences(self.parsed):
            span = self.span(sentence.at.article, (sentence.start, sentence.start + len(sentence.text)))
            if span:
                for at in _holding(sentence.at):
                    first, last = found.get(at, span)
                    found[at] = (first, max(span[1], last))
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One content to be confirmed: `span` are the words it rests on, none where nothing was found."""

    row: OwnRow
    name: str
    chapter: str
    span: Span | None

    @property
    def id(self) -> str:
        return self.row.id

    @property
    def waits(self) -> bool:
        return self.row.state in OPEN

    @property
    def value(self) -> str:
        if self.row.state == "silent":
            return "không quy định"
        return self.row.own[-1].value if self.row.own else self.row.read_value or NOWHERE.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A sentence that asks for something and that no content took: it may become a duty of the office's own."""

    at: Clause
    text: str
    span: Span

    @property
    def id(self) -> str:
        return f"unread/{self.span[0]}"

    @property
    def name(self) -> str:
        return self.text

    @property
    def value(self) -> str:
        return vi.clause(self.at)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many contents of a chapter have been confirmed."""

    title: str
    done: int
    of: int


def shown(facts: Facts, ident: str) -> ShownText | None:
    """The text the office attached; None where it attached none."""
    text = text_of(facts.office, ident)
    return _shown(text) if text else None


@lru_cache(maxsize=4)
def _shown(text: str) -> ShownText:
    words = parsed(text)
    lines, chapters, articles = _Lines(), [], []
    for line in words.preamble:
        lines.add(line)
    for chapter in words.chapters:
        title = f"{chapter.name}. {chapter.title}".strip(" .") if chapter.heading else ""
        start = lines.add(*filter(None, (chapter.heading, "" if chapter.title in chapter.heading else chapter.title)))
        if title:
            chapters.append(Part(chapter.name, title, start, lines.length - 1))
        for line in chapter.paragraphs:
            lines.add(line)
        for article in chapter.articles:
            start = lines.add(words_at(words, Clause(article=article.name)) or article.heading)
            articles.append(Part(article.name, article.title, start, start + len(article.heading)))
    for line in words.closing:
        lines.add(line)
    return ShownText(words, "\n".join(lines.held), tuple(chapters), tuple(articles))


class _Lines:
    """Lines put one under the other; `length` is where the next one begins."""

    def __init__(self) -> None:
        self.held: list[str] = []
        self.length = 0

    def add(self, *lines: str) -> int:
        """Put lines in and return where the first of them begins."""
        start = self.length
        for line in lines:
            self.held.append(line)
            self.length += len(line) + 1
        return start


def steps(facts: Facts, ident: str) -> tuple[Step, ...]:
    """Every content that is to be confirmed, as the text has them; what it was not found to say stands at the end."""
    text = shown(facts, ident)
    if text is None:
        return ()
    made = [_step(row, text) for row in rows(facts, ident) if row.asked]
    return tuple(sorted(made, key=lambda step: (step.span is None, step.span or (0, 0))))


def _step(row: OwnRow, text: ShownText) -> Step:
    span = text.span(row.read.at.article, (row.read.start, row.read.end)) if row.read else None
    at = clause_of(row.own[-1].given.cite) if row.own else None
    if span is None and at:
        span = text.places.get(at) or text.places.get(Clause(article=at.article, clause=at.clause, point=at.point))
    chapter = text.chapter_at(span[0]) if span else NOWHERE
    return Step(row=row, name=content_name(row), chapter=chapter, span=span)


def _holding(at: Clause) -> Iterator[Clause]:
    """The place itself and those around it."""
    clause, point = replace(at, paragraph=None, dash=None, point=None), replace(at, paragraph=None, dash=None)
    yield from dict.fromkeys((at, point, clause, Clause(article=at.article)))


def content_name(row: OwnRow) -> str:
    """What a content is called: its short name, else the sentence of the model."""
    return vi.capital(full_name(row.id) or row.means)


def progress(found: Sequence[Step]) -> tuple[Progress, ...]:
    """Chapter by chapter, in the order of the text."""
    held = dict.fromkeys(step.chapter for step in found)
    return tuple(_progress(title, [step for step in found if step.chapter == title]) for title in held)


def _progress(title: str, found: Sequence[Step]) -> Progress:
    return Progress(title, sum(not step.waits for step in found), len(found))


# Sentences no content took


def unread(facts: Facts, ident: str) -> tuple[Unread, ...]:
    """Those that no duty of the regulation was made of yet."""
    text = shown(facts, ident)
    if text is None:
        return ()
    taken = {clause_of(duty.cite) for duty in facts.office.duties if duty.profile == ident}
    left = proposals_of(text_of(facts.office, ident)).unread
    offered = (_offer(text, each) for each in left if each.at not in taken)
    return tuple(each for each in offered if each)


def _offer(text: ShownText, sentence: Sentence) -> Unread | None:
    span = text.span(sentence.at.article, (sentence.start, sentence.start + len(sentence.text)))
    return Unread(at=sentence.at, text=" ".join(sentence.text.split()), span=span) if span else None


# Words marked by hand


@dataclass(frozen=True, slots=True)
class Marked:
    """Where marked words stand, and what they were read to say of a content."""

    at: Clause
    text: str
    proposal: Proposal | None


def marked(facts: Facts, ident: str, key: str, span: Span) -> Marked | None:
    """What marked words say of a content; None where they stand in no article."""
    text = shown(facts, ident)
    place = text.within(span) if text else None
    if text is None or place is None:
        return None
    article, inner = place
    at = place_at(text.parsed, article, inner[0])
    if at is None:
        return None
    words = " ".join(text.text[slice(*span)].split())
    return Marked(at, words, read_marked(text.parsed, key, article, inner) if key else None)
