"""What an office's own regulation is read to say, content by content. May import domain, vi and exchange."""

import json
from dataclasses import astuple
from pathlib import Path
from typing import Any

from desktop import vi
from desktop.exchange.regulations.propose.candidates import Proposal
from desktop.exchange.regulations.propose.proposals import Proposals, propose
from desktop.usecases.regulations import shape_words
from desktop.usecases.regulations.rows import parse
from desktop.usecases.regulations.values import NO, WORDS, YES

Plain = dict[str, Any]


def show_proposed(path: Path, *, as_json: bool = False) -> str:
    """What `thuky regulations propose FILE` prints; raises `Refusal` where the file cannot be read."""
    proposed = propose(parse(path))
    return json.dumps(plain(proposed), ensure_ascii=False, indent=2) if as_json else "\n".join(_lines(proposed))


def plain(proposed: Proposals) -> Plain:
    """The proposals as the interchange writes them."""
    return {
        "proposals": [_plain(each) for each in proposed.found],
        "silent": list(proposed.silent),
        "unread": [{"article": each.at.article, "text": each.text} for each in proposed.unread],
    }


def _plain(proposal: Proposal) -> Plain:
    words = {
        "article": proposal.at.article,
        "start": proposal.start,
        "end": proposal.end,
        "text": proposal.text,
    }
    return {
        "key": proposal.key,
        "value": proposal.value,
        "at": ", ".join(filter(None, astuple(proposal.at))),
        "words": words,
        "sure": proposal.sure,
    }


def _lines(proposed: Proposals) -> list[str]:
    found = [_line(each) for each in proposed.found]
    duties = [f"  {each.at.article}: {' '.join(each.text.split())}" for each in proposed.unread]
    counted = f"{len(found)} nội dung đọc được, {len(proposed.silent)} nội dung không thấy quy định"
    return [*found, "", f"{counted}, {len(duties)} câu chưa thuộc nội dung nào:", *duties]


def _line(proposal: Proposal) -> str:
    doubt = "" if proposal.sure else " (cần đối chiếu)"
    words = " ".join(proposal.text.split())
    return f"{vi.clause(proposal.at):<32} {proposal.name}: {said(proposal.value)}{doubt}; theo chữ “{words}”"


# Values in words


def said(value: object) -> str:
    """A value of any shape in a few words: `2 lần mỗi tháng`, `ít nhất 2/3 tổng số ủy viên`, `Ban Thường vụ`."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, dict):
        return shape_words.said(value)
    if isinstance(value, list):
        return ", ".join(map(_word, value))
    return _word(value)


_CODES = {code: word for words in WORDS.values() for code, word in words.items()}


def _word(code: object) -> str:
    return _CODES.get(str(code), str(code))
