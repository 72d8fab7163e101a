"""What a value of each shape may be, and how it is said and typed: what is taken is said, and what is said is read."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import records, shapes
from desktop.exchange.shape_kinds import cadence, deadline, share
from desktop.exchange.value_kinds import problem_of
from desktop.usecases.regulations import values

DISCIPLINE = ["discipline"]
FRACTIONS = st.sampled_from(["1/2", "2/3", "3/4", "1/40", "1/1"])
BASES = st.sampled_from(shapes.get_args(shapes.Base))


def codes(kind: Any) -> st.SearchStrategy[str]:  # noqa: ANN401 - a Literal
    return st.sampled_from(shapes.get_args(kind))


def optional(**parts: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=parts)


def together(*parts: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.tuples(*parts).map(lambda each: {key: value for part in each for key, value in part.items()})


PLACES = optional(
    when=codes(shapes.When),
    weekday=codes(shapes.Weekday),
    before_day=st.integers(2, 31),
    on_day=st.integers(1, 31),
    kinds=st.lists(codes(records.MeetingKind), min_size=1, max_size=3, unique=True),
)
LONG = together(
    st.one_of(
        st.fixed_dictionaries({"n": st.integers(1, 400), "per": st.sampled_from(["month", "quarter", "half", "year"])}),
        st.fixed_dictionaries({"gap": st.integers(1, 60), "unit": st.just("months")}),
    ),
    PLACES,
)
SHORT = together(
    st.one_of(
        st.fixed_dictionaries({"n": st.integers(1, 7), "per": st.sampled_from(["week", "fortnight"])}),
        st.fixed_dictionaries({"gap": st.integers(1, 60), "unit": st.just("weeks")}),
    ),
    optional(weekday=codes(shapes.Weekday)),
)
PORTION = st.tuples(st.sampled_from(["at_least", "over"]), FRACTIONS, BASES).map(lambda p: {p[0]: p[1], "of": p[2]})
EXCEPTIONS = st.lists(
    st.tuples(PORTION, st.lists(codes(records.Matter), min_size=1, max_size=2, unique=True)).map(
        lambda each: {**each[0], "matters": each[1]}
    ),
    min_size=1,
    max_size=2,
)
SHARE = together(PORTION, optional(**{"except": EXCEPTIONS}))
DEADLINE = st.one_of(
    st.fixed_dictionaries({"day": st.integers(1, 31), "of": codes(shapes.Month)}),
    st.fixed_dictionaries(
        {
            "n": st.integers(0, 400),
            "unit": codes(shapes.DueUnit),
            "side": codes(shapes.Side),
            "of": codes(shapes.Event),
        }
    ),
)


@given(st.one_of(LONG, SHORT))
def test_every_cadence_is_taken_said_and_read_back(value: dict[str, Any]) -> None:
    assert cadence(value) is None
    assert values.typed("Mức", "cadence", values.said("cadence", value)) == value


@given(SHARE)
def test_every_share_is_taken_said_and_read_back(value: dict[str, Any]) -> None:
    assert share(value) is None
    assert values.typed("Mức", "share", values.said("share", value)) == value


@given(DEADLINE)
def test_every_deadline_is_taken_said_and_read_back(value: dict[str, Any]) -> None:
    assert deadline(value) is None
    assert values.typed("Mức", "deadline", values.said("deadline", value)) == value


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        ("cadence", {"n": 2, "per": "month", "when": "end"}, "2 lần một tháng, vào cuối kỳ"),
        ("cadence", {"gap": 2, "unit": "weeks"}, "2 tuần một lần"),
        ("cadence", {"n": 1, "per": "fortnight", "weekday": "saturday"}, "1 lần một hai tuần, thứ Bảy"),
        ("cadence", {"n": 1, "per": "month", "on_day": 3}, "1 lần một tháng, ngày 03"),
        ("share", {"over": "1/2", "of": "present"}, "trên 1/2 số ủy viên dự"),
        (
            "share",
            {
                "over": "1/2",
                "of": "members",
                "except": [{"at_least": "2/3", "of": "members", "matters": ["discipline"]}],
            },
            "trên 1/2 tổng số ủy viên; ít nhất 2/3 tổng số ủy viên về Kỷ luật đảng",
        ),
        ("deadline", {"n": 24, "unit": "hours", "side": "before", "of": "meeting"}, "24 giờ trước ngày họp"),
        ("deadline", {"day": 5, "of": "next-month"}, "ngày 05 tháng sau"),
    ],
)
def test_how_a_shape_is_said(unit: str, value: dict[str, Any], said: str) -> None:
    assert values.said(unit, value) == said


@pytest.mark.parametrize(
    ("key", "unit", "value"),
    [
        ("meeting.cadence.bch", "cadence", 3),
        ("meeting.cadence.bch", "cadence", {"n": 1}),
        ("meeting.cadence.bch", "cadence", {"n": 0, "per": "month"}),
        ("meeting.cadence.bch", "cadence", {"n": 1, "per": "decade"}),
        ("meeting.cadence.bch", "cadence", {"n": 1.5, "per": "month"}),
        ("meeting.cadence.bch", "cadence", {"n": True, "per": "month"}),
        ("meeting.cadence.bch", "cadence", {"n": 1, "per": "month", "gap": 2}),
        ("meeting.cadence.bch", "cadence", {"n": 1, "per": "week", "when": "start"}),
        ("meeting.cadence.bch", "cadence", {"n": 1, "per": "month", "on_day": 32}),
        ("meeting.quorum.bch", "share", "2/3"),
        ("meeting.quorum.bch", "share", {"at_least": "2/3"}),
        ("meeting.quorum.bch", "share", {"at_least": "2/3", "over": "1/2", "of": "members"}),
        ("meeting.quorum.bch", "share", {"at_least": "3/2", "of": "members"}),
        ("meeting.quorum.bch", "share", {"over": "1/2", "of": "valid"}),
        ("ballot.majority", "share", {"over": "1/2", "of": "present"}),
        ("decision.majority", "share", {"over": "1/2", "of": "members", "except": []}),
        ("meeting.invitations.bch", "deadline", {"n": 1, "unit": "days", "side": "after", "of": "meeting"}),
        ("meeting.invitations.bch", "deadline", {"day": 5, "of": "month"}),
        ("report.received.due", "deadline", {"n": 1, "unit": "days", "side": "before", "of": "meeting"}),
        ("ballot.due", "deadline", {"n": 1, "unit": "days", "side": "after", "of": "meeting"}),
    ],
)
def test_what_no_rule_could_judge_is_no_value(key: str, unit: str, value: Any) -> None:  # noqa: ANN401 - any JSON
    assert problem_of(key, unit, value)
