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
from desktop.exchange.cell_text import UnreadableList
from desktop.exchange.people_cells import Entry, PeopleRead
from desktop.qt.dialog import Dialog
from desktop.screens import (
    absence_small,
    assignment_dialogs,
    delegated_dialog,
    directive_dialogs,
    directory_dialogs,
    document_import,
    import_people,
    meeting_dialogs,
    programme_dialogs,
    reading,
    regulation_own_dialogs,
    review_dialogs,
    task_dialogs,
)
from desktop.screens.absence_dialog import AbsenceDialog
from desktop.screens.amending import AmendDialog
from desktop.screens.article import ArticleDialog
from desktop.screens.attachments import FilesDialog
from desktop.screens.ballot_start import StartBallot
from desktop.screens.contrary import ContraryDialog
from desktop.screens.desk import Desk
from desktop.screens.directory_use import OdditiesDialog
from desktop.screens.document_dialogs import CancelDialog, NumberDialog
from desktop.screens.document_issued import IssuedDialog
from desktop.screens.meeting_move import MoveDialog
from desktop.screens.missing import MissingOffice
from desktop.screens.own_value_dialog import OwnValueDialog
from desktop.screens.plan import PlanDialog
from desktop.screens.preview import Preview
from desktop.screens.programme_proposal import ProposalDialog
from desktop.screens.reasoning import ReasoningDialog
from desktop.screens.regulation_change import ChangeDialog
from desktop.screens.restore import RestoreDialog
from desktop.screens.review_scores import ScoresDialog
from desktop.screens.unit_merging import MergeDialog
from desktop.screens.visit_dialogs import VisitDialog
from desktop.screens.wizard import Wizard
from desktop.usecases import (
    absence_outlook,
    own_profile,
    own_profile_edits,
    own_values,
    printing,
    reviews,
    ruleset,
    settings,
)
from desktop.usecases.afterwards import Question
from desktop.usecases.document_import import Register
from desktop.usecases.own_profile import TextPlace
from desktop.usecases.regulations import TextRead
from desktop.usecases.sample import sample_office
from tests.screens.conftest import Window

Make = Callable[[], Dialog]
TWIN = "Nguyễn Văn Hùng"
TWIN_POSTS = ("Phó Bí thư Huyện ủy", "Trưởng Công an huyện")
NOT_ALONE = {"SmallDialog"}
"""Only what other dialogs are made of."""


def with_twins(profile: str) -> Office:
    """The sample of a profile, in which the second and the third person have one name."""
    office = sample_office(profile)
    first, second, third, *others = office.people
    named = [replace(one, name=TWIN, position=post) for one, post in zip((second, third), TWIN_POSTS, strict=True)]
    return replace(office, people=(first, *named, *others))


def classes() -> set[str]:
    for module in pkgutil.iter_modules(desktop.screens.__path__):
        importlib.import_module(f"desktop.screens.{module.name}")
    return {f"{one.__module__.rpartition('.')[2]}.{one.__name__}" for one in _below(Dialog)} - {
        f"directory_dialogs.{name}" for name in NOT_ALONE
    }


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
        "absence_dialog.AbsenceDialog": partial(AbsenceDialog, desk),
        "directory_dialogs.PersonDialog": partial(directory_dialogs.PersonDialog, desk),
        "directory_dialogs.SeatDialog": partial(directory_dialogs.SeatDialog, desk, people[0]),
        "directory_dialogs.PostDialog": partial(directory_dialogs.PostDialog, desk, people[0]),
        "directory_dialogs.EndDialog": partial(directory_dialogs.EndDialog, desk, "Kết thúc", "", lambda **_: None),
        "directory_dialogs.UnitDialog": partial(directory_dialogs.UnitDialog, desk),
        "directory_dialogs.DayDialog": partial(directory_dialogs.DayDialog, desk),
        "absence_small.ReportDialog": partial(absence_small.ReportDialog, desk, absence),
        "absence_small.DutyDialog": partial(absence_small.DutyDialog, desk, duty),
        "absence_small.CoverDialog": partial(absence_small.CoverDialog, desk, absence),
        "assignment_dialogs.AssignmentDialog": partial(assignment_dialogs.AssignmentDialog, desk),
        "assignment_dialogs.HandOverDialog": partial(assignment_dialogs.HandOverDialog, desk, people[0].id),
        "task_dialogs.TaskDialog": partial(task_dialogs.TaskDialog, desk),
        "task_dialogs.DoneDialog": partial(task_dialogs.DoneDialog, desk, task),
        "task_dialogs.CauseDialog": partial(task_dialogs.CauseDialog, desk, task),
        "directive_dialogs.DirectiveDialog": partial(directive_dialogs.DirectiveDialog, desk),
        "directive_dialogs.DirectiveReviewDialog": partial(directive_dialogs.DirectiveReviewDialog, desk, directive),
        "regulation_own_dialogs.NewProfileDialog": partial(regulation_own_dialogs.NewProfileDialog, desk),
        "regulation_own_dialogs.TitleDialog": partial(regulation_own_dialogs.TitleDialog, desk, head),
        "regulation_own_dialogs.LaterValueDialog": partial(regulation_own_dialogs.LaterValueDialog, desk, own, row),
        "regulation_own_dialogs.TextDialog": partial(
            regulation_own_dialogs.TextDialog, TextRead("Quy chế: 1 điều", ("Một điều lạ.",))
        ),
        "regulation_own_dialogs.PlacesDialog": partial(regulation_own_dialogs.PlacesDialog, [place]),
        "programme_dialogs.StartDialog": partial(programme_dialogs.StartDialog, desk),
        "programme_dialogs.ItemDialog": partial(programme_dialogs.ItemDialog, desk, programme),
        "programme_dialogs.DoneDialog": partial(programme_dialogs.DoneDialog, desk, programme, 0),
        "programme_dialogs.AdoptDialog": partial(programme_dialogs.AdoptDialog, desk, programme),
        "programme_dialogs.AdjustDialog": partial(programme_dialogs.AdjustDialog, desk, programme),
        "review_dialogs.ReviewDialog": partial(review_dialogs.ReviewDialog, desk),
        "review_dialogs.QuestionDialog": partial(review_dialogs.QuestionDialog, desk, asked),
        "unit_merging.MergeDialog": partial(MergeDialog, desk),
        "visit_dialogs.VisitDialog": partial(VisitDialog, desk),
        "attachments.FilesDialog": partial(FilesDialog, desk, meeting, "Hội nghị", "", opener=lambda _path: None),
        "article.ArticleDialog": partial(ArticleDialog, desk, ()),
        "amending.AmendDialog": partial(
            AmendDialog, Question(falling=(), papers=("Biên bản đã ký ngày 06/9/2024",), bound=Bound(meeting, ()))
        ),
        "contrary.ContraryDialog": partial(ContraryDialog, desk),
        "delegated_dialog.StartDelegated": partial(delegated_dialog.StartDelegated, desk),
        "delegated_dialog.IssueDialog": partial(delegated_dialog.IssueDialog, desk, (("TB", "Thông báo"),)),
        "delegated_dialog.ChoosePaper": partial(delegated_dialog.ChoosePaper, list(office.documents[:3])),
        "ballot_start.StartBallot": partial(StartBallot, desk),
        "meeting_move.MoveDialog": partial(MoveDialog, desk, meeting),
        "directory_use.OdditiesDialog": partial(OdditiesDialog, use),
        "regulation_change.ChangeDialog": partial(ChangeDialog, desk),
        "own_value_dialog.OwnValueDialog": partial(OwnValueDialog, desk, subject),
        "document_dialogs.CancelDialog": partial(CancelDialog, desk, office.documents[0]),
        "document_dialogs.NumberDialog": partial(NumberDialog, desk),
        "import_people.ImportDialog": partial(
            import_people.ImportDialog, desk, PeopleRead(entries, ("Bỏ qua 1 dòng cộng: 9 “Cộng”.",))
        ),
        "reading.ReadingDialog": partial(reading.ReadingDialog, "Danh sách.xlsx"),
        "import_people.FaultsDialog": partial(import_people.FaultsDialog, UnreadableList(["B2: cần họ tên"])),
        "document_import.ImportDialog": partial(document_import.ImportDialog, desk, Register([], ())),
        "document_issued.IssuedDialog": partial(IssuedDialog, desk, Attachment(name="x.pdf"), pdf),
        "meeting_dialogs.InsteadDialog": partial(meeting_dialogs.InsteadDialog, facts, meeting),
        "meeting_dialogs.NoteDialog": partial(meeting_dialogs.NoteDialog, "Hoãn họp", "Lý do", "Hoãn họp"),
        "meeting_dialogs.PeopleDialog": partial(meeting_dialogs.PeopleDialog, "Ủy viên đề nghị họp", people, ()),
        "meeting_dialogs.ChoiceDialog": partial(meeting_dialogs.ChoiceDialog, facts, people),
        "meeting_dialogs.GuestDialog": partial(meeting_dialogs.GuestDialog, facts, people, office.units),
        "meeting_dialogs.DiscussionDialog": partial(meeting_dialogs.DiscussionDialog, facts, "Mục 1", people, ()),
        "missing.MissingOffice": partial(MissingOffice, folder / "office.thuky"),
        "plan.PlanDialog": partial(PlanDialog, desk),
        "preview.Preview": partial(Preview, desk, "giay-moi", meeting.id),
        "programme_proposal.ProposalDialog": partial(ProposalDialog, desk),
        "wizard.Wizard": partial(Wizard, folder / "mới.thuky", clock=desk.now),
        "review_scores.ScoresDialog": partial(ScoresDialog, desk, vote),
        "reasoning.ReasoningDialog": partial(ReasoningDialog, desk, desk.findings()[0]),
        "restore.RestoreDialog": partial(RestoreDialog, desk, keeper),
    }
    assert reviews.scored(facts, vote)
    return makes
