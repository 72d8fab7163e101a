"""What is read of a file before it is parsed, and what a kind of file is. May import domain."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.refusal import Refusal
from desktop.exchange.regulations.words import LeftOut


@dataclass(frozen=True, slots=True)
class RegulationSource:
    """The text of a file, what of the file is not in it, and what is odd in the file."""

    text: str
    left_out: tuple[LeftOut, ...] = ()
    oddities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how its names end, and what reads it; `offered` where it is one that the program takes."""

    endings: tuple[str, ...]
    read: Callable[[Path], RegulationSource]
    offered: bool = True


def refused(path: Path, sentence: str) -> Refusal:
    return Refusal(f"Tệp {path.name} {sentence}", field="file")
