"""Texts as offices hand them in: one regulation deformed in thirty ways, each as a file beside what it shows.

`shown` is every word a reader sees in the file: nothing of it may be lost.
"""

import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from desktop.exchange.regulations.old_codes import CODES
from tests.exchange.regulations import old_typing, pdf_files, word_files

DECISION = """ĐẢNG BỘ TỈNH THỬ
ĐẢNG ỦY XÃ THỬ
*
Số 07-QĐ/ĐU
Thử, ngày 05 tháng 8 năm 2025

QUYẾT ĐỊNH
ban hành Quy chế làm việc

- Căn cứ Điều lệ Đảng,

ĐẢNG ỦY QUYẾT ĐỊNH

Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.

Điều 2. Quyết định có hiệu lực từ ngày ký.

Điều 3. Văn phòng thi hành Quyết định này.

"""
RECIPIENTS = "Nơi nhận:\n- Như Điều 3,\n- Lưu Văn phòng.\n\nT/M ĐẢNG ỦY\nBÍ THƯ\n\nNguyễn Văn A\n\n"
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_CLAUSE = re.compile(r"^([ \t]*(?:\[bookmark:[^\]\n]*\])*)(\d{1,2})\. ?(?=\D)", re.MULTILINE)
_POINT = re.compile(r"^([ \t]*)([a-zđ])\) ?(?=\S)", re.MULTILINE)
_ARTICLE = re.compile(r"^([ \t]*)Điều (\d+)([.:]?)", re.MULTILINE)
_CHAPTER = re.compile(r"^[ \t]*Chương ([IVX]+)[ \t]*\n+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Made:
    """A file: how its name ends, what it holds, what it shows; `cased` where its code has every capital."""

    ending: str
    data: bytes
    shown: str
    cased: bool = True


Deformation = Callable[[str], Made]


def utf8(text: str) -> Made:
    return Made(".txt", text.encode(), text)


def encoded(encoding: str, text: str, *, mark: bytes = b"") -> Made:
    return Made(".txt", mark + text.encode(encoding), text)


def _typed(change: Callable[[str], str]) -> Deformation:
    return lambda text: utf8(change(text))


def _clauses(written: str) -> Deformation:
    """Clauses marked another way; `{}` is the number."""
    return _typed(lambda text: _CLAUSE.sub(lambda found: found[1] + written.format(found[2]), text))


def _points(written: str) -> Deformation:
    return _typed(lambda text: _POINT.sub(lambda found: found[1] + written.format(found[2]), text))


def _articles(written: str) -> Deformation:
    return _typed(lambda text: _ARTICLE.sub(lambda found: found[1] + written.format(found[2], found[3]), text))


def _parts(text: str) -> str:
    return _CHAPTER.sub(lambda found: f"Phần thứ {_ORDINALS[_ROMAN.index(found[1])]}\n", text)


def _romans(text: str) -> str:
    return _CHAPTER.sub(lambda found: f"{found[1]}- ", text)


def _wrapped(width: int, text: str) -> str:
    """Each line broken at a margin, an empty line between."""
    wrap = partial(textwrap.fill, width=width, break_long_words=False, break_on_hyphens=False)
    return "\n".join(wrap(line) if line.strip() else "" for line in text.splitlines())


def _numbered_pages(written: str, text: str) -> str:
    """A page's number after every thirty lines that hold words."""
    return "\n".join(_paged(written, text.splitlines()))


def _paged(written: str, lines: list[str]) -> Iterator[str]:
    pages = 1
    for at, line in enumerate(lines, 1):
        yield line
        if at % 30 == 0:
            pages += 1
            yield from ("", written.format(pages), "")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _spaced(text: str) -> str:
    """Non-breaking spaces after numbers and in names that belong together."""
    joined = re.sub(r"(?m)^([ \t]*(?:Điều )?\w{1,2}[.)]) ", "\\1\u00a0", text)
    return joined.replace("Nơi nhận", "Nơi\u00a0nhận").replace("Điều ", "Điều\u00a0")


def _old(coding: str, text: str) -> Made:
    written = old_typing.written(text, coding)
    return Made(".txt", written.encode("latin-1"), old_typing.shown(text, coding), CODES[coding].capitals)


def _old_in_unicode(coding: str, text: str) -> Made:
    return Made(
        ".txt", old_typing.written(text, coding).encode(), old_typing.shown(text, coding), CODES[coding].capitals
    )


def _word(make: Callable[[str], tuple[bytes, str]], text: str) -> Made:
    return Made(".docx", *make(text))


def _pdf(text: str, *, head: str = "", foot: str = "") -> Made:
    data, shown = pdf_files.printed(text, head=head, foot=foot)
    return Made(".pdf", data, shown)


DEFORMATIONS: dict[str, Deformation] = {
    "untouched": utf8,
    "crlf+bom": lambda text: encoded("utf-8-sig", text.replace("\n", "\r\n")),
    "cr": _typed(lambda text: text.replace("\n", "\r")),
    "nfd": _typed(partial(unicodedata.normalize, "NFD")),
    "utf-16": partial(encoded, "utf-16"),
    "utf-16 no bom": partial(encoded, "utf-16-le"),
    "nbsp": _typed(_spaced),
    "tabs": _typed(lambda text: re.sub(r"(?m)^(.)", "\t\\1", text)),
    "ĐIỀU": _articles("ĐIỀU {}{}"),
    "Điều n:": _articles("Điều {}:"),
    "Điều5": _articles("Điều{}{}"),
    "điều 5": _articles("điều {}{}"),
    "# heads": _typed(lambda text: re.sub(r"(?m)^[ \t]*(?=Chương|Điều \d)", "## ", text)),
    "wrapped 70": _typed(partial(_wrapped, 70)),
    "wrapped 80": _typed(partial(_wrapped, 80)),
    "page numbers": _typed(partial(_numbered_pages, "{}")),
    "Trang 3/20": _typed(partial(_numbered_pages, "Trang {}/20")),
    "zwsp": _typed(lambda text: re.sub(r"(?m)^(?=\S)", "\u200b", text)),
    "soft hyphen": _typed(lambda text: text.replace("Điều", "Đi\u00adều").replace("trách", "tr\u00adách")),
    "tcvn3": partial(_old, "tcvn3"),
    "vni": partial(_old, "vni"),
    "tcvn3 in utf-8": partial(_old_in_unicode, "tcvn3"),
    "vni in utf-8": partial(_old_in_unicode, "vni"),
    "cp1258": lambda text: Made(".txt", old_typing.cp1258(text), old_typing.shown(text, "cp1258")),
    "1-": _clauses("{}- "),
    "1)": _clauses("{}) "),
    "1/": _clauses("{}/ "),
    "(1)": _clauses("({}) "),
    "Khoản 1": _clauses("Khoản {}. "),
    "number alone": _clauses("{}.\n"),
    "a/": _points("{}/ "),
    "a-": _points("{}- "),
    "a.": _points("{}. "),
    "Phần thứ": _typed(_parts),
    "I-": _typed(_romans),
    "decision": lambda text: utf8(DECISION + RECIPIENTS + text),
    "decision, no recipients": lambda text: utf8(DECISION + text),
    "one line": _typed(_one_line),
    "docx": partial(_word, word_files.plain),
    "docx, numbered by word": partial(_word, word_files.numbered),
    "docx, comparison": partial(_word, word_files.compared),
    "docx, tracked": partial(_word, word_files.tracked),
    "docx, footnotes, boxes": partial(_word, word_files.annotated),
    "pdf": _pdf,
    "pdf, heads and feet": partial(_pdf, head="Quy chế làm việc – dự thảo", foot="Trang {}/{}"),
    "pdf, page numbers": partial(_pdf, foot="{}"),
}
