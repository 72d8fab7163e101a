"""The tab Sơ kết, tổng kết: resolutions and directives with who leads them and the reviews they are due."""

from functools import partial

from PySide6.QtWidgets import QLayout, QWidget

from desktop import vi
from desktop.domain.findings import Cite, Finding
from desktop.domain.records import Directive, DirectiveReview
from desktop.qt.boxes import STRETCH, column, empty, holder, label, row
from desktop.qt.buttons import Button, Link
from desktop.qt.commands import Command
from desktop.qt.fields import Combo
from desktop.qt.marks import Mark
from desktop.qt.pages import EmptyState
from desktop.qt.table import Column, Table
from desktop.screens.absences.parts import block
from desktop.screens.base.desk import Desk
from desktop.screens.base.show import grounds, mark_of, word
from desktop.screens.base.tab import DirectoryTab, grouped, keep_chosen, narrow, search_field
from desktop.screens.directives.dialogs import DirectiveDialog, DirectiveReviewDialog
from desktop.usecases.directives import rows as directives
from desktop.usecases.directives.rows import DirectiveRow
from desktop.usecases.tasks import rows as tasks


class DirectivesTab(DirectoryTab):
    key = "directives"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state = narrow(Combo("", tuple(directives.STATE.items()), empty="Mọi tình trạng", name="Tình trạng"), 196)
        self.unit = narrow(Combo("", (), empty="Mọi cơ quan", name="Cơ quan chủ trì, phối hợp"), 190)
        self.search = search_field("Tìm văn bản, cơ quan", 180)
        self.table = Table(self._columns(), name="Sơ kết, tổng kết", row_height=42, action=_action, least=240,
                           empty="Không có văn bản nào khớp bộ lọc.", memory=desk.state)  # fmt: skip
        add = Button("Thêm nghị quyết, chỉ thị", icon="mdi6.plus", kind="primary", run=self.begin)
        self.none = EmptyState(
            "mdi6.clipboard-list-outline", "Chưa có nghị quyết, chỉ thị nào",
            "Ghi văn bản, cơ quan chủ trì và hạn sơ kết, tổng kết; đến hạn sẽ hiện ở Hôm nay.", primary=add,
        )  # fmt: skip
        self.lay_out(holder(column((self.table, 1), (self.none, 1), gap=0)), self.state, self.unit, self.search)
        self.setFocusProxy(self.table)
        self.spare = (self.unit,)
        for field in (self.state, self.unit):
            field.saved.connect(self.refresh)
        self.search.line.textChanged.connect(self.refresh)
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self.show_side)
        self.table.acted.connect(lambda one: self.hold(one.directive))
        self.table.keyed.connect(lambda one, key: self.remove(one.directive) if key == "Delete" else None)

    def _columns(self) -> tuple[Column, ...]:
        today = self.desk.today
        return (
            Column("", lambda _: "", width=36, mark=lambda one: one.verdict, word=lambda one: word(one.verdict),
                   sortable=False),
            Column("Nghị quyết, chỉ thị", lambda one: one.directive.title or one.directive.symbol, second=_symbol,
                   tip=lambda one: one.name),
            Column("Chủ trì", lambda one: one.lead or "Chưa có", width=180, drop=1, second=_helpers,
                   tone=lambda one: "text2" if one.lead else "breach",
                   tip=lambda one: "\n".join((one.lead or "Chưa có cơ quan chủ trì", *one.with_))),
            Column("Việc tới", lambda one: directives.review_words(one.next) if one.next else _past(one), width=100,
                   tone="text2"),
            Column("Hạn", lambda one: _when(one.next), width=104,
                   second=lambda one: vi.distance(one.next.due, today) if one.next and one.next.due else "",
                   second_tone=lambda one: "breach" if one.state == directives.LATE else "text2"),
            Column("", lambda _: "", width=112, sortable=False),
        )  # fmt: skip

    def refresh(self, _value: object = None) -> None:
        facts = self.desk.facts
        self.unit.set_options(tasks.unit_options(facts))
        rows = directives.rows(
            facts, self.desk.findings(), self.desk.today, state=self.state.value() or "",
            lead=self.unit.value() or "", text=self.search.line.text(),
        )  # fmt: skip
        any_ = bool(facts.office.directives)
        self.table.setVisible(any_)
        self.none.setVisible(not any_)
        self.table.set_rows(grouped(rows, lambda one: directives.STATE[one.state]))
        keep_chosen(self.table)
        if self.table.current() is None:
            self._show(None)

    def select(self, record_id: str) -> None:
        self.search.set_value("")
        for field in (self.state, self.unit):
            field.set_value(None)
        self.refresh()
        self.table.select(record_id)

    # One of them

    def _show(self, one: DirectiveRow | None) -> None:
        self.side.clear()
        empty(self.side.foot)
        self.side.set_title(one.directive.symbol or "Nghị quyết, chỉ thị" if one else "Chưa chọn văn bản nào")
        if one is None:
            return
        day = one.directive.date
        about = label(f"Ban hành ngày {vi.day(day)}" if day else "Chưa ghi ngày ban hành", "caption")
        self.side.add(column(label(one.directive.title, "strong", wrap=True), about, gap=2))
        lead = [label(one.lead or "Chưa có cơ quan chủ trì", "body" if one.lead else "breach", wrap=True)]
        lead += [label(f"Phối hợp: {', '.join(one.with_)}", "second", wrap=True)] if one.with_ else []
        self.side.add(block("Chủ trì", [*lead, *self._judged(one, directives.LEAD)]))
        add = Link("Thêm lần sơ kết, tổng kết…", run=partial(self._plan, one.directive))
        lines = [self._review(one.directive, place) for place in range(len(one.directive.reviews))]
        self.side.add(block("Sơ kết, tổng kết", [*self._judged(one, directives.REVIEW), *lines, add]))
        if one.next:
            self.side.foot.addWidget(Button("Ghi đã làm…", icon="mdi6.check", run=partial(self.hold, one.directive)))
        self.side.foot.addWidget(Button("Sửa…", run=partial(self._amend, one.directive)))
        self.side.foot.addStretch(1)

    def _judged(self, one: DirectiveRow, rule: str) -> list[QWidget]:
        return [holder(self._finding(finding)) for finding in one.findings if finding.rule == rule]

    def _finding(self, finding: Finding) -> QLayout:
        words = column(label(finding.text, "caption", wrap=True), grounds(self.desk, finding), gap=1)
        return row(column(1, mark_of(finding, 16), STRETCH, gap=0), (words, 1), gap=8)

    def _review(self, one: Directive, place: int) -> QWidget:
        """One review: done or due, the papers that came of it, the ways to change it."""
        review, facts = one.reviews[place], self.desk.facts
        late = review.done is None and review.due is not None and review.due < self.desk.today
        state = "met" if review.done else "breach" if late else "due"
        head = row(Mark(state, _state_words(review, late), 16), (label(_said(review), wrap=True), 1), gap=8)
        parts: list[QWidget] = [holder(head)]
        for name, ident in (("Báo cáo", review.report), ("Thông báo", review.notice)):
            if words := directives.paper_words(facts, ident):
                parts.append(Link(f"{name} {words}", run=partial(self.desk.go, "documents", ident or ""),
                                  role="link-caption"))  # fmt: skip
        if review.done and not (review.report and review.notice):
            parts.append(label(_lacking(review), "caption", wrap=True))
        name = f"{directives.review_words(review)} {place + 1}"
        amend = Link("Sửa…", run=partial(self._amend_review, one, place), role="link-caption")
        gone = Link("Xóa", run=partial(self._remove_review, one, place), role="link-caption")
        amend.setAccessibleName(f"Sửa {name}")
        gone.setAccessibleName(f"Xóa {name}")
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
        change = partial(directives.remove_review, facts=self.desk.facts, directive=one, place=place,
                         on=self.desk.today)  # fmt: skip
        self.desk.do(f"Xóa một lần sơ kết, tổng kết: {one.symbol}", change, said="Đã xóa.", band=self.band)

    def hold(self, one: Directive) -> None:
        waiting = directives.next_of(one)
        place = one.reviews.index(waiting) if waiting else None
        DirectiveReviewDialog(self.desk, one, place, done=True, parent=self).exec()

    def remove(self, one: Directive) -> None:
        name = one.symbol or one.title
        self.desk.do(f"Xóa {name}", partial(directives.remove, directive=one), said=f"Đã xóa {name}.", band=self.band)

    def primary(self) -> Button:
        return Button("Thêm nghị quyết, chỉ thị", icon="mdi6.plus", kind="primary", run=self.begin)

    def commands(self) -> tuple[Command, ...]:
        return (Command("directives.add", "Thêm nghị quyết, chỉ thị…", self.begin, "Ctrl+N", "mdi6.plus"),)

    def governing(self) -> tuple[Cite, ...]:
        one: DirectiveRow | None = self.table.current()
        return tuple(dict.fromkeys(finding.cite for finding in one.findings)) if one else ()


def _action(one: DirectiveRow) -> str:
    return "Ghi đã làm" if one.next else ""


def _symbol(one: DirectiveRow) -> str:
    day = one.directive.date
    symbol = one.directive.symbol if one.directive.title else ""
    return " · ".join(part for part in (symbol, vi.day(day) if day else "") if part)


def _helpers(one: DirectiveRow) -> str:
    return f"{len(one.with_)} cơ quan phối hợp" if one.with_ else ""


def _past(one: DirectiveRow) -> str:
    return "Đã xong" if one.directive.reviews else "Chưa xếp lịch"


def _when(review: DirectiveReview | None) -> str:
    return vi.day(review.due) if review and review.due else ""


def _said(review: DirectiveReview) -> str:
    name = directives.review_words(review)
    due = f"hạn {vi.day(review.due)}" if review.due else "chưa đặt hạn"
    return f"{name} ngày {vi.day(review.done)}; {due}." if review.done else f"{name}: {due}."


def _state_words(review: DirectiveReview, late: bool) -> str:
    return "Đã làm" if review.done else "Quá hạn" if late else "Chưa làm"


def _lacking(review: DirectiveReview) -> str:
    lacking = [name for name, ident in (("báo cáo", review.report), ("thông báo", review.notice)) if not ident]
    return f"Chưa ghi {' và '.join(lacking)} kết quả."
