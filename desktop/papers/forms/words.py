"""People, guests, agenda items and times as papers write them. May import domain, vi, papers."""

import datetime as dt

from desktop import vi
from desktop.domain.records import AgendaItem, Guest, Meeting, Person
from desktop.papers.forms.writing import Writing
from desktop.papers.paper import DOTS


def post_of(writing: Writing, person: Person, day: dt.date) -> str:
    """The person's position as recorded, or as the seats of that day give it."""
    if person.position:
        return person.position
    names = writing.names
    leader = writing.facts.holds(person.id, "thuong-truc", day)
    if leader:
        return f"{vi.ROLE[leader.role]} {names.kind}"
    for body in ("btv", "bch", "ubkt"):
        seat = writing.facts.holds(person.id, body, day)
        if seat:
            return f"{vi.ROLE[seat.role]} {names.body(body)}"
    return ""


def comrade(writing: Writing, person: str | None, day: dt.date) -> str:
    """`đồng chí Nguyễn Văn An, Bí thư Huyện ủy`; dots where no one is on record."""
    record = writing.facts.person(person)
    if record is None:
        return DOTS
    return ", ".join(part for part in (f"đồng chí {record.name}", post_of(writing, record, day)) if part)


def guest_words(writing: Writing, guest: Guest, day: dt.date) -> str:
    """`đồng chí …` for a person or a named post, `đại diện …` for a unit."""
    if guest.person:
        return comrade(writing, guest.person, day)
    unit = writing.facts.unit(guest.unit)
    if not guest.name:
        return f"đại diện {unit.name}" if unit and unit.name else DOTS
    within = unit and vi.fold(unit.name) not in vi.fold(guest.name)
    return f"đồng chí {guest.name}" + (f", {unit.name}" if unit and within else "")


def presented_by(writing: Writing, item: AgendaItem) -> str:
    """Who presents the item, with the verb; nothing where no one is on record."""
    person, unit = writing.facts.person(item.presenter), writing.facts.unit(item.preparer)
    if person:
        return f"đồng chí {person.name} trình bày"
    return f"{unit.name} trình bày" if unit and unit.name else ""


def bare(text: str) -> str:
    """The text without the full stop or semicolon it may end with."""
    return text.strip().rstrip(".;,:").strip()


def item_lines(writing: Writing, items: tuple[AgendaItem, ...]) -> list[str]:
    """`- Title: who presents;`, the last with a full stop."""
    lines = [": ".join(part for part in (bare(item.title), presented_by(writing, item)) if part) for item in items]
    return listed(lines)


def listed(lines: list[str]) -> list[str]:
    """Dashes before, semicolons after, a full stop after the last."""
    last = len(lines) - 1
    return [f"- {line}{'.' if place == last else ';'}" for place, line in enumerate(lines)]


def when(start: dt.datetime) -> str:
    """`07 giờ 30 phút, thứ Sáu, ngày 06 tháng 9 năm 2024`."""
    return f"{vi.clock_words(start)}, {vi.weekday(start.date())}, {vi.day_words(start.date())}"


def meeting_name(writing: Writing, meeting: Meeting) -> str:
    """The meeting's title with the committee's name in it, or one made of its body."""
    if meeting.title:
        return writing.names.whole(bare(meeting.title))
    word = "Hội nghị" if meeting.body in ("bch", "btv") else "Cuộc họp"
    return f"{word} {writing.names.body(meeting.body)}"
