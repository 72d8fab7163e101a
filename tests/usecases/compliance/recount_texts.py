"""What each regulation lays down, as far as an account is counted again: copied by hand from its text."""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, kw_only=True)
class Text:
    """What a regulation says, as far as it is counted again; None where it says nothing."""

    since: dt.date
    quorum: Fraction | None = None
    invited: int | None = None
    received: int | None = None
    working: bool = True
    unclear_matters: tuple[str, ...] = ()
    exempt_matters: tuple[str, ...] = ()
    months: int | None = None
    quarterly: int | None = None
    monthly: int | None = None
    weekly: int | None = None
    fixed: bool = False
    mondays: bool = False
    minutes: bool = False
    majority: bool = True
    hears: bool = True
    units: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    members: bool = False
    written: str | None = None
    front_to: tuple[str, ...] = ()
    reviewed: tuple[str, ...] = ()
    bodies_reviewed: tuple[str, ...] = ()
    told: bool = False
    sent_up: bool = False
    visits: bool = False
    bch_called: bool = False
    deputy: str | None = None
    asked: tuple[str, ...] | None = None
    half: bool = False
    government: tuple[str, ...] = ()
    government_to: tuple[str, ...] = ()
    upward: tuple[str, ...] = ()
    answers: bool = False
    informed: str | None = None
    programmes: tuple[str, ...] = ()
    weeks: bool = False
    away: int | None = None
    away_form: str | None = None
    unclear_away: tuple[str, ...] = ()
    charged: tuple[str, ...] | None = None
    charged_by: str | None = None


UNITS = ("party-organisation", "advisory-body", "front-and-unions", "government")
TEXTS = {
    "tay-son-2024": Text(
        answers=True,
        since=dt.date(2024, 5, 31), quorum=Fraction(2, 3), invited=3, received=4, months=3, monthly=2, weekly=1,
        unclear_matters=("personnel", "organisation"), exempt_matters=("personnel", "organisation"), minutes=True,
        units=UNITS, reports=("month", "quarter", "half", "year"), members=True, government=("quarter",),
        government_to=("thuong-truc", "btv", "bch"), informed="month", weeks=True, away=3, away_form="written",
        programmes=("term", "year", "half", "quarter", "month"), charged=("unit", "field", "area"), charged_by="btv",
        written="written", front_to=("btv", "thuong-truc"), reviewed=("btv",),
        bodies_reviewed=("btv", "thuong-truc"), told=True, sent_up=True, visits=True, bch_called=True,
        deputy="automatic", asked=("btv",), half=True,
    ),
    "lung-phinh-2025": Text(
        answers=True,
        since=dt.date(2025, 7, 1), quorum=Fraction(2, 3), invited=1, received=2, working=False, months=3, monthly=1,
        weekly=1, fixed=True, units=UNITS, reports=("month", "quarter", "half", "year"),
        government=("quarter", "half", "year"), government_to=("thuong-truc", "btv", "bch"), informed="week", away=2,
        unclear_away=("study", "medical", "leave"), programmes=("term", "year", "half", "quarter", "month"),
        charged=("unit", "field", "area"), charged_by="btv", written="written", reviewed=("btv",), mondays=True,
        bodies_reviewed=("btv", "thuong-truc"), told=True, sent_up=True, deputy="authorised", asked=("btv",), half=True,
    ),
    "bac-kan-ccq-2020": Text(
        answers=True,
        since=dt.date(2024, 1, 1), quorum=Fraction(2, 3), quarterly=1, monthly=1,
        units=("party-organisation", "advisory-body"), reports=("month", "quarter", "half", "year"),
        upward=("month", "quarter", "half", "nine-months", "year"), programmes=("year", "half", "quarter", "month"),
        charged=("unit", "field"), charged_by="btv", reviewed=("bch", "btv"),
        bodies_reviewed=("btv", "thuong-truc"), deputy="named", asked=("bch", "btv"),
    ),
    "202-qd-tw-2019": Text(
        since=dt.date(2019, 8, 2), programmes=("year", "half", "quarter", "month"), bodies_reviewed=("btv",), told=True,
    ),
}  # fmt: skip
