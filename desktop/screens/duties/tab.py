"""The tab Việc riêng: what the office's own regulation asks and no rule knows, how it stands, each time it was done."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.findings import Cite
from desktop.domain.refs import RecordRef
from desktop.qt.boxes import STRETCH, column, holder, label, row
from desktop.qt.buttons import Button, Link, small_link
from desktop.qt.model import Column, GroupRow, button_column, mark_column
from desktop.screens.base.blocks import block
from desktop.screens.base.filters import Choice, Search
from desktop.screens.base.record_tab import Begin, Listed, Nothing, RecordTab
from desktop.screens.base.show import judged, word
from desktop.screens.base.tab import grouped
from desktop.screens.duties.dialogs import DutyDialog, DutyDoneDialog
from desktop.usecases.duties import edits
from desktop.usecases.duties import rows as duties
from desktop.usecases.duties.rows import DutyRow


class DutiesTab(RecordTab[DutyRow]):
    key = "duties"
    FILTERS: ClassVar = {"state": Choice("Tình trạng", 164, tuple(duties.STATE.items()), "Mọi tình trạng")}
    SEARCH = Search("Tìm việc, điều", 180)
    TABLE = Listed("Việc riêng theo quy chế", "Không có việc nào khớp bộ lọc.", least=240)
    LIST = "duties"
    NOTHING = Nothing(
        "mdi6.clipboard-list-outline",
        "Chưa có việc riêng nào",
        "Ghi ở đây việc mà quy chế của đơn vị giao và chương trình chưa có sẵn: ai làm, bao lâu một lần, hạn, "
        "theo điều nào; đến hạn sẽ hiện ở Hôm nay.",
    )
    BEGIN = Begin("Ghi việc riêng", "duties.add", "Ghi việc riêng theo quy chế…")
    UNCHOSEN = "Chưa chọn việc nào"

    def columns(self) -> tuple[Column, ...]:
        return (
            mark_column(lambda one: one.verdict, lambda one: word(one.verdict)),
            Column("Việc phải làm", lambda one: one.duty.title, second=lambda one: one.when,
                   tip=lambda one: one.duty.title),
            Column("Ai làm", lambda one: one.duty.actor, width=170, second=lambda one: one.duty.addressee, drop=1,
                   tone="text2"),
            Column("Điều", lambda one: one.article, width=150, tone="accent", caption=True, drop=2),
            Column("Hạn", _when, width=104, second=self._distance, second_tone=_late_tone),
            button_column(96),
        )  # fmt: skip

    def _distance(self, one: DutyRow) -> str:
        return vi.distance(one.next.due, self.desk.today) if one.next and one.next.due else ""

    def rows(self) -> tuple[DutyRow | GroupRow, ...]:
        found = duties.rows(
            self.desk.facts, self.desk.findings(), state=self.filters.of("state"), text=self.filters.text()
        )
        return grouped(found, lambda one: duties.STATE[one.state])

    # One duty

    def title(self, one: DutyRow) -> str:
        return vi.capital(one.article) or "Chưa ghi điều"

    def show_one(self, one: DutyRow) -> None:
        duty = one.duty
        lines: list[QWidget] = [label(duty.title, "strong", wrap=True), label(one.when, "second", wrap=True)]
        who = " · ".join(part for part in (duty.actor, f"cho {duty.addressee}" if duty.addressee else "") if part)
        lines += [label(who, "second", wrap=True)] if who else []
        lines += [label(one.regulation, "caption", wrap=True)] if one.regulation else []
        self.side.add(column(*lines, gap=2))
        shown = one.findings[: duties.RECENT]
        asked: list[QWidget] = [holder(judged(self.desk, one.told(each), role="caption", gap=1)) for each in shown]
        self.side.add(block("Theo từng kỳ" if duty.often else "Theo quy chế", asked or [label(_idle(one), wrap=True)]))
        done: list[QWidget] = [self._done(one, place) for place in reversed(range(len(duty.done)))]
        if done:
            self.side.add(block("Đã làm", done))
        self.side.set_foot(
            Button("Ghi đã làm…", icon="mdi6.check", run=partial(self.finish, one)),
            Button("Sửa…", run=partial(self._amend, one)),
        )

    def _done(self, one: DutyRow, place: int) -> QWidget:
        done = one.duty.done[place]
        words = duties.said(self.desk.facts, done)
        parts: list[QWidget] = [label(words, wrap=True)]
        parts += [label(done.note, "caption", wrap=True)] if done.note else []
        gone = small_link("Xóa", f"Xóa lần {words}", partial(self._remove_done, one, place))
        shown = RecordRef(done.record) if done.record else None
        links: list[QWidget] = [Link("Mở", run=partial(self.desk.go, shown.kind, shown.id))] if shown else []
        return holder(column(*parts, holder(row(STRETCH, *links, gone, gap=12)), gap=2))

    # What is done

    def begin(self) -> None:
        dialog = DutyDialog(self.desk, parent=self)
        dialog.exec()
        if dialog.made:
            self.select(dialog.made)

    def _amend(self, one: DutyRow) -> None:
        DutyDialog(self.desk, one.duty, parent=self).exec()

    def action(self, one: DutyRow) -> str:
        return "Đã làm" if one.next else ""

    def act(self, one: DutyRow) -> None:
        self.finish(one)

    def open(self, one: DutyRow) -> None:
        self._amend(one)

    def finish(self, one: DutyRow) -> None:
        DutyDoneDialog(self.desk, one, parent=self).exec()

    def _remove_done(self, one: DutyRow, place: int) -> None:
        change = partial(edits.remove_done, duty=one.duty, place=place)
        self.desk.do(f"Xóa một lần đã làm: {one.duty.title}", change, said="Đã xóa.", band=self.band)

    def delete(self, one: DutyRow) -> None:
        change, title = partial(edits.remove, duty=one.duty), one.duty.title
        self.desk.do(f"Xóa việc riêng: {title}", change, said=f"Đã xóa việc {title}.", band=self.band)

    def governing(self) -> tuple[Cite, ...]:
        one = self.current()
        return tuple(finding.cite for finding in one.findings[:1]) if one else ()


def _when(one: DutyRow) -> str:
    return vi.day(one.next.due) if one.next and one.next.due else ""


def _late_tone(one: DutyRow) -> str:
    return "breach" if one.state == duties.LATE else "text2"


def _idle(one: DutyRow) -> str:
    return "Quy chế chưa có hiệu lực, hoặc chưa đến kỳ đầu." if one.state == duties.IDLE else ""
