"""The names of a committee and its bodies, made from the office's own name. May import domain and vi."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from desktop import vi
from desktop.domain.records import Body, OfficeHead
from desktop.domain.refusal import Refusal
from desktop.domain.signing import Committees


@dataclass(frozen=True, slots=True)
class Names:
    """`Huyện ủy Tây Sơn` gives the kind `Huyện ủy`, and with the table `Đảng bộ huyện Tây Sơn`.

    Raises `Refusal` where a paper names an organ the committee does not have: a chi bộ has chi ủy, and no office.
    """

    office: OfficeHead
    table: Committees

    @property
    def committees(self) -> Mapping[str, str]:
        """Each kind of committee with the Party organisation it leads."""
        return {kind.name: kind.party for kind in self.table.kinds}

    @property
    def kind(self) -> str:
        """`Huyện ủy`, `Đảng ủy`: how the committee is called after its first naming."""
        name = respelled(self.office.name, "ủy")
        known = next((kind for kind in self.committees if name.lower().startswith(kind.lower())), None)
        return known or " ".join(self.office.name.split()[:2])

    @property
    def place(self) -> str:
        return self.office.name[len(self.kind) :].strip()

    @property
    def party(self) -> str:
        """The Party organisation the committee leads."""
        return f"{self.committees.get(self.kind, 'Đảng bộ')} {self.place}".strip()

    @property
    def chancery(self) -> str:
        self._refuse_lacking("van-phong", "Văn phòng")
        return f"Văn phòng {self.kind}"

    def body(self, body: Body) -> str:
        """`Ban Thường vụ Huyện ủy`, `Ban Chấp hành Đảng bộ huyện Tây Sơn`."""
        self._refuse_lacking(body, vi.BODY[body])
        kind = self.table.kind_of(self.office.name)
        own = kind.committee if kind and body == "bch" else ""
        return f"{own or vi.BODY[body]} {self.party if body == 'bch' else self.kind}"

    def _refuse_lacking(self, organ: str, name: str) -> None:
        if organ in self.table.lacking(self.office):
            raise Refusal(f"{self.kind} không có {name}; mẫu này không in được cho {self.office.name}.", field="form")


@cache
def respelled(text: str, spelling: str) -> str:
    """The text with the word `ủy` spelt as the office spells it; names such as Thủy stay."""
    old, new = ("ủy", "uỷ") if spelling == "uỷ" else ("uỷ", "ủy")
    return re.sub(rf"\b{old}\b", lambda found: _cased(found.group(), new), text, flags=re.IGNORECASE)


def _cased(found: str, new: str) -> str:
    if found.isupper():
        return new.upper()
    return new.capitalize() if found[0].isupper() else new
