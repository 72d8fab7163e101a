"""Parses an office's own regulation into articles, clauses and points, its words unchanged. May import exchange.

Never refuses a text: what cannot be placed stays as a paragraph where it stood, and what is odd is said in Vietnamese.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from desktop.exchange.regulations import lines
from desktop.exchange.regulations.decision import TITLES, decision_before, issued_by
from desktop.exchange.regulations.oddities import whole_oddities
from desktop.exchange.regulations.reader import Reader
from desktop.exchange.regulations.unfold import unfolded
from desktop.exchange.regulations.words import LeftOut, RegulationWords

_BOOKMARKED = "Nhãn đánh dấu của trang mạng"
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_SPACES = re.compile("[\u00a0\u2007\u202f]")
_TITLE_LINES = 6


def parse_text(text: str, left_out: Sequence[LeftOut] = (), oddities: Sequence[str] = ()) -> RegulationWords:
    """Parse a whole text; it is brought to NFC, freed of bookmarks and of signs not seen, else kept word for word.

    `left_out` is what its file held besides, `oddities` what was odd in the file.
    """
    clean = seen(text)
    read, split = unfolded(lines.BOOKMARK.sub("", clean).splitlines())
    decision = decision_before(read)
    words = Reader(read, decision).read()
    bookmarks = lines.BOOKMARK.findall(clean)
    words.title = _title(words.preamble)
    words.decision = issued_by(read[:decision], words.preamble)
    words.left_out += [*(LeftOut(each, _BOOKMARKED) for each in bookmarks), *left_out]
    words.oddities[:0] = [
        *oddities,
        *whole_oddities(read, words, decision),
        *_split(split),
        *_counted(left_out),
        *_bookmarked(len(bookmarks)),
    ]
    return words


def seen(text: str) -> str:
    return unicodedata.normalize("NFC", _SPACES.sub(" ", _UNSEEN.sub("", text)))


def _bookmarked(count: int) -> Iterator[str]:
    if count:
        yield f"Đã bỏ {count} nhãn đánh dấu của trang mạng, không lấy số trong nhãn."


def _split(places: int) -> Iterator[str]:
    if places:
        yield f"Văn bản dồn trên một dòng, đã xuống dòng ở {places} chỗ theo thứ tự điều, khoản, điểm; cần xem lại."


def _counted(left_out: Sequence[LeftOut]) -> Iterator[str]:
    """One sentence for each reason for which words of the file are not in the text."""
    for reason in dict.fromkeys(each.reason for each in left_out):
        texts = [each.text for each in left_out if each.reason == reason]
        first = texts[0] if len(texts[0]) <= 60 else f"{texts[0][:59]}…"
        yield f"{reason} không được đọc ({len(texts)} chỗ, đầu tiên: “{first}”)."


def _title_at(preamble: list[str], titles: tuple[str, ...]) -> int | None:
    plain = map(lines.unmarked, preamble)
    return next((at for at, line in enumerate(plain) if line.startswith(titles) and not lines.closed(line)), None)


def _title(preamble: list[str]) -> str:
    start = _title_at(preamble, TITLES)
    if start is None:
        start = _title_at(preamble, tuple(map(str.capitalize, TITLES)))
    if start is None:
        return ""
    found = [preamble[start]]
    for line in preamble[start + 1 : start + _TITLE_LINES]:
        if line.startswith(("-", "–", "*", "_")):
            break
        found.append(line)
    return " ".join(lines.unmarked(line) for line in found)
