"""What a parsed regulation is made of: chapters, articles, clauses, points and paragraphs, in order. Stdlib only."""

from dataclasses import dataclass, field
from datetime import date

CHAPTER, PART, SECTION = "chapter", "part", "section"
"""What a heading above the articles is; one with a Roman number alone counts as a chapter."""
_NAMED = {CHAPTER: "Chương", PART: "Phần", SECTION: "Mục"}
ARTICLE_WORD, SECTION_WORD = "Điều", "Mục"
"""What a text is divided into, and cited by: its articles or, where it has none, its sections."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words that stand in the file and are no part of the regulation as read; `line` where they are a whole line."""

    text: str
    reason: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class IssuedBy:
    """The Decision that issues a regulation, as far as the file tells; `effect` is the day the regulation begins."""

    number: str | None = None
    day: date | None = None
    effect: date | None = None


@dataclass(slots=True)
class TextPoint:
    number: str
    mark: str
    paragraphs: list[str]

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)


@dataclass(slots=True)
class TextClause:
    number: str
    mark: str
    paragraphs: list[str]
    points: list[TextPoint] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)


@dataclass(slots=True)
class TextArticle:
    """An article, or a section of a text that has none; `points` are those that stand without a clause."""

    number: str
    heading: str
    title: str
    paragraphs: list[str] = field(default_factory=list)
    clauses: list[TextClause] = field(default_factory=list)
    points: list[TextPoint] = field(default_factory=list)
    word: str = ARTICLE_WORD

    @property
    def name(self) -> str:
        return f"{self.word} {self.number}"


@dataclass(slots=True)
class TextChapter:
    """`paragraphs` are the words between its heading and its first article."""

    number: str
    heading: str
    title: str
    paragraphs: list[str] = field(default_factory=list)
    articles: list[TextArticle] = field(default_factory=list)
    kind: str = CHAPTER

    @property
    def name(self) -> str:
        return f"{_NAMED[self.kind]} {self.number or 'không số'}"


@dataclass(slots=True)
class RegulationWords:
    """A parsed text; `closing` begins at the recipients, `left_out` is what is no part of it."""

    title: str = ""
    preamble: list[str] = field(default_factory=list)
    chapters: list[TextChapter] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    oddities: list[str] = field(default_factory=list)
    decision: IssuedBy = IssuedBy()

    @property
    def unit(self) -> str:
        """What a text is divided into, in a sentence."""
        return next((article.word.lower() for article in self.articles), "điều")

    @property
    def articles(self) -> list[TextArticle]:
        return [article for chapter in self.chapters for article in chapter.articles]
