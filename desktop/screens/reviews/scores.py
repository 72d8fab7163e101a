"""The votes of confidence typed as a sheet: a row for each person, three counts, and what they come to."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem, QWidget

from desktop.domain.records import ConfidenceScore, Person, Review
from desktop.domain.refusal import Refusal
from desktop.qt import theme
from desktop.qt.boxes import column, label
from desktop.qt.dialog import Dialog
from desktop.qt.notices import Band
from desktop.qt.sheet import Sheet
from desktop.screens.base.desk import Desk
from desktop.usecases.reviews import edits as review_edits
from desktop.usecases.reviews import rows as reviews

HEADS = ("Họ và tên", "Tín nhiệm cao", "Tín nhiệm", "Tín nhiệm thấp", "Cộng")
_SUM = 4


class ScoreSheet(Sheet):
    """Figures are typed over; Enter goes down, Delete empties; the last column adds up and cannot be typed in."""

    def __init__(self, people: list[Person], review: Review) -> None:
        super().__init__(len(people), len(HEADS))
        self.people = people
        self.setHorizontalHeaderLabels(list(HEADS))
        self.setAccessibleName("Số phiếu tín nhiệm")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(30)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for at in range(1, len(HEADS)):
            self.setColumnWidth(at, 112 if at < _SUM else 70)
        scores = {one.person: one for one in review.scores}
        for row, person in enumerate(people):
            self._fill(row, person, scores.get(person.id))
        self.itemChanged.connect(lambda item: self._add_up(item.row()) if item.column() < _SUM else None)
        self.touched = False

    def _fill(self, row: int, person: Person, score: ConfidenceScore | None) -> None:
        counts = (score.high, score.middle, score.low) if score else ()
        for at, text in enumerate((person.name, *map(str, counts), *[""] * (3 - len(counts)), "")):
            item = QTableWidgetItem(text)
            if at in (0, _SUM):
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            else:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, at, item)
        self._add_up(row)

    def _add_up(self, row: int) -> None:
        parts = [self.text(row, at) for at in (1, 2, 3)]
        known = [int(part) for part in parts if part.isascii() and part.isdigit()]
        item = self.item(row, _SUM)
        if item:
            item.setText(str(sum(known)) if known else "")
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def scores(self) -> tuple[ConfidenceScore, ...]:
        """Raises `Refusal` naming the first cell that is no count."""
        found = []
        for row, person in enumerate(self.people):
            counts = [self._count(row, at) for at in (1, 2, 3)]
            found.append(ConfidenceScore(person=person.id, high=counts[0], middle=counts[1], low=counts[2]))
        return tuple(found)

    def _count(self, row: int, at: int) -> int:
        text = self.text(row, at)
        if not text:
            return 0
        if text.isascii() and text.isdigit() and len(text) < 5:
            return int(text)
        name = self.people[row].name
        raise Refusal(f"{name}, {HEADS[at].lower()}: “{text}” chưa đúng; cần số phiếu bằng chữ số.",
                      field=f"scores.{self.people[row].id}")  # fmt: skip

    def mark(self, person: str) -> None:
        """Frame the row at fault, and stand on it."""
        for row, one in enumerate(self.people):
            ground = theme.current().color("breach-soft") if one.id == person else QColor(0, 0, 0, 0)
            for at in range(len(HEADS)):
                item = self.item(row, at)
                if item:
                    item.setBackground(ground)
            if one.id == person:
                self.setCurrentCell(row, 1)


class ScoresDialog(Dialog):
    """Keeps what was typed where a row counts more votes than there were voters."""

    def __init__(self, desk: Desk, review: Review, *, parent: QWidget | None = None) -> None:
        super().__init__("Kết quả lấy phiếu tín nhiệm", primary="Ghi kết quả", close="Hủy", parent=parent)
        self._desk, self._review = desk, review
        self.band = Band()
        self.sheet = ScoreSheet(reviews.scored(desk.facts, review), review)
        most = reviews.present(desk.facts, review)
        session = desk.facts.meeting(review.reported_at)
        said = "có mặt tại hội nghị" if session and session.attendance else "đương nhiệm ngày ấy"
        lead = label(f"{most} ủy viên {said}; mỗi người được nhiều nhất {most} phiếu.", "second", wrap=True)
        self.body.addLayout(column(self.band, lead, (self.sheet, 1), gap=10))
        self.set_size(660, 520)
        self.sheet.setCurrentCell(0, 1)
        self.sheet.setFocus()

    def holds_work(self) -> bool:
        return self.sheet.touched

    def accept(self) -> None:
        facts, today = self._desk.facts, self._desk.today
        try:
            scores = self.sheet.scores()
            review_edits.check_scores(facts, self._review, scores)
        except Refusal as refusal:
            self.band.show_refusal(refusal.sentence)
            self.sheet.mark(refusal.field.partition(".")[2])
            return
        change = partial(review_edits.put_scores, facts=facts, review=self._review, scores=scores, on=today)
        if self._desk.do("Ghi kết quả lấy phiếu tín nhiệm", change, band=self.band):
            super().accept()
