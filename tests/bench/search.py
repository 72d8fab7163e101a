"""Search as one types over 300,000 titles: the worst keystroke of ours beside SQLite's LIKE over the folded titles.

Prints the ratio beside the goal of 0.05; run as `python -m tests.bench.search [titles]`.
"""

import sqlite3
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import islice
from statistics import median

from desktop.domain.names import fold
from desktop.sample.sample import PROFILES, sample_office
from desktop.usecases.documents.search import WordIndex

GOAL = 0.05
SHOWN = 50
TYPED = ("nghị quyết phát triển", "kết luận cán bộ", "12-NQ/HU", "xyz không có", "g", "mời dự hội nghị ban thường vụ")
"""What is typed letter by letter."""


def titles(count: int) -> list[str]:
    """Titles made of the sample offices' own, each with a number and words of another, so that words are many."""
    own = [f"{one.symbol} {one.title}" for name in PROFILES for one in sample_office(name).documents]
    words = [word for one in own for word in one.split()]
    return [f"{own[n % len(own)]} số {n} {' '.join(words[(n * 7) % len(words) :][:4])}" for n in range(count)]


def keystrokes() -> list[str]:
    return [text[:size] for text in TYPED for size in range(1, len(text) + 1) if text[:size].strip()]


def took(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def first(index: WordIndex, typed: str) -> list[int]:
    return list(islice(index.find(typed), SHOWN))


def like(base: sqlite3.Connection, typed: str) -> list[int]:
    """The peer finds the folded words at the beginning of words, as we do."""
    words = fold(typed).split()
    where = " AND ".join("' ' || folded LIKE ?" for _ in words)
    asked = f"SELECT place FROM titles WHERE {where} ORDER BY place LIMIT {SHOWN}"
    return [row[0] for row in base.execute(asked, [f"% {word}%" for word in words])]


def main(count: int) -> None:
    folded = [fold(title) for title in titles(count)]
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE titles (place INTEGER PRIMARY KEY, folded TEXT)")
    base.executemany("INSERT INTO titles VALUES (?, ?)", enumerate(folded))
    began = time.perf_counter()
    index = WordIndex(folded)
    print(f"{count} titles indexed in {time.perf_counter() - began:.2f} s, beside the window")
    ours: list[float] = []
    theirs: list[float] = []
    for typed in keystrokes():
        rounds = [(took(partial(first, index, typed)), took(partial(like, base, typed))) for _ in range(3)]
        ours.append(median(one for one, _ in rounds))
        theirs.append(median(other for _, other in rounds))
    ratio = max(ours) / max(theirs)
    print(f"worst keystroke: ours {max(ours) * 1000:.2f} ms, LIKE {max(theirs) * 1000:.1f} ms")
    print(f"ratio {ratio:.3f}   goal {GOAL}   {'reached' if ratio <= GOAL else 'not reached'}")
    slow = sorted(zip(ours, keystrokes(), strict=True), reverse=True)[:3]
    print("slowest of ours: " + ", ".join(f"{typed!r} {seconds * 1000:.2f} ms" for seconds, typed in slow))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300_000)
