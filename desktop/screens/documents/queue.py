"""The tab Chờ phát hành: papers that were made ready or are asked for, and have no number yet."""

from desktop import vi
from desktop.qt.boxes import column, empty, holder, label
from desktop.qt.buttons import Button, Link
from desktop.qt.pages import EmptyState
from desktop.qt.table import Column, Table
from desktop.screens.absences.parts import block
from desktop.screens.base.desk import Desk
from desktop.screens.base.tab import DirectoryTab, keep_chosen, search_field
from desktop.usecases.documents import queue as document_queue
from desktop.usecases.documents.queue import Waiting

COLUMNS = (
    Column("Văn bản", lambda one: one.title, second=lambda one: one.source, bold=True, tip=lambda one: one.title),
    Column("Chờ từ ngày", lambda one: vi.day(one.since) if one.since else "", width=108, tone="text2",
           key=lambda one: one.since),
    Column("Số sẽ cấp", lambda one: one.next, width=124, tone="text2", drop=1),
    Column("", lambda _: "", width=146, sortable=False),
)  # fmt: skip


class QueueTab(DirectoryTab):
    key = "queue"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.search = search_field("Tìm văn bản chờ phát hành", 220)
        self.table = Table(COLUMNS, name="Văn bản chờ phát hành", row_height=42, memory=desk.state,
                           action=lambda _: "Xem trước khi in", empty="Không có văn bản nào khớp.")  # fmt: skip
        self.none = EmptyState(
            "mdi6.printer-outline", "Không có văn bản nào chờ phát hành",
            "Giấy mời của hội nghị sắp tới, biên bản, kết luận của hội nghị đã họp và văn bản của phiếu đã đóng "
            "sẽ hiện ở đây đến khi được cấp số.",
        )  # fmt: skip
        self.lay_out(holder(column((self.table, 1), (self.none, 1), gap=0)), self.search)
        self.search.line.textChanged.connect(self.table.set_filter)
        self.table.chosen.connect(self._show)
        self.table.acted.connect(self.preview)
        self.table.opened.connect(self.preview)

    def refresh(self) -> None:
        found = document_queue.waiting(self.desk.facts, self.desk.today)
        self.table.setVisible(bool(found))
        self.none.setVisible(not found)
        self.table.set_rows(found)
        keep_chosen(self.table)
        if self.table.current() is None:
            self._show(None)

    def _show(self, one: Waiting | None) -> None:
        self.side.clear()
        empty(self.side.foot)
        self.side.set_title(one.title if one else "Chưa chọn văn bản nào")
        if one is None:
            return
        self.side.add(column(label(one.why, wrap=True), label(f"Số sẽ cấp khi in: {one.next}.", "second", wrap=True)))
        self.side.add(block("Nguồn", [label(one.source, wrap=True),
                                      Link("Mở", run=lambda: self.desk.go(one.place, one.record))]))  # fmt: skip
        self.side.foot.addWidget(Button("Xem trước khi in", icon="mdi6.printer-outline", run=lambda: self.preview(one)))
        self.side.foot.addStretch(1)

    def preview(self, one: Waiting) -> None:
        self.desk.preview(one.slug, one.of)
