"""Says in Vietnamese what is odd in a parsed regulation as a whole. May import vi and exchange."""

import re
import string
from collections.abc import Iterator

from desktop import vi
from desktop.exchange.regulations.decision import issues_another
from desktop.exchange.regulations.words import CHAPTER, SECTION, RegulationWords, TextArticle, TextChapter


def sequence_oddities(words: RegulationWords) -> Iterator[str]:
    """What does not follow in the numbers of chapters and articles, what has no name, what bracket stays open."""
    if not words.articles:
        yield "Không tìm thấy điều nào."
        return
    if beyond := [line for line in words.closing if _ARTICLE.match(line)]:
        yield f"Sau “Nơi nhận” còn {len(beyond)} dòng ghi Điều, không đọc thành điều của quy chế."
    yield from _chapter_oddities(words.chapters)
    yield from _article_oddities(words.articles)
    for article in words.articles:
        yield from _open_brackets(article)


def _chapter_oddities(chapters: list[TextChapter]) -> Iterator[str]:
    numbered = [chapter for chapter in chapters if chapter.kind == CHAPTER]
    numbers = [number for chapter in numbered if (number := _roman(chapter.number))]
    for number in sorted({each for each in numbers if numbers.count(each) > 1}):
        printed = next(chapter.number for chapter in numbered if _roman(chapter.number) == number)
        yield f"Có {numbers.count(number)} chương cùng mang số {printed}."
    for number in range(1, min(max(numbers, default=0), _MOST_CHAPTERS) + 1):
        if number not in numbers:
            yield f"Không có chương {vi.roman(number)}."
    for chapter in numbered:
        if chapter.heading and not chapter.articles and not _has_sections(chapters, chapter):
            yield f"{chapter.name} không có điều nào."
    if numbers and not any(chapter.title.upper().startswith(_LAST_CHAPTER) for chapter in chapters):
        yield "Không có chương điều khoản thi hành."


def _article_oddities(articles: list[TextArticle]) -> Iterator[str]:
    numbers = [article_number(article.number) for article in articles]
    printed = [article.number for article in articles]
    if numbers[0] > 1 and min(numbers) == numbers[0]:
        yield f"Văn bản bắt đầu từ Điều {numbers[0]}, không có các điều trước."
    for number in range(max(min(numbers), 1), max(numbers) + 1):
        if printed.count(str(number)) > 1:
            yield f"Có {printed.count(str(number))} điều cùng mang số {number}."
        elif number not in numbers:
            yield f"Thiếu Điều {number}."
    if numbers != sorted(numbers):
        yield "Các điều không theo thứ tự tăng dần."
    for article in articles:
        if not article.title:
            yield f"Điều {article.number} không có tên."


def article_number(printed: str) -> int:
    """The number of an article; one put in later bears that of the one before with a letter, as `5a`."""
    return int(printed.rstrip(string.ascii_lowercase + "đ"))


def _has_sections(chapters: list[TextChapter], chapter: TextChapter) -> bool:
    following = chapters[chapters.index(chapter) + 1 :]
    return bool(following) and following[0].kind == SECTION


def whole_oddities(text: str, words: RegulationWords, decision: int) -> Iterator[str]:
    """What a text is as a whole: a Decision with or without its regulation, old letters, all on one line."""
    if decision:
        yield f"Quyết định ban hành đứng trước (dòng 1–{decision}) được để ngoài; chỉ đọc văn bản ban hành kèm theo."
    elif issues_another(text.splitlines()) and len(words.articles) < _FEW:
        yield "Tệp là Quyết định ban hành, không thấy quy chế kèm theo."
    if _OLD_LETTERS.search(text):
        yield "Chữ gõ theo bảng mã cũ (TCVN3 hoặc VNI), cần chuyển sang Unicode rồi đọc lại."
    if not words.articles and len(_INNER_ARTICLE.findall(text)) > 1:
        yield "Các điều không đứng đầu dòng; cần xuống dòng trước mỗi “Điều …” rồi đọc lại."


def _open_brackets(article: TextArticle) -> Iterator[str]:
    for clause in article.clauses:
        texts = [clause.text, *(point.text for point in clause.points)]
        if sum(text.count("(") for text in texts) > sum(text.count(")") for text in texts):
            yield f"Điều {article.number}, khoản {clause.number} có ngoặc mở mà không đóng."


_ARTICLE = re.compile(r"\W*Điều\s+\d+\s*[.:]")
_INNER_ARTICLE = re.compile(r"\S[^\S\n]+Điều\s+\d+\s*[.:]")
_OLD_LETTERS = re.compile(r"§i[ÒÓ]u|Ñi[eE]àu|[a-zA-Z][¬­®µ¶·¸¹][a-zA-Z]|§¶ng|Ñaûng|ÑAÛNG")
_FEW = 8
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
