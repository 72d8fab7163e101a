"""The dialogs of Chương trình: drawing one up, an item, how far it has come, adopting, adjusting."""

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.findings import Finding
from desktop.domain.records import Programme, ProgrammeItem
from desktop.domain.refs import RecordRef
from desktop.qt.boxes import column, empty, framed, label, row
from desktop.qt.fields import CheckField, Combo, DateField, TextArea
from desktop.screens.base.blocks import bodies
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.live import on_typing, typed
from desktop.screens.base.record_dialog import RecordDialog, SmallDialog
from desktop.screens.base.record_fields import Ask
from desktop.screens.base.show import grounds, mark_of
from desktop.usecases.directory import units
from desktop.usecases.programmes import draft as programmes_draft
from desktop.usecases.programmes import edits as programmes_edits
from desktop.usecases.programmes import periods as programmes_periods
from desktop.usecases.programmes import rows as programmes

NO_SESSION = "Không tại kỳ họp nào"
NOT_ASKED = "Quy chế không yêu cầu chương trình này."


def verdict_lines(desk: Desk, finding: Finding | None, silent: str) -> QWidget:
    """A finding as mark, sentence and article; what the regulation does not ask for is said so."""
    if finding is None:
        return framed(column(label(silent, "second", wrap=True), margins=(12, 8, 12, 8)))
    words = column(label(finding.text, wrap=True), grounds(desk, finding), gap=1)
    return framed(row(column(mark_of(finding)), (words, 1), gap=10, margins=(12, 8, 12, 8)))


class StartDialog(SmallDialog):
    """Chooses body and period, and says what the draft would hold and by when it has to be adopted."""

    def __init__(self, desk: Desk, *, subject: str = "", parent: QWidget | None = None) -> None:
        super().__init__(desk, "Lập chương trình", "Lập chương trình", "", parent)
        self.kind = Combo("Loại", tuple(programmes.KIND.items()))
        self.body_ = Combo("Cơ quan", bodies(desk.facts))
        self.unit = Combo("Kỳ", tuple(programmes.UNIT.items()))
        self.period = Combo("Của kỳ nào")
        self.filled = CheckField("Đưa sẵn các việc của kỳ này vào dự thảo")
        self.said = column(gap=6)
        self.lay_out((self.kind, self.body_), (self.unit, self.period), self.filled, width=520)
        self.body.insertLayout(self.body.count() - 1, self.said)
        self._fill(subject)
        for field in (self.kind, self.body_, self.unit):
            field.saved.connect(lambda _: self._offer_periods())
        self.period.saved.connect(lambda _: self._show())
        self.filled.saved.connect(lambda _: self._show())

    def _fill(self, subject: str) -> None:
        key = programmes.key_of(RecordRef(subject)) or programmes_periods.next_wanted(
            self.desk.facts, self.desk.findings(), self.desk.today
        )
        kind, body, code = key
        self.filled.set_value(True)
        self.kind.set_value(kind)
        self.body_.set_value(body)
        self.unit.set_value(programmes.unit_of(code))
        self._offer_periods()
        self.period.set_value(code)
        self._show()

    def _offer_periods(self) -> None:
        codes = programmes_periods.choices(self.desk.facts, self.unit.value() or "month", self.desk.today)
        self.period.set_options([(code, vi.capital(programmes.period_words(code))) for code in codes])
        if self.period.value() not in codes:
            draft = self.draft()
            wanted = programmes_periods.first_free(
                self.desk.facts, draft.kind, draft.body or self.desk.facts.standing, codes
            )
            self.period.set_value(wanted)
        self._show()

    def draft(self) -> Programme:
        return Programme(
            id="dự thảo",
            kind=self.kind.value() or "work",
            body=self.body_.value() or self.desk.facts.standing,
            period=self.period.value() or "",
        )

    def items(self) -> list[ProgrammeItem]:
        draft = self.draft()
        if not self.filled.value() or draft.body is None:
            return []
        return programmes_draft.draft(self.desk.facts, draft.kind, draft.body, draft.period, self.desk.today)

    def _show(self) -> None:
        draft, items = self.draft(), self.items()
        empty(self.said)
        finding = programmes.finding_of(self.desk.facts, draft, self.desk.today)
        silent = "Quy chế không yêu cầu chương trình này; lập thêm theo nhu cầu của đơn vị."
        self.said.addWidget(verdict_lines(self.desk, finding, silent))
        self.said.addWidget(label(programmes_draft.told(items), "second", wrap=True))

    def change(self) -> tuple[str, Change]:
        draft = self.draft()
        return f"Lập {programmes.within(draft)}", partial(
            programmes_edits.make,
            facts=self.desk.facts,
            kind=draft.kind,
            body=draft.body or self.desk.facts.standing,
            period=draft.period,
            items=self.items(),
        )


class ItemDialog(RecordDialog[ProgrammeItem]):
    """An item whole while the programme is a draft; of an adopted one only the session and how far it has come."""

    def __init__(
        self, desk: Desk, programme: Programme, *, place: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, "Thêm việc" if place is None else "Sửa việc", "Ghi", _lead(programme), parent)
        self.programme, self.place = programme, place
        item = programme.items[place] if place is not None else ProgrammeItem()
        offered = units.options(desk.facts, desk.today, keep=(item.lead,))
        self.ask(
            item,
            Ask("title", "Nội dung công việc"),
            (
                Ask("lead", "Cơ quan chủ trì", offered, "Chưa chọn"),
                Ask("product", "Sản phẩm", hint="Báo cáo, nghị quyết, kế hoạch"),
            ),
            Ask("participants", "Phối hợp, tham gia"),
            (
                (Ask("due", "Ngày, hạn", hint="Không ghi thời hạn"), 2),
                (Ask("meeting", "Đưa ra kỳ họp", _sessions(desk, programme), NO_SESSION), 3),
            ),
            ((Ask("done", "Xong ngày", hint="Chưa xong"), 2), (Ask("progress", "Tiến độ, ghi chú"), 3)),
            width=520,
        )
        for name in ("title", "lead", "product", "participants", "due"):
            self.fields[name].set_enabled(programmes.is_open(programme))

    def change(self) -> tuple[str, Change]:
        item = self.draft()
        given: dict[str, Any] = {"facts": self.desk.facts, "programme": self.programme, "on": self.desk.today}
        if self.place is None:
            return f"Thêm việc: {item.title}", partial(programmes_edits.add_item, item=item, **given)
        return f"Sửa việc: {item.title}", partial(programmes_edits.amend_item, place=self.place, item=item, **given)


def _lead(programme: Programme) -> str:
    if programmes.is_open(programme) or programme.adopted is None:
        return ""
    day = vi.day(programme.adopted)
    return f"Chương trình đã thông qua ngày {day}: chỉ ghi kỳ họp và tiến độ. Muốn đổi nội dung, chọn Điều chỉnh."


def _sessions(desk: Desk, programme: Programme) -> list[tuple[str, str]]:
    """The meetings in the programme's period, and those its items already name."""
    span = programmes.span_of(desk.facts, programme.period)
    named = {item.meeting for item in programme.items}
    return [
        (one.id, programmes.session_words(one, desk.today))
        for one in desk.facts.sessions
        if one.id in named or (span and span.first <= one.start.date() <= span.last)
    ]


class DoneDialog(RecordDialog[ProgrammeItem]):
    """Done on a day, and what came of it."""

    def __init__(self, desk: Desk, programme: Programme, place: int, *, parent: QWidget | None = None) -> None:
        item = programme.items[place]
        super().__init__(desk, "Đã xong", "Ghi", item.title, parent)
        self.programme, self.place = programme, place
        self.ask(
            replace(item, done=item.done or desk.today, progress=item.progress if item.done else ""),
            Ask("done", "Xong ngày", required=True),
            Ask("progress", "Kết quả", hint=f"Ví dụ: {item.product or 'Báo cáo'} số, ngày"),
        )

    def change(self) -> tuple[str, Change]:
        item = self.draft()
        item = replace(item, progress=item.progress or self.programme.items[self.place].progress)
        return f"Việc đã xong: {item.title}", partial(
            programmes_edits.amend_item,
            facts=self.desk.facts,
            programme=self.programme,
            place=self.place,
            item=item,
            on=self.desk.today,
        )


class AdoptDialog(SmallDialog):
    """The day it was adopted, with the rule's answer to that day shown before it is written."""

    def __init__(self, desk: Desk, programme: Programme, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Ghi thông qua", "Ghi thông qua", programmes.title_of(programme), parent)
        self.programme = programme
        self.session = Combo("Tại kỳ họp", self._options(), empty=NO_SESSION)
        self.day = DateField("Ngày thông qua", today=desk.today, required=True)
        self.said = column(gap=6)
        self.lay_out((self.session, 1), (self.day, 1), width=460)
        self.body.insertLayout(self.body.count() - 1, self.said)
        self.day.set_value(desk.today)
        self.session.saved.connect(self._take_day)
        self.day.saved.connect(lambda _: self._show())
        on_typing(self.day, self._show)
        self._show()

    def _options(self) -> list[tuple[str, str]]:
        """The body's sessions of the last half year, the latest first; each is known by its day."""
        since, today = self.desk.today - dt.timedelta(days=183), self.desk.today
        held = [one for one in self.desk.facts.sessions if one.body == self.programme.body]
        near = [one for one in held if since <= one.start.date() <= today]
        return [(one.start.date().isoformat(), programmes.session_words(one, today)) for one in reversed(near)]

    def _take_day(self, day: str | None) -> None:
        if day:
            self.day.set_value(dt.date.fromisoformat(day))
        self._show()

    def _show(self) -> None:
        empty(self.said)
        finding, hint = programmes.judged(self.desk.facts, self.programme, typed(self.day), self.desk.today)
        self.said.addWidget(verdict_lines(self.desk, finding, NOT_ASKED))
        if hint:
            self.said.addWidget(label(hint, "caption", wrap=True))

    def change(self) -> tuple[str, Change]:
        return f"Thông qua {programmes.within(self.programme)}", partial(
            programmes_edits.adopt,
            facts=self.desk.facts,
            programme=self.programme,
            day=self.day.value() or self.desk.today,
            on=self.desk.today,
        )


class AdjustDialog(SmallDialog):
    """Why an adopted programme is opened to change."""

    def __init__(self, desk: Desk, programme: Programme, *, parent: QWidget | None = None) -> None:
        said = "Bản đã thông qua được giữ nguyên cho đến khi bản điều chỉnh được thông qua."
        super().__init__(desk, "Điều chỉnh chương trình", "Điều chỉnh", said, parent)
        self.programme = programme
        self.reason = TextArea("Lý do điều chỉnh", lines=3)
        self.lay_out(self.reason)

    def change(self) -> tuple[str, Change]:
        return f"Điều chỉnh {programmes.within(self.programme)}", partial(
            programmes_edits.adjust, programme=self.programme, reason=self.reason.value()
        )
