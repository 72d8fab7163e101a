"""Finds where a regulation begins that a Decision issues and that follows it in one file. May import exchange."""

from collections.abc import Iterator, Sequence

from desktop.exchange.regulations import lines
from desktop.exchange.regulations.lines import Place

TITLES = ("QUY CHẾ", "QUY ĐỊNH", "NỘI QUY")
DECISION = "Phần của Quyết định ban hành"
_DECIDES = "QUYẾT ĐỊNH"
_ISSUED_WITH = "kèm theo"


def decision_before(read: Sequence[str]) -> int:
    """How many lines belong to the Decision; 0 where no Decision stands before, or nothing follows it."""
    title = next((at for at, line in enumerate(read) if _is_decision(line)), None)
    if title is None:
        return 0
    firsts = list(_first_articles(read, title))
    if len(firsts) < 2:
        return 0
    return _beginning(read, firsts[0], firsts[1])


def issues_another(read: Sequence[str]) -> bool:
    """Whether a text is a Decision that issues a regulation with it."""
    return any(map(_is_decision, read)) and any(_ISSUED_WITH in line.lower() for line in read)


def _is_decision(line: str) -> bool:
    """The title of a Decision stands alone in capitals."""
    return lines.unmarked(line).strip(" :.") == _DECIDES


def _first_articles(read: Sequence[str], start: int) -> Iterator[int]:
    """Where an article 1 begins: of the Decision, then of what it issues."""
    for at in range(start, len(read)):
        found = lines.article(read[at], Place(), after_closed=True)
        if found and found.number == "1" and "Điều 1 " not in f"{found.words} ":
            yield at


def _beginning(read: Sequence[str], decision: int, regulation: int) -> int:
    """The title nearest after the Decision's articles, else the first heading above the regulation's first article."""
    between = range(decision + 1, regulation)
    titled = (at for at in between if _is_title(read, at))
    headed = (at for at in between if lines.heading(read[at], ()))
    return next(titled, next(headed, regulation))


def _is_title(read: Sequence[str], at: int) -> bool:
    """`QUY ĐỊNH CHUNG` under a chapter's number is the chapter's title."""
    before = next((line for line in reversed(read[:at]) if line.strip()), "")
    return lines.unmarked(read[at]).startswith(TITLES) and not lines.heading(before, ())
