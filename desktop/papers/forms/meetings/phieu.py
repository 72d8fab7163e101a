"""Form 4: Phiếu biểu quyết (a secret slip) and Biên bản kiểm phiếu. May import domain, vi, papers."""

from desktop import vi
from desktop.domain.decisions import counts, whole
from desktop.domain.judging import share_in_use
from desktop.domain.records import AgendaItem, Meeting
from desktop.domain.rules import decision_majority
from desktop.domain.sittings import Sitting
from desktop.domain.terms import OF
from desktop.papers.forms.base.form import Form
from desktop.papers.forms.base.parts import TICK, blank_rows, said
from desktop.papers.forms.base.words import bare, meeting_name, of_book
from desktop.papers.forms.base.writing import Writing
from desktop.papers.forms.meetings.bien_ban import chairing, contradictions
from desktop.papers.forms.meetings.made_of import EITHER, ITEM, Items
from desktop.papers.paper import (
    FEW_DOTS,
    Column,
    Paper,
    Paragraph,
    Signer,
    Table,
    bold,
    italic,
    para,
    row,
    writing_line,
)


def slip(writing: Writing, meeting: Meeting, items: tuple[AgendaItem, ...]) -> Paper:
    """It bears no name and no signature, since the ballot is secret."""
    day = meeting.start.date()
    choices = [Column(title, 24, "center") for title in ("Tán thành", "Không tán thành", "Ý kiến khác")]
    rows = tuple(
        row(str(place), bare(item.title), "", "", "", height=TICK) for place, item in enumerate(items, 1)
    ) or blank_rows(5, 3)
    return Paper(
        pack=writing.pack(day),
        slug="phieu-bieu-quyet",
        day=day,
        head=writing.head("", None, day, day.year, body=meeting.body),
        title="Phiếu biểu quyết",
        summary=f"tại {meeting_name(writing, meeting)}",
        blocks=(
            para("Đồng chí đánh dấu X vào một ô ở mỗi nội dung dưới đây."),
            Table(columns=(Column("TT", 11, "center"), Column("Nội dung", 85), *choices), rows=rows),
            para("Ý kiến cụ thể (nếu có):", dotted=True),
            *(writing_line() for _ in range(3)),
            para(italic("Phiếu kín: không ghi họ tên, không ký tên.")),
        ),
    )


def tally(writing: Writing, meeting: Meeting, item: AgendaItem) -> Paper:
    """Counts out of all members in office; the slips handed out, returned and spoilt are written in by hand."""
    document = writing.document("BB", meeting, item.id)
    day = writing.day(document, meeting.start.date()) or meeting.start.date()
    pack = writing.pack(day)
    return Paper(
        pack=pack,
        slug="kiem-phieu",
        day=day,
        head=writing.head("BB", document, day, day.year, body=meeting.body),
        title=pack.types["BB"],
        summary=f"kiểm phiếu biểu quyết tại {meeting_name(writing, meeting)}",
        blocks=(
            said("Nội dung biểu quyết", f"{bare(item.title)}."),
            para("Tổ kiểm phiếu gồm:", dotted=True),
            *_numbers(writing, meeting, item),
            para(bold("Kết quả kiểm phiếu:"), tied=True),
            _counts(writing, meeting, item),
            _result(writing, meeting, item),
        ),
        signer=chairing(writing, meeting),
        left_signer=Signer(("T/M Tổ kiểm phiếu",), ("Tổ trưởng",), ""),
        stamps=writing.stamps(document, pack),
        faults=contradictions(writing, meeting, (item,)),
        by_hand=True,
    )


def _numbers(writing: Writing, meeting: Meeting, item: AgendaItem) -> tuple[Paragraph, ...]:
    members = writing.facts.members(meeting.body, meeting.start.date())
    ids = {each.id for each in members}
    marked = [each.status for each in meeting.attendance if each.person in ids and each.status]
    there = f"{marked.count('present')} đồng chí" if marked else FEW_DOTS
    votes = _votes(writing, meeting, item)
    valid = f"{sum(votes)} phiếu" if votes else FEW_DOTS
    return (
        para(f"- {writing.members_of(meeting.body)}: {len(members) or FEW_DOTS} đồng chí; có mặt: {there}."),
        para(f"- Số phiếu phát ra: {FEW_DOTS}; số phiếu thu về: {FEW_DOTS}."),
        para(f"- Số phiếu hợp lệ: {valid}; số phiếu không hợp lệ: {FEW_DOTS}."),
    )


def _votes(writing: Writing, meeting: Meeting, item: AgendaItem) -> tuple[int, int, int] | None:
    return counts(Sitting(writing.facts, meeting, writing.on), item.vote) if item.vote else None


def _counts(writing: Writing, meeting: Meeting, item: AgendaItem) -> Table:
    members = len(writing.facts.members(meeting.body, meeting.start.date()))
    votes = _votes(writing, meeting, item) or (None, None, None)
    columns = (
        Column("Ý kiến", 70),
        Column("Số phiếu", 40, "center"),
        Column("Trên tổng số ủy viên", 55, "center"),
    )
    rows = [
        row(vi.OPINION[kind], "" if count is None else str(count), f"{'' if count is None else count}/{members or ''}")
        for kind, count in zip(vi.OPINION, votes, strict=True)
    ]
    return Table(columns=columns, rows=tuple(rows))


def _result(writing: Writing, meeting: Meeting, item: AgendaItem) -> Paragraph:
    """Over the share of all members the regulation (or the office's setting) asks for; dots where neither says."""
    day = meeting.start.date()
    votes, found = _votes(writing, meeting, item), share_in_use(writing.facts, decision_majority.SHARE, day)
    if not votes or found is None or item.vote is None:
        return said("Kết luận", "")
    share, cite = found[0].about(item.matter), found[1]
    total, _ = whole(Sitting(writing.facts, meeting, writing.on), item.vote, share)
    if not total:
        return said("Kết luận", "")
    ground = f" ({of_book(cite, 'Quy chế làm việc')})" if cite.at else ""
    words = "Thông qua" if votes[0] >= share.needed(total) else "Không thông qua"
    asked = f"tán thành {votes[0]}/{total}, cần {share.words} {OF[share.of]}{ground}"
    return said("Kết luận", f"{words}: {asked}.")


def _to_decide(writing: Writing, what: Items) -> Paper:
    """Of a whole meeting: every item put to decision that is not voted openly."""
    secret = (each for each in what.items if each.purpose == "decision" and _may_be_secret(each))
    return slip(writing, what.meeting, tuple(secret) if what.whole else what.items)


def _may_be_secret(item: AgendaItem) -> bool:
    return item.vote is None or item.vote.method == "secret-ballot"


SLIP = Form(slug="phieu-bieu-quyet", title="Phiếu biểu quyết", of=EITHER, make=_to_decide)
TALLY = Form(slug="kiem-phieu", title="Biên bản kiểm phiếu", of=ITEM, make=lambda writing, what: tally(writing, *what))
