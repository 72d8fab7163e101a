"""What a parsed regulation is made of: chapters, articles, clauses, points and paragraphs, in order. Stdlib only."""

from dataclasses import dataclass, field


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
    """`points` are those that stand without a clause."""

    number: str
    heading: str
    title: str
    paragraphs: list[str] = field(default_factory=list)
    clauses: list[TextClause] = field(default_factory=list)
    points: list[TextPoint] = field(default_factory=list)


@dataclass(slots=True)
class TextChapter:
    """`paragraphs` are the words between its heading and its first article."""

    number: str
    heading: str
    title: str
    paragraphs: list[str] = field(default_factory=list)
    articles: list[TextArticle] = field(default_factory=list)


@dataclass(slots=True)
class RegulationWords:
    """A parsed text. `skipped` holds lines that are no part of it, numbered; `closing` begins at the recipients."""

    title: str = ""
    preamble: list[str] = field(default_factory=list)
    chapters: list[TextChapter] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)
    skipped: list[tuple[int, str]] = field(default_factory=list)
    oddities: list[str] = field(default_factory=list)

    @property
    def articles(self) -> list[TextArticle]:
        return [article for chapter in self.chapters for article in chapter.articles]
