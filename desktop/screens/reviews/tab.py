"""The tab Kiểm điểm, tín nhiệm: what the regulation asks in a year, and every review on record."""

from desktop import vi
from desktop.domain.findings import Cite
from desktop.domain.records import Review
from desktop.qt.boxes import column, holder
from desktop.qt.buttons import Button
from desktop.qt.commands import Command
from desktop.qt.fields import Combo
from desktop.qt.pages import EmptyState
from desktop.qt.table import Column, Table
from desktop.screens.base.desk import Desk
from desktop.screens.base.tab import DirectoryTab, grouped, keep_chosen, narrow, search_field
from desktop.screens.reviews.dialogs import KINDS
from desktop.screens.reviews.panel import ReviewActs, ReviewPanel
from desktop.usecases.reviews import rows as reviews
from desktop.usecases.reviews.rows import ReviewRow


class ReviewsTab(DirectoryTab):
    key = "reviews"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.acts = ReviewActs(desk, self)
        self.side = self.panel = ReviewPanel(desk, self.acts)
        self.year = narrow(Combo("", name="Năm"), 114)
        self.kind = narrow(Combo("", KINDS, empty="Mọi loại", name="Loại"), 226)
        self.search = search_field("Tìm tập thể, người", 168)
        self.table = Table(self._columns(), name="Kiểm điểm, tín nhiệm", row_height=42, action=self._action, least=240,
                           empty="Không có việc nào khớp bộ lọc.", memory=desk.state)  # fmt: skip
        self.none = EmptyState(
            "mdi6.account-check-outline", "Chưa có kiểm điểm, tín nhiệm nào",
            "Quy chế không quy định kỳ nào cho năm này; ghi từng lần kiểm điểm, lấy phiếu tín nhiệm, chất vấn khi có.",
            primary=Button("Ghi kiểm điểm, tín nhiệm", icon="mdi6.plus", kind="primary", run=self.begin),
        )  # fmt: skip
        self.lay_out(holder(column((self.table, 1), (self.none, 1), gap=0)), self.year, self.kind, self.search)
        self.setFocusProxy(self.table)
        self.spare = (self.search,)
        for field in (self.year, self.kind):
            field.saved.connect(self.refresh)
        self.search.line.textChanged.connect(self.refresh)
        self.table.chosen.connect(self.panel.show_row)
        self.table.opened.connect(self._open)
        self.table.acted.connect(self._act)
        self.table.keyed.connect(self._keyed)

    def _columns(self) -> tuple[Column, ...]:
        today = self.desk.today
        return (
            Column("", lambda _: "", width=36, mark=lambda one: one.finding.verdict if one.finding else "",
                   word=lambda one: vi.said_of(one.finding) if one.finding else "", sortable=False),
            Column("Việc", lambda one: vi.capital(one.title), second=lambda one: self._second(one),
                   tip=lambda one: one.title),
            Column("Đã làm", self._held, width=104, tone="text2"),
            Column("Gửi cấp trên", self._sent, width=104, tone="text2", drop=1),
            Column("Hạn", lambda one: vi.day(one.finding.due) if one.finding and one.finding.due else "", width=104,
                   second=lambda one: self._distance(one),
                   second_tone=lambda one: "breach" if reviews.late(one, today) else "text2"),
            Column("", lambda _: "", width=116, sortable=False),
        )  # fmt: skip

    def _second(self, one: ReviewRow) -> str:
        lacking = reviews.lacking(self.desk.facts, one, self.desk.today)
        return vi.capital(", ".join(lacking)) if lacking else reviews.state(self.desk.facts, one, self.desk.today)

    def _held(self, one: ReviewRow) -> str:
        review = one.review
        if one.session and not review:
            return vi.day(one.session.start.date())
        return vi.day(review.date) if review and review.date and review.date <= self.desk.today else ""

    def _sent(self, one: ReviewRow) -> str:
        return vi.day(one.review.sent_up) if one.review and one.review.sent_up else ""

    def _distance(self, one: ReviewRow) -> str:
        """How far off, as long as it is not done."""
        finding = one.finding
        done = finding is None or finding.due is None or finding.verdict == "met"
        return "" if done or finding is None or finding.due is None else vi.distance(finding.due, self.desk.today)

    def _action(self, one: ReviewRow) -> str:
        if one.people:
            return "Ghi hôm nay" if reviews.without(self.desk.facts, one, self.desk.today) else ""
        if one.waiting:
            return "Ghi đã làm"
        if one.session and not one.reviews:
            return "Ghi chất vấn"
        lacking = reviews.lacking(self.desk.facts, one, self.desk.today)
        return "Đã gửi" if lacking == ["chưa gửi cấp trên"] else ""

    def refresh(self, _value: object = None) -> None:
        facts, today = self.desk.facts, self.desk.today
        years = reviews.years(facts, today)
        self.year.set_options([(str(one), f"Năm {one}") for one in years])
        if self.year.value() is None or int(self.year.value() or 0) not in years:
            self.year.set_value(str(today.year))
        rows = reviews.rows(
            facts, self.desk.findings(), today, year=int(self.year.value() or today.year),
            kind=self.kind.value() or "", text=self.search.line.text(),
        )  # fmt: skip
        any_ = bool(rows) or bool(self.kind.value()) or bool(self.search.line.text())
        self.table.setVisible(any_)
        self.none.setVisible(not any_)
        self.table.set_rows(grouped(rows, lambda one: reviews.KIND[one.kind]))
        keep_chosen(self.table)
        if self.table.current() is None:
            self.panel.show_row(None)

    def select(self, record_id: str) -> None:
        """A review by its id, or a duty by its rule and subject."""
        self.search.set_value("")
        self.kind.set_value(None)
        review = self.desk.facts.one(Review, record_id)
        if review and review.date:
            self.year.set_value(str(review.date.year))
        self.refresh()
        found = next((one for one in self._rows() if _answers(one, record_id)), None)
        self.table.select(found.id if found else record_id)

    def _rows(self) -> list[ReviewRow]:
        return [one for one in self.table.rows() if isinstance(one, ReviewRow)]

    # What is done

    def _act(self, one: ReviewRow) -> None:
        if one.people:
            waiting = [person.id for person in reviews.without(self.desk.facts, one, self.desk.today)]
            self.acts.held_today(one, waiting)
        elif one.review is None:
            self.acts.enter(one)
        else:
            self.acts.sent_today(one.review)

    def _open(self, one: ReviewRow) -> None:
        self.show_side()
        if one.review:
            self.acts.amend(one.review)
        elif not one.people:
            self.acts.enter(one)

    def _keyed(self, one: ReviewRow, key: str) -> None:
        if key == "Delete" and one.review:
            self.acts.remove(one.review)

    def begin(self) -> None:
        self.acts.enter()

    def primary(self) -> Button:
        return Button("Ghi kiểm điểm, tín nhiệm", icon="mdi6.plus", kind="primary", run=self.begin)

    def commands(self) -> tuple[Command, ...]:
        return (Command("reviews.add", "Ghi kiểm điểm, tín nhiệm, chất vấn…", self.begin, "Ctrl+N", "mdi6.plus"),)

    def governing(self) -> tuple[Cite, ...]:
        return self.panel.governing()


def _answers(one: ReviewRow, record_id: str) -> bool:
    """Of a duty its rule and body are enough, whatever the period."""
    return (one.id == record_id or one.id.startswith(f"{record_id}/")) or any(
        review.id == record_id for review in one.reviews
    )
