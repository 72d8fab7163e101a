"""Prints the forms: papers of what is named, as PDF or Word. May import domain, papers and exchange."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop import files
from desktop.domain.account import Account
from desktop.domain.facts import Facts
from desktop.domain.keys import SettingKey
from desktop.domain.refs import RecordRef
from desktop.domain.refusal import Refusal
from desktop.domain.text_change import Comparison
from desktop.exchange.forms import load_forms
from desktop.papers.fonts import Typeface, find_typeface
from desktop.papers.forms.base.form import Form
from desktop.papers.forms.base.gathered import Todo
from desktop.papers.forms.base.names import Names
from desktop.papers.forms.base.spelling import spelled
from desktop.papers.forms.base.writing import Issue, Writing
from desktop.papers.forms.meetings import giay_moi
from desktop.papers.forms.meetings.giay_moi import FORM as INVITATION
from desktop.papers.forms.meetings.giay_moi import Invitee
from desktop.papers.forms.table import FORMS
from desktop.papers.layout import Setter
from desktop.papers.paper import Paper
from desktop.papers.pdf import make_pdf
from desktop.papers.unbroken import unbroken

if TYPE_CHECKING:
    from desktop.papers.selfcheck import Check


def form_of(slug: str) -> Form[Any]:
    """Raises Refusal where there is no such form."""
    form = FORMS.get(slug)
    if form is None:
        raise Refusal(f"Không có mẫu '{slug}'; các mẫu: {', '.join(FORMS)}", field="form")
    return form


def print_form(
    facts: Facts, slug: str, record: str | None, *, on: dt.date, person: str | None = None, issue: Issue | None = None
) -> list[Paper]:
    """Make the papers of one form of one record; raises Refusal where the slug or the record is not known."""
    form = form_of(slug)
    return made(facts, form, form.read(facts, record, on), on=on, whom=(person,) if person else None, issue=issue)


def made(
    facts: Facts,
    form: Form[Any],
    ref: RecordRef,
    *,
    on: dt.date,
    whom: Sequence[str] | None = None,
    issue: Issue | None = None,
) -> list[Paper]:
    """The papers of a form of what is named: for all, or for some by their ids (`Invitee.key`), in their order."""
    writing = writing_of(facts, on, issue, whom)
    return _spelled(facts, form.papers(writing, ref), on)


def invitees(facts: Facts, meeting: RecordRef, *, on: dt.date) -> list[Invitee]:
    """Everyone a meeting's invitation goes to: members in office that day, then guests."""
    writing = writing_of(facts, on)
    return giay_moi.invitees(writing, INVITATION.of.open(writing, meeting))


def on_both_sides(papers: Sequence[Paper]) -> list[Paper]:
    """The papers for a printer that turns the sheet: even pages mirrored, each paper on sheets of its own."""
    packs = {id(paper.pack): paper.pack for paper in papers}
    turned = {key: replace(pack, page=replace(pack.page, both_sides=True)) for key, pack in packs.items()}
    return [replace(paper, pack=turned[id(paper.pack)]) for paper in papers]


def to_pdf(papers: Sequence[Paper]) -> bytes:
    """Raises Refusal where this machine has no typeface to print in."""
    return make_pdf([unbroken(paper) for paper in papers], _typeface())


def to_docx(papers: Sequence[Paper]) -> bytes:
    """The same papers for Word, set as tight as the pages are; Word brings its own typeface, so none is asked for."""
    from desktop.papers.word import make_docx  # most printings need no Word file, and docx is slow to import

    bound = [unbroken(paper) for paper in papers]
    try:
        setter = Setter(_typeface())
    except Refusal:
        return make_docx(bound)
    return make_docx([setter.fit(paper)[0] for paper in bound], setter.typeface)


def checks(pdf: bytes, papers: Sequence[Paper]) -> "tuple[Check, ...]":
    """What the preview lists: each check by name, with its problems as sentences."""
    from desktop.papers import selfcheck  # it brings pypdfium2, which printing itself does not need

    return selfcheck.checks(pdf, papers)


def self_check(pdf: bytes, papers: Sequence[Paper]) -> list[str]:
    """Every problem of the finished pages as a Vietnamese sentence; none is a good paper."""
    return [problem for check in checks(pdf, papers) for problem in check.problems]


def drafted(papers: Sequence[Paper]) -> list[Paper]:
    """The papers marked as drafts, where they have a head to bear the mark."""
    mark = "DỰ THẢO"
    return [
        replace(paper, drafts=(*paper.drafts, mark)) if paper.head and mark not in paper.drafts else paper
        for paper in papers
    ]


def refuse_faulty(papers: Sequence[Paper]) -> None:
    """Raise Refusal where the pages would not be good: what is missing or wrong, in one sentence."""
    problems = self_check(to_pdf(papers), papers)
    if problems:
        more = f" Còn {len(problems) - FEW} chỗ khác." if len(problems) > FEW else ""
        said = f"{' '.join(problems[:FEW])}{more}"
        raise Refusal(f"Văn bản chưa hoàn chỉnh: {said} Thêm --draft để in bản dự thảo.", field="record")


FEW = 6
"""The most problems that are said at once."""


def write(papers: Sequence[Paper], path: Path) -> None:
    """Write a PDF or a .docx, whole or not at all; raises Refusal where the name ends otherwise."""
    maker = {".pdf": to_pdf, ".docx": to_docx}.get(path.suffix.lower())
    if maker is None:
        raise Refusal(f"Tệp in ra phải có đuôi .pdf hoặc .docx, không phải {path.name}", field="output")
    files.write_whole(path, maker(papers))


SPELLING = SettingKey("spelling")


@cache
def _typeface() -> Typeface:
    return find_typeface()


@dataclass(frozen=True, slots=True)
class _Gathers:
    """What the whole office is counted or judged for: imported by the one form that asks."""

    facts: Facts
    on: dt.date

    def account(self, code: str) -> Account:
        from desktop.usecases.compliance.account import account

        return account(self.facts, code, on=self.on)

    def compared(self, new: str, old: str) -> Comparison:
        from desktop.usecases.regulations.text_beside import beside, earlier_of, newest

        newer = new or newest(self.facts)
        return beside(self.facts, old or earlier_of(self.facts, newer), newer, waiting=False)

    def todos(self, day: dt.date) -> list[Todo]:
        from desktop.domain.compliance import check
        from desktop.usecases.today.rows import rows_of

        rows = rows_of(self.facts, check(self.facts, on=day), day)
        return [Todo(due=row.due, title=row.title, second=row.second, article=row.article) for row in rows]


def writing_of(facts: Facts, on: dt.date, issue: Issue | None = None, whom: Sequence[str] | None = None) -> Writing:
    said = facts.confirmed()
    chosen = None if whom is None else tuple(whom)
    return Writing(said, load_forms(), on, _Gathers(said, on), issue or Issue(), chosen)


def _spelled(facts: Facts, papers: list[Paper], on: dt.date) -> list[Paper]:
    spelling, names = str(facts.setting(SPELLING, on) or "ủy"), _names(facts)
    return [replace(spelled(paper, spelling), names=names) for paper in papers]


def _names(facts: Facts) -> tuple[str, ...]:
    """The people of the office and its place, also as a letterhead has it."""
    office = facts.office.office
    place = Names(office, facts.committees).place
    return tuple(dict.fromkeys((*(person.name for person in facts.office.people), office.place, place, place.upper())))
