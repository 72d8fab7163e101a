"""What an office's own regulation is read to say, content by content. May import domain, vi and exchange."""

import json
from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path
from typing import Any

from desktop import vi
from desktop.exchange.regulations.propose.candidates import Proposal
from desktop.exchange.regulations.propose.proposals import Proposals, propose
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
        return next(words(value) for mark, words in _SHAPES if mark in value)
    if isinstance(value, list):
        return ", ".join(map(_word, value))
    return _word(value)


_CODES = {code: word for words in WORDS.values() for code, word in words.items()}


def _word(code: object) -> str:
    return _CODES.get(str(code), str(code))


_PER = {
    **{"week": "tuần", "fortnight": "nửa tháng", "month": "tháng", "quarter": "quý"},
    **{"half": "6 tháng", "year": "năm"},
}
_UNITS = {"weeks": "tuần", "months": "tháng", "working-days": "ngày làm việc", "days": "ngày", "hours": "giờ"}
_WHEN = {
    **{"start": "vào đầu kỳ", "end": "vào cuối kỳ", "first-week": "vào tuần đầu", "last-week": "vào tuần cuối"},
    **{"first-month": "vào tháng đầu", "last-month": "vào tháng cuối"},
}
_OF = {
    **{"members": "tổng số ủy viên", "summoned": "số người được triệu tập", "present": "số người có mặt"},
    **{"valid": "số phiếu hợp lệ", "meeting": "hội nghị", "decision": "khi quyết định", "return": "khi về"},
    **{"departure": "khi đi", "period-end": "khi hết kỳ", "sending": "khi gửi"},
    **{"month": "tháng", "next-month": "tháng sau"},
}
_SIDES = {"before": "trước", "after": "sau"}


def _often(value: Plain) -> str:
    return f"{value['n']} lần mỗi {_PER[value['per']]}{_placed(value)}"


def _apart(value: Plain) -> str:
    return f"{value['gap']} {_UNITS[value['unit']]} một lần{_placed(value)}"


def _placed(value: Plain) -> str:
    """When in the period, with a comma before it."""
    parts = [_WHEN[value["when"]]] if "when" in value else []
    parts += [_word(value["weekday"])] if "weekday" in value else []
    parts += [f"trước ngày {value['before_day']}"] if "before_day" in value else []
    parts += [f"ngày {value['on_day']}"] if "on_day" in value else []
    return "".join(f", {part}" for part in parts)


def _least(value: Plain) -> str:
    return f"ít nhất {value['at_least']} {_OF[value['of']]}{_excepted(value)}"


def _over(value: Plain) -> str:
    return f"trên {value['over']} {_OF[value['of']]}{_excepted(value)}"


def _excepted(value: Plain) -> str:
    return "".join(
        f"; riêng {', '.join(map(_word, each['matters']))}: {said(each)}" for each in value.get("except", ())
    )


def _on_day(value: Plain) -> str:
    return f"ngày {value['day']} {_OF[value['of']]}"


def _counted(value: Plain) -> str:
    return f"{value['n']} {_UNITS[value['unit']]} {_SIDES[value['side']]} {_OF[value['of']]}"


_SHAPES: tuple[tuple[str, Callable[[Plain], str]], ...] = (
    *(("per", _often), ("gap", _apart), ("at_least", _least), ("over", _over)),
    *(("day", _on_day), ("side", _counted)),
)
"""What tells each shape, and its words."""
