"""Form 10: Biên bản tổng hợp kết quả xin ý kiến, silence never counted as consent. May import domain, vi, papers."""

import datetime as dt
from collections.abc import Iterator, Sequence

from desktop import vi
from desktop.domain import ballots
from desktop.domain.ballots import Poll
from desktop.domain.findings import Verdict
from desktop.domain.judging import majority_share
from desktop.domain.nearest import bodies_words
from desktop.domain.records import Ballot, Document, Person, Source
from desktop.domain.rules import ballot_differences, ballot_ground, ballot_majority, ballot_reported
from desktop.domain.terms import OF
from desktop.papers.forms.ballots.xin_y_kien import REASON, questions
from desktop.papers.forms.base.form import BALLOT, Form
from desktop.papers.forms.base.parts import said
from desktop.papers.forms.base.slips import UNRETURNED, Returns, last_day
from desktop.papers.forms.base.words import bare, beside, comrade, meeting_name, of_book
from desktop.papers.forms.base.writing import Writing
from desktop.papers.paper import Block, Column, Paper, Paragraph, Signer, Table, bold, heading, para, row, writing_line

COLUMNS = (
    Column("TT", 11, "center"),
    Column("Nội dung", 66),
    Column("Tán thành", 22, "center"),
    Column("Không tán thành", 22, "center"),
    Column("Ý kiến khác", 22, "center"),
    Column("Chưa có ý kiến", 22, "center"),
)


def _document(writing: Writing, ballot: Ballot) -> Document | None:
    return writing.document_from("BB", Source(ballot=ballot.id))


def _day(writing: Writing, ballot: Ballot) -> dt.date | None:
    return writing.day(_document(writing, ballot), ballot.closed)


def summing_up(writing: Writing, ballot: Ballot) -> Paper:
    """Counts out of all members in office on the day it was sent; as of the day of printing while it is open."""
    document, issued = _document(writing, ballot), _day(writing, ballot)
    day = issued or writing.on
    pack = writing.pack(day)
    returns = Returns(Poll(writing.facts, ballot, writing.on))
    return Paper(
        pack=pack,
        slug="tong-hop-y-kien",
        day=day,
        head=writing.head("BB", document, issued, day.year, body=ballot.body),
        title=pack.types["BB"],
        summary=f"tổng hợp kết quả xin ý kiến {writing.names.body(ballot.body)} bằng văn bản",
        blocks=tuple(_blocks(writing, ballot, returns)),
        signer=writing.office_signer(document, day, ballot.body),
        left_signer=Signer(("Người lập biên bản",), (), ""),
        stamps=writing.stamps(document, pack),
    )


def _blocks(writing: Writing, ballot: Ballot, returns: Returns) -> Iterator[Block]:
    yield from _opening(writing, ballot)
    yield heading("1. Việc gửi và thu phiếu")
    yield from _sending(writing, ballot, returns)
    yield heading("2. Kết quả")
    yield _table(ballot, returns)
    yield from _words(ballot, returns)
    yield heading("4. Kết luận")
    first, *more = ballot.conclusion.strip().splitlines() or [""]
    yield para(first) if first else para(dotted=True)
    yield from (para(line.strip()) for line in more if line.strip())
    yield heading("5. Việc tiếp theo")
    yield from _follows(writing, ballot, returns)


def _opening(writing: Writing, ballot: Ballot) -> Iterator[Block]:
    poll = Poll(writing.facts, ballot, writing.on)
    yield said("Nội dung xin ý kiến", f"{bare(ballot.title)}." if ballot.title else "")
    ruling = poll.ruling(ballot_ground.REASONS.of(ballot.body))
    if ruling:
        yield said("Căn cứ", f"{of_book(ruling.cite, writing.regulation)}.")
    reason = REASON.get(ballot.reason or "")
    yield said("Lý do lấy ý kiến bằng văn bản", f"{reason}." if reason else "")
    yield said("Cơ quan chỉ đạo gửi phiếu", f"{writing.names.body(ballot.directed_by)}." if ballot.directed_by else "")
    last = last_day(writing, ballot)
    due = f"; thời hạn gửi lại: {vi.day(last)}" if last else ""
    yield said("Ngày gửi phiếu", f"{vi.day(ballot.sent)}{due}.")
    if ballot.closed and ballot.closed <= writing.on:
        yield said("Ngày chốt phiếu", f"{vi.day(ballot.closed)}.")
    else:
        yield said("Ngày chốt phiếu", "")
        yield para(f"(Phiếu chưa chốt; số liệu tính đến ngày {vi.day(writing.on)}.)")


def _sending(writing: Writing, ballot: Ballot, returns: Returns) -> Iterator[Block]:
    members = returns.poll.members
    total, to = len(members), ballot.sent_to
    missed = [] if to is None else [person for person in members if person.id not in to]
    yield para(f"- {writing.members_of(ballot.body)} đương nhiệm ngày gửi phiếu: {total} đồng chí.")
    yield _named(f"- Số phiếu gửi đi: {total - len(missed)}/{total}", "chưa gửi", missed)
    yield para(f"- Số phiếu thu về: {len(returns.back)}/{total}.")
    void = [person for person in returns.back if person not in returns.valid]
    yield _named(f"- Số phiếu hợp lệ: {len(returns.valid)}/{len(returns.back)}", "không hợp lệ", void)
    late = [person for person in members if returns.late(person)]
    if late:
        yield _named("- Phiếu về sau khi chốt, không tính", "", late)
    yield _named(f"- Chưa gửi lại phiếu: {len(returns.silent)}/{total}", "", returns.silent)
    if returns.silent:
        yield para(UNRETURNED)


def _named(count: str, kind: str, people: Sequence[Person]) -> Paragraph:
    """`- Số phiếu …: 11/13; chưa gửi 2: các đồng chí …, ….`"""
    if not people:
        return para(f"{count}.")
    names = ", ".join(person.name for person in people)
    lead = "đồng chí" if len(people) == 1 else "các đồng chí"
    return para(f"{count}; {kind} {len(people)}: {lead} " if kind else f"{count}: {lead} ", bold(names), ".")


def _table(ballot: Ballot, returns: Returns) -> Table:
    total = len(returns.poll.members)
    ids: list[str | None] = [question.id for question in ballot.questions] or [None]
    texts = [bare(question.text) for question in ballot.questions] or questions(ballot) or [""]
    rows = []
    for place, (ident, text) in enumerate(zip(ids, texts, strict=False), 1):
        counts = returns.counts(ident)
        cells = [f"{count}/{total}" for count in (*counts, total - sum(counts))]
        rows.append(row(str(place), text, *cells))
    return Table(columns=COLUMNS, rows=tuple(rows))


def _words(ballot: Ballot, returns: Returns) -> Iterator[Block]:
    """Every note as the member wrote it, valid or not, behind the name."""
    yield heading("3. Ý kiến cụ thể (ghi nguyên văn)")
    noted = [person for person in returns.back if returns.last[person.id].note.strip()]
    if not noted:
        yield para("Không có.")
    for person in noted:
        answer = returns.last[person.id]
        first, *more = answer.note.strip().splitlines()
        kinds = dict.fromkeys((*(answer.questions or {}).values(), *([answer.choice] if answer.choice else [])))
        marks = [vi.OPINION[kind].lower() for kind in kinds] + ([] if answer.valid else ["phiếu không hợp lệ"])
        marked = f" ({', '.join(marks)})" if marks else ""
        yield para(f"- Đồng chí {person.name}{marked}: {first.strip()}")
        yield from (para(line.strip()) for line in more if line.strip())


def _follows(writing: Writing, ballot: Ballot, returns: Returns) -> Iterator[Block]:
    """Whether it carries and by which article, where differences go, where the result is told."""
    yield _carried(writing, ballot, returns)
    effect = returns.poll.ruling(ballots.AS_SESSION)
    if effect and effect.value and _has_effect(returns):
        yield para(f"- Kết quả có giá trị như nghị quyết thông qua tại hội nghị{beside(effect.cite)}.")
    yield from _differences(writing, ballot, returns)
    told = returns.poll.ruling(ballot_reported.TO.of(ballot.body))
    meeting = writing.facts.meeting(ballot.reported_at)
    if told or meeting:
        ask = f" gần nhất{beside(told.cite)}" if told else ""
        body = writing.names.body(told.word if told else meeting.body) if told or meeting else ""  # type: ignore[arg-type, union-attr]
        words = f"Thông báo kết quả tại phiên họp {body}{ask}"
        yield from _at(writing, words, ballot.reported_at)


def _has_effect(returns: Returns) -> bool:
    """Closed and carried, with no differences that have to go to a session."""
    judged = ballot_majority.judge(returns.poll)
    carried = judged is not None and judged.verdict is Verdict.MET
    return carried and returns.poll.is_closed and not returns.poll.ballot.important_differences


def _at(writing: Writing, words: str, meeting: str | None) -> Iterator[Block]:
    held = writing.facts.meeting(meeting)
    if held:
        yield para(f"- {words}: {meeting_name(writing, held)}, {vi.day_words(held.start.date())}.")
    else:
        yield para(f"- {words}:", tied=True)
        yield writing_line()


def _carried(writing: Writing, ballot: Ballot, returns: Returns) -> Paragraph:
    poll = returns.poll
    rule = majority_share(writing.facts, ballot_majority.SHARE, ballot.sent) if poll.provided else None
    judged = ballot_majority.judge(poll)
    held = writing.facts.in_force(ballot.sent)
    if rule is None and held and held.profile.partial:
        least = min(returns.counts(each)[0] for each in _ids(ballot))
        return para(f"- Tỷ lệ tán thành: {least}/{len(poll.members)}.")
    if rule is None or judged is None or not poll.members:
        silent = f"{writing.regulation} không quy định tỷ lệ tán thành đối với phiếu xin ý kiến"
        return para(f"- {vi.capital(silent)} {writing.names.body(ballot.body)}.")
    share, cite = rule[0].about(ballot.matter), rule[1]
    total = len(poll.members)
    ids: list[str | None] = [question.id for question in ballot.questions] or [None]
    least = min(returns.counts(ident)[0] for ident in ids)
    asked = f"cần {share.needed(total)}/{total}, {share.words} {OF[share.of]}{beside(cite)}"
    lowest = "nội dung ít tán thành nhất " if len(ids) > 1 else ""
    open_still = poll.is_closed or judged.verdict is Verdict.MET
    words = "đạt" if judged.verdict is Verdict.MET else "không đạt" if open_still else "chưa đạt"
    return para(f"- Tỷ lệ tán thành: {lowest}{least}/{total}; {asked}: ", bold(words), ".")


def _differences(writing: Writing, ballot: Ballot, returns: Returns) -> Iterator[Block]:
    ruling = returns.poll.ruling(ballot_differences.TO)
    judged, differing = ballot.differences_judged, any(sum(returns.counts(each)[1:]) for each in _ids(ballot))
    if not (ballot.important_differences or judged or (ruling and differing)):
        return
    who = vi.capital(comrade(writing, judged.by, ballot.sent)) if judged and judged.by else ""
    if not judged and not ballot.important_differences:
        yield para("- Còn ý kiến khác nhau; chưa có nhận định là vấn đề quan trọng hay không.")
        return
    when = f", {vi.day_words(judged.on)}" if judged and judged.on else ""
    deemed = "là vấn đề quan trọng" if ballot.important_differences else "không phải vấn đề quan trọng"
    why = f"; lý do: {bare(judged.reason)}" if judged and judged.reason else ""
    yield para(f"- {who or 'Đồng chí ……………'}{when} nhận định vấn đề còn ý kiến khác nhau {deemed}{why}.")
    if ballot.important_differences:
        where = f" {bodies_words(ruling.words)}{beside(ruling.cite)}" if ruling else ""
        yield from _at(writing, f"Đưa ra hội nghị{where}", ballot.referred_to)


def _ids(ballot: Ballot) -> list[str | None]:
    return [question.id for question in ballot.questions] or [None]


FORM = Form(slug="tong-hop-y-kien", title="Biên bản tổng hợp ý kiến", of=BALLOT, type="BB", day=_day, make=summing_up)
