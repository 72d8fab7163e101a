"""The tab Kiểm điểm, tín nhiệm: what the regulation asks in a year, and every review on record."""

from typing import ClassVar

from desktop import vi
from desktop.domain.findings import Cite
from desktop.domain.records import Review
from desktop.qt.model import Column, GroupRow, button_column, mark_column
from desktop.screens.base.filters import Choice, Search, offer_years
from desktop.screens.base.record_tab import Begin, Listed, Nothing, RecordTab
from desktop.screens.base.screen import Width
from desktop.screens.base.tab import grouped
from desktop.screens.reviews.dialogs import KINDS
from desktop.screens.reviews.panel import ReviewActs, ReviewPanel
from desktop.usecases.base.said import said_of
from desktop.usecases.reviews import rows as reviews
from desktop.usecases.reviews.rows import ReviewRow


class ReviewsTab(RecordTab[ReviewRow]):
    key = "reviews"
    FILTERS: ClassVar = {"year": Choice("Năm", 114), "kind": Choice("Loại", 226, KINDS, "Mọi loại")}
    SEARCH = Search("Tìm tập thể, người", 168, least=Width.NARROW)
    TABLE = Listed("Kiểm điểm, tín nhiệm", "Không có việc nào khớp bộ lọc.", least=240)
    NOTHING = Nothing(
        "mdi6.account-check-outline",
        "Chưa có kiểm điểm, tín nhiệm nào",
        "Quy chế không quy định kỳ nào cho năm này; ghi từng lần kiểm điểm, lấy phiếu tín nhiệm, chất vấn khi có.",
    )
    BEGIN = Begin("Ghi kiểm điểm, tín nhiệm", "reviews.add", "Ghi kiểm điểm, tín nhiệm, chất vấn…")

    def make(self) -> None:
        self.acts = ReviewActs(self.desk, self)
        self.side = self.panel = ReviewPanel(self.desk, self.acts)

    def columns(self) -> tuple[Column, ...]:
        return (
            mark_column(_verdict, lambda one: said_of(one.finding) if one.finding else ""),
            Column("Việc", lambda one: vi.capital(one.title), second=self._second, tip=lambda one: one.title),
            Column("Đã làm", self._held, width=104, tone="text2"),
            Column("Gửi cấp trên", self._sent, width=104, tone="text2", drop=1),
            Column("Hạn", _due, width=104, second=self._distance, second_tone=self._late_tone),
            button_column(116),
        )

    def _late_tone(self, one: ReviewRow) -> str:
        return "breach" if reviews.late(one, self.desk.today) else "text2"

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

    def action(self, one: ReviewRow) -> str:
        if one.people:
            return "Ghi hôm nay" if reviews.without(self.desk.facts, one, self.desk.today) else ""
        if one.waiting:
            return "Ghi đã làm"
        if one.session and not one.reviews:
            return "Ghi chất vấn"
        lacking = reviews.lacking(self.desk.facts, one, self.desk.today)
        return "Đã gửi" if lacking == ["chưa gửi cấp trên"] else ""

    def rows(self) -> tuple[ReviewRow | GroupRow, ...]:
        offer_years(self.filters["year"], reviews.years(self.desk.facts, self.desk.today), self.desk.today)
        facts, today, text = self.desk.facts, self.desk.today, self.filters.text()
        year, kind = self.filters.year() or today.year, self.filters.of("kind")
        rows = reviews.rows(facts, self.desk.findings(), today, year=year, kind=kind, text=text)
        return grouped(rows, lambda one: reviews.KIND[one.kind])

    def show_row(self, one: ReviewRow | None) -> None:
        self.panel.show_row(one)

    def select(self, record_id: str) -> None:
        """A review by its id, or a duty by its rule and subject."""
        self.filters.clear()
        review = self.desk.facts.one(Review, record_id)
        if review and review.date:
            self.filters["year"].set_value(str(review.date.year))
        self.refresh()
        found = next((one for one in self._rows() if _answers(one, record_id)), None)
        self.table.select(found.id if found else record_id)

    def _rows(self) -> list[ReviewRow]:
        return [one for one in self.table.rows() if isinstance(one, ReviewRow)]

    # What is done

    def act(self, one: ReviewRow) -> None:
        if one.people:
            waiting = [person.id for person in reviews.without(self.desk.facts, one, self.desk.today)]
            self.acts.held_today(one, waiting)
        elif one.review is None:
            self.acts.enter(one)
        else:
            self.acts.sent_today(one.review)

    def open(self, one: ReviewRow) -> None:
        self.show_side()
        if one.review:
            self.acts.amend(one.review)
        elif not one.people:
            self.acts.enter(one)

    def delete(self, one: ReviewRow) -> None:
        if one.review:
            self.acts.remove(one.review)

    def begin(self) -> None:
        self.acts.enter()

    def governing(self) -> tuple[Cite, ...]:
        return self.panel.governing()


def _verdict(one: ReviewRow) -> str:
    return one.finding.verdict if one.finding else ""


def _due(one: ReviewRow) -> str:
    return vi.day(one.finding.due) if one.finding and one.finding.due else ""


def _answers(one: ReviewRow, record_id: str) -> bool:
    """Of a duty its rule and body are enough, whatever the period."""
    return (one.id == record_id or one.id.startswith(f"{record_id}/")) or any(
        review.id == record_id for review in one.reviews
    )
