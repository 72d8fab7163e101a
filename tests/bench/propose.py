"""What is read out of the four texts that ship as profiles, against what was read by hand.

`python -m tests.bench.propose SEEDS_FOLDER` prints, for each text and in all, how many contents were found, how many
of those proposed are right, and how often something was proposed where the text is silent.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.findings import Clause
from desktop.domain.regulation import Parameter, Profile
from desktop.exchange.profiles import PROFILES, load_profiles
from desktop.exchange.regulations.propose.candidates import Proposal
from desktop.exchange.regulations.propose.proposals import Proposals, propose
from desktop.usecases.regulations.rows import parse

MEASURED = ("cadence", "share", "deadline")


@dataclass(frozen=True)
class Expected:
    """A value read by hand and every place that says it."""

    value: object
    shape: str
    at: tuple[Clause, ...]


def main(folder: Path) -> None:
    profiles = load_profiles()
    total: Counter[tuple[str, str]] = Counter()
    for name, path in zip(PROFILES, sorted(folder.glob("*.txt")), strict=False):
        begun = time.perf_counter()
        words = parse(path)
        proposed = propose(words)
        took = time.perf_counter() - begun
        counted, lines = compare(by_hand(profiles[name]), {each.key for each in profiles[name].silences}, proposed)
        total += counted
        print(f"\n{name}  ({took:.2f} s, {len(proposed.unread)} unread)\n{figures(counted)}")
        print("\n".join(lines))
    print(f"\nin all\n{figures(total)}")


def compare(
    expected: dict[str, Expected], silent: set[str], proposed: Proposals
) -> tuple[Counter[tuple[str, str]], list[str]]:
    counted: Counter[tuple[str, str]] = Counter()
    lines = []
    found = {each.key: each for each in proposed.found}
    for key, read in expected.items():
        counted[read.shape, "all"] += 1
        if key not in found:
            lines.append(f"  missed {key}: {read.value} {place(read.at[0])}")
    for key, proposal in found.items():
        lines += _judged(key, proposal, expected, silent, counted)
    counted["silence", "all"] += len(silent)
    return counted, lines


def _judged(
    key: str, proposal: Proposal, expected: dict[str, Expected], silent: set[str], counted: Counter[tuple[str, str]]
) -> Iterator[str]:
    said = f"{key}: {proposal.value} {place(proposal.at)} “{proposal.text[:110]}”"
    if key not in expected:
        if key in silent:
            counted["silence", "proposed"] += 1
        counted["beyond", "silence" if key in silent else "proposed"] += 1
        yield f"  {'SILENT' if key in silent else 'beyond'} {said}"
        return
    read = expected[key]
    counted[read.shape, "found"] += 1
    same_value = plain(proposal.value) == plain(read.value)
    same_place = any(_near(proposal.at, at) for at in read.at)
    if same_value and same_place:
        counted[read.shape, "right"] += 1
    else:
        wrong = f"value not {read.value}" if not same_value else f"place not {place(read.at[0])}"
        yield f"  {'WRONG' if not same_value else 'ELSEWHERE'} {said} ({wrong})"


def plain(value: object) -> object:
    """Comparable: the order of a list says nothing, and `hằng năm` is once a year or within twelve months."""
    if value == {"gap": 12, "unit": "months"}:
        return {"n": 1, "per": "year"}
    return sorted(value) if isinstance(value, list) else value


def _near(at: Clause, other: Clause) -> bool:
    points = {at.point, other.point}
    return (at.article, at.clause) == (other.article, other.clause) and (len(points) == 1 or None in points)


def place(at: Clause) -> str:
    return ", ".join(part for part in (at.article, at.clause, at.point, at.paragraph, at.dash) if part)


def figures(counted: Counter[tuple[str, str]]) -> str:
    shapes = sorted({shape for shape, _ in counted} - {"silence", "beyond"})
    groups = [("cadence+share+deadline", MEASURED), *((each, (each,)) for each in shapes), ("all", tuple(shapes))]
    rows = [
        _row(name, *(sum(counted[shape, what] for shape in of) for what in ("all", "found", "right")))
        for name, of in groups
    ]
    silent, proposed = counted["silence", "all"], counted["silence", "proposed"]
    row = f"  {'silences':<24} {silent:4} proposed {proposed} ({_percent(proposed, silent)})"
    return "\n".join([*rows, f"{row}; beyond the profile {counted['beyond', 'proposed']}"])


def _row(name: str, every: int, found: int, right: int) -> str:
    return (
        f"  {name:<24} {every:4} found {found:4} ({_percent(found, every)}) right {right:4} ({_percent(right, found)})"
    )


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


def by_hand(profile: Profile) -> dict[str, Expected]:
    """What the profile lays down itself and a rule reads."""
    own = (each for key, each in profile.parameters.items() if not each.reading and key not in profile.inherited)
    return {each.key: _expected(each) for each in own}


def _expected(parameter: Parameter) -> Expected:
    dated = parameter.values[-1]
    return Expected(dated.value, parameter.unit, tuple(at for at in (dated.at, *dated.also) if at))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
