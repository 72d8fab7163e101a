"""What an account counts once more by kind: by matter, point, area, issuer. It is told in figures, not on paper.

The records counted are those the paper counts. May import domain and vi.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, get_args

from desktop import vi
from desktop.domain import incoming
from desktop.domain.account import Figure
from desktop.domain.delegation import Settled
from desktop.domain.facts import Facts
from desktop.domain.incoming import Asked
from desktop.domain.records import Delegated, Document, MeetingKind
from desktop.domain.refs import RecordRef
from desktop.domain.rules import delegated_matter
from desktop.usecases.compliance import account_counts
from desktop.usecases.compliance.account_counts import KINDS, Days, count, held, of_kinds, refs, sessions_of

Told = tuple[str, RecordRef]
"""Under which code a record is counted."""
UNSAID, UNSAID_WORDS = "unsaid", "Chưa ghi"
OTHER_KINDS: tuple[MeetingKind, ...] = tuple(kind for kind in get_args(MeetingKind) if kind not in KINDS)


def or_unsaid(words: Mapping[Any, str]) -> dict[str, str]:
    """The words of every code, first letters capital, then those for where the record says none."""
    return {**{str(code): vi.capital(said) for code, said in words.items()}, UNSAID: UNSAID_WORDS}


MATTERS, PURPOSES = or_unsaid(vi.MATTER), or_unsaid(vi.ABSENCE_PURPOSE)
BODIES, REVIEWS = or_unsaid(vi.BODY), or_unsaid(vi.REVIEW)
TO = or_unsaid({"superior": "Cấp trên", "members": "Ủy viên", **vi.BODY})
"""Whom a report of the office's own goes to."""


def by_kind(facts: Facts, section: str, days: Days) -> tuple[Figure, ...]:
    """What is counted by kind in a section; of a closed list every kind, also those of which there was none."""
    made = _BY_KIND.get(section)
    return tuple(made(facts, days)) if made else ()


def _each(key: str, about: str, unit: str, kinds: Mapping[str, str], found: Iterable[Told]) -> Iterator[Figure]:
    listed = list(found)
    for code, words in kinds.items():
        own = [ref for said, ref in listed if said == code]
        yield count(f"{key}.{code}", f"{about}: {words}", unit, own)


def _found(found: Iterable[Told]) -> dict[str, str]:
    """The codes of an open list, those that occur, in order."""
    return {code: UNSAID_WORDS if code == UNSAID else code for code in sorted({code for code, _ref in found})}


def _meetings(facts: Facts, days: Days) -> Iterator[Figure]:
    yield from sessions_of(facts, "ubkt", days)
    for body in vi.BODY:
        yield from of_kinds(body, [one for one in held(facts, days) if one.body == body], OTHER_KINDS)


def _decisions(facts: Facts, days: Days) -> Iterator[Figure]:
    every = [(item, (item.matter or UNSAID, RecordRef.to(one, item.id)))
             for one, item in account_counts.items(facts, days)]  # fmt: skip
    put = [told for item, told in every if item.purpose == "decision"]
    voted = [told for item, told in every if item.vote]
    yield count("agenda.decisions", "Nội dung trình để quyết định", "nội dung", [ref for _matter, ref in put])
    yield from _each("agenda.items", "Nội dung đưa ra hội nghị", "nội dung", MATTERS, (told for _item, told in every))
    yield from _each("agenda.voted", "Nội dung có biểu quyết", "nội dung", MATTERS, voted)
    yield from _each("agenda.decisions", "Nội dung trình để quyết định", "nội dung", MATTERS, put)


def _ballots(facts: Facts, days: Days) -> Iterator[Figure]:
    found = [(one.matter or UNSAID, RecordRef.to(one)) for one in account_counts.ballots(facts, days)]
    yield from _each("ballots.sent", "Lấy ý kiến bằng văn bản", "lần", MATTERS, found)


def _delegated(facts: Facts, days: Days) -> Iterator[Figure]:
    found = account_counts.delegated(facts, days)
    points = [(_point(facts, one) or UNSAID, RecordRef.to(one)) for one in found]
    matters = [(one.matter or UNSAID, RecordRef.to(one)) for one in found]
    about = "Việc giải quyết theo ủy quyền"
    yield from _each(delegated_matter.RULE.id, about, "việc", MATTERS, matters)
    yield from _each("delegated.point", f"{about}, theo điểm của danh mục", "việc", _found(points), points)


def _point(facts: Facts, one: Delegated) -> str:
    """The point as the list then in force has it."""
    return Settled(facts, one, one.decided, one.decided).item if one.decided else ""


def _absences(facts: Facts, days: Days) -> Iterator[Figure]:
    found = account_counts.absences(facts, days)
    areas = [(one.area, RecordRef.to(one)) for one in found]
    purposes = [(one.purpose or UNSAID, RecordRef.to(one)) for one in found]
    yield from _each("absences.area", "Đi vắng", "chuyến", or_unsaid(vi.AREA), areas)
    yield from _each("absences.purpose", "Đi vắng", "chuyến", PURPOSES, purposes)


def _reports(facts: Facts, days: Days) -> Iterator[Figure]:
    """Those that came or went in the period, whatever period they are on."""
    found = [one for one in facts.office.reports if one.received and days[0] <= one.received <= days[1]]
    sent = [one for one in found if one.unit == "office"]
    addressed = [(one.to or UNSAID, RecordRef.to(one)) for one in sent]
    yield count("reports.in", "Báo cáo đã nhận", "báo cáo", refs(one for one in found if one not in sent))
    yield count("reports.out", "Báo cáo, thông báo đã gửi", "báo cáo", refs(sent))
    yield from _each("reports.out", "Báo cáo, thông báo đã gửi", "báo cáo", TO, addressed)


def _visits(facts: Facts, days: Days) -> Iterator[Figure]:
    found = [(one.body or UNSAID, RecordRef.to(one)) for one in account_counts.visits(facts, days)]
    yield from _each("visits.made", "Buổi làm việc với cơ sở", "buổi", BODIES, found)


def _reviews(facts: Facts, days: Days) -> Iterator[Figure]:
    found = [(one.kind or UNSAID, RecordRef.to(one)) for one in account_counts.reviews(facts, days)]
    yield from _each("reviews.held", "Kiểm điểm, đánh giá", "cuộc", REVIEWS, found)


def _documents(facts: Facts, days: Days) -> Iterator[Figure]:
    """By who issued them, and of each by type; then the papers that came in."""
    found = account_counts.documents(facts, days)
    issuers = [(_issuer(one), RecordRef.to(one)) for one in found]
    words = {code: _organ(facts, code) for code in _found(issuers)}
    about = "Văn bản đã đăng ký"
    yield from _each("documents.issuer", about, "văn bản", words, issuers)
    for code, name in words.items():
        own = [(one.type or UNSAID, RecordRef.to(one)) for one in found if _issuer(one) == code]
        yield from _each(f"documents.issuer.{code}", f"{about}: {name}", "văn bản", _found(own), own)
    yield from _incoming(facts, days)


def _issuer(one: Document) -> str:
    """The organ, or who else issued it; of a joint paper the first."""
    return one.issuer.partition(";")[0].strip() or UNSAID


def _organ(facts: Facts, code: str) -> str:
    organ = facts.committees.organ(code)
    return UNSAID_WORDS if code == UNSAID else organ.name if organ else code


def _incoming(facts: Facts, days: Days) -> Iterator[Figure]:
    """In time is what was settled by its day, where it has one, and by the last day counted."""
    papers = [(one, day) for one in facts.office.incoming if (day := incoming.entered(one))]
    came = [Asked(facts, one, day, days[1]) for one, day in papers if days[0] <= day <= days[1]]
    asked = [one for one in came if one.paper.asks or one.paper.due]
    yield count("incoming.entered", "Văn bản đến đã đăng ký", "văn bản", refs(one.paper for one in came))
    yield Figure(
        key="incoming.settled",
        words="Văn bản đến có yêu cầu đã giải quyết đúng hạn",
        unit="văn bản",
        part=sum(map(_in_time, asked)),
        whole=len(asked),
        subjects=refs(one.paper for one in asked),
    )


def _in_time(one: Asked) -> bool:
    return one.settled is not None and one.settled <= min(one.paper.due or one.on, one.on)


_BY_KIND: dict[str, Callable[[Facts, Days], Iterator[Figure]]] = {
    "meetings": _meetings,
    "decisions": _decisions,
    "ballots": _ballots,
    "delegated": _delegated,
    "absences": _absences,
    "reports": _reports,
    "visits": _visits,
    "reviews": _reviews,
    "documents": _documents,
}
