"""Rules on what Thường trực settle for the standing committee: which matters, all agreeing, told, put in writing.

`desktop.domain` only. Nothing is judged of a matter not yet decided on a day.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.domain.facts import Facts
from desktop.domain.findings import GRAVITY, Verdict
from desktop.domain.judging import CONTRARY, Deed, Outcome, article, by_day, doubted
from desktop.domain.nearest import Errand, bodies_words, brought, outstanding, session_named
from desktop.domain.records import Delegated, Meeting, Opinion, Person
from desktop.domain.regulation import Ruling
from desktop.domain.terms import MATTER, matters, of_cadres, unfilled
from desktop.domain.wording import BODY, day, listed_point

_OPINION: dict[Opinion, str] = {"approve": "tán thành", "reject": "không tán thành", "other": "có ý kiến khác"}
_UNNAMED = (None, "other")
"""What a matter is marked where it is not marked with any kind."""


@dataclass(frozen=True)
class Settled:
    """A decision of Thường trực, taken on a day, as of another."""

    facts: Facts
    decision: Delegated
    day: dt.date
    on: dt.date

    def ruling(self, key: str) -> Ruling | None:
        return self.facts.ruling(key, self.day)

    @property
    def members(self) -> tuple[Person, ...]:
        return self.facts.members("thuong-truc", self.day)

    @property
    def is_settled(self) -> bool:
        """Whether it was decided either way, rather than prepared again or passed on."""
        return self.decision.decision in (None, "adopted", "rejected")

    @property
    def is_urgent_only(self) -> bool:
        """Whether it was settled as urgent, and not by a point of the list of what is delegated."""
        catalogue = self.ruling("delegated.matter.items")
        return self.decision.urgent and not (catalogue and self.item in catalogue.words)

    @property
    def item(self) -> str:
        return self.decision.item.strip().lower().removeprefix("điểm ")


def matter(settled: Settled) -> Outcome | None:
    """It stands in the catalogue of what is delegated, or is urgent and of no kind shut out of the urgent power."""
    catalogue = settled.ruling("delegated.matter.items")
    if catalogue and settled.item in catalogue.words:
        return _of_item(settled, catalogue)
    urgent = settled.ruling("delegated.matter.urgent.allowed")
    if settled.decision.urgent and urgent and urgent.value:
        return _urgent(settled, urgent)
    return _outside(settled, catalogue) if catalogue else _unlisted(settled)


def _of_item(settled: Settled, catalogue: Ruling) -> Outcome:
    """The point of the catalogue, checked against the kind of the matter."""
    item = settled.ruling(f"delegated.matter.item.{settled.item}")
    cite = item.cite if item else catalogue.cite
    named = settled.decision.matter
    if named is None:
        text = f"Ghi theo {article(cite)}, {unfilled('matter').lower()}; chưa đối chiếu được việc này có thuộc điểm ấy."
        return Outcome(verdict=Verdict.UNCLEAR, cite=cite, text=text)
    if item is None or named in _UNNAMED or named in item.words:
        text = f"Việc có trong danh mục ủy quyền tại {article(cite)}."
        return Outcome(verdict=Verdict.MET, cite=cite, text=text)
    text = (
        f"Ghi theo {article(cite)} ({matters(item.words)}) nhưng vấn đề là {_kind(settled)}; "
        "việc trong danh mục và vấn đề đã ghi chưa khớp nhau, cần xem lại."
    )
    return Outcome(verdict=Verdict.UNCLEAR, cite=cite, text=text)


def _kind(settled: Settled) -> str:
    return MATTER[settled.decision.matter].lower() if settled.decision.matter else "chưa ghi"


def _fact(settled: Settled, what: str) -> str:
    """`Việc cấp bách về ngân sách`; a matter of no kind is not `về việc khác`."""
    return what if settled.decision.matter in _UNNAMED else f"{what} về {_kind(settled)}"


def _urgent(settled: Settled, urgent: Ruling) -> Outcome:
    excluded = settled.ruling("delegated.matter.urgent.excluded")
    if excluded is None:
        text = f"Việc đột xuất, {article(urgent.cite)} cho Thường trực giải quyết rồi báo cáo."
        return Outcome(verdict=Verdict.MET, cite=urgent.cite, text=text)
    limit = f"{article(excluded.cite)} trừ {matters(excluded.words)}"
    fact = _fact(settled, "Việc cấp bách")
    judged = Outcome(verdict=Verdict.MET, cite=excluded.cite, text=f"{fact}; {limit}.")
    if settled.decision.matter is None:
        return replace(judged, verdict=Verdict.UNCLEAR, text=f"{unfilled('matter')} của việc cấp bách; {limit}.")
    if settled.decision.matter in excluded.words:
        return replace(judged, verdict=Verdict.BREACH, text=f"{fact}; {limit}, phải đưa ra hội nghị Ban Thường vụ.")
    if of_cadres(settled.decision.matter, excluded.words):
        text = f"{fact}; {limit}, chưa nêu rõ việc này có phải là công tác cán bộ hay không."
        return replace(judged, verdict=Verdict.UNCLEAR, text=text)
    return judged


def _outside(settled: Settled, catalogue: Ruling) -> Outcome:
    """A point the catalogue has not, or none: then the kind of the matter may still lie in it."""
    beyond = f"{article(catalogue.cite)} liệt kê {len(catalogue.words)} việc được ủy quyền"
    judged = Outcome(verdict=Verdict.BREACH, cite=catalogue.cite, text="")
    if settled.item:
        point = listed_point(settled.item)
        text = f"{point} không có trong danh mục; {beyond}, ngoài danh mục phải trình Ban Thường vụ."
        return replace(judged, text=f"{text[:1].upper()}{text[1:]}")
    named = settled.decision.matter
    points = [item for item in catalogue.words if named is None or named in _words(settled, item)]
    if not points:
        text = f"{_fact(settled, 'Việc')} không thuộc điểm nào; {beyond}, ngoài danh mục phải trình Ban Thường vụ."
        return replace(judged, text=text)
    held = f" ({_kind(settled)} có ở {', '.join(map(listed_point, points))})" if named else ""
    text = f"{unfilled('item')}{held}; {beyond}, việc ngoài danh mục thì trình Ban Thường vụ."
    return replace(judged, verdict=Verdict.UNCLEAR, text=text)


def _words(settled: Settled, item: str) -> list[str]:
    ruling = settled.ruling(f"delegated.matter.item.{item}")
    return ruling.words if ruling else []


def _unlisted(settled: Settled) -> Outcome | None:
    """The text lets matters be delegated but does not say which (003)."""
    ruling = settled.ruling("delegated.matter.open")
    if ruling is None or not ruling.value:
        return None
    text = (
        f"{_fact(settled, 'Việc')} không ghi là cấp bách; {article(ruling.cite)} không liệt kê việc được ủy quyền. "
        "Nếu Ban Thường vụ đã ủy quyền việc này thì đúng thẩm quyền; nếu chưa thì trình Ban Thường vụ."
    )
    return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text)


def unanimity(settled: Settled) -> Outcome | None:
    """All members in office agree; while they do not, it is prepared again where the text lets it, then passed on.

    It binds what is delegated by a point of the list, not what is urgent.
    """
    ruling = settled.ruling("delegated.unanimity.required")
    if ruling is None or not ruling.value or settled.is_urgent_only:
        return None
    total, said = len(settled.members), _said(settled)
    if not total:
        text = "Không có thành viên Thường trực nào đương nhiệm để tính."
        return Outcome(verdict=Verdict.UNKNOWN, cite=ruling.cite, text=text)
    wanted: Opinion = "reject" if settled.decision.decision == "rejected" else "approve"
    agree = sum(choice == wanted for choice in said.values())
    fact = f"{agree}/{total} thành viên Thường trực {_OPINION[wanted]}"
    judged = Outcome(
        verdict=Verdict.MET,
        cite=ruling.cite,
        text=f"{fact}, cần {total}/{total}.",
        expected=f"{total}/{total}",
        actual=f"{agree}/{total}",
    )
    if agree == total:
        return doubted(judged, *_doubts(settled, said))
    if not said and settled.is_settled:
        text = f"Chưa ghi ý kiến của {total} thành viên Thường trực; {article(ruling.cite)} yêu cầu tất cả thống nhất."
        return replace(judged, verdict=Verdict.UNKNOWN, text=text, actual="")
    return _not_agreed(settled, judged, f"{fact}, cần {total}/{total}{_differing(settled, said)}")


def _doubts(settled: Settled, said: Mapping[str, Opinion]) -> Iterator[str]:
    """Who is on record as away that day, and more who spoke than there are members."""
    for person in sorted(said):
        away = settled.facts.absence(person, settled.day)
        if away:
            name = settled.facts.named(person)
            yield f"{name} có ý kiến nhưng vắng từ {day(away.from_)} đến {day(away.to)}, {CONTRARY}"
    spoke = {line.person for line in settled.decision.choices if line.person and line.choice}
    if len(spoke) > len(settled.members):
        yield f"ghi ý kiến của {len(spoke)} người, nhiều hơn số thành viên, {CONTRARY}"


def _said(settled: Settled) -> dict[str, Opinion]:
    """What each member in office said, by the last entry; whoever else is listed never counts."""
    members = {person.id for person in settled.members}
    return {line.person: line.choice for line in settled.decision.choices if line.person in members and line.choice}


def _differing(settled: Settled, said: dict[str, Opinion]) -> str:
    """` (Trần Văn B có ý kiến khác, Lê Văn C chưa có ý kiến)`: what the standing committee is to be told."""
    wanted = "reject" if settled.decision.decision == "rejected" else "approve"
    lines = [
        f"{person.name} {_OPINION[said[person.id]] if person.id in said else 'chưa có ý kiến'}"
        for person in settled.members
        if said.get(person.id) != wanted
    ]
    return f" ({', '.join(lines)})"


def _not_agreed(settled: Settled, judged: Outcome, fact: str) -> Outcome:
    again, to = settled.ruling("delegated.unanimity.prepare_again"), _escalated_to(settled)
    if settled.decision.decision in ("adopted", "rejected"):
        then = f", phải báo cáo {bodies_words(to)} xem xét" if to else ""
        text = f"{fact}; đã quyết định khi Thường trực chưa thống nhất{then}."
        return replace(judged, verdict=Verdict.BREACH, text=text)
    if settled.decision.decision == "prepare-again" and again and again.value and not _prepared_before(settled):
        then = f", vẫn chưa thống nhất thì trình {bodies_words(to)}" if to else ""
        text = f"{fact}; được chuẩn bị, thảo luận lại một lượt{then}."
        return replace(judged, cite=again.cite, text=text)
    if not to:
        text = f"{fact}; quy chế không quy định chuyển cơ quan nào xem xét."
        return replace(judged, verdict=Verdict.UNCLEAR, text=text)
    referred = session_named(settled.facts, settled.decision.referred_to, to, settled.day)
    if referred:
        where = f"phiên họp {BODY[referred.body]} {day(referred.start.date())}"
        return replace(judged, text=f"{fact}; đã chuyển {where} kèm các ý kiến khác nhau.")
    errand = Errand(
        bodies=to,
        since=settled.day,
        cite=judged.cite,
        word="",
        undone=f"{fact}; chưa chuyển {bodies_words(to)}",
    )
    waiting = outstanding(settled.facts, errand, settled.on)
    return replace(waiting, expected=judged.expected, actual=judged.actual)


def _escalated_to(settled: Settled) -> list[str]:
    """The body the text names; none where it names none."""
    ruling = settled.ruling("delegated.unanimity.escalate_to")
    return [ruling.word] if ruling else []


def _prepared_before(settled: Settled) -> bool:
    """Whether the matter, told by its title, already had its one round, and was not settled since."""
    title = settled.decision.title.casefold()
    same = sorted(
        (other.decided, other.id, other.decision)
        for other in settled.facts.office.delegated
        if title and other.title.casefold() == title and other.id != settled.decision.id
        if other.decided is not None and other.decided < settled.day
    )
    return bool(same) and same[-1][2] == "prepare-again"


def reported(settled: Settled) -> Outcome | None:
    """What was settled is told to the nearest session of every body the text names."""
    ruling = settled.ruling("delegated.reported.to")
    if ruling is None or not ruling.words or not settled.is_settled:
        return None
    outcomes = [_told(settled, ruling, body) for body in ruling.words]
    gravest = min(outcomes, key=lambda one: GRAVITY.index(one.verdict))
    first, *others = (one.text.rstrip(".") for one in outcomes)
    told = replace(gravest, text=f"{'; '.join([first, *(text[:1].lower() + text[1:] for text in others)])}.")
    urgent = settled.ruling("delegated.reported.urgent_only")
    if told.verdict is Verdict.MET or urgent is None or not urgent.value or settled.decision.urgent:
        return told
    doubt = f"{article(urgent.cite)} chỉ nêu việc cấp bách, chưa rõ việc này có phải báo cáo không"
    return replace(told, verdict=Verdict.UNCLEAR, text=f"{told.text.rstrip('.')}; {doubt}.")


def _told(settled: Settled, ruling: Ruling, body: str) -> Outcome:
    errand = Errand(
        bodies=[body],
        since=settled.day,
        cite=ruling.cite,
        word="Báo cáo kết quả",
        undone=f"Chưa báo cáo kết quả với {bodies_words([body])}",
    )
    at = _session_told(settled, body, ruling.words)
    return brought(settled.facts, errand, at, settled.on) if at else outstanding(settled.facts, errand, settled.on)


def _session_told(settled: Settled, body: str, bodies: Sequence[str]) -> Meeting | None:
    """The session named; a record names only one, so another body is told by an item of its own nearest session."""
    named = session_named(settled.facts, settled.decision.reported_at, bodies, settled.day)
    if named is None or named.body == body:
        return named
    nearest = settled.facts.next_session([body], settled.day)
    return nearest if nearest and any(item.purpose == "delegated-report" for item in nearest.agenda) else None


def written(settled: Settled) -> Outcome | None:
    """A decision is put in writing; the office says within how many working days."""
    ruling = settled.ruling("delegated.written.required")
    days = settled.facts.setting("delegated.written.working_days", settled.day)
    if ruling is None or not ruling.value or not settled.is_settled or settled.is_urgent_only:
        return None
    if not isinstance(days, int):
        return None
    dates = sorted(document.date for document in settled.facts.documents_on(settled.decision.id) if document.date)
    after = [date for date in dates if date >= settled.day]
    last = settled.facts.workdays.after(settled.day, days)
    provisional = sorted({settled.day.year, last.year} & settled.facts.workdays.provisional)
    note = f", {days} ngày làm việc theo quy ước của đơn vị"
    note += f" (lịch nghỉ năm {' và '.join(map(str, provisional))} tạm tính)" if provisional else ""
    deed = Deed(
        done=next(iter(after or dates), None),
        word="Ban hành văn bản",
        undone="Chưa ban hành văn bản",
        since=settled.day,
        of="ngày quyết định",
    )
    return by_day(deed, last, replace(ruling.cite, office=True), settled.on, note)
