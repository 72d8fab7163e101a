"""What became of a clause, in the words of papers. Standard library only."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.domain.findings import Clause
from desktop.domain.text_change import Comparison, Content, Kind, Line
from desktop.domain.wording import clause

STATE: dict[Kind, str] = {"kept": "", "moved": "", "changed": "sửa đổi", "new": "bổ sung", "gone": "bỏ"}
RENUMBERED = "đổi số"


def state_of(line: Line) -> str:
    """`sửa đổi, đổi số`."""
    return ", ".join(filter(None, (STATE[line.kind], RENUMBERED if line.renumbered else "")))


def only_numbers(lines: Sequence[Line]) -> str:
    """`khoản 3 đến khoản 9 Điều 2 cũ nay là khoản 4 Điều 4 đến Điều 10; lời văn giữ nguyên.`"""
    olds, news = [each.old.at for each in lines if each.old], [each.new.at for each in lines if each.new]
    return f"{_span(olds)} cũ nay là {_span(news)}; lời văn giữ nguyên."


def _span(places: Sequence[Clause]) -> str:
    """`khoản 3 đến khoản 5 Điều 2`, `khoản 3, khoản 5 Điều 2`; the article is said once."""
    first, last = places[0], places[-1]
    if len(places) == 1:
        return clause(first)
    own = [each.point or each.clause or each.article for each in places]
    within = clause(last).removeprefix(own[-1])
    follow = len(places) > 2 and _numbers(own) == list(range(_numbers(own)[0], _numbers(own)[0] + len(own)))
    return f"{own[0]} đến {own[-1]}{within}" if follow else f"{', '.join(own)}{within}"


def _numbers(own: Sequence[str]) -> list[int]:
    return [int(each.rpartition(" ")[2]) if each.rpartition(" ")[2].isdigit() else 0 for each in own]


def together(contents: Sequence[Content]) -> dict[str, Content]:
    """Each by its name; what is said of several bodies alike stands once: `Kỳ họp (Ban Chấp hành, Ban Thường vụ)`."""
    alike: dict[Content, list[str]] = {}
    for each in contents:
        alike.setdefault(replace(each, key="", body=""), []).append(each.body)
    return {f"{each.name} ({', '.join(bodies)})" if any(bodies) else each.name: each for each, bodies in alike.items()}


def summary(found: Comparison) -> str:
    """`sửa đổi 4, bổ sung 2, bỏ 1, giữ nguyên 30 điều, khoản, điểm.`"""
    counts = (
        ("sửa đổi", found.count("changed")),
        ("bổ sung", found.count("new")),
        ("bỏ", found.count("gone")),
        ("giữ nguyên lời văn", found.count("kept", "moved")),
    )
    return f"{', '.join(f'{word} {count}' for word, count in counts if count)} điều, khoản, điểm"
