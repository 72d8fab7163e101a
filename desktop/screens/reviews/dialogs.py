"""The dialogs of Kiểm điểm, tín nhiệm: one review, and one question with its answer."""

import datetime as dt
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.records import Questioning, Review, ReviewKind
from desktop.qt.fields import Combo, DateField, TextArea
from desktop.screens.base.desk import Change, Desk
from desktop.screens.directory.dialogs import SmallDialog
from desktop.usecases.base import names
from desktop.usecases.reviews import edits as review_edits
from desktop.usecases.reviews import rows as reviews

KINDS: tuple[tuple[str, str], ...] = tuple(reviews.KIND.items())


def people_options(desk: Desk) -> list[tuple[str, str]]:
    return names.everyone(desk.facts)


class ReviewDialog(SmallDialog):
    """Enters a review, held or planned, or amends the one handed in; its kind is chosen only once."""

    def __init__(
        self,
        desk: Desk,
        *,
        review: Review | None = None,
        kind: ReviewKind = "annual-review",
        subject: str = "",
        session: str = "",
        day: dt.date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = "Sửa kiểm điểm, tín nhiệm" if review else "Ghi kiểm điểm, tín nhiệm"
        super().__init__(desk, title, "Ghi", "", parent)
        self.review = review
        bodies = [(code, vi.BODY[code]) for code in vi.BODY]
        self.kind = Combo("Loại", KINDS)
        self.subject = Combo("Tập thể, cá nhân", [*bodies, *people_options(desk)], empty="Không riêng ai",
                             searchable=True)  # fmt: skip
        self.date = DateField("Ngày", today=desk.today, required=True)
        self.session = Combo("Đưa ra hội nghị", (), empty="Chưa đưa ra", searchable=True)
        self.sent_up = DateField("Gửi cấp trên ngày", today=desk.today, placeholder="Chưa gửi")
        self.suggested = TextArea("Nội dung cấp trên gợi ý", lines=2)
        self.outcome = TextArea("Kết quả", lines=3)
        self.lay_out(self.kind, (self.subject, self.date), self.session, self.sent_up, self.suggested, self.outcome)
        self.setMinimumWidth(540)
        self._fill(review or Review(id="", kind=kind, subject=subject, date=day or desk.today,
                                    reported_at=session or None))  # fmt: skip
        self.kind.set_enabled(review is None)
        self.kind.saved.connect(lambda _kind: self._fit())

    def _fill(self, one: Review) -> None:
        self.kind.set_value(one.kind)
        self._fit()
        for field, value in (
            (self.subject, one.subject or None), (self.date, one.date), (self.session, one.reported_at),
            (self.sent_up, one.sent_up), (self.suggested, one.suggested), (self.outcome, one.result),
        ):  # fmt: skip
            field.set_value(value)

    def _kind(self) -> ReviewKind | None:
        return next((code for code in reviews.KIND if code == self.kind.value()), None)

    def _fit(self) -> None:
        """What a kind has no use for is not asked."""
        kind = self._kind()
        of_session = kind in reviews.OF_SESSION
        self.session.set_label("Tại hội nghị" if of_session else "Đưa ra hội nghị")
        self.session.set_options(reviews.sessions(self.desk.facts, kind))
        self.subject.setVisible(kind != "questioning")
        self.sent_up.setVisible(not of_session)
        self.suggested.setVisible(kind in ("annual-review", "term-review"))

    def draft(self) -> Review:
        return replace(
            self.review or Review(id=""),
            kind=self._kind(),
            subject=self.subject.value() or "",
            date=self.date.value(),
            reported_at=self.session.value(),
            sent_up=self.sent_up.value(),
            suggested=self.suggested.value(),
            result=self.outcome.value(),
        )

    def change(self) -> tuple[str, Change]:
        draft, facts, today = self.draft(), self.desk.facts, self.desk.today
        name = reviews.KIND[draft.kind] if draft.kind else "Kiểm điểm"
        if self.review:
            edit = partial(review_edits.amend, facts=facts, review=self.review, after=draft, on=today)
            return f"Sửa {name[:1].lower()}{name[1:]}", edit
        return name, partial(review_edits.add, facts=facts, draft=draft, on=today)


class QuestionDialog(SmallDialog):
    """One question put to a member, and the answer; amends the one at a place among the review's."""

    def __init__(
        self, desk: Desk, review: Review, place: int | None = None, *, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        super().__init__(desk, "Chất vấn", "Ghi", "", parent)
        self.review, self._place = review, place
        people = people_options(desk)
        self.asker = Combo("Người chất vấn", people, empty="Không ghi tên", searchable=True)
        self.answerer = Combo("Người trả lời", people, empty="Chưa chọn", searchable=True)
        self.question = TextArea("Nội dung chất vấn", lines=3)
        self.answer = TextArea("Trả lời", lines=4, placeholder="Chưa trả lời")
        self.lay_out((self.asker, self.answerer), self.question, self.answer)
        self.setMinimumWidth(540)
        subject = review.subject if desk.facts.person(review.subject) else None
        held = review.questions[place] if place is not None else Questioning(answerer=subject)
        for field, value in (
            (self.asker, held.asker), (self.answerer, held.answerer),
            (self.question, held.question), (self.answer, held.answer),
        ):  # fmt: skip
            field.set_value(value)

    def change(self) -> tuple[str, Change]:
        asked = Questioning(
            asker=self.asker.value(),
            answerer=self.answerer.value(),
            question=self.question.value(),
            answer=self.answer.value(),
        )
        return "Ghi chất vấn", partial(
            review_edits.put_question,
            facts=self.desk.facts,
            review=self.review,
            place=self._place,
            asked=asked,
            on=self.desk.today,
        )
