"""The dialogs of Sơ kết, tổng kết: a resolution or directive with who leads it, and one of its reviews."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.records import Directive, DirectiveReview
from desktop.qt.boxes import column, holder
from desktop.qt.fields import Combo, DateField, TextField
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.unit_ticks import UnitTicks
from desktop.screens.directory.dialogs import SmallDialog
from desktop.usecases.directives import rows as directives
from desktop.usecases.directory import units


class DirectiveDialog(SmallDialog):
    """Adds a resolution or directive, or amends the one handed in."""

    def __init__(self, desk: Desk, *, directive: Directive | None = None, parent: QWidget | None = None) -> None:
        title = "Sửa nghị quyết, chỉ thị" if directive else "Thêm nghị quyết, chỉ thị"
        super().__init__(desk, title, "Ghi", "", parent)
        self.directive, self.made = directive, ""
        held = (directive.lead, *directive.with_) if directive else ()
        self.symbol = TextField("Số, ký hiệu", placeholder="05-NQ/HU")
        self.date = DateField("Ngày ban hành", today=desk.today)
        self.title = TextField("Trích yếu")
        offered = units.options(desk.facts, desk.today, keep=held)
        self.lead = Combo("Cơ quan chủ trì", offered, empty="Chưa chọn", searchable=True)
        self.with_ = UnitTicks(units.standing(desk.facts, desk.today, keep=held), "Cơ quan phối hợp")
        self.lay_out((self.symbol, self.date), self.title, self.lead)
        self.body.insertWidget(self.body.count() - 1, holder(column(self.with_)))
        self.setMinimumWidth(520)
        self._fill(directive or Directive(id=""))

    def _fill(self, one: Directive) -> None:
        self.symbol.set_value(one.symbol)
        self.date.set_value(one.date)
        self.title.set_value(one.title)
        self.lead.set_value(one.lead)
        self.with_.set_value(one.with_)

    def draft(self) -> Directive:
        return replace(
            self.directive or Directive(id=""),
            symbol=self.symbol.value(),
            date=self.date.value(),
            title=self.title.value(),
            lead=self.lead.value(),
            with_=self.with_.value(),
        )

    def change(self) -> tuple[str, Change]:
        draft, facts, today = self.draft(), self.desk.facts, self.desk.today
        name = draft.symbol or draft.title
        if self.directive:
            amend = partial(directives.amend, facts=facts, directive=self.directive, after=draft, on=today)
            return f"Sửa {name}", amend
        return f"Thêm {name}", self._add

    def _add(self, store: Any) -> None:  # noqa: ANN401 - the store, which screens do not know
        self.made = directives.add(store, facts=self.desk.facts, draft=self.draft(), on=self.desk.today).id


KINDS: tuple[tuple[str, str], ...] = tuple(directives.KIND.items())


class DirectiveReviewDialog(SmallDialog):
    """Plans a review, or amends the one at a place among the directive's: its day, what came of it, its two papers."""

    def __init__(
        self, desk: Desk, directive: Directive, place: int | None = None, *, done: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        title = "Ghi đã sơ kết, tổng kết" if done else "Sơ kết, tổng kết"
        super().__init__(desk, title, "Ghi", directive.title or directive.symbol, parent)
        self.directive, self._place = directive, place
        self.kind = Combo("Việc", KINDS)
        self.due = DateField("Hạn", today=desk.today, placeholder="Chưa đặt hạn")
        self.done_ = DateField("Đã làm ngày", today=desk.today, placeholder="Chưa làm")
        reports, notices = directives.papers(desk.facts, "BC"), directives.papers(desk.facts, "TB")
        self.report = Combo("Báo cáo gửi cấp trên", reports, empty="Chưa ghi", searchable=True)
        self.notice = Combo("Thông báo kết quả", notices, empty="Chưa ghi", searchable=True)
        self.lay_out((self.kind, self.due), self.done_, self.report, self.notice)
        held = directive.reviews[place] if place is not None else DirectiveReview(kind="so-ket")
        self._held = held
        self.kind.set_value(held.kind or "so-ket")
        self.due.set_value(held.due)
        self.done_.set_value(held.done or (desk.today if done else None))
        self.report.set_value(held.report)
        self.notice.set_value(held.notice)
        self.setMinimumWidth(480)

    def change(self) -> tuple[str, Change]:
        review = replace(
            self._held,
            kind=next((code for code in directives.KIND if code == self.kind.value()), None),
            due=self.due.value(),
            done=self.done_.value(),
            report=self.report.value(),
            notice=self.notice.value(),
        )
        name = self.directive.symbol or self.directive.title
        return f"{directives.review_words(review)}: {name}", partial(
            directives.put_review,
            facts=self.desk.facts,
            directive=self.directive,
            place=self._place,
            review=review,
            on=self.desk.today,
        )
