"""What is read out of the four texts that ship as profiles, against what was read by hand.

`python -m tests.bench.propose SEEDS_FOLDER` prints, for each text and in all, how many contents were found, how many
of those proposed are right, and how often something was proposed where the text is silent.
"""

import sys
import time
from collections import Counter, defaultdict
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
        counted, lines = compare(new_keys(profiles[name]), silences(profiles[name]), proposed)
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
    for key, by_hand in expected.items():
        counted[by_hand.shape, "all"] += 1
        if key not in found:
            lines.append(f"  missed {key}: {by_hand.value} {place(by_hand.at[0])}")
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
    by_hand = expected[key]
    counted[by_hand.shape, "found"] += 1
    same_value = plain(proposal.value) == plain(by_hand.value)
    same_place = any(_near(proposal.at, at) for at in by_hand.at)
    if same_value and same_place:
        counted[by_hand.shape, "right"] += 1
    else:
        wrong = f"value not {by_hand.value}" if not same_value else f"place not {place(by_hand.at[0])}"
        yield f"  {'WRONG' if not same_value else 'ELSEWHERE'} {said} ({wrong})"


def plain(value: object) -> object:
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


# The profiles' keys of before the shapes, in the new ones; goes when the profiles are rewritten

_CADENCES = {"months", "per_month", "per_quarter", "per_week", "when", "weekday"}
_DAYS = {"working_days": "working-days", "days": "days"}


def new_keys(profile: Profile) -> dict[str, Expected]:
    found: dict[str, Expected] = {}
    parts: dict[str, dict[str, Parameter]] = defaultdict(dict)
    for key, parameter in profile.parameters.items():
        if parameter.reading or key in profile.inherited:
            continue
        head, _, last = key.rpartition(".")
        if head.startswith(("meeting.cadence", "meeting.working")) and last in _CADENCES:
            parts[head][last] = parameter
        elif head.startswith("meeting.quorum") and last == "share":
            found[head] = _expected({"at_least": _value(parameter), "of": "members"}, "share", [parameter])
        elif head == "decision.majority":
            if last == "share":
                found[head] = _expected({"over": _value(parameter), "of": "members"}, "share", [parameter])
        elif key == "ballot.majority.share":
            found[head] = _expected({"over": _value(parameter), "of": "members"}, "share", [parameter])
        elif last == "petition_share":
            over = _value(profile.parameters[f"{head}.petition_over"])
            share = {"over" if over else "at_least": _value(parameter), "of": "members"}
            found[f"{head}.petition"] = _expected(share, "share", [parameter])
        elif last == "petition_over":
            continue
        elif head.startswith(("meeting.invitations", "meeting.papers")) and last in _DAYS:
            days = {"n": _value(parameter), "unit": _DAYS[last], "side": "before", "of": "meeting"}
            found[head] = _expected(days, "deadline", [parameter])
        else:
            found[key] = _expected(_value(parameter), parameter.unit, [parameter])
    for head, held in parts.items():
        found[head] = _expected(
            _cadence({name: _value(each) for name, each in held.items()}), "cadence", list(held.values())
        )
    return found


def _value(parameter: Parameter) -> object:
    return parameter.values[-1].value


def _expected(value: object, shape: str, parameters: list[Parameter]) -> Expected:
    dated = [parameter.values[-1] for parameter in parameters]
    return Expected(value, shape, tuple(at for each in dated for at in (each.at, *each.also) if at))


def _cadence(held: dict[str, object]) -> dict[str, object]:
    said: dict[str, object] = {}
    for name, value in held.items():
        if name == "months":
            said |= {"n": 1, "per": "year"} if value == 12 else {"gap": value, "unit": "months"}
        elif name.startswith("per_"):
            said |= {"n": value, "per": name.removeprefix("per_")}
        elif name == "when":
            said["when"] = str(value).rpartition("-")[2]
        else:
            said[name] = value
    return said


_SILENT = {
    "ballot.due.days": "ballot.due",
    "meeting.minutes.days": "meeting.minutes.due",
    "delegated.written.working_days": "delegated.written.due",
    "absence.reported.lead_days": "absence.reported.lead",
    "absence.result.days": "absence.result.due",
}
_ENDS = (*_CADENCES, "share", "working_days", "days")


def silences(profile: Profile) -> set[str]:
    return {_silent(each.key) for each in profile.silences}


def _silent(key: str) -> str:
    head, _, last = key.rpartition(".")
    if key in _SILENT:
        return _SILENT[key]
    if last == "day":
        return f"{head}.due"
    if last == "petition_share":
        return f"{head}.petition"
    if key.startswith(("meeting.", "decision.", "ballot.")) and last in _ENDS:
        return head
    return key


if __name__ == "__main__":
    main(Path(sys.argv[1]))
