"""Small regulations made up for tests: a title, articles with titles, clauses as they are given."""

from typing import Any

from desktop.exchange.regulations.propose.proposals import Proposals, propose
from desktop.exchange.regulations.text import parse_text

WARD = "Ban Chấp hành Đảng bộ phường Đông Hải"
STANDING = "Thường trực Đảng ủy giải quyết công việc hằng ngày, báo cáo Ban Thường vụ Đảng ủy."
"""A clause that tells what the committee calls itself."""
OTHER_STANDING = STANDING.replace("Đảng ủy", "{name}")


def regulation(*clauses: str, title: str = "Chế độ hội nghị", of: str = WARD, name: str = "Đảng ủy") -> str:
    """A regulation of two articles, the second with the clauses given."""
    listed = "\n".join(f"{number}. {clause}" for number, clause in enumerate(clauses, 1))
    head = f"QUY CHẾ LÀM VIỆC\ncủa {of}\n\nĐiều 1. Trách nhiệm chung\n\n1. {OTHER_STANDING.format(name=name)}\n\n"
    return f"{head}Điều 2. {title}\n\n{listed}\n"


def read(*clauses: str, title: str = "Chế độ hội nghị", of: str = WARD, name: str = "Đảng ủy") -> Proposals:
    return propose(parse_text(regulation(*clauses, title=title, of=of, name=name)))


def values(*clauses: str, title: str = "Chế độ hội nghị", of: str = WARD, name: str = "Đảng ủy") -> dict[str, Any]:
    """What is proposed, by key."""
    return {each.key: each.value for each in read(*clauses, title=title, of=of, name=name).found}
