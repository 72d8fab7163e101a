"""What the clerk is shown of the regulation that one of the office's own follows. May import domain and vi."""

from collections.abc import Container
from dataclasses import replace

from desktop import vi
from desktop.domain.following import followed, latest, taken_from
from desktop.domain.records import Office, OwnProfile
from desktop.domain.regulation import Parameter, clause_of
from desktop.usecases.regulations import values


def without_taken(office: Office, own: OwnProfile, read: Container[str]) -> OwnProfile:
    """Without the values taken over whose article is still to be found, where the new text is read to say another."""
    before = followed(own, office.profiles)
    waiting = {each.key for each in own.parameters if each.key in read and taken_from(each, before)}
    return replace(own, parameters=tuple(each for each in own.parameters if each.key not in waiting))


def waiting(office: Office, ident: str) -> int:
    """How many contents of one that follows another are not confirmed yet; none of one that follows nothing."""
    own = next((each for each in office.profiles if each.id == ident), None)
    before = followed(own, office.profiles) if own else None
    return sum(taken_from(each, before) is not None for each in own.parameters) if own else 0


def said_before(office: Office, ident: str, parameter: Parameter) -> str:
    """What the regulation that was followed says of a content: `Quy chế trước: 5 ngày (khoản 2 Điều 8)`."""
    own = next((each for each in office.profiles if each.id == ident), None)
    before = followed(own, office.profiles) if own else None
    was = latest(before, parameter.key) if before else None
    if was is None:
        return ""
    at = clause_of(was.cite)
    value = values.said(parameter.unit, was.value)
    return f"Quy chế trước: {value[:1].lower()}{value[1:]}{f' ({vi.clause(at)})' if at else ''}"
