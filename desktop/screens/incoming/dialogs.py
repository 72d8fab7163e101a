"""The dialogs of a paper that came in: its line in the register, whom it is passed to, that it was settled."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.incoming import ASKS
from desktop.domain.records import Incoming, Passed
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.record_dialog import RecordDialog
from desktop.screens.base.record_fields import Ask
from desktop.usecases.base import names
from desktop.usecases.documents import rows as documents
from desktop.usecases.incoming import edits
from desktop.usecases.incoming import rows as incoming

FOR_INFORMATION = "Không yêu cầu, để biết"
LATER = "Văn bản nơi gửi đã ghi ngày, hạn và yêu cầu thì ghi đúng như văn bản; đến hạn sẽ hiện ở Hôm nay."


class IncomingDialog(RecordDialog[Incoming]):
    """Enters a paper, which has no id yet, under the next number of the year, or mends its line."""

    def __init__(self, desk: Desk, paper: Incoming | None = None, *, parent: QWidget | None = None) -> None:
        title = "Sửa văn bản đến" if paper else "Vào sổ văn bản đến"
        super().__init__(desk, title, "Ghi" if paper else "Vào sổ", LATER, parent)
        office, today = desk.facts.office, desk.today
        types = [(code, f"{code} – {words}") for code, words in documents.types(desk.facts, today).items()]
        directives = [(one.id, " · ".join(filter(None, (one.symbol, one.title)))) for one in office.directives]
        self.ask(
            paper or Incoming(id="", number=edits.next_number(office, today), arrived=today),
            (Ask("number", edits.NUMBER, low=1, high=99_999), Ask("arrived", edits.ARRIVED, required=True)),
            ((Ask("sender", edits.SENDER, hint="Văn phòng Tỉnh ủy"), 3), (Ask("superior", "Là cấp trên"), 2)),
            (Ask("symbol", "Số, ký hiệu", hint="120-CV/TU"), Ask("date", edits.DATE, hint="Ngày ghi trên văn bản")),
            (
                (Ask("type", "Loại văn bản", types, "Chưa ghi", search=True), 3),
                (Ask("secrecy", "Độ mật", tuple(vi.SECRECY.items())), 2),
                (Ask("urgency", "Độ khẩn", tuple(vi.URGENCY.items())), 2),
            ),
            Ask("title", edits.TITLE, lines=2),
            (
                Ask("asks", "Yêu cầu", [(code, vi.capital(words)) for code, words in ASKS.items()], FOR_INFORMATION),
                Ask("due", edits.DUE, hint="Không ghi hạn"),
            ),
            Ask("order", "Ý kiến chỉ đạo, phân công của lãnh đạo", lines=2),
            Ask("directive", "Thuộc văn bản chỉ đạo đang theo dõi", directives, "Không thuộc văn bản nào"),
            width=640,
        )

    def change(self) -> tuple[str, Change]:
        draft = self.draft()
        what = "Sửa văn bản đến" if self.record.id else "Vào sổ văn bản đến"
        change = partial(edits.save, before=self.record, draft=draft, on=self.desk.today)
        return f"{what}: {draft.symbol or draft.title}", change


class PassDialog(RecordDialog[Passed]):
    """To whom the paper goes on: a person or a unit, on a day, to see to it or to take part."""

    def __init__(self, desk: Desk, paper: Incoming, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Chuyển văn bản", "Ghi", paper.title, parent)
        self._paper = paper
        facts = desk.facts
        people = names.options(facts, facts.office.people)
        units = [(one.id, one.name) for one in facts.office.units]
        self.ask(
            Passed(date=desk.today, lead=not any(one.lead for one in paper.passed)),
            (Ask("person", "Người nhận", people, "Không"), Ask("unit", "hoặc đơn vị nhận", units, "Không")),
            (Ask("date", "Ngày chuyển", required=True), Ask("lead", "Chủ trì giải quyết")),
            width=520,
        )

    def change(self) -> tuple[str, Change]:
        change = partial(edits.pass_on, paper=self._paper, passed=self.draft(), on=self.desk.today)
        return f"Chuyển văn bản: {self._paper.symbol or self._paper.title}", change


class SettleDialog(RecordDialog[Incoming]):
    """That it was answered by a document of the register, or done without one."""

    def __init__(self, desk: Desk, paper: Incoming, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Đã trả lời, đã xong", "Ghi", paper.title, parent)
        self.ask(
            paper,
            Ask("answer", "Văn bản trả lời, trong sổ văn bản đi", incoming.answers(desk.facts, paper),
                "Không có văn bản", search=True),
            Ask("settled", "Ngày xong, nếu không có văn bản trả lời", hint="Theo ngày văn bản trả lời"),
            Ask("result", edits.RESULT, lines=2),
            width=560,
        )  # fmt: skip

    def change(self) -> tuple[str, Change]:
        change = partial(edits.settle, facts=self.desk.facts, paper=self.record, draft=self.draft(), on=self.desk.today)
        return f"Đã xong: {self.record.symbol or self.record.title}", change
