"""The count of a ballot and what follows from it: differences judged, the session it goes to, report, conclusion."""

import datetime as dt
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.findings import Finding
from desktop.domain.records import Ballot
from desktop.domain.rules import ballot_reported
from desktop.qt.boxes import STRETCH, column, empty, label, row
from desktop.qt.buttons import ArticleLink, Button
from desktop.qt.fields import Combo, DateField, Field, RadioCards, TextArea
from desktop.qt.marks import MarkLine, Pill
from desktop.qt.notices import CountBar
from desktop.qt.pages import SidePanel
from desktop.screens.base.desk import Desk
from desktop.screens.base.live import refill
from desktop.usecases.ballots import findings as ballot_findings
from desktop.usecases.ballots import follow as ballot_follow
from desktop.usecases.ballots import rows as ballots
from desktop.usecases.ballots.follow import Next
from desktop.usecases.ballots.rows import Tally
from desktop.usecases.base import names
from desktop.usecases.base.said import said_of
from desktop.usecases.documents import of_records as record_documents
from desktop.usecases.today.rows import article_words


class CountBlock(QWidget):
    """How many approved of all members, the other figures as bars, and who has not answered by name."""

    def __init__(self) -> None:
        super().__init__()
        self.count, self.word, self.pill = label("", "count"), label("tán thành", "strong"), Pill()
        self.approve = CountBar("Tán thành", width=112)
        self.reject = CountBar("Không tán thành", tone="text2", width=112)
        self.other = CountBar("Ý kiến khác", tone="text2", width=112)
        self.void = CountBar("Không hợp lệ", tone="text3", width=112)
        self.silent = CountBar("Chưa về", tone="lines", width=112)
        self.note, self.names = label("", "caption", wrap=True), label("", "caption", wrap=True)
        self._questions = label("", "caption", wrap=True)
        bars = column(self.approve, self.reject, self.other, self.void, self.silent, gap=0)
        head = row(self.count, self.word, STRETCH, self.pill)
        self.setLayout(column(head, bars, column(self._questions, self.note, self.names, gap=0), gap=6))

    def show_count(self, count: Tally) -> None:
        self.count.setText(f"{count.approve}/{count.members}")
        self.pill.set(*pill_of(count))
        for bar, value in (
            (self.approve, count.approve), (self.reject, count.reject), (self.other, count.other),
            (self.void, len(count.void)), (self.silent, len(count.silent)),
        ):  # fmt: skip
            bar.set(value, count.members)
        self.void.setVisible(bool(count.void))
        self.note.setText("Phiếu chưa về không tính là tán thành." if count.silent else "Mọi ủy viên đã trả lời.")
        void = f" Không hợp lệ: {', '.join(one.name for one in count.void)}." if count.void else ""
        silent = f"Chưa về: {', '.join(one.name for one in count.silent)}." if count.silent else ""
        self.names.setText(f"{silent}{void}".strip())
        self.names.setVisible(bool(silent or void))
        parts = [f"câu {place}: {value}" for place, (_, value) in enumerate(count.by_question, 1)]
        self._questions.setText(f"Tán thành từng câu: {', '.join(parts)}; tính theo câu thấp nhất." if parts else "")
        self._questions.setVisible(bool(parts))


def pill_of(count: Tally) -> tuple[str, str]:
    """`Quá 1/2, cần 7`; nothing where neither the text nor the office names a share."""
    if count.verdict is None or count.needed is None or count.share is None:
        return "", ""
    said = {"met": "", "due": "chưa ", "breach": "không "}.get(count.verdict)
    passed = f"Chưa rõ {count.share.plain}" if said is None else vi.capital(f"{said}{count.share.reached}")
    return count.verdict, f"{passed}, cần {count.needed}"


class DifferencesBlock(QWidget):
    """Whether opinions differ on something important: who judged, when, why; then the agenda of a session.

    `judged` carries the whole judgement · `referred` the id of the session chosen.
    """

    judged = Signal(bool, object, object, str)
    referred = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ballot: Ballot | None = None
        self.pending = False
        self.ask = label("Có ý kiến khác nhau về vấn đề quan trọng không? Thường trực xem xét, quyết định.", wrap=True)
        self.choice = RadioCards("", [("no", "Không", ""), ("yes", "Có, đưa ra hội nghị", "")], name="Ý kiến khác nhau")
        self.by = Combo("Người quyết định", empty="Chưa chọn")
        self.day = DateField("Ngày", today=desk.today)
        self.reason = TextArea("Lý do", lines=2)
        self.session = Combo("", empty="Chưa chọn", name="Hội nghị")
        self.put = Button("Đưa vào chương trình", icon="mdi6.calendar-import", run=self._put)
        self.day.setFixedWidth(122)
        self.setLayout(
            column(self.ask, self.choice, row((self.by, 1), self.day), self.reason, self.session,
                   row(self.put, STRETCH), gap=8)
        )  # fmt: skip
        for field in (self.choice, self.by, self.day, self.reason):
            field.saved.connect(lambda _: self._judge())

    def fields(self) -> dict[str, Field[Any]]:
        return {"by": self.by, "on": self.day, "judged_reason": self.reason, "meeting": self.session}

    def show_ballot(self, ballot: Ballot, next_: Next, *, anew: bool) -> None:
        self._ballot = ballot
        facts = self._desk.facts
        if anew:
            self.pending = False
        self.by.set_options(names.options(facts, ballot_follow.judges(facts, ballot, self._desk.today)))
        self.session.set_options([(one.id, f"{one.words}, mục {one.number}") for one in next_.sessions])
        self._say(ballot, next_)
        if not self.pending:
            self._fill(ballot, next_, anew=anew)
        self._arrange(ballot)

    def _fill(self, ballot: Ballot, next_: Next, *, anew: bool) -> None:
        judged = ballot.differences_judged
        self.choice.set_value(None if judged is None else "yes" if ballot.important_differences else "no")
        refill(self.by, judged.by if judged else None, anew=anew)
        refill(self.day, (judged.on if judged else None) or self._desk.today, anew=anew)
        refill(self.reason, judged.reason if judged else "", anew=anew)
        nearest = next_.sessions[0].id if next_.sessions else None
        refill(self.session, next_.chosen or self.session.value() or nearest, anew=anew)

    def _say(self, ballot: Ballot, next_: Next) -> None:
        self.choice.set_words("no", "Ban hành như nghị quyết của hội nghị")
        chosen = next((one for one in next_.sessions if one.id == next_.chosen), None)
        if chosen:
            number = ballot_follow.item_number(self._desk.facts, chosen.id, ballots.title_of(ballot))
            self.choice.set_words("yes", f"Đã đưa vào {chosen.words}, mục {number or chosen.number}")
        elif next_.sessions:
            nearest = next_.sessions[0]
            self.choice.set_words("yes", f"{nearest.words}, thêm mục {nearest.number}")
        else:
            self.choice.set_words("yes", "Chưa xếp lịch hội nghị nào sắp tới")

    def _arrange(self, ballot: Ballot) -> None:
        important = self.choice.read() == "yes"
        self.session.setVisible(important and bool(self.session.box.count() > 1))
        self.put.setVisible(important)
        done = bool(ballot.referred_to) and self.session.value() == ballot.referred_to
        self.put.setText("Đổi hội nghị" if ballot.referred_to else "Đưa vào chương trình")
        self.put.setEnabled(not done)

    def _judge(self) -> None:
        """Told once somebody is named: a judgement is a person's."""
        if self._ballot is None or self.choice.read() is None:
            return
        self.pending = True
        self._arrange(self._ballot)
        important = self.choice.read() == "yes"
        if self.by.value() is None:
            self.by.set_error("Chọn người đã xem xét, quyết định.")
            return
        if important and not self.reason.value():
            self.reason.set_error("Ghi ý kiến khác nhau về điều gì.")
            return
        self.judged.emit(important, self.by.value(), self.day.value(), self.reason.value())

    def _put(self) -> None:
        if self.by.commit() and self.reason.commit() and not self.pending:
            self.referred.emit(self.session.value() or "")
        else:
            self._judge()


class ReportBlock(QWidget):
    """The result told to a session, where the text asks for it; `reporting` carries the session chosen."""

    reporting = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.line = MarkLine("", "", size=18)
        self.line.words.setWordWrap(True)
        self.session = Combo("Báo cáo tại", empty="Chưa chọn")
        self.put = Button("Đưa vào chương trình", icon="mdi6.calendar-import", run=self._put)
        self.setLayout(column(self.line, self.session, row(self.put, STRETCH), gap=8))

    def show_ballot(self, ballot: Ballot, next_: Next, finding: Finding | None) -> None:
        self.line.set(finding.verdict if finding else "", finding.text if finding else "",
                      said_of(finding) if finding else "")  # fmt: skip
        self.session.set_options([(one.id, f"{one.words}, mục {one.number}") for one in next_.sessions])
        nearest = next_.sessions[0].id if next_.sessions else None
        self.session.set_value(next_.chosen or nearest)
        self.session.setVisible(bool(next_.sessions))
        self.put.setEnabled(not ballot.reported_at or self.session.value() != ballot.reported_at)

    def _put(self) -> None:
        self.reporting.emit(self.session.value() or "")


class ResultPanel(SidePanel):
    """The right pane of the page; it only asks, the page does."""

    closing = Signal(object)
    concluded = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.count = CountBlock()
        self.differences = DifferencesBlock(desk)
        self.report = ReportBlock(desk)
        self.close_ = Button("Chốt kiểm phiếu", icon="mdi6.lock-check-outline", kind="small", run=self._close)
        self.closed_on = label("", "second", wrap=True)
        self.conclusion = TextArea("Kết luận", lines=3)
        self.silence = label("", "caption", wrap=True)
        self.next_title = label("Việc tiếp theo", "section")
        self.add(column(label("Kết quả kiểm phiếu", "section"), self.count, gap=8))
        self._article = row(gap=4)
        self.add(
            column(row(self.next_title, STRETCH, self._article), self.differences, self.report, self.silence, gap=8)
        )
        self.add(column(row((self.closed_on, 1), self.close_), self.conclusion, gap=8))
        self.conclusion.saved.connect(lambda text: self.concluded.emit(str(text)))

    def _close(self) -> None:
        self.closing.emit(self._desk.today)

    def show_ballot(self, ballot: Ballot, count: Tally, *, anew: bool) -> None:
        facts, today = self._desk.facts, self._desk.today
        self.count.show_count(count)
        self.close_.setVisible(ballot.closed is None)
        issued = "; ".join(paper.symbol for paper in record_documents.of_ballot(facts, ballot))
        closed = closing_words(ballot, today)
        self.closed_on.setText(f"{closed}; văn bản {issued}" if issued else closed)
        judged = ballot_findings.judge(facts, ballot, today)
        referral, report = (find(facts, ballot, today) for find in (ballot_follow.referral, ballot_follow.report))
        self.differences.setVisible(referral.ruling is not None)
        if referral.ruling:
            self.differences.show_ballot(ballot, referral, anew=anew)
        self.report.setVisible(report.ruling is not None)
        if report.ruling:
            self.report.show_ballot(ballot, report, judged.get(ballot_reported.RULE.id))
        silent = referral.ruling is None
        self.silence.setText(f"Ý kiến khác nhau, đưa ra hội nghị: {vi.SILENT[:1].lower()}{vi.SILENT[1:]}.")
        self.silence.setVisible(silent)
        empty(self._article)
        ruling = referral.ruling or report.ruling
        if ruling:
            link = ArticleLink(article_words(ruling.cite))
            link.clicked.connect(lambda: self._desk.show_article(ruling.cite))
            self._article.addWidget(link)
        refill(self.conclusion, ballot.conclusion, anew=anew)

    def fields(self) -> dict[str, Field[Any]]:
        return {**self.differences.fields(), "conclusion": self.conclusion}


def closing_words(ballot: Ballot, today: dt.date) -> str:
    if ballot.closed is not None:
        return f"Đã chốt kiểm phiếu {vi.day(ballot.closed)}"
    return f"Hạn {vi.day_short(ballot.due, today)}, {vi.distance(ballot.due, today)}" if ballot.due else ""
