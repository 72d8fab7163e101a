"""Reads a place in a regulation as a clerk types it: `Điều 11 khoản 3 điểm a`, `đ11 k3`, `11.3.a`.

May import domain, vi and exchange. Raises `Refusal` naming what was typed and what was expected.
"""

import re

from desktop import vi
from desktop.domain.findings import Clause
from desktop.domain.records import OwnCite
from desktop.domain.refusal import Refusal
from desktop.exchange.profile_file import parse_clause

PLACE = "Điều, khoản, điểm"
EXAMPLE = "Điều 11 khoản 3 điểm a"

_SHORT = re.compile(r"(\d+)(?:\.(\d+))?(?:\.([a-zđ]))?")
_PARTS = re.compile(
    r"(?:(?P<article>điều|đ)\s*\.?\s*(?P<a>\d+))?[\s,;]*"
    r"(?:(?P<section>mục)\s*(?P<s>[ivx]+(?:\.\d+)*))?[\s,;]*"
    r"(?:(?:khoản|k)\s*\.?\s*(?P<c>\d+))?[\s,;]*"
    r"(?:điểm\s*(?P<p>[a-zđ]|\d+(?:\.\d+)+))?[\s,;]*"
    r"(?:đoạn\s*(?P<g>\d+|mở đầu|cuối|sau điểm [a-zđ]))?[\s,;]*"
    r"(?:(?P<k>gạch đầu dòng|dấu cộng)\s*(?:thứ\s*)?(?P<d>\d+))?"
)


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
    found = _PARTS.fullmatch(text)
    if not found or not (found["a"] or found["s"]):
        return ""
    parts = [f"Điều {found['a']}" if found["a"] else f"Mục {found['s'].upper()}"]
    parts += [f"khoản {found['c']}"] if found["c"] else []
    parts += [f"điểm {found['p']}"] if found["p"] else []
    parts += [f"đoạn {found['g']}"] if found["g"] else []
    parts += [f"{found['k']} thứ {found['d']}"] if found["d"] else []
    return ", ".join(parts)


def cite_words(cite: OwnCite | None) -> str:
    """`Điều 11 khoản 3`; nothing where no article stands."""
    at = clause_of(cite)
    return vi.clause(at) if at else ""


def clause_of(cite: OwnCite | None) -> Clause | None:
    if cite is None or not cite.article:
        return None
    return Clause(article=cite.article, clause=cite.clause, point=cite.point, paragraph=cite.paragraph, dash=cite.dash)
