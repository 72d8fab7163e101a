"""The tab Sơ kết, tổng kết: resolutions and directives with who leads them and the reviews they are due."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.findings import Cite
from desktop.domain.records import Directive, DirectiveReview
from desktop.qt.boxes import STRETCH, column, holder, label, row
from desktop.qt.buttons import Button, Link, small_link
from desktop.qt.marks import Mark
from desktop.qt.model import Column, GroupRow, button_column, mark_column
from desktop.screens.base.blocks import block
from desktop.screens.base.filters import Choice, Search
from desktop.screens.base.record_tab import Begin, Listed, Nothing, RecordTab
from desktop.screens.base.screen import Width
from desktop.screens.base.show import judged, word
from desktop.screens.base.tab import grouped
from desktop.screens.directives.dialogs import DirectiveDialog, DirectiveReviewDialog
from desktop.usecases.directives import rows as directives
from desktop.usecases.directives.rows import DirectiveRow
from desktop.usecases.tasks import rows as tasks


class DirectivesTab(RecordTab[DirectiveRow]):
    key = "directives"
    FILTERS: ClassVar = {
        "state": Choice("Tình trạng", 196, tuple(directives.STATE.items()), "Mọi tình trạng"),
        "unit": Choice("Cơ quan chủ trì, phối hợp", 190, empty="Mọi cơ quan", least=Width.NARROW),
    }
    SEARCH = Search("Tìm văn bản, cơ quan", 180)
    TABLE = Listed("Sơ kết, tổng kết", "Không có văn bản nào khớp bộ lọc.", least=240)
    LIST = "directives"
    NOTHING = Nothing(
        "mdi6.clipboard-list-outline",
        "Chưa có nghị quyết, chỉ thị nào",
        "Ghi văn bản, cơ quan chủ trì và hạn sơ kết, tổng kết; đến hạn sẽ hiện ở Hôm nay.",
    )
    BEGIN = Begin("Thêm nghị quyết, chỉ thị", "directives.add", "Thêm nghị quyết, chỉ thị…")
    UNCHOSEN = "Chưa chọn văn bản nào"

    def columns(self) -> tuple[Column, ...]:
        return (
            mark_column(lambda one: one.verdict, lambda one: word(one.verdict)),
            Column("Nghị quyết, chỉ thị", _name, second=_symbol, tip=lambda one: one.name),
            Column("Chủ trì", _lead, width=180, drop=1, second=_helpers, tone=_lead_tone, tip=_leads),
            Column("Việc tới", _coming, width=100, tone="text2"),
            Column("Hạn", _when, width=104, second=self._distance, second_tone=_late_tone),
            button_column(112),
        )

    def _distance(self, one: DirectiveRow) -> str:
        return vi.distance(one.next.due, self.desk.today) if one.next and one.next.due else ""

    def rows(self) -> tuple[DirectiveRow | GroupRow, ...]:
        facts, findings, text = self.desk.facts, self.desk.findings(), self.filters.text()
        self.filters["unit"].set_options(tasks.unit_options(facts))
        state, lead = self.filters.of("state"), self.filters.of("unit")
        rows = directives.rows(facts, findings, self.desk.today, state=state, lead=lead, text=text)
        return grouped(rows, lambda one: directives.STATE[one.state])

    # One of them

    def title(self, one: DirectiveRow) -> str:
        return one.directive.symbol or "Nghị quyết, chỉ thị"

    def show_one(self, one: DirectiveRow) -> None:
        day = one.directive.date
        about = label(f"Ban hành ngày {vi.day(day)}" if day else "Chưa ghi ngày ban hành", "caption")
        self.side.add(column(label(one.directive.title, "strong", wrap=True), about, gap=2))
        lead = [label(one.lead or "Chưa có cơ quan chủ trì", "body" if one.lead else "breach", wrap=True)]
        lead += [label(f"Phối hợp: {', '.join(one.with_)}", "second", wrap=True)] if one.with_ else []
        self.side.add(block("Chủ trì", [*lead, *self._judged(one, directives.LEAD)]))
        add = Link("Thêm lần sơ kết, tổng kết…", run=partial(self._plan, one.directive))
        lines = [self._review(one.directive, place) for place in range(len(one.directive.reviews))]
        self.side.add(block("Sơ kết, tổng kết", [*self._judged(one, directives.REVIEW), *lines, add]))
        done = Button("Ghi đã làm…", icon="mdi6.check", run=partial(self.hold, one.directive))
        amend = Button("Sửa…", run=partial(self._amend, one.directive))
        self.side.set_foot(*((done, amend) if one.next else (amend,)))

    def _judged(self, one: DirectiveRow, rule: str) -> list[QWidget]:
        found = (finding for finding in one.findings if finding.rule == rule)
        return [holder(judged(self.desk, finding, role="caption", gap=1)) for finding in found]

    def _review(self, one: Directive, place: int) -> QWidget:
        """One review: done or due, the papers that came of it, the ways to change it."""
        review, facts = one.reviews[place], self.desk.facts
        late = review.done is None and review.due is not None and review.due < self.desk.today
        state = "met" if review.done else "breach" if late else "due"
        head = row(Mark(state, _state_words(review, late), 16), (label(_said(review), wrap=True), 1), gap=8)
        parts: list[QWidget] = [holder(head)]
        for name, ident in (("Báo cáo", review.report), ("Thông báo", review.notice)):
            if words := directives.paper_words(facts, ident):
                shown = partial(self.desk.go, "documents", ident or "")
                parts.append(Link(f"{name} {words}", run=shown, role="link-caption"))
        if review.done and not (review.report and review.notice):
            parts.append(label(_lacking(review), "caption", wrap=True))
        name = f"{directives.review_words(review)} {place + 1}"
        amend = small_link("Sửa…", f"Sửa {name}", partial(self._amend_review, one, place))
        gone = small_link("Xóa", f"Xóa {name}", partial(self._remove_review, one, place))
        parts.append(holder(row(STRETCH, amend, gone, gap=12)))
        return holder(column(*parts, gap=2))

    # What is done

    def begin(self) -> None:
        dialog = DirectiveDialog(self.desk, parent=self)
        dialog.exec()
        if dialog.made:
            self.select(dialog.made)

    def _amend(self, one: Directive) -> None:
        DirectiveDialog(self.desk, directive=one, parent=self).exec()

    def _plan(self, one: Directive) -> None:
        DirectiveReviewDialog(self.desk, one, parent=self).exec()

    def _amend_review(self, one: Directive, place: int) -> None:
        DirectiveReviewDialog(self.desk, one, place, parent=self).exec()

    def _remove_review(self, one: Directive, place: int) -> None:
        today = self.desk.today
        change = partial(directives.remove_review, facts=self.desk.facts, directive=one, place=place, on=today)
        self.desk.do(f"Xóa một lần sơ kết, tổng kết: {one.symbol}", change, said="Đã xóa.", band=self.band)

    def action(self, one: DirectiveRow) -> str:
        return "Ghi đã làm" if one.next else ""

    def act(self, one: DirectiveRow) -> None:
        self.hold(one.directive)

    def hold(self, one: Directive) -> None:
        waiting = directives.next_of(one)
        place = one.reviews.index(waiting) if waiting else None
        DirectiveReviewDialog(self.desk, one, place, done=True, parent=self).exec()

    def delete(self, row: DirectiveRow) -> None:
        one = row.directive
        name = one.symbol or one.title
        self.desk.do(f"Xóa {name}", partial(directives.remove, directive=one), said=f"Đã xóa {name}.", band=self.band)

    def governing(self) -> tuple[Cite, ...]:
        one = self.current()
        return tuple(dict.fromkeys(finding.cite for finding in one.findings)) if one else ()


def _name(one: DirectiveRow) -> str:
    return one.directive.title or one.directive.symbol


def _symbol(one: DirectiveRow) -> str:
    day = one.directive.date
    symbol = one.directive.symbol if one.directive.title else ""
    return " · ".join(part for part in (symbol, vi.day(day) if day else "") if part)


def _helpers(one: DirectiveRow) -> str:
    return f"{len(one.with_)} cơ quan phối hợp" if one.with_ else ""


def _lead(one: DirectiveRow) -> str:
    return one.lead or "Chưa có"


def _leads(one: DirectiveRow) -> str:
    return "\n".join((one.lead or "Chưa có cơ quan chủ trì", *one.with_))


def _lead_tone(one: DirectiveRow) -> str:
    return "text2" if one.lead else "breach"


def _coming(one: DirectiveRow) -> str:
    if one.next:
        return directives.review_words(one.next)
    return "Đã xong" if one.directive.reviews else "Chưa xếp lịch"


def _when(one: DirectiveRow) -> str:
    return vi.day(one.next.due) if one.next and one.next.due else ""


def _late_tone(one: DirectiveRow) -> str:
    return "breach" if one.state == directives.LATE else "text2"


def _said(review: DirectiveReview) -> str:
    name = directives.review_words(review)
    due = f"hạn {vi.day(review.due)}" if review.due else "chưa đặt hạn"
    return f"{name} ngày {vi.day(review.done)}; {due}." if review.done else f"{name}: {due}."


def _state_words(review: DirectiveReview, late: bool) -> str:
    return "Đã làm" if review.done else "Quá hạn" if late else "Chưa làm"


def _lacking(review: DirectiveReview) -> str:
    lacking = [name for name, ident in (("báo cáo", review.report), ("thông báo", review.notice)) if not ident]
    return f"Chưa ghi {' và '.join(lacking)} kết quả."
