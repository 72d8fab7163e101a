"""Keeps names, days, numbers and citations on one line. May import the paper description only.

Tables are left alone: in a narrow cell a line has to break where it can.
"""

import re
from dataclasses import replace
from functools import lru_cache

from desktop.papers.paper import Block, Paper, Paragraph, Run

_PLACE = "xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|thôn|buôn|làng"
_PATTERNS = (
    r"\d{1,2} giờ(?: \d{2} phút)?",
    r"ngày \d{1,2}(?: tháng \d{1,2})?(?: năm \d{4})?",
    r"(?:ngày|tháng) \d{1,2}(?:/\d{1,2})?/\d{4}",
    r"tháng \d{1,2}(?: năm \d{4})?",
    r"(?:năm|tuần) \d+(?:/\d+)?",
    r"quý [IVX]+(?:/\d+)?",
    r"(?:lần thứ|khóa|thứ) (?:\d+|[IVXL]+)\b",
    r"(?:thứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy)|Chủ nhật)",
    r"(?:điểm (?:[a-zđ]|\d[\d.]*) )?(?:khoản \d+ )?(?:Điều \d+|Mục [IVX]+[\d.]*)",
    r"(?:điểm [a-zđ] )?khoản \d+\b",
    r"số \d[\w/–-]*",
    r"\d[\d.,/]* (?:đồng chí|ủy viên|phiếu|ngày|văn bản|việc|hội nghị|người|tỷ|triệu|nghìn|đồng)",
    rf"(?:{_PLACE})(?: [A-ZĐ]\w*){{1,3}}",
    r"(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng|Trung) (?:ủy|uỷ|ương)",
)


def unbroken(paper: Paper) -> Paper:
    """The paper with hard spaces inside what may not be torn; it reads and is searched as before."""
    names = paper.names
    head = paper.head
    if head:
        head = replace(
            head,
            superior=_bound(head.superior, names),
            body=_bound(head.body, names),
            place_date=_bound(head.place_date, names),
            letter_summary=_bound(head.letter_summary, names),
        )
    return replace(
        paper,
        head=head,
        summary=_bound(paper.summary, names),
        addressed=tuple(_bound(name, names) for name in paper.addressed),
        blocks=tuple(_block(block, names) for block in paper.blocks),
        recipients=tuple(_bound(name, names) for name in paper.recipients),
    )


def _block(block: Block, names: tuple[str, ...]) -> Block:
    if not isinstance(block, Paragraph):
        return block
    return replace(block, runs=tuple(Run(_bound(run.text, names), run.bold, run.italic) for run in block.runs))


@lru_cache(maxsize=4096)
def _bound(text: str, names: tuple[str, ...]) -> str:
    return _kept(names).sub(lambda found: found.group().replace(" ", "\u00a0"), text)


@lru_cache(maxsize=16)
def _kept(names: tuple[str, ...]) -> re.Pattern[str]:
    """The longest names first: one may begin with another."""
    listed = [re.escape(name) for name in sorted(names, key=len, reverse=True) if " " in name]
    return re.compile(rf"\b(?:{'|'.join((*listed, *_PATTERNS))})")
