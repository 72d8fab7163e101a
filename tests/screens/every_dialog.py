"""Every dialog of the program on one office, in which two people bear one name; a dialog left out fails the walk."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import desktop.screens
from desktop.domain.absences import Run
from desktop.domain.amending import Bound
from desktop.domain.records import Attachment, Office, Person
from desktop.exchange.lists.cell_text import UnreadableList
from desktop.exchange.lists.people_cells import Entry, PeopleRead
from desktop.qt.dialog import Dialog
from desktop.sample.sample import sample_office
from desktop.screens.absences import small as absence_small
from desktop.screens.absences.dialog import AbsenceDialog
from desktop.screens.assignments import dialogs as assignment_dialogs
from desktop.screens.ballots.start import StartBallot
from desktop.screens.base import reading
from desktop.screens.base.attachments import FilesDialog
from desktop.screens.base.contrary import ContraryDialog
from desktop.screens.base.desk import Desk
from desktop.screens.compliance.reasoning import ReasoningDialog
from desktop.screens.delegated import dialogs as delegated_dialog
from desktop.screens.directives import dialogs as directive_dialogs
from desktop.screens.directory import dialogs as directory_dialogs
from desktop.screens.directory import import_people
from desktop.screens.directory.merging import MergeDialog
from desktop.screens.documents import importing as document_import
from desktop.screens.documents.dialogs import CancelDialog, NumberDialog
from desktop.screens.documents.issued import IssuedDialog
from desktop.screens.meetings import dialogs as meeting_dialogs
from desktop.screens.meetings.move import MoveDialog
from desktop.screens.meetings.plan import PlanDialog
from desktop.screens.papers.screen import Preview
from desktop.screens.programmes import dialogs as programme_dialogs
from desktop.screens.programmes.proposal import ProposalDialog
from desktop.screens.regulations import own_dialogs as regulation_own_dialogs
from desktop.screens.regulations.change import ChangeDialog
from desktop.screens.regulations.own_value_dialog import OwnValueDialog
from desktop.screens.regulations.use import OdditiesDialog
from desktop.screens.reviews import dialogs as review_dialogs
from desktop.screens.reviews.scores import ScoresDialog
from desktop.screens.tasks import dialogs as task_dialogs
from desktop.screens.visits.dialogs import VisitDialog
from desktop.screens.window.amending import AmendDialog
from desktop.screens.window.article import ArticleDialog
from desktop.screens.window.missing import MissingOffice
from desktop.screens.window.restore import RestoreDialog
from desktop.screens.window.wizard import Wizard
from desktop.usecases.absences import outlook as absence_outlook
from desktop.usecases.base.afterwards import Question
from desktop.usecases.documents.importing import Register
from desktop.usecases.office import settings
from desktop.usecases.papers import printing
from desktop.usecases.regulations import own_profile, own_profile_edits, own_values, ruleset
from desktop.usecases.regulations.own_profile import TextPlace
from desktop.usecases.regulations.rows import TextRead
from desktop.usecases.reviews import rows as reviews
from tests.screens.conftest import Window

Make = Callable[[], Dialog]
TWIN = "Nguyễn Văn Hùng"
TWIN_POSTS = ("Phó Bí thư Huyện ủy", "Trưởng Công an huyện")
NOT_ALONE = {"directory.dialogs.SmallDialog"}
"""Only what other dialogs are made of."""


def with_twins(profile: str) -> Office:
    """The sample of a profile, in which the second and the third person have one name."""
    office = sample_office(profile)
    first, second, third, *others = office.people
    named = [replace(one, name=TWIN, position=post) for one, post in zip((second, third), TWIN_POSTS, strict=True)]
    return replace(office, people=(first, *named, *others))


def classes() -> set[str]:
    for module in pkgutil.walk_packages(desktop.screens.__path__, "desktop.screens."):
        importlib.import_module(module.name)
    return {f"{one.__module__.removeprefix('desktop.screens.')}.{one.__name__}" for one in _below(Dialog)} - NOT_ALONE


def _below(cls: type[Dialog]) -> Iterator[type[Dialog]]:
    for one in cls.__subclasses__():
        if one.__module__.startswith("desktop."):
            yield one
            yield from _below(one)


def own_regulation(desk: Desk) -> str:
    """A regulation of the office's own, begun from a shipped one."""
    made: list[str] = []
    desk.do("Lập quy chế", lambda store: made.append(
        own_profile_edits.create(store, facts=desk.facts, title="Quy chế 01-QC/HU", base="tay-son-2024")
    ))  # fmt: skip
    return made[0]


def every_dialog(made: Window, folder: Path) -> dict[str, Make]:
    """By module and class, how each is opened."""
    desk = made.desk
    own = own_regulation(desk)
    facts, office = desk.facts, desk.facts.office
    people: tuple[Person, ...] = office.people
    meeting = next(one for one in facts.sessions if one.start.date() > desk.today)
    absence, task, directive = office.absences[0], office.tasks[0], office.directives[0]
    programme = next(one for one in office.programmes if one.items)
    vote = next(one for one in office.reviews if one.kind == "confidence-vote")
    asked = next(one for one in office.reviews if one.kind == "questioning")
    duty = absence_outlook.Duty(run=Run(desk.today, desk.today), cite=None, finding=None, candidates=people[:4])
    head = own_profile.heads(facts)[0]
    row = next(one for one in own_profile.rows(facts, own) if not one.choices and one.base_cite)
    place = TextPlace(words="Điều 1", begins="Phạm vi điều chỉnh")
    use = ruleset.uses(facts, desk.today)[0]
    pdf = printing.to_pdf(printing.print_form(facts, "giay-moi", meeting.id, on=desk.today))
    entries = (Entry(row=2, name="Lê Thị Hai", born=1980),)
    subject = own_values.of_setting(settings.settings(facts, desk.today)[0])
    keeper = desk.copies
    assert keeper is not None
    makes: dict[str, Make] = {
        "absences.dialog.AbsenceDialog": partial(AbsenceDialog, desk),
        "directory.dialogs.PersonDialog": partial(directory_dialogs.PersonDialog, desk),
        "directory.dialogs.SeatDialog": partial(directory_dialogs.SeatDialog, desk, people[0]),
        "directory.dialogs.PostDialog": partial(directory_dialogs.PostDialog, desk, people[0]),
        "directory.dialogs.EndDialog": partial(directory_dialogs.EndDialog, desk, "Kết thúc", "", lambda **_: None),
        "directory.dialogs.UnitDialog": partial(directory_dialogs.UnitDialog, desk),
        "directory.dialogs.DayDialog": partial(directory_dialogs.DayDialog, desk),
        "absences.small.ReportDialog": partial(absence_small.ReportDialog, desk, absence),
        "absences.small.DutyDialog": partial(absence_small.DutyDialog, desk, duty),
        "absences.small.CoverDialog": partial(absence_small.CoverDialog, desk, absence),
        "assignments.dialogs.AssignmentDialog": partial(assignment_dialogs.AssignmentDialog, desk),
        "assignments.dialogs.HandOverDialog": partial(assignment_dialogs.HandOverDialog, desk, people[0].id),
        "tasks.dialogs.TaskDialog": partial(task_dialogs.TaskDialog, desk),
        "tasks.dialogs.DoneDialog": partial(task_dialogs.DoneDialog, desk, task),
        "tasks.dialogs.CauseDialog": partial(task_dialogs.CauseDialog, desk, task),
        "directives.dialogs.DirectiveDialog": partial(directive_dialogs.DirectiveDialog, desk),
        "directives.dialogs.DirectiveReviewDialog": partial(directive_dialogs.DirectiveReviewDialog, desk, directive),
        "regulations.own_dialogs.NewProfileDialog": partial(regulation_own_dialogs.NewProfileDialog, desk),
        "regulations.own_dialogs.TitleDialog": partial(regulation_own_dialogs.TitleDialog, desk, head),
        "regulations.own_dialogs.LaterValueDialog": partial(regulation_own_dialogs.LaterValueDialog, desk, own, row),
        "regulations.own_dialogs.TextDialog": partial(
            regulation_own_dialogs.TextDialog, TextRead("Quy chế: 1 điều", ("Một điều lạ.",))
        ),
        "regulations.own_dialogs.PlacesDialog": partial(regulation_own_dialogs.PlacesDialog, [place]),
        "programmes.dialogs.StartDialog": partial(programme_dialogs.StartDialog, desk),
        "programmes.dialogs.ItemDialog": partial(programme_dialogs.ItemDialog, desk, programme),
        "programmes.dialogs.DoneDialog": partial(programme_dialogs.DoneDialog, desk, programme, 0),
        "programmes.dialogs.AdoptDialog": partial(programme_dialogs.AdoptDialog, desk, programme),
        "programmes.dialogs.AdjustDialog": partial(programme_dialogs.AdjustDialog, desk, programme),
        "reviews.dialogs.ReviewDialog": partial(review_dialogs.ReviewDialog, desk),
        "reviews.dialogs.QuestionDialog": partial(review_dialogs.QuestionDialog, desk, asked),
        "directory.merging.MergeDialog": partial(MergeDialog, desk),
        "visits.dialogs.VisitDialog": partial(VisitDialog, desk),
        "base.attachments.FilesDialog": partial(FilesDialog, desk, meeting, "Hội nghị", "", opener=lambda _path: None),
        "window.article.ArticleDialog": partial(ArticleDialog, desk, ()),
        "window.amending.AmendDialog": partial(
            AmendDialog, Question(falling=(), papers=("Biên bản đã ký ngày 06/9/2024",), bound=Bound(meeting, ()))
        ),
        "base.contrary.ContraryDialog": partial(ContraryDialog, desk),
        "delegated.dialogs.StartDelegated": partial(delegated_dialog.StartDelegated, desk),
        "delegated.dialogs.IssueDialog": partial(delegated_dialog.IssueDialog, desk, (("TB", "Thông báo"),)),
        "delegated.dialogs.ChoosePaper": partial(delegated_dialog.ChoosePaper, list(office.documents[:3])),
        "ballots.start.StartBallot": partial(StartBallot, desk),
        "meetings.move.MoveDialog": partial(MoveDialog, desk, meeting),
        "regulations.use.OdditiesDialog": partial(OdditiesDialog, use),
        "regulations.change.ChangeDialog": partial(ChangeDialog, desk),
        "regulations.own_value_dialog.OwnValueDialog": partial(OwnValueDialog, desk, subject),
        "documents.dialogs.CancelDialog": partial(CancelDialog, desk, office.documents[0]),
        "documents.dialogs.NumberDialog": partial(NumberDialog, desk),
        "directory.import_people.ImportDialog": partial(
            import_people.ImportDialog, desk, PeopleRead(entries, ("Bỏ qua 1 dòng cộng: 9 “Cộng”.",))
        ),
        "base.reading.ReadingDialog": partial(reading.ReadingDialog, "Danh sách.xlsx"),
        "directory.import_people.FaultsDialog": partial(import_people.FaultsDialog, UnreadableList(["B2: cần họ tên"])),
        "documents.importing.ImportDialog": partial(document_import.ImportDialog, desk, Register([], ())),
        "documents.issued.IssuedDialog": partial(IssuedDialog, desk, Attachment(name="x.pdf"), pdf),
        "meetings.dialogs.InsteadDialog": partial(meeting_dialogs.InsteadDialog, facts, meeting),
        "meetings.dialogs.NoteDialog": partial(meeting_dialogs.NoteDialog, "Hoãn họp", "Lý do", "Hoãn họp"),
        "meetings.dialogs.PeopleDialog": partial(meeting_dialogs.PeopleDialog, "Ủy viên đề nghị họp", people, ()),
        "meetings.dialogs.ChoiceDialog": partial(meeting_dialogs.ChoiceDialog, facts, people),
        "meetings.dialogs.GuestDialog": partial(meeting_dialogs.GuestDialog, facts, people, office.units),
        "meetings.dialogs.DiscussionDialog": partial(meeting_dialogs.DiscussionDialog, facts, "Mục 1", people, ()),
        "window.missing.MissingOffice": partial(MissingOffice, folder / "office.thuky"),
        "meetings.plan.PlanDialog": partial(PlanDialog, desk),
        "papers.screen.Preview": partial(Preview, desk, "giay-moi", meeting.id),
        "programmes.proposal.ProposalDialog": partial(ProposalDialog, desk),
        "window.wizard.Wizard": partial(Wizard, folder / "mới.thuky", clock=desk.now),
        "reviews.scores.ScoresDialog": partial(ScoresDialog, desk, vote),
        "compliance.reasoning.ReasoningDialog": partial(ReasoningDialog, desk, desk.findings()[0]),
        "window.restore.RestoreDialog": partial(RestoreDialog, desk, keeper),
    }
    assert reviews.scored(facts, vote)
    return makes
