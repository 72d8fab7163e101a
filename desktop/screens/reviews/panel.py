"""One review beside the list: what the regulation asks, the steps done, what came of it, votes, questions."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.findings import Cite
from desktop.domain.records import Review
from desktop.qt.boxes import STRETCH, column, holder, label, row
from desktop.qt.buttons import Button, Link
from desktop.qt.marks import Mark
from desktop.qt.pages import SidePanel
from desktop.qt.table import Column, Table
from desktop.screens.base.blocks import block
from desktop.screens.base.desk import Desk
from desktop.screens.base.show import judged
from desktop.screens.reviews.dialogs import QuestionDialog, ReviewDialog
from desktop.screens.reviews.scores import ScoresDialog
from desktop.usecases.reviews import edits as review_edits
from desktop.usecases.reviews import rows as reviews
from desktop.usecases.reviews.rows import ReviewRow

SCORES = (
    Column("Họ và tên", lambda one: one[0], sortable=False, tip=lambda one: one[0]),
    Column("Cao", lambda one: str(one[1]), width=42, align="right", sortable=False),
    Column("TN", lambda one: str(one[2]), width=36, align="right", sortable=False),
    Column("Thấp", lambda one: str(one[3]), width=46, align="right", sortable=False),
)


class ReviewActs:
    """What is done with a review from the list, the panel and the commands."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self.desk, self._parent = desk, parent

    def enter(self, one: ReviewRow | None = None) -> None:
        """A new review; of a duty with its kind and body already chosen, of a session's questioning with its day."""
        session = one.session if one else None
        ReviewDialog(
            self.desk, kind=one.kind if one else "annual-review", subject=one.subject if one else "",
            name=one.name if one else "", session=session.id if session else "",
            day=session.start.date() if session else None, parent=self._parent,
        ).exec()  # fmt: skip

    def amend(self, review: Review) -> None:
        ReviewDialog(self.desk, review=review, parent=self._parent).exec()

    def scores(self, review: Review) -> None:
        ScoresDialog(self.desk, review, parent=self._parent).exec()

    def question(self, review: Review, place: int | None = None) -> None:
        QuestionDialog(self.desk, review, place, parent=self._parent).exec()

    def drop_question(self, review: Review, place: int) -> None:
        edit = partial(review_edits.remove_question, facts=self.desk.facts, review=review, place=place,
                       on=self.desk.today)  # fmt: skip
        self.desk.do("Xóa một chất vấn", edit, said="Đã xóa chất vấn.")

    def held_today(self, one: ReviewRow, subjects: Sequence[str]) -> None:
        edit = partial(review_edits.hold, facts=self.desk.facts, kind=one.kind, subjects=subjects,
                       day=self.desk.today, on=self.desk.today)  # fmt: skip
        self.desk.do(f"{reviews.KIND[one.kind]}: {one.title}", edit, said=f"Đã ghi {one.title}.")

    def sent_today(self, review: Review) -> None:
        edit = partial(review_edits.send_up, facts=self.desk.facts, review=review, day=self.desk.today,
                       on=self.desk.today)  # fmt: skip
        self.desk.do("Ghi đã gửi cấp trên", edit, said=f"Đã gửi cấp trên {vi.day(self.desk.today)}.")

    def remove(self, review: Review) -> None:
        name = reviews.KIND[review.kind] if review.kind else "Kiểm điểm"
        self.desk.do(f"Xóa {name[:1].lower()}{name[1:]}", partial(review_edits.remove, review=review),
                     said=f"Đã xóa {name[:1].lower()}{name[1:]}.")  # fmt: skip


class ReviewPanel(SidePanel):
    def __init__(self, desk: Desk, acts: ReviewActs) -> None:
        super().__init__()
        self._desk, self._acts = desk, acts
        self._cites: tuple[Cite, ...] = ()

    def governing(self) -> tuple[Cite, ...]:
        return self._cites

    def show_row(self, one: ReviewRow | None) -> None:
        self.begin(reviews.KIND[one.kind] if one else "Chưa chọn việc nào")
        self._cites = ()
        if one is None:
            return
        self.add(column(label(one.title, "strong", wrap=True), *self._judged(one), gap=6))
        if one.people:
            self._show_people(one)
        elif one.review:
            self._show_review(one, one.review)
        elif one.session:
            self._show_session(one)
        self._add_foot(one)

    def _judged(self, one: ReviewRow) -> list[QWidget]:
        finding = one.finding
        if finding is None:
            said = "Quy chế yêu cầu từng ủy viên tự kiểm điểm; xem kết quả ở từng người." if one.people else ""
            return [label(said, "second", wrap=True)] if said else []
        self._cites = (finding.cite,)
        return [holder(judged(self._desk, finding))]

    # A review

    def _show_review(self, one: ReviewRow, review: Review) -> None:
        self.add(block("Các bước", self._steps(one, review)))
        if review.suggested:
            self.add(block("Cấp trên gợi ý", [label(review.suggested, wrap=True)]))
        if review.kind == "confidence-vote":
            self.add(block("Kết quả phiếu", self._scores(review)))
        if review.kind == "questioning":
            self.add(block("Chất vấn, trả lời", self._questions(review)))
        if review.result:
            self.add(block("Kết quả", [label(review.result, wrap=True)]))
        for other in one.reviews[:-1]:
            when = vi.day(other.date) if other.date else "chưa ghi ngày"
            self.add(Link(f"Lần khác trong kỳ: {when}", run=partial(self._acts.amend, other)))

    def _steps(self, one: ReviewRow, review: Review) -> list[QWidget]:
        """The day, the session, the sending up; what is asked and lacking is said as such."""
        desk, today = self._desk, self._desk.today
        day, session = review.date, desk.facts.meeting(review.reported_at)
        lacking = " ".join(reviews.lacking(desk.facts, one, today))
        held = day is not None and day <= today
        lines = [_step(held, f"{'Ngày' if held else 'Đã xếp ngày'} {vi.day(day)}" if day else "Chưa ghi ngày")]
        if session:
            link = Link(f"{_told(review)} {session.title or vi.kind_of(session)}",
                        run=partial(desk.go, "meetings", session.id))  # fmt: skip
            link.setWordWrap(True)
            lines.append(_marked(session.start.date() <= today, link))
        elif "hội nghị" in lacking:
            lines.append(_step(False, "Chưa đưa ra hội nghị góp ý"))
        if review.sent_up:
            lines.append(_step(True, f"Gửi cấp trên {vi.day(review.sent_up)}"))
        elif "cấp trên" in lacking:
            lines.append(_step(False, "Chưa gửi cấp trên"))
        return lines

    def _scores(self, review: Review) -> list[QWidget]:
        most = reviews.present(self._desk.facts, review)
        if not review.scores:
            return [label(f"Chưa ghi kết quả; {most} người bỏ phiếu.", "second", wrap=True)]
        rows = [(_name(self._desk, one.person), one.high, one.middle, one.low) for one in review.scores]
        table = Table(SCORES, name="Kết quả phiếu tín nhiệm", row_height=28, bare=True, row_key=lambda one: one[0])
        table.set_rows(rows)
        table.setFixedHeight(28 * (len(rows) + 1) + 4)
        return [table, label(f"Số người bỏ phiếu: {most}. TN: tín nhiệm.", "caption")]

    def _questions(self, review: Review) -> list[QWidget]:
        lines: list[QWidget] = []
        for place, one in enumerate(review.questions):
            asker = _name(self._desk, one.asker) or "Không ghi tên"
            head = label(f"{asker} hỏi {_name(self._desk, one.answerer)}", "strong", wrap=True)
            answer = label(one.answer or "Chưa trả lời.", "body" if one.answer else "second", wrap=True)
            amend = Link("Sửa…", run=partial(self._acts.question, review, place), role="link-caption")
            gone = Link("Xóa", run=partial(self._acts.drop_question, review, place), role="link-caption")
            links = holder(row(STRETCH, amend, gone, gap=12))
            lines.append(holder(column(head, label(one.question, "second", wrap=True), answer, links, gap=2)))
        return [*lines, Link("Thêm chất vấn…", run=partial(self._acts.question, review))]

    # Members one by one; a session's questioning

    def _show_people(self, one: ReviewRow) -> None:
        desk = self._desk
        waiting = reviews.without(desk.facts, one, desk.today)
        if waiting:
            names = ", ".join(person.name for person in waiting)
            self.add(block(f"Chưa kiểm điểm {len(waiting)}", [label(names, wrap=True)]))
        done = [
            Link(f"{_name(desk, each.subject)}, {vi.day(each.date) if each.date else ''}",
                 run=partial(self._acts.amend, each))
            for each in one.reviews
        ]  # fmt: skip
        if done:
            self.add(block(f"Đã kiểm điểm {len(done)}", done))

    def _show_session(self, one: ReviewRow) -> None:
        assert one.session is not None
        ident = one.session.id
        lines: list[QWidget] = [label(item.title, wrap=True) for item in one.items]
        self.add(
            block("Trong chương trình", [*lines, Link("Mở hội nghị", run=lambda: self._desk.go("meetings", ident))])
        )

    def _add_foot(self, one: ReviewRow) -> None:
        acts, review = self._acts, one.review
        if one.people:
            waiting = [person.id for person in reviews.without(self._desk.facts, one, self._desk.today)]
            if waiting:
                self.foot.addWidget(Button(f"Ghi {len(waiting)} người hôm nay", icon="mdi6.check",
                                           run=partial(acts.held_today, one, waiting)))  # fmt: skip
        elif review is None:
            text = "Ghi chất vấn…" if one.session else "Ghi đã làm…"
            self.foot.addWidget(Button(text, icon="mdi6.check", run=partial(acts.enter, one)))
        else:
            if review.kind == "confidence-vote":
                self.foot.addWidget(Button("Ghi phiếu…", run=partial(acts.scores, review)))
            self.foot.addWidget(Button("Sửa…", run=partial(acts.amend, review)))
            self.foot.addWidget(Button("Xóa", icon="mdi6.trash-can-outline", run=partial(acts.remove, review)))
        self.foot.addStretch(1)


def _told(review: Review) -> str:
    return "Tại" if review.kind in reviews.OF_SESSION else "Đưa ra"


def _name(desk: Desk, person: str | None) -> str:
    found = desk.facts.person(person)
    return found.name if found else ""


def _step(done: bool, words: str) -> QWidget:
    return _marked(done, label(words, "body" if done else "second", wrap=True))


def _marked(done: bool, words: QWidget) -> QWidget:
    mark = Mark("met" if done else "due", "Đã làm" if done else "Chưa làm", 16)
    return holder(row(column(1, mark, STRETCH, gap=0), (words, 1), gap=8))
