"""`thuky demo`: a sample office, every form printed from it, and a picture of every screen. Knows every part."""

import datetime as dt
import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from db.session import OfficeFile
from desktop import vi
from desktop.context import Context
from desktop.domain.facts import Facts
from desktop.domain.records import AgendaItem, Meeting, Office
from desktop.domain.refusal import Refusal
from desktop.domain.sittings import is_session
from desktop.papers.forms.table import FORMS
from desktop.sample.files import with_files
from desktop.sample.sample import closing_day, sample_office
from desktop.usecases.base.facts import facts_of
from desktop.usecases.office.file import load_source
from desktop.usecases.papers import printing

OFFICE = "office.thuky"


def make_demo(profile: str, out: Path, context: Context) -> int:
    """Write the office, one of every form as PDF and .docx, and the screens; an earlier demo there is replaced."""
    day = closing_day(profile)
    context = at_demo_day(profile, context)
    path = out / OFFICE
    office, contents = with_files(sample_office(profile, as_of=day), day)
    out.mkdir(parents=True, exist_ok=True)
    clear_earlier_demo(path, office, context)
    OfficeFile.create(path, office, clock=context.clock, who=context.who, contents=contents).close()
    print(f"{path}: {office.office.name}, tính đến ngày {vi.day(day)}")
    for file in print_every_form(facts_of(office), out, day):
        print(file)
    for file in picture_every_screen(path, out / "screens", context):
        print(file)
    return 0


def at_demo_day(profile: str, context: Context) -> Context:
    """The same machine on a day late in the sample's year: a past year is looked at as its office saw it."""
    return replace(context, clock=lambda: dt.datetime.combine(closing_day(profile), context.clock().time()))


def clear_earlier_demo(path: Path, sample: Office, context: Context) -> None:
    """Remove the sample an earlier run left; raises Refusal where another office's file bears the name.

    It is told by its invented people: a real office may well be called as the sample is.
    """
    if path.exists():
        names = {person.name for person in load_source(path, clock=context.clock, who=context.who).people}
        if not names.issuperset(person.name for person in sample.people):
            raise Refusal(f"{path} là tệp của một văn phòng khác; hãy chọn thư mục khác bằng --out", field="out")
        path.unlink()


def print_every_form(facts: Facts, out: Path, on: dt.date) -> list[Path]:
    """Print one of every form into a folder, each as PDF and as .docx; the reminder also of this month's reports."""
    files = []
    for form in FORMS.values():
        record = example(facts, form.slug, form.of.name, on)
        if record is None:
            print(f"{form.slug}: bỏ qua, đơn vị mẫu chưa có mục nào để in {form.title}")
            continue
        files += _print(facts, form.slug, record, out / form.slug, on)
    return files + _print(facts, "don-doc", f"{on:%Y-%m}", out / "don-doc-bao-cao", on)


def _print(facts: Facts, slug: str, record: str, to: Path, on: dt.date) -> list[Path]:
    papers = printing.print_form(facts, slug, record, on=on)
    files = [to.with_suffix(f".{ending}") for ending in ("pdf", "docx")]
    for file in files:
        printing.write(papers, file)
    return files


def example(facts: Facts, slug: str, record: str, on: dt.date) -> str | None:
    """A record that shows the form at its fullest: the richest session held, or to come for what goes before it.

    None where the office has no such record.
    """
    if record in ("ballot", "absence", "duty", "month", "session-btv", "session-bch", "programme"):
        return other_example(facts, record, on)
    sessions = [one for one in facts.sessions if one.body in ("bch", "btv") and facts.in_force(one.start.date())]
    if record == "week":
        return f"{on.isocalendar().year}-W{on.isocalendar().week:02}"
    if record == "day":
        return on.isoformat()
    if record == "regulations":
        texts = facts.office.regulation_texts
        return texts[-1].profile if len(texts) > 1 else None
    if record == "incoming":
        asked = {one.id: (bool(one.asks), len(one.passed)) for one in facts.office.incoming}
        return max(asked, key=lambda one: asked[one], default=None)
    if record in ("account", "register", "year"):
        return f"{on.year}"
    if slug in ("giay-moi", "chuong-trinh-hoi-nghi", "diem-danh", "don-doc"):
        return richest(meeting for meeting in sessions if meeting.start.date() > on).id
    if slug in ("phieu-bieu-quyet", "kiem-phieu"):
        return next(
            f"{meeting.id}/{item.id}" for meeting in facts.sessions for item in meeting.agenda if _is_secret(item)
        )
    meeting = richest(meeting for meeting in sessions if meeting.start.date() <= on)
    item = next(item for item in meeting.agenda if item.purpose == "decision")
    return meeting.id if record == "meeting" or slug == "thong-bao-ket-luan" else f"{meeting.id}/{item.id}"


def other_example(facts: Facts, record: str, on: dt.date) -> str | None:
    """The fullest ballot, the longest trip out of the province, a duty, the month, the body's last session."""
    office = facts.office
    if record == "month":
        return f"{on:%Y-%m}"
    if record == "programme":
        programmes = {one.id: (len(one.versions), len(one.items)) for one in office.programmes}
        return max(programmes, key=lambda one: programmes[one], default=None)
    if record == "ballot":
        ballots = {one.id: sum(bool(line.note) for line in one.responses) for one in office.ballots}
        return max(ballots, key=lambda one: ballots[one], default=None)
    if record == "absence":
        lengths = {one.id: (one.area == "outside-province", one.to - one.from_) for one in office.absences}
        return max(lengths, key=lambda one: lengths[one], default=None)
    if record == "duty":
        return next((one.id for one in office.assignments if one.kind == "duty"), None)
    body = record.removeprefix("session-")
    held = [one for one in facts.sessions if one.body == body and is_session(one) and one.start.date() <= on]
    return held[-1].id if held else None


def richest(meetings: Iterable[Meeting]) -> Meeting:
    """The meeting with the most to print: agenda items first, then remarks."""
    return max(meetings, key=lambda one: (len(one.agenda), sum(len(item.discussion) for item in one.agenda)))


def _is_secret(item: AgendaItem) -> bool:
    return item.vote is not None and item.vote.method == "secret-ballot"


def picture_every_screen(path: Path, folder: Path, context: Context) -> list[Path]:
    """Save a PNG of every screen of an office, light and dark and at the odd sizes, without showing a window."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if sys.platform == "win32":  # this window system does not look there by itself
        os.environ["QT_QPA_FONTDIR"] = str(Path(os.environ["WINDIR"]) / "Fonts")
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from desktop.opening.office import attach
    from desktop.qt import theme
    from desktop.qt.memory import Memory
    from desktop.screens.base.desk import Desk
    from desktop.screens.window.pictures import save_all, save_dialogs, shots
    from desktop.screens.window.shell import Shell

    qInstallMessageHandler(_without_size_hints)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.install(app, "light")
    with TemporaryDirectory() as state:
        memory = Memory(Path(state) / "state.ini")
        shell = Shell(Desk(clock=context.clock, memory=memory, documents=context.paths.documents), file_name=path.name)
        file = OfficeFile.open(path, clock=context.clock, who=context.who)
        attach(shell, file)
        try:
            coming, held = sessions_to_show(shell.desk.facts, context.today)
            return save_all(shell, folder, shots(coming, held)) + save_dialogs(shell.desk, folder, coming)
        finally:
            shell.close()
            file.close()


def sessions_to_show(facts: Facts, on: dt.date) -> tuple[str, str]:
    """The next session to come, and the last one held."""
    sessions = [one for one in facts.sessions if one.body in ("bch", "btv")]
    coming = next(one for one in sessions if one.start.date() > on)
    return coming.id, sessions[sessions.index(coming) - 1].id


def _without_size_hints(_kind: object, _where: object, message: str) -> None:
    """The offscreen window system says of every window that it cannot pass on size hints."""
    if "propagateSizeHints" not in message:
        print(message, file=sys.stderr)
