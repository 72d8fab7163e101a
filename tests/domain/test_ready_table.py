"""The least attendance of a body for its size, and the thresholds over half, over every size up to a hundred."""

from fractions import Fraction

import pytest

from desktop.domain.compliance import check
from desktop.domain.shapes import Portion
from tests.domain.small_office import day, facts

READY = {9: 6, 10: 7, 11: 8, 13: 9, 15: 10, 26: 18, 27: 18, 33: 22, 35: 24, 36: 24, 39: 26}


@pytest.mark.parametrize(("total", "needed"), READY.items())
@pytest.mark.parametrize("profile", ["tay-son-2024", "lung-phinh-2025", "bac-kan-ccq-2020"])
def test_least_attendance(profile: str, total: int, needed: int) -> None:
    for present, verdict in ((needed, "met"), (needed - 1, "breach")):
        meetings = [{"body": "bch", "kind": "regular", "start": "2024-10-03T07:30", "present": present}]
        ready = facts(profile=profile, bodies={"bch": total, "btv": 5, "thuong-truc": 3}, meetings=meetings)
        found = next(one for one in check(ready, on=day("2024-10-04")) if one.rule == "meeting.quorum")
        assert (found.verdict, found.expected) == (verdict, f"{needed}/{total}")


@pytest.mark.parametrize("total", range(1, 101))
def test_thresholds_are_exact(total: int) -> None:
    least = Portion(fraction=Fraction(2, 3)).needed(total)
    assert 3 * least >= 2 * total > 3 * (least - 1)
    over = Portion(fraction=Fraction(1, 2), over=True).needed(total)
    assert 2 * over > total >= 2 * (over - 1)
