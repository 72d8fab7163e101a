"""Makes an office ready for the rules: its regulations, its settings, its days. May import domain and exchange."""

from collections.abc import Iterator, Mapping

from desktop.domain.facts import Facts
from desktop.domain.records import Office, OfficeCalendar, OfficeHead
from desktop.domain.regulation import InForce, Profile
from desktop.domain.workdays import Workdays
from desktop.exchange.forms import load_committees
from desktop.exchange.national_days import make_up_days, national_holidays, provisional_years
from desktop.exchange.profiles import load_settings, regulations_of


def facts_of(office: Office) -> Facts:
    """Make the facts of an office whose regulations are known by name (import sees to that).

    A regulation without a name or a day is not in force yet; a day of the calendar without a date is no day.
    """
    profiles = regulations_of(office)
    return Facts(
        office=office,
        in_force_list=tuple(sorted(_in_force(office.office, profiles), key=lambda held: held.from_)),
        workdays=workdays_of(office.calendar),
        settings=load_settings(),
        committees=load_committees(),
    )


def _in_force(head: OfficeHead, profiles: Mapping[str, Profile]) -> Iterator[InForce]:
    for use in head.regulations:
        if use.profile and use.from_:
            yield InForce(profile=profiles[use.profile], from_=use.from_, overrides=use.overrides or {})


def workdays_of(calendar: OfficeCalendar) -> Workdays:
    """The national calendar with the office's own table laid over it."""
    return Workdays(
        national=national_holidays(),
        make_up=make_up_days(),
        days_off={day.date: day.document for day in calendar.days_off if day.date},
        working_days={day.date: day.document for day in calendar.working_days if day.date},
        provisional=provisional_years(),
    )
