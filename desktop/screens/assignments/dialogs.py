"""The dialogs of Phân công: giving or amending an assignment, ending it, handing a person's work to another."""

import datetime as dt
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.domain.records import Assignment, Body
from desktop.qt.boxes import column, holder, label, row, scroll
from desktop.qt.fields import CheckField, Combo, DateField
from desktop.screens.base.blocks import bodies
from desktop.screens.base.contrary import ContraryLines, found_with
from desktop.screens.base.desk import Change, Desk
from desktop.screens.base.record_dialog import RecordDialog, SmallDialog
from desktop.screens.base.record_fields import Ask
from desktop.usecases.assignments import edits as assignment_edits
from desktop.usecases.assignments import rows as assignments
from desktop.usecases.base import names
from desktop.usecases.base.deciding import decider
from desktop.usecases.directory import units

_BODIES: tuple[Body, ...] = ("bch", "btv", "thuong-truc")


def document_options(desk: Desk) -> list[tuple[str, str]]:
    """The register's documents, the latest first, as they are cited."""
    found = sorted(desk.facts.office.documents, key=lambda one: (one.date is not None, one.date, one.id), reverse=True)
    return [(one.id, " ".join(part for part in (one.symbol, one.title) if part)) for one in found]


class AssignmentDialog(RecordDialog[Assignment]):
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
        self._kept = (unit or None, one.unit if one else None)
        self.contrary = ContraryLines(desk, ("person",), within=self)
        deciders = bodies(desk.facts, _BODIES, one.decided_by if one else None)
        self.ask(
            self._begun(one or Assignment(id="", person=person, unit=unit or None, from_=desk.today)),
            Ask("person", "Người phụ trách", names.everyone(desk.facts), ""),
            self.contrary,
            (
                Ask("kind", "Loại", list(assignments.allowed_kinds(desk.facts, desk.today))),
                Ask("unit", "Đơn vị, địa bàn", empty="Không gắn đơn vị"),
            ),
            Ask("field", "Lĩnh vực"),
            Ask("subject", "Nội dung phụ trách", hint="Để trống thì lấy tên đơn vị, lĩnh vực"),
            (
                Ask("decided_by", "Cơ quan quyết định", deciders, "Chưa ghi"),
                Ask("document", "Theo văn bản", document_options(desk), "Chưa ghi"),
            ),
            (Ask("from_", "Từ ngày", required=True), Ask("to", "Đến hết ngày", hint="Đang phụ trách")),
            width=480,
        )
        self._offer(self.record.from_ or desk.today)
        self.fields["from_"].saved.connect(self._offer)
        for name in ("unit", "kind", "person", "from_", "to"):
            self.fields[name].saved.connect(lambda _: self._tell())
        self._tell()

    def _begun(self, one: Assignment) -> Assignment:
        """With the kind it counts as, and decided by whom the regulation names where nothing is said."""
        by = one.decided_by or decider(self.desk.facts, self.desk.today, one.kind)
        return replace(one, decided_by=by, kind=assignments.kind_of(one) if one.kind or one.unit else None)

    def _offer(self, day: dt.date | None) -> None:
        """The units there on the first day."""
        unit = self.fields.choice("unit")
        unit.set_options(units.options(self.desk.facts, day, keep=(*self._kept, unit.value())))

    def _tell(self) -> None:
        """Who else answers for the unit chosen."""
        draft = self.draft()
        rows = assignments.units(self.desk.facts, (), self.desk.today)
        found = next((row for row in rows if row.id == draft.unit), None)
        person = self.desk.facts.person(draft.person)
        others = [name for name in found.people if person is None or name != person.name] if found else []
        self.contrary.show_of(draft, found_with(self.desk, draft))
        self.fields["unit"].set_note(f"Đang có người phụ trách: {', '.join(others)}." if others else "")

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
        self.to = Combo("Người nhận", names.options(desk.facts, others), empty="", searchable=True)
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
        return f"Bàn giao việc của {name}", partial(
            assignment_edits.hand_over,
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
