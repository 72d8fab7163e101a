"""What a finding, a link, a command or a search hit names: a record, a part of one, or a period; `desktop.domain` only.

Made and taken apart here and nowhere else; its text is what is written in findings, notes and the JSON contract.
"""

from typing import TypeVar

from desktop.domain.records import LIST_OF, Record

R = TypeVar("R", bound=Record)
LISTS = frozenset(LIST_OF.values())
INSPECTION = "inspection"
"""The part that tells a programme of inspection from one of work."""


class RecordRef(str):
    """`meetings/m1/a1`, `people/p1/2024-06`, `btv/2024-Q3`, `bch/2025/inspection`, `office/2024`.

    `kind` is a list of the office, a body, `office` or a kind of working session; `part` is None where there is no
    second slash. Compares, sorts and is written as its text.
    """

    __slots__ = ("id", "kind", "part")

    def __new__(cls, text: str) -> "RecordRef":
        self = super().__new__(cls, text)
        self.kind, _, rest = text.partition("/")
        self.id, slash, part = rest.partition("/")
        self.part = part if slash else None
        return self

    kind: str
    id: str
    part: str | None

    @classmethod
    def of(cls, kind: type[R] | str, *rest: str) -> "RecordRef":
        return cls("/".join((kind if isinstance(kind, str) else LIST_OF[kind], *rest)))

    @classmethod
    def to(cls, record: Record, *part: str) -> "RecordRef":
        return cls.of(type(record), record.id, *part)

    @property
    def is_record(self) -> bool:
        return self.kind in LISTS

    def names(self, kind: type[R]) -> bool:
        return self.kind == LIST_OF[kind]

    @property
    def whole(self) -> "RecordRef":
        """Without its part: `meetings/m1` of `meetings/m1/a1`."""
        return self if self.part is None else RecordRef.of(self.kind, self.id)

    @property
    def rest(self) -> str:
        """All after the kind, as it was given: `m1/a1`."""
        return self.id if self.part is None else f"{self.id}/{self.part}"

    @property
    def steps(self) -> tuple[str, ...]:
        return tuple(self.split("/"))

    @property
    def code(self) -> str:
        """The period it names; of a record without one its id, or the item's: no period has such a code."""
        return self.id if self.part in (None, INSPECTION) else self.part or ""

    @property
    def is_inspection(self) -> bool:
        return self.part == INSPECTION
