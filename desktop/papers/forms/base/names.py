"""The names of a committee and its bodies, made from the office's own name. May import domain."""

import re
from dataclasses import dataclass
from functools import cache

from desktop.domain.committees import Committees
from desktop.domain.records import Body, OfficeHead
from desktop.domain.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Names:
    """`Huyện ủy Tây Sơn` gives the kind `Huyện ủy`, and with the table `Đảng bộ huyện Tây Sơn`.

    Raises `Refusal` where a paper names an organ the committee does not have: a chi bộ has chi ủy, and no office.
    """

    office: OfficeHead
    table: Committees

    @property
    def kind(self) -> str:
        """`Huyện ủy`, `Đảng ủy`: how the committee is called after its first naming."""
        known = self.table.kind_of(self.office.name)
        return known.name if known else self.table.called(self.office.name)

    @property
    def place(self) -> str:
        return self.office.name[len(self.kind) :].strip()

    @property
    def party(self) -> str:
        """The Party organisation the committee leads."""
        known = self.table.kind_of(self.office.name)
        return f"{known.party if known else 'Đảng bộ'} {self.place}".strip()

    @property
    def chancery(self) -> str:
        return f"{self._had('van-phong')} {self.kind}"

    @property
    def permanent(self) -> str:
        """Who leads from day to day and is told: `Thường trực Huyện ủy`, or the secretary and the deputies."""
        organ = self.table.organ("thuong-truc")
        instead = organ.leaders if organ and organ.code in self.table.lacking(self.office) else ""
        return f"{instead or self._had('thuong-truc')} {self.kind}"

    def body(self, body: Body) -> str:
        """`Ban Thường vụ Huyện ủy`, `Ban Chấp hành Đảng bộ huyện Tây Sơn`."""
        name, kind = self._had(body), self.table.kind_of(self.office.name)
        own = kind.committee if kind and body == "bch" else ""
        return f"{own or name} {self.party if body == 'bch' else self.kind}"

    def _had(self, organ: str) -> str:
        """The organ's name, of a committee that has it."""
        known = self.table.organ(organ)
        name = known.name if known else organ
        if organ in self.table.lacking(self.office):
            raise Refusal(f"{self.kind} không có {name}; mẫu này không in được cho {self.office.name}.", field="form")
        return name


@cache
def respelled(text: str, spelling: str) -> str:
    """The text with the word `ủy` spelt as the office spells it; names such as Thủy stay."""
    old, new = ("ủy", "uỷ") if spelling == "uỷ" else ("uỷ", "ủy")
    return re.sub(rf"\b{old}\b", lambda found: _cased(found.group(), new), text, flags=re.IGNORECASE)


def _cased(found: str, new: str) -> str:
    if found.isupper():
        return new.upper()
    return new.capitalize() if found[0].isupper() else new
