"""The dialogs of Kiểm điểm, tín nhiệm: one review, and one question with its answer."""

import datetime as dt
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.domain.records import Questioning, Review, ReviewKind
from desktop.screens.base.blocks import bodies
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.record_dialog import RecordDialog
from desktop.screens.base.record_fields import Ask
from desktop.usecases.base import names
from desktop.usecases.reviews import edits as review_edits
from desktop.usecases.reviews import rows as reviews

KINDS = tuple(reviews.KIND.items())


def people_options(desk: Desk) -> list[tuple[str, str]]:
    return names.everyone(desk.facts)


class ReviewDialog(RecordDialog[Review]):
    """Enters a review, held or planned, or amends the one handed in; its kind is chosen only once."""

    def __init__(
        self,
        desk: Desk,
        *,
        review: Review | None = None,
        kind: ReviewKind = "annual-review",
        subject: str = "",
        name: str = "",
        session: str = "",
        day: dt.date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = "Sửa kiểm điểm, tín nhiệm" if review else "Ghi kiểm điểm, tín nhiệm"
        super().__init__(desk, title, parent=parent)
        self.review = review
        own = bodies(desk.facts, kept=review.subject if review else None)
        self.ask(
            review or _begun(kind, subject, name, session, day or desk.today),
            Ask("kind", "Loại", KINDS),
            Ask("kind_name", "Tên riêng theo quy chế", empty="Không có"),
            (
                Ask("subject", "Tập thể, cá nhân", [*own, *people_options(desk)], "Không riêng ai", search=True),
                Ask("date", "Ngày", required=True),
            ),
            Ask("reported_at", "Đưa ra hội nghị", empty="Chưa đưa ra"),
            Ask("sent_up", "Gửi cấp trên ngày", hint="Chưa gửi"),
            Ask("suggested", "Nội dung cấp trên gợi ý", lines=2),
            Ask("result", "Kết quả", lines=3),
            width=540,
        )
        self._fit()
        self.fields["kind_name"].set_value(self.record.kind_name or None)
        self.fields["kind"].set_enabled(review is None)
        self.fields["kind"].saved.connect(lambda _kind: self._fit())
        self.fields["date"].saved.connect(lambda _day: self._offer_names())

    def _fit(self) -> None:
        """What a kind has no use for is not asked."""
        kind: ReviewKind | None = self.fields["kind"].value()
        of_session = kind in reviews.OF_SESSION
        session = self.fields.choice("reported_at")
        session.set_label("Tại hội nghị" if of_session else "Đưa ra hội nghị")
        session.set_options(reviews.sessions(self.desk.facts, kind))
        self._offer_names()
        self.fields["subject"].setVisible(kind != "questioning")
        self.fields["sent_up"].setVisible(not of_session)
        self.fields["suggested"].setVisible(kind in ("annual-review", "term-review"))

    def _offer_names(self) -> None:
        """The names that the regulation of that day has for ratings of its own."""
        day, kind = self.fields["date"].value() or self.desk.today, self.fields["kind"].value()
        names = reviews.names(self.desk.facts, kind, day, self.record.kind_name)
        self.fields.choice("kind_name").set_options(names)
        self.fields["kind_name"].setVisible(bool(names))

    def change(self) -> tuple[str, Change]:
        draft, facts, today = self.draft(), self.desk.facts, self.desk.today
        name = draft.kind_name or (reviews.KIND[draft.kind] if draft.kind else "Kiểm điểm")
        if self.review:
            edit = partial(review_edits.amend, facts=facts, review=self.review, after=draft, on=today)
            return f"Sửa {name[:1].lower()}{name[1:]}", edit
        return name, partial(review_edits.add, facts=facts, draft=draft, on=today)


def _begun(kind: ReviewKind, subject: str, name: str, session: str, day: dt.date) -> Review:
    return Review(id="", kind=kind, kind_name=name, subject=subject, date=day, reported_at=session or None)


class QuestionDialog(RecordDialog[Questioning]):
    """One question put to a member, and the answer; amends the one at a place among the review's."""

    def __init__(self, desk: Desk, review: Review, place: int | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Chất vấn", parent=parent)
        self.review, self._place = review, place
        people = people_options(desk)
        subject = review.subject if desk.facts.person(review.subject) else None
        self.ask(
            review.questions[place] if place is not None else Questioning(answerer=subject),
            (
                Ask("asker", "Người chất vấn", people, "Không ghi tên"),
                Ask("answerer", "Người trả lời", people, "Chưa chọn"),
            ),
            Ask("question", "Nội dung chất vấn", lines=3),
            Ask("answer", "Trả lời", lines=4, hint="Chưa trả lời"),
            width=540,
        )

    def change(self) -> tuple[str, Change]:
        return "Ghi chất vấn", partial(
            review_edits.put_question,
            facts=self.desk.facts,
            review=self.review,
            place=self._place,
            asked=self.draft(),
            on=self.desk.today,
        )
