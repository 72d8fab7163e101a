"""The form of a ballot: who is asked, why, on what, on whose word, from when to when; the four check lines under it."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.records import Ballot, Body
from desktop.domain.terms import FIELD, MATTER
from desktop.qt.boxes import STRETCH, column, empty, hairline, holder, label, row, scroll
from desktop.qt.fields import TextArea, form
from desktop.qt.marks import Mark
from desktop.qt.tips import set_tip
from desktop.screens.base.attachments import FilesButton
from desktop.screens.base.blocks import FROM_ABOVE, bodies
from desktop.screens.base.desk import Desk
from desktop.screens.base.live import on_typing
from desktop.screens.base.record_fields import Ask, RecordFields
from desktop.screens.base.show import ReasoningLink, article_link, word
from desktop.usecases.ballots import findings as ballot_findings
from desktop.usecases.ballots import rows as ballots
from desktop.usecases.ballots.findings import Check

_BODIES: tuple[Body, ...] = ("btv", "bch")
BODIES = tuple((code, vi.BODY[code]) for code in _BODIES)
MATTERS = tuple(MATTER.items())
REASONS = tuple(ballots.REASON.items())


class BallotFields(RecordFields[Ballot]):
    """The fields alone, for the page and for the dialog that starts a ballot."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(Ballot, desk.today)
        self._desk = desk
        self.ask(
            Ask("body", "Cơ quan được lấy ý kiến", BODIES),
            Ask("reason", FIELD["reason"], REASONS, "Chưa chọn"),
            Ask("matter", FIELD["matter"], MATTERS, "Chưa chọn"),
            Ask("directed_by", FIELD["directed_by"], (), "Chưa ghi"),
            Ask("sent", "Gửi ngày"),
            Ask("due", "Hạn trả", hint="Chưa đặt"),
            Ask("title", "Tên phiếu", hint="Nội dung trình, như ghi trên phiếu"),
        )
        self["questions"] = TextArea("Nội dung, mỗi dòng một câu", lines=4)

    def show_ballot(self, ballot: Ballot, *, anew: bool) -> None:
        self._name_bodies(ballot)
        self.fill(ballot, anew=anew, questions=lines_of(ballot))
        self.show_due_note(ballot)

    def _name_bodies(self, ballot: Ballot) -> None:
        facts = self._desk.facts
        asked = bodies(facts, _BODIES, ballot.body)
        held = {code: len(facts.members(code, ballot.sent)) for code, _ in asked}
        self.choice("body").set_options([(code, f"{words}, {held[code]} ủy viên") for code, words in asked])
        self.choice("directed_by").set_options(bodies(facts, FROM_ABOVE, ballot.directed_by))

    def show_due_note(self, ballot: Ballot) -> None:
        """No text names the day by which slips come back: it is the office's own."""
        own = ballot.due is not None and ballot.due == ballots.due_of(self._desk.facts, ballot.sent)
        self["due"].set_note(vi.BY_OFFICE if own else "")


def lines_of(ballot: Ballot) -> str:
    return "\n".join(question.text for question in ballot.questions)


class CheckLines(QWidget):
    """Mark and few words for each rule on starting a ballot; the article once under the lines that share it."""

    def __init__(self, desk: Desk, *, recorded: bool = False) -> None:
        """Of a ballot that is `recorded` each line can be opened to its reasoning."""
        super().__init__()
        self._desk, self._recorded = desk, recorded
        self.shown: tuple[Check, ...] = ()
        self._box = column(gap=6)
        self.setLayout(self._box)

    def show_checks(self, checks: list[Check]) -> None:
        if self.shown == tuple(checks):
            return
        self.shown = tuple(checks)
        empty(self._box)
        for index, check in enumerate(checks):
            self._box.addWidget(self._line(check))
            following = checks[index + 1].cite if index + 1 < len(checks) else None
            if check.cite is not None and check.cite != following:
                link = article_link(self._desk, check.cite)
                self._box.addLayout(row(24, (link, 1), gap=0))

    def _line(self, check: Check) -> QWidget:
        mark = Mark(check.verdict, word(check.verdict), 16)
        words = label(check.text, "body" if check.verdict else "second", wrap=True)
        why = [ReasoningLink(self._desk, check.finding)] if check.finding and self._recorded else []
        line = holder(row(column(mark, STRETCH, gap=0), (words, 1), *why, gap=8))
        set_tip(line, check.full)
        line.setAccessibleName(f"{word(check.verdict)}: {check.full}" if check.verdict else check.full)
        return line


class BallotForm(QWidget):
    """`saved` names the change and carries the ballot · `asked` the lines of the questions."""

    saved = Signal(str, object)
    asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ballot: Ballot | None = None
        self.fields_ = BallotFields(desk)
        self.checks = CheckLines(desk, recorded=True)
        one = self.fields_
        upper = (one["body"], one["reason"], one["matter"], one["directed_by"])
        lines = form(*upper, (one["sent"], one["due"]), one["questions"], one["title"])
        self.files = FilesButton(desk)
        files = row(self.files, STRETCH)
        inside = column(lines, files, hairline(), self.checks, STRETCH, gap=12, margins=(20, 12, 14, 12))
        self.setLayout(column(scroll(holder(inside)), gap=0))
        for name, field in one.items():
            field.saved.connect(lambda _, name=name: self._save(name))
            if name != "questions":
                on_typing(field, self._judge)

    def show_ballot(self, ballot: Ballot, *, anew: bool) -> None:
        self._ballot = ballot
        self.fields_.show_ballot(ballot, anew=anew)
        self.files.show_owner(ballot, ballots.title_of(ballot))
        self._show_checks(ballot)

    def _judge(self) -> None:
        """The lines follow what is typed before it is saved."""
        if self._ballot is not None:
            self._show_checks(self.fields_.typed(self._ballot))

    def _show_checks(self, ballot: Ballot) -> None:
        self.checks.show_checks(ballot_findings.checks(self._desk.facts, ballot, self._desk.today))

    def _save(self, name: str) -> None:
        if self._ballot is None:
            return
        if name == "questions":
            self.asked.emit(self.fields_["questions"].value().splitlines())
            return
        value = getattr(self.fields_.typed(self._ballot), name)
        self.saved.emit(_WHAT[name], replace(self._ballot, **{name: value}))


_WHAT = {
    "title": "Đổi tên phiếu",
    "body": "Đổi cơ quan được lấy ý kiến",
    "reason": "Ghi lý do xin ý kiến",
    "matter": "Ghi vấn đề xin ý kiến",
    "directed_by": "Ghi cơ quan chỉ đạo gửi phiếu",
    "sent": "Ghi ngày gửi phiếu",
    "due": "Ghi hạn trả phiếu",
}
