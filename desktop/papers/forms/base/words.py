"""People, guests, agenda items and times as papers write them. May import domain, vi, papers."""

import datetime as dt
import re

from desktop import vi
from desktop.domain.findings import Cite
from desktop.domain.records import AgendaItem, Guest, Meeting, Person
from desktop.papers.forms.base.writing import Writing
from desktop.papers.paper import DOTS


def post_of(writing: Writing, person: Person, day: dt.date) -> str:
    """The person's position as recorded, or as the seats of that day give it."""
    if person.position:
        return person.position
    names = writing.names
    leader = writing.facts.leads(person.id, day)
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
    return called(guest.name) + (f", {unit.name}" if unit and within else "")


_CALLED = re.compile(r"(?:các |những |toàn thể )|(?:(?:đồng chí|ông|bà|đại diện|đại biểu) )", re.IGNORECASE)
_SHORT = re.compile(r"đ/c\.?\s*", re.IGNORECASE)
_POST = re.compile(
    r"(?:nguyên )?(?:phó |quyền )?(?:trưởng|bí thư|chủ tịch|chủ nhiệm|chánh|giám đốc|tổng giám đốc|hiệu trưởng|"
    r"viện trưởng|cục trưởng|chỉ huy|chính trị viên|ủy viên|uỷ viên|đại biểu|thư ký|kế toán|cán bộ|chuyên viên|phó) ",
    re.IGNORECASE,
)


def called(name: str) -> str:
    """`đồng chí` before a person's name or a single post; a unit, or one that says how it is called, as typed."""
    full = _SHORT.sub("đồng chí ", name)
    if _CALLED.match(full):
        return f"{full[:1].lower()}{full[1:]}"
    words = full.partition(",")[0].split()
    is_person = 1 < len(words) < 7 and all(word[:1].isupper() for word in words)
    return f"đồng chí {full}" if is_person or _POST.match(f"{full} ") else full


def presented_by(writing: Writing, item: AgendaItem) -> str:
    """Who presents the item, with the verb; nothing where no one is on record."""
    person, unit = writing.facts.person(item.presenter), writing.facts.unit(item.preparer)
    if person:
        return f"đồng chí {person.name} trình bày"
    return f"{unit.name} trình bày" if unit and unit.name else ""


def place(cite: Cite) -> str:
    """The article; nothing where the office's own rule alone stands behind it, which no paper says."""
    return vi.clause(cite.at) if cite.at else ""


def of_book(cite: Cite, book: str) -> str:
    """`khoản 3 Điều 20 Quy chế làm việc …`; the regulation alone where its article is not on record."""
    return " ".join(part for part in (place(cite), book) if part)


def beside(cite: Cite) -> str:
    """` (khoản 3 Điều 20)`, or nothing."""
    return f" ({place(cite)})" if place(cite) else ""


_OPENING = re.compile(
    r"(?:nghe,? |xem xét,? |thảo luận,? |thông qua,? |cho ý kiến,? |quyết định,? |và |về |đối với |vào |việc )+",
    re.IGNORECASE,
)


def about(title: str) -> str:
    """`về dự toán ngân sách` of an item `Cho ý kiến dự toán ngân sách`: what was decided, not what was asked of it."""
    text = bare(title)
    asked = _OPENING.match(text)
    return f"về {lowered(text[asked.end() :] if asked and asked.end() < len(text) else text)}"


def titled(title: str, kind: str) -> str:
    """A recorded title under its type: the type is not said again, and it begins with `về`."""
    text = bare(title)
    text = re.sub(rf"^{kind}\b[\s:]*", "", text, flags=re.IGNORECASE) or text
    text = re.sub(r"^kết luận:\s*", "kết luận ", text, flags=re.IGNORECASE)
    if re.match(r"(?:về|kết luận|của|tại|dự|ban hành)\b", text, re.IGNORECASE):
        return lowered(text)
    return f"về {lowered(text)}"


def lowered(text: str) -> str:
    """The text with its first letter small, unless it is a name or an abbreviation."""
    return text if text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"


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


def days_words(meeting: Meeting) -> str:
    """`ngày 12 tháng 6 năm 2024`; `từ ngày 12 đến ngày 13 tháng 6 năm 2024` of a session of several days."""
    first, last = meeting.start.date(), last_day_of(meeting)
    if first == last:
        return vi.day_words(first)
    begun = vi.day_words(first)
    year, month = f" năm {first.year}", f" tháng {vi.month(first.month)}"
    if first.year == last.year:
        begun = begun.removesuffix(year)
        begun = begun.removesuffix(month) if first.month == last.month else begun
    return f"từ {begun} đến {vi.day_words(last)}"


def last_day_of(meeting: Meeting) -> dt.date:
    return max(meeting.end.date(), meeting.start.date()) if meeting.end else meeting.start.date()


def time_of(meeting: Meeting) -> str:
    """When it begins, and to what day it goes on."""
    first, last = meeting.start.date(), last_day_of(meeting)
    if first == last:
        return when(meeting.start)
    return f"từ {when(meeting.start)} đến {vi.weekday(last)}, {vi.day_words(last)}"


def when(start: dt.datetime) -> str:
    """`07 giờ 30 phút, thứ Sáu, ngày 06 tháng 9 năm 2024`."""
    return f"{vi.clock_words(start)}, {vi.weekday(start.date())}, {vi.day_words(start.date())}"


def meeting_name(writing: Writing, meeting: Meeting) -> str:
    """The meeting's title as it was typed, or one made of its body."""
    if meeting.title:
        return bare(meeting.title)
    word = "Hội nghị" if meeting.body in ("bch", "btv") else "Cuộc họp"
    return f"{word} {writing.names.body(meeting.body)}"
