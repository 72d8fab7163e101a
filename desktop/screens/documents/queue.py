"""The tab Chờ phát hành: papers that were made ready or are asked for, and have no number yet."""

from functools import partial

from desktop import vi
from desktop.qt.boxes import column, label
from desktop.qt.buttons import Button, Link
from desktop.qt.model import Column, button_column
from desktop.screens.base.blocks import block
from desktop.screens.base.filters import Search
from desktop.screens.base.record_tab import Listed, Nothing, RecordTab
from desktop.usecases.documents import queue as document_queue
from desktop.usecases.documents.queue import Waiting


class QueueTab(RecordTab[Waiting]):
    key = "queue"
    SEARCH = Search("Tìm văn bản chờ phát hành")
    TABLE = Listed("Văn bản chờ phát hành", "Không có văn bản nào khớp.")
    COLUMNS = (
        Column("Văn bản", lambda one: one.title, second=lambda one: one.source, bold=True, tip=lambda one: one.title),
        Column(
            "Chờ từ ngày",
            lambda one: vi.day(one.since) if one.since else "",
            108,
            tone="text2",
            key=lambda one: one.since,
        ),
        Column("Số sẽ cấp", lambda one: one.next, width=124, tone="text2", drop=1),
        button_column(146),
    )
    NOTHING = Nothing(
        "mdi6.printer-outline",
        "Không có văn bản nào chờ phát hành",
        "Giấy mời của hội nghị sắp tới, biên bản, kết luận của hội nghị đã họp và văn bản của phiếu đã đóng "
        "sẽ hiện ở đây đến khi được cấp số.",
    )
    UNCHOSEN = "Chưa chọn văn bản nào"

    def rows(self) -> list[Waiting]:
        return document_queue.waiting(self.desk.facts, self.desk.today)

    def any(self, found: bool) -> bool:
        return found

    def sift(self, text: str) -> None:
        self.table.set_filter(text)

    def action(self, one: Waiting) -> str:
        return "Xem trước khi in"

    def title(self, one: Waiting) -> str:
        return one.title

    def show_one(self, one: Waiting) -> None:
        self.side.add(column(label(one.why, wrap=True), label(f"Số sẽ cấp khi in: {one.next}.", "second", wrap=True)))
        source = Link("Mở", run=partial(self.desk.go, one.place, one.record))
        self.side.add(block("Nguồn", [label(one.source, wrap=True), source]))
        self.side.set_foot(Button("Xem trước khi in", icon="mdi6.printer-outline", run=partial(self.act, one)))

    def open(self, one: Waiting) -> None:
        self.act(one)

    def act(self, one: Waiting) -> None:
        self.desk.preview(one.slug, one.of)
