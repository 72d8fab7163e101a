"""Says in Vietnamese what is odd in a parsed regulation as a whole. May import vi."""

from collections.abc import Iterator

from desktop import vi
from desktop.exchange.regulation_words import RegulationWords, TextArticle, TextChapter


def sequence_oddities(words: RegulationWords) -> Iterator[str]:
    """What does not follow in the numbers of chapters and articles, what has no name, what bracket stays open."""
    if not words.articles:
        yield "Không tìm thấy điều nào."
        return
    yield from _chapter_oddities(words.chapters)
    yield from _article_oddities(words.articles)
    for article in words.articles:
        yield from _open_brackets(article)


def _chapter_oddities(chapters: list[TextChapter]) -> Iterator[str]:
    numbers = [number for chapter in chapters if (number := _roman(chapter.number))]
    for number in sorted({each for each in numbers if numbers.count(each) > 1}):
        printed = next(chapter.number for chapter in chapters if _roman(chapter.number) == number)
        yield f"Có {numbers.count(number)} chương cùng mang số {printed}."
    for number in range(1, min(max(numbers, default=0), _MOST_CHAPTERS) + 1):
        if number not in numbers:
            yield f"Không có chương {vi.roman(number)}."
    for chapter in chapters:
        if chapter.heading and not chapter.articles:
            yield f"Chương {chapter.number or 'không số'} không có điều nào."
    if numbers and not any(chapter.title.upper().startswith(_LAST_CHAPTER) for chapter in chapters):
        yield "Không có chương điều khoản thi hành."


def _article_oddities(articles: list[TextArticle]) -> Iterator[str]:
    numbers = [int(article.number) for article in articles]
    for number in range(1, max(numbers) + 1):
        if numbers.count(number) > 1:
            yield f"Có {numbers.count(number)} điều cùng mang số {number}."
        elif number not in numbers:
            yield f"Thiếu Điều {number}."
    if numbers != sorted(numbers):
        yield "Các điều không theo thứ tự tăng dần."
    for article in articles:
        if not article.title:
            yield f"Điều {article.number} không có tên."


def _open_brackets(article: TextArticle) -> Iterator[str]:
    for clause in article.clauses:
        texts = [clause.text, *(point.text for point in clause.points)]
        if sum(text.count("(") for text in texts) > sum(text.count(")") for text in texts):
            yield f"Điều {article.number}, khoản {clause.number} có ngoặc mở mà không đóng."


_MOST_CHAPTERS = 50
_LAST_CHAPTER = ("ĐIỀU KHOẢN", "TỔ CHỨC THỰC HIỆN")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def _roman(number: str) -> int:
    if number.isdigit():
        return int(number)
    worth = [_ROMAN.get(letter, 0) for letter in number]
    following = [*worth[1:], 0]
    pairs = zip(worth, following, strict=bool(worth))
    return sum(-value if value < after else value for value, after in pairs)
