"""Says in Vietnamese what is odd in a parsed regulation as a whole. May import vi and exchange."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from desktop import vi
from desktop.exchange.regulations.decision import issues_another
from desktop.exchange.regulations.lines import number_of
from desktop.exchange.regulations.words import CHAPTER, SECTION, SECTION_WORD, RegulationWords, TextArticle, TextChapter


def sequence_oddities(words: RegulationWords) -> Iterator[str]:
    """What does not follow in the numbers of chapters and articles, what has no name, what bracket stays open."""
    if not words.articles:
        yield "Không tìm thấy điều nào."
        return
    if beyond := [line for line in words.closing if _ARTICLE.match(line)]:
        yield f"Sau “Nơi nhận” còn {len(beyond)} dòng ghi Điều, không đọc thành điều của quy chế."
    yield from _chapter_oddities(words.chapters)
    if words.articles[0].word == SECTION_WORD:
        yield "Văn bản không chia thành điều, đọc theo mục (I, II, …)."
    else:
        yield from _article_oddities(words.articles)
    yield from _twice(words)
    for article in words.articles:
        if not article.title:
            yield f"{article.name} không có tên."
    for article in words.articles:
        yield from _open_brackets(article)


def _chapter_oddities(chapters: list[TextChapter]) -> Iterator[str]:
    numbered = [chapter for chapter in chapters if chapter.kind == CHAPTER]
    numbers = [number for chapter in numbered if (number := number_of(chapter.number))]
    for number, times in sorted(Counter(numbers).items()):
        if times > 1:
            printed = next(chapter.number for chapter in numbered if number_of(chapter.number) == number)
            yield f"Có {times} chương cùng mang số {printed}."
    for number in range(1, min(max(numbers, default=0), _MOST_CHAPTERS) + 1):
        if number not in numbers:
            yield f"Không có chương {vi.roman(number)}."
    for chapter, following in zip_longest(chapters, chapters[1:]):
        if _is_empty(chapter) and (following is None or following.kind != SECTION):
            yield f"{chapter.name} không có điều nào."
    titles = [title for chapter in chapters for title in (chapter.title, *(each.title for each in chapter.articles))]
    if numbers and not any(title.upper().startswith(_LAST_CHAPTER) for title in titles):
        yield "Không có chương điều khoản thi hành."


def _twice(words: RegulationWords) -> Iterator[str]:
    """What two articles or sections have one number; a citation then points at the first."""
    for number, times in Counter(article.number for article in words.articles).items():
        if times > 1:
            yield f"Có {times} {words.unit} cùng mang số {number}."


def _article_oddities(articles: list[TextArticle]) -> Iterator[str]:
    numbers = [number_of(article.number) for article in articles]
    if numbers[0] > 1 and min(numbers) == numbers[0]:
        yield f"Văn bản bắt đầu từ Điều {numbers[0]}, không có các điều trước."
    for before, after in pairwise(sorted(set(numbers))):
        if after > before + 1:
            yield f"Thiếu {_between(before, after)}."
    if numbers != sorted(numbers):
        yield "Các điều không theo thứ tự tăng dần."


def _between(before: int, after: int) -> str:
    """What stands between two numbers, named one by one only where they are few."""
    first, last = before + 1, after - 1
    return f"Điều {first}" if first == last else f"các Điều từ {first} đến {last}"


def _is_empty(chapter: TextChapter) -> bool:
    return chapter.kind == CHAPTER and bool(chapter.heading) and not chapter.articles


def whole_oddities(read: Sequence[str], words: RegulationWords, decision: int) -> Iterator[str]:
    """What a text is as a whole: a Decision with or without its regulation, old letters, all on one line."""
    if decision:
        yield f"Quyết định ban hành đứng trước (dòng 1–{decision}) được để ngoài; chỉ đọc văn bản ban hành kèm theo."
    elif issues_another(read) and len(words.articles) < _FEW:
        yield "Tệp là Quyết định ban hành, không thấy quy chế kèm theo."
    if any(map(_OLD_LETTERS.search, read)):
        yield "Chữ gõ theo bảng mã cũ (TCVN3 hoặc VNI), cần chuyển sang Unicode rồi đọc lại."
    if not words.articles and len(_INNER_ARTICLE.findall("\n".join(read))) > 1:
        yield "Các điều không đứng đầu dòng; cần xuống dòng trước mỗi “Điều …” rồi đọc lại."


def _open_brackets(article: TextArticle) -> Iterator[str]:
    for clause in article.clauses:
        texts = [clause.text, *(point.text for point in clause.points)]
        if sum(text.count("(") for text in texts) > sum(text.count(")") for text in texts):
            yield f"{article.name}, khoản {clause.number} có ngoặc mở mà không đóng."


_ARTICLE = re.compile(r"\W*Điều\s+\d+\s*[.:]")
_INNER_ARTICLE = re.compile(r"\S[^\S\n]+Điều\s+\d+\s*[.:]")
_OLD_LETTERS = re.compile(r"§i[ÒÓ]u|Ñi[eE]àu|[a-zA-Z][¬­®µ¶·¸¹][a-zA-Z]|§¶ng|Ñaûng|ÑAÛNG")
_FEW = 8
_MOST_CHAPTERS = 50
_LAST_CHAPTER = ("ĐIỀU KHOẢN", "TỔ CHỨC THỰC HIỆN")
