"""The dialogs of Sơ kết, tổng kết: a resolution or directive with who leads it, and one of its reviews."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.domain.records import Directive, DirectiveReview
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.record_dialog import RecordDialog
from desktop.screens.base.record_fields import Ask
from desktop.screens.base.unit_ticks import UnitTicks
from desktop.usecases.directives import rows as directives
from desktop.usecases.directory import units


class DirectiveDialog(RecordDialog[Directive]):
    """Adds a resolution or directive, or amends the one handed in."""

    def __init__(self, desk: Desk, *, directive: Directive | None = None, parent: QWidget | None = None) -> None:
        title = "Sửa nghị quyết, chỉ thị" if directive else "Thêm nghị quyết, chỉ thị"
        super().__init__(desk, title, parent=parent)
        self.directive = directive
        held = (directive.lead, *directive.with_) if directive else ()
        self.with_ = UnitTicks(units.standing(desk.facts, desk.today, keep=held), "Cơ quan phối hợp")
        self.ask(
            directive or Directive(id=""),
            (Ask("symbol", "Số, ký hiệu", hint="05-NQ/HU"), Ask("date", "Ngày ban hành")),
            Ask("title", "Trích yếu"),
            Ask("lead", "Cơ quan chủ trì", units.options(desk.facts, desk.today, keep=held), "Chưa chọn"),
            self.with_,
            width=520,
        )
        self.with_.set_value(self.record.with_)

    def draft(self) -> Directive:
        return replace(super().draft(), with_=self.with_.value())

    def change(self) -> tuple[str, Change]:
        draft, facts, today = self.draft(), self.desk.facts, self.desk.today
        name = draft.symbol or draft.title
        if self.directive:
            amend = partial(directives.amend, facts=facts, directive=self.directive, after=draft, on=today)
            return f"Sửa {name}", amend
        return f"Thêm {name}", partial(directives.add, facts=facts, draft=draft, on=today)


KINDS = tuple(directives.KIND.items())


class DirectiveReviewDialog(RecordDialog[DirectiveReview]):
    """Plans a review, or amends the one at a place among the directive's: its day, what came of it, its two papers."""

    def __init__(
        self,
        desk: Desk,
        directive: Directive,
        place: int | None = None,
        *,
        done: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        title = "Ghi đã sơ kết, tổng kết" if done else "Sơ kết, tổng kết"
        super().__init__(desk, title, "Ghi", directive.title or directive.symbol, parent)
        self.directive, self._place = directive, place
        held = directive.reviews[place] if place is not None else DirectiveReview()
        self.ask(
            replace(held, done=held.done or (desk.today if done else None)),
            (Ask("kind", "Việc", KINDS), Ask("due", "Hạn", hint="Chưa đặt hạn")),
            Ask("done", "Đã làm ngày", hint="Chưa làm"),
            Ask("report", "Báo cáo gửi cấp trên", directives.papers(desk.facts, "BC"), "Chưa ghi"),
            Ask("notice", "Thông báo kết quả", directives.papers(desk.facts, "TB"), "Chưa ghi"),
            width=480,
        )

    def change(self) -> tuple[str, Change]:
        review = self.draft()
        name = self.directive.symbol or self.directive.title
        return f"{directives.review_words(review)}: {name}", partial(
            directives.put_review,
            facts=self.desk.facts,
            directive=self.directive,
            place=self._place,
            review=review,
            on=self.desk.today,
        )
