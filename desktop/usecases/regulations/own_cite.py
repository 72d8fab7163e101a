"""Reads a place in a regulation as a clerk types it: `điểm a khoản 3 Điều 11`, `Điều 11 khoản 3`, `đ11 k3`, `11.3.a`.

May import domain, vi and exchange. Raises `Refusal` naming what was typed and what was expected.
"""

import re

from desktop import vi
from desktop.domain.records import OwnCite
from desktop.domain.refusal import Refusal
from desktop.domain.regulation import clause_of
from desktop.exchange.profile_file import parse_clause

PLACE = "Điều, khoản, điểm"
EXAMPLE = "điểm a khoản 3 Điều 11"

_SHORT = re.compile(r"(\d+[a-zđ]?)(?:\.(\d+))?(?:\.([a-zđ]))?")
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_PARTS = (
    (r"đoạn\s*(\d+|mở đầu|cuối|sau điểm [a-zđ])", "đoạn {}"),
    (rf"(gạch đầu dòng|gạch|dấu cộng)\s*(?:thứ\s*)?(\d+|{'|'.join(_ORDINALS)})\b", "{} thứ {}"),
    (r"(?:điểm|tiết|đ\.)\s*\(?([a-zđ]\b|\d+(?:\.\d+)+)", "điểm {}"),
    (r"khoản\s*(\d+(?:\.\d+)+)", "điểm {}"),
    (r"(?:khoản|k)\s*\.?\s*\(?(\d+[a-zđ]?)\b", "khoản {}"),
    (r"(?:điều|đ)\s*\.?\s*(\d+[a-zđ]?)\b", "Điều {}"),
    (r"mục\s*((?:[ivx]+|\d+)(?:\.\d+)*)\b", "Mục {}"),
)
"""What is looked for, one after the other: a paragraph may be named by a point."""
_JOINS = re.compile(r"(?:[\s,;:()–-]|\b(?:của|tại|thuộc|trong|quy chế|này)\b)*")
"""What may stand between the parts."""
_KEPT = ("Điều", "Mục", "khoản", "điểm", "đoạn", "gạch", "dấu")


def read_cite(text: str) -> OwnCite:
    """The least that is needed is the article."""
    clean = " ".join(vi.nfc(text).split()).strip(" .,;")
    printed = _of_short(clean) or _of_words(clean.lower())
    if not clean:
        raise Refusal(f"{PLACE}: cần ghi điều của quy chế đơn vị, ít nhất như “Điều 11”.", field="cite")
    if not printed:
        raise Refusal(f"{PLACE}: “{clean}” không đọc được, cần viết như “{EXAMPLE}”, ít nhất có điều.", field="cite")
    at = parse_clause(printed)
    return OwnCite(article=at.article, clause=at.clause, point=at.point, paragraph=at.paragraph, dash=at.dash)


def _of_short(text: str) -> str:
    found = _SHORT.fullmatch(text)
    if not found:
        return ""
    article, clause, point = found.groups()
    return f"Điều {article}" + (f", khoản {clause}" if clause else "") + (f", điểm {point}" if point else "")


def _of_words(text: str) -> str:
    """The parts in any order, as papers write them or from the article down; nothing else may stand there."""
    parts, left = [], text
    for pattern, printed in _PARTS:
        if found := re.search(pattern, left):
            parts.append(printed.format(*map(_cased, found.groups())))
            left = f"{left[: found.start()]} {left[found.end() :]}"
    if any(part.startswith("Điều") for part in parts):
        parts = [re.sub(r"^Mục (?=\d+\.)", "điểm ", part) for part in parts]
    if not _JOINS.fullmatch(left) or not any(part.startswith(("Điều", "Mục")) for part in parts):
        return ""
    return ", ".join(sorted(parts, key=lambda part: _KEPT.index(part.split()[0])))


def _cased(part: str) -> str:
    """A number of chapter in capitals, an ordinal in figures."""
    if part == "gạch":
        return "gạch đầu dòng"
    if part in _ORDINALS:
        return str(_ORDINALS.index(part) + 1)
    return part.upper() if re.fullmatch(r"[ivx]+(\.\d+)*", part) else part


def cite_words(cite: OwnCite | None) -> str:
    """`khoản 3 Điều 11`; nothing where no article stands."""
    at = clause_of(cite)
    return vi.clause(at) if at else ""
