"""Regulations deformed as offices hand them in: what is found of each, beside what is found of the text untouched.

Prints articles/clauses/points, the characters lost and the places with other words, by text and deformation; the goal
is all equal and none lost. Other words are expected where the deformation has other letters (old codes) or no lines.
Run as `python -m tests.bench.deformed [FOLDER OF TEXTS]`; without a folder a text of our own.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop.domain.refusal import Refusal
from desktop.exchange.regulations.text import seen
from desktop.exchange.regulations.words import RegulationWords
from desktop.usecases.regulations.rows import parse
from tests.exchange.regulations.account import Figures, figures, places, unaccounted
from tests.exchange.regulations.deformations import DEFORMATIONS, Made

OWN = """QUY CHẾ LÀM VIỆC
của Đảng ủy xã Thử

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi
1. Quy chế này nói về cách làm việc:
a) Của tập thể;
b) Của từng người.
2. Áp dụng cho mọi đảng ủy viên của Đảng bộ.

Chương II
ĐIỀU KHOẢN THI HÀNH

Điều 2. Hiệu lực
1. Quy chế này có hiệu lực từ ngày ký.

Nơi nhận:
- Các chi bộ.
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a deformed text gave; `refused` is the sentence of the refusal."""

    found: Figures | None = None
    lost: int = 0
    places: dict[str, str] = field(default_factory=dict)
    refused: str = ""

    def said(self, untouched: "Outcome") -> str:
        if self.found is None:
            return self.refused
        counted = f"{self.found.articles}/{self.found.clauses}/{self.found.points}"
        others = sum(untouched.places.get(place) != text for place, text in self.places.items())
        return f"{counted} lost {self.lost}" + (f", {others} places with other words" if others else "")


def outcome(made: Made, folder: Path) -> Outcome:
    try:
        words = _read(made, folder)
    except Refusal as refusal:
        return Outcome(refused=str(refusal))
    return Outcome(figures(words), unaccounted(made.shown, words, cased=made.cased), places(words))


def _read(made: Made, folder: Path) -> RegulationWords:
    file = folder / f"quy-che{made.ending}"
    file.write_bytes(made.data)
    return parse(file)


def outcomes(text: str) -> Iterator[tuple[str, Outcome]]:
    with tempfile.TemporaryDirectory() as folder:
        for name, deform in DEFORMATIONS.items():
            yield name, outcome(deform(text), Path(folder))


def main(texts: dict[str, str]) -> None:
    tried = wrong = lost = 0
    for name, text in texts.items():
        print(f"\n{name}")
        untouched: Outcome | None = None
        for deformation, found in outcomes(text):
            untouched = untouched or found
            right = found.found == untouched.found
            tried, wrong, lost = tried + 1, wrong + (not right), lost + found.lost
            print(f"  {'=' if right and not found.lost else '≠'} {deformation:26} {found.said(untouched)}")
    print(f"\n{tried - wrong} of {tried} as untouched, {lost} characters lost")


if __name__ == "__main__":
    given = sorted(Path(sys.argv[1]).glob("*.txt")) if len(sys.argv) > 1 else []
    main({file.name: seen(file.read_text(encoding="utf-8")) for file in given} or {"own": OWN})
