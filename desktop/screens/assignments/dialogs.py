"""The dialogs of Phân công: giving or amending an assignment, ending it, handing a person's work to another."""

import datetime as dt
from functools import partial
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from desktop import vi
from desktop.domain.records import Assignment, AssignmentKind, Body
from desktop.qt.boxes import column, holder, label, row, scroll
from desktop.qt.fields import CheckField, Combo, DateField, TextField
from desktop.screens.base.contrary import ContraryLines, found_with
from desktop.screens.base.desk import Change, Desk
from desktop.screens.directory.dialogs import SmallDialog
from desktop.usecases.assignments import edits as assignment_edits
from desktop.usecases.assignments import rows as assignments
from desktop.usecases.base import names
from desktop.usecases.directory import units

BODIES = tuple((code, vi.BODY[code]) for code in ("bch", "btv", "thuong-truc"))


def document_options(desk: Desk) -> list[tuple[str, str]]:
    """The register's documents, the latest first, as they are cited."""
    found = sorted(desk.facts.office.documents, key=lambda one: (one.date is not None, one.date, one.id), reverse=True)
    return [(one.id, " ".join(part for part in (one.symbol, one.title) if part)) for one in found]


class AssignmentDialog(SmallDialog):
    """Gives an assignment, or amends the one handed in; more than one holder of a unit is told, not refused."""

    def __init__(
        self,
        desk: Desk,
        *,
        one: Assignment | None = None,
        person: str = "",
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, "Sửa phân công" if one else "Phân công", "Ghi", "", parent)
        self.one = one
        people = names.everyone(desk.facts)
        self.person = Combo("Người phụ trách", people, empty="", searchable=True)
        self.kind = Combo("Loại", list(assignments.allowed_kinds(desk.facts, desk.today)))
        self._kept = (unit or None, one.unit if one else None)
        self.unit = Combo("Đơn vị, địa bàn", empty="Không gắn đơn vị", searchable=True)
        self.field = TextField("Lĩnh vực")
        self.subject = TextField("Nội dung phụ trách", placeholder="Để trống thì lấy tên đơn vị, lĩnh vực")
        self.body_ = Combo("Cơ quan quyết định", BODIES, empty="Chưa ghi")
        self.document = Combo("Theo văn bản", document_options(desk), empty="Chưa ghi", searchable=True)
        self.first = DateField("Từ ngày", today=desk.today, required=True)
        self.last = DateField("Đến hết ngày", today=desk.today, placeholder="Đang phụ trách")
        self.contrary = ContraryLines(desk, ("person",), within=self)
        self.lay_out(
            self.person, self.contrary, (self.kind, self.unit), self.field, self.subject, (self.body_, self.document),
            (self.first, self.last),
        )  # fmt: skip
        self._offer((one.from_ if one else None) or desk.today)
        self.first.saved.connect(self._offer)
        self._fill(one or Assignment(id="", person=person, unit=unit or None, from_=desk.today))
        for field in (self.unit, self.kind, self.person, self.first, self.last):
            field.saved.connect(lambda _: self._tell())
        self._tell()
        self.setMinimumWidth(480)

    def _offer(self, day: dt.date | None) -> None:
        """The units there on the first day."""
        self.unit.set_options(units.options(self.desk.facts, day, keep=(*self._kept, self.unit.value())))

    def _fill(self, one: Assignment) -> None:
        by = one.decided_by or assignment_edits.decider(self.desk.facts, self.desk.today, one.kind)
        values = (
            (self.person, one.person), (self.unit, one.unit), (self.field, one.field), (self.subject, one.subject),
            (self.body_, by), (self.document, one.document), (self.first, one.from_), (self.last, one.to),
        )  # fmt: skip
        for field, value in values:
            field.set_value(value)
        if one.kind or one.unit:
            self.kind.set_value(assignments.kind_of(one))

    def _tell(self) -> None:
        """Who else answers for the unit chosen."""
        rows = assignments.units(self.desk.facts, (), self.desk.today)
        found = next((row for row in rows if row.id == self.unit.value()), None)
        person = self.desk.facts.person(self.person.value())
        others = [name for name in found.people if person is None or name != person.name] if found else []
        draft = self.draft()
        self.contrary.show_of(draft, found_with(self.desk, draft))
        self.unit.set_note(f"Đang có người phụ trách: {', '.join(others)}." if others else "")

    def draft(self) -> Assignment:
        held = self.one or Assignment(id="")
        return Assignment(
            id=held.id,
            person=self.person.value(),
            kind=cast("AssignmentKind", self.kind.value()),
            subject=self.subject.value(),
            unit=self.unit.value(),
            field=self.field.value(),
            decided_by=cast("Body | None", self.body_.value()),
            document=self.document.value(),
            from_=self.first.value(),
            to=self.last.value(),
        )

    def change(self) -> tuple[str, Change]:
        draft, facts = self.draft(), self.desk.facts
        person = facts.person(draft.person)
        what = f"{'Sửa phân công' if self.one else 'Phân công'} {person.name if person else ''}".strip()
        if self.one:
            return what, partial(assignment_edits.amend, facts=facts, one=self.one, after=draft)
        return what, partial(assignment_edits.assign, facts=facts, draft=draft)


class HandOverDialog(SmallDialog):
    """All of a person's work, or the part ticked, passes to another from a day."""

    def __init__(self, desk: Desk, person: str, *, parent: QWidget | None = None) -> None:
        self.giver = desk.facts.person(person)
        name = self.giver.name if self.giver else ""
        lead = "Việc cũ kết thúc hết ngày hôm trước; người nhận phụ trách từ ngày bàn giao."
        super().__init__(desk, f"Bàn giao việc của {name}", "Bàn giao", lead, parent)
        self.passing = assignment_edits.to_hand_over(desk.facts, person, desk.today)
        others = [one for one in desk.facts.members("bch", desk.today) if one.id != person]
        self.to = Combo(
            "Người nhận",
            names.options(desk.facts, others),
            empty="",
            searchable=True,
        )
        self.day = DateField("Từ ngày", today=desk.today, required=True)
        self.document = Combo("Theo văn bản", document_options(desk), empty="Như cũ", searchable=True)
        self.day.set_value(desk.today)
        self.lay_out((self.to, self.day), self.document)
        self.checks = {one.id: CheckField(_words(desk, one)) for one in self.passing}
        for check in self.checks.values():
            check.set_value(True)
        listed = scroll(holder(column(*self.checks.values(), gap=0)))
        listed.setMinimumHeight(min(len(self.checks), 6) * 31 + 4)
        self.body.insertLayout(self.body.count() - 1, column(label("Việc bàn giao", "caption"), (listed, 1), gap=3), 1)
        self.setMinimumWidth(480)

    def change(self) -> tuple[str, Change]:
        name = self.giver.name if self.giver else ""
        return f"Bàn giao việc của {name}", self._hand_over

    def _hand_over(self, store: Any) -> None:  # noqa: ANN401 - the store, which screens do not know
        assignment_edits.hand_over(
            store,
            facts=self.desk.facts,
            person=self.giver.id if self.giver else "",
            to=self.to.value() or "",
            day=self.day.value() or self.desk.today,
            ids=[ident for ident, check in self.checks.items() if check.value()],
            document=self.document.value(),
        )


def _words(desk: Desk, one: Assignment) -> str:
    return f"{assignments.KIND[assignments.kind_of(one)]}: {assignments.short(desk.facts, one)}"


def foot(*buttons: QWidget) -> QWidget:
    """Buttons in a row at the end of a block."""
    return holder(row(*buttons, gap=6))
