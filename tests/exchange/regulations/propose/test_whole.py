"""Whole regulations of invented committees, each in another hand, held against what a reader finds in them.

`whole/*.txt` are the texts, `whole/*.toml` what each says, content by content, and on what it is silent though it
speaks of something like it.
"""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from desktop.exchange.regulations.propose.proposals import propose
from desktop.exchange.regulations.propose.reading_words import cast_of, contents
from desktop.exchange.regulations.text import parse_text
from tests.bench.propose import plain

WHOLE = sorted((Path(__file__).parent / "whole").glob("*.txt"))
SHAPES = {each.key: each.shape for each in contents(cast_of(("dang uy xa",), ()))}
MEASURED = ("cadence", "share", "deadline")


def counted(path: Path) -> Counter[str]:
    """How much of a text is found and right, in all and of those said in a shape, and what silence is broken."""
    told = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
    found = {each.key: each.value for each in propose(parse_text(path.read_text(encoding="utf-8"))).found}
    count: Counter[str] = Counter(silences=len(told["silent"]), broken=len(found.keys() & set(told["silent"])))
    for key, value in told["says"].items():
        for of in ("all", *(["shaped"] if SHAPES.get(key) in MEASURED else [])):
            count[of] += 1
            count[f"{of} found"] += key in found
            count[f"{of} right"] += key in found and plain(found[key]) == plain(value)
    return count


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_what_a_regulation_says_is_proposed_and_nothing_else(path: Path) -> None:
    count = counted(path)
    assert count["shaped"] >= 15, "a whole regulation"
    assert count["shaped found"] >= 0.95 * count["shaped"]
    assert count["shaped right"] >= 0.98 * count["shaped found"]
    assert count["all found"] >= 0.85 * count["all"]
    assert count["all right"] >= 0.95 * count["all found"]
    assert count["broken"] <= 0.02 * count["silences"]


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_every_content_of_the_table_is_one_that_can_be_read(path: Path) -> None:
    told: dict[str, Any] = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
    assert not set(told["silent"]) & told["says"].keys()
    readable = {key for key in told["says"] if key in SHAPES or key.startswith("delegated.matter")}
    assert told["says"].keys() == readable
