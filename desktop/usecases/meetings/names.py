"""What a meeting is called where there is little room."""

from desktop import vi
from desktop.domain.records import Meeting
from desktop.domain.sittings import is_session


def short_title(meeting: Meeting) -> str:
    """`BTV lần 57`, `Thường trực`, `Nội chính`: what fits a cell."""
    number = vi.ordinal(meeting.title)
    if is_session(meeting):
        return f"{vi.BODY_SHORT[meeting.body]} lần {number}" if number else vi.BODY[meeting.body]
    return _SHORT_KIND.get(meeting.kind) or vi.BODY[meeting.body]


_SHORT_KIND = {
    "internal-affairs": "Nội chính",
    "front-and-unions": "Mặt trận",
    "front-and-unions-deputy": "Mặt trận",
    "advisory-bodies": "Giao ban",
    "working-session": "Làm việc",
}
