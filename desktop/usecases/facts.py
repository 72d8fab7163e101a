"""Makes an office ready for the rules: its regulations, its settings, its days. May import domain and exchange."""

from desktop.domain.facts import Facts
from desktop.domain.records import Office, OfficeCalendar, RegulationUse
from desktop.domain.regulation import InForce, Profile
from desktop.domain.workdays import Workdays
from desktop.exchange.national_days import make_up_days, national_holidays, provisional_years
from desktop.exchange.profiles import load_settings, profiles_of


def facts_of(office: Office) -> Facts:
    """Make the facts of an office whose regulations are known by name (import sees to that)."""
    profiles = profiles_of(office)
    uses = sorted(office.office.regulations, key=lambda use: use.from_)
    return Facts(
        office=office,
        in_force_list=tuple(_in_force(use, profiles[use.profile]) for use in uses),
        workdays=workdays_of(office.calendar),
        settings=load_settings(),
    )


def _in_force(use: RegulationUse, profile: Profile) -> InForce:
    return InForce(profile=profile, from_=use.from_, overrides=use.overrides or {})


def workdays_of(calendar: OfficeCalendar) -> Workdays:
    """The national calendar with the office's own table laid over it."""
    return Workdays(
        national=national_holidays(),
        make_up=make_up_days(),
        days_off={day.date: day.document for day in calendar.days_off},
        working_days={day.date: day.document for day in calendar.working_days},
        provisional=provisional_years(),
    )
